//! The passphrase's slot: the master key under XChaCha20-Poly1305 and a key from Argon2id.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::SlotsError;
use super::encoding::PASSPHRASE_SLOT;
use crate::keys::kdf::{Kdf, KdfParams, SlotKey};
use crate::keys::master::MasterKey;
use crate::keys::random::{Random, array};

/// What the operator types. Wiped when dropped; no `Debug`.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed. Space around it and doubled between words does not count, for nobody sees it;
    /// everything else does. Refused when empty or over 1,024 bytes.
    pub fn new(typed: String) -> Result<Self, SlotsError> {
        let typed = Zeroizing::new(typed);
        let mut text = Zeroizing::new(String::with_capacity(typed.len()));
        for word in typed.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        if text.is_empty() || text.len() > 1_024 {
            Err(SlotsError::PassphraseSize)
        } else {
            Ok(Self(text))
        }
    }

    /// The text, for judging its strength and for showing a generated one once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// A slot as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PassphraseSlot {
    pub cost: KdfParams,
    pub salt: [u8; 16],
    pub nonce: [u8; 24],
    pub wrapped: Vec<u8>,
}

impl PassphraseSlot {
    pub(super) fn seal(
        master: &MasterKey,
        store: Uuid,
        passphrase: &Passphrase,
        cost: KdfParams,
        kdf: &dyn Kdf,
        random: &dyn Random,
    ) -> Result<Self, SlotsError> {
        let mut slot = Self {
            cost,
            salt: array(random)?,
            nonce: array(random)?,
            wrapped: Vec::new(),
        };
        let key = kdf.derive(passphrase.0.as_bytes(), &slot.salt, cost)?;
        let header = slot.header(store);
        let payload = Payload {
            msg: master.bytes(),
            aad: &header,
        };
        // The cipher refuses only texts of 256 GiB.
        slot.wrapped = cipher(&key)
            .encrypt(&XNonce::from(slot.nonce), payload)
            .map_err(|_| SlotsError::NotProven)?;
        Ok(slot)
    }

    pub(super) fn open(
        &self,
        store: Uuid,
        passphrase: &Passphrase,
        kdf: &dyn Kdf,
    ) -> Result<MasterKey, SlotsError> {
        let key = kdf.derive(passphrase.0.as_bytes(), &self.salt, self.cost)?;
        let header = self.header(store);
        let payload = Payload {
            msg: &self.wrapped,
            aad: &header,
        };
        let opened = cipher(&key)
            .decrypt(&XNonce::from(self.nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| SlotsError::WrongPassphrase)?;
        MasterKey::from_slice(&opened).ok_or(SlotsError::Damaged)
    }

    /// Everything of the slot but the wrapped key, with the store: what the wrapping authenticates. Fixed widths, so
    /// that there is one encoding only.
    fn header(&self, store: Uuid) -> Vec<u8> {
        let mut header = Vec::from(b"cartella/slot/1");
        header.push(PASSPHRASE_SLOT);
        header.extend(store.as_bytes());
        for cost in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            header.extend(cost.to_be_bytes());
        }
        header.extend(self.salt);
        header.extend(self.nonce);
        header
    }
}

fn cipher(key: &SlotKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key.0).into())
}
