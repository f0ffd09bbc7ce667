//! Allegato: the record of one file.

use super::{Media, Sealed};
use crate::{
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// What a file hangs on: a record of any kind, or a draft by the number of its copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AttachedTo {
    /// The number of its kind.
    pub kind: u16,
    /// The record.
    pub id: RecordId,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A paper.
    #[default]
    Document,
    /// A photo that was taken, with its reason.
    Photo,
    /// A signature that was drawn on the screen. It is no digital signature.
    Signature,
    /// What was really sent: a signed scan, an envelope.
    SentCopy,
}

/// A file was taken off: the trace stays, and so do its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Removed {
    /// By whom.
    pub by: OperatorId,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: String,
}

/// A file that hangs on a record. Lives in the scope of what it hangs on. The same bytes may hang on several.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 170, name = "allegato")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Allegato {
    /// The case in whose file it stands.
    #[field(1)]
    pub case: Option<CaseId>,
    /// What it hangs on.
    #[field(2)]
    pub of: Option<AttachedTo>,
    /// Its name, as it was given.
    #[field(3)]
    pub name: Option<String>,
    /// What is in it.
    #[field(4)]
    pub media: Option<Media>,
    /// Its size in bytes.
    #[field(5)]
    pub size: Option<u32>,
    /// What it is called.
    #[field(6)]
    pub title: Option<String>,
    /// What it is for.
    #[field(7)]
    pub purpose: Option<Purpose>,
    /// The day that the paper bears.
    #[field(8)]
    pub dated: Option<CivilDate>,
    /// Why it was taken.
    #[field(9)]
    pub reason: Option<String>,
    /// Who attached it.
    #[field(10)]
    pub by: Option<OperatorId>,
    /// When.
    #[field(11)]
    pub at: Option<Instant>,
    /// Its bytes.
    #[field(12)]
    pub sealed: Option<Sealed>,
    /// It was taken off.
    #[field(13)]
    pub removed: Option<Removed>,
}

impl Allegato {
    /// Whether it lacks the reason that a photo needs.
    #[must_use]
    pub fn lacks_reason(&self) -> bool {
        self.purpose == Some(Purpose::Photo) && self.reason.is_none()
    }

    /// Whether a file of this content can be for that: photos and drawn signatures are pictures.
    #[must_use]
    pub fn fits(&self) -> bool {
        match self.purpose {
            Some(Purpose::Photo | Purpose::Signature) => self.media.is_some_and(Media::is_image),
            _ => true,
        }
    }
}

/// The name of a file without the folders it came from and without what no name holds; none if nothing is left.
#[must_use]
pub fn file_name(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or(given);
    let clean: String = last
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_no_folder_and_nothing_that_cannot_be_seen() {
        assert_eq!(
            file_name(r"C:\fakepath\Decreto 812.pdf").as_deref(),
            Some("Decreto 812.pdf")
        );
        assert_eq!(file_name("/casa/sara/a\u{0}b\n.png").as_deref(), Some("ab.png"));
        assert_eq!(file_name("../.."), Some("..".into()));
        assert_eq!(file_name(" \n/"), None);
        assert_eq!(
            file_name(&"è".repeat(500)).map(|name| name.chars().count()),
            Some(200)
        );
    }

    #[test]
    fn a_photo_has_a_reason_and_is_a_picture() {
        let photo = |media, reason: Option<&str>| Allegato {
            purpose: Some(Purpose::Photo),
            media: Some(media),
            reason: reason.map(str::to_owned),
            ..Allegato::default()
        };
        assert!(photo(Media::Jpeg, None).lacks_reason());
        assert!(!photo(Media::Jpeg, Some("umidità in camera")).lacks_reason());
        assert!(photo(Media::Jpeg, None).fits() && !photo(Media::Pdf, None).fits());
        assert!(!Allegato::default().lacks_reason() && Allegato::default().fits());
    }
}
