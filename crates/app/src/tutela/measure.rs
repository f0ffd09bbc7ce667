//! The emergency measure of art. 403 c.c.: opened in the files of all its minors, corrected, ticked, closed by a person.

use super::{
    edit::{EditInFile, edit},
    in_file::{court, files, moment, writable},
};
use crate::{Code, Error, Result, Session, cases::OneCase, people::Saved};
use cartella_archive::queries;
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    tutela::{CHECKLIST, Chiusura403, Misura403, Passo403},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A measure and for whom.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct OpenMeasure {
    /// In the files of these cases.
    pub cases: Vec<CaseId>,
    /// The measure; files and act are given here.
    pub measure: Misura403,
}

/// Opens it: from the minute in which the minor was put in safety its clock runs. Answers with the record in the first file.
///
/// # Errors
/// `forbidden` or `not_found` for any of the files; `no_file_chosen`; `case_not_under_court`; `moment_missing`,
/// `hour_not_there`; the disk is full.
pub fn open_measure(session: &mut Session, input: OpenMeasure) -> Result<Saved> {
    let cases = files(session, &input.cases)?;
    let first = *cases.first().ok_or(Error::new(Code::NoFileChosen))?;
    let measure = Misura403 {
        act: Some(session.id::<ActId>()),
        closed: None,
        recorded_by: Some(session.operator()),
        recorded_at: Some(session.now()),
        ..accepted(input.measure)?
    };
    let records: Vec<(RecordId, CaseId, Misura403)> = cases
        .into_iter()
        .map(|case| {
            let measure = Misura403 {
                case: Some(case),
                ..measure.clone()
            };
            (session.id(), case, measure)
        })
        .collect();
    session.write(|act| {
        for (id, case, measure) in &records {
            act.create(court(*case), *id, measure)?;
        }
        act.about(first);
        Ok(())
    })?;
    let (id, ..) = records.first().ok_or(Error::new(Code::NoFileChosen))?;
    Ok(Saved { id: *id })
}

/// Corrects a measure.
///
/// # Errors
/// `forbidden`, `not_found`; `moment_missing`, `hour_not_there`; the disk is full.
pub fn edit_measure(session: &mut Session, input: EditInFile<Misura403>) -> Result<OneCase> {
    let value = accepted(input.value)?;
    edit(session, EditInFile { value, ..input })
}

fn accepted(measure: Misura403) -> Result<Misura403> {
    let placed = measure
        .placed
        .ok_or_else(|| Error::field(Code::MomentMissing, "placed"))?;
    Ok(Misura403 {
        placed: Some(moment(placed, "placed")?),
        decided_by: tidy::text(measure.decided_by),
        reasons: tidy::lines(measure.reasons),
        place: tidy::lines(measure.place),
        ..measure
    })
}

/// A line of the checklist.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TickMeasure {
    /// The measure, in its file.
    pub measure: RecordId,
    /// The line.
    pub line: String,
    /// It is done.
    pub done: bool,
}

/// Ticks a line of the checklist, or takes the tick away.
///
/// # Errors
/// `forbidden`, `not_found`; `unknown_code` for a line that is none; the disk is full.
pub fn tick_measure(session: &mut Session, input: TickMeasure) -> Result<OneCase> {
    let (case, row) = writable::<Misura403>(session, input.measure)?;
    if !CHECKLIST.contains(&input.line.as_str()) {
        return Err(Error::field(Code::UnknownCode, "line"));
    }
    let mut measure = row.value;
    measure.checked.0.retain(|line| *line != input.line);
    if input.done {
        measure.checked.0.push(input.line);
    }
    session.write(|act| {
        act.edit(input.measure, &measure, None)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}

/// How a measure ended.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CloseMeasure {
    /// The measure, in its file.
    pub measure: RecordId,
    /// When and how.
    pub closed: Chiusura403,
}

/// Closes a measure in one file. What was missed stays missed.
///
/// # Errors
/// `forbidden`, `not_found`; `measure_closed`; the disk is full.
pub fn close_measure(session: &mut Session, input: CloseMeasure) -> Result<OneCase> {
    let (case, row) = writable::<Misura403>(session, input.measure)?;
    if row.value.closed.is_some() {
        return Err(Code::MeasureClosed.into());
    }
    let closed = Chiusura403 {
        note: tidy::text(input.closed.note),
        ..input.closed
    };
    let measure = Misura403 {
        closed: Some(closed),
        ..row.value
    };
    let steps = queries::tutela::steps(session.archive().db(), input.measure)?;
    let steps = steps
        .into_iter()
        .map(|row| {
            let lapsed = Some(true);
            Ok((row.typed_id()?, Passo403 { lapsed, ..row.value }))
        })
        .collect::<Result<Vec<(RecordId, Passo403)>>>()?;
    session.write(|act| {
        act.edit(input.measure, &measure, None)?;
        for (id, step) in &steps {
            act.edit(*id, step, None)?;
        }
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
