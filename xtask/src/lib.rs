//! What the developer's commands are made of; the window tests borrow its screen without a monitor.

pub mod checks;
pub mod display;
pub mod run;
pub mod say;
pub mod wait;
