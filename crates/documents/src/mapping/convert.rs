//! One line of a table into a person and a case, with a finding for everything that is not as it should be.

use super::repeats::Seen;
use super::row::{Identifier, ImportedRow, Note};
use super::vocabulary::{citizenship, gender, is_email, phone_parts, place, service, split_name, state};
use super::words::{accented, name_case, normal};
use super::{Field, Mapping};
use crate::findings::{Finding, FindingCode, Severity};
use crate::tabular::values::read_date;
use crate::tabular::{Cell, CellKind, Row, Table};
use cartella_domain::codice_fiscale::{self, CodiceFiscale, Known};
use cartella_domain::time::{CivilDate, PartialDate};
use std::collections::HashMap;

/// The longest name that a register takes (INPS: 36); what is longer stands whole among the notes too.
const NAME_CHARS: usize = 36;
/// The longest text of any other short field.
const TEXT_CHARS: usize = 200;

/// Converts every line. `today` tells dates of the future and the century of two-digit years.
#[must_use]
pub fn convert(table: &Table, mapping: &Mapping, today: CivilDate) -> Vec<ImportedRow> {
    let mut by_line: HashMap<u32, Vec<Finding>> = HashMap::new();
    for finding in table.findings.iter().filter(|finding| finding.line > 0) {
        by_line.entry(finding.line).or_default().push(*finding);
    }
    let mut seen = Seen::default();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut line = Line {
            table,
            mapping,
            row,
            today,
            out: ImportedRow {
                line: row.line,
                findings: by_line.remove(&row.line).unwrap_or_default(),
                ..ImportedRow::default()
            },
        };
        for (column, field) in (0..).zip(&mapping.fields) {
            if let (Some(field), Some(cell)) = (field, row.cell(column).filter(|cell| !cell.is_empty())) {
                line.take(column, *field, cell);
            }
        }
        line.check_whole();
        let mut out = line.out;
        seen.check(row, &mut out);
        out.findings.sort_by_key(|finding| (finding.column, finding.code));
        rows.push(out);
    }
    rows
}

struct Line<'t> {
    table: &'t Table,
    mapping: &'t Mapping,
    row: &'t Row,
    today: CivilDate,
    out: ImportedRow,
}

impl Line<'_> {
    fn say(&mut self, severity: Severity, column: u16, code: FindingCode) {
        self.out.findings.push(Finding {
            line: self.row.line,
            column: Some(column),
            severity,
            code,
        });
    }

    fn warn(&mut self, column: u16, code: FindingCode) {
        self.say(Severity::Warning, column, code);
    }

    /// Keeps a cell as it is, under its heading.
    fn note(&mut self, column: u16, text: &str) {
        let heading = self.table.headings.get(usize::from(column));
        let heading = heading.map_or("", |heading| heading.text.as_str()).to_owned();
        self.out.notes.push(Note {
            heading,
            text: text.to_owned(),
        });
    }

    /// Keeps a cell that its field cannot hold, and says so.
    fn set_aside(&mut self, column: u16, text: &str, code: FindingCode) {
        self.note(column, text);
        self.warn(column, code);
    }

    fn take(&mut self, column: u16, field: Field, cell: &Cell) {
        let text = cell.text.as_str();
        match field {
            Field::FullName => self.take_full_name(column, text),
            Field::CodiceFiscale => match identifier(text) {
                Some(code) => self.out.identifier = Some(code),
                None => self.set_aside(column, text, FindingCode::CodiceFiscaleWrong),
            },
            Field::Gender => match gender(text) {
                Some(sex) => self.out.sex = Some(sex),
                None => self.set_aside(column, text, FindingCode::GenderUnreadable),
            },
            Field::Citizenship => match citizenship(text) {
                Some(code) => self.out.citizenship = Some(code),
                None => self.set_aside(column, text, FindingCode::CitizenshipUnknown),
            },
            Field::BirthPlace => self.out.birth_place = self.take_place(column, text, field),
            Field::Comune => self.out.address.comune = self.take_place(column, text, field),
            Field::ComuneInCharge => self.out.comune_in_charge = self.take_place(column, text, field),
            // Read together with the comune, if there is one.
            Field::Province if self.mapping.columns(Field::Comune).next().is_some() => {}
            Field::Province => self.note(column, text),
            Field::BirthDate => self.out.birth = self.take_date(column, text, true),
            Field::ReferredOn => self.out.referred_on = self.take_date(column, text, false),
            Field::OpenedOn => self.out.opened_on = self.take_date(column, text, false),
            Field::ClosedOn => self.out.closed_on = self.take_date(column, text, false),
            Field::Cap => self.take_cap(column, cell),
            Field::Phone => self.take_phones(column, cell),
            Field::Email if is_email(text) => self.out.email = Some(text.to_lowercase()),
            Field::Email => self.set_aside(column, text, FindingCode::EmailUnreadable),
            Field::Service => self.take_service(column, text),
            Field::State => match state(text) {
                Some(state) => self.out.state = Some(state),
                None => self.set_aside(column, text, FindingCode::StateUnknown),
            },
            Field::Notes => self.note(column, text),
            _ => self.take_text(column, field, text),
        }
    }

    fn take_text(&mut self, column: u16, field: Field, text: &str) {
        let is_name = matches!(field, Field::Surname | Field::GivenName | Field::Alias);
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = if is_name {
            accented(&name_case(&one_line))
        } else {
            one_line
        };
        let longest = if is_name { NAME_CHARS } else { TEXT_CHARS };
        let short: String = value.chars().take(longest).collect();
        if short.len() < value.len() {
            self.set_aside(column, text, FindingCode::TextTooLong);
        }
        if let Some(place) = self.out.text_of(field) {
            *place = Some(short.trim_end().to_owned());
        }
    }

    /// A service that nobody can name is no case: without one for all lines, the line is not taken.
    fn take_service(&mut self, column: u16, text: &str) {
        let name = normal(text);
        let mut own = self.mapping.service_names.iter();
        let found = own
            .find(|own| normal(&own.name) == name)
            .map(|own| own.service)
            .or_else(|| service(&name));
        if found.is_some() {
            self.out.service = found;
            return;
        }
        self.note(column, text);
        let severity = if self.mapping.service.is_some() {
            Severity::Warning
        } else {
            Severity::Error
        };
        self.say(severity, column, FindingCode::ServiceUnknown);
    }

    /// Surname and name in one cell: at the comma if there is one, else by the usual particles.
    fn take_full_name(&mut self, column: u16, text: &str) {
        let (surname, given) = match text.split_once(',') {
            Some((surname, given)) => (surname.to_owned(), given.to_owned()),
            None => {
                self.warn(column, FindingCode::NameSplit);
                split_name(text)
            }
        };
        if !surname.trim().is_empty() {
            self.take_text(column, Field::Surname, &surname);
        }
        if !given.trim().is_empty() {
            self.take_text(column, Field::GivenName, &given);
        }
    }

    fn take_date(&mut self, column: u16, text: &str, of_birth: bool) -> Option<PartialDate> {
        match read_date(text, self.today) {
            Ok(read) => {
                if let Some(note) = read.note {
                    let wrong = of_birth && note == FindingCode::DateInFuture;
                    let severity = if wrong { Severity::Error } else { Severity::Warning };
                    self.say(severity, column, note);
                }
                Some(read.date)
            }
            Err(code) => {
                self.set_aside(column, text, code);
                None
            }
        }
    }

    /// A comune or state by name; of birth under the name of that day, with the province of its column.
    fn take_place(&mut self, column: u16, text: &str, field: Field) -> Option<&'static str> {
        let day = match field {
            Field::BirthPlace => self.birth_day(),
            _ => None,
        };
        let province = match field {
            Field::Comune => self
                .text_in(Field::Province)
                .filter(|province| province.len() == 2),
            _ => None,
        };
        let found = match province {
            Some(province) => place(&format!("{text} ({province})"), day).or_else(|| place(text, day)),
            None => place(text, day),
        };
        if found.is_none() {
            self.set_aside(column, text, FindingCode::PlaceUnknown);
        }
        found.map(|place| place.code)
    }

    /// What stands in the first column of a field.
    fn text_in(&self, field: Field) -> Option<&str> {
        let column = self.mapping.columns(field).next()?;
        let cell = self.row.cell(column).filter(|cell| !cell.is_empty())?;
        Some(&cell.text)
    }

    fn birth_day(&self) -> Option<CivilDate> {
        let birth = read_date(self.text_in(Field::BirthDate)?, self.today).ok()?;
        Some(birth.date.earliest())
    }

    fn take_cap(&mut self, column: u16, cell: &Cell) {
        let digits = cell.text.as_str();
        let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.len() {
            5 if all_digits => self.out.address.cap = Some(digits.to_owned()),
            // A spreadsheet's number has lost the zeros in front: Rome is 00100.
            3 | 4 if all_digits => {
                self.warn(column, FindingCode::LeadingZeroRestored);
                self.out.address.cap = Some(format!("{digits:0>5}"));
            }
            _ => self.set_aside(column, digits, FindingCode::CapUnreadable),
        }
    }

    /// One cell may hold several numbers and words about them: the words stay as a note.
    fn take_phones(&mut self, column: u16, cell: &Cell) {
        let mut found = false;
        for part in phone_parts(&cell.text) {
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            if !(6..=15).contains(&digits.len()) {
                continue;
            }
            found = true;
            let plus = part.trim_start().starts_with('+');
            // Numbers of land lines begin with 0, mobiles with 3; a spreadsheet's number has lost the zero.
            let lost = cell.kind == CellKind::Number && !digits.starts_with(['0', '3', '8', '1']);
            if lost {
                self.warn(column, FindingCode::LeadingZeroRestored);
            }
            let number = match (plus, lost) {
                (true, _) => format!("+{digits}"),
                (false, true) => format!("0{digits}"),
                (false, false) => digits,
            };
            if !self.out.phones.contains(&number) {
                self.out.phones.push(number);
            }
        }
        if !found {
            self.set_aside(column, &cell.text, FindingCode::PhoneUnreadable);
        } else if cell.text.chars().any(char::is_alphabetic) {
            self.note(column, &cell.text);
        }
    }

    /// Fills what is missing from the codice fiscale, and tells where it disagrees.
    fn check_code(&mut self) {
        let Some(Identifier::CodiceFiscale(code)) = self.out.identifier.clone() else {
            return;
        };
        let Some(column) = self.mapping.columns(Field::CodiceFiscale).next() else {
            return;
        };
        let known = Known {
            surname: self.out.surname.as_deref(),
            name: self.out.given_name.as_deref(),
            birth: self.out.birth,
            sex: self.out.sex,
            belfiore: self.out.birth_place,
        };
        if !code.mismatches(&known).is_empty() {
            self.warn(column, FindingCode::CodiceFiscaleDisagrees);
            return;
        }
        let Some(decoded) = code.decode(self.today) else {
            return;
        };
        let day_known = self.out.birth.is_some_and(|birth| birth.date().is_some());
        let missing = !day_known || self.out.sex.is_none() || self.out.birth_place.is_none();
        if missing {
            self.warn(column, FindingCode::FilledFromCodiceFiscale);
        }
        if !day_known {
            // A known year decides the century.
            let of_year = |date: &CivilDate| self.out.birth.is_none_or(|birth| birth.year == date.year());
            let days = [Some(decoded.date), decoded.century_earlier];
            let day = days.into_iter().flatten().find(of_year);
            self.out.birth = day.map(PartialDate::exact).or(self.out.birth);
        }
        self.out.sex.get_or_insert(decoded.sex);
        let place = cartella_domain::places::at(&decoded.belfiore, None);
        self.out.birth_place = self.out.birth_place.or(place.map(|place| place.code));
    }

    /// What only the whole line can tell.
    fn check_whole(&mut self) {
        self.check_code();
        let line = self.row.line;
        let out = &mut self.out;
        if out.service.is_none() {
            out.service = self.mapping.service;
        }
        if out.surname.is_none() && out.given_name.is_none() && out.alias.is_none() {
            out.findings.push(Finding::error(line, None, FindingCode::NoName));
        }
        if out.service.is_some() && out.opened_on.is_none() {
            let code = FindingCode::OpeningDateMissing;
            out.findings.push(Finding::warning(line, None, code));
        }
        if let (Some(opened), Some(closed)) = (out.opened_on, out.closed_on)
            && closed.date().is_some_and(|closed| closed < opened.earliest())
        {
            let code = FindingCode::ClosedBeforeOpened;
            out.findings.push(Finding::warning(line, None, code));
        }
    }
}

/// A codice fiscale, or a code that people have instead of one.
fn identifier(text: &str) -> Option<Identifier> {
    if let Ok(code) = CodiceFiscale::parse(text) {
        return Some(Identifier::CodiceFiscale(code));
    }
    let code = codice_fiscale::normalise(text);
    if codice_fiscale::is_provisional(&code) {
        Some(Identifier::Provisional(code))
    } else if codice_fiscale::is_stp(&code) {
        Some(Identifier::Stp(code))
    } else if codice_fiscale::is_eni(&code) {
        Some(Identifier::Eni(code))
    } else {
        None
    }
}
