//! Who might already be in the registry: suggestions while a person is being typed.
//!
//! An equal code is certain and stops; everything else is a suggestion with its reasons, which a person decides
//! on. Names are compared by their sound, births by what a slip of the pen makes of them.

use super::{Address, Contact, ContactKind, Person, letters::fold, phone_digits, phonetic_key};
use crate::time::{CivilDate, PartialDate};
use serde::Serialize;
use ts_rs::TS;

/// What of a person is compared; built once a person, from as much as is known or typed so far.
#[derive(Clone, Default)]
pub struct Traits {
    surname: String,
    name: String,
    aliases: Vec<String>,
    codes: Vec<String>,
    birth: Option<PartialDate>,
    addresses: Vec<String>,
    phones: Vec<String>,
}

impl Traits {
    /// What of a person is compared.
    #[must_use]
    pub fn of<'a>(
        person: &Person,
        addresses: impl IntoIterator<Item = &'a Address>,
        contacts: impl IntoIterator<Item = &'a Contact>,
    ) -> Self {
        let codes = person
            .identifiers
            .iter()
            .map(|identifier| identifier.value.clone());
        let phones = contacts
            .into_iter()
            .filter(|contact| matches!(contact.kind, Some(ContactKind::Phone | ContactKind::Mobile)))
            .map(|contact| phone_digits(&contact.value));
        Self {
            surname: phonetic_key(person.surname.as_deref().unwrap_or_default()),
            name: phonetic_key(person.name.as_deref().unwrap_or_default()),
            aliases: person.aliases.iter().map(|alias| phonetic_key(alias)).collect(),
            codes: codes.filter(|code| !code.is_empty()).collect(),
            birth: person.birth.filter(|birth| !birth.estimated),
            addresses: addresses.into_iter().filter_map(door).collect(),
            phones: phones.filter(|phone| phone.len() > 5).collect(),
        }
    }
}

/// One door: street, number and comune. None where the street or number is unknown.
fn door(address: &Address) -> Option<String> {
    let location = &address.location;
    let street = location
        .street
        .as_deref()
        .map(fold)
        .filter(|street| !street.is_empty())?;
    let number = location
        .number
        .as_deref()
        .map(fold)
        .filter(|number| !number.is_empty())?;
    let place = location.place.as_deref().unwrap_or_default();
    Some(format!("{street} {number} {place}"))
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Worth a look.
    Possible,
    /// Very likely the same person.
    Probable,
    /// The same code: saving both is refused.
    Certain,
}

/// Why two records look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same codice fiscale, STP, ENI...
    EqualCode,
    /// Surname and name sound the same, in either order.
    SameSound,
    /// They sound nearly the same, or one has a second name more.
    NearSound,
    /// The only name known on one side sounds the same.
    SameSurname,
    /// The name sounds the same under another surname.
    SameName,
    /// A nickname sounds the same.
    SameAlias,
    /// Born on the same day.
    EqualBirth,
    /// Born on the same day with day and month changed round.
    SwappedDayMonth,
    /// Dates of birth differ in one digit.
    OneDigitOff,
    /// Born in the same year.
    SameYear,
    /// Living at the same door.
    SameAddress,
    /// Reached by the same phone.
    SamePhone,
}

/// That two records look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Likeness {
    /// How sure it is.
    pub certainty: Certainty,
    /// For ordering: the higher, the more alike.
    pub points: i32,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// From how many points it is worth a look; and from how many it is very likely.
const POSSIBLE: i32 = 40;
const PROBABLE: i32 = 80;

/// How much two records look alike; none if not worth a look. Without an equal code or a name in common nothing
/// else counts: many are born on one day and live at one door.
#[must_use]
pub fn score(candidate: &Traits, known: &Traits) -> Option<Likeness> {
    let mut reasons = Vec::new();
    let mut points = 0;
    let code = candidate.codes.iter().any(|code| known.codes.contains(code));
    if code {
        reasons.push(Reason::EqualCode);
        points += 100;
    }
    let name = names(candidate, known);
    if name.is_none() && !code {
        return None;
    }
    for (reason, worth) in [name, births(candidate, known)].into_iter().flatten() {
        reasons.extend(reason);
        points += worth;
    }
    if candidate
        .addresses
        .iter()
        .any(|door| known.addresses.contains(door))
    {
        reasons.push(Reason::SameAddress);
        points += 20;
    }
    if candidate.phones.iter().any(|phone| known.phones.contains(phone)) {
        reasons.push(Reason::SamePhone);
        points += 15;
    }
    let certainty = match points {
        _ if code => Certainty::Certain,
        PROBABLE.. => Certainty::Probable,
        POSSIBLE.. => Certainty::Possible,
        _ => return None,
    };
    Some(Likeness {
        certainty,
        points,
        reasons,
    })
}

type Worth = Option<(Option<Reason>, i32)>;

fn names(one: &Traits, other: &Traits) -> Worth {
    let same = |a: &str, b: &str| !a.is_empty() && a == b;
    let near = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && is_near(a, b);
    let pairs = [
        (&one.surname, &one.name, &other.surname, &other.name),
        (&one.surname, &one.name, &other.name, &other.surname),
    ];
    if pairs.iter().any(|(s, n, os, on)| same(s, os) && same(n, on)) {
        return Some((Some(Reason::SameSound), 50));
    }
    if pairs.iter().any(|(s, n, os, on)| near(s, os) && near(n, on)) {
        return Some((Some(Reason::NearSound), 35));
    }
    let one_name_missing = one.name.is_empty() || other.name.is_empty();
    if same(&one.surname, &other.surname) && one_name_missing {
        return Some((Some(Reason::SameSurname), 25));
    }
    let heard: Vec<&String> = std::iter::once(&one.name).chain(&one.aliases).collect();
    let known: Vec<&String> = std::iter::once(&other.name).chain(&other.aliases).collect();
    if one.aliases.iter().any(|a| known.iter().any(|b| same(a, b)))
        || other.aliases.iter().any(|b| heard.iter().any(|a| same(a, b)))
    {
        return Some((Some(Reason::SameAlias), 30));
    }
    same(&one.name, &other.name).then_some((Some(Reason::SameName), 15))
}

/// Whether two keys are one letter apart, or one is the other with more words.
fn is_near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let has_all = |more: &str, fewer: &str| fewer.split(' ').all(|word| more.split(' ').any(|w| w == word));
    has_all(one, other)
        || has_all(other, one)
        || (one.len().min(other.len()) >= 4 && one_letter_apart(one, other))
}

fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short
        .iter()
        .skip(start)
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    match long.len() - short.len() {
        0 => short.len() - start - end == 1 || is_swap(short, long, start, end),
        1 => start + end == short.len(),
        _ => false,
    }
}

/// Two neighbouring letters changed round.
fn is_swap(one: &[u8], other: &[u8], start: usize, end: usize) -> bool {
    one.len() - start - end == 2
        && one.get(start) == other.get(start + 1)
        && one.get(start + 1) == other.get(start)
}

fn births(one: &Traits, other: &Traits) -> Worth {
    let (a, b) = one.birth.zip(other.birth)?;
    Some(match (a.date(), b.date()) {
        (Some(a), Some(b)) => whole_births(a, b),
        _ if a.year != b.year => (None, -25),
        _ if a.month.zip(b.month).is_some_and(|(a, b)| a != b) => (Some(Reason::SameYear), 5),
        _ => (Some(Reason::SameYear), 20),
    })
}

fn whole_births(a: CivilDate, b: CivilDate) -> (Option<Reason>, i32) {
    let (one, other) = (a.to_string(), b.to_string());
    let digits_off = one.chars().zip(other.chars()).filter(|(x, y)| x != y).count();
    let turned = |date: &str| {
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(format!("{year}-{day}-{month}"))
    };
    if a == b {
        (Some(Reason::EqualBirth), 45)
    } else if turned(&one).is_some_and(|turned| turned == other) {
        (Some(Reason::SwappedDayMonth), 35)
    } else if digits_off == 1 {
        (Some(Reason::OneDigitOff), 30)
    } else if a.year() == b.year() {
        (Some(Reason::SameYear), 10)
    } else {
        (None, -25)
    }
}

#[cfg(test)]
mod tests;
