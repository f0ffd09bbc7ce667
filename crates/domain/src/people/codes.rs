//! Code lists of the registry: the names that are stored, and the official numbers that exports need.

pub(super) use crate::codes::codes;

codes! {
    /// What a person's identifier is; the official codes are those of HL7 Italia.
    IdentifierKind {
        /// Codice fiscale, sixteen characters.
        CodiceFiscale = "CF" / "CF",
        /// Provisional numeric code, eleven digits.
        Provisional = "CF_PROVVISORIO" / "",
        /// Straniero temporaneamente presente.
        Stp = "STP" / "STP",
        /// Europeo non iscritto.
        Eni = "ENI" / "ENI",
        /// Health insurance card of another EU state.
        Team = "TEAM" / "TEAM",
        /// Known to have none.
        None = "NESSUNO" / "",
    }
}

codes! {
    /// Stato civile.
    MaritalStatus {
        /// Celibe, nubile.
        Single = "CELIBE_NUBILE" / "",
        /// Coniugato/a.
        Married = "CONIUGATO" / "",
        /// Separato/a.
        Separated = "SEPARATO" / "",
        /// Divorziato/a.
        Divorced = "DIVORZIATO" / "",
        /// Vedovo/a.
        Widowed = "VEDOVO" / "",
        /// Unito/a civilmente.
        CivilUnion = "UNITO_CIVILMENTE" / "",
        /// Unione civile sciolta.
        CivilUnionEnded = "UNIONE_CIVILE_SCIOLTA" / "",
        /// Vedovo/a di unione civile.
        CivilUnionWidowed = "VEDOVO_UNIONE_CIVILE" / "",
        /// Non rilevato.
        Unknown = "NON_RILEVATO" / "",
    }
}

codes! {
    /// Titolo di studio; codes of the INPS Casellario.
    Education {
        /// Nessuno.
        None = "NESSUNO" / "1",
        /// Licenza elementare.
        Primary = "ELEMENTARE" / "2",
        /// Licenza media.
        LowerSecondary = "MEDIA" / "3",
        /// Qualifica professionale.
        Vocational = "QUALIFICA_PROFESSIONALE" / "4",
        /// Diploma superiore.
        UpperSecondary = "DIPLOMA_SUPERIORE" / "5",
        /// Laurea o diploma di laurea.
        Degree = "LAUREA" / "6",
    }
}

codes! {
    /// Condizione lavorativa; codes of the INPS Casellario.
    WorkCondition {
        /// Occupato.
        Employed = "OCCUPATO" / "1",
        /// Disoccupato alla ricerca di nuova occupazione.
        Unemployed = "DISOCCUPATO" / "2",
        /// In cerca di prima occupazione.
        FirstJob = "PRIMA_OCCUPAZIONE" / "3",
        /// Casalinga/o.
        Homemaker = "CASALINGA" / "4",
        /// Studente.
        Student = "STUDENTE" / "5",
        /// Ritirato dal lavoro.
        Retired = "RITIRATO" / "6",
        /// Inabile.
        Unable = "INABILE" / "7",
        /// Altra condizione.
        Other = "ALTRO" / "8",
    }
}

codes! {
    /// Categoria sociale.
    SocialCategory {
        /// Famiglia e minori.
        FamilyAndMinors = "FAMIGLIA_E_MINORI" / "1",
        /// Disabili.
        Disabled = "DISABILI" / "2",
        /// Adulti.
        Adults = "ADULTI" / "3",
        /// Anziani.
        Elderly = "ANZIANI" / "4",
    }
}

codes! {
    /// Stato del permesso di soggiorno.
    PermitStatus {
        /// Valido.
        Valid = "VALIDO" / "",
        /// In rinnovo.
        Renewing = "IN_RINNOVO" / "",
        /// Scaduto.
        Expired = "SCADUTO" / "",
        /// Assente.
        Missing = "ASSENTE" / "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_names_are_what_serde_writes_and_official_codes_are_the_lists() {
        assert_eq!(
            serde_json::to_value(IdentifierKind::Provisional).unwrap(),
            "CF_PROVVISORIO"
        );
        assert_eq!(
            serde_json::from_str::<Education>("\"LAUREA\"")
                .map(Education::official)
                .unwrap(),
            Some("6")
        );
        for (index, value) in WorkCondition::ALL.iter().enumerate() {
            assert_eq!(serde_json::to_value(value).unwrap(), value.stored());
            assert_eq!(value.official(), Some((index + 1).to_string().as_str()));
        }
        assert_eq!(MaritalStatus::Single.official(), None);
    }
}
