//! A term with its end, what was decided about it, and where it stands on a day.

use super::{
    Aspect, DeadlineChange, Decision, Event, Explanation, Force, Met, Moment, Office, Term, TermKey, Whose,
    compute, live,
};
use crate::{
    ids::{ActId, OperatorId, RecordId},
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A deadline: a term that has an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deadline {
    /// Which term of which record.
    pub key: TermKey,
    /// In whose files.
    pub whose: Whose,
    /// One term for several files.
    pub act: Option<ActId>,
    /// With what it started.
    pub event: Event,
    /// When that was.
    pub starts: Moment,
    /// Its end: the last day, or the moment, in time.
    pub due: Moment,
    /// Its end by the rule alone; `None` where only a person said it.
    pub computed: Option<Moment>,
    /// How binding it is.
    pub force: Force,
    /// Why the rule says so.
    pub explanation: Option<Explanation>,
    /// A person set another end.
    pub overridden: Option<Override>,
    /// What became of an extension.
    pub extension: Option<Extension>,
    /// When it was met.
    pub met: Option<Moment>,
    /// The record that met it.
    pub met_by: Option<RecordId>,
    /// It no longer matters.
    pub lapsed: bool,
    /// Two people decided about it without seeing each other: the earlier date holds until somebody decides again.
    pub contested: bool,
}

/// A person set another end (Modifica termine).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DeadlineOverride")]
pub struct Override {
    /// Who.
    pub by: OperatorId,
    /// Why.
    pub reason: Option<String>,
    /// The rule says something else today than it did then.
    pub outdated: bool,
}

/// What became of an extension (proroga).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(rename = "DeadlineExtension")]
pub enum Extension {
    /// Richiesta: the old date counts.
    Asked {
        /// On this day.
        on: CivilDate,
        /// Until when, if that was said.
        until: Option<CivilDate>,
    },
    /// Concessa.
    Granted {
        /// On this day.
        on: CivilDate,
        /// Until this day.
        until: CivilDate,
    },
    /// Negata: the old date counts.
    Denied {
        /// On this day.
        on: CivilDate,
    },
}

/// How pressing a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DeadlineState")]
pub enum State {
    /// In tempo.
    InTime,
    /// In scadenza.
    DueSoon,
    /// Scaduto: stays so until somebody meets or moves it.
    Overdue,
    /// Adempiuto.
    Met,
    /// Adempiuto in ritardo.
    MetLate,
    /// Non più dovuto.
    Lapsed,
}

/// Where a deadline stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DeadlineStanding")]
pub struct Standing {
    /// How pressing.
    pub state: State,
    /// Days to its last day; negative when that is over.
    pub days: i32,
    /// Minutes to its end, where hours count.
    pub minutes: Option<i32>,
    /// The last of its alerts that was reached, in days before its end.
    pub alert: Option<u16>,
}

/// A deadline of a term, of what was decided about it (other terms' decisions and meetings are passed over) and of the
/// records that meet it. `None` where neither a rule nor a person says an end.
#[must_use]
pub fn deadline(
    term: &Term,
    office: &Office,
    changes: &[(RecordId, DeadlineChange)],
    meets: &[Met],
) -> Option<Deadline> {
    let own: Vec<_> = changes
        .iter()
        .filter(|(_, change)| change.key() == Some(term.key))
        .cloned()
        .collect();
    let computed = compute(term, office);
    let by_rule = computed.as_ref().map(|computed| computed.due);
    let ends = live(&own, Aspect::End);
    let (set, overridden) = set_end(&ends, by_rule);
    let extensions = live(&own, Aspect::Extension);
    let (met, met_by, met_contested) = met(term, &own, meets);
    Some(Deadline {
        key: term.key,
        whose: term.whose,
        act: term.act,
        event: term.event,
        starts: term.starts,
        due: set.or(by_rule)?,
        computed: by_rule,
        force: computed
            .as_ref()
            .map_or(term.key.code.rule().force, |computed| computed.force),
        explanation: computed.map(|computed| computed.explanation),
        overridden,
        extension: extensions
            .iter()
            .filter_map(|(_, change)| extension(change))
            .min_by_key(weight),
        met,
        met_by,
        lapsed: term.lapsed,
        contested: ends.len() > 1 || extensions.len() > 1 || met_contested,
    })
}

/// The end that people set: of several the earliest.
fn set_end(
    ends: &[(RecordId, &DeadlineChange)],
    by_rule: Option<Moment>,
) -> (Option<Moment>, Option<Override>) {
    let set = ends
        .iter()
        .filter_map(|(_, change)| match change.decision.as_ref()? {
            Decision::Moved { to, computed } => {
                let by = Override {
                    by: change.author,
                    reason: change.reason.clone(),
                    outdated: *computed != by_rule,
                };
                Some((*to, Some(by)))
            }
            Decision::ExtensionGranted { until, .. } => Some((Moment::Day(*until), None)),
            Decision::Restored => Some((by_rule?, None)),
            _ => None,
        })
        .min_by_key(|(to, _)| (to.date(), *to));
    set.map_or((None, None), |(to, by)| (Some(to), by))
}

fn extension(change: &DeadlineChange) -> Option<Extension> {
    match *change.decision.as_ref()? {
        Decision::ExtensionAsked { on, until } => Some(Extension::Asked { on, until }),
        Decision::ExtensionGranted { on, until } => Some(Extension::Granted { on, until }),
        Decision::ExtensionDenied { on } => Some(Extension::Denied { on }),
        _ => None,
    }
}

/// Which extension is shown where two people noted different ones: the one that gives least.
fn weight(extension: &Extension) -> (u8, CivilDate) {
    match *extension {
        Extension::Denied { on } => (0, on),
        Extension::Asked { on, .. } => (1, on),
        Extension::Granted { until, .. } => (2, until),
    }
}

/// When a term was met, by which record, and whether people say different things about it. What a record says stands;
/// a person's word can be taken back.
fn met(
    term: &Term,
    changes: &[(RecordId, DeadlineChange)],
    meets: &[Met],
) -> (Option<Moment>, Option<RecordId>, bool) {
    let decided = live(changes, Aspect::Met);
    let reopened = decided
        .iter()
        .any(|(_, change)| matches!(change.decision, Some(Decision::Reopened)));
    let noted = decided
        .iter()
        .filter_map(|(_, change)| match change.decision.as_ref()? {
            Decision::Met { at, by } if !reopened => Some((*at, *by)),
            _ => None,
        });
    let of_others = meets
        .iter()
        .filter(|met| met.key == term.key)
        .map(|met| (met.at, Some(met.by)));
    let first = term
        .met
        .map(|at| (at, None))
        .into_iter()
        .chain(of_others)
        .chain(noted)
        // Of two who say the same moment the record that met it is named, not who only noted it.
        .min_by_key(|(at, by)| (at.date(), *at, by.is_none(), *by));
    let (at, by) = first.map_or((None, None), |(at, by)| (Some(at), by));
    (at, by, decided.len() > 1)
}

impl Deadline {
    /// Where it stands now. A day is over when the next one begins in Italy; an overdue term stays overdue until it is
    /// met, moved or no longer owed.
    #[must_use]
    pub fn standing(&self, now: Instant, office: &Office) -> Standing {
        let days = self.due.date().days_since(now.rome_date());
        let minutes = match self.due {
            Moment::At(due) => Some((due.0 - now.0).div_euclid(60_000)),
            Moment::Day(_) => None,
        };
        let state = match self.met {
            Some(met) if self.is_late(met) => State::MetLate,
            Some(_) => State::Met,
            None if self.lapsed => State::Lapsed,
            None if self.due.is_over(now) => State::Overdue,
            None if days <= i64::from(office.soon_days) => State::DueSoon,
            None => State::InTime,
        };
        let reached = |alert: &u16| days <= i64::from(*alert);
        Standing {
            state,
            days: i32::try_from(days).unwrap_or(i32::MAX),
            minutes: minutes.map(|minutes| i32::try_from(minutes).unwrap_or(i32::MAX)),
            alert: self.key.code.rule().alerts.iter().copied().filter(reached).min(),
        }
    }

    /// Whether something is still to be done about it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.met.is_none() && !self.lapsed
    }

    /// The days on which to think of it, the earliest first, its last day not among them.
    #[must_use]
    pub fn alert_days(&self) -> Vec<CivilDate> {
        let alerts = self.key.code.rule().alerts.iter();
        alerts
            .map(|days| self.due.date().plus_days(-i64::from(*days)))
            .collect()
    }

    /// Days from its start to when it was met, or to a day.
    #[must_use]
    pub fn days_taken(&self, today: CivilDate) -> i64 {
        let end = self.met.map_or(today, Moment::date);
        end.days_since(self.starts.date())
    }

    fn is_late(&self, met: Moment) -> bool {
        match (met, self.due) {
            (Moment::At(met), Moment::At(due)) => met > due,
            (met, due) => met.date() > due.date(),
        }
    }
}

/// Days as tenths of a mean month of 365.25 / 12 days, rounded half up: how the indicators measure a report. That months
/// are meant so is a reading of theirs (not verified).
#[must_use]
pub const fn months_tenths(days: i64) -> i64 {
    (days * 24_000 + 36_525).div_euclid(2 * 36_525)
}
