//! What is still open in a case: closing asks that nothing is, and says what.

use super::OneCase;
use crate::{Result, Session, diary::sees_action};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    cases::{OpenItem, OpenItemKind},
    codes::Coded,
    ids::{CaseId, RecordId},
    placements::Collocamento,
    plans::{PlanState, next_review},
    rights::Action,
    spazio_neutro::PercorsoSn,
    time::CivilDate,
    tutela::{Misura403, MisuraPenale},
};

/// What is still open in a case, for who may close it.
///
/// # Errors
/// `forbidden`, `not_found`; the archive does not answer.
pub fn open_in_case(session: &mut Session, input: OneCase) -> Result<Vec<OpenItem>> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::CaseClose, &subject)?;
    open_items(session, input.case)
}

/// Next actions, mandates, plans, measures, placements, paths of spazio neutro, and the deadlines of whatever else the case has.
pub(super) fn open_items(session: &Session, case: CaseId) -> Result<Vec<OpenItem>> {
    let db = session.archive().db();
    let mut items = Vec::new();
    for row in queries::cases::open_actions(db, case)? {
        // What was agreed in a note that she may not read counts, and is not told.
        let told = sees_action(session, &row)? && !row.value.what.is_empty();
        let what = told.then(|| row.value.what.clone());
        items.push(item(OpenItemKind::Action, &row, (what, None), row.value.due)?);
    }
    for row in queries::tutela::open_mandates(db, case)? {
        let named = (row.value.words.clone(), row.value.activity.clone());
        items.push(item(OpenItemKind::Mandate, &row, named, None)?);
    }
    for row in queries::plans::of_case(db, case)? {
        let shared = matches!(row.value.state, PlanState::Condiviso { .. });
        if shared || row.value.state.at_work() {
            let id: RecordId = row.typed_id()?;
            let reviews = queries::plans::reviews(db, id)?;
            let due = next_review(&row.value, reviews.iter().map(|review| &review.value));
            let named = (row.value.subject.clone(), row.value.kind.clone());
            items.push(item(OpenItemKind::Plan, &row, named, due)?);
        }
    }
    for row in queries::tutela::of_case::<Misura403>(db, case)? {
        if row.value.closed.is_none() {
            items.push(item(OpenItemKind::Measure, &row, (None, None), None)?);
        }
    }
    for row in queries::tutela::of_case::<MisuraPenale>(db, case)? {
        if row.value.is_open() {
            let number = row.value.number.clone();
            items.push(item(OpenItemKind::Penal, &row, (number, None), row.value.until)?);
        }
    }
    for row in queries::tutela::of_case::<Collocamento>(db, case)? {
        if row.value.state.is_open() {
            let kind = row.value.kind.clone();
            items.push(item(OpenItemKind::Placement, &row, (None, kind), None)?);
        }
    }
    for row in queries::tutela::of_case::<PercorsoSn>(db, case)? {
        if row.value.closed.is_none() {
            items.push(item(OpenItemKind::SpazioNeutro, &row, (None, None), None)?);
        }
    }
    items.extend(deadlines(session, case, &items)?);
    Ok(items)
}

fn item<T>(
    kind: OpenItemKind,
    row: &Row<T>,
    (what, coded): (Option<String>, Option<Coded>),
    due: Option<CivilDate>,
) -> Result<OpenItem> {
    Ok(OpenItem {
        kind,
        id: row.typed_id()?,
        what,
        coded,
        term: None,
        due,
    })
}

/// The open deadlines of the case itself that no record listed before says.
fn deadlines(session: &Session, case: CaseId, listed: &[OpenItem]) -> Result<Vec<OpenItem>> {
    let found = queries::deadlines::of_case(session.archive().db(), case, &[])?;
    let open = found.into_iter().filter(|one| {
        let key = one.deadline.key;
        let of_listed = listed.iter().any(|item| item.id == key.record);
        one.running && one.deadline.is_open() && key.code.keeps_open() && !of_listed
    });
    Ok(open
        .map(|one| OpenItem {
            kind: OpenItemKind::Deadline,
            id: one.deadline.key.record,
            what: None,
            coded: None,
            term: Some(one.deadline.key),
            due: Some(one.deadline.due.date()),
        })
        .collect())
}
