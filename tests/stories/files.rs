//! Cases and drafts for the stories of the diary.

use cartella_app::{
    diary::{Sign, SignAnswer, sign},
    drafts::{SaveDraft, save},
};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile},
    diary::{DraftSegment, DraftText, EntryDraft, FORM_ENTRY},
    ids::{CaseId, DraftId, EntryId, GroupId, OperatorId, PersonId, RecordId},
    people::Person,
    scope::{ScopeId, ScopeKind},
    services::Service,
};
use cartella_testkit::Office;

/// A case of a new person, in the charge of the operator who acts.
pub fn case(office: &mut Office, service: Service, surname: &str) -> CaseId {
    case_together(office, service, surname, None)
}

/// The same, opened together with others.
pub fn case_together(
    office: &mut Office,
    service: Service,
    surname: &str,
    together: Option<GroupId>,
) -> CaseId {
    let session = &mut office.session;
    let (person, case): (PersonId, CaseId) = (session.id(), session.id());
    session
        .write(|act| {
            act.create(
                ScopeId::new(person.uuid(), ScopeKind::Person),
                person,
                &Person {
                    surname: Some(surname.to_owned()),
                    ..Person::default()
                },
            )?;
            act.create(
                ScopeId::new(case.uuid(), ScopeKind::CaseCore),
                case,
                &CaseFile {
                    person: Some(person),
                    service: Some(service),
                    opened_together: together,
                    ..CaseFile::default()
                },
            )
        })
        .unwrap();
    let me = session.operator();
    assign(office, case, me, AssignmentRole::Responsabile);
    case
}

/// Assigns an operator to a case from the year's beginning.
pub fn assign(office: &mut Office, case: CaseId, operator: OperatorId, role: AssignmentRole) {
    let session = &mut office.session;
    let id: RecordId = session.id();
    session
        .write(|act| {
            act.create(
                ScopeId::new(case.uuid(), ScopeKind::CaseCore),
                id,
                &Assignment {
                    case: Some(case),
                    operator: Some(operator),
                    role,
                    from: "2020-01-01".parse().ok(),
                    ..Assignment::default()
                },
            )
        })
        .unwrap();
}

/// A paragraph.
pub fn paragraph(text: &str) -> DraftSegment {
    DraftSegment {
        text: text.to_owned(),
        ..DraftSegment::default()
    }
}

/// A draft of today with these paragraphs for these files.
pub fn draft(office: &Office, files: &[CaseId], segments: Vec<DraftSegment>) -> EntryDraft {
    EntryDraft {
        occurred_on: Some(office.session.today()),
        texts: vec![DraftText {
            files: files.to_vec(),
            segments,
            ..DraftText::default()
        }],
        ..EntryDraft::default()
    }
}

/// Keeps a draft.
pub fn keep(office: &mut Office, content: &EntryDraft) -> DraftId {
    let input = SaveDraft {
        id: None,
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content: serde_json::to_value(content).unwrap(),
        started_from: None,
    };
    save(&mut office.session, input).unwrap().id
}

/// Keeps and signs a draft.
pub fn signed(office: &mut Office, content: &EntryDraft) -> Vec<EntryId> {
    let draft = keep(office, content);
    match sign(&mut office.session, Sign { draft, content: None }).unwrap() {
        SignAnswer::Signed { entries, .. } => entries,
        SignAnswer::NotYet { findings } => panic!("not signed: {findings:?}"),
    }
}
