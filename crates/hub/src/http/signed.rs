//! Whether a request is the device's that it names.

use axum::http::HeaderMap;
use cartella_domain::time::Instant;
use cartella_sync::{
    ids::{DeviceId, Hash32},
    messages::{Problem, Request},
    request::{HEADER, Line, Signed, check, is_fresh as fresh},
    signer::{DeviceKeys, Verifier},
};

/// What the header says.
///
/// # Errors
/// [`Problem::Unauthorised`] without one that can be read.
pub fn header(headers: &HeaderMap) -> Result<Signed, Problem> {
    headers
        .get(HEADER)
        .and_then(|value| value.to_str().ok())
        .and_then(Signed::read)
        .ok_or(Problem::Unauthorised)
}

/// Whether `verifier` knows the device and it signed this.
///
/// # Errors
/// [`Problem::Unauthorised`].
pub fn by(signed: &Signed, path: &str, body: &[u8], verifier: &dyn Verifier) -> Result<(), Problem> {
    let line = Line {
        method: "POST",
        path,
        body: Hash32::of(body),
        at: signed.at,
        nonce: signed.nonce,
    };
    check(&line, &signed.device, &signed.signature, verifier).map_err(|_| Problem::Unauthorised)
}

/// A device that joins signs with the key that it brings.
///
/// # Errors
/// [`Problem::Unauthorised`].
pub fn by_new_device(signed: &Signed, path: &str, body: &[u8], request: &Request) -> Result<(), Problem> {
    let Request::Enrol(enrol) = request else {
        return Err(Problem::BadRequest);
    };
    let mut keys = DeviceKeys::default();
    let device: DeviceId = keys.add(&enrol.public_key).map_err(|_| Problem::Unauthorised)?;
    if device != signed.device {
        return Err(Problem::Unauthorised);
    }
    by(signed, path, body, &keys)
}

/// Whether it was signed about now.
///
/// # Errors
/// [`Problem::Clock`] with the hub's time.
pub fn is_fresh(signed: &Signed, now: Instant) -> Result<(), Problem> {
    if fresh(signed.at, now) {
        Ok(())
    } else {
        Err(Problem::Clock(now))
    }
}
