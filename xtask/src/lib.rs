//! What the developer's commands are made of; tests borrow its screen without a monitor and its PostgreSQL.

pub mod checks;
pub mod display;
pub mod postgres;
pub mod run;
pub mod say;
pub mod wait;
