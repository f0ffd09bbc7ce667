//! All placements that the operator may read, with their days and what they cost between two days (giornate di comunità).

use super::page;
use crate::{
    Code, Error, Result, Session,
    names::{Names, names},
    tutela::allow,
};
use cartella_archive::queries::placements as stored;
use cartella_domain::{
    ids::{CaseId, RecordId},
    money::Euro,
    placements::{AssenzaCom, Collocamento, Stay, cost},
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Between which days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskPlacements {
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub until: CivilDate,
}

/// A placement in one line.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlacementLine {
    /// The placement.
    pub id: RecordId,
    /// Its case.
    pub case: CaseId,
    /// The facility, by name.
    pub facility: Option<String>,
    /// The day of entry.
    pub entered: CivilDate,
    /// The day of discharge.
    pub left: Option<CivilDate>,
    /// Days between the two.
    pub days: u32,
    /// What they cost, IVA included; none for who may not read money.
    pub total: Option<Euro>,
    /// Of that, what is left to the comune.
    pub comune: Option<Euro>,
    /// Of the days, those without a rate.
    pub unrated: u32,
}

/// The placements of some days.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlacementsRegister {
    /// Those with a day between the two, the last entry first.
    pub lines: Vec<PlacementLine>,
    /// What the minors are called.
    pub names: Names,
}

/// The placements with a day between two: days of who is still there are counted to the last of them, or to today.
///
/// # Errors
/// `period_reversed`; the archive does not answer.
pub fn register(session: &mut Session, input: AskPlacements) -> Result<PlacementsRegister> {
    if input.until < input.from {
        return Err(Error::field(Code::PeriodReversed, "until"));
    }
    let db = session.archive().db();
    let facilities = stored::facilities(db)?;
    let mut lines = Vec::new();
    for row in stored::entered(db)? {
        let id: RecordId = row.typed_id()?;
        let Some(mut line) = line(session, id, &row.value, input)? else {
            continue;
        };
        let facility = row.value.struttura.map(|id| id.to_string());
        let card = facilities.iter().find(|one| Some(&one.id) == facility.as_ref());
        line.facility = card.and_then(|one| one.value.name.clone());
        lines.push(line);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.entered, line.id)));
    let cases = lines.iter().map(|line| line.case.uuid());
    Ok(PlacementsRegister {
        names: names(session, cases)?,
        lines,
    })
}

fn line(
    session: &Session,
    id: RecordId,
    stay: &Collocamento,
    asked: AskPlacements,
) -> Result<Option<PlacementLine>> {
    let (Some(case), Some(Stay { from: entered, left })) = (stay.case, Stay::of(stay)) else {
        return Ok(None);
    };
    if allow(session, case, Action::CourtRead).is_err() {
        return Ok(None);
    }
    let until = if left.is_none() {
        asked.until.min(session.today())
    } else {
        asked.until
    };
    let days = stay.giornate(asked.from, until);
    if days == 0 {
        return Ok(None);
    }
    let cost = if allow(session, case, Action::MoneyRead).is_ok() {
        let away = stored::beside::<AssenzaCom>(session.archive().db(), id)?;
        let away: Vec<AssenzaCom> = away.into_iter().map(|row| row.value).collect();
        Some(cost(stay, &page::rates(session, id)?, &away, asked.from, until))
    } else {
        None
    };
    Ok(Some(PlacementLine {
        id,
        case,
        facility: None,
        entered,
        left,
        days,
        total: cost.as_ref().map(|cost| cost.total),
        comune: cost.as_ref().map(|cost| cost.comune),
        unrated: cost.map_or(0, |cost| cost.unrated),
    }))
}
