//! The diary: written, signed for good, corrected beside, read by whom it may be read.

use crate::files::{assign, case, case_together, draft, keep, paragraph, signed};
use cartella_app::{
    Code, ErrorKind,
    commands::Nothing,
    diary::{
        Annul, Classify, Correction, DiaryPage, EntryRef, EntryView, Files, ListEntries, PlaceEntry, Rectify,
        Sign, SignAnswer, SignMany, annul, classify, files, get, list, place, rectify, sign, sign_many,
    },
    drafts::{self, DraftRef, SaveDraft},
    today,
};
use cartella_archive::{audit, search};
use cartella_domain::{
    cases::AssignmentRole,
    diary::{
        AnnulmentReason, Category, Collective, DraftText, EntryDraft, EntryKind, FORM_ENTRY, Outcome, ReadBy,
        Transcription,
    },
    ids::{CaseId, DraftId, EntryId, GroupId, SchoolId},
    rights::{Confidentiality, Role},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

fn diary(office: &mut Office, case: CaseId) -> DiaryPage {
    list(
        &mut office.session,
        ListEntries {
            case: Some(case),
            ..ListEntries::default()
        },
    )
    .unwrap()
}

fn entry(office: &mut Office, id: EntryId) -> EntryView {
    get(&mut office.session, EntryRef { id })
        .unwrap()
        .entries
        .remove(0)
}

fn texts(entry: &EntryView) -> Vec<Option<&str>> {
    entry
        .segments
        .iter()
        .map(|segment| segment.text.as_deref())
        .collect()
}

fn reserved_reads(office: &Office) -> i64 {
    let sql = format!(
        "SELECT count(*) FROM audit WHERE action = {}",
        audit::Act::ReadReserved.number()
    );
    office
        .session
        .archive()
        .db()
        .query_row(&sql, [], |row| row.get(0))
        .unwrap()
}

fn found(office: &Office, word: &str) -> usize {
    let words = search::words(word);
    search::texts(office.session.archive().db(), &words, 50)
        .unwrap()
        .len()
}

fn is_whole(office: &Office) {
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn scenario_3_what_is_signed_never_changes() {
    let mut office = Office::new(31).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let content = draft(&office, &[aes], vec![paragraph("La madre arriva alle 9.")]);
    let draft = keep(&mut office, &content);
    sign(&mut office.session, Sign { draft, content: None }).unwrap();
    let again = Sign {
        draft,
        content: Some(content.clone()),
    };
    let again = sign(&mut office.session, again).err().unwrap();
    assert_eq!(again.kind, ErrorKind::NotFound);
    let autosave = SaveDraft {
        id: Some(draft),
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content: serde_json::to_value(&content).unwrap(),
        started_from: None,
    };
    let late_autosave = drafts::save(&mut office.session, autosave).err().unwrap();
    assert_eq!(late_autosave.code, Code::AlreadySigned);
    for sql in ["UPDATE diary_entry SET body = '{}'", "DELETE FROM diary_entry"] {
        assert!(office.session.archive().db().execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn scenario_3_a_rettifica_shows_both_texts_with_author_and_time() {
    let mut office = Office::new(30).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let content = draft(&office, &[aes], vec![paragraph("La madre arriva alle 9.")]);
    let id = signed(&mut office, &content)[0];
    let segment = entry(&mut office, id).segments[0].id;
    let wrong = Rectify {
        entry: id,
        reason: " ".to_owned(),
        corrections: vec![],
        occurred_on: None,
        starts: None,
    };
    let refused = rectify(&mut office.session, wrong.clone()).err().unwrap();
    assert_eq!(refused.code, Code::ReasonMissing);
    let right = Rectify {
        reason: "Errore di battitura".to_owned(),
        corrections: vec![Correction {
            segment: Some(segment),
            text: Some("La madre arriva alle 10.".to_owned()),
        }],
        ..wrong
    };
    rectify(&mut office.session, right).unwrap();
    let shown = entry(&mut office, id);
    assert_eq!(texts(&shown), [Some("La madre arriva alle 9.")]);
    let [rettifica] = shown.rectifications.as_slice() else {
        panic!("one rettifica");
    };
    assert_eq!(rettifica.text.as_deref(), Some("La madre arriva alle 10."));
    assert_eq!(
        (rettifica.segment, rettifica.author),
        (Some(segment), office.session.operator())
    );
    assert!(rettifica.signed_at > shown.signed_at);
    is_whole(&office);
}

/// As corrected by users.md 1.
#[test]
fn scenario_5_a_reserved_entry_is_a_stub_for_the_service_and_its_reading_by_the_coordinator_is_logged() {
    let mut office = Office::new(32).unwrap();
    let colleague = office.colleague("Verdi", Role::AssistenteSociale).unwrap();
    let psychologist = office.colleague("Blu", Role::Psicologo).unwrap();
    let coordinator = office.colleague("Rossi", Role::Coordinatore).unwrap();
    let author = office.session.operator();
    let tm = case(&mut office, Service::TutelaMinori, "Fumagalli");
    assign(&mut office, tm, psychologist, AssignmentRole::Psicologo);
    let mut content = draft(&office, &[tm], vec![paragraph("Racconta di aver paura.")]);
    content.header.kind = EntryKind::Colloquio;
    let entries = signed(&mut office, &content);
    diary(&mut office, tm);
    assert_eq!(
        reserved_reads(&office),
        0,
        "an author reads her own text without a trace"
    );

    office.session.act_as(colleague);
    let page = diary(&mut office, tm);
    let stub = &page.entries[0];
    assert!(stub.hidden && stub.header.is_none() && stub.level == Confidentiality::Reserved);
    assert_eq!((stub.author, texts(stub)), (author, vec![None]));
    let json = serde_json::to_string(&page.entries).unwrap();
    assert!(!json.contains("paura") && !json.contains("COLLOQUIO"));
    assert_eq!(reserved_reads(&office), 0);

    for reader in [psychologist, coordinator] {
        office.session.act_as(reader);
        let before = reserved_reads(&office);
        assert_eq!(
            texts(&entry(&mut office, entries[0])),
            [Some("Racconta di aver paura.")]
        );
        assert_eq!(reserved_reads(&office), before + 1);
    }
    is_whole(&office);
}

/// Scenario 16.
#[test]
fn an_action_in_a_school_needs_no_person_and_is_found_among_the_activities() {
    let mut office = Office::new(33).unwrap();
    let mut content = draft(&office, &[], vec![paragraph("Laboratorio sulle emozioni.")]);
    content.header.kind = EntryKind::AzionePreventiva;
    let school: SchoolId = office.session.id();
    content.collective = Some(Collective::School { school });
    let entries = signed(&mut office, &content);
    let page = list(
        &mut office.session,
        ListEntries {
            kinds: vec![EntryKind::AzionePreventiva],
            ..ListEntries::default()
        },
    )
    .unwrap();
    assert_eq!(page.entries.len(), 1);
    assert!(page.entries[0].id == entries[0] && page.entries[0].case.is_none());
    assert!(page.entries[0].collective == Some(Collective::School { school }));
}

#[test]
fn siblings_are_written_once_and_each_paragraph_stands_where_it_was_ticked() {
    let mut office = Office::new(34).unwrap();
    let group: GroupId = office.session.id();
    let [anna, bruno, carla] =
        ["Anna", "Bruno", "Carla"].map(|name| case_together(&mut office, Service::Aes, name, Some(group)));
    let offered = files(&mut office.session, Files { cases: vec![anna] }).unwrap();
    let mut siblings: Vec<_> = offered[0].siblings.iter().map(|sibling| sibling.case).collect();
    siblings.sort_unstable();
    assert_eq!(siblings, [bruno, carla]);
    let mut only_two = paragraph("Il padre di Anna e Bruno lavora fuori.");
    only_two.files = vec![anna, bruno];
    let content = draft(
        &office,
        &[anna, bruno, carla],
        vec![paragraph("Vivono con la madre."), only_two],
    );
    let entries = signed(&mut office, &content);
    assert_eq!(entries.len(), 3);
    let of = |office: &mut Office, case| diary(office, case).entries.remove(0);
    let (a, c) = (of(&mut office, anna), of(&mut office, carla));
    assert_eq!((a.act, a.files, a.segments.len()), (c.act, 3, 2));
    assert_eq!(texts(&c), [Some("Vivono con la madre.")]);
    assert_eq!(a.segments[0].id, c.segments[0].id);
    let writes: i64 = office
        .session
        .archive()
        .db()
        .query_row(
            "SELECT count(*) FROM audit WHERE subject = ?1",
            [carla.to_string()],
            |row| row.get(0),
        )
        .unwrap();
    assert!(
        writes > 0,
        "each file's own page of accesses knows of the writing"
    );
    is_whole(&office);
}

#[test]
fn signed_in_the_wrong_file_only_a_stub_stays_and_the_text_opens_again_for_the_right_one() {
    let mut office = Office::new(35).unwrap();
    let colleague = office.colleague("Verdi", Role::AssistenteSociale).unwrap();
    let coordinator = office.colleague("Rossi", Role::Coordinatore).unwrap();
    let author = office.session.operator();
    let wrong = case(&mut office, Service::Aes, "Errata");
    let right = case(&mut office, Service::Aes, "Giusta");
    assign(&mut office, wrong, colleague, AssignmentRole::Psicologo);
    let content = draft(&office, &[wrong], vec![paragraph("Ippopotamo in salotto.")]);
    let entries = signed(&mut office, &content);
    assert_eq!(found(&office, "ippopotamo"), 1);
    office.clock.pass_minutes(60 * 24 * 10);
    let annulled = annul(
        &mut office.session,
        Annul {
            entry: entries[0],
            reason: AnnulmentReason::FascicoloSbagliato,
            note: None,
        },
    )
    .unwrap();
    assert_eq!(found(&office, "ippopotamo"), 0);
    let twice = annul(
        &mut office.session,
        Annul {
            entry: entries[0],
            reason: AnnulmentReason::Doppione,
            note: None,
        },
    );
    assert_eq!(twice.err().unwrap().code, Code::EntryAnnulled);
    for (reader, reads) in [(colleague, false), (coordinator, true), (author, true)] {
        office.session.act_as(reader);
        let shown = diary(&mut office, wrong).entries.remove(0);
        assert_eq!(
            shown.annulment.as_ref().map(|a| a.reason),
            Some(AnnulmentReason::FascicoloSbagliato)
        );
        assert_eq!((texts(&shown)[0].is_some(), shown.hidden), (reads, !reads));
    }
    sign_again(&mut office, annulled.draft.unwrap(), right);
    assert!(
        !diary(&mut office, right).entries[0].late,
        "it was written down in time"
    );
    assert_eq!(found(&office, "ippopotamo"), 1);
    is_whole(&office);
}

/// Opens what was signed in the wrong file, and signs it in the right one.
fn sign_again(office: &mut Office, draft: DraftId, right: CaseId) {
    let again = drafts::get(&mut office.session, DraftRef { id: draft }).unwrap();
    let mut content: EntryDraft = serde_json::from_value(again.content).unwrap();
    assert_eq!(content.texts[0].segments[0].text, "Ippopotamo in salotto.");
    assert!(content.files().is_empty(), "the file is for her to say");
    content.texts[0].files = vec![right];
    let answer = Sign {
        draft,
        content: Some(content),
    };
    let answer = sign(&mut office.session, answer).unwrap();
    assert!(matches!(answer, SignAnswer::Signed { .. }));
}

#[test]
fn late_entries_say_so_and_papers_do_not() {
    let mut office = Office::new(36).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let mut content = draft(&office, &[aes], vec![paragraph("Quattro giorni fa.")]);
    content.occurred_on = Some(office.session.today().plus_days(-4));
    let late = signed(&mut office, &content)[0];
    assert!(entry(&mut office, late).late);
    content.transcribed = Some(Transcription {
        author: "dott.ssa Bruni".to_owned(),
        written_on: "2019-05-02".parse().ok(),
    });
    content.occurred_on = "2019-05-02".parse().ok();
    let paper = signed(&mut office, &content)[0];
    let shown = entry(&mut office, paper);
    assert!(!shown.late && shown.transcribed.is_some());
    content.occurred_on = Some(office.session.today().plus_days(1));
    let draft = keep(&mut office, &content);
    let answer = sign(&mut office.session, Sign { draft, content: None }).unwrap();
    assert!(
        matches!(answer, SignAnswer::NotYet { .. }),
        "the future is refused"
    );
    let days: Vec<CivilDate> = diary(&mut office, aes)
        .entries
        .iter()
        .map(|e| e.occurred_on)
        .collect();
    assert_eq!(
        days,
        [
            office.session.today().plus_days(-4),
            "2019-05-02".parse().unwrap()
        ]
    );
}

#[test]
fn several_texts_of_one_morning_are_signed_together_and_know_nothing_of_each_other() {
    let mut office = Office::new(37).unwrap();
    let pupils = ["Anna", "Bruno", "Carla"].map(|name| case(&mut office, Service::Aes, name));
    let mut content = draft(&office, &[], vec![]);
    content.header.time.minutes = Some(100);
    content.texts = pupils
        .iter()
        .map(|pupil| DraftText {
            files: vec![*pupil],
            segments: vec![paragraph(&format!("Testo {pupil}"))],
            ..DraftText::default()
        })
        .collect();
    content.texts[1].segments.clear();
    let draft_id = keep(&mut office, &content);
    let answer = sign(
        &mut office.session,
        Sign {
            draft: draft_id,
            content: None,
        },
    )
    .unwrap();
    assert!(matches!(answer, SignAnswer::NotYet { .. }), "all or none");
    assert!(diary(&mut office, pupils[0]).entries.is_empty());
    content.texts[1].outcome = Some(Outcome::Absent);
    let answer = sign(
        &mut office.session,
        Sign {
            draft: draft_id,
            content: Some(content),
        },
    )
    .unwrap();
    assert!(matches!(answer, SignAnswer::Signed { entries, .. } if entries.len() == 3));
    let mut minutes = 0;
    for pupil in pupils {
        let page = diary(&mut office, pupil);
        let json = serde_json::to_string(&page.entries).unwrap();
        for other in pupils.iter().filter(|other| **other != pupil) {
            assert!(!json.contains(&other.to_string()));
        }
        minutes += page.entries[0].header.as_ref().unwrap().time.minutes.unwrap();
    }
    assert_eq!(minutes, 100);
    is_whole(&office);
}

#[test]
fn drafts_signed_together_answer_one_by_one() {
    let mut office = Office::new(38).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let good = draft(&office, &[aes], vec![paragraph("Uno.")]);
    let good = keep(&mut office, &good);
    let empty = draft(&office, &[aes], vec![]);
    let empty = keep(&mut office, &empty);
    let answers = sign_many(
        &mut office.session,
        SignMany {
            drafts: vec![good, empty, good],
        },
    )
    .unwrap();
    assert!(matches!(answers[0].answer, Some(SignAnswer::Signed { .. })));
    assert!(matches!(answers[1].answer, Some(SignAnswer::NotYet { .. })));
    assert_eq!(answers[2].error.as_ref().map(|e| e.code), Some(Code::NotFound));
    let open = drafts::list(&mut office.session, Nothing {}).unwrap();
    assert_eq!(open.iter().map(|d| d.id).collect::<Vec<_>>(), [empty]);
}

#[test]
fn a_note_with_no_case_waits_in_oggi_until_it_is_placed() {
    let mut office = Office::new(39).unwrap();
    let author = office.session.operator();
    let colleague = office.colleague("Verdi", Role::AssistenteSociale).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let mut private = paragraph("Chiama un signore.");
    private.read_by = Some(Confidentiality::Private.into());
    let content = draft(&office, &[], vec![private]);
    let entries = signed(&mut office, &content);
    let waiting = today::today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(waiting.to_place.len(), 1);
    office.session.act_as(colleague);
    assert!(get(&mut office.session, EntryRef { id: entries[0] }).is_err());
    office.session.act_as(author);
    office.clock.pass_minutes(60 * 24 * 8);
    let to = PlaceEntry {
        entry: entries[0],
        files: vec![aes],
    };
    place(&mut office.session, to.clone()).unwrap();
    assert_eq!(
        place(&mut office.session, to).err().unwrap().code,
        Code::EntryPlaced
    );
    assert!(
        today::today(&mut office.session, Nothing {})
            .unwrap()
            .to_place
            .is_empty()
    );
    let placed = diary(&mut office, aes).entries.remove(0);
    assert_eq!(texts(&placed), [Some("Chiama un signore.")]);
    assert!(!placed.late && placed.segments[0].level == Confidentiality::Private);
    assert_eq!(found(&office, "signore"), 1, "not twice");
    is_whole(&office);
}

#[test]
fn a_category_is_given_later_beside_the_text() {
    let mut office = Office::new(40).unwrap();
    let tm = case(&mut office, Service::TutelaMinori, "Fumagalli");
    let content = draft(&office, &[tm], vec![paragraph("Mi dice che dorme poco.")]);
    let id = signed(&mut office, &content)[0];
    let segment = entry(&mut office, id).segments[0].id;
    let told = Category::Reported {
        by: Some("la madre".to_owned()),
        verbatim: false,
    };
    for category in [Some(Category::Observed), Some(told.clone())] {
        classify(
            &mut office.session,
            Classify {
                entry: id,
                segment,
                category,
            },
        )
        .unwrap();
    }
    let shown = entry(&mut office, id);
    assert!(shown.segments[0].category == Some(told) && shown.segments[0].classified_later);
    assert_eq!(texts(&shown), [Some("Mi dice che dorme poco.")]);
    let page = list(
        &mut office.session,
        ListEntries {
            case: Some(tm),
            category: Some("reported".to_owned()),
            ..ListEntries::default()
        },
    )
    .unwrap();
    assert_eq!(page.entries.len(), 1);
    is_whole(&office);
}

#[test]
fn a_secret_entry_does_not_exist_for_who_is_not_named() {
    let mut office = Office::new(41).unwrap();
    let named = office.colleague("Verdi", Role::AssistenteSociale).unwrap();
    let other = office.colleague("Blu", Role::AssistenteSociale).unwrap();
    let coordinator = office.colleague("Rossi", Role::Coordinatore).unwrap();
    let tm = case(&mut office, Service::TutelaMinori, "Fumagalli");
    assign(&mut office, tm, named, AssignmentRole::Psicologo);
    assign(&mut office, tm, other, AssignmentRole::Psicologo);
    let mut content = draft(&office, &[tm], vec![paragraph("Rivelazione.")]);
    content.read_by = Some(ReadBy {
        level: Confidentiality::Secret,
        readers: vec![named],
    });
    signed(&mut office, &content);
    for (reader, sees) in [(named, true), (other, false), (coordinator, false)] {
        office.session.act_as(reader);
        let page = diary(&mut office, tm);
        assert_eq!(!page.entries.is_empty(), sees);
        assert_eq!(
            serde_json::to_string(&page).unwrap().contains("Rivelazione"),
            sees
        );
    }
}

#[test]
fn nobody_writes_in_a_file_that_is_not_hers() {
    let mut office = Office::new(44).unwrap();
    let colleague = office.colleague("Verdi", Role::AssistenteSociale).unwrap();
    let clerk = office.colleague("Gialli", Role::Amministrativo).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let content = draft(&office, &[aes], vec![paragraph("x")]);
    signed(&mut office, &content);
    for stranger in [colleague, clerk] {
        office.session.act_as(stranger);
        let draft = keep(&mut office, &content);
        let answer = sign(&mut office.session, Sign { draft, content: None }).unwrap();
        assert!(matches!(answer, SignAnswer::NotYet { .. }));
    }
    let refused = list(
        &mut office.session,
        ListEntries {
            case: Some(aes),
            ..ListEntries::default()
        },
    );
    assert_eq!(refused.err().unwrap().kind, ErrorKind::NotFound);
}
