//! A push as read outside of any transaction: forms and signatures checked, nothing decided.

use crate::{
    chain::{Fault, stretch, verify},
    change::{Change, Header},
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{Bytes, Code, MAX_BATCH, MAX_CHANGES, Problem, Push},
    registers::RegisterKey,
    signer::Verifier,
};
use cartella_domain::ids::ChangeId;
use std::{collections::BTreeSet, sync::Arc};

/// A pushed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// As it came: what is stored.
    pub bytes: Vec<u8>,
    /// What its header says.
    pub header: Header,
    /// SHA-256 of the header's bytes.
    pub header_hash: Hash32,
    /// The change, or why it can never count.
    pub read: Result<Arc<Change>, Code>,
}

impl Incoming {
    fn read(bytes: &Bytes, device: &DeviceId, verifier: &dyn Verifier) -> Result<Self, Problem> {
        let (header, header_hash) = Change::header_of(&bytes.0).map_err(|_| Problem::BadRequest)?;
        if header.device_id != *device {
            return Err(Problem::BadRequest);
        }
        let read = match Change::decode(&bytes.0) {
            Ok(change) => match verify(&change, verifier) {
                Ok(()) => Ok(Arc::new(change)),
                Err(Fault::Signature(_)) => Err(Code::BadSignature),
                Err(_) => Err(Code::Invalid),
            },
            Err(_) => Err(Code::Invalid),
        };
        Ok(Self {
            bytes: bytes.0.clone(),
            header,
            header_hash,
            read,
        })
    }
}

/// A push that can be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Whose chain it is.
    pub device: DeviceId,
    /// The epoch that the device knows.
    pub epoch: u64,
    /// One incarnation, numbers rising by one, each following the one before: at least one.
    pub changes: Vec<Incoming>,
}

impl Batch {
    /// Reads a push of `device`, whose request's signature was checked.
    ///
    /// # Errors
    /// [`Problem::TooLarge`]; [`Problem::BadRequest`] if a header cannot be read or names another device, or if the
    /// changes are no stretch of one chain.
    pub fn read(device: DeviceId, push: &Push, verifier: &dyn Verifier) -> Result<Self, Problem> {
        let bytes: usize = push.changes.iter().map(|change| change.0.len()).sum();
        let many = push.changes.len();
        if many > MAX_CHANGES || (many > 1 && bytes > MAX_BATCH) {
            return Err(Problem::TooLarge);
        }
        let changes = push
            .changes
            .iter()
            .map(|change| Incoming::read(change, &device, verifier))
            .collect::<Result<Vec<_>, _>>()?;
        let headers = changes
            .iter()
            .map(|incoming| (&incoming.header, &incoming.header_hash));
        if changes.is_empty() || stretch(headers) < many {
            return Err(Problem::BadRequest);
        }
        Ok(Self {
            device,
            epoch: push.epoch,
            changes,
        })
    }

    /// What [`super::decide_push`] must be given of it.
    #[must_use]
    pub fn needs(&self) -> Needs {
        let mut needs = Needs {
            device: self.device,
            incarnation: self.changes.first().map_or(0, |first| first.header.incarnation),
            chain: (
                self.changes.first().map_or(0, |first| first.header.dev_seq),
                self.changes.last().map_or(0, |last| last.header.dev_seq),
            ),
            scopes: BTreeSet::new(),
            changes: BTreeSet::new(),
            registers: BTreeSet::new(),
        };
        for incoming in &self.changes {
            needs.changes.insert(incoming.header.change_id);
            if let Ok(change) = &incoming.read {
                needs.add(change);
            }
        }
        needs
    }
}

/// What must be loaded, and locked in this order: the device's row, then the scopes by id as they stand here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// Its row: [`super::DeviceRow`], under lock.
    pub device: DeviceId,
    /// The incarnation pushed.
    pub incarnation: u32,
    /// First and last number pushed: header hashes of those that the chain has already.
    pub chain: (u64, u64),
    /// Scopes written in, ascending: [`super::ScopeRow`] of those that exist, under lock (of those that do not,
    /// the key must be locked too, so that two do not open one scope at once). With each, the newest
    /// acknowledgement of its leaving by this device.
    pub scopes: BTreeSet<ScopeRef>,
    /// What is already known of these changes: [`super::Known`].
    pub changes: BTreeSet<ChangeId>,
    /// The registers written to: [`super::RegisterRow`]; those without a row are empty.
    pub registers: BTreeSet<RegisterKey>,
}

impl Needs {
    pub(super) fn add(&mut self, change: &Change) {
        let scope = change.header().scope;
        self.scopes.insert(scope);
        let keys = change
            .ops()
            .iter()
            .filter_map(|op| RegisterKey::of(scope, &op.effect()));
        self.registers.extend(keys);
    }
}
