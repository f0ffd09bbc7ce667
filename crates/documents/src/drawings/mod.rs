//! Pictures of a family: where each figure and line stands, once, for the screen and for the file.
//!
//! A drawing is strokes and texts in units of one pixel at full size. The screen draws the same strokes and gives each
//! figure the keyboard's focus; `svg` writes them as a file that needs nothing else. A drawing holds names and numbers
//! and no words: what a sign means stands in the screen's legend, in the screen's language.

pub mod ecomap;
pub mod genogram;
mod line;
pub mod svg;

use cartella_domain::ids::PersonId;
use serde::Serialize;
use ts_rs::TS;

/// A picture, its figures in the order in which one would read them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Drawing {
    /// Units from left to right.
    pub width: i32,
    /// Units from top to bottom.
    pub height: i32,
    /// Strokes that belong to no figure: ties, outlines.
    pub strokes: Vec<Stroke>,
    /// Who or what is shown.
    pub figures: Vec<Figure>,
}

/// Somebody or something in a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Figure {
    /// The person; none for a school, an office, a parish.
    pub person: Option<PersonId>,
    /// What tells it apart in its picture.
    pub key: String,
    /// Its middle, from the left.
    pub x: i32,
    /// Its middle, from the top.
    pub y: i32,
    /// Its own strokes.
    pub strokes: Vec<Stroke>,
    /// Its texts.
    pub texts: Vec<Text>,
}

/// A line or an outline, as the path data of SVG.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Stroke {
    /// The path.
    pub path: String,
    /// What it stands for.
    pub sign: StrokeSign,
}

/// A text of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Text {
    /// Its start (or its middle), from the left.
    pub x: i32,
    /// Its line, from the top.
    pub y: i32,
    /// The words, as they stand in the record.
    pub text: String,
    /// Whether `x` is its middle.
    pub centred: bool,
    /// Whether it is set smaller.
    pub small: bool,
}

/// What a stroke stands for; how it looks follows from it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StrokeSign {
    /// The outline of a figure.
    Figure,
    /// The second outline of whom the picture is about.
    About,
    /// The cross through somebody who has died.
    Death,
    /// A couple: married, or in a civil union.
    Union,
    /// A couple that lives together.
    Cohabitation,
    /// Two parents of whom nothing else is known.
    Parents,
    /// The bars through a couple that parted.
    Parted,
    /// From the parents to a child.
    Child,
    /// To an adopted child.
    Adopted,
    /// To a child in foster care.
    Fostered,
    /// Relatives whose tie in between is not known.
    Kin,
    /// Who lives together.
    Household,
    /// A tie of which nobody said how it holds.
    Tie,
    /// A tie that holds well.
    Strong,
    /// A tie that holds little.
    Weak,
    /// A tie in conflict.
    Conflict,
    /// A tie that was cut.
    Broken,
    /// A tie with violence.
    Violent,
    /// The head of an arrow: where the energy goes.
    Arrow,
}

impl Stroke {
    fn new(sign: StrokeSign, path: String) -> Self {
        Self { path, sign }
    }
}
