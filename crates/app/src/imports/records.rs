//! The records that a line becomes: the person with address and contacts, the case in its real state.
//!
//! A case enters where it is, with its original dates: what a move would have asked for stands as "da
//! completare". Nothing is invented: a date that the file does not have stays unknown.

use crate::cases::OpenCase;
use crate::people::{CreatePerson, NewAddress, NewContact};
use cartella_documents::mapping::{self, ImportedRow, ImportedState};
use cartella_domain::cases::{Comuni, Referral, Running, State};
use cartella_domain::ids::{OperatorId, PersonId};
use cartella_domain::people::{
    Address, AddressKind, Citizenship, Contact, ContactKind, Identifier, IdentifierKind, Location, Person,
};
use cartella_domain::time::PartialDate;

/// The person of a line with her address and contacts.
pub(super) fn new_person(row: &ImportedRow) -> CreatePerson {
    let bare = PersonId::default();
    let address = address(row, bare).map(|address| NewAddress {
        address,
        protected: false,
    });
    let contacts = contacts(row, bare).into_iter().map(|contact| NewContact {
        contact,
        protected: false,
    });
    CreatePerson {
        person: person(row),
        addresses: address.into_iter().collect(),
        contacts: contacts.collect(),
        draft: None,
    }
}

fn person(row: &ImportedRow) -> Person {
    let identifier = row.identifier.as_ref().map(|code| {
        let kind = match code {
            mapping::Identifier::CodiceFiscale(_) => IdentifierKind::CodiceFiscale,
            mapping::Identifier::Provisional(_) => IdentifierKind::Provisional,
            mapping::Identifier::Stp(_) => IdentifierKind::Stp,
            mapping::Identifier::Eni(_) => IdentifierKind::Eni,
        };
        Identifier::new(kind, code.as_str())
    });
    let citizenship = row.citizenship.map(|country| Citizenship {
        country: country.to_owned(),
        period: cartella_domain::people::Period::default(),
    });
    Person {
        surname: row.surname.clone(),
        name: row.given_name.clone(),
        aliases: row.alias.clone().into_iter().collect(),
        identifiers: identifier.into_iter().collect(),
        sex: row.sex,
        birth: row.birth,
        birthplace: row.birth_place.map(str::to_owned),
        citizenships: citizenship.into_iter().collect(),
        note: note(row),
        ..Person::default()
    }
}

/// What has no field of its own, each text under its heading.
fn note(row: &ImportedRow) -> Option<String> {
    let school = [("Scuola", &row.school), ("Classe", &row.school_class)];
    let school = school
        .into_iter()
        .filter_map(|(heading, text)| Some((heading, text.as_deref()?)));
    let kept = row
        .notes
        .iter()
        .map(|note| (note.heading.as_str(), note.text.as_str()));
    let lines: Vec<String> = school
        .chain(kept)
        .map(|(heading, text)| match heading {
            "" => text.to_owned(),
            _ => format!("{heading}: {text}"),
        })
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn address(row: &ImportedRow, person: PersonId) -> Option<Address> {
    let read = &row.address;
    (!read.is_empty()).then(|| Address {
        person,
        kind: Some(AddressKind::Residence),
        location: Location {
            street: read.street.clone(),
            number: read.number.clone(),
            postal_code: read.cap.clone(),
            place: read.comune.map(str::to_owned),
            ..Location::default()
        },
        ..Address::default()
    })
}

fn contacts(row: &ImportedRow, person: PersonId) -> Vec<Contact> {
    let phone = |value: &String| {
        let bare = value.strip_prefix("+39").unwrap_or(value);
        let kind = if bare.starts_with('3') {
            ContactKind::Mobile
        } else {
            ContactKind::Phone
        };
        (kind, value.clone())
    };
    let phones = row.phones.iter().map(phone);
    let email = row.email.clone().map(|value| (ContactKind::Email, value));
    phones
        .chain(email)
        .map(|(kind, value)| Contact {
            person,
            kind: Some(kind),
            value,
            ..Contact::default()
        })
        .collect()
}

/// The case that a line opens, already running; none without a service.
pub(super) fn case(row: &ImportedRow, person: PersonId, responsible: Option<OperatorId>) -> Option<OpenCase> {
    let state = state(row);
    let comuni = Comuni {
        since: None,
        residence: row.address.comune.map(str::to_owned),
        in_charge: row.comune_in_charge.or(row.address.comune).map(str::to_owned),
        costs: None,
    };
    Some(OpenCase {
        people: vec![person],
        service: row.service?,
        referral: referred_on(row, &state).map(|on| Referral {
            on: Some(on),
            ..Referral::default()
        }),
        comuni: comuni.in_charge.is_some().then_some(comuni),
        involved: Vec::new(),
        protected: Vec::new(),
        responsible,
        psychologist: None,
        without_psychologist: None,
        assigned_from: None,
        running: Some(state),
        paper_number: row.case_number.clone(),
    })
}

/// The day of the referral. Where the state has a day of its own, that of the opening is kept here: the referral
/// came then at the latest.
fn referred_on(row: &ImportedRow, state: &State) -> Option<PartialDate> {
    let elsewhere = state.since() == row.opened_on;
    row.referred_on.or(row.opened_on.filter(|_| !elsewhere))
}

/// The state in which a case enters: as the file says, else in charge, or closed if it has a closing date.
pub(super) fn state(row: &ImportedRow) -> State {
    let on = row.opened_on;
    let ended = row.closed_on;
    let said = row.state.unwrap_or(if ended.is_some() {
        ImportedState::Closed
    } else {
        ImportedState::InCharge
    });
    match said {
        ImportedState::Reported => State::Segnalato {
            on: row.referred_on.or(on),
        },
        ImportedState::Assessing => State::InValutazione { on },
        ImportedState::InCharge => State::InCarico { on },
        ImportedState::Monitoring => State::InMonitoraggio { on: None },
        ImportedState::Suspended => State::Sospeso {
            on: None,
            until: None,
            reason: None,
            from: Running::InCarico,
        },
        ImportedState::Closed => State::Chiuso {
            on: ended,
            reason: None,
            situation: None,
            by: None,
            final_report: None,
        },
        ImportedState::Transferred => State::Trasferito {
            on: ended,
            to: None,
            handover: None,
        },
        ImportedState::Refused => State::NonAccolto {
            on: ended.or(on),
            reason: None,
            sent_to: None,
        },
    }
}
