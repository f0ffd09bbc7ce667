//! The lists that the dialogs of a case offer: services, and the codes of a service.

use crate::{Result, Session, commands::Nothing};
use cartella_domain::{
    cases::{decline_reasons, motivi_chiusura, referral_sources, situazioni_chiusura, suspension_reasons},
    codes::{CodeList, Coded},
    rights::{Action, Confidentiality, Subject, standing_in_service},
    services::{Audience, Service},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One service of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceCard {
    /// Its code.
    pub service: Service,
    /// Whom it is for.
    pub audience: Audience,
    /// The level at which diary entries start.
    pub confidentiality: Confidentiality,
    /// A pair of assistente sociale and psicologo works on its cases.
    pub mini_equipe: bool,
    /// It works under orders of a court.
    pub under_court: bool,
    /// The operator may open cases in it.
    pub may_open: bool,
}

/// The catalogue, in the order in which it is offered.
///
/// # Errors
/// The archive does not answer.
pub fn services(session: &mut Session, _: Nothing) -> Result<Vec<ServiceCard>> {
    let actor = session.actor()?;
    let comuni: Vec<String> = actor.comune.iter().cloned().collect();
    Service::ALL
        .iter()
        .map(|service| {
            let area = service.area();
            let standing = standing_in_service(&actor, *service, &comuni);
            Ok(ServiceCard {
                service: *service,
                audience: area.audience,
                confidentiality: area.confidentiality,
                mini_equipe: area.mini_equipe,
                under_court: area.under_court,
                may_open: session
                    .decide(Action::CaseOpen, &Subject::of(standing))?
                    .is_allowed(),
            })
        })
        .collect()
}

/// Of which service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ServiceAsk {
    /// The service.
    pub service: Service,
}

/// The codes of a service's dialogs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServiceCodes {
    /// Motivi di chiusura.
    pub closing_reasons: Vec<Coded>,
    /// Situazioni alla chiusura.
    pub closing_situations: Vec<Coded>,
    /// Reasons for not taking a case.
    pub decline_reasons: Vec<Coded>,
    /// Reasons for suspending.
    pub suspension_reasons: Vec<Coded>,
    /// Fonti della segnalazione.
    pub referral_sources: Vec<Coded>,
}

/// The codes that the dialogs of a service offer.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn codes(_: &mut Session, input: ServiceAsk) -> Result<ServiceCodes> {
    let all = |list: CodeList| list.codes.iter().filter_map(|code| list.answer(code)).collect();
    Ok(ServiceCodes {
        closing_reasons: all(motivi_chiusura(input.service)),
        closing_situations: all(situazioni_chiusura(input.service)),
        decline_reasons: all(decline_reasons()),
        suspension_reasons: all(suspension_reasons()),
        referral_sources: all(referral_sources()),
    })
}
