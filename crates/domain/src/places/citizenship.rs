//! Citizenships: ISO 3166-1 numeric codes with their Italian names, and the state's Belfiore code.

use serde::Serialize;
use std::sync::OnceLock;
use ts_rs::TS;

/// A state as a citizenship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Country {
    /// ISO 3166-1 numeric, three digits: `380` Italia, `990` not available (INPS), `999` stateless.
    pub code: &'static str,
    /// ISO 3166-1 alpha-2.
    pub alpha2: &'static str,
    /// Belfiore code of the state; none for Italy.
    pub belfiore: Option<&'static str>,
    /// Italian name.
    pub name: &'static str,
}

/// All citizenships, by Italian name; stateless and not available last.
#[must_use]
pub fn citizenships() -> &'static [Country] {
    static TABLE: OnceLock<Vec<Country>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("../../data/cittadinanze.csv")
            .lines()
            .skip(1)
            .filter_map(read)
            .collect()
    })
}

fn read(line: &'static str) -> Option<Country> {
    let mut cells = line.split(',');
    Some(Country {
        code: cells.next()?,
        alpha2: cells.next()?,
        belfiore: cells.next().filter(|code| !code.is_empty()),
        name: cells.next()?,
    })
}

/// The citizenship of an ISO 3166-1 numeric code.
#[must_use]
pub fn citizenship(code: &str) -> Option<Country> {
    citizenships()
        .iter()
        .find(|country| country.code == code)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn codes_are_unique_and_their_states_exist() {
        let all = citizenships();
        assert!(all.len() > 190);
        for (index, country) in all.iter().enumerate() {
            assert!(country.code.len() == 3 && country.code.bytes().all(|b| b.is_ascii_digit()));
            assert!(all.iter().skip(index + 1).all(|other| other.code != country.code));
            assert!(country.belfiore.is_none_or(places::is_known), "{}", country.name);
        }
        assert_eq!(citizenship("380").map(|c| c.name), Some("Italia"));
        assert_eq!(citizenship("818").and_then(|c| c.belfiore), Some("Z336"));
        assert_eq!(citizenship("504").map(|c| c.name), Some("Marocco"));
        assert_eq!(citizenship("000"), None);
    }
}
