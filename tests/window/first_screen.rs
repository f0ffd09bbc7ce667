//! The program starts on a machine that has no archive.

use std::path::Path;

use crate::driver::PATIENCE;
use crate::stage::Stage;

#[test]
fn the_first_screen_asks_for_an_archive_and_is_painted() {
    let stage = Stage::open();
    stage.driver.see("Crea il tuo archivio");
    stage.display.painted(PATIENCE).unwrap();
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/window/first_screen.png");
    stage.display.picture(&picture).unwrap();
    assert!(picture.metadata().unwrap().len() > 5_000);
}
