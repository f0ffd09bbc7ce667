//! A session in one exchange: what the office knows of a device, said in few bytes, or that it must say hello.

use super::{
    hello::{Hold, HoldRow, OLDEST},
    rows::{DeviceRow, DeviceState},
};
use crate::{
    digest::Digest,
    ids::ScopeRef,
    messages::{
        Have,
        brief::{Brief, Part},
    },
    print::{Moved, Print, whole},
};
use std::collections::BTreeMap;

/// Most scopes that are listed; beyond, hello is shorter.
const LISTED: usize = 256;

/// A row of the device's books with its scope, if that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearRow {
    /// The row.
    pub row: HoldRow,
    /// The scope's newest number and its digest.
    pub scope: Option<(u64, Digest)>,
}

/// What [`near`] must be given, read in one statement after the changes sent along were stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearLoaded {
    /// The device.
    pub device: DeviceRow,
    /// Its rows.
    pub rows: Vec<NearRow>,
    /// How many changes of this message were accepted in a scope that had not come before.
    pub new: BTreeMap<ScopeRef, u64>,
}

/// Where device and office stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What to send: as of a pull.
    pub moved: Vec<Have>,
    /// Parts of which it cannot be told what the device has.
    pub parts: Vec<Part>,
    /// Over everything.
    pub whole: Print,
}

/// Says where they stand; none where the device must say hello: it may not read, there is something to fetch whole or
/// to give back, or too much is different.
#[must_use]
pub fn near(brief: &Brief, loaded: &NearLoaded) -> Option<Standing> {
    if loaded.device.state != DeviceState::Active || brief.protocol < OLDEST {
        return None;
    }
    let mut before = BTreeMap::new();
    let mut now = Vec::new();
    for it in &loaded.rows {
        match (it.row.hold, it.scope) {
            (Hold::Live, Some((head, digest))) => {
                let scope = it.row.scope;
                let new = loaded.new.get(&scope).copied().unwrap_or(0);
                before.insert(scope, head.saturating_sub(new));
                now.push((scope, head, digest));
            }
            (Hold::Enter, Some(_)) | (Hold::Leave, _) => return None,
            // Nobody opened it, or it was given back.
            _ => {}
        }
    }
    let mut standing = Standing {
        moved: Vec::new(),
        parts: Vec::new(),
        whole: whole(now),
    };
    let mut listed = 0;
    for moved in brief.prints.compare(&before) {
        match moved {
            Moved::One(scope, seq) => standing.moved.push(Have { scope, seq }),
            Moved::Part(number, scopes) => {
                listed += scopes.len();
                let scopes = scopes.into_iter().map(|(scope, seq)| Have { scope, seq });
                standing.parts.push(Part {
                    number: u32::try_from(number).unwrap_or(u32::MAX),
                    scopes: scopes.collect(),
                });
            }
        }
    }
    (listed <= LISTED).then_some(standing)
}
