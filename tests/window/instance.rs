//! One program on one folder.

use crate::stage::Stage;

#[test]
fn a_second_start_leaves_the_first_alone_and_ends() {
    let stage = Stage::open();
    let first = stage.process();
    let status = stage.second_start().status().unwrap();
    assert!(status.success());
    assert_eq!(stage.process(), first);
    stage.driver.see("Crea il tuo archivio");
}
