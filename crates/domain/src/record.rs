//! What all records share: their registry entry, their fields as values, their differences.
//!
//! A record is a plain struct; in the log it is a number of registers, one a top-level field. This module
//! goes between the two: `body` and `decode` for the whole, `diff` for what an edit changed. The registry of
//! all kinds is in `registry`; its printed form, `registry.lock`, may only grow.

pub use cartella_derive::Record;
use serde::{
    Deserialize, Deserializer as _, Serialize,
    de::{DeserializeOwned, MapAccess, Visitor},
};
use serde_json::Value;
use std::{fmt, marker::PhantomData};
use ts_rs::TS;

/// The live fields of a record by name; canonical because the map is sorted.
pub type Body = serde_json::Map<String, Value>;

/// How concurrent values of a field come together (reference: register semantics of the change log).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// All live values are kept; a person chooses.
    Register,
    /// Members are added and removed one by one; an addition wins over a removal that did not see it.
    Set,
    /// A register of a date: until a clash is settled the earliest counts.
    Earliest,
    /// A register of a risk: until a clash is settled the highest counts.
    Highest,
}

/// One field in the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldDef {
    /// Its number in every change ever written: never reused.
    pub number: u16,
    /// Its name in Rust, SQL and TypeScript.
    pub name: &'static str,
    /// How concurrent values come together.
    pub shape: Shape,
}

/// One kind of record in the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindDef {
    /// Its number in every change ever written: never reused.
    pub number: u16,
    /// Its name, also that of its table.
    pub name: &'static str,
    /// Signed once, never changed: one row and no registers.
    pub signed: bool,
    /// Its fields.
    pub fields: &'static [FieldDef],
}

impl KindDef {
    /// The field of a number, if this program knows it.
    #[must_use]
    pub fn field(&self, number: u16) -> Option<&'static FieldDef> {
        self.fields.iter().find(|f| f.number == number)
    }

    /// The field of a name.
    #[must_use]
    pub fn field_named(&self, name: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|f| f.name == name)
    }
}

/// A struct that lives in the log.
pub trait Record: Serialize + DeserializeOwned + Clone {
    /// Its registry entry.
    const KIND: &'static KindDef;

    /// Reads what can be read of a stored body; never fails.
    fn decode(body: &Body) -> Decoded<Self>;

    /// Reads a stored body whose every field can be read; [`read`] asks for it.
    ///
    /// # Errors
    /// A field cannot be read.
    fn visit<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;

    /// The record's fields by name. A field without a value is absent.
    ///
    /// # Errors
    /// A value that JSON cannot hold, which no record type contains.
    fn body(&self) -> Result<Body, serde_json::Error> {
        let Value::Object(mut body) = serde_json::to_value(self)? else {
            return Ok(Body::new());
        };
        body.retain(|_, value| !is_empty(value));
        Ok(body)
    }
}

/// A record as read, and the fields that this program could not read (they are shown read-only).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<T> {
    /// What was read; unread fields stand at their default.
    pub value: T,
    /// Names of the fields that hold a value unknown here.
    pub unread: Vec<&'static str>,
}

/// Reads the text of a stored body: straight into the record, or, where a field cannot be read, field by field.
///
/// # Errors
/// The text is no JSON object.
pub fn read<T: Record>(text: &str) -> Result<Decoded<T>, serde_json::Error> {
    let mut straight = serde_json::Deserializer::from_str(text);
    if let Ok(value) = straight.deserialize_map(Straight(PhantomData))
        && straight.end().is_ok()
    {
        return Ok(Decoded {
            value,
            unread: Vec::new(),
        });
    }
    Ok(T::decode(&serde_json::from_str(text)?))
}

/// Reads an object without making a tree of its values first.
struct Straight<T>(PhantomData<T>);

impl<'de, T: Record> Visitor<'de> for Straight<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the fields of a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::visit(map)
    }
}

/// Reads one field of a body, or notes that it cannot be read.
pub fn decode_field<T: DeserializeOwned + Default>(
    body: &Body,
    name: &'static str,
    unread: &mut Vec<&'static str>,
) -> T {
    match body.get(name) {
        None | Some(Value::Null) => T::default(),
        Some(value) => T::deserialize(value).unwrap_or_else(|_| {
            unread.push(name);
            T::default()
        }),
    }
}

/// Whether a value says nothing: an absent text, an empty set.
#[must_use]
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// One difference between two states of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The field has a new value; `Null` clears it.
    Set(u16, Value),
    /// A member joined the set.
    Added(u16, Value),
    /// A member left the set.
    Removed(u16, Value),
}

impl Difference {
    /// Number of the field that differs.
    #[must_use]
    pub const fn field(&self) -> u16 {
        match self {
            Self::Set(field, _) | Self::Added(field, _) | Self::Removed(field, _) => *field,
        }
    }
}

/// What an edit changed between two bodies, field by field in the order of their numbers.
#[must_use]
pub fn diff(kind: &KindDef, old: &Body, new: &Body) -> Vec<Difference> {
    let mut differences = Vec::new();
    for field in kind.fields {
        let before = old.get(field.name).unwrap_or(&Value::Null);
        let after = new.get(field.name).unwrap_or(&Value::Null);
        if before == after {
            continue;
        }
        if field.shape != Shape::Set {
            differences.push(Difference::Set(field.number, after.clone()));
            continue;
        }
        let (before, after) = (members(before), members(after));
        let gone = before.iter().filter(|m| !after.contains(m));
        let come = after.iter().filter(|m| !before.contains(m));
        differences.extend(gone.map(|m| Difference::Removed(field.number, m.clone())));
        differences.extend(come.map(|m| Difference::Added(field.number, m.clone())));
    }
    differences
}

fn members(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        _ => &[],
    }
}

/// A set that two people may change at the same time: members are added and removed one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AddSet<T: TS>(pub Vec<T>);

/// To the screen a set is a list.
impl<T: TS> TS for AddSet<T> {
    type WithoutGenerics = <Vec<T> as TS>::WithoutGenerics;
    type OptionInnerType = Self;

    fn name(config: &ts_rs::Config) -> String {
        Vec::<T>::name(config)
    }

    fn inline(config: &ts_rs::Config) -> String {
        Vec::<T>::inline(config)
    }

    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        Vec::<T>::visit_dependencies(visitor);
    }

    fn visit_generics(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        Vec::<T>::visit_generics(visitor);
    }
}

impl<T: TS> Default for AddSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: TS> AddSet<T> {
    /// The members, in no promised order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: TS> FromIterator<T> for AddSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record)]
    #[record(kind = 999, name = "sample")]
    struct Sample {
        #[field(1)]
        name: Option<String>,
        #[field(2, set)]
        tags: AddSet<String>,
        #[field(3, earliest)]
        due: Option<u32>,
    }

    fn body(value: Value) -> Body {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn registry_entry_says_what_was_declared() {
        assert_eq!(
            (Sample::KIND.number, Sample::KIND.name, Sample::KIND.signed),
            (999, "sample", false)
        );
        assert_eq!(Sample::KIND.field(3).map(|f| f.shape), Some(Shape::Earliest));
        assert_eq!(Sample::KIND.field_named("tags").map(|f| f.number), Some(2));
    }

    #[test]
    fn an_unreadable_field_is_named_and_the_rest_is_read() {
        let decoded = Sample::decode(&body(json!({ "name": "x", "due": "tomorrow", "later": 1 })));
        assert_eq!(decoded.unread, ["due"]);
        assert_eq!(
            decoded.value,
            Sample {
                name: Some("x".into()),
                ..Sample::default()
            }
        );
    }

    #[test]
    fn a_text_is_read_as_its_fields_are() {
        for text in [
            json!({ "name": "x", "tags": ["a"], "due": 3 }),
            json!({ "name": null, "tags": null, "later": { "a": [1] } }),
            json!({ "name": "x", "due": "tomorrow" }),
            json!({ "na\u{e8}\n": 1, "due": 4 }),
            json!({}),
        ] {
            let read: Decoded<Sample> = read(&text.to_string()).unwrap();
            assert_eq!(read, Sample::decode(&body(text)));
        }
        assert!(read::<Sample>("[]").is_err());
        assert!(read::<Sample>("{} {}").is_err());
    }

    #[test]
    fn differences_are_by_field_and_by_member() {
        let old = body(json!({ "name": "a", "tags": ["x", "y"] }));
        let new = body(json!({ "tags": ["y", "z"], "due": 4 }));
        assert_eq!(
            diff(Sample::KIND, &old, &new),
            [
                Difference::Set(1, Value::Null),
                Difference::Removed(2, json!("x")),
                Difference::Added(2, json!("z")),
                Difference::Set(3, json!(4)),
            ]
        );
        assert_eq!(diff(Sample::KIND, &new, &new), []);
    }
}
