//! Which words of a file search finds: what it is called, and why it was taken. Each file lives in the scope of what it hangs on,
//! so that who does not hold that finds nothing; those of a draft are found in the draft.

use super::Allegato;
use crate::{
    record::{Body, Record as _},
    search::{Class, Indexed},
};
use uuid::Uuid;

const MILLIS_A_MINUTE: i64 = 60_000;

/// The words of a file that is still there.
#[must_use]
pub fn file_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let file = Allegato::decode(body).value;
    if file.removed.is_some() {
        return None;
    }
    let words: Vec<String> = [file.title, file.name, file.reason]
        .into_iter()
        .flatten()
        .collect();
    (!words.is_empty()).then_some(Indexed {
        class: Class::Text,
        subject: file.case?.uuid(),
        minutes: file.at.map_or(0, |at| at.0 / MILLIS_A_MINUTE),
        text: words.join("\n"),
    })
}
