//! One card of the desk, with what may be done about it.

use super::{allow, called, card, may};
use crate::{
    Result, Session,
    names::{Names, names},
    people::{PersonCard, Shown, card as person_card},
};
use cartella_archive::{audit, rows};
use cartella_domain::{
    cases::CaseFile,
    desk::{Accesso, AccessoState, accepts, days_waiting},
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    services::Service,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccessoRef {
    /// The card.
    pub id: RecordId,
}

/// A case that a card became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseOfDesk {
    /// The case.
    pub case: CaseId,
    /// In which service, where the operator may see the case.
    pub service: Option<Service>,
}

/// A card as its page shows it.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct AccessoPage {
    /// The card.
    pub card: Shown<Accesso>,
    /// What its person is called.
    pub label: String,
    /// The person in the registry.
    pub person: Option<PersonCard>,
    /// Days that it waits.
    pub days: Option<u32>,
    /// The cases that it became.
    pub cases: Vec<CaseOfDesk>,
    /// Names of the operators in it.
    pub names: Names,
    /// The operator may change it.
    pub may_edit: bool,
    /// She may decide about it.
    pub may_decide: bool,
    /// She may make a case of it.
    pub may_accept: bool,
}

/// Opens a card; the audit says so before anything is shown.
///
/// # Errors
/// `forbidden` for who does not work at the desk; `not_found`; the disk is full.
pub fn get(session: &mut Session, input: AccessoRef) -> Result<AccessoPage> {
    allow(session, Action::DeskRead)?;
    let row = card(session, input.id)?;
    session.note(audit::Event::new(audit::Act::ReadAccesso).about(input.id))?;
    let value = row.value.clone();
    let open = accepts(&value.state);
    let by = match &value.state {
        AccessoState::Creata => None,
        AccessoState::Vista { by, .. }
        | AccessoState::Accolta { by, .. }
        | AccessoState::Respinta { by, .. }
        | AccessoState::InviataAdAltro { by, .. } => Some(*by),
    };
    let decides = may(session, Action::DeskDecide)?;
    Ok(AccessoPage {
        card: Shown::of(session, row)?,
        label: called(session, &value)?,
        person: value
            .person
            .map(|person| person_card(session, person))
            .transpose()?,
        days: days_waiting(&value, session.today()),
        cases: cases(session, &value.state)?,
        names: names(
            session,
            value.operator.into_iter().chain(by).map(OperatorId::uuid),
        )?,
        may_edit: open && may(session, Action::DeskWrite)?,
        may_decide: decides,
        may_accept: open && decides,
    })
}

fn cases(session: &Session, state: &AccessoState) -> Result<Vec<CaseOfDesk>> {
    let AccessoState::Accolta { cases, .. } = state else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for case in cases {
        let seen = match session.case_subject(*case) {
            Ok(subject) => session.decide(Action::CaseList, &subject)?.is_allowed(),
            Err(_) => false,
        };
        let file = rows::get::<CaseFile>(session.archive().db(), &case.to_string())?;
        found.push(CaseOfDesk {
            case: *case,
            service: file.and_then(|row| row.value.service).filter(|_| seen),
        });
    }
    Ok(found)
}
