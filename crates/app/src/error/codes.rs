//! Every error code, one line each: the screen's messages file must have a text for it (the generated
//! `ErrorCode` type makes a missing one a compile error there).

use super::ErrorKind;
use serde::Serialize;
use ts_rs::TS;

macro_rules! codes {
    ($($name:ident $kind:ident $text:literal;)*) => {
        /// A stable key of an error.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
        #[ts(rename = "ErrorCode")]
        pub enum Code { $(#[doc = $text] #[serde(rename = $text)] $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How the screen treats it.
            #[must_use]
            pub const fn kind(self) -> ErrorKind {
                match self { $(Self::$name => ErrorKind::$kind),* }
            }
        }
    };
}

codes! {
    // The program.
    UnknownCommand Bug "unknown_command";
    BadInput Bug "bad_input";
    Locked Locked "locked";
    NotFound NotFound "not_found";
    Forbidden Forbidden "forbidden";
    ChangedMeanwhile Conflict "changed_meanwhile";
    // Storage.
    DiskFull Storage "disk_full";
    StorageFailed Storage "storage_failed";
    AlreadySigned Precondition "already_signed";
}
