//! Home visits: the sheet says what the pages say, by the same rights.

use crate::cases::{assigning, open_one, opening, person};
use cartella_app::{
    Code, ErrorKind,
    agenda::{CreateAction, action_create},
    cases::assign,
    people::{self, SaveAlert, SaveContact, SaveHousehold},
    visits::{self, PrepareVisit},
};
use cartella_archive::audit::Act;
use cartella_domain::{
    cases::AssignmentRole,
    deadlines::Code as Term,
    ids::{CaseId, PersonId},
    people::{AlertKind, Contact, ContactKind, Household, HouseholdKind, Member, MemberGroup, Period},
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

/// A boy's case of hers: his mother lives with him and has a dog; her phone is hidden.
fn family(office: &mut Office) -> CaseId {
    let child = person(office, "Colombo", "Luca", "2014-05-07");
    let mother = person(office, "Ferrari", "Giulia", "1985-02-11");
    let case = open_one(office, opening(child, Service::TutelaMinori));
    let me = office.session.operator();
    assign(
        &mut office.session,
        assigning(case, me, AssignmentRole::Responsabile),
    )
    .unwrap();
    let living = |person| Member {
        person,
        period: Period::default(),
        group: MemberGroup::Cohabiting,
        holder: false,
    };
    let household = Household {
        kind: Some(HouseholdKind::Actual),
        members: [living(child), living(mother)].into_iter().collect(),
        ..Household::default()
    };
    let session = &mut office.session;
    people::save_household(
        session,
        SaveHousehold {
            id: None,
            person: child,
            household,
            seen: Vec::new(),
        },
    )
    .unwrap();
    phone(office, mother, "333 1234567", true);
    phone(office, mother, "0331 390012", false);
    let alert = SaveAlert {
        id: None,
        person: mother,
        address: None,
        kind: AlertKind::Dog,
        reason: Some("pastore, slegato".into()),
        review: None,
        ended: None,
        seen: Vec::new(),
    };
    people::save_alert(&mut office.session, alert).unwrap();
    let promise = CreateAction {
        case: Some(case),
        what: "Portare il modulo del nido".into(),
        who: None,
        due: Some(office.session.today()),
    };
    action_create(&mut office.session, promise).unwrap();
    case
}

fn phone(office: &mut Office, person: PersonId, value: &str, protected: bool) {
    let contact = Contact {
        person,
        kind: Some(ContactKind::Mobile),
        value: value.into(),
        ..Contact::default()
    };
    let order = SaveContact {
        id: None,
        contact,
        protected,
        seen: Vec::new(),
    };
    people::save_contact(&mut office.session, order).unwrap();
}

#[test]
fn the_sheet_holds_who_lives_there_what_to_beware_of_and_what_was_promised() {
    let mut office = Office::new(81).unwrap();
    let case = family(&mut office);
    // Named twice it stands once.
    let sheet = visits::prepare(
        &mut office.session,
        PrepareVisit {
            cases: vec![case, case],
        },
    )
    .unwrap();
    let [one] = &sheet.cases[..] else {
        panic!("one case, one block")
    };
    assert_eq!(one.person.label, "Colombo Luca");
    assert_eq!(one.header.lives_with[0].name, "Ferrari Giulia");
    assert_eq!(one.alerts[0].reason.as_deref(), Some("pastore, slegato"));
    assert_eq!(one.promises[0].what, "Portare il modulo del nido");
    let codes: Vec<_> = one.deadlines.iter().map(|view| view.deadline.key.code).collect();
    assert_eq!(codes, [Term::MaggioreEta]);
    // What is over is no warning any more.
    let over = SaveAlert {
        id: None,
        person: one.header.lives_with[0].id,
        address: None,
        kind: AlertKind::Dog,
        reason: Some("cucciolo".into()),
        review: None,
        ended: Some("dato via".into()),
        seen: Vec::new(),
    };
    people::save_alert(&mut office.session, over).unwrap();
    let again = PrepareVisit { cases: vec![case] };
    let again = visits::prepare(&mut office.session, again).unwrap();
    assert_eq!(again.cases[0].alerts.len(), 1);
    let numbers: Vec<(&str, bool)> = one
        .phones
        .iter()
        .map(|phone| (phone.number.as_str(), phone.protected))
        .collect();
    assert!(numbers.contains(&("333 1234567", true)) && numbers.contains(&("0331 390012", false)));
}

#[test]
fn who_may_not_read_the_case_gets_no_sheet_and_a_sheet_has_its_measure() {
    let mut office = Office::new(82).unwrap();
    let case = family(&mut office);
    let empty = visits::prepare(&mut office.session, PrepareVisit { cases: Vec::new() });
    assert_eq!(empty.err().unwrap().code, Code::VisitEmpty);
    let many = (0..13).map(|_| office.session.id()).collect();
    let too_many = visits::prepare(&mut office.session, PrepareVisit { cases: many });
    assert_eq!(too_many.err().unwrap().code, Code::VisitTooMany);
    let educator = office.colleague("Riva", Role::EducatoreEnte).unwrap();
    office.session.act_as(educator);
    let refused = visits::prepare(&mut office.session, PrepareVisit { cases: vec![case] })
        .err()
        .unwrap();
    assert!(matches!(
        refused.code.kind(),
        ErrorKind::Forbidden | ErrorKind::NotFound
    ));
}

#[test]
fn paper_is_in_the_audit_of_every_case_before_it_is_printed() {
    let mut office = Office::new(83).unwrap();
    let case = family(&mut office);
    let stranger: CaseId = office.session.id();
    let prints = |office: &Office| -> i64 {
        let db = office.session.archive().db();
        let sql = format!(
            "SELECT count(*) FROM audit WHERE action = {}",
            Act::Print.number()
        );
        db.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    // One that is not hers stops the whole sheet, and nothing is written down.
    assert!(
        visits::printed(
            &mut office.session,
            PrepareVisit {
                cases: vec![case, stranger]
            }
        )
        .is_err()
    );
    assert_eq!(prints(&office), 0);
    visits::printed(&mut office.session, PrepareVisit { cases: vec![case] }).unwrap();
    assert_eq!(prints(&office), 1);
}
