//! The normal form of headings and of the words in cells: without accents, marks and capitals.

use cartella_domain::people::letters;

/// A text in small letters without accents, everything but letters and digits one blank.
pub(super) fn normal(text: &str) -> String {
    letters::fold(text).to_lowercase()
}

/// Names in capitals or small letters as they are written in a letter: "DE LUCA" gives "De Luca", "D'AMICO"
/// gives "D'Amico". A name with both is left as it is.
pub(super) fn name_case(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mixed = text.chars().any(char::is_uppercase) && text.chars().any(char::is_lowercase);
    if mixed {
        return text;
    }
    let mut begins = true;
    let mut cased = String::with_capacity(text.len());
    for c in text.chars() {
        if begins {
            cased.extend(c.to_uppercase());
        } else {
            cased.extend(c.to_lowercase());
        }
        begins = !c.is_alphanumeric();
    }
    cased
}

/// An accent written as an apostrophe at the end of a name ("NICOLO'") as the accent.
pub(super) fn accented(name: &str) -> String {
    let Some(stem) = name.strip_suffix(['\'', '’', '`']) else {
        return name.to_owned();
    };
    let mut letters = stem.chars();
    let accent = match letters.next_back() {
        Some('a') => 'à',
        Some('e') => 'è',
        Some('i') => 'ì',
        Some('o') => 'ò',
        Some('u') => 'ù',
        _ => return name.to_owned(),
    };
    let mut whole: String = letters.collect();
    whole.push(accent);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_one_normal_form() {
        for (text, expected) in [
            ("Cód. Fiscale ", "cod fiscale"),
            ("C.F.", "c f"),
            ("E-Mail", "e mail"),
            ("CITTÀ", "citta"),
            ("N°  Civico", "n civico"),
            ("Data_Nascita", "data nascita"),
            ("citta\u{300}", "citta"),
        ] {
            assert_eq!(normal(text), expected, "{text}");
        }
    }

    #[test]
    fn names_in_capitals_become_names() {
        for (text, expected) in [
            ("DE LUCA", "De Luca"),
            ("d'amico", "D'Amico"),
            ("McDonald", "McDonald"),
            ("ROSSI-BIANCHI", "Rossi-Bianchi"),
            ("NICCOLÒ", "Niccolò"),
        ] {
            assert_eq!(name_case(text), expected);
        }
        assert_eq!(accented(&name_case("NICOLO'")), "Nicolò");
        assert_eq!(accented("D'"), "D'");
    }
}
