//! Judicial authorities as dated data: a list that the program brings, and what the office added, renamed or ended.
//!
//! No rule names an authority: when a court takes another's place (the unified court of D.Lgs. 149/2022 is expected
//! and was put off more than once), the office writes it here.

use super::codes::TipoAutorita;
use crate::{ids::RecordId, people::Period, record::Record, time::CivilDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The list as it begins (`data/autorita.csv`).
const SEEDS: &str = include_str!("../../data/autorita.csv");

/// An authority of the office's own list. Lives in the scope that everybody sees.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 120, name = "autorita")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Autorita {
    /// The code of the list's row that this one stands for; none for one that the office added.
    #[field(1)]
    pub seed: Option<String>,
    /// What it is.
    #[field(2)]
    pub kind: Option<TipoAutorita>,
    /// Its name.
    #[field(3)]
    pub name: Option<String>,
    /// Comune of its seat (Belfiore code).
    #[field(4)]
    pub comune: Option<String>,
    /// Address for certified mail.
    #[field(5)]
    pub pec: Option<String>,
    /// The days in which it works.
    #[field(6)]
    pub period: Period,
}

/// The name by which orders and proceedings know an authority: a code of the list, or the id of the office's record.
pub type AuthorityKey = String;

/// The authorities by key: the list, and over it what the office says. Of two records for one row of the list, made
/// without seeing each other, the older counts.
#[must_use]
pub fn authorities(own: &[(RecordId, Autorita)]) -> BTreeMap<AuthorityKey, Autorita> {
    let mut all = seeds();
    let mut own: Vec<&(RecordId, Autorita)> = own.iter().collect();
    own.sort_unstable_by_key(|(id, _)| std::cmp::Reverse(*id));
    for (id, authority) in own {
        let key = authority.seed.clone().unwrap_or_else(|| id.to_string());
        all.insert(key, authority.clone());
    }
    all
}

/// What an authority is, if it is known.
#[must_use]
pub fn kind_of(all: &BTreeMap<AuthorityKey, Autorita>, key: Option<&AuthorityKey>) -> Option<TipoAutorita> {
    all.get(key?)?.kind
}

fn seeds() -> BTreeMap<AuthorityKey, Autorita> {
    SEEDS.lines().skip(1).filter_map(seed).collect()
}

fn seed(line: &str) -> Option<(AuthorityKey, Autorita)> {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let day = |text: &str| text.parse::<CivilDate>().ok();
    let mut cells = line.split(',');
    let (code, kind, name) = (cells.next()?, cells.next()?, cells.next()?);
    let (comune, from, until) = (cells.next()?, cells.next()?, cells.next()?);
    let authority = Autorita {
        seed: said(code),
        kind: TipoAutorita::ALL.iter().copied().find(|one| one.stored() == kind),
        name: said(name),
        comune: said(comune),
        pec: None,
        period: Period {
            from: day(from),
            until: day(until),
        },
    };
    Some((code.to_owned(), authority))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;
    use uuid::Uuid;

    #[test]
    fn every_row_of_the_list_is_read_with_a_type_and_a_seat_that_exists() {
        let all = authorities(&[]);
        assert_eq!(all.len(), SEEDS.lines().count() - 1);
        for (code, authority) in &all {
            assert!(authority.kind.is_some(), "{code}");
            let comune = authority.comune.as_deref().unwrap();
            assert!(places::is_known(comune), "{code} sits in {comune}");
        }
        assert_eq!(
            kind_of(&all, Some(&"TM-BS".to_owned())),
            Some(TipoAutorita::TribunaleMinorenni)
        );
    }

    #[test]
    fn the_office_ends_one_and_adds_another_and_of_two_voices_the_older_counts() {
        let until = |day: &str| Period {
            from: None,
            until: day.parse().ok(),
        };
        let ended = |day| Autorita {
            seed: Some("TM-MI".into()),
            kind: Some(TipoAutorita::TribunaleMinorenni),
            period: until(day),
            ..Autorita::default()
        };
        let unified = Autorita {
            kind: Some(TipoAutorita::TribunaleUnico),
            ..Autorita::default()
        };
        let id = |n| RecordId(Uuid::from_u128(n));
        let own = [
            (id(1), ended("2026-10-16")),
            (id(2), ended("2027-10-16")),
            (id(3), unified),
        ];
        let all = authorities(&own);
        assert_eq!(all["TM-MI"].period, until("2026-10-16"));
        assert_eq!(all[&id(3).to_string()].kind, Some(TipoAutorita::TribunaleUnico));
    }
}
