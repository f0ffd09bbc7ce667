//! People, families and where they are to be found.
//!
//! A person of whom only a surname or a nickname is known is a person; what does not fit together is a finding
//! to look at, never a refusal. Everything that changes over time keeps its days, so that a household or a
//! parental responsibility can be asked for on any date.

mod address;
mod alert;
mod codes;
pub mod duplicates;
mod findings;
mod household;
pub mod letters;
mod merge;
mod names;
mod period;
mod person;
mod phonetic;
mod relation;
mod responsibility;
mod social_tie;
pub mod tidy;
pub mod words;

pub use address::{Address, AddressKind, Contact, ContactKind, Location, Whose, phone_digits};
pub use alert::{Alert, AlertKind, Ended};
pub use codes::{Education, IdentifierKind, MaritalStatus, PermitStatus, SocialCategory, WorkCondition};
pub use findings::{Finding, FindingCode, Severity, findings};
pub use household::{Household, HouseholdKind, Member, MemberGroup, living_together};
pub use merge::{Merges, PersonMerge, Undone};
pub use period::Period;
pub use person::{Acknowledgement, Citizenship, Doctor, DoctorKind, Identifier, Person, ResidencePermit};
pub use phonetic::phonetic_key;
pub use relation::{Bond, Ends, Relation, RelationKind};
pub use responsibility::{ParentalResponsibility, ResponsibilityKind, holders_on};
pub use social_tie::{Closeness, Energy, SocialTie, Surrounding};
