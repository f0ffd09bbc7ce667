//! Requests of availability: a facility is asked, it answers, the office decides (the states of SISO).

use crate::{
    ids::{CaseId, RecordId},
    money::Euro,
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum StatoRichiesta {
    /// Sent (INVIATA).
    #[default]
    Inviata,
    /// The facility says yes (ACCETTATA_STRUTTURA).
    AccettataStruttura {
        /// On this day.
        on: CivilDate,
    },
    /// The office says yes too (ACCETTATA).
    Accettata {
        /// On this day.
        on: CivilDate,
    },
    /// The facility says no (RIFIUTATA_STRUTTURA).
    RifiutataStruttura {
        /// On this day.
        on: CivilDate,
        /// Why.
        reason: Option<String>,
    },
    /// The office says no (RIFIUTATA).
    Rifiutata {
        /// On this day.
        on: CivilDate,
        /// Why.
        reason: Option<String>,
    },
}

/// A request that cannot be answered so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the request does not stand so that it can be answered so")]
pub struct RequestRefused;

/// Where a request stands after an answer: first the facility's word, then the office's. What was written by mistake can
/// be said anew in the same place.
///
/// # Errors
/// [`RequestRefused`] for an answer that comes too early or too late.
pub fn answer(before: &StatoRichiesta, after: StatoRichiesta) -> Result<StatoRichiesta, RequestRefused> {
    use StatoRichiesta::{Accettata, AccettataStruttura, Inviata, Rifiutata, RifiutataStruttura};
    let may = match (before, &after) {
        (_, Inviata) => true,
        (Inviata | RifiutataStruttura { .. }, AccettataStruttura { .. })
        | (Inviata | AccettataStruttura { .. }, RifiutataStruttura { .. })
        | (AccettataStruttura { .. } | Rifiutata { .. }, Accettata { .. })
        | (AccettataStruttura { .. } | Accettata { .. }, Rifiutata { .. }) => true,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    };
    if may { Ok(after) } else { Err(RequestRefused) }
}

/// A request to one facility.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 156, name = "richiesta_disponibilita")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RichiestaDisponibilita {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The placement.
    #[field(2)]
    pub collocamento: Option<RecordId>,
    /// The facility, of the office's list.
    #[field(3)]
    pub struttura: Option<RecordId>,
    /// The day on which it was asked.
    #[field(4)]
    pub sent_on: Option<CivilDate>,
    /// Where it stands.
    #[field(5)]
    pub state: StatoRichiesta,
    /// The daily rate that it estimates, without IVA.
    #[field(6)]
    pub estimate: Option<Euro>,
    /// From which day it has a place.
    #[field(7)]
    pub free_from: Option<CivilDate>,
    /// In words.
    #[field(8)]
    pub note: Option<String>,
}
