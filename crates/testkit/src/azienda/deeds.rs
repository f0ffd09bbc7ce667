//! What everybody does on a day: appointments that were made, and what comes; nobody in two places at once.

use super::{HOURS, calendar::school, cases::area, dice::Dice as _, entries::Deed, kinds, life::Life};
use cartella_domain::{diary::EntryKind, ids::AppointmentId, time::CivilDate};

/// A deed, whom of the brothers and sisters it is about too, and the appointment that it was.
pub(super) struct Done {
    pub deed: Deed,
    pub siblings: Vec<usize>,
    pub appointment: Option<AppointmentId>,
}

/// From when on each of the staff is free.
struct Day {
    date: CivilDate,
    free: Vec<i64>,
}

impl Life<'_> {
    /// The deeds of a day: those of its appointments, and as many more as keep pace with the azienda's size.
    pub(super) fn deeds(&mut self, index: usize) -> Vec<Done> {
        let Some(date) = self.days.get(index).copied() else {
            return Vec::new();
        };
        let random = &self.random;
        let mut day = Day {
            date,
            free: self
                .staff
                .iter()
                .map(|_| HOURS.start + 15 + random.between(0, 12) * 5)
                .collect(),
        };
        let mut done = Vec::new();
        while let Some(entry) = self.booked.first_entry().filter(|entry| *entry.key() <= date) {
            for (deed, appointment) in entry.remove() {
                if self.entries + done.len() >= self.size.entries {
                    break;
                }
                if let Some(free) = day.free.get_mut(deed.by) {
                    *free = (*free).max(deed.starts + deed.minutes + deed.travel / 2 + 5);
                }
                done.push(Done {
                    deed,
                    siblings: Vec::new(),
                    appointment: Some(appointment),
                });
            }
        }
        // The pace leaves the last days for what went slower.
        let pace = self.days.len() * 95 / 100;
        let wanted = self.size.entries * (index + 1) / pace.max(1);
        let wanted = wanted.min(self.size.entries);
        let mut tries = 0;
        let mut planned = self.entries + done.len();
        while planned < wanted && tries < 40 * (wanted - planned) + 200 {
            tries += 1;
            if let Some(next) = self.deed(&mut day, wanted - planned) {
                planned += 1 + next.siblings.len();
                done.push(next);
            }
        }
        done
    }

    fn deed(&mut self, day: &mut Day, most: usize) -> Option<Done> {
        let by = self.random.below(self.staff.len());
        let case = self.case_of(by, day.date)?;
        let random = &self.random;
        let colleague = self.staff.get(by)?;
        let living = self.cases.get(case)?;
        let area = area(living.service);
        let age = u32::try_from(day.date.days_since(living.born) / 365).unwrap_or(0);
        let kind = kinds::kind(random, area, colleague.role, (school(day.date), age));
        let (minutes, travel) = kinds::minutes(random, kind, area);
        let free = day.free.get_mut(by)?;
        let mut starts = (*free + travel / 2 + 4) / 5 * 5;
        if starts + minutes > 13 * 60 && starts < 14 * 60 {
            starts = 14 * 60 + travel / 10 * 5;
        }
        // Contact with the children is in the afternoon, observation at school in the morning.
        if kind == EntryKind::IncontroSn {
            starts = starts.max(15 * 60);
        }
        if starts + minutes > 18 * 60 {
            return None;
        }
        *free = starts + minutes + travel / 2 + random.between(1, 8) * 5;
        let siblings = if most > 1 && kinds::is_shared(kind) && random.chance(45) {
            let open = |other: &usize| self.cases.get(*other).is_some_and(|other| other.is_worked_on());
            living
                .together
                .iter()
                .copied()
                .filter(open)
                .take(most - 1)
                .collect()
        } else {
            Vec::new()
        };
        let deed = Deed {
            by,
            case,
            kind,
            day: day.date,
            starts,
            minutes,
            travel,
        };
        for index in std::iter::once(case).chain(siblings.iter().copied()) {
            if let Some(living) = self.cases.get_mut(index) {
                living.last = Some(day.date);
            }
        }
        Some(Done {
            deed,
            siblings,
            appointment: None,
        })
    }

    /// One of her cases that is worked on and was not written of this day; of three, the one that waits longest.
    fn case_of(&mut self, by: usize, day: CivilDate) -> Option<usize> {
        let mut best: Option<usize> = None;
        for _ in 0..3 {
            let load = &self.staff.get(by)?.load;
            if load.is_empty() {
                return None;
            }
            let place = self.random.below(load.len());
            let case = *load.get(place)?;
            let living = self.cases.get(case)?;
            if !living.is_open() {
                self.staff.get_mut(by)?.load.swap_remove(place);
                continue;
            }
            let waits = |index: usize| self.cases.get(index).and_then(|case| case.last);
            if living.is_worked_on()
                && living.last != Some(day)
                && best.is_none_or(|best| waits(case) < waits(best))
            {
                best = Some(case);
            }
        }
        best
    }
}
