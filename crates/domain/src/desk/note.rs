//! What the desk heard of the person, as it goes with her into the case: the need in words is for who reads the diary
//! there, and never stands among what the whole service sees of a case.

use super::{Accesso, Caller};
use crate::{
    ids::{CaseId, EpisodeId, RecordId},
    record::{AddSet, Record},
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The need as it was said. Lives where the diary of the case does, at the level of its service.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 141, name = "referral_note")]
pub struct ReferralNote {
    /// In which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// In which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// From which card of the desk.
    #[field(3)]
    pub accesso: Option<RecordId>,
    /// The day on which it was said.
    #[field(4)]
    pub on: Option<CivilDate>,
    /// The need, in words (bisogno espresso).
    #[field(5)]
    pub need: Option<String>,
    /// Who said it, where it was not the person.
    #[field(6)]
    pub caller: Option<Caller>,
    /// The services asked for.
    #[field(7, set)]
    pub services: AddSet<Service>,
    /// The answer given at the desk.
    #[field(8)]
    pub answer: Option<String>,
    /// Other people to turn to.
    #[field(9)]
    pub references: Option<Vec<Caller>>,
}

impl ReferralNote {
    /// What a card says, for a case that it becomes.
    #[must_use]
    pub fn of(accesso: &Accesso, id: RecordId, case: CaseId, episode: EpisodeId) -> Self {
        Self {
            case: Some(case),
            episode: Some(episode),
            accesso: Some(id),
            on: accesso.on,
            need: accesso.need.clone(),
            caller: accesso.caller.clone(),
            services: accesso.services.clone(),
            answer: accesso.answer.clone(),
            references: accesso.references.clone(),
        }
    }
}
