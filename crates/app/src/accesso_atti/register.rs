//! A request comes in, for one file or for those of brothers and sisters at once; or what was written of it is put right.

use super::loaded;
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::Seen;
use cartella_domain::{
    accesso_atti::{Controinteressato, Delega, RichiestaAccesso},
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    rights::Action,
    scope::{ScopeId, ScopeKind},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request as it came in.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RegisterRichiesta {
    /// In whose files.
    pub cases: Vec<CaseId>,
    /// What it says; file, answer and who registered it are not said here.
    pub value: RichiestaAccesso,
}

/// What is written of a request as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct EditRichiesta {
    /// Which.
    pub id: RecordId,
    /// All of it; file, answer and who registered it stay.
    pub value: RichiestaAccesso,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Registers it: all files, or none.
///
/// # Errors
/// `no_file_chosen`; `forbidden` or `not_found` by the first file in which she may not; `richiesta_incomplete` without who
/// asks, what for and a day; `day_in_future`; the disk is full.
pub fn register(session: &mut Session, input: RegisterRichiesta) -> Result<OneCase> {
    let mut cases = input.cases;
    cases.sort_unstable();
    cases.dedup();
    let first = *cases.first().ok_or(Error::field(Code::NoFileChosen, "cases"))?;
    for case in &cases {
        session.allow(Action::AccessoAttiWrite, &session.case_subject(*case)?)?;
    }
    let value = complete(session, input.value)?;
    let act: ActId = session.id();
    let new: Vec<(CaseId, RecordId, RichiestaAccesso)> = cases
        .into_iter()
        .map(|case| {
            let record = RichiestaAccesso {
                case: Some(case),
                act: Some(act),
                outcome: None,
                recorded_by: Some(session.operator()),
                recorded_at: Some(session.now()),
                ..value.clone()
            };
            (case, session.id(), record)
        })
        .collect();
    session.write(|act| {
        for (case, id, record) in &new {
            act.create(ScopeId::new(case.uuid(), ScopeKind::CaseCore), *id, record)?;
        }
        act.about(first);
        Ok(())
    })?;
    Ok(OneCase { case: first })
}

/// Puts it right, in its own file.
///
/// # Errors
/// As registering it; `not_found`.
pub fn edit(session: &mut Session, input: EditRichiesta) -> Result<OneCase> {
    let (case, row) = loaded(session, input.id, Action::AccessoAttiWrite)?;
    let before = row.value;
    let after = RichiestaAccesso {
        case: before.case,
        act: before.act,
        outcome: before.outcome,
        recorded_by: before.recorded_by,
        recorded_at: before.recorded_at,
        ..complete(session, input.value)?
    };
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(case);
        act.edit(input.id, &after, Some(&seen))
    })?;
    Ok(OneCase { case })
}

/// What is written, without blanks and empty lines; refused where it does not say enough.
fn complete(session: &Session, value: RichiestaAccesso) -> Result<RichiestaAccesso> {
    let delegate = value.delegate.map(|delegate| Delega {
        name: tidy::text(delegate.name),
        ..delegate
    });
    let concerned: Vec<Controinteressato> = value
        .concerned
        .unwrap_or_default()
        .into_iter()
        .filter_map(|other| {
            let name = tidy::text(Some(other.name))?;
            Some(Controinteressato { name, ..other })
        })
        .collect();
    let value = RichiestaAccesso {
        applicant: tidy::text(value.applicant),
        subject: tidy::lines(value.subject),
        reason: tidy::lines(value.reason),
        delegate: delegate.filter(|delegate| *delegate != Delega::default()),
        concerned: Some(concerned).filter(|concerned| !concerned.is_empty()),
        ..value
    };
    let missing = [
        ("applicant", value.applicant.is_none()),
        ("subject", value.subject.is_none()),
        ("received_on", value.requested_on().is_none()),
    ];
    if let Some((field, _)) = missing.into_iter().find(|(_, missing)| *missing) {
        return Err(Error::field(Code::RichiestaIncomplete, field));
    }
    let notified = value
        .concerned
        .iter()
        .flatten()
        .filter_map(|other| other.notified_on);
    let days = [value.requested_on(), value.received_on];
    if days
        .into_iter()
        .flatten()
        .chain(notified)
        .any(|day| day > session.today())
    {
        return Err(Error::field(Code::DayInFuture, "received_on"));
    }
    Ok(value)
}
