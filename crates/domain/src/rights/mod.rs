//! Who may do what: asked by every verb, the same on the laptop and at the hub.
//!
//! The rules are a table (`table`): an action and, for each role, how near one must stand to the case for it. How
//! near somebody stands is worked out from assignments by `standing`; which scopes a laptop may hold follows from
//! the same table in `scopes`, and what of a case or a person is shown, in `fields`. Source: the roles of the
//! Lombard practice with two corrections of the trade: "riservato" is read by every operator assigned to the
//! case (mini-équipe and substitute included) and by the coordinator; "solo autore e responsabile" is a level of
//! its own. An educatore of an accredited body stays with the entries that he wrote himself, whatever their level.

mod action;
mod fields;
mod scopes;
mod standing;
mod table;
#[cfg(test)]
mod tests;
mod writes;

pub use action::Action;
pub use fields::{CaseFields, PersonFields, case_fields, person_fields};
pub use scopes::{holds_desk, holds_household, home_of, scopes_for, scopes_of_case};
pub use standing::{
    AssignedOperator, CaseFacts, Standing, standing_in_case, standing_in_service, standing_to_person,
    standing_to_protected,
};
pub use writes::{Written, actions_of, level_of, opening};

use crate::{ids::OperatorId, services::Service};
use action::Shown;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an operator is for the rights; one may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Role {
    /// Assistente sociale of the service.
    AssistenteSociale,
    /// Psicologo of the service.
    Psicologo,
    /// Pedagogista of the service.
    Pedagogista,
    /// Educatore of an accredited body: hours and notes of his own interventions.
    EducatoreEnte,
    /// Counselor of the school service.
    Counselor,
    /// Coordinator of one or more services.
    Coordinatore,
    /// Administrative staff (segreteria).
    Amministrativo,
    /// Assistente sociale of a comune, for the cases of that comune.
    AssistenteSocialeComune,
    /// Management: figures, no personal data.
    Direzione,
    /// Data protection officer or auditor: the log of accesses.
    DpoAuditor,
    /// System administrator: technical settings, nothing in clear.
    AmmSistema,
}

impl Role {
    /// Every role, in the order of the table's columns.
    pub const ALL: [Self; 11] = [
        Self::AssistenteSociale,
        Self::Psicologo,
        Self::Pedagogista,
        Self::EducatoreEnte,
        Self::Counselor,
        Self::Coordinatore,
        Self::Amministrativo,
        Self::AssistenteSocialeComune,
        Self::Direzione,
        Self::DpoAuditor,
        Self::AmmSistema,
    ];
}

/// How far a text may be read. Each level is a scope; the window says each in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidentiality {
    /// "Équipe del servizio": the professionals of the service.
    #[default]
    Service,
    /// "Riservato all'équipe del caso": the operators assigned to the case and the coordinator.
    Reserved,
    /// "Solo autore e responsabile": the author, who is responsible for the case, the coordinator.
    Private,
    /// "Segretato: solo persone indicate".
    Secret,
}

impl Confidentiality {
    /// Every level, from the widest to the narrowest.
    pub const ALL: [Self; 4] = [Self::Service, Self::Reserved, Self::Private, Self::Secret];
}

/// Whether the archive answers to an office, or is one by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Not enrolled: what is the office's alone (assignments, merge of persons) is accepted on the spot.
    Own,
    /// Enrolled at a hub: what is the office's alone is for its coordinator.
    Enrolled,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The operator whose archive is open.
    pub operator: OperatorId,
    /// Her roles on the day.
    pub roles: Vec<Role>,
    /// The services in which she works.
    pub services: Vec<Service>,
    /// The services that she coordinates.
    pub coordinates: Vec<Service>,
    /// The comune (Belfiore code) for which an assistente sociale of a comune works.
    pub comune: Option<String>,
    /// Whether the archive answers to an office.
    pub office: Office,
}

/// What the action is about, as far as rights ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject {
    /// How near the actor stands.
    pub standing: Standing,
    /// The level of the text, for actions on the diary.
    pub level: Confidentiality,
}

impl Subject {
    /// Something that belongs to no case or person: schools, staff, settings, the actor's own page.
    #[must_use]
    pub fn nobody() -> Self {
        Self::default()
    }

    /// A case or person to which the actor stands so.
    #[must_use]
    pub fn of(standing: Standing) -> Self {
        Self {
            standing,
            level: Confidentiality::Service,
        }
    }

    /// The same at a level of confidentiality.
    #[must_use]
    pub fn at(self, level: Confidentiality) -> Self {
        Self { level, ..self }
    }

    /// The same, written by the actor or not.
    #[must_use]
    pub fn written_by_actor(self, author: bool) -> Self {
        let standing = if author {
            self.standing | Standing::AUTHOR
        } else {
            self.standing
        };
        Self { standing, ..self }
    }

    /// The same, with the actor on the list of named readers or not.
    #[must_use]
    pub fn naming_actor(self, named: bool) -> Self {
        let standing = if named {
            self.standing | Standing::NAMED
        } else {
            self.standing
        };
        Self { standing, ..self }
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allowed {
        /// This act leaves an event of its own on the audit chain.
        log: bool,
    },
    /// No, but that there is one, by whom and when, is shown ("Riservato").
    Stub,
    /// No, and the actor knows that the thing exists: a calm sentence says so.
    Forbidden,
    /// No, and it must look as if there were nothing.
    Hidden,
}

impl Decision {
    /// Whether the answer is yes.
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed { .. })
    }
}

/// Whether the actor may do this to that.
#[must_use]
pub fn decide(actor: &Actor, action: Action, subject: &Subject) -> Decision {
    if permits(actor, action, subject) {
        return Decision::Allowed {
            log: action.leaves_trace(subject),
        };
    }
    match action.shown_when_denied(subject.level) {
        Shown::Everybody => Decision::Forbidden,
        Shown::WhoMay(wider) if permits(actor, wider, &subject.at(Confidentiality::Service)) => {
            if action.leaves_stub() {
                Decision::Stub
            } else {
                Decision::Forbidden
            }
        }
        Shown::WhoMay(_) | Shown::Nobody => Decision::Hidden,
    }
}

fn permits(actor: &Actor, action: Action, subject: &Subject) -> bool {
    actor
        .roles
        .iter()
        .any(|role| role_permits(*role, actor.office, action, subject))
}

/// Whether one role by itself permits it.
fn role_permits(role: Role, office: Office, action: Action, subject: &Subject) -> bool {
    let standing = match role {
        Role::Coordinatore => subject.standing.of_coordinator(),
        _ => subject.standing,
    };
    table::rows(action)
        .filter(|row| row.facet.holds(office, subject.level))
        .any(|row| row.cell(role).reached_by(standing))
}
