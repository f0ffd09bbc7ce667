//! Who will read what is about to be signed: shown above the button, before it is too late.

use super::segment::ReadBy;
use crate::{
    ids::OperatorId,
    rights::{Action, Actor, CaseFacts, Confidentiality, Subject, decide, standing_in_case},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who can read a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Readers {
    /// Besides the named ones, whoever works in the service later.
    pub whole_service: bool,
    /// Those of today's staff, each once, in the order of their ids.
    pub named: Vec<OperatorId>,
}

/// The readers of a text by `author` in a case, of everybody who works here today: the same table of rights that
/// is asked when they open it. Without a case only the author reads it.
#[must_use]
pub fn readers(
    read_by: &ReadBy,
    author: OperatorId,
    case: Option<&CaseFacts>,
    staff: &[Actor],
    day: CivilDate,
) -> Readers {
    let read_by = read_by.naming(author);
    let Some(case) = case else {
        return Readers {
            whole_service: false,
            named: vec![author],
        };
    };
    let may = |actor: &&Actor| {
        let subject = Subject::of(standing_in_case(actor, case, day))
            .at(read_by.level)
            .written_by_actor(actor.operator == author)
            .naming_actor(read_by.readers.contains(&actor.operator));
        decide(actor, Action::EntryRead, &subject).is_allowed()
    };
    let mut named: Vec<OperatorId> = staff.iter().filter(may).map(|actor| actor.operator).collect();
    named.push(author);
    named.sort_unstable();
    named.dedup();
    Readers {
        whole_service: read_by.level == Confidentiality::Service,
        named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{CaseId, PersonId},
        rights::{AssignedOperator, Office, Role},
        services::Service,
    };
    use uuid::Uuid;

    fn id(n: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(n))
    }

    fn actor(n: u128, role: Role, coordinates: bool) -> Actor {
        let service = vec![Service::TutelaMinori];
        Actor {
            operator: id(n),
            roles: vec![role],
            services: service.clone(),
            coordinates: if coordinates { service } else { vec![] },
            comune: None,
            office: Office::Enrolled,
        }
    }

    /// 1 responsible, 2 assigned, 3 coordinator, 4 of the service but not of the case.
    fn named(level: Confidentiality, secret: &[OperatorId]) -> Vec<OperatorId> {
        let day: CivilDate = "2026-04-14".parse().unwrap();
        let assigned = |n, responsible| AssignedOperator {
            operator: id(n),
            responsible,
            from: Some(day),
            to: None,
        };
        let case = CaseFacts {
            case: CaseId::default(),
            service: Service::TutelaMinori,
            person: PersonId::default(),
            comuni: vec![],
            involved: vec![],
            protected: vec![],
            assignments: vec![assigned(1, true), assigned(2, false)],
            private_authors: vec![],
            secret_lists: vec![],
        };
        let staff = [
            actor(1, Role::AssistenteSociale, false),
            actor(2, Role::Psicologo, false),
            actor(3, Role::Coordinatore, true),
            actor(4, Role::AssistenteSociale, false),
        ];
        let read_by = ReadBy {
            level,
            readers: secret.to_vec(),
        };
        readers(&read_by, id(2), Some(&case), &staff, day).named
    }

    #[test]
    fn each_level_has_its_readers() {
        let service = named(Confidentiality::Service, &[]);
        assert!([1, 2, 3].iter().all(|n| service.contains(&id(*n))));
        assert_eq!(named(Confidentiality::Reserved, &[]), [id(1), id(2), id(3)]);
        assert_eq!(named(Confidentiality::Private, &[]), [id(1), id(2), id(3)]);
        assert_eq!(named(Confidentiality::Secret, &[id(4)]), [id(2), id(4)]);
    }
}
