//! What must hold at every moment, judged by books of its own: the verdict that the rules ask for, numbers without
//! gaps, nothing sent that is not granted, nothing purged before its verdict.

use crate::{
    rights::Grants,
    stores::{Fate, Office},
    world::{Seat, Tally},
};
use cartella_domain::{
    ids::{ChangeId, RecordId},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    device::DeviceDelta,
    hub::Right,
    ids::{DeviceId, ScopeRef},
    messages::{
        Accepted, Answer, Code, Judged, Pages, Request, Verdict,
        push::{ADOPTED, LATE},
    },
    op::Act,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A set of changes by the number in which they were written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    pub fn set(&mut self, n: usize) {
        if self.0.len() <= n / 64 {
            self.0.resize(n / 64 + 1, 0);
        }
        self.0[n / 64] |= 1 << (n % 64);
    }

    pub fn clear(&mut self, n: usize) {
        if let Some(word) = self.0.get_mut(n / 64) {
            *word &= !(1 << (n % 64));
        }
    }

    pub fn has(&self, n: usize) -> bool {
        self.0.get(n / 64).is_some_and(|word| word >> (n % 64) & 1 == 1)
    }
}

/// A change as its author wrote it, and what she knew.
pub struct Written {
    pub change: Arc<Change>,
    pub had: Bits,
    pub refused: Bits,
    /// It may be missing: its laptop was lost before it was sent.
    pub excused: bool,
}

/// A request under way, with what was granted when it was decided.
pub struct Asked {
    pub request: Request,
    pub granted: BTreeSet<ScopeRef>,
    pub at: Instant,
}

/// The number under which a change was written: part of its id.
pub fn number(id: ChangeId) -> usize {
    id.uuid().as_u128() as u64 as usize
}

#[derive(Default)]
pub struct Oracle {
    pub written: Vec<Written>,
    said: BTreeMap<ChangeId, Verdict>,
    pub adopted: BTreeSet<ChangeId>,
    pub heads: BTreeMap<ScopeRef, u64>,
    acknowledged: BTreeMap<(DeviceId, ScopeRef), u64>,
    /// Scopes in which a copy was damaged: what was written there upon it proves nothing about clashes.
    pub rotten: BTreeSet<ScopeRef>,
}

impl Oracle {
    /// Signed entries of a scope that somebody knows.
    pub fn entries(&self, scope: ScopeRef, had: &Bits) -> Vec<RecordId> {
        let known = self
            .written
            .iter()
            .enumerate()
            .filter(|(n, one)| one.change.header().scope == scope && had.has(*n));
        let signed = known
            .flat_map(|(_, one)| one.change.ops())
            .filter_map(|op| match &op.act {
                Act::Sign { entry, .. } => Some(*entry),
                _ => None,
            });
        signed.collect()
    }

    /// The verdict that the rules ask for: a second reading of sync.md 4.6.
    fn rule<L>(
        &self,
        change: &Change,
        seat: &Seat<L>,
        grants: &Grants,
        opened: &BTreeSet<ScopeRef>,
    ) -> Result<u32, Code> {
        let header = change.header();
        if seat.suspended {
            return Err(Code::NotAuthorised);
        }
        if opened.contains(&header.scope) {
            return Ok(0);
        }
        let exists = self.heads.contains_key(&header.scope);
        if !exists
            && !matches!(
                change.ops().first().map(|op| &op.act),
                Some(Act::OpenScope { .. })
            )
        {
            return Err(Code::ScopeUnknown);
        }
        match grants.of(header.author_id, header.scope, header.acl_seen) {
            Right::Now => Ok(0),
            Right::LostAt(lost) => {
                let told = self
                    .acknowledged
                    .get(&(seat.id, header.scope))
                    .copied()
                    .unwrap_or(0);
                if told >= lost || !exists {
                    Err(Code::NotAuthorised)
                } else if change.ops().iter().any(|op| op.effect().register.is_some()) {
                    Err(Code::LateEdit)
                } else {
                    Ok(LATE)
                }
            }
            Right::Never => Err(Code::NotAuthorised),
        }
    }

    /// The office has committed and answers.
    pub fn answered<L>(
        &mut self,
        seat: &Seat<L>,
        asked: &Asked,
        answer: &Answer,
        grants: &Grants,
        tally: &mut Tally,
    ) -> Result<(), String> {
        match (&asked.request, answer) {
            (Request::Push(_), Answer::Verdicts(verdicts)) => {
                self.all_judged(seat, asked, &verdicts.verdicts, grants, tally)?;
            }
            (Request::Brief(_), Answer::Brief(answer)) => {
                self.all_judged(seat, asked, &answer.verdicts, grants, tally)?;
                tally.brief += u64::from(answer.near.is_some());
                if let Some(near) = &answer.near {
                    sent(asked, &near.pages, tally)?;
                    let listed = near.parts.iter().flat_map(|part| &part.scopes);
                    listed
                        .into_iter()
                        .try_for_each(|have| granted(asked, have.scope))?;
                }
            }
            (_, Answer::Pages(pages)) => sent(asked, pages, tally)?,
            (_, Answer::Backfill(filled)) => {
                for page in &filled.pages {
                    granted(asked, page.scope)?;
                    page.changes.iter().try_for_each(|one| stamp(&one.place))?;
                }
            }
            (Request::Left(left), Answer::Left(_)) => {
                for receipt in &left.receipts {
                    let told = self.acknowledged.entry((seat.id, receipt.scope)).or_default();
                    *told = receipt.acl.max(*told);
                }
            }
            (_, Answer::Problem(problem)) => {
                use cartella_sync::messages::Problem as P;
                if !matches!(problem, P::NotGranted(_) | P::ChainGap(_)) {
                    return Err(format!("the office says: {problem}"));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn all_judged<L>(
        &mut self,
        seat: &Seat<L>,
        asked: &Asked,
        verdicts: &[Judged],
        grants: &Grants,
        tally: &mut Tally,
    ) -> Result<(), String> {
        let mut opened = BTreeSet::new();
        for judged in verdicts {
            self.judged(seat, asked, judged, (grants, &mut opened), tally)?;
        }
        Ok(())
    }

    fn judged<L>(
        &mut self,
        seat: &Seat<L>,
        asked: &Asked,
        judged: &Judged,
        (grants, opened): (&Grants, &mut BTreeSet<ScopeRef>),
        tally: &mut Tally,
    ) -> Result<(), String> {
        let id = judged.change;
        if let Some(before) = self.said.get(&id) {
            return self.again(id, before, &judged.verdict);
        }
        let change = self.written[number(id)].change.clone();
        let scope = change.header().scope;
        let right = self.rule(&change, seat, grants, opened);
        match (&judged.verdict, right) {
            (Verdict::Accepted(place), Ok(flags)) if place.flags == flags => {
                tally.late += u64::from(flags == LATE);
                stamp(place)?;
                if place.received_at != asked.at {
                    return Err("received at another time".into());
                }
                if !self.heads.contains_key(&scope) {
                    opened.insert(scope);
                }
                let head = self.heads.entry(scope).or_default();
                *head += 1;
                if place.seq != *head {
                    return Err(format!("number {} instead of {head}", place.seq));
                }
            }
            (Verdict::Quarantined(code), Err(rule)) if *code == rule => tally.refused += 1,
            (verdict, rule) => {
                let (who, seen) = (change.header().author_id, change.header().acl_seen);
                let told = self.acknowledged.get(&(seat.id, scope));
                return Err(format!(
                    "{id} verdict {verdict:?} where the rule is {rule:?}; seen {seen}, held {:?}, acknowledged {told:?}",
                    grants.held.get(&(who, scope))
                ));
            }
        }
        self.said.insert(id, judged.verdict.clone());
        Ok(())
    }

    /// A verdict told again is the same, or has risen; what is dead stays dead.
    fn again(&self, id: ChangeId, before: &Verdict, now: &Verdict) -> Result<(), String> {
        let fine = match (before, now) {
            (Verdict::Accepted(a), Verdict::Accepted(b)) => {
                a.seq == b.seq && a.eff_hlc == b.eff_hlc && a.dead & !b.dead == 0
            }
            (Verdict::Quarantined(_), Verdict::Accepted(place)) => {
                self.adopted.contains(&id) && place.flags & ADOPTED != 0
            }
            (Verdict::Quarantined(a), Verdict::Quarantined(b)) => a == b && !self.adopted.contains(&id),
            _ => false,
        };
        if fine {
            Ok(())
        } else {
            Err(format!("the verdict {before:?} became {now:?}"))
        }
    }

    /// A laptop has stored something.
    pub fn stored<L>(
        &self,
        seat: &mut Seat<L>,
        delta: &DeviceDelta,
        (before, after): (&BTreeMap<ScopeRef, u64>, &BTreeMap<ScopeRef, u64>),
        office: &impl Office,
        tally: &mut Tally,
    ) -> Result<(), String> {
        match delta {
            DeviceDelta::Judged { verdicts, .. } => {
                for judged in verdicts {
                    self.told(seat, judged, office)?;
                }
            }
            DeviceDelta::Fetched { pages } => {
                for page in pages {
                    page.changes.iter().for_each(|one| took(seat, one.change.id()));
                    tally.entered += u64::from(page.fetch.is_none());
                }
            }
            DeviceDelta::Pulled { stretches } => {
                let taken = stretches.iter().flat_map(|stretch| &stretch.changes);
                taken.for_each(|one| took(seat, one.change.id()));
            }
            DeviceDelta::Welcomed { settled, .. } => {
                for one in settled.iter().filter(|one| one.adopted.is_some()) {
                    if after.contains_key(&self.written[number(one.change)].change.header().scope) {
                        took(seat, one.change);
                    }
                }
            }
            DeviceDelta::Purge { .. } => {
                for scope in before.keys().filter(|scope| !after.contains_key(scope)) {
                    tally.purged += 1;
                    self.purged(seat, *scope)?;
                }
            }
            _ => {}
        }
        let back = before
            .iter()
            .find(|(scope, have)| after.get(scope).is_some_and(|now| now < have));
        back.map_or(Ok(()), |(scope, _)| {
            Err(format!("the cursor of {scope:?} went back"))
        })
    }

    fn told<L>(&self, seat: &mut Seat<L>, judged: &Judged, office: &impl Office) -> Result<(), String> {
        let id = judged.change;
        let fate = office.fate(id);
        let kept = match (&judged.verdict, &fate) {
            (Verdict::Accepted(place), Some(Fate::Accepted(there))) => place.seq == there.seq,
            (Verdict::Quarantined(_), Some(fate)) => fate.rank() >= 1,
            _ => false,
        };
        if !kept {
            return Err(format!(
                "told {:?} of what the office has as {fate:?}",
                judged.verdict
            ));
        }
        if seat.pending.remove(&id) && matches!(judged.verdict, Verdict::Quarantined(_)) {
            seat.had.clear(number(id));
            seat.refused.set(number(id));
        }
        Ok(())
    }

    fn purged<L>(&self, seat: &mut Seat<L>, scope: ScopeRef) -> Result<(), String> {
        let of_scope = |id: &ChangeId| self.written[number(*id)].change.header().scope == scope;
        if seat.pending.iter().any(of_scope) {
            return Err(format!("{scope:?} was purged with work pending in it"));
        }
        for (n, one) in self.written.iter().enumerate() {
            if one.change.header().scope == scope {
                seat.had.clear(n);
            }
        }
        Ok(())
    }
}

fn took<L>(seat: &mut Seat<L>, id: ChangeId) {
    seat.pending.remove(&id);
    seat.had.set(number(id));
    seat.refused.clear(number(id));
}

/// Pages are of what is granted.
fn sent(asked: &Asked, pages: &Pages, tally: &mut Tally) -> Result<(), String> {
    for page in &pages.pages {
        granted(asked, page.scope)?;
        let dead = page.changes.iter().filter(|one| one.place.dead != 0);
        tally.born_dead += dead.count() as u64;
        page.changes.iter().try_for_each(|one| stamp(&one.place))?;
    }
    Ok(())
}

fn granted(asked: &Asked, scope: ScopeRef) -> Result<(), String> {
    if asked.granted.contains(&scope) {
        Ok(())
    } else {
        Err(format!("{scope:?} is sent to who may not have it"))
    }
}

fn stamp(place: &Accepted) -> Result<(), String> {
    let late = place.eff_hlc.instant().0 - place.received_at.0;
    if late > 60_000 {
        Err("a stamp from the future".into())
    } else {
        Ok(())
    }
}
