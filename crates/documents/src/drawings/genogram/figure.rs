//! One figure: its outline, the cross of who has died, names and years beside it.

use super::{Member, draw::HALF};
use crate::drawings::{Figure, Stroke, StrokeSign, Text};
use cartella_domain::codice_fiscale::Sex;

/// Letters of a name that fit into a column.
const LETTERS: usize = 14;

/// A figure: square, circle or diamond, the age inside, names and years beside.
pub(super) fn figure(member: &Member, about: bool, (x, y): (i32, i32)) -> Figure {
    let outline = |half: i32| match member.sex {
        Some(Sex::M) => format!("M{} {}h{w}v{w}h-{w}z", x - half, y - half, w = half * 2),
        Some(Sex::F) => format!(
            "M{} {y}a{half} {half} 0 1 0 {w} 0a{half} {half} 0 1 0 -{w} 0z",
            x - half,
            w = half * 2
        ),
        None => format!("M{x} {}l{half} {half}l-{half} {half}l-{half} -{half}z", y - half),
    };
    let mut strokes = vec![Stroke::new(StrokeSign::Figure, outline(HALF))];
    if about {
        strokes.push(Stroke::new(StrokeSign::About, outline(HALF - 4)));
    }
    if member.death.is_some() {
        let cross = format!("M{} {}l{w} {w}m0 -{w}l-{w} {w}", x - HALF, y - HALF, w = HALF * 2);
        strokes.push(Stroke::new(StrokeSign::Death, cross));
    }
    let mut texts = Vec::new();
    let beside = |line: i32, text: String, small: bool| Text {
        x: x + HALF + 6,
        y: y - 8 + line * 15,
        text,
        centred: false,
        small,
    };
    for (line, name) in (0..).zip(member.names.iter().take(2)) {
        texts.push(beside(line, short(name), false));
    }
    if let Some(years) = years(member) {
        texts.push(beside(2, years, true));
    }
    // Last, so that the figure reads "Luca Colombo 2014 12".
    if let Some(age) = member.age.filter(|_| member.death.is_none()) {
        texts.push(Text {
            x,
            y: y + 5,
            text: age.to_string(),
            centred: true,
            small: false,
        });
    }
    Figure {
        person: Some(member.id),
        key: member.id.to_string(),
        x,
        y,
        strokes,
        texts,
    }
}

/// "2014", or "1950–2018".
fn years(member: &Member) -> Option<String> {
    let birth = member.birth.map(|birth| birth.year.to_string());
    match member.death {
        None => birth,
        Some(death) => Some(format!("{}–{}", birth.unwrap_or_default(), death.year)),
    }
}

/// A name that fits into its column.
fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}
