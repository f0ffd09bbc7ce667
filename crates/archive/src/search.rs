//! Finding: the index that is written with every record, and the questions put to it.
//!
//! Three indexes, all inside the encrypted file: texts (newest first by rowid, never ranked by the index),
//! people by the beginnings of words, people by any three letters when the beginnings find nothing. The row
//! number is the minute of the occurrence shifted left with a hash of the record's id, so that "newest
//! first" is the order of the index itself; a collision is probed upwards. What a user typed is cut into
//! words and quoted; it never reaches the index as query syntax.

use crate::Result;
use cartella_domain::search::{Class, Indexed};
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

/// One record that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The record whose words matched.
    pub id: String,
    /// Its kind.
    pub kind: u16,
    /// The scope that it lives in.
    pub scope: String,
    /// The person or case that the hit opens.
    pub subject: String,
}

/// Puts a record's words into the index in place of what it had, inside the caller's transaction.
pub(crate) fn put(db: &Connection, id: &str, kind: u16, scope: &str, words: Option<&Indexed>) -> Result<()> {
    remove(db, id)?;
    let Some(words) = words.filter(|words| !words.text.is_empty()) else {
        return Ok(());
    };
    let rowid = free_rowid(db, id, words.minutes)?;
    db.prepare_cached(
        "INSERT INTO search_doc (rowid, id, kind, scope, subject) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![rowid, id, kind, scope, words.subject.to_string()])?;
    // Folded by the same function as what is typed, so that the index and the question cannot disagree.
    let folded = cartella_domain::search::fold(&words.text);
    match words.class {
        Class::Text => insert(db, "search_text", rowid, &folded)?,
        Class::Person => {
            insert(db, "search_person", rowid, &folded)?;
            insert(db, "search_infix", rowid, &folded)?;
        }
    }
    Ok(())
}

/// Takes a record's words out of the index.
pub(crate) fn remove(db: &Connection, id: &str) -> Result<()> {
    let mut statement = db.prepare_cached("SELECT rowid FROM search_doc WHERE id = ?1")?;
    let rowids: Vec<i64> = statement
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for rowid in rowids {
        for table in INDEXES {
            db.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))?
                .execute([rowid])?;
        }
        db.prepare_cached("DELETE FROM search_doc WHERE rowid = ?1")?
            .execute([rowid])?;
    }
    Ok(())
}

/// The indexes of words.
const INDEXES: [&str; 3] = ["search_text", "search_person", "search_infix"];
/// Pages that one step of [`merge_a_little`] writes at most: a few tens of milliseconds.
const STEP_PAGES: u32 = 16;

/// Merges a little of what the last writes left in small pieces, and says whether there was something to merge.
pub(crate) fn merge_a_little(db: &Connection) -> Result<bool> {
    for table in INDEXES {
        let before = db.total_changes();
        db.prepare_cached(&format!(
            "INSERT INTO {table} ({table}, rank) VALUES ('merge', ?1)"
        ))?
        .execute([STEP_PAGES])?;
        // The statement itself counts as one change, with nothing merged.
        if db.total_changes() - before >= 2 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Merges the index into one segment each: words of deleted rows stay in the old ones until then.
pub(crate) fn optimise(db: &Connection) -> Result<()> {
    for table in INDEXES {
        db.execute(&format!("INSERT INTO {table} ({table}) VALUES ('optimize')"), [])?;
    }
    Ok(())
}

fn insert(db: &Connection, table: &str, rowid: i64, text: &str) -> Result<()> {
    db.prepare_cached(&format!("INSERT INTO {table} (rowid, text) VALUES (?1, ?2)"))?
        .execute(params![rowid, text])?;
    Ok(())
}

fn free_rowid(db: &Connection, id: &str, minutes: i64) -> Result<i64> {
    let hash = Sha256::digest(id.as_bytes());
    let low = hash
        .iter()
        .take(4)
        .fold(0_i64, |sum, byte| (sum << 8) | i64::from(*byte));
    let mut rowid = minutes.clamp(-(1 << 30), 1 << 30) << 32 | low;
    let mut taken = db.prepare_cached("SELECT 1 FROM search_doc WHERE rowid = ?1")?;
    while taken.query_row([rowid], |_| Ok(())).optional()?.is_some() {
        rowid += 1;
    }
    Ok(rowid)
}

/// The words of what a user typed, folded as the index folds them: lower case, no accents, letters and
/// digits only. At most eight.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    typed
        .split(|letter: char| !letter.is_alphanumeric())
        .map(cartella_domain::search::fold)
        .filter(|word| !word.is_empty())
        .take(8)
        .collect()
}

/// A query of the index: every word a beginning, all of them asked for.
fn expression(words: &[String]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\"*"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Letters up to which the index of texts keeps the beginnings of words (`prefix` in its table).
const PREFIXES: usize = 3;
/// Whole words that the beginning of one is replaced by, at most.
const EXPANSIONS: usize = 48;

/// The whole words of the index that begin with `word`, or `None` when there are too many.
///
/// A beginning longer than the index keeps makes it read every text of every such word before it answers, however few
/// are asked for (a common word: 9 ms at 40,000 entries, and growing with them). Whole words it reads from the newest on.
/// The vocabulary is asked for one word at a time, each time just behind the last: no text is read for it.
fn whole_words(db: &Connection, word: &str) -> Result<Option<Vec<String>>> {
    let mut statement = db.prepare_cached("SELECT term FROM search_vocabulary WHERE term >= ?1 LIMIT 1")?;
    let (mut found, mut from) = (Vec::new(), word.to_owned());
    while found.len() <= EXPANSIONS {
        let next: Option<String> = statement.query_row([&from], |row| row.get(0)).optional()?;
        let Some(next) = next.filter(|next| next.starts_with(word)) else {
            return Ok(Some(found));
        };
        // No word holds this character, so nothing lies between.
        from = format!("{next}\u{1}");
        found.push(next);
    }
    Ok(None)
}

/// The query of the index of texts; `None` when no text can have all the words.
fn of_texts(db: &Connection, words: &[String]) -> Result<Option<String>> {
    let mut all = Vec::new();
    for word in words {
        let whole = if word.chars().count() > PREFIXES {
            whole_words(db, word)?
        } else {
            None
        };
        all.push(match whole {
            None => format!("\"{word}\"*"),
            Some(whole) if whole.is_empty() => return Ok(None),
            Some(whole) => format!("(\"{}\")", whole.join("\" OR \"")),
        });
    }
    Ok(Some(all.join(" AND ")))
}

/// The newest `limit` texts that have words beginning with each of `words`.
///
/// # Errors
/// The database does not answer.
pub fn texts(db: &Connection, words: &[String], limit: u32) -> Result<Vec<Found>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let Some(expression) = of_texts(db, words)? else {
        return Ok(Vec::new());
    };
    found(
        db,
        "SELECT d.id, d.kind, d.scope, d.subject
         FROM (SELECT rowid FROM search_text WHERE search_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2) AS hit
         JOIN search_doc AS d ON d.rowid = hit.rowid ORDER BY d.rowid DESC",
        &expression,
        limit,
    )
}

/// People whose names, codes or phones have words beginning with each of `words`; when none has, those that
/// contain the longest word anywhere (three letters or more).
///
/// # Errors
/// The database does not answer.
pub fn people(db: &Connection, words: &[String], limit: u32) -> Result<Vec<Found>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let by_beginning = found(
        db,
        "SELECT d.id, d.kind, d.scope, d.subject
         FROM (SELECT rowid FROM search_person WHERE search_person MATCH ?1 LIMIT ?2) AS hit
         JOIN search_doc AS d ON d.rowid = hit.rowid",
        &expression(words),
        limit,
    )?;
    let longest = words.iter().max_by_key(|word| word.chars().count());
    match longest {
        Some(word) if by_beginning.is_empty() && word.chars().count() >= 3 => found(
            db,
            "SELECT d.id, d.kind, d.scope, d.subject
             FROM (SELECT rowid FROM search_infix WHERE search_infix MATCH ?1 LIMIT ?2) AS hit
             JOIN search_doc AS d ON d.rowid = hit.rowid",
            &format!("\"{word}\""),
            limit,
        ),
        _ => Ok(by_beginning),
    }
}

fn found(db: &Connection, sql: &str, expression: &str, limit: u32) -> Result<Vec<Found>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![expression, limit], |row| {
        Ok(Found {
            id: row.get(0)?,
            kind: row.get(1)?,
            scope: row.get(2)?,
            subject: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
