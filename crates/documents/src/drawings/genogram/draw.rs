//! The strokes: figures in their rows, couples on lines below them, children on bars below their parents.

use super::{
    Family,
    figure::figure,
    place::{COLUMN, Places, ROW},
    ties::{Brood, Couple, Ties},
};
use crate::drawings::{
    Drawing, Stroke, StrokeSign,
    line::{Point, between},
};
use cartella_domain::ids::PersonId;
use std::collections::BTreeMap;

/// Half a figure.
pub(super) const HALF: i32 = 20;
/// Around the whole.
const MARGIN: i32 = 50;
/// What stands right of a figure: its name.
const NAME: i32 = 118;
/// From a figure's foot to the first line of a couple, and from one to the next.
const FOOT: i32 = 14;
const LANE: i32 = 12;
/// From the last couple's line to the first bar of children, and from one to the next.
const DROP: i32 = 22;
const BAR: i32 = 10;
/// How far a child's stem may be moved to be straight.
const STRAIGHT: u32 = 12;
/// How high above its figures the line of a feeling runs, and how far from their middle it leaves them.
const ABOVE: i32 = 14;
const BESIDE: i32 = 10;

/// Everything that is drawn, from where everybody stands.
pub(super) fn strokes(family: &Family<'_>, ties: &Ties, rows: &[Vec<PersonId>], places: &Places) -> Drawing {
    let sheet = Sheet::new(ties, rows, places);
    let mut strokes = sheet.household(family, rows);
    for couple in &ties.couples {
        strokes.extend(sheet.couple(couple));
    }
    for (number, brood) in ties.broods.iter().enumerate() {
        sheet.brood(number, brood, &mut strokes);
    }
    strokes.extend(ties.kin.iter().filter_map(|kin| {
        // Kin whose ties in between are drawn need no line of their own.
        let joined = ties
            .broods
            .iter()
            .any(|brood| brood.children.contains(&kin.subject) && !brood.parents.is_empty());
        let loose = !joined
            || !ties
                .broods
                .iter()
                .any(|brood| brood.parents.contains(&kin.other) || brood.children.contains(&kin.other));
        loose
            .then(|| sheet.straight(StrokeSign::Kin, kin.subject, kin.other))
            .flatten()
    }));
    for feeling in &ties.feelings {
        strokes.extend(sheet.feeling(feeling.sign, feeling.one, feeling.other));
    }
    let figures = rows.iter().flatten().filter_map(|id| {
        let member = family.people.iter().find(|member| member.id == *id)?;
        Some(figure(member, *id == family.about, sheet.at(*id)?))
    });
    Drawing {
        width: places.values().map(|&(x, _)| x).max().unwrap_or_default() + MARGIN + HALF + NAME,
        height: sheet.tops.last().copied().unwrap_or_default() + HALF + MARGIN,
        strokes,
        figures: figures.collect(),
    }
}

/// Rows with their heights, couples and broods with their lanes.
struct Sheet<'a> {
    places: &'a Places,
    /// The middle of each row's figures.
    tops: Vec<i32>,
    /// How many couples' lines each row has below it.
    lanes: Vec<i32>,
    couple_lane: BTreeMap<(PersonId, PersonId), i32>,
    brood_lane: BTreeMap<usize, i32>,
    couples: &'a [Couple],
}

impl<'a> Sheet<'a> {
    fn new(ties: &'a Ties, rows: &[Vec<PersonId>], places: &'a Places) -> Self {
        let x = |id: PersonId| places.get(&id).map(|&(x, _)| x);
        let row = |id: PersonId| places.get(&id).map(|&(_, row)| row);
        let mut sheet = Self {
            places,
            tops: Vec::new(),
            lanes: Vec::new(),
            couple_lane: BTreeMap::new(),
            brood_lane: BTreeMap::new(),
            couples: &ties.couples,
        };
        let mut top = MARGIN + HALF;
        for number in 0..rows.len() {
            sheet.tops.push(top);
            let here = ties
                .couples
                .iter()
                .filter(|pair| row(pair.one) == Some(number) && row(pair.other) == Some(number));
            let spans =
                here.filter_map(|pair| Some(((pair.one, pair.other), span(&[x(pair.one)?, x(pair.other)?]))));
            let (lanes, deep) = in_lanes(spans.collect());
            sheet.couple_lane.extend(lanes);
            let broods = ties
                .broods
                .iter()
                .enumerate()
                .filter(|(_, brood)| brood.parents.first().is_some_and(|id| row(*id) == Some(number)));
            let spans = broods.filter_map(|(at, brood)| {
                let all: Vec<i32> = brood
                    .children
                    .iter()
                    .chain(&brood.parents)
                    .filter_map(|id| x(*id))
                    .collect();
                let middle = sheet.hang(brood)?.0;
                let ends: Vec<i32> = brood
                    .children
                    .iter()
                    .filter_map(|id| x(*id))
                    .chain([middle])
                    .collect();
                (!all.is_empty()).then(|| (at, span(&ends)))
            });
            let (bars, wide) = in_lanes(spans.collect());
            sheet.brood_lane.extend(bars);
            sheet.lanes.push(deep);
            top += ROW + (deep - 1).max(0) * LANE + (wide - 1).max(0) * BAR;
        }
        sheet
    }

    /// The middle of a figure.
    fn at(&self, id: PersonId) -> Option<(i32, i32)> {
        let &(x, row) = self.places.get(&id)?;
        Some((x + MARGIN + HALF, self.tops.get(row).copied()?))
    }

    /// Where one partner's leg meets the couple's line.
    fn leg(&self, couple: &Couple, one: PersonId, other: PersonId) -> Option<(i32, i32)> {
        let ((x, y), (beyond, _)) = (self.at(one)?, self.at(other)?);
        let lane = self.couple_lane.get(&(couple.one, couple.other)).copied()?;
        let several = self
            .couples
            .iter()
            .filter(|pair| pair.one == one || pair.other == one)
            .count()
            > 1;
        let aside = if several {
            (beyond - x).signum() * (10 - 7 * lane)
        } else {
            0
        };
        Some((x + aside, y + HALF + FOOT + lane * LANE))
    }

    /// A couple's line, with the bars of those who parted; straight if they stand in different rows.
    fn couple(&self, couple: &Couple) -> Vec<Stroke> {
        let ends = self
            .leg(couple, couple.one, couple.other)
            .zip(self.leg(couple, couple.other, couple.one));
        let Some(((from, y), (to, _))) = ends else {
            return self
                .straight(couple.sign, couple.one, couple.other)
                .into_iter()
                .collect();
        };
        let foot = self.at(couple.one).map_or(y, |(_, y)| y) + HALF;
        let mut strokes = vec![Stroke::new(
            couple.sign,
            format!("M{from} {foot}V{y}H{to}V{foot}"),
        )];
        let third = from + (to - from) / 3;
        for bar in 0..i32::from(couple.bars) {
            let x = third + bar * 7;
            strokes.push(Stroke::new(
                StrokeSign::Parted,
                format!("M{} {}L{} {}", x - 4, y + 8, x + 4, y - 8),
            ));
        }
        strokes
    }

    /// Where a brood hangs: the middle of its couple's line, or its one parent's foot.
    fn hang(&self, brood: &Brood) -> Option<(i32, i32)> {
        match brood.parents[..] {
            [one] => self.at(one).map(|(x, y)| (x, y + HALF)),
            [one, other] => {
                let couple = self.couples.iter().find(|couple| couple.joins(one, other))?;
                let ((from, y), (to, _)) = self.leg(couple, one, other).zip(self.leg(couple, other, one))?;
                Some((i32::midpoint(from, to), y))
            }
            _ => None,
        }
    }

    fn brood(&self, number: usize, brood: &Brood, strokes: &mut Vec<Stroke>) {
        let aside = match brood.sign {
            StrokeSign::Adopted => 6,
            StrokeSign::Fostered => -6,
            _ => 0,
        };
        let heads: Vec<(i32, i32)> = brood
            .children
            .iter()
            .filter_map(|id| self.at(*id))
            .map(|(x, y)| (x + aside, y - HALF))
            .collect();
        let Some(above) = self.bar(number, brood, &heads) else {
            return self.loose(brood, strokes);
        };
        let (mut hang, bar) = above;
        // A single child hangs straight, if its parents' line reaches over it.
        if let ([(x, _)], Some((at, _))) = (&heads[..], &mut hang)
            && at.abs_diff(*x) <= STRAIGHT
        {
            *at = *x;
        }
        if let Some((x, y)) = hang {
            strokes.push(Stroke::new(brood.sign, format!("M{x} {y}V{bar}")));
        }
        let ends: Vec<i32> = heads
            .iter()
            .map(|&(x, _)| x)
            .chain(hang.map(|(x, _)| x))
            .collect();
        let (from, to) = span(&ends);
        if from != to {
            strokes.push(Stroke::new(brood.sign, format!("M{from} {bar}H{to}")));
        }
        strokes.extend(
            heads
                .iter()
                .map(|(x, y)| Stroke::new(brood.sign, format!("M{x} {bar}V{y}"))),
        );
    }

    /// Where the children's bar is, and what it hangs on; none if they do not all stand in the row below.
    fn bar(&self, number: usize, brood: &Brood, heads: &[(i32, i32)]) -> Option<(Option<(i32, i32)>, i32)> {
        let row = |id: &PersonId| self.places.get(id).map(|&(_, row)| row);
        let child = row(brood.children.first()?)?;
        if brood.children.iter().any(|id| row(id) != Some(child)) {
            return None;
        }
        let Some(parent) = brood.parents.first() else {
            return Some((None, heads.first()?.1 - DROP));
        };
        let parent = row(parent)?;
        if parent + 1 != child {
            return None;
        }
        let hang = self.hang(brood)?;
        let lane = self.brood_lane.get(&number).copied().unwrap_or_default();
        let below = (self.lanes.get(parent)? - 1).max(0) * LANE;
        let bar = self.tops.get(parent)? + HALF + FOOT + below + DROP + lane * BAR;
        Some((Some(hang), bar))
    }

    /// Children who do not stand below their parents: a straight line from each parent.
    fn loose(&self, brood: &Brood, strokes: &mut Vec<Stroke>) {
        for child in &brood.children {
            strokes.extend(
                brood
                    .parents
                    .iter()
                    .filter_map(|parent| self.straight(brood.sign, *parent, *child)),
            );
        }
    }

    /// A line from edge to edge of two figures.
    fn straight(&self, sign: StrokeSign, one: PersonId, other: PersonId) -> Option<Stroke> {
        let (from, to) = self.at(one).zip(self.at(other))?;
        let (from, to) = (Point::new(from.0, from.1), Point::new(to.0, to.1));
        let edge = f64::from(HALF + 4);
        between(sign, from.towards(to, edge, 0.0), to.towards(from, edge, 0.0))
            .into_iter()
            .next()
    }

    /// The line of a feeling; above the figures if both stand in one row, so that it crosses no name.
    fn feeling(&self, sign: StrokeSign, one: PersonId, other: PersonId) -> Vec<Stroke> {
        let Some(((x, y), (to, below))) = self.at(one).zip(self.at(other)) else {
            return Vec::new();
        };
        if y != below {
            return self.straight(sign, one, other).into_iter().collect();
        }
        let aside = (to - x).signum() * BESIDE;
        let (from, to, top) = (x + aside, to - aside, y - HALF - ABOVE);
        let mut strokes = between(sign, Point::new(from, top), Point::new(to, top));
        let foot = y - HALF + 2;
        strokes.push(Stroke::new(
            StrokeSign::Kin,
            format!("M{from} {top}V{foot}M{to} {top}V{foot}"),
        ));
        strokes
    }

    /// An outline around those who live with whom it is about: a box a run of neighbours, joined from row to row.
    fn household(&self, family: &Family<'_>, rows: &[Vec<PersonId>]) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        let mut before: Option<(i32, i32)> = None;
        for row in rows {
            let mut first = None;
            for run in
                row.chunk_by(|one, other| family.together.contains(one) == family.together.contains(other))
            {
                let ends = run
                    .first()
                    .zip(run.last())
                    .and_then(|(one, other)| self.at(*one).zip(self.at(*other)));
                let Some(((left, y), (right, _))) =
                    ends.filter(|_| run.iter().any(|id| family.together.contains(id)))
                else {
                    continue;
                };
                let (left, width) = (left - HALF - 8, right - left + HALF + 8 + NAME);
                let (top, height) = (y - HALF - 10, HALF * 2 + 20);
                strokes.push(Stroke::new(
                    StrokeSign::Household,
                    format!("M{left} {top}h{width}v{height}h{}z", -width),
                ));
                if let Some((x, foot)) = before {
                    strokes.push(Stroke::new(
                        StrokeSign::Household,
                        format!("M{x} {foot}L{} {top}", left + width / 2),
                    ));
                }
                first = first.or(Some((left + width / 2, top + height)));
            }
            before = first.or(before);
        }
        strokes
    }
}

/// From the least to the greatest.
fn span(ends: &[i32]) -> (i32, i32) {
    let low = ends.iter().min().copied().unwrap_or_default();
    (low, ends.iter().max().copied().unwrap_or_default())
}

/// A lane for each span so that no two of a lane touch, short ones first; and how many lanes there are.
fn in_lanes<K: Ord>(mut spans: Vec<(K, (i32, i32))>) -> (BTreeMap<K, i32>, i32) {
    spans.sort_by_key(|(_, (from, to))| (to - from, *from));
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut lanes = BTreeMap::new();
    for (key, span) in spans {
        let free = |lane: &Vec<(i32, i32)>| lane.iter().all(|other| span.1 < other.0 || other.1 < span.0);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(others) => others.push(span),
            None => taken.push(vec![span]),
        }
        lanes.insert(key, i32::try_from(lane).unwrap_or_default());
    }
    (lanes, i32::try_from(taken.len()).unwrap_or_default())
}

const _: () = assert!(
    COLUMN > HALF * 2 + NAME - 18,
    "a name would run into the next figure"
);
