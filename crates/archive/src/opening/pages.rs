//! What the bytes of the files say before SQLite is asked: whose file it is, whether the key fits, which page is broken.
//!
//! SQLCipher 4 (page 4,096): bytes 0-15 of page 1 are the salt; each page ends in a 16-byte IV and the HMAC-SHA512 of
//! what precedes it (on page 1 without the salt) and the page's number, little-endian. Documented at
//! zetetic.net/sqlcipher/design; checked by the tests against files that SQLCipher wrote.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;

use super::OpeningError;
use super::wal::WalFile;
use crate::keys::{DatabaseKey, padded};

/// Bytes of a page.
pub(super) const PAGE: usize = 4_096;
const MAC: usize = 64;
const SALT: usize = 16;
/// The page that SQLite uses for its locks and never writes.
const LOCK_PAGE: u32 = 0x4000_0000 / PAGE as u32 + 1;
/// How many pages at each end are tried before a key is called wrong.
const TRIED: u32 = 64;

type Page = [u8; PAGE];

/// Checks that pages were written by the holder of the key.
pub(super) struct Seal {
    mac: Hmac<Sha512>,
}

impl Seal {
    pub(super) fn new(key: &DatabaseKey) -> Self {
        let block = padded::<128>(&key.mac);
        Self {
            mac: <Hmac<Sha512> as KeyInit>::new((&*block).into()),
        }
    }

    pub(super) fn holds(&self, number: u32, page: &Page) -> bool {
        let Some((sealed, tag)) = page.split_last_chunk::<MAC>() else {
            return false;
        };
        let sealed = if number == 1 {
            sealed.get(SALT..).unwrap_or_default()
        } else {
            sealed
        };
        let mut mac = self.mac.clone();
        mac.update(sealed);
        mac.update(&number.to_le_bytes());
        mac.verify_slice(tag).is_ok()
    }
}

/// The file's first look: errors for what is missing, plain, foreign or opened by another key. Reads only.
pub(super) fn look(path: &Path, key: &DatabaseKey) -> Result<(), OpeningError> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut header = [0_u8; SALT];
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(OpeningError::Foreign),
        Err(error) => return Err(error.into()),
    }
    if &header == b"SQLite format 3\0" {
        return Err(OpeningError::NotEncrypted);
    }
    let seal = Seal::new(key);
    let count = page_count(length);
    let mut log = WalFile::open(path)?;
    let no_log = log.as_ref().is_none_or(WalFile::is_empty);
    if read_page(&mut file, 1)?.is_some_and(|page| seal.holds(1, &page)) {
        whole(length, no_log, count)?;
        return log.map_or(Ok(()), |mut log| log.check(&seal));
    }
    // Page 1 may be torn while the write-ahead log holds it whole: then SQLite mends it.
    let logged = log
        .as_mut()
        .map_or(Ok(None), |log| log.pages_that_hold(&seal, TRIED))?
        .unwrap_or_default();
    if logged.contains(&1) {
        return log.map_or(Ok(()), |mut log| log.check(&seal));
    }
    if !logged.is_empty() || any_holds(&mut file, &seal, count)? {
        return Err(OpeningError::Damaged { page: Some(1) });
    }
    Err(if header == key.salt {
        OpeningError::WrongKey
    } else {
        OpeningError::Foreign
    })
}

/// A file cut within a page is broken, unless the log may hold what is missing.
fn whole(length: u64, no_log: bool, count: u32) -> Result<(), OpeningError> {
    let cut = !length.is_multiple_of(PAGE as u64);
    if cut && no_log {
        Err(OpeningError::Damaged {
            page: Some(count.saturating_add(1)),
        })
    } else {
        Ok(())
    }
}

fn any_holds(file: &mut File, seal: &Seal, count: u32) -> Result<bool, OpeningError> {
    let first = 2..=count.min(TRIED);
    let last = count.saturating_sub(TRIED).max(TRIED) + 1..=count;
    for number in first.chain(last) {
        if read_page(file, number)?.is_some_and(|page| seal.holds(number, &page)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The numbers of the pages that the holder of the key did not write as they stand: from 1, ascending. A file cut
/// within a page counts that page. Meant for a file that nobody writes at the moment.
pub fn damaged_pages(path: &Path, key: &DatabaseKey) -> Result<Vec<u32>, OpeningError> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut reader = BufReader::with_capacity(64 * PAGE, file);
    let seal = Seal::new(key);
    let count = page_count(length);
    let mut damaged = Vec::new();
    let mut page = [0; PAGE];
    for number in 1..=count {
        reader.read_exact(&mut page)?;
        if number != LOCK_PAGE && !seal.holds(number, &page) {
            damaged.push(number);
        }
    }
    if !length.is_multiple_of(PAGE as u64) {
        damaged.push(count.saturating_add(1));
    }
    Ok(damaged)
}

fn page_count(length: u64) -> u32 {
    u32::try_from(length / PAGE as u64).unwrap_or(u32::MAX)
}

fn read_page(file: &mut File, number: u32) -> Result<Option<Page>, OpeningError> {
    let mut page = [0; PAGE];
    file.seek(SeekFrom::Start(u64::from(number.saturating_sub(1)) * PAGE as u64))?;
    match file.read_exact(&mut page) {
        Ok(()) => Ok(Some(page)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The name of one of SQLite's files beside the database: `-wal`, `-shm`, `-journal`.
pub(crate) fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
