//! The hub cannot or will not answer.

use super::form::{Form, part};
use crate::{
    codec::CodecError,
    ids::ScopeRef,
    wire::{In, Out},
};
use cartella_domain::time::Instant;

/// Why there is no other answer. Nothing was changed at the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The request cannot be read or contradicts itself.
    #[error("bad request")]
    BadRequest,
    /// The request's signature does not count, or no such device is enrolled.
    #[error("not this device's request")]
    Unauthorised,
    /// The request's time is too far from the hub's: measure the offset and sign again.
    #[error("the request's time is off; here it is {0}")]
    Clock(Instant),
    /// The hub's database was restored since.
    #[error("epoch changed to {0}")]
    EpochChanged(u64),
    /// Another change has this place in the device's chain.
    #[error("the chain forks at {0}")]
    Fork(u64),
    /// Changes are missing before those sent.
    #[error("number {0} comes next")]
    ChainGap(u64),
    /// The device may not read for now.
    #[error("device suspended")]
    Suspended,
    /// The device is not one of the office any more.
    #[error("device revoked")]
    Revoked,
    /// Come again after so many milliseconds.
    #[error("busy for {0} ms")]
    Busy(u64),
    /// Both sides differ in this scope.
    #[error("digests differ")]
    DigestMismatch(ScopeRef),
    /// More than is taken at once.
    #[error("too large")]
    TooLarge,
    /// The device's program is too old to pull; at least this version is needed.
    #[error("protocol {0} is needed")]
    Upgrade(u16),
    /// The enrolment code is wrong, used or too old.
    #[error("code refused")]
    CodeRefused,
    /// The scope asked for is not granted (any more).
    #[error("scope not granted")]
    NotGranted(ScopeRef),
    /// A problem of a newer program.
    #[error("problem {0}")]
    Other(u16),
}

part! {
    /// How a problem travels: its number, a number with it, a scope with it.
    pub struct Report {
        /// Number of the problem.
        pub code: u16,
        /// An epoch, a sequence, milliseconds: what the problem says.
        pub number: i64,
        /// The scope it speaks about.
        pub scope: Option<ScopeRef>,
    }
}

impl Problem {
    /// Its number on the wire.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::BadRequest => 1,
            Self::Unauthorised => 2,
            Self::Clock(_) => 3,
            Self::EpochChanged(_) => 4,
            Self::Fork(_) => 5,
            Self::ChainGap(_) => 6,
            Self::Suspended => 7,
            Self::Revoked => 8,
            Self::Busy(_) => 9,
            Self::DigestMismatch(_) => 10,
            Self::TooLarge => 11,
            Self::Upgrade(_) => 12,
            Self::CodeRefused => 13,
            Self::NotGranted(_) => 14,
            Self::Other(number) => number,
        }
    }

    fn report(self) -> Report {
        let wide = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let (number, scope) = match self {
            Self::Clock(at) => (at.0, None),
            Self::EpochChanged(n) | Self::Fork(n) | Self::ChainGap(n) | Self::Busy(n) => (wide(n), None),
            Self::Upgrade(n) => (i64::from(n), None),
            Self::DigestMismatch(scope) | Self::NotGranted(scope) => (0, Some(scope)),
            _ => (0, None),
        };
        Report {
            code: self.number(),
            number,
            scope,
        }
    }
}

impl Form for Problem {
    fn write(&self, out: &mut Out) {
        self.report().write(out);
    }

    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        let start = input.position();
        let Report { code, number, scope } = Report::read(input)?;
        let count = || u64::try_from(number).map_err(|_| CodecError::OutOfRange);
        let problem = match code {
            1 => Self::BadRequest,
            2 => Self::Unauthorised,
            3 => Self::Clock(Instant(number)),
            4 => Self::EpochChanged(count()?),
            5 => Self::Fork(count()?),
            6 => Self::ChainGap(count()?),
            7 => Self::Suspended,
            8 => Self::Revoked,
            9 => Self::Busy(count()?),
            10 => Self::DigestMismatch(scope.ok_or(CodecError::Missing(2))?),
            11 => Self::TooLarge,
            12 => Self::Upgrade(u16::try_from(number).map_err(|_| CodecError::OutOfRange)?),
            13 => Self::CodeRefused,
            14 => Self::NotGranted(scope.ok_or(CodecError::Missing(2))?),
            // What a newer program's problem says beside its number is not read.
            other => return Ok(Self::Other(other)),
        };
        let mut again = Out::new();
        problem.write(&mut again);
        if input.since(start) == Some(again.finish().as_slice()) {
            Ok(problem)
        } else {
            Err(CodecError::NotCanonical)
        }
    }
}
