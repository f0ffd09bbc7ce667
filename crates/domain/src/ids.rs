//! Identifiers: one newtype a kind of record, all UUIDv7, made outside by the `Ids` port.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Declares newtypes over a UUID that cannot be mistaken for one another.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS,
        )]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// The bare UUID.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(value: Uuid) -> Self {
                Self(value)
            }
        }

        impl From<$name> for Uuid {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Any record, whatever its kind.
    RecordId,
    /// A member of staff.
    OperatorId,
    /// A person of the registry.
    PersonId,
    /// A household (nucleo familiare).
    HouseholdId,
    /// A case: one person in one service (cartella).
    CaseId,
    /// One taking in charge of a case, from referral to closure.
    EpisodeId,
    /// A signed diary entry (nota di diario).
    EntryId,
    /// A draft that only its author sees.
    DraftId,
    /// One act that left an entry in several files; counts and hours are by act.
    ActId,
    /// A paragraph of an entry.
    SegmentId,
    /// An appointment.
    AppointmentId,
    /// A next action, a promise with its date.
    ActionId,
    /// A school building (plesso).
    SchoolId,
    /// A class of a school year.
    ClassId,
    /// One import of an office's tables.
    ImportId,
    /// A signed change of the log.
    ChangeId,
    /// Changes that one user action made in several scopes.
    GroupId,
}
