//! One session with the office, a step at a time, so that writing never waits for it.
//!
//! The archive is held for one step: reading what to send, or writing one page that came. Between the steps, and while
//! a request is on its way, it is free. Cut off anywhere, the next session goes on from what was written.

use super::{Came, Server, ToSend, TroubleCode};
use crate::{Code, Result, Session, drafts};
use cartella_domain::{
    rights::{Action, Subject},
    time::Instant,
};
use cartella_sync::{
    device::{self, Outcome, Pace, Step, Summary, Trouble},
    messages::{Answer, Problem, Request},
};
use serde::Serialize;
use ts_rs::TS;

/// The largest part that is asked for at once: writing it takes a moment, and she may be typing.
const MOST_BYTES: usize = 512 * 1024;

/// A session that runs, and what the last one learnt of the line.
#[derive(Default)]
pub(crate) struct Running {
    session: Option<device::Session>,
    pace: Pace,
    /// How far the office's clock is ahead, as far as known.
    ahead_ms: i64,
    /// The request was signed anew because of the clocks.
    signed_anew: bool,
}

impl Running {
    /// Whether a session runs.
    pub(crate) const fn is_on(&self) -> bool {
        self.session.is_some()
    }
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Send this, and come back with what came of it.
    Send(ToSend),
    /// Come again: a step was made.
    Again,
    /// The session is over.
    Done(SyncReport),
}

/// What a session came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SyncReport {
    /// When it ended.
    pub at: Instant,
    /// Why it stopped before its end; none if it came to its end.
    pub trouble: Option<TroubleCode>,
    /// Own changes confirmed by the office, late ones included.
    pub confirmed: u64,
    /// Of those, accepted as late.
    pub late: u64,
    /// Own changes refused.
    pub refused: u64,
    /// Others' changes that came.
    pub came: u64,
    /// Own changes that still wait.
    pub waiting: u64,
    /// Scopes that came whole, scopes that went.
    pub entered: u64,
    /// Scopes that went: the right was lost.
    pub left: u64,
    /// Both sides compared what they hold, and it is the same.
    pub same_print: bool,
    /// How long to wait before the next try after a trouble, in milliseconds; 0 without one.
    pub wait_ms: u64,
}

/// Makes one step of a session; begins one if none runs. `came` is what came of the last [`Turn::Send`].
///
/// # Errors
/// `office_none` if the archive belongs to no office; the disk is full: then the session is over, and the next goes
/// on from what was written.
pub fn turn(session: &mut Session, came: Option<Came>) -> Result<Turn> {
    session.allow(Action::OfficeSynchronise, &Subject::nobody())?;
    let server = server(session)?;
    if session.sync.session.is_none() {
        begin(session)?;
        return Ok(Turn::Again);
    }
    step(session, server, came).inspect_err(|_| session.sync.session = None)
}

/// Stops a session that runs; what it wrote stays.
///
/// # Errors
/// The disk is full.
pub(crate) fn stop(session: &mut Session, code: TroubleCode) -> Result<()> {
    let Some(running) = session.sync.session.take() else {
        return Ok(());
    };
    let mut summary = *running.summary();
    summary.at = session.now();
    let moment = session.moment();
    Ok(session.archive.session_stopped(&summary, code.text(), moment)?)
}

fn server(session: &Session) -> Result<Server> {
    let office = session.archive.joined_office()?.ok_or(Code::OfficeNone)?;
    Ok(Server {
        host: office.address,
        certificate: office.certificate,
    })
}

fn begin(session: &mut Session) -> Result<()> {
    drafts::keep_all(session)?;
    let mut pace = session.sync.pace;
    pace.bytes = pace.bytes.min(MOST_BYTES);
    session.sync.signed_anew = false;
    session.sync.session = Some(device::Session::new(pace, session.now()));
    session.touch("office");
    Ok(())
}

fn step(session: &mut Session, server: Server, came: Option<Came>) -> Result<Turn> {
    let now = session.now();
    let Some(mut running) = session.sync.session.take() else {
        return Ok(Turn::Again);
    };
    let mut came = came;
    let turn = loop {
        match running.next().clone() {
            Step::Load(want) => {
                let told = session.archive.told(&want)?;
                running.told(told, now);
            }
            Step::Send(request) => match came.take() {
                None => break Turn::Send(session.signed(server, &request, session.sync.ahead_ms)),
                Some(came) => {
                    if let Some(again) = hear(session, &mut running, &server, &request, came) {
                        break Turn::Send(again);
                    }
                }
            },
            Step::Store(delta) => {
                let moment = session.moment();
                let kinds = session.archive.keep(&delta, moment)?;
                // What rights were asked about may have changed with it.
                session.known.forget();
                session.changed.extend(kinds);
                session.touch("office");
                running.stored(now);
                break Turn::Again;
            }
            Step::Done(outcome) => return end(session, &running, outcome).map(Turn::Done),
        }
    };
    session.sync.session = Some(running);
    Ok(turn)
}

/// Gives the session what came; a request of which the office does not believe the time is signed anew, once.
fn hear(
    session: &mut Session,
    running: &mut device::Session,
    server: &Server,
    request: &Request,
    came: Came,
) -> Option<ToSend> {
    let now = session.now();
    match came.and_then(|bytes| Answer::decode(&bytes).map_err(|_| Trouble::Nonsense)) {
        Ok(Answer::Problem(Problem::Clock(there))) if !session.sync.signed_anew => {
            session.sync.signed_anew = true;
            session.sync.ahead_ms = there.0.saturating_sub(now.0);
            return Some(session.signed(server.clone(), request, session.sync.ahead_ms));
        }
        Ok(answer) => {
            let there = match &answer {
                Answer::Welcome(welcome) => Some(welcome.answered_at),
                Answer::Brief(briefed) => Some(briefed.answered_at),
                _ => None,
            };
            if let Some(there) = there {
                session.sync.ahead_ms = there.0.saturating_sub(now.0);
            }
            running.answered(answer, now);
        }
        Err(trouble) => running.failed(trouble, now),
    }
    None
}

fn end(session: &mut Session, running: &device::Session, outcome: Outcome) -> Result<SyncReport> {
    session.sync.pace = running.pace();
    let (summary, trouble) = match outcome {
        Outcome::Finished(summary) => (summary, None),
        Outcome::Stopped(trouble, summary) => {
            let code = TroubleCode::from(trouble);
            let moment = session.moment();
            session.archive.session_stopped(&summary, code.text(), moment)?;
            (summary, Some((code, trouble)))
        }
    };
    drafts::take_up(session)?;
    session.touch("office");
    let wait = trouble.map_or(0, |(_, trouble)| wait_ms(session, trouble));
    Ok(report(&summary, trouble.map(|(code, _)| code), wait))
}

/// How long to wait after a trouble: what a busy office asks for, at least.
fn wait_ms(session: &Session, trouble: Trouble) -> u64 {
    let random = u64::from_le_bytes(*session.world.salt().first_chunk().unwrap_or(&[0; 8]));
    let wait = session.sync.pace.wait_ms(random);
    match trouble {
        Trouble::Problem(Problem::Busy(asked)) => wait.max(asked),
        _ => wait,
    }
}

fn report(summary: &Summary, trouble: Option<TroubleCode>, wait_ms: u64) -> SyncReport {
    SyncReport {
        at: summary.at,
        trouble,
        confirmed: summary.confirmed,
        late: summary.late,
        refused: summary.refused,
        came: summary.came,
        waiting: summary.waiting,
        entered: summary.entered,
        left: summary.left,
        same_print: trouble.is_none() && summary.differ == 0 && summary.same > 0,
        wait_ms,
    }
}
