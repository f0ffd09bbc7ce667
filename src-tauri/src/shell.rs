//! The composition root: what is put together at the start, and what the system's moments and the windows' closing do.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent};

use crate::desk::Desk;
use crate::idle::Idle;
use crate::instance::{self, Claim, Instance};
use crate::leave::{After, Leave, leave};
use crate::os::{self, Moment};
use crate::{commands, windows};

/// Names another folder for the archives: several on one machine, a stick, a test.
const HOME: &str = "CARTELLA_HOME";

/// Runs the program until it is closed.
///
/// # Errors
/// When the process cannot be closed to others, the folder cannot be used, or the web engine does not start.
pub fn run() -> Result<()> {
    os::HERE.seal()?;
    let folder = folder()?;
    match instance::claim(&folder)? {
        Claim::First(instance) => window(instance, &folder),
        Claim::Second(first) => {
            if let Some(first) = first {
                os::HERE.call(first);
            }
            Ok(())
        }
    }
}

/// The folder of the archives, made if it is not there, readable by its owner alone.
fn folder() -> Result<PathBuf> {
    let folder = match std::env::var_os(HOME) {
        Some(named) => std::path::absolute(named)?,
        None => os::HERE.home()?,
    };
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    os::HERE.only_mine(&folder)?;
    Ok(folder)
}

fn window(instance: Instance, folder: &std::path::Path) -> Result<()> {
    let archives = folder.to_path_buf();
    let app = tauri::Builder::default()
        .manage(Idle::new())
        .manage(Leave::new(instance))
        .invoke_handler(tauri::generate_handler![commands::lock_call, commands::main_call])
        .setup(move |app| {
            let handle = app.handle().clone();
            let screen = handle.clone();
            app.manage(Desk::new(&archives, move |changed| {
                commands::changed(&screen, changed)
            }));
            os::HERE.watch(Box::new(move |moment| told(&handle, moment)));
            windows::open_lock(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .context("the window could not be made")?;
    app.run(|app, event| {
        if let RunEvent::WindowEvent {
            label,
            event: WindowEvent::CloseRequested { api, .. },
            ..
        } = event
            && label == windows::MAIN
        {
            api.prevent_close();
            leave(app, After::End);
        }
    });
    Ok(())
}

/// What a moment of the system asks for.
fn told(app: &AppHandle, moment: Moment) {
    match moment {
        Moment::Called => windows::show(app),
        Moment::Ending => leave(app, After::End),
        Moment::SessionLocked | Moment::Suspending => {
            if app.state::<Desk>().is_open() {
                leave(app, After::Lock);
            }
        }
    }
}
