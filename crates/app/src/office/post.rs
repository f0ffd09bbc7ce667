//! The post room: the one place where sessions with the office are run, by themselves and by a key.
//!
//! It holds no archive. A session goes step by step ([`drive`]), so writing never waits for it; one runs at a time.
//! By itself it goes when an archive is opened, soon after something was written, and every few minutes; after a trouble
//! as soon as the core's pace allows.

use super::{Came, JoinOffice, Server, TroubleCode, turn::SyncReport};
use super::{Carry, Joined, Progress, ToSend, drive, join_over};
use crate::{Code, Error, Host, Result, alarm::Alarm, commands::Nothing};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use ts_rs::TS;

/// After an archive was opened: its window comes first.
const AFTER_OPENING: Duration = Duration::from_secs(3);
/// After something was written: what belongs to it is often written next.
const AFTER_WRITING: Duration = Duration::from_secs(15);
/// When nothing asks for it.
const EVERY: Duration = Duration::from_mins(5);
/// What the screen shows of a session that runs: the name of its cache.
const NOW: &str = "office_now";
/// What the screen shows of what the office holds for her: asked anew after each session.
const HELD: &str = "office_held";
/// Written by itself while she works: not worth a session of its own.
const QUIET: [&str; 6] = ["archive", "draft", "office", "setting", NOW, HELD];

/// Whoever reaches servers: over the network in the program, in memory in tests.
pub trait Wire: Send + Sync {
    /// Sends one request and waits for its answer.
    fn carry(&self, request: &ToSend) -> Came;

    /// Reads an address as typed; where it names no certificate, looks at the server's.
    ///
    /// # Errors
    /// `None` for what is no address; the trouble where the server is not reached.
    fn find(&self, typed: &str) -> std::result::Result<Server, Option<TroubleCode>>;
}

/// An address as the office gave it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FindOffice {
    /// As typed.
    pub address: String,
}

/// A server that answers there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundOffice {
    /// Host and port.
    pub address: String,
    /// SHA-256 of its certificate in hexadecimal, to compare; empty where a public authority vouches for it.
    pub certificate: String,
}

/// What she confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct JoinForm {
    /// Host and port, as found.
    pub address: String,
    /// The certificate that she compared.
    pub certificate: String,
    /// The one-time code as typed.
    pub code: String,
    /// What the laptop is called at the office.
    pub label: String,
}

/// What happens now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OfficeNow {
    /// The session that runs.
    pub running: Option<Progress>,
    /// Milliseconds until the next try by itself; none where none is planned.
    pub next_in_ms: Option<u64>,
}

#[derive(Default)]
struct State {
    open: bool,
    running: Option<Progress>,
}

type Told = Box<dyn Fn(&BTreeSet<&'static str>) + Send + Sync>;

/// The post room.
pub struct Post {
    wire: Box<dyn Wire>,
    told: Told,
    state: Mutex<State>,
    next: Alarm,
    one: Mutex<()>,
    stopped: AtomicBool,
}

impl Post {
    /// A post room over a wire; `told` hears which of the screen's caches a session changed.
    #[must_use]
    pub fn new(wire: Box<dyn Wire>, told: impl Fn(&BTreeSet<&'static str>) + Send + Sync + 'static) -> Self {
        Self {
            wire,
            told: Box::new(told),
            state: Mutex::default(),
            next: Alarm::default(),
            one: Mutex::new(()),
            stopped: AtomicBool::new(false),
        }
    }

    /// Hears what a command left behind: an open archive, something written.
    pub fn hear(&self, open: bool, changed: &BTreeSet<&'static str>) {
        let mut state = self.state();
        let opened = open && !state.open;
        state.open = open;
        let wrote = changed.iter().any(|kind| !QUIET.contains(kind));
        drop(state);
        match (opened, wrote && open) {
            (true, _) => self.next.sooner(AFTER_OPENING),
            (false, true) => self.next.sooner(AFTER_WRITING),
            (false, false) => {}
        }
    }

    /// Runs sessions when they are due, until [`Post::end`]. Blocks: on a thread of its own.
    pub fn run(&self, host: &Mutex<Host>) {
        while self.next.wait() {
            let next = match self.synchronise(host) {
                Ok(report) if report.wait_ms > 0 => Some(Duration::from_millis(report.wait_ms)),
                // Closed, or its own office: opening and joining say when to go on.
                Err(error) if [Code::Locked, Code::OfficeNone, Code::Forbidden].contains(&error.code) => None,
                _ => Some(EVERY),
            };
            if let Some(next) = next {
                self.next.sooner(next);
                (self.told)(&BTreeSet::from([NOW]));
            }
        }
    }

    /// Sends one question beside a session and waits for its answer.
    pub(super) fn ask(&self, request: &ToSend) -> Came {
        self.wire.carry(request)
    }

    /// A session is due now.
    pub(super) fn soon(&self) {
        self.next.sooner(Duration::ZERO);
        (self.told)(&BTreeSet::from([NOW, HELD, "office"]));
    }

    /// Ends [`Post::run`].
    pub fn end(&self) {
        self.next.end();
    }

    fn synchronise(&self, host: &Mutex<Host>) -> Result<SyncReport> {
        let _one = self.one.lock().unwrap_or_else(PoisonError::into_inner);
        self.stopped.store(false, Ordering::SeqCst);
        let driven = drive(host, &Held(self), &mut |progress, changed| {
            self.state().running = Some(progress);
            if !changed.is_empty() {
                (self.told)(changed);
            }
        });
        self.state().running = None;
        let mut changed = BTreeSet::from([NOW, HELD, "office"]);
        if let Ok(driven) = &driven {
            changed.extend(driven.changed.iter().copied());
        }
        if !driven.as_ref().is_err_and(|error| error.code == Code::OfficeNone) {
            (self.told)(&changed);
        }
        driven.map(|driven| driven.report)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Two plain values: whole even if a thread fell while holding them.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The post room as the line of one session.
struct Held<'a>(&'a Post);

impl Carry for Held<'_> {
    fn carry(&self, request: &ToSend) -> Came {
        self.0.wire.carry(request)
    }

    fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::SeqCst)
    }
}

/// Finds the office's server, so that she can compare its certificate before she joins.
///
/// # Errors
/// `office_address_invalid`; `office_unreachable` with the trouble.
pub fn find(_: &Mutex<Host>, post: &Post, input: FindOffice) -> Result<FoundOffice> {
    let found = post.wire.find(&input.address).map_err(|trouble| match trouble {
        None => Error::field(Code::OfficeAddressInvalid, "address"),
        Some(trouble) => Error::new(Code::OfficeUnreachable).with("trouble", trouble.text()),
    })?;
    Ok(FoundOffice {
        address: found.host,
        certificate: found.certificate,
    })
}

/// Joins the office that she found; what the archive holds goes up by itself after that.
///
/// # Errors
/// As [`super::ask_to_join`] and [`super::joined`].
pub fn join(host: &Mutex<Host>, post: &Post, input: JoinForm) -> Result<Joined> {
    let input = JoinOffice {
        server: Server {
            host: input.address,
            certificate: input.certificate,
        },
        code: input.code,
        label: input.label,
    };
    let joined = join_over(host, &Held(post), &input)?;
    post.soon();
    Ok(joined)
}

/// Sends and fetches now; answers when it is over.
///
/// # Errors
/// As [`drive`].
pub fn synchronise(host: &Mutex<Host>, post: &Post, _: Nothing) -> Result<SyncReport> {
    let report = post.synchronise(host)?;
    if report.wait_ms > 0 {
        post.next.sooner(Duration::from_millis(report.wait_ms));
    }
    Ok(report)
}

/// Stops the session that runs, before its next request; what was written stays.
///
/// # Errors
/// None.
pub fn stop(_: &Mutex<Host>, post: &Post, _: Nothing) -> Result<Nothing> {
    post.stopped.store(true, Ordering::SeqCst);
    Ok(Nothing {})
}

/// Answers what happens now, without waiting for the archive.
///
/// # Errors
/// None.
pub fn now(_: &Mutex<Host>, post: &Post, _: Nothing) -> Result<OfficeNow> {
    Ok(OfficeNow {
        running: post.state().running,
        next_in_ms: post
            .next
            .left()
            .map(|left| u64::try_from(left.as_millis()).unwrap_or(u64::MAX)),
    })
}
