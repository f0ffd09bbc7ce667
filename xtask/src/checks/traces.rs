//! No trace of one machine in the repository: hosts of package registries, absolute paths of somebody's folders.

use super::Source;

/// The only line that names a registry and must: cargo writes it into its lock file.
const CARGO_LOCK: &str = "Cargo.lock";

/// What is looked for; written in pieces, so that this file does not find itself.
const TRACES: [&str; 9] = [
    concat!("registry.", "npmjs"),
    concat!("registry.", "yarnpkg"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("pypi", ".org"),
    concat!("files.", "pythonhosted"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("C:", "\\Users\\"),
];

/// A folder of a machine that is only a trace at the beginning of a word.
const WORK: &str = concat!("/wo", "rk/");

/// The lines with a trace.
#[must_use]
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path != CARGO_LOCK) {
        for (number, line) in source.text.lines().enumerate() {
            let trace = TRACES.iter().find(|trace| line.contains(**trace)).copied();
            if let Some(trace) = trace.or_else(|| begins_a_word(line, WORK).then_some(WORK)) {
                findings.push(format!(
                    "{}:{}: {trace} belongs to one machine",
                    source.path,
                    number + 1
                ));
            }
        }
    }
    findings
}

/// Does the text hold `path` where no letter or dot stands before it?
fn begins_a_word(text: &str, path: &str) -> bool {
    text.match_indices(path).any(|(at, _)| {
        let before = text.get(..at).and_then(|start| start.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric() && !".-_/*".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{Source, WORK, check};

    fn findings(path: &str, text: &str) -> usize {
        check(&[Source {
            path: path.into(),
            text: text.into(),
        }])
        .len()
    }

    #[test]
    fn traces_are_found() {
        assert_eq!(findings("a.md", &format!("see {WORK}main and\nnothing\n")), 1);
        assert_eq!(
            findings("a.json", concat!("\"https://registry.", "npmjs", ".example/x\"")),
            1
        );
    }

    #[test]
    fn a_part_of_a_relative_path_is_no_trace() {
        assert_eq!(findings("a.rs", "crates/wo\u{72}k/src and ./wo\u{72}k/here"), 0);
        assert_eq!(findings("Cargo.lock", concat!("static.", "crates.io")), 0);
    }
}
