//! The lists from which a contact with the desk is coded. SISO names the answers but no official codes were found: the
//! codes are this program's own.

use crate::codes::CodeList;

const MODE: CodeList = CodeList {
    list: "CARTELLA-MODALITA-ACCESSO",
    version: "1",
    source: "SISO, scheda di accesso: modalità",
    codes: &[
        "PERSONA",
        "TELEFONO",
        "EMAIL",
        "SCRITTA",
        "DOMICILIO",
        "ALTRA_DISTANZA",
    ],
};

const REASON: CodeList = CodeList {
    list: "CARTELLA-MOTIVO-ACCESSO",
    version: "1",
    source: "SISO, scheda di accesso: motivo",
    codes: &["SPONTANEO", "INVIATO", "CONVOCATO", "DECRETO"],
};

const INTERLOCUTOR: CodeList = CodeList {
    list: "CARTELLA-INTERLOCUTORE",
    version: "1",
    source: "SISO, scheda di accesso: interlocutore",
    codes: &[
        "UTENTE",
        "PARENTE",
        "ISTITUZIONALE",
        "ORGANIZZAZIONE",
        "AUTORITA",
        "ALTRO",
    ],
};

const OUTCOME: CodeList = CodeList {
    list: "CARTELLA-ESITO-ACCESSO",
    version: "1",
    source: "SISO, scheda di accesso: esito",
    codes: &[INFORMAZIONE, ORIENTAMENTO, "INVIO", PROPOSTA],
};

/// She was told what she asked.
pub(super) const INFORMAZIONE: &str = "INFORMAZIONE";
/// She was shown where to turn.
pub(super) const ORIENTAMENTO: &str = "ORIENTAMENTO";
/// She shall be taken in charge.
pub(super) const PROPOSTA: &str = "PROPOSTA";

/// How they came into contact (modalità).
#[must_use]
pub fn access_modes() -> CodeList {
    MODE
}

/// Why they came (motivo dell'accesso).
#[must_use]
pub fn access_reasons() -> CodeList {
    REASON
}

/// Who speaks (interlocutore).
#[must_use]
pub fn interlocutors() -> CodeList {
    INTERLOCUTOR
}

/// How it ended at the desk (esito).
#[must_use]
pub fn outcomes() -> CodeList {
    OUTCOME
}
