//! The line and the office's processes: requests are lost, cut, repeated, late; a process dies before or after its
//! commit, or is slow with its locks held.

use crate::{
    oracle::Asked,
    stores::{Laptop, Office},
    world::World,
};
use cartella_domain::time::Instant;
use cartella_sync::{
    device::Trouble,
    ids::Hash32,
    messages::{Answer, Request},
    request::{self, Line},
};

/// A newer program appends a field to the body of a message.
fn appended(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(head) = bytes.get_mut(2).filter(|head| (0x80..0x97).contains(*head)) {
        *head += 1;
        bytes.push(0x07);
    }
    bytes
}

impl<O: Office, L: Laptop> World<'_, O, L> {
    /// A request as the bytes that travel.
    pub fn sealed(&mut self, n: usize, request: &Request) -> Result<Vec<u8>, String> {
        let mut bytes = request.encode();
        if self.seats[n].newer && self.rng.chance(20) {
            bytes = appended(bytes);
        }
        self.sign(n, request, &bytes)?;
        Ok(bytes)
    }

    pub fn send(&mut self, n: usize, bytes: Vec<u8>) -> Result<(), String> {
        self.tokens += 1;
        let token = self.tokens;
        if self.rng.chance(self.weather.lost) {
            self.fail(n, Trouble::Timeout);
            return Ok(());
        }
        if self.rng.chance(self.weather.cut) {
            let end = self.rng.below(bytes.len() as u64) as usize;
            if Request::decode(&bytes[..end]).is_ok() {
                return Err("a request that was cut is understood".into());
            }
            self.fail(n, Trouble::Line);
            return Ok(());
        }
        self.seats[n].token = Some(token);
        if self.rng.chance(self.weather.late) {
            self.pool.push((token, n, bytes));
            return Ok(());
        }
        if self.rng.chance(self.weather.repeated) {
            self.tally.repeats += 1;
            self.pool.push((0, n, bytes.clone()));
        }
        self.deliver(token, n, bytes)
    }

    /// Real signatures of requests only where the keys are real: they are made over the same few bytes every time.
    fn sign(&self, n: usize, request: &Request, bytes: &[u8]) -> Result<(), String> {
        if !self.real_keys {
            return Ok(());
        }
        let line = Line {
            method: "POST",
            path: request.path(),
            body: Hash32::of(bytes),
            at: Instant(self.now),
            nonce: [0; 16],
        };
        let seat = &self.seats[n];
        let signature = request::sign(&line, &seat.key);
        let mut keys = crate::keys::Keys::default();
        keys.add(&seat.key);
        let other = Line {
            path: "/v1/other",
            ..line
        };
        if request::check(&line, &seat.id, &signature, &keys).is_err()
            || request::check(&other, &seat.id, &signature, &keys).is_ok()
        {
            return Err("a request's signature".into());
        }
        Ok(())
    }

    fn fail(&mut self, n: usize, trouble: Trouble) {
        let now = Instant(self.now);
        let seat = &mut self.seats[n];
        seat.token = None;
        if let Some(session) = &mut seat.session {
            session.failed(trouble, now);
        }
    }

    /// A request has arrived at a process of the office.
    pub fn deliver(&mut self, token: u64, n: usize, bytes: Vec<u8>) -> Result<(), String> {
        let request =
            Request::decode(&bytes).map_err(|error| format!("a request that is not understood: {error}"))?;
        let at = Instant(self.now);
        let Some(open) = self.office.open(self.seats[n].id, &request, at) else {
            // Another transaction holds a lock: this one waits.
            self.tally.waited += 1;
            self.pool.push((token, n, bytes));
            return Ok(());
        };
        let asked = Asked {
            request,
            granted: self.grants.scopes_of(self.seats[n].operator),
            at,
        };
        if self.rng.chance(self.weather.crash) {
            self.tally.crashes += 1;
            self.office.abort(open);
            return Ok(());
        }
        if self.rng.chance(self.weather.slow) {
            self.open.push((token, n, open, asked));
            return Ok(());
        }
        self.commit(token, n, open, &asked)
    }

    pub fn commit(&mut self, token: u64, n: usize, open: O::Open, asked: &Asked) -> Result<(), String> {
        let answer = self.office.commit(open);
        self.oracle
            .answered(&self.seats[n], asked, &answer, &self.grants, &mut self.tally)?;
        self.learn_opened();
        if self.rng.chance(self.weather.crash) {
            self.tally.crashes += 1;
            return Ok(());
        }
        let mut bytes = answer.encode();
        if self.rng.chance(5) && !matches!(answer, Answer::Problem(_)) {
            bytes = appended(bytes);
        }
        if self.seats[n].token != Some(token) {
            return Ok(());
        }
        if self.rng.chance(self.weather.cut) {
            let end = self.rng.below(bytes.len() as u64) as usize;
            if Answer::decode(&bytes[..end]).is_ok() {
                return Err("an answer that was cut is understood".into());
            }
            self.fail(n, Trouble::Line);
            return Ok(());
        }
        let answer =
            Answer::decode(&bytes).map_err(|error| format!("an answer that is not understood: {error}"))?;
        let now = Instant(self.now + if self.skews { self.seats[n].skew } else { 0 });
        let seat = &mut self.seats[n];
        seat.token = None;
        if let Some(session) = &mut seat.session {
            session.answered(answer, now);
        }
        Ok(())
    }

    /// The laptop waits no longer.
    pub fn time_out(&mut self, n: usize) {
        if self.seats[n].token.is_some() {
            self.fail(n, Trouble::Timeout);
        }
    }
}
