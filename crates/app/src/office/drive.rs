//! The loop around the steps: it holds the archive for one step and lets go of it while a request is on its way.

use super::{
    Came, JoinAnswer, JoinOffice, Joined, ToSend, TroubleCode, Turn, ask_to_join, joined,
    turn::{SyncReport, stop, turn},
};
use crate::{Host, Result};
use serde::Serialize;
use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
};
use ts_rs::TS;

/// Whoever carries requests to the office's server and brings back what came.
pub trait Carry {
    /// Sends one request and waits for its answer.
    fn carry(&self, request: &ToSend) -> Came;

    /// Whether she said to stop: then the session ends before the next request.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// What the screen is told while a session runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Requests sent so far.
    pub requests: u32,
    /// Steps written so far.
    pub written: u32,
}

/// A session that was driven to its end, and the kinds whose records it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driven {
    /// What it came to.
    pub report: SyncReport,
    /// The names of the screen's caches that changed.
    pub changed: BTreeSet<&'static str>,
}

/// Drives one session from its first step to its last. `told` hears of each step, with what it changed.
///
/// # Errors
/// `locked` if the archive was closed meanwhile: what was written stays, and the next session goes on from it;
/// `office_none`; the disk is full.
pub fn drive(
    host: &Mutex<Host>,
    line: &dyn Carry,
    told: &mut dyn FnMut(Progress, &BTreeSet<&'static str>),
) -> Result<Driven> {
    let mut progress = Progress {
        requests: 0,
        written: 0,
    };
    let mut changed = BTreeSet::new();
    let mut came = None;
    loop {
        let (turn, fresh) = {
            let mut host = locked(host);
            let session = host.session()?;
            if line.is_stopped() && session.sync.is_on() {
                stop(session, TroubleCode::Stopped)?;
                let report = SyncReport::stopped(session.now());
                changed.extend(session.take_changed());
                return Ok(Driven { report, changed });
            }
            // What other commands of the screen changed is theirs to tell.
            let theirs = session.take_changed();
            let turn = turn(session, came.take());
            let fresh = session.take_changed();
            session.changed = theirs;
            (turn?, fresh)
        };
        changed.extend(fresh.iter().copied());
        match turn {
            Turn::Send(request) => {
                progress.requests += 1;
                told(progress, &fresh);
                came = Some(line.carry(&request));
            }
            Turn::Again => {
                progress.written += 1;
                told(progress, &fresh);
            }
            Turn::Done(report) => return Ok(Driven { report, changed }),
        }
    }
}

/// Joins an office over a line, holding the archive only before and after the request.
///
/// # Errors
/// As [`ask_to_join`] and [`joined`].
pub fn join_over(host: &Mutex<Host>, line: &dyn Carry, input: &JoinOffice) -> Result<Joined> {
    let mut request = ask_to_join(locked(host).session()?, input, 0)?;
    let mut tries = 0;
    loop {
        let came = line.carry(&request);
        match joined(locked(host).session()?, input, came)? {
            JoinAnswer::Joined(joined) => return Ok(joined),
            JoinAnswer::Again(again) if tries < 2 => {
                tries += 1;
                request = again;
            }
            JoinAnswer::Again(_) => {
                return Err(crate::Error::new(crate::Code::OfficeUnreachable)
                    .with("trouble", TroubleCode::Clock.text()));
            }
        }
    }
}

/// The host, for a moment.
pub(super) fn locked(host: &Mutex<Host>) -> MutexGuard<'_, Host> {
    // After a command that fell, the archive decides for itself what was committed.
    host.lock().unwrap_or_else(PoisonError::into_inner)
}

impl SyncReport {
    /// She said to stop.
    const fn stopped(at: cartella_domain::time::Instant) -> Self {
        Self {
            at,
            trouble: Some(TroubleCode::Stopped),
            confirmed: 0,
            late: 0,
            refused: 0,
            came: 0,
            waiting: 0,
            entered: 0,
            left: 0,
            same_print: false,
            wait_ms: 0,
        }
    }
}
