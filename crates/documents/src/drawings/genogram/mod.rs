//! The genogram: three or more generations of a family on a given day, in the usual signs (square, circle, cross).
//!
//! It is computed from the ties between people and from nothing else: `ties` reads what holds on the day, `generations`
//! says who stands in which row, `order` who stands beside whom, `place` where, `draw` makes the strokes. Ties that
//! contradict each other (a mother younger in the rows than her child) are drawn all the same, as straight lines: a
//! picture is no place to refuse what stands in the record.

mod draw;
mod figure;
mod generations;
mod order;
mod place;
mod ties;

pub(super) use ties::sign_of;

use super::Drawing;
use cartella_domain::{
    codice_fiscale::Sex,
    ids::PersonId,
    people::Relation,
    time::{CivilDate, PartialDate},
};
use std::collections::BTreeSet;

/// Somebody of the family, as much of her as the picture may show.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// Her names, one a line.
    pub names: Vec<String>,
    /// Birth, to stand brothers and sisters by age; shown as a year.
    pub birth: Option<PartialDate>,
    /// Death, if she has died by the day.
    pub death: Option<PartialDate>,
    /// Whole years on the day, or at death.
    pub age: Option<u32>,
    /// Sex; a diamond where it is not known.
    pub sex: Option<Sex>,
}

/// What a genogram is drawn from.
pub struct Family<'a> {
    /// Whom it is about.
    pub about: PersonId,
    /// The people who may be shown, born by the day.
    pub people: &'a [Member],
    /// The ties among them, of any time.
    pub relations: &'a [Relation],
    /// Who lives with whom it is about.
    pub together: &'a BTreeSet<PersonId>,
    /// The day.
    pub day: CivilDate,
}

/// Draws it. Whom no tie of kinship joins to whom it is about, on the day, is not in it.
#[must_use]
pub fn draw(family: &Family<'_>) -> Drawing {
    let ties = ties::read(family);
    let rows = generations::rows(family, &ties);
    let rows = order::order(family, &ties, rows);
    let places = place::place(&ties, &rows);
    draw::strokes(family, &ties, &rows, &places)
}

#[cfg(test)]
mod tests;
