//! Allegati: papers, pictures and signatures that hang on a record, and what a file must be to be taken in.
//!
//! The record says what the file is and holds the key it is sealed with; the sealed bytes lie in a folder beside the
//! archive. A file lives in the scope of what it hangs on, so that who may not read the one has not the other.

mod allegato;
mod content;
mod sealed;
mod words;

pub use allegato::{Allegato, AttachedTo, Purpose, Removed, file_name};
pub use content::{FileRefused, LARGEST, Media, PIXELS, recognise};
pub use sealed::{FileKey, Sealed};
pub use words::file_words;

use crate::{rights::Action, scope::ScopeKind};

/// What reading and writing a file in a scope ask for; none where no file hangs.
#[must_use]
pub const fn actions_in(scope: ScopeKind) -> Option<(Action, Action)> {
    Some(match scope {
        ScopeKind::CaseCore => (Action::CaseRead, Action::CasePaper),
        ScopeKind::CaseDiary | ScopeKind::CaseReserved | ScopeKind::Private | ScopeKind::Secret => {
            (Action::EntryRead, Action::EntryWrite)
        }
        ScopeKind::CaseCourt => (Action::CourtRead, Action::CourtWrite),
        ScopeKind::CaseHealth => (Action::HealthRead, Action::AssessmentWrite),
        ScopeKind::CaseMoney => (Action::MoneyRead, Action::CasePaper),
        ScopeKind::Activities => (Action::ActivityRead, Action::ActivityWrite),
        ScopeKind::Draft => (Action::DraftWrite, Action::DraftWrite),
        _ => return None,
    })
}
