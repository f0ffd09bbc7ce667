//! Every role x nearness x route x scope: what the hub sends and takes is what `domain::rights` says of facts written
//! down here by hand, no row less and no row more.

use crate::stage::{Laptop, Stage, core, diary, id, of_person, opening, opening_of, sign};
use cartella_domain::{
    cases::AssignmentRole,
    diary::{ReadBy, ReservedSegment},
    ids::{CaseId, EntryId, OperatorId, PersonId},
    people::{Contact, Household, Member, MemberGroup, Period},
    rights::{
        Action, Actor, AssignedOperator, CaseFacts, Confidentiality, Office, Role, Subject, decide,
        holds_household, scopes_for, standing_in_case,
    },
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_hub::verbs::Act;
use cartella_sync::{
    digest::Digest,
    ids::ScopeRef,
    messages::{Answer, Digests, Problem, Request, Sum, Verdict},
};
use std::collections::BTreeSet;
use uuid::Uuid;

struct Scene {
    person: PersonId,
    case: CaseId,
    household: Uuid,
    list: Uuid,
    owner: OperatorId,
    scopes: Vec<ScopeId>,
}

/// A case with something in each of its scopes.
async fn scene(stage: &Stage) -> Scene {
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let person = owner.person();
    let hidden = ScopeId::new(person.uuid(), ScopeKind::PersonProtected);
    let contact = Contact {
        person,
        value: "333".into(),
        ..Contact::default()
    };
    owner.write(hidden, opening(Act::create(hidden, id(), &contact).unwrap().ops));
    let case = owner.case(person, &[]);
    owner.entry(case, true);
    let household = id();
    let home = ScopeId::new(household, ScopeKind::Household);
    let lives = Household {
        members: [Member {
            person,
            period: Period::default(),
            group: MemberGroup::Cohabiting,
            holder: true,
        }]
        .into_iter()
        .collect(),
        ..Household::default()
    };
    owner.write(home, opening(Act::create(home, household, &lives).unwrap().ops));
    let kinds = [
        ScopeKind::CaseReserved,
        ScopeKind::CaseCourt,
        ScopeKind::CaseHealth,
        ScopeKind::CaseMoney,
    ];
    let mut scopes = vec![of_person(person), hidden, home, core(case), diary(case)];
    for kind in kinds {
        let scope = ScopeId::new(case.uuid(), kind);
        owner.write(scope, opening(vec![]));
        scopes.push(scope);
    }
    let list = narrow(&mut owner, case, &mut scopes);
    owner.sync().await;
    stage.assign(case, owner.operator).await;
    Scene {
        person,
        case,
        household,
        list,
        owner: owner.operator,
        scopes,
    }
}

/// The scopes of few readers.
fn narrow(owner: &mut Laptop, case: CaseId, scopes: &mut Vec<ScopeId>) -> Uuid {
    let list = id();
    let (private, secret) = (
        ScopeId::private(case.uuid(), owner.operator.uuid()),
        ScopeId::new(list, ScopeKind::Secret),
    );
    for (scope, level) in [
        (private, Confidentiality::Private),
        (secret, Confidentiality::Secret),
    ] {
        let segment = ReservedSegment {
            case: Some(case),
            author: owner.operator,
            read_by: ReadBy {
                level,
                readers: vec![owner.operator],
            },
            ..ReservedSegment::default()
        };
        owner.write(
            scope,
            opening_of(Some(case.uuid()), vec![sign(id(), owner.operator, &segment)]),
        );
        scopes.push(scope);
    }
    list
}

/// What the rights say of the scopes that there are.
fn expected(
    stage: &Stage,
    scene: &Scene,
    actor: &Actor,
    case: &CaseFacts,
    exist: &BTreeSet<ScopeId>,
) -> BTreeSet<ScopeRef> {
    let (cases, people, day) = (std::slice::from_ref(case), [scene.person], stage.today());
    let mut expected = scopes_for(actor, stage.office.id, cases, &people, day);
    if holds_household(actor, cases, &people, day) {
        expected.insert(ScopeId::new(scene.household, ScopeKind::Household));
    }
    expected
        .into_iter()
        .filter(|scope| exist.contains(scope))
        .map(ScopeRef::from)
        .collect()
}

fn actor(role: Role, operator: OperatorId) -> Actor {
    let tutela = vec![Service::TutelaMinori];
    Actor {
        operator,
        roles: vec![role],
        services: tutela.clone(),
        coordinates: if role == Role::Coordinatore {
            tutela
        } else {
            vec![]
        },
        comune: (role == Role::AssistenteSocialeComune).then(|| "E514".to_owned()),
        office: Office::Enrolled,
    }
}

fn facts(stage: &Stage, scene: &Scene, assigned: &[OperatorId]) -> CaseFacts {
    let from = Some(stage.today());
    let team = assigned.iter().map(|operator| AssignedOperator {
        operator: *operator,
        responsible: false,
        from,
        to: None,
    });
    let responsible = AssignedOperator {
        operator: scene.owner,
        responsible: true,
        from,
        to: None,
    };
    CaseFacts {
        case: scene.case,
        service: Service::TutelaMinori,
        person: scene.person,
        comuni: vec![],
        involved: vec![],
        protected: vec![],
        assignments: std::iter::once(responsible).chain(team).collect(),
        private_authors: vec![scene.owner],
        secret_lists: vec![(scene.list, vec![scene.owner])],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_gets_through_each_route_what_the_rights_say() {
    let stage = Stage::new().await;
    let scene = scene(&stage).await;
    let mut laptops = Vec::new();
    for role in Role::ALL {
        for assigned in [false, true] {
            let laptop = stage.laptop(role).await;
            if assigned {
                stage
                    .assign_as(scene.case, laptop.operator, AssignmentRole::MiniEquipe)
                    .await;
            }
            laptops.push((role, assigned, laptop));
        }
    }
    let team: Vec<_> = laptops
        .iter()
        .filter(|(_, assigned, _)| *assigned)
        .map(|(_, _, it)| it.operator)
        .collect();
    let case = facts(&stage, &scene, &team);
    let all = [ScopeKind::Org, ScopeKind::Activities, ScopeKind::Desk]
        .map(|kind| ScopeId::new(stage.office.id, kind));
    let exist: BTreeSet<ScopeId> = scene.scopes.iter().copied().chain(all).collect();
    let mut cells = 0;
    for (role, assigned, laptop) in &mut laptops {
        let actor = actor(*role, laptop.operator);
        let expected = expected(&stage, &scene, &actor, &case, &exist);
        assert_eq!(laptop.granted().await, expected, "{role:?} assigned {assigned}");
        for scope in &exist {
            let granted = expected.contains(&ScopeRef::from(*scope));
            let cell = format!("{role:?} assigned {assigned} {scope}");
            reads(laptop, *scope, granted, &cell).await;
            cells += 3;
        }
        let writes = decide(
            &actor,
            Action::EntryWrite,
            &Subject::of(standing_in_case(&actor, &case, stage.today())),
        );
        let writes = writes.is_allowed() && expected.contains(&diary(scene.case).into());
        let entry = laptop.signing(EntryId(id()), scene.case);
        laptop.write(diary(scene.case), vec![entry]);
        let took = matches!(laptop.push().await[..], [Verdict::Accepted(_)]);
        assert_eq!(took, writes, "{role:?} assigned {assigned} writes in the diary");
    }
    assert_eq!(cells, 11 * 2 * 3 * 14);
}

async fn reads(laptop: &mut Laptop, scope: ScopeId, granted: bool, cell: &str) {
    laptop.have.clear();
    let pulled = laptop.pull(scope).await;
    assert_eq!(pulled.is_ok(), granted, "pull {cell}");
    laptop.have.clear();
    let fetched = laptop.backfill(scope, 1 << 20).await;
    match (granted, fetched) {
        (true, Ok(rows)) => assert!(!rows.is_empty(), "backfill {cell}"),
        (false, Err(Problem::NotGranted(it))) => assert_eq!(it, scope.into()),
        (_, other) => panic!("backfill {cell}: {other:?}"),
    }
    // A guess at the digest tells nothing of a scope that is not granted.
    let asked = Digests {
        epoch: laptop.epoch,
        sums: (0..4)
            .map(|seq| Sum {
                scope: scope.into(),
                seq,
                digest: Digest::default(),
            })
            .collect(),
    };
    let Answer::Compared(told) = laptop.ask(Request::Digests(asked)).await.unwrap() else {
        panic!("another answer");
    };
    if !granted {
        assert!(told.same.is_empty() && told.differ.is_empty(), "digests {cell}");
    }
}
