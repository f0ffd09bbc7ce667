//! A paper as it leaves the office: headings, paragraphs, lists and tables in one neutral form, written as PDF/A
//! ([`pdf`]) or as DOCX ([`docx`]). What is printed from reports, boards and lists goes this way.

pub mod docx;
mod fonts;
mod layout;
mod parts;
pub mod pdf;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

/// A paper.
#[derive(Clone, PartialEq, Default)]
pub struct Paper {
    /// What it is called: on the paper and in the file's own description.
    pub title: String,
    /// Who sends it: name and address of the office, a line each.
    pub letterhead: Vec<String>,
    /// How it is to be treated ("Riservato"): on every page.
    pub mark: Option<String>,
    /// At the foot of every page.
    pub footer: String,
    /// The page's number at its foot: `{n}` of `{total}`.
    pub page: String,
    /// Who made it, for the file's own description.
    pub author: Option<String>,
    /// When it was made, for the file's own description.
    pub made: DateTime<Utc>,
    /// Wider than high.
    pub landscape: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, PartialEq)]
pub enum Block {
    /// A heading: 1 of a chapter, 2 within it.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph; a line break in it is kept.
    Paragraph(String),
    /// A paragraph in small letters.
    Note(String),
    /// Points, one below the other.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// Lines to sign on: who, and how the signature was had.
    Signatures(Vec<Signature>),
}

/// A table. Its head stands again on every page.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How wide it is, in shares of the whole.
    pub share: u16,
}

impl Column {
    /// A column of so many shares.
    #[must_use]
    pub fn new(title: impl Into<String>, share: u16) -> Self {
        Self {
            title: title.into(),
            share,
        }
    }
}

/// A line to sign on.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// As what somebody signs.
    pub role: String,
    /// Who.
    pub name: String,
    /// How and when it was had; empty leaves a line for the pen.
    pub how: String,
}

/// A paper could not be made.
#[derive(Debug, thiserror::Error)]
#[error("a paper could not be made: {0}")]
pub struct PaperFailed(pub(crate) String);

/// The parts of a page's number before, between and after `{n}` and `{total}`.
pub(crate) fn page_parts(pattern: &str) -> (&str, &str, &str) {
    let (before, rest) = pattern.split_once("{n}").unwrap_or((pattern, ""));
    let (between, after) = rest.split_once("{total}").unwrap_or((rest, ""));
    (before, between, after)
}
