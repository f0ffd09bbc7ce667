//! One datum of a phase that stands in no other record.

use super::{Answer, Element, ElencoCodici, Home, Valore, current, fase::of_episode, interchange_list};
use crate::{
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    record::Record,
    scope::ScopeKind,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A datum of an episode. Lives where its content belongs: with the case, its health or its money. One an episode and
/// element, so that two people may fill two of them.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 176, name = "dato_fase")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct DatoFase {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Of which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// Which element, by its key.
    #[field(3)]
    pub element: Option<String>,
    /// The value.
    #[field(4)]
    pub value: Option<Valore>,
    /// Who wrote it last.
    #[field(5)]
    pub by: Option<OperatorId>,
    /// On which day.
    #[field(6)]
    pub on: Option<CivilDate>,
}

impl DatoFase {
    /// The one record of an element in an episode.
    #[must_use]
    pub fn id(episode: EpisodeId, element: &Element) -> RecordId {
        of_episode(episode, element.key)
    }
}

impl Home {
    /// The scope in which what is written here lives.
    #[must_use]
    pub const fn scope(self) -> ScopeKind {
        match self {
            Self::Health => ScopeKind::CaseHealth,
            Self::Money => ScopeKind::CaseMoney,
            Self::Case | Self::Person | Self::Diary | Self::Plan => ScopeKind::CaseCore,
        }
    }
}

/// Why a value is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It follows from other records and is changed there.
    #[error("it is derived from other records")]
    Derived,
    /// It is of another kind than the element's.
    #[error("a value of another kind")]
    OtherKind,
    /// The office has not loaded the list of its codes.
    #[error("the list is not loaded")]
    ListNotLoaded,
    /// The list in use does not have the code.
    #[error("a code of another list")]
    UnknownCode,
}

/// Whether a value may be written as an element's.
///
/// # Errors
/// [`Refused`].
pub fn accept(element: &Element, value: &Valore, lists: &[ElencoCodici]) -> Result<(), Refused> {
    if !element.written {
        return Err(Refused::Derived);
    }
    match (element.answer, value) {
        (Answer::Coded, Valore::Codes(codes)) => {
            let list = element
                .code
                .and_then(|code| current(lists, &interchange_list(code)));
            let list = list.ok_or(Refused::ListNotLoaded)?;
            if codes.iter().all(|code| list.has(code)) {
                Ok(())
            } else {
                Err(Refused::UnknownCode)
            }
        }
        (Answer::Text, Valore::Text(_))
        | (Answer::Day, Valore::Day(_))
        | (Answer::Number, Valore::Number(_))
        | (Answer::Euro, Valore::Euro(_))
        | (Answer::YesNo, Valore::YesNo(_)) => Ok(()),
        _ => Err(Refused::OtherKind),
    }
}
