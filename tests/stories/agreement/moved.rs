//! A case changes hands: it appears with the new operator and goes from the old one, her pending work first.

use super::{
    hub::{Hub, agreed},
    laptop,
};
use crate::files::{assign, case, draft, keep, paragraph, signed};
use cartella_app::{
    Code,
    cases::{OneCase, get},
    commands::Nothing,
    diary::{ListEntries, list},
    drafts,
    find::{Find, anything},
    office::{AskRefused, RefusedReason, refused, status},
};
use cartella_archive::{audit, rows};
use cartella_domain::{
    cases::AssignmentRole,
    diary::{DiaryEntry, EntryDraft},
    ids::{CaseId, OperatorId},
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::Office;

const KINDS: [ScopeKind; 2] = [ScopeKind::CaseCore, ScopeKind::CaseDiary];

fn scopes(office: &Office, file: CaseId) -> Vec<ScopeId> {
    let person = get_person(office, file);
    KINDS
        .iter()
        .map(|kind| ScopeId::new(file.uuid(), *kind))
        .chain(person)
        .collect()
}

fn get_person(office: &Office, file: CaseId) -> Option<ScopeId> {
    let row = rows::get::<cartella_domain::cases::CaseFile>(office.session.archive().db(), &file.to_string());
    let person = row.unwrap()?.value.person?;
    Some(ScopeId::new(person.uuid(), ScopeKind::Person))
}

fn hand_over(hub: &Hub, scopes: &[ScopeId], from: OperatorId, to: OperatorId) {
    for scope in scopes {
        hub.turn(from, *scope);
        hub.turn(to, *scope);
    }
}

fn entries(office: &Office, file: CaseId) -> usize {
    let of = file.to_string();
    rows::select::<DiaryEntry>(office.session.archive().db(), "case_id = ?1", &[&of])
        .unwrap()
        .len()
}

fn found(office: &mut Office, text: &str) -> usize {
    let input = Find {
        text: text.to_owned(),
        settled: false,
        limit: None,
    };
    serde_json::to_value(anything(&mut office.session, input).unwrap())
        .unwrap()
        .to_string()
        .matches("\"id\"")
        .count()
}

#[test]
fn her_pending_work_goes_first_and_the_case_appears_with_the_new_operator() {
    let hub = Hub::new();
    let (mut one, mut two) = (laptop(1, &hub), laptop(2, &hub));
    let file = case(&mut one, Service::Aes, "Esposito");
    let text = draft(&one, &[file], vec![paragraph("prima visita")]);
    signed(&mut one, &text);
    agreed(&mut one, &hub);
    agreed(&mut two, &hub);
    let all = scopes(&one, file);
    let kept = draft(&one, &[file], vec![paragraph("bozza sua")]);
    keep(&mut one, &kept);
    // On Monday she writes without a network; on Tuesday the case moves.
    let text = draft(&one, &[file], vec![paragraph("visita di lunedì")]);
    signed(&mut one, &text);
    hand_over(&hub, &all, one.session.operator(), two.session.operator());
    let report = agreed(&mut one, &hub);
    assert_eq!(
        (report.late, report.refused),
        (1, 0),
        "what was written before is accepted as late"
    );
    assert_eq!(report.left, all.len() as u64);
    assert_eq!(
        get(&mut one.session, OneCase { case: file })
            .err()
            .map(|error| error.code),
        Some(Code::NotFound)
    );
    assert_eq!((entries(&one, file), found(&mut one, "visita")), (0, 0));
    assert_eq!(
        drafts::list(&mut one.session, Nothing {}).unwrap().len(),
        1,
        "her draft stays hers"
    );
    let report = agreed(&mut two, &hub);
    assert_eq!(report.entered, all.len() as u64);
    assert_eq!(entries(&two, file), 2);
    assert_eq!(agreed(&mut one, &hub).left, 0, "the receipt was given once");
}

#[test]
fn an_edit_that_comes_late_is_held_shown_to_its_author_and_taken_over_or_closed() {
    for adopts in [true, false] {
        let hub = Hub::new();
        let (mut one, mut two) = (laptop(3, &hub), laptop(4, &hub));
        let file = case(&mut one, Service::Aes, "Ferrari");
        agreed(&mut one, &hub);
        agreed(&mut two, &hub);
        let all = scopes(&one, file);
        write_note(&mut one, file);
        hand_over(&hub, &all, one.session.operator(), two.session.operator());
        let report = agreed(&mut one, &hub);
        assert_eq!((report.refused, report.waiting), (1, 0), "it blocks nothing");
        let ask = AskRefused { settled_too: false };
        let mine = refused(&mut one.session, ask).unwrap();
        assert_eq!(mine.len(), 1);
        assert_eq!(mine[0].reason, RefusedReason::LateEdit);
        assert!(
            !mine[0].parts.is_empty() && !mine[0].parts[0].fields.is_empty(),
            "she sees what she wrote"
        );
        assert_eq!(status(&mut one.session, Nothing {}).unwrap().refused, 1);
        let row = hub.held()[0];
        if adopts {
            hub.adopt(row)
        } else {
            hub.close(row)
        }
        agreed(&mut one, &hub);
        assert_eq!(status(&mut one.session, Nothing {}).unwrap().refused, 0);
        // She is told what became of it.
        let settled = refused(&mut one.session, ask).unwrap();
        assert_eq!(settled.len(), 1);
        assert_eq!(
            (settled[0].adopted, settled[0].closed.is_some()),
            (adopts, !adopts)
        );
        assert!(settled[0].settled_at.is_some());
        one.clock.pass_minutes(15 * 24 * 60);
        assert!(refused(&mut one.session, ask).unwrap().is_empty(), "for a while");
        let old = refused(&mut one.session, AskRefused { settled_too: true }).unwrap();
        assert_eq!(old.len(), 1, "it is kept for ever");
        agreed(&mut two, &hub);
        assert_eq!(
            has_note(&two, file),
            adopts,
            "the new operator has what was taken over"
        );
    }
}

/// A field of the case changes.
fn write_note(office: &mut Office, file: CaseId) {
    let id = file.uuid();
    let row = rows::get::<cartella_domain::cases::CaseFile>(office.session.archive().db(), &file.to_string());
    let mut card = row.unwrap().unwrap().value;
    card.opened_together = Some(office.session.id());
    office.session.write(|act| act.edit(id, &card, None)).unwrap();
}

fn has_note(office: &Office, file: CaseId) -> bool {
    let row = rows::get::<cartella_domain::cases::CaseFile>(office.session.archive().db(), &file.to_string());
    row.unwrap()
        .is_some_and(|row| row.value.opened_together.is_some())
}

#[test]
fn scenario_4_what_two_write_offline_stands_in_both_files_in_the_order_of_the_events() {
    let hub = Hub::new();
    let (mut one, mut two) = (laptop(1, &hub), laptop(2, &hub));
    let file = case(&mut one, Service::Aes, "Esposito");
    assign(&mut one, file, two.session.operator(), AssignmentRole::MiniEquipe);
    agreed(&mut one, &hub);
    for scope in scopes(&one, file) {
        hub.turn(two.session.operator(), scope);
    }
    agreed(&mut two, &hub);
    // Nobody has a network: what happened first is written last.
    let yesterday = one.session.today().plus_days(-1);
    let late = draft(&one, &[file], vec![paragraph("colloquio a scuola")]);
    let afternoon = signed(&mut one, &late)[0];
    let early = EntryDraft {
        occurred_on: Some(yesterday),
        ..draft(&two, &[file], vec![paragraph("telefonata della madre")])
    };
    let morning = signed(&mut two, &early)[0];
    agreed(&mut one, &hub);
    agreed(&mut two, &hub);
    agreed(&mut one, &hub);
    for office in [&mut one, &mut two] {
        let of_case = ListEntries {
            case: Some(file),
            ..ListEntries::default()
        };
        let page = list(&mut office.session, of_case).unwrap();
        let ids: Vec<_> = page.entries.iter().map(|entry| entry.id).collect();
        assert_eq!(ids, [afternoon, morning], "the newest event first");
        assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
        let audit = audit::verify(office.session.archive().db()).unwrap();
        assert!(matches!(audit, audit::Verdict::Whole(_)));
    }
}
