//! Every command of the main window, asked by every role from every nearness: it answers as the table of rights says, in an
//! archive that is its own office and in one that answers to an office. The table itself is written out in
//! `crates/domain/src/rights/table.txt`; here it is shown that no verb forgets to ask, or asks for something else.

mod commands;
mod levels;
mod stage;

use cartella_app::commands::{Window, all};
use cartella_domain::rights::Office;
use commands::{Ask, WALK, expected};
use stage::{Stage, asked};

#[test]
fn every_command_of_the_main_window_is_in_the_walk() {
    let missing: Vec<_> = all()
        .iter()
        .filter(|command| command.window == Window::Main)
        .filter(|command| WALK.iter().all(|row| row.0 != command.name))
        .map(|command| command.name)
        .collect();
    assert!(
        missing.is_empty(),
        "say in tests/stories/rights/commands.rs what these ask of the rights: {missing:?}"
    );
}

#[test]
fn every_command_answers_every_role_from_every_nearness_as_the_table_says() {
    let mut stage = Stage::new(71);
    let mut walked = 0;
    for office in [Office::Enrolled, Office::Own] {
        stage.host.session().unwrap().answer_to(office);
        for scene in stage.scenes.clone() {
            stage.host.session().unwrap().act_as(scene.actor);
            for (name, ask) in WALK {
                let Some(action) = ask.action() else { continue };
                if matches!(ask, Ask::Everybody(_)) {
                    assert!(
                        stage.decides(action, &scene, ask),
                        "{name} is said to be everybody's"
                    );
                    continue;
                }
                let expected = expected(&mut stage, action, &scene, ask);
                let input = ask.input(&stage, &scene);
                let answer = asked(&mut stage.host, name, input);
                assert_eq!(
                    answer, expected,
                    "{name} asked by {:?} who is {:?}, {office:?}",
                    scene.role, scene.nearness
                );
                walked += 1;
            }
        }
    }
    assert!(walked > 2_500, "{walked}");
}
