//! Spazio neutro: supervised contact of a minor with a parent or other relative, on a court's order only.
//!
//! A path (percorso) has eleven steps, from the request of the service that sends to the last restitution; it waits until
//! it is assigned, and its meetings are recorded one by one. What was seen in a meeting is no field of it: it is a signed
//! entry of the diary, so it cannot be changed. All of it lives in the court scope of a case. Source: the protocol of
//! A.S.S.E.MI. 2015 ("Incontriamoci qui"); kinds of meeting from practice.

mod incontro;
mod lists;
mod passo;
mod percorso;
mod phases;
#[cfg(test)]
mod tests;

pub use incontro::{IncontroSn, MAX_OPERATORS, first_held};
pub use lists::{EsitoSn, FaseSn, MODALITA_SN, MOTIVI_FINE_SN, PrioritaSn};
pub use passo::PassoSn;
pub use percorso::{AssegnazioneSn, FineSn, PercorsoRefused, PercorsoSn};
pub use phases::{FaseVista, current, phases};
