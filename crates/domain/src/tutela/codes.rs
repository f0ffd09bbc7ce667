//! The closed lists of child protection, stored by the names that the trade writes on its papers.

pub(super) use crate::codes::codes;

codes! {
    /// What a judicial authority is (`autorita.tipo`).
    TipoAutorita {
        /// Tribunale per i minorenni.
        TribunaleMinorenni = "TM",
        /// Procura della Repubblica presso il Tribunale per i minorenni.
        ProcuraMinorile = "PMM",
        /// Tribunale ordinario.
        TribunaleOrdinario = "TO",
        /// Procura ordinaria.
        ProcuraOrdinaria = "PO",
        /// Giudice tutelare.
        GiudiceTutelare = "GT",
        /// Corte d'appello.
        CorteAppello = "CA",
        /// Ufficio di servizio sociale per i minorenni (Ministry of Justice).
        Ussm = "USSM",
        /// The unified court for persons, minors and families (D.Lgs. 149/2022), once it works.
        TribunaleUnico = "TPMF",
    }
}

codes! {
    /// What a proceeding is about (`procedimento.tipo`).
    TipoProcedimento {
        /// Parental responsibility.
        Responsabilita = "RESPONSABILITA",
        /// Separation, divorce, custody.
        Separazione = "SEPARAZIONE",
        /// Adoptability.
        Adottabilita = "ADOTTABILITA",
        /// Administrative measures.
        Amministrativo = "AMMINISTRATIVO",
        /// Penal.
        Penale = "PENALE",
        /// Guardianship.
        Tutela = "TUTELA",
    }
}

codes! {
    /// Where a proceeding stands.
    StatoProcedimento {
        /// Open.
        Aperto = "APERTO",
        /// Decided.
        Definito = "DEFINITO",
        /// Under appeal.
        Reclamato = "RECLAMATO",
        /// Filed.
        Archiviato = "ARCHIVIATO",
    }
}

codes! {
    /// What part somebody has in a proceeding.
    RuoloParte {
        /// Mother.
        Madre = "MADRE",
        /// Father.
        Padre = "PADRE",
        /// Guardian.
        Tutore = "TUTORE",
        /// Whoever the minor lives with.
        Collocatario = "COLLOCATARIO",
        /// Somebody else.
        Altro = "ALTRO",
    }
}

codes! {
    /// The form of an order (`provvedimento.natura`).
    Natura {
        /// Decree.
        Decreto = "DECRETO",
        /// Provisional decree.
        DecretoProvvisorio = "DECRETO_PROVVISORIO",
        /// Ordinance.
        Ordinanza = "ORDINANZA",
        /// Judgement.
        Sentenza = "SENTENZA",
        /// Note or request.
        Nota = "NOTA",
    }
}

codes! {
    /// What a prescription became.
    EsitoPrescrizione {
        /// Kept.
        Rispettata = "RISPETTATA",
        /// Kept in part.
        InParte = "IN_PARTE",
        /// Not kept.
        NonRispettata = "NON_RISPETTATA",
        /// It no longer holds.
        Superata = "SUPERATA",
    }
}

codes! {
    /// How an order ends for a minor.
    Cessazione {
        /// Revoked by the judge (REVOCA).
        Revoca = "REVOCA",
        /// Filed, nothing to be done (ARCH).
        Archiviazione = "ARCH",
        /// Another order took its place.
        Sostituito = "SOSTITUITO",
        /// Its own last day has passed.
        Scaduto = "SCADUTO",
        /// The minor passed to another district.
        Trasferimento = "TRASFERIMENTO",
        /// The minor came of age.
        MaggioreEta = "MAGGIORE_ETA",
    }
}

codes! {
    /// From which of an order's dates a term runs.
    Decorrenza {
        /// The order's own date.
        Emissione = "EMISSIONE",
        /// Delivery of the certified mail.
        Pec = "PEC",
        /// Protocol of the comune.
        Protocollo = "PROTOCOLLO",
        /// Arrival at the service: the indicators' clocks start here.
        Arrivo = "ARRIVO",
        /// Notification.
        Notifica = "NOTIFICA",
    }
}
