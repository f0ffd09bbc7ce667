//! One line of a table into a person and a case, with a finding for everything that is not as it should be.

use super::row::{Gender, ImportedRow, ImportedState, Note};
use super::words::{accented, name_case, normal};
use super::{Field, Mapping};
use crate::findings::{Finding, FindingCode, Severity};
use crate::tabular::values::read_date;
use crate::tabular::{Cell, CellKind, Row, Table};
use cartella_domain::time::{CivilDate, PartialDate};
use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};

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
            Field::CodiceFiscale => match codice_fiscale(text) {
                Some(code) => self.out.codice_fiscale = Some(code),
                None => self.set_aside(column, text, FindingCode::CodiceFiscaleWrong),
            },
            Field::Gender => match gender(text) {
                Some(gender) => self.out.gender = Some(gender),
                None => self.set_aside(column, text, FindingCode::GenderUnreadable),
            },
            Field::BirthDate => self.out.birth = self.take_date(column, text, true),
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
        let code = own
            .find(|own| normal(&own.name) == name)
            .map(|own| own.code.clone())
            .or_else(|| service(&name).map(str::to_owned));
        if code.is_some() {
            self.out.service = code;
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

    /// What only the whole line can tell.
    fn check_whole(&mut self) {
        let line = self.row.line;
        let out = &mut self.out;
        if out.service.is_none() {
            out.service.clone_from(&self.mapping.service);
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

/// What was on earlier lines of the same file.
#[derive(Default)]
struct Seen {
    lines: HashMap<u64, usize>,
    people: HashMap<u64, u32>,
}

impl Seen {
    fn check(&mut self, row: &Row, out: &mut ImportedRow) {
        let texts: Vec<&str> = row
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .filter(|text| !text.is_empty())
            .collect();
        if !self.is_first(&texts) {
            let code = FindingCode::RepeatedLine;
            out.findings.push(Finding::error(row.line, None, code));
            return;
        }
        let name = (out.surname.as_deref(), out.given_name.as_deref());
        let person = match (&out.codice_fiscale, out.birth) {
            (Some(code), _) => hash_of(code),
            (None, Some(birth)) => {
                hash_of(&(normal(name.0.unwrap_or("")), normal(name.1.unwrap_or("")), birth))
            }
            (None, None) => return,
        };
        match self.people.entry(person) {
            Entry::Occupied(_) => {
                let code = FindingCode::RepeatedInFile;
                out.findings.push(Finding::warning(row.line, None, code));
            }
            Entry::Vacant(place) => {
                place.insert(row.line);
            }
        }
    }

    fn is_first(&mut self, texts: &[&str]) -> bool {
        let count = self.lines.entry(hash_of(&texts)).or_default();
        *count += 1;
        *count == 1
    }
}

fn hash_of<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A codice fiscale in its form: capitals without blanks, 16 characters or the 11 digits of a provisional one.
pub(super) fn codice_fiscale(text: &str) -> Option<String> {
    let code: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
        .flat_map(char::to_uppercase)
        .collect();
    let provisional = code.len() == 11 && code.bytes().all(|byte| byte.is_ascii_digit());
    let whole = code.len() == 16 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let letters_first = code.bytes().take(6).all(|byte| byte.is_ascii_alphabetic());
    (provisional || (whole && letters_first)).then_some(code)
}

/// A text cut into what may each be a phone number. A short part is the prefix of the next: "0331/123456".
fn phone_parts(text: &str) -> Vec<String> {
    let text = text.replace(" - ", "/");
    let mut parts: Vec<String> = Vec::new();
    let mut prefix = String::new();
    for part in text.split(|c: char| matches!(c, '/' | ';' | ',' | '\n') || c.is_alphabetic()) {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        if (2..=4).contains(&digits) && prefix.is_empty() {
            part.clone_into(&mut prefix);
        } else if digits > 0 {
            parts.push(std::mem::take(&mut prefix) + part);
        }
    }
    parts
}

/// Whether a text has the form of an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let fine = |part: &str| !part.is_empty() && !part.contains([' ', '@', ',', ';', '\n']);
    fine(name) && fine(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

fn gender(text: &str) -> Option<Gender> {
    match normal(text).as_str() {
        "m" | "maschio" | "maschile" | "uomo" | "1" => Some(Gender::Male),
        "f" | "femmina" | "femminile" | "donna" | "2" => Some(Gender::Female),
        _ => None,
    }
}

/// The particles that begin a surname of several words.
const PARTICLES: [&str; 19] = [
    "d", "da", "dal", "dalla", "de", "degli", "dei", "del", "della", "delle", "dello", "di", "el", "la",
    "le", "li", "lo", "van", "von",
];

/// Surname and name without a comma: the surname is the first word, with the particles before it.
fn split_name(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particles = words
        .iter()
        .take_while(|word| PARTICLES.contains(&word.to_lowercase().trim_end_matches(['\'', '’'])))
        .count();
    let surname = (particles + 1).min(words.len());
    let (surname, given) = words.split_at_checked(surname).unwrap_or((&words, &[]));
    (surname.join(" "), given.join(" "))
}

/// The code of a service by its code, its name or the words that offices use for it.
fn service(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &[&str]); 21] = [
        (
            "SSB",
            &[
                "segretariato sociale",
                "servizio sociale di base",
                "servizio sociale base",
                "segretariato",
            ],
        ),
        (
            "TM",
            &[
                "tutela minori",
                "tutela",
                "servizio tutela minori",
                "tutela minorile",
                "minori tutela",
                "smf",
                "servizio minori e famiglia",
            ],
        ),
        ("TMP", &["penale minorile", "tutela minori penale", "penale"]),
        (
            "AES2",
            &[
                "aes secondaria di ii grado",
                "aes superiori",
                "assistenza educativa scuole superiori",
            ],
        ),
        (
            "AES",
            &[
                "assistenza educativa scolastica",
                "assistenza scolastica",
                "educativa scolastica",
                "aes scolastica",
                "ad personam",
                "assistenza educativa",
                "aec",
            ],
        ),
        ("SADDP", &["sad dimissioni protette", "dimissioni protette"]),
        (
            "SAD",
            &[
                "assistenza domiciliare",
                "servizio assistenza domiciliare",
                "sad anziani",
                "domiciliare",
                "servizio di assistenza domiciliare",
            ],
        ),
        (
            "EDMO",
            &[
                "educativa domiciliare minori",
                "educativa domiciliare",
                "edm",
                "adm",
                "assistenza domiciliare minori",
                "educativa domiciliare minori ordinaria",
            ],
        ),
        (
            "EDMI",
            &["educativa domiciliare minori integrativa", "edm integrativa"],
        ),
        (
            "AFF",
            &[
                "affidi",
                "affido",
                "servizio affidi",
                "affido familiare",
                "affidamento familiare",
                "affidi familiari",
            ],
        ),
        ("SN", &["spazio neutro", "incontri protetti", "visite protette"]),
        (
            "COM",
            &[
                "collocamenti in comunita",
                "comunita",
                "inserimento in comunita",
                "collocamento in comunita",
                "comunita minori",
            ],
        ),
        (
            "PG",
            &[
                "protezione giuridica",
                "amministrazione di sostegno",
                "ads",
                "upg",
            ],
        ),
        (
            "SISL",
            &["inserimento lavorativo", "sil", "servizio inserimento lavorativo"],
        ),
        ("SG", &["sostegno alla genitorialita", "genitorialita"]),
        ("CF", &["centro per la famiglia", "centro famiglia"]),
        ("CSE", &["centro socio educativo"]),
        ("CSS", &["comunita socio sanitaria"]),
        ("CDD", &["centro diurno disabili"]),
        ("SF", &["spazio fragile"]),
        ("PIS", &["pronto intervento sociale", "pronto intervento"]),
    ];
    NAMES
        .into_iter()
        .find(|(code, names)| code.eq_ignore_ascii_case(name) || names.contains(&name))
        .map(|(code, _)| code)
}

/// A state by its name or what offices write for it.
fn state(text: &str) -> Option<ImportedState> {
    let name = normal(text);
    let state = match name.as_str() {
        "segnalato" | "segnalazione" | "nuovo" | "da valutare" => ImportedState::Reported,
        "in valutazione" | "valutazione" | "indagine" | "in indagine" | "assegnato" => {
            ImportedState::Assessing
        }
        "in carico" | "attivo" | "aperto" | "in corso" | "preso in carico" | "presa in carico"
        | "progetto attivo" | "seguito" | "si" => ImportedState::InCharge,
        "in monitoraggio" | "monitoraggio" => ImportedState::Monitoring,
        "sospeso" | "in sospeso" | "sospesa" => ImportedState::Suspended,
        "chiuso" | "chiusa" | "concluso" | "dimesso" | "cessato" | "archiviato" | "non attivo" => {
            ImportedState::Closed
        }
        "trasferito" | "trasferita" => ImportedState::Transferred,
        "non accolto" | "non preso in carico" | "respinto" => ImportedState::Refused,
        _ => return None,
    };
    Some(state)
}
