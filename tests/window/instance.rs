//! One program on one folder.

use serde_json::json;
use xtask::wait;

use crate::driver::PATIENCE;
use crate::stage::{Stage, anna};

#[test]
fn a_second_start_leaves_the_first_alone_and_ends() {
    let stage = Stage::open();
    let first = stage.process();
    let status = stage.second_start().status().unwrap();
    assert!(status.success());
    assert_eq!(stage.process(), first);
    stage.driver.see("Crea il tuo archivio");
}

#[test]
fn questions_that_end_with_the_opening_of_the_archive_open_one_window() {
    let stage = Stage::open();
    stage.driver.call_and_leave("lock", "archive.create", &anna());
    for _ in 0..8 {
        stage.driver.call_and_leave("lock", "archive.list", &json!({}));
    }
    stage.driver.go_to("/");
    stage.driver.see_title("Oggi");
    let one = wait::until("the lock window to go", PATIENCE, || {
        Ok((stage.driver.windows() == 1).then_some(()))
    });
    assert!(one.is_ok(), "{} windows are open", stage.driver.windows());
}
