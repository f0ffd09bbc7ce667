//! A paragraph of an entry: what it claims to be, who may read it, in whose files it stands.

use super::{hash::ContentHash, template::Heading};
use crate::{
    ids::{CaseId, OperatorId, RecordId, SegmentId},
    scope::{ScopeId, ScopeKind},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

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

/// Who may read (users.md 1, design.md section 3). Levels are ordered by how few they let in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Confidentiality {
    /// The team of the service.
    #[default]
    Service,
    /// The team of the case: every operator assigned to it, and the coordinator.
    Reserved,
    /// Author, case responsible, coordinator.
    Private,
    /// The named persons alone.
    Secret {
        /// Who; the author always is one of them.
        readers: Vec<OperatorId>,
    },
}

impl Confidentiality {
    const fn rank(&self) -> u8 {
        match self {
            Self::Service => 0,
            Self::Reserved => 1,
            Self::Private => 2,
            Self::Secret { .. } => 3,
        }
    }

    /// The narrower of two levels: a paragraph can close what the entry leaves open, never the contrary.
    #[must_use]
    pub fn narrower<'a>(&'a self, other: &'a Self) -> &'a Self {
        if other.rank() > self.rank() { other } else { self }
    }

    /// The scope in which text of this level lives, in a case and by an author.
    #[must_use]
    pub fn scope(&self, case: CaseId, author: OperatorId) -> ScopeId {
        match self {
            Self::Service => ScopeId::new(case.uuid(), ScopeKind::CaseDiary),
            Self::Reserved => ScopeId::new(case.uuid(), ScopeKind::CaseReserved),
            Self::Private => ScopeId::private(case.uuid(), author.uuid()),
            Self::Secret { readers } => secret_scope(case, author, readers),
        }
    }

    /// The level with its author among the named readers.
    #[must_use]
    pub fn naming(&self, author: OperatorId) -> Self {
        match self {
            Self::Secret { readers } => {
                let mut readers = readers.clone();
                readers.push(author);
                readers.sort_unstable();
                readers.dedup();
                Self::Secret { readers }
            }
            other => other.clone(),
        }
    }

    /// The level without the names of its readers: what a stub may tell.
    #[must_use]
    pub fn bare(&self) -> Self {
        match self {
            Self::Secret { .. } => Self::Secret { readers: Vec::new() },
            other => other.clone(),
        }
    }
}

/// The secret scope of a list of readers in one case: the same people always name the same scope, on every
/// laptop and in whatever order they are listed; the author always belongs.
#[must_use]
pub fn secret_scope(case: CaseId, author: OperatorId, readers: &[OperatorId]) -> ScopeId {
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
    ScopeId {
        owner: uuid::Builder::from_custom_bytes(bytes).into_uuid(),
        kind: ScopeKind::Secret,
    }
}

/// The level that a service proposes (users.md, default 1). Unknown services get the narrower one.
#[must_use]
pub fn default_level(service: &str) -> Confidentiality {
    match service {
        "AES" | "AES2" | "SAD" | "SADDP" | "SSB" | "EDMO" | "EDMI" | "SISL" | "CF" | "CSE" | "CSS"
        | "CDD" => Confidentiality::Service,
        _ => Confidentiality::Reserved,
    }
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
    pub standing: Standing,
}

/// Whether a paragraph's text stands in the entry or in a scope of fewer readers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Standing {
    /// The text is here.
    Open {
        /// The heading it was written under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heading: Option<Heading>,
        /// What it claims to be.
        category: Option<Category>,
        /// The level that its author chose, where the entry's scope is narrower anyway (not yet placed).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<Confidentiality>,
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
    use uuid::Uuid;

    fn operator(n: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(n))
    }

    #[test]
    fn a_secret_scope_depends_on_who_reads_and_not_on_the_order() {
        let (case, author) = (CaseId(Uuid::from_u128(9)), operator(1));
        let scope = secret_scope(case, author, &[operator(3), operator(2)]);
        assert_eq!(
            scope,
            secret_scope(case, author, &[operator(2), operator(1), operator(3)])
        );
        assert_ne!(scope, secret_scope(case, author, &[operator(2)]));
        assert_ne!(
            scope,
            secret_scope(CaseId(Uuid::from_u128(8)), author, &[operator(2), operator(3)])
        );
    }

    #[test]
    fn a_paragraph_only_narrows() {
        let (service, reserved) = (Confidentiality::Service, Confidentiality::Reserved);
        assert_eq!(service.narrower(&reserved), &reserved);
        assert_eq!(reserved.narrower(&service), &reserved);
    }

    #[test]
    fn child_protection_is_reserved_by_default_and_school_help_is_not() {
        assert_eq!(default_level("TM"), Confidentiality::Reserved);
        assert_eq!(default_level("SN"), Confidentiality::Reserved);
        assert_eq!(default_level("AES"), Confidentiality::Service);
        assert_eq!(default_level("SAD"), Confidentiality::Service);
    }
}
