//! What a reading voice makes of a paper: its parts, one within another.

/// What a part of a paper is to a reading voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The paper's title, or a heading of that level below it.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, and a point of it.
    List,
    /// A point of a list.
    Point,
    /// A table.
    Table,
    /// Its rows.
    Row,
    /// The head of a column.
    Head,
    /// A cell.
    Cell,
}

/// A part of a paper, within another one or on its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// What it is.
    pub kind: Kind,
    /// In which it stands.
    pub within: Option<usize>,
}
