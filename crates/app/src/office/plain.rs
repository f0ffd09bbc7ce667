//! Questions to the office beside a session: signed like everything, asked and answered in JSON.

use super::{Came, Server, ToSend, TroubleCode};
use crate::{Code, Error, Result, Session};
use cartella_domain::{
    rights::{Action, Subject},
    time::Instant,
};
use cartella_sync::{
    device::Trouble,
    ids::ScopeRef,
    messages::{Answer, Problem},
    request::Signed,
};
use serde_json::Value;

/// What the error of an office says that does not do this for her.
const REFUSAL: &str = "refusal";

/// A question that is ready to go.
///
/// # Errors
/// `office_none` in an archive that is its own office.
pub(super) fn signed(session: &Session, path: &'static str, body: Vec<u8>) -> Result<ToSend> {
    session.allow(Action::OfficeSynchronise, &Subject::nobody())?;
    let office = session.archive.joined_office()?.ok_or(Code::OfficeNone)?;
    let ahead = session.archive.clock_offset()?.unwrap_or(0);
    let at = session.now().plus_millis(ahead);
    let signer = session.archive.identity().signer();
    let signature = Signed::post(path, &body, at, session.world.salt(), signer).text();
    Ok(ToSend {
        server: Server {
            host: office.address,
            certificate: office.certificate,
        },
        path,
        signature,
        body,
    })
}

/// The office answers in JSON; a problem comes as its number, or as one of the protocol.
///
/// # Errors
/// `office_unreachable` with the trouble.
pub(super) fn read(came: Came) -> Result<Value> {
    let bytes = came.map_err(|trouble| unreachable(trouble.into()))?;
    let Ok(answer) = serde_json::from_slice::<Value>(&bytes) else {
        return Err(match Answer::decode(&bytes) {
            Ok(Answer::Problem(problem)) => unreachable(Trouble::Problem(problem).into()),
            _ => unreachable(TroubleCode::Nonsense),
        });
    };
    match answer.get("problem").and_then(Value::as_u64) {
        Some(number) => Err(problem(number)),
        None => Ok(answer),
    }
}

/// Whether the office answered, and does not do this for her: it is not hers, or not there.
pub(super) fn is_refusal(error: &Error) -> bool {
    error.code == Code::OfficeUnreachable && error.params.contains_key(REFUSAL)
}

pub(super) fn unreachable(trouble: TroubleCode) -> Error {
    Error::new(Code::OfficeUnreachable).with("trouble", trouble.text())
}

fn problem(number: u64) -> Error {
    let nowhere = ScopeRef {
        owner: uuid::Uuid::nil(),
        kind: 0,
    };
    let known = [
        Problem::BadRequest,
        Problem::Unauthorised,
        Problem::Clock(Instant(0)),
        Problem::Suspended,
        Problem::Revoked,
        Problem::Busy(0),
        Problem::NotGranted(nowhere),
    ];
    let problem = known
        .into_iter()
        .find(|known| u64::from(known.number()) == number)
        .unwrap_or(Problem::Other(0));
    let error = unreachable(Trouble::Problem(problem).into());
    match problem {
        Problem::BadRequest | Problem::NotGranted(_) => error.with(REFUSAL, 1_i64),
        _ => error,
    }
}
