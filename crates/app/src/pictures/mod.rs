//! Pictures of a family on a given day: the genogram from the ties of kin, the ecomap from what stands around the
//! household. Both show what the operator may know of each person and no more.

mod ecomap;
mod family;
mod genogram;
mod save;

pub use ecomap::{AroundLine, EcomapOf, EcomapPicture, ecomap};
pub use genogram::{GenogramPicture, TieLine, genogram};
pub use save::{PictureFile, PictureKind, PictureLeaves, SavePicture, save};

use cartella_domain::{ids::PersonId, time::CivilDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose picture, of which day.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct PictureOf {
    /// Whom it is about.
    pub person: PersonId,
    /// The day; today if none is said.
    #[serde(default)]
    pub on: Option<CivilDate>,
}
