//! A line that is cut at every request, and a laptop that dies between every two steps: nothing is lost, nothing comes
//! twice, and nobody has to do anything.

use super::{
    hub::{Cut, Hub, agreed, session_of},
    laptop,
};
use crate::{
    cases::person,
    files::{case, draft, paragraph, signed},
};
use cartella_app::office::{Carry as _, Turn, turn};
use cartella_archive::{agreement::overview, rows};
use cartella_domain::{
    diary::DiaryEntry,
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::Office;

/// One has written; two shall get it.
fn stage(hub: &Hub) -> (Office, Office) {
    let (mut one, mut two) = (laptop(1, hub), laptop(2, hub));
    let file = case(&mut one, Service::Aes, "Romano");
    let child = person(&mut one, "Romano", "Anna", "2015");
    for n in 0..5 {
        let text = draft(&one, &[file], vec![paragraph(&format!("colloquio {n}"))]);
        signed(&mut one, &text);
    }
    for scope in [
        ScopeId::new(file.uuid(), ScopeKind::CaseCore),
        ScopeId::new(file.uuid(), ScopeKind::CaseDiary),
        ScopeId::new(child.uuid(), ScopeKind::Person),
    ] {
        hub.turn(two.session.operator(), scope);
    }
    agreed(&mut two, hub);
    (one, two)
}

fn entries(office: &Office) -> usize {
    rows::select::<DiaryEntry>(office.session.archive().db(), "1 = 1", &[])
        .unwrap()
        .len()
}

fn waiting(office: &Office) -> u64 {
    let rows = overview::waiting(office.session.archive().db()).unwrap();
    rows.iter().map(|row| row.changes).sum()
}

/// After the faults stop, both agree and everything is there once.
fn all_is_well(one: &mut Office, two: &mut Office, hub: &Hub) {
    agreed(one, hub);
    agreed(two, hub);
    let quiet = agreed(one, hub);
    assert!(
        quiet.same_print && quiet.came == 0 && quiet.confirmed == 0,
        "{quiet:?}"
    );
    assert!(agreed(two, hub).same_print);
    assert_eq!((entries(one), entries(two)), (5, 5));
    assert_eq!((waiting(one), waiting(two)), (0, 0));
}

#[test]
fn the_line_is_cut_at_every_request_of_a_session() {
    for n in 1..=8 {
        for cut in [Cut::Before(n), Cut::After(n)] {
            let hub = Hub::new();
            let (mut one, mut two) = stage(&hub);
            hub.cut(cut);
            let (report, _) = session_of(&mut one, &hub);
            let first = report.trouble;
            hub.cut(cut);
            session_of(&mut two, &hub);
            assert!(first.is_some() || n > 3, "{cut:?}: {report:?}");
            all_is_well(&mut one, &mut two, &hub);
        }
    }
}

#[test]
fn the_laptop_dies_between_every_two_steps() {
    for dies_after in 0..12 {
        let hub = Hub::new();
        let (mut one, mut two) = stage(&hub);
        for office in [&mut one, &mut two] {
            hub.clock(office.session.now());
            let mut came = None;
            for _ in 0..dies_after {
                match turn(&mut office.session, came.take()).unwrap() {
                    Turn::Send(request) => came = Some(hub.carry(&request)),
                    Turn::Again => {}
                    Turn::Done(_) => break,
                }
            }
        }
        let (mut one, mut two) = (one.restarted().unwrap(), two.restarted().unwrap());
        all_is_well(&mut one, &mut two, &hub);
    }
}
