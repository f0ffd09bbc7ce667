//! A penal measure is written down, in the files of all its minors, and followed: reviews, project, outcome.

use super::{
    edit::{EditInFile, edit},
    in_file::{court, files},
};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    tutela::{AttivitaPenale, Difensore, FinePenale, MisuraPenale, VerificaPenale},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A penal measure and for whom.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AddPenal {
    /// In the files of these cases.
    pub cases: Vec<CaseId>,
    /// The measure; files and act are given here.
    pub measure: MisuraPenale,
}

/// Writes it down.
///
/// # Errors
/// `forbidden` or `not_found` for any of the files; `no_file_chosen`; `case_not_under_court`; `order_kind_missing`;
/// `period_reversed`; `day_in_future` for a review or an end that has not been; the disk is full.
pub fn add_penal(session: &mut Session, input: AddPenal) -> Result<OneCase> {
    let cases = files(session, &input.cases)?;
    let first = *cases.first().ok_or(Error::new(Code::NoFileChosen))?;
    let measure = MisuraPenale {
        act: Some(session.id::<ActId>()),
        ..accepted(session, input.measure)?
    };
    let records: Vec<(RecordId, CaseId, MisuraPenale)> = cases
        .into_iter()
        .map(|case| {
            let measure = MisuraPenale {
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
    Ok(OneCase { case: first })
}

/// Corrects it: the project, the referent, a review that was held, how it ended.
///
/// # Errors
/// As [`add_penal`].
pub fn edit_penal(session: &mut Session, input: EditInFile<MisuraPenale>) -> Result<OneCase> {
    let value = accepted(session, input.value)?;
    edit(session, EditInFile { value, ..input })
}

fn accepted(session: &Session, measure: MisuraPenale) -> Result<MisuraPenale> {
    if measure.kind.is_none() {
        return Err(Error::field(Code::OrderKindMissing, "kind"));
    }
    if let (Some(from), Some(until)) = (measure.from, measure.until)
        && until < from
    {
        return Err(Error::field(Code::PeriodReversed, "until"));
    }
    let today = session.today();
    let mut reviews: Vec<VerificaPenale> = measure.reviews;
    reviews.sort_by_key(|review| review.on);
    let ended = measure.ended.map(|end| FinePenale {
        note: tidy::text(end.note),
        ..end
    });
    if reviews.iter().any(|review| review.on > today) {
        return Err(Error::field(Code::DayInFuture, "reviews"));
    }
    if ended.as_ref().is_some_and(|end| end.on > today) {
        return Err(Error::field(Code::DayInFuture, "ended"));
    }
    let activities = measure.activities.into_iter().map(|activity| AttivitaPenale {
        words: tidy::lines(activity.words),
        ..activity
    });
    let reviews = reviews.into_iter().map(|review| VerificaPenale {
        note: tidy::lines(review.note),
        ..review
    });
    let ussm = measure.ussm.map(|ussm| Difensore {
        name: tidy::text(ussm.name),
        mail: tidy::text(ussm.mail),
        phone: tidy::text(ussm.phone),
    });
    Ok(MisuraPenale {
        number: tidy::text(measure.number),
        note: tidy::lines(measure.note),
        review_months: measure.review_months.filter(|months| *months > 0),
        ussm: ussm.filter(|ussm| *ussm != Difensore::default()),
        activities: activities.collect(),
        reviews: reviews.collect(),
        ended,
        ..measure
    })
}
