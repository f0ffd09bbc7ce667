//! No source file over 600 lines; generated files are exempt.

use super::Source;

/// Over this a file is two files.
const END: usize = 600;

/// Written by a generator, read by nobody.
const GENERATED: &str = "ui/src/bindings/";

/// The files that are too long.
#[must_use]
pub fn check(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| is_code(&source.path) && !source.path.starts_with(GENERATED))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > END)
        .map(|(source, lines)| format!("{} has {lines} lines, the end is {END}", source.path))
        .collect()
}

/// Rust and TypeScript.
#[must_use]
pub fn is_code(path: &str) -> bool {
    [".rs", ".ts", ".tsx"].iter().any(|ending| path.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn a_long_file_is_found_and_a_generated_one_is_not() {
        let long = "x\n".repeat(601);
        let source = |path: &str, text: &str| Source {
            path: path.into(),
            text: text.into(),
        };
        let findings = check(&[
            source("crates/a/src/long.rs", &long),
            source("ui/src/bindings/all.ts", &long),
            source("data/long.csv", &long),
            source("crates/a/src/short.rs", "x\n"),
        ]);
        assert_eq!(findings, ["crates/a/src/long.rs has 601 lines, the end is 600"]);
    }
}
