use super::*;
use std::io::{Cursor, Read as _};

fn paper() -> Paper {
    Paper {
        title: "Relazione di aggiornamento".into(),
        letterhead: vec!["Azienda speciale".into(), "Servizio tutela minori".into()],
        mark: Some("Riservato".into()),
        footer: "R.G. 1450/2026".into(),
        page: "Pagina {n} di {total}".into(),
        author: Some("Ferri Lucia".into()),
        made: DateTime::from_timestamp(1_770_000_000, 0).unwrap(),
        landscape: false,
        blocks: vec![
            Block::Heading {
                level: 1,
                text: "Fatti accertati".into(),
            },
            Block::Paragraph("Perché è così: «la casa è in ordine» – l’età, più o meno.\nŞerban, Đorđe, Łukasz, Ольга, 王.".into()),
            Block::Table(Table {
                columns: vec![Column::new("Data", 1), Column::new("Che cosa", 3)],
                rows: (0..80).map(|n| vec![format!("{n}"), "Visita <domiciliare> & colloquio".into()]).collect(),
            }),
            Block::List(vec!["uno".into(), "due".into()]),
            Block::Signatures(vec![Signature {
                role: "Assistente sociale".into(),
                name: "Ferri Lucia".into(),
                how: String::new(),
            }]),
        ],
    }
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[test]
fn a_pdf_declares_pdf_a_and_has_its_letters_and_colours_inside() {
    let bytes = pdf::write(&paper()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for declared in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "/OutputIntents",
        "/GTS_PDFA1",
        "/FontFile2",
        "/ToUnicode",
        "/Lang",
        "/StructTreeRoot",
        "/MarkInfo",
    ] {
        assert!(has(&bytes, declared), "{declared} is missing");
    }
    // Three typefaces, for one line has letters of other alphabets.
    assert!(has(&bytes, "TitilliumWeb") && has(&bytes, "DejaVuSans"));
    assert!(!has(&bytes, "/Encrypt") && !has(&bytes, "/URI"));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert!(pdf::write(&paper()).unwrap() == pdf::write(&paper()).unwrap());
    let other = Paper {
        title: "Altra".into(),
        ..paper()
    };
    assert!(pdf::write(&paper()).unwrap() != pdf::write(&other).unwrap());
}

#[test]
fn nothing_is_cut_off_at_a_page_s_foot_or_side() {
    let fonts = fonts::Fonts::new().unwrap();
    let mut long = paper();
    long.blocks.push(Block::Paragraph("parola ".repeat(2_000)));
    long.blocks.push(Block::Paragraph("x".repeat(3_000)));
    let laid = layout::lay(&long, &fonts);
    assert!(laid.sheets.len() > 4);
    let mut words = 0;
    for sheet in &laid.sheets {
        for line in &sheet.lines {
            let end = line.x + fonts.width(line.face, &line.text, line.size);
            assert!(end <= laid.width - 50.0, "{} ends at {end}", line.text);
            assert!(line.y <= laid.height - 30.0);
            words += line.text.matches("parola").count();
        }
        // The mark stands on every page.
        assert!(sheet.lines.iter().any(|line| line.text == "Riservato"));
    }
    assert_eq!(words, 2_000);
    let heads = laid.sheets.iter().flat_map(|sheet| &sheet.lines);
    assert!(
        heads.filter(|line| line.text == "Che cosa").count() > 1,
        "the head stands again"
    );
    let last = laid.sheets.len();
    let number = format!("Pagina {last} di {last}");
    let lines = &laid.sheets.last().unwrap().lines;
    assert!(lines.iter().any(|line| line.text == number));
}

#[test]
fn a_docx_is_a_package_with_what_was_said_in_order() {
    let bytes = docx::write(&paper()).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let text = part("word/document.xml");
    let order: Vec<usize> = [
        "Azienda speciale",
        "Relazione di",
        "Fatti accertati",
        "l’età",
        "<w:br/>",
        "Visita &lt;domiciliare&gt; &amp; colloquio",
        "Ferri Lucia",
    ]
    .iter()
    .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} is missing")))
    .collect();
    assert!(order.is_sorted(), "{order:?}");
    assert!(part("word/header1.xml").contains("Riservato"));
    assert!(part("word/footer1.xml").contains("NUMPAGES"));
    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/styles.xml",
        "docProps/core.xml",
    ] {
        assert!(part(name).starts_with("<?xml"));
    }
}
