//! Which crate may import which (the drawing in docs/ARCHITECTURE.md), and which outside crate belongs to one of ours alone.

use anyhow::Result;
use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::run;

/// One of our crates and those of ours that it may import. `None`: any (the tests see everything).
const ARROWS: [(&str, Option<&[&str]>); 13] = [
    ("cartella-derive", Some(&[])),
    ("cartella-domain", Some(&["cartella-derive"])),
    ("cartella-sync", Some(&["cartella-domain"])),
    ("cartella-archive", Some(&["cartella-sync", "cartella-domain"])),
    ("cartella-documents", Some(&["cartella-domain"])),
    (
        "cartella-app",
        Some(&[
            "cartella-archive",
            "cartella-documents",
            "cartella-sync",
            "cartella-domain",
        ]),
    ),
    ("cartella-link", Some(&["cartella-sync", "cartella-domain"])),
    ("cartella-hub", Some(&["cartella-sync", "cartella-domain"])),
    ("cartella", Some(&["cartella-app", "cartella-link"])),
    (
        "cartella-testkit",
        Some(&[
            "cartella-app",
            "cartella-archive",
            "cartella-sync",
            "cartella-domain",
            "cartella-documents",
        ]),
    ),
    ("cartella-tests", None),
    ("cartella-sim", None),
    // It starts on a bare machine and must build there.
    ("xtask", Some(&[])),
];

/// Outside crates (by prefix) that only these of ours may name.
const BELONGS: [(&str, &[&str]); 10] = [
    ("tauri", &["cartella"]),
    ("gio", &["cartella", "cartella-tests"]),
    (
        "rusqlite",
        &["cartella-archive", "cartella-testkit", "cartella-tests"],
    ),
    // In the tests' package for the bare insert that the server is measured against.
    ("tokio-postgres", &["cartella-hub", "cartella-tests"]),
    ("deadpool-postgres", &["cartella-hub"]),
    ("sqlx", &[]),
    ("reqwest", &["cartella-link"]),
    // At the hub in its tests only: they ask as a laptop does.
    ("ureq", &["cartella-link", "cartella-tests", "cartella-hub"]),
    // In the tests' package for the bridge.
    ("axum", &["cartella-hub", "cartella-tests"]),
    ("typst", &["cartella-documents"]),
];

/// An arrow found in the workspace.
struct Arrow {
    from: String,
    to: String,
    development: bool,
}

/// Compares the workspace with the drawing.
///
/// # Errors
/// When cargo cannot describe the workspace.
pub fn check() -> Result<Vec<String>> {
    let metadata = MetadataCommand::new().current_dir(run::root()).no_deps().exec()?;
    let mut arrows = Vec::new();
    for package in &metadata.packages {
        for dependency in &package.dependencies {
            arrows.push(Arrow {
                from: package.name.to_string(),
                to: dependency.name.clone(),
                development: dependency.kind == DependencyKind::Development,
            });
        }
    }
    let mut findings: Vec<String> = arrows.iter().filter_map(judge).collect();
    for package in &metadata.packages {
        if !ARROWS.iter().any(|(name, _)| *name == package.name.as_str()) {
            findings.push(format!(
                "crate {} has no line in xtask/src/checks/edges.rs",
                package.name
            ));
        }
    }
    Ok(findings)
}

/// What is wrong with an arrow, if anything. Tests of a crate may use the testkit and what it is tested against.
fn judge(arrow: &Arrow) -> Option<String> {
    let Arrow {
        from,
        to,
        development,
    } = arrow;
    let ours = ARROWS.iter().any(|(name, _)| name == to);
    let allowed = ARROWS
        .iter()
        .find(|(name, _)| name == from)
        .and_then(|(_, allowed)| *allowed);
    if let Some(allowed) = allowed
        && ours
        && !development
        && !allowed.contains(&to.as_str())
    {
        return Some(format!(
            "{from} imports {to}: against the drawing in docs/ARCHITECTURE.md"
        ));
    }
    let owner = BELONGS
        .iter()
        .find(|(prefix, _)| to == prefix || to.starts_with(&format!("{prefix}-")));
    match owner {
        Some((_, owners)) if !owners.contains(&from.as_str()) => Some(format!(
            "{from} imports {to}, which belongs to {}",
            owners.join(", ")
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrow, check, judge};

    fn arrow(from: &str, to: &str, development: bool) -> Option<String> {
        judge(&Arrow {
            from: from.into(),
            to: to.into(),
            development,
        })
    }

    #[test]
    fn arrows_against_the_drawing_are_found() {
        assert!(arrow("cartella-domain", "cartella-archive", false).is_some());
        assert!(arrow("cartella", "cartella-archive", false).is_some());
        assert!(arrow("xtask", "cartella-testkit", false).is_some());
        assert!(arrow("cartella-app", "rusqlite", false).is_some());
        assert!(arrow("cartella-app", "tauri", true).is_some());
        assert!(arrow("cartella-app", "tauri-build", false).is_some());
        assert!(arrow("cartella-domain", "sqlx", false).is_some());
    }

    #[test]
    fn arrows_of_the_drawing_pass() {
        assert!(arrow("cartella", "cartella-app", false).is_none());
        assert!(arrow("cartella-app", "cartella-testkit", true).is_none());
        assert!(arrow("cartella-archive", "rusqlite", false).is_none());
        assert!(arrow("cartella-tests", "cartella-hub", false).is_none());
    }

    #[test]
    fn the_workspace_follows_the_drawing() {
        assert_eq!(check().unwrap(), Vec::<String>::new());
    }
}
