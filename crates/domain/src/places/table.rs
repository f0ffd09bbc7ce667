//! The table of places and its two indexes: by code, by folded name.

use crate::{people::letters::fold, time::CivilDate};
use serde::Serialize;
use std::{cmp::Reverse, collections::HashSet, sync::OnceLock};
use ts_rs::TS;

/// Whether a place is in Italy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// An Italian comune.
    Comune,
    /// A foreign state.
    Stato,
}

/// A comune or foreign state under one name, in the days in which it bore it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// Belfiore code: a letter and three digits, `Z` for foreign states.
    pub code: &'static str,
    /// The official name in those days.
    pub name: &'static str,
    /// The province's two letters; `EE` abroad.
    pub province: &'static str,
    /// In Italy or abroad.
    pub kind: PlaceKind,
    /// First day of this name.
    pub from: CivilDate,
    /// Last day of this name; none if it is still in use.
    pub until: Option<CivilDate>,
}

impl Place {
    /// Whether the place bore this name on a day.
    #[must_use]
    pub fn valid_on(&self, day: CivilDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

struct Table {
    /// By code, then by first day.
    places: Vec<Place>,
    /// Folded name and index into `places`, by name.
    names: Vec<(String, usize)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut places: Vec<Place> = include_str!("../../data/luoghi.csv")
            .lines()
            .skip(1)
            .filter_map(read)
            .collect();
        places.sort_by_key(|place| (place.code, place.from));
        let mut names: Vec<_> = places
            .iter()
            .enumerate()
            .map(|(index, place)| (fold(place.name), index))
            .collect();
        names.sort();
        Table { places, names }
    })
}

fn read(line: &'static str) -> Option<Place> {
    let mut cells = line.split(',');
    Some(Place {
        code: cells.next()?,
        name: cells.next()?,
        province: cells.next()?,
        kind: if cells.next()? == "stato" {
            PlaceKind::Stato
        } else {
            PlaceKind::Comune
        },
        from: cells.next()?.parse().ok()?,
        until: cells.next()?.parse().ok(),
    })
}

fn of_code(code: &str) -> &'static [Place] {
    let places = &table().places;
    let start = places.partition_point(|place| place.code < code);
    let end = places.partition_point(|place| place.code <= code);
    places.get(start..end).unwrap_or_default()
}

/// Whether any place ever had this Belfiore code.
#[must_use]
pub fn is_known(code: &str) -> bool {
    !of_code(code).is_empty()
}

/// The place of a Belfiore code under the name of a day; without a day, or if the code had no name on it (codes
/// of merged comuni stay in use), the latest name.
#[must_use]
pub fn at(code: &str, day: Option<CivilDate>) -> Option<Place> {
    let places = of_code(code);
    day.and_then(|day| places.iter().find(|place| place.valid_on(day)))
        .or_else(|| places.last())
        .copied()
}

/// Places whose name starts with `prefix` (without accents, apostrophes and capitals), one a code and name.
/// First the names valid on `day` (without a day, those in use), then whole matches, then by name; at most `limit`.
#[must_use]
pub fn search(prefix: &str, day: Option<CivilDate>, limit: usize) -> Vec<Place> {
    let prefix = fold(prefix);
    if prefix.is_empty() {
        return Vec::new();
    }
    let Table { places, names } = table();
    let start = names.partition_point(|(name, _)| *name < prefix);
    let mut found: Vec<(bool, bool, &str, &Place)> = names
        .iter()
        .skip(start)
        .take_while(|(name, _)| name.starts_with(&prefix))
        .filter_map(|(name, index)| Some((name, places.get(*index)?)))
        .map(|(name, place)| {
            let valid = day.map_or(place.until.is_none(), |day| place.valid_on(day));
            (!valid, *name != prefix, name.as_str(), place)
        })
        .collect();
    found.sort_by_key(|(invalid, partial, name, place)| {
        (*invalid, *partial, *name, place.code, Reverse(place.from))
    });
    let mut seen = HashSet::new();
    found
        .into_iter()
        .filter(|(_, _, name, place)| seen.insert((place.code, *name)))
        .map(|(_, _, _, place)| *place)
        .take(limit)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<CivilDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_code_has_the_name_of_its_day() {
        let name = |code, on| at(code, on).map(|place| (place.name, place.province));
        assert_eq!(name("E514", None), Some(("Legnano", "MI")));
        assert_eq!(name("A001", day("1920-01-01")), Some(("Abano", "PD")));
        assert_eq!(name("A001", day("1950-01-01")), Some(("Abano Terme", "PD")));
        assert_eq!(name("A004", day("1980-01-01")), Some(("Abbadia Cerreto", "MI")));
        assert_eq!(name("Z336", None), Some(("Egitto", "EE")));
        assert_eq!(name("Z105", day("1985-01-01")), Some(("Cecoslovacchia", "EE")));
        assert_eq!(name("Z105", day("2020-01-01")), Some(("Cecoslovacchia", "EE")));
        assert_eq!(name("Q999", None), None);
        assert!(is_known("H501") && !is_known("") && !is_known("Z999"));
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("../../data/luoghi.csv").lines().count() - 1;
        assert_eq!(table().places.len(), rows);
        assert!(
            table()
                .places
                .iter()
                .all(|place| place.code.len() == 4 && place.province.len() == 2)
        );
    }

    #[test]
    fn names_are_found_by_their_start_without_accents() {
        let names = |prefix, on| {
            search(prefix, on, 5)
                .into_iter()
                .map(|place| place.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("legnano", None)[0], "Legnano");
        assert_eq!(names("PERU", None)[0], "Perù");
        assert_eq!(names("reggio nell", None), ["Reggio nell'Emilia"]);
        assert_eq!(names("forli", None)[0], "Forlì");
        assert_eq!(names("cecosl", day("1980-05-05")), ["Cecoslovacchia"]);
        assert_eq!(names("abano", day("1900-01-01"))[0], "Abano");
        assert_eq!(names("abano", None)[0], "Abano Terme");
        assert_eq!(names("  ", None), [""; 0]);
        assert_eq!(search("s", None, 7).len(), 7);
        assert!(
            search("roma", None, 50)
                .iter()
                .filter(|place| place.code == "H501")
                .count()
                == 1
        );
    }
}
