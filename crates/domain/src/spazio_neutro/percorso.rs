//! A path of spazio neutro: by which order, asked when and by whom, assigned, its reports, its end.

use super::lists::PrioritaSn;
use crate::{
    codes::Coded,
    deadlines::{Code, Event, Term, TermKey, Terms, Whose},
    ids::{CaseId, OperatorId, RecordId},
    record::{AddSet, Record},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Since when it is in whose hands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AssegnazioneSn {
    /// The day on which the team assigned it.
    pub on: CivilDate,
    /// To whom: one operator, two in complex cases.
    pub operators: Vec<OperatorId>,
}

/// How a path ended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct FineSn {
    /// The day of the discharge.
    pub on: CivilDate,
    /// Why, of [`super::MOTIVI_FINE_SN`].
    pub reason: Option<Coded>,
    /// In words: what was agreed with the service that sent.
    pub note: Option<String>,
}

/// A path, in the minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 157, name = "percorso_sn")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PercorsoSn {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The order, as this file knows it.
    #[field(2)]
    pub provvedimento: Option<RecordId>,
    /// The order by authority, number and date, where it stands in another file or on paper.
    #[field(3)]
    pub ordered_by: Option<String>,
    /// The day of the request: the wait starts here.
    #[field(4)]
    pub requested_on: Option<CivilDate>,
    /// How pressing; ordinary when not said.
    #[field(5)]
    pub priority: Option<PrioritaSn>,
    /// Which service sends, and who there.
    #[field(6)]
    pub sent_by: Option<String>,
    /// Who is to meet the minor (incontrante).
    #[field(7)]
    pub visitors: Option<String>,
    /// Who accompanies the minor.
    #[field(8)]
    pub companions: Option<String>,
    /// How meetings are watched, of [`super::MODALITA_SN`].
    #[field(9)]
    pub mode: Option<Coded>,
    /// How often and how long.
    #[field(10)]
    pub frequency: Option<String>,
    /// Where.
    #[field(11)]
    pub venue: Option<String>,
    /// It needs two operators.
    #[field(12)]
    pub complex: Option<bool>,
    /// What was asked, and what must be known.
    #[field(13)]
    pub note: Option<String>,
    /// Assigned; it waits without.
    #[field(14)]
    pub assigned: Option<AssegnazioneSn>,
    /// The day of the first meeting that took place, as the meetings have it; verbs that change one change the other.
    #[field(15)]
    pub first_meeting: Option<CivilDate>,
    /// The days on which its six-monthly reports were sent.
    #[field(16, set)]
    pub reports: AddSet<CivilDate>,
    /// It ended.
    #[field(17)]
    pub closed: Option<FineSn>,
    /// Who began it.
    #[field(18)]
    pub by: Option<OperatorId>,
}

/// Why a path is not written so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PercorsoRefused {
    /// No court's order is named: without one there is no access.
    #[error("no order is named")]
    WithoutOrder,
    /// The day of the request is missing.
    #[error("the day of the request is missing")]
    WithoutRequest,
    /// A day lies before the request.
    #[error("a day before the request")]
    BeforeRequest,
}

impl PercorsoSn {
    /// Whether it may be written: an order is named, by record or in words, and the days follow the request.
    ///
    /// # Errors
    /// [`PercorsoRefused`].
    pub fn check(&self) -> Result<(), PercorsoRefused> {
        if self.provvedimento.is_none() && self.ordered_by.is_none() {
            return Err(PercorsoRefused::WithoutOrder);
        }
        let requested = self.requested_on.ok_or(PercorsoRefused::WithoutRequest)?;
        let days = [
            self.assigned.as_ref().map(|assigned| assigned.on),
            self.closed.as_ref().map(|closed| closed.on),
        ];
        if days.into_iter().flatten().any(|day| day < requested) {
            return Err(PercorsoRefused::BeforeRequest);
        }
        Ok(())
    }

    /// It waits to be assigned.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.assigned.is_none() && self.closed.is_none()
    }

    /// Days from the request to the assignment; to a day, while it waits.
    #[must_use]
    pub fn waited(&self, today: CivilDate) -> Option<u32> {
        let end = match (&self.assigned, &self.closed) {
            (Some(assigned), _) => assigned.on,
            (None, Some(closed)) => closed.on,
            (None, None) => today,
        };
        let days = end.days_since(self.requested_on?);
        Some(u32::try_from(days).unwrap_or(0))
    }

    /// Its turn in the waiting list: the more pressing first, then who asked first.
    #[must_use]
    pub fn turn(&self) -> (std::cmp::Reverse<PrioritaSn>, Option<CivilDate>) {
        let priority = self.priority.unwrap_or(PrioritaSn::Ordinaria);
        (std::cmp::Reverse(priority), self.requested_on)
    }

    /// The days on which its reports were sent, the first first.
    #[must_use]
    pub fn reports_sent(&self) -> Vec<CivilDate> {
        let mut sent = self.reports.0.clone();
        sent.sort_unstable();
        sent.dedup();
        sent
    }
}

impl Terms for PercorsoSn {
    /// A report six months after the first meeting, then six months after each.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(first)) = (self.case, self.first_meeting) else {
            return Vec::new();
        };
        let sent = self.reports_sent();
        let starts = std::iter::once(first).chain(sent.iter().copied());
        starts
            .enumerate()
            .map(|(nth, starts)| Term {
                key: TermKey {
                    record: id,
                    code: Code::SnSemestrale,
                    nth: u16::try_from(nth).unwrap_or(u16::MAX),
                },
                event: if nth == 0 {
                    Event::FirstMeeting
                } else {
                    Event::LastReport
                },
                met: sent.get(nth).map(|sent| (*sent).into()),
                lapsed: self.closed.is_some(),
                ..Term::new(Code::SnSemestrale, id, Whose::Case(case), starts)
            })
            .collect()
    }
}
