//! Pictures of the real window's pages on the archive of the demo: `pictures ARCHIVES FOLDER [--all]`.
//!
//! Alone it takes the pages that show what the program is; with `--all` every main page, light and dark, wide and
//! narrow, for looking at: the window's web engine paints differently from the one of the screens' own tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a program of the developer's, on the stage of the window's tests"
)]

#[cfg(target_os = "linux")]
#[path = "../window/driver.rs"]
#[allow(dead_code, reason = "the tests of the window use the rest")]
mod driver;
#[cfg(target_os = "linux")]
#[path = "../window/keyboard.rs"]
#[allow(dead_code, reason = "the tests of the window use the rest")]
mod keyboard;
#[cfg(target_os = "linux")]
#[path = "pictures/pages.rs"]
mod pages;
#[cfg(target_os = "linux")]
#[path = "../window/stage.rs"]
#[allow(dead_code, reason = "the tests of the window use the rest")]
mod stage;

fn main() {
    #[cfg(target_os = "linux")]
    pages::take();
}
