//! The regional lists of values, as the office loads them.

use super::{Answer, ELEMENTS, interchange_list};
use crate::{
    codes::Coded,
    ids::OperatorId,
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The most codes of one list: those of the interchange have some dozens.
const MAX_CODES: usize = 1_000;
/// The longest code and the longest label, in characters.
const MAX_CODE: usize = 40;
const MAX_LABEL: usize = 160;

/// One code with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Codice {
    /// The code.
    pub code: String,
    /// What it means.
    pub label: String,
}

/// A list in one version, as it was loaded. Lives in the scope that everybody sees; it never changes, a new loading stands
/// beside it and old answers stay readable.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 177, name = "elenco_codici", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ElencoCodici {
    /// Which list.
    #[field(1)]
    pub list: Option<String>,
    /// Its version, as its source names it.
    #[field(2)]
    pub version: Option<String>,
    /// Where it comes from: act, document, mail.
    #[field(3)]
    pub source: Option<String>,
    /// Its codes, in their order.
    #[field(4)]
    pub codes: Vec<Codice>,
    /// The file from which it was read.
    #[field(5)]
    pub file_name: Option<String>,
    /// Who loaded it.
    #[field(6)]
    pub author: Option<OperatorId>,
    /// When.
    #[field(7)]
    pub signed_at: Option<Instant>,
    /// On which day.
    #[field(8)]
    pub on: Option<CivilDate>,
}

impl ElencoCodici {
    /// Whether a code was chosen from this list in this version.
    #[must_use]
    pub fn has(&self, code: &Coded) -> bool {
        self.list.as_deref() == Some(code.list.as_str())
            && self.version.as_deref() == Some(code.version.as_str())
            && self.codes.iter().any(|one| one.code == code.code)
    }

    /// Its answers, with their words.
    #[must_use]
    pub fn answers(&self) -> Vec<(Coded, String)> {
        let of = |one: &Codice| {
            let coded = Coded {
                code: one.code.clone(),
                list: self.list.clone().unwrap_or_default(),
                version: self.version.clone().unwrap_or_default(),
            };
            (coded, one.label.clone())
        };
        self.codes.iter().map(of).collect()
    }
}

/// Why a list is not loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListRefused {
    /// There is no code in it.
    #[error("no code")]
    Empty,
    /// It has more codes than a list can have.
    #[error("too many codes")]
    TooMany,
    /// A code or label is too long, or a code without a label.
    #[error("a line that is no code")]
    Line(String),
    /// The same code twice.
    #[error("a code twice")]
    Twice(String),
    /// This version of the list was loaded with other codes.
    #[error("the version is taken")]
    VersionTaken,
}

impl ElencoCodici {
    /// Whether it can be loaded beside those that are there.
    ///
    /// # Errors
    /// [`ListRefused`].
    pub fn fits(&self, beside: &[Self]) -> Result<(), ListRefused> {
        if self.codes.is_empty() {
            return Err(ListRefused::Empty);
        }
        if self.codes.len() > MAX_CODES {
            return Err(ListRefused::TooMany);
        }
        let mut seen = BTreeSet::new();
        for one in &self.codes {
            let (code, label) = (one.code.trim(), one.label.trim());
            let long = code.chars().count() > MAX_CODE || label.chars().count() > MAX_LABEL;
            if code.is_empty() || label.is_empty() || long {
                return Err(ListRefused::Line(one.code.clone()));
            }
            if !seen.insert(code) {
                return Err(ListRefused::Twice(one.code.clone()));
            }
        }
        let same = |other: &Self| other.list == self.list && other.version == self.version;
        if beside
            .iter()
            .any(|other| same(other) && other.codes != self.codes)
        {
            return Err(ListRefused::VersionTaken);
        }
        Ok(())
    }
}

/// The list in use: the last that was loaded.
#[must_use]
pub fn current<'a>(lists: &'a [ElencoCodici], list: &str) -> Option<&'a ElencoCodici> {
    lists
        .iter()
        .filter(|one| one.list.as_deref() == Some(list))
        .max_by_key(|one| one.signed_at)
}

/// The lists that the elements ask for, each once, and that of the outcomes of a phase.
#[must_use]
pub fn lists_to_load() -> Vec<String> {
    let mut lists: Vec<String> = Vec::new();
    let coded = ELEMENTS.iter().filter(|element| element.answer == Answer::Coded);
    for code in coded.filter_map(|element| element.code).chain(["ESITO"]) {
        let list = interchange_list(code);
        if !lists.contains(&list) {
            lists.push(list);
        }
    }
    lists
}
