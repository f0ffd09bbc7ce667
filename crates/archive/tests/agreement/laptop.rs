//! A laptop with a real encrypted archive, and an office of a few lines that numbers what it is given.

use cartella_archive::{
    Archive, Commit, Founding, Part, agreement::Moment, audit, beginning, keys::MasterKey,
    opening::create_database, search,
};
use cartella_domain::{
    diary::{Annulment, AnnulmentReason, DiaryEntry, Segment, Wording},
    ids::{EntryId, OperatorId, RecordId},
    people::Person,
    record::{Body, Difference, Record},
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use cartella_sync::{
    change::Change,
    device::{DeviceDelta, Fetch, FetchedPage, Stretch, Taken, Told, Want},
    ids::{Hlc, ScopeRef},
    messages::{Accepted, Code, Have, Judged, Verdict},
    op::{Act, Op, Signed},
};
use rusqlite::Connection;
use std::{cell::Cell, path::PathBuf, sync::Arc};
use uuid::Uuid;

use crate::world::{STORE, Seeded, folder};

pub const NOW: i64 = 1_800_000_000_000;

pub struct Laptop {
    pub archive: Archive,
    pub path: PathBuf,
    _dir: tempfile::TempDir,
    next: Cell<u64>,
    seed: u64,
}

impl Laptop {
    pub fn new(seed: u64) -> Self {
        let dir = folder();
        let path = dir.path().join("archive.db");
        let key = MasterKey::generate(&Seeded(seed)).unwrap();
        let db = create_database(&path, &key.database(STORE)).unwrap();
        let id = |n: u128| Uuid::from_u128((u128::from(seed) << 96) + n);
        let founding = Founding {
            store: STORE,
            office: Uuid::from_u128(7),
            operator: OperatorId(id(1)),
            seed: [u8::try_from(seed).unwrap(); 32],
            sealed_seed: vec![0],
        };
        Self {
            archive: Archive::found(db, &founding).unwrap(),
            path,
            _dir: dir,
            next: Cell::new(100),
            seed,
        }
    }

    pub fn id(&self) -> Uuid {
        self.next.set(self.next.get() + 1);
        let time = u128::from(self.next.get()) << 80;
        Uuid::from_u128(time + (u128::from(self.seed) << 64) + u128::from(self.next.get()))
    }

    pub fn moment(&self) -> Moment {
        let passed = i64::try_from(self.next.get()).unwrap() * 1_000;
        Moment {
            at: Instant(NOW + passed),
            monotonic: passed,
        }
    }

    pub fn db(&self) -> &Connection {
        self.archive.db()
    }

    pub fn write(&mut self, scope: ScopeId, ops: Vec<Op>) -> Vec<Change> {
        let author = self.archive.identity().operator;
        self.write_as(author, scope, ops)
    }

    pub fn write_as(&mut self, author: OperatorId, scope: ScopeId, ops: Vec<Op>) -> Vec<Change> {
        let parts = vec![Part {
            scope: scope.into(),
            of: None,
            ops,
        }];
        let at = self.moment();
        let next = &self.next;
        let seed = u128::from(self.seed) << 64;
        let new_id = || {
            next.set(next.get() + 1);
            Uuid::from_u128((u128::from(next.get()) << 80) + seed + u128::from(next.get()))
        };
        let commit = Commit {
            author,
            at: at.at,
            monotonic: at.monotonic,
            parts,
            events: Vec::new(),
            subject: None,
            drafts: Vec::new(),
            new_id: &new_id,
            new_salt: &|| [9; 16],
        };
        let done = self.archive.commit(&commit).unwrap();
        let all = self.pending();
        all.into_iter()
            .filter(|change| done.changes.contains(&change.id()))
            .collect()
    }

    /// A person with a surname.
    pub fn person(&mut self, surname: &str) -> (RecordId, ScopeId) {
        let id = RecordId(self.id());
        let scope = ScopeId::new(id.uuid(), ScopeKind::Person);
        self.write(scope, person(id, surname));
        (id, scope)
    }

    /// Another surname, over what is shown.
    pub fn rename(&mut self, (id, scope): (RecordId, ScopeId), surname: &str) -> Change {
        let ops = self
            .archive
            .edit(id, vec![Difference::Set(1, surname.into())], None)
            .unwrap();
        self.write(scope, ops).remove(0)
    }

    /// A signed entry.
    pub fn sign(&mut self, scope: ScopeId, text: &str) -> (RecordId, Change) {
        let id = RecordId(self.id());
        let author = self.archive.identity().operator;
        let changes = self.write(scope, vec![entry(id, author, scope.owner, text)]);
        (id, changes.into_iter().next_back().unwrap())
    }

    pub fn pending(&self) -> Vec<Change> {
        let want = Want::Pending {
            above: 0,
            changes: usize::MAX,
            bytes: usize::MAX,
        };
        let Told::Pending(all) = self.archive.told(&want).unwrap() else {
            unreachable!()
        };
        all.iter()
            .map(|bytes| Change::decode(&bytes.0).unwrap())
            .collect()
    }

    /// Writes a delta twice, and proves that the second time changed nothing and that rows and log agree.
    pub fn keep(&mut self, delta: &DeviceDelta) {
        self.archive.keep(delta, self.moment()).unwrap();
        assert_eq!(self.archive.compare_with_log().unwrap(), [], "after {delta:?}");
        let once = everything(self.db());
        self.archive.keep(delta, self.moment()).unwrap();
        let twice = everything(self.db());
        for (table, rows) in &once {
            assert_eq!(
                rows,
                &twice.iter().find(|(name, _)| name == table).unwrap().1,
                "{table}"
            );
        }
        assert_eq!(
            audit::verify(self.db()).unwrap(),
            audit::Verdict::Whole(audit::head(self.db()).unwrap().0)
        );
    }

    pub fn surname(&self, id: RecordId) -> Option<String> {
        let row = cartella_archive::rows::get::<Person>(self.db(), &id.to_string()).unwrap();
        row.and_then(|row| row.value.surname)
    }

    pub fn finds(&self, word: &str) -> usize {
        let words = search::words(word);
        search::texts(self.db(), &words, 50).unwrap().len()
            + search::people(self.db(), &words, 50).unwrap().len()
    }

    pub fn digest(&self, scope: ScopeId) -> Option<[u8; 32]> {
        let Told::Sums { sums, .. } = self.archive.told(&Want::Sums).unwrap() else {
            unreachable!()
        };
        let scope = ScopeRef::from(scope);
        sums.iter().find(|sum| sum.scope == scope).map(|sum| sum.digest.0)
    }

    pub fn welcomed(&mut self, enter: &[ScopeId]) {
        let enter = enter.iter().map(|scope| ScopeRef::from(*scope)).collect();
        self.keep(&DeviceDelta::Welcomed {
            epoch: 1,
            acl: 3,
            offset_ms: 0,
            enter,
            settled: Vec::new(),
        });
    }

    /// A scope comes whole, as its one page.
    pub fn fetched(&mut self, scope: ScopeId, upto: u64, changes: Vec<Taken>) {
        self.keep(&DeviceDelta::Fetched {
            pages: vec![FetchedPage {
                scope: scope.into(),
                upto,
                from: 1,
                to: upto,
                changes,
                fetch: None,
                again: false,
            }],
        });
    }

    pub fn fetch_of(&self, scope: ScopeId) -> Option<(u64, Option<Fetch>)> {
        let Told::State(state) = self.archive.told(&Want::State).unwrap() else {
            unreachable!()
        };
        let scope = ScopeRef::from(scope);
        let held = state.scopes.into_iter().find(|held| held.scope == scope);
        held.map(|held| (held.have, held.fetch))
    }

    /// Everything that waits is accepted, from `seq` on.
    pub fn accepted_from(&mut self, seq: u64) -> u64 {
        let pending = self.pending();
        let mut next = seq;
        let mut have = Vec::new();
        let verdicts = pending
            .iter()
            .map(|change| {
                next += 1;
                have = vec![Have {
                    scope: change.header().scope,
                    seq: next - 1,
                }];
                accepted(change, next - 1)
            })
            .collect();
        self.keep(&DeviceDelta::Judged { verdicts, have });
        next
    }
}

pub fn person(id: RecordId, surname: &str) -> Vec<Op> {
    let mut body = Body::new();
    body.insert("surname".into(), surname.into());
    beginning(id, Person::KIND, &body)
}

pub fn entry(id: RecordId, author: OperatorId, case: Uuid, text: &str) -> Op {
    let entry = DiaryEntry {
        case: Some(case.into()),
        author,
        occurred_on: "2026-11-20".parse().unwrap(),
        segments: vec![Segment {
            id: Uuid::from_u128(5).into(),
            files: Vec::new(),
            wording: Wording::Open {
                heading: None,
                category: None,
                read_by: None,
                text: text.to_owned(),
                hash: Default::default(),
            },
        }],
        ..DiaryEntry::default()
    };
    signed(id, author, &entry)
}

pub fn annulment(id: RecordId, author: OperatorId, of: RecordId) -> Op {
    let annulment = Annulment {
        entry: EntryId(of.uuid()),
        author,
        reason: AnnulmentReason::FascicoloSbagliato,
        ..Annulment::default()
    };
    signed(id, author, &annulment)
}

fn signed<T: Record>(id: RecordId, author: OperatorId, record: &T) -> Op {
    let body = serde_json::Value::Object(record.body().unwrap());
    let content = Signed::new(
        T::KIND.number,
        author,
        "2026-11-20".into(),
        body,
        Vec::new(),
        None,
    )
    .unwrap();
    Op::from(Act::Sign {
        entry: id,
        content: Box::new(content),
    })
}

pub fn place(change: &Change, seq: u64) -> Accepted {
    Accepted {
        seq,
        eff_hlc: Hlc(change.header().hlc.0 + 1),
        received_at: Instant(NOW),
        flags: 0,
        dead: 0,
    }
}

pub fn taken(change: &Change, seq: u64) -> Taken {
    Taken {
        change: Arc::new(change.clone()),
        place: place(change, seq),
    }
}

pub fn accepted(change: &Change, seq: u64) -> Judged {
    judged(change, Verdict::Accepted(place(change, seq)))
}

pub fn refused(change: &Change) -> Judged {
    judged(change, Verdict::Quarantined(Code::LateEdit))
}

fn judged(change: &Change, verdict: Verdict) -> Judged {
    Judged {
        change: change.id(),
        dev_seq: change.header().dev_seq,
        verdict,
    }
}

pub fn verdicts(verdicts: Vec<Judged>) -> DeviceDelta {
    DeviceDelta::Judged {
        verdicts,
        have: Vec::new(),
    }
}

pub fn stretch(scope: ScopeId, after: u64, changes: Vec<Taken>) -> DeviceDelta {
    DeviceDelta::Pulled {
        stretches: vec![Stretch {
            scope: scope.into(),
            to: after + changes.len() as u64,
            after,
            changes,
        }],
    }
}

/// Every table's rows but the inner ones of the index, which merge as they like.
pub fn everything(db: &Connection) -> Vec<(String, Vec<String>)> {
    let mut statement = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' OR name = 'search_doc'")
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    tables
        .into_iter()
        .map(|table| {
            let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            let mut found = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                let cells: Vec<String> = (0..columns)
                    .map(|at| format!("{:?}", row.get_ref(at).unwrap()))
                    .collect();
                found.push(cells.join("|"));
            }
            (table, found)
        })
        .collect()
}
