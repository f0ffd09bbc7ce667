//! Words that say nothing and are not used in the names of files, types and functions (docs/GLOSSARIO.md).
//! "Service" stands only for the social service, which no rule here can tell from another: that is for the reader.
//! A test's name is a sentence and may use any word.

use super::Source;
use super::sizes::is_code;

const EMPTY: [&str; 9] = [
    "manager",
    "helper",
    "helpers",
    "util",
    "utils",
    "processor",
    "data",
    "common",
    "misc",
];

/// A name of so many words is a sentence.
const SENTENCE: usize = 5;

/// What comes before a declared name.
const DECLARES: [&str; 13] = [
    "fn ",
    "struct ",
    "enum ",
    "trait ",
    "mod ",
    "union ",
    "macro_rules! ",
    "function ",
    "class ",
    "interface ",
    "type ",
    "const ",
    "static ",
];

/// The names that are not used, with their place.
#[must_use]
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| is_code(&source.path)) {
        for part in source.path.split('/') {
            let stem = part.split('.').next().unwrap_or(part);
            if let Some(word) = empty(stem) {
                findings.push(format!(
                    "{}: \"{word}\" in a file's name says nothing",
                    source.path
                ));
            }
        }
        for (number, line) in source.text.lines().enumerate() {
            if let Some((name, word)) = declared(line).and_then(|name| empty(name).map(|word| (name, word))) {
                findings.push(format!(
                    "{}:{}: \"{word}\" in {name} says nothing",
                    source.path,
                    number + 1
                ));
            }
        }
    }
    findings
}

/// The name that a line declares at its beginning, after visibility and the like; constants inside a function do not count.
fn declared(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    if rest.len() < line.len() && rest.starts_with("const ") && !rest.starts_with("const fn ") {
        return None;
    }
    for before in [
        "export ",
        "default ",
        "pub(crate) ",
        "pub(super) ",
        "pub ",
        "async ",
        "unsafe ",
        "const fn ",
    ] {
        if before != "const fn " {
            rest = rest.strip_prefix(before).unwrap_or(rest);
        } else if rest.starts_with(before) {
            rest = rest.strip_prefix("const ").unwrap_or(rest);
        }
    }
    let name = DECLARES.iter().find_map(|word| rest.strip_prefix(word))?;
    let end = name
        .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(name.len());
    name.get(..end).filter(|name| !name.is_empty())
}

/// The empty word in a name, if it has one.
fn empty(name: &str) -> Option<String> {
    let words = words(name);
    let sentence = words.len() >= SENTENCE;
    words
        .into_iter()
        .find(|word| !sentence && EMPTY.contains(&word.as_str()))
}

/// The words of a name in snake_case, kebab-case, SCREAMING_CASE or CamelCase, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut previous_lower = false;
    let mut fresh = true;
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            fresh = true;
            continue;
        }
        if fresh || (letter.is_uppercase() && previous_lower) {
            words.push(String::new());
        }
        fresh = false;
        previous_lower = letter.is_lowercase();
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Source, check, declared, empty};

    #[test]
    fn empty_words_are_found_in_declarations() {
        assert_eq!(
            declared("    pub(crate) fn archive_helper<T>(x: T) {"),
            Some("archive_helper")
        );
        assert_eq!(declared("export const formUtils = 1"), Some("formUtils"));
        assert_eq!(declared("let data = 3;"), None);
        assert_eq!(declared("  const data = 3;"), None);
        assert_eq!(empty("PersonManager").as_deref(), Some("manager"));
        assert_eq!(empty("who_handles_no_personal_data_sees_nobody"), None);
        assert_eq!(empty("form_utils").as_deref(), Some("utils"));
    }

    #[test]
    fn words_that_only_contain_them_pass() {
        for name in [
            "Database",
            "metadata",
            "Service",
            "ServiceArea",
            "SocialService",
            "services",
            "CandidateSet",
            "HELP",
        ] {
            assert_eq!(empty(name), None, "{name}");
        }
    }

    #[test]
    fn a_finding_names_its_place() {
        let source = Source {
            path: "crates/a/src/utils.rs".into(),
            text: "//! x\npub struct RowData;\n".into(),
        };
        assert_eq!(
            check(&[source]),
            [
                "crates/a/src/utils.rs: \"utils\" in a file's name says nothing",
                "crates/a/src/utils.rs:2: \"data\" in RowData says nothing"
            ]
        );
    }
}
