//! The ecomap: the household in the middle, what stands around it on a ring, each tie by how it holds and which way its
//! energy flows.

use super::{
    Drawing, Figure, Stroke, StrokeSign, Text,
    genogram::sign_of,
    line::{Point, arrow, between},
};
use cartella_domain::{
    ids::PersonId,
    people::{Closeness, Energy},
};
use std::f64::consts::TAU;

/// Something around the household, or somebody who does not live in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// What tells it apart.
    pub key: String,
    /// The person, if it is one.
    pub person: Option<PersonId>,
    /// Its name, one text a line.
    pub names: Vec<String>,
    /// How the tie holds; a plain line where nobody said.
    pub closeness: Option<Closeness>,
    /// Which way its energy flows.
    pub energy: Option<Energy>,
}

/// Half the width and height of what stands around.
const HALF_WIDTH: f64 = 88.0;
const HALF_HEIGHT: f64 = 26.0;
/// Room between two on the ring, along it.
const ROOM: f64 = 190.0;
/// The ring is never narrower.
const LEAST: f64 = 210.0;
/// Letters of a name that fit.
const LETTERS: usize = 25;

/// Draws it. `household` are the names of those who live together, she first.
#[must_use]
pub fn draw(household: &[String], around: &[Around]) -> Drawing {
    let count = around.len().max(1) as f64;
    // Wider than high, as the window is; the ring is as long as what stands on it needs.
    let low = (count * ROOM / TAU).max(LEAST);
    let wide = low * 1.35;
    let centre = Point {
        x: wide + HALF_WIDTH + 20.0,
        y: low + HALF_HEIGHT + 20.0,
    };
    let inner = inner_size(household);
    let mut drawing = Drawing {
        width: (centre.x * 2.0) as i32,
        height: (centre.y * 2.0) as i32,
        ..Drawing::default()
    };
    drawing.figures.push(middle(household, centre, inner));
    for (number, one) in around.iter().enumerate() {
        let angle = number as f64 / count * TAU - TAU / 4.0;
        let at = Point {
            x: centre.x + wide * angle.cos(),
            y: centre.y + low * angle.sin(),
        };
        let from = edge(centre, at, inner);
        let to = edge(at, centre, (HALF_WIDTH, HALF_HEIGHT));
        drawing.strokes.extend(tie(one, from, to));
        drawing.figures.push(figure(one, at));
    }
    drawing
}

/// Half the size of the household's oval.
fn inner_size(household: &[String]) -> (f64, f64) {
    (104.0, 30.0 + 9.0 * household.len() as f64)
}

/// Where the line from the middle of an oval to a point leaves it.
fn edge(centre: Point, to: Point, (half_width, half_height): (f64, f64)) -> Point {
    let (dx, dy) = (to.x - centre.x, to.y - centre.y);
    let reach = (dx / half_width).hypot(dy / half_height).max(1.0);
    Point {
        x: centre.x + dx / reach,
        y: centre.y + dy / reach,
    }
}

fn tie(one: &Around, from: Point, to: Point) -> Vec<Stroke> {
    let sign = one.closeness.map_or(StrokeSign::Tie, sign_of);
    let mut strokes = between(sign, from, to);
    if matches!(one.energy, Some(Energy::Given | Energy::Mutual)) {
        strokes.push(arrow(from, to));
    }
    if matches!(one.energy, Some(Energy::Received | Energy::Mutual)) {
        strokes.push(arrow(to, from));
    }
    strokes
}

fn oval(centre: Point, (half_width, half_height): (f64, f64)) -> String {
    let (x, y, wide) = ((centre.x - half_width) as i32, centre.y as i32, half_width as i32);
    format!(
        "M{x} {y}a{wide} {high} 0 1 0 {w} 0a{wide} {high} 0 1 0 -{w} 0z",
        high = half_height as i32,
        w = wide * 2
    )
}

fn middle(household: &[String], centre: Point, size: (f64, f64)) -> Figure {
    let top = centre.y as i32 - 9 * (i32::try_from(household.len()).unwrap_or_default() - 1) + 4;
    let line = |(line, name): (i32, &String)| text(centre, top + line * 18, name, false);
    Figure {
        person: None,
        key: "household".to_owned(),
        x: centre.x as i32,
        y: centre.y as i32,
        strokes: vec![Stroke::new(StrokeSign::Figure, oval(centre, size))],
        texts: (0_i32..).zip(household).map(line).collect(),
    }
}

fn figure(one: &Around, at: Point) -> Figure {
    let names: Vec<&String> = one.names.iter().take(2).collect();
    let top = at.y as i32 - 8 * (i32::try_from(names.len()).unwrap_or_default() - 1) + 4;
    let line = |(line, name): (i32, &&String)| text(at, top + line * 16, name, line > 0);
    Figure {
        person: one.person,
        key: one.key.clone(),
        x: at.x as i32,
        y: at.y as i32,
        strokes: vec![Stroke::new(
            StrokeSign::Figure,
            oval(at, (HALF_WIDTH, HALF_HEIGHT)),
        )],
        texts: (0_i32..).zip(&names).map(line).collect(),
    }
}

fn text(at: Point, y: i32, name: &str, small: bool) -> Text {
    let cut = name.chars().count() > LETTERS;
    let kept: String = name
        .chars()
        .take(if cut { LETTERS - 1 } else { LETTERS })
        .collect();
    let text = if cut {
        format!("{}…", kept.trim_end())
    } else {
        kept
    };
    Text {
        x: at.x as i32,
        y,
        text,
        centred: true,
        small,
    }
}
