//! The five phases of an episode, made of its facts.

mod access;
mod later;

use super::{
    Answer, CodiceFase, ELEMENTS, Element, Facts, Fase, Home, StatoFase, Valore, current, interchange_list,
};
use crate::{
    cases::{Running, State, StateName},
    codes::Coded,
    ids::OperatorId,
    plans::PlanState,
    time::PartialDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From where a value comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DatumOrigin")]
pub enum Origin {
    /// The card of the person.
    Person,
    /// Her household.
    Household,
    /// The card of the case, its states and team.
    Case,
    /// The referral.
    Referral,
    /// What the desk heard.
    Desk,
    /// The assessment.
    Assessment,
    /// The plan, its goals and reviews.
    Plan,
    /// It was written here.
    Here,
}

/// Whether a datum is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DatumState {
    /// It is.
    Filled,
    /// It is not: da completare.
    Missing,
    /// It is not, and cannot be until the office loads its list (elenco non caricato).
    ListNotLoaded,
    /// She may not read it.
    Hidden,
}

/// One datum of a phase.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Datum {
    /// The element's key.
    pub key: &'static str,
    /// Its code in the interchange.
    pub code: Option<&'static str>,
    /// Of what kind it is.
    pub answer: Answer,
    /// Where it belongs.
    pub home: Home,
    /// It is written here; otherwise it is changed where it comes from.
    pub written: bool,
    /// Whether it is there.
    pub state: DatumState,
    /// The value.
    pub value: Option<Valore>,
    /// From where it comes.
    pub from: Option<Origin>,
    /// What other records say in their own words or codes, for who chooses the regional code.
    pub hint: Option<Valore>,
}

/// One phase.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct FaseView {
    /// Which.
    pub phase: CodiceFase,
    /// Where it stands.
    pub state: StatoFase,
    /// Its first day.
    pub starts: Option<PartialDate>,
    /// Its last day.
    pub ends: Option<PartialDate>,
    /// Who answers for it.
    pub responsible: Option<OperatorId>,
    /// How it ended.
    pub outcome: Option<Coded>,
    /// Annotazioni.
    pub notes: Option<String>,
    /// Its data, in the order of the specification.
    pub data: Vec<Datum>,
}

impl FaseView {
    /// Of the data that she may read: how many are there, and of how many.
    #[must_use]
    pub fn filled(&self) -> (usize, usize) {
        let count = |state| self.data.iter().filter(|one| one.state == state).count();
        let filled = count(DatumState::Filled);
        (filled, self.data.len() - count(DatumState::Hidden))
    }
}

/// The five phases, in their order.
#[must_use]
pub fn phases(facts: &Facts<'_>) -> Vec<FaseView> {
    CodiceFase::ALL
        .iter()
        .map(|phase| of_phase(*phase, facts))
        .collect()
}

fn of_phase(phase: CodiceFase, facts: &Facts<'_>) -> FaseView {
    let unsaid = Fase::default();
    let said = facts.phases.iter().find(|one| one.phase == Some(phase));
    let said = said.unwrap_or(&unsaid);
    let (starts, ends) = span(phase, facts);
    let starts = said.starts.map(PartialDate::exact).or(starts);
    let ends = said.ends.map(PartialDate::exact).or(ends);
    FaseView {
        phase,
        state: said
            .state
            .unwrap_or_else(|| stands(phase, &facts.episode.state, (starts, ends))),
        starts,
        ends,
        responsible: said.responsible.or_else(|| answers_for(phase, facts)),
        outcome: said.outcome.clone(),
        notes: said.notes.clone(),
        data: ELEMENTS
            .iter()
            .filter(|element| element.phase == phase)
            .map(|element| datum(element, facts))
            .collect(),
    }
}

/// Its first and last day, as the states of the episode and its plan tell them.
fn span(phase: CodiceFase, facts: &Facts<'_>) -> (Option<PartialDate>, Option<PartialDate>) {
    use StateName as N;
    let referral = facts.episode.referral.as_ref().and_then(|referral| referral.on);
    let closed = facts.first(&[N::Chiuso, N::Trasferito]);
    let working = facts.first(&[N::ProgettoAttivo]);
    let taken = facts.first(&[N::InCarico]);
    match phase {
        CodiceFase::Accesso => (
            referral.or_else(|| facts.first(&[N::Segnalato, N::Riaperto])),
            facts.first(&[N::Assegnato, N::InValutazione, N::NonAccolto]),
        ),
        CodiceFase::Valutazione => (
            facts.first(&[N::InValutazione]),
            facts
                .first(&[N::InValutazione])
                .and(taken.or_else(|| facts.first(&[N::NonAccolto]))),
        ),
        CodiceFase::Progetto => (taken, signed(facts).or(working)),
        CodiceFase::Erogazione => (working, working.and(closed)),
        CodiceFase::Conclusione => (last_review(facts).or(closed), closed),
    }
}

fn signed(facts: &Facts<'_>) -> Option<PartialDate> {
    let on = match facts.plan?.state {
        PlanState::Firmato { on } => on,
        PlanState::InVerifica { signed_on, .. } => signed_on,
        _ => return None,
    };
    Some(PartialDate::exact(on))
}

fn last_review(facts: &Facts<'_>) -> Option<PartialDate> {
    let last = facts.reviews.iter().find(|review| review.last == Some(true));
    last.and_then(|review| review.on).map(PartialDate::exact)
}

/// The phase in which an episode in this state works; what lies before it is over.
const fn working_in(state: &State) -> usize {
    match state {
        State::Segnalato { .. } | State::Riaperto { .. } | State::Assegnato { .. } => 0,
        State::InValutazione { .. } | State::NonAccolto { .. } => 1,
        State::InCarico { .. }
        | State::Sospeso {
            from: Running::InCarico,
            ..
        } => 2,
        State::ProgettoAttivo { .. } | State::InMonitoraggio { .. } | State::Sospeso { .. } => 3,
        State::Trasferito { .. } | State::Chiuso { .. } => 5,
    }
}

fn stands(
    phase: CodiceFase,
    state: &State,
    (starts, ends): (Option<PartialDate>, Option<PartialDate>),
) -> StatoFase {
    let place = CodiceFase::ALL.iter().position(|one| *one == phase).unwrap_or(0);
    let now = working_in(state);
    // What was not taken went no further than it did.
    let refused = state.name() == StateName::NonAccolto;
    if ends.is_some() || place < now {
        StatoFase::Conclusa
    } else if (place == now && !refused) || starts.is_some() {
        StatoFase::InCorso
    } else {
        StatoFase::DaIniziare
    }
}

fn answers_for(phase: CodiceFase, facts: &Facts<'_>) -> Option<OperatorId> {
    let plan = facts.plan;
    let closed_by = match facts.episode.state {
        State::Chiuso { by, .. } => by,
        _ => None,
    };
    match phase {
        CodiceFase::Accesso => None,
        CodiceFase::Valutazione => facts.assessment.and_then(|one| one.author),
        CodiceFase::Progetto => plan.and_then(|plan| plan.responsible),
        CodiceFase::Erogazione => plan.and_then(|plan| plan.monitor),
        CodiceFase::Conclusione => closed_by,
    }
    .or_else(|| facts.responsible())
}

fn datum(element: &Element, facts: &Facts<'_>) -> Datum {
    let shown = facts.sees.contains(&element.home);
    let here = facts
        .data
        .iter()
        .find(|one| one.element.as_deref() == Some(element.key))
        .and_then(|one| one.value.clone())
        .filter(|value| !value.is_empty());
    let told = told(element, facts).filter(|(value, _)| !value.is_empty());
    // A regional code is chosen; what other records say in codes of their own only helps to choose it.
    let chosen_only = element.answer == Answer::Coded;
    let (value, from, hint) = match (here, told) {
        (Some(value), told) => (Some(value), Some(Origin::Here), told.map(|(told, _)| told)),
        (None, Some((told, _))) if chosen_only => (None, None, Some(told)),
        (None, Some((told, from))) => (Some(told), Some(from), None),
        (None, None) => (None, None, None),
    };
    let loaded = element
        .code
        .is_some_and(|code| current(facts.lists, &interchange_list(code)).is_some());
    let state = match (shown, &value) {
        (false, _) => DatumState::Hidden,
        (true, Some(_)) => DatumState::Filled,
        (true, None) if chosen_only && !loaded => DatumState::ListNotLoaded,
        (true, None) => DatumState::Missing,
    };
    Datum {
        key: element.key,
        code: element.code,
        answer: element.answer,
        home: element.home,
        written: element.written,
        state,
        value: value.filter(|_| shown),
        from: from.filter(|_| shown),
        hint: hint.filter(|_| shown),
    }
}

/// What other records say.
fn told(element: &Element, facts: &Facts<'_>) -> Option<(Valore, Origin)> {
    match element.phase {
        CodiceFase::Accesso => access::told(element.key, facts),
        _ => later::told(element.key, facts),
    }
}

/// A code of one of this program's lists.
pub(super) fn coded(list: &str, code: &str) -> Valore {
    Valore::Codes(vec![Coded {
        code: code.to_owned(),
        list: list.to_owned(),
        version: "1".to_owned(),
    }])
}

pub(super) fn text(text: Option<&String>) -> Option<Valore> {
    text.cloned().map(Valore::Text)
}
