//! A proceeding is written down, in the files of all its minors, and corrected.

use super::{
    edit::{EditInFile, edit},
    in_file::{court, files},
};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    tutela::{Difensore, Parte, Procedimento, StatoProcedimento},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A proceeding and for whom.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AddProceeding {
    /// In the files of these cases.
    pub cases: Vec<CaseId>,
    /// The proceeding; files and act are given here.
    pub proceeding: Procedimento,
}

/// Writes a proceeding down.
///
/// # Errors
/// `forbidden` or `not_found` for any of the files; `no_file_chosen`; `case_not_under_court`; `text_missing` without
/// number and authority; the disk is full.
pub fn add_proceeding(session: &mut Session, input: AddProceeding) -> Result<OneCase> {
    let cases = files(session, &input.cases)?;
    let first = *cases.first().ok_or(Error::new(Code::NoFileChosen))?;
    let proceeding = Procedimento {
        act: Some(session.id::<ActId>()),
        state: input.proceeding.state.or(Some(StatoProcedimento::Aperto)),
        ..accepted(input.proceeding)?
    };
    let records: Vec<(RecordId, CaseId, Procedimento)> = cases
        .into_iter()
        .map(|case| {
            let proceeding = Procedimento {
                case: Some(case),
                ..proceeding.clone()
            };
            (session.id(), case, proceeding)
        })
        .collect();
    session.write(|act| {
        for (id, case, proceeding) in &records {
            act.create(court(*case), *id, proceeding)?;
        }
        act.about(first);
        Ok(())
    })?;
    Ok(OneCase { case: first })
}

/// Corrects a proceeding: number, judge, parties, hearings, where it stands.
///
/// # Errors
/// `forbidden`, `not_found`; `text_missing`; the disk is full.
pub fn edit_proceeding(session: &mut Session, input: EditInFile<Procedimento>) -> Result<OneCase> {
    let value = accepted(input.value)?;
    edit(session, EditInFile { value, ..input })
}

fn accepted(proceeding: Procedimento) -> Result<Procedimento> {
    let said = |who: Difensore| {
        let who = Difensore {
            name: tidy::text(who.name),
            mail: tidy::text(who.mail),
            phone: tidy::text(who.phone),
        };
        Some(who).filter(|who| *who != Difensore::default())
    };
    let parties = proceeding.parties.into_iter().map(|party| Parte {
        name: tidy::text(party.name),
        lawyer: party.lawyer.and_then(said),
        ..party
    });
    let parties = parties.filter(|party| party.person.is_some() || party.name.is_some());
    let accepted = Procedimento {
        number: tidy::text(proceeding.number),
        judge: tidy::text(proceeding.judge),
        parties: parties.collect(),
        curatore: proceeding.curatore.and_then(said),
        tutore: proceeding.tutore.and_then(said),
        ..proceeding
    };
    if accepted.number.is_none() && accepted.autorita.is_none() {
        return Err(Error::field(Code::TextMissing, "number"));
    }
    Ok(accepted)
}
