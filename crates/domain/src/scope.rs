//! Scopes: the unit of permission, replication, conflict and erasure.
//!
//! A laptop holds whole scopes or nothing of them, so a level of confidentiality is a scope. A scope's id is
//! its owner and its kind (`case.diary:0190…`): both sides of a broken connection name it alike.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! scope_kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $text:literal;)*) => {
        /// What a scope holds; the number is part of the encoding of every change and never moves.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ScopeKind { $($(#[$doc])* $name),* }

        impl ScopeKind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The number in the encoding.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self { $(Self::$name => $number),* }
            }

            /// The kind of a number, if this program knows it.
            #[must_use]
            pub const fn from_number(number: u8) -> Option<Self> {
                match number { $($number => Some(Self::$name),)* _ => None }
            }

            /// The name in ids and in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

scope_kinds! {
    /// A person's identity, contacts and relations; owner: the person.
    Person = 1, "person";
    /// Hidden addresses and phones of a person; owner: the person.
    PersonProtected = 2, "person.protected";
    /// A household over time; owner: the household.
    Household = 3, "household";
    /// The case, its states, people, assignments, plan; owner: the case.
    CaseCore = 10, "case.core";
    /// Diary of the case for the team of the service; owner: the case.
    CaseDiary = 11, "case.diary";
    /// "Riservato": operators assigned to the case and the coordinator; owner: the case.
    CaseReserved = 12, "case.reserved";
    /// Orders, mandates, hearings; owner: the case.
    CaseCourt = 13, "case.court";
    /// Health data; owner: the case.
    CaseHealth = 14, "case.health";
    /// Money; owner: the case.
    CaseMoney = 15, "case.money";
    /// "Solo autore e responsabile", one a case and author; owner: a number made of both.
    Private = 16, "private";
    /// "Segretato": a list of named persons; owner: the list.
    Secret = 17, "secret";
    /// Home care of one recipient; owner: the case.
    ServiceSad = 20, "service.sad";
    /// A foster family; owner: the family's record.
    Foster = 21, "foster";
    /// What its operator alone sees: drafts, own appointments; owner: the operator.
    Draft = 30, "draft";
    /// What everybody sees: staff, schools, catalogues, calendar; owner: the office.
    Org = 31, "org";
    /// Activities for groups, classes and schools, of no single case; owner: the office.
    Activities = 32, "activities";
    /// The desk: who comes, phones or is sent, until it becomes a case; owner: the office.
    Desk = 33, "desk";
}

impl ScopeKind {
    /// Whether scopes of this kind are owned by a case.
    #[must_use]
    pub const fn is_of_case(self) -> bool {
        matches!(
            self,
            Self::CaseCore
                | Self::CaseDiary
                | Self::CaseReserved
                | Self::CaseCourt
                | Self::CaseHealth
                | Self::CaseMoney
                | Self::ServiceSad
        )
    }
}

/// A scope's id: who owns it and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct ScopeId {
    /// The record (case, person, operator, office) that the scope belongs to.
    pub owner: Uuid,
    /// What it holds.
    pub kind: ScopeKind,
}

impl ScopeId {
    /// The scope of `kind` that belongs to `owner`.
    #[must_use]
    pub fn new(owner: impl Into<Uuid>, kind: ScopeKind) -> Self {
        Self {
            owner: owner.into(),
            kind,
        }
    }

    /// The private scope of one author in one case: the owner is both ids folded together, so that neither
    /// two authors nor two cases ever share it.
    #[must_use]
    pub fn private(case: Uuid, author: Uuid) -> Self {
        let owner = case.as_u128().rotate_left(64) ^ author.as_u128();
        Self {
            owner: Uuid::from_u128(owner),
            kind: ScopeKind::Private,
        }
    }
}

impl fmt::Display for ScopeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.name(), self.owner)
    }
}

/// A text that is not a scope id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a scope id")]
pub struct NotAScope;

impl FromStr for ScopeId {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, NotAScope> {
        let (kind, owner) = text.split_once(':').ok_or(NotAScope)?;
        let kind = ScopeKind::ALL
            .iter()
            .copied()
            .find(|k| k.name() == kind)
            .ok_or(NotAScope)?;
        Ok(Self {
            owner: Uuid::parse_str(owner).map_err(|_| NotAScope)?,
            kind,
        })
    }
}

impl Serialize for ScopeId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ScopeId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_survives_its_text_and_numbers_are_unique() {
        for (index, kind) in ScopeKind::ALL.iter().copied().enumerate() {
            let scope = ScopeId::new(Uuid::from_u128(7), kind);
            assert_eq!(scope.to_string().parse::<ScopeId>(), Ok(scope));
            assert_eq!(ScopeKind::from_number(kind.number()), Some(kind));
            assert!(
                ScopeKind::ALL
                    .iter()
                    .skip(index + 1)
                    .all(|k| k.number() != kind.number())
            );
        }
    }

    #[test]
    fn private_scopes_differ_by_case_and_author() {
        let (a, b, c) = (
            Uuid::from_u128(1 << 90 | 1),
            Uuid::from_u128(2),
            Uuid::from_u128(3),
        );
        assert_ne!(ScopeId::private(a, b), ScopeId::private(b, a));
        assert_ne!(ScopeId::private(a, b), ScopeId::private(a, c));
    }
}
