//! Fifty thousand spoilt files: bytes changed, cut, repeated and put together at random, from a fixed seed.
//!
//! Each must be read or refused; a panic ends the test. What is read must hold together.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod made;

use cartella_documents::mapping::{convert, suggest};
use cartella_documents::tabular::{Reading, TableError, read};
use cartella_domain::time::CivilDate;

/// A small generator of random numbers (xorshift), so that a failure comes again.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    /// Spoils a file in one to eight places.
    fn spoil(&mut self, mut bytes: Vec<u8>, tokens: &[&[u8]]) -> Vec<u8> {
        for _ in 0..=self.next(8) {
            let at = self.next(bytes.len());
            let to = (at + self.next(24)).min(bytes.len());
            match self.next(6) {
                0 if !bytes.is_empty() => bytes[at] = u8::try_from(self.next(256)).unwrap(),
                1 => drop(bytes.drain(at..to)),
                2 => bytes.truncate(at),
                3 => {
                    let again = bytes[at..to].to_vec();
                    bytes.splice(at..at, again);
                }
                4 if !bytes.is_empty() => bytes[at] ^= 1 << self.next(8),
                _ => {
                    let token = tokens[self.next(tokens.len())];
                    bytes.splice(at..at, token.iter().copied());
                }
            }
        }
        bytes
    }
}

/// Reads a file, and converts what was read if asked; true if it was a table.
fn reads(bytes: &[u8], name: &str, converts: bool) -> bool {
    let today = CivilDate::from_ymd(2026, 4, 14).unwrap();
    match read(bytes, name, &Reading::default()) {
        Ok(table) => {
            assert!(!table.rows.is_empty());
            assert!(table.rows.windows(2).all(|pair| pair[0].line < pair[1].line));
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.line > table.heading_line && !row.is_empty())
            );
            if !converts {
                return true;
            }
            let mapping = suggest(&table);
            assert_eq!(mapping.fields.len(), table.headings.len());
            assert!(mapping.given_twice().is_empty());
            let rows = convert(&table, &mapping, today);
            assert_eq!(rows.len(), table.rows.len());
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

const TEXT: &str = "Cognome;Nome;C.F.;Data di nascita;Telefono;E-mail;Servizio;Data apertura;Stato;Note\r\n\
    Rossi;Mario;RSSMRA85T10A562S;10/12/1985;0331 1234567;a@b.it;TM;1/2/2020;in carico;\"due\r\nrighe; \"\"sì\"\"\"\r\n\
    D'Amico;Nicolò;;2011;+39 333 1234567 / 02 123456;;AES;13/13/2020;chiuso;\r\n\
    De Luca;Ñandú;;3 feb 98;;;affidi;;sospeso;x\r\n";

#[test]
fn spoilt_texts_are_read_or_refused() {
    let tokens: [&[u8]; 14] = [
        b"\"",
        b";",
        b",",
        b"\t",
        b"\n",
        b"\r",
        b"\r\n",
        b"\"\"",
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xe2\x80",
        b"sep=,\n",
        b"\xef\xbb\xbf",
    ];
    let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let seeds = [
        TEXT.as_bytes().to_vec(),
        wide,
        TEXT.replace(';', ",").into_bytes(),
    ];
    let mut random = Random(0x5EED_CAFE);
    let tables = (0..44_000)
        .filter(|round| {
            let bytes = random.spoil(seeds[round % seeds.len()].clone(), &tokens);
            reads(&bytes, "casi.csv", round % 4 == 0)
        })
        .count();
    assert!(
        (10_000..44_000).contains(&tables),
        "{tables} of 44000 were tables"
    );
}

#[test]
fn spoilt_workbooks_are_read_or_refused() {
    let tokens: [&[u8]; 16] = [
        b"<c>",
        b"</c>",
        b"<row>",
        b"<v>",
        b"</v>",
        b"r=\"XFD1048576\"",
        b"\"",
        b"&#0;",
        b"&lt;",
        b"99999999999",
        b"<!DOCTYPE a>",
        b"t=\"s\"",
        b"<![CDATA[",
        b"\0",
        b"-1e999",
        b"../../",
    ];
    let seeds: Vec<_> = [
        made::workbook(),
        made::with_formulas(),
        made::with_merges(),
        made::with_sheets(),
    ]
    .iter()
    .map(|bytes| made::parts(bytes))
    .collect();
    let mut random = Random(0xB00C);
    let mut tables = 0;
    // The reading library panics on some of these; its panics are caught, and their reports would fill the screen.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        for round in 0..5_000 {
            let mut parts = seeds[round % seeds.len()].clone();
            let at = random.next(parts.len());
            parts[at].1 = random.spoil(std::mem::take(&mut parts[at].1), &tokens);
            tables += usize::from(reads(&made::stored(parts), "casi.xlsx", round % 4 == 0));
        }
    }));
    drop(std::panic::take_hook());
    assert!(outcome.is_ok(), "a panic after {tables} tables");
    assert!((500..5_000).contains(&tables), "{tables} of 5000 were tables");
}

#[test]
fn spoilt_packages_are_read_or_refused() {
    let tokens: [&[u8]; 4] = [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff"];
    let bytes = made::workbook();
    let mut random = Random(0xACC0);
    for round in 0..1_000 {
        reads(&random.spoil(bytes.clone(), &tokens), "casi.xlsx", round % 4 == 0);
    }
    for cut in 0..bytes.len() {
        let refused = read(&bytes[..cut], "casi.xlsx", &Reading::default()).err();
        let known = matches!(
            refused,
            Some(TableError::Empty | TableError::Binary | TableError::Damaged | TableError::NoRows)
        );
        assert!(known, "cut at {cut}: {refused:?}");
    }
}
