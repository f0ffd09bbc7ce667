//! A person while she is being typed: what does not fit together, and the code she should have.

use crate::{Result, Session};
use cartella_domain::{
    codice_fiscale::{Birth, compute},
    people::{Finding, Person, findings},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person as typed so far.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CheckPerson {
    /// As on the screen.
    pub person: Person,
}

/// What there is to say of it.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// What does not fit together.
    pub findings: Vec<Finding>,
    /// The codice fiscale that follows from name, birth, sex and birthplace, once all are there.
    pub computed: Option<String>,
}

/// Looks a typed person over.
///
/// # Errors
/// None.
pub fn check(session: &mut Session, input: CheckPerson) -> Result<Checked> {
    let person = input.person.tidied();
    Ok(Checked {
        findings: findings(&person, session.today()),
        computed: computed(&person),
    })
}

fn computed(person: &Person) -> Option<String> {
    let birth = Birth {
        date: person.birth.filter(|birth| !birth.estimated)?.date()?,
        sex: person.sex?,
        belfiore: person.birthplace.as_deref()?,
    };
    let code = compute(person.surname.as_deref()?, person.name.as_deref()?, birth)?;
    Some(code.into())
}
