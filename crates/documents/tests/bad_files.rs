//! Every bad file that an office can send, each with what must come of it: a table with findings, or one clear
//! reason. Never a panic, never memory without bound, and never half a table.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
#![allow(clippy::too_many_lines, reason = "one row a file")]

mod made;

use cartella_documents::findings::{FindingCode, FindingCode as Code, Severity};
use cartella_documents::tabular::{Limits, Reading, Table, TableError, read};

/// What must come of a file.
enum Outcome {
    /// No table, for this reason.
    Refused(TableError),
    /// A table of so many lines, with these findings (line and code) among its own.
    Read(usize, Vec<(u32, Code)>),
}
use Outcome::{Read, Refused};

struct Case {
    what: &'static str,
    name: &'static str,
    bytes: Vec<u8>,
    outcome: Outcome,
}

fn case(what: &'static str, name: &'static str, bytes: impl Into<Vec<u8>>, outcome: Outcome) -> Case {
    Case {
        what,
        name,
        bytes: bytes.into(),
        outcome,
    }
}

fn windows_1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

const GOOD: &str = "Cognome;Nome;Nascita\nNicolò;Ada;03/02/2011\nD'Amico;Lucìa;04/05/2012\n";

#[rustfmt::skip]
fn text_files() -> Vec<Case> {
    let dos = b"Cognome;Nome;Nascita\nNicol\x95;Ada;03/02/2011\nMariel\x85;Pia;04/05/2012\n".to_vec();
    let mixed = [GOOD.as_bytes(), &windows_1252("Perù;Niccolò;05/05/2012\n")].concat();
    let spoilt = "Cognome;Nome;Nascita\nNicolÃ²;Ada;03/02/2011\n";
    let long = format!("Cognome;Note\nRossi;{}\nBianchi;breve\n", "a".repeat(1_000_000));
    let wide = format!("Cognome;Nome\n{}\n", "x;".repeat(600));
    let million = format!("Cognome;Nome\n{}", "Rossi;Mario\n".repeat(1_000_000));
    vec![
        case("empty", "a.csv", "", Refused(TableError::Empty)),
        case("only blanks", "a.csv", " \r\n;;;\n\t\n", Refused(TableError::Empty)),
        case("only a byte order mark", "a.csv", "\u{feff}", Refused(TableError::Empty)),
        case("only headings", "a.csv", "Cognome;Nome\n", Refused(TableError::NoRows)),
        case("binary", "a.csv", (0..=255).cycle().take(5_000).collect::<Vec<u8>>(), Refused(TableError::Binary)),
        case("a picture", "a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06".to_vec(), Refused(TableError::Binary)),
        case("zeros in text", "a.csv", "Cognome;Nome\nRossi\0;Mario\n", Refused(TableError::Binary)),
        case("a PDF", "casi.xlsx", "%PDF-1.7\n...", Refused(TableError::Pdf)),
        case("a web page named .xls", "casi.xls", "<html><body><table><tr><td>Cognome</td></tr></table>", Refused(TableError::WebPage)),
        case("a web page after a mark", "casi.xls", "\u{feff}\n <TABLE border=1><tr><td>Cognome", Refused(TableError::WebPage)),
        case("XML of 2003", "casi.xls", "<?xml version=\"1.0\"?><Workbook/>", Refused(TableError::XmlFile)),
        case("Windows-1252", "a.csv", windows_1252(GOOD), Read(2, vec![(0, Code::ReadAsWindows1252)])),
        case("UTF-8 with a mark", "a.csv", format!("\u{feff}{GOOD}"), Read(2, vec![])),
        case("UTF-16 with a mark", "a.txt", utf16(&GOOD.replace(';', "\t"), true, false), Read(2, vec![])),
        case("UTF-16 big-endian without a mark", "a.txt", utf16(GOOD, false, true), Read(2, vec![])),
        case("UTF-16 cut in the middle", "a.txt", utf16(GOOD, true, false)[..51].to_vec(), Refused(TableError::WrongEncoding)),
        case("two encodings", "a.csv", mixed, Read(3, vec![(0, Code::MixedEncoding)])),
        case("accents spoilt before", "a.csv", spoilt, Read(1, vec![(0, Code::SpoiltAccents)])),
        case("MS-DOS accents", "a.csv", dos, Read(2, vec![(0, Code::MaybeDosEncoding)])),
        case("a quote that never closes", "a.csv", "Cognome;Nome\nRossi;Mario\n\"Bianchi;Ada\nVerdi;Pia\n", Refused(TableError::UnclosedQuote { line: 3 })),
        case("quotes in odd places", "a.csv", "Cognome;Note\nRossi;tubo da 5\" rotto\nBianchi;\"detto\" Bibi\n", Read(2, vec![(2, Code::StrayQuote), (3, Code::StrayQuote)])),
        case("lines inside quotes", "a.csv", "Cognome;Note\r\n\"Rossi\";\"prima\r\nseconda\"\r\nBianchi;\"a;b\"\"c\"\r\nVerdi;x;y\r\n", Read(3, vec![(5, Code::ExtraCells)])),
        case("old Macintosh line ends", "a.csv", GOOD.replace('\n', "\r"), Read(2, vec![])),
        case("an unquoted separator", "a.csv", "Cognome;Via;Comune\nRossi;via Roma; 3;Legnano\nBianchi;via Po 1;Rho\n", Read(2, vec![(2, Code::ExtraCells)])),
        case("short lines", "a.csv", "Cognome;Nome;Note\nRossi\nBianchi;Ada;x\n", Read(2, vec![(2, Code::MissingCells)])),
        case("a million lines", "a.csv", million, Refused(TableError::TooManyRows { limit: 200_000 })),
        case("a cell of a million characters", "a.csv", long, Read(2, vec![(2, Code::CellTooLong)])),
        case("six hundred columns", "a.csv", wide, Refused(TableError::TooManyColumns { limit: 512, line: 2 })),
        case("a declared separator", "a.csv", "sep=|\r\nCognome|Nome\r\nRossi|Ada;Pia\r\n", Read(1, vec![])),
        case("titles above", "a.csv", "Comune di Legnano;;\nElenco casi;;\n\nCognome;Nome;Comune\nRossi;Ada;Rho\n", Read(1, vec![(0, Code::TitleSkipped)])),
        case("the same heading twice", "a.csv", "Cognome;Nome;Nome\nRossi;Ada;Pia\n", Read(1, vec![(1, Code::DuplicateHeading)])),
        case("a column without a heading", "a.csv", "Cognome;;Nome\nRossi;x;Ada\n", Read(1, vec![(1, Code::MissingHeading)])),
        case("no headings", "a.csv", "Rossi;Ada;03/02/2011\nBianchi;Pia;04/05/2012\n", Read(2, vec![(0, Code::NoHeadings)])),
        case("control characters", "a.csv", "Cognome;Nome\nRos\u{b}si;Ada\n", Read(1, vec![(2, Code::ControlCharacters)])),
    ]
}

#[rustfmt::skip]
fn packages() -> Vec<Case> {
    let good = made::workbook();
    let ole = |inside: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(512, 0);
        bytes.extend(utf16(inside, false, false));
        bytes
    };
    let bomb = made::repacked(&good, |name, content| {
        Some(if name == "xl/sharedStrings.xml" {
            vec![b' '; 65 * 1024 * 1024]
        } else {
            content
        })
    });
    let many = made::packed((0..5_000).map(|n| (format!("xl/{n}.xml"), Vec::new())));
    let mut encrypted = good.clone();
    for at in 0..encrypted.len() - 10 {
        match &encrypted[at..at + 4] {
            b"PK\x03\x04" => encrypted[at + 6] |= 1,
            b"PK\x01\x02" => encrypted[at + 8] |= 1,
            _ => {}
        }
    }
    let mut checksum = good.clone();
    let at = checksum.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    checksum[at + 16] ^= 0xFF;
    let document = made::packed([("word/document.xml".to_owned(), b"<w/>".to_vec())]);
    let ods = made::packed([
        ("mimetype".to_owned(), vec![]),
        ("content.xml".to_owned(), vec![]),
    ]);
    let xlsb = made::packed([("xl/workbook.bin".to_owned(), vec![0, 1])]);
    let without =
        |part: &'static str| made::repacked(&good, move |name, content| (name != part).then_some(content));
    let damaged = || Refused(TableError::Damaged);
    vec![
        case("cut off", "a.xlsx", good[..good.len() / 2].to_vec(), damaged()),
        case("only the beginning of a package", "a.xlsx", b"PK\x03\x04".to_vec(), damaged()),
        case("an empty package", "a.xlsx", made::packed([]), Refused(TableError::NotAWorkbook)),
        case("a document", "a.xlsx", document, Refused(TableError::NotAWorkbook)),
        case("OpenDocument", "a.ods", ods, Refused(TableError::OpenDocument)),
        case("a binary workbook", "a.xlsb", xlsb, Refused(TableError::BinaryWorkbook)),
        case("an old workbook", "a.xls", ole("Workbook"), Refused(TableError::OldWorkbook)),
        case("a password", "a.xls", ole("EncryptedPackage"), Refused(TableError::Password)),
        case("a password, by its name", "a.xlsx", ole(""), Refused(TableError::Password)),
        case("encrypted parts", "a.xlsx", encrypted, Refused(TableError::Password)),
        case("a wrong checksum", "a.xlsx", checksum, damaged()),
        case("a bomb", "a.xlsx", bomb, Refused(TableError::UnpacksTooBig { limit: 256 * 1024 * 1024, })),
        case("thousands of parts", "a.xlsx", many, Refused(TableError::TooManyParts { limit: 4_096 })),
        case("no workbook part", "a.xlsx", without("xl/workbook.xml"), Refused(TableError::NoSheet)),
        case("no sheet part", "a.xlsx", without("xl/worksheets/sheet1.xml"), damaged()),
        case("no relations", "a.xlsx", without("xl/_rels/workbook.xml.rels"), damaged()),
        case("no texts", "a.xlsx", without("xl/sharedStrings.xml"), damaged()),
        case("no cells", "a.xlsx", made::without_cells(), Refused(TableError::NoSheet)),
    ]
}

#[rustfmt::skip]
fn sheets() -> Vec<Case> {
    let people = [
        made::row_of(1, &["Cognome", "Nome"]),
        made::row_of(2, &["Rossi", "Ada"]),
    ]
    .concat();
    let million: String = (1..=200_001).map(|n| made::row_of(n, &["Rossi"])).collect();
    let backwards = [
        made::row_of(9, &["Cognome", "Nome"]),
        made::row_of(2, &["Rossi", "Ada"]),
    ]
    .concat();
    let texts = "xl/sharedStrings.xml";
    let spill = people.clone()
        + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#SPILL!</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Pia</t></is></c></row>";
    let laughs = made::part_with(
        texts,
        "<sst",
        "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><sst",
    );
    let damaged = || Refused(TableError::Damaged);
    vec![
        case("a declared size of the whole sheet", "a.xlsx", made::sheet_with("ref=\"A1:F3\"", "ref=\"A1:XFD1048576\""), Read(2, vec![])),
        case("a declared size backwards", "a.xlsx", made::sheet_with("ref=\"A1:F3\"", "ref=\"F3:A1\""), damaged()),
        case("a row beyond all numbers", "a.xlsx", made::sheet_with("r=\"A2\"", "r=\"A99999999999\""), damaged()),
        case("a column beyond all letters", "a.xlsx", made::sheet_with("r=\"A2\"", "r=\"ZZZZZZZZZ2\""), damaged()),
        case("a cell in the last column", "a.xlsx", made::sheet_with("r=\"F2\"", "r=\"XFD2\""), Refused(TableError::TooManyColumns { limit: 512, line: 2 })),
        case("a count of texts without end", "a.xlsx", made::part_with(texts, "uniqueCount=\"", "uniqueCount=\"99999999999"), damaged()),
        case("a count of texts beyond all numbers", "a.xlsx", made::part_with(texts, "uniqueCount=\"", "uniqueCount=\"18446744073709551615"), damaged()),
        case("a text that is not there", "a.xlsx", made::sheet_with("<c r=\"A2\" t=\"s\"><v>", "<c r=\"A2\" t=\"s\"><v>99"), damaged()),
        case("broken XML", "a.xlsx", made::sheet_with("</sheetData>", "<c r=\"A9\""), damaged()),
        case("an unknown kind of cell", "a.xlsx", made::sheet_with("r=\"A2\" t=\"s\"", "r=\"A2\" t=\"zz\""), damaged()),
        case("entities that grow", "a.xlsx", laughs, Read(2, vec![])),
        case("too many lines in a sheet", "a.xlsx", made::sheet_of(&million), Refused(TableError::TooManyRows { limit: 200_000 })),
        case("lines backwards", "a.xlsx", made::sheet_of(&backwards), damaged()),
        case("an error of the spreadsheet", "a.xlsx", made::sheet_of(&spill), Read(2, vec![(2, Code::SpreadsheetError)])),
        case("formulas", "a.xlsx", made::with_formulas(), Read(3, vec![(2, Code::Formula), (4, Code::FormulaWithoutValue)])),
        case("merged cells under a title", "a.xlsx", made::with_merges(), Read(2, vec![(0, Code::TitleSkipped), (4, Code::MergedCells)])),
        case("several sheets", "a.xlsx", made::with_sheets(), Read(1, vec![(0, Code::OtherSheets)])),
    ]
}

fn found(table: &Table, line: u32, code: FindingCode) -> bool {
    table
        .findings
        .iter()
        .any(|finding| finding.line == line && finding.code == code)
}

#[test]
fn each_bad_file_gets_its_answer() {
    let cases: Vec<Case> = [text_files(), packages(), sheets()]
        .into_iter()
        .flatten()
        .collect();
    assert!(cases.len() >= 60, "only {} files", cases.len());
    let failures: Vec<String> = cases.into_iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What came of a file that should not have come of it.
fn failure(case: Case) -> Option<String> {
    let what = case.what;
    match (read(&case.bytes, case.name, &Reading::default()), case.outcome) {
        (Err(error), Refused(expected)) => {
            (error != expected).then(|| format!("{what}: refused as {error:?}, not {expected:?}"))
        }
        (Ok(table), Read(lines, findings)) => {
            let missing: Vec<&(u32, Code)> = findings
                .iter()
                .filter(|(line, code)| !found(&table, *line, *code))
                .collect();
            let good = table.rows.len() == lines && missing.is_empty();
            (!good).then(|| format!("{what}: {lines} lines, {missing:?} not in {table:?}"))
        }
        (Ok(table), Refused(expected)) => {
            Some(format!("{what}: read as {table:?}, not refused as {expected:?}"))
        }
        (Err(error), Read(..)) => Some(format!("{what}: refused as {error:?}")),
    }
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    let line =
        |row: &cartella_documents::tabular::Row| row.cells.iter().map(|cell| cell.text.clone()).collect();
    table.rows.iter().map(line).collect()
}

#[test]
fn the_same_people_come_from_every_encoding_and_separator() {
    let expected = vec![
        vec!["Nicolò", "Ada", "03/02/2011"],
        vec!["D'Amico", "Lucìa", "04/05/2012"],
    ];
    for separator in [";", ",", "\t", "|"] {
        for ends in ["\n", "\r\n", "\r"] {
            let text = GOOD.replace(';', separator).replace('\n', ends);
            let marked = format!("\u{feff}{text}").into_bytes();
            let files = [
                windows_1252(&text),
                marked,
                utf16(&text, true, true),
                utf16(&text, false, false),
                text.into_bytes(),
            ];
            for bytes in files {
                let table = read(&bytes, "casi.csv", &Reading::default()).unwrap();
                assert_eq!(texts(&table), expected, "{separator:?} {ends:?}");
                assert_eq!(table.rows[1].line, 3);
            }
        }
    }
}

#[test]
fn a_line_that_slipped_is_an_error_of_that_line_alone() {
    let text = "Cognome;Via;Comune\nRossi;via Roma; 3;Legnano\nBianchi;via Po 1;Rho\n";
    let table = read(text.as_bytes(), "a.csv", &Reading::default()).unwrap();
    let errors: Vec<u32> = table
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.line)
        .collect();
    assert_eq!(errors, [2]);
}

#[test]
fn workbooks_keep_zeros_and_give_dates() {
    let table = read(&made::workbook(), "a.xlsx", &Reading::default()).unwrap();
    let line = [
        "Nicolò",
        "Ñandù",
        "RSSMRA85T10A562S",
        "2011-02-03",
        "0331 123456",
        "Tutela minori",
    ];
    assert_eq!(texts(&table)[0], line);
    let since_1904 = made::part_with("xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
    let table = read(&since_1904, "a.xlsx", &Reading::default()).unwrap();
    assert_eq!(texts(&table)[0][3], "2015-02-04");
}

#[test]
fn the_chosen_sheet_encoding_separator_and_line_are_used() {
    let bytes = made::with_sheets();
    let of_sheet = |sheet: &str| {
        let reading = Reading {
            sheet: Some(sheet.to_owned()),
            ..Reading::default()
        };
        read(&bytes, "a.xlsx", &reading).map(|table| texts(&table)[0][0].clone())
    };
    assert_eq!(of_sheet("2025").unwrap(), "Nuovo");
    assert_eq!(of_sheet("Appoggio").unwrap(), "Nascosto");
    assert_eq!(of_sheet("Copertina"), Err(TableError::SheetNotFound));

    let text = "Elenco\nCognome,Nome;Nota\nRossi,Ada;x\n";
    let reading = Reading {
        separator: Some(cartella_documents::tabular::Separator::Comma),
        heading_line: Some(2),
        ..Reading::default()
    };
    let table = read(text.as_bytes(), "a.csv", &reading).unwrap();
    assert_eq!(texts(&table), [["Rossi", "Ada;x"]]);
    let none = Reading {
        heading_line: Some(0),
        ..Reading::default()
    };
    assert_eq!(read(text.as_bytes(), "a.csv", &none).unwrap().rows.len(), 3);
    let utf8 = Reading {
        encoding: Some(cartella_documents::tabular::TextEncoding::Utf8),
        ..Reading::default()
    };
    let refused = read(&windows_1252(GOOD), "a.csv", &utf8);
    assert_eq!(refused, Err(TableError::WrongEncoding));
}

#[test]
fn limits_hold_before_anything_is_read() {
    let tight = |limits: Limits| Reading {
        limits,
        ..Reading::default()
    };
    let small = tight(Limits {
        bytes: 10,
        ..Limits::default()
    });
    let refused = read(GOOD.as_bytes(), "a.csv", &small);
    assert_eq!(refused, Err(TableError::FileTooBig { limit: 10 }));
    let few = tight(Limits {
        cells: 8,
        ..Limits::default()
    });
    for bytes in [GOOD.as_bytes().to_vec(), made::workbook()] {
        let refused = read(&bytes, "a", &few);
        assert_eq!(refused, Err(TableError::TooManyCells { limit: 8 }));
    }
}
