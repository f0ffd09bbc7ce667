//! A paper as PDF/A-2a: nothing in it comes from elsewhere, its letters are in the file and can be searched, copied and
//! read aloud in their order, and it reads the same in fifty years. The same paper gives the same bytes.

use super::{
    Paper, PaperFailed,
    fonts::{Face, Fonts},
    layout::{Line, Rule, Sheet, lay},
    parts::{Kind, Part},
};
use chrono::{Datelike as _, Timelike as _};
use krilla::{
    Document, SerializeSettings,
    color::luma,
    configure::{Archival, ConfigurationBuilder, Validator},
    geom::{PathBuilder, Point},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag,
        TagGroup, TagTree,
    },
    text::{Font, GlyphId, KrillaGlyph},
};

/// Writes the file.
///
/// # Errors
/// It would not be PDF/A.
pub fn write(paper: &Paper) -> Result<Vec<u8>, PaperFailed> {
    let fonts = Fonts::new()?;
    let laid = lay(paper, &fonts);
    let mut files = Vec::new();
    for face in Face::ALL {
        let font = Font::new(face.bytes().into(), 0);
        files.push(font.ok_or_else(|| PaperFailed("a typeface cannot be read".into()))?);
    }
    let configuration = ConfigurationBuilder::new()
        .set_validator(Validator::A(Archival::A2_A))
        .finish()
        .map_err(|error| PaperFailed(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(paper));
    let mut read = vec![Vec::new(); laid.parts.len()];
    for sheet in &laid.sheets {
        let settings = PageSettings::from_wh(laid.width, laid.height)
            .ok_or_else(|| PaperFailed("a page has no size".into()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw(&mut surface, sheet, &mut read, (&fonts, &files));
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(&laid.parts, read));
    document
        .finish()
        .map_err(|error| PaperFailed(format!("{error:?}")))
}

fn metadata(paper: &Paper) -> Metadata {
    let made = paper.made;
    let byte = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(byte(made.month()))
        .day(byte(made.day()))
        .hour(byte(made.hour()))
        .minute(byte(made.minute()))
        .second(byte(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let metadata = Metadata::new()
        .title(paper.title.clone())
        .language("it-IT".to_owned())
        .creator("Cartella".to_owned())
        .creation_date(date);
    match &paper.author {
        Some(author) => metadata.authors(vec![author.clone()]),
        None => metadata,
    }
}

/// The paper's parts as a reading voice goes through them.
fn tree(parts: &[Part], mut read: Vec<Vec<Identifier>>) -> TagTree {
    let mut groups: Vec<Option<TagGroup>> = parts.iter().map(|part| Some(group(part.kind))).collect();
    for (group, words) in groups.iter_mut().zip(&mut read) {
        for one in words.drain(..) {
            if let Some(group) = group {
                group.push(one);
            }
        }
    }
    // From the last: what stands within another is whole before it goes there.
    let mut inner: Vec<Vec<TagGroup>> = parts.iter().map(|_| Vec::new()).collect();
    let mut tree = Vec::new();
    for (index, part) in parts.iter().enumerate().rev() {
        let Some(mut group) = groups.get_mut(index).and_then(Option::take) else {
            continue;
        };
        for one in inner
            .get_mut(index)
            .map(std::mem::take)
            .unwrap_or_default()
            .into_iter()
            .rev()
        {
            group.push(one);
        }
        match part.within.and_then(|within| inner.get_mut(within)) {
            Some(outer) => outer.push(group),
            None => tree.push(group),
        }
    }
    let mut whole = TagTree::new();
    for group in tree.into_iter().rev() {
        whole.push(group);
    }
    whole
}

fn group(kind: Kind) -> TagGroup {
    match kind {
        Kind::Heading(level) => {
            let level = std::num::NonZeroU16::MIN.saturating_add(u16::from(level));
            TagGroup::new(Tag::Hn(level, None))
        }
        Kind::Paragraph => TagGroup::new(Tag::P),
        Kind::List => TagGroup::new(Tag::L(ListNumbering::None)),
        Kind::Point => TagGroup::new(Tag::LI),
        Kind::Table => TagGroup::new(Tag::Table),
        Kind::Row => TagGroup::new(Tag::TR),
        Kind::Head => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
        Kind::Cell => TagGroup::new(Tag::TD),
    }
}

/// Draws a page, and says of each part which words on it are its own.
fn draw(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    read: &mut [Vec<Identifier>],
    (fonts, files): (&Fonts<'_>, &[Font]),
) {
    surface.set_fill(Some(Fill {
        paint: luma::Color::black().into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }));
    surface.set_stroke(None);
    for line in &sheet.lines {
        let part = line.part.and_then(|part| read.get_mut(part));
        let tag = match part {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
        };
        let own = surface.start_tagged(tag);
        words(surface, line, fonts, files);
        surface.end_tagged();
        if let Some(part) = part {
            part.push(own);
        }
    }
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: luma::Color::new(0x80).into(),
        width: 0.5,
        ..Stroke::default()
    }));
    for rule in &sheet.rules {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        across(surface, rule);
        surface.end_tagged();
    }
}

fn across(surface: &mut Surface<'_>, rule: &Rule) {
    let mut path = PathBuilder::new();
    path.move_to(rule.x, rule.y);
    path.line_to(rule.x + rule.width, rule.y);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// What no reader may be given: signs that mean nothing on paper, and which PDF/A forbids.
fn is_printed(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A line, stretch by stretch of one typeface.
fn words(surface: &mut Surface<'_>, line: &Line, fonts: &Fonts<'_>, files: &[Font]) {
    let (mut x, mut stretch) = (line.x, Stretch::default());
    // A space at the end parts the line's last word from the next line's first.
    let space = line.part.map(|_| ' ');
    for letter in line
        .text
        .chars()
        .filter(|letter| is_printed(*letter))
        .chain(space)
    {
        let set = fonts.set(line.face, letter);
        if stretch.face != Some(set.face) {
            x += stretch.draw(surface, (x, line.y), line.size, files);
            stretch.face = Some(set.face);
        }
        let from = stretch.text.len();
        stretch.text.push(letter);
        stretch.width += set.width * line.size;
        stretch.glyphs.push(KrillaGlyph::new(
            GlyphId::new(set.glyph),
            set.width,
            0.0,
            0.0,
            0.0,
            from..stretch.text.len(),
            None,
        ));
    }
    stretch.draw(surface, (x, line.y), line.size, files);
}

#[derive(Default)]
struct Stretch {
    face: Option<Face>,
    text: String,
    glyphs: Vec<KrillaGlyph>,
    width: f32,
}

impl Stretch {
    /// Draws it and begins anew; answers how wide it was.
    fn draw(&mut self, surface: &mut Surface<'_>, (x, y): (f32, f32), size: f32, files: &[Font]) -> f32 {
        let done = std::mem::take(self);
        let font = done.face.and_then(|face| files.get(face as usize));
        if let Some(font) = font
            && !done.glyphs.is_empty()
        {
            surface.draw_glyphs(
                Point::from_xy(x, y),
                &done.glyphs,
                font.clone(),
                &done.text,
                size,
                false,
            );
        }
        done.width
    }
}
