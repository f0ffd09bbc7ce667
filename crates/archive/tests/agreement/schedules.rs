//! Real archives in the simulation's schedules: crashes before and after every commit, deltas written twice, lost and
//! repeated messages, rights that come and go, against the office in memory.
//!
//! `CARTELLA_ARCHIVE_SEEDS` says how many (100 when not said).

use cartella_archive::{
    Archive, Commit, Founding, Part,
    agreement::{Moment, overview},
    keys::MasterKey,
    opening::create_database,
};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    scope::ScopeKind,
    time::Instant,
};
use cartella_sim::{
    Fault, Plan,
    keys::Key,
    office::MemOffice,
    run_on,
    stores::{Dump, Fate, Kept, Laptop, Write},
};
use cartella_sync::{
    change::Change,
    codec,
    derive::{LiveWrite, Rank},
    device::{DeviceDelta, Told, Want},
    digest::Digest,
    ids::{DeviceId, Hlc, ScopeRef, WriteId},
    messages::{Accepted, Code},
    op::Effect,
    registers::RegisterKey,
};
use rusqlite::{OptionalExtension as _, Row, params};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use uuid::Uuid;

use crate::world::{STORE, Seeded, folder};

struct OnDisk {
    archive: Archive,
    schema_ver: u32,
    wall: Cell<Moment>,
    deltas: u32,
    _dir: tempfile::TempDir,
}

impl OnDisk {
    fn new(key: &Key, operator: OperatorId, schema_ver: u32) -> Self {
        let dir = folder();
        let path = dir.path().join("archive.db");
        let master = MasterKey::generate(&Seeded(1)).unwrap();
        let db = create_database(&path, &master.database(STORE)).unwrap();
        let founding = Founding {
            store: STORE,
            office: Uuid::from_u128(7),
            operator,
            seed: key.seed().unwrap(),
            sealed_seed: vec![0],
        };
        let archive = Archive::found(db, &founding).unwrap();
        Self {
            archive,
            schema_ver,
            wall: Cell::new(Moment {
                at: Instant(0),
                monotonic: 0,
            }),
            deltas: 0,
            _dir: dir,
        }
    }

    fn rows<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Vec<T> {
        let mut statement = self.archive.db().prepare_cached(sql).unwrap();
        let rows = statement.query_map(values, read).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }
}

fn text(scope: ScopeRef) -> String {
    scope.known().map_or_else(
        || format!("{}:{}", scope.kind, scope.owner),
        |known| known.to_string(),
    )
}

fn scope(text: &str) -> ScopeRef {
    let (kind, owner) = text.split_once(':').unwrap();
    let known = ScopeKind::ALL.iter().find(|known| known.name() == kind);
    ScopeRef {
        owner: owner.parse().unwrap(),
        kind: known.map_or_else(|| kind.parse().unwrap(), |known| known.number()),
    }
}

fn write_id(row: &Row<'_>, at: usize) -> rusqlite::Result<WriteId> {
    let change = Uuid::from_bytes(row.get(at)?);
    Ok(WriteId::new(change.into(), row.get(at + 1)?))
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let content: Option<([u8; 16], Vec<u8>)> = row
        .get::<_, Option<[u8; 16]>>(2)?
        .zip(row.get::<_, Option<Vec<u8>>>(3)?);
    let change = Change::from_parts(row.get(0)?, row.get(1)?, content).unwrap();
    let fate = match row.get::<_, u8>(4)? {
        0 => Fate::Pending,
        1 => Fate::Quarantined(Code::from_number(row.get::<_, String>(5)?.parse().unwrap())),
        _ => Fate::Accepted(Accepted {
            seq: row.get::<_, i64>(6)?.cast_unsigned(),
            eff_hlc: Hlc(row.get::<_, i64>(7)?.cast_unsigned()),
            received_at: Instant(row.get(8)?),
            flags: row.get(9)?,
            dead: row.get::<_, i64>(10)?.cast_unsigned(),
        }),
    };
    Ok(Kept {
        change: Arc::new(change),
        fate,
    })
}

const KEPT: &str =
    "SELECT header, signature, salt, payload, verdict, code, scope_seq, eff_hlc, received_at, flags, dead
     FROM change";

impl Laptop for OnDisk {
    fn read(&mut self, want: Want) -> Told {
        let told = self.archive.told(&want).unwrap();
        match told {
            Told::State(mut state) => {
                state.schema_ver = self.schema_ver;
                Told::State(state)
            }
            other => other,
        }
    }

    fn write(&mut self, delta: &DeviceDelta) {
        self.archive.keep(delta, self.wall.get()).unwrap();
        self.deltas += 1;
        if self.deltas.is_multiple_of(5) {
            assert_eq!(self.archive.compare_with_log().unwrap(), [], "after {delta:?}");
        }
    }

    fn append(&mut self, write: Write) -> Arc<Change> {
        self.wall.set(Moment {
            at: write.wall,
            monotonic: write.mono,
        });
        let commit = Commit {
            author: self.archive.identity().operator,
            at: write.wall,
            monotonic: write.mono,
            parts: vec![Part {
                scope: write.scope,
                of: None,
                ops: write.ops,
            }],
            events: Vec::new(),
            subject: None,
            drafts: Vec::new(),
            new_id: &|| write.id.uuid(),
            new_salt: &|| [1; 16],
        };
        let done = self.archive.commit(&commit).unwrap();
        assert_eq!(done.changes, [write.id]);
        let sql = format!("{KEPT} WHERE change_id = ?1");
        self.rows(&sql, [write.id.uuid().as_bytes()], kept)
            .remove(0)
            .change
    }

    fn shown(&self, of: ScopeRef, record: RecordId) -> Vec<LiveWrite> {
        self.rows(
            "SELECT change_id, op, act, device FROM register WHERE record = ?1 AND scope = ?2",
            [record.to_string(), text(of)],
            |row| {
                let act: Vec<u8> = row.get(2)?;
                Ok(LiveWrite {
                    rank: Rank {
                        pending: None,
                        scope_seq: None,
                        eff_hlc: Hlc(0),
                        device: DeviceId(row.get(3)?),
                        write: write_id(row, 0)?,
                    },
                    act: codec::decode_payload(&act).unwrap().remove(0).act,
                })
            },
        )
    }

    fn replaces(&self, write: WriteId) -> Option<Vec<WriteId>> {
        let payload: Vec<u8> = self
            .archive
            .db()
            .query_row(
                "SELECT payload FROM change WHERE change_id = ?1 AND verdict = 0",
                [write.change.uuid().as_bytes()],
                |row| row.get(0),
            )
            .optional()
            .unwrap()?;
        let ops = codec::decode_payload(&payload).unwrap();
        let effect: Effect<'_> = ops.get(usize::from(write.op))?.effect();
        Some(effect.replaces.to_vec())
    }

    fn scopes(&self) -> BTreeMap<ScopeRef, u64> {
        let rows = self.rows("SELECT scope, have FROM held_scope", [], |row| {
            Ok((
                scope(&row.get::<_, String>(0)?),
                row.get::<_, i64>(1)?.cast_unsigned(),
            ))
        });
        rows.into_iter().collect()
    }

    fn dump(&self, of: ScopeRef) -> Dump {
        let mut live: BTreeMap<RegisterKey, BTreeSet<WriteId>> = BTreeMap::new();
        let rows = self.rows(
            "SELECT record, field, change_id, op FROM register WHERE scope = ?1",
            [text(of)],
            |row| {
                let key = RegisterKey {
                    scope: of,
                    record: RecordId(row.get::<_, String>(0)?.parse().unwrap()),
                    field: row.get(1)?,
                };
                Ok((key, write_id(row, 2)?))
            },
        );
        for (key, write) in rows {
            live.entry(key).or_default().insert(write);
        }
        let counted = self.rows(
            &format!("{KEPT} WHERE scope = ?1 AND verdict IN (0, 2)"),
            [text(of)],
            kept,
        );
        let appends = counted
            .iter()
            .flat_map(|kept| kept.change.writes())
            .filter(|(_, op)| op.effect().register.is_none() && op.effect().stands)
            .map(|(write, _)| write)
            .collect();
        let digest = self
            .rows("SELECT digest FROM scope WHERE scope = ?1", [text(of)], |row| {
                row.get(0)
            })
            .pop();
        Dump {
            live,
            appends,
            digest: Digest(digest.unwrap_or_default()),
        }
    }

    fn rebuilt(&self, of: ScopeRef) -> Dump {
        if self.archive.compare_with_log().unwrap().is_empty() {
            self.dump(of)
        } else {
            Dump::default()
        }
    }

    fn changes(&self) -> Vec<Kept> {
        self.rows(&format!("{KEPT} WHERE payload IS NOT NULL"), [], kept)
    }

    fn flagged(&self) -> usize {
        overview::refused(self.archive.db(), Instant(i64::MAX))
            .unwrap()
            .len()
    }

    fn incidents(&self) -> usize {
        self.rows("SELECT 1 FROM incident", [], |_| Ok(())).len()
    }

    fn rot(&mut self, pick: u64) -> Option<ScopeRef> {
        let hit = self.rows(
            "SELECT register.scope, register.change_id, register.op FROM register
             JOIN held_scope AS held ON held.scope = register.scope
             WHERE held.have > 0 AND held.fetching = 0 AND register.dev_seq IS NULL
             ORDER BY 1, record, field, 2, 3",
            [],
            |row| Ok((scope(&row.get::<_, String>(0)?), write_id(row, 1)?)),
        );
        let (of, write) = *hit.get(pick as usize % hit.len().max(1))?;
        self.archive
            .db()
            .execute(
                "UPDATE change SET dead = dead | ?2 WHERE change_id = ?1",
                params![write.change.uuid().as_bytes(), 1_i64 << write.op],
            )
            .unwrap();
        self.archive.rebuild().unwrap();
        Some(of)
    }
}

/// The seeds of which the simulation makes real keys.
fn seeds() -> impl Iterator<Item = u64> {
    let count = std::env::var("CARTELLA_ARCHIVE_SEEDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(100);
    let from = std::env::var("CARTELLA_ARCHIVE_FROM")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    (from..from + count).map(|n| n * 50 + 7)
}

#[test]
fn real_archives_agree_with_the_office_whatever_breaks() {
    for seed in seeds() {
        let plan = Plan {
            seed,
            shorter: 3,
            ..Plan::default()
        };
        let mut make =
            |key: &Key, operator: OperatorId, newer: bool| OnDisk::new(key, operator, 1 + u32::from(newer));
        let done = run_on(plan, MemOffice::new, &mut make);
        assert!(done.is_ok(), "seed {seed}: {:?}", done.err());
    }
}

#[test]
fn a_fault_of_the_office_is_found_with_real_archives_too() {
    let caught = seeds().any(|seed| {
        let plan = Plan {
            seed,
            shorter: 3,
            fault: Fault::MergeIgnoresReplaces,
            ..Plan::default()
        };
        let mut make =
            |key: &Key, operator: OperatorId, newer: bool| OnDisk::new(key, operator, 1 + u32::from(newer));
        run_on(plan, MemOffice::new, &mut make).is_err()
    });
    assert!(caught);
}
