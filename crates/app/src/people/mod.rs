//! People: found, added, changed, joined and parted; and all that hangs on them.
//!
//! A person is whoever `same` says: records that were merged answer together, each keeping what was written in it.

mod cards;
mod check;
mod codes;
mod create;
mod edit;
mod get;
mod list;
mod merge;
mod page;
mod places;
mod read_code;
mod remove;
mod same;
mod save_address;
mod save_alert;
mod save_contact;
mod save_enrolment;
mod save_household;
mod save_relation;
mod save_responsibility;
mod save_social_tie;
mod shown;
mod suggest_duplicates;
mod unmerge;

pub use cards::PersonCard;
pub(crate) use cards::{card, of as card_of_read};
pub use check::{CheckPerson, Checked, check};
pub use create::{CreatePerson, NewAddress, NewContact, create};
pub use edit::{EditPerson, edit};
pub use get::get;
pub use list::{ListPeople, PeoplePage, PersonLine, list};
pub use merge::{MergePeople, merge};
pub use page::{
    AddressView, ContactView, EnrolmentView, HouseholdView, MemberView, MergeView, PersonDetails, PersonPage,
    RelationView, ResponsibilityView,
};
pub use places::{PlaceNames, SearchPlaces, citizenships, place_names, search_places};
pub use read_code::{ReadCode, TypedCode, read_code};
pub use remove::{RemoveFromPerson, remove};
pub use save_address::{SaveAddress, save_address};
pub use save_alert::{SaveAlert, save_alert};
pub use save_contact::{SaveContact, save_contact};
pub use save_enrolment::{SaveEnrolment, save_enrolment};
pub use save_household::{SaveHousehold, save_household};
pub use save_relation::{SaveRelation, save_relation};
pub use save_responsibility::{SaveResponsibility, save_responsibility};
pub use save_social_tie::{SaveSocialTie, save_social_tie};
pub use shown::Shown;
pub use suggest_duplicates::{SuggestDuplicates, Suggestion, suggest_duplicates};
pub use unmerge::{UnmergePeople, unmerge};

use cartella_domain::ids::{PersonId, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names one person.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PersonRef {
    /// Any record of the person.
    pub id: PersonId,
}

/// The record that a verb has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// Its id.
    pub id: RecordId,
}
