//! Brothers and sisters, the team over time, comuni.

use super::{assigning, day, open_one, opening, person, state};

use cartella_app::{
    ErrorKind,
    cases::{
        CaseListAsk, ChangeComune, EndAssignment, OneCase, OpenCase, assign, change_comune, end_assignment,
        get, list, open,
    },
};
use cartella_domain::{
    cases::{AssignmentRole, ComuneChange, StateName},
    ids::OperatorId,
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

#[test]
fn brothers_and_sisters_get_a_case_each_in_one_act() {
    let mut office = Office::new(13).unwrap();
    let me = office.session.operator();
    let children: Vec<_> = ["Anna", "Bruno", "Carla"]
        .iter()
        .map(|name| person(&mut office, "Verdi", name, "2014-02-03"))
        .collect();
    let input = OpenCase {
        people: children.clone(),
        responsible: Some(me),
        ..opening(children[0], Service::Aes)
    };
    let opened = open(&mut office.session, input).unwrap().cases;
    assert_eq!(opened.len(), 3);
    let page = get(&mut office.session, OneCase { case: opened[0] }).unwrap();
    assert_eq!(page.person.id, children[0]);
    assert_eq!(page.together.len(), 2);
    let all = list(
        &mut office.session,
        CaseListAsk {
            mine: true,
            ..CaseListAsk::default()
        },
    )
    .unwrap();
    assert_eq!(
        (
            all.total,
            all.lines.iter().map(|l| l.label.as_str()).collect::<Vec<_>>()
        ),
        (3, vec!["Verdi Anna", "Verdi Bruno", "Verdi Carla"])
    );
    let again = open(&mut office.session, opening(children[1], Service::Aes)).unwrap_err();
    assert_eq!(again.params["case"], opened[1].uuid().into());
}

#[test]
fn a_new_responsible_takes_over_and_the_old_one_stays_in_the_history() {
    let mut office = Office::new(14).unwrap();
    let me = office.session.operator();
    let luca = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::Aes)
        },
    );
    assert_eq!(state(&mut office, case), StateName::Assegnato);
    office.clock.set("2026-04-14T08:00:00Z");
    assign(
        &mut office.session,
        assigning(case, luca, AssignmentRole::Responsabile),
    )
    .unwrap();
    office.session.act_as(luca);
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let team: Vec<_> = page
        .assignments
        .iter()
        .map(|a| (a.name.as_str(), a.from, a.to, a.current))
        .collect();
    assert_eq!(
        team,
        [
            ("Galli Ada", Some(day("2026-04-14")), None, true),
            (
                "Neri Sara",
                Some(day("2026-03-02")),
                Some(day("2026-04-13")),
                false
            ),
        ]
    );
    let end = EndAssignment {
        assignment: page.assignments[0].id,
        to: day("2026-04-01"),
    };
    let error = end_assignment(&mut office.session, end).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Invalid);
    let error = assign(
        &mut office.session,
        assigning(case, OperatorId::default(), AssignmentRole::Psicologo),
    )
    .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Invalid, "nobody has this id");
}

#[test]
fn scenario_19_a_change_of_residence_asks_who_is_in_charge_and_who_bears_the_costs() {
    let mut office = Office::new(15).unwrap();
    let me = office.session.operator();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::TutelaMinori)
        },
    );
    let mut change = ComuneChange {
        on: day("2026-03-01"),
        residence: "F205".into(),
        in_charge: Some("F205".into()),
        placement: true,
        costs: None,
    };
    let said = |change: &ComuneChange| ChangeComune {
        case,
        change: change.clone(),
    };
    let refused = change_comune(&mut office.session, said(&change)).unwrap_err();
    assert_eq!(refused.params["field"], "costs".into());
    change.costs = Some("E514".into());
    change_comune(&mut office.session, said(&change)).unwrap();
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let now = page.comuni.unwrap();
    assert_eq!(
        (now.in_charge.as_deref(), now.costs.as_deref()),
        (Some("Milano"), Some("Legnano"))
    );
    assert_eq!(page.past_comuni.len(), 1);
}
