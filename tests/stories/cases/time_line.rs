//! A case along time: its states, its team, what was written in each month.

use super::{assigning, open_one, opening, person};
use crate::files::{draft, paragraph, signed};
use cartella_app::{
    cases::{OneCase, assign, get, time_line},
    diary::{Annul, annul},
};
use cartella_domain::{
    cases::{AssignmentRole, StateName},
    diary::AnnulmentReason,
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

#[test]
fn a_case_stands_on_its_line_with_states_team_and_months() {
    let mut office = Office::new(71).unwrap();
    let child = person(&mut office, "Colombo", "Luca", "2014-05-07");
    let case = open_one(&mut office, opening(child, Service::TutelaMinori));
    let colleague = office.colleague("Riva", Role::Psicologo).unwrap();
    let me = office.session.operator();
    for (operator, role) in [
        (me, AssignmentRole::Responsabile),
        (colleague, AssignmentRole::Psicologo),
    ] {
        assign(&mut office.session, assigning(case, operator, role)).unwrap();
    }
    for text in [
        "Primo colloquio.",
        "Secondo colloquio.",
        "Nel fascicolo sbagliato.",
    ] {
        let note = draft(&office, &[case], vec![paragraph(text)]);
        let entries = signed(&mut office, &note);
        if text.starts_with("Nel") {
            let mistake = Annul {
                entry: entries[0],
                reason: AnnulmentReason::Doppione,
                note: None,
            };
            annul(&mut office.session, mistake).unwrap();
        }
    }
    let line = time_line(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(line.label, "Colombo Luca");
    // The line says of the case what its page says.
    let page = get(&mut office.session, OneCase { case }).unwrap();
    let last = line.phases.last().unwrap();
    assert_eq!((last.state, last.until), (page.episodes[0].state_name, None));
    assert_eq!(last.state, StateName::Assegnato);
    assert!(
        line.team
            .iter()
            .any(|span| span.name.contains("Riva") && span.to.is_none())
    );
    // What was annulled is not counted.
    let counted: Vec<_> = line
        .months
        .iter()
        .map(|month| (month.month.clone(), month.notes))
        .collect();
    let month: String = office.session.today().to_string().chars().take(7).collect();
    assert_eq!(counted, [(month, 2)]);
}
