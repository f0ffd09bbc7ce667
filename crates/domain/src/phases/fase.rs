//! A phase as a whole: what is said of it and stands in no other record.

use crate::{
    codes::{Coded, codes},
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

codes! {
    /// Which phase; stored by the name that the interchange gives it.
    CodiceFase {
        /// A: access and orientation.
        Accesso = "ACCESSO_E_ORIENTAMENTO",
        /// B: assessment of the need.
        Valutazione = "VALUTAZIONE_DEL_BISOGNO",
        /// C: the individual plan is made.
        Progetto = "ELABORAZIONE_PROGETTO_INDIVIDUALE",
        /// D: the service is given.
        Erogazione = "EROGAZIONE_DEL_SERVIZIO",
        /// E: final assessment and conclusion.
        Conclusione = "VALUTAZIONE_FINALE_E_CONCLUSIONE_PROCESSO_AIUTO",
    }
}

/// Where a phase stands (statusCode).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatoFase {
    /// Not begun.
    DaIniziare,
    /// Under way.
    InCorso,
    /// Over.
    Conclusa,
}

/// What is said of one phase of an episode, where it differs from what the case itself tells, and what the case does not
/// tell. Lives in the core scope of its case, one an episode and phase.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 175, name = "fase")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Fase {
    /// Of which case.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Of which episode.
    #[field(2)]
    pub episode: Option<EpisodeId>,
    /// Which phase.
    #[field(3)]
    pub phase: Option<CodiceFase>,
    /// Its first day, where the states of the case do not tell it.
    #[field(4)]
    pub starts: Option<CivilDate>,
    /// Its last day, likewise.
    #[field(5)]
    pub ends: Option<CivilDate>,
    /// Where it stands, likewise.
    #[field(6)]
    pub state: Option<StatoFase>,
    /// How it ended (codice esito), of the list that the office loaded.
    #[field(7)]
    pub outcome: Option<Coded>,
    /// Annotazioni.
    #[field(8)]
    pub notes: Option<String>,
    /// Who answers for it, where not who answers for the case.
    #[field(9)]
    pub responsible: Option<OperatorId>,
}

impl Fase {
    /// The one record of a phase of an episode: two laptops that begin it without seeing each other begin the same.
    #[must_use]
    pub fn id(episode: EpisodeId, phase: CodiceFase) -> RecordId {
        of_episode(episode, phase.stored())
    }
}

/// An id made of an episode and a name, the same on every laptop (FNV-1a over the name, folded into the episode's).
pub(super) fn of_episode(episode: EpisodeId, name: &str) -> RecordId {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let folded = name
        .bytes()
        .fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    RecordId(Uuid::from_u128(episode.uuid().as_u128() ^ folded))
}
