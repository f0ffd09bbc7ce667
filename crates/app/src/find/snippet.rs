//! The part of a text where the words stand that somebody looked for, cut for showing.

use cartella_domain::search::fold;
use serde::Serialize;
use ts_rs::TS;

/// A stretch of text, found or around what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// Letters shown before the first hit.
const BEFORE: usize = 40;
/// Letters shown in all.
const LENGTH: usize = 160;

/// The text around the first word that begins with one of `words` (folded as the index folds), every such
/// word marked. A text without any is shown from its beginning.
#[must_use]
pub fn pieces(text: &str, words: &[String]) -> Vec<Piece> {
    let tokens = tokens(text);
    let is_hit = |token: &str| {
        let folded = fold(token);
        words.iter().any(|word| folded.starts_with(word.as_str()))
    };
    let first = tokens
        .iter()
        .position(|token| token.word && is_hit(token.text))
        .unwrap_or(0);
    let mut start = first;
    let mut lead = 0;
    while let Some(before) = start.checked_sub(1).and_then(|index| tokens.get(index)) {
        lead += before.text.chars().count();
        if lead > BEFORE {
            break;
        }
        start -= 1;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut length = 0;
    if start > 0 {
        push(&mut pieces, "…", false);
    }
    for token in tokens.iter().skip(start) {
        length += token.text.chars().count();
        if length > LENGTH {
            push(&mut pieces, "…", false);
            break;
        }
        push(&mut pieces, token.text, token.word && is_hit(token.text));
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    match pieces.last_mut() {
        Some(last) if last.hit == hit => last.text.push_str(text),
        _ => pieces.push(Piece {
            text: text.to_owned(),
            hit,
        }),
    }
}

struct Token<'a> {
    text: &'a str,
    word: bool,
}

/// Words and what stands between them, in order; together they are the text.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = first.is_alphanumeric();
        let end = rest
            .find(|letter: char| letter.is_alphanumeric() != word)
            .unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        tokens.push(Token { text: token, word });
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let shown = |piece: Piece| {
            if piece.hit {
                format!("[{}]", piece.text)
            } else {
                piece.text
            }
        };
        pieces(text, &words).into_iter().map(shown).collect()
    }

    #[test]
    fn the_words_are_marked_as_they_were_written() {
        assert_eq!(
            marked("La mamma di Nicolò è arrivata.", &["nicol"]),
            "La mamma di [Nicolò] è arrivata."
        );
        assert_eq!(
            marked("Perché no? Perche sì.", &["perche"]),
            "[Perché] no? [Perche] sì."
        );
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_of_them() {
        let text = format!("{} nonna {}", "parola ".repeat(60), "altra ".repeat(60));
        let shown = marked(&text, &["nonna"]);
        assert!(
            shown.starts_with('…') && shown.ends_with('…') && shown.contains("[nonna]"),
            "{shown}"
        );
        assert!(shown.chars().count() < 200);
    }
}
