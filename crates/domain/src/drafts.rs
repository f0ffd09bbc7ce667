//! The copy of a draft that travels: what a form held when its author left the page, locked or synchronised.
//!
//! A draft itself is saved every two seconds to a table of the archive, outside the log. Its copy is a record in the
//! author's own scope, so that a lost laptop loses at most the page that was open, and the next laptop has her drafts.

use crate::{ids::RecordId, record::Record, time::Instant};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The copy, under the draft's own id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Record)]
#[record(kind = 51, name = "draft_copy")]
pub struct DraftCopy {
    /// Which form: the name of its record's kind.
    #[field(1)]
    pub form: Option<String>,
    /// The case or person that it was started from.
    #[field(2)]
    pub subject: Option<RecordId>,
    /// When it was begun.
    #[field(3)]
    pub created_at: Option<Instant>,
    /// What the form held; nothing once the draft has ended.
    #[field(4)]
    pub held: Option<Held>,
    /// What became of it: the signed entry's id, or `discarded`.
    #[field(5)]
    pub ended: Option<String>,
}

/// What a form held at a moment. One field, because these change together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// When it was last saved on the laptop that kept the copy.
    pub saved_at: Instant,
    /// The form's content as JSON text: its shape is the form's own affair, and may hold what the record's values
    /// may not.
    pub content: String,
    /// The writes that were on screen when it was started, likewise.
    pub started_from: String,
}

impl Held {
    /// What a form holds, ready to travel.
    #[must_use]
    pub fn new(saved_at: Instant, content: &Value, started_from: &Value) -> Self {
        Self {
            saved_at,
            content: content.to_string(),
            started_from: started_from.to_string(),
        }
    }

    /// Whether the form holds just this.
    #[must_use]
    pub fn holds(&self, content: &Value) -> bool {
        serde_json::from_str::<Value>(&self.content).is_ok_and(|held| held == *content)
    }
}
