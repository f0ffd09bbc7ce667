//! The page of the board, drawn from the open cases.

use super::{
    case::Case,
    get::AskBoard,
    parts::{drafts, loads, operators, orders},
    view::{Board, BoardCount, BoardLine, BoardTotals},
};
use crate::{Result, Session, deadlines::overdue_of_services, drafts::OLD_AFTER_DAYS, names::names};
use cartella_domain::{
    agenda::AgendaItem,
    board::age_band,
    cases::case_code,
    ids::CaseId,
    places,
    rights::{Action, Subject},
    services::Service,
};
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

/// Lines of the list on the page; the workbook has all.
const LINES: usize = 300;
/// Overdue terms on the page.
const TERMS: usize = 200;

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Board {
    pub(super) fn of(
        session: &Session,
        services: Vec<Service>,
        all: &[Case],
        ask: &AskBoard,
    ) -> Result<Self> {
        let cases: Vec<&Case> = all.iter().filter(|case| case.answers(ask)).collect();
        let setting = session.office_setting()?;
        let orders = orders(session, &cases)?;
        let chosen: HashSet<CaseId> = cases.iter().map(|case| case.row.id).collect();
        let (all_overdue, overdue) =
            overdue_of_services(session, &services, |case| chosen.contains(&case), TERMS)?;
        let totals = totals(&cases, all_overdue, orders.len());
        let listed = listed(&cases, ask);
        let lines: Vec<BoardLine> = listed.iter().take(LINES).map(|case| line(case)).collect();
        let (operators, comuni) = (operators(session, all)?, by_comune(all));
        let of_terms = overdue
            .iter()
            .flat_map(|item| &item.cases)
            .map(|case| case.uuid());
        let of_lines = lines.iter().filter_map(|line| Some(line.responsible?.uuid()));
        Ok(Self {
            today: session.today(),
            comune_names: comune_names(&comuni),
            comuni,
            silent_after_days: setting.silent_after_days(),
            cases_per_fte: setting.cases_per_fte(),
            old_draft_days: OLD_AFTER_DAYS,
            writable: session
                .decide(Action::SettingsOffice, &Subject::nobody())?
                .is_allowed(),
            totals,
            by_state: counted(cases.iter().map(|case| case.row.state)),
            by_service: counted(cases.iter().map(|case| case.row.service)),
            by_comune: by_comune(cases.iter().copied()),
            by_age: counted(cases.iter().map(|case| age_band(case.age))),
            names: names(session, of_terms.chain(of_lines))?,
            loads: loads(session, &cases, ask.operator)?,
            drafts: drafts(session, &operators, ask.operator)?,
            operators,
            under_court: services.iter().any(|service| service.area().under_court),
            codes: codes(&overdue, &cases),
            services,
            orders,
            overdue,
            cases: lines,
            listed: count(listed.len()),
        })
    }
}

/// The cases of the list, those of which nobody wrote for the longest time first.
pub(super) fn listed<'a>(cases: &[&'a Case], ask: &AskBoard) -> Vec<&'a Case> {
    let mut listed: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|case| case.stands_out(ask.only))
        .collect();
    listed.sort_by_cached_key(|case| (case.quiet_since(), case.row.id));
    listed
}

/// The codes of the cases in whose files these terms stand.
fn codes(overdue: &[AgendaItem], cases: &[&Case]) -> BTreeMap<String, String> {
    let named: HashSet<CaseId> = overdue
        .iter()
        .flat_map(|item| item.cases.iter().copied())
        .collect();
    let coded = cases.iter().filter(|case| named.contains(&case.row.id));
    coded
        .map(|case| (case.row.id.to_string(), case_code(case.row.service, case.row.id)))
        .collect()
}

fn totals(cases: &[&Case], overdue: usize, to_assign: usize) -> BoardTotals {
    let of = |holds: fn(&Case) -> bool| count(cases.iter().filter(|case| holds(case)).count());
    BoardTotals {
        open: count(cases.len()),
        silent: of(|case| case.silent),
        no_plan: of(|case| case.no_plan),
        nobody: of(|case| case.responsible.is_none()),
        overdue: count(overdue),
        to_assign: count(to_assign),
    }
}

/// A case as the list shows it.
pub(super) fn line(case: &Case) -> BoardLine {
    BoardLine {
        case: case.row.id,
        code: case_code(case.row.service, case.row.id),
        label: case.label(),
        age: case.age,
        service: case.row.service,
        state: case.row.state,
        since: case.row.since,
        comune: case.row.comune.as_deref().map(comune_name),
        responsible: case.responsible,
        last_contact: case.row.last_contact,
        days: case.days_silent,
        silent: case.silent,
        no_plan: case.no_plan,
    }
}

fn comune_name(code: &str) -> String {
    places::at(code, None).map_or_else(|| code.to_owned(), |place| place.name.to_owned())
}

fn comune_names(comuni: &[BoardCount<String>]) -> BTreeMap<String, String> {
    let named = comuni
        .iter()
        .map(|comune| (comune.of.clone(), comune_name(&comune.of)));
    named.collect()
}

/// How many in each comune.
fn by_comune<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<BoardCount<String>> {
    counted(cases.into_iter().filter_map(|case| case.row.comune.as_deref()))
        .into_iter()
        .map(|BoardCount { of, count }| BoardCount {
            of: of.to_owned(),
            count,
        })
        .collect()
}

/// How many of each, in their order.
fn counted<K: Ord + TS>(of: impl Iterator<Item = K>) -> Vec<BoardCount<K>> {
    let mut counts: BTreeMap<K, u32> = BTreeMap::new();
    for one in of {
        *counts.entry(one).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(of, count)| BoardCount { of, count })
        .collect()
}
