//! What kind of file the bytes are, from their first ones; a file's name is only what someone called it.
//!
//! Programs of the public administration save web pages and XML under `.xls`: each such disguise has its own
//! answer, so that the user is told what to do with it.

use super::TableError;

/// The kinds that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A zip that should hold a workbook.
    Workbook,
    /// Anything that should be text.
    Text,
}

/// What the bytes are.
pub(super) fn of(bytes: &[u8], file_name: &str) -> Result<Container, TableError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Container::Workbook);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(TableError::NotAWorkbook);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Err(compound(bytes, file_name));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(TableError::Pdf);
    }
    disguise(bytes)?;
    Ok(Container::Text)
}

/// An OLE container is an old workbook, or a new one under a password.
fn compound(bytes: &[u8], file_name: &str) -> TableError {
    let needle: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|letter| [letter, 0])
        .collect();
    let named_new = file_name.to_ascii_lowercase().ends_with(".xlsx");
    if named_new || bytes.windows(needle.len()).any(|window| window == needle) {
        TableError::Password
    } else {
        TableError::OldWorkbook
    }
}

/// Web pages and XML under another name.
fn disguise(bytes: &[u8]) -> Result<(), TableError> {
    let head: String = bytes
        .iter()
        .take(1024)
        .filter(|byte| byte.is_ascii_graphic())
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let page = ["<html", "<!doctypehtml", "<table", "<head", "<body", "<meta"];
    if head.starts_with('<') && page.iter().any(|tag| head.contains(tag)) {
        return Err(TableError::WebPage);
    }
    if head.starts_with("<?xml") {
        return Err(TableError::XmlFile);
    }
    Ok(())
}
