//! The one list of commands: what the window may ask, in which window, with which input and answer.
//!
//! A row names a command, its verb, its input and its answer; the router, the TypeScript types and the tests
//! that walk all commands follow from the list. A command of the lock window works on the `Host` (no archive
//! is open), one of the main window on the unlocked `Session`; neither window can call the other's.

pub mod bindings;
mod list;

use crate::{Code, Error, Host, Result, office::Post};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};
use ts_rs::TS;

/// Which window a command belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// The small window that unlocks.
    Lock,
    /// The window with the record.
    Main,
}

/// One row of the list.
pub struct Command {
    /// Its name, `concept.verb`.
    pub name: &'static str,
    /// The window that may call it.
    pub window: Window,
    /// Runs it.
    pub run: Run,
    /// Writes its TypeScript types.
    pub describe: fn(&mut bindings::Types) -> (String, String),
}

/// How a command is run.
#[derive(Clone, Copy)]
pub enum Run {
    /// With the archive in hand: no other command runs meanwhile.
    Held(fn(&mut Host, Value) -> Result<Answer>),
    /// Over the line to the office: the archive is held only for moments.
    Line(fn(&Mutex<Host>, &Post, Value) -> Result<Answer>),
}

/// What goes back to the screen: the answer and the kinds of record that changed, which are also the names of
/// the screen's caches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The verb's answer.
    pub value: Value,
    /// Names of kinds that changed.
    pub changed: BTreeSet<&'static str>,
}

/// A verb that takes nothing.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Every command.
#[must_use]
pub fn all() -> &'static [Command] {
    list::COMMANDS
}

/// Runs one command for a window.
///
/// # Errors
/// `unknown_command` for a name that this window does not have, `bad_input` for an input of another shape,
/// `locked` where no archive is open, and whatever the verb says.
pub fn dispatch(host: &mut Host, window: Window, name: &str, input: Value) -> Result<Answer> {
    match command(window, name)?.run {
        Run::Held(run) => run(host, input),
        Run::Line(_) => Err(Error::new(Code::UnknownCommand)),
    }
}

/// Runs one command for a window where there is a line to the office too, and lets the post room hear of it.
///
/// # Errors
/// As [`dispatch`].
pub fn answer_to(
    host: &Mutex<Host>,
    post: &Post,
    window: Window,
    name: &str,
    input: Value,
) -> Result<Answer> {
    let run = match command(window, name)?.run {
        Run::Line(run) => return run(host, post, input),
        Run::Held(run) => run,
    };
    // After a command that fell, the archive decides for itself what was committed.
    let mut held = host.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = run(&mut held, input);
    let open = held.is_unlocked();
    drop(held);
    let nothing = BTreeSet::new();
    post.hear(open, answer.as_ref().map_or(&nothing, |answer| &answer.changed));
    answer
}

fn command(window: Window, name: &str) -> Result<&'static Command> {
    all()
        .iter()
        .find(|command| command.name == name && command.window == window)
        .ok_or(Error::new(Code::UnknownCommand))
}

fn read<I: DeserializeOwned>(input: Value) -> Result<I> {
    let input = if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    };
    serde_json::from_value(input).map_err(|error| {
        // Serde's message may quote the value, which may be about a person: only its place is kept.
        let error = Error::new(Code::BadInput).with("column", i64::try_from(error.column()).unwrap_or(0));
        tracing::warn!("a command's input had another shape");
        error
    })
}

fn answer<O: Serialize>(value: O, changed: BTreeSet<&'static str>) -> Result<Answer> {
    let value = serde_json::to_value(value).map_err(|_| Error::new(Code::BadInput))?;
    Ok(Answer { value, changed })
}

/// Builds the list; see `list.rs`.
macro_rules! commands {
    ($($window:ident $name:literal $($verb:ident)::+ ( $input:ty ) -> $output:ty;)*) => {
        pub(super) const COMMANDS: &[$crate::commands::Command] = &[$($crate::commands::Command {
            name: $name,
            window: $crate::commands::commands!(@window $window),
            run: $crate::commands::commands!(@run $window $input, $($verb)::+),
            describe: |types| (types.add::<$input>(), types.add::<$output>()),
        }),*];
    };
    (@window lock) => { $crate::commands::Window::Lock };
    (@window main) => { $crate::commands::Window::Main };
    (@window line) => { $crate::commands::Window::Main };
    (@run lock $input:ty, $($verb:ident)::+) => {
        $crate::commands::Run::Held(|host, input| {
            let input: $input = $crate::commands::read(input)?;
            let value = crate::$($verb)::+(host, input)?;
            $crate::commands::answer(value, std::collections::BTreeSet::new())
        })
    };
    (@run main $input:ty, $($verb:ident)::+) => {
        $crate::commands::Run::Held(|host, input| {
            let input: $input = $crate::commands::read(input)?;
            let session = host.session()?;
            let value = crate::$($verb)::+(session, input)?;
            let changed = session.take_changed();
            $crate::commands::answer(value, changed)
        })
    };
    (@run line $input:ty, $($verb:ident)::+) => {
        $crate::commands::Run::Line(|host, post, input| {
            let input: $input = $crate::commands::read(input)?;
            let value = crate::$($verb)::+(host, post, input)?;
            // What a session changed, the post room tells by itself.
            $crate::commands::answer(value, std::collections::BTreeSet::new())
        })
    };
}
use commands;
