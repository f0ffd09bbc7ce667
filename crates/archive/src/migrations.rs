//! The schema's steps, each run once, in one transaction, with the number it leaves behind.
//!
//! A migration that ran is never edited: its SHA-256 is kept and compared at every opening, so an archive
//! whose schema grew from other steps than this program's is noticed before anything is written.

use crate::{Error, Result};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// One step: a name for messages and the SQL.
struct Step {
    sql: &'static str,
}

macro_rules! steps {
    ($($file:literal),* $(,)?) => {
        const STEPS: &[Step] = &[$(
            Step { sql: include_str!(concat!("../../../migrations/archive/", $file)) },
        )*];
    };
}

steps! {
    "0001_log.sql",
    "0002_settings.sql",
    "0003_diary.sql",
    "0004_people.sql",
    "0005_cases.sql",
    "0006_imports.sql",
    "0007_draft_copies.sql",
    "0008_confirmations.sql",
    "0009_lists.sql",
    "0010_search_vocabulary.sql",
    "0011_agreement.sql",
    "0012_lookups.sql",
    "0013_requests.sql",
    "0020_deadlines.sql",
    "0030_tutela.sql",
    "0040_desk.sql",
    "0041_plans.sql",
    "0042_assessments.sql",
    "0050_social_ties.sql",
    "0051_reports.sql",
    "0054_placements.sql",
    "0055_spazio_neutro.sql",
    "0058_board.sql",
    "0059_substitutions.sql",
    "0060_accesso_atti.sql",
    "0061_files.sql",
    "0064_phases.sql",
    "0065_terms_change.sql",
    "0066_misura_penale.sql",
    "0067_pei_terms.sql",
    "0068_meetings_together.sql",
    "0072_board_reads.sql",
    "0073_whole_numbers.sql",
}

/// The schema number of this program: how many steps it knows.
#[must_use]
pub fn current() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// A short name of this program's schema: changes with any step.
#[must_use]
pub fn fingerprint() -> String {
    let all = STEPS
        .iter()
        .fold(Sha256::new(), |hash, step| hash.chain_update(step.sql));
    hex(&all.finalize()).chars().take(12).collect()
}

/// The schema number of an open archive.
///
/// # Errors
/// The database does not answer.
pub fn number(db: &Connection) -> Result<u32> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings an archive to this program's schema. A newer archive is refused by the opening before this.
///
/// # Errors
/// A step failed (the archive stays at the number before it), or an earlier step is not the one that ran.
pub fn run(db: &mut Connection) -> Result<()> {
    let done = number(db)?;
    let hashes = hashes();
    if done > 0 {
        let kept = remembered(db)?;
        if kept.iter().zip(&hashes).any(|(kept, known)| kept != known) {
            return Err(Error::Inconsistent {
                what: "a migration that ran has changed",
            });
        }
    }
    for (index, step) in STEPS.iter().enumerate().skip(done as usize) {
        let tx = db.transaction()?;
        tx.execute_batch(step.sql)?;
        tx.pragma_update(None, "user_version", i64::try_from(index).unwrap_or(0) + 1)?;
        tx.commit()?;
    }
    Ok(())
}

fn hashes() -> Vec<String> {
    STEPS.iter().map(|step| hex(&Sha256::digest(step.sql))).collect()
}

/// The steps that `meta` notes.
fn remembered(db: &Connection) -> Result<Vec<String>> {
    let kept: String = db.query_row("SELECT migrations FROM meta WHERE id = 1", [], |row| row.get(0))?;
    Ok(serde_json::from_str(&kept)?)
}

/// Does `meta` note all steps of this program? Only then is everything derived as they want it.
pub(crate) fn are_remembered(db: &Connection) -> Result<bool> {
    Ok(remembered(db)? == hashes())
}

/// Notes in `meta` which steps ran; called when the archive is made, and when what they want derived is there.
pub(crate) fn remember(db: &Connection) -> Result<()> {
    db.execute(
        "UPDATE meta SET migrations = ?1 WHERE id = 1",
        [serde_json::to_string(&hashes())?],
    )?;
    Ok(())
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
