//! Who will read what is about to be signed: shown above the button.

use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_archive::rows;
use cartella_domain::{
    diary::{ReadBy, Readers, readers as readers_of},
    ids::{CaseId, OperatorId},
    staff::Operator,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The files and levels of a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AskReaders {
    /// Its files; none while it waits to be placed.
    pub cases: Vec<CaseId>,
    /// The level chosen for the entry; none leaves it to each file's service.
    pub read_by: Option<ReadBy>,
    /// The levels chosen for single paragraphs.
    pub segments: Vec<ReadBy>,
}

/// Who reads in one file.
#[derive(Clone, Serialize, TS)]
pub struct ReadersOfFile {
    /// The file; none while it waits to be placed.
    pub case: Option<CaseId>,
    /// How far the entry as a whole may be read.
    pub read_by: ReadBy,
    /// Who reads the entry as a whole.
    pub readers: Readers,
    /// Who reads each of the paragraphs asked about, in their order.
    pub segments: Vec<Readers>,
    /// What they are called.
    pub names: Names,
}

/// The readers of a draft, file by file.
///
/// # Errors
/// The archive does not answer.
pub fn readers(session: &mut Session, input: AskReaders) -> Result<Vec<ReadersOfFile>> {
    let staff = rows::select::<Operator>(session.archive().db(), "NOT deleted", &[])?;
    let mut actors = Vec::new();
    for row in staff {
        actors.push(session.actor_of(row.typed_id::<OperatorId>()?)?);
    }
    let (author, today) = (session.operator(), session.today());
    let mut answers = Vec::new();
    let cases: Vec<Option<CaseId>> = if input.cases.is_empty() {
        vec![None]
    } else {
        input.cases.iter().copied().map(Some).collect()
    };
    for case in cases {
        let facts = case.and_then(|case| session.case_facts(case).ok());
        let default = facts.as_ref().map(|facts| facts.service.area().confidentiality);
        let whole = input
            .read_by
            .clone()
            .unwrap_or_else(|| default.unwrap_or_default().into());
        let of = |read_by: &ReadBy| readers_of(read_by, author, facts.as_ref(), &actors, today);
        let readers = of(&whole);
        let segments: Vec<Readers> = input.segments.iter().map(|own| of(whole.narrower(own))).collect();
        let named = readers.named.iter().chain(segments.iter().flat_map(|s| &s.named));
        answers.push(ReadersOfFile {
            case,
            names: names(session, named.map(|operator| operator.uuid()))?,
            readers,
            segments,
            read_by: whole,
        });
    }
    Ok(answers)
}
