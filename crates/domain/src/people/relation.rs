//! Family ties and other bonds between two people (legami familiari, kind 5).
//!
//! A tie is written once and read from both ends. It is stored from the end that it speaks of (the child, the
//! ward, the pupil; else the lower id) and lives in that person's scope: "`other` is the `kind` of `subject`".

use super::{Closeness, Period, codes::codes};
use crate::{codice_fiscale::Sex, ids::PersonId, record::Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What the other is to the one: "the other is my ...". The official codes are the SINBA family classes.
    RelationKind {
        /// Mother.
        Mother = "MADRE" / "1",
        /// Father.
        Father = "PADRE" / "2",
        /// A parent of unknown sex.
        Parent = "GENITORE" / "",
        /// Child.
        Child = "FIGLIO" / "",
        /// Brother or sister.
        Sibling = "FRATELLO" / "3",
        /// Grandparent.
        Grandparent = "NONNO" / "4",
        /// Grandchild.
        Grandchild = "NIPOTE_DI_NONNO" / "",
        /// Uncle or aunt.
        Uncle = "ZIO" / "6",
        /// Nephew or niece.
        Nephew = "NIPOTE_DI_ZIO" / "",
        /// Cousin.
        Cousin = "CUGINO" / "6",
        /// Husband or wife.
        Spouse = "CONIUGE" / "",
        /// Partner of a civil union.
        CivilPartner = "UNITO_CIVILMENTE" / "",
        /// Living together as a couple.
        Cohabitant = "CONVIVENTE" / "",
        /// Former partner.
        ExPartner = "EX_PARTNER" / "",
        /// Partner of the mother or father.
        ParentsPartner = "COMPAGNO_DEL_GENITORE" / "5",
        /// Child of one's partner.
        PartnersChild = "FIGLIO_DEL_COMPAGNO" / "",
        /// Foster parent.
        FosterParent = "AFFIDATARIO" / "",
        /// Child in foster care.
        FosterChild = "AFFIDATO" / "",
        /// Guardian.
        Guardian = "TUTORE" / "",
        /// Under one's guardianship.
        Ward = "TUTELATO" / "",
        /// Curatore.
        Curator = "CURATORE" / "",
        /// Under one's curatela.
        UnderCurator = "CURATELATO" / "",
        /// Curatore speciale.
        SpecialCurator = "CURATORE_SPECIALE" / "",
        /// Represented by one as curatore speciale.
        UnderSpecialCurator = "RAPPRESENTATO" / "",
        /// Amministratore di sostegno.
        SupportAdministrator = "AMMINISTRATORE_DI_SOSTEGNO" / "",
        /// Beneficiary of one's amministrazione di sostegno.
        Beneficiary = "BENEFICIARIO" / "",
        /// Caregiver.
        Caregiver = "CAREGIVER" / "",
        /// Cared for.
        CaredFor = "ASSISTITO" / "",
        /// Reference teacher.
        Teacher = "INSEGNANTE" / "",
        /// Pupil.
        Pupil = "ALUNNO" / "",
        /// Something else; the note says what.
        Other = "ALTRO" / "",
    }
}

impl RelationKind {
    /// What the one is to the other, when the other is this to the one. `sex` is that of the one; it only matters
    /// for a child, whose one is mother or father.
    #[must_use]
    pub const fn inverse(self, sex: Option<Sex>) -> Self {
        match self {
            Self::Mother | Self::Father | Self::Parent => Self::Child,
            Self::Child => match sex {
                Some(Sex::F) => Self::Mother,
                Some(Sex::M) => Self::Father,
                None => Self::Parent,
            },
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::Uncle => Self::Nephew,
            Self::Nephew => Self::Uncle,
            Self::ParentsPartner => Self::PartnersChild,
            Self::PartnersChild => Self::ParentsPartner,
            Self::FosterParent => Self::FosterChild,
            Self::FosterChild => Self::FosterParent,
            Self::Guardian => Self::Ward,
            Self::Ward => Self::Guardian,
            Self::Curator => Self::UnderCurator,
            Self::UnderCurator => Self::Curator,
            Self::SpecialCurator => Self::UnderSpecialCurator,
            Self::UnderSpecialCurator => Self::SpecialCurator,
            Self::SupportAdministrator => Self::Beneficiary,
            Self::Beneficiary => Self::SupportAdministrator,
            Self::Caregiver => Self::CaredFor,
            Self::CaredFor => Self::Caregiver,
            Self::Teacher => Self::Pupil,
            Self::Pupil => Self::Teacher,
            Self::Sibling
            | Self::Cousin
            | Self::Spouse
            | Self::CivilPartner
            | Self::Cohabitant
            | Self::ExPartner
            | Self::Other => self,
        }
    }

    /// Whether both ends call each other the same.
    #[must_use]
    pub fn is_mutual(self) -> bool {
        self.inverse(None) == self
    }

    /// Whether it is stored from the other end: the other is the child, the ward, the pupil.
    #[must_use]
    const fn names_the_dependent(self) -> bool {
        matches!(
            self,
            Self::Child
                | Self::Grandchild
                | Self::Nephew
                | Self::PartnersChild
                | Self::FosterChild
                | Self::Ward
                | Self::UnderCurator
                | Self::UnderSpecialCurator
                | Self::Beneficiary
                | Self::CaredFor
                | Self::Pupil
        )
    }
}

codes! {
    /// By what the tie came about.
    Bond {
        /// Biological.
        Biological = "BIOLOGICO" / "",
        /// By adoption.
        Adoptive = "ADOTTIVO" / "",
        /// By foster care.
        Foster = "AFFIDATARIO" / "",
        /// Siblings of the same two parents.
        Full = "GERMANO" / "",
        /// Siblings of one parent.
        Half = "UNILATERALE" / "",
    }
}

/// A tie between two people in the days in which it holds.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 5, name = "relation")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Relation {
    /// Whom it speaks of: the child, the ward, the pupil; else the lower id.
    #[field(1)]
    pub subject: PersonId,
    /// The other.
    #[field(2)]
    pub other: PersonId,
    /// What the other is to the subject.
    #[field(3)]
    pub kind: Option<RelationKind>,
    /// By what it came about.
    #[field(4)]
    pub bond: Option<Bond>,
    /// Its days.
    #[field(5)]
    pub period: Period,
    /// The other looks after the subject day by day.
    #[field(6)]
    pub caregiver: Option<bool>,
    /// Anything else.
    #[field(7)]
    pub note: Option<String>,
    /// How the two get on.
    #[field(8)]
    pub closeness: Option<Closeness>,
}

/// The two ends of a tie and its kind, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// Whom it speaks of.
    pub subject: PersonId,
    /// The other.
    pub other: PersonId,
    /// What the other is to the subject.
    pub kind: RelationKind,
}

impl Ends {
    /// The ends as stored of "`other` is the `kind` of `one`"; `sex` is that of `one`.
    #[must_use]
    pub fn canonical(one: PersonId, other: PersonId, kind: RelationKind, sex: Option<Sex>) -> Self {
        let turn = kind.names_the_dependent() || (kind.is_mutual() && other < one);
        if turn {
            Self {
                subject: other,
                other: one,
                kind: kind.inverse(sex),
            }
        } else {
            Self {
                subject: one,
                other,
                kind,
            }
        }
    }
}

impl Relation {
    /// Who stands at the other end, and what they are to `person`. None if the tie is not theirs or its kind is
    /// unknown to this program.
    #[must_use]
    pub fn seen_from(&self, person: PersonId) -> Option<(PersonId, RelationKind)> {
        let kind = self.kind?;
        if person == self.subject {
            Some((self.other, kind))
        } else if person == self.other {
            Some((self.subject, kind.inverse(None)))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn relation(ends: Ends) -> Relation {
        Relation {
            subject: ends.subject,
            other: ends.other,
            kind: Some(ends.kind),
            ..Relation::default()
        }
    }

    #[test]
    fn a_tie_is_the_same_from_whichever_end_it_is_written() {
        let (mother, child) = (person(1), person(2));
        let from_child = Ends::canonical(child, mother, RelationKind::Mother, Some(Sex::M));
        let from_mother = Ends::canonical(mother, child, RelationKind::Child, Some(Sex::F));
        assert_eq!(from_child, from_mother);
        assert_eq!(from_child.subject, child);
        assert_eq!(
            Ends::canonical(mother, child, RelationKind::Child, None).kind,
            RelationKind::Parent
        );
        let one = Ends::canonical(person(3), person(4), RelationKind::Sibling, None);
        assert_eq!(
            one,
            Ends::canonical(person(4), person(3), RelationKind::Sibling, None)
        );
        assert_eq!(one.subject, person(3));
    }

    #[test]
    fn each_end_sees_the_other_by_its_name() {
        let (mother, child) = (person(1), person(2));
        let tie = relation(Ends::canonical(mother, child, RelationKind::Child, Some(Sex::F)));
        assert_eq!(tie.seen_from(child), Some((mother, RelationKind::Mother)));
        assert_eq!(tie.seen_from(mother), Some((child, RelationKind::Child)));
        assert_eq!(tie.seen_from(person(9)), None);
    }

    #[test]
    fn every_kind_is_stored_one_way_only_and_turns_back_to_itself() {
        for kind in RelationKind::ALL.iter().copied() {
            let ends = Ends::canonical(person(1), person(2), kind, Some(Sex::M));
            assert!(!ends.kind.names_the_dependent(), "{kind:?}");
            if kind != RelationKind::Child && !matches!(kind, RelationKind::Mother | RelationKind::Parent) {
                assert_eq!(kind.inverse(Some(Sex::M)).inverse(Some(Sex::M)), kind);
            }
            let other = if ends.subject == person(1) {
                person(2)
            } else {
                person(1)
            };
            assert_eq!(ends.other, other);
        }
    }
}
