//! The catalogue of social services (the areas in which a case is opened), each with what sets it apart.
//!
//! A service with rules of its own has a file here (`tutela_minori`, `aes`, `sad`, `affidi`); the others are a row
//! of the catalogue. Codes are those that the trade writes on its papers and never change; Italian names are texts of the
//! window, found by `label_key`.

mod aes;
mod affidi;
mod sad;
mod tutela_minori;

use crate::rights::Confidentiality;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whom a service is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Minors, and those over 18 whose care a judge prolonged (prosieguo amministrativo).
    Minors,
    /// Adults and the elderly.
    Adults,
    /// Either.
    Anyone,
}

/// What sets a service apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Whom it is for.
    pub audience: Audience,
    /// The level at which a diary entry starts; its author may choose another.
    pub confidentiality: Confidentiality,
    /// A case is assigned to a pair of assistente sociale and psicologo (mini-équipe).
    pub mini_equipe: bool,
    /// It works under orders of a court: closing looks for orders still in force.
    pub under_court: bool,
    /// The case has a plan of home care with hours, in a scope of its own.
    pub home_care: bool,
}

impl Area {
    const fn plain(audience: Audience) -> Self {
        Self {
            audience,
            confidentiality: Confidentiality::Service,
            mini_equipe: false,
            under_court: false,
            home_care: false,
        }
    }

    const fn reserved(self) -> Self {
        Self {
            confidentiality: Confidentiality::Reserved,
            ..self
        }
    }

    const fn under_court(self) -> Self {
        Self {
            under_court: true,
            ..self
        }
    }
}

macro_rules! services {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $area:expr;)*) => {
        /// A service of the catalogue (`servizio.codice`).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Service { $($(#[$doc])* #[serde(rename = $code)] $name),* }

        impl Service {
            /// Every service in the order in which the window offers them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code on paper and in every export.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What sets it apart.
            #[must_use]
            pub const fn area(self) -> Area {
                match self { $(Self::$name => $area),* }
            }
        }
    };
}

services! {
    /// Tutela minori (civile).
    TutelaMinori = "TM", tutela_minori::AREA;
    /// Assistenza educativa scolastica.
    Aes = "AES", aes::AREA;
    /// Assistenza domiciliare.
    Sad = "SAD", sad::AREA;
    /// Affidi familiari.
    Affidi = "AFF", affidi::AREA;
    /// Spazio neutro.
    SpazioNeutro = "SN", Area::plain(Audience::Minors).reserved().under_court();
    /// Segretariato e servizio sociale di base.
    ServizioSocialeDiBase = "SSB", Area::plain(Audience::Anyone);
    /// Tutela minori penale.
    PenaleMinorile = "TMP", tutela_minori::AREA_PENALE;
    /// AES nella secondaria di secondo grado (fondi regionali).
    AesSecondaria = "AES2", aes::AREA;
    /// SAD, dimissioni protette.
    SadDimissioniProtette = "SADDP", sad::AREA;
    /// Educativa domiciliare minori ordinaria.
    EducativaDomiciliareOrdinaria = "EDMO", Area::plain(Audience::Minors);
    /// Educativa domiciliare minori integrativa.
    EducativaDomiciliareIntegrativa = "EDMI", Area::plain(Audience::Minors);
    /// Collocamenti in comunità.
    Collocamenti = "COM", Area::plain(Audience::Minors).reserved().under_court();
    /// Protezione giuridica.
    ProtezioneGiuridica = "PG", Area::plain(Audience::Adults).reserved().under_court();
    /// Inserimento lavorativo.
    InserimentoLavorativo = "SISL", Area::plain(Audience::Adults);
    /// Sostegno alla genitorialità.
    SostegnoGenitorialita = "SG", Area::plain(Audience::Anyone);
    /// Centro per la famiglia.
    CentroFamiglia = "CF", Area::plain(Audience::Anyone);
    /// Centro socio educativo.
    CentroSocioEducativo = "CSE", Area::plain(Audience::Adults);
    /// Comunità socio sanitaria.
    ComunitaSocioSanitaria = "CSS", Area::plain(Audience::Adults);
    /// Centro diurno disabili.
    CentroDiurnoDisabili = "CDD", Area::plain(Audience::Adults);
    /// Spazio fragile.
    SpazioFragile = "SF", Area::plain(Audience::Anyone);
    /// Adulti in difficoltà (AIA).
    Adulti = "AIA", Area::plain(Audience::Adults);
    /// Abitare.
    Abitare = "ABI", Area::plain(Audience::Anyone);
    /// Accoglienza e integrazione (SAI).
    Accoglienza = "SAI", Area::plain(Audience::Anyone);
    /// Pronto intervento sociale.
    ProntoIntervento = "PIS", Area::plain(Audience::Anyone);
}

impl Service {
    /// The service of a code as written on paper, whatever its case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|service| service.code().eq_ignore_ascii_case(code.trim()))
    }

    /// The key of its Italian name among the window's texts.
    #[must_use]
    pub fn label_key(self) -> String {
        format!("service.{}", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_areas_come_first_and_codes_are_read_back() {
        let first: Vec<_> = Service::ALL.iter().take(4).map(|s| s.code()).collect();
        assert_eq!(first, ["TM", "AES", "SAD", "AFF"]);
        for service in Service::ALL.iter().copied() {
            assert_eq!(Service::from_code(service.code()), Some(service));
            assert_eq!(
                serde_json::to_value(service).unwrap(),
                serde_json::json!(service.code())
            );
        }
        assert_eq!(Service::from_code(" tm "), Some(Service::TutelaMinori));
        assert_eq!(Service::from_code("XX"), None);
    }

    #[test]
    fn entries_start_at_the_level_that_the_office_expects() {
        use Confidentiality::{Reserved, Service as Team};
        for (code, level) in [
            ("TM", Reserved),
            ("SN", Reserved),
            ("AFF", Reserved),
            ("AES", Team),
            ("SAD", Team),
            ("SSB", Team),
        ] {
            let service = Service::from_code(code).unwrap();
            assert_eq!(service.area().confidentiality, level, "{code}");
        }
    }
}
