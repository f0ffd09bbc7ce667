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
    ids::{CaseId, OperatorId, PersonId},
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
    let service = service(life);
    let mut family = families::of_service(&life.random, service, session.today());
    let room = life.size.cases - life.cases.len();
    family.subjects.truncate(room.max(1));
    let team = (life.responsible_for(service), life.psychologist_for(service));
    session.act_as(operator(life, team.0));
    let people = settle(session, &life.random, &family)?;
    life.people += people.len();
    life.acted(people.len() * 3);
    let running = runs.then(|| running(life, session, &family, service)).flatten();
    let later = running.is_none() && life.random.chance(15);
    let waits = if later {
        StateName::Segnalato
    } else {
        StateName::Assegnato
    };
    let came = Came {
        family: &family,
        people: &people,
        service,
        team,
        state: running.as_ref().map_or(waits, State::name),
        later,
    };
    let opened = came.open(life, session, running)?;
    let (first, count) = (life.cases.len(), opened.len());
    for (offset, case) in opened.into_iter().enumerate() {
        let together = (first..first + count)
            .filter(|index| *index != first + offset)
            .collect();
        if let Some(living) = came.living(life, session, (case, offset, together))? {
            enter(life, session, living, runs)?;
        }
    }
    Ok(())
}

fn operator(life: &Life<'_>, index: usize) -> OperatorId {
    let colleague = life.staff.get(index);
    colleague.map(|colleague| colleague.id).unwrap_or_default()
}

fn service(life: &Life<'_>) -> Service {
    let mut thrown = life.random.between(1, 100);
    let chosen = SERVICES.iter().find(|(_, weight)| {
        thrown -= weight;
        thrown <= 0
    });
    chosen.map_or(Service::TutelaMinori, |(service, _)| *service)
}

/// A family that came to a service.
struct Came<'a> {
    family: &'a Family,
    people: &'a [PersonId],
    service: Service,
    team: (usize, Option<usize>),
    state: StateName,
    later: bool,
}

impl Came<'_> {
    /// Opens the cases of those who are followed; the team is named now or later.
    fn open(&self, life: &Life<'_>, session: &mut Session, running: Option<State>) -> Result<Vec<CaseId>> {
        let followed = self.family.subjects.iter();
        let subjects: Vec<PersonId> = followed
            .filter_map(|(who, _)| self.people.get(*who).copied())
            .collect();
        let others = self.people.iter().copied();
        let opening = Opening {
            service: self.service,
            people: &subjects,
            involved: others.filter(|person| !subjects.contains(person)).collect(),
            comune: names::comune(&life.random).1,
            running,
            team: (!self.later).then(|| {
                let (responsible, psychologist) = self.team;
                (
                    operator(life, responsible),
                    psychologist.map(|index| operator(life, index)),
                )
            }),
        };
        cases::open(session, &life.random, opening)
    }

    /// The case of one of those who are followed, with what its life needs to know; a pupil is enrolled.
    fn living(
        &self,
        life: &mut Life<'_>,
        session: &mut Session,
        (case, offset, together): (CaseId, usize, Vec<usize>),
    ) -> Result<Option<LivingCase>> {
        let Some((who, kin)) = self.family.subjects.get(offset) else {
            return Ok(None);
        };
        let Some((somebody, person)) = self.family.people.get(*who).zip(self.people.get(*who)) else {
            return Ok(None);
        };
        let today = session.today();
        let subject = if self.service.area().audience == Audience::Minors {
            Noun::name(&somebody.name, somebody.woman)
        } else {
            Noun::adult(&somebody.surname, somebody.woman)
        };
        let kin = kin
            .iter()
            .filter_map(|kin| Some((*self.people.get(kin.who)?, kin.clone())));
        let mut living = LivingCase {
            id: case,
            person: *person,
            service: self.service,
            subject,
            born: somebody.born,
            kin: kin.collect(),
            apart: self.family.apart,
            responsible: self.team.0,
            psychologist: self.team.1,
            since: today,
            state: self.state,
            ends: end_of(self.service, somebody.born).max(today.plus_days(40)),
            last: None,
            entries: 0,
            unsigned: 0,
            due: Vec::new(),
            together,
            memory: Memory::default(),
            school: None,
            booked: None,
        };
        if matches!(self.service, Service::Aes | Service::AesSecondaria) && !self.later {
            let who = (*person, somebody.born);
            living.school = life.schools.enrol(session, &life.random, who, (today, None))?;
        }
        Ok(Some(living))
    }
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
