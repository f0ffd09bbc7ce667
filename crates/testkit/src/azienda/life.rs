//! The life of the azienda, day by day.

use super::{
    Grown, Size,
    calendar::{moment, working_from, works},
    cases::{self, LivingCase, Step},
    dice::Dice as _,
    entries::Deed,
    mends::Mend,
    openings,
    schools::Schools,
    staff::{self, Colleague},
};
use crate::{FakeClock, SeededRandom};
use cartella_app::{Result, Session, drafts, rome_date};
use cartella_domain::{
    ids::AppointmentId,
    schools::school_year_of,
    services::Service,
    time::{CivilDate, Instant},
};
use std::{collections::BTreeMap, sync::Arc};

/// Acts that share one wait for the disk.
const BULK: usize = 2_000;

/// Of a hundred cases, those that ran already when the azienda's record began.
const RUNNING: usize = 35;

/// The azienda while it lives.
pub(super) struct Life<'a> {
    pub clock: &'a Arc<FakeClock>,
    pub random: SeededRandom,
    pub size: Size,
    pub staff: Vec<Colleague>,
    pub schools: Schools,
    pub cases: Vec<LivingCase>,
    pub people: usize,
    /// Entries that were done, signed or not.
    pub entries: usize,
    pub days: Vec<CivilDate>,
    pub moves: BTreeMap<CivilDate, Vec<(usize, Step)>>,
    pub later: BTreeMap<CivilDate, Vec<(Deed, Option<AppointmentId>)>>,
    pub booked: BTreeMap<CivilDate, Vec<(Deed, AppointmentId)>>,
    pub mends: BTreeMap<CivilDate, Vec<Mend>>,
    acts: usize,
}

/// Grows an azienda of a size in a session's archive, from the clock's present until a moment. The clock ends there.
///
/// # Errors
/// The disk does not take it.
pub fn grow(
    session: &mut Session,
    clock: &Arc<FakeClock>,
    size: Size,
    seed: u64,
    until: Instant,
) -> Result<Grown> {
    let own = session.operator();
    let (first, end) = (working_from(session.today()), rome_date(until));
    let days: Vec<CivilDate> = (0..end.days_since(first))
        .map(|days| first.plus_days(days))
        .filter(|day| works(*day))
        .collect();
    let random = SeededRandom::new(seed);
    let mut life = Life {
        clock,
        random,
        size,
        staff: Vec::new(),
        schools: Schools::default(),
        cases: Vec::new(),
        people: 0,
        entries: 0,
        days,
        moves: BTreeMap::new(),
        later: BTreeMap::new(),
        booked: BTreeMap::new(),
        mends: BTreeMap::new(),
        acts: 0,
    };
    session.bulk(|session| {
        life.staff = staff::engage(session, &life.random, size.operators)?;
        life.schools = Schools::found(session)?;
        Ok(())
    })?;
    let mut day = 0;
    while day < life.days.len() {
        life.acts = 0;
        session.bulk(|session| {
            while day < life.days.len() && life.acts < BULK {
                if !life.live(session, day)? {
                    break;
                }
                day += 1;
            }
            Ok(())
        })?;
        session.take_changed();
    }
    clock.set_to(until.max(session.now()));
    session.act_as(own);
    session.take_changed();
    Ok(Grown {
        last_day: life.days.last().copied().unwrap_or(first),
        staff: life.staff,
        cases: life.cases,
        people: life.people,
        entries: life.entries,
    })
}

impl Life<'_> {
    /// Lives one day; says whether it is over, or more of its families wait for the next bulk.
    fn live(&mut self, session: &mut Session, index: usize) -> Result<bool> {
        let Some(day) = self.days.get(index).copied() else {
            return Ok(true);
        };
        self.until(session, day, super::HOURS.start);
        if !self.arrivals(session, index)? {
            return Ok(false);
        }
        self.moves_of(session, day)?;
        self.school_year(session, index)?;
        self.work(session, index)?;
        self.mend(session, day)?;
        if index.is_multiple_of(20) {
            drafts::forget_old(session)?;
        }
        Ok(true)
    }

    /// Lets the clock come to an hour of a day; it never goes back.
    pub(super) fn until(&self, session: &Session, day: CivilDate, minute: i64) {
        let wanted = moment(day, minute);
        if session.now() < wanted {
            self.clock.set_to(wanted);
        }
    }

    pub(super) fn acted(&mut self, acts: usize) {
        self.acts += acts;
    }

    /// The first day that is still to come in the azienda's life, on or after one; none after its end.
    pub(super) fn day_from(&self, day: CivilDate) -> Option<CivilDate> {
        let day = working_from(day);
        self.days.last().is_some_and(|last| day <= *last).then_some(day)
    }

    /// Families whose cases begin, and neighbours. Says whether all of the day's are here.
    fn arrivals(&mut self, session: &mut Session, index: usize) -> Result<bool> {
        let days = self.days.len().max(1);
        let running = self.size.cases * RUNNING / 100;
        let wanted = running + (self.size.cases - running) * (index + 1) / days;
        while self.cases.len() < wanted {
            if self.acts > BULK {
                return Ok(false);
            }
            let runs = index == 0 && self.cases.len() < running;
            openings::family(self, session, runs)?;
        }
        let people = self.size.people * (index + 1) / days;
        while self.people < people {
            if self.acts > BULK {
                return Ok(false);
            }
            openings::neighbours(self, session)?;
        }
        Ok(true)
    }

    /// The steps that cases make this day. One with something unsigned waits for a day.
    fn moves_of(&mut self, session: &mut Session, day: CivilDate) -> Result<()> {
        while let Some(entry) = self.moves.first_entry().filter(|entry| *entry.key() <= day) {
            for (index, step) in entry.remove() {
                let Some(mut case) = self.cases.get(index).cloned() else {
                    continue;
                };
                let ends = matches!(step, Step::Close | Step::Decline);
                if ends && (case.unsigned > 0 || case.booked.is_some()) {
                    self.moves
                        .entry(day.plus_days(1))
                        .or_default()
                        .push((index, step));
                    continue;
                }
                cases::step(session, &self.random, &self.staff, &mut case, step)?;
                self.acted(3);
                if let Some((when, next)) = case.next(&self.random, day) {
                    self.moves
                        .entry(when.max(day.plus_days(1)))
                        .or_default()
                        .push((index, next));
                }
                if let Some(place) = self.cases.get_mut(index) {
                    *place = case;
                }
            }
        }
        Ok(())
    }

    /// In September the pupils who are followed are enrolled for the new year.
    fn school_year(&mut self, session: &mut Session, index: usize) -> Result<()> {
        let days = (
            self.days.get(index),
            index.checked_sub(1).and_then(|before| self.days.get(before)),
        );
        let (Some(day), Some(before)) = (days.0.copied(), days.1.copied()) else {
            return Ok(());
        };
        if school_year_of(day) == school_year_of(before) {
            return Ok(());
        }
        let pupils = self.cases.iter_mut().filter(|case| {
            case.is_worked_on() && matches!(case.service, Service::Aes | Service::AesSecondaria)
        });
        for case in pupils {
            let Some(responsible) = self.staff.get(case.responsible) else {
                continue;
            };
            session.act_as(responsible.id);
            let who = (case.person, case.born);
            case.school = self
                .schools
                .enrol(session, &self.random, who, (day, case.school))?;
            self.acts += 1;
        }
        Ok(())
    }

    /// A colleague who can be responsible for a case of a service: the archive's own operator for her share, else the one
    /// of some with the fewest.
    pub(super) fn responsible_for(&self, service: Service) -> usize {
        let own = self.staff.first().map_or(0, |own| own.load.len());
        let share = (self.size.cases * 45 / 100).min(250);
        if own < share && self.random.chance(share_of_own(self.size, share)) {
            return 0;
        }
        let fitting = self
            .staff
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, colleague)| colleague.takes(service));
        let least = fitting.min_by_key(|(index, colleague)| (colleague.load.len(), *index));
        least.map_or(0, |(index, _)| index)
    }

    /// The psicologo of the pair with the fewest cases, where a service asks for one; one pair in ten goes without.
    pub(super) fn psychologist_for(&self, service: Service) -> Option<usize> {
        if !service.area().mini_equipe || self.random.chance(8) {
            return None;
        }
        let fitting = self
            .staff
            .iter()
            .enumerate()
            .filter(|(_, colleague)| colleague.pairs(service));
        let least = fitting.min_by_key(|(index, colleague)| (colleague.load.len(), *index));
        least.map(|(index, _)| index)
    }
}

/// Of a hundred new cases, how many the archive's own operator takes.
fn share_of_own(size: Size, share: usize) -> i64 {
    i64::try_from(share * 110 / size.cases.max(1))
        .unwrap_or(50)
        .max(2)
}
