//! The judicial authorities: the list as it begins, and what the office made of it.

use crate::{Code, Error, Result, Session, commands::Nothing, people::Saved};
use cartella_archive::{Seen, queries};
use cartella_domain::{
    codes::Coded,
    ids::RecordId,
    people::tidy,
    rights::{Action, Subject},
    tutela::{ATTIVITA, AuthorityKey, Autorita, CHECKLIST, TIPI, TIPI_RELAZIONE, authorities as merged},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// An authority as lists and forms need it.
#[derive(Clone, Serialize, TS)]
pub struct AuthorityCard {
    /// How orders name it.
    pub key: AuthorityKey,
    /// The authority.
    pub authority: Autorita,
    /// The office's record; none for a row of the list that nobody touched.
    pub id: Option<RecordId>,
    /// What was on the screen.
    pub seen: Vec<String>,
    /// It works today.
    pub works: bool,
}

/// All authorities by name, ended ones included.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn authorities(session: &mut Session, _: Nothing) -> Result<Vec<AuthorityCard>> {
    session.allow(Action::AuthorityRead, &Subject::nobody())?;
    let mut own = BTreeMap::new();
    for row in queries::tutela::authorities(session.archive().db())? {
        let id: RecordId = row.typed_id()?;
        let key = row.value.seed.clone().unwrap_or_else(|| row.id.clone());
        own.entry(key).or_insert(id);
    }
    let today = session.today();
    let mut cards = Vec::new();
    for (key, authority) in known(session)? {
        let id = own.get(&key).copied();
        let seen = match id {
            Some(id) => session.archive().seen(&id.to_string())?.0,
            None => Vec::new(),
        };
        cards.push(AuthorityCard {
            works: authority.period.contains(today),
            key,
            authority,
            id,
            seen,
        });
    }
    cards.sort_by(|one, other| one.authority.name.cmp(&other.authority.name));
    Ok(cards)
}

/// The authorities by key.
pub(super) fn known(session: &Session) -> Result<BTreeMap<AuthorityKey, Autorita>> {
    let rows = queries::tutela::authorities(session.archive().db())?;
    let own = rows
        .into_iter()
        .map(|row| Ok((row.typed_id()?, row.value)))
        .collect::<Result<Vec<_>>>()?;
    Ok(merged(&own))
}

/// An authority as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveAuthority {
    /// The office's record; none for a new one, and for the first change of a row of the list.
    pub id: Option<RecordId>,
    /// All of it.
    pub authority: Autorita,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Adds or changes an authority of the office.
///
/// # Errors
/// `forbidden` by her role; `authority_nameless`; `period_reversed`; the disk is full.
pub fn save_authority(session: &mut Session, input: SaveAuthority) -> Result<Saved> {
    session.allow(Action::AuthorityWrite, &Subject::nobody())?;
    let authority = Autorita {
        name: tidy::text(input.authority.name),
        pec: tidy::text(input.authority.pec),
        ..input.authority
    };
    if authority.name.is_none() || authority.kind.is_none() {
        return Err(Error::field(Code::AuthorityNameless, "name"));
    }
    if authority.period.is_reversed() {
        return Err(Error::field(Code::PeriodReversed, "period"));
    }
    let id = input.id.unwrap_or_else(|| session.id());
    let (org, seen) = (session.org(), Seen(input.seen));
    session.write(|act| {
        if input.id.is_some() {
            act.edit(id, &authority, Some(&seen))?;
        } else {
            act.create(org, id, &authority)?;
        }
        Ok(Saved { id })
    })
}

/// The lists of codes that the forms offer.
#[derive(Clone, Serialize, TS)]
pub struct CourtCodes {
    /// Kinds of order.
    pub orders: Vec<Coded>,
    /// What may be asked of the service.
    pub activities: Vec<Coded>,
    /// Kinds of report.
    pub reports: Vec<Coded>,
    /// The lines of the emergency measure's checklist.
    pub checklist: Vec<String>,
}

/// The lists of codes of this program.
///
/// # Errors
/// None.
pub fn codes(_: &mut Session, _: Nothing) -> Result<CourtCodes> {
    let answers = |list: cartella_domain::codes::CodeList| {
        list.codes
            .iter()
            .filter_map(|code| list.answer(code))
            .collect::<Vec<_>>()
    };
    Ok(CourtCodes {
        orders: answers(TIPI),
        activities: answers(ATTIVITA),
        reports: answers(TIPI_RELAZIONE),
        checklist: CHECKLIST.iter().map(|line| (*line).to_owned()).collect(),
    })
}
