//! Why a session stopped before its end, as the screen tells it.

use cartella_sync::{device::Trouble, messages::Problem};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! troubles {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// Why a session stopped. Each has its calm sentence on the screen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum TroubleCode { $($(#[$doc])* $name,)* }

        impl TroubleCode {
            /// As the archive keeps it.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Reads what the archive kept.
            #[must_use]
            pub fn from_text(text: &str) -> Self {
                match text { $($text => Self::$name,)* _ => Self::Office }
            }
        }
    };
}

troubles! {
    /// The office cannot be reached, or the line broke: it is tried again by itself.
    Line = "line",
    /// No answer came in time: smaller parts are sent next time.
    Timeout = "timeout",
    /// What answers is no office, or one that contradicts itself.
    Nonsense = "nonsense",
    /// The office has much to do: it is tried again by itself.
    Busy = "busy",
    /// The office does not know this laptop.
    Unknown = "unknown",
    /// The office lets this laptop send and not read for now.
    Suspended = "suspended",
    /// The office does not take this laptop any more.
    Revoked = "revoked",
    /// The office's program is newer: this one may send and must be brought up to date to read.
    Upgrade = "upgrade",
    /// The clocks differ so much that the office does not believe the request.
    Clock = "clock",
    /// The office's record was restored from a copy.
    Restored = "restored",
    /// The laptop's chain is not the one that the office has: its disk was copied or put back.
    Chain = "chain",
    /// She said to stop.
    Stopped = "stopped",
    /// The archive could not be written.
    Storage = "storage",
    /// Something else at the office.
    Office = "office",
}

impl From<Trouble> for TroubleCode {
    fn from(trouble: Trouble) -> Self {
        let problem = match trouble {
            Trouble::Timeout => return Self::Timeout,
            Trouble::Line => return Self::Line,
            Trouble::Nonsense => return Self::Nonsense,
            Trouble::Problem(problem) => problem,
        };
        match problem {
            Problem::Busy(_) => Self::Busy,
            Problem::Unauthorised | Problem::CodeRefused => Self::Unknown,
            Problem::Suspended => Self::Suspended,
            Problem::Revoked => Self::Revoked,
            Problem::Upgrade(_) => Self::Upgrade,
            Problem::Clock(_) => Self::Clock,
            Problem::EpochChanged(_) => Self::Restored,
            Problem::Fork(_) | Problem::ChainGap(_) => Self::Chain,
            _ => Self::Office,
        }
    }
}
