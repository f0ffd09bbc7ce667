//! The one write door: a verb says what it creates, edits, signs and which drafts end, and the door commits
//! log, rows, search text, audit and drafts together or not at all.

use crate::{Code, Error, Result, Session};
use cartella_archive::{Archive, Commit, DraftEnd, Part, Seen, audit, beginning};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    record::{Body, Difference, Record, diff},
    requests::{Asked, OfficeRequest},
    scope::ScopeId,
};
use cartella_sync::{
    codec,
    ids::ScopeRef,
    op::{Act as OpAct, Op, Signed},
};
use serde_json::Value;
use uuid::Uuid;

/// One act in the making.
pub struct Act<'a> {
    archive: &'a Archive,
    author: OperatorId,
    parts: Vec<Part>,
    events: Vec<audit::Event>,
    drafts: Vec<DraftEnd>,
    subject: Option<String>,
}

impl Act<'_> {
    /// A record begins, in the scope that it lives in for ever.
    ///
    /// # Errors
    /// A value that JSON cannot hold.
    pub fn create<T: Record>(&mut self, scope: ScopeId, id: impl Into<Uuid>, record: &T) -> Result<()> {
        let body = body(record)?;
        self.push(scope, beginning(RecordId(id.into()), T::KIND, &body));
        Ok(())
    }

    /// A record changes: what differs from what was on screen is written, each field as a write that replaces
    /// those the author had `seen`; without `seen`, those that are live now. Fields that this program cannot
    /// read are left as they are.
    ///
    /// # Errors
    /// `not_found` if the record is not here.
    pub fn edit<T: Record>(&mut self, id: impl Into<Uuid>, record: &T, seen: Option<&Seen>) -> Result<()> {
        let id = RecordId(id.into());
        let (kind, scope) = self.archive.place(&id.to_string())?;
        if kind != T::KIND.number {
            return Err(Code::NotFound.into());
        }
        let old = self.archive.body_seen(T::KIND, id, seen)?;
        let unread = T::decode(&old).unread;
        let mut differences = diff(T::KIND, &old, &body(record)?);
        differences.retain(|difference| {
            let field = T::KIND.field(difference.field());
            !field.is_some_and(|field| unread.contains(&field.name))
        });
        let ops = self.archive.edit(id, differences, seen)?;
        let scope = scope.parse().map_err(|_| Error::new(Code::NotFound))?;
        if !ops.is_empty() {
            self.push(scope, ops);
        }
        Ok(())
    }

    /// A record is marked as deleted; its history stays.
    ///
    /// # Errors
    /// `not_found` if the record is not here.
    pub fn delete(&mut self, id: impl Into<Uuid>, reason: &str) -> Result<()> {
        let id = RecordId(id.into());
        let (_, scope) = self.archive.place(&id.to_string())?;
        let scope = scope.parse().map_err(|_| Error::new(Code::NotFound))?;
        let op = self.archive.delete(id, reason)?;
        self.push(scope, vec![op]);
        Ok(())
    }

    /// A field gets a value in place of the writes that the author had on screen, also of one that is shown already:
    /// a decision between several.
    ///
    /// # Errors
    /// `not_found` if the record is not here.
    pub(crate) fn set(&mut self, record: RecordId, field: u16, value: Value, seen: &Seen) -> Result<()> {
        let (_, scope) = self.archive.place(&record.to_string())?;
        let scope = scope.parse().map_err(|_| Error::new(Code::NotFound))?;
        let ops = self
            .archive
            .edit(record, vec![Difference::Set(field, value)], Some(seen))?;
        self.push(scope, ops);
        Ok(())
    }

    /// A deleted record is taken back.
    ///
    /// # Errors
    /// `not_found` if the record is not here.
    pub(crate) fn restore(&mut self, record: RecordId) -> Result<()> {
        let (_, scope) = self.archive.place(&record.to_string())?;
        let scope = scope.parse().map_err(|_| Error::new(Code::NotFound))?;
        let op = self.archive.restore_record(record, "")?;
        self.push(scope, vec![op]);
        Ok(())
    }

    /// The office is asked for what only it does; beside the request begins the record that will say how it ended.
    pub(crate) fn ask(&mut self, scope: ScopeId, request: RecordId, asked: &Asked) -> Result<()> {
        let command = serde_json::to_value(asked).map_err(cartella_archive::Error::from)?;
        let record = OfficeRequest {
            by: Some(self.author),
            outcome: None,
        };
        self.create(scope, request, &record)?;
        self.push(scope, vec![OpAct::Request { request, command }.into()]);
        Ok(())
    }

    /// A record is signed: its whole content, for ever. `occurred_on` is the day that it speaks of, in the text
    /// form of a partial date.
    ///
    /// # Errors
    /// A value that JSON cannot hold, or one too large for a change.
    pub fn sign<T: Record>(
        &mut self,
        scope: ScopeId,
        id: impl Into<Uuid>,
        record: &T,
        occurred_on: &str,
    ) -> Result<()> {
        let body = Value::Object(body(record)?);
        let body_hash = codec::signed_hash(T::KIND.number, self.author, occurred_on, &body, &[])
            .map_err(cartella_archive::Error::from)?;
        let content = Signed {
            kind: T::KIND.number,
            occurred_on: occurred_on.to_owned(),
            body,
            attachments: Vec::new(),
            body_hash,
            closes_draft: None,
        };
        self.push(
            scope,
            vec![
                OpAct::Sign {
                    entry: RecordId(id.into()),
                    content: Box::new(content),
                }
                .into(),
            ],
        );
        Ok(())
    }

    /// A draft ends as what it became, and the copy of it that travels with it.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn end_draft(&mut self, id: impl std::fmt::Display, became: impl std::fmt::Display) -> Result<()> {
        let end = DraftEnd {
            id: id.to_string(),
            became: became.to_string(),
        };
        self.end_copy(&end.id, &end.became)?;
        self.drafts.push(end);
        Ok(())
    }

    /// The archive, for questions.
    pub(crate) const fn archive(&self) -> &Archive {
        self.archive
    }

    /// The audit says this too.
    pub fn note(&mut self, event: audit::Event) {
        self.events.push(event);
    }

    /// The case or person that the whole act is about.
    pub fn about(&mut self, subject: impl std::fmt::Display) {
        self.subject = Some(subject.to_string());
    }

    /// Says which record a scope is about whose owner does not say it (`private`, `secret`).
    pub fn scope_of(&mut self, scope: ScopeId, of: Uuid) {
        self.part(scope).of = Some(of);
    }

    fn push(&mut self, scope: ScopeId, ops: Vec<Op>) {
        self.part(scope).ops.extend(ops);
    }

    fn part(&mut self, scope: ScopeId) -> &mut Part {
        let scope = ScopeRef::from(scope);
        let index = self
            .parts
            .iter()
            .position(|part| part.scope == scope)
            .unwrap_or_else(|| {
                self.parts.push(Part {
                    scope,
                    of: None,
                    ops: Vec::new(),
                });
                self.parts.len() - 1
            });
        #[expect(clippy::indexing_slicing, reason = "the index was found or made a line above")]
        &mut self.parts[index]
    }
}

fn body<T: Record>(record: &T) -> Result<Body> {
    Ok(record.body().map_err(cartella_archive::Error::from)?)
}

impl Session {
    /// Writes one act: `plan` says what, and all of it is durable when this returns.
    ///
    /// # Errors
    /// Whatever `plan` says, or the disk; nothing of the act is kept then.
    pub fn write<T>(&mut self, plan: impl FnOnce(&mut Act<'_>) -> Result<T>) -> Result<T> {
        let mut act = Act {
            archive: &self.archive,
            author: self.operator,
            parts: Vec::new(),
            events: Vec::new(),
            drafts: Vec::new(),
            subject: None,
        };
        let value = plan(&mut act)?;
        let Act {
            parts,
            events,
            drafts,
            subject,
            ..
        } = act;
        if parts.is_empty() && events.is_empty() && drafts.is_empty() {
            return Ok(value);
        }
        let world = &self.world;
        let ended = !drafts.is_empty();
        let commit = Commit {
            author: self.operator,
            at: world.now(),
            monotonic: world.clock.monotonic(),
            parts,
            events,
            subject,
            drafts,
            new_id: &|| world.id(),
            new_salt: &|| world.salt(),
        };
        let committed = self.archive.commit(&commit)?;
        self.known.forget();
        self.changed.extend(committed.kinds);
        if ended {
            self.changed.insert("draft");
        }
        Ok(value)
    }
}

impl Session {
    /// Runs `acts` as one bulk: each is whole or absent as always, and all of them wait for the disk once. If
    /// it fails, none of them happened.
    ///
    /// # Errors
    /// Whatever `acts` says, or the disk.
    pub fn bulk<T>(&mut self, acts: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.archive.begin_bulk()?;
        let done = acts(self);
        let ended = self.archive.end_bulk(done.is_ok());
        // Taken back, it never was; what was asked while it seemed to be is no answer any more.
        self.known.forget();
        done.and_then(|value| Ok(ended.map(|()| value)?))
    }
}

/// The largest text that one signed record can hold, with room for its other fields.
pub const MAX_TEXT: usize = codec::MAX_PAYLOAD - 16 * 1024;
