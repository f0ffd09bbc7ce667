//! The desktop shell and composition root: two windows (lock, main), their two commands, the lock.
//!
//! Everything that a click asks is one command that `cartella_app` answers; the shell gives it the real clock,
//! the real randomness and a folder, opens and closes windows, and ends the process that has seen the record.
//! What differs between operating systems is in `os`, behind one trait.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod commands;
mod desk;
mod idle;
mod instance;
mod leave;
mod os;
mod shell;
mod windows;
mod wire;

fn main() -> anyhow::Result<()> {
    shell::run()
}
