//! Drafts that travel: what she left open is in her own scope, and another archive of hers takes it up.

use crate::files::{case, draft, keep, paragraph};
use cartella_app::{
    commands::Nothing,
    drafts::{self, Discard, DraftRef},
};
use cartella_archive::rows;
use cartella_domain::{diary::EntryDraft, drafts::DraftCopy, ids::DraftId, services::Service};
use cartella_testkit::Office;

fn copy(office: &Office, id: DraftId) -> Option<DraftCopy> {
    rows::get::<DraftCopy>(office.session.archive().db(), &id.to_string())
        .unwrap()
        .map(|row| row.value)
}

fn texts(office: &mut Office) -> Vec<String> {
    let open = drafts::list(&mut office.session, Nothing {}).unwrap();
    open.into_iter().map(|draft| draft.excerpt).collect()
}

/// As on a laptop to which her own scope came and whose table of drafts never knew this one.
fn forget(office: &Office, id: DraftId) {
    office
        .session
        .archive()
        .db()
        .execute("DELETE FROM draft WHERE id = ?1", [id.to_string()])
        .unwrap();
}

fn changes(office: &Office) -> i64 {
    let db = office.session.archive().db();
    db.query_row("SELECT count(*) FROM change", [], |row| row.get(0))
        .unwrap()
}

fn with_words(office: &mut Office, words: &str) -> (DraftId, EntryDraft) {
    let aes = case(office, Service::Aes, "Bianchi");
    let content = draft(office, &[aes], vec![paragraph(words)]);
    (keep(office, &content), content)
}

/// Another laptop of hers went on with the draft: its copy holds other words, saved later.
fn elsewhere(office: &mut Office, id: DraftId, words: &str) {
    let mut there = copy(office, id).unwrap();
    let mut held = there.held.take().unwrap();
    let mut content: EntryDraft = serde_json::from_str(&held.content).unwrap();
    content.texts[0].segments[0].text = words.to_owned();
    held.content = serde_json::to_string(&content).unwrap();
    office.clock.pass_minutes(10);
    held.saved_at = office.session.now();
    there.held = Some(held);
    office.session.write(|act| act.edit(id.0, &there, None)).unwrap();
}

#[test]
fn leaving_the_page_keeps_a_copy_once() {
    let mut office = Office::new(301).unwrap();
    let (id, _) = with_words(&mut office, "Prime parole.");
    assert_eq!(copy(&office, id), None, "every autosave would swell the log");
    drafts::keep(&mut office.session, DraftRef { id }).unwrap();
    assert!(
        copy(&office, id)
            .unwrap()
            .held
            .unwrap()
            .content
            .contains("Prime parole.")
    );
    let before = changes(&office);
    drafts::keep(&mut office.session, DraftRef { id }).unwrap();
    drafts::keep_all(&mut office.session).unwrap();
    assert_eq!(changes(&office), before, "nothing was typed since");
}

#[test]
fn her_next_laptop_takes_the_draft_up() {
    let mut office = Office::new(302).unwrap();
    let (id, content) = with_words(&mut office, "Visita al mattino.");
    drafts::keep_all(&mut office.session).unwrap();
    forget(&office, id);
    assert!(texts(&mut office).is_empty());
    drafts::take_up(&mut office.session).unwrap();
    let back = drafts::get(&mut office.session, DraftRef { id }).unwrap();
    assert_eq!(back.content, serde_json::to_value(&content).unwrap());
    let before = changes(&office);
    drafts::keep_all(&mut office.session).unwrap();
    assert_eq!(changes(&office), before, "what came as a copy is no news");
}

#[test]
fn what_another_laptop_wrote_on_replaces_only_what_was_copied() {
    let mut office = Office::new(303).unwrap();
    let (id, _) = with_words(&mut office, "Prime parole.");
    drafts::keep_all(&mut office.session).unwrap();
    elsewhere(&mut office, id, "Parole scritte altrove.");
    drafts::take_up(&mut office.session).unwrap();
    assert_eq!(texts(&mut office), ["Parole scritte altrove."]);
}

#[test]
fn two_versions_of_one_draft_stand_beside_each_other() {
    let mut office = Office::new(304).unwrap();
    let (id, mut content) = with_words(&mut office, "Prime parole.");
    drafts::keep_all(&mut office.session).unwrap();
    content.texts[0].segments[0].text = "Parole di qui.".to_owned();
    drafts::save(
        &mut office.session,
        drafts::SaveDraft {
            id: Some(id),
            kind: cartella_domain::diary::FORM_ENTRY.to_owned(),
            subject: None,
            content: serde_json::to_value(&content).unwrap(),
            started_from: None,
        },
    )
    .unwrap();
    elsewhere(&mut office, id, "Parole scritte altrove.");
    drafts::take_up(&mut office.session).unwrap();
    let mut both = texts(&mut office);
    both.sort();
    assert_eq!(both, ["Parole di qui.", "Parole scritte altrove."]);
}

#[test]
fn a_copy_ends_with_its_draft_and_holds_nothing_any_more() {
    let mut office = Office::new(305).unwrap();
    let (id, _) = with_words(&mut office, "Da buttare.");
    drafts::keep_all(&mut office.session).unwrap();
    drafts::discard(&mut office.session, Discard { id, confirmed: true }).unwrap();
    let ended = copy(&office, id).unwrap();
    assert_eq!((ended.held, ended.ended.as_deref()), (None, Some("discarded")));
    drafts::take_up(&mut office.session).unwrap();
    assert!(texts(&mut office).is_empty());
    drafts::restore(&mut office.session, DraftRef { id }).unwrap();
    drafts::keep_all(&mut office.session).unwrap();
    let again = copy(&office, id).unwrap();
    assert!(
        again.ended.is_none() && again.held.is_some(),
        "taken back, it travels again"
    );
}

#[test]
fn what_was_signed_elsewhere_is_no_draft_here_any_more() {
    let mut office = Office::new(306).unwrap();
    let (id, _) = with_words(&mut office, "Firmata altrove.");
    drafts::keep_all(&mut office.session).unwrap();
    let mut there = copy(&office, id).unwrap();
    (there.held, there.ended) = (None, Some(DraftId::default().to_string()));
    office.session.write(|act| act.edit(id.0, &there, None)).unwrap();
    drafts::take_up(&mut office.session).unwrap();
    assert!(texts(&mut office).is_empty());
}
