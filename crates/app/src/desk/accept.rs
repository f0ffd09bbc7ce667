//! A card becomes a person, a referral and a case in one step: all of it, or nothing.

use super::{allow, card};
use crate::{
    Code, Error, Result, Session,
    cases::{OpenCase, Opening},
    people::{Beginning, CreatePerson},
};
use cartella_archive::Seen;
use cartella_domain::{
    cases::Referral,
    desk::{Accesso, AccessoState, ReferralNote, accepts, is_urgent},
    diary::ReadBy,
    ids::{CaseId, PersonId, RecordId},
    rights::Action,
    time::PartialDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which card becomes which case.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AcceptAccesso {
    /// The card.
    pub id: RecordId,
    /// The person, where she does not stand in the registry yet; else the first of the case's people is she.
    pub new_person: Option<CreatePerson>,
    /// The case. A new person is put before its people; without a referral the card's day is one.
    pub case: OpenCase,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Accepted {
    /// The person.
    pub person: PersonId,
    /// The cases, in the order of the people.
    pub cases: Vec<CaseId>,
}

/// Takes it. What was said goes into the case where its diary is read; the card says what it became.
///
/// # Errors
/// `forbidden` for who does not decide at the desk or may not open cases of the service; `accesso_closed` once it was
/// decided; as adding a person and opening a case; the disk is full. Nothing of it is kept then.
pub fn accept(session: &mut Session, input: AcceptAccesso) -> Result<Accepted> {
    allow(session, Action::DeskDecide)?;
    let before = card(session, input.id)?.value;
    if !accepts(&before.state) {
        return Err(Code::AccessoClosed.into());
    }
    let beginning = input
        .new_person
        .map(|person| Beginning::of(session, person))
        .transpose()?;
    let mut open = input.case;
    if let Some(new) = &beginning {
        open.people.insert(0, new.id);
    }
    let person = open
        .people
        .first()
        .copied()
        .ok_or_else(|| Error::field(Code::PersonMissing, "people"))?;
    open.referral = Some(open.referral.unwrap_or_else(|| referral(&before)));
    let mut opening = Opening::of(session, &open)?;
    opening.informed(before.privacy_notice.as_ref());
    let cases = opening.cases();
    let after = Accesso {
        person: Some(person),
        anonymous: None,
        state: AccessoState::Accolta {
            by: session.operator(),
            on: session.today(),
            cases: cases.clone(),
        },
        ..before.clone()
    };
    let level = open.service.area().confidentiality;
    let notes: Vec<(RecordId, CaseId, ReferralNote)> = opening
        .episodes()
        .map(|(case, episode)| {
            let note = ReferralNote::of(&before, input.id, case, episode);
            (session.id(), case, note)
        })
        .collect();
    let (seen, author) = (Seen(input.seen), session.operator());
    session.write(|act| {
        if let Some(new) = &beginning {
            new.write(act)?;
        }
        opening.write(act)?;
        for (id, case, note) in &notes {
            act.create(ReadBy::from(level).scope(*case, author), *id, note)?;
        }
        act.edit(input.id, &after, Some(&seen))?;
        Ok(Accepted { person, cases })
    })
}

fn referral(card: &Accesso) -> Referral {
    Referral {
        on: card.on.map(PartialDate::exact),
        urgent: is_urgent(card),
        ..Referral::default()
    }
}
