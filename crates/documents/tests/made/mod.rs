//! Files made for the tests: workbooks written by a library and then spoilt part by part.
#![allow(dead_code, reason = "each test file uses what it needs")]

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The headings and two lines that most files have.
pub const HEADINGS: [&str; 6] = ["Cognome", "Nome", "C.F.", "Data di nascita", "Tel.", "Servizio"];

/// A good workbook of one sheet, with a date, a number and a text that begins with zero.
pub fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (line, surname, name) in [(1, "Nicolò", "Ñandù"), (2, "D'Amico", "Lucia")] {
        sheet.write(line, 0, surname).unwrap();
        sheet.write(line, 1, name).unwrap();
        sheet.write(line, 2, "RSSMRA85T10A562S").unwrap();
        let date = ExcelDateTime::from_ymd(2011, 2, 3).unwrap();
        sheet.write_with_format(line, 3, &date, &day).unwrap();
        sheet.write(line, 4, "0331 123456").unwrap();
        sheet.write(line, 5, "Tutela minori").unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook whose second column is computed, once without a value.
pub fn with_formulas() -> Vec<u8> {
    let computed = |line: usize, result: &str| {
        let name = format!("<c t=\"inlineStr\"><is><t>Cognome{line}</t></is></c>");
        format!("<row r=\"{line}\">{name}<c t=\"str\"><f>UPPER(A{line})</f>{result}</c></row>")
    };
    let rows = [
        row_of(1, &["Cognome", "Nome"]),
        computed(2, "<v>Calcolato</v>"),
        computed(3, "<v>Calcolato</v>"),
        computed(4, ""),
    ];
    sheet_of(&rows.concat())
}

/// A workbook with a title merged over its width and a merged cell among the lines.
pub fn with_merges() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet
        .merge_range(0, 0, 0, 2, "Elenco casi al 31/12/2025", &plain)
        .unwrap();
    for (column, heading) in (0..).zip(["Comune", "Cognome", "Nome"]) {
        sheet.write(2, column, heading).unwrap();
    }
    sheet.merge_range(3, 0, 4, 0, "Legnano", &plain).unwrap();
    for line in 3..5 {
        sheet.write(line, 1, format!("Cognome{line}")).unwrap();
        sheet.write(line, 2, "Ada").unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook of several sheets: an empty one, two with people, a hidden one.
pub fn with_sheets() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Copertina").unwrap();
    for (name, surname) in [("2024", "Vecchio"), ("2025", "Nuovo"), ("Appoggio", "Nascosto")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "Cognome").unwrap();
        sheet.write(0, 1, "Nome").unwrap();
        sheet.write(1, 0, surname).unwrap();
        sheet.write(1, 1, "Ada").unwrap();
        sheet.set_hidden(name == "Appoggio");
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook without a single cell.
pub fn without_cells() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    workbook.save_to_buffer().unwrap()
}

/// The same package with each part changed by a function; `None` leaves a part out.
pub fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    packed(parts(bytes).into_iter().filter_map(|(name, content)| {
        let content = change(&name, content)?;
        Some((name, content))
    }))
}

/// The parts of a package.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// A package of these parts.
pub fn packed(parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    pack_as(CompressionMethod::Deflated, parts)
}

/// A package of these parts, not compressed.
pub fn stored(parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    pack_as(CompressionMethod::Stored, parts)
}

fn pack_as(method: CompressionMethod, parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in parts {
        writer.start_file(name, options).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The good workbook with a text replaced in the part of its sheet.
pub fn sheet_with(from: &str, to: &str) -> Vec<u8> {
    part_with("xl/worksheets/sheet1.xml", from, to)
}

/// The good workbook with a text replaced in a part.
pub fn part_with(part: &str, from: &str, to: &str) -> Vec<u8> {
    repacked(&workbook(), |name, content| {
        if name != part {
            return Some(content);
        }
        let text = String::from_utf8(content).unwrap();
        assert!(text.contains(from), "{part} has no {from}");
        Some(text.replacen(from, to, 1).into_bytes())
    })
}

/// The good workbook with the lines of its sheet replaced by these.
pub fn sheet_of(rows: &str) -> Vec<u8> {
    let sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    repacked(&workbook(), |name, content| {
        Some(if name == "xl/worksheets/sheet1.xml" {
            sheet.clone().into_bytes()
        } else {
            content
        })
    })
}

/// A row of inline texts for `sheet_of`.
pub fn row_of(number: usize, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}
