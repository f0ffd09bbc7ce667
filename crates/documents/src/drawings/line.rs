//! Lines between two points whose look says what they stand for: zigzags, bars, arrow heads.

use super::{Stroke, StrokeSign};

/// A point, in units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub(super) fn new(x: i32, y: i32) -> Self {
        Self {
            x: f64::from(x),
            y: f64::from(y),
        }
    }

    /// The point so far from here towards another, and so far to its side.
    pub(super) fn towards(self, other: Self, along: f64, aside: f64) -> Self {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        let length = dx.hypot(dy).max(1.0);
        Self {
            x: self.x + (dx * along - dy * aside) / length,
            y: self.y + (dy * along + dx * aside) / length,
        }
    }

    pub(super) fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }
}

/// Half the width of a zigzag, and half its step.
const SWING: f64 = 5.0;
/// Between the two bars of a tie that was cut, and half their length.
const GAP: f64 = 4.0;
const BAR: f64 = 9.0;

/// The line of a feeling or a tie from one point to another.
pub(super) fn between(sign: StrokeSign, from: Point, to: Point) -> Vec<Stroke> {
    match sign {
        StrokeSign::Conflict | StrokeSign::Violent => vec![Stroke::new(sign, zigzag(from, to))],
        StrokeSign::Broken => {
            let middle = from.distance(to) / 2.0;
            let bar = |along: f64| straight(from.towards(to, along, -BAR), from.towards(to, along, BAR));
            let halves = [
                straight(from, from.towards(to, middle - GAP, 0.0)),
                straight(from.towards(to, middle + GAP, 0.0), to),
            ];
            let bars = [bar(middle - GAP), bar(middle + GAP)];
            vec![Stroke::new(sign, [halves.concat(), bars.concat()].concat())]
        }
        _ => vec![Stroke::new(sign, straight(from, to))],
    }
}

/// The head of an arrow whose point is at `to`.
pub(super) fn arrow(from: Point, to: Point) -> Stroke {
    let back = to.distance(from) - 11.0;
    let (left, right) = (from.towards(to, back, -6.0), from.towards(to, back, 6.0));
    let path = format!("{}{}{}Z", at('M', to), at('L', left), at('L', right));
    Stroke::new(StrokeSign::Arrow, path)
}

pub(super) fn straight(from: Point, to: Point) -> String {
    format!("{}{}", at('M', from), at('L', to))
}

fn zigzag(from: Point, to: Point) -> String {
    let length = from.distance(to);
    let mut path = at('M', from);
    let mut along = SWING;
    let mut side = SWING;
    while along < length - SWING {
        path.push_str(&at('L', from.towards(to, along, side)));
        along += SWING * 2.0;
        side = -side;
    }
    path + &at('L', to)
}

fn at(letter: char, point: Point) -> String {
    format!("{letter}{:.0} {:.0}", point.x, point.y)
}
