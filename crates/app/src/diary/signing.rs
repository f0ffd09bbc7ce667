//! What every signature needs: the files she may write in, and the writing of a plan.

use crate::{Act, Code, Result, Session, rome_date, rome_time};
use cartella_domain::{
    diary::{
        EntryDraft, FileContext, Fresh, Planned, PlannedRow, Salt, SigningContext, SigningFinding,
        SigningPlan, prepare_signing,
    },
    ids::{CaseId, EntryId},
    rights::{Action, Confidentiality, Subject},
    scope::ScopeKind,
    time::Instant,
};

/// Plans a signature by the operator, now; `recorded_at` is when the writing began.
///
/// # Errors
/// The archive does not answer; `forbidden` for a level that she may not write at, or an activity.
pub(crate) fn prepare(
    session: &Session,
    draft: &EntryDraft,
    recorded_at: Instant,
    placed_from: Option<EntryId>,
) -> Result<std::result::Result<SigningPlan, Vec<SigningFinding>>> {
    let files = writable(session, draft)?;
    let of_office = session
        .decide(Action::ActivityWrite, &Subject::nobody())?
        .is_allowed();
    if !of_office && draft.texts.iter().any(|text| draft.is_of_collective(text)) {
        return Err(Code::Forbidden.into());
    }
    let now = session.now();
    let context = SigningContext {
        author: session.operator(),
        qualification: session.qualifica()?,
        now,
        today: rome_date(now),
        hour: rome_time(now),
        recorded_at,
        recorded_on: rome_date(recorded_at),
        late_after_days: session.office_setting()?.late_after_days(),
        office: session.archive().identity().office,
        files: &files,
        placed_from,
    };
    let world = &session.world;
    let mut fresh = Fresh {
        id: &mut || world.id(),
        salt: &mut || Salt::from_bytes(world.salt()),
    };
    Ok(prepare_signing(draft, &context, &mut fresh).map(|mut plan| {
        // The header of several texts is the office's: who writes nothing there signs the texts alone.
        plan.rows
            .retain(|row| of_office || !matches!(row.record, Planned::Activity(_)));
        plan
    }))
}

/// The files of the draft that she may write in. One that she may not even see counts as unknown; in one that she
/// may write in, a level that she may not is refused at once.
fn writable(session: &Session, draft: &EntryDraft) -> Result<Vec<FileContext>> {
    let mut files = Vec::new();
    for case in draft.files() {
        let Ok(subject) = session.case_subject(case) else {
            continue;
        };
        let default_level = session.level_of(case)?;
        let whole = draft.read_by.as_ref().map_or(default_level, |own| own.level);
        if session.allow(Action::EntryWrite, &subject.at(whole)).is_err() {
            continue;
        }
        for level in levels_in(draft, case) {
            session.allow(Action::EntryWrite, &subject.at(level))?;
        }
        files.push(FileContext { case, default_level });
    }
    Ok(files)
}

fn levels_in(draft: &EntryDraft, case: CaseId) -> impl Iterator<Item = Confidentiality> {
    let texts = draft.texts.iter().filter(move |text| text.files.contains(&case));
    let segments = texts.flat_map(|text| &text.segments);
    segments.filter_map(|segment| segment.read_by.as_ref().map(|own| own.level))
}

/// Writes the rows of a plan into an act.
///
/// # Errors
/// A text too large for one change.
pub(crate) fn write(act: &mut Act<'_>, rows: &[PlannedRow]) -> Result<()> {
    for row in rows {
        match &row.record {
            Planned::Entry(entry) => {
                act.sign(row.scope, row.id, entry.as_ref(), &entry.occurred_on.to_string())?;
            }
            Planned::Reserved(part) => {
                act.sign(row.scope, row.id, part.as_ref(), &part.occurred_on.to_string())?;
            }
            Planned::Action(action) => act.create(row.scope, row.id, action.as_ref())?,
            Planned::Activity(activity) => act.create(row.scope, row.id, activity.as_ref())?,
        }
        if matches!(row.scope.kind, ScopeKind::Private | ScopeKind::Secret)
            && let Some(case) = case_of(row)
        {
            act.scope_of(row.scope, case.uuid());
        }
    }
    Ok(())
}

fn case_of(row: &PlannedRow) -> Option<CaseId> {
    match &row.record {
        Planned::Entry(entry) => entry.case,
        Planned::Reserved(part) => part.case,
        Planned::Action(action) => action.case,
        Planned::Activity(_) => None,
    }
}

/// Reads a form as a draft of the diary.
///
/// # Errors
/// `bad_input` if it is another form.
pub(super) fn entry_draft(content: serde_json::Value) -> Result<EntryDraft> {
    serde_json::from_value(content).map_err(|_| Code::BadInput.into())
}
