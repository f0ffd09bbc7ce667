//! From state to state: which moves there are and what each asks for.
//!
//! Sources: the iter of the regional record and of the SISO model; what is asked at each step is the practice of
//! child protection (mini-équipe, informativa, consent or mandate, signed plan, final report). A paper recorded by
//! date and protocol, or a reason why there is none, answers.

use super::{
    Assignment, AssignmentRole, Episode, Paper, Running, State, StateName,
    closing::{ENDS_MANDATE, decline_reasons, motivi_chiusura, situazioni_chiusura, suspension_reasons},
    holding_on,
};
use crate::{
    codes::Coded,
    ids::OperatorId,
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A move that somebody makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "move", rename_all = "snake_case")]
pub enum Move {
    /// To "Assegnato".
    Assign,
    /// To "In valutazione".
    Assess,
    /// To "In carico".
    TakeInCharge,
    /// To "Progetto attivo", first or again.
    StartPlan,
    /// To "In monitoraggio".
    Monitor,
    /// To "Sospeso".
    Suspend {
        /// Until, as foreseen.
        until: Option<CivilDate>,
        /// Why.
        reason: Option<Coded>,
    },
    /// Back from "Sospeso".
    Resume,
    /// To "Trasferito".
    Transfer {
        /// Body or comune of destination.
        to: Option<String>,
        /// The record of the handover.
        handover: Option<Paper>,
    },
    /// To "Non accolto".
    Decline {
        /// Why.
        reason: Option<Coded>,
        /// Where the person was sent instead.
        sent_to: Option<String>,
    },
    /// To "Chiuso".
    Close {
        /// Why (motivo di chiusura).
        reason: Option<Coded>,
        /// How the person lives (situazione alla chiusura).
        situation: Option<Coded>,
        /// The final report.
        final_report: Option<Paper>,
    },
}

/// Something that a state asks for. The window says each in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// An assistente sociale responsible for the case.
    Responsible,
    /// The psicologo of the pair.
    Psychologist,
    /// Informativa privacy: its date, or why it could not be given.
    PrivacyNotice,
    /// Consent to the plan, or the mandate of a court.
    ConsentOrMandate,
    /// The signed plan.
    SignedPlan,
    /// Why it is suspended.
    SuspensionReason,
    /// Body or comune of destination.
    Destination,
    /// The record of the handover.
    Handover,
    /// Why it is not taken.
    DeclineReason,
    /// Why it is closed.
    ClosingReason,
    /// How the person lives at closing.
    ClosingSituation,
    /// The final report.
    FinalReport,
    /// Next actions and deadlines still open.
    NothingOpen,
    /// The act that ends the order of the court (revoca or archiviazione).
    MandateEnded,
}

/// What of the case, beside the episode, the moves look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseSituation {
    /// The service.
    pub service: Service,
    /// Somebody is responsible on the day.
    pub responsible: bool,
    /// A psicologo is assigned on the day.
    pub psychologist: bool,
    /// Next actions, mandates, deadlines and services still open.
    pub open_items: u32,
    /// Orders of a court that still bind the service.
    pub orders_in_force: u32,
    /// The office closes cases of this service without a final report.
    pub without_report: bool,
}

impl CaseSituation {
    /// As it is for a team on a day.
    #[must_use]
    pub fn of(service: Service, team: &[Assignment], day: CivilDate, open_items: u32) -> Self {
        let has = |role| holding_on(team, day).any(|assignment| assignment.role == role);
        Self {
            service,
            responsible: has(AssignmentRole::Responsabile),
            psychologist: has(AssignmentRole::Psicologo),
            open_items,
            orders_in_force: 0,
            without_report: false,
        }
    }

    /// With a final report asked for at its closing, or not.
    #[must_use]
    pub const fn asking_report(self, asked: bool) -> Self {
        Self {
            without_report: !asked,
            ..self
        }
    }

    /// With so many orders of a court still in force.
    #[must_use]
    pub const fn under_orders(self, orders_in_force: u32) -> Self {
        Self {
            orders_in_force,
            ..self
        }
    }
}

/// Why a move is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoveRefused {
    /// The state does not lead there.
    #[error("no such move from this state")]
    NoSuchMove,
    /// Something is asked for first.
    #[error("something is missing")]
    Missing(Vec<Ask>),
    /// A code from the wrong list or version.
    #[error("a code of another list")]
    UnknownCode,
    /// The day lies in the future.
    #[error("a day in the future")]
    InFuture,
    /// The day lies before the state that is left began.
    #[error("a day before the state began")]
    BeforeState,
}

/// The names of the states that an episode may move to from here.
#[must_use]
pub fn next_moves(state: &State) -> Vec<StateName> {
    use StateName as N;
    let mut next = match state.name() {
        N::Segnalato | N::Riaperto => vec![N::Assegnato, N::NonAccolto],
        N::Assegnato => vec![N::InValutazione, N::NonAccolto],
        N::InValutazione => vec![N::InCarico, N::NonAccolto],
        N::InCarico => vec![N::ProgettoAttivo, N::Sospeso],
        N::ProgettoAttivo => vec![N::InMonitoraggio, N::Sospeso],
        N::InMonitoraggio => vec![N::ProgettoAttivo, N::Sospeso],
        N::Sospeso => match state.running() {
            Some(Running::InCarico) => vec![N::InCarico],
            Some(Running::ProgettoAttivo) => vec![N::ProgettoAttivo],
            Some(Running::InMonitoraggio) => vec![N::InMonitoraggio],
            None => Vec::new(),
        },
        N::Trasferito | N::NonAccolto | N::Chiuso => Vec::new(),
    };
    if state.name().is_open() {
        next.extend([N::Trasferito, N::Chiuso]);
    }
    next
}

/// Moves an episode: the state that it reaches on a day.
///
/// # Errors
/// [`MoveRefused`]: no such move from here, something asked for is missing, a code is of another list, or the day
/// lies before the present state or after `today`.
pub fn advance(
    episode: &Episode,
    step: &Move,
    by: OperatorId,
    on: CivilDate,
    today: CivilDate,
    case: &CaseSituation,
) -> Result<State, MoveRefused> {
    let reached = target(&episode.state, step, by, on).ok_or(MoveRefused::NoSuchMove)?;
    let resuming = matches!(step, Move::Resume);
    let suspended = episode.state.name() == StateName::Sospeso;
    if !next_moves(&episode.state).contains(&reached.name())
        || resuming != (suspended && reached.name().is_open())
    {
        return Err(MoveRefused::NoSuchMove);
    }
    if on > today {
        return Err(MoveRefused::InFuture);
    }
    if episode.state.since().is_some_and(|since| since.earliest() > on) {
        return Err(MoveRefused::BeforeState);
    }
    codes_of_their_lists(&reached, case.service)?;
    // Back from a suspension nothing is asked again.
    let missing = if resuming {
        Vec::new()
    } else {
        missing(episode, &reached, case)
    };
    if missing.is_empty() {
        Ok(reached)
    } else {
        Err(MoveRefused::Missing(missing))
    }
}

fn target(state: &State, step: &Move, by: OperatorId, on: CivilDate) -> Option<State> {
    let on = Some(PartialDate::exact(on));
    Some(match step {
        Move::Assign => State::Assegnato { on },
        Move::Assess => State::InValutazione { on },
        Move::TakeInCharge => State::InCarico { on },
        Move::StartPlan => State::ProgettoAttivo { on },
        Move::Monitor => State::InMonitoraggio { on },
        Move::Suspend { until, reason } => State::Sospeso {
            on,
            until: until.map(PartialDate::exact),
            reason: reason.clone(),
            from: state.running()?,
        },
        Move::Resume => match state.running()? {
            Running::InCarico => State::InCarico { on },
            Running::ProgettoAttivo => State::ProgettoAttivo { on },
            Running::InMonitoraggio => State::InMonitoraggio { on },
        },
        Move::Transfer { to, handover } => State::Trasferito {
            on,
            to: to.clone(),
            handover: handover.clone(),
        },
        Move::Decline { reason, sent_to } => State::NonAccolto {
            on,
            reason: reason.clone(),
            sent_to: sent_to.clone(),
        },
        Move::Close {
            reason,
            situation,
            final_report,
        } => State::Chiuso {
            on,
            reason: reason.clone(),
            situation: situation.clone(),
            by: Some(by),
            final_report: final_report.clone(),
        },
    })
}

fn codes_of_their_lists(reached: &State, service: Service) -> Result<(), MoveRefused> {
    let fits = match reached {
        State::Sospeso { reason, .. } => reason.as_ref().is_none_or(|code| suspension_reasons().has(code)),
        State::NonAccolto { reason, .. } => reason.as_ref().is_none_or(|code| decline_reasons().has(code)),
        State::Chiuso {
            reason, situation, ..
        } => {
            reason
                .as_ref()
                .is_none_or(|code| motivi_chiusura(service).has(code))
                && situation
                    .as_ref()
                    .is_none_or(|code| situazioni_chiusura(service).has(code))
        }
        _ => true,
    };
    if fits {
        Ok(())
    } else {
        Err(MoveRefused::UnknownCode)
    }
}

/// What a state asks of an episode and its case, and is not there.
#[must_use]
pub(super) fn missing(episode: &Episode, reached: &State, case: &CaseSituation) -> Vec<Ask> {
    asked_by(reached, case)
        .into_iter()
        .filter(|ask| !is_there(*ask, episode, reached, case))
        .collect()
}

fn asked_by(reached: &State, case: &CaseSituation) -> Vec<Ask> {
    let area = case.service.area();
    match reached.name() {
        StateName::Segnalato | StateName::Riaperto => Vec::new(),
        StateName::Assegnato | StateName::InValutazione if area.mini_equipe => {
            vec![Ask::Responsible, Ask::Psychologist]
        }
        StateName::Assegnato | StateName::InValutazione => vec![Ask::Responsible],
        StateName::InCarico => vec![Ask::PrivacyNotice, Ask::ConsentOrMandate],
        StateName::ProgettoAttivo | StateName::InMonitoraggio => vec![Ask::SignedPlan],
        StateName::Sospeso => vec![Ask::SuspensionReason],
        StateName::Trasferito => vec![Ask::Destination, Ask::Handover],
        StateName::NonAccolto => vec![Ask::DeclineReason],
        StateName::Chiuso => {
            let mut asks = vec![Ask::ClosingReason, Ask::ClosingSituation];
            if !case.without_report {
                asks.push(Ask::FinalReport);
            }
            asks.push(Ask::NothingOpen);
            if area.under_court {
                asks.push(Ask::MandateEnded);
            }
            asks
        }
    }
}

fn is_there(ask: Ask, episode: &Episode, reached: &State, case: &CaseSituation) -> bool {
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let mandate = Paper::is_there(episode.court_mandate.as_ref());
    match (ask, reached) {
        (Ask::Responsible, _) => case.responsible,
        (Ask::Psychologist, _) => case.psychologist || Paper::is_there(episode.without_psychologist.as_ref()),
        (Ask::PrivacyNotice, _) => Paper::is_there(episode.privacy_notice.as_ref()),
        (Ask::ConsentOrMandate, _) => mandate || Paper::is_there(episode.consent.as_ref()),
        (Ask::SignedPlan, _) => Paper::is_there(episode.plan.as_ref()),
        (Ask::NothingOpen, _) => case.open_items == 0,
        (Ask::SuspensionReason, State::Sospeso { reason, .. })
        | (Ask::DeclineReason, State::NonAccolto { reason, .. })
        | (Ask::ClosingReason, State::Chiuso { reason, .. }) => reason.is_some(),
        (Ask::Destination, State::Trasferito { to, .. }) => said(to),
        (Ask::Handover, State::Trasferito { handover, .. }) => Paper::is_there(handover.as_ref()),
        (Ask::ClosingSituation, State::Chiuso { situation, .. }) => situation.is_some(),
        (Ask::FinalReport, State::Chiuso { final_report, .. }) => Paper::is_there(final_report.as_ref()),
        (Ask::MandateEnded, State::Chiuso { reason, .. }) => {
            // An order that is in the file ends there; for one known by its paper alone, the paper that ends it.
            let ended = !mandate || Paper::is_there(episode.mandate_ended.as_ref());
            (case.orders_in_force == 0 && ended)
                || reason
                    .as_ref()
                    .is_some_and(|code| ENDS_MANDATE.contains(&code.code.as_str()))
        }
        // Asked of another state than the one reached: nothing to find there.
        _ => true,
    }
}

#[cfg(test)]
mod tests;
