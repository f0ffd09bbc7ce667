//! What hangs on a placement, each a record of its own: requests of availability, absences, daily rates.

use super::loaded::Loaded;
use crate::{Code, Error, Result, Session, people::Saved};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{CaseId, RecordId},
    people::tidy,
    placements::{AssenzaCom, FatturaCom, Retta, RichiestaDisponibilita, StatoRichiesta, answer},
    record::Record,
    rights::Action,
    scope::ScopeKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A record beside a placement as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveBeside<T: TS> {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// The placement.
    pub placement: RecordId,
    /// All of it.
    pub value: T,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    pub seen: Vec<String>,
}

impl<T: TS> SaveBeside<T> {
    /// One that begins.
    #[must_use]
    pub fn new(placement: RecordId, value: T) -> Self {
        Self {
            id: None,
            placement,
            value,
            seen: Vec::new(),
        }
    }
}

/// A kind that hangs on a placement.
pub(super) trait Beside: Record {
    /// In which of the case's scopes it lives.
    const SCOPE: ScopeKind;
    /// What writing it asks for.
    const WRITE: Action;
    /// Case and placement.
    fn tied(self, case: CaseId, placement: RecordId) -> Self;
    /// The placement.
    fn placement(&self) -> Option<RecordId>;
}

macro_rules! beside {
    ($($kind:ty: $scope:ident, $write:ident;)*) => {$(
        impl Beside for $kind {
            const SCOPE: ScopeKind = ScopeKind::$scope;
            const WRITE: Action = Action::$write;

            fn tied(self, case: CaseId, placement: RecordId) -> Self {
                Self { case: Some(case), collocamento: Some(placement), ..self }
            }

            fn placement(&self) -> Option<RecordId> {
                self.collocamento
            }
        }
    )*};
}

beside! {
    RichiestaDisponibilita: CaseCourt, CourtWrite;
    AssenzaCom: CaseCourt, CourtWrite;
    Retta: CaseMoney, MoneyWrite;
    FatturaCom: CaseMoney, MoneyWrite;
}

/// The record as it stands, where it hangs on this placement.
pub(super) fn before<T: Beside>(session: &Session, id: RecordId, placement: RecordId) -> Result<T> {
    rows::get::<T>(session.archive().db(), &id.to_string())?
        .filter(|row| !row.deleted && row.value.placement() == Some(placement))
        .map(|row| row.value)
        .ok_or_else(|| Code::NotFound.into())
}

fn write<T: Beside + TS>(session: &mut Session, loaded: &Loaded, input: SaveBeside<T>) -> Result<Saved> {
    let id = input.id.unwrap_or_else(|| session.id());
    let value = input.value.tied(loaded.case, loaded.id);
    let (scope, seen) = (loaded.scope(T::SCOPE), Seen(input.seen));
    session.write(|act| {
        act.about(loaded.case);
        if input.id.is_some() {
            act.edit(id, &value, Some(&seen))?;
        } else {
            act.create(scope, id, &value)?;
        }
        Ok(Saved { id })
    })
}

/// Asks a facility, or records what it and the office answered.
///
/// # Errors
/// `forbidden`, `not_found`; `request_other_state` for an answer that comes too early; the disk is full.
pub fn save_request(session: &mut Session, input: SaveBeside<RichiestaDisponibilita>) -> Result<Saved> {
    let loaded = Loaded::of(session, input.placement, RichiestaDisponibilita::WRITE)?;
    let stands = match input.id {
        Some(id) => before::<RichiestaDisponibilita>(session, id, input.placement)?.state,
        None => StatoRichiesta::Inviata,
    };
    let state = answer(&stands, input.value.state).map_err(|_| Error::new(Code::RequestOtherState))?;
    let value = RichiestaDisponibilita {
        state,
        note: tidy::lines(input.value.note),
        ..input.value
    };
    write(session, &loaded, SaveBeside { value, ..input })
}

/// Records an absence.
///
/// # Errors
/// `forbidden`, `not_found`; `absence_unsaid` without its first day; `ends_before_start`; the disk is full.
pub fn save_absence(session: &mut Session, input: SaveBeside<AssenzaCom>) -> Result<Saved> {
    let loaded = Loaded::of(session, input.placement, AssenzaCom::WRITE)?;
    if let Some(id) = input.id {
        before::<AssenzaCom>(session, id, input.placement)?;
    }
    let value = AssenzaCom {
        note: tidy::lines(input.value.note),
        ..input.value
    };
    let Some(from) = value.from else {
        return Err(Error::field(Code::AbsenceUnsaid, "from"));
    };
    if value.until.is_some_and(|until| until < from) {
        return Err(Error::field(Code::EndsBeforeStart, "until"));
    }
    write(session, &loaded, SaveBeside { value, ..input })
}

/// The most that a percentage can be, in hundredths of a percent.
const WHOLE: u16 = 10_000;

/// Records a daily rate. A new one begins where it says, and leaves those before it alone.
///
/// # Errors
/// `forbidden`, `not_found`; `rate_unsaid` without its amount or first day; `period_reversed`; the disk is full.
pub fn save_rate(session: &mut Session, input: SaveBeside<Retta>) -> Result<Saved> {
    let loaded = Loaded::of(session, input.placement, Retta::WRITE)?;
    if let Some(id) = input.id {
        before::<Retta>(session, id, input.placement)?;
    }
    let value = Retta {
        note: tidy::lines(input.value.note),
        iva: input.value.iva.map(|iva| iva.min(WHOLE)),
        ..input.value
    };
    if value.daily.is_none_or(|daily| daily.0 <= 0) || value.reduced.is_some_and(|reduced| reduced.0 < 0) {
        return Err(Error::field(Code::RateUnsaid, "daily"));
    }
    if value.period.from.is_none() {
        return Err(Error::field(Code::RateUnsaid, "from"));
    }
    if value.period.is_reversed() {
        return Err(Error::field(Code::PeriodReversed, "until"));
    }
    write(session, &loaded, SaveBeside { value, ..input })
}
