//! A facility (struttura) that takes minors in: its card, known to the whole office.

use crate::{codes::Coded, money::Euro, people::Period, record::Record, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A facility of the office's own list. Lives in the scope that everybody sees.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 150, name = "struttura")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Struttura {
    /// Its name.
    #[field(1)]
    pub name: Option<String>,
    /// Who runs it (ente gestore).
    #[field(2)]
    pub gestore: Option<String>,
    /// What kind, of [`super::TIPI_COMUNITA`].
    #[field(3)]
    pub kind: Option<Coded>,
    /// Residential character, of [`super::CARATTERE`].
    #[field(4)]
    pub carattere: Option<Coded>,
    /// Its comune (Belfiore code).
    #[field(5)]
    pub comune: Option<String>,
    /// Its address.
    #[field(6)]
    pub address: Option<String>,
    /// Telephone.
    #[field(7)]
    pub phone: Option<String>,
    /// PEC or e-mail.
    #[field(8)]
    pub mail: Option<String>,
    /// The day of its Carta dei servizi.
    #[field(9)]
    pub carta_servizi: Option<CivilDate>,
    /// The daily tariff of that paper, without IVA.
    #[field(10)]
    pub tariffa: Option<Euro>,
    /// How many it can take.
    #[field(11)]
    pub posti: Option<u16>,
    /// What else matters: ages, girls or boys, what it does.
    #[field(12)]
    pub note: Option<String>,
    /// The days in which the office works with it.
    #[field(13)]
    pub period: Period,
}
