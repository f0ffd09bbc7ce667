//! What the office holds of others' for her, who is responsible now: listed, taken over, closed.
//!
//! It is at the office and not here, so each question goes over the line: what to send, and what came.

use super::refused::{RefusedPart, RefusedReason, parts_of};
use super::{Came, ToSend, plain, trouble::TroubleCode};
use crate::{
    Code, Error, Result, Session,
    names::{Names, names},
};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{change::Change, ids::ScopeRef, messages::Code as Verdict};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;
use uuid::Uuid;

const LIST: &str = "/v1/held";
const SETTLE: &str = "/v1/held/settle";

/// Something that waits for her decision.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct HeldView {
    /// What a decision names.
    pub key: String,
    /// Who wrote it.
    pub author: OperatorId,
    /// When it was written, by the author's clock as far as the office believes it.
    pub at: Option<Instant>,
    /// The case or person it is about.
    pub subject: Option<RecordId>,
    /// Why it is held.
    pub reason: RefusedReason,
    /// What was written; none where it cannot be read here.
    pub parts: Vec<RefusedPart>,
    /// What author and subject are called.
    pub names: Names,
}

/// What she decided.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SettleHeld {
    /// As [`HeldView::key`].
    pub key: String,
    /// "Prendi in carico"; else it is closed.
    pub adopt: bool,
    /// Why it is closed: its author reads it.
    pub reason: String,
}

/// As the office sends it.
#[derive(Deserialize)]
struct Sent {
    key: String,
    author: OperatorId,
    scope: Scope,
    code: u8,
    bytes: Option<String>,
}

#[derive(Deserialize)]
struct Scope {
    owner: Uuid,
    kind: u8,
}

/// What to send to hear what waits for her.
///
/// # Errors
/// `office_none` in an archive that is its own office.
pub fn ask_held(session: &Session) -> Result<ToSend> {
    let body = b"{}".to_vec();
    plain::signed(session, LIST, body)
}

/// What came: what waits for her.
///
/// # Errors
/// `office_unreachable` with the trouble where no answer came.
pub fn held(session: &Session, came: Came) -> Result<Vec<HeldView>> {
    let answer = plain::read(came)?;
    let list = answer.get("held").cloned().unwrap_or_default();
    let sent: Vec<Sent> =
        serde_json::from_value(list).map_err(|_| plain::unreachable(TroubleCode::Nonsense))?;
    sent.into_iter().map(|one| view(session, one)).collect()
}

/// What to send to take one over or to close it.
///
/// # Errors
/// `office_none`; `reason_missing` when it is to be closed without a reason.
pub fn ask_settle_held(session: &Session, input: &SettleHeld) -> Result<ToSend> {
    if !input.adopt && input.reason.trim().is_empty() {
        return Err(Error::field(Code::ReasonMissing, "reason"));
    }
    let body = json!({ "key": input.key, "adopt": input.adopt, "reason": input.reason.trim() });
    plain::signed(session, SETTLE, body.to_string().into_bytes())
}

/// What came: whether it is settled. What was taken over comes with the next session.
///
/// # Errors
/// `held_gone` if somebody else settled it, or the right was lost; `office_unreachable` with the trouble.
pub fn settled_held(session: &mut Session, came: Came) -> Result<()> {
    let answer = match plain::read(came) {
        // Not hers to settle any more, or nothing is held under this key.
        Err(error) if plain::is_refusal(&error) => return Err(Code::HeldGone.into()),
        read => read?,
    };
    if answer.get("settled") == Some(&Value::Bool(true)) {
        session.touch("office");
        Ok(())
    } else {
        Err(Code::HeldGone.into())
    }
}

fn view(session: &Session, sent: Sent) -> Result<HeldView> {
    let scope = ScopeRef {
        owner: sent.scope.owner,
        kind: sent.scope.kind,
    };
    let subject = scope
        .known()
        .and_then(|scope| super::subjects::subject(&scope.to_string()));
    let change = sent
        .bytes
        .as_deref()
        .and_then(bytes)
        .and_then(|bytes| Change::decode(&bytes).ok());
    let parts = match &change {
        Some(change) => parts_of(session, change)?,
        None => Vec::new(),
    };
    let named = subject.map(|subject| subject.uuid());
    Ok(HeldView {
        key: sent.key,
        author: sent.author,
        at: change.map(|change| change.header().hlc.instant()),
        subject,
        reason: Verdict::from_number(sent.code).into(),
        parts,
        names: names(session, named.into_iter().chain([sent.author.uuid()]))?,
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    if !hex.is_ascii() || hex.len() % 2 == 1 {
        return None;
    }
    hex.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
