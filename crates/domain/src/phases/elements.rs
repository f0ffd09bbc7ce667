//! The data elements of each phase, as the interchange names them (regional library, specification 3.3.1 to 3.3.5).
//!
//! The four-letter codes are those of the library; two pairs of them share a number there (TIRI and MOCO, DSU0 and TIIS),
//! which is probably an error of copying, so nothing here relies on those numbers. Of what kind each value is was not found:
//! it follows from its name.

use super::CodiceFase;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use Answer::{Coded, Day, Euro, Number, Text, YesNo};
use CodiceFase::{Accesso, Conclusione, Erogazione, Progetto, Valutazione};
use Home::{Case, Diary, Health, Money, Person, Plan};

/// Of what kind a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DatumAnswer")]
pub enum Answer {
    /// Words, or what another register calls it.
    Text,
    /// A day.
    Day,
    /// A count.
    Number,
    /// Money.
    Euro,
    /// Yes or no.
    YesNo,
    /// Codes of the regional list of that element.
    Coded,
}

/// Where a value belongs: who may read that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DatumHome")]
pub enum Home {
    /// The case.
    Case,
    /// The registry of people.
    Person,
    /// The diary.
    Diary,
    /// Its plan.
    Plan,
    /// Its health data.
    Health,
    /// Its money.
    Money,
}

/// One data element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Its key, for ever.
    pub key: &'static str,
    /// Its code in the interchange, where it has one.
    pub code: Option<&'static str>,
    /// Of which phase.
    pub phase: CodiceFase,
    /// Of what kind its value is.
    pub answer: Answer,
    /// Where it belongs.
    pub home: Home,
    /// It is written here; otherwise it follows from other records alone.
    pub written: bool,
}

/// The list of the codes of an element.
#[must_use]
pub fn interchange_list(code: &str) -> String {
    format!("CSI-{code}")
}

/// The element of a key.
#[must_use]
pub fn element(key: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|element| element.key == key)
}

/// Written here, under its code.
const fn w(phase: CodiceFase, code: &'static str, answer: Answer, home: Home) -> Element {
    Element {
        key: code,
        code: Some(code),
        phase,
        answer,
        home,
        written: true,
    }
}

/// Follows from other records, under its code.
const fn d(phase: CodiceFase, code: &'static str, answer: Answer, home: Home) -> Element {
    Element {
        written: false,
        ..w(phase, code, answer, home)
    }
}

/// Follows from other records and has no code.
const fn n(phase: CodiceFase, key: &'static str, answer: Answer, home: Home) -> Element {
    Element {
        code: None,
        ..d(phase, key, answer, home)
    }
}

/// Written here and has no code.
const fn wn(phase: CodiceFase, key: &'static str, answer: Answer, home: Home) -> Element {
    Element {
        code: None,
        ..w(phase, key, answer, home)
    }
}

/// Every element, phase by phase, in the order of the specification.
#[rustfmt::skip]
pub const ELEMENTS: &[Element] = &[
    n(Accesso, "COGNOME", Text, Person), n(Accesso, "NOME", Text, Person), n(Accesso, "CODICE_FISCALE", Text, Person),
    n(Accesso, "GENERE", Text, Person), n(Accesso, "NASCITA", Day, Person), n(Accesso, "LUOGO_NASCITA", Text, Person),
    n(Accesso, "STATO_CIVILE", Text, Person), n(Accesso, "TITOLO_STUDIO", Text, Person), n(Accesso, "CITTADINANZA", Text, Person),
    n(Accesso, "SECONDA_CITTADINANZA", Text, Person), n(Accesso, "RESIDENZA", Text, Case), n(Accesso, "DOMICILIO", Text, Person),
    n(Accesso, "TELEFONO", Text, Person), n(Accesso, "CELLULARE", Text, Person), n(Accesso, "EMAIL", Text, Person),
    n(Accesso, "TEAM", Text, Person), wn(Accesso, "DOCUMENTO", Text, Case), wn(Accesso, "ATS", Text, Case),
    n(Accesso, "MEDICO", Text, Person), n(Accesso, "NUCLEO", Text, Person), wn(Accesso, "ASSISTENTI_PERSONALI", Text, Case),
    n(Accesso, "SEGNALAZIONE_DATA", Day, Case), n(Accesso, "SEGNALAZIONE_FONTE", Text, Case),
    n(Accesso, "SEGNALANTE", Text, Diary), n(Accesso, "BISOGNO_ESPRESSO", Text, Diary),
    w(Accesso, "TIRI", Coded, Case), w(Accesso, "MOCO", Coded, Case), w(Accesso, "AMIR", Coded, Case), w(Accesso, "CONF", Coded, Case),
    d(Accesso, "NUNF", Number, Person), w(Accesso, "NURS", Number, Case), w(Accesso, "PROV", Coded, Case),
    w(Accesso, "ARRE", Coded, Money), w(Accesso, "DSU0", YesNo, Money), w(Accesso, "TIIS", Coded, Money), w(Accesso, "ISEE", Euro, Money),
    w(Accesso, "OCAS", Coded, Case), w(Accesso, "COER", Coded, Case), w(Accesso, "DEER", Text, Case),

    n(Valutazione, "VALUTAZIONE_DATA", Day, Health), n(Valutazione, "VALUTAZIONE_RESPONSABILE", Text, Health),
    n(Valutazione, "CASE_MANAGER", Text, Case),
    Element { key: "AMIR_B", ..w(Valutazione, "AMIR", Coded, Health) },
    w(Valutazione, "ESTI", Coded, Health), w(Valutazione, "DSGI", Coded, Health), w(Valutazione, "SSGE", Coded, Health),
    w(Valutazione, "INVA", Coded, Health), w(Valutazione, "INFR", YesNo, Health), w(Valutazione, "PRSI", Coded, Health),
    w(Valutazione, "APIC", YesNo, Health), w(Valutazione, "UTPP", YesNo, Health), w(Valutazione, "PACO", Coded, Health),
    w(Valutazione, "POPA", YesNo, Health), w(Valutazione, "COPA", Coded, Health), w(Valutazione, "MOAF", Coded, Health),
    w(Valutazione, "VNCS", Coded, Health), w(Valutazione, "NISS", Coded, Health), w(Valutazione, "NISO", Coded, Health),
    w(Valutazione, "FODV", Coded, Health),

    n(Progetto, "PROGETTO_RESPONSABILE", Text, Plan), n(Progetto, "PROGETTO_MONITORAGGIO", Text, Plan),
    n(Progetto, "PROGETTO_CODICE", Text, Plan), n(Progetto, "PROGETTO_OGGETTO", Text, Plan), n(Progetto, "PROGETTO_DAL", Day, Plan),
    n(Progetto, "PROGETTO_AL", Day, Plan), n(Progetto, "OBIETTIVI", Text, Plan), n(Progetto, "PRESTAZIONI_PIANIFICATE", Text, Plan),
    w(Progetto, "FRPR", Coded, Case), w(Progetto, "SESP", YesNo, Case), w(Progetto, "INAS", YesNo, Case),
    w(Progetto, "VAPR", Euro, Money), w(Progetto, "COEA", Euro, Money),

    w(Erogazione, "UDOS", Coded, Case), w(Erogazione, "SOER", Text, Case), w(Erogazione, "MOER", Coded, Case),
    w(Erogazione, "ARIS", Coded, Case), w(Erogazione, "SEER", Coded, Case), w(Erogazione, "DAAS", Day, Case),
    w(Erogazione, "DACS", Day, Case), d(Erogazione, "DAIS", Day, Case), d(Erogazione, "DAFS", Day, Case),
    w(Erogazione, "MOSO", Coded, Case), w(Erogazione, "VMBS", Euro, Money), w(Erogazione, "TIVS", Coded, Money),
    w(Erogazione, "VAVO", Euro, Money), w(Erogazione, "IMER", Euro, Money), w(Erogazione, "RIRE", Text, Money),
    w(Erogazione, "DSFR", Text, Case), wn(Erogazione, "PRESTAZIONI", Text, Case),

    n(Conclusione, "CHIUSURA_RESPONSABILE", Text, Case), n(Conclusione, "PROGETTO_CHIUSO", Day, Plan),
    d(Conclusione, "DAVF", Day, Plan), d(Conclusione, "VAFI", Text, Plan), w(Conclusione, "MOCP", Coded, Case),
    w(Conclusione, "RIEF", Euro, Money), d(Conclusione, "RIRA", Text, Plan), d(Conclusione, "RINR", Text, Plan),
    d(Conclusione, "NUPR", YesNo, Plan),
];
