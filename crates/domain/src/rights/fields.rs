//! What of a case and of a person is shown: a right to see is not a right to see everything.

use super::{Action, Actor, Role, Subject, decide, role_permits, standing::Standing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of a case is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseFields {
    /// Nothing: it must look as if it did not exist.
    Nothing,
    /// Person, service, state, who is responsible.
    List,
    /// That, and comuni, dates, protocol numbers, papers: what the segreteria keeps.
    Administrative,
    /// Everything of the case itself; the diary has its own levels.
    Full,
}

/// How much of a person is shown; hidden addresses and phones are asked for apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonFields {
    /// Nothing: it must look as if she did not exist.
    Nothing,
    /// Surname, name, year of birth.
    Name,
    /// Identity, contacts, relations, household, warnings.
    Full,
}

/// What the actor is shown of a case to which she stands so.
#[must_use]
pub fn case_fields(actor: &Actor, standing: Standing) -> CaseFields {
    let subject = Subject::of(standing);
    actor
        .roles
        .iter()
        .filter(|role| role_permits(**role, actor.office, Action::CaseList, &subject))
        .map(|role| fields_of_role(*role, standing))
        .max()
        .unwrap_or(CaseFields::Nothing)
}

fn fields_of_role(role: Role, standing: Standing) -> CaseFields {
    let assigned = standing.has(Standing::ASSIGNED);
    match role {
        Role::AssistenteSociale | Role::Psicologo | Role::Pedagogista | Role::Counselor if assigned => {
            CaseFields::Full
        }
        Role::Coordinatore | Role::AssistenteSocialeComune => CaseFields::Full,
        Role::Amministrativo => CaseFields::Administrative,
        Role::AssistenteSociale
        | Role::Psicologo
        | Role::Pedagogista
        | Role::Counselor
        | Role::EducatoreEnte => CaseFields::List,
        Role::Direzione | Role::DpoAuditor | Role::AmmSistema => CaseFields::Nothing,
    }
}

/// What the actor is shown of a person to whom she stands so.
#[must_use]
pub fn person_fields(actor: &Actor, standing: Standing) -> PersonFields {
    let subject = Subject::of(standing);
    if decide(actor, Action::PersonRead, &subject).is_allowed() {
        PersonFields::Full
    } else if decide(actor, Action::PersonList, &subject).is_allowed() {
        PersonFields::Name
    } else {
        PersonFields::Nothing
    }
}
