//! A believable azienda of the legnanese, grown from a seed: operators, families with relations and phones,
//! cases over the services, diaries in the words of the trade. Everything goes in through the one write door,
//! and entries through the domain's own plan of a signature.
//!
//! `grow` makes the demo archive and, larger, those of the benchmark: the same people at every size.

mod diary;
mod families;
mod names;
pub mod texts;
pub mod week;

use crate::{FakeClock, SeededRandom};
use cartella_app::{Result, Session};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile, Comuni, Episode, Paper, Referral, State, Transition},
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    record::AddSet,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
    time::{CivilDate, PartialDate},
};
use families::Family;
use std::sync::Arc;

pub use names::COMUNI;

/// How large an azienda grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Members of staff besides the archive's own operator.
    pub operators: usize,
    /// Cases.
    pub cases: usize,
    /// People at least; families of the cases come first, neighbours after them.
    pub people: usize,
    /// Signed entries, spread over the cases.
    pub entries: usize,
}

impl Size {
    /// The demo: 12 operators, 120 cases, 3,000 entries.
    pub const DEMO: Self = Self {
        operators: 12,
        cases: 120,
        people: 420,
        entries: 3_000,
    };
    /// One operator's laptop.
    pub const LAPTOP: Self = Self {
        operators: 12,
        cases: 2_000,
        people: 8_000,
        entries: 40_000,
    };
    /// One azienda with everything on one machine.
    pub const OFFICE: Self = Self {
        operators: 150,
        cases: 20_000,
        people: 100_000,
        entries: 1_000_000,
    };
}

/// What was grown.
#[derive(Debug, Clone, Default)]
pub struct Grown {
    /// Members of staff.
    pub operators: Vec<OperatorId>,
    /// Cases with their responsible and their text's sort, oldest first.
    pub cases: Vec<GrownCase>,
    /// People.
    pub people: usize,
}

/// One case that was grown.
#[derive(Debug, Clone)]
pub struct GrownCase {
    /// The case.
    pub id: CaseId,
    /// Its person.
    pub person: PersonId,
    /// Who is responsible.
    pub responsible: OperatorId,
    /// The service.
    pub service: Service,
    /// The first day.
    pub since: CivilDate,
    /// How its texts call the people.
    pub cast: texts::Cast,
}

/// Acts that share one wait for the disk.
const BULK: usize = 2_000;

/// Grows an azienda of a size in a session's archive. The clock ends where it began; entries lie before it.
///
/// # Errors
/// The disk does not take it.
pub fn grow(session: &mut Session, clock: &Arc<FakeClock>, size: Size, seed: u64) -> Result<Grown> {
    let random = SeededRandom::new(seed);
    let own = session.operator();
    let today = session.today();
    let mut grown = Grown {
        operators: vec![own],
        ..Grown::default()
    };
    session.bulk(|session| staff(session, &random, size.operators, &mut grown))?;
    while grown.cases.len() < size.cases {
        session.bulk(|session| {
            for _ in 0..BULK / 20 {
                if grown.cases.len() >= size.cases {
                    break;
                }
                let family = families::write(session, &random, today)?;
                grown.people += family.people;
                open_cases(session, &random, &family, today, (size.cases, &mut grown))?;
            }
            Ok(())
        })?;
    }
    while grown.people < size.people {
        session.bulk(|session| {
            for _ in 0..BULK / 20 {
                grown.people += families::write(session, &random, today)?.people;
            }
            Ok(())
        })?;
    }
    diary::write(session, clock, &random, &grown, size.entries)?;
    session.act_as(own);
    session.take_changed();
    Ok(grown)
}

fn staff(session: &mut Session, random: &SeededRandom, count: usize, grown: &mut Grown) -> Result<()> {
    const ROLES: [Role; 12] = [
        Role::AssistenteSociale,
        Role::Psicologo,
        Role::AssistenteSociale,
        Role::Pedagogista,
        Role::Coordinatore,
        Role::AssistenteSociale,
        Role::Amministrativo,
        Role::AssistenteSociale,
        Role::Psicologo,
        Role::EducatoreEnte,
        Role::AssistenteSocialeComune,
        Role::Pedagogista,
    ];
    let org = session.org();
    for role in ROLES.iter().cycle().take(count) {
        let (surname, woman) = (names::surname(random), !random.next().is_multiple_of(5));
        let card = Operator {
            surname: Some(surname),
            name: Some(names::first(random, woman)),
            qualifica: Some(*role),
            services: AddSet(vec![
                Service::TutelaMinori,
                Service::Aes,
                Service::Sad,
                Service::Affidi,
            ]),
            coordinates: AddSet(if *role == Role::Coordinatore {
                Service::ALL.to_vec()
            } else {
                Vec::new()
            }),
            comune: (*role == Role::AssistenteSocialeComune).then(|| COMUNI[0].1.to_owned()),
            ..Operator::default()
        };
        let id: OperatorId = session.id();
        session.write(|act| act.create(org, id, &card))?;
        if !matches!(
            role,
            Role::Amministrativo | Role::EducatoreEnte | Role::AssistenteSocialeComune
        ) {
            grown.operators.push(id);
        }
    }
    Ok(())
}

/// Opens the cases of a family: one for an adult or old person, one or more for the children.
fn open_cases(
    session: &mut Session,
    random: &SeededRandom,
    family: &Family,
    today: CivilDate,
    (wanted, grown): (usize, &mut Grown),
) -> Result<()> {
    for subject in &family.subjects {
        if grown.cases.len() >= wanted {
            return Ok(());
        }
        let back = i64::try_from(random.next() % 900).unwrap_or(0) + 20;
        let since = today.plus_days(-back);
        // Half of the demo's cases are the archive's own operator's, so that her day is full.
        let own = grown.operators.first().copied().unwrap_or_default();
        let other = texts::pick(random, &grown.operators).copied().unwrap_or(own);
        let responsible = if random.next().is_multiple_of(2) {
            own
        } else {
            other
        };
        let id = open_case(
            session,
            random,
            (subject.person, subject.service),
            (since, responsible),
        )?;
        grown.cases.push(GrownCase {
            id,
            person: subject.person,
            responsible,
            service: subject.service,
            since,
            cast: subject.cast.clone(),
        });
    }
    Ok(())
}

fn open_case(
    session: &mut Session,
    random: &SeededRandom,
    (person, service): (PersonId, Service),
    (since, responsible): (CivilDate, OperatorId),
) -> Result<CaseId> {
    let (case, episode): (CaseId, EpisodeId) = (session.id(), session.id());
    let on = Some(PartialDate::exact(since));
    let comune = names::comune(random).1.to_owned();
    let file = CaseFile {
        person: Some(person),
        service: Some(service),
        comuni: Some(Comuni {
            since: Some(since),
            residence: Some(comune.clone()),
            in_charge: Some(comune),
            costs: None,
        }),
        first_referral: on,
        ..CaseFile::default()
    };
    let paper = || {
        Some(Paper {
            on: Some(since),
            ..Paper::default()
        })
    };
    let opened = Episode {
        case: Some(case),
        number: Some(1),
        referral: Some(Referral {
            on,
            ..Referral::default()
        }),
        state: state(random, on),
        privacy_notice: paper(),
        consent: paper(),
        opened_by: Some(responsible),
        recorded_on: Some(since),
        ..Episode::default()
    };
    let assignment = Assignment {
        case: Some(case),
        episode: Some(episode),
        operator: Some(responsible),
        role: AssignmentRole::Responsabile,
        from: Some(since),
        ..Assignment::default()
    };
    let moved = Transition {
        case: Some(case),
        episode: Some(episode),
        ..Transition::default()
    };
    let scope = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    let ids: [RecordId; 2] = [session.id(), session.id()];
    session.write(|act| {
        act.about(case);
        act.create(scope, case, &file)?;
        act.create(scope, episode, &opened)?;
        act.create(scope, ids[0], &assignment)?;
        act.create(scope, ids[1], &moved)
    })?;
    Ok(case)
}

fn state(random: &SeededRandom, on: Option<PartialDate>) -> State {
    match random.next() % 10 {
        0 => State::Segnalato { on },
        1 => State::Assegnato { on },
        2 | 3 => State::InValutazione { on },
        4 | 5 => State::InCarico { on },
        6..=8 => State::ProgettoAttivo { on },
        _ => State::InMonitoraggio { on },
    }
}
