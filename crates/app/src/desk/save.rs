//! A contact is noted, or its card changed.

use super::{allow, card, scope};
use crate::{Code, Error, Result, Session, people::Saved};
use cartella_archive::Seen;
use cartella_domain::{
    codes::{CodeList, Coded},
    desk::{
        Accesso, Caller, MAX_PRIORITY, NamedPerson, accepts, access_modes, access_reasons, interlocutors,
        outcomes,
    },
    ids::RecordId,
    people::tidy,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A card as it shall be. Who noted it, when, and where it stands are not said here.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveAccesso {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub card: Accesso,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Persone di riferimento on one card, at most (SISO).
const REFERENCES: usize = 3;

/// Notes a contact, or changes its card while nothing was decided about it.
///
/// # Errors
/// `forbidden` for who does not work at the desk; `accesso_unsaid` where it says nothing at all; `unknown_code`,
/// `unknown_comune`, `day_in_future`; `accesso_closed` once it was decided; `not_found`; the disk is full.
pub fn save(session: &mut Session, input: SaveAccesso) -> Result<Saved> {
    allow(session, Action::DeskWrite)?;
    let new = accepted(session, input.card)?;
    let id = input.id.unwrap_or_else(|| session.id());
    let (home, seen) = (scope(session), Seen(input.seen));
    let stored = match input.id {
        None => Accesso {
            operator: Some(session.operator()),
            noted_at: Some(session.now()),
            // Noted while it happens, unless she says otherwise.
            at: new
                .at
                .or_else(|| (new.on == Some(session.today())).then(|| crate::rome_time(session.now()))),
            ..new
        },
        Some(id) => {
            let before = card(session, id)?.value;
            if !accepts(&before.state) {
                return Err(Code::AccessoClosed.into());
            }
            Accesso {
                operator: before.operator,
                noted_at: before.noted_at,
                state: before.state,
                ..new
            }
        }
    };
    session.write(|act| {
        act.about(id);
        if input.id.is_some() {
            act.edit(id, &stored, Some(&seen))?;
        } else {
            act.create(home, id, &stored)?;
        }
        Ok(Saved { id })
    })
}

/// The card as stored: tidied, from its lists, of no day to come.
fn accepted(session: &Session, card: Accesso) -> Result<Accesso> {
    let today = session.today();
    let anonymous = card.anonymous.filter(|anonymous| *anonymous);
    let mut references: Vec<Caller> = card.references.into_iter().flatten().filter_map(caller).collect();
    references.truncate(REFERENCES);
    let card = Accesso {
        on: card.on.or(Some(today)),
        point: tidy::text(card.point),
        sent_by: tidy::text(card.sent_by),
        caller: card.caller.and_then(caller),
        person: card.person.filter(|_| anonymous.is_none()),
        named: card.named.filter(|_| anonymous.is_none()).and_then(named),
        anonymous,
        references: (!references.is_empty()).then_some(references),
        need: tidy::lines(card.need),
        answer: tidy::lines(card.answer),
        priority: card.priority.map(|priority| priority.clamp(1, MAX_PRIORITY)),
        state: Accesso::default().state,
        ..card
    };
    if !card.says_something() {
        return Err(Error::field(Code::AccessoUnsaid, "need"));
    }
    if card.on.is_some_and(|on| on > today) {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    if let Some(person) = card.person {
        session.allow(Action::PersonList, &session.person_subject(person)?)?;
    }
    let comune = card.named.as_ref().and_then(|named| named.comune.as_deref());
    if comune.is_some_and(|code| !cartella_domain::places::is_known(code)) {
        return Err(Error::field(Code::UnknownComune, "comune"));
    }
    of_list(access_modes(), card.mode.as_ref(), "mode")?;
    of_list(access_reasons(), card.reason.as_ref(), "reason")?;
    of_list(interlocutors(), card.interlocutor.as_ref(), "interlocutor")?;
    of_list(outcomes(), card.outcome.as_ref(), "outcome")?;
    Ok(card)
}

fn of_list(list: CodeList, answer: Option<&Coded>, field: &'static str) -> Result<()> {
    match answer {
        Some(answer) if !list.has(answer) => Err(Error::field(Code::UnknownCode, field)),
        _ => Ok(()),
    }
}

fn caller(caller: Caller) -> Option<Caller> {
    let caller = Caller {
        name: tidy::text(caller.name),
        phone: tidy::text(caller.phone),
        relation: tidy::text(caller.relation),
    };
    (caller != Caller::default()).then_some(caller)
}

fn named(named: NamedPerson) -> Option<NamedPerson> {
    let named = NamedPerson {
        surname: tidy::text(named.surname),
        name: tidy::text(named.name),
        phone: tidy::text(named.phone),
        ..named
    };
    (named != NamedPerson::default()).then_some(named)
}
