//! The page of a case: who, where it stands, who works on it, what comes next, what it lacks, who reads what.

use super::{
    OneCase,
    header::{CaseHeader, Named, alerts, family, has_adult_relation, header},
    loaded::Loaded,
    page::{
        AssignmentView, CasePage, CaseRight, ComuniView, EpisodeView, LevelReaders, PersonInCase,
        RelatedCase, TransitionView,
    },
};
use crate::{
    Result, Session,
    assessments::assessed,
    names::{Names, names},
};
use cartella_archive::{
    audit,
    queries::{self, family::Family},
    rows,
};
use cartella_domain::{
    cases::{AssignmentRole, Comuni, Episode, PersonSituation, State, case_code, next_moves, to_complete},
    diary::{ReadBy, readers},
    ids::{CaseId, EpisodeId, OperatorId},
    people::Person,
    placements::places,
    rights::{Action, Actor, CaseFields, Confidentiality, Office, Subject, case_fields},
    services::Service,
    staff::Operator,
    time::{CivilDate, PartialDate},
};
use uuid::Uuid;

const RIGHTS: [(CaseRight, Action); 11] = [
    (CaseRight::Write, Action::EntryWrite),
    (CaseRight::Assign, Action::CaseAssign),
    (CaseRight::Move, Action::CaseTransition),
    (CaseRight::Paper, Action::CasePaper),
    (CaseRight::Close, Action::CaseClose),
    (CaseRight::Reopen, Action::CaseReopen),
    (CaseRight::Comune, Action::CaseChangeComune),
    (CaseRight::Involve, Action::CaseInvolve),
    (CaseRight::Message, Action::CaseMessageLeave),
    (CaseRight::Accesses, Action::CaseAccesses),
    (CaseRight::AccessoAtti, Action::AccessoAttiRead),
];

/// Opens the page of a case; the audit says so before anything is shown.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn get(session: &mut Session, input: OneCase) -> Result<CasePage> {
    let loaded = Loaded::of(session, input.case, Action::CaseRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(input.case))?;
    let fields = case_fields(&session.actor()?, loaded.subject.standing);
    let db = session.archive().db();
    let mut loaded = loaded;
    loaded.facts.person = session.standing_record(loaded.facts.person)?;
    let person = loaded.facts.person;
    let family = if fields == CaseFields::Full {
        family(session, person)?
    } else {
        Family::default()
    };
    let known = rows::get::<Person>(db, &person.to_string())?.map(|row| row.value);
    let called = called(session, &loaded)?;
    let mut page = bare(session, &loaded, known.as_ref(), fields, &called)?;
    if fields >= CaseFields::Administrative {
        administrative(session, &mut page, &loaded)?;
    }
    if fields == CaseFields::Full {
        page.header = header(session, input.case, person, &family)?;
        full(session, &mut page, &loaded, &called, (known.as_ref(), &family))?;
    }
    if session
        .decide(Action::PersonRead, &session.person_subject(person)?)?
        .is_allowed()
    {
        page.alerts = alerts(session, person)?;
    }
    page.may = rights(session, input.case, &loaded.subject)?;
    Ok(page)
}

fn rights(session: &Session, case: CaseId, subject: &Subject) -> Result<Vec<CaseRight>> {
    let mut may = Vec::new();
    for (right, action) in RIGHTS {
        if session.decide(action, subject)?.is_allowed() {
            may.push(right);
        }
    }
    // Who does not assign asks the office to.
    let asks = session.office() == Office::Enrolled && !may.contains(&CaseRight::Assign);
    let service = session.case_facts(case)?.service;
    if service.area().under_court && session.decide(Action::CourtRead, subject)?.is_allowed() {
        may.push(CaseRight::Court);
        if places(service) {
            may.push(CaseRight::Placements);
        }
        if service == Service::SpazioNeutro {
            may.push(CaseRight::Contact);
        }
    }
    if asks && session.decide(Action::OfficeAsk, subject)?.is_allowed() {
        may.push(CaseRight::AskAssignment);
    }
    Ok(may)
}

fn called(session: &Session, loaded: &Loaded) -> Result<Names> {
    let team = loaded
        .assignments
        .iter()
        .flat_map(|row| [row.value.operator, row.value.stands_in_for])
        .flatten()
        .map(OperatorId::uuid);
    let people = loaded.facts.involved.iter().map(|person| person.uuid());
    names(session, team.chain(people).chain([loaded.facts.person.uuid()]))
}

pub(super) fn name(called: &Names, id: Option<Uuid>) -> String {
    id.and_then(|id| called.get(&id.to_string()))
        .map(|name| name.name.clone())
        .unwrap_or_default()
}

/// What everybody sees who may open the page: whose, in which service, in which state, who is responsible.
fn bare(
    session: &Session,
    loaded: &Loaded,
    known: Option<&Person>,
    fields: CaseFields,
    called: &Names,
) -> Result<CasePage> {
    let today = session.today();
    let birth = known.and_then(|person| person.birth);
    let birth = if fields == CaseFields::List {
        birth.map(|birth| PartialDate {
            month: None,
            day: None,
            ..birth
        })
    } else {
        birth
    };
    let list_only = fields == CaseFields::List;
    Ok(CasePage {
        case: loaded.case,
        code: case_code(loaded.facts.service, loaded.case),
        service: loaded.facts.service,
        fields,
        person: PersonInCase {
            id: loaded.facts.person,
            label: name(called, Some(loaded.facts.person.uuid())),
            birth,
            age: known
                .and_then(|person| person.age_on(today))
                .filter(|_| !list_only),
        },
        header: CaseHeader::default(),
        comuni: None,
        past_comuni: Vec::new(),
        episodes: episodes(loaded, list_only)?,
        assignments: assignments(loaded, called, today, list_only)?,
        transitions: Vec::new(),
        findings: Vec::new(),
        next: Vec::new(),
        readers: Vec::new(),
        level: loaded.facts.service.area().confidentiality,
        involved: Vec::new(),
        protected: Vec::new(),
        together: Vec::new(),
        alerts: Vec::new(),
        may: Vec::new(),
        paper_number: None,
        first_referral: None,
        clashed: loaded.clashed,
        from_desk: false,
        assessed: None,
    })
}

fn episodes(loaded: &Loaded, list_only: bool) -> Result<Vec<EpisodeView>> {
    let shown = if list_only { 1 } else { usize::MAX };
    let rows = loaded.episodes.iter().take(shown);
    rows.map(|row| Ok(episode(row.typed_id()?, &row.value, list_only)))
        .collect()
}

fn episode(id: EpisodeId, episode: &Episode, list_only: bool) -> EpisodeView {
    let bare = Episode {
        state: plain(&episode.state),
        ..Episode::default()
    };
    let shown = if list_only { &bare } else { episode };
    EpisodeView {
        id,
        number: episode.ordinal(),
        year: episode.year(),
        state_name: episode.state.name(),
        state: shown.state.clone(),
        referral: shown.referral.clone(),
        privacy_notice: shown.privacy_notice.clone(),
        consent: shown.consent.clone(),
        court_mandate: shown.court_mandate.clone(),
        mandate_ended: shown.mandate_ended.clone(),
        plan: shown.plan.clone(),
        prosieguo: shown.prosieguo.clone(),
        without_psychologist: shown.without_psychologist.clone(),
        already_running: shown.already_running.unwrap_or(false),
    }
}

/// The state without what only the team may know of it: reasons, situations, papers.
fn plain(state: &State) -> State {
    let on = state.since();
    match state {
        State::Sospeso { from, .. } => State::Sospeso {
            on,
            until: None,
            reason: None,
            from: *from,
        },
        State::Trasferito { .. } => State::Trasferito {
            on,
            to: None,
            handover: None,
        },
        State::NonAccolto { .. } => State::NonAccolto {
            on,
            reason: None,
            sent_to: None,
        },
        State::Chiuso { .. } => State::Chiuso {
            on,
            reason: None,
            situation: None,
            by: None,
            final_report: None,
        },
        other => other.clone(),
    }
}

fn assignments(
    loaded: &Loaded,
    called: &Names,
    today: CivilDate,
    list_only: bool,
) -> Result<Vec<AssignmentView>> {
    let mut views = Vec::new();
    for row in &loaded.assignments {
        let assignment = &row.value;
        let current = assignment.holds_on(today);
        if list_only && !(current && assignment.role == AssignmentRole::Responsabile) {
            continue;
        }
        views.push(AssignmentView {
            id: row.typed_id()?,
            operator: assignment.operator,
            name: name(called, assignment.operator.map(OperatorId::uuid)),
            role: assignment.role,
            from: assignment.from,
            to: assignment.to,
            current,
            stands_in_for: assignment
                .stands_in_for
                .map(|operator| name(called, Some(operator.uuid()))),
        });
    }
    Ok(views)
}

fn comuni(codes: &Comuni) -> ComuniView {
    let place = |code: &Option<String>| {
        code.as_deref()
            .and_then(|code| cartella_domain::places::at(code, None))
            .map(|place| place.name.to_owned())
    };
    ComuniView {
        residence: place(&codes.residence),
        in_charge: place(&codes.in_charge),
        costs: place(&codes.costs),
        codes: codes.clone(),
    }
}

/// What the segreteria keeps beside that: comuni, dates, numbers, the history of the states.
fn administrative(session: &Session, page: &mut CasePage, loaded: &Loaded) -> Result<()> {
    page.comuni = loaded.file.comuni.as_ref().map(comuni);
    let mut past: Vec<_> = loaded.file.past_comuni.iter().collect();
    past.sort_by_key(|comuni| std::cmp::Reverse(comuni.since));
    page.past_comuni = past.into_iter().map(comuni).collect();
    page.paper_number = loaded.file.paper_number.clone();
    page.first_referral = loaded.file.first_referral;
    page.next = loaded
        .episodes
        .first()
        .map(|row| next_moves(&row.value.state))
        .unwrap_or_default();
    let rows = queries::cases::transitions(session.archive().db(), loaded.case)?;
    let authors = names(
        session,
        rows.iter().filter_map(|row| row.value.by).map(OperatorId::uuid),
    )?;
    let full = page.fields == CaseFields::Full;
    page.transitions = rows
        .into_iter()
        .map(|row| TransitionView {
            from: row.value.from.as_ref().map(State::name),
            to: row.value.to.name(),
            on: row.value.to.since(),
            by: name(&authors, row.value.by.map(OperatorId::uuid)),
            reason: row.value.reason.filter(|_| full),
            recorded_on: row.value.recorded_on,
        })
        .collect();
    Ok(())
}

/// What the team sees beside that.
fn full(
    session: &Session,
    page: &mut CasePage,
    loaded: &Loaded,
    called: &Names,
    (person, family): (Option<&Person>, &Family),
) -> Result<()> {
    page.involved = loaded
        .facts
        .involved
        .iter()
        .map(|id| Named {
            id: *id,
            name: name(called, Some(id.uuid())),
        })
        .collect();
    page.protected = loaded.facts.protected.clone();
    let (_, episode) = loaded.episode()?;
    let opened = episode.referral.as_ref().and_then(|referral| referral.on);
    let opened = opened.or(episode.state.since()).map(PartialDate::earliest);
    let known = PersonSituation {
        age_at_opening: person.and_then(|person| person.age_on(opened.unwrap_or(session.today()))),
        adult_relation: Some(has_adult_relation(family, loaded.facts.person)),
    };
    page.findings = to_complete(&loaded.file, episode, &loaded.situation(session, None)?, &known);
    page.readers = level_readers(session, loaded)?;
    page.together = together(session, loaded.case)?;
    if session.decide(Action::HealthRead, &loaded.subject)?.is_allowed() {
        page.assessed = assessed(session, loaded.case)?;
    }
    page.from_desk = !queries::desk::notes(session.archive().db(), loaded.case)?.is_empty();
    Ok(())
}

fn together(session: &Session, case: CaseId) -> Result<Vec<RelatedCase>> {
    let mut related = Vec::new();
    for other in queries::cases::opened_together(session.archive().db(), case)? {
        let subject = session.case_subject(other)?;
        if session.decide(Action::CaseList, &subject)?.is_allowed() {
            let called = names(session, [other.uuid()])?;
            related.push(RelatedCase {
                case: other,
                label: name(&called, Some(other.uuid())),
            });
        }
    }
    Ok(related)
}

/// The readers of a text by the operator herself at each level, but the secret one whose readers she names.
fn level_readers(session: &Session, loaded: &Loaded) -> Result<Vec<LevelReaders>> {
    let rows = rows::select::<Operator>(session.archive().db(), "NOT deleted", &[])?;
    let mut staff: Vec<Actor> = Vec::new();
    for row in &rows {
        staff.push(
            row.value
                .actor(row.typed_id()?, session.office(), session.today()),
        );
    }
    let levels = [
        Confidentiality::Service,
        Confidentiality::Reserved,
        Confidentiality::Private,
    ];
    levels
        .into_iter()
        .map(|level| {
            let read_by = ReadBy {
                level,
                readers: Vec::new(),
            };
            let found = readers(
                &read_by,
                session.operator(),
                Some(&loaded.facts),
                &staff,
                session.today(),
            );
            let called = names(session, found.named.iter().map(|operator| operator.uuid()))?;
            let mut shown: Vec<String> = called.into_values().map(|name| name.name).collect();
            shown.sort();
            Ok(LevelReaders {
                level,
                whole_service: found.whole_service,
                names: shown,
            })
        })
        .collect()
}
