//! What only a PEI has: the paper of the health service on which it stands.
//!
//! The PEI is the school's; the cartella keeps what the service needs of it. Source: D.I. 182/2020 as amended by D.I. 153/2023. Its tables C
//! and C1 (how much support, in hours) are at present not to be filled in (Nota MIM 1718 of 28 May 2024): there is no field for them.

use super::Plan;
use crate::time::CivilDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The code of the kind of plan, in its list.
const PEI: &str = "PEI";

/// On what a PEI stands: the profilo, or the diagnosi as long as there is no profilo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PeiBasis {
    /// Profilo di funzionamento, of this day.
    pub profilo_on: Option<CivilDate>,
    /// Diagnosi funzionale, of this day.
    pub diagnosi_on: Option<CivilDate>,
}

/// Whether a plan is a PEI.
#[must_use]
pub fn is_pei(plan: &Plan) -> bool {
    plan.kind.as_ref().is_some_and(|kind| kind.code == PEI)
}

/// Whether a plan is a PEI that does not say on what it stands.
#[must_use]
pub fn lacks_basis(plan: &Plan) -> bool {
    let basis = plan.pei.unwrap_or_default();
    is_pei(plan) && basis.profilo_on.is_none() && basis.diagnosi_on.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::plan_kinds;

    #[test]
    fn scenario_14_without_a_profilo_the_diagnosi_is_asked_for() {
        let on = "2026-05-11".parse().ok();
        let stands_on = |profilo_on, diagnosi_on| Plan {
            kind: plan_kinds().answer(PEI),
            pei: Some(PeiBasis {
                profilo_on,
                diagnosi_on,
            }),
            ..Plan::default()
        };
        assert!(lacks_basis(&stands_on(None, None)));
        assert!(!lacks_basis(&stands_on(None, on)));
        assert!(!lacks_basis(&stands_on(on, None)));
        let unsaid = Plan {
            pei: None,
            ..stands_on(None, None)
        };
        assert!(lacks_basis(&unsaid));
        let quadro = Plan {
            kind: plan_kinds().answer("QUADRO"),
            ..unsaid
        };
        assert!(!lacks_basis(&quadro));
    }
}
