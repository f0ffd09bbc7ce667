//! What was typed, as it is stored: no blanks around, nothing that is empty, codes normalised, nothing twice.

use super::{Address, Contact, Identifier, IdentifierKind, Person};
use crate::{codice_fiscale, record::AddSet};
use ts_rs::TS;

/// A text without blanks around and double blanks inside; none if nothing is left.
#[must_use]
pub fn text(typed: Option<String>) -> Option<String> {
    let words: Vec<&str> = typed.as_deref()?.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A text of several lines without blanks around; none if nothing is left.
#[must_use]
pub fn lines(typed: Option<String>) -> Option<String> {
    let text = typed?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn once<T: PartialEq + TS>(members: impl IntoIterator<Item = T>) -> AddSet<T> {
    let mut kept: Vec<T> = Vec::new();
    for member in members {
        if !kept.contains(&member) {
            kept.push(member);
        }
    }
    AddSet(kept)
}

impl Person {
    /// The person as stored.
    #[must_use]
    pub fn tidied(self) -> Self {
        Self {
            surname: text(self.surname),
            name: text(self.name),
            aliases: once(self.aliases.0.into_iter().filter_map(|alias| text(Some(alias)))),
            identifiers: once(self.identifiers.0.into_iter().filter_map(Identifier::tidied)),
            birthplace: text(self.birthplace),
            birth_town: text(self.birth_town),
            citizenships: once(self.citizenships.0),
            language: text(self.language),
            health_card: text(self.health_card),
            acknowledged: once(self.acknowledged.0),
            note: lines(self.note),
            ..self
        }
    }
}

impl Identifier {
    /// The identifier as stored; none if nothing was typed. An STP without a last day gets the one that follows
    /// from its issue.
    #[must_use]
    pub fn tidied(mut self) -> Option<Self> {
        self.value = codice_fiscale::normalise(&self.value);
        let period = &mut self.period;
        if self.kind == IdentifierKind::Stp && period.until.is_none() {
            period.until = period.from.map(codice_fiscale::stp_expiry);
        }
        ((self.kind == IdentifierKind::None) == self.value.is_empty()).then_some(self)
    }
}

impl Address {
    /// The address as stored.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let location = &mut self.location;
        for field in [
            &mut location.street,
            &mut location.number,
            &mut location.postal_code,
            &mut location.place,
            &mut location.town,
            &mut location.care_of,
        ] {
            *field = text(field.take());
        }
        self.note = lines(self.note);
        self
    }

    /// Whether it says where: a street, a comune, a town, or that there is no fixed home.
    #[must_use]
    pub fn says_where(&self) -> bool {
        let location = &self.location;
        location.homeless
            || [
                &location.street,
                &location.place,
                &location.town,
                &location.care_of,
            ]
            .into_iter()
            .any(Option::is_some)
    }
}

impl Contact {
    /// The contact as stored.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        self.value = text(Some(self.value)).unwrap_or_default();
        self.whose.words = text(self.whose.words);
        self.note = lines(self.note);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_empty_texts_and_doubles_go_and_codes_are_normalised() {
        let identifier = |kind, value: &str| Identifier {
            kind,
            value: value.into(),
            period: Default::default(),
        };
        let person = Person {
            surname: Some("  De   Luca ".into()),
            name: Some("  ".into()),
            aliases: ["Kiki".to_owned(), " Kiki".into(), String::new()]
                .into_iter()
                .collect(),
            identifiers: [
                identifier(IdentifierKind::CodiceFiscale, "dlc chr 14t45 e514r"),
                identifier(IdentifierKind::CodiceFiscale, "DLCCHR14T45E514R"),
                identifier(IdentifierKind::Stp, "  "),
                identifier(IdentifierKind::None, ""),
            ]
            .into_iter()
            .collect(),
            note: Some(" a\n\nb ".into()),
            ..Person::default()
        }
        .tidied();
        assert_eq!(person.surname.as_deref(), Some("De Luca"));
        assert_eq!(person.name, None);
        assert_eq!(person.aliases.0, ["Kiki"]);
        let codes: Vec<_> = person
            .identifiers
            .iter()
            .map(|i| (i.kind, i.value.as_str()))
            .collect();
        assert_eq!(
            codes,
            [
                (IdentifierKind::CodiceFiscale, "DLCCHR14T45E514R"),
                (IdentifierKind::None, "")
            ]
        );
        assert_eq!(person.note.as_deref(), Some("a\n\nb"));
    }

    #[test]
    fn an_stp_expires_six_months_after_its_issue_unless_said_otherwise() {
        let mut stp = Identifier::new(IdentifierKind::Stp, "STP0301230000001");
        stp.period.from = "2026-08-31".parse().ok();
        assert_eq!(
            stp.clone().tidied().unwrap().period.until,
            "2027-02-28".parse().ok()
        );
        stp.period.until = "2026-12-31".parse().ok();
        assert_eq!(stp.tidied().unwrap().period.until, "2026-12-31".parse().ok());
    }

    #[test]
    fn an_address_says_where_or_that_there_is_no_home() {
        let mut address = Address::default().tidied();
        assert!(!address.says_where());
        address.location.town = Some(" ".into());
        assert!(!address.clone().tidied().says_where());
        address.location.homeless = true;
        assert!(address.tidied().says_where());
    }
}
