//! Where each line of a paper stands: lines broken at their spaces, pages filled from above, nothing cut off.

use super::{
    Block, Paper, Signature, Table,
    fonts::{Face, Fonts},
    page_parts,
    parts::{Kind, Part},
};

/// A4, in points.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;
const SIDE: f32 = 62.0;
const TOP: f32 = 72.0;
const BOTTOM: f32 = 70.0;
const TEXT: f32 = 10.5;
const SMALL: f32 = 8.5;
/// The height of a line, as a part of its letters' size.
const LEADING: f32 = 1.42;
const CELL: f32 = 4.0;

/// Words on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// From the left, in points.
    pub x: f32,
    /// The line that the letters stand on, from above, in points.
    pub y: f32,
    /// Typeface.
    pub face: Face,
    /// Size of the letters, in points.
    pub size: f32,
    /// The words.
    pub text: String,
    /// What they are a part of; none for what a reading voice passes over.
    pub part: Option<usize>,
}

/// A thin line across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// From the left, in points.
    pub x: f32,
    /// From above, in points.
    pub y: f32,
    /// How long, in points.
    pub width: f32,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its words.
    pub lines: Vec<Line>,
    /// Its lines.
    pub rules: Vec<Rule>,
}

/// A paper in pages.
pub(super) struct Laid {
    /// Width of a page, in points.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The pages.
    pub sheets: Vec<Sheet>,
    /// The paper's parts, in the order in which they are read.
    pub parts: Vec<Part>,
}

/// Lays a paper out.
pub(super) fn lay(paper: &Paper, fonts: &Fonts<'_>) -> Laid {
    let (width, height) = if paper.landscape {
        (LONG, SHORT)
    } else {
        (SHORT, LONG)
    };
    let mut press = Press {
        fonts,
        width,
        height,
        y: TOP,
        sheets: vec![Sheet::default()],
        parts: Vec::new(),
        part: None,
    };
    press.head(paper);
    for block in &paper.blocks {
        press.block(block);
    }
    press.margins(paper);
    Laid {
        width,
        height,
        sheets: press.sheets,
        parts: press.parts,
    }
}

struct Press<'a> {
    fonts: &'a Fonts<'a>,
    width: f32,
    height: f32,
    /// Where the next line begins.
    y: f32,
    sheets: Vec<Sheet>,
    parts: Vec<Part>,
    /// What the words that come are a part of.
    part: Option<usize>,
}

impl Press<'_> {
    /// A part begins; the words that come belong to it.
    fn begin(&mut self, kind: Kind, within: Option<usize>) -> usize {
        self.parts.push(Part { kind, within });
        let part = self.parts.len() - 1;
        self.part = Some(part);
        part
    }

    /// Words of a part of their own.
    fn told(&mut self, kind: Kind, indent: f32, face: Face, size: f32, text: &str) {
        self.begin(kind, None);
        self.words(indent, face, size, text);
        self.part = None;
    }

    fn room(&self) -> f32 {
        self.width - 2.0 * SIDE
    }

    /// A new page, unless so much still goes on this one.
    fn need(&mut self, height: f32) -> bool {
        if self.y + height <= self.height - BOTTOM {
            return false;
        }
        self.sheets.push(Sheet::default());
        self.y = TOP;
        true
    }

    fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// A line of words at the present height; the height stays.
    fn put(&mut self, x: f32, face: Face, size: f32, text: &str) {
        let line = Line {
            x,
            y: self.y + size,
            face,
            size,
            text: text.to_owned(),
            part: self.part,
        };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.lines.push(line);
        }
    }

    fn rule(&mut self, x: f32, width: f32) {
        let rule = Rule { x, y: self.y, width };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rules.push(rule);
        }
    }

    /// Words in as many lines as they take.
    fn words(&mut self, indent: f32, face: Face, size: f32, text: &str) {
        let lines = self.broken(face, size, text, self.room() - indent);
        for line in lines {
            self.need(size * LEADING);
            self.put(SIDE + indent, face, size, &line);
            self.y += size * LEADING;
        }
    }

    fn head(&mut self, paper: &Paper) {
        for line in &paper.letterhead {
            self.told(Kind::Paragraph, 0.0, Face::Bold, TEXT, line);
        }
        if !paper.letterhead.is_empty() {
            self.y += 4.0;
            self.rule(SIDE, self.room());
            self.y += 14.0;
        }
        self.told(Kind::Heading(0), 0.0, Face::Bold, 16.0, &paper.title);
        self.y += 6.0;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                let size = if *level <= 1 { 12.5 } else { 11.0 };
                self.gap(if *level <= 1 { 12.0 } else { 6.0 });
                // A heading never stands alone at a page's foot.
                self.need(size * LEADING + 3.0 * TEXT * LEADING);
                self.told(Kind::Heading(*level), 0.0, Face::Bold, size, text);
                self.y += 2.0;
            }
            Block::Paragraph(text) => {
                self.told(Kind::Paragraph, 0.0, Face::Regular, TEXT, text);
                self.y += 4.0;
            }
            Block::Note(text) => {
                self.told(Kind::Paragraph, 0.0, Face::Regular, SMALL, text);
                self.y += 3.0;
            }
            Block::List(points) => {
                let list = self.begin(Kind::List, None);
                for point in points {
                    self.part = None;
                    self.need(TEXT * LEADING);
                    self.put(SIDE, Face::Regular, TEXT, "–");
                    self.begin(Kind::Point, Some(list));
                    self.words(12.0, Face::Regular, TEXT, point);
                }
                self.part = None;
                self.y += 4.0;
            }
            Block::Table(table) => self.table(table),
            Block::Signatures(signatures) => self.signatures(signatures),
        }
    }

    /// The columns' left edges and widths.
    fn columns(&self, table: &Table) -> Vec<(f32, f32)> {
        let whole: f32 = table
            .columns
            .iter()
            .map(|column| f32::from(column.share.max(1)))
            .sum();
        let mut x = SIDE;
        let mut edges = Vec::new();
        for column in &table.columns {
            let width = self.room() * f32::from(column.share.max(1)) / whole;
            edges.push((x, width));
            x += width;
        }
        edges
    }

    fn table(&mut self, table: &Table) {
        let edges = self.columns(table);
        let head: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
        self.need(4.0 * TEXT * LEADING);
        let read = self.begin(Kind::Table, None);
        self.row(&edges, &head, Some((read, Kind::Head)), None);
        for row in &table.rows {
            self.row(&edges, row, Some((read, Kind::Cell)), Some(&head));
        }
        self.part = None;
        self.y += 6.0;
    }

    /// A row, cell beside cell, line by line; on a new page the head stands again, for the eye alone.
    fn row(
        &mut self,
        edges: &[(f32, f32)],
        cells: &[String],
        read: Option<(usize, Kind)>,
        head: Option<&[String]>,
    ) {
        let size = SMALL + 0.5;
        let face = if head.is_some() { Face::Regular } else { Face::Bold };
        let cells: Vec<Vec<String>> = edges
            .iter()
            .zip(cells)
            .map(|((_, width), cell)| self.broken(face, size, cell, width - 2.0 * CELL))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let parts = self.cells(cells.len(), read);
        self.y += 2.0;
        for index in 0..height {
            if self.need(size * LEADING)
                && let Some(head) = head
            {
                self.row(edges, head, None, None);
                self.y += 2.0;
            }
            for (((x, _), lines), part) in edges.iter().zip(&cells).zip(&parts) {
                if let Some(line) = lines.get(index) {
                    self.part = *part;
                    self.put(x + CELL, face, size, line);
                }
            }
            self.y += size * LEADING;
        }
        self.y += 1.0;
        self.rule(SIDE, self.room());
    }

    /// The parts that the cells of a row are.
    fn cells(&mut self, count: usize, read: Option<(usize, Kind)>) -> Vec<Option<usize>> {
        let Some((table, kind)) = read else {
            return vec![None; count];
        };
        let row = self.begin(Kind::Row, Some(table));
        (0..count).map(|_| Some(self.begin(kind, Some(row)))).collect()
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        for signature in signatures {
            self.gap(8.0);
            self.need(4.0 * TEXT * LEADING);
            self.told(Kind::Paragraph, 0.0, Face::Bold, TEXT, &signature.role);
            self.told(Kind::Paragraph, 0.0, Face::Regular, TEXT, &signature.name);
            if signature.how.is_empty() {
                self.y += 22.0;
                self.rule(SIDE, self.room() / 2.0);
            } else {
                self.told(Kind::Paragraph, 0.0, Face::Regular, SMALL, &signature.how);
            }
        }
    }

    /// What stands above and below on every page: mark, title, foot, number.
    fn margins(&mut self, paper: &Paper) {
        let total = self.sheets.len();
        let (before, between, after) = page_parts(&paper.page);
        let (fonts, width, height) = (self.fonts, self.width, self.height);
        let line = |x: f32, y: f32, text: &str| Line {
            x,
            y,
            face: Face::Regular,
            size: SMALL,
            text: text.to_owned(),
            part: None,
        };
        for (index, sheet) in self.sheets.iter_mut().enumerate() {
            let right = |text: &str| width - SIDE - fonts.width(Face::Regular, text, SMALL);
            if let Some(mark) = &paper.mark {
                sheet.lines.push(line(right(mark), 44.0, mark));
            }
            if index > 0 {
                sheet.lines.push(line(SIDE, 44.0, &paper.title));
            }
            let number = format!("{before}{}{between}{total}{after}", index + 1);
            sheet.lines.push(line(SIDE, height - 40.0, &paper.footer));
            sheet.lines.push(line(right(&number), height - 40.0, &number));
        }
    }

    /// Words in lines no wider than that: broken at spaces, and within a word that is wider than a line.
    fn broken(&self, face: Face, size: f32, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let longer = if line.is_empty() {
                    word.to_owned()
                } else {
                    format!("{line} {word}")
                };
                if self.fonts.width(face, &longer, size) <= width {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line = self.cut(face, size, word, width, &mut lines);
            }
            lines.push(line);
        }
        lines
    }

    /// A word that may be wider than a line: its whole lines are pushed, its end is the next line's beginning.
    fn cut(&self, face: Face, size: f32, word: &str, width: f32, lines: &mut Vec<String>) -> String {
        let (mut part, mut taken) = (String::new(), 0.0);
        for letter in word.chars() {
            let wide = self.fonts.set(face, letter).width * size;
            if taken + wide > width && !part.is_empty() {
                lines.push(std::mem::take(&mut part));
                taken = 0.0;
            }
            part.push(letter);
            taken += wide;
        }
        part
    }
}
