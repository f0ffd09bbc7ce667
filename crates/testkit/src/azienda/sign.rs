//! The day's work is written down: drafts kept and signed the same evening, the next morning, or late; appointments made,
//! promises kept.

use super::{
    calendar::hour,
    deeds::Done,
    dice::Dice as _,
    entries::{self, Deed},
    kinds,
    life::Life,
    mends::Mend,
    papers::settle_actions,
};
use cartella_app::{
    Code, Error, Result, Session,
    agenda::{self, AppointmentInput, NotHappened},
    diary::{self, Sign, SignAnswer},
    drafts::{self, SaveDraft},
};
use cartella_domain::{
    agenda::Slot,
    diary::{EntryDraft, EntryKind, EntryPlace, FORM_ENTRY, Outcome, Participant},
    ids::{AppointmentId, CaseId, EntryId},
    time::CivilDate,
};

impl Life<'_> {
    /// A day's work: what was left from days before, then the day's own, in the order in which it is signed.
    pub(super) fn work(&mut self, session: &mut Session, index: usize) -> Result<()> {
        let Some(day) = self.days.get(index).copied() else {
            return Ok(());
        };
        while let Some(entry) = self.later.first_entry().filter(|entry| *entry.key() <= day) {
            for (deed, appointment) in entry.remove() {
                self.write(session, (&deed, &[]), appointment)?;
            }
        }
        let done = self.deeds(index);
        let mut evening: Vec<(i64, Done)> = Vec::new();
        for done in done {
            self.entries += 1 + done.siblings.len();
            self.unsigned(&done.deed, 1);
            let late = match self.random.between(1, 100) {
                1..=9 => Some(1),
                10..=12 => Some(self.random.between(4, 9)),
                _ => None,
            };
            let late = late.and_then(|days| self.day_from(day.plus_days(days)));
            match late.filter(|_| done.siblings.is_empty()) {
                Some(later) => self
                    .later
                    .entry(later)
                    .or_default()
                    .push((done.deed, done.appointment)),
                None => {
                    let end = done.deed.starts + done.deed.minutes;
                    evening.push((end + self.random.between(3, 35), done));
                }
            }
        }
        evening.sort_by_key(|(minute, done)| (*minute, done.deed.by));
        for (minute, done) in evening {
            self.until(session, day, minute);
            self.write(session, (&done.deed, &done.siblings), done.appointment)?;
        }
        Ok(())
    }

    fn unsigned(&mut self, deed: &Deed, more: i32) {
        if let Some(case) = self.cases.get_mut(deed.case) {
            case.unsigned = case.unsigned.saturating_add_signed(more);
        }
    }

    /// Writes of a deed: keeps the draft and signs it.
    fn write(
        &mut self,
        session: &mut Session,
        (deed, siblings): (&Deed, &[usize]),
        appointment: Option<AppointmentId>,
    ) -> Result<()> {
        self.unsigned(deed, -1);
        let (Some(author), Some(mut case)) = (self.staff.get(deed.by), self.cases.get(deed.case).cloned())
        else {
            return Ok(());
        };
        session.act_as(author.id);
        if let Some(id) = appointment {
            case.booked = None;
            let over = !case.is_worked_on();
            if over || self.random.chance(8) {
                self.keep(deed.case, case);
                return self.called_off(session, id, over);
            }
        }
        let responsible = self
            .staff
            .get(case.responsible)
            .map(|other| other.id)
            .unwrap_or_default();
        let others: Vec<_> = siblings
            .iter()
            .filter_map(|index| self.cases.get(*index))
            .collect();
        let before = case.due.len();
        let mut draft = entries::draft(&self.random, (&mut case, &others), (author, responsible), deed);
        draft.appointment = appointment;
        let wrong = self.wrong_file(deed, siblings, appointment);
        if let (Some(wrong), Some(text)) = (wrong, draft.texts.first_mut()) {
            text.files = vec![wrong];
            // The same text will stand in its own file too.
            self.entries += 1;
        }
        let signed = sign(session, draft)?;
        case.entries += 1;
        case.last = case.last.max(Some(deed.day));
        let kept_by = session.today().plus_days(-self.random.between(0, 6));
        // What was promised stands in the file of each brother and sister.
        let promised: Vec<CivilDate> = case.due.iter().skip(before).copied().collect();
        for sibling in siblings {
            if let Some(sibling) = self.cases.get_mut(*sibling) {
                sibling.due.extend(&promised);
            }
        }
        settle_actions(session, &mut case, Some(kept_by))?;
        self.keep(deed.case, case);
        self.acted(2 + siblings.len());
        if let Some(entry) = signed.filter(|_| siblings.is_empty()) {
            self.looked_over(deed, entry, wrong.is_some());
        }
        if self.random.chance(14) {
            self.book(session, deed)?;
        }
        Ok(())
    }

    /// Twice in a thousand she signs in the file of another family of hers, and sees it the next day.
    fn wrong_file(
        &self,
        deed: &Deed,
        siblings: &[usize],
        appointment: Option<AppointmentId>,
    ) -> Option<CaseId> {
        let tomorrow = self.day_from(deed.day.plus_days(8));
        if !siblings.is_empty()
            || appointment.is_some()
            || tomorrow.is_none()
            || self.random.between(1, 500) != 1
        {
            return None;
        }
        let own = self.cases.get(deed.case)?;
        let load = &self.staff.get(deed.by)?.load;
        let others = load.iter().filter_map(|index| self.cases.get(*index));
        let mut fitting = others.filter(|other| {
            other.id != own.id
                && other.service == own.service
                && other.is_worked_on()
                && other.since <= deed.day
        });
        fitting
            .next()
            .filter(|_| own.unsigned == 0 && self.entries < self.size.entries)
            .map(|other| other.id)
    }

    fn keep(&mut self, index: usize, case: super::LivingCase) {
        if let Some(place) = self.cases.get_mut(index) {
            *place = case;
        }
    }

    /// An appointment that came to nothing; unless the case rests, with a line in its diary.
    fn called_off(&mut self, session: &mut Session, id: AppointmentId, rests: bool) -> Result<()> {
        let input = NotHappened {
            id,
            outcome: Outcome::Cancelled {
                by: Some("la famiglia".to_owned()),
            },
            note: Some("Chiede di fissare un'altra data.".to_owned()),
            in_diary: !rests,
        };
        if rests {
            self.entries -= 1;
        }
        self.acted(1);
        agenda::not_happened(session, input).map(drop)
    }

    /// Now and then somebody sees a mistake in what was signed.
    fn looked_over(&mut self, deed: &Deed, entry: EntryId, wrong: bool) {
        let mend = match self.random.between(1, 1_000) {
            _ if wrong => Mend::refile(deed, entry),
            1..=8 => Mend::rectify(deed, entry),
            9..=11 => Mend::annul(deed, entry),
            _ => return,
        };
        let day = deed.day.plus_days(self.random.between(1, 6));
        if let Some(day) = self.day_from(day) {
            self.mends.entry(day).or_default().push(mend);
        }
    }

    /// The next appointment of a case is made, in working hours of a day to come.
    fn book(&mut self, session: &mut Session, deed: &Deed) -> Result<()> {
        let day = super::calendar::working_from(session.today().plus_days(self.random.between(3, 14)));
        let Some(case) = self
            .cases
            .get(deed.case)
            .filter(|case| case.booked.is_none() && case.is_worked_on())
        else {
            return Ok(());
        };
        let area = super::cases::area(case.service);
        let kind = if self.random.chance(60) || !kinds::writes(area, EntryKind::VisitaDomiciliare) {
            EntryKind::Colloquio
        } else {
            EntryKind::VisitaDomiciliare
        };
        let (minutes, travel) = kinds::minutes(&self.random, kind, area);
        let taken = self
            .booked
            .get(&day)
            .is_some_and(|others| others.iter().any(|(other, _)| other.by == deed.by));
        let psychologist = self
            .staff
            .get(deed.by)
            .is_none_or(|by| by.role == cartella_domain::rights::Role::Psicologo);
        if taken || (psychologist && kind == EntryKind::VisitaDomiciliare) {
            return Ok(());
        }
        let booked = Deed {
            kind,
            day,
            starts: 9 * 60 + 30 + self.random.between(0, 5) * 30,
            minutes,
            travel,
            ..*deed
        };
        let id = agenda::create(session, appointment(case, &booked))?.id;
        if let Some(case) = self.cases.get_mut(deed.case) {
            case.booked = Some(id);
        }
        self.booked.entry(day).or_default().push((booked, id));
        self.acted(1);
        Ok(())
    }
}

fn appointment(case: &super::LivingCase, deed: &Deed) -> AppointmentInput {
    let what = match deed.kind {
        EntryKind::VisitaDomiciliare => "Visita a casa".to_owned(),
        _ => format!("Colloquio per {}", case.subject.alone()),
    };
    AppointmentInput {
        slot: Slot {
            on: deed.day,
            starts: Some(hour(deed.starts)),
            ends: Some(hour(deed.starts + deed.minutes)),
        },
        kind: deed.kind,
        what: Some(what),
        place: deed
            .kind
            .proposed_place()
            .map(|kind| EntryPlace { kind, detail: None }),
        participants: vec![Participant::Person {
            person: case.person,
            role: None,
        }],
        cases: vec![case.id],
        operators: Vec::new(),
        note: None,
    }
}

/// Keeps a draft and signs it; answers its first entry.
pub(super) fn sign(session: &mut Session, draft: EntryDraft) -> Result<Option<EntryId>> {
    let content = serde_json::to_value(&draft).map_err(|_| Error::new(Code::BadInput))?;
    let subject = draft
        .files()
        .first()
        .map(|case| cartella_domain::ids::RecordId(case.uuid()));
    let save = SaveDraft {
        id: None,
        kind: FORM_ENTRY.to_owned(),
        subject,
        content,
        started_from: None,
    };
    let kept = drafts::save(session, save)?;
    let order = Sign {
        draft: kept.id,
        content: None,
    };
    match diary::sign(session, order)? {
        SignAnswer::Signed { entries, .. } => Ok(entries.first().copied()),
        SignAnswer::NotYet { findings } => {
            let first = findings.iter().find(|finding| finding.blocks);
            let code = first.and_then(|finding| serde_json::to_string(&finding.code).ok());
            Err(Error::new(Code::BadInput).with("finding", code.unwrap_or_default().as_str()))
        }
    }
}
