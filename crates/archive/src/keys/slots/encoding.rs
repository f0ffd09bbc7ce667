//! The bytes of the slots' file: one CBOR map with integer keys, in one order, nothing after it.
//!
//! `{0: magic, 1: version, 2: store, 3: [slots], 4: sum, 5: mac}`. The sum (SHA-256 of all before it) tells a damaged
//! file from a wrong passphrase before any key is derived; the MAC (HMAC-SHA256 of all before it) is what counts.

use hmac::{Hmac, KeyInit, Mac};
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::SlotsError;
use super::office::OfficeSlot;
use super::passphrase_slot::PassphraseSlot;
use crate::keys::kdf::KdfParams;
use crate::keys::master::{SlotsKey, padded};

const MAGIC: &str = "cartella-keyslots";
const VERSION: u32 = 1;
/// The number of the passphrase's kind of slot.
pub(super) const PASSPHRASE_SLOT: u8 = 1;
const OFFICE_SLOT: u8 = 2;
/// No file of slots is larger, in bytes.
pub(super) const LARGEST: u64 = 64 * 1024;

/// What the file says, whether true or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub store: Uuid,
    pub passphrase: Option<PassphraseSlot>,
    pub office: Option<OfficeSlot>,
}

/// A file as it was read: its content, and what is needed to know whether it is true.
pub(super) struct SlotsFile {
    pub content: Content,
    bytes: Vec<u8>,
}

impl SlotsFile {
    /// Reads the bytes of a file. Only bytes that this program would have written itself are taken.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, SlotsError> {
        let content = decode(&bytes)?;
        let again = unsigned(&content);
        if bytes.len() != again.len() + MAC_FIELD || !bytes.starts_with(&again) {
            return Err(SlotsError::Damaged);
        }
        Ok(Self { content, bytes })
    }

    /// Whether the holder of the master key wrote exactly this file.
    pub(super) fn verify(&self, key: &SlotsKey) -> Result<(), SlotsError> {
        if signed(unsigned(&self.content), key) == self.bytes {
            Ok(())
        } else {
            Err(SlotsError::Damaged)
        }
    }
}

/// The bytes of a file with this content.
pub(super) fn encode(content: &Content, key: &SlotsKey) -> Vec<u8> {
    signed(unsigned(content), key)
}

/// Key 5, then a byte string of 32.
const MAC_FIELD: usize = 1 + 2 + 32;

fn signed(mut bytes: Vec<u8>, key: &SlotsKey) -> Vec<u8> {
    let block = padded::<64>(&key.0);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    mac.update(&bytes);
    let tag = mac.finalize().into_bytes();
    // Writing into memory cannot fail.
    Encoder::new(&mut bytes)
        .u8(5)
        .and_then(|e| e.bytes(&tag))
        .map(drop)
        .unwrap_or_default();
    bytes
}

fn unsigned(content: &Content) -> Vec<u8> {
    let mut bytes = Vec::new();
    encode_body(content, &mut Encoder::new(&mut bytes)).unwrap_or_default();
    let sum = Sha256::digest(&bytes);
    Encoder::new(&mut bytes)
        .u8(4)
        .and_then(|e| e.bytes(&sum))
        .map(drop)
        .unwrap_or_default();
    bytes
}

type EncodeError = minicbor::encode::Error<std::convert::Infallible>;

fn encode_body(content: &Content, e: &mut Encoder<&mut Vec<u8>>) -> Result<(), EncodeError> {
    let count = u64::from(content.passphrase.is_some()) + u64::from(content.office.is_some());
    e.map(6)?.u8(0)?.str(MAGIC)?.u8(1)?.u32(VERSION)?;
    e.u8(2)?.bytes(content.store.as_bytes())?.u8(3)?.array(count)?;
    if let Some(slot) = &content.passphrase {
        e.map(7)?.u8(0)?.u8(PASSPHRASE_SLOT)?;
        e.u8(1)?
            .u32(slot.cost.memory_kib)?
            .u8(2)?
            .u32(slot.cost.passes)?
            .u8(3)?
            .u32(slot.cost.lanes)?;
        e.u8(4)?
            .bytes(&slot.salt)?
            .u8(5)?
            .bytes(&slot.nonce)?
            .u8(6)?
            .bytes(&slot.wrapped)?;
    }
    if let Some(slot) = &content.office {
        e.map(3)?
            .u8(0)?
            .u8(OFFICE_SLOT)?
            .u8(1)?
            .array(slot.recipients.len() as u64)?;
        for recipient in &slot.recipients {
            e.str(recipient)?;
        }
        e.u8(2)?.bytes(&slot.wrapped)?;
    }
    Ok(())
}

fn decode(bytes: &[u8]) -> Result<Content, SlotsError> {
    let mut decoder = Decoder::new(bytes);
    let version = decode_version(&mut decoder).map_err(|_| SlotsError::Damaged)?;
    if version > VERSION {
        return Err(SlotsError::Newer { version });
    }
    let content = decode_rest(&mut decoder).map_err(|_| SlotsError::Damaged)?;
    Ok(content)
}

type DecodeError = minicbor::decode::Error;

fn decode_version(d: &mut Decoder<'_>) -> Result<u32, DecodeError> {
    // A newer file may hold more fields.
    let fields = d.map()?;
    expect(d, 0)?;
    if fields.is_none_or(|count| count < 6) || d.str()? != MAGIC {
        return Err(DecodeError::message("not key slots"));
    }
    expect(d, 1)?;
    d.u32()
}

fn decode_rest(d: &mut Decoder<'_>) -> Result<Content, DecodeError> {
    expect(d, 2)?;
    let mut content = Content {
        store: Uuid::from_bytes(fixed(d)?),
        passphrase: None,
        office: None,
    };
    expect(d, 3)?;
    for _ in 0..length(d)? {
        d.map()?;
        expect(d, 0)?;
        match d.u8()? {
            PASSPHRASE_SLOT if content.passphrase.is_none() => {
                content.passphrase = Some(decode_passphrase(d)?)
            }
            OFFICE_SLOT if content.office.is_none() => content.office = Some(decode_office(d)?),
            _ => return Err(DecodeError::message("unknown or repeated slot")),
        }
    }
    Ok(content)
}

fn decode_passphrase(d: &mut Decoder<'_>) -> Result<PassphraseSlot, DecodeError> {
    expect(d, 1)?;
    let memory_kib = d.u32()?;
    expect(d, 2)?;
    let passes = d.u32()?;
    expect(d, 3)?;
    let lanes = d.u32()?;
    expect(d, 4)?;
    let salt = fixed(d)?;
    expect(d, 5)?;
    let nonce = fixed(d)?;
    expect(d, 6)?;
    let cost = KdfParams {
        memory_kib,
        passes,
        lanes,
    };
    Ok(PassphraseSlot {
        cost,
        salt,
        nonce,
        wrapped: d.bytes()?.to_vec(),
    })
}

fn decode_office(d: &mut Decoder<'_>) -> Result<OfficeSlot, DecodeError> {
    expect(d, 1)?;
    let mut recipients = Vec::new();
    for _ in 0..length(d)? {
        recipients.push(d.str()?.to_owned());
    }
    expect(d, 2)?;
    Ok(OfficeSlot {
        recipients,
        wrapped: d.bytes()?.to_vec(),
    })
}

fn expect(d: &mut Decoder<'_>, key: u8) -> Result<(), DecodeError> {
    if d.u8()? == key {
        Ok(())
    } else {
        Err(DecodeError::message("another field"))
    }
}

fn length(d: &mut Decoder<'_>) -> Result<u64, DecodeError> {
    // Sixteen is more than any office needs, and bounds what a hostile file makes us read.
    d.array()?
        .filter(|count| *count <= 16)
        .ok_or_else(|| DecodeError::message("too many"))
}

fn fixed<const N: usize>(d: &mut Decoder<'_>) -> Result<[u8; N], DecodeError> {
    d.bytes()?
        .try_into()
        .map_err(|_| DecodeError::message("another length"))
}
