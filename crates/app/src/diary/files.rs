//! What the editor shows of the files that an entry goes into: whose, at which level, and the brothers and sisters
//! that are offered, unticked.

use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_archive::queries;
use cartella_domain::{
    ids::CaseId,
    rights::{Action, Confidentiality},
    services::Service,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The files asked about.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Files {
    /// The files.
    pub cases: Vec<CaseId>,
}

/// One file.
#[derive(Clone, Serialize, TS)]
pub struct FileInfo {
    /// The file.
    pub case: CaseId,
    /// Its service.
    pub service: Service,
    /// The level at which its entries start.
    pub level: Confidentiality,
    /// She may write in it.
    pub writable: bool,
    /// Files of brothers and sisters that she may write in too.
    pub siblings: Vec<Sibling>,
    /// What the files are called.
    pub names: Names,
}

/// The file of a brother or sister.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Sibling {
    /// The file.
    pub case: CaseId,
    /// Its service.
    pub service: Service,
}

/// What the editor shows of some files; one that she may not see is left out.
///
/// # Errors
/// The archive does not answer.
pub fn files(session: &mut Session, input: Files) -> Result<Vec<FileInfo>> {
    let mut infos = Vec::new();
    for case in input.cases {
        if session
            .case_subject(case)
            .is_ok_and(|subject| session.allow(Action::CaseList, &subject).is_ok())
        {
            infos.push(info(session, case)?);
        }
    }
    Ok(infos)
}

fn info(session: &Session, case: CaseId) -> Result<FileInfo> {
    let facts = session.case_facts(case)?;
    let level = facts.service.area().confidentiality;
    let mut siblings = Vec::new();
    for other in queries::diary::siblings(session.archive().db(), case)? {
        if writable(session, other) {
            siblings.push(Sibling {
                case: other,
                service: session.case_facts(other)?.service,
            });
        }
    }
    let ids = siblings
        .iter()
        .map(|sibling| sibling.case.uuid())
        .chain([case.uuid()]);
    Ok(FileInfo {
        case,
        service: facts.service,
        level,
        writable: writable(session, case),
        names: names(session, ids)?,
        siblings,
    })
}

fn writable(session: &Session, case: CaseId) -> bool {
    let level = session.level_of(case);
    let subject = session.case_subject(case);
    match (level, subject) {
        (Ok(level), Ok(subject)) => session.allow(Action::EntryWrite, &subject.at(level)).is_ok(),
        _ => false,
    }
}
