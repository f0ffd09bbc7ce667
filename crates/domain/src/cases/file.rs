//! The case's card: whose, in which service, of which comune, with whom.

use crate::{
    ids::{GroupId, PersonId},
    record::{AddSet, Record},
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The comuni of a case from a day on (Belfiore codes). They change together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub struct Comuni {
    /// From this day; unknown in old cases.
    pub since: Option<CivilDate>,
    /// Comune of residence.
    pub residence: Option<String>,
    /// Comune in charge of the case (comune competente).
    pub in_charge: Option<String>,
    /// Comune that bears the costs of a placement, where that is another one (art. 6 c. 4 L. 328/2000).
    pub costs: Option<String>,
}

/// A case (cartella sociale). Lives in its own core scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 20, name = "case_file")]
pub struct CaseFile {
    /// Whose.
    #[field(1)]
    pub person: Option<PersonId>,
    /// In which service.
    #[field(2)]
    pub service: Option<Service>,
    /// The comuni today.
    #[field(3)]
    pub comuni: Option<Comuni>,
    /// The comuni that were.
    #[field(4, set)]
    pub past_comuni: AddSet<Comuni>,
    /// Other people of the case: parents, brothers and sisters, who lives with her.
    #[field(5, set)]
    pub involved: AddSet<PersonId>,
    /// Of these, those whose hidden addresses and phones the case works with.
    #[field(6, set)]
    pub protected: AddSet<PersonId>,
    /// One number for the cases of brothers and sisters that were opened together.
    #[field(7)]
    pub opened_together: Option<GroupId>,
    /// First referral ever; kept for life (exported as month and year).
    #[field(8, earliest)]
    pub first_referral: Option<PartialDate>,
    /// Number of the paper file.
    #[field(9)]
    pub paper_number: Option<String>,
}

/// What somebody says when the residence changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComuneChange {
    /// From this day.
    pub on: CivilDate,
    /// The new comune of residence.
    pub residence: String,
    /// Which comune is in charge from then on: always said, never assumed.
    pub in_charge: Option<String>,
    /// The person is placed outside home (comunità, affido).
    pub placement: bool,
    /// With a placement: which comune bears its costs, always said.
    pub costs: Option<String>,
}

/// Why comuni are not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ComuneRefused {
    /// Which comune is in charge was not said.
    #[error("the comune in charge is not said")]
    InChargeNotSaid,
    /// There is a placement and which comune bears its costs was not said.
    #[error("the comune that bears the costs is not said")]
    CostsNotSaid,
    /// The day lies before the present comuni began.
    #[error("a day before the present comuni")]
    BeforePresent,
    /// No comune has this code.
    #[error("no such comune")]
    UnknownComune,
}

impl CaseFile {
    /// The card after a change of residence: the comuni that were stay in its history.
    ///
    /// # Errors
    /// [`ComuneRefused`]: something that must be said was not, or the day or a code is wrong.
    pub fn change_comune(&self, change: &ComuneChange) -> Result<Self, ComuneRefused> {
        let in_charge = change.in_charge.clone().ok_or(ComuneRefused::InChargeNotSaid)?;
        if change.placement && change.costs.is_none() {
            return Err(ComuneRefused::CostsNotSaid);
        }
        let present = self.comuni.as_ref();
        if present
            .and_then(|comuni| comuni.since)
            .is_some_and(|since| since > change.on)
        {
            return Err(ComuneRefused::BeforePresent);
        }
        let codes = [Some(&change.residence), Some(&in_charge), change.costs.as_ref()];
        if !codes
            .into_iter()
            .flatten()
            .all(|code| crate::places::is_known(code))
        {
            return Err(ComuneRefused::UnknownComune);
        }
        let mut file = self.clone();
        file.past_comuni.0.extend(self.comuni.clone());
        file.comuni = Some(Comuni {
            since: Some(change.on),
            residence: Some(change.residence.clone()),
            in_charge: Some(in_charge),
            costs: change.costs.clone(),
        });
        Ok(file)
    }

    /// The comuni on a day: the latest that began by then.
    #[must_use]
    pub fn comuni_on(&self, day: CivilDate) -> Option<&Comuni> {
        self.past_comuni
            .iter()
            .chain(&self.comuni)
            .filter(|comuni| comuni.since.is_none_or(|since| since <= day))
            .max_by_key(|comuni| comuni.since)
    }

    /// Comune of residence and comune in charge today, each once, for rights.
    #[must_use]
    pub fn comuni_for_rights(&self) -> Vec<String> {
        let mut codes: Vec<String> = self
            .comuni
            .iter()
            .flat_map(|comuni| [comuni.residence.clone(), comuni.in_charge.clone()])
            .flatten()
            .collect();
        codes.dedup();
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn living_in(code: &str) -> CaseFile {
        CaseFile {
            comuni: Some(Comuni {
                since: Some(day("2024-01-01")),
                residence: Some(code.into()),
                in_charge: Some(code.into()),
                costs: None,
            }),
            ..CaseFile::default()
        }
    }

    fn change() -> ComuneChange {
        ComuneChange {
            on: day("2026-03-01"),
            residence: "F205".into(),
            in_charge: None,
            placement: true,
            costs: None,
        }
    }

    #[test]
    fn scenario_19_with_a_placement_the_comune_for_costs_is_asked_and_both_are_kept() {
        let file = living_in("E514");
        assert_eq!(file.change_comune(&change()), Err(ComuneRefused::InChargeNotSaid));
        let mut said = ComuneChange {
            in_charge: Some("F205".into()),
            ..change()
        };
        assert_eq!(file.change_comune(&said), Err(ComuneRefused::CostsNotSaid));
        said.costs = Some("E514".into());
        let changed = file.change_comune(&said).unwrap();
        let now = changed.comuni_on(day("2026-03-01")).unwrap();
        assert_eq!(
            (now.in_charge.as_deref(), now.costs.as_deref()),
            (Some("F205"), Some("E514"))
        );
        let before = changed.comuni_on(day("2026-02-28")).unwrap();
        assert_eq!(before.residence.as_deref(), Some("E514"));
        assert_eq!(changed.comuni_for_rights(), ["F205"]);
    }

    #[test]
    fn a_change_of_comune_needs_a_known_code_and_a_later_day() {
        let file = living_in("E514");
        let mut said = ComuneChange {
            in_charge: Some("E514".into()),
            placement: false,
            ..change()
        };
        said.residence = "Z0Z0".into();
        assert_eq!(file.change_comune(&said), Err(ComuneRefused::UnknownComune));
        said.residence = "F205".into();
        said.on = day("2023-12-31");
        assert_eq!(file.change_comune(&said), Err(ComuneRefused::BeforePresent));
    }
}
