//! A placement is begun or its card changed. Where it stands is not said here.

use super::loaded::{Loaded, listed};
use crate::{
    Code, Error, Result, Session,
    people::Saved,
    tutela::{allow, court},
};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{CaseId, RecordId},
    people::tidy,
    placements::{CARATTERE, Collocamento, FORME, StatoCollocamento, Struttura, TIPI_COMUNITA},
    record::AddSet,
    rights::Action,
    tutela::Provvedimento,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A placement as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SavePlacement {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Of which case.
    pub case: CaseId,
    /// All of it; its state and what was billed stay as they are.
    pub placement: Collocamento,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// Saves it.
///
/// # Errors
/// `forbidden`, `not_found`, `case_not_under_court`; `unknown_code`; `ends_before_start` for days expected the wrong way
/// round; the disk is full.
pub fn save(session: &mut Session, input: SavePlacement) -> Result<Saved> {
    allow(session, input.case, Action::CourtWrite)?;
    let placement = accepted(session, input.case, input.placement)?;
    let (id, stored) = match input.id {
        None => (
            session.id(),
            Collocamento {
                case: Some(input.case),
                by: Some(session.operator()),
                state: StatoCollocamento::Individuazione,
                billed: AddSet(Vec::new()),
                ..placement
            },
        ),
        Some(id) => {
            let before = Loaded::of(session, id, Action::CourtWrite)?;
            if before.case != input.case {
                return Err(Code::NotFound.into());
            }
            let kept = before.row.value;
            (
                id,
                Collocamento {
                    case: kept.case,
                    by: kept.by,
                    state: kept.state,
                    billed: kept.billed,
                    ..placement
                },
            )
        }
    };
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.case);
        if input.id.is_some() {
            act.edit(id, &stored, Some(&seen))?;
        } else {
            act.create(court(input.case), id, &stored)?;
        }
        Ok(Saved { id })
    })
}

fn accepted(session: &Session, case: CaseId, placement: Collocamento) -> Result<Collocamento> {
    listed(placement.kind.as_ref(), TIPI_COMUNITA, "kind")?;
    listed(placement.carattere.as_ref(), CARATTERE, "carattere")?;
    listed(placement.forma.as_ref(), FORME, "forma")?;
    let db = session.archive().db();
    if let Some(facility) = placement.struttura {
        rows::get::<Struttura>(db, &facility.to_string())?.ok_or(Error::new(Code::NotFound))?;
    }
    if let Some(order) = placement.provvedimento {
        let row = rows::get::<Provvedimento>(db, &order.to_string())?;
        row.filter(|row| row.value.case == Some(case))
            .ok_or(Error::new(Code::NotFound))?;
    }
    let expected = placement.expected_on.zip(placement.expected_until);
    if expected.is_some_and(|(on, until)| until < on) {
        return Err(Error::field(Code::EndsBeforeStart, "expected_until"));
    }
    Ok(Collocamento {
        need: tidy::lines(placement.need),
        ..placement
    })
}
