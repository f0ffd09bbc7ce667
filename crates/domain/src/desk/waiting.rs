//! Who waits at the desk, and for how long.

use super::{
    Accesso, MAX_PRIORITY,
    lists::{INFORMAZIONE, ORIENTAMENTO},
};
use crate::time::CivilDate;

/// Whether a card waits for somebody to decide: it is open, and neither an information nor an orientation answered it.
#[must_use]
pub fn waits(accesso: &Accesso) -> bool {
    let answered = accesso
        .outcome
        .as_ref()
        .is_some_and(|outcome| [INFORMAZIONE, ORIENTAMENTO].contains(&outcome.code.as_str()));
    accesso.state.name().is_open() && !answered
}

/// Whole days that a card waits on a day; none where it does not wait or bears no day.
#[must_use]
pub fn days_waiting(accesso: &Accesso, today: CivilDate) -> Option<u32> {
    let since = accesso.waiting_since.or(accesso.on)?;
    waits(accesso).then(|| u32::try_from(today.days_since(since)).unwrap_or(0))
}

/// Whether it may not wait.
#[must_use]
pub fn is_urgent(accesso: &Accesso) -> bool {
    accesso.priority.unwrap_or(1) >= MAX_PRIORITY
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{AccessoState, outcomes};

    #[test]
    fn a_card_waits_until_it_is_answered_or_decided() {
        let today: CivilDate = "2026-03-12".parse().unwrap();
        let mut card = Accesso {
            on: Some("2026-03-02".parse().unwrap()),
            ..Accesso::default()
        };
        assert_eq!(days_waiting(&card, today), Some(10));
        card.waiting_since = Some("2026-03-10".parse().unwrap());
        assert_eq!(days_waiting(&card, today), Some(2));
        card.outcome = outcomes().answer("PROPOSTA");
        assert!(waits(&card));
        card.outcome = outcomes().answer("INFORMAZIONE");
        assert_eq!(days_waiting(&card, today), None);
        card.outcome = None;
        card.state = AccessoState::InviataAdAltro {
            by: crate::ids::OperatorId::default(),
            on: today,
            to: "Consultorio".into(),
        };
        assert!(!waits(&card));
    }

    #[test]
    fn a_card_of_a_wrong_clock_waits_no_days_rather_than_fewer_than_none() {
        let card = Accesso {
            on: Some("2026-04-01".parse().unwrap()),
            ..Accesso::default()
        };
        assert_eq!(days_waiting(&card, "2026-03-02".parse().unwrap()), Some(0));
    }
}
