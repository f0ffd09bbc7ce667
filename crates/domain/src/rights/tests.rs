//! Every action x role x level x nearness against the table written out in `table.txt`, and the paper families.

use super::{Action, Actor, Confidentiality, Decision, Office, Role, Standing, Subject, decide};
use crate::ids::OperatorId;
use std::fmt::Write as _;

mod families;

const LEVELLED: [Action; 5] = [
    Action::EntryRead,
    Action::EntryWrite,
    Action::EntryRectify,
    Action::EntryAnnul,
    Action::EntryClassify,
];

/// The nine ways to stand, in the order of the letters of a cell.
fn stands() -> [Standing; 9] {
    [
        Standing::RESPONSIBLE | Standing::ASSIGNED,
        Standing::ASSIGNED,
        Standing::SERVICE | Standing::COORDINATES,
        Standing::COMUNE,
        Standing::FREE,
        Standing::NONE,
        Standing::AUTHOR | Standing::ASSIGNED,
        Standing::AUTHOR,
        Standing::NAMED | Standing::SERVICE | Standing::COORDINATES,
    ]
}

fn actor(role: Role, office: Office) -> Actor {
    Actor {
        operator: OperatorId::default(),
        roles: vec![role],
        services: Vec::new(),
        coordinates: Vec::new(),
        comune: None,
        office,
    }
}

fn letter(decision: Decision) -> char {
    match decision {
        Decision::Allowed { log: true } => '!',
        Decision::Allowed { log: false } => '+',
        Decision::Stub => 'o',
        Decision::Forbidden => 'x',
        Decision::Hidden => '.',
    }
}

fn cell(role: Role, office: Office, action: Action, level: Confidentiality) -> String {
    let actor = actor(role, office);
    stands()
        .into_iter()
        .map(|standing| letter(decide(&actor, action, &Subject::of(standing).at(level))))
        .collect()
}

fn line(name: &str, office: Office, action: Action, level: Confidentiality) -> String {
    let mut line = format!("{name:<34}");
    for role in Role::ALL {
        let _ = write!(line, " {}", cell(role, office, action, level));
    }
    line
}

fn whole_table() -> Vec<String> {
    let mut lines = Vec::new();
    for action in Action::ALL.iter().copied() {
        let levels = if LEVELLED.contains(&action) {
            &Confidentiality::ALL[..]
        } else {
            &[Confidentiality::Service]
        };
        for level in levels.iter().copied() {
            let mut name = action.name().to_owned();
            if LEVELLED.contains(&action) {
                let _ = write!(name, "/{level:?}");
            }
            let enrolled = line(&name, Office::Enrolled, action, level);
            let own = line(&format!("{name} (own office)"), Office::Own, action, level);
            let differs = enrolled
                .split_whitespace()
                .skip(1)
                .ne(own.split_whitespace().skip(3));
            lines.push(enrolled);
            if differs {
                lines.push(own);
            }
        }
    }
    lines
}

#[test]
fn every_action_role_level_and_nearness_is_as_written_in_the_table() {
    let computed = whole_table();
    let written: Vec<_> = include_str!("table.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    for (computed, written) in computed.iter().zip(&written) {
        assert_eq!(computed, written, "\nrights/table.txt says otherwise");
    }
    assert!(
        computed.len() == written.len(),
        "rights/table.txt has {} rows, the rights {}; if every row was reviewed, write:\n{}",
        written.len(),
        computed.len(),
        computed.join("\n")
    );
}
