//! Where she was: kept in the archive when it locks, so that unlocking returns to the same page and cursor.

use super::Session;
use crate::{Code, Error, Result, commands::Nothing};
use cartella_archive::drafts::{self, Draft};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// The page, the draft and the cursor, as the window writes and reads them; at most 16 KiB.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ViewState {
    /// The window's own words.
    pub view: String,
}

/// The form under which it is kept: no draft of hers.
pub(crate) const VIEW: &str = "view";
const LIMIT: usize = 16 * 1024;

/// Keeps where she is.
///
/// # Errors
/// The disk is full.
pub fn keep_view(session: &mut Session, input: ViewState) -> Result<Nothing> {
    if input.view.len() > LIMIT {
        return Err(Error::field(Code::BadInput, "view"));
    }
    let now = session.now();
    let draft = Draft {
        id: format!("view:{}", session.operator),
        kind: VIEW.to_owned(),
        operator: session.operator.to_string(),
        subject: None,
        content: json!({ "view": input.view }),
        started_from: json!({}),
        created_at: now,
        saved_at: now,
    };
    session.archive.save_draft(&draft)?;
    Ok(Nothing {})
}

/// Where she was, if the window said so.
pub(super) fn kept(session: &Session) -> Result<Option<String>> {
    let draft = drafts::get(
        session.archive.db(),
        &session.operator.to_string(),
        &format!("view:{}", session.operator),
    )?;
    Ok(draft.and_then(|draft| {
        draft
            .content
            .get("view")
            .and_then(|view| view.as_str().map(str::to_owned))
    }))
}
