//! What a step of a case asks for first: papers recorded, promises kept, the words of a closure.

use super::{cases::LivingCase, dice::Dice as _};
use crate::SeededRandom;
use cartella_app::{
    Result, Session,
    agenda::{self, ActionRef},
    cases::{self, CloseCase, CompleteCase, PaperKind},
};
use cartella_domain::{
    cases::{Move, Paper, motivi_chiusura, situazioni_chiusura},
    ids::{ActionId, CaseId},
    services::{Audience, Service},
    time::CivilDate,
};

pub(super) fn take_in_charge(session: &mut Session, random: &SeededRandom, case: &LivingCase) -> Result<()> {
    paper(session, random, case.id, PaperKind::PrivacyNotice)?;
    let ordered = case.service.area().under_court && random.chance(70);
    let basis = if ordered {
        PaperKind::CourtMandate
    } else {
        PaperKind::Consent
    };
    paper(session, random, case.id, basis)?;
    super::cases::make(session, case.id, Move::TakeInCharge)
}

/// Records a paper of today, or, once in a while, why it could not be had.
///
/// # Errors
/// The verb's own.
pub fn paper(session: &mut Session, random: &SeededRandom, case: CaseId, which: PaperKind) -> Result<()> {
    let paper = if which == PaperKind::WithoutPsychologist {
        Paper {
            waived: Some("Nessuno psicologo disponibile nel servizio".to_owned()),
            ..Paper::default()
        }
    } else {
        Paper {
            on: Some(session.today()),
            protocol: Some(random.between(1_000, 48_000).to_string()),
            waived: None,
        }
    };
    let input = CompleteCase {
        case,
        which: Some(which),
        paper: Some(paper),
        referral: None,
        state: None,
        comuni: None,
    };
    cases::complete(session, input).map(drop)
}

pub(super) fn close(session: &mut Session, random: &SeededRandom, case: &mut LivingCase) -> Result<()> {
    settle_actions(session, case, None)?;
    let minor = case.service.area().audience == Audience::Minors;
    let (reason, situation) = match (minor, case.service) {
        (true, Service::Affidi) => (random.word("4|9"), random.word("1|3")),
        (true, _) => (random.word("4|4|4|5|1"), "1"),
        (false, _) => random
            .pick(&[("CONCLUSIONE", "DOMICILIO"), ("RICOVERO", "STRUTTURA_SOCIALE")])
            .copied()
            .unwrap_or(("CONCLUSIONE", "DOMICILIO")),
    };
    if case.service.area().under_court {
        paper(session, random, case.id, PaperKind::MandateEnded)?;
    }
    let input = CloseCase {
        case: case.id,
        on: None,
        reason: motivi_chiusura(case.service).answer(reason),
        situation: situazioni_chiusura(case.service).answer(situation),
        final_report: Some(Paper {
            on: Some(session.today()),
            protocol: Some(random.between(1_000, 48_000).to_string()),
            waived: None,
        }),
        report: None,
        note: None,
    };
    cases::close(session, input).map(drop)
}

/// Does what was promised in a case by a day; all of it when no day is said.
///
/// # Errors
/// The verb's own.
pub fn settle_actions(session: &mut Session, case: &mut LivingCase, by: Option<CivilDate>) -> Result<()> {
    if case.due.is_empty() && by.is_some() {
        return Ok(());
    }
    let lines = agenda::actions(session, agenda::AskActions { case: case.id })?;
    let is_due = |due: Option<CivilDate>| by.is_none_or(|by| due.is_some_and(|due| due <= by));
    let done: Vec<ActionId> = lines
        .iter()
        .filter(|line| is_due(line.action.due))
        .map(|line| line.id)
        .collect();
    for id in done {
        agenda::action_done(session, ActionRef { id })?;
    }
    case.due.retain(|due| by.is_some_and(|by| *due > by));
    Ok(())
}
