//! The lists of placements. INPS's numbers are its own; of its list of residential characters only the halves are known
//! here (1 to 3 like a family, 4 to 10 like a community).

use crate::codes::{CodeList, codes};

/// What kind of facility. Educative and familial ones are named by the comune of Mantova, the others from practice.
pub const TIPI_COMUNITA: CodeList = CodeList {
    list: "CARTELLA-TIPO-COMUNITA",
    version: "1",
    source: "practice of child protection in Lombardy; Comune di Mantova for the first two",
    codes: &[
        "EDUCATIVA",
        "FAMILIARE",
        "ALLOGGIO_AUTONOMIA",
        "MAMMA_BAMBINO",
        "PRONTO_INTERVENTO",
        "TERAPEUTICA",
        "ALTRO",
    ],
};

/// Residential character.
pub const CARATTERE: CodeList = CodeList {
    list: "INPS-SINBA-CARATTERE-RESIDENZIALE",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
};

/// By consent or by order.
pub const FORME: CodeList = CodeList {
    list: "INPS-SINBA-FORMA",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &["1", "2"],
};

/// The code of [`FORME`] for a placement that a court ordered.
pub(super) const GIUDIZIARIO: &str = "2";

/// Where the minor goes on leaving.
pub const ESITI_DIMISSIONE: CodeList = CodeList {
    list: "INPS-SINBA-ESITO-RESIDENZIALE",
    version: "1",
    source: "INPS, Casellario dell'assistenza, SINBA",
    codes: &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
};

codes! {
    /// What sets a placement apart (SISO).
    SegnaleCollocamento {
        /// In an emergency.
        Emergenza = "EMERGENZA",
        /// She is pregnant.
        Gravidanza = "GRAVIDANZA",
        /// With a newborn.
        ConNeonato = "CON_NEONATO",
        /// Of the penal area.
        AreaPenale = "AREA_PENALE",
        /// Certified disability.
        DisabilitaCertificata = "DISABILITA_CERTIFICATA",
        /// One more educatore was asked for.
        EducatoreAggiuntivo = "EDUCATORE_AGGIUNTIVO",
        /// Goes on after the eighteenth birthday, as the young adult asked.
        ProrogaDiciotto = "PROROGA_18",
    }
}

codes! {
    /// How often the facility bills.
    Fatturazione {
        /// Every month.
        Mensile = "MENSILE",
        /// Every quarter of the year.
        Trimestrale = "TRIMESTRALE",
    }
}

codes! {
    /// Why a minor was away from the facility.
    MotivoAssenza {
        /// At home with the family.
        RientroFamiglia = "RIENTRO_FAMIGLIA",
        /// In hospital.
        Ricovero = "RICOVERO",
        /// On holiday.
        Vacanza = "VACANZA",
        /// Gone without leave.
        Allontanamento = "ALLONTANAMENTO",
        /// Something else.
        Altro = "ALTRO",
    }
}
