//! A request's signature: that this device sent these bytes to this place, once, about now.

use crate::{
    change::Signature,
    ids::{DeviceId, Hash32},
    signer::{SignatureFault, Signer, Verifier},
    wire::Out,
};
use cartella_domain::time::Instant;

/// What the signed bytes begin with: no header begins so (see [`crate::signer::DeviceKey`]).
const PREFIX: &[u8] = b"cartella request 1\n";

/// How far a request's time may be from the hub's, in milliseconds. A device signs with its own clock and the
/// offset it measured, so a wrong clock costs one more exchange ([`crate::messages::Problem::Clock`]).
pub const FRESH_MS: i64 = 300_000;

/// What a signature speaks of, besides the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// The method in capitals.
    pub method: &'a str,
    /// The path with its query.
    pub path: &'a str,
    /// SHA-256 of the message, however it is packed on its way ([`crate::packed`]).
    pub body: Hash32,
    /// The hub's time as the device believes it to be.
    pub at: Instant,
    /// 16 random bytes: the hub remembers those of the last [`FRESH_MS`] and refuses one that comes again. Every
    /// request is idempotent, so a process that forgot them loses nothing.
    pub nonce: [u8; 16],
}

fn signed(device: &DeviceId, line: &Line<'_>) -> Vec<u8> {
    let mut out = Out::new();
    out.raw(PREFIX);
    out.array(6);
    out.bytes(&device.0);
    out.text(line.method);
    out.text(line.path);
    out.bytes(&line.body.0);
    out.i64(line.at.0);
    out.bytes(&line.nonce);
    out.finish()
}

/// The device's signature over a request.
#[must_use]
pub fn sign(line: &Line<'_>, signer: &dyn Signer) -> Signature {
    signer.sign(&signed(&signer.device_id(), line))
}

/// Whether `device` signed this request. Says nothing about its time: see [`is_fresh`].
///
/// # Errors
/// The signature does not count.
pub fn check(
    line: &Line<'_>,
    device: &DeviceId,
    signature: &Signature,
    verifier: &dyn Verifier,
) -> Result<(), SignatureFault> {
    verifier.verify(device, &signed(device, line), signature)
}

/// Whether a request's time is near enough to the hub's.
#[must_use]
pub fn is_fresh(at: Instant, now: Instant) -> bool {
    now.0.saturating_sub(at.0).saturating_abs() <= FRESH_MS
}

/// The header that carries a request's signature.
pub const HEADER: &str = "cartella-signature";

/// What a request carries beside its body, in one header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The device that sends.
    pub device: DeviceId,
    /// The hub's time as the device believes it to be.
    pub at: Instant,
    /// [`Line::nonce`].
    pub nonce: [u8; 16],
    /// The signature.
    pub signature: Signature,
}

impl Signed {
    /// Signs what is posted to `path`.
    #[must_use]
    pub fn post(path: &str, body: &[u8], at: Instant, nonce: [u8; 16], signer: &dyn Signer) -> Self {
        let line = Line {
            method: "POST",
            path,
            body: Hash32::of(body),
            at,
            nonce,
        };
        Self {
            device: signer.device_id(),
            at,
            nonce,
            signature: sign(&line, signer),
        }
    }

    /// The header's text: version, device, time, nonce and signature, the bytes in hexadecimal.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "1 {} {} {} {}",
            hex(&self.device.0),
            self.at.0,
            hex(&self.nonce),
            hex(&self.signature)
        )
    }

    /// Reads the header's text; none if it is no such text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        if words.next() != Some("1") {
            return None;
        }
        let signed = Self {
            device: DeviceId(bytes(words.next()?)?),
            at: Instant(words.next()?.parse().ok()?),
            nonce: bytes(words.next()?)?,
            signature: bytes(words.next()?)?,
        };
        words.next().is_none().then_some(signed)
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    if !text.is_ascii() || text.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
