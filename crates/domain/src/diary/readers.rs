//! Who will read what is about to be signed: shown above the button, before it is too late.

use super::segment::Confidentiality;
use crate::ids::OperatorId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An operator who has to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TeamMember {
    /// Who.
    pub operator: OperatorId,
    /// Assigned to the case today, mini-équipe and substitute included.
    pub assigned: bool,
    /// Responsible for it today.
    pub responsible: bool,
    /// Coordinator of its service.
    pub coordinator: bool,
}

/// Who can read a text of a level.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Readers {
    /// Besides the named ones, the whole team of the service.
    pub whole_service: bool,
    /// The named ones, each once, in the order of their ids.
    pub named: Vec<OperatorId>,
}

/// The readers of a text by `author` on a case with this team (users.md 1: who is assigned reads what is
/// reserved; the coordinator reads all but what is secret).
#[must_use]
pub fn readers(level: &Confidentiality, author: OperatorId, team: &[TeamMember]) -> Readers {
    let may = |member: &&TeamMember| match level {
        Confidentiality::Service | Confidentiality::Reserved => member.assigned || member.coordinator,
        Confidentiality::Private => member.responsible || member.coordinator,
        Confidentiality::Secret { readers } => readers.contains(&member.operator),
    };
    let mut named: Vec<OperatorId> = team.iter().filter(may).map(|m| m.operator).collect();
    if let Confidentiality::Secret { readers } = level {
        named.extend(readers);
    }
    named.push(author);
    named.sort_unstable();
    named.dedup();
    Readers {
        whole_service: *level == Confidentiality::Service,
        named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(n))
    }

    /// 1 responsible, 2 assigned, 3 coordinator, 4 of the service but not of the case.
    fn team() -> Vec<TeamMember> {
        let member = |n, assigned, responsible, coordinator| TeamMember {
            operator: id(n),
            assigned,
            responsible,
            coordinator,
        };
        vec![
            member(1, true, true, false),
            member(2, true, false, false),
            member(3, false, false, true),
            member(4, false, false, false),
        ]
    }

    #[test]
    fn each_level_has_its_readers() {
        let named = |level: Confidentiality| readers(&level, id(2), &team()).named;
        assert_eq!(named(Confidentiality::Service), [id(1), id(2), id(3)]);
        assert!(readers(&Confidentiality::Service, id(2), &team()).whole_service);
        assert_eq!(named(Confidentiality::Reserved), [id(1), id(2), id(3)]);
        assert!(!readers(&Confidentiality::Reserved, id(2), &team()).whole_service);
        assert_eq!(
            readers(&Confidentiality::Private, id(9), &team()).named,
            [id(1), id(3), id(9)]
        );
        let secret = Confidentiality::Secret { readers: vec![id(4)] };
        assert_eq!(named(secret), [id(2), id(4)]);
    }
}
