//! Collocamenti in comunità: where a minor is placed, by which order, from which day to which, at what daily rate, what
//! it costs, what was billed.
//!
//! A placement goes through four phases: the search for a facility, the papers to the comune with the budget sheet, the
//! stay and its end with the exact day, the bills. Stay, requests and absences live in the court scope of the case, rates,
//! bills and budget sheets in its money scope; facilities are the office's. A minor is in one facility at a time. Source:
//! the phases of So.Le. (programma 2025-2027, 9), INPS's lists of SINBA, SISO's requests of availability.

mod absence;
mod bill;
mod budget;
mod collocamento;
mod cost;
mod findings;
mod lists;
mod rate;
mod request;
mod steps;
mod struttura;
#[cfg(test)]
mod tests;

pub use absence::AssenzaCom;
pub use bill::{BilledPeriod, BillingPeriod, FatturaCom};
pub use budget::{SchedaBudget, budget};
pub use collocamento::{Collocamento, StatoCollocamento};
pub use cost::{CostoPeriodo, RigaCosto, cost};
pub use findings::{CollocamentoFinding, Stay, Surroundings, findings, together};
pub use lists::{
    CARATTERE, ESITI_DIMISSIONE, FORME, Fatturazione, MotivoAssenza, SegnaleCollocamento, TIPI_COMUNITA,
};
pub use rate::{Retta, RettaQuota, rate_on};
pub use request::{RequestRefused, RichiestaDisponibilita, StatoRichiesta, answer};
pub use steps::{PlacementRefused, PlacementStep, step};
pub use struttura::Struttura;

use crate::services::Service;

/// Whether a service places minors in facilities.
#[must_use]
pub const fn places(service: Service) -> bool {
    matches!(
        service,
        Service::TutelaMinori | Service::PenaleMinorile | Service::Collocamenti
    )
}
