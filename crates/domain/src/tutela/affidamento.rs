//! Affidamento all'ente: the minor entrusted to the social service (art. 5-bis L. 184/1983, since D.Lgs. 149/2022).

use crate::{
    ids::{ActId, CaseId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest time that the order may set, in months (art. 5-bis, letter g).
pub const MAX_MONTHS: u8 = 24;
/// The longest time between two reports, in months (art. 5-bis, letter h).
pub const MAX_REPORT_MONTHS: u8 = 6;

/// To whom the name of the responsible operator was told, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ResponsibleTold {
    /// The day.
    pub on: CivilDate,
    /// To whom: court, parents, curatore, collocatario.
    pub to: Option<String>,
}

/// The eight parts that the order must state, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 125, name = "affidamento_ente")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AffidamentoEnte {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The affidamento as such: the same in the files of all its minors.
    #[field(2)]
    pub act: Option<ActId>,
    /// The order, as this file knows it.
    #[field(3)]
    pub provvedimento: Option<RecordId>,
    /// a) With whom the minor is placed.
    #[field(4)]
    pub placed_with: Option<String>,
    /// b) Acts that the service must do itself, also with health services.
    #[field(5)]
    pub service_acts: Option<String>,
    /// c) Acts of whoever the minor is placed with.
    #[field(6)]
    pub placement_acts: Option<String>,
    /// d) Acts of the parents.
    #[field(7)]
    pub parents_acts: Option<String>,
    /// e) Acts of the curatore.
    #[field(8)]
    pub curatore_acts: Option<String>,
    /// f) Tasks of the service.
    #[field(9)]
    pub service_tasks: Option<String>,
    /// g) How long, in months.
    #[field(10)]
    pub months: Option<u8>,
    /// h) How often a report is due, in months.
    #[field(11)]
    pub report_months: Option<u8>,
    /// The first day.
    #[field(12)]
    pub from: Option<CivilDate>,
    /// The name of the responsible operator was told.
    #[field(13)]
    pub responsible_told: Option<ResponsibleTold>,
}

/// One of the eight parts, by the letter of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// With whom the minor is placed.
    A,
    /// Acts of the service.
    B,
    /// Acts of whoever the minor is placed with.
    C,
    /// Acts of the parents.
    D,
    /// Acts of the curatore.
    E,
    /// Tasks of the service.
    F,
    /// Duration.
    G,
    /// Period of the reports.
    H,
}

impl AffidamentoEnte {
    /// The parts that the order should state and that are not written here.
    #[must_use]
    pub fn missing(&self) -> Vec<Part> {
        let words = [
            (Part::A, &self.placed_with),
            (Part::B, &self.service_acts),
            (Part::C, &self.placement_acts),
            (Part::D, &self.parents_acts),
            (Part::E, &self.curatore_acts),
            (Part::F, &self.service_tasks),
        ];
        let mut missing: Vec<Part> = words
            .into_iter()
            .filter(|(_, text)| text.as_deref().is_none_or(|text| text.trim().is_empty()))
            .map(|(part, _)| part)
            .collect();
        missing.extend(self.months.is_none().then_some(Part::G));
        missing.extend(self.report_months.is_none().then_some(Part::H));
        missing
    }
}
