//! The office's slot: the master key as a small age file to the office's recipients, any of whom can open it.
//!
//! The private identities are on paper or a token in the office's safe, never on a laptop or a server.

use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::{Decryptor, Encryptor, x25519};
use zeroize::Zeroizing;

use super::SlotsError;
use crate::keys::master::{MasterKey, empty_secret};

/// A public key of the office.
#[derive(Clone)]
pub struct OfficeRecipient(x25519::Recipient);

impl OfficeRecipient {
    /// Reads `age1...`; space around it does not count.
    pub fn parse(text: &str) -> Result<Self, SlotsError> {
        x25519::Recipient::from_str(text.trim())
            .map(Self)
            .map_err(|_| SlotsError::NotAnAgeKey)
    }

    /// The key as it is written, `age1...`.
    pub fn text(&self) -> String {
        self.0.to_string()
    }
}

/// A private key of the office. No `Debug`; wiped when dropped.
pub struct OfficeIdentity(x25519::Identity);

impl OfficeIdentity {
    /// Reads `AGE-SECRET-KEY-1...`; space around it does not count.
    pub fn parse(text: &str) -> Result<Self, SlotsError> {
        x25519::Identity::from_str(text.trim())
            .map(Self)
            .map_err(|_| SlotsError::NotAnAgeKey)
    }

    /// Makes a new pair, for the office that has none yet.
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The public half.
    pub fn recipient(&self) -> OfficeRecipient {
        OfficeRecipient(self.0.to_public())
    }

    /// The private key as it is written on paper.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }
}

/// A slot as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OfficeSlot {
    pub recipients: Vec<String>,
    pub wrapped: Vec<u8>,
}

impl OfficeSlot {
    pub(super) fn seal(master: &MasterKey, recipients: &[OfficeRecipient]) -> Result<Self, SlotsError> {
        let keys = recipients
            .iter()
            .map(|recipient| &recipient.0 as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(keys).map_err(|_| SlotsError::NotAnAgeKey)?;
        let mut wrapped = Vec::new();
        let mut writer = encryptor.wrap_output(&mut wrapped)?;
        writer.write_all(master.bytes())?;
        writer.finish()?;
        Ok(Self {
            recipients: recipients.iter().map(OfficeRecipient::text).collect(),
            wrapped,
        })
    }

    pub(super) fn open(&self, identity: &OfficeIdentity) -> Result<MasterKey, SlotsError> {
        let decryptor = Decryptor::new_buffered(self.wrapped.as_slice()).map_err(|_| SlotsError::Damaged)?;
        let mut reader = decryptor
            .decrypt(std::iter::once(&identity.0 as &dyn age::Identity))
            .map_err(refused)?;
        let mut bytes = empty_secret();
        reader
            .read_exact(bytes.as_mut_slice())
            .map_err(|_| SlotsError::Damaged)?;
        let mut rest = [0_u8; 1];
        match reader.read(&mut rest) {
            Ok(0) => MasterKey::from_slice(bytes.as_slice()).ok_or(SlotsError::Damaged),
            _ => Err(SlotsError::Damaged),
        }
    }
}

fn refused(error: age::DecryptError) -> SlotsError {
    match error {
        age::DecryptError::NoMatchingKeys => SlotsError::WrongOfficeKey,
        _ => SlotsError::Damaged,
    }
}
