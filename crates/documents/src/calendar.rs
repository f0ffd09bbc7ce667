//! Deadlines as a file for a calendar: iCalendar (RFC 5545), only what whole days and moments need.

use chrono::{DateTime, NaiveDate, Utc};

/// When an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On a day.
    Day(NaiveDate),
    /// At a moment.
    At(DateTime<Utc>),
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What stays the same when the file is made again, so that a calendar replaces what it has.
    pub uid: String,
    /// When.
    pub when: When,
    /// What it says.
    pub summary: String,
}

/// Bytes of a line before it is folded.
const LINE: usize = 75;

/// The file, made at a moment.
#[must_use]
pub fn write(title: &str, made: DateTime<Utc>, entries: &[Entry]) -> String {
    let mut text = String::new();
    let mut line = |content: &str| push(&mut text, content);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Cartella//Scadenze//IT");
    line(&format!("X-WR-CALNAME:{}", escaped(title)));
    for entry in entries {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&entry.uid)));
        line(&format!("DTSTAMP:{}", moment(made)));
        match entry.when {
            When::Day(day) => line(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d"))),
            When::At(at) => line(&format!("DTSTART:{}", moment(at))),
        }
        line(&format!("SUMMARY:{}", escaped(&entry.summary)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Appends a line, folded where it is longer than a reader must take, never within a letter.
fn push(text: &mut String, content: &str) {
    let mut room = LINE;
    for letter in content.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        text.push(letter);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;

    #[test]
    fn a_day_a_moment_and_a_long_line_are_written_as_calendars_read_them() {
        let made = Utc.with_ymd_and_hms(2026, 4, 2, 8, 0, 0).unwrap();
        let long = "Perché, così; però ".repeat(8);
        let text = write(
            "Scadenze",
            made,
            &[
                Entry {
                    uid: "a".into(),
                    when: When::Day(NaiveDate::from_ymd_opt(2026, 4, 14).unwrap()),
                    summary: "Assegnazione (TM)".into(),
                },
                Entry {
                    uid: "b".into(),
                    when: When::At(Utc.with_ymd_and_hms(2026, 3, 14, 16, 40, 0).unwrap()),
                    summary: long.clone(),
                },
            ],
        );
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20260414\r\nSUMMARY:Assegnazione (TM)\r\n"));
        assert!(text.contains("\r\nDTSTART:20260314T164000Z\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&long.trim_end().replace(',', "\\,").replace(';', "\\;")));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
