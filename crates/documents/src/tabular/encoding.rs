//! Bytes to text: byte order marks, UTF-8, UTF-16 and Windows-1252, and files that mix them.
//!
//! UTF-8 is taken only when every byte agrees; Windows-1252 accepts almost anything, so it comes last, and what
//! was chosen is told. A file put together from two sources is read line by line.

use super::{Reading, TableError};
use crate::findings::{Finding, FindingCode};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// How a text file's bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportEncoding")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, what Excel writes as "CSV" in Italy.
    Windows1252,
    /// UTF-16, what Excel writes as "testo Unicode".
    Utf16,
    /// Some lines UTF-8, some Windows-1252.
    Mixed,
}

/// A file's text, how it was read, and what there is to say about that.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: TextEncoding,
    pub findings: Vec<Finding>,
}

/// Reads bytes as text.
pub(super) fn decode<'a>(bytes: &'a [u8], reading: &Reading) -> Result<Decoded<'a>, TableError> {
    let decoded = match reading.encoding {
        Some(chosen) => decode_as(bytes, chosen)?,
        None => decode_unknown(bytes)?,
    };
    if looks_binary(&decoded.text) {
        return Err(TableError::Binary);
    }
    Ok(decoded)
}

fn decode_as(bytes: &[u8], chosen: TextEncoding) -> Result<Decoded<'_>, TableError> {
    match chosen {
        TextEncoding::Utf8 => match std::str::from_utf8(without_mark(bytes)) {
            Ok(text) => Ok(plain(text.into(), TextEncoding::Utf8)),
            Err(_) => Err(TableError::WrongEncoding),
        },
        TextEncoding::Windows1252 => Ok(plain(windows(without_mark(bytes)), TextEncoding::Windows1252)),
        TextEncoding::Utf16 => utf16(bytes, wide(bytes).unwrap_or(UTF_16LE)),
        TextEncoding::Mixed => Ok(line_by_line(without_mark(bytes))),
    }
}

fn decode_unknown(bytes: &[u8]) -> Result<Decoded<'_>, TableError> {
    if let Some(order) = wide(bytes) {
        return utf16(bytes, order);
    }
    let bytes = without_mark(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mut decoded = plain(text.into(), TextEncoding::Utf8);
        if looks_spoilt(text) {
            decoded
                .findings
                .push(Finding::of_file(FindingCode::SpoiltAccents));
        }
        return Ok(decoded);
    }
    if lines(bytes).any(|line| !line.is_ascii() && std::str::from_utf8(line).is_ok()) {
        return Ok(line_by_line(bytes));
    }
    let text = windows(bytes);
    let code = if looks_dos(&text) {
        FindingCode::MaybeDosEncoding
    } else {
        FindingCode::ReadAsWindows1252
    };
    Ok(Decoded {
        text,
        encoding: TextEncoding::Windows1252,
        findings: vec![Finding::of_file(code)],
    })
}

fn plain(text: Cow<'_, str>, encoding: TextEncoding) -> Decoded<'_> {
    Decoded {
        text,
        encoding,
        findings: Vec::new(),
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn windows(bytes: &[u8]) -> Cow<'_, str> {
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

/// The byte order of UTF-16: from its mark, or from zeros at every second place of the beginning.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return Some(UTF_16BE);
    }
    let zeros = |parity: usize| {
        let zeros = bytes.iter().take(512).enumerate();
        zeros.filter(|(at, byte)| at % 2 == parity && **byte == 0).count()
    };
    let places = bytes.len().min(512) / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if places < 4 {
        None
    } else if odd * 10 >= places * 7 && even * 10 <= places {
        Some(UTF_16LE)
    } else if even * 10 >= places * 7 && odd * 10 <= places {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn utf16<'a>(bytes: &'a [u8], order: &'static Encoding) -> Result<Decoded<'a>, TableError> {
    let (text, faulty) = order.decode_with_bom_removal(bytes);
    if faulty {
        return Err(TableError::WrongEncoding);
    }
    Ok(plain(text, TextEncoding::Utf16))
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n' || *byte == b'\r')
}

fn line_by_line(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    for line in lines(bytes) {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&windows(line)),
        }
    }
    Decoded {
        text: text.into(),
        encoding: TextEncoding::Mixed,
        findings: vec![Finding::of_file(FindingCode::MixedEncoding)],
    }
}

/// Text has hardly any control characters; what is not text has many, or a zero.
fn looks_binary(text: &str) -> bool {
    let head = || text.chars().take(8_192);
    let odd = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let controls = head().filter(odd).count();
    head().any(|c| c == '\0') || controls * 20 > head().count()
}

/// UTF-8 that had been read as Windows-1252 and saved again: "Ã¨", "Ã²".
fn looks_spoilt(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let spoilt = before == 'Ã' && ('\u{a0}'..='\u{bf}').contains(&c);
        before = c;
        spoilt
    })
}

/// MS-DOS accents (code page 850) read as Windows-1252: "Nicol•", "Mariel…", and none of the right ones.
fn looks_dos(text: &str) -> bool {
    let right = text.chars().any(|c| {
        matches!(
            c,
            'à' | 'è' | 'é' | 'ì' | 'ò' | 'ù' | 'À' | 'È' | 'É' | 'Ì' | 'Ò' | 'Ù'
        )
    });
    let mut before = ' ';
    let wrong = text
        .chars()
        .filter(|c| {
            let after_letter = before.is_ascii_alphabetic();
            before = *c;
            after_letter && matches!(c, 'Š' | '…' | '•' | '—' | '\u{8d}' | '‚')
        })
        .count();
    wrong > 0 && !right
}
