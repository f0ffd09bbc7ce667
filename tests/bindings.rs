//! The screen's types are those of the commands: the committed bindings are what the list of commands gives.
//! `CARTELLA_WRITE_BINDINGS=1` writes them (as `cargo xtask bindings` does).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn bindings_are_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings/index.ts");
    let generated = cartella_app::commands::bindings::typescript();
    if std::env::var_os("CARTELLA_WRITE_BINDINGS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        committed == generated,
        "the bindings are stale: run `cargo xtask bindings`"
    );
}

#[test]
fn no_two_types_have_one_name() {
    assert_eq!(cartella_app::commands::bindings::ambiguous(), BTreeSet::new());
}

#[test]
fn command_names_are_unique_and_of_one_form() {
    let mut names = BTreeSet::new();
    for command in cartella_app::commands::all() {
        assert!(names.insert(command.name), "{} stands twice", command.name);
        let form = command.name.split_once('.').is_some_and(|(concept, verb)| {
            [concept, verb]
                .iter()
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        });
        assert!(form, "{} is not concept.verb", command.name);
    }
}
