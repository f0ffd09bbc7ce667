//! New families: in a service with their cases, or simply in the registry.

use super::{
    cases::{self, LivingCase, Opening, end_of},
    dice::Dice as _,
    families::{self, Family},
    life::Life,
    names,
    papers::paper,
    settle::settle,
    texts::{Memory, Noun},
};
use cartella_app::{Result, Session, cases::PaperKind};
use cartella_domain::{
    cases::{State, StateName},
    ids::{OperatorId, PersonId},
    services::{Audience, Service},
    time::PartialDate,
};

/// Of a hundred families, those of each service.
const SERVICES: [(Service, i64); 10] = [
    (Service::TutelaMinori, 24),
    (Service::Aes, 20),
    (Service::Sad, 20),
    (Service::Affidi, 8),
    (Service::SpazioNeutro, 6),
    (Service::EducativaDomiciliareOrdinaria, 8),
    (Service::ServizioSocialeDiBase, 8),
    (Service::AesSecondaria, 3),
    (Service::SadDimissioniProtette, 3),
    (Service::TutelaMinori, 0),
];

/// A family comes to a service: its people are written, its cases opened.
pub(super) fn family(life: &mut Life<'_>, session: &mut Session, runs: bool) -> Result<()> {
    let mut thrown = life.random.between(1, 100);
    let service = SERVICES.iter().find(|(_, weight)| {
        thrown -= weight;
        thrown <= 0
    });
    let service = service.map_or(Service::TutelaMinori, |(service, _)| *service);
    let today = session.today();
    let mut family = families::of_service(&life.random, service, today);
    let room = life.size.cases - life.cases.len();
    family.subjects.truncate(room.max(1));
    let responsible = life.responsible_for(service);
    let psychologist = life.psychologist_for(service);
    let id = |life: &Life<'_>, index: usize| {
        life.staff
            .get(index)
            .map(|colleague| colleague.id)
            .unwrap_or_default()
    };
    let operator = id(life, responsible);
    session.act_as(operator);
    let people = settle(session, &life.random, &family)?;
    life.people += people.len();
    life.acted(people.len() * 3);
    let running = runs.then(|| running(life, session, &family, service)).flatten();
    let later = running.is_none() && life.random.chance(15);
    let team: Option<(OperatorId, Option<OperatorId>)> =
        (!later).then(|| (operator, psychologist.map(|index| id(life, index))));
    let subjects: Vec<PersonId> = family
        .subjects
        .iter()
        .filter_map(|(who, _)| people.get(*who).copied())
        .collect();
    let comune = names::comune(&life.random).1;
    let opening = Opening {
        service,
        people: &subjects,
        involved: people
            .iter()
            .copied()
            .filter(|person| !subjects.contains(person))
            .collect(),
        comune,
        running: running.clone(),
        team,
    };
    let opened = cases::open(session, &life.random, opening)?;
    let first = life.cases.len();
    let count = opened.len();
    let state = running.as_ref().map_or(
        if later {
            StateName::Segnalato
        } else {
            StateName::Assegnato
        },
        State::name,
    );
    for (offset, (case, (who, kin))) in opened.into_iter().zip(&family.subjects).enumerate() {
        let Some((somebody, person)) = family.people.get(*who).zip(people.get(*who)) else {
            continue;
        };
        let adult = service.area().audience != Audience::Minors;
        let subject = if adult {
            Noun::adult(&somebody.surname, somebody.woman)
        } else {
            Noun::name(&somebody.name, somebody.woman)
        };
        let mut living = LivingCase {
            id: case,
            person: *person,
            service,
            subject,
            born: somebody.born,
            kin: kin
                .iter()
                .filter_map(|kin| Some((*people.get(kin.who)?, kin.clone())))
                .collect(),
            apart: family.apart,
            responsible,
            psychologist,
            since: today,
            state,
            ends: end_of(service, somebody.born).max(today.plus_days(40)),
            last: None,
            entries: 0,
            unsigned: 0,
            due: Vec::new(),
            together: (first..first + count)
                .filter(|index| *index != first + offset)
                .collect(),
            memory: Memory::default(),
            school: None,
            booked: None,
        };
        if matches!(service, Service::Aes | Service::AesSecondaria) && !later {
            let who = (*person, somebody.born);
            living.school = life.schools.enrol(session, &life.random, who, (today, None))?;
        }
        enter(life, session, living, runs)?;
    }
    Ok(())
}

/// A case takes its place: in the hands of its team, with its next step.
fn enter(life: &mut Life<'_>, session: &mut Session, case: LivingCase, runs: bool) -> Result<()> {
    // Of a case that ran before, most papers are found when it is entered; some stay to be completed.
    if runs
        && matches!(
            case.state,
            StateName::InCarico | StateName::ProgettoAttivo | StateName::InMonitoraggio
        )
    {
        for which in [PaperKind::PrivacyNotice, PaperKind::Consent, PaperKind::Plan] {
            if life.random.chance(75) && (which != PaperKind::Plan || case.state != StateName::InCarico) {
                paper(session, &life.random, case.id, which)?;
                life.acted(1);
            }
        }
    }
    let index = life.cases.len();
    let today = session.today();
    if let Some((day, step)) = case.next(&life.random, today) {
        life.moves.entry(day).or_default().push((index, step));
    }
    for member in std::iter::once(case.responsible).chain(case.psychologist) {
        if let Some(colleague) = life.staff.get_mut(member) {
            colleague.load.push(index);
        }
    }
    life.cases.push(case);
    life.acted(2);
    Ok(())
}

/// The real state of a case that runs already, reached in the last two years and after the birth of everybody in it.
fn running(life: &Life<'_>, session: &Session, family: &Family, service: Service) -> Option<State> {
    let today = session.today();
    let youngest = family
        .subjects
        .iter()
        .filter_map(|(who, _)| family.people.get(*who))
        .map(|s| s.born)
        .max()?;
    let (from, _) = families::ages(service);
    let eldest_begin = youngest.plus_days(from * 366 + 10);
    let since = today.plus_days(-life.random.between(20, 700)).max(eldest_begin);
    if since >= today {
        return None;
    }
    let on = Some(PartialDate::exact(since));
    Some(match life.random.between(1, 10) {
        1 | 2 => State::InValutazione { on },
        3 | 4 => State::InCarico { on },
        5..=8 => State::ProgettoAttivo { on },
        _ => State::InMonitoraggio { on },
    })
}

/// A family that nobody follows: somebody came once to the desk.
pub(super) fn neighbours(life: &mut Life<'_>, session: &mut Session) -> Result<()> {
    let desk = life.staff.first().map(|own| own.id).unwrap_or_default();
    session.act_as(desk);
    let family = families::neighbours(&life.random, session.today());
    let people = settle(session, &life.random, &family)?;
    life.people += people.len();
    life.acted(people.len() * 3);
    Ok(())
}
