//! The report of an import as a file: CSV as Italian spreadsheets open it (`;`, UTF-8 with its mark).
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front: a report must not run what
//! stood in somebody's file.

/// Writes lines of cells as CSV.
///
/// # Errors
/// Only what writing to memory can give.
pub fn write_csv<L, C, T>(lines: L) -> Result<Vec<u8>, csv::Error>
where
    L: IntoIterator<Item = C>,
    C: IntoIterator<Item = T>,
    T: AsRef<str>,
{
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for line in lines {
        let cells: Vec<String> = line.into_iter().map(|cell| harmless(cell.as_ref())).collect();
        writer.write_record(&cells)?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// The text, with an apostrophe if a spreadsheet would compute it.
fn harmless(text: &str) -> String {
    let start = text.trim_start().chars().next();
    let computes = matches!(start, Some('=' | '+' | '-' | '@')) || text.starts_with(['\t', '\r']);
    if computes {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_opens_in_an_italian_spreadsheet_and_runs_nothing() {
        let lines = [
            vec!["Riga", "Esito"],
            vec!["2", "=cmd|' /C calc'!A0"],
            vec!["3", " +39 0331; è \"qui\""],
            vec!["4", "@SOMMA(1)"],
            vec!["5", "-"],
        ];
        let written = write_csv(lines).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert_eq!(
            text,
            "\u{feff}Riga;Esito\r\n2;'=cmd|' /C calc'!A0\r\n3;\"' +39 0331; è \"\"qui\"\"\"\r\n4;'@SOMMA(1)\r\n5;'-\r\n"
        );
    }
}
