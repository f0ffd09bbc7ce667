//! The five phases of a case: read with what they still lack, written where no other record holds it, handed over as a
//! mapping for the interchange; and the region's lists of codes, as the office loads them.

mod export;
mod get;
mod lists;
mod loaded;
mod printed;
mod save;

pub use export::{ExportWords, export};
pub use get::{PhasesPage, of_case};
pub use lists::{CodeListCard, LoadList, lists, load_list};
pub use printed::printed;
pub use save::{SaveDatum, SavePhase, save_datum, save_phase};
