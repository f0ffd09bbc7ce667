//! How a request ended; or that it did not after all.

use super::loaded;
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::Seen;
use cartella_domain::{
    accesso_atti::{AnswerRefused, RichiestaAccesso, Risposta, accepted},
    ids::RecordId,
    people::tidy,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AnswerRichiesta {
    /// To which request.
    pub id: RecordId,
    /// How it ended; none takes a wrong answer back.
    pub answer: Option<Risposta>,
    /// What was on the screen.
    #[serde(default)]
    pub seen: Vec<String>,
}

/// Records it. The request's term is met by it.
///
/// # Errors
/// `forbidden`, `not_found`; `reason_missing` for whatever is not a plain yes; `deferral_unsaid`, `answer_before_request`,
/// `day_in_future`; the disk is full.
pub fn answer(session: &mut Session, input: AnswerRichiesta) -> Result<OneCase> {
    let (case, row) = loaded(session, input.id, Action::AccessoAttiWrite)?;
    let answer = input.answer.map(|answer| Risposta {
        reason: tidy::lines(answer.reason),
        protocol: tidy::text(answer.protocol),
        by: Some(session.operator()),
        ..answer
    });
    if let Some(answer) = &answer {
        accepted(answer, row.value.requested_on(), session.today()).map_err(refused)?;
    }
    let after = RichiestaAccesso {
        outcome: answer,
        ..row.value
    };
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(case);
        act.edit(input.id, &after, Some(&seen))
    })?;
    Ok(OneCase { case })
}

fn refused(refusal: AnswerRefused) -> Error {
    match refusal {
        AnswerRefused::NoReason => Error::field(Code::ReasonMissing, "reason"),
        AnswerRefused::NoDay => Error::field(Code::DeferralUnsaid, "deferred_until"),
        AnswerRefused::BeforeRequest => Error::field(Code::AnswerBeforeRequest, "on"),
        AnswerRefused::InFuture => Error::field(Code::DayInFuture, "on"),
    }
}
