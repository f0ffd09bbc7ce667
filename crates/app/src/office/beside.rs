//! Commands that ask the office something beside a session: the archive is held before the question and after the answer.

use super::{
    HeldView, PassedTo, Post, SettleHeld, ToSend, ask_held, ask_passed, ask_settle_held, drive::locked, held,
    passed, settled_held,
};
use crate::{Host, Result, Session, cases::OneCase, commands::Nothing};
use std::sync::Mutex;

/// What the office holds for her.
///
/// # Errors
/// As [`ask_held`] and [`held`].
pub fn held_list(host: &Mutex<Host>, post: &Post, _: Nothing) -> Result<Vec<HeldView>> {
    let request = open(host, |session| ask_held(session))?;
    let came = post.ask(&request);
    open(host, |session| held(session, came))
}

/// She takes one over, or closes it; a session follows at once, with what was taken over.
///
/// # Errors
/// As [`ask_settle_held`] and [`settled_held`].
pub fn held_settle(host: &Mutex<Host>, post: &Post, input: SettleHeld) -> Result<Nothing> {
    let request: ToSend = open(host, |session| ask_settle_held(session, &input))?;
    let came = post.ask(&request);
    open(host, |session| settled_held(session, came))?;
    post.soon();
    Ok(Nothing {})
}

/// Who is responsible now for a case that left this laptop.
///
/// # Errors
/// As [`ask_passed`] and [`passed`].
pub fn passed_to(host: &Mutex<Host>, post: &Post, input: OneCase) -> Result<PassedTo> {
    let request = open(host, |session| ask_passed(session, input))?;
    let came = post.ask(&request);
    open(host, |session| passed(session, came))
}

fn open<T>(host: &Mutex<Host>, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
    work(locked(host).session()?)
}
