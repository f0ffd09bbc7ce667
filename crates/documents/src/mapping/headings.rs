//! From headings to fields: what a heading is called usually, what its column looks like, what was chosen before.

use super::Field;
use super::words::normal;
use crate::tabular::{Heading, Table};
use cartella_domain::codice_fiscale::CodiceFiscale;
use cartella_domain::services::Service;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which field each column goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(rename = "ColumnMapping")]
pub struct Mapping {
    /// One a column, in order; `None` leaves the column out.
    pub fields: Vec<Option<Field>>,
    /// The service of lines that name none.
    pub service: Option<Service>,
    /// What the office calls its services, where the catalogue does not know the name.
    pub service_names: Vec<ServiceName>,
}

/// What an office calls a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "OwnServiceName")]
pub struct ServiceName {
    /// As it stands in the file.
    pub name: String,
    /// The service of the catalogue.
    pub service: Service,
}

impl Mapping {
    /// The columns given to a field, in order.
    pub fn columns(&self, field: Field) -> impl Iterator<Item = u16> + '_ {
        (0..)
            .zip(&self.fields)
            .filter(move |(_, given)| **given == Some(field))
            .map(|(column, _)| column)
    }

    /// Fields that hold one value and were given to more than one column.
    #[must_use]
    pub fn given_twice(&self) -> Vec<Field> {
        Field::ALL
            .into_iter()
            .filter(|field| !field.takes_several() && self.columns(*field).count() > 1)
            .collect()
    }

    /// Whether a person can come from it: some kind of name is mapped.
    #[must_use]
    pub fn names_a_person(&self) -> bool {
        [Field::Surname, Field::GivenName, Field::FullName, Field::Alias]
            .into_iter()
            .any(|field| self.columns(field).next().is_some())
    }
}

/// Whether a text is one of the usual headings, word for word.
#[must_use]
pub fn knows(heading: &str) -> bool {
    let heading = normal(heading);
    Field::ALL
        .iter()
        .any(|field| field.names().any(|name| name == heading))
}

/// What a set of headings is remembered by: the headings themselves in their normal form.
#[must_use]
pub fn signature(headings: &[Heading]) -> String {
    let names: Vec<String> = headings.iter().map(|heading| normal(&heading.text)).collect();
    names.join("|")
}

/// Suggests a field for each column, each field once except those that take several.
#[must_use]
pub fn suggest(table: &Table) -> Mapping {
    let mut fields: Vec<Option<Field>> = vec![None; table.headings.len()];
    let mut taken: Vec<Field> = Vec::new();
    let mut candidates: Vec<(u32, usize, Field)> = Vec::new();
    for (at, heading) in table.headings.iter().enumerate() {
        let name = normal(&heading.text);
        for field in Field::ALL {
            let closeness = closeness(&name, field);
            if closeness > 0 {
                candidates.push((closeness, at, field));
            }
        }
        if let Some(field) = by_content(table, heading.column) {
            candidates.push((5, at, field));
        }
    }
    // The closest first; of equals the leftmost column.
    candidates.sort_by_key(|(closeness, at, _)| (std::cmp::Reverse(*closeness), *at));
    for (_, at, field) in candidates {
        let Some(place) = fields.get_mut(at).filter(|place| place.is_none()) else {
            continue;
        };
        if field.takes_several() || !taken.contains(&field) {
            *place = Some(field);
            taken.push(field);
        }
    }
    Mapping {
        fields,
        ..Mapping::default()
    }
}

/// How near a heading is to a field's usual names: 1000 and more word for word, else by what they share.
fn closeness(heading: &str, field: Field) -> u32 {
    if heading.is_empty() {
        return 0;
    }
    let mut best = 0;
    for (rank, name) in (0_u32..).zip(field.names()) {
        let length = u32::try_from(name.len()).unwrap_or(0);
        let here = if heading == name {
            1_000 - rank
        } else if length >= 3 && holds_words(heading, name) {
            100 + length
        } else {
            0
        };
        best = best.max(here);
    }
    best
}

/// Whether the words of `name` stand in `heading`, in order and next to each other; a number behind is ignored.
fn holds_words(heading: &str, name: &str) -> bool {
    let words: Vec<&str> = heading.split(' ').collect();
    let sought: Vec<&str> = name.split(' ').collect();
    words
        .windows(sought.len())
        .any(|window| window == sought.as_slice())
}

/// What a column without a known heading holds, judged by its first values.
fn by_content(table: &Table, column: u16) -> Option<Field> {
    let values: Vec<&str> = table
        .rows
        .iter()
        .filter_map(|row| row.cell(column))
        .filter(|cell| !cell.is_empty())
        .take(50)
        .map(|cell| cell.text.as_str())
        .collect();
    let most = |test: fn(&str) -> bool| {
        let hits = values.iter().filter(|value| test(value)).count();
        !values.is_empty() && hits * 10 >= values.len() * 8
    };
    if most(|value| CodiceFiscale::parse(value).is_ok()) {
        Some(Field::CodiceFiscale)
    } else if most(super::vocabulary::is_email) {
        Some(Field::Email)
    } else {
        None
    }
}
