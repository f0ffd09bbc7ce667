//! Comuni, states and citizenships for the fields that ask for one.

use crate::{Result, Session, commands::Nothing};
use cartella_domain::{
    places::{self, Country, Place},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The beginning of a place's name.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SearchPlaces {
    /// As typed.
    pub prefix: String,
    /// The day on which the name was valid (a birth); today without.
    #[serde(default)]
    pub day: Option<CivilDate>,
}

const LIMIT: usize = 12;

/// Places whose name begins so.
///
/// # Errors
/// None.
pub fn search_places(_: &mut Session, input: SearchPlaces) -> Result<Vec<Place>> {
    Ok(places::search(&input.prefix, input.day, LIMIT))
}

/// Belfiore codes.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PlaceNames {
    /// The codes.
    pub codes: Vec<String>,
}

/// The places of these codes, under their latest names.
///
/// # Errors
/// None.
pub fn place_names(_: &mut Session, input: PlaceNames) -> Result<BTreeMap<String, Place>> {
    let named = input.codes.into_iter().take(200).filter_map(|code| {
        let place = places::at(&code, None)?;
        Some((code, place))
    });
    Ok(named.collect())
}

/// All citizenships.
///
/// # Errors
/// None.
pub fn citizenships(_: &mut Session, _: Nothing) -> Result<Vec<Country>> {
    Ok(places::citizenships().to_vec())
}
