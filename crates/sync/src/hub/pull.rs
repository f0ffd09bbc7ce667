//! Pull, backfill and digests: what the hub sends. Rows are read in one snapshot together with the grants, so that
//! nothing is sent that is not granted at that moment.

use super::rows::ScopeRow;
use crate::{
    ids::ScopeRef,
    messages::{
        Accepted, Backfill, BackfillPage, Backfilled, Bytes, Compared, Delivered, Digests, Have, MAX_BATCH,
        Page, Pages, Portion, Problem, Pull, Sum,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A stored change to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// As its author encoded it.
    pub bytes: Vec<u8>,
    /// Its place, with what is dead of it now.
    pub place: Accepted,
}

impl Stored {
    fn deliver(self) -> Delivered {
        Delivered {
            bytes: Bytes(self.bytes),
            place: self.place,
        }
    }
}

/// A scope asked for, if it is granted ([`super::Hold::is_granted`]) and was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PullScope {
    /// Its newest number.
    pub head: u64,
    /// What is above the number asked for, ascending and without gaps, at most as many as the shell likes.
    pub rows: Vec<Stored>,
}

fn budget(max_bytes: u32) -> usize {
    usize::try_from(max_bytes).unwrap_or(MAX_BATCH).min(MAX_BATCH)
}

/// Checks what every reading request says of the epoch.
///
/// # Errors
/// [`Problem::EpochChanged`].
pub const fn same_epoch(asked: u64, epoch: u64) -> Result<(), Problem> {
    if asked == epoch {
        Ok(())
    } else {
        Err(Problem::EpochChanged(epoch))
    }
}

/// Makes the pages of a pull, in the order asked, as far as the bytes go. At least one change is sent if there is
/// any.
#[must_use]
pub fn pages(pull: &Pull, mut loaded: BTreeMap<ScopeRef, PullScope>) -> Pages {
    let mut left = budget(pull.max_bytes);
    let mut answer = Pages {
        pages: Vec::new(),
        refused: Vec::new(),
    };
    let mut sent = false;
    for have in &pull.scopes {
        let Some(scope) = loaded.remove(&have.scope) else {
            if !answer.pages.iter().any(|page| page.scope == have.scope) {
                answer.refused.push(have.scope);
            }
            continue;
        };
        let mut page = Page {
            scope: have.scope,
            after: have.seq,
            to: have.seq,
            head: scope.head,
            changes: Vec::new(),
        };
        for row in scope.rows {
            if sent && row.bytes.len() > left {
                left = 0;
                break;
            }
            left = left.saturating_sub(row.bytes.len());
            sent = true;
            page.to = row.place.seq;
            page.changes.push(row.deliver());
        }
        answer.pages.push(page);
        if left == 0 {
            break;
        }
    }
    answer
}

/// A scope of a backfill, if it is granted and was opened: of its changes numbered at most `upto` and below `below`,
/// those of which any write is live, descending, a number of the shell's liking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackfillScope {
    /// The scope's newest number.
    pub head: u64,
    /// The live changes.
    pub rows: Vec<Stored>,
    /// Whether the shell stopped before the lowest.
    pub more: bool,
}

/// Which portions of a backfill to read now, and up to which number: so many of those that may be sent, in their order,
/// that not many more than `most` rows can come of them; at least one.
#[must_use]
pub fn portions_now<'a>(
    asked: &'a [Portion],
    heads: &BTreeMap<ScopeRef, u64>,
    most: u64,
) -> Vec<(&'a Portion, u64)> {
    let mut left = most;
    let mut seen = BTreeSet::new();
    let mut now = Vec::new();
    for portion in asked {
        let Some(head) = heads.get(&portion.scope).filter(|_| seen.insert(portion.scope)) else {
            continue;
        };
        let upto = portion.upto.unwrap_or(*head).min(*head);
        let rows = portion
            .below
            .map_or(upto, |below| below.saturating_sub(1).min(upto));
        if rows > left && !now.is_empty() {
            break;
        }
        left = left.saturating_sub(rows);
        now.push((portion, upto));
    }
    now
}

/// Of which scopes of a pull to read rows now, and above which number: as many as about twice `most` rows come of.
/// Of the others nothing is read; they are asked for again.
#[must_use]
pub fn above_now(asked: &[Have], heads: &BTreeMap<ScopeRef, u64>, most: u64) -> BTreeMap<ScopeRef, u64> {
    let mut above = BTreeMap::new();
    let mut left = most.saturating_mul(2);
    for have in asked {
        let new = heads
            .get(&have.scope)
            .map_or(0, |head| head.saturating_sub(have.seq));
        if new > 0 && left > 0 && !above.contains_key(&have.scope) {
            above.insert(have.scope, have.seq);
            left = left.saturating_sub(new);
        }
    }
    above
}

/// Makes the pages of a backfill, in the order asked, as far as the bytes go. At least one change is sent if there is
/// any. `granted` are the scopes asked that may be sent, whether the shell read them or left them for another answer.
#[must_use]
pub fn backfill_pages(
    asked: &Backfill,
    granted: &BTreeSet<ScopeRef>,
    mut loaded: BTreeMap<ScopeRef, BackfillScope>,
) -> Backfilled {
    let mut left = budget(asked.max_bytes);
    let mut answer = Backfilled {
        pages: Vec::new(),
        refused: Vec::new(),
    };
    let mut sent = false;
    for portion in &asked.scopes {
        if !granted.contains(&portion.scope) {
            answer.refused.push(portion.scope);
            continue;
        }
        if sent && left == 0 {
            continue;
        }
        let Some(scope) = loaded.remove(&portion.scope) else {
            continue;
        };
        answer.pages.extend(page(portion, scope, &mut left, &mut sent));
    }
    answer
}

/// One scope's page; none where not even its first change fits.
fn page(portion: &Portion, scope: BackfillScope, left: &mut usize, sent: &mut bool) -> Option<BackfillPage> {
    let upto = portion.upto.unwrap_or(scope.head).min(scope.head);
    let top = portion
        .below
        .map_or(upto, |below| below.saturating_sub(1).min(upto));
    let mut page = BackfillPage {
        scope: portion.scope,
        upto,
        from: 1,
        to: top,
        changes: Vec::new(),
    };
    let mut more = scope.more;
    for row in scope.rows {
        if *sent && row.bytes.len() > *left {
            *left = 0;
            more = true;
            break;
        }
        *left = left.saturating_sub(row.bytes.len());
        *sent = true;
        page.from = row.place.seq;
        page.changes.push(row.deliver());
    }
    if !more {
        page.from = 1;
    }
    (!more || !page.changes.is_empty()).then_some(page)
}

/// Compares a device's sums with the rows of the scopes that are granted to it; says what the hub notes as
/// incidents: the scopes that differ.
#[must_use]
pub fn compare(digests: &Digests, scopes: &BTreeMap<ScopeRef, ScopeRow>) -> Compared {
    let mut answer = Compared {
        same: Vec::new(),
        differ: Vec::new(),
    };
    for sum in &digests.sums {
        match scopes.get(&sum.scope) {
            Some(row) if row.head == sum.seq && row.digest == sum.digest => answer.same.push(sum.scope),
            Some(row) if row.head == sum.seq => {
                answer.differ.push(Sum {
                    scope: sum.scope,
                    seq: row.head,
                    digest: row.digest,
                });
            }
            _ => {}
        }
    }
    answer
}
