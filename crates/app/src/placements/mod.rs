//! Collocamenti in comunità: facilities, placements with their phases, requests and absences, daily rates, bills, the
//! budget sheet.
//!
//! A placement stands in the court scope of its case, what it costs in the money scope: each is asked for by itself.

mod beside;
mod bill;
mod budget;
mod codes;
mod facilities;
mod loaded;
mod page;
mod register;
mod remove;
mod running;
mod save;
mod step;
mod view;

pub use beside::{SaveBeside, save_absence, save_rate, save_request};
pub use bill::save_bill;
pub use budget::{AskBudget, BudgetView, SheetView, SignBudget, budget, print_budget, sign_budget};
pub use codes::{PlacementCodes, codes};
pub use facilities::{SaveFacility, facilities, save_facility};
pub use page::of_case;
pub(crate) use page::orders;
pub use register::{AskPlacements, PlacementLine, PlacementsRegister, register};
pub use remove::{RemoveFromPlacement, remove};
pub(crate) use running::running_of;
pub use running::{RunningPlacement, running};
pub use save::{SavePlacement, save};
pub use step::{StepPlacement, step};
pub use view::{BillView, MoneyView, OrderChoice, PlacementView, PlacementsPage};

use cartella_domain::ids::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names one placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlacementRef {
    /// The placement.
    pub id: RecordId,
}
