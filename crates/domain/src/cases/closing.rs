//! The lists from which referrals, suspensions, refusals and closures are coded.

use crate::{
    codes::CodeList,
    services::{Audience, Service},
};

const CHIUSURA_MINORI: CodeList = CodeList {
    list: "INPS-SINBA-MOTIVO-CHIUSURA",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
};

const SITUAZIONE_MINORI: CodeList = CodeList {
    list: "INPS-SINBA-SITUAZIONE-CHIUSURA",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &["1", "2", "3", "4", "5", "6", "7", "8"],
};

const CHIUSURA_ADULTI: CodeList = CodeList {
    list: "CARTELLA-MOTIVO-CHIUSURA-ADULTI",
    version: "1",
    source: "practice; no official list for adults was found",
    codes: &[
        "TRASFERIMENTO",
        "CONCLUSIONE",
        "RINUNCIA",
        "RICOVERO",
        "IRREPERIBILITA",
        "DECESSO",
        "ALTRO",
    ],
};

const SITUAZIONE_ADULTI: CodeList = CodeList {
    list: "CARTELLA-SITUAZIONE-CHIUSURA-ADULTI",
    version: "1",
    source: "practice; no official list for adults was found",
    codes: &[
        "DOMICILIO",
        "FAMIGLIA",
        "STRUTTURA_SOCIALE",
        "STRUTTURA_SANITARIA",
        "IGNOTA",
        "ALTRO",
    ],
};

const FONTE: CodeList = CodeList {
    list: "INPS-SINBA-FONTE-SEGNALAZIONE",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &[
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
    ],
};

const NON_ACCOLTO: CodeList = CodeList {
    list: "CARTELLA-MOTIVO-NON-ACCOLTO",
    version: "1",
    source: "practice",
    codes: &[
        "NON_COMPETENZA",
        "ALTRO_SERVIZIO",
        "REQUISITI",
        "BISOGNO_ASSENTE",
        "RINUNCIA",
        "IRREPERIBILITA",
        "ALTRO",
    ],
};

const SOSPENSIONE: CodeList = CodeList {
    list: "CARTELLA-MOTIVO-SOSPENSIONE",
    version: "1",
    source: "practice",
    codes: &[
        "RICOVERO",
        "ASSENZA",
        "RICHIESTA",
        "ATTESA_AG",
        "ATTESA_RISORSE",
        "ALTRO",
    ],
};

/// Reasons for closing a case of this service.
#[must_use]
pub fn motivi_chiusura(service: Service) -> CodeList {
    match service.area().audience {
        Audience::Minors => CHIUSURA_MINORI,
        Audience::Adults | Audience::Anyone => CHIUSURA_ADULTI,
    }
}

/// How the person lives at closing, for a case of this service.
#[must_use]
pub fn situazioni_chiusura(service: Service) -> CodeList {
    match service.area().audience {
        Audience::Minors => SITUAZIONE_MINORI,
        Audience::Adults | Audience::Anyone => SITUAZIONE_ADULTI,
    }
}

/// Who may have pointed the person out (fonte della segnalazione).
#[must_use]
pub fn referral_sources() -> CodeList {
    FONTE
}

/// Reasons for not taking a case.
#[must_use]
pub fn decline_reasons() -> CodeList {
    NON_ACCOLTO
}

/// Reasons for suspending a case.
#[must_use]
pub fn suspension_reasons() -> CodeList {
    SOSPENSIONE
}

/// Reasons of closing that end an order of the court by themselves: passage to another district or region, coming of
/// age (domain rule of child protection: otherwise the order's revocation or filing is asked).
pub(super) const ENDS_MANDATE: [&str; 3] = ["1", "2", "3"];
