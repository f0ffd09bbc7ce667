//! The archive joins an office with the one-time code that its coordinator gave her.
//!
//! Identity stays: device, operator and all that was written keep their ids. From then on the archive answers to the
//! office, and what it holds goes up with the first session.

use super::{Came, Server, ToSend, trouble::TroubleCode};
use crate::{Code, Error, Result, Session};
use cartella_archive::agreement::JoinedOffice;
use cartella_domain::rights::{Action, Office, Subject};
use cartella_sync::messages::{Answer, Enrol, Enrolled, PROTOCOL, Problem, Request};
use serde::Serialize;
use ts_rs::TS;

/// Which office, and the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinOffice {
    /// Where its server is.
    pub server: Server,
    /// The code as typed.
    pub code: String,
    /// What the laptop is called there.
    pub label: String,
}

/// The office that was joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Joined {
    /// What it is called.
    pub name: String,
}

/// What is to be done after an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinAnswer {
    /// The clocks differ: ask once more with the office's time.
    Again(ToSend),
    /// Done.
    Joined(Joined),
}

/// What to send to join an office. Nothing is written yet. `ahead_ms` is how far the office's clock is known to be
/// ahead; 0 at first.
///
/// # Errors
/// `office_joined` if the archive belongs to an office already; `office_code_missing` without a code.
pub fn ask_to_join(session: &mut Session, input: &JoinOffice, ahead_ms: i64) -> Result<ToSend> {
    session.allow(Action::OfficeJoin, &Subject::nobody())?;
    let known = session.archive.joined_office()?;
    if known.is_some_and(|known| known.address != input.server.host) {
        return Err(Code::OfficeJoined.into());
    }
    let code: String = input
        .code
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    if code.is_empty() {
        return Err(Error::field(Code::OfficeCodeMissing, "code"));
    }
    let identity = session.archive.identity();
    let request = Request::Enrol(Enrol {
        protocol: PROTOCOL,
        code,
        public_key: identity.public_key(),
        operator: identity.operator,
        own_office: identity.office,
        label: input.label.clone(),
        tip: session.archive.chain_tip()?,
    });
    Ok(session.signed(input.server.clone(), &request, ahead_ms))
}

/// Takes the office's answer: the archive belongs to it from now on.
///
/// # Errors
/// `office_code_refused` for a code that is wrong, used or too old; `office_unreachable` with the trouble where no
/// answer came, or one that makes no sense; the disk is full.
pub fn joined(session: &mut Session, input: &JoinOffice, came: Came) -> Result<JoinAnswer> {
    let bytes = came.map_err(|trouble| unreachable(trouble.into()))?;
    match Answer::decode(&bytes) {
        Ok(Answer::Enrolled(enrolled)) => keep(session, input, enrolled).map(JoinAnswer::Joined),
        Ok(Answer::Problem(Problem::Clock(there))) => {
            let ahead = there.0.saturating_sub(session.now().0);
            ask_to_join(session, input, ahead).map(JoinAnswer::Again)
        }
        Ok(Answer::Problem(Problem::CodeRefused)) => Err(Error::field(Code::OfficeCodeRefused, "code")),
        Ok(Answer::Problem(problem)) => Err(unreachable(
            cartella_sync::device::Trouble::Problem(problem).into(),
        )),
        _ => Err(unreachable(TroubleCode::Nonsense)),
    }
}

fn unreachable(trouble: TroubleCode) -> Error {
    Error::new(Code::OfficeUnreachable).with("trouble", trouble.text())
}

fn keep(session: &mut Session, input: &JoinOffice, enrolled: Enrolled) -> Result<Joined> {
    if enrolled.operator != session.archive.identity().operator {
        return Err(unreachable(TroubleCode::Nonsense));
    }
    let office = JoinedOffice {
        office: enrolled.office,
        name: enrolled.office_name.clone(),
        address: input.server.host.clone(),
        certificate: input.server.certificate.clone(),
        joined_at: session.now(),
    };
    let moment = session.moment();
    session.archive.join(&office, enrolled.epoch, moment)?;
    session.answer_to(Office::Enrolled);
    session.touch("office");
    Ok(Joined {
        name: enrolled.office_name,
    })
}
