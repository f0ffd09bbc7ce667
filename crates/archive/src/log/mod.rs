//! The change log: the one way in.
//!
//! A use case hands over a `Commit`: operations by scope, what the audit shall say, which drafts end. The log
//! seals one change a scope (more when an act has over 64 operations), applies them to registers, rows and
//! search, writes the audit, and commits all of it as one transaction: either everything is there after a
//! crash, or nothing.

mod apply;
pub(crate) mod counted;
mod rebuild;
mod records;
mod register;
mod seen;
mod terms;
pub(crate) mod withdraw;
mod withdrawn;

pub(crate) use apply::apply;
pub use rebuild::Difference;
pub use seen::{Seen, beginning};
pub(crate) use terms::office as office_of_terms;

use crate::{Archive, Error, Result, agreement, audit, drafts, search, unit::Unit};
use cartella_domain::{
    ids::{ChangeId, GroupId, OperatorId},
    scope::ScopeKind,
    time::Instant,
};
use cartella_sync::{
    chain::{self, Heading, Tip},
    change::{Change, Salt},
    clock::Reading,
    codec::MAX_OPS,
    ids::ScopeRef,
    op::{Act, Op},
};
use counted::Counted;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What one act writes in one scope.
#[derive(Debug, Clone)]
pub struct Part {
    /// The scope.
    pub scope: ScopeRef,
    /// For scopes whose owner does not say it (`private`, `secret`): the record they are about.
    pub of: Option<Uuid>,
    /// The operations, in order. The opening of a scope that is not held yet is put before them, unless it is there.
    pub ops: Vec<Op>,
}

/// How a draft ends with this act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftEnd {
    /// The draft.
    pub id: String,
    /// The signed entry that it became, or `discarded`.
    pub became: String,
}

/// One act, ready to be written.
pub struct Commit<'a> {
    /// Who acts.
    pub author: OperatorId,
    /// When, by the device's clock.
    pub at: Instant,
    /// Milliseconds since any fixed moment of this run, by a clock that cannot be set.
    pub monotonic: i64,
    /// What is written, by scope, in the order of the act.
    pub parts: Vec<Part>,
    /// What else the audit says; every change gets its own event besides.
    pub events: Vec<audit::Event>,
    /// The case or person that the writes are about, for the audit.
    pub subject: Option<String>,
    /// Drafts that end.
    pub drafts: Vec<DraftEnd>,
    /// Makes ids (UUIDv7).
    pub new_id: &'a dyn Fn() -> Uuid,
    /// Makes salts.
    pub new_salt: &'a dyn Fn() -> Salt,
}

/// What an act wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Committed {
    /// Its changes, in order.
    pub changes: Vec<ChangeId>,
    /// Names of the kinds whose records changed.
    pub kinds: BTreeSet<&'static str>,
}

impl Archive {
    /// Writes one act: log, registers, rows, search, audit and drafts in one durable transaction (within a bulk,
    /// durable at its end).
    ///
    /// # Errors
    /// Whatever fails, nothing of the act is kept: the disk is full, an operation cannot be encoded, a draft
    /// is not open any more.
    pub fn commit(&mut self, commit: &Commit<'_>) -> Result<Committed> {
        let mut tip = self.tip()?;
        let unit = Unit::begin(&self.db)?;
        let author = commit.author.to_string();
        let mut committed = Committed::default();
        let mut batch = Vec::new();
        for change in self.seal(&unit, commit, &mut tip)? {
            committed.changes.push(change.id());
            store(&unit, &change, commit.at)?;
            audit::append(&unit, &author, commit.at, &written(&change, commit))?;
            batch.push(Counted::written(change));
        }
        committed.kinds = apply(&unit, &batch)?;
        for event in &commit.events {
            audit::append(&unit, &author, commit.at, event)?;
        }
        for end in &commit.drafts {
            drafts::close(&unit, &author, &end.id, &end.became, commit.at)?;
        }
        let hlc = i64::try_from(self.clock.borrow().last().0).unwrap_or(i64::MAX);
        unit.prepare_cached("UPDATE meta SET next_seq = ?1, tip = ?2, hlc = ?3 WHERE id = 1")?
            .execute(params![
                i64::try_from(tip.seq).unwrap_or(i64::MAX).saturating_add(1),
                tip.hash.0,
                hlc
            ])?;
        unit.commit()?;
        Ok(committed)
    }

    /// Writes events that accompany no change (a reading, a search) before their answer is given.
    ///
    /// # Errors
    /// The disk is full or the database does not answer; then nothing may be shown.
    pub fn note(&self, author: OperatorId, at: Instant, events: &[audit::Event]) -> Result<()> {
        let unit = Unit::begin(&self.db)?;
        for event in events {
            audit::append(&unit, &author.to_string(), at, event)?;
        }
        unit.commit()
    }

    fn seal(&self, tx: &Connection, commit: &Commit<'_>, tip: &mut Tip) -> Result<Vec<Change>> {
        let mut parts = Vec::new();
        for part in &commit.parts {
            let mut ops = Vec::new();
            let opens = matches!(part.ops.first(), Some(op) if matches!(op.act, Act::OpenScope { .. }));
            if agreement::begin_scope(tx, part.scope)? && !opens {
                ops.push(Act::OpenScope { of: part.of }.into());
            }
            ops.extend(part.ops.iter().cloned());
            parts.extend(ops.chunks(MAX_OPS).map(|chunk| (part.scope, chunk.to_vec())));
        }
        let acl_seen = agreement::acl(tx)?;
        let group = (parts.len() > 1).then(|| GroupId((commit.new_id)()));
        parts
            .into_iter()
            .map(|(scope, ops)| {
                let Reading {
                    hlc,
                    offset_ms,
                    flags,
                } = self.clock.borrow_mut().tick(commit.at, commit.monotonic);
                let heading = Heading {
                    change_id: ChangeId((commit.new_id)()),
                    hlc,
                    clock_offset_ms: offset_ms,
                    clock_flags: flags,
                    author_id: commit.author,
                    scope,
                    acl_seen,
                    scope_seq_seen: agreement::have(tx, scope)?,
                    schema_ver: cartella_domain::registry::VERSION,
                    group_id: group,
                };
                let (change, next) =
                    chain::seal(tip, &heading, &ops, (commit.new_salt)(), &self.identity.key)?;
                *tip = next;
                Ok(change)
            })
            .collect()
    }
}

fn written(change: &Change, commit: &Commit<'_>) -> audit::Event {
    let mut event = audit::Event::new(audit::Act::Write);
    event.subject = subject_of(change, commit);
    event.change = Some((
        change.id().uuid().as_bytes().to_vec(),
        change.header_hash().0.to_vec(),
    ));
    event
}

/// Whom a change is about: in a scope of a case that case, whatever the whole act was about (one act may stand in
/// the files of three siblings); else what the act said.
fn subject_of(change: &Change, commit: &Commit<'_>) -> Option<String> {
    let scope = change.header().scope.known()?;
    let case = match scope.kind {
        kind if kind.is_of_case() => Some(scope.owner),
        ScopeKind::Private | ScopeKind::Secret => commit
            .parts
            .iter()
            .find(|part| part.scope == change.header().scope)
            .and_then(|part| part.of),
        _ => None,
    };
    case.map(|case| case.to_string())
        .or_else(|| commit.subject.clone())
}

/// Keeps a change of this device as it was encoded. It counts at once and is pending until the office's verdict;
/// an archive without an office is its own, and there it stays so.
fn store(tx: &Connection, change: &Change, at: Instant) -> Result<()> {
    let header = change.header();
    tx.prepare_cached(
        "INSERT INTO change (change_id, scope, own, header, signature, salt, payload, verdict, eff_hlc, at)
         VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, 0, ?7, ?8)",
    )?
    .execute(params![
        change.id().uuid().as_bytes(),
        counted::scope_text(header.scope),
        change.header_bytes(),
        change.signature(),
        change.salt(),
        change.payload(),
        i64::try_from(header.hlc.0).unwrap_or(i64::MAX),
        at.0,
    ])?;
    tx.prepare_cached(
        "INSERT INTO own_chain (incarnation, dev_seq, change_id, header_hash) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        header.incarnation,
        i64::try_from(header.dev_seq).unwrap_or(i64::MAX),
        change.id().uuid().as_bytes(),
        change.header_hash().0,
    ])?;
    Ok(())
}

/// Puts a record's words into the index.
pub(crate) fn index(
    db: &Connection,
    id: &str,
    kind: u16,
    scope: &str,
    body: &cartella_domain::record::Body,
) -> Result<()> {
    let uuid = Uuid::parse_str(id).map_err(|_| Error::Inconsistent {
        what: "an id is no UUID",
    })?;
    search::put(
        db,
        id,
        kind,
        scope,
        cartella_domain::search::indexed(kind, uuid, body).as_ref(),
    )
}
