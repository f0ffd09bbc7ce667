use super::*;
use crate::diary::{
    Category, Collective, DraftAction, DraftSegment, DraftText, EntryKind, Outcome, Participant, ReadBy,
    Segment, Transcription, Wording, reopen,
};
use crate::ids::SchoolId;
use crate::scope::ScopeKind;

const AUTHOR: OperatorId = OperatorId(Uuid::from_u128(100));
const OFFICE: Uuid = Uuid::from_u128(900);

fn case(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(n))
}

fn files() -> Vec<FileContext> {
    let file = |n, default_level| FileContext {
        case: case(n),
        default_level,
    };
    vec![
        file(1, Confidentiality::Service),
        file(2, Confidentiality::Service),
        file(3, Confidentiality::Reserved),
    ]
}

fn context(files: &[FileContext]) -> SigningContext<'_> {
    let today: CivilDate = "2026-04-14".parse().unwrap();
    SigningContext {
        author: AUTHOR,
        qualification: None,
        now: Instant(1_776_000_000_000),
        today,
        hour: ClockTime(12 * 60),
        recorded_at: Instant(1_776_000_000_000),
        recorded_on: today,
        late_after_days: 3,
        office: OFFICE,
        files,
        placed_from: None,
    }
}

fn sign(draft: &EntryDraft) -> Result<SigningPlan, Vec<SigningFinding>> {
    let files = files();
    sign_in(draft, &context(&files))
}

fn sign_in(draft: &EntryDraft, context: &SigningContext<'_>) -> Result<SigningPlan, Vec<SigningFinding>> {
    let (mut ids, mut salts) = (1000_u128, 0_u8);
    prepare_signing(
        draft,
        context,
        &mut Fresh {
            id: &mut || {
                ids += 1;
                Uuid::from_u128(ids)
            },
            salt: &mut || {
                salts += 1;
                Salt::from_bytes([salts; 16])
            },
        },
    )
}

fn paragraph(text: &str) -> DraftSegment {
    DraftSegment {
        text: text.to_owned(),
        ..DraftSegment::default()
    }
}

fn draft(cases: &[u128], segments: Vec<DraftSegment>) -> EntryDraft {
    EntryDraft {
        occurred_on: "2026-04-14".parse().ok(),
        texts: vec![DraftText {
            files: cases.iter().map(|n| case(*n)).collect(),
            segments,
            ..DraftText::default()
        }],
        ..EntryDraft::default()
    }
}

fn blocking(draft: &EntryDraft) -> Vec<SigningFindingCode> {
    let found = sign(draft).err().unwrap_or_default();
    found.iter().filter(|f| f.blocks).map(|f| f.code).collect()
}

fn reserved(plan: &SigningPlan) -> Vec<(ScopeId, ReservedSegment)> {
    let part = |row: &PlannedRow| match &row.record {
        Planned::Reserved(part) => Some((row.scope, part.as_ref().clone())),
        _ => None,
    };
    plan.rows.iter().filter_map(part).collect()
}

fn open_hash(segment: &Segment) -> Option<String> {
    match &segment.wording {
        Wording::Open { hash, .. } => Some(hash.0.clone()),
        Wording::Withheld { .. } => None,
    }
}

#[test]
fn what_may_not_be_signed_is_said_all_at_once() {
    let mut late = draft(&[1, 7], vec![paragraph(" \n ")]);
    late.occurred_on = "2026-04-15".parse().ok();
    assert_eq!(
        blocking(&late),
        [
            SigningFindingCode::FutureDate,
            SigningFindingCode::UnknownFile,
            SigningFindingCode::NothingWritten
        ]
    );
    let mut hour = draft(&[1], vec![paragraph("x")]);
    hour.starts = Some(ClockTime(12 * 60 + 1));
    assert_eq!(blocking(&hour), [SigningFindingCode::FutureTime]);
    hour.starts = Some(ClockTime(12 * 60));
    assert_eq!(blocking(&hour), []);
    hour.occurred_on = None;
    assert_eq!(blocking(&hour), [SigningFindingCode::DateMissing]);
}

#[test]
fn a_failed_attempt_needs_no_text_and_a_held_one_does() {
    let mut attempt = draft(&[1], vec![]);
    assert_eq!(blocking(&attempt), [SigningFindingCode::NothingWritten]);
    attempt.header.outcome = Some(Outcome::Held);
    assert_eq!(blocking(&attempt), [SigningFindingCode::NothingWritten]);
    attempt.header.outcome = Some(Outcome::NoAnswer);
    assert_eq!(blocking(&attempt), []);
}

#[test]
fn siblings_share_an_act_and_a_hash_and_limited_paragraphs_stay_where_they_belong() {
    let limited = DraftSegment {
        files: vec![case(2)],
        ..paragraph("Solo di Luca.")
    };
    let plan = sign(&draft(&[1, 2], vec![paragraph("Di tutti e due."), limited]))
        .ok()
        .unwrap();
    let entries: Vec<_> = plan.entries().map(|(_, entry)| entry.clone()).collect();
    let [first, second] = entries.as_slice() else {
        panic!("two entries, not {}", entries.len());
    };
    assert!(first.act == second.act && first.files == 2);
    assert_eq!(
        (
            first.case,
            second.case,
            first.segments.len(),
            second.segments.len()
        ),
        (Some(case(1)), Some(case(2)), 1, 2)
    );
    assert_eq!(open_hash(&first.segments[0]), open_hash(&second.segments[0]));
    assert!(open_hash(&first.segments[0]).is_some());
    assert_ne!(first.hash, second.hash);
    let nothing = DraftSegment {
        files: vec![case(2)],
        ..paragraph("x")
    };
    assert_eq!(
        blocking(&draft(&[1, 2], vec![nothing])),
        [SigningFindingCode::FileWithoutText]
    );
}

#[test]
fn a_reserved_file_keeps_only_the_stub_in_the_diary() {
    let plan = sign(&draft(&[3], vec![paragraph("La madre piange.")]))
        .ok()
        .unwrap();
    let (_, entry) = plan.entries().next().unwrap();
    let diary = serde_json::to_string(entry).unwrap();
    assert!(!diary.contains("madre") && entry.header.is_none() && entry.header_hash.is_some());
    let parts = reserved(&plan);
    assert_eq!(parts.len(), 2);
    assert!(
        parts
            .iter()
            .all(|(scope, _)| *scope == ScopeId::new(case(3).uuid(), ScopeKind::CaseReserved))
    );
    for (_, part) in &parts {
        let kept = match part.segment {
            None => entry.header_hash.clone(),
            Some(_) => entry.segments.iter().find_map(|s| match &s.wording {
                Wording::Withheld { hash, .. } => Some(hash.clone()),
                Wording::Open { .. } => None,
            }),
        };
        assert_eq!(kept, Some(reserved_hash(part)));
    }
}

#[test]
fn a_paragraph_goes_to_its_own_readers_and_the_stub_does_not_name_them() {
    let secret = DraftSegment {
        read_by: Some(ReadBy {
            level: Confidentiality::Secret,
            readers: vec![OperatorId(Uuid::from_u128(101))],
        }),
        ..paragraph("Rivelazione.")
    };
    let mut whole = draft(&[1], vec![paragraph("Aperto."), secret]);
    let plan = sign(&whole).ok().unwrap();
    let (_, entry) = plan.entries().next().unwrap();
    assert!(entry.header.is_some(), "the entry itself stays open");
    let body = serde_json::to_string(entry).unwrap();
    assert!(!body.contains("Rivelazione") && !body.contains(&Uuid::from_u128(101).to_string()));
    let parts = reserved(&plan);
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].0.kind, ScopeKind::Secret);
    assert!(parts[0].1.read_by.readers.contains(&AUTHOR));
    whole.read_by = Some(Confidentiality::Secret.into());
    assert_eq!(blocking(&whole), [SigningFindingCode::SecretWithoutReaders]);
}

#[test]
fn an_action_in_a_class_needs_no_person() {
    let mut action = draft(&[], vec![paragraph("Laboratorio in classe.")]);
    action.header.kind = EntryKind::AzionePreventiva;
    action.collective = Some(Collective::School {
        school: SchoolId(Uuid::from_u128(5)),
    });
    let plan = sign(&action).ok().unwrap();
    assert_eq!(plan.rows[0].scope, ScopeId::new(OFFICE, ScopeKind::Activities));
    action.read_by = Some(Confidentiality::Private.into());
    assert_eq!(blocking(&action), [SigningFindingCode::LevelNeedsFile]);
}

#[test]
fn an_entry_to_place_stays_with_its_author_and_keeps_its_levels() {
    let private = DraftSegment {
        read_by: Some(Confidentiality::Private.into()),
        ..paragraph("Al telefono, in corridoio.")
    };
    let plan = sign(&draft(&[], vec![private])).ok().unwrap();
    assert_eq!(plan.rows.len(), 1);
    assert_eq!(plan.rows[0].scope, ScopeId::new(AUTHOR.uuid(), ScopeKind::Draft));
    let (id, entry) = plan.entries().next().unwrap();
    let again = reopen(id, entry, &[]);
    assert_eq!(again.texts[0].segments[0].text, "Al telefono, in corridoio.");
    assert!(again.texts[0].segments[0].read_by == Some(Confidentiality::Private.into()));
}

#[test]
fn several_texts_share_the_time_and_nothing_else() {
    let mut morning = draft(&[1], vec![paragraph("Di Anna.")]);
    morning.texts.push(DraftText {
        files: vec![case(2)],
        segments: vec![paragraph("Di Bruno.")],
        ..DraftText::default()
    });
    morning.header.time.minutes = Some(45);
    let plan = sign(&morning).ok().unwrap();
    let minutes: Vec<_> = plan
        .entries()
        .map(|(_, e)| e.header.as_ref().and_then(|h| h.time.minutes))
        .collect();
    assert_eq!(minutes, [Some(23), Some(22)]);
    for (_, entry) in plan.entries() {
        let body = serde_json::to_string(entry).unwrap();
        assert!(entry.several && body.contains("Anna") != body.contains("Bruno"));
    }
    let activity = plan.rows.iter().find_map(|row| match &row.record {
        Planned::Activity(activity) => Some((row.scope, activity.clone())),
        _ => None,
    });
    let (scope, activity) = activity.unwrap();
    assert_eq!(scope, ScopeId::new(OFFICE, ScopeKind::Activities));
    assert_eq!((activity.time.minutes, activity.texts), (Some(45), 2));
    assert!(
        !serde_json::to_string(&activity)
            .unwrap()
            .contains(&case(1).to_string())
    );
    morning.texts[1].files.clear();
    assert_eq!(blocking(&morning), [SigningFindingCode::TextWithoutFile]);
    morning.texts[1].files.push(case(1));
    assert_eq!(blocking(&morning), [SigningFindingCode::FileTwice]);
}

#[test]
fn a_morning_in_a_class_leaves_a_text_a_pupil_one_of_the_class_and_one_of_who_has_no_file_yet() {
    let mut morning = draft(&[1], vec![paragraph("Di Anna.")]);
    let text = |words| DraftText {
        segments: vec![paragraph(words)],
        ..DraftText::default()
    };
    morning.texts.push(text("Della classe."));
    assert_eq!(blocking(&morning), [SigningFindingCode::TextWithoutFile]);
    let school = SchoolId(Uuid::from_u128(5));
    morning.collective = Some(Collective::School { school });
    morning.texts.push(DraftText {
        participants: vec![Participant::Other {
            name: "Carlo".to_owned(),
            role: None,
        }],
        ..text("Di Carlo, che non ha cartella.")
    });
    let plan = sign(&morning).ok().unwrap();
    let home = |row: &PlannedRow| match &row.record {
        Planned::Entry(entry) => Some((row.scope.kind, entry.collective.is_some())),
        _ => None,
    };
    let homes: Vec<_> = plan.rows.iter().filter_map(home).collect();
    assert_eq!(
        homes,
        [
            (ScopeKind::CaseDiary, false),
            (ScopeKind::Activities, true),
            (ScopeKind::Draft, false)
        ],
        "what is of one pupil never stands where everybody of the office reads"
    );
    morning.texts.push(text("Ancora della classe."));
    assert_eq!(blocking(&morning), [SigningFindingCode::TextWithoutFile]);
    morning.texts.pop();
    morning.read_by = Some(Confidentiality::Reserved.into());
    assert_eq!(blocking(&morning), [SigningFindingCode::LevelNeedsFile]);
}

#[test]
fn a_group_class_or_school_must_be_named() {
    let mut group = draft(&[], vec![paragraph("Gruppo di parola.")]);
    for unnamed in [
        Collective::Group { name: " ".to_owned() },
        Collective::School {
            school: SchoolId::default(),
        },
    ] {
        group.collective = Some(unnamed);
        assert_eq!(blocking(&group), [SigningFindingCode::CollectiveUnnamed]);
    }
    group.collective = Some(Collective::Group {
        name: "Gruppo genitori".to_owned(),
    });
    assert_eq!(blocking(&group), []);
}

#[test]
fn late_entries_bear_their_mark_and_transcribed_ones_do_not() {
    let mut old = draft(&[1], vec![paragraph("x")]);
    old.occurred_on = "2026-04-10".parse().ok();
    assert!(sign(&old).ok().unwrap().entries().all(|(_, e)| e.late));
    old.transcribed = Some(Transcription {
        author: "dott.ssa Bianchi".to_owned(),
        written_on: None,
    });
    assert!(sign(&old).ok().unwrap().entries().all(|(_, e)| !e.late));
    old.transcribed = Some(Transcription::default());
    assert_eq!(blocking(&old), [SigningFindingCode::TranscriptionWithoutAuthor]);
}

#[test]
fn actions_and_promises_are_written_once_where_their_text_lives() {
    let promise = DraftSegment {
        category: Some(Category::Commitment {
            who: Some("la madre".to_owned()),
            due: "2026-05-01".parse().ok(),
        }),
        ..paragraph("Iscrive Anna al nido.")
    };
    let mut entry = draft(&[3, 1], vec![promise]);
    entry.texts[0].actions.push(DraftAction {
        what: "Sentire la scuola".to_owned(),
        ..DraftAction::default()
    });
    let plan = sign(&entry).ok().unwrap();
    let actions: Vec<_> = plan
        .rows
        .iter()
        .filter_map(|row| match &row.record {
            Planned::Action(action) => Some((row.scope.kind, action.what.clone(), action.due.is_some())),
            _ => None,
        })
        .collect();
    assert_eq!(
        actions,
        [
            (ScopeKind::CaseReserved, "Sentire la scuola".to_owned(), false),
            (ScopeKind::CaseReserved, "Iscrive Anna al nido.".to_owned(), true),
        ]
    );
}

#[test]
fn the_hash_covers_version_kind_author_date_and_words() {
    let hash = |change: &dyn Fn(&mut EntryDraft)| {
        let mut entry = draft(&[1], vec![paragraph("Parole.")]);
        change(&mut entry);
        let plan = sign(&entry).ok().unwrap();
        plan.entries().map(|(_, e)| e.hash.clone()).next().unwrap()
    };
    let plain = hash(&|_| {});
    assert_eq!(plain, hash(&|_| {}));
    assert_ne!(plain, hash(&|d| d.header.kind = EntryKind::Colloquio));
    assert_ne!(plain, hash(&|d| d.occurred_on = "2026-04-13".parse().ok()));
    assert_ne!(plain, hash(&|d| d.texts[0].segments[0].text.push('!')));
    assert_ne!(
        plain,
        hash(&|d| d.texts[0].segments[0].category = Some(Category::Hypothesis))
    );
}

#[test]
fn a_reserved_entry_signed_in_the_wrong_file_reopens_whole() {
    let mut entry = draft(&[3], vec![paragraph("Primo."), paragraph("Secondo.")]);
    entry.header.kind = EntryKind::Colloquio;
    let plan = sign(&entry).ok().unwrap();
    let parts: Vec<_> = reserved(&plan).into_iter().map(|(_, part)| part).collect();
    let (id, signed) = plan.entries().next().unwrap();
    let again = reopen(id, signed, &parts);
    assert!(again.header == entry.header && again.is_to_place());
    let texts: Vec<_> = again.texts[0].segments.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(texts, ["Primo.", "Secondo."]);
    assert!(again.read_by == Some(Confidentiality::Reserved.into()));
    assert!(again.texts[0].segments.iter().all(|s| s.read_by.is_none()));
}
