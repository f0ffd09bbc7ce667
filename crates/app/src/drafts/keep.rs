//! Copies of drafts that travel: kept when she leaves a page, locks or synchronises, taken up on her next laptop.

use super::DraftRef;
use crate::{Act, Code, MAX_TEXT, Result, Session, commands::Nothing, session::VIEW};
use cartella_archive::{
    drafts::{self, Draft, Known},
    rows,
};
use cartella_domain::{
    drafts::{DraftCopy, Held},
    ids::RecordId,
};
use serde_json::Value;
use uuid::Uuid;

/// Puts a copy of one draft into her own scope, if the last copy holds something else.
///
/// # Errors
/// The disk is full.
pub fn keep(session: &mut Session, input: DraftRef) -> Result<Nothing> {
    let operator = session.operator().to_string();
    let draft = drafts::get(session.archive().db(), &operator, &input.id.to_string())?;
    copy(session, draft.into_iter().collect())?;
    Ok(Nothing {})
}

/// The same for every open draft: before the archive closes, and before it speaks with the office.
///
/// # Errors
/// The disk is full.
pub fn keep_all(session: &mut Session) -> Result<()> {
    let open = drafts::list(session.archive().db(), &session.operator().to_string())?;
    copy(session, open)
}

fn copy(session: &mut Session, open: Vec<Draft>) -> Result<()> {
    let own = session.own();
    for draft in open.into_iter().filter(|draft| draft.kind != VIEW) {
        let (Ok(id), Some(here)) = (Uuid::parse_str(&draft.id), known(session, &draft.id)?) else {
            continue;
        };
        // What no change can carry stays in the archive alone, where it is as safe as before.
        if here.copied || draft.content.to_string().len() > MAX_TEXT / 2 {
            continue;
        }
        let (name, saved_at) = (draft.id, draft.saved_at);
        let there = rows::get::<DraftCopy>(session.archive().db(), &name)?.is_some();
        let copy = DraftCopy {
            form: Some(draft.kind),
            subject: draft
                .subject
                .and_then(|subject| Uuid::parse_str(&subject).ok())
                .map(RecordId),
            created_at: Some(draft.created_at),
            held: Some(Held::new(saved_at, &draft.content, &draft.started_from)),
            ended: None,
        };
        session.write(|act| {
            if there {
                act.edit(id, &copy, None)
            } else {
                act.create(own, id, &copy)
            }
        })?;
        session.archive().draft_was_copied(&name, saved_at)?;
    }
    Ok(())
}

fn known(session: &Session, id: &str) -> Result<Option<Known>> {
    Ok(drafts::known(
        session.archive().db(),
        &session.operator().to_string(),
        id,
    )?)
}

impl Act<'_> {
    /// The copy of a draft that ends with this act, if it has one, says so too and holds nothing any more.
    pub(crate) fn end_copy(&mut self, id: &str, became: &str) -> Result<()> {
        let Some(row) = rows::get::<DraftCopy>(self.archive().db(), id)? else {
            return Ok(());
        };
        let id: Uuid = row.typed_id()?;
        let ended = DraftCopy {
            held: None,
            ended: Some(became.to_owned()),
            ..row.value
        };
        self.edit(id, &ended, None)
    }
}

/// Takes up what her copies say and the archive's drafts do not: a draft written on another laptop appears, one
/// that ended there ends here. What was typed here and stands in no copy is never touched: if another laptop went on
/// with the same draft, both stand beside each other.
///
/// # Errors
/// The disk is full.
pub fn take_up(session: &mut Session) -> Result<()> {
    let own = session.own().to_string();
    for row in rows::select::<DraftCopy>(session.archive().db(), "scope = ?1", &[&own])? {
        let id: Uuid = row.typed_id()?;
        let here = known(session, &row.id)?;
        match (here, &row.value.held, &row.value.ended) {
            (None, Some(held), None) => store(session, id, &row.value, held)?,
            (Some(here), Some(held), None) if goes_on(&here, held) => {
                // Both wrote since the last copy: hers of this laptop stays, the other comes beside it.
                let place = if here.copied { id } else { session.id() };
                store(session, place, &row.value, held)?;
            }
            // What was typed here after the copy stays a draft.
            (Some(here), None, Some(became)) if !here.closed && here.copied => {
                session.write(|act| act.end_draft(id, became))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether another laptop went on with a draft that is open here.
fn goes_on(here: &Known, held: &Held) -> bool {
    !here.closed && held.saved_at > here.saved_at && !held.holds(&here.content)
}

fn store(session: &mut Session, id: Uuid, copy: &DraftCopy, held: &Held) -> Result<()> {
    let value = |text: &str| serde_json::from_str::<Value>(text).map_err(|_| Code::BadInput);
    let draft = Draft {
        id: id.to_string(),
        kind: copy.form.clone().unwrap_or_default(),
        operator: session.operator().to_string(),
        subject: copy.subject.map(|subject| subject.to_string()),
        content: value(&held.content)?,
        started_from: value(&held.started_from)?,
        created_at: copy.created_at.unwrap_or(held.saved_at),
        saved_at: held.saved_at,
    };
    session.touch("draft");
    session.archive().save_draft(&draft)?;
    Ok(session.archive().draft_was_copied(&draft.id, draft.saved_at)?)
}
