//! The person of the registry (kind 2).

use super::{
    Period,
    codes::{Education, IdentifierKind, MaritalStatus, PermitStatus, SocialCategory, WorkCondition, codes},
};
use crate::{
    codice_fiscale::{self, CodiceFiscale, Sex},
    record::{AddSet, Record},
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person, of whom anything may be unknown. Lives in the person's own scope. Personal data: has no `Debug`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 2, name = "person")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Person {
    /// Cognome.
    #[field(1)]
    pub surname: Option<String>,
    /// Nome.
    #[field(2)]
    pub name: Option<String>,
    /// "Also known as".
    #[field(3, set)]
    pub aliases: AddSet<String>,
    /// Codes, those of the past included: a provisional code stays searchable when the final one comes.
    #[field(4, set)]
    pub identifiers: AddSet<Identifier>,
    /// As in the civil registry.
    #[field(5)]
    pub sex: Option<Sex>,
    /// Birth, as far as it is known.
    #[field(6)]
    pub birth: Option<PartialDate>,
    /// Belfiore code of the comune, or of the foreign state, of birth.
    #[field(7)]
    pub birthplace: Option<String>,
    /// The town of birth in words, where the code says only the state.
    #[field(8)]
    pub birth_town: Option<String>,
    /// Citizenships with their days.
    #[field(9, set)]
    pub citizenships: AddSet<Citizenship>,
    /// Stato civile.
    #[field(10)]
    pub marital_status: Option<MaritalStatus>,
    /// Titolo di studio.
    #[field(11)]
    pub education: Option<Education>,
    /// Condizione lavorativa.
    #[field(12)]
    pub work: Option<WorkCondition>,
    /// Death, as far as it is known.
    #[field(13)]
    pub death: Option<PartialDate>,
    /// The language to speak with them, in words.
    #[field(14)]
    pub language: Option<String>,
    /// Whether an interpreter or mediator is needed.
    #[field(15)]
    pub interpreter_needed: Option<bool>,
    /// Unaccompanied foreign minor (minore straniero non accompagnato).
    #[field(16)]
    pub msna: Option<bool>,
    /// Categoria sociale.
    #[field(17)]
    pub social_category: Option<SocialCategory>,
    /// Permesso di soggiorno, whole.
    #[field(18)]
    pub residence_permit: Option<ResidencePermit>,
    /// Family doctor or paediatrician.
    #[field(19)]
    pub doctor: Option<Doctor>,
    /// Number of the tessera sanitaria.
    #[field(20)]
    pub health_card: Option<String>,
    /// Findings that someone has looked at.
    #[field(21, set)]
    pub acknowledged: AddSet<Acknowledgement>,
    /// Anything else.
    #[field(22)]
    pub note: Option<String>,
}

/// A code of a person with the days in which it held.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identifier {
    /// Which code.
    pub kind: IdentifierKind,
    /// The code, normalised: capitals and digits without spaces. Empty for "none".
    pub value: String,
    /// Its days; an STP's last day is its expiry.
    #[serde(default)]
    pub period: Period,
}

impl Identifier {
    /// An identifier as it is stored, from a text as it was typed.
    #[must_use]
    pub fn new(kind: IdentifierKind, typed: &str) -> Self {
        Self {
            kind,
            value: codice_fiscale::normalise(typed),
            period: Period::default(),
        }
    }

    /// Whether the value has the shape of its kind. A wrong one is kept, and shown as a finding.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        match self.kind {
            IdentifierKind::CodiceFiscale => CodiceFiscale::parse(&self.value).is_ok(),
            IdentifierKind::Provisional => codice_fiscale::is_provisional(&self.value),
            IdentifierKind::Stp => codice_fiscale::is_stp(&self.value),
            IdentifierKind::Eni => codice_fiscale::is_eni(&self.value),
            IdentifierKind::Team => !self.value.is_empty(),
            IdentifierKind::None => self.value.is_empty(),
        }
    }

    /// What kind a typed code looks like, if it has the shape of one.
    #[must_use]
    pub fn recognise(typed: &str) -> Option<IdentifierKind> {
        [
            IdentifierKind::CodiceFiscale,
            IdentifierKind::Provisional,
            IdentifierKind::Stp,
            IdentifierKind::Eni,
        ]
        .into_iter()
        .find(|kind| Self::new(*kind, typed).is_well_formed())
    }
}

/// A citizenship with its days.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Citizenship {
    /// ISO 3166-1 numeric, three digits (`380` Italia).
    pub country: String,
    /// Its days.
    #[serde(default)]
    pub period: Period,
}

/// Permesso di soggiorno.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ResidencePermit {
    /// Type, in the words of the paper.
    pub kind: Option<String>,
    /// Number.
    pub number: Option<String>,
    /// Day of issue.
    pub issued: Option<CivilDate>,
    /// Day of expiry.
    pub expires: Option<CivilDate>,
    /// State.
    pub status: Option<PermitStatus>,
}

codes! {
    /// Which doctor.
    DoctorKind {
        /// Medico di medicina generale.
        General = "MMG" / "MMG",
        /// Pediatra di libera scelta.
        Paediatrician = "PLS" / "PLS",
    }
}

/// The person's doctor.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Doctor {
    /// MMG or PLS.
    pub kind: Option<DoctorKind>,
    /// Surname and name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// The days in which this was the doctor.
    pub period: Period,
}

/// That someone has looked at a finding about a code and left it so.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Acknowledgement {
    /// Stored name of the finding.
    pub finding: String,
    /// The code that it was about: another code asks again.
    pub about: String,
    /// When.
    pub on: CivilDate,
}

impl Person {
    /// The identifiers in use on a day, codice fiscale first.
    #[must_use]
    pub fn identifiers_on(&self, day: CivilDate) -> Vec<&Identifier> {
        let mut current: Vec<_> = self
            .identifiers
            .iter()
            .filter(|i| i.period.contains(day))
            .collect();
        current.sort_by(|a, b| (a.kind, &a.value).cmp(&(b.kind, &b.value)));
        current
    }

    /// The codice fiscale in use on a day, if there is one and it is right.
    #[must_use]
    pub fn codice_fiscale_on(&self, day: CivilDate) -> Option<CodiceFiscale> {
        self.identifiers_on(day)
            .into_iter()
            .filter(|identifier| identifier.kind == IdentifierKind::CodiceFiscale)
            .find_map(|identifier| CodiceFiscale::parse(&identifier.value).ok())
    }

    /// Age in whole years: on a day, or at death if that came before.
    #[must_use]
    pub fn age_on(&self, day: CivilDate) -> Option<u32> {
        let day = self.death.map_or(day, |death| day.min(death.earliest()));
        self.birth?.age_on(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use serde_json::json;

    #[test]
    fn a_surname_or_an_alias_is_enough() {
        let only_alias = Person {
            aliases: ["Il Biondo".to_owned()].into_iter().collect(),
            ..Person::default()
        };
        assert_eq!(
            serde_json::Value::from(only_alias.body().unwrap()),
            json!({ "aliases": ["Il Biondo"] })
        );
    }

    #[test]
    fn a_body_survives_and_an_unknown_code_hides_one_field_only() {
        let body = json!({
            "surname": "Ali", "birth": "2010~", "sex": "F", "education": "DOTTORATO",
            "identifiers": [{ "kind": "STP", "value": "STP0301230000001", "period": { "until": "2027-02-28" } }],
            "citizenships": [{ "country": "818" }],
        });
        let decoded = Person::decode(body.as_object().unwrap());
        assert_eq!(decoded.unread, ["education"]);
        let again = decoded.value.body().unwrap();
        assert_eq!(again.get("identifiers"), body.get("identifiers"));
        assert_eq!(again.get("birth"), body.get("birth"));
    }

    #[test]
    fn a_typed_code_is_recognised() {
        for (typed, kind) in [
            ("rssmra85m01 h501q", Some(IdentifierKind::CodiceFiscale)),
            ("93000000013", Some(IdentifierKind::Provisional)),
            ("stp 030 123 0000001", Some(IdentifierKind::Stp)),
            ("ENI0301230000001", Some(IdentifierKind::Eni)),
            ("", None),
            ("RSSMRA85M01H501A", None),
        ] {
            assert_eq!(Identifier::recognise(typed), kind, "{typed}");
        }
    }

    #[test]
    fn the_final_code_takes_over_from_the_provisional() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let mut provisional = Identifier::new(IdentifierKind::Provisional, "93000000013");
        provisional.period.until = Some(day("2025-12-31"));
        let mut last = Identifier::new(IdentifierKind::CodiceFiscale, "RSSMRA85M01H501Q");
        last.period.from = Some(day("2026-01-01"));
        let person = Person {
            identifiers: [provisional, last].into_iter().collect(),
            ..Person::default()
        };
        let values = |on| {
            person
                .identifiers_on(on)
                .iter()
                .map(|i| i.kind)
                .collect::<Vec<_>>()
        };
        assert_eq!(values(day("2025-12-31")), [IdentifierKind::Provisional]);
        assert_eq!(values(day("2026-01-01")), [IdentifierKind::CodiceFiscale]);
        assert!(person.codice_fiscale_on(day("2025-12-31")).is_none());
        assert!(person.codice_fiscale_on(day("2026-01-01")).is_some());
    }

    #[test]
    fn age_stops_at_death() {
        let person = Person {
            birth: "1940-05-01".parse().ok(),
            death: "2020".parse().ok(),
            ..Person::default()
        };
        assert_eq!(person.age_on(CivilDate::from_ymd(2026, 1, 1).unwrap()), Some(79));
    }
}
