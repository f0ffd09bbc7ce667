//! A paper as a DOCX file that any word processor opens and changes: headings by style, tables, page numbers as fields.
//!
//! Written over `zip`, which is in the program for spreadsheets: what a paper needs of the format is a page of XML, and the
//! crates that write it bring an imaging stack and a second ZIP library.

use super::{Block, Paper, PaperFailed, Signature, Table, page_parts};
use std::io::{Cursor, Write as _};
use zip::{ZipWriter, write::SimpleFileOptions};

const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/></Relationships>";

/// Writes the file.
///
/// # Errors
/// The package cannot be written.
pub fn write(paper: &Paper) -> Result<Vec<u8>, PaperFailed> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", ROOT.to_owned()),
        ("docProps/core.xml", core(paper)),
        ("word/_rels/document.xml.rels", PARTS.to_owned()),
        ("word/styles.xml", styles()),
        ("word/header1.xml", header(paper)),
        ("word/footer1.xml", footer(paper)),
        ("word/document.xml", document(paper)),
    ];
    for (name, content) in parts {
        let failed = |error: String| PaperFailed(error);
        package
            .start_file(name, SimpleFileOptions::default())
            .map_err(|error| failed(error.to_string()))?;
        let written = package
            .write_all(HEAD.as_bytes())
            .and_then(|()| package.write_all(content.as_bytes()));
        written.map_err(|error| failed(error.to_string()))?;
    }
    let done = package.finish().map_err(|error| PaperFailed(error.to_string()))?;
    Ok(done.into_inner())
}

fn core(paper: &Paper) -> String {
    let made = paper.made.format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
<dc:language>it-IT</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created></cp:coreProperties>",
        plain(&paper.title),
        plain(paper.author.as_deref().unwrap_or_default())
    )
}

fn styles() -> String {
    let style = |id: &str, name: &str, level: &str, size: u8, bold: bool| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
<w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>{level}</w:pPr>\
<w:rPr>{}<w:sz w:val=\"{size}\"/></w:rPr></w:style>",
            if bold { "<w:b/>" } else { "" }
        )
    };
    format!(
        "<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Titillium Web\" w:hAnsi=\"Titillium Web\" w:cs=\"Arial\"/>\
<w:sz w:val=\"21\"/><w:lang w:val=\"it-IT\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{}{}{}\
<w:style w:type=\"paragraph\" w:styleId=\"Small\"><w:name w:val=\"Small\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"17\"/></w:rPr></w:style></w:styles>",
        style("Title", "Title", "", 32, true),
        style("Heading1", "heading 1", "<w:outlineLvl w:val=\"0\"/>", 25, true),
        style("Heading2", "heading 2", "<w:outlineLvl w:val=\"1\"/>", 22, true),
    )
}

fn header(paper: &Paper) -> String {
    let mark = paper.mark.as_deref().unwrap_or_default();
    format!(
        "<w:hdr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Small\"/><w:jc w:val=\"right\"/></w:pPr>{}</w:p></w:hdr>",
        run(mark, false)
    )
}

fn footer(paper: &Paper) -> String {
    let (before, between, after) = page_parts(&paper.page);
    let tab = if paper.landscape { 13_900 } else { 9_100 };
    format!(
        "<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Small\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{tab}\"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}{}</w:p></w:ftr>",
        run(&paper.footer, false),
        run(before, false),
        field("PAGE"),
        run(between, false),
        field("NUMPAGES"),
        run(after, false),
    )
}

fn field(name: &str) -> String {
    format!("<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}

fn document(paper: &Paper) -> String {
    let mut body = String::new();
    for line in &paper.letterhead {
        body.push_str(&paragraph(None, &run(line, true)));
    }
    body.push_str(&paragraph(Some("Title"), &run(&paper.title, false)));
    for block in &paper.blocks {
        match block {
            Block::Heading { level, text } => {
                let style = if *level <= 1 { "Heading1" } else { "Heading2" };
                body.push_str(&paragraph(Some(style), &run(text, false)));
            }
            Block::Paragraph(text) => body.push_str(&paragraph(None, &run(text, false))),
            Block::Note(text) => body.push_str(&paragraph(Some("Small"), &run(text, false))),
            Block::List(points) => {
                for point in points {
                    body.push_str(&paragraph(None, &run(&format!("– {point}"), false)));
                }
            }
            Block::Table(rows) => body.push_str(&table(rows)),
            Block::Signatures(signatures) => signatures.iter().for_each(|one| body.push_str(&signature(one))),
        }
    }
    let (width, height, turned) = match paper.landscape {
        true => (16_838, 11_906, " w:orient=\"landscape\""),
        false => (11_906, 16_838, ""),
    };
    format!(
        "<w:document {MAIN}><w:body>{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/><w:pgMar w:top=\"1440\" w:right=\"1240\" w:bottom=\"1400\" w:left=\"1240\" w:header=\"700\" w:footer=\"700\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn paragraph(style: Option<&str>, runs: &str) -> String {
    let style = style.map(|style| format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
    format!("<w:p>{}{runs}</w:p>", style.unwrap_or_default())
}

/// Words; a line break in them is kept.
fn run(text: &str, bold: bool) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", plain(line)))
        .collect();
    let bold = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    format!("<w:r>{bold}{}</w:r>", lines.join("<w:br/>"))
}

fn table(table: &Table) -> String {
    let whole: u32 = table
        .columns
        .iter()
        .map(|column| u32::from(column.share.max(1)))
        .sum();
    let widths: Vec<u32> = table
        .columns
        .iter()
        .map(|column| 9_400 * u32::from(column.share.max(1)) / whole.max(1))
        .collect();
    let grid: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect();
    let row = |cells: &mut dyn Iterator<Item = &str>, head: bool| {
        let cells: String = widths
            .iter()
            .zip(cells)
            .map(|(width, cell)| {
                format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                    paragraph(Some("Small"), &run(cell, head))
                )
            })
            .collect();
        let again = if head {
            "<w:trPr><w:tblHeader/></w:trPr>"
        } else {
            ""
        };
        format!("<w:tr>{again}{cells}</w:tr>")
    };
    let mut rows = row(
        &mut table.columns.iter().map(|column| column.title.as_str()),
        true,
    );
    for cells in &table.rows {
        rows.push_str(&row(&mut cells.iter().map(String::as_str), false));
    }
    let side =
        |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>");
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>{}{}{}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>",
        side("top"),
        side("bottom"),
        side("insideH")
    )
}

fn signature(signature: &Signature) -> String {
    let how = if signature.how.is_empty() {
        "______________________________"
    } else {
        &signature.how
    };
    [
        paragraph(None, &run(&signature.role, true)),
        paragraph(None, &run(&signature.name, false)),
        paragraph(Some("Small"), &run(how, false)),
    ]
    .concat()
}

/// Words as XML; what XML has no sign for is left out.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            letter => out.push(letter),
        }
    }
    out
}
