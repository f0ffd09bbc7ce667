//! Hello: what a device must fetch, what it must give back, where there is more.

use super::rows::{DeviceRow, DeviceState};
use crate::{
    ids::{DeviceId, ScopeRef},
    messages::{Enter, Have, Hello, PROTOCOL, Problem, Settled, Welcome},
};
use cartella_domain::time::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// The oldest protocol that may still pull.
pub const OLDEST: u16 = 1;

/// How a device stands to a scope, in the hub's books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hold {
    /// Granted; the device has not said that it holds it whole.
    Enter,
    /// Granted, and held.
    Live,
    /// No longer granted; the device has not acknowledged that.
    Leave,
    /// Given back.
    Left,
}

impl Hold {
    /// Whether anything of the scope may be sent.
    #[must_use]
    pub const fn is_granted(self) -> bool {
        matches!(self, Self::Enter | Self::Live)
    }
}

/// A row of `device_scope`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldRow {
    /// The scope.
    pub scope: ScopeRef,
    /// Where it stands.
    pub hold: Hold,
    /// The change of rights that last granted it or took it away.
    pub acl: u64,
    /// The newest change of rights whose leaving was acknowledged; kept when the scope is granted again.
    pub left: Option<u64>,
}

/// What a change of rights numbered `acl` does to a device's rows, in its transaction, with the scopes of the rows
/// returned and the device's rows locked: rows to be written. `granted` are all scopes that the device may hold now.
#[must_use]
pub fn regrant(rows: &[HoldRow], granted: &BTreeSet<ScopeRef>, acl: u64) -> Vec<HoldRow> {
    let known: BTreeSet<ScopeRef> = rows.iter().map(|row| row.scope).collect();
    let changed = rows.iter().filter_map(|row| {
        let hold = match (row.hold.is_granted(), granted.contains(&row.scope)) {
            (true, false) => Hold::Leave,
            (false, true) => Hold::Enter,
            _ => return None,
        };
        Some(HoldRow { hold, acl, ..*row })
    });
    let new = granted.difference(&known).map(|scope| HoldRow {
        scope: *scope,
        hold: Hold::Enter,
        acl,
        left: None,
    });
    changed.chain(new).collect()
}

/// What [`welcome`] must be given, read in one snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WelcomeLoaded {
    /// Life of the database.
    pub epoch: u64,
    /// The newest change of rights.
    pub acl: u64,
    /// The device.
    pub device: DeviceRow,
    /// Its rows.
    pub holds: Vec<HoldRow>,
    /// Newest numbers of the scopes in those rows and in [`Hello::held`]; a scope that nobody opened is not here and is
    /// passed over.
    pub heads: BTreeMap<ScopeRef, u64>,
    /// How pressing a scope is: lower comes first; 0 without an entry.
    pub priority: BTreeMap<ScopeRef, u32>,
    /// Of [`Hello::flagged`] those that are settled.
    pub settled: Vec<Settled>,
}

/// A row that turns from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldTurn {
    /// The row as it was read; none if there was none.
    pub before: Option<HoldRow>,
    /// The row as it becomes.
    pub after: HoldRow,
}

/// What a hello changes at the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelloDelta {
    /// The device: its last contact is now.
    pub device: DeviceId,
    /// Its clock's offset, hub minus device in milliseconds, as far as one message tells.
    pub offset_ms: i64,
    /// Each is written only if the row still is as it was read: the rights may have changed meanwhile, and a hello
    /// holds no locks. What is passed over turns with the next hello.
    pub holds: Vec<HoldTurn>,
}

/// Answers a hello.
///
/// # Errors
/// [`Problem::Revoked`]. A suspended device, or one too old to pull, is welcome to push and is told of nothing to fetch.
pub fn welcome(
    hello: &Hello,
    loaded: &WelcomeLoaded,
    received_at: Instant,
    answered_at: Instant,
) -> Result<(HelloDelta, Welcome), Problem> {
    if loaded.device.state == DeviceState::Revoked {
        return Err(Problem::Revoked);
    }
    let reads = loaded.device.state == DeviceState::Active && hello.protocol >= OLDEST;
    let held: BTreeMap<ScopeRef, u64> = hello.held.iter().map(|have| (have.scope, have.seq)).collect();
    let mut answer = Welcome {
        protocol: PROTOCOL,
        oldest: OLDEST,
        epoch: loaded.epoch,
        chain: loaded.device.chain,
        acl: loaded.acl,
        enter: Vec::new(),
        leave: Vec::new(),
        news: Vec::new(),
        settled: loaded.settled.clone(),
        received_at,
        answered_at,
    };
    let mut holds = Vec::new();
    for (before, row) in rows(loaded, &held) {
        let scope = row.scope;
        let have = held.get(&scope).copied();
        let head = loaded.heads.get(&scope).copied();
        let hold = turned(row.hold, have, head, reads);
        match (hold, head) {
            (Hold::Leave, _) => answer.leave.push(scope),
            (Hold::Enter, Some(head)) if reads => answer.enter.push(Enter { scope, head }),
            (Hold::Live, Some(head)) if reads && have < Some(head) => {
                answer.news.push(Have { scope, seq: head });
            }
            _ => {}
        }
        if hold != row.hold {
            let after = HoldRow { hold, ..row };
            holds.push(HoldTurn { before, after });
        }
    }
    let delta = HelloDelta {
        device: loaded.device.device,
        offset_ms: received_at.0.saturating_sub(hello.sent_at.0),
        holds,
    };
    Ok((delta, answer))
}

/// The device's rows, the most pressing first; and one for each scope that it holds without ever having been granted
/// it: opened there and here, or by a copy of an older disk.
fn rows(loaded: &WelcomeLoaded, held: &BTreeMap<ScopeRef, u64>) -> Vec<(Option<HoldRow>, HoldRow)> {
    let known: BTreeSet<ScopeRef> = loaded.holds.iter().map(|row| row.scope).collect();
    let strange = held
        .keys()
        .filter(|scope| loaded.heads.contains_key(scope) && !known.contains(scope));
    let left = |scope: &ScopeRef| HoldRow {
        scope: *scope,
        hold: Hold::Left,
        acl: loaded.acl,
        left: None,
    };
    let mut rows: Vec<_> = loaded.holds.iter().map(|row| (Some(*row), *row)).collect();
    rows.extend(strange.map(|scope| (None, left(scope))));
    rows.sort_by_key(|(_, row)| (loaded.priority.get(&row.scope).copied().unwrap_or(0), row.scope));
    rows
}

/// How a device stands to a scope after it said how far it has it. `reads` says whether it may fetch anything.
fn turned(hold: Hold, have: Option<u64>, head: Option<u64>, reads: bool) -> Hold {
    match (hold, head) {
        // Given back, or never granted, and there: it goes once what is pending has its verdict.
        (Hold::Left, _) if have.is_some() => Hold::Leave,
        (Hold::Leave | Hold::Left, _) | (_, None) => hold,
        _ if !reads => hold,
        _ if have.unwrap_or(0) == 0 => Hold::Enter,
        _ => Hold::Live,
    }
}
