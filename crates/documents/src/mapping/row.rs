//! A line as a person and a case, before the archive has judged it.
//!
//! These hold people's data: none of them prints its content.

use super::Field;
use crate::findings::{Finding, Severity};
use cartella_domain::time::PartialDate;
use std::fmt;

/// Gender as registers keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// M
    Male,
    /// F
    Female,
}

/// What a state in an office's table amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportedState {
    /// Segnalato.
    Reported,
    /// In valutazione.
    Assessing,
    /// In carico.
    InCharge,
    /// In monitoraggio.
    Monitoring,
    /// Sospeso.
    Suspended,
    /// Chiuso.
    Closed,
    /// Trasferito.
    Transferred,
    /// Non accolto.
    Refused,
}

/// A place where someone lives.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Street, as written.
    pub street: Option<String>,
    /// House number.
    pub number: Option<String>,
    /// Postal code: five digits.
    pub cap: Option<String>,
    /// Comune, as written.
    pub comune: Option<String>,
    /// Province, as written.
    pub province: Option<String>,
}

impl Address {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A text kept as it was, under the heading of its column.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// The heading.
    pub heading: String,
    /// The text.
    pub text: String,
}

/// One line of a file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ImportedRow {
    /// Its line in the file.
    pub line: u32,
    /// Surname.
    pub surname: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Another name.
    pub alias: Option<String>,
    /// Codice fiscale: 16 characters, or 11 digits when provisional; its form and check character are right.
    pub codice_fiscale: Option<String>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Date of birth, or the known part of it.
    pub birth: Option<PartialDate>,
    /// Comune or state of birth, as written.
    pub birth_place: Option<String>,
    /// Citizenship, as written.
    pub citizenship: Option<String>,
    /// Where the person lives.
    pub address: Address,
    /// Phone numbers: digits, with `+` in front where it was.
    pub phones: Vec<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The service's code in the catalogue (`TM`, `AES`, `SAD`, `AFF`, ...).
    pub service: Option<String>,
    /// The office's own number of the case.
    pub case_number: Option<String>,
    /// When the case was opened, or the known part of it.
    pub opened_on: Option<PartialDate>,
    /// When it was closed.
    pub closed_on: Option<PartialDate>,
    /// Its state.
    pub state: Option<ImportedState>,
    /// The operator, as written.
    pub operator: Option<String>,
    /// The comune in charge, as written.
    pub comune_in_charge: Option<String>,
    /// School, as written.
    pub school: Option<String>,
    /// Class, as written.
    pub school_class: Option<String>,
    /// What is kept as it is.
    pub notes: Vec<Note>,
    /// What there is to say, in order of columns.
    pub findings: Vec<Finding>,
}

impl ImportedRow {
    /// Whether the line is taken: no finding is an error.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    }

    /// The place of a field that holds text as written.
    pub(super) fn text_of(&mut self, field: Field) -> Option<&mut Option<String>> {
        match field {
            Field::Surname => Some(&mut self.surname),
            Field::GivenName => Some(&mut self.given_name),
            Field::Alias => Some(&mut self.alias),
            Field::BirthPlace => Some(&mut self.birth_place),
            Field::Citizenship => Some(&mut self.citizenship),
            Field::Street => Some(&mut self.address.street),
            Field::HouseNumber => Some(&mut self.address.number),
            Field::Comune => Some(&mut self.address.comune),
            Field::Province => Some(&mut self.address.province),
            Field::CaseNumber => Some(&mut self.case_number),
            Field::Operator => Some(&mut self.operator),
            Field::ComuneInCharge => Some(&mut self.comune_in_charge),
            Field::School => Some(&mut self.school),
            Field::SchoolClass => Some(&mut self.school_class),
            _ => None,
        }
    }
}

impl fmt::Debug for ImportedRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImportedRow(line {}, {:?})", self.line, self.findings)
    }
}
