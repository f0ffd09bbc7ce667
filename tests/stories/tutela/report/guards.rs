//! What a report does not let pass: an approval by who does not coordinate, a day to come, the file of a brother whose
//! mandate is over or whose diary is not hers to read.

use super::{case, go, started, under_mandate, waived, with_a_fact};
use crate::tutela::{as_other, day, page};
use cartella_app::{
    Code, Session,
    cases::assign,
    tutela::{EditInFile, ReportMove, edit_mandate},
};
use cartella_domain::{
    cases::AssignmentRole,
    ids::CaseId,
    rights::Role,
    services::Service,
    time::CivilDate,
    tutela::{Mandato, StatoMandato},
};
use cartella_testkit::Office;

#[test]
fn who_does_not_coordinate_approves_nothing_and_no_day_to_come_is_noted() {
    let mut office = Office::new(460).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    let approve = ReportMove::Approve { otherwise: None };
    assert_eq!(go(session, id, approve).unwrap_err().code, Code::Forbidden);
    go(session, id, waived()).unwrap();
    super::firm(session, id).unwrap();
    let (today, tomorrow) = (session.today(), session.today().plus_days(1));
    let steps: [fn(CivilDate) -> ReportMove; 3] = [
        |on| ReportMove::Protocol {
            number: "8".to_owned(),
            on,
        },
        |on| ReportMove::Send { on, means: None },
        |on| ReportMove::Answered { on, order: None },
    ];
    for step in steps {
        assert_eq!(
            go(session, id, step(tomorrow)).unwrap_err().code,
            Code::DayInFuture
        );
        go(session, id, step(today)).unwrap();
    }
}

/// In how many files a report has a card.
fn cards(session: &mut Session, cases: [CaseId; 2]) -> [usize; 2] {
    cases.map(|case| page(session, case).reports.len())
}

#[test]
fn a_brother_whose_mandate_is_over_is_not_in_the_report() {
    let mut office = Office::new(461).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let mandate = under_mandate(&mut office, &[anna, luca]);
    let session = &mut office.session;
    let his = page(session, luca).orders.remove(0).mandates.remove(0).mandate;
    let over = Mandato {
        state: StatoMandato::Cessato {
            on: day("2026-03-01"),
            note: None,
        },
        ..his.value
    };
    let edit = EditInFile {
        id: his.id,
        value: over,
        seen: his.seen,
        everywhere: false,
    };
    edit_mandate(session, edit).unwrap();
    started(session, mandate);
    assert_eq!(cards(session, [anna, luca]), [1, 0]);
}

/// The order is for both and the brother's file is somebody else's: she has no report of him, and none of his diary.
#[test]
fn a_brother_whose_file_is_not_hers_is_not_in_the_report() {
    let mut office = Office::new(462).unwrap();
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let mandate = under_mandate(&mut office, &[anna, luca]);
    let session = &mut office.session;
    let hers = crate::cases::assigning(anna, paola, AssignmentRole::MiniEquipe);
    assign(session, hers).unwrap();
    as_other(session, paola, |session| started(session, mandate));
    assert_eq!(cards(session, [anna, luca]), [1, 0]);
}
