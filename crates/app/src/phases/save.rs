//! What is said of a phase, and a datum that no other record holds, are written: each its own record.

use super::{get::writes, loaded::Loaded};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{CaseId, RecordId},
    people::tidy,
    phases::{DatoFase, ElencoCodici, Fase, Refused, Valore, accept, current, element, interchange_list},
    record::Record,
    rights::Action,
    scope::{ScopeId, ScopeKind},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is said of a phase, as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SavePhase {
    /// The case; its current episode is meant.
    pub case: CaseId,
    /// The phase; case and episode are not said here.
    pub phase: Fase,
    /// What was on the screen; empty where nothing was said yet.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Writes it.
///
/// # Errors
/// `forbidden`, `not_found`; `bad_input` without a phase; `period_reversed`; `list_not_loaded` or `unknown_code` for an outcome
/// of no list in use; the disk is full.
pub fn save_phase(session: &mut Session, input: SavePhase) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::PhaseWrite)?;
    let code = input
        .phase
        .phase
        .ok_or_else(|| Error::field(Code::BadInput, "phase"))?;
    let id = Fase::id(loaded.episode, code);
    let before = loaded.fasi.iter().find(|row| row.value.phase == Some(code));
    let phase = Fase {
        case: Some(input.case),
        episode: Some(loaded.episode),
        notes: tidy::lines(input.phase.notes),
        ..input.phase
    };
    if let (Some(starts), Some(ends)) = (phase.starts, phase.ends)
        && ends < starts
    {
        return Err(Error::field(Code::PeriodReversed, "ends"));
    }
    let chosen = before.and_then(|row| row.value.outcome.clone());
    if phase.outcome != chosen
        && let Some(outcome) = &phase.outcome
    {
        let list = current(&loaded.lists, &interchange_list("ESITO")).ok_or(Code::ListNotLoaded)?;
        if !list.has(outcome) {
            return Err(Error::field(Code::UnknownCode, "outcome"));
        }
    }
    let scope = ScopeId::new(input.case.uuid(), ScopeKind::CaseCore);
    put(session, input.case, scope, (id, &phase), Seen(input.seen))
}

/// A datum as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveDatum {
    /// The case; its current episode is meant.
    pub case: CaseId,
    /// The element, by its key.
    pub element: String,
    /// The value; none takes back what was written.
    pub value: Option<Valore>,
    /// What was on the screen; empty where nothing was written yet.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Writes it.
///
/// # Errors
/// `forbidden` where the datum belongs, `not_found`; `datum_derived` for one that other records hold; `list_not_loaded`;
/// `unknown_code`; `bad_input` for a value of another kind; the disk is full.
pub fn save_datum(session: &mut Session, input: SaveDatum) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::PhaseRead)?;
    let element = element(&input.element).ok_or_else(|| Error::field(Code::BadInput, "element"))?;
    session.allow(writes(element.home), &loaded.subject)?;
    let value = input.value.map(tidied).filter(|value| !value.is_empty());
    match &value {
        Some(value) => accepted(element, value, &loaded.lists)?,
        None if !element.written => return Err(Code::DatumDerived.into()),
        None => {}
    }
    let id = DatoFase::id(loaded.episode, element);
    let datum = DatoFase {
        case: Some(input.case),
        episode: Some(loaded.episode),
        element: Some(element.key.to_owned()),
        value,
        by: Some(session.operator()),
        on: Some(session.today()),
    };
    let scope = ScopeId::new(input.case.uuid(), element.home.scope());
    put(session, input.case, scope, (id, &datum), Seen(input.seen))
}

fn tidied(value: Valore) -> Valore {
    match value {
        Valore::Text(text) => Valore::Text(tidy::lines(Some(text)).unwrap_or_default()),
        other => other,
    }
}

fn accepted(
    element: &cartella_domain::phases::Element,
    value: &Valore,
    lists: &[ElencoCodici],
) -> Result<()> {
    accept(element, value, lists).map_err(|refused| match refused {
        Refused::Derived => Code::DatumDerived.into(),
        Refused::OtherKind => Error::field(Code::BadInput, "value"),
        Refused::ListNotLoaded => Code::ListNotLoaded.into(),
        Refused::UnknownCode => Error::field(Code::UnknownCode, "value"),
    })
}

/// Begins the record, or changes what differs from what was on the screen.
fn put<T: Record>(
    session: &mut Session,
    case: CaseId,
    scope: ScopeId,
    (id, record): (RecordId, &T),
    seen: Seen,
) -> Result<OneCase> {
    let known = rows::get::<T>(session.archive().db(), &id.to_string())?.is_some();
    session.write(|act| {
        act.about(case);
        if known {
            act.edit(id, record, Some(&seen))
        } else {
            act.create(scope, id, record)
        }
    })?;
    Ok(OneCase { case })
}
