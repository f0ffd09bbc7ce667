//! Whatever tells of a case leaves its trace: every command that answers when it is given a case is in the audit afterwards,
//! or stands here with the reason why it need not be.

use crate::{
    cases::{open_one, opening, person},
    placements::{begun, facility},
};
use cartella_app::{
    Host,
    cases::OpenCase,
    commands::{Run, Window, all, dispatch},
};
use cartella_domain::services::Service;
use cartella_testkit::Office;
use serde_json::json;

/// Commands that name the case in their answer and note nothing, each with the reason.
const UNTOLD: &[(&str, &str)] = &[
    ("cases.list", "a list: what is opened from it is noted"),
    ("tutela.my_reports", "a list: what is opened from it is noted"),
    ("diary.start", "an empty note to be written"),
    ("cases.complete", "it writes, and here nothing changes"),
    ("assessments.list", "there is none yet"),
];

fn events(host: &mut Host) -> i64 {
    let session = host.session().unwrap();
    let db = session.archive().db();
    db.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn whatever_tells_of_a_case_leaves_its_trace() {
    let mut office = Office::new(98).unwrap();
    let me = office.session.operator();
    let child = person(&mut office, "Rossi", "Anna", "2015-05-17");
    let case = open_one(
        &mut office,
        OpenCase {
            responsible: Some(me),
            ..opening(child, Service::TutelaMinori)
        },
    );
    let home = facility(&mut office, "Il Melograno");
    let placement = begun(&mut office, case, home);
    let (session, world, folder) = office.into_parts().unwrap();
    let mut host = Host::new(folder.path(), world);
    host.enter(session);
    let mut silent = Vec::new();
    let mut answered = 0;
    for command in all() {
        if command.window != Window::Main || !matches!(command.run, Run::Held(_)) {
            continue;
        }
        for input in [json!({ "case": case }), json!({ "id": placement })] {
            let before = events(&mut host);
            let answer = dispatch(&mut host, Window::Main, command.name, input.clone());
            let Ok(answer) = answer else { continue };
            answered += 1;
            let tells = answer.value.to_string().contains(&case.to_string());
            let told_apart = UNTOLD.iter().any(|(name, _)| *name == command.name);
            if tells && events(&mut host) == before && !told_apart {
                silent.push(command.name);
            }
        }
    }
    assert!(answered > 10, "{answered} commands answered");
    assert!(silent.is_empty(), "{}", silent.join(", "));
}
