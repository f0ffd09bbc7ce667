//! Putting the people of a case into a sentence.

use super::{Cast, Noun};
use crate::{SeededRandom, azienda::dice::Dice as _};

/// The sentence with everything in braces put in; the forms are told at the head of `data/diari.txt`.
pub(super) fn fill(text: &str, cast: &Cast, random: &SeededRandom) -> String {
    sentence_case(&expand(text, cast, random))
}

fn expand(text: &str, cast: &Cast, random: &SeededRandom) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let end = closing(after);
        let (inner, tail) = after.split_at(end);
        out.push_str(&slot(inner, cast, random));
        rest = tail.strip_prefix('}').unwrap_or(tail);
    }
    out.push_str(rest);
    out
}

/// Where the brace closes that is open at the beginning.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (index, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    text.len()
}

fn slot(inner: &str, cast: &Cast, random: &SeededRandom) -> String {
    let mut letters = inner.chars();
    let (first, second) = (
        letters.next().unwrap_or_default(),
        letters.next().unwrap_or_default(),
    );
    if second == ':'
        && let Some((_, endings)) = inner.split_once(':')
        && let Some((male, female)) = endings.split_once('|')
    {
        let is_female = noun(first, cast).is_some_and(Noun::is_female);
        return if is_female { female } else { male }.to_owned();
    }
    if let Some(range) = inner.strip_prefix('#')
        && let Some((from, to)) = range.split_once('-')
    {
        let number = |text: &str| text.trim().parse().unwrap_or(1);
        let (from, to): (i64, i64) = (number(from), number(to));
        // Nobody says forty-nine minutes.
        let step = if from % 5 == 0 && to % 5 == 0 { 5 } else { 1 };
        return (random.between(from / step, to / step) * step).to_string();
    }
    match inner {
        "giorno" => return random.word("lunedì|martedì|mercoledì|giovedì|venerdì").to_owned(),
        "mese" => return random.word("marzo|maggio|giugno|ottobre|novembre").to_owned(),
        _ => {}
    }
    let choices = choices(inner);
    if choices.len() > 1 {
        return random
            .pick(&choices)
            .map_or_else(String::new, |choice| expand(choice, cast, random));
    }
    let (preposition, name) = inner.split_once(' ').unwrap_or(("", inner));
    let Some(noun) = name.chars().next().and_then(|letter| noun(letter, cast)) else {
        return String::new();
    };
    if preposition.is_empty() {
        noun.alone()
    } else {
        noun.after(preposition)
    }
}

/// The alternatives of a slot: what stands between bars that no inner brace holds.
fn choices(inner: &str) -> Vec<&str> {
    let mut depth = 0;
    inner
        .split(move |letter: char| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            letter == '|' && depth == 0
        })
        .collect()
}

fn noun(letter: char, cast: &Cast) -> Option<&Noun> {
    match letter {
        's' => Some(&cast.subject),
        'r' => Some(&cast.relative),
        'g' => cast.other.as_ref(),
        'f' => cast.sibling.as_ref(),
        'n' => cast.grandparent.as_ref(),
        'k' => Some(&cast.colleague),
        'o' => Some(&cast.team),
        'p' => Some(&cast.place),
        _ => None,
    }
}

/// Capital letters where sentences begin.
pub(super) fn sentence_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        if begins && letter.is_alphabetic() {
            out.extend(letter.to_uppercase());
            begins = false;
        } else {
            out.push(letter);
            match letter {
                '.' | '?' | '!' => begins = true,
                letter if !letter.is_whitespace() => begins = false,
                _ => {}
            }
        }
    }
    out
}
