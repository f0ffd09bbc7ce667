//! The lists of spazio neutro. Those from practice are this program's own.

use crate::codes::{CodeList, codes};

codes! {
    /// The steps of the protocol (fase_sn).
    FaseSn {
        /// 1: the card of the request.
        Segnalazione = "SEGNALAZIONE",
        /// 2: the service that sends presents the case to the team.
        Presentazione = "PRESENTAZIONE",
        /// 3: discussed and assigned.
        Assegnazione = "ASSEGNAZIONE",
        /// 4: the parents are sent.
        InvioGenitori = "INVIO_GENITORI",
        /// 5: talks with each parent apart.
        Colloqui = "COLLOQUI",
        /// 6: the minor gets to know the place.
        Ambientamento = "AMBIENTAMENTO",
        /// 7: the meetings.
        Incontri = "INCONTRI",
        /// 8: six-monthly reports to the service that sent.
        Relazione = "RELAZIONE",
        /// 9: restitution to the service that sent.
        RestituzioneServizio = "RESTITUZIONE_SERVIZIO",
        /// 10: restitution to the parents and the minor.
        RestituzioneFamiglia = "RESTITUZIONE_FAMIGLIA",
        /// 11: the last restitution and the discharge.
        Dimissione = "DIMISSIONE",
    }
}

impl FaseSn {
    /// Its number in the protocol.
    #[must_use]
    pub fn number(self) -> u8 {
        let at = Self::ALL.iter().position(|phase| *phase == self).unwrap_or(0);
        u8::try_from(at + 1).unwrap_or(u8::MAX)
    }

    /// Whether it comes again and again while meetings go on.
    #[must_use]
    pub const fn repeats(self) -> bool {
        matches!(
            self,
            Self::Incontri | Self::Relazione | Self::RestituzioneServizio | Self::RestituzioneFamiglia
        )
    }
}

codes! {
    /// How pressing a path is.
    PrioritaSn {
        /// It may wait its turn.
        Ordinaria = "ORDINARIA",
        /// Before the others.
        Alta = "ALTA",
        /// At once.
        Urgente = "URGENTE",
    }
}

codes! {
    /// What became of a meeting.
    EsitoSn {
        /// It took place.
        Svolto = "SVOLTO",
        /// Called off by the one who was to meet the minor.
        AnnullatoIncontrante = "ANNULLATO_INCONTRANTE",
        /// Called off by who accompanies the minor.
        AnnullatoAccompagnante = "ANNULLATO_ACCOMPAGNANTE",
        /// Called off by the service.
        AnnullatoServizio = "ANNULLATO_SERVIZIO",
        /// The minor would not.
        AnnullatoMinore = "ANNULLATO_MINORE",
        /// Begun and broken off.
        Sospeso = "SOSPESO",
    }
}

impl EsitoSn {
    /// Whether minor and visitor were together, if only for a while.
    #[must_use]
    pub const fn was_held(self) -> bool {
        matches!(self, Self::Svolto | Self::Sospeso)
    }
}

/// How a meeting is watched.
pub const MODALITA_SN: CodeList = CodeList {
    list: "CARTELLA-MODALITA-SN",
    version: "1",
    source: "practice of spazio neutro, not verified",
    codes: &["PROTETTO", "OSSERVATO", "FACILITATO", "VIGILATO", "AUTONOMO"],
};

/// Why a path ends.
pub const MOTIVI_FINE_SN: CodeList = CodeList {
    list: "CARTELLA-FINE-SN",
    version: "1",
    source: "practice of spazio neutro, not verified",
    codes: &[
        "INCONTRI_LIBERI",
        "ALTRO_MANDATO",
        "REVOCA",
        "RINUNCIA",
        "RIFIUTO_MINORE",
        "MAGGIORE_ETA",
        "TRASFERIMENTO",
        "ALTRO",
    ],
};
