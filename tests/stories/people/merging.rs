//! Scenario 24: two records of one person are joined with all that hangs on them, and parted again.

use super::{add, details, found, person};
use cartella_app::{
    Code, Session,
    people::{self, MergePeople, SaveRelation, UnmergePeople},
};
use cartella_domain::{
    cases::{Assignment, CaseFile},
    ids::{CaseId, PersonId, RecordId},
    people::{Period, RelationKind},
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::Office;

fn brother(session: &mut Session, one: PersonId, other: PersonId) {
    let tie = SaveRelation {
        id: None,
        one,
        other,
        kind: RelationKind::Sibling,
        bond: None,
        period: Period::default(),
        caregiver: None,
        closeness: None,
        note: None,
        seen: Vec::new(),
    };
    people::save_relation(session, tie).unwrap();
}

/// A case of a person, written as the log would bring it from elsewhere.
fn case(session: &mut Session, person: PersonId) -> CaseId {
    let id: CaseId = session.id();
    let file = CaseFile {
        person: Some(person),
        service: Some(Service::TutelaMinori),
        ..CaseFile::default()
    };
    let scope = ScopeId::new(id.uuid(), ScopeKind::CaseCore);
    let assignment = Assignment {
        case: Some(id),
        operator: Some(session.operator()),
        ..Assignment::default()
    };
    let assigned: RecordId = session.id();
    session
        .write(|act| {
            act.create(scope, id, &file)?;
            act.create(scope, assigned, &assignment)
        })
        .unwrap();
    id
}

fn names(session: &mut Session, id: PersonId) -> Vec<Option<String>> {
    let relations = details(session, id).relations;
    relations
        .into_iter()
        .map(|relation| relation.other.name)
        .collect()
}

#[test]
fn scenario_24_a_merge_takes_everything_along_and_its_undoing_restores_both() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    // Given two records of one child, each with its own brother and case
    let (kept, absorbed) = (
        add(session, person("Rossi", "Anna")),
        add(session, person("Rosi", "Hanna")),
    );
    let (one, other) = (
        add(session, person("Rossi", "Ugo")),
        add(session, person("Rossi", "Pio")),
    );
    brother(session, kept, one);
    brother(session, absorbed, other);
    let cases = [case(session, kept), case(session, absorbed)];
    // When they are joined
    let join = MergePeople {
        kept,
        absorbed,
        reason: Some("stessa tessera sanitaria".to_owned()),
    };
    let merge = people::merge(session, join.clone()).unwrap().id;
    assert_eq!(
        people::merge(session, join).unwrap_err().code,
        Code::AlreadyOnePerson
    );
    // Then either leads to one page with both brothers and both cases
    for id in [kept, absorbed] {
        let shown = details(session, id);
        assert_eq!(shown.person.id.0, kept.uuid());
        assert_eq!(shown.relations.len(), 2);
        let mut ids: Vec<_> = shown.cases.iter().map(|case| case.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, cases);
        assert_eq!(
            (shown.merges.len(), shown.merges[0].name.as_str()),
            (1, "Rosi Hanna")
        );
    }
    assert_eq!(found(session, "hanna"), [kept]);
    assert_eq!(found(session, ""), [kept, other, one], "by name: Anna, Pio, Ugo");
    assert_eq!(names(session, other), [Some("Rossi Anna".to_owned())]);
    // When something is written meanwhile and the merge is undone
    brother(session, kept, other);
    people::unmerge(
        session,
        UnmergePeople {
            id: merge,
            reason: Some("gemelle".to_owned()),
        },
    )
    .unwrap();
    // Then each has what was written in it, before and meanwhile
    assert_eq!(details(session, kept).relations.len(), 2);
    assert_eq!(names(session, absorbed), [Some("Rossi Pio".to_owned())]);
    assert_eq!(
        details(session, absorbed).person.value.name.as_deref(),
        Some("Hanna")
    );
    assert_eq!(details(session, absorbed).cases[0].id, cases[1]);
    assert_eq!(found(session, "hanna"), [absorbed]);
    let again = UnmergePeople {
        id: merge,
        reason: None,
    };
    assert_eq!(people::unmerge(session, again).unwrap_err().code, Code::NotFound);
}

#[test]
fn chains_of_merges_lead_to_one_page() {
    let mut office = Office::new(1).unwrap();
    let session = &mut office.session;
    let ids: Vec<PersonId> = ["Alfa", "Beta", "Gamma"]
        .map(|name| add(session, person(name, "")))
        .to_vec();
    for (kept, absorbed) in [(1, 0), (2, 1)] {
        let join = MergePeople {
            kept: ids[kept],
            absorbed: ids[absorbed],
            reason: None,
        };
        people::merge(session, join).unwrap();
    }
    for id in &ids {
        assert_eq!(details(session, *id).person.id.0, ids[2].uuid());
    }
    assert_eq!(found(session, ""), [ids[2]]);
}
