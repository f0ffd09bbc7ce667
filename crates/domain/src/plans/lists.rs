//! The lists of plans.

use crate::codes::CodeList;

const KINDS: CodeList = CodeList {
    list: "CARTELLA-TIPO-PROGETTO",
    version: "1",
    source: "practice: PAI, progetto individuale (art. 14 L. 328/2000), progetto quadro, PEI",
    codes: &[
        "QUADRO",
        "INDIVIDUALE",
        "PAI",
        "PEI",
        "EDUCATIVO",
        "NUCLEO",
        "ALTRO",
    ],
};

const OUTCOMES: CodeList = CodeList {
    list: "SISO-ESITO-OBIETTIVO",
    version: "1",
    source: "SISO, CsDPai: esito dell'obiettivo",
    codes: &["1", "2", "3"],
};

const CLOSING: CodeList = CodeList {
    list: "CARTELLA-CHIUSURA-PROGETTO",
    version: "1",
    source: "practice; the regional codes of phase E were not found",
    codes: &[
        "RAGGIUNTO",
        "PARZIALE",
        "NON_RAGGIUNTO",
        "RINUNCIA",
        "TRASFERIMENTO",
        "DECESSO",
        "ALTRO",
    ],
};

/// Kinds of plan.
#[must_use]
pub fn plan_kinds() -> CodeList {
    KINDS
}

/// How a goal came out: 1 no, 2 partly, 3 yes.
#[must_use]
pub fn goal_outcomes() -> CodeList {
    OUTCOMES
}

/// Why a plan is closed.
#[must_use]
pub fn plan_closing_reasons() -> CodeList {
    CLOSING
}
