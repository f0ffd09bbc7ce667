//! The audit log: who opened, read, searched, wrote or took out what, as one chain of hashes.
//!
//! An event is written in the transaction of what it tells of, a reading before the answer. Events hold ids
//! and numbers, never names or text; a search leaves only a keyed fingerprint of its words. Triggers forbid
//! change and deletion; `verify` walks the chain and names the first event that does not fit.
//! (Garante, 27 November 2008: accesses recorded completely, unalterably, verifiably.)

use crate::Result;
use cartella_domain::time::Instant;
use minicbor::{Decode, Encode};
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest, Sha256};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $text:literal;)*) => {
        /// What was done. Numbers never move.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act { $($(#[$doc])* $name),* }

        impl Act {
            /// Every act.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The number in the chain.
            #[must_use]
            pub const fn number(self) -> u16 { match self { $(Self::$name => $number),* } }

            /// The key of its Italian text.
            #[must_use]
            pub const fn key(self) -> &'static str { match self { $(Self::$name => $text),* } }

            /// The act of a number.
            #[must_use]
            pub const fn from_number(number: u16) -> Option<Self> {
                match number { $($number => Some(Self::$name),)* _ => None }
            }
        }
    };
}

actions! {
    /// The archive was unlocked.
    Unlock = 1, "unlock";
    /// Unlocking failed since the last time it succeeded; `count` says how often.
    UnlockFailed = 2, "unlock_failed";
    /// The archive was locked.
    Lock = 3, "lock";
    /// The archive was made.
    Created = 4, "created";
    /// The passphrase was changed.
    PassphraseChanged = 5, "passphrase_changed";
    /// The archive was recovered with the office's key.
    Recovered = 6, "recovered";
    /// A case was opened and read.
    ReadCase = 10, "read_case";
    /// A person's page was read.
    ReadPerson = 11, "read_person";
    /// A reserved text was read by someone who did not write it.
    ReadReserved = 12, "read_reserved";
    /// A search settled, or one of its hits was opened.
    Search = 13, "search";
    /// The accesses of a case were read.
    ReadAudit = 14, "read_audit";
    /// A card of the desk was read.
    ReadAccesso = 15, "read_accesso";
    /// A file was opened.
    ReadFile = 16, "read_file";
    /// Something was written: the change's id and header hash are in the event.
    Write = 20, "write";
    /// Something was printed.
    Print = 30, "print";
    /// Something was exported to a file.
    Export = 31, "export";
    /// A table of the office was imported.
    Import = 32, "import";
    /// An import was undone.
    ImportUndone = 33, "import_undone";
    /// A backup was made.
    Backup = 40, "backup";
    /// The archive was restored from a backup.
    Restore = 41, "restore";
    /// The derived tables were rebuilt from the log.
    Rebuild = 42, "rebuild";
    /// The chain and the archive were checked.
    Check = 43, "check";
    /// A setting of the archive changed.
    Setting = 44, "setting";
    /// The archive joined an office.
    Joined = 50, "joined";
    /// A session with the office ended; `count` says how many changes went and came.
    Synchronised = 51, "synchronised";
    /// A scope is held from now on.
    ScopeEntered = 52, "scope_entered";
    /// A scope was purged: the right was lost.
    ScopeLeft = 53, "scope_left";
    /// The office refused a change; `count` is the reason's number.
    Refused = 54, "refused";
    /// A refused change was adopted or closed at the office.
    RefusedSettled = 55, "refused_settled";
    /// The sums of a scope differed from the office's, and it is fetched again.
    SumsDiffered = 56, "sums_differed";
}

impl Act {
    /// The acts that write; all others look, or concern the archive itself.
    pub const WRITING: &'static [Self] = &[Self::Write, Self::Import, Self::ImportUndone];
}

/// One event, before it takes its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What was done.
    pub act: Act,
    /// Id of the case or person that the event is about.
    pub subject: Option<String>,
    /// Id of the record read or written, when narrower than the subject.
    pub object: Option<String>,
    /// Kind number of that record.
    pub kind: Option<u16>,
    /// Id and header hash of the change written.
    pub change: Option<(Vec<u8>, Vec<u8>)>,
    /// A count: failed attempts, pages, rows.
    pub count: Option<u64>,
    /// Keyed fingerprint of searched words.
    pub fingerprint: Option<Vec<u8>>,
}

impl Event {
    /// An event about nothing in particular.
    #[must_use]
    pub const fn new(act: Act) -> Self {
        Self {
            act,
            subject: None,
            object: None,
            kind: None,
            change: None,
            count: None,
            fingerprint: None,
        }
    }

    /// About a case or person.
    #[must_use]
    pub fn about(mut self, subject: impl std::fmt::Display) -> Self {
        self.subject = Some(subject.to_string());
        self
    }

    /// On one record of it.
    #[must_use]
    pub fn on(mut self, object: impl std::fmt::Display, kind: u16) -> Self {
        self.object = Some(object.to_string());
        self.kind = Some(kind);
        self
    }

    /// So many.
    #[must_use]
    pub const fn counting(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// The encoded form that is hashed; fields only ever grow at the end.
#[derive(Encode, Decode)]
struct Encoded {
    #[n(0)]
    at: i64,
    #[n(1)]
    act: u16,
    #[n(2)]
    operator: String,
    #[n(3)]
    subject: Option<String>,
    #[n(4)]
    object: Option<String>,
    #[n(5)]
    kind: Option<u16>,
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    change_id: Option<Vec<u8>>,
    #[n(7)]
    #[cbor(with = "minicbor::bytes")]
    header_hash: Option<Vec<u8>>,
    #[n(8)]
    count: Option<u64>,
    #[n(9)]
    #[cbor(with = "minicbor::bytes")]
    fingerprint: Option<Vec<u8>>,
}

/// One event as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the chain, from 1.
    pub seq: i64,
    /// When, by the device's clock.
    pub at: Instant,
    /// Number of the act; a newer program's acts are kept as numbers.
    pub act: u16,
    /// Who.
    pub operator: String,
    /// About which case or person.
    pub subject: Option<String>,
    /// Which record.
    pub object: Option<String>,
    /// Its kind.
    pub kind: Option<u16>,
    /// A count.
    pub count: Option<u64>,
}

/// Whether the chain is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every event fits; so many of them.
    Whole(i64),
    /// The event with this number does not fit what precedes it.
    BrokenAt(i64),
}

impl crate::Archive {
    /// A fingerprint of searched words: the same words leave the same one in this archive, and without the
    /// archive nobody can tell which they were (HMAC-SHA-256 under the sealed signing seed, which never leaves it).
    ///
    /// # Errors
    /// The database does not answer.
    pub fn fingerprint(&self, words: &str) -> Result<Vec<u8>> {
        use hmac::{Hmac, KeyInit as _, Mac as _};
        let key = Self::sealed_seed(&self.db)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| crate::Error::Inconsistent {
            what: "a key of the wrong length",
        })?;
        mac.update(words.as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }
}

/// Appends an event inside the caller's transaction.
pub(crate) fn append(db: &Connection, operator: &str, at: Instant, event: &Event) -> Result<()> {
    let (seq, previous) = head(db)?;
    let (change_id, header_hash) = event.change.clone().unzip();
    let bytes = minicbor::to_vec(Encoded {
        at: at.0,
        act: event.act.number(),
        operator: operator.to_owned(),
        subject: event.subject.clone(),
        object: event.object.clone(),
        kind: event.kind,
        change_id,
        header_hash,
        count: event.count,
        fingerprint: event.fingerprint.clone(),
    })
    .map_err(|_| crate::Error::Inconsistent {
        what: "audit event cannot be encoded",
    })?;
    let hash = link(&previous, &bytes);
    db.prepare_cached(
        "INSERT INTO audit (seq, event, hash, at, action, operator, subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![seq + 1, bytes, hash, at.0, event.act.number(), operator, event.subject])?;
    Ok(())
}

/// The last event's number and hash; zero and zeros before the first.
///
/// # Errors
/// The database does not answer.
pub fn head(db: &Connection) -> Result<(i64, Vec<u8>)> {
    let head = db
        .prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(head.unwrap_or_else(|| (0, vec![0; 32])))
}

/// Number and hash of the last event in one text: the same in an archive and in a copy of it.
///
/// # Errors
/// The database does not answer.
pub fn witness(db: &Connection) -> rusqlite::Result<Vec<u8>> {
    db.query_row(
        "SELECT seq || ':' || hex(hash) FROM audit ORDER BY seq DESC LIMIT 1",
        [],
        |row| row.get::<_, String>(0).map(String::into_bytes),
    )
}

/// Walks the whole chain, events against hashes and against their own columns.
///
/// # Errors
/// The database does not answer.
pub fn verify(db: &Connection) -> Result<Verdict> {
    let mut statement =
        db.prepare("SELECT seq, event, hash, at, action, operator, subject FROM audit ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut previous = vec![0; 32];
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let bytes: Vec<u8> = row.get(1)?;
        let hash: Vec<u8> = row.get(2)?;
        let told = minicbor::decode::<Encoded>(&bytes).is_ok_and(|event| {
            row.get(3).is_ok_and(|at: i64| at == event.at)
                && row.get(4).is_ok_and(|act: u16| act == event.act)
                && row
                    .get(5)
                    .is_ok_and(|operator: String| operator == event.operator)
                && row
                    .get(6)
                    .is_ok_and(|subject: Option<String>| subject == event.subject)
        });
        if seq != expected || !told || link(&previous, &bytes) != hash {
            return Ok(Verdict::BrokenAt(expected));
        }
        previous = hash;
        expected += 1;
    }
    Ok(Verdict::Whole(expected - 1))
}

/// Which events about a case or person are wanted; all when nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Only events before this number.
    pub before: Option<i64>,
    /// Only one person's.
    pub operator: Option<&'a str>,
    /// Only those that write, or only those that do not.
    pub writing: Option<bool>,
}

/// The events about one case or person, newest first, at most `limit`.
///
/// # Errors
/// The database does not answer.
pub fn about(db: &Connection, subject: &str, wanted: Wanted<'_>, limit: u32) -> Result<Vec<Recorded>> {
    let writing: Vec<_> = Act::WRITING.iter().map(|act| act.number().to_string()).collect();
    let mut statement = db.prepare_cached(&format!(
        "SELECT seq, event FROM audit
         WHERE subject = ?1 AND seq < ?2 AND (?3 IS NULL OR operator = ?3)
           AND (?4 IS NULL OR (action IN ({})) = ?4)
         ORDER BY seq DESC LIMIT ?5",
        writing.join(", ")
    ))?;
    let before = wanted.before.unwrap_or(i64::MAX);
    let rows = statement.query_map(
        params![subject, before, wanted.operator, wanted.writing, limit],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)),
    )?;
    rows.map(|row| {
        let (seq, bytes) = row?;
        let event: Encoded = minicbor::decode(&bytes).map_err(|_| crate::Error::Inconsistent {
            what: "audit event cannot be read",
        })?;
        Ok(Recorded {
            seq,
            at: Instant(event.at),
            act: event.act,
            operator: event.operator,
            subject: event.subject,
            object: event.object,
            kind: event.kind,
            count: event.count,
        })
    })
    .collect()
}

/// Everybody of whom there is an event about this case or person.
///
/// # Errors
/// The database does not answer.
pub fn operators_about(db: &Connection, subject: &str) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("SELECT DISTINCT operator FROM audit WHERE subject = ?1 ORDER BY operator")?;
    let operators = statement
        .query_map([subject], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(operators)
}

fn link(previous: &[u8], event: &[u8]) -> Vec<u8> {
    Sha256::new()
        .chain_update(previous)
        .chain_update(event)
        .finalize()
        .to_vec()
}
