//! How much of the code is tests: printed, so that it is seen (the aim is 0.8 lines of test to one of production).

use super::Source;
use super::sizes::is_code;

/// Lines of tests and of production, generated code left out.
#[derive(Default)]
pub struct Count {
    /// Lines in test files, test modules, the testkit.
    pub tests: usize,
    /// All other lines of Rust and TypeScript.
    pub production: usize,
}

/// Counts the lines of all sources.
#[must_use]
pub fn count(sources: &[Source]) -> Count {
    let mut count = Count::default();
    for source in sources
        .iter()
        .filter(|source| is_code(&source.path) && !source.path.starts_with("ui/src/bindings/"))
    {
        let all = source.text.lines().count();
        let tests = if is_test(&source.path) {
            all
        } else {
            source
                .text
                .lines()
                .skip_while(|line| line.trim() != "#[cfg(test)]")
                .count()
        };
        count.tests += tests;
        count.production += all - tests;
    }
    count
}

/// The sentence that `cargo xtask test` prints.
#[must_use]
pub fn summary(sources: &[Source]) -> String {
    let Count { tests, production } = count(sources);
    let hundredths = tests * 100 / production.max(1);
    format!(
        "{tests} lines of tests to {production} of production: {}.{:02}",
        hundredths / 100,
        hundredths % 100
    )
}

fn is_test(path: &str) -> bool {
    path.split('/')
        .any(|part| ["tests", "test", "testkit", "benches", "e2e"].contains(&part))
        || [".test.ts", ".test.tsx", ".spec.ts"]
            .iter()
            .any(|ending| path.ends_with(ending))
        || path.ends_with("/tests.rs")
}

#[cfg(test)]
mod tests {
    use super::{Source, count};

    #[test]
    fn a_test_module_at_the_end_counts_as_tests() {
        let source = |path: &str, text: &str| Source {
            path: path.into(),
            text: text.into(),
        };
        let count = count(&[
            source("crates/a/src/a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n}\n"),
            source("tests/stories/b.rs", "1\n2\n"),
            source("ui/src/a.test.tsx", "1\n"),
            source("ui/src/bindings/x.ts", "1\n"),
        ]);
        assert_eq!((count.tests, count.production), (6, 2));
    }
}
