//! The laptop, with the archive that it already has, joins the office, and its content goes up.

use super::{
    hub::{CODE, Hub, agreed, device},
    join, joining, laptop,
};
use crate::{
    cases::person,
    files::{case, draft, keep, paragraph},
};
use cartella_app::{
    Code, Host,
    commands::Nothing,
    office::{AskWaiting, drive, join_over, status, turn, waiting},
};
use cartella_domain::{ids::RecordId, rights::Office as Answers, services::Service};
use cartella_testkit::Office;
use std::{collections::BTreeSet, sync::Mutex};

#[test]
fn an_archive_that_has_content_joins_and_all_of_it_is_confirmed() {
    let hub = Hub::new();
    let mut one = Office::on_device(701, device(1)).unwrap();
    let child = person(&mut one, "Rossi", "Luca", "2016-03");
    let before = status(&mut one.session, Nothing {}).unwrap();
    assert!(
        before.office.is_none() && before.waiting.is_empty(),
        "an archive of its own waits for nobody"
    );
    assert_eq!(turn(&mut one.session, None).unwrap_err().code, Code::OfficeNone);
    join(&mut one, &hub);
    assert_eq!(one.session.office(), Answers::Enrolled);
    let waits = status(&mut one.session, Nothing {}).unwrap();
    assert_eq!(waits.office.unwrap().name, "Azienda sociale di prova");
    let about = RecordId(child.uuid());
    assert!(
        waits
            .waiting
            .iter()
            .any(|one| one.subject == Some(about) && one.changes == 1)
    );
    let ask = AskWaiting { records: vec![about] };
    assert_eq!(waiting(&mut one.session, ask.clone()).unwrap().records, [about]);
    let report = agreed(&mut one, &hub);
    assert_eq!((report.waiting, report.refused), (0, 0));
    assert_eq!(report.confirmed, waits.waiting_changes);
    assert!(report.same_print);
    let after = status(&mut one.session, Nothing {}).unwrap();
    assert_eq!((after.waiting_changes, after.refused), (0, 0));
    let last = after.last_finished.unwrap();
    assert_eq!(
        (last.confirmed, last.same_print, last.trouble),
        (report.confirmed, true, None)
    );
    let marks = waiting(&mut one.session, ask).unwrap();
    assert!(marks.records.is_empty() && marks.subjects.is_empty());
    let mut one = one.restarted().unwrap();
    assert_eq!(
        one.session.office(),
        Answers::Enrolled,
        "it still belongs to the office after a restart"
    );
    assert_eq!(agreed(&mut one, &hub).confirmed, 0);
}

#[test]
fn a_wrong_code_changes_nothing_and_a_second_office_is_refused() {
    use cartella_app::office::{Carry as _, ask_to_join, joined};
    let hub = Hub::new();
    let mut one = Office::on_device(702, device(2)).unwrap();
    hub.clock(one.session.now());
    let wrong = joining("AAAA-AAAA");
    let request = ask_to_join(&mut one.session, &wrong, 0).unwrap();
    let error = joined(&mut one.session, &wrong, hub.carry(&request)).unwrap_err();
    assert_eq!(error.code, Code::OfficeCodeRefused);
    assert_eq!(one.session.office(), Answers::Own);
    assert_eq!(
        ask_to_join(&mut one.session, &joining(" - "), 0)
            .unwrap_err()
            .code,
        Code::OfficeCodeMissing
    );
    join(&mut one, &hub);
    let mut other = joining(CODE);
    other.server.host = "altrove.example".to_owned();
    let error = ask_to_join(&mut one.session, &other, 0).unwrap_err();
    assert_eq!(error.code, Code::OfficeJoined);
    // The same office again: the answer was lost, or the server moved.
    join(&mut one, &hub);
}

#[test]
fn a_clock_that_is_years_off_costs_one_more_exchange() {
    let hub = Hub::new();
    let mut one = laptop(3, &hub);
    let host = hub_clock_off(&mut one, &hub);
    assert!(host.is_some_and(|ms| ms.abs() > 600_000));
}

fn hub_clock_off(one: &mut Office, hub: &Hub) -> Option<i64> {
    use cartella_app::office::{Carry as _, Turn};
    hub.clock(one.session.now().plus_millis(3 * 365 * 86_400_000));
    let mut came = None;
    let report = loop {
        match turn(&mut one.session, came.take()).unwrap() {
            Turn::Send(request) => came = Some(hub.carry(&request)),
            Turn::Again => {}
            Turn::Done(report) => break report,
        }
    };
    assert_eq!(report.trouble, None);
    status(&mut one.session, Nothing {}).unwrap().clock_off_ms
}

#[test]
fn a_line_drives_the_session_and_the_archive_is_free_between_its_steps() {
    let hub = Hub::new();
    let mut one = Office::on_device(704, device(4)).unwrap();
    let file = case(&mut one, Service::Aes, "Bianchi");
    let open = draft(&one, &[file], vec![paragraph("ancora da firmare")]);
    keep(&mut one, &open);
    hub.clock(one.session.now());
    let (session, world, folder) = one.into_parts().unwrap();
    let mut host = Host::new(folder.path(), world);
    host.enter(session);
    let host = Mutex::new(host);
    join_over(&host, &hub, &joining(CODE)).unwrap();
    let mut free = 0;
    let mut told = |_: cartella_app::office::Progress, _: &BTreeSet<&'static str>| {
        // Between two steps anybody can have the archive.
        free += u32::from(host.try_lock().is_ok());
    };
    let driven = drive(&host, &hub, &mut told).unwrap();
    assert_eq!(driven.report.trouble, None);
    assert!(free > 4 && driven.changed.contains("office"));
    let again = drive(&host, &hub, &mut |_, _| {}).unwrap();
    assert_eq!((again.report.confirmed, again.report.came), (0, 0));
    host.lock().unwrap().leave().unwrap();
    assert_eq!(drive(&host, &hub, &mut |_, _| {}).unwrap_err().code, Code::Locked);
}
