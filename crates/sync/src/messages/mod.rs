//! What device and hub say to each other, as values and as bytes: CBOR of definite lengths in one form only.
//!
//! A request and its answer are each `[tag, body]`; a body is an array of fields in fixed order. A newer program may
//! append fields to a body (they are passed over) and use new tags (they are refused); it never changes what stands
//! there. The bytes of changes travel as they are. No input costs more memory than a small multiple of its length,
//! and none makes a decoder panic. The endpoints are [`Request::path`]; a request's signature is made by
//! [`crate::request`].

pub mod backfill;
pub mod brief;
pub mod enrol;
pub(crate) mod form;
pub mod hello;
pub mod left;
pub mod problem;
pub mod pull;
pub mod push;

pub use backfill::{Backfill, BackfillPage, Backfilled, Portion};
pub use brief::{Brief, Briefed, Near, Part};
pub use enrol::{Enrol, Enrolled};
pub use form::Bytes;
pub use hello::{Enter, Have, Hello, Settled, Welcome};
pub use left::{Left, LeftNoted, Receipt};
pub use problem::Problem;
pub use pull::{Compared, Delivered, Digests, Page, Pages, Pull, Sum};
pub use push::{Accepted, Code, Judged, Push, Verdict, Verdicts};

use crate::{
    codec::CodecError,
    wire::{In, Out},
};
use form::Form;

/// Version of the protocol that this program speaks.
pub const PROTOCOL: u16 = 1;
/// Longest message in bytes.
pub const MAX_MESSAGE: usize = 5 * 1024 * 1024;
/// Most changes in a push.
pub const MAX_CHANGES: usize = 1_000;
/// Most bytes of changes in a push, a pull or a page of a backfill; one change alone may always travel.
pub const MAX_BATCH: usize = 4 * 1024 * 1024;

/// Declares a family of messages by their tags.
macro_rules! family {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $tag:literal $variant:ident($body:ty),)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_meta])* $variant($body),)* }

        impl $name {
            /// The message as bytes.
            #[must_use]
            pub fn encode(&self) -> Vec<u8> {
                let mut out = Out::with_room(1024);
                out.array(2);
                match self {
                    $(Self::$variant(body) => {
                        out.u64($tag);
                        body.write(&mut out);
                    })*
                }
                out.finish()
            }

            /// Reads a message.
            ///
            /// # Errors
            /// Bytes that are no message, or not in the one form that `encode` writes.
            pub fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
                if bytes.len() > MAX_MESSAGE {
                    return Err(CodecError::TooLong);
                }
                let mut input = In::new(bytes);
                input.exactly(2)?;
                let tag = input.u64()?;
                let message = match tag {
                    $($tag => Self::$variant(Form::read(&mut input)?),)*
                    _ => return Err(CodecError::OutOfRange),
                };
                input.end()?;
                Ok(message)
            }
        }
    };
}

family! {
    /// What a device asks.
    Request {
        /// The first words.
        1 Hello(Hello),
        /// Own changes.
        2 Push(Push),
        /// What is new?
        3 Pull(Pull),
        /// What is live?
        4 Backfill(Backfill),
        /// Purged.
        5 Left(Left),
        /// Do we hold the same?
        6 Digests(Digests),
        /// May I join?
        7 Enrol(Enrol),
        /// All in one.
        8 Brief(Brief),
    }
}

family! {
    /// What the hub answers.
    Answer {
        /// To [`Hello`].
        1 Welcome(Welcome),
        /// To [`Push`].
        2 Verdicts(Verdicts),
        /// To [`Pull`].
        3 Pages(Pages),
        /// To [`Backfill`].
        4 Backfill(Backfilled),
        /// To [`Left`].
        5 Left(LeftNoted),
        /// To [`Digests`].
        6 Compared(Compared),
        /// To [`Enrol`].
        7 Enrolled(Enrolled),
        /// To anything.
        8 Problem(Problem),
        /// To [`Brief`].
        9 Brief(Briefed),
    }
}

impl Request {
    /// Where it is posted.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Hello(_) => "/v1/hello",
            Self::Push(_) => "/v1/push",
            Self::Pull(_) => "/v1/pull",
            Self::Backfill(_) => "/v1/backfill",
            Self::Left(_) => "/v1/left",
            Self::Digests(_) => "/v1/digests",
            Self::Enrol(_) => "/v1/enrol",
            Self::Brief(_) => "/v1/brief",
        }
    }
}
