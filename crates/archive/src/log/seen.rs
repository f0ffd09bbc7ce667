//! The writes that were on a screen: what an edit made there replaces.

use super::register::{live_writes, write_id};
use crate::{Archive, Error, Result};
use cartella_domain::{ids::ChangeId, ids::RecordId, record::Difference, record::KindDef};
use cartella_sync::{
    codec,
    derive::{LiveWrite, Rank},
    edit,
    ids::{DeviceId, Hlc, WriteId},
    op::{Act, DELETION, Op},
    registers::{MAX_REACH, reach},
};
use rusqlite::{OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use uuid::Uuid;

/// Live writes of a record, each as `change id#operation`. Opaque to the screen, which gives it back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seen(pub Vec<String>);

/// What an edit of a record is made from.
struct Ground {
    shown: Vec<LiveWrite>,
    pending: BTreeMap<WriteId, Vec<WriteId>>,
}

impl Archive {
    /// The live writes of a record now.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn seen(&self, record: &str) -> Result<Seen> {
        let mut statement = self.db.prepare_cached(
            "SELECT change_id, op FROM register WHERE record = ?1
             AND scope = (SELECT scope FROM record WHERE id = ?1) ORDER BY change_id, op",
        )?;
        let rows = statement.query_map([record], |row| write_id(row, 0))?;
        let texts = rows.map(|row| row.map(|write| format!("{}#{}", write.change, write.op)));
        Ok(Seen(texts.collect::<rusqlite::Result<_>>()?))
    }

    /// The operations of an edit: what `differences` changed for someone who had `seen` on screen. Without
    /// `seen`, for someone who sees what is live now.
    ///
    /// # Errors
    /// `NotFound` if the record is not here; the database does not answer.
    pub fn edit(
        &self,
        record: RecordId,
        differences: Vec<Difference>,
        seen: Option<&Seen>,
    ) -> Result<Vec<Op>> {
        let ground = self.ground(&record.to_string(), seen)?;
        let pending = |write| ground.pending.get(&write).map(Vec::as_slice);
        Ok(edit::edit(record, differences, &ground.shown, pending)
            .into_iter()
            .map(Op::from)
            .collect())
    }

    /// The operation that marks a record as deleted, as its operator sees it now.
    ///
    /// # Errors
    /// `NotFound` if the record is not here; the database does not answer.
    pub fn delete(&self, record: RecordId, reason: &str) -> Result<Op> {
        let ground = self.ground(&record.to_string(), None)?;
        let pending = |write| ground.pending.get(&write).map(Vec::as_slice);
        Ok(edit::delete(record, reason.to_owned(), &ground.shown, pending).into())
    }

    /// The operation that takes a deleted record back, as its operator sees it now.
    ///
    /// # Errors
    /// `NotFound` if the record is not here; the database does not answer.
    pub fn restore_record(&self, record: RecordId, reason: &str) -> Result<Op> {
        let ground = self.ground(&record.to_string(), None)?;
        let marks = ground
            .shown
            .iter()
            .filter(|write| write.field() == Some(DELETION));
        let pending = |write| ground.pending.get(&write).map(Vec::as_slice);
        Ok(Op::from(Act::Restore {
            record,
            reason: reason.to_owned(),
            replaces: reach(marks.map(LiveWrite::id), pending),
        }))
    }

    /// Kind number and scope of a record.
    ///
    /// # Errors
    /// `NotFound` if the record is not here.
    pub fn place(&self, record: &str) -> Result<(u16, String)> {
        self.db
            .prepare_cached("SELECT kind, scope FROM record WHERE id = ?1")?
            .query_row([record], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(Error::NotFound)
    }

    /// The body of a record as it was for someone who had `seen` on screen: what her edit is compared with.
    ///
    /// # Errors
    /// `NotFound` if the record is not here; the database does not answer.
    pub fn body_seen(
        &self,
        kind: &KindDef,
        record: RecordId,
        seen: Option<&Seen>,
    ) -> Result<cartella_domain::record::Body> {
        let ground = self.ground(&record.to_string(), seen)?;
        Ok(cartella_sync::derive::derive(kind, &ground.shown).body)
    }

    fn ground(&self, record: &str, seen: Option<&Seen>) -> Result<Ground> {
        let (_, scope) = self.place(record)?;
        let shown = match seen {
            None => live_writes(&self.db, record, &scope)?,
            Some(seen) => {
                let writes = seen.0.iter().filter_map(|text| parse(text));
                writes
                    .filter_map(|write| self.live_write(write, record).transpose())
                    .collect::<Result<_>>()?
            }
        };
        let mut pending = BTreeMap::new();
        let mut queue: VecDeque<WriteId> = shown.iter().map(LiveWrite::id).collect();
        while let Some(write) = queue.pop_front() {
            if pending.contains_key(&write) || pending.len() > MAX_REACH {
                continue;
            }
            if let Some(op) = self
                .logged(write)?
                .filter(|logged| logged.pending)
                .map(|logged| logged.op)
            {
                let replaces = op.effect().replaces.to_vec();
                queue.extend(&replaces);
                pending.insert(write, replaces);
            }
        }
        Ok(Ground { shown, pending })
    }

    fn live_write(&self, write: WriteId, record: &str) -> Result<Option<LiveWrite>> {
        let Some(logged) = self.logged(write)? else {
            return Ok(None);
        };
        let about = logged.op.effect().record.map(|about| about.to_string());
        if about.as_deref() != Some(record) {
            return Ok(None);
        }
        let rank = Rank {
            pending: logged.pending.then_some(logged.dev_seq),
            scope_seq: logged.scope_seq,
            eff_hlc: logged.eff_hlc,
            device: logged.device,
            write,
        };
        Ok(Some(LiveWrite {
            rank,
            act: logged.op.act,
        }))
    }

    fn logged(&self, write: WriteId) -> Result<Option<Logged>> {
        let row = self
            .db
            .prepare_cached(
                "SELECT header, payload, verdict, own, scope_seq, eff_hlc FROM change WHERE change_id = ?1",
            )?
            .query_row(params![write.change.uuid().as_bytes()], |row| {
                Ok((
                    row.get::<_, Vec<u8>>(0)?,
                    row.get::<_, Option<Vec<u8>>>(1)?,
                    row.get::<_, i64>(2)? == 0 && row.get::<_, bool>(3)?,
                    row.get::<_, Option<i64>>(4)?,
                    row.get::<_, i64>(5)?,
                ))
            })
            .optional()?;
        let Some((header, Some(payload), pending, scope_seq, eff_hlc)) = row else {
            return Ok(None);
        };
        let header = codec::decode_header(&header)?;
        let op = codec::decode_payload(&payload)?
            .into_iter()
            .nth(usize::from(write.op));
        Ok(op.map(|op| Logged {
            op,
            pending,
            dev_seq: header.dev_seq,
            scope_seq: scope_seq.and_then(|seq| u64::try_from(seq).ok()),
            eff_hlc: Hlc(u64::try_from(eff_hlc).unwrap_or(0)),
            device: header.device_id,
        }))
    }
}

/// One operation as the log has it.
struct Logged {
    op: Op,
    pending: bool,
    dev_seq: u64,
    scope_seq: Option<u64>,
    eff_hlc: Hlc,
    device: DeviceId,
}

fn parse(text: &str) -> Option<WriteId> {
    let (change, op) = text.split_once('#')?;
    Some(WriteId::new(
        ChangeId(Uuid::parse_str(change).ok()?),
        op.parse().ok()?,
    ))
}

/// The operations that begin a record with these fields.
#[must_use]
pub fn beginning(record: RecordId, kind: &KindDef, body: &cartella_domain::record::Body) -> Vec<Op> {
    let differences = cartella_domain::record::diff(kind, &cartella_domain::record::Body::new(), body);
    let mut ops = vec![Op::from(Act::Create {
        record,
        kind: kind.number,
    })];
    ops.extend(
        edit::edit(record, differences, &[], |_| None)
            .into_iter()
            .map(Op::from),
    );
    ops
}
