//! A placement (collocamento): which facility, by which order, where it stands, from which day to which.

use super::{
    BilledPeriod, BillingPeriod,
    lists::GIUDIZIARIO,
    lists::{Fatturazione, SegnaleCollocamento},
};
use crate::{
    codes::Coded,
    deadlines::{Code, Term, TermKey, Terms, Whose},
    ids::{CaseId, OperatorId, RecordId},
    record::{AddSet, Record},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a placement stands: the four phases, and the two ways in which it ends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum StatoCollocamento {
    /// Phase 1: the facility is being looked for.
    #[default]
    Individuazione,
    /// Phase 2: Carta dei servizi, estimate and budget sheet went to the comune.
    Trasmissione {
        /// On this day.
        on: CivilDate,
        /// To which office of the comune.
        to: Option<String>,
        /// With which protocol.
        protocol: Option<String>,
    },
    /// The minor is there.
    Inserito {
        /// The day of entry.
        on: CivilDate,
    },
    /// Phase 3: discharged, or moved to another facility. Its last bills are still to come (phase 4).
    Dimesso {
        /// The day of entry.
        entered: CivilDate,
        /// The exact day of discharge.
        left: CivilDate,
        /// Where to, of [`super::ESITI_DIMISSIONE`].
        outcome: Coded,
        /// In words.
        note: Option<String>,
    },
    /// Phase 4 is over: everything is billed.
    Concluso {
        /// The day of entry.
        entered: CivilDate,
        /// The exact day of discharge.
        left: CivilDate,
        /// Where to.
        outcome: Coded,
        /// In words.
        note: Option<String>,
        /// The day on which the last bill was checked.
        on: CivilDate,
    },
    /// Nothing came of it.
    NonAvviato {
        /// Since this day.
        on: CivilDate,
        /// Why.
        reason: Option<String>,
    },
}

impl StatoCollocamento {
    /// The day of entry.
    #[must_use]
    pub const fn entered(&self) -> Option<CivilDate> {
        match self {
            Self::Inserito { on } => Some(*on),
            Self::Dimesso { entered, .. } | Self::Concluso { entered, .. } => Some(*entered),
            _ => None,
        }
    }

    /// The day of discharge.
    #[must_use]
    pub const fn left(&self) -> Option<CivilDate> {
        match self {
            Self::Dimesso { left, .. } | Self::Concluso { left, .. } => Some(*left),
            _ => None,
        }
    }

    /// It is looked for, or the minor is there.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(
            self,
            Self::Dimesso { .. } | Self::Concluso { .. } | Self::NonAvviato { .. }
        )
    }

    /// The minor is there now.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Inserito { .. })
    }
}

/// A placement, in the minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 151, name = "collocamento")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Collocamento {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The facility, of the office's list.
    #[field(2)]
    pub struttura: Option<RecordId>,
    /// What kind, of [`super::TIPI_COMUNITA`].
    #[field(3)]
    pub kind: Option<Coded>,
    /// Residential character, of [`super::CARATTERE`].
    #[field(4)]
    pub carattere: Option<Coded>,
    /// Together with a parent.
    #[field(5)]
    pub with_parent: Option<bool>,
    /// By consent or by order, of [`super::FORME`].
    #[field(6)]
    pub forma: Option<Coded>,
    /// The order, as this file knows it.
    #[field(7)]
    pub provvedimento: Option<RecordId>,
    /// The need, and what was looked for.
    #[field(8)]
    pub need: Option<String>,
    /// The day on which the entry is expected, for the budget.
    #[field(9)]
    pub expected_on: Option<CivilDate>,
    /// The day on which the end is expected, for the budget.
    #[field(10)]
    pub expected_until: Option<CivilDate>,
    /// Where it stands.
    #[field(11)]
    pub state: StatoCollocamento,
    /// The contract counts the day of discharge.
    #[field(12)]
    pub counts_last_day: Option<bool>,
    /// How often the facility bills; every month when not said.
    #[field(13)]
    pub billing: Option<Fatturazione>,
    /// What sets it apart.
    #[field(14, set)]
    pub flags: AddSet<SegnaleCollocamento>,
    /// Since when it is declared that nobody of the court, of the expert or of the service has relatives there (D.Lgs.
    /// 149/2022 art. 28).
    #[field(15)]
    pub no_conflict: Option<CivilDate>,
    /// The periods for which a bill came in; what it says is in the money scope.
    #[field(16, set)]
    pub billed: AddSet<BilledPeriod>,
    /// Who began it.
    #[field(17)]
    pub by: Option<OperatorId>,
}

impl Collocamento {
    /// A court ordered it.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.forma.as_ref().is_some_and(|forma| forma.code == GIUDIZIARIO)
    }

    /// The first day, expected or real.
    #[must_use]
    pub fn first_day(&self) -> Option<CivilDate> {
        match self.state {
            StatoCollocamento::NonAvviato { .. } => None,
            _ => self.state.entered().or(self.expected_on),
        }
    }

    /// The last day that counts, where an end is known or expected: the day before the discharge, or the day itself where
    /// the contract counts it.
    #[must_use]
    pub fn last_day(&self) -> Option<CivilDate> {
        let end = self.state.left().or(self.expected_until)?;
        Some(if self.counts_last_day == Some(true) {
            end
        } else {
            end.plus_days(-1)
        })
    }

    /// The first and the last of the days between two, both included, that count.
    #[must_use]
    pub fn stay_in(&self, from: CivilDate, until: CivilDate) -> Option<(CivilDate, CivilDate)> {
        let first = self.first_day()?.max(from);
        let last = self.last_day().map_or(until, |last| last.min(until));
        (first <= last).then_some((first, last))
    }

    /// Days between two, both included (giornate): discharge less entry, one more where the contract counts the last.
    #[must_use]
    pub fn giornate(&self, from: CivilDate, until: CivilDate) -> u32 {
        self.stay_in(from, until).map_or(0, |(first, last)| {
            u32::try_from(last.days_since(first) + 1).unwrap_or(0)
        })
    }

    /// The periods that are billed one by one, the first first, up to the last day that counts; without an end they go on.
    pub fn billing_periods(&self) -> impl Iterator<Item = BillingPeriod> + '_ {
        let entered = self.state.entered();
        let every = match self.billing {
            Some(Fatturazione::Trimestrale) => 3,
            _ => 1,
        };
        let last = self.state.left().and(self.last_day());
        (0..MAX_PERIODS)
            .map_while(move |nth| BillingPeriod::nth(entered?, every, nth))
            .map_while(move |period| period.cut_at(last))
    }
}

/// More months than anybody stays.
const MAX_PERIODS: u16 = 480;

impl Terms for Collocamento {
    /// A bill for every month or quarter: those that came in, and the first that has not; none is waited for once somebody
    /// said that all are in.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let Some(case) = self.case else {
            return Vec::new();
        };
        let mut terms = Vec::new();
        for period in self.billing_periods() {
            let met = period.billed_on(&self.billed.0);
            terms.push(Term {
                key: TermKey {
                    record: id,
                    code: Code::ComFattura,
                    nth: period.nth,
                },
                met: met.map(Into::into),
                lapsed: met.is_none() && matches!(self.state, StatoCollocamento::Concluso { .. }),
                ..Term::new(Code::ComFattura, id, Whose::Case(case), period.until)
            });
            if met.is_none() {
                break;
            }
        }
        terms
    }
}
