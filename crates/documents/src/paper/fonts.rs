//! The letters of a paper, inside the program: two of the public administration's own typeface, and one that has nearly
//! every alphabet for the names that it has not. Licences stand beside the files.

use super::PaperFailed;
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

const REGULAR: &[u8] = include_bytes!("../../fonts/titillium-web-regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/titillium-web-semibold.ttf");
const OTHERS: &[u8] = include_bytes!("../../fonts/dejavu-sans.ttf");
/// Stands for a letter that no typeface here has.
const UNKNOWN: char = '\u{FFFD}';

/// A typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// Plain.
    Regular,
    /// For headings.
    Bold,
    /// For letters that the others do not have.
    Others,
}

impl Face {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Others];

    /// The file.
    pub(super) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Others => OTHERS,
        }
    }
}

struct Letters<'a> {
    charmap: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    units: f32,
}

/// A letter as it is set: its glyph and how wide it is, as a part of the type's size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Set {
    /// In which typeface.
    pub face: Face,
    /// Which glyph there.
    pub glyph: u32,
    /// Its width at size 1.
    pub width: f32,
}

/// What the typefaces know.
pub(super) struct Fonts<'a> {
    regular: Letters<'a>,
    bold: Letters<'a>,
    others: Letters<'a>,
}

impl Fonts<'static> {
    /// Reads them.
    pub(super) fn new() -> Result<Self, PaperFailed> {
        Ok(Self {
            regular: letters(Face::Regular)?,
            bold: letters(Face::Bold)?,
            others: letters(Face::Others)?,
        })
    }
}

fn letters(face: Face) -> Result<Letters<'static>, PaperFailed> {
    let font = FontRef::new(face.bytes()).map_err(|error| PaperFailed(error.to_string()))?;
    Ok(Letters {
        charmap: font.charmap(),
        metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
        units: f32::from(
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em,
        ),
    })
}

impl Fonts<'_> {
    /// A letter in a typeface, or in the one that has it.
    pub(super) fn set(&self, face: Face, letter: char) -> Set {
        let wanted = match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Others => &self.others,
        };
        let glyph = |letters: &Letters<'_>, letter: char| {
            letters
                .charmap
                .map(letter)
                .filter(|glyph| *glyph != GlyphId::NOTDEF)
        };
        if let Some(found) = glyph(wanted, letter) {
            return placed(face, wanted, found);
        }
        let other = glyph(&self.others, letter).or_else(|| glyph(&self.others, UNKNOWN));
        placed(Face::Others, &self.others, other.unwrap_or(GlyphId::NOTDEF))
    }

    /// How wide words are at a size.
    pub(super) fn width(&self, face: Face, words: &str, size: f32) -> f32 {
        words
            .chars()
            .map(|letter| self.set(face, letter).width)
            .sum::<f32>()
            * size
    }
}

fn placed(face: Face, letters: &Letters<'_>, glyph: GlyphId) -> Set {
    Set {
        face,
        glyph: glyph.to_u32(),
        width: letters.metrics.advance_width(glyph).unwrap_or_default() / letters.units,
    }
}
