//! Who has seen this: the accesses of a case by page, by person, by sort; and the proof at every session's end.

use crate::cases::{open_one, opening, person};
use cartella_app::{
    access::{AccessPage, AccessSort, ActKey, OfCase, Reader, of_case, verify},
    cases::{OneCase, OpenCase, get},
    commands::Nothing,
};
use cartella_archive::audit::Act;
use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId},
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

fn ask(case: CaseId) -> OfCase {
    OfCase {
        case,
        before: None,
        operator: None,
        sort: None,
    }
}

fn a_case(office: &mut Office) -> CaseId {
    let me = office.session.operator();
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let input = OpenCase {
        responsible: Some(me),
        ..opening(child, Service::Aes)
    };
    open_one(office, input)
}

fn who_did(page: &AccessPage) -> Vec<(OperatorId, Option<ActKey>)> {
    page.accesses
        .iter()
        .map(|access| (access.operator, access.act))
        .collect()
}

#[test]
fn accesses_are_told_by_person_and_by_sort_and_looking_is_one_itself() {
    let mut office = Office::new(71).unwrap();
    let me = office.session.operator();
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    let case = a_case(&mut office);
    let input = crate::cases::assigning(case, other, AssignmentRole::Psicologo);
    cartella_app::cases::assign(&mut office.session, input).unwrap();
    office.session.act_as(other);
    get(&mut office.session, OneCase { case }).unwrap();
    office.session.act_as(me);

    let all = of_case(&mut office.session, ask(case)).unwrap();
    let told = who_did(&all);
    assert_eq!(told[0], (me, Some(ActKey(Act::ReadAudit))), "this very look");
    assert_eq!(told[1], (other, Some(ActKey(Act::ReadCase))));
    assert!(told[2..].iter().all(|one| *one == (me, Some(ActKey(Act::Write)))));
    assert!(told.len() >= 4, "opening and assigning are writes of the case");
    let named = |operator, name: &str| Reader {
        operator,
        name: Some(name.into()),
    };
    assert_eq!(all.readers, [named(me, "Neri Sara"), named(other, "Riva Ada")]);

    let hers = OfCase {
        operator: Some(other),
        ..ask(case)
    };
    let hers = of_case(&mut office.session, hers).unwrap();
    assert_eq!(who_did(&hers), [(other, Some(ActKey(Act::ReadCase)))]);
    assert_eq!(hers.readers.len(), 2, "a filter does not empty its own choices");

    let sorted = |sort| OfCase {
        sort: Some(sort),
        ..ask(case)
    };
    let writes = of_case(&mut office.session, sorted(AccessSort::Writes)).unwrap();
    assert_eq!(writes.accesses.len(), told.len() - 2);
    assert!(
        writes
            .accesses
            .iter()
            .all(|one| one.act == Some(ActKey(Act::Write)))
    );
    let reads = of_case(&mut office.session, sorted(AccessSort::Reads)).unwrap();
    assert!(
        reads
            .accesses
            .iter()
            .all(|one| one.act != Some(ActKey(Act::Write)))
    );
    assert_eq!(
        reads.accesses.len(),
        5,
        "four looks at this page and one at the case"
    );
}

#[test]
fn every_access_stands_on_one_page_and_the_check_counts_them() {
    let mut office = Office::new(72).unwrap();
    let case = a_case(&mut office);
    for _ in 0..230 {
        get(&mut office.session, OneCase { case }).unwrap();
    }
    let (mut seen, mut pages, mut before) = (Vec::new(), 0, None);
    loop {
        let page = of_case(&mut office.session, OfCase { before, ..ask(case) }).unwrap();
        seen.extend(page.accesses.iter().map(|access| access.seq));
        pages += 1;
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(pages, 3);
    assert!(
        seen.windows(2).all(|two| two[0] > two[1]),
        "newest first, none twice"
    );
    let told = |office: &Office, sql: &str| -> i64 {
        let db = office.session.archive().db();
        db.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let of_the_case = format!("SELECT count(*) FROM audit WHERE subject = '{case}'");
    assert_eq!(seen.len() as i64, told(&office, &of_the_case));
    let events = told(&office, "SELECT max(seq) FROM audit");
    let check = verify(&mut office.session, Nothing {}).unwrap();
    assert_eq!((check.whole, check.events), (true, events));
    assert!(check.differing.is_empty());
}

/// The proof at the end of every session can fail.
#[test]
#[should_panic(
    expected = "at the end of the session: table case_file does not follow from the log; table case_line"
)]
fn a_session_that_leaves_a_changed_row_and_a_false_event_is_noticed() {
    let mut office = Office::new(73).unwrap();
    a_case(&mut office);
    let db = office.session.archive().db();
    db.execute("DELETE FROM case_file", []).unwrap();
    let false_event = "INSERT INTO audit (seq, event, hash, at, action, operator)
         SELECT max(seq) + 1, event, hash, at, action, operator FROM audit";
    db.execute(false_event, []).unwrap();
}
