//! Who may write and hold what: today, and as of what a laptop knew.

use crate::stage::{Laptop, Stage, core, diary, id, of_person, opening, opening_of};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseMessage},
    ids::{CaseId, OperatorId, PersonId, RecordId},
    people::PersonMerge,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    staff::Substitution,
};
use cartella_hub::{desk, verbs::Act};
use cartella_sync::{
    messages::{Code, Verdict, push::LATE},
    op,
};

fn accepted(verdicts: &[Verdict]) -> bool {
    verdicts
        .iter()
        .all(|verdict| matches!(verdict, Verdict::Accepted(place) if place.flags == 0))
}

/// A case of Anna's, its diary open, the office having decided that it is hers.
async fn decided(stage: &Stage, anna: &mut Laptop) -> (PersonId, CaseId) {
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    stage.assign(case, anna.operator).await;
    anna.hello().await.unwrap();
    (person, case)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opened_a_case_holds_it_until_the_office_decides() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    // She says herself who works on it: that decides nothing, and she goes on writing.
    anna.assignment(case, bea.operator);
    anna.sync().await;
    anna.entry(case, true);
    anna.sync().await;
    assert!(!desk::cases(&stage.hub).await.unwrap()[0].decided);
    stage.assign(case, bea.operator).await;
    assert!(desk::cases(&stage.hub).await.unwrap()[0].decided);
    anna.hello().await.unwrap();
    anna.entry(case, false);
    assert_eq!(anna.push().await, [Verdict::Quarantined(Code::NotAuthorised)]);
    bea.hello().await.unwrap();
    bea.entry(case, false);
    assert!(accepted(&bea.push().await));
    // A colleague of the service still sees it, and does not write.
    assert!(anna.granted().await.contains(&diary(case).into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_before_a_case_moved_is_late_and_edits_wait() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let bea = stage.laptop(Role::AssistenteSociale).await;
    let (_, case) = decided(&stage, &mut anna).await;
    anna.entry(case, false);
    let edit = op::Act::Set {
        record: RecordId(case.uuid()),
        field: 4,
        value: serde_json::json!(null),
        replaces: vec![],
    };
    anna.write(core(case), vec![edit.into()]);
    // Meanwhile the case moves: a new responsible from today, so the old one ended yesterday.
    stage.assign(case, bea.operator).await;
    stage.days_pass(1);
    let verdicts = anna.push().await;
    match &verdicts[0] {
        Verdict::Accepted(place) => assert_eq!(place.flags, LATE),
        other => panic!("{other:?}"),
    }
    assert_eq!(verdicts[1], Verdict::Quarantined(Code::LateEdit));
    // Once she knows, there is no late any more.
    anna.hello().await.unwrap();
    anna.entry(case, false);
    assert_eq!(anna.push().await, [Verdict::Quarantined(Code::NotAuthorised)]);
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_with_a_day_ends_without_anybody_doing_anything() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::EducatoreEnte).await;
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let (_, case) = decided(&stage, &mut owner).await;
    let assign = desk::Assign {
        case,
        operator: anna.operator,
        role: AssignmentRole::Educatore,
        from: Some(stage.today().plus_days(1)),
        to: Some(stage.today().plus_days(2)),
        stands_in_for: None,
        by: Some(owner.operator),
    };
    desk::assign(&stage.hub, &assign).await.unwrap();
    let mut days = Vec::new();
    for _ in 0..4 {
        days.push(anna.granted().await.contains(&core(case).into()));
        stage.days_pass(1);
    }
    assert_eq!(days, [false, true, true, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_lost_is_to_be_given_back_and_a_right_regained_fetched_anew() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::EducatoreEnte).await;
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let (person, case) = decided(&stage, &mut owner).await;
    stage
        .assign_as(case, anna.operator, AssignmentRole::Educatore)
        .await;
    assert!(anna.granted().await.contains(&core(case).into()));
    anna.backfill(core(case), 1 << 20).await.unwrap();
    let yesterday = stage.today().plus_days(-1);
    desk::end_assignment(&stage.hub, case, anna.operator, yesterday)
        .await
        .unwrap();
    let welcome = anna.hello().await.unwrap();
    assert_eq!(welcome.leave, [core(case).into(), of_person(person).into()]);
    assert!(anna.pull(core(case)).await.is_err() && anna.backfill(core(case), 9).await.is_err());
    anna.leave(core(case)).await;
    anna.leave(of_person(person)).await;
    assert_eq!(anna.hello().await.unwrap().leave, []);
    assert_eq!(
        stage.database.sql("SELECT count(*) FROM receipt").unwrap().trim(),
        "2"
    );
    stage
        .assign_as(case, anna.operator, AssignmentRole::Educatore)
        .await;
    let welcome = anna.hello().await.unwrap();
    assert!(welcome.enter.iter().any(|enter| enter.scope == core(case).into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn verdicts_do_not_hang_on_how_changes_were_batched() {
    let stage = Stage::new().await;
    let mut all = Vec::new();
    for at_once in [true, false] {
        let mut anna = stage.laptop(Role::AssistenteSociale).await;
        let mut bea = stage.laptop(Role::Amministrativo).await;
        let (_, case) = decided(&stage, &mut anna).await;
        // A person of a colleague's case in the same service: seen in the list, not written to.
        let stranger = bea.person();
        bea.case(stranger, &[]);
        bea.sync().await;
        stage.assign(bea_case(&bea), bea.operator).await;
        anna.hello().await.unwrap();
        anna.edit_person(stranger, 2, "before", vec![]);
        let involve = op::Act::Add {
            record: RecordId(case.uuid()),
            field: 5,
            item: serde_json::json!(stranger),
        };
        anna.write(core(case), vec![involve.into()]);
        anna.edit_person(stranger, 2, "after", vec![]);
        anna.entry(case, false);
        let mut verdicts = Vec::new();
        if at_once {
            verdicts = anna.push().await;
        } else {
            for change in std::mem::take(&mut anna.pending) {
                let got = anna.push_these(&[change]).await.unwrap();
                verdicts.extend(got.verdicts.into_iter().map(|it| it.verdict));
            }
        }
        let kinds: Vec<_> = verdicts
            .iter()
            .map(|verdict| match verdict {
                Verdict::Accepted(place) => Ok(place.flags),
                Verdict::Quarantined(code) => Err(*code),
            })
            .collect();
        all.push(kinds);
    }
    assert_eq!(all[0], all[1]);
    assert_eq!(all[0], [Err(Code::NotAuthorised), Ok(0), Ok(0), Ok(0)]);
}

fn bea_case(bea: &Laptop) -> CaseId {
    let core = ScopeKind::CaseCore.number();
    let scope = bea.opened.iter().find(|scope| scope.kind == core).unwrap();
    CaseId(scope.owner)
}

#[tokio::test(flavor = "multi_thread")]
async fn naming_a_person_gives_nobody_access_who_has_none() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut elsewhere = stage.laptop(Role::AssistenteSocialeComune).await;
    let (person, _) = decided(&stage, &mut anna).await;
    // She knows the id from before; a case of her own that names it would open the person to her.
    let own = elsewhere.person();
    elsewhere.case(own, &[person]);
    let verdicts = elsewhere.push().await;
    assert!(accepted(&verdicts[..1]));
    assert_eq!(verdicts[1], Verdict::Quarantined(Code::NotAuthorised));
    assert!(!elsewhere.granted().await.contains(&of_person(person).into()));
    // Nor a merge, in a scope that she opened.
    let merge = PersonMerge {
        kept: own,
        absorbed: person,
        by: elsewhere.operator,
        ..PersonMerge::default()
    };
    let ops = Act::create(of_person(own), id(), &merge).unwrap().ops;
    elsewhere.write(of_person(own), ops);
    assert_eq!(
        elsewhere.push().await,
        [Verdict::Quarantined(Code::NotAuthorised)]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_herself_responsible_or_gives_herself_a_role() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let (_, case) = decided(&stage, &mut anna).await;
    bea.hello().await.unwrap();
    bea.assignment(case, bea.operator);
    // Another record under the card's id, in a scope that is hers alone.
    let card = cartella_domain::staff::Operator {
        qualifica: Some(Role::Coordinatore),
        ..Default::default()
    };
    let own = ScopeId::new(bea.own_office, ScopeKind::Org);
    bea.write(own, opening(Act::create(own, bea.operator, &card).unwrap().ops));
    let org = ScopeId::new(stage.office.id, ScopeKind::Org);
    let role = op::Act::Set {
        record: RecordId(bea.operator.uuid()),
        field: 3,
        value: "COORDINATORE".into(),
        replaces: vec![],
    };
    bea.write(org, vec![role.into()]);
    // And in the name of another.
    bea.write_as(
        anna.operator,
        diary(case).into(),
        &[anna.signing(cartella_domain::ids::EntryId(id()), case)],
    );
    let verdicts = bea.push().await;
    assert_eq!(verdicts[0], Verdict::Quarantined(Code::NotAuthorised));
    assert!(
        matches!(verdicts[1], Verdict::Accepted(_)),
        "her own office's record is hers"
    );
    assert_eq!(verdicts[2], Verdict::Quarantined(Code::NotAuthorised));
    assert_eq!(verdicts[3], Verdict::Quarantined(Code::NotAuthorised));
    bea.assignment(case, bea.operator);
    assert_eq!(bea.push().await, [Verdict::Quarantined(Code::NotAuthorised)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_coordinator_assigns_from_her_laptop_and_takes_away() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::EducatoreEnte).await;
    let mut boss = stage.laptop(Role::Coordinatore).await;
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let (person, case) = decided(&stage, &mut owner).await;
    boss.hello().await.unwrap();
    let given = boss.assignment(case, anna.operator);
    assert!(accepted(&boss.push().await));
    let granted = anna.granted().await;
    assert!(granted.contains(&core(case).into()) && granted.contains(&of_person(person).into()));
    assert!(
        !granted.contains(&diary(case).into()),
        "an educatore reads what he wrote himself"
    );
    let record = given.ops().iter().find_map(|op| match &op.act {
        op::Act::Create { record, .. } => Some(*record),
        _ => None,
    });
    let last = op::Act::Set {
        record: record.unwrap(),
        field: 6,
        value: serde_json::json!(stage.today().plus_days(-1)),
        replaces: vec![],
    };
    boss.write(core(case), vec![last.into()]);
    assert!(accepted(&boss.push().await));
    assert!(!anna.granted().await.contains(&core(case).into()));
    let _ = Assignment::default();
}

/// Sostituzione: made by the coordinator on her laptop, it begins and ends by the office's own days.
#[tokio::test(flavor = "multi_thread")]
async fn a_substitute_holds_what_the_team_holds_on_her_days_and_no_longer() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let mut boss = stage.laptop(Role::Coordinatore).await;
    let (_, case) = decided(&stage, &mut anna).await;
    let reserved = ScopeId::new(case.uuid(), ScopeKind::CaseReserved);
    anna.write(reserved, opening(Vec::new()));
    assert!(accepted(&anna.push().await));
    let org = boss
        .granted()
        .await
        .into_iter()
        .filter_map(|scope| scope.known())
        .find(|scope| scope.kind == ScopeKind::Org)
        .unwrap();
    let days = (Some(stage.today().plus_days(1)), Some(stage.today().plus_days(2)));
    let away = Substitution {
        absent: Some(anna.operator),
        substitute: Some(bea.operator),
        from: days.0,
        to: days.1,
        all_cases: true,
        by: Some(boss.operator),
    };
    let record = RecordId(id());
    let of = Assignment {
        operator: Some(anna.operator),
        ..Assignment::default()
    };
    let stands_in = away.on_case(record, case, None, &of).unwrap();
    boss.write(org, Act::create(org, record.0, &away).unwrap().ops);
    boss.write(core(case), Act::create(core(case), id(), &stands_in).unwrap().ops);
    assert!(accepted(&boss.push().await));
    let mut held = Vec::new();
    for _ in 0..4 {
        held.push((
            bea.granted().await.contains(&reserved.into()),
            anna.granted().await.contains(&reserved.into()),
        ));
        stage.days_pass(1);
    }
    assert_eq!(held, [(false, true), (true, true), (true, true), (false, true)]);
    // Nobody lets somebody stand in but who assigns.
    bea.hello().await.unwrap();
    bea.write(org, Act::create(org, id(), &away).unwrap().ops);
    assert_eq!(bea.push().await, [Verdict::Quarantined(Code::NotAuthorised)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_scope_is_its_authors_the_responsibles_and_the_coordinators() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let mut carla = stage.laptop(Role::AssistenteSociale).await;
    let mut boss = stage.laptop(Role::Coordinatore).await;
    let (_, case) = decided(&stage, &mut anna).await;
    bea.hello().await.unwrap();
    let scope = ScopeId::private(case.uuid(), bea.operator.uuid());
    let message = CaseMessage {
        case: Some(case),
        by: Some(bea.operator),
        text: Some("ha chiamato".into()),
        ..CaseMessage::default()
    };
    let ops = Act::create(scope, id(), &message).unwrap().ops;
    bea.write(scope, opening_of(Some(case.uuid()), ops.clone()));
    // The name of a private scope is made of its author: nobody opens another's.
    let stolen = ScopeId::private(case.uuid(), carla.operator.uuid());
    bea.write(stolen, opening_of(Some(case.uuid()), ops));
    let verdicts = bea.push().await;
    assert!(accepted(&verdicts[..1]));
    assert_eq!(verdicts[1], Verdict::Quarantined(Code::NotAuthorised));
    for (laptop, holds) in [
        (&mut anna, true),
        (&mut bea, true),
        (&mut carla, false),
        (&mut boss, true),
    ] {
        assert_eq!(laptop.granted().await.contains(&scope.into()), holds);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revocation_and_a_write_are_ordered_whoever_comes_first() {
    let stage = Stage::new().await;
    for round in 0..6 {
        let mut anna = stage.laptop(Role::EducatoreEnte).await;
        let mut owner = stage.laptop(Role::AssistenteSociale).await;
        let (_, case) = decided(&stage, &mut owner).await;
        stage
            .assign_as(case, anna.operator, AssignmentRole::Educatore)
            .await;
        anna.hello().await.unwrap();
        let scope = ScopeId::private(case.uuid(), anna.operator.uuid());
        let sign = anna.signing(cartella_domain::ids::EntryId(id()), case);
        anna.write(scope, opening_of(Some(case.uuid()), vec![sign]));
        if round % 2 == 0 {
            anna.hub = stage.process();
        }
        let yesterday = stage.today().plus_days(-1);
        let operator: OperatorId = anna.operator;
        let (verdicts, ended) = tokio::join!(
            anna.push(),
            desk::end_assignment(&stage.hub, case, operator, yesterday)
        );
        ended.unwrap();
        // Either she was first, or she was not; in both cases what counts was allowed when it was counted.
        let sql = format!(
            "SELECT c.received_at IS NOT NULL FROM scope AS s LEFT JOIN change AS c
             ON c.scope_owner = s.scope_owner AND c.scope_kind = s.scope_kind
             WHERE s.scope_owner = '{}' AND s.opened_by IS NOT NULL",
            scope.owner
        );
        let stored = stage.database.sql(&sql).unwrap().trim() == "t";
        assert_eq!(
            stored,
            matches!(verdicts[..], [Verdict::Accepted(_)]),
            "{verdicts:?}"
        );
        assert!(!anna.granted().await.contains(&core(case).into()));
    }
    stage.is_whole().await;
}
