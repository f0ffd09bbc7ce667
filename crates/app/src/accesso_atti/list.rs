//! The requests of all files that the operator may read: for the segreteria and who coordinates, what waits.

use super::of_case::{RichiestaView, view};
use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_archive::queries;
use cartella_domain::{ids::CaseId, rights::Action, services::Service};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskRichieste {
    /// Only those that wait for an answer.
    pub waiting: bool,
}

/// A request in the list.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct RichiestaLine {
    /// In which file.
    pub case: CaseId,
    /// The service.
    pub service: Service,
    /// The request.
    pub view: RichiestaView,
}

/// The list.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct Richieste {
    /// Those that wait, the oldest first; else the last ones.
    pub lines: Vec<RichiestaLine>,
    /// What the cases are called.
    pub names: Names,
}

/// Lines at most.
const MOST: u32 = 500;

/// The requests; one that came for several files stands once.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, input: AskRichieste) -> Result<Richieste> {
    let mut lines: Vec<RichiestaLine> = Vec::new();
    for row in queries::accesso_atti::list(session.archive().db(), input.waiting, MOST)? {
        let Some(case) = row.value.case else { continue };
        let Ok(subject) = session.case_subject(case) else {
            continue;
        };
        let same = |line: &RichiestaLine| {
            row.value.act.is_some()
                && line.view.request.value.act == row.value.act
                && line.view.request.value.outcome == row.value.outcome
        };
        if lines.iter().any(same) || !session.decide(Action::AccessoAttiRead, &subject)?.is_allowed() {
            continue;
        }
        lines.push(RichiestaLine {
            case,
            service: session.case_facts(case)?.service,
            view: view(session, case, row)?,
        });
    }
    let cases = lines
        .iter()
        .flat_map(|line| line.view.cases.iter().map(|case| case.uuid()));
    let called = names(session, cases)?;
    Ok(Richieste { lines, names: called })
}
