//! From live writes to a row: the same function for the laptop's SQLite and the hub's PostgreSQL.
//!
//! Reading never fails: what this program does not know is named in [`Row::unread`] and stays in the registers.

use crate::{
    canonical,
    ids::{DeviceId, Hlc, WriteId},
    op::{Act, DELETION},
};
use cartella_domain::record::{Body, FieldDef, KindDef, Shape, is_empty};
use serde_json::{Value, json};
use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeMap, BTreeSet},
};

/// Which of several live writes is shown first: own pending ones (the newest of them), then the hub's order
/// (the newest), then effective stamp, device and write. Greater is shown earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The number in the device's chain while the write is its own and has no verdict.
    pub pending: Option<u64>,
    /// The hub's number in the scope.
    pub scope_seq: Option<u64>,
    /// The stamp that orders it: [`crate::clock::effective`], or the header's own while there is no office.
    pub eff_hlc: Hlc,
    /// The device that wrote it.
    pub device: DeviceId,
    /// The write.
    pub write: WriteId,
}

/// A live write of a record, with the operation it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveWrite {
    /// Its place among the others.
    pub rank: Rank,
    /// The operation.
    pub act: Act,
}

impl LiveWrite {
    /// Its name.
    #[must_use]
    pub const fn id(&self) -> WriteId {
        self.rank.write
    }

    /// The field it writes to; none if it is an append.
    #[must_use]
    pub fn field(&self) -> Option<u16> {
        match &self.act {
            Act::Set { field, .. } | Act::Add { field, .. } | Act::Remove { field, .. } => Some(*field),
            Act::Delete { .. } | Act::Restore { .. } => Some(DELETION),
            Act::Unknown { field, .. } => *field,
            _ => None,
        }
    }
}

/// Whether a record is marked as deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletion {
    /// Not deleted.
    No,
    /// Deleted; nobody wrote what the deleter had not seen.
    Yes,
    /// Deleted by one, edited or restored by another at the same time: stays visible, with a badge.
    Contested,
}

/// One of several values of a field.
#[derive(Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The first write that gave it.
    pub write: WriteId,
    /// The value; `Null` means that the field was cleared.
    pub value: Value,
}

/// A field that two people wrote without seeing each other. The first candidate is the one in the body.
#[derive(Clone, PartialEq, Eq)]
pub struct Clash {
    /// The field.
    pub field: &'static FieldDef,
    /// The different values, the shown one first.
    pub values: Vec<Candidate>,
}

/// A record as its table holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// The shown values by field name; a field without value is absent, a set is sorted.
    pub body: Body,
    /// The fields with more than one value, by number.
    pub clashes: Vec<Clash>,
    /// Fields with live writes that this program does not know how to read, by number.
    pub unread: BTreeSet<u16>,
    /// The mark of deletion.
    pub deletion: Deletion,
    /// The live deletions.
    pub deletions: BTreeSet<WriteId>,
}

/// Under which name a contested deletion stands among the clashes: no field is called so.
pub const CONTESTED: &str = "-deleted";

impl Row {
    /// The body as canonical JSON: the column `body`.
    #[must_use]
    pub fn body_json(&self) -> String {
        canonical::json(&Value::Object(self.body.clone()))
    }

    /// Whether somebody has to look: two values of a field, or deleted by one and written by another.
    #[must_use]
    pub fn is_clashed(&self) -> bool {
        !self.clashes.is_empty() || self.deletion == Deletion::Contested
    }

    /// The clashes as canonical JSON: `{"field": [{"value": …, "change": …, "op": …}, …]}`; `{}` if there are none. A
    /// contested deletion stands among them as [`CONTESTED`], with the deletions in place of values.
    #[must_use]
    pub fn clashes_json(&self) -> String {
        let mut fields: Body = self
            .clashes
            .iter()
            .map(|clash| {
                let values = clash.values.iter().map(
                    |c| json!({ "value": c.value, "change": c.write.change.to_string(), "op": c.write.op }),
                );
                (clash.field.name.to_owned(), values.collect())
            })
            .collect();
        if self.deletion == Deletion::Contested {
            let deletions = self.deletions.iter();
            let deletions =
                deletions.map(|write| json!({ "change": write.change.to_string(), "op": write.op }));
            fields.insert(CONTESTED.to_owned(), deletions.collect());
        }
        canonical::json(&Value::Object(fields))
    }
}

/// The row of a record of `kind` from its live writes, in any order; appends among them are passed over.
#[must_use]
pub fn derive(kind: &KindDef, writes: &[LiveWrite]) -> Row {
    let mut fields: BTreeMap<u16, Vec<&LiveWrite>> = BTreeMap::new();
    for write in writes {
        if let Some(field) = write.field() {
            fields.entry(field).or_default().push(write);
        }
    }
    let mut row = Row {
        body: Body::new(),
        clashes: Vec::new(),
        unread: BTreeSet::new(),
        deletion: deletion(writes),
        deletions: deletions(writes).collect(),
    };
    fields.remove(&DELETION);
    for (number, mut live) in fields {
        live.sort_by_key(|write| Reverse(write.rank));
        let Some(field) = kind.field(number) else {
            row.unread.insert(number);
            continue;
        };
        let read = match field.shape {
            Shape::Set => show_set(field, &live, &mut row),
            Shape::Register | Shape::Earliest | Shape::Highest => show_register(field, &live, &mut row),
        };
        if read < live.len() {
            row.unread.insert(number);
        }
    }
    row
}

/// Puts a register's value in the row; says how many writes it understood.
fn show_register(field: &'static FieldDef, live: &[&LiveWrite], row: &mut Row) -> usize {
    let mut values: Vec<Candidate> = Vec::new();
    let mut read = 0;
    for write in live {
        if let Act::Set { value, .. } = &write.act {
            read += 1;
            if !values.iter().any(|candidate| candidate.value == *value) {
                values.push(Candidate {
                    write: write.id(),
                    value: value.clone(),
                });
            }
        }
    }
    match field.shape {
        Shape::Earliest => values.sort_by(|a, b| earliest(&a.value, &b.value)),
        Shape::Highest => values.sort_by(|a, b| highest(&a.value, &b.value)),
        Shape::Register | Shape::Set => {}
    }
    if let Some(shown) = values.first().filter(|shown| !is_empty(&shown.value)) {
        row.body.insert(field.name.to_owned(), shown.value.clone());
    }
    if values.len() > 1 {
        row.clashes.push(Clash { field, values });
    }
    read
}

fn show_set(field: &'static FieldDef, live: &[&LiveWrite], row: &mut Row) -> usize {
    let members = members(live.iter().copied());
    let read = members.values().map(|member| member.adds.len()).sum();
    if !members.is_empty() {
        let values = members.into_values().map(|member| member.value).collect();
        row.body.insert(field.name.to_owned(), Value::Array(values));
    }
    read
}

/// A member of a set and the live additions that hold it there.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The member.
    pub value: Value,
    /// Every live addition of it: what a removal must name.
    pub adds: Vec<WriteId>,
}

/// The members that these writes add, by their canonical JSON.
#[must_use]
pub fn members<'a>(writes: impl IntoIterator<Item = &'a LiveWrite>) -> BTreeMap<String, Member> {
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    for write in writes {
        if let Act::Add { item, .. } = &write.act {
            members
                .entry(canonical::json(item))
                .or_insert_with(|| Member {
                    value: item.clone(),
                    adds: Vec::new(),
                })
                .adds
                .push(write.id());
        }
    }
    members
}

fn deletions(writes: &[LiveWrite]) -> impl Iterator<Item = WriteId> {
    let deletions = writes
        .iter()
        .filter(|write| matches!(write.act, Act::Delete { .. }));
    deletions.map(LiveWrite::id)
}

fn deletion(writes: &[LiveWrite]) -> Deletion {
    let mut seen: BTreeSet<WriteId> = BTreeSet::new();
    let (mut deleted, mut contested) = (false, false);
    for write in writes.iter().filter(|write| write.field() == Some(DELETION)) {
        match &write.act {
            Act::Delete { saw, .. } => {
                deleted = true;
                seen.extend(saw);
            }
            _ => contested = true,
        }
    }
    if !deleted {
        return Deletion::No;
    }
    let fields = writes
        .iter()
        .filter(|write| write.field().is_some_and(|field| field != DELETION));
    let unseen = fields.into_iter().any(|write| !seen.contains(&write.id()));
    if contested || unseen {
        Deletion::Contested
    } else {
        Deletion::Yes
    }
}

/// Dates are ISO text, so their order is that of the text. No date comes after every date.
fn earliest(a: &Value, b: &Value) -> Ordering {
    is_empty(a).cmp(&is_empty(b)).then_with(|| by_value(a, b))
}

/// Levels are integers, or texts that sort as the risk does. No level comes after every level.
fn highest(a: &Value, b: &Value) -> Ordering {
    is_empty(a).cmp(&is_empty(b)).then_with(|| by_value(b, a))
}

fn by_value(a: &Value, b: &Value) -> Ordering {
    let int = |value: &Value| value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
    match (int(a), int(b), a.as_str(), b.as_str()) {
        (Some(a), Some(b), _, _) => a.cmp(&b),
        (_, _, Some(a), Some(b)) => a.cmp(b),
        _ => canonical::json(a).cmp(&canonical::json(b)),
    }
}
