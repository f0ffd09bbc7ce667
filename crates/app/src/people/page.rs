//! What the person's page shows.

use super::{PersonCard, Shown};
use crate::find::CaseHit;
use cartella_domain::{
    ids::{ClassId, OperatorId, PersonId, RecordId, SchoolId},
    people::{
        Address, Alert, Bond, Closeness, Contact, Finding, HouseholdKind, MemberGroup,
        ParentalResponsibility, Period, Person, RelationKind, SocialTie,
    },
    places::Place,
    rights::PersonFields,
    schools::SchoolEnrolment,
    time::{Instant, PartialDate},
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A person's page: the name, and the rest where more may be known.
#[derive(Clone, Serialize, TS)]
pub struct PersonPage {
    /// Who she is.
    pub card: PersonCard,
    /// How much is shown.
    pub fields: PersonFields,
    /// Everything else.
    pub details: Option<PersonDetails>,
}

/// Everything but the name.
#[derive(Clone, Serialize, TS)]
pub struct PersonDetails {
    /// The record that stands for her.
    pub person: Shown<Person>,
    /// What does not fit together in it.
    pub findings: Vec<Finding>,
    /// Whether she may be changed by this operator.
    pub writable: bool,
    /// Whether hidden addresses and phones may be written.
    pub protected_writable: bool,
    /// There are hidden addresses or phones that this operator may not read.
    pub protected_hidden: bool,
    /// Whether she may be joined with another record, or parted from one.
    pub mergeable: bool,
    /// The operator may ask the office to join her with another record.
    pub asks_merge: bool,
    /// Addresses, those in use first.
    pub addresses: Vec<AddressView>,
    /// Phones and mail addresses, those in use first.
    pub contacts: Vec<ContactView>,
    /// Family ties.
    pub relations: Vec<RelationView>,
    /// Households with their members.
    pub households: Vec<HouseholdView>,
    /// Parental responsibilities, for her and of hers.
    pub responsibilities: Vec<ResponsibilityView>,
    /// Warnings, those that hold first.
    pub alerts: Vec<Shown<Alert>>,
    /// School years, the latest first.
    pub enrolments: Vec<EnrolmentView>,
    /// What stands around her besides kin: those of today first.
    pub social_ties: Vec<Shown<SocialTie>>,
    /// Her cases, those that the operator may see in the list.
    pub cases: Vec<CaseHit>,
    /// Records joined with this one.
    pub merges: Vec<MergeView>,
    /// Places named on this page, by code, under the name of the day that matters.
    pub places: BTreeMap<String, Place>,
    /// Names of colleagues on this page.
    pub operators: BTreeMap<OperatorId, String>,
}

/// An address.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct AddressView {
    /// The record.
    pub record: Shown<Address>,
    /// Hidden.
    pub protected: bool,
    /// In use today.
    pub current: bool,
}

/// A phone or mail address.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct ContactView {
    /// The record.
    pub record: Shown<Contact>,
    /// Hidden.
    pub protected: bool,
    /// In use today.
    pub current: bool,
    /// Whose phone it is, if someone's of the registry.
    pub whose: Option<PersonCard>,
}

/// A tie as this person sees it.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct RelationView {
    /// The record.
    pub id: RecordId,
    /// The other.
    pub other: PersonCard,
    /// What the other is to this person; none if this program does not know the kind.
    pub kind: Option<RelationKind>,
    /// By what it came about.
    pub bond: Option<Bond>,
    /// Its days.
    pub period: Period,
    /// It holds today.
    pub current: bool,
    /// Who of the two looks after the other, as stored.
    pub caregiver: Option<bool>,
    /// How the two get on.
    pub closeness: Option<Closeness>,
    /// Anything else.
    pub note: Option<String>,
    /// Give back when saving.
    pub seen: Vec<String>,
    /// Two people wrote it without seeing each other.
    pub clashed: bool,
}

/// A household.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct HouseholdView {
    /// The record.
    pub id: RecordId,
    /// By which rule.
    pub kind: Option<HouseholdKind>,
    /// A name to tell it by.
    pub label: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// Its members: those of today first, holder first.
    pub members: Vec<MemberView>,
    /// Give back when saving.
    pub seen: Vec<String>,
    /// Two people wrote it without seeing each other.
    pub clashed: bool,
}

/// A stay in a household.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct MemberView {
    /// The record of the member as written; may be a double of the card's.
    pub person: PersonId,
    /// Who.
    pub card: PersonCard,
    /// The days of the stay.
    pub period: Period,
    /// Living there, or belonging without living there.
    pub group: MemberGroup,
    /// Intestatario.
    pub holder: bool,
    /// A member today.
    pub current: bool,
}

/// A parental responsibility.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct ResponsibilityView {
    /// The record.
    pub record: Shown<ParentalResponsibility>,
    /// The other: the adult on a minor's page, the minor on an adult's.
    pub other: PersonCard,
    /// This page is the minor's.
    pub of_minor: bool,
    /// It holds today.
    pub current: bool,
}

/// A school year.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct EnrolmentView {
    /// The record.
    pub record: Shown<SchoolEnrolment>,
    /// The school's name.
    pub school: Option<(SchoolId, String)>,
    /// The class's grade and section.
    pub class: Option<(ClassId, String)>,
}

/// A record joined with this one.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct MergeView {
    /// The merge, to undo it.
    pub id: RecordId,
    /// The record that was absorbed.
    pub absorbed: PersonId,
    /// What it says: "Cognome Nome".
    pub name: String,
    /// Its birth.
    pub birth: Option<PartialDate>,
    /// Its codes.
    pub codes: Vec<String>,
    /// Who joined them.
    pub by: OperatorId,
    /// When.
    pub at: Option<Instant>,
    /// Why.
    pub reason: Option<String>,
}
