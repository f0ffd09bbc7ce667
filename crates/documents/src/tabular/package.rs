//! Looks into a workbook's package before anything reads it: parts, sizes unpacked, declared counts.
//!
//! The reader of workbooks trusts what a package declares; some declarations make it reserve memory without
//! bound, which ends the program. So every part is unpacked once into nothing, counted against the limits
//! (sizes in the directory may lie), and the counts that are believed later are checked against the bytes.

use super::{Limits, TableError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The signature of an entry in a package's directory.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The shortest text in the table of texts, `<si/>`.
const SHORTEST_TEXT: usize = 5;

/// Checks a package that should be a workbook.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), TableError> {
    // Before the directory is read: its own count of entries may lie.
    let entries = bytes.windows(4).filter(|window| *window == ENTRY).count();
    if entries > limits.parts {
        return Err(TableError::TooManyParts { limit: limits.parts });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let names = names(&mut archive)?;
    let has = |name: &str| names.iter().any(|other| other == name);
    if has("xl/workbook.bin") {
        return Err(TableError::BinaryWorkbook);
    }
    if has("mimetype") && has("content.xml") {
        return Err(TableError::OpenDocument);
    }
    if !names.iter().any(|name| name.starts_with("xl/")) {
        return Err(TableError::NotAWorkbook);
    }
    let mut unpacked = 0;
    for (index, name) in names.iter().enumerate() {
        unpacked += measure(&mut archive, index, name, limits, unpacked)?;
    }
    Ok(())
}

/// All names, as the reader compares them.
fn names(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, TableError> {
    (0..archive.len())
        .map(|index| {
            let entry = archive.by_index_raw(index).map_err(|_| TableError::Damaged)?;
            if entry.encrypted() {
                return Err(TableError::Password);
            }
            let name = entry.name().map_err(|_| TableError::Damaged)?;
            Ok(name.replace('\\', "/").to_ascii_lowercase())
        })
        .collect()
}

/// Unpacks one part and gives its size.
fn measure(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    limits: &Limits,
    before: u64,
) -> Result<u64, TableError> {
    let mut entry = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(_) => TableError::Password,
        _ => TableError::Damaged,
    })?;
    let in_memory = [
        "sharedstrings.xml",
        "styles.xml",
        "workbook.xml",
        ".rels",
        "theme1.xml",
    ]
    .iter()
    .any(|end| name.ends_with(end));
    let left = limits.unpacked.saturating_sub(before);
    let bound = if in_memory {
        left.min(limits.unpacked_in_memory)
    } else {
        left
    };
    let mut limited = (&mut entry).take(bound.saturating_add(1));
    let size = if in_memory {
        let mut content = Vec::new();
        limited
            .read_to_end(&mut content)
            .map_err(|_| TableError::Damaged)?;
        check_declared(&content)?;
        u64::try_from(content.len()).unwrap_or(u64::MAX)
    } else {
        std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| TableError::Damaged)?
    };
    if size > bound {
        return Err(TableError::UnpacksTooBig {
            limit: limits.unpacked,
        });
    }
    Ok(size)
}

/// A part held in memory must be plain text, and must not declare more texts than it has room for.
fn check_declared(content: &[u8]) -> Result<(), TableError> {
    if content.contains(&0) {
        return Err(TableError::Damaged);
    }
    let needle = b"uniqueCount";
    let mut rest = content;
    while let Some(at) = rest.windows(needle.len()).position(|window| window == needle) {
        rest = rest.get(at + needle.len()..).unwrap_or(&[]);
        let declared: Vec<u8> = rest
            .iter()
            .skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'=' | b'"' | b'\'' | b'+'))
            .take_while(|byte| byte.is_ascii_digit())
            .copied()
            .collect();
        let declared = std::str::from_utf8(&declared).unwrap_or("");
        let room = content.len() / SHORTEST_TEXT + 1_024;
        if !declared.is_empty() && declared.parse::<usize>().map_or(true, |count| count > room) {
            return Err(TableError::Damaged);
        }
    }
    Ok(())
}
