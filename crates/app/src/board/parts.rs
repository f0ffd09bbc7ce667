//! Parts of the board beside the list of cases: what waits for somebody, who carries how much, whose drafts are old.

use super::{
    case::Case,
    draw::count,
    view::{BoardDrafts, BoardLoad, BoardOperator, BoardOrder},
};
use crate::{
    Result, Session,
    deadlines::to_assign,
    drafts::OLD_AFTER_DAYS,
    names::{Names, names},
};
use cartella_archive::{queries, rows};
use cartella_domain::{
    board::Load,
    cases::{AssignmentRole, case_code},
    deadlines::Calendar,
    diary::FORM_ENTRY,
    ids::{CaseId, OperatorId, RecordId},
    staff::Operator,
};
use std::collections::{BTreeMap, HashSet};

/// The orders that wait for somebody: those of the cases for which nobody is responsible.
pub(super) fn orders(session: &Session, cases: &[&Case]) -> Result<Vec<BoardOrder>> {
    let waiting: BTreeMap<CaseId, &Case> = cases
        .iter()
        .filter(|case| case.responsible.is_none() && case.row.service.area().under_court)
        .map(|case| (case.row.id, *case))
        .collect();
    let ids: Vec<String> = waiting.keys().map(CaseId::to_string).collect();
    let (db, today) = (session.archive().db(), session.today());
    let office = queries::deadlines::office(db)?;
    let calendar = Calendar::of(&office);
    let mut of_cases = Vec::new();
    for row in queries::tutela::in_files(db, &ids)? {
        let id: RecordId = row.typed_id()?;
        let order = row.value;
        if let Some(case) = order.case.and_then(|case| waiting.get(&case))
            && !order.ends_others()
        {
            of_cases.push((id, order, *case));
        }
    }
    let records: Vec<RecordId> = of_cases.iter().map(|(id, ..)| *id).collect();
    let mut terms = to_assign(session, &records)?;
    let mut found = Vec::new();
    for (id, order, case) in of_cases {
        let term = terms.remove(&id);
        let (received, urgent) = (order.received_on(), order.urgent.unwrap_or(false));
        found.push(BoardOrder {
            id,
            kind: order.kind,
            case: case.row.id,
            code: case_code(case.row.service, case.row.id),
            label: case.label(),
            urgent,
            received,
            worked_days: received.map(|from| calendar.worked_between(from, today)),
            due: term.as_ref().map(|term| term.due.date()),
            standing: term.map(|term| term.standing(session.now(), &office)),
        });
    }
    found.sort_by_key(|order| (!order.urgent, order.due, order.received, order.id));
    Ok(found)
}

/// Who works on any of these cases, by name.
pub(super) fn operators(session: &Session, cases: &[Case]) -> Result<Vec<BoardOperator>> {
    let ids: HashSet<OperatorId> = cases
        .iter()
        .flat_map(|case| {
            case.responsible
                .into_iter()
                .chain(case.others.iter().map(|(who, _)| *who))
        })
        .collect();
    let called = names(session, ids.iter().map(|operator| operator.uuid()))?;
    let mut found: Vec<BoardOperator> = ids
        .into_iter()
        .map(|operator| BoardOperator {
            name: called_of(&called, operator),
            operator,
        })
        .collect();
    found.sort_by(|one, other| (&one.name, one.operator).cmp(&(&other.name, other.operator)));
    Ok(found)
}

fn called_of(called: &Names, operator: OperatorId) -> String {
    called
        .get(&operator.to_string())
        .map(|name| name.name.clone())
        .unwrap_or_default()
}

/// What each operator carries of these cases, the fullest first.
pub(super) fn loads(session: &Session, cases: &[&Case], only: Option<OperatorId>) -> Result<Vec<BoardLoad>> {
    let mut carried: BTreeMap<OperatorId, (Load, u32)> = BTreeMap::new();
    for case in cases {
        if let Some(responsible) = case.responsible {
            let (load, silent) = carried.entry(responsible).or_default();
            load.responsible += 1;
            *silent += u32::from(case.silent);
        }
        for (operator, role) in &case.others {
            let (load, _) = carried.entry(*operator).or_default();
            match role {
                AssignmentRole::Sostituto => load.standing_in += 1,
                _ => load.others += 1,
            }
        }
    }
    carried.retain(|operator, _| only.is_none_or(|only| only == *operator));
    let most = session.office_setting()?.cases_per_fte();
    let called = names(session, carried.keys().map(|operator| operator.uuid()))?;
    let mut found = Vec::new();
    for (operator, (load, silent)) in carried {
        let card = rows::get::<Operator>(session.archive().db(), &operator.to_string())?;
        let fte = card.map(|row| row.value).unwrap_or_default().fte_percent();
        found.push(BoardLoad {
            operator,
            name: called_of(&called, operator),
            fte,
            responsible: load.responsible,
            others: load.others,
            standing_in: load.standing_in,
            tenths_per_fte: load.tenths_per_fte(fte),
            over: load.is_over(fte, most),
            silent,
        });
    }
    found.sort_by_key(|load| std::cmp::Reverse((load.tenths_per_fte, load.responsible, load.others)));
    Ok(found)
}

/// The drafts that the archive knows, of those who work on the cases and of the operator herself: how many and how old.
pub(super) fn drafts(
    session: &Session,
    working: &[BoardOperator],
    only: Option<OperatorId>,
) -> Result<Vec<BoardDrafts>> {
    let known = queries::board::drafts(session.archive().db(), FORM_ENTRY)?;
    let works = |operator: OperatorId| {
        operator == session.operator() || working.iter().any(|one| one.operator == operator)
    };
    let known: Vec<_> = known
        .into_iter()
        .filter(|(operator, _)| only.is_none_or(|only| only == *operator) && works(*operator))
        .collect();
    let called = names(session, known.iter().map(|(operator, _)| operator.uuid()))?;
    let today = session.today();
    let mut found: Vec<BoardDrafts> = known
        .into_iter()
        .map(|(operator, begun)| {
            let ages: Vec<i64> = begun.iter().map(|at| today.days_since(at.rome_date())).collect();
            BoardDrafts {
                operator,
                name: called_of(&called, operator),
                count: count(ages.len()),
                old: count(ages.iter().filter(|age| **age > OLD_AFTER_DAYS).count()),
                oldest_days: ages.into_iter().max().unwrap_or(0),
            }
        })
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.old, one.oldest_days)));
    Ok(found)
}
