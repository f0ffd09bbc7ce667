//! Messaggio per il responsabile: left on any case of the list without reading the file; read by who is responsible.

use super::OneCase;
use crate::{Code, Error, Result, Session, names::names};
use cartella_archive::{
    audit, queries,
    rows::{self, Row},
};
use cartella_domain::{
    cases::{CaseMessage, Settled},
    ids::{CaseId, OperatorId, RecordId},
    record::Record as _,
    rights::{Action, Subject},
    scope::ScopeId,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A message and on which case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct LeaveMessage {
    /// The case.
    pub case: CaseId,
    /// What it says.
    pub text: String,
    /// Who called or came.
    pub caller: Option<String>,
    /// The number to call back.
    pub phone: Option<String>,
}

/// A message as its readers see it.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct MessageView {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// On which case.
    pub case: CaseId,
    /// Whose case, in words.
    pub about: String,
    /// Who left it.
    pub by: String,
    /// When.
    pub at: Option<Instant>,
    /// What it says.
    pub text: String,
    /// Who called or came.
    pub caller: Option<String>,
    /// The number to call back.
    pub phone: Option<String>,
    /// Read and settled.
    pub settled: Option<Settled>,
}

/// Leaves a message for the responsible.
///
/// # Errors
/// `not_found` if she may not see the case in the list; `text_missing`; the disk is full.
pub fn leave_message(session: &mut Session, input: LeaveMessage) -> Result<OneCase> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::CaseMessageLeave, &subject)?;
    let said = |text: Option<String>| {
        text.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    let text = said(Some(input.text)).ok_or_else(|| Error::field(Code::TextMissing, "text"))?;
    let message = CaseMessage {
        case: Some(input.case),
        by: Some(session.operator()),
        at: Some(session.now()),
        text: Some(text),
        caller: said(input.caller),
        phone: said(input.phone),
        settled: None,
    };
    let scope = ScopeId::private(input.case.uuid(), session.operator().uuid());
    let id: RecordId = session.id();
    session.write(|act| {
        act.scope_of(scope, input.case.uuid());
        act.create(scope, id, &message)?;
        act.about(input.case);
        Ok(())
    })?;
    Ok(OneCase { case: input.case })
}

/// The messages of a case that the operator may read: all for its responsible and coordinator, her own for others.
///
/// # Errors
/// `not_found` if the case is not here.
pub fn messages(session: &mut Session, input: OneCase) -> Result<Vec<MessageView>> {
    let subject = session.case_subject(input.case)?;
    let found = queries::cases::messages(session.archive().db(), input.case)?;
    let mut readable = Vec::new();
    for row in found {
        if readable_by(session, &subject, &row.value)? {
            readable.push(row);
        }
    }
    view(session, readable)
}

/// Which of the messages for the operator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskMessages {
    /// Those that are settled, the last 50; without, those that wait.
    pub settled: bool,
}

/// Settled messages shown at once.
const SETTLED: u32 = 50;

/// The messages for the operator: on the cases for which she is responsible, and those that wait on a case for which
/// nobody is, where she coordinates.
///
/// # Errors
/// The archive does not answer.
pub fn my_messages(session: &mut Session, input: AskMessages) -> Result<Vec<MessageView>> {
    let (db, me, today) = (session.archive().db(), session.operator(), session.today());
    let limit = input.settled.then_some(SETTLED);
    let mut found = queries::cases::messages_for(db, me, today, input.settled, limit)?;
    if !input.settled {
        for row in queries::cases::messages_for_nobody(db, today)? {
            if let Some(case) = row.value.case
                && let Ok(subject) = session.case_subject(case)
                && session.decide(Action::CaseMessageRead, &subject)?.is_allowed()
            {
                found.push(row);
            }
        }
    }
    view(session, found)
}

fn readable_by(session: &Session, subject: &Subject, message: &CaseMessage) -> Result<bool> {
    let subject = subject.written_by_actor(message.by == Some(session.operator()));
    Ok(session.decide(Action::CaseMessageRead, &subject)?.is_allowed())
}

/// Writes in the audit whose messages are about to be read; what one left oneself, or read since the archive was
/// opened, not again.
fn note(session: &mut Session, rows: &[Row<CaseMessage>]) -> Result<()> {
    let me = session.operator();
    let mut events = Vec::new();
    for row in rows.iter().filter(|row| row.value.by != Some(me)) {
        if session.messages_read.insert((me, row.typed_id()?)) {
            let event = audit::Event::new(audit::Act::ReadReserved).on(&row.id, CaseMessage::KIND.number);
            events.push(match row.value.case {
                Some(case) => event.about(case),
                None => event,
            });
        }
    }
    if events.is_empty() {
        return Ok(());
    }
    let noted = session.archive.note(me, session.now(), &events);
    if noted.is_err() {
        session.messages_read.clear();
    }
    Ok(noted?)
}

fn view(session: &mut Session, rows: Vec<Row<CaseMessage>>) -> Result<Vec<MessageView>> {
    note(session, &rows)?;
    let cases = rows.iter().filter_map(|row| row.value.case).map(CaseId::uuid);
    let authors = rows.iter().filter_map(|row| row.value.by).map(OperatorId::uuid);
    let called = names(session, cases.chain(authors))?;
    let name = |id: Option<Uuid>| {
        id.and_then(|id| called.get(&id.to_string()))
            .map(|name| name.name.clone())
            .unwrap_or_default()
    };
    rows.into_iter()
        .filter_map(|row| {
            let id = row.typed_id();
            let message = row.value;
            let case = message.case?;
            Some(id.map(|id| MessageView {
                id,
                case,
                about: name(Some(case.uuid())),
                by: name(message.by.map(OperatorId::uuid)),
                at: message.at,
                text: message.text.unwrap_or_default(),
                caller: message.caller,
                phone: message.phone,
                settled: message.settled,
            }))
        })
        .collect::<cartella_archive::Result<_>>()
        .map_err(Error::from)
}

/// Which message is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettleMessage {
    /// The message.
    #[ts(type = "string")]
    pub message: Uuid,
}

/// Settles a message: it leaves Oggi and stays with the case.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn settle_message(session: &mut Session, input: SettleMessage) -> Result<OneCase> {
    let id = RecordId(input.message);
    let row = rows::get::<CaseMessage>(session.archive().db(), &id.to_string())?
        .ok_or(Error::new(Code::NotFound))?;
    let case = row.value.case.ok_or(Error::new(Code::NotFound))?;
    let subject = session.case_subject(case)?;
    if !readable_by(session, &subject, &row.value)? {
        return Err(Code::NotFound.into());
    }
    let settled = CaseMessage {
        settled: Some(Settled {
            by: session.operator(),
            at: session.now(),
        }),
        ..row.value
    };
    session.write(|act| {
        act.edit(id, &settled, None)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
