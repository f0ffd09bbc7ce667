//! The five phases of a case, each with its data, where they come from and what lacks.

use super::loaded::Loaded;
use crate::{
    Result, Session,
    cases::OneCase,
    names::{Names, names},
};
use cartella_archive::{Seen, audit};
use cartella_domain::{
    codes::Coded,
    ids::{CaseId, EpisodeId},
    phases::{ELEMENTS, ElencoCodici, Fase, FaseView, Home, Valore, current, lists_to_load},
    places,
    rights::Action,
    scope::ScopeKind,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A code that may be chosen.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct CodeChoice {
    /// The code.
    pub code: Coded,
    /// Its words.
    pub label: String,
}

/// The phases of a case.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhasesPage {
    /// The case.
    pub case: CaseId,
    /// The episode of which they tell.
    pub episode: EpisodeId,
    /// The five, in their order.
    pub phases: Vec<FaseView>,
    /// The writes that made what is said of each phase and datum here: a form gives them back. By the name of the phase or
    /// the key of the datum.
    pub seen: BTreeMap<String, Vec<String>>,
    /// What was said of each phase as a whole, by its name: what a form begins with.
    pub said: BTreeMap<String, Fase>,
    /// The codes that may be chosen, by list; a list that is not loaded is not there.
    pub choices: BTreeMap<String, Vec<CodeChoice>>,
    /// The words of chosen codes that no list in use has any more, by list and code.
    pub old_labels: BTreeMap<String, BTreeMap<String, String>>,
    /// Names of operators and of the person.
    pub names: Names,
    /// What comuni, states and countries are called, by code.
    pub places: BTreeMap<String, String>,
    /// The data that she may write belong to these.
    pub writes: Vec<Home>,
    /// She may write what is said of a phase as a whole.
    pub writes_phases: bool,
}

/// Opens them; the audit says that the case was read.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; the disk is full.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<PhasesPage> {
    let loaded = Loaded::of(session, input.case, Action::PhaseRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(input.case))?;
    let phases = loaded.phases();
    let named = loaded.named(&phases);
    let writes = writable(session, &loaded)?;
    Ok(PhasesPage {
        case: input.case,
        episode: loaded.episode,
        seen: seen(session, &loaded)?,
        said: said(&loaded),
        choices: choices(&loaded.lists),
        old_labels: old_labels(&phases, &loaded.lists),
        names: names(session, named.into_iter().chain([input.case.uuid()]))?,
        places: called(&phases),
        writes_phases: session.decide(Action::PhaseWrite, &loaded.subject)?.is_allowed(),
        writes,
        phases,
    })
}

/// The homes in which she may write a datum.
fn writable(session: &Session, loaded: &Loaded) -> Result<Vec<Home>> {
    let mut homes = Vec::new();
    let mut written: Vec<Home> = ELEMENTS
        .iter()
        .filter(|element| element.written)
        .map(|element| element.home)
        .collect();
    written.sort_unstable();
    written.dedup();
    for home in written {
        let action = writes(home);
        if session.decide(action, &loaded.subject)?.is_allowed() {
            homes.push(home);
        }
    }
    Ok(homes)
}

/// What writing a datum asks for, as the office asks of what reaches it.
pub(super) const fn writes(home: Home) -> Action {
    match home.scope() {
        ScopeKind::CaseHealth => Action::AssessmentWrite,
        ScopeKind::CaseMoney => Action::CasePaper,
        _ => Action::PhaseWrite,
    }
}

fn said(loaded: &Loaded) -> BTreeMap<String, Fase> {
    let all = loaded.fasi.iter().map(|row| &row.value);
    all.filter_map(|fase| Some((fase.phase?.stored().to_owned(), fase.clone())))
        .collect()
}

fn seen(session: &Session, loaded: &Loaded) -> Result<BTreeMap<String, Vec<String>>> {
    let mut all = BTreeMap::new();
    let phases = loaded.fasi.iter().map(|row| {
        let name = row.value.phase.map(|phase| phase.stored().to_owned());
        (name, &row.id)
    });
    let data = loaded.data.iter().map(|row| (row.value.element.clone(), &row.id));
    for (name, id) in phases.chain(data) {
        let Seen(writes) = session.archive().seen(id)?;
        if let Some(name) = name {
            all.insert(name, writes);
        }
    }
    Ok(all)
}

fn choices(lists: &[ElencoCodici]) -> BTreeMap<String, Vec<CodeChoice>> {
    let of = |name: String| {
        let answers = current(lists, &name)?.answers();
        let choices = answers
            .into_iter()
            .map(|(code, label)| CodeChoice { code, label });
        Some((name, choices.collect()))
    };
    lists_to_load().into_iter().filter_map(of).collect()
}

/// The words of codes that were chosen from an earlier version of their list.
fn old_labels(phases: &[FaseView], lists: &[ElencoCodici]) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut labels: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let chosen = phases.iter().flat_map(|phase| {
        let values = phase.data.iter().filter_map(|datum| datum.value.as_ref());
        values.flat_map(Valore::codes).chain(&phase.outcome)
    });
    for code in chosen {
        let Some(list) = lists.iter().find(|list| list.has(code)) else {
            continue;
        };
        let found = list.codes.iter().find(|one| one.code == code.code);
        if let Some(found) = found {
            let of_list = labels.entry(code.list.clone()).or_default();
            of_list.insert(code.code.clone(), found.label.clone());
        }
    }
    labels
}

/// The names of the places and countries that the data name.
fn called(phases: &[FaseView]) -> BTreeMap<String, String> {
    let values = phases.iter().flat_map(|phase| &phase.data);
    let name = |value: &Valore| match value {
        Valore::Place(code) => Some((code.clone(), places::at(code, None)?.name.to_string())),
        Valore::Country(code) => {
            let mut all = places::citizenships().iter();
            let country = all.find(|country| country.code == *code)?;
            Some((code.clone(), country.name.to_owned()))
        }
        _ => None,
    };
    values
        .filter_map(|datum| datum.value.as_ref().and_then(name))
        .collect()
}
