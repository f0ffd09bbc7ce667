//! A line as a person and a case, before the archive has judged it.
//!
//! These hold people's data: none of them prints its content.

use super::Field;
use crate::findings::{Finding, Severity};
use cartella_domain::codice_fiscale::{CodiceFiscale, Sex};
use cartella_domain::services::Service;
use cartella_domain::time::PartialDate;
use std::fmt;

/// What stands in the column of the codice fiscale; each has the right form and check character.
#[derive(Clone, PartialEq, Eq)]
pub enum Identifier {
    /// Sixteen characters.
    CodiceFiscale(CodiceFiscale),
    /// Eleven digits, until the sixteen characters come.
    Provisional(String),
    /// Straniero temporaneamente presente.
    Stp(String),
    /// Europeo non iscritto.
    Eni(String),
}

impl Identifier {
    /// Its characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CodiceFiscale(code) => code.as_str(),
            Self::Provisional(code) | Self::Stp(code) | Self::Eni(code) => code,
        }
    }
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
    /// Comune or state: its Belfiore code.
    pub comune: Option<&'static str>,
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
    /// What the person has for a code.
    pub identifier: Option<Identifier>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth, or the known part of it.
    pub birth: Option<PartialDate>,
    /// Comune or state of birth: its Belfiore code.
    pub birth_place: Option<&'static str>,
    /// Citizenship: ISO 3166-1, numeric.
    pub citizenship: Option<&'static str>,
    /// Where the person lives.
    pub address: Address,
    /// Phone numbers: digits, with `+` in front where it was.
    pub phones: Vec<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The service of the case; no case without one.
    pub service: Option<Service>,
    /// The office's own number of the case.
    pub case_number: Option<String>,
    /// When somebody first pointed the person out, or the known part of it.
    pub referred_on: Option<PartialDate>,
    /// When the case was opened, or the known part of it.
    pub opened_on: Option<PartialDate>,
    /// When it was closed.
    pub closed_on: Option<PartialDate>,
    /// Its state.
    pub state: Option<ImportedState>,
    /// The operator, as written.
    pub operator: Option<String>,
    /// The comune in charge: its Belfiore code.
    pub comune_in_charge: Option<&'static str>,
    /// School, as written.
    pub school: Option<String>,
    /// Class, as written.
    pub school_class: Option<String>,
    /// The earlier line of the file that has the same person.
    pub same_as: Option<u32>,
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
            Field::Street => Some(&mut self.address.street),
            Field::HouseNumber => Some(&mut self.address.number),
            Field::CaseNumber => Some(&mut self.case_number),
            Field::Operator => Some(&mut self.operator),
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
