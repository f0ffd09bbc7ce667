//! Judges lines against the archive and against each other. Reads only.

use super::lines::{Choice, Judged, LineFate};
use super::records;
use super::{staff, twins};
use crate::{Result, Session};
use cartella_documents::findings::{Finding, FindingCode};
use cartella_documents::mapping::{ImportedRow, Note};
use cartella_domain::ids::PersonId;
use cartella_domain::people::duplicates::Certainty;
use cartella_domain::services::Service;
use std::collections::{HashMap, HashSet};

/// What earlier lines of the file were judged to be.
#[derive(Default)]
pub(super) struct Earlier {
    /// Lines whose person is written, and who it is where the archive knows her.
    people: HashMap<u32, Option<PersonId>>,
    /// Cases that the file opens: by the line of the person, or by the person of the archive.
    cases: HashSet<(Whose, Service)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Whose {
    Line(u32),
    Person(PersonId),
}

impl Earlier {
    fn add(&mut self, judged: &Judged) {
        let line = judged.row.line;
        let Some(whose) = self.whose(line, judged.fate) else {
            return;
        };
        self.people.insert(
            line,
            match whose {
                Whose::Person(person) => Some(person),
                Whose::Line(_) => None,
            },
        );
        if let Some(service) = judged.row.service {
            self.cases.insert((whose, service));
        }
    }

    fn whose(&self, line: u32, fate: LineFate) -> Option<Whose> {
        match fate {
            LineFate::New => Some(Whose::Line(line)),
            LineFate::Known { person } => Some(Whose::Person(person)),
            LineFate::SameAs { line } => match self.people.get(&line)? {
                Some(person) => Some(Whose::Person(*person)),
                None => Some(Whose::Line(line)),
            },
            _ => None,
        }
    }
}

/// Judges one line; `choice` is what the user decided about it.
pub(super) fn line(
    session: &mut Session,
    mut row: ImportedRow,
    choice: Option<Choice>,
    earlier: &mut Earlier,
) -> Result<Judged> {
    row.findings
        .retain(|finding| finding.code != FindingCode::CaseAlreadyOpen);
    let state = row.service.is_some().then(|| records::state(&row).name());
    let mut judged = Judged {
        row,
        fate: LineFate::Refused,
        twins: Vec::new(),
        state,
    };
    if !judged.row.is_taken() {
        return Ok(judged);
    }
    note_operator(session, &mut judged.row)?;
    judged.twins = twins::of(session, records::new_person(&judged.row))?;
    judged.fate = fate(&judged, choice, earlier);
    let whose = earlier.whose(judged.row.line, judged.fate);
    if let (Some(whose), Some(service)) = (whose, judged.row.service)
        && has_case(session, whose, service, earlier)?
    {
        let finding = Finding::warning(judged.row.line, None, FindingCode::CaseAlreadyOpen);
        judged.row.findings.push(finding);
        judged.state = None;
        if judged.fate != LineFate::New {
            judged.fate = LineFate::NothingToDo;
        }
    }
    earlier.add(&judged);
    Ok(judged)
}

/// An operator whom nobody knows is kept among the notes.
fn note_operator(session: &Session, row: &mut ImportedRow) -> Result<()> {
    let Some(name) = row.operator.clone() else {
        return Ok(());
    };
    if staff::named(session, Some(&name))?.is_none() {
        let finding = Finding::warning(row.line, None, FindingCode::OperatorUnknown);
        row.findings.push(finding);
        row.notes.push(Note {
            heading: "Operatore".to_owned(),
            text: name,
        });
    }
    Ok(())
}

fn fate(judged: &Judged, choice: Option<Choice>, earlier: &Earlier) -> LineFate {
    match choice {
        Some(Choice::Skip) => return LineFate::Skipped,
        Some(Choice::New) => return LineFate::New,
        Some(Choice::Known { person }) if judged.twins.iter().any(|twin| twin.person() == Some(person)) => {
            return LineFate::Known { person };
        }
        Some(Choice::Known { .. }) | None => {}
    }
    let same = judged
        .row
        .same_as
        .filter(|line| earlier.people.contains_key(line));
    if let Some(line) = same {
        return LineFate::SameAs { line };
    }
    let likest = judged.twins.iter().max_by_key(|twin| twin.certainty);
    match likest.map(|twin| (twin.certainty, twin.person())) {
        Some((Certainty::Certain, Some(person))) => LineFate::Known { person },
        Some((Certainty::Certain | Certainty::Probable, _)) => LineFate::Undecided,
        _ => LineFate::New,
    }
}

/// Whether the person has a case in the service, in the archive or from an earlier line.
fn has_case(session: &Session, whose: Whose, service: Service, earlier: &Earlier) -> Result<bool> {
    if earlier.cases.contains(&(whose, service)) {
        return Ok(true);
    }
    let Whose::Person(person) = whose else {
        return Ok(false);
    };
    let cases = session.cases_about(person)?;
    Ok(cases
        .iter()
        .any(|facts| facts.person == person && facts.service == service))
}
