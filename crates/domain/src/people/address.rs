//! Where a person lives and how to reach them (kinds 3 and 4).
//!
//! A hidden address or phone is the same record in the scope `person.protected`: laptops whose operators may
//! not know it do not hold it.

use super::{Period, codes::codes};
use crate::{ids::PersonId, record::Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What an address is for.
    AddressKind {
        /// As registered with the comune.
        Residence = "RESIDENZA" / "",
        /// Where the person actually lives.
        Domicile = "DOMICILIO" / "",
        /// Anything else: a community, a relative.
        Other = "ALTRO" / "",
    }
}

/// An address in the days in which it holds.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 3, name = "address")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Address {
    /// Whose.
    #[field(1)]
    pub person: PersonId,
    /// What for.
    #[field(2)]
    pub kind: Option<AddressKind>,
    /// Where; one field, so that two edits never mix a street with another's number.
    #[field(3)]
    pub location: Location,
    /// Its days.
    #[field(4)]
    pub period: Period,
    /// Anything else: how to get in, which bell.
    #[field(5)]
    pub note: Option<String>,
}

/// A place to go to.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Location {
    /// No fixed home (senza fissa dimora): only the comune matters.
    pub homeless: bool,
    /// Street.
    pub street: Option<String>,
    /// House number.
    pub number: Option<String>,
    /// CAP.
    pub postal_code: Option<String>,
    /// Belfiore code of the comune, or of the foreign state.
    pub place: Option<String>,
    /// The town in words, where the code says only the state; or a fraction of the comune.
    pub town: Option<String>,
    /// Care of whom ("presso").
    pub care_of: Option<String>,
}

codes! {
    /// How to reach someone.
    ContactKind {
        /// Landline.
        Phone = "TELEFONO" / "",
        /// Mobile.
        Mobile = "CELLULARE" / "",
        /// E-mail.
        Email = "EMAIL" / "",
        /// Certified e-mail.
        Pec = "PEC" / "",
    }
}

/// A phone or mail address in the days in which it holds.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 4, name = "contact")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Contact {
    /// Whom it reaches.
    #[field(1)]
    pub person: PersonId,
    /// Phone, mobile, mail.
    #[field(2)]
    pub kind: Option<ContactKind>,
    /// The number or address as written.
    #[field(3)]
    pub value: String,
    /// Whose phone it is, if not the person's own.
    #[field(4)]
    pub whose: Whose,
    /// Its days.
    #[field(5)]
    pub period: Period,
    /// When to call, in which language.
    #[field(6)]
    pub note: Option<String>,
}

/// Whose phone it is: someone of the registry, or a word ("la vicina").
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Whose {
    /// A person of the registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub person: Option<PersonId>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub words: Option<String>,
}

/// The digits of a phone number as it is searched: without the Italian prefix (`+39`, `0039`), spaces and signs.
#[must_use]
pub fn phone_digits(value: &str) -> String {
    let value = value.trim();
    let international = value.starts_with('+');
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let national = if international {
        digits.strip_prefix("39")
    } else {
        digits.strip_prefix("0039")
    };
    national.map_or_else(|| digits.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_compared_by_their_national_digits() {
        for typed in [
            "333 1234567",
            "+39 333 123 45 67",
            "0039-3331234567",
            "(333) 12.34.567",
        ] {
            assert_eq!(phone_digits(typed), "3331234567", "{typed}");
        }
        assert_eq!(phone_digits("0331 390012"), "0331390012");
        assert_eq!(phone_digits("+212 612 345678"), "212612345678");
        assert_eq!(phone_digits("+390331390012"), "0331390012");
        assert_eq!(phone_digits("393 1234567"), "3931234567");
        assert_eq!(phone_digits(""), "");
    }

    #[test]
    fn an_address_is_one_value() {
        let address = Address {
            location: Location {
                street: Some("via Roma".into()),
                number: Some("12".into()),
                place: Some("E514".into()),
                ..Location::default()
            },
            ..Address::default()
        };
        let moved = Address {
            location: Location {
                street: Some("via Milano".into()),
                ..address.location.clone()
            },
            ..address.clone()
        };
        let differences =
            crate::record::diff(Address::KIND, &address.body().unwrap(), &moved.body().unwrap());
        assert_eq!(differences.len(), 1);
    }
}
