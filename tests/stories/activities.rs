//! Activities: a group, a class, a school without any person, and one activity with several texts.

use crate::files::{case, draft, keep, paragraph, signed};
use cartella_app::{
    ErrorKind,
    diary::{ActivityRef, ActivityView, AskActivities, EntryRef, Sign, activities, activity, get, sign},
    find::{Find, anything},
    schools::{SaveClass, SaveSchool, save_class, save_school},
};
use cartella_domain::{
    diary::{Collective, DraftText, EntryDraft, EntryKind, Participant},
    ids::{ActId, CaseId, ClassId, SchoolId},
    rights::Role,
    schools::{School, SchoolClass},
    services::Service,
};
use cartella_testkit::Office;

fn third_b(office: &mut Office) -> Collective {
    let school = School {
        name: Some("Primaria Mazzini".to_owned()),
        ..School::default()
    };
    let session = &mut office.session;
    let save = SaveSchool {
        id: None,
        school,
        seen: Vec::new(),
    };
    let school = SchoolId(save_school(session, save).unwrap().id.0);
    let class = SchoolClass {
        school,
        year: 2025,
        grade: Some("3".to_owned()),
        section: Some("B".to_owned()),
    };
    let save = SaveClass {
        id: None,
        class,
        seen: Vec::new(),
    };
    let class = ClassId(save_class(session, save).unwrap().id.0);
    Collective::Class { school, class }
}

fn lines(office: &mut Office) -> Vec<(ActId, u16)> {
    let page = activities(&mut office.session, AskActivities::default()).unwrap();
    page.lines.iter().map(|line| (line.act, line.texts)).collect()
}

fn opened(office: &mut Office, act: ActId) -> ActivityView {
    activity(&mut office.session, ActivityRef { act }).unwrap()
}

/// Scenario 16: an action in a class counts with no person.
#[test]
fn an_action_in_a_class_is_written_listed_opened_and_found_by_the_whole_office() {
    let mut office = Office::new(61).unwrap();
    let class = third_b(&mut office);
    let mut content = draft(&office, &[], vec![paragraph("Laboratorio sulle emozioni.")]);
    content.header.kind = EntryKind::AzionePreventiva;
    content.collective = Some(class.clone());
    let entry = signed(&mut office, &content)[0];
    let colleague = office.colleague("Riva", Role::Pedagogista).unwrap();
    let educator = office.colleague("Sala", Role::EducatoreEnte).unwrap();
    office.session.act_as(colleague);
    let page = activities(&mut office.session, AskActivities::default()).unwrap();
    let line = &page.lines[0];
    assert!(line.collective == Some(class.clone()) && line.texts == 1);
    let called: Vec<&str> = class
        .ids()
        .iter()
        .map(|id| page.names[&id.to_string()].name.as_str())
        .collect();
    assert_eq!(called, ["Primaria Mazzini", "3B"]);
    assert_eq!(opened(&mut office, line.act).entries[0].id, entry);
    let find = |text: &str| Find {
        text: text.to_owned(),
        settled: false,
        limit: None,
    };
    let hits = anything(&mut office.session, find("emozioni")).unwrap();
    assert_eq!(hits.diary.len(), 1);
    office.session.act_as(educator);
    let refused = activities(&mut office.session, AskActivities::default());
    assert_eq!(refused.err().unwrap().kind, ErrorKind::NotFound);
    let hits = anything(&mut office.session, find("emozioni")).unwrap();
    assert_eq!(hits.diary.len(), 0);
}

fn morning(office: &Office, cases: &[CaseId], class: Collective) -> EntryDraft {
    let text = |files: &[CaseId], words: &str| DraftText {
        files: files.to_vec(),
        segments: vec![paragraph(words)],
        ..DraftText::default()
    };
    let mut content = draft(office, &[], vec![]);
    content.collective = Some(class);
    content.header.time.minutes = Some(100);
    content.texts = cases
        .iter()
        .map(|case| text(std::slice::from_ref(case), "Del suo quaderno."))
        .collect();
    content.texts.push(text(&[], "Della classe intera."));
    content.texts.push(DraftText {
        participants: vec![Participant::Other {
            name: "Carlo".to_owned(),
            role: None,
        }],
        ..text(&[], "Di Carlo, senza cartella.")
    });
    content
}

#[test]
fn several_texts_of_one_morning_are_one_activity_and_nobody_sees_the_others_files() {
    let mut office = Office::new(62).unwrap();
    let class = third_b(&mut office);
    let one = case(&mut office, Service::TutelaMinori, "Rossi");
    let two = case(&mut office, Service::TutelaMinori, "Verdi");
    let content = morning(&office, &[one, two], class);
    let me = office.session.operator();
    assert_eq!(signed(&mut office, &content).len(), 4);
    let [(act, 4)] = lines(&mut office)[..] else {
        panic!("one activity of four texts")
    };
    let mine = opened(&mut office, act);
    assert_eq!((mine.line.time.minutes, mine.entries.len()), (Some(100), 4));
    let minutes: u16 = mine
        .entries
        .iter()
        .filter_map(|entry| entry.header.as_ref()?.time.minutes)
        .sum();
    assert_eq!(minutes, 100, "the time is counted once and shared out");
    let colleague = office.colleague("Riva", Role::Psicologo).unwrap();
    crate::files::assign(
        &mut office,
        two,
        colleague,
        cartella_domain::cases::AssignmentRole::Psicologo,
    );
    office.session.act_as(colleague);
    let hers = opened(&mut office, act);
    let readable: Vec<_> = hers
        .entries
        .iter()
        .filter(|entry| !entry.hidden)
        .map(|entry| entry.case)
        .collect();
    assert_eq!(readable, [Some(two), None], "her case's and the class's");
    let whole = serde_json::to_string(&hers).unwrap();
    assert!(!whole.contains("Carlo"), "what waits for a file is its author's");
    office.session.act_as(me);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn who_writes_no_activities_signs_her_texts_without_the_offices_header() {
    let mut office = Office::new(63).unwrap();
    let class = third_b(&mut office);
    let educator = office.colleague("Sala", Role::EducatoreEnte).unwrap();
    let cases: Vec<CaseId> = ["Rossi", "Verdi"]
        .into_iter()
        .map(|surname| {
            let case = case(&mut office, Service::Aes, surname);
            crate::files::assign(
                &mut office,
                case,
                educator,
                cartella_domain::cases::AssignmentRole::Educatore,
            );
            case
        })
        .collect();
    let me = office.session.operator();
    office.session.act_as(educator);
    let mut content = morning(&office, &cases, class);
    content.read_by = Some(cartella_domain::rights::Confidentiality::Private.into());
    content.collective = None;
    content.texts.truncate(2);
    let entries = signed(&mut office, &content);
    let own = get(&mut office.session, EntryRef { id: entries[0] }).unwrap();
    assert!(own.entries[0].several);
    content.collective = Some(Collective::Group {
        name: "Gruppo compiti".to_owned(),
    });
    content.read_by = None;
    content.texts[0].files.clear();
    content.texts.truncate(1);
    let draft = keep(&mut office, &content);
    let refused = sign(&mut office.session, Sign { draft, content: None });
    assert_eq!(refused.err().unwrap().kind, ErrorKind::Forbidden);
    office.session.act_as(me);
    assert_eq!(lines(&mut office), []);
}
