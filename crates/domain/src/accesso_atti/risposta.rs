//! The answer: how it may end, and what each end asks for.

use crate::{ids::OperatorId, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a request ends (domain.md 7.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EsitoAccesso {
    /// All is given.
    #[default]
    Accolta,
    /// Part of it is given.
    AccoltaParziale,
    /// It is given later.
    Differita,
    /// Nothing is given.
    Respinta,
    /// It goes to the court that ordered the paper.
    TrasmessaAg,
}

impl EsitoAccesso {
    /// Whether who asked must read why: whatever is not a plain yes.
    #[must_use]
    pub const fn asks_reason(self) -> bool {
        !matches!(self, Self::Accolta)
    }
}

/// How it ended. One field, because these change together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Risposta {
    /// How.
    pub is: EsitoAccesso,
    /// On which day.
    pub on: CivilDate,
    /// Why.
    pub reason: Option<String>,
    /// Until when it is put off.
    pub deferred_until: Option<CivilDate>,
    /// Protocol of the answer.
    pub protocol: Option<String>,
    /// Who answered.
    pub by: Option<OperatorId>,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    /// Who asked is not told why.
    #[error("the reason is missing")]
    NoReason,
    /// It is put off and nobody says until when.
    #[error("put off until when is missing")]
    NoDay,
    /// The day lies before the request.
    #[error("a day before the request")]
    BeforeRequest,
    /// The day lies in the future.
    #[error("a day in the future")]
    InFuture,
}

/// Whether an answer of a request that was made on a day can be taken today.
///
/// # Errors
/// [`AnswerRefused`].
pub fn accepted(
    answer: &Risposta,
    requested_on: Option<CivilDate>,
    today: CivilDate,
) -> Result<(), AnswerRefused> {
    if answer.on > today {
        return Err(AnswerRefused::InFuture);
    }
    if requested_on.is_some_and(|on| answer.on < on) {
        return Err(AnswerRefused::BeforeRequest);
    }
    if answer.is.asks_reason() && answer.reason.is_none() {
        return Err(AnswerRefused::NoReason);
    }
    if answer.is == EsitoAccesso::Differita && answer.deferred_until.is_none() {
        return Err(AnswerRefused::NoDay);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_not_a_plain_yes_says_why_and_what_is_put_off_until_when() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let (asked, today) = (Some(day("2026-03-02")), day("2026-03-20"));
        let answer = |is, reason: Option<&str>| Risposta {
            is,
            on: today,
            reason: reason.map(str::to_owned),
            ..Risposta::default()
        };
        let tried = |answer: &Risposta| accepted(answer, asked, today);
        assert_eq!(tried(&answer(EsitoAccesso::Accolta, None)), Ok(()));
        for is in [
            EsitoAccesso::AccoltaParziale,
            EsitoAccesso::Respinta,
            EsitoAccesso::TrasmessaAg,
        ] {
            assert_eq!(tried(&answer(is, None)), Err(AnswerRefused::NoReason), "{is:?}");
            assert_eq!(tried(&answer(is, Some("terzi"))), Ok(()));
        }
        let put_off = answer(EsitoAccesso::Differita, Some("indagine"));
        assert_eq!(tried(&put_off), Err(AnswerRefused::NoDay));
        let put_off = Risposta {
            deferred_until: Some(day("2026-06-30")),
            ..put_off
        };
        assert_eq!(tried(&put_off), Ok(()));
        let on = |text| Risposta {
            on: day(text),
            ..answer(EsitoAccesso::Accolta, None)
        };
        assert_eq!(tried(&on("2026-03-21")), Err(AnswerRefused::InFuture));
        assert_eq!(tried(&on("2026-03-01")), Err(AnswerRefused::BeforeRequest));
    }
}
