//! Somebody stands in for an operator who is away.

use crate::{Code, Error, Result, Session, cases::works_here};
use cartella_archive::queries;
use cartella_domain::{
    cases::Assignment,
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    rights::{Action, Subject},
    scope::{ScopeId, ScopeKind},
    staff::Substitution,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Who stands in for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct MakeSubstitution {
    /// Who is away.
    pub absent: OperatorId,
    /// Who stands in.
    pub substitute: OperatorId,
    /// First day.
    pub from: CivilDate,
    /// Last day, included.
    pub to: CivilDate,
    /// In these cases; in all of hers without.
    pub cases: Option<Vec<CaseId>>,
}

/// What was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MadeSubstitution {
    /// The substitution.
    pub id: RecordId,
    /// In how many cases.
    pub cases: u32,
    /// How many more she works on that the operator may not assign.
    pub left_out: u32,
}

/// Makes it: a record that everybody sees, and an assignment a case; all of it or nothing.
///
/// # Errors
/// `forbidden` for who assigns nobody, or for a named case that she may not assign; `last_day_before_first`;
/// `substitute_is_absent`; `operator_unknown` for who does not work here on both days; `substitution_no_cases`; the disk is
/// full.
pub fn make(session: &mut Session, input: MakeSubstitution) -> Result<MadeSubstitution> {
    session.allow(Action::SubstitutionWrite, &Subject::nobody())?;
    checked(session, &input)?;
    let (mine, left_out) = hers(session, &input)?;
    let id: RecordId = session.id();
    let record = Substitution {
        absent: Some(input.absent),
        substitute: Some(input.substitute),
        from: Some(input.from),
        to: Some(input.to),
        all_cases: input.cases.is_none(),
        by: Some(session.operator()),
    };
    let mut made: Vec<(CaseId, RecordId, Assignment)> = Vec::new();
    for (case, works) in &mine {
        let episode = episode(session, *case)?;
        // Responsible and psicologo of one case at once: one substitute on the days of both.
        let days = works
            .iter()
            .filter_map(|of| record.on_case(id, *case, episode, of));
        let longest = days.max_by_key(|made| (made.to, std::cmp::Reverse(made.from)));
        made.extend(longest.map(|one| (*case, session.id(), one)));
    }
    if made.is_empty() {
        return Err(Code::SubstitutionNoCases.into());
    }
    let org = session.org();
    session.write(|act| {
        act.create(org, id, &record)?;
        for (case, assignment, one) in &made {
            act.create(ScopeId::new(case.uuid(), ScopeKind::CaseCore), *assignment, one)?;
        }
        Ok(())
    })?;
    Ok(MadeSubstitution {
        id,
        cases: u32::try_from(made.len()).unwrap_or(u32::MAX),
        left_out: u32::try_from(left_out.len()).unwrap_or(u32::MAX),
    })
}

/// What somebody does in each of her cases.
type Work = BTreeMap<CaseId, Vec<Assignment>>;

/// The cases that the operator may give, with the work of the absent in each, and those that she may not. Of all cases
/// those of other services are for others to give; one that was named is refused.
fn hers(session: &Session, input: &MakeSubstitution) -> Result<(Work, BTreeSet<CaseId>)> {
    let mut mine = Work::new();
    let mut left_out = BTreeSet::new();
    for (case, assignment) in wanted(session, input)? {
        match session.allow(Action::CaseAssign, &session.case_subject(case)?) {
            Ok(()) => mine.entry(case).or_default().push(assignment),
            Err(error) if input.cases.is_some() => return Err(error),
            Err(_) => {
                left_out.insert(case);
            }
        }
    }
    Ok((mine, left_out))
}

/// That the days and the people fit.
pub(super) fn checked(session: &Session, input: &MakeSubstitution) -> Result<()> {
    if input.to < input.from {
        return Err(Error::field(Code::LastDayBeforeFirst, "to"));
    }
    if input.absent == input.substitute {
        return Err(Error::field(Code::SubstituteIsAbsent, "substitute"));
    }
    for day in [input.from, input.to] {
        works_here(session, input.substitute, day)?;
    }
    Ok(())
}

/// The work of the absent on these days, in the cases that are meant.
pub(super) fn wanted(session: &Session, input: &MakeSubstitution) -> Result<Vec<(CaseId, Assignment)>> {
    let db = session.archive().db();
    let mut work = queries::substitutions::work_of(db, input.absent, input.from, input.to)?;
    if let Some(cases) = &input.cases {
        work.retain(|(case, _)| cases.contains(case));
    }
    Ok(work)
}

fn episode(session: &Session, case: CaseId) -> Result<Option<EpisodeId>> {
    let episodes = queries::cases::episodes(session.archive().db(), case)?;
    Ok(episodes
        .first()
        .map(cartella_archive::rows::Row::typed_id)
        .transpose()?)
}

/// The substitutes who follow somebody into a case that comes to her: where she is stood in for in all her cases.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn following(session: &Session, new: &Assignment) -> Result<Vec<Assignment>> {
    let (Some(case), Some(from)) = (new.case, new.from) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for row in queries::substitutions::since(session.archive().db(), from)? {
        let id = row.typed_id()?;
        if row.value.all_cases && row.value.reaches(from) {
            found.extend(row.value.on_case(id, case, new.episode, new));
        }
    }
    Ok(found)
}
