//! What a court orders stands among the deadlines, wherever these are shown.

use super::{coming_in, day, mandate, order, registered};
use crate::files::case;
use cartella_app::{
    agenda::{AskRange, range},
    cases::OneCase,
    deadlines,
};
use cartella_domain::{
    agenda::AgendaView,
    deadlines::{Code, Moment},
    services::Service,
    tutela::Termine,
};
use cartella_testkit::Office;

#[test]
fn a_mandate_is_a_deadline_of_its_case_and_stands_in_the_agenda() {
    let mut office = Office::new(411).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    registered(
        session,
        coming_in(
            &[minor],
            order("IND_PSICOSOC"),
            vec![mandate(Termine::NonIndicato)],
        ),
    );
    let found = deadlines::of_case(session, OneCase { case: minor }).unwrap();
    let reports: Vec<_> = found
        .open
        .iter()
        .map(|view| &view.deadline)
        .filter(|deadline| deadline.key.code == Code::TmRelTm)
        .map(|deadline| deadline.due)
        .collect();
    // Eight months from the arrival at the service, 2 March 2026.
    assert_eq!(reports, [Moment::Day(day("2026-11-02"))]);
    let asked = AskRange {
        view: AgendaView::Day,
        day: day("2026-11-02"),
    };
    let that_day = range(session, asked).unwrap();
    let stands = |item: &cartella_domain::agenda::AgendaItem| {
        item.deadline
            .as_ref()
            .is_some_and(|deadline| deadline.key.code == Code::TmRelTm)
    };
    assert!(that_day.days.iter().flat_map(|day| &day.items).any(stands));
}
