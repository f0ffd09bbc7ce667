//! Phases B to E: what the assessment, the plan, the states and the closing say.

use super::{Origin, signed, text};
use crate::{
    cases::{State, StateName},
    phases::{Facts, Valore},
    plans::{Goal, PlanState},
    time::PartialDate,
};

pub(super) fn told(key: &str, facts: &Facts<'_>) -> Option<(Valore, Origin)> {
    let value = match key {
        "VALUTAZIONE_DATA" | "VALUTAZIONE_RESPONSABILE" | "VNCS" | "FODV" | "INVA" => {
            return assessed(key, facts).map(|value| (value, Origin::Assessment));
        }
        "CASE_MANAGER" => facts.responsible().map(Valore::Operator),
        "DAAS" => facts.first(&[StateName::ProgettoAttivo]).map(Valore::Day),
        "DACS" => facts
            .first(&[StateName::Chiuso, StateName::Trasferito])
            .map(Valore::Day),
        "DAIS" | "DAFS" | "MOSO" => suspended(key, facts),
        "CHIUSURA_RESPONSABILE" | "MOCP" => closed(key, facts),
        _ => return planned(key, facts).map(|value| (value, Origin::Plan)),
    };
    value.map(|value| (value, Origin::Case))
}

fn assessed(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let assessment = facts.assessment?;
    let answer = |key: &str| assessment.answers.as_ref()?.get(key).cloned().map(Valore::Codes);
    match key {
        "VALUTAZIONE_DATA" => assessment.on.map(|on| Valore::Day(PartialDate::exact(on))),
        "VALUTAZIONE_RESPONSABILE" => assessment.author.map(Valore::Operator),
        "VNCS" => answer("SINA_CURE"),
        "INVA" => answer("SINBA_DISABILITA"),
        _ => answer("SINA_FONTE").or_else(|| answer("SINBA_FONTE")),
    }
}

fn suspended(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let (state, over) = facts.suspension()?;
    let State::Sospeso {
        on, until, reason, ..
    } = state
    else {
        return None;
    };
    match key {
        "DAIS" => on.map(Valore::Day),
        "DAFS" => over.or(*until).map(Valore::Day),
        _ => reason.clone().map(|reason| Valore::Codes(vec![reason])),
    }
}

fn closed(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let State::Chiuso { by, reason, .. } = &facts.episode.state else {
        return None;
    };
    match key {
        "CHIUSURA_RESPONSABILE" => by.map(Valore::Operator),
        _ => reason.clone().map(|reason| Valore::Codes(vec![reason])),
    }
}

fn planned(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let plan = facts.plan?;
    let day = |on| Valore::Day(PartialDate::exact(on));
    match key {
        "PROGETTO_RESPONSABILE" => plan.responsible.map(Valore::Operator),
        "PROGETTO_MONITORAGGIO" => plan.monitor.map(Valore::Operator),
        "PROGETTO_CODICE" => plan.kind.clone().map(|kind| Valore::Codes(vec![kind])),
        "PROGETTO_OGGETTO" => text(plan.subject.as_ref()),
        "PROGETTO_DAL" => plan.starts.map(day).or_else(|| signed(facts).map(Valore::Day)),
        "PROGETTO_AL" => plan.ends.map(day),
        "OBIETTIVI" => goals(facts, |_| true),
        "PRESTAZIONI_PIANIFICATE" => text(plan.measures.as_ref()),
        "RIRA" => goals(facts, Goal::is_reached),
        "RINR" => goals(facts, |goal| goal.outcome.is_some() && !goal.is_reached()),
        _ => ended(key, facts),
    }
}

/// How the plan ended, and what came of its last review.
fn ended(key: &str, facts: &Facts<'_>) -> Option<Valore> {
    let last = || facts.reviews.iter().find(|review| review.last == Some(true));
    match (key, &facts.plan?.state) {
        ("PROGETTO_CHIUSO", PlanState::Chiuso { on, .. } | PlanState::Rinnovato { on, .. }) => {
            Some(Valore::Day(PartialDate::exact(*on)))
        }
        ("DAVF", _) => last()?.on.map(|on| Valore::Day(PartialDate::exact(on))),
        ("VAFI", _) => text(last()?.text.as_ref()),
        ("NUPR", PlanState::Rinnovato { .. }) => Some(Valore::YesNo(true)),
        ("NUPR", PlanState::Chiuso { .. }) => Some(Valore::YesNo(false)),
        _ => None,
    }
}

fn goals(facts: &Facts<'_>, wanted: impl Fn(&Goal) -> bool) -> Option<Valore> {
    let texts = facts.goals.iter().filter(|goal| wanted(goal));
    let texts: Vec<&str> = texts.filter_map(|goal| goal.text.as_deref()).collect();
    (!texts.is_empty()).then(|| Valore::Text(texts.join("; ")))
}
