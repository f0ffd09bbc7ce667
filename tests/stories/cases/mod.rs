//! Cases: opening, the team, the states with what they ask, closing, opening again, the list, the messages.

mod life;
mod seen_by;
mod team;
mod time_line;

use cartella_app::cases::{
    AssignOperator, CompleteCase, MoveCase, OneCase, OpenCase, PaperKind, complete, get, move_case, open,
};
use cartella_domain::{
    cases::{AssignmentRole, Comuni, Move, Paper, StateName},
    ids::{CaseId, OperatorId, PersonId},
    people::Person,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

pub(crate) fn person(office: &mut Office, surname: &str, name: &str, birth: &str) -> PersonId {
    let id: PersonId = office.session.id();
    let person = Person {
        surname: Some(surname.into()),
        name: Some(name.into()),
        birth: Some(birth.parse().unwrap()),
        ..Person::default()
    };
    let scope = ScopeId::new(id.uuid(), ScopeKind::Person);
    office
        .session
        .write(|act| act.create(scope, id, &person))
        .unwrap();
    id
}

pub(crate) fn opening(person: PersonId, service: Service) -> OpenCase {
    OpenCase {
        people: vec![person],
        service,
        referral: None,
        comuni: Some(Comuni {
            since: None,
            residence: Some("E514".into()),
            in_charge: Some("E514".into()),
            costs: None,
        }),
        involved: Vec::new(),
        protected: Vec::new(),
        responsible: None,
        psychologist: None,
        without_psychologist: None,
        assigned_from: None,
        running: None,
        paper_number: None,
    }
}

pub(super) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(super) fn paper() -> Paper {
    Paper {
        on: Some(day("2026-03-02")),
        protocol: Some("12/2026".into()),
        waived: None,
    }
}

pub(super) fn open_one(office: &mut Office, input: OpenCase) -> CaseId {
    open(&mut office.session, input).unwrap().cases[0]
}

pub(super) fn step(office: &mut Office, case: CaseId, step: Move) -> Result<(), String> {
    let input = MoveCase {
        case,
        step,
        on: None,
        reason: None,
    };
    move_case(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| format!("{:?} {:?}", error.code, error.params))
}

pub(super) fn record(office: &mut Office, case: CaseId, which: PaperKind) {
    let input = CompleteCase {
        case,
        which: Some(which),
        paper: Some(paper()),
        referral: None,
        state: None,
        comuni: None,
    };
    complete(&mut office.session, input).unwrap();
}

pub(super) fn state(office: &mut Office, case: CaseId) -> StateName {
    get(&mut office.session, OneCase { case }).unwrap().episodes[0].state_name
}

pub(crate) fn assigning(case: CaseId, operator: OperatorId, role: AssignmentRole) -> AssignOperator {
    AssignOperator {
        case,
        operator,
        role,
        from: None,
        to: None,
        stands_in_for: None,
    }
}
