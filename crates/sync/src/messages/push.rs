//! Own changes go up; each gets its verdict.

use super::form::{Bytes, Form, message, part};
use crate::{
    chain::Tip,
    codec::CodecError,
    ids::Hlc,
    wire::{In, Out},
};
use cartella_domain::{ids::ChangeId, time::Instant};

message! {
    /// Changes in the order of the device's chain, each as its author encoded it.
    pub struct Push {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// At most [`super::MAX_CHANGES`] and [`super::MAX_BATCH`] bytes.
        pub changes: Vec<Bytes>,
    }
}

/// The right was lost meanwhile, and the author could not know: accepted all the same.
pub const LATE: u32 = 1;
/// A named person adopted it from the quarantine.
pub const ADOPTED: u32 = 2;

part! {
    /// A change that counts: its place in its scope.
    pub struct Accepted {
        /// Number in its scope, from 1 without gaps.
        pub seq: u64,
        /// The stamp that orders what is shown: [`crate::clock::effective`], given once by the hub.
        pub eff_hlc: Hlc,
        /// The hub's clock when it came.
        pub received_at: Instant,
        /// [`LATE`], [`ADOPTED`]; further bits mean nothing here and are kept.
        pub flags: u32,
        /// Bit `n`: operation `n` is not live any more. A statement made once holds for ever.
        pub dead: u64,
    }
}

/// Why a change does not count for the time being.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Its author had no right to write it.
    NotAuthorised,
    /// Its author lost the right meanwhile, and it is not a mere addition.
    LateEdit,
    /// It is not what the protocol allows.
    Invalid,
    /// Its signature is not the device's.
    BadSignature,
    /// Nothing opened its scope.
    ScopeUnknown,
    /// A reason of a newer program.
    Other(u8),
}

impl Code {
    /// Its number on the wire and in stores.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::NotAuthorised => 1,
            Self::LateEdit => 2,
            Self::Invalid => 3,
            Self::BadSignature => 4,
            Self::ScopeUnknown => 5,
            Self::Other(number) => number,
        }
    }

    /// The reason of a number.
    #[must_use]
    pub const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::NotAuthorised,
            2 => Self::LateEdit,
            3 => Self::Invalid,
            4 => Self::BadSignature,
            5 => Self::ScopeUnknown,
            other => Self::Other(other),
        }
    }
}

/// What the hub says of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Accepted(Accepted),
    /// It is kept whole and waits for a named person. It blocks nothing.
    Quarantined(Code),
}

impl Form for Verdict {
    fn write(&self, out: &mut Out) {
        match self {
            Self::Accepted(accepted) => accepted.write(out),
            Self::Quarantined(code) => {
                out.array(1);
                out.u64(u64::from(code.number()));
            }
        }
    }

    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        match input.peek_array()? {
            1 => {
                input.exactly(1)?;
                input.number().map(Code::from_number).map(Self::Quarantined)
            }
            _ => Accepted::read(input).map(Self::Accepted),
        }
    }
}

part! {
    /// The verdict on one change of a push.
    pub struct Judged {
        /// The change.
        pub change: ChangeId,
        /// Its place in the device's chain.
        pub dev_seq: u64,
        /// What the hub says.
        pub verdict: Verdict,
    }
}

message! {
    /// The hub answers a [`Push`], after its commit.
    pub struct Verdicts {
        /// Where the device's chain now stands at the hub.
        pub chain: Tip,
        /// One for each change pushed, in the same order; repeated pushes get the same verdict again.
        pub verdicts: Vec<Judged>,
    }
}
