//! A paragraph of an entry: what it claims to be, who may read it, in whose files it stands.

use super::{hash::ContentHash, template::Heading};
use crate::{
    ids::{CaseId, OperatorId, RecordId, SegmentId},
    rights::{Confidentiality, home_of},
    scope::ScopeId,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

/// What a paragraph claims to be (art. 473-bis.27 c.p.c.: facts, statements and evaluations stay apart).
/// A paragraph without one is "da classificare".
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Category {
    /// Seen or heard by the author.
    Observed,
    /// Read in a document.
    Documented {
        /// Which one.
        document: Option<String>,
    },
    /// Told by someone.
    Reported {
        /// By whom.
        by: Option<String>,
        /// In their own words, not summed up.
        verbatim: bool,
    },
    /// A professional evaluation.
    Assessment {
        /// By what recognised method.
        method: Option<String>,
    },
    /// A working hypothesis.
    Hypothesis,
    /// A decision taken.
    Decision,
    /// A promise made.
    Commitment {
        /// By whom.
        who: Option<String>,
        /// By when.
        due: Option<CivilDate>,
    },
}

/// Who may read a text: a level and, where it is secret, the persons by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ReadBy {
    /// How far it may be read.
    pub level: Confidentiality,
    /// The named readers of a secret text; its author always is one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readers: Vec<OperatorId>,
}

impl From<Confidentiality> for ReadBy {
    fn from(level: Confidentiality) -> Self {
        Self {
            level,
            readers: Vec::new(),
        }
    }
}

impl ReadBy {
    /// The narrower of two: a paragraph can close what the entry leaves open, never the contrary.
    #[must_use]
    pub fn narrower<'a>(&'a self, other: &'a Self) -> &'a Self {
        if other.level > self.level { other } else { self }
    }

    /// The same with its author among the named readers.
    #[must_use]
    pub fn naming(&self, author: OperatorId) -> Self {
        let mut readers = self.readers.clone();
        if self.level == Confidentiality::Secret {
            readers.push(author);
            readers.sort_unstable();
            readers.dedup();
        } else {
            readers.clear();
        }
        Self {
            level: self.level,
            readers,
        }
    }

    /// The scope in which such a text lives, in a case and by an author.
    #[must_use]
    pub fn scope(&self, case: CaseId, author: OperatorId) -> ScopeId {
        home_of(self.level, case, author, secret_list(case, author, &self.readers))
    }
}

/// The list of named readers in one case: the same people always name the same list, on every laptop and in
/// whatever order they are given; the author always belongs.
#[must_use]
pub fn secret_list(case: CaseId, author: OperatorId, readers: &[OperatorId]) -> Uuid {
    let mut members: Vec<OperatorId> = readers.to_vec();
    members.push(author);
    members.sort_unstable();
    members.dedup();
    let mut hasher = Sha256::new();
    hasher.update(b"secret");
    hasher.update(case.uuid().as_bytes());
    for member in members {
        hasher.update(member.uuid().as_bytes());
    }
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(hasher.finalize()) {
        *byte = hashed;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// A paragraph as it stands in a signed entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Segment {
    /// The paragraph; the same in every file where it stands.
    pub id: SegmentId,
    /// In whose files it stands, when not in all those of the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<CaseId>,
    /// Its text, or what is left of it here.
    pub wording: Wording,
}

/// Whether a paragraph's text stands in the entry or in a scope of fewer readers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Wording {
    /// The text is here.
    Open {
        /// The heading it was written under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heading: Option<Heading>,
        /// What it claims to be.
        category: Option<Category>,
        /// Who may read it, where the entry's scope is narrower anyway (not yet placed).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        read_by: Option<ReadBy>,
        /// The words.
        text: String,
        /// Their hash, with the category.
        hash: ContentHash,
    },
    /// The text is in a `ReservedSegment`.
    Withheld {
        /// Who may read it, without names.
        level: Confidentiality,
        /// The record that holds it.
        record: RecordId,
        /// The salted hash of that text.
        hash: ContentHash,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operator(n: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(n))
    }

    #[test]
    fn a_secret_list_depends_on_who_reads_and_not_on_the_order() {
        let (case, author) = (CaseId(Uuid::from_u128(9)), operator(1));
        let list = secret_list(case, author, &[operator(3), operator(2)]);
        assert_eq!(
            list,
            secret_list(case, author, &[operator(2), operator(1), operator(3)])
        );
        assert_ne!(list, secret_list(case, author, &[operator(2)]));
        let other = CaseId(Uuid::from_u128(8));
        assert_ne!(list, secret_list(other, author, &[operator(2), operator(3)]));
    }

    #[test]
    fn a_paragraph_only_narrows() {
        let service = ReadBy::from(Confidentiality::Service);
        let reserved = ReadBy::from(Confidentiality::Reserved);
        assert_eq!(service.narrower(&reserved), &reserved);
        assert_eq!(reserved.narrower(&service), &reserved);
    }
}
