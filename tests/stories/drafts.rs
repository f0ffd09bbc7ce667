//! Drafts, kept until their author says otherwise, and the pages of a long diary.

use crate::files::{case, draft, keep, paragraph, signed};
use cartella_app::{
    Code,
    commands::Nothing,
    diary::{ListEntries, Sign, list, sign},
    drafts::{self, Discard, DraftRef, SaveDraft},
};
use cartella_domain::{
    diary::{EntryKind, FORM_ENTRY},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

#[test]
fn a_draft_survives_and_is_thrown_away_only_on_her_word() {
    let mut office = Office::new(42).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let content = draft(&office, &[aes], vec![paragraph("Prime parole.")]);
    let written = keep(&mut office, &content);
    let blank = draft(&office, &[aes], vec![]);
    let blank = keep(&mut office, &blank);
    let mut office = office.restarted().unwrap();
    let open = drafts::list(&mut office.session, Nothing {}).unwrap();
    assert_eq!(open.len(), 2);
    assert_eq!(open[0].excerpt, "Prime parole.");
    let unasked = |id| Discard { id, confirmed: false };
    drafts::discard(&mut office.session, unasked(blank)).unwrap();
    let refused = drafts::discard(&mut office.session, unasked(written))
        .err()
        .unwrap();
    assert_eq!(refused.code, Code::DraftNotEmpty);
    drafts::discard(
        &mut office.session,
        Discard {
            id: written,
            confirmed: true,
        },
    )
    .unwrap();
    assert!(drafts::list(&mut office.session, Nothing {}).unwrap().is_empty());
    drafts::restore(&mut office.session, DraftRef { id: written }).unwrap();
    assert_eq!(drafts::list(&mut office.session, Nothing {}).unwrap().len(), 1);
    office.clock.pass_minutes(60 * 24 * 31);
    let another = draft(&office, &[aes], vec![]);
    let another = keep(&mut office, &another);
    drafts::discard(&mut office.session, unasked(another)).unwrap();
    let kept = drafts::discarded(&mut office.session, Nothing {}).unwrap();
    assert_eq!(
        kept.iter().map(|d| d.id).collect::<Vec<_>>(),
        [another],
        "after thirty days it is gone"
    );
}

#[test]
fn no_word_of_a_signed_draft_stays_beside_what_was_signed() {
    let mut office = Office::new(44).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let content = draft(&office, &[aes], vec![paragraph("Scritto e firmato.")]);
    let id = keep(&mut office, &content);
    let thrown = draft(&office, &[aes], vec![paragraph("Scritto e buttato.")]);
    let thrown = keep(&mut office, &thrown);
    sign(
        &mut office.session,
        Sign {
            draft: id,
            content: None,
        },
    )
    .unwrap();
    let discard = Discard {
        id: thrown,
        confirmed: true,
    };
    drafts::discard(&mut office.session, discard).unwrap();
    let kept = |office: &Office, word: &str| -> i64 {
        let db = office.session.archive().db();
        db.query_row(
            "SELECT count(*) FROM draft WHERE instr(content || started_from, ?1) > 0",
            [word],
            |row| row.get(0),
        )
        .unwrap()
    };
    assert_eq!(kept(&office, "firmato"), 0);
    assert_eq!(kept(&office, "buttato"), 1, "it can be taken back");
    let late = SaveDraft {
        id: Some(id),
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content: serde_json::to_value(&content).unwrap(),
        started_from: None,
    };
    let refused = drafts::save(&mut office.session, late).err().unwrap();
    assert_eq!(refused.code, Code::AlreadySigned, "that it ended is remembered");
    let mut office = office.restarted().unwrap();
    drafts::restore(&mut office.session, DraftRef { id: thrown }).unwrap();
    let open = drafts::list(&mut office.session, Nothing {}).unwrap();
    assert_eq!(open[0].excerpt, "Scritto e buttato.");
    office.clock.pass_minutes(60 * 24 * 31);
    drafts::forget_old(&office.session).unwrap();
    let ended: i64 = office
        .session
        .archive()
        .db()
        .query_row(
            "SELECT count(*) FROM draft WHERE closed_at IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(ended, 0, "after thirty days nothing is left of what ended");
    assert_eq!(drafts::list(&mut office.session, Nothing {}).unwrap().len(), 1);
}

#[test]
fn pages_follow_each_other_and_filters_hold_across_them() {
    let mut office = Office::new(43).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    for day in 0..120 {
        let mut content = draft(&office, &[aes], vec![paragraph("x")]);
        content.occurred_on = Some(office.session.today().plus_days(-day));
        if day % 40 == 0 {
            content.header.kind = EntryKind::Colloquio;
        }
        signed(&mut office, &content);
    }
    let mut seen: Vec<CivilDate> = Vec::new();
    let mut after = None;
    loop {
        let input = ListEntries {
            case: Some(aes),
            after,
            ..ListEntries::default()
        };
        let page = list(&mut office.session, input).unwrap();
        seen.extend(page.entries.iter().map(|entry| entry.occurred_on));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 120);
    assert!(seen.windows(2).all(|pair| pair[0] > pair[1]));
    let talks = ListEntries {
        case: Some(aes),
        kinds: vec![EntryKind::Colloquio],
        ..ListEntries::default()
    };
    assert_eq!(list(&mut office.session, talks).unwrap().entries.len(), 3);
}
