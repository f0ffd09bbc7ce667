//! The text of a report is written: saved from the page, entries put into it, registry and activities read again.

use super::{
    FORM_REPORT, ReportRef,
    closing::{concluded, listed},
    family::family,
    gather::{Gathered, take},
    loaded::Loaded,
};
use crate::{Code, Result, Session};
use cartella_archive::{Seen, drafts};
use cartella_domain::{
    ids::{CaseId, DraftId, EntryId, RecordId},
    people::tidy,
    tutela::{Brano, Relazione, RelazioneTesto},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The text of a report as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct EditReport {
    /// The report.
    pub report: RecordId,
    /// All of its text; what ties it to its card stays as it is.
    pub text: RelazioneTesto,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
    /// The draft in which it was kept while it was typed: it ends as this text.
    pub draft: Option<DraftId>,
}

/// Writes the text of a report for all who work on it. A signed one is frozen.
///
/// # Errors
/// `forbidden`, `not_found`; `already_signed`; `unknown_code`; the disk is full.
pub fn edit_report(session: &mut Session, input: EditReport) -> Result<ReportRef> {
    let loaded = Loaded::writable(session, input.report)?;
    let (case, id, old) = loaded.open_text(session)?;
    if loaded.own.card.closes_case() {
        listed(
            session,
            case,
            input.text.reason.as_ref(),
            input.text.situation.as_ref(),
        )?;
    }
    let text = RelazioneTesto {
        case: old.value.case,
        relazione: old.value.relazione,
        concluded: old.value.concluded,
        course: tidy::lines(input.text.course),
        reached: tidy::lines(input.text.reached),
        not_reached: tidy::lines(input.text.not_reached),
        assessment: tidy::lines(input.text.assessment),
        family: tidy::lines(input.text.family),
        facts: kept(input.text.facts),
        statements: kept(input.text.statements),
        evaluations: kept(input.text.evaluations),
        living: tidy::lines(input.text.living),
        resources: tidy::lines(input.text.resources),
        proposals: tidy::lines(input.text.proposals),
        ..input.text
    };
    let operator = session.operator().to_string();
    let draft = match input.draft {
        Some(id) => drafts::get(session.archive().db(), &operator, &id.to_string())?
            .filter(|draft| draft.kind == FORM_REPORT)
            .map(|_| id),
        None => None,
    };
    let seen = Seen(input.seen);
    session.write(|act| {
        act.edit(id, &text, Some(&seen))?;
        if let Some(draft) = draft {
            act.end_draft(draft, id)?;
        }
        act.about(case);
        Ok(())
    })?;
    Ok(ReportRef { report: input.report })
}

/// Paragraphs in which something is written.
fn kept(paragraphs: Vec<Brano>) -> Vec<Brano> {
    let written = |one: Brano| {
        let text = tidy::lines(Some(one.text))?;
        Some(Brano { text, ..one })
    };
    paragraphs.into_iter().filter_map(written).collect()
}

/// Signed entries that go into a report.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct IncludeEntries {
    /// The report.
    pub report: RecordId,
    /// The entries.
    pub entries: Vec<EntryId>,
}

/// How much of them went in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Included {
    /// Entries of which at least one paragraph went in.
    pub taken: u32,
    /// Entries of which nothing did: without a category, or already there.
    pub left: u32,
}

/// Puts signed entries into a report, each paragraph under the heading of its category and nowhere else, and each into the
/// list of activities.
///
/// # Errors
/// `forbidden`, `not_found`; `already_signed`; `no_such_move` for the final report of a case, which counts entries and does
/// not tell them; the disk is full.
pub fn include_entries(session: &mut Session, input: IncludeEntries) -> Result<Included> {
    let loaded = Loaded::writable(session, input.report)?;
    if loaded.own.card.closes_case() {
        return Err(Code::NoSuchMove.into());
    }
    let (case, id, old) = loaded.open_text(session)?;
    let mut text = old.value;
    let gathered = gathered(session, &loaded)?;
    let (mut taken, mut left) = (0, 0);
    for entry in &gathered.entries {
        if input.entries.contains(&entry.id) {
            if take(&mut text, entry) {
                taken += 1;
            } else {
                left += 1;
            }
        }
    }
    gathered.activities(&mut text);
    write(session, case, id, &text)?;
    Ok(Included { taken, left })
}

/// Reads registry and diary again: family and list of activities are those of today; what was written stays.
///
/// # Errors
/// `forbidden`, `not_found`; `already_signed`; the disk is full.
pub fn refresh_report(session: &mut Session, input: ReportRef) -> Result<ReportRef> {
    let loaded = Loaded::writable(session, input.report)?;
    let (case, id, old) = loaded.open_text(session)?;
    let cases: Vec<CaseId> = loaded.staying().map(|card| card.case).collect();
    let mut text = RelazioneTesto {
        people: family(session, &cases)?,
        ..old.value
    };
    if loaded.own.card.closes_case() {
        let (period, found) = concluded(session, case)?;
        text.concluded = Some(found);
        let card = Relazione {
            from: Some(period.0),
            to: Some(period.1),
            ..loaded.own.card.clone()
        };
        session.write(|act| {
            act.edit(loaded.own.id, &card, None)?;
            act.edit(id, &text, None)?;
            act.about(case);
            Ok(())
        })?;
        return Ok(input);
    }
    gathered(session, &loaded)?.activities(&mut text);
    write(session, case, id, &text)?;
    Ok(input)
}

/// The signed entries of its period, in the files of the minors who have not left it.
pub(super) fn gathered(session: &mut Session, loaded: &Loaded) -> Result<Gathered> {
    let cases: Vec<CaseId> = loaded.staying().map(|card| card.case).collect();
    let card = &loaded.own.card;
    let to = card.to.unwrap_or_else(|| session.today());
    Gathered::of(session, &cases, card.from.unwrap_or(to), to)
}

fn write(session: &mut Session, case: CaseId, id: RecordId, text: &RelazioneTesto) -> Result<()> {
    session.write(|act| {
        act.edit(id, text, None)?;
        act.about(case);
        Ok(())
    })
}
