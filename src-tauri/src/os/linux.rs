//! Linux: logind and the desktop's screen saver over D-Bus, process limits by `prctl` and `setrlimit`.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use gio::glib::{self, Variant};
use gio::prelude::*;
use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use rustix::process::{DumpableBehavior, Pid, Resource, Rlimit, Signal};

use super::{Announce, Moment, Os};

/// How long the system's login service may take to answer, in milliseconds.
const ANSWER_WITHIN: i32 = 1_000;
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const LOGIN_INTERFACE: &str = "org.freedesktop.login1.Manager";
const LOGIN_SESSION: &str = "org.freedesktop.login1.Session";
const SAVERS: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

/// The Linux side.
pub struct Linux;

impl Os for Linux {
    fn seal(&self) -> Result<()> {
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        rustix::process::setrlimit(Resource::Core, none).context("core dumps could not be forbidden")?;
        rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)
            .context("the process could not be closed to others")
    }

    fn home(&self) -> Result<PathBuf> {
        // The XDG base directory specification: a relative path there is to be ignored.
        let named = std::env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute());
        let share = match named {
            Some(share) => share,
            None => std::env::home_dir()
                .context("the user has no home folder")?
                .join(".local/share"),
        };
        Ok(share.join("cartella"))
    }

    fn watch(&self, announce: Announce) {
        let announce: Arc<dyn Fn(Moment) + Send + Sync> = Arc::from(announce);
        signals(&announce);
        if let Ok(bus) = gio::bus_get_sync(BusType::System, Cancellable::NONE) {
            login(&bus, &announce);
            keep(bus);
        }
        if let Ok(bus) = gio::bus_get_sync(BusType::Session, Cancellable::NONE) {
            savers(&bus, &announce);
            keep(bus);
        }
    }

    fn end_children(&self) {
        for child in children() {
            // It may have ended by itself meanwhile.
            let _ = rustix::process::kill_process(child, Signal::KILL);
        }
    }

    fn call(&self, process: u32) {
        if let Some(first) = i32::try_from(process).ok().and_then(Pid::from_raw) {
            let _ = rustix::process::kill_process(first, Signal::USR2);
        }
    }

    fn only_mine(&self, folder: &Path) -> Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
            .context("the folder of the archives could not be made private")
    }
}

thread_local! {
    static BUSES: RefCell<Vec<DBusConnection>> = const { RefCell::new(Vec::new()) };
}

/// Holds a bus for as long as the process lives: a subscription does not, and ends with the last holder.
fn keep(bus: DBusConnection) {
    BUSES.with(|buses| buses.borrow_mut().push(bus));
}

/// SIGTERM, SIGINT and SIGHUP close the record before the process ends; SIGUSR2 is a second start (SIGUSR1 is the script engine's).
fn signals(announce: &Arc<dyn Fn(Moment) + Send + Sync>) {
    let ending = [Signal::TERM, Signal::INT, Signal::HUP].map(|signal| (signal, Moment::Ending));
    for (signal, moment) in ending.into_iter().chain([(Signal::USR2, Moment::Called)]) {
        let announce = Arc::clone(announce);
        glib::unix_signal_add(signal.as_raw(), move || {
            announce(moment);
            glib::ControlFlow::Continue
        });
    }
}

/// Sleep, and the lock of our own session, as the login service tells them.
fn login(bus: &DBusConnection, announce: &Arc<dyn Fn(Moment) + Send + Sync>) {
    let told = Arc::clone(announce);
    listen(
        bus,
        LOGIN,
        (LOGIN_INTERFACE, "PrepareForSleep"),
        Some(LOGIN_PATH),
        move |parameters| {
            if begins(parameters) {
                told(Moment::Suspending);
            }
        },
    );
    let told = Arc::clone(announce);
    let Some(session) = own_session(bus) else { return };
    listen(bus, LOGIN, (LOGIN_SESSION, "Lock"), Some(&session), move |_| {
        told(Moment::SessionLocked)
    });
    let told = Arc::clone(announce);
    listen(
        bus,
        LOGIN,
        ("org.freedesktop.DBus.Properties", "PropertiesChanged"),
        Some(&session),
        move |parameters| {
            if hints_locked(parameters) {
                told(Moment::SessionLocked);
            }
        },
    );
    if let Err(error) = sleep_waits(bus) {
        tracing::warn!(%error, "the machine will not wait for us before it sleeps");
    }
}

/// The desktop's screen saver becoming active: desktops that lock without telling the login service.
fn savers(bus: &DBusConnection, announce: &Arc<dyn Fn(Moment) + Send + Sync>) {
    for name in SAVERS {
        let told = Arc::clone(announce);
        listen(bus, name, (name, "ActiveChanged"), None, move |parameters| {
            if begins(parameters) {
                told(Moment::SessionLocked);
            }
        });
    }
}

/// Subscribes for as long as the process lives. The sender is named, so that nobody else's signal counts.
fn listen(
    bus: &DBusConnection,
    sender: &str,
    (interface, member): (&str, &str),
    path: Option<&str>,
    hear: impl Fn(&Variant) + 'static,
) {
    let none = DBusSignalFlags::NONE;
    bus.signal_subscribe(
        Some(sender),
        Some(interface),
        Some(member),
        path,
        None,
        none,
        move |_, _, _, _, _, what| {
            hear(what);
        },
    );
}

/// `(true)`: the state that the signal speaks of begins.
fn begins(parameters: &Variant) -> bool {
    parameters
        .try_child_value(0)
        .and_then(|first| first.get::<bool>())
        .unwrap_or(false)
}

/// `PropertiesChanged` of a session with `LockedHint` true (GNOME and KDE set it when they lock).
fn hints_locked(parameters: &Variant) -> bool {
    let changed = parameters
        .try_child_value(1)
        .filter(|value| value.type_() == glib::VariantTy::VARDICT);
    let Some(changed) = changed else {
        return false;
    };
    let hint = glib::VariantDict::new(Some(&changed)).lookup::<bool>("LockedHint");
    hint.ok().flatten().unwrap_or(false)
}

/// The path of the login session that this process belongs to; a service or a test has none.
fn own_session(bus: &DBusConnection) -> Option<String> {
    let parameters = (std::process::id(),).to_variant();
    let answer = bus
        .call_sync(
            Some(LOGIN),
            LOGIN_PATH,
            LOGIN_INTERFACE,
            "GetSessionByPID",
            Some(&parameters),
            None,
            DBusCallFlags::NONE,
            ANSWER_WITHIN,
            Cancellable::NONE,
        )
        .ok()?;
    answer.try_child_value(0)?.str().map(str::to_owned)
}

/// Asks the login service to wait for us before the machine sleeps (its delay lock, 5 seconds by default). The file
/// that stands for it stays open on purpose until the process ends: then there is nothing left to read.
fn sleep_waits(bus: &DBusConnection) -> Result<()> {
    let parameters = (
        "sleep",
        "Cartella",
        "Chiude l'archivio prima della sospensione",
        "delay",
    )
        .to_variant();
    let (answer, files) = bus.call_with_unix_fd_list_sync(
        Some(LOGIN),
        LOGIN_PATH,
        LOGIN_INTERFACE,
        "Inhibit",
        Some(&parameters),
        None,
        DBusCallFlags::NONE,
        ANSWER_WITHIN,
        UnixFDList::NONE,
        Cancellable::NONE,
    )?;
    let handle = answer
        .try_child_value(0)
        .and_then(|first| first.get::<glib::variant::Handle>());
    let place = handle
        .ok_or_else(|| anyhow!("the login service gave no handle"))?
        .0;
    files.get(place)?;
    Ok(())
}

/// The processes whose parent is this one, and theirs.
fn children() -> Vec<Pid> {
    let mut parents: Vec<(i32, i32)> = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(process) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<i32>().ok())
        else {
            continue;
        };
        if let Some(parent) = std::fs::read_to_string(entry.path().join("stat"))
            .ok()
            .as_deref()
            .and_then(parent)
        {
            parents.push((process, parent));
        }
    }
    let mut family = vec![i32::try_from(std::process::id()).unwrap_or_default()];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        family.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == member)
                .map(|(process, _)| *process),
        );
        next += 1;
    }
    family.into_iter().skip(1).filter_map(Pid::from_raw).collect()
}

/// The parent in a line of `/proc/PID/stat`: the second field after the name, which stands in brackets and may hold anything.
fn parent(stat: &str) -> Option<i32> {
    let (_, after) = stat.rsplit_once(')')?;
    after.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Linux, begins, children, hints_locked, parent};
    use crate::os::Os as _;
    use gio::glib::{ToVariant as _, Variant, VariantDict};

    #[test]
    fn a_sealed_process_leaves_no_core_and_is_closed_to_others() {
        Linux.seal().unwrap();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"))
            .unwrap();
        assert_eq!(
            core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
            ["0", "0"]
        );
        assert_eq!(
            rustix::process::dumpable_behavior().unwrap(),
            rustix::process::DumpableBehavior::NotDumpable
        );
    }

    #[test]
    fn children_are_found_and_ended() {
        let mut child = std::process::Command::new("cat")
            .stdin(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let number = i32::try_from(child.id()).unwrap();
        assert!(
            children()
                .iter()
                .any(|process| process.as_raw_nonzero().get() == number)
        );
        Linux.end_children();
        assert!(!child.wait().unwrap().success());
    }

    #[test]
    fn the_parent_is_read_behind_a_name_with_brackets() {
        assert_eq!(parent("12 (a) b (c) S 7 12 12 0"), Some(7));
        assert_eq!(parent("12"), None);
    }

    #[test]
    fn only_a_lock_that_begins_is_a_lock() {
        assert!(begins(&(true,).to_variant()));
        assert!(!begins(&(false,).to_variant()));
        assert!(!begins(&("true",).to_variant()));
        let changed = |locked: bool| {
            let values = VariantDict::new(None);
            values.insert("LockedHint", locked);
            Variant::tuple_from_iter(["org.freedesktop.login1.Session".to_variant(), values.end()])
        };
        assert!(hints_locked(&changed(true)));
        assert!(!hints_locked(&changed(false)));
        assert!(!hints_locked(&("x",).to_variant()));
        assert!(!hints_locked(&("x", "y").to_variant()));
    }
}
