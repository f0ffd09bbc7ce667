//! What a run asks of an office and of a laptop: thin, so that the real ones can stand in for those in memory.

use crate::{keys::Key, rights::Grants};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    derive::LiveWrite,
    device::{DeviceDelta, Told, Want},
    digest::Digest,
    hub::Hold,
    ids::{DeviceId, Hash32, ScopeRef, WriteId},
    messages::{Accepted, Answer, Code, Request},
    op::Op,
    registers::RegisterKey,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The state of one scope, for comparing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dump {
    /// Live writes of registers.
    pub live: BTreeMap<RegisterKey, BTreeSet<WriteId>>,
    /// Live appends.
    pub appends: BTreeSet<WriteId>,
    /// The digest kept.
    pub digest: Digest,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Pending,
    Quarantined(Code),
    Accepted(Accepted),
}

impl Fate {
    pub fn rank(&self) -> u8 {
        match self {
            Self::Pending => 0,
            Self::Quarantined(_) => 1,
            Self::Accepted(_) => 2,
        }
    }
}

/// A stored change.
#[derive(Clone)]
pub struct Kept {
    pub change: Arc<Change>,
    pub fate: Fate,
}

/// A transaction of the office that is decided and not committed: its locks are held.
pub trait Office {
    /// Decided, not committed.
    type Open;

    /// A device becomes one of the office's.
    fn enrol(&mut self, key: &Key, operator: OperatorId);

    /// The rules change: `grants` are the office's from now on, numbered by [`Grants::acl`]. Says whether that could
    /// be done now (a lock may be held).
    fn regrant(&mut self, grants: &Grants, operator: OperatorId, scope: ScopeRef) -> bool;

    /// The device may speak or not.
    fn suspend(&mut self, device: DeviceId, suspended: bool);

    /// Decides a request under locks; none if a lock is held by another transaction.
    fn open(&mut self, device: DeviceId, request: &Request, at: Instant) -> Option<Self::Open>;

    /// Commits, and gives the answer.
    fn commit(&mut self, open: Self::Open) -> Answer;

    /// Forgets an open transaction: the process died.
    fn abort(&mut self, open: Self::Open);

    /// A named person adopts a quarantined change. Says whether she could.
    fn adopt(&mut self, row: Hash32, at: Instant) -> bool;

    /// A named person closes a quarantined change.
    fn close(&mut self, row: Hash32) -> bool;

    /// Quarantined changes that wait for a person.
    fn waiting(&self) -> Vec<(Hash32, ChangeId)>;

    /// Scopes that exist, with their newest numbers.
    fn scopes(&self) -> BTreeMap<ScopeRef, u64>;

    /// A scope's state.
    fn dump(&self, scope: ScopeRef) -> Dump;

    /// A scope's accepted changes in the order of their numbers.
    fn log(&self, scope: ScopeRef) -> Vec<Kept>;

    /// What became of a change.
    fn fate(&self, change: ChangeId) -> Option<Fate>;

    /// How a device stands to a scope.
    fn hold(&self, device: DeviceId, scope: ScopeRef) -> Option<Hold>;

    /// Scopes opened since this was asked last, and by whom.
    fn opened(&mut self) -> Vec<(ScopeRef, OperatorId)>;
}

/// A user's write, but for its place in the chain and its clock.
pub struct Write {
    pub id: ChangeId,
    pub scope: ScopeRef,
    pub ops: Vec<Op>,
    /// The laptop's wall clock.
    pub wall: Instant,
    /// Its monotonic clock in milliseconds.
    pub mono: i64,
}

/// A laptop's store.
pub trait Laptop {
    fn read(&mut self, want: Want) -> Told;

    /// In one transaction, durable when it returns.
    fn write(&mut self, delta: &DeviceDelta);

    /// A user's write: pending from now on.
    fn append(&mut self, write: Write) -> Arc<Change>;

    /// The live writes of a record as the user sees them.
    fn shown(&self, scope: ScopeRef, record: RecordId) -> Vec<LiveWrite>;

    /// What an own pending write replaces; none for any other.
    fn replaces(&self, write: WriteId) -> Option<Vec<WriteId>>;

    /// Scopes in which the user can write: everything of which there is a row.
    fn scopes(&self) -> BTreeMap<ScopeRef, u64>;

    /// A scope's state, pending writes included.
    fn dump(&self, scope: ScopeRef) -> Dump;

    /// The same made anew from the changes.
    fn rebuilt(&self, scope: ScopeRef) -> Dump;

    /// Every change there is, in any order.
    fn changes(&self) -> Vec<Kept>;

    /// Own quarantined changes that are not settled.
    fn flagged(&self) -> usize;

    /// How often sums differed.
    fn incidents(&self) -> usize;

    /// A write is wrongly taken for dead, as by a fault of the disk or of the program: says whether there was one.
    fn rot(&mut self, pick: u64) -> Option<ScopeRef>;
}
