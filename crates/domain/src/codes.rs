//! Coded answers: the code together with the list and the version it was chosen from, never the label alone.
//!
//! Lists with an official source carry it; those that the trade only agrees on are this program's own and say so in
//! their name (`CARTELLA-…`). A list is never edited: a new version stands beside it, so that old answers stay readable.
//! Italian labels are texts of the window, found by `label_key`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares an enum whose stored names stand beside its variants, with their codes in the official list if there is one.
///
/// `Variant = "STORED_NAME"` or `Variant = "STORED_NAME" / "official code"`; an empty official code means that the list has none.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$variant_doc:meta])* $variant:ident = $stored:literal $(/ $official:literal)?,)*
    }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $stored)] $variant),* }

        impl $name {
            /// Every value, in the order in which the window offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name that is stored.
            #[must_use]
            pub const fn stored(self) -> &'static str {
                match self { $(Self::$variant => $stored),* }
            }

            /// The code in the official list, if that list has it.
            #[must_use]
            pub const fn official(self) -> Option<&'static str> {
                let code = match self { $(Self::$variant => concat!($($official)?)),* };
                if code.is_empty() { None } else { Some(code) }
            }
        }
    };
}
pub(crate) use codes;

/// An answer chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub struct Coded {
    /// The code.
    pub code: String,
    /// Which list it is from.
    pub list: String,
    /// Which version of the list.
    pub version: String,
}

/// A list of codes in one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeList {
    /// Its name.
    pub list: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// Its codes, in the order in which they are offered.
    pub codes: &'static [&'static str],
}

impl CodeList {
    /// The answer of a code, if the list has it.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<Coded> {
        self.codes.contains(&code).then(|| Coded {
            code: code.to_owned(),
            list: self.list.to_owned(),
            version: self.version.to_owned(),
        })
    }

    /// Whether an answer was chosen from this version of this list.
    #[must_use]
    pub fn has(&self, answer: &Coded) -> bool {
        answer.list == self.list
            && answer.version == self.version
            && self.codes.contains(&answer.code.as_str())
    }
}

impl Coded {
    /// The key of its Italian label among the window's texts.
    #[must_use]
    pub fn label_key(&self) -> String {
        format!("code.{}.{}.{}", self.list, self.version, self.code)
    }
}
