//! The two commands that a window can call, one a window, and the few verbs that are the shell's own.
//!
//! `lock_call` and `main_call` take `{ name, input }`. Which window may call which is decided three times: by the
//! capability of the window, by its label here, and by the list of commands in `cartella_app`.
//!
//! The shell's own verbs, of the main window only:
//!
//! | name | input | |
//! |---|---|---|
//! | `shell.present` | `{}` | somebody is at the keyboard (sent at most every few seconds) |
//! | `shell.idle` | `{ minutes }` | lock after so many minutes without anybody, held between 1 and 15 |
//! | `shell.saved` | `{}` | the answer to `shell:leaving`: what was typed is saved |
//! | `shell.lock` | `{}` | lock now |
//!
//! What the main window hears: `shell:notice` `{ seconds }` before the lock on idle, `shell:back` when somebody came
//! after all, `shell:leaving` when it must save and say `shell.saved`, `shell:changed`
//! with the names of its caches when the office brought something.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter as _, Manager as _, WebviewWindow};

use cartella_app::commands::{Answer, Window};
use cartella_app::{Code, Error};

use crate::desk::{Desk, Reply};
use crate::idle::{self, Idle, Word};
use crate::leave::{After, Leave, leave};
use crate::windows;

/// Heard before the lock on idle, with the seconds that are left.
const NOTICE: &str = "shell:notice";
/// Heard when a session with the office changed something.
const CHANGED: &str = "shell:changed";
/// Heard when somebody came after the notice.
const BACK: &str = "shell:back";

/// A command of the window that unlocks. When it opened an archive, the main window takes its place.
#[tauri::command]
pub async fn lock_call(app: AppHandle, window: WebviewWindow, name: String, input: Value) -> Reply {
    if window.label() != windows::LOCK {
        return Err(Code::UnknownCommand.into());
    }
    let reply = answer(&app, Window::Lock, name, input).await;
    if app.state::<Desk>().enters() {
        enter(&app);
    }
    reply
}

/// A command of the window with the record.
#[tauri::command]
pub async fn main_call(app: AppHandle, window: WebviewWindow, name: String, input: Value) -> Reply {
    if window.label() != windows::MAIN {
        return Err(Code::UnknownCommand.into());
    }
    if let Some(verb) = name.strip_prefix("shell.") {
        return own(&app, verb, &input);
    }
    let reply = answer(&app, Window::Main, name, input).await;
    if !app.state::<Desk>().is_open() {
        leave(&app, After::Lock);
    }
    reply
}

/// Asks the use cases, off the window's thread.
async fn answer(app: &AppHandle, window: Window, name: String, input: Value) -> Reply {
    let app = app.clone();
    let asked =
        tauri::async_runtime::spawn_blocking(move || app.state::<Desk>().answer(window, &name, input));
    asked.await.unwrap_or_else(|_| Err(Code::UnknownCommand.into()))
}

#[derive(Deserialize)]
struct Minutes {
    minutes: u32,
}

/// The shell's own verbs.
fn own(app: &AppHandle, verb: &str, input: &Value) -> Reply {
    match verb {
        "present" => {
            if app.state::<Idle>().present() {
                announce(app, BACK, Value::Null);
            }
        }
        "idle" => {
            let Minutes { minutes } = Minutes::deserialize(input).map_err(|_| Error::new(Code::BadInput))?;
            app.state::<Idle>().set_minutes(minutes);
        }
        "saved" => app.state::<Leave>().saved(),
        "lock" => leave(app, After::Lock),
        _ => return Err(Code::UnknownCommand.into()),
    }
    Ok(Answer {
        value: json!({}),
        changed: BTreeSet::new(),
    })
}

/// An archive was opened: the main window comes, the lock window goes, the watch over the keyboard begins.
fn enter(app: &AppHandle) {
    if let Err(error) = windows::open_main(app) {
        tracing::error!(%error, "the main window could not be opened");
        leave(app, After::Lock);
        return;
    }
    windows::close(app, windows::LOCK);
    let watched = app.clone();
    app.state::<Idle>().watch(move |word| match word {
        Word::Notice => announce(&watched, NOTICE, json!({ "seconds": idle::NOTICE.as_secs() })),
        Word::Back => announce(&watched, BACK, Value::Null),
        Word::Lock => leave(&watched, After::Lock),
    });
}

/// Tells the main window what a session with the office changed.
pub fn changed(app: &AppHandle, changed: &BTreeSet<&'static str>) {
    if app.get_webview_window(windows::MAIN).is_some() {
        announce(app, CHANGED, json!(changed));
    }
}

fn announce(app: &AppHandle, event: &str, what: Value) {
    if let Err(error) = app.emit_to(windows::MAIN, event, what) {
        tracing::warn!(%error, "the main window could not be told");
    }
}
