//! Which words of the diary search finds: those of the paragraphs, of the place, of who was there.
//!
//! What is reserved is indexed with its own record, in its own scope: who does not hold it finds nothing.

use super::{
    entry::{DiaryEntry, Rectification, ReservedSegment},
    header::{EntryHeader, Participant},
    segment::Wording,
};
use crate::{
    record::{Body, Record},
    search::{Class, Indexed},
    time::{CivilDate, ClockTime},
};
use uuid::Uuid;

fn minutes(day: CivilDate, hour: Option<ClockTime>) -> i64 {
    let epoch = CivilDate::from_ymd(1970, 1, 1).unwrap_or_default();
    day.days_since(epoch) * 1440 + hour.map_or(0, |hour| i64::from(hour.0))
}

fn header_words(header: &EntryHeader, words: &mut Vec<String>) {
    words.extend(header.place.as_ref().and_then(|place| place.detail.clone()));
    for participant in &header.participants {
        if let Participant::Other { name, role } = participant {
            words.push(name.clone());
            words.extend(role.clone());
        }
    }
}

fn found(subject: Uuid, minutes: i64, words: &[String]) -> Option<Indexed> {
    (!words.is_empty()).then(|| Indexed {
        class: Class::Text,
        subject,
        minutes,
        text: words.join("\n"),
    })
}

/// The words of a signed entry: what stands open in it.
#[must_use]
pub fn entry_words(id: Uuid, body: &Body) -> Option<Indexed> {
    let entry = DiaryEntry::decode(body).value;
    let mut words = Vec::new();
    if let Some(header) = &entry.header {
        header_words(header, &mut words);
    }
    for segment in &entry.segments {
        if let Wording::Open { text, .. } = &segment.wording {
            words.push(text.clone());
        }
    }
    let subject = entry.case.map_or(id, |case| case.uuid());
    found(subject, minutes(entry.occurred_on, entry.starts), &words)
}

/// The words of a reserved part.
#[must_use]
pub fn reserved_words(id: Uuid, body: &Body) -> Option<Indexed> {
    let part = ReservedSegment::decode(body).value;
    let mut words: Vec<String> = part.text.into_iter().collect();
    if let Some(header) = &part.header {
        header_words(header, &mut words);
    }
    let subject = part.case.map_or(id, |case| case.uuid());
    found(subject, minutes(part.occurred_on, part.starts), &words)
}

/// The words of a correction.
#[must_use]
pub fn rectification_words(id: Uuid, body: &Body) -> Option<Indexed> {
    let rectification = Rectification::decode(body).value;
    let words: Vec<String> = rectification.text.into_iter().collect();
    let subject = rectification.case.map_or(id, |case| case.uuid());
    found(subject, rectification.signed_at.minutes(), &words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_entry_is_found_by_what_stands_open_in_it() {
        let body = json!({
            "case": Uuid::from_u128(4), "occurred_on": "1970-01-02", "starts": "00:30",
            "segments": [
                { "id": Uuid::from_u128(1), "wording": { "type": "open", "category": null, "text": "Nonna", "hash": "" } },
                { "id": Uuid::from_u128(2), "wording": { "type": "withheld", "level": "reserved",
                  "record": Uuid::from_u128(3), "hash": "" } },
            ],
        });
        let indexed = entry_words(Uuid::from_u128(9), body.as_object().unwrap()).unwrap();
        assert_eq!(
            (indexed.subject, indexed.minutes, indexed.text.as_str()),
            (Uuid::from_u128(4), 1470, "Nonna")
        );
        assert_eq!(entry_words(Uuid::from_u128(9), &Body::new()), None);
    }
}
