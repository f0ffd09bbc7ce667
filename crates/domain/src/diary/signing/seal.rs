//! What the hashes of an entry cover.

use crate::{
    canonical,
    diary::{ContentHash, DiaryEntry, DraftSegment, ReservedSegment, Wording, salted_hash, text_hash},
    ids::CaseId,
};
use serde_json::json;

/// A paragraph whose text stands in the entry. Its hash is the same in every file.
pub(super) fn open(segment: &DraftSegment, case: Option<CaseId>) -> Wording {
    let text = segment.text.trim().to_owned();
    let content = json!({ "category": segment.category, "heading": segment.heading, "text": text });
    Wording::Open {
        heading: segment.heading,
        category: segment.category.clone(),
        read_by: segment.read_by.clone().filter(|_| case.is_none()),
        hash: text_hash(&canonical::json(&content)),
        text,
    }
}

/// The salted hash of a reserved part, as the entry keeps it.
pub fn reserved_hash(record: &ReservedSegment) -> ContentHash {
    let content = json!({
        "category": record.category,
        "header": record.header,
        "heading": record.heading,
        "text": record.text,
    });
    salted_hash(&record.salt, &canonical::json(&content))
}

/// The hash over version, kind, author, date and segments. The kind is part of the circumstances, which count
/// whole or by their salted hash.
pub fn entry_hash(entry: &DiaryEntry) -> ContentHash {
    let segments: Vec<_> = entry
        .segments
        .iter()
        .map(|segment| {
            let hash = match &segment.wording {
                Wording::Open { hash, .. } | Wording::Withheld { hash, .. } => hash,
            };
            json!({ "id": segment.id, "files": segment.files, "hash": hash })
        })
        .collect();
    text_hash(&canonical::json(&json!({
        "version": entry.version,
        "act": entry.act,
        "case": entry.case,
        "author": entry.author,
        "occurred_on": entry.occurred_on,
        "starts": entry.starts,
        "recorded_at": entry.recorded_at,
        "transcribed": entry.transcribed,
        "header": entry.header,
        "header_hash": entry.header_hash,
        "segments": segments,
    })))
}
