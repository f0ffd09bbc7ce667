//! What becomes of each line, and what is shown of it.

use crate::people::PersonCard;
use cartella_documents::findings::{Finding, Severity};
use cartella_documents::mapping::ImportedRow;
use cartella_domain::cases::StateName;
use cartella_domain::ids::PersonId;
use cartella_domain::people::duplicates::{Certainty, Reason};
use cartella_domain::services::Service;
use cartella_domain::time::PartialDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum LineFate {
    /// A person who is not in the archive.
    New,
    /// A person of the archive: only the case is new.
    Known {
        /// Who.
        person: PersonId,
    },
    /// The person of an earlier line of the file.
    SameAs {
        /// The line.
        line: u32,
    },
    /// Somebody in the archive looks very much like this person: the user decides, else the line waits.
    Undecided,
    /// Person and case are there already.
    NothingToDo,
    /// The user left it out.
    Skipped,
    /// An error keeps it out.
    Refused,
}

impl LineFate {
    /// Whether something is written for it.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(self, Self::New | Self::Known { .. } | Self::SameAs { .. })
    }
}

/// What the user decides about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(rename = "ImportChoice")]
pub enum Choice {
    /// It is another person than those in the archive.
    New,
    /// It is this person of the archive.
    Known {
        /// Who.
        person: PersonId,
    },
    /// Leave it out.
    Skip,
}

/// What the user decides about one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportDecision")]
pub struct Decision {
    /// The line.
    pub line: u32,
    /// What.
    pub choice: Choice,
}

/// Somebody in the archive who looks like the person of a line.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportTwin")]
pub struct Twin {
    /// Who; absent where this operator may only know that there is somebody.
    pub card: Option<PersonCard>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Twin {
    /// The record of the archive, where she may know it.
    pub(super) fn person(&self) -> Option<PersonId> {
        self.card.as_ref().map(|card| card.id)
    }
}

/// One line of the report.
#[derive(Clone, Serialize, TS)]
pub struct LineReport {
    /// The line of the file.
    pub line: u32,
    /// Surname and name as read.
    pub name: String,
    /// Birth as read.
    pub birth: Option<PartialDate>,
    /// The service of its case, if one is opened.
    pub service: Option<Service>,
    /// The state in which the case enters.
    pub state: Option<StateName>,
    /// What becomes of it.
    pub fate: LineFate,
    /// What there is to say.
    pub findings: Vec<Finding>,
    /// Who looks like its person.
    pub twins: Vec<Twin>,
}

/// One line as it was judged; it holds a person's data and prints nothing.
pub struct Judged {
    pub(super) row: ImportedRow,
    pub(super) fate: LineFate,
    pub(super) twins: Vec<Twin>,
    pub(super) state: Option<StateName>,
}

impl Judged {
    /// What is shown of it.
    pub(super) fn report(&self) -> LineReport {
        let names = [&self.row.surname, &self.row.given_name];
        let known: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        LineReport {
            line: self.row.line,
            name: if known.is_empty() {
                self.row.alias.clone().unwrap_or_default()
            } else {
                known.join(" ")
            },
            birth: self.row.birth,
            service: self.row.service,
            state: self.state,
            fate: self.fate,
            findings: self.row.findings.clone(),
            twins: self.twins.clone(),
        }
    }

    /// Whether a case is opened for it.
    pub(super) const fn opens_case(&self) -> bool {
        self.state.is_some()
    }

    /// Whether something about it should be looked at.
    pub(super) fn has_warnings(&self) -> bool {
        let mut findings = self.row.findings.iter();
        findings.any(|finding| finding.severity == Severity::Warning)
    }
}
