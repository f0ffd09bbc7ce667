//! What the hub keeps, as the core sees it: rows loaded for a decision.

use crate::{
    chain::Tip,
    change::Change,
    digest::Digest,
    ids::{DeviceId, Hash32, ScopeRef, WriteId},
    messages::{Accepted, Code, Verdict},
    registers::RegisterKey,
};
use cartella_domain::ids::{ChangeId, OperatorId};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Whether a device may speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceState {
    /// It may.
    Active,
    /// It may push into the quarantine, nothing else.
    Suspended,
    /// It may not, and must destroy its keys.
    Revoked,
}

/// A device's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRow {
    /// The device.
    pub device: DeviceId,
    /// The one operator whose archive it is.
    pub operator: OperatorId,
    /// Whether it may speak; a suspended operator's devices are suspended.
    pub state: DeviceState,
    /// Where its chain stands here.
    pub chain: Tip,
}

/// A scope's row; one that nobody opened has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeRow {
    /// The scope.
    pub scope: ScopeRef,
    /// Its newest number.
    pub head: u64,
    /// Over its live writes.
    pub digest: Digest,
}

/// A register's rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterRow {
    /// The live writes.
    pub live: BTreeSet<WriteId>,
    /// Writes replaced before they came.
    pub unseen: BTreeSet<WriteId>,
}

/// What is known of a change that comes (again).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// SHA-256 of the header under which it is known.
    pub header_hash: Hash32,
    /// What was said of it, with what is dead of it *now*.
    pub verdict: Verdict,
}

/// All that [`super::Needs`] asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Life of the database.
    pub epoch: u64,
    /// The device.
    pub device: DeviceRow,
    /// Header hashes by number of what the chain has in the stretch asked for.
    pub chain: BTreeMap<u64, Hash32>,
    /// Known changes, accepted and quarantined.
    pub known: BTreeMap<ChangeId, Known>,
    /// Scopes that exist.
    pub scopes: BTreeMap<ScopeRef, ScopeRow>,
    /// The newest change of rights whose leaving this device acknowledged, by scope.
    pub left: BTreeMap<ScopeRef, u64>,
    /// Registers that have rows.
    pub registers: BTreeMap<RegisterKey, RegisterRow>,
}

/// A link of a device's chain to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its number in the incarnation of [`PushDelta::chain`].
    pub dev_seq: u64,
    /// SHA-256 of the header.
    pub header_hash: Hash32,
    /// The change.
    pub change: ChangeId,
}

/// A change to be stored as accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedRow {
    /// The change.
    pub change: Arc<Change>,
    /// Its place; `dead` is what is dead of it at the end of this transaction.
    pub place: Accepted,
    /// Bit `n`: operation `n` is a write that can be live. Live now are `stands & !place.dead`; a row is live while
    /// any of its writes is.
    pub stands: u64,
}

/// A change to be stored in the quarantine, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarantineRow {
    /// The key of the row: two different changes may claim one id.
    pub header_hash: Hash32,
    /// The id that it claims.
    pub change: ChangeId,
    /// The scope that it would write in.
    pub scope: ScopeRef,
    /// As it came.
    pub bytes: Vec<u8>,
    /// Why.
    pub code: Code,
}

/// A scope that came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The scope.
    pub scope: ScopeRef,
    /// Who opened it, and holds it until the office decides: her devices are granted it.
    pub author: OperatorId,
    /// The device that did; it holds the scope already.
    pub device: DeviceId,
    /// The change that did.
    pub change: ChangeId,
}

/// What a decision changes in scopes and registers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordDelta {
    /// Scopes that came to be.
    pub opened: Vec<Opened>,
    /// Scopes as they are now (also the opened ones).
    pub scopes: BTreeMap<ScopeRef, ScopeRow>,
    /// New accepted changes, by scope and number ascending. Derived rows: of the records that they touch.
    pub accepted: Vec<AcceptedRow>,
    /// Writes that are live now and were not before.
    pub born: BTreeSet<(RegisterKey, WriteId)>,
    /// Writes that were live before and are not now: gone from the live rows.
    pub died: BTreeSet<(RegisterKey, WriteId)>,
    /// Replaced before they came: to be remembered (some may be remembered already).
    pub unseen: BTreeSet<(RegisterKey, WriteId)>,
    /// The same deaths as bits to add to `dead` of changes stored earlier.
    pub dead: BTreeMap<ChangeId, u64>,
}

/// What a push changes: stored in one transaction, and only then answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushDelta {
    /// The device.
    pub device: DeviceId,
    /// Where its chain stands now.
    pub chain: Tip,
    /// The new links, ascending.
    pub links: Vec<Link>,
    /// What counts.
    pub record: RecordDelta,
    /// What waits.
    pub quarantined: Vec<QuarantineRow>,
}

impl PushDelta {
    /// Whether nothing is to be stored: everything had come before.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }
}
