//! What the court's records have in common: a file, and an act that is the same in several files.

use crate::{Code, Error, Result, Session};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    record::Record,
    rights::Action,
    scope::{ScopeId, ScopeKind},
    tutela::{
        AffidamentoEnte, Mandato, Misura403, MisuraPenale, Momento, Passo403, Prescrizione, Procedimento,
        Provvedimento, Relazione,
    },
};

/// A record of a court in one minor's file.
pub(super) trait InFile: Record {
    /// The file.
    fn case(&self) -> Option<CaseId>;
    /// The act, the same in all its files.
    fn act(&self) -> Option<ActId>;
    /// The same in another place: what ties a record to its file is never edited.
    fn tied_as(self, other: &Self) -> Self;
}

macro_rules! in_file {
    ($($kind:ty: $($also:ident),*;)*) => {$(
        impl InFile for $kind {
            fn case(&self) -> Option<CaseId> { self.case }
            fn act(&self) -> Option<ActId> { self.act }
            fn tied_as(self, other: &Self) -> Self {
                Self { case: other.case, act: other.act, $($also: other.$also.clone(),)* ..self }
            }
        }
    )*};
}

in_file! {
    Procedimento: ;
    Provvedimento: procedimento, recorded_by, recorded_at, assigned_on;
    Mandato: provvedimento, answers, reports;
    Prescrizione: provvedimento;
    AffidamentoEnte: provvedimento, notified_on, ended_on;
    Misura403: checked, closed, recorded_by, recorded_at;
    Passo403: misura, by, answers, lapsed;
    Relazione: ;
    MisuraPenale: ;
}

/// The court's scope of a case.
pub(crate) fn court(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseCourt)
}

/// Goes on only if the operator may do this in the file, and if it is one that works under courts.
pub(crate) fn allow(session: &Session, case: CaseId, action: Action) -> Result<()> {
    let subject = session.case_subject(case)?;
    session.allow(action, &subject)?;
    if session.case_facts(case)?.service.area().under_court {
        Ok(())
    } else {
        Err(Code::CaseNotUnderCourt.into())
    }
}

/// The files of an act that begins: each once, and the operator may write in each.
pub(super) fn files(session: &Session, cases: &[CaseId]) -> Result<Vec<CaseId>> {
    let mut files: Vec<CaseId> = Vec::new();
    for case in cases {
        if !files.contains(case) {
            allow(session, *case, Action::CourtWrite)?;
            files.push(*case);
        }
    }
    if files.is_empty() {
        return Err(Error::field(Code::NoFileChosen, "cases"));
    }
    Ok(files)
}

/// A record that the operator may write.
pub(super) fn writable<T: InFile>(session: &Session, id: RecordId) -> Result<(CaseId, Row<T>)> {
    let row = rows::get::<T>(session.archive().db(), &id.to_string())?
        .filter(|row| !row.deleted)
        .ok_or(Error::new(Code::NotFound))?;
    let case = row.value.case().ok_or(Error::new(Code::NotFound))?;
    allow(session, case, Action::CourtWrite)?;
    Ok((case, row))
}

/// The other records of an act that the operator may write, in the files that are here.
pub(super) fn beside<T: InFile>(session: &Session, id: RecordId, record: &T) -> Result<Vec<Row<T>>> {
    let Some(act) = record.act() else {
        return Ok(Vec::new());
    };
    let mut found = cartella_archive::queries::tutela::of_act::<T>(session.archive().db(), act)?;
    found.retain(|row| {
        let writes = |case| allow(session, case, Action::CourtWrite).is_ok();
        row.id != id.to_string() && row.value.case().is_some_and(writes)
    });
    Ok(found)
}

/// A day and minute as typed, with the moment that they were.
pub(super) fn moment(typed: Momento, field: &str) -> Result<Momento> {
    typed
        .in_italy()
        .ok_or_else(|| Error::field(Code::HourNotThere, field))
}
