//! Where a path stands in the eleven steps: each is said by the record that knows it.

use super::{FaseSn, IncontroSn, PassoSn, PercorsoSn};
use crate::time::CivilDate;
use serde::Serialize;
use ts_rs::TS;

/// A step of the protocol as a path has made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FaseVista {
    /// Which.
    pub fase: FaseSn,
    /// How often; some come again and again.
    pub times: u32,
    /// The last day on which it was made.
    pub last: Option<CivilDate>,
}

/// The eleven steps in their order. The request, the assignment, meetings, reports and the discharge are known from the
/// path itself; the others from what was recorded.
#[must_use]
pub fn phases(path: &PercorsoSn, steps: &[PassoSn], meetings: &[IncontroSn]) -> Vec<FaseVista> {
    FaseSn::ALL
        .iter()
        .map(|fase| {
            let days = days(*fase, path, steps, meetings);
            FaseVista {
                fase: *fase,
                times: u32::try_from(days.len()).unwrap_or(u32::MAX),
                last: days.into_iter().max(),
            }
        })
        .collect()
}

fn days(fase: FaseSn, path: &PercorsoSn, steps: &[PassoSn], meetings: &[IncontroSn]) -> Vec<CivilDate> {
    match fase {
        FaseSn::Segnalazione => path.requested_on.into_iter().collect(),
        FaseSn::Assegnazione => path.assigned.iter().map(|assigned| assigned.on).collect(),
        FaseSn::Incontri => meetings.iter().filter_map(IncontroSn::held_on).collect(),
        FaseSn::Relazione => path.reports_sent(),
        FaseSn::Dimissione => path.closed.iter().map(|closed| closed.on).collect(),
        other => {
            let made = steps.iter().filter(|step| step.fase == Some(other));
            made.filter_map(|step| step.on).collect()
        }
    }
}

/// The step in which a path is: the furthest one made, the discharge once it ended; while meetings go on, what is done
/// again and again beside them moves it no further.
#[must_use]
pub fn current(phases: &[FaseVista]) -> FaseSn {
    let made = |fase: FaseSn| phases.iter().any(|one| one.fase == fase && one.times > 0);
    if made(FaseSn::Dimissione) {
        return FaseSn::Dimissione;
    }
    let furthest = FaseSn::ALL.iter().rev().find(|fase| made(**fase));
    match furthest {
        Some(fase) if fase.repeats() => FaseSn::Incontri,
        Some(fase) => *fase,
        None => FaseSn::Segnalazione,
    }
}
