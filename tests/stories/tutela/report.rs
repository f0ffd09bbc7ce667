//! Relazione all'A.G.: gathered without mixing, drafts signed and included, co-signed, signed and frozen, sent.

mod guards;
mod leaving;

use super::{
    as_other, coming_in, mandate,
    measure::{case_in, torn_copy},
    order, page, registered,
};
use crate::files::{assign, draft, keep, paragraph, signed};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code, Error, Session,
    cases::{EndAssignment, OneCase, OpenCase, end_assignment, open},
    commands::Nothing,
    diary::{Classify, Sign, SignAnswer, classify, sign},
    drafts::{SaveDraft, save},
    people::{CreatePerson, create},
    tutela::{
        EditReport, FORM_REPORT, IncludeEntries, MoveReport, PaperFormat, ReportMove, ReportPage, ReportRef,
        ReportWaits, SaveReport, SignReport, StartReport, edit_report, include_entries, move_report,
        my_reports, refresh_report, report, save_report, sign_report, start_report,
    },
};
use cartella_archive::audit::Act;
use cartella_documents::relazione::PaperWords;
use cartella_domain::{
    cases::AssignmentRole,
    deadlines::{State, TermKey},
    diary::{Category, DraftSegment},
    ids::{CaseId, DraftId, OperatorId, RecordId},
    people::Person,
    rights::{Confidentiality, Role},
    services::Service,
    tutela::{
        Assenso, Brano, Mandato, Mezzo, RelazioneTesto, ReportFinding, StatoMandato, StatoRelazione, Termine,
    },
};
use cartella_testkit::{Office, session_in};
use sha2::{Digest as _, Sha256};

/// A case of a minor, in her charge, as it is opened.
pub(super) fn case(office: &mut Office, service: Service, surname: &str) -> CaseId {
    let session = &mut office.session;
    let child = CreatePerson {
        person: Person {
            surname: Some(surname.into()),
            ..Person::default()
        },
        ..CreatePerson::default()
    };
    let child = create(session, child).unwrap().id;
    let own = session.operator();
    let wanted = serde_json::json!({
        "people": [child], "service": service, "responsible": own, "assigned_from": "2020-01-01",
        "running": { "is": "in_carico", "on": "2020-01-01" },
    });
    let wanted: OpenCase = serde_json::from_value(wanted).unwrap();
    open(session, wanted).unwrap().cases[0]
}

fn said(text: &str, category: Option<Category>) -> DraftSegment {
    DraftSegment {
        category,
        ..paragraph(text)
    }
}

fn reported() -> Option<Category> {
    Some(Category::Reported {
        by: Some("la madre".into()),
        verbatim: false,
    })
}

/// A mandate for new cases, and the record of it in the first one's file.
fn under(office: &mut Office, cases: &[CaseId], mandate: Mandato) -> RecordId {
    let done = coming_in(cases, order("IND_PSICOSOC"), vec![mandate]);
    registered(&mut office.session, done);
    page(&mut office.session, cases[0]).orders[0].mandates[0]
        .mandate
        .id
}

fn under_mandate(office: &mut Office, cases: &[CaseId]) -> RecordId {
    under(office, cases, mandate(Termine::NonIndicato))
}

fn started(session: &mut Session, mandate: RecordId) -> RecordId {
    let start = StartReport {
        mandate,
        kind: Some("INDAGINE_PSICOSOCIALE".into()),
        from: "2026-01-01".parse().ok(),
        to: None,
    };
    start_report(session, start).unwrap().report
}

pub(super) fn read(session: &mut Session, id: RecordId) -> ReportPage {
    report(session, ReportRef { report: id }).unwrap()
}

pub(super) fn go(session: &mut Session, report: RecordId, step: ReportMove) -> Result<(), Error> {
    move_report(session, MoveReport { report, step }).map(|_| ())
}

pub(super) fn firm(session: &mut Session, report: RecordId) -> Result<(), Error> {
    let words = PaperWords::default();
    sign_report(session, SignReport { report, words }).map(|_| ())
}

pub(super) fn write(
    session: &mut Session,
    report: RecordId,
    text: RelazioneTesto,
    seen: Vec<String>,
) -> Result<(), Error> {
    let edit = EditReport {
        report,
        text,
        seen,
        draft: None,
    };
    edit_report(session, edit).map(|_| ())
}

fn waived() -> ReportMove {
    ReportMove::Approve {
        otherwise: Some(Assenso::Dispensato {
            reason: "coordinatrice assente".into(),
        }),
    }
}

pub(super) fn co_sign(operator: OperatorId) -> ReportMove {
    ReportMove::CoSign {
        operator,
        otherwise: None,
    }
}

pub(super) fn missing(refused: &Error) -> String {
    assert_eq!(refused.code, Code::ReportNotReady);
    format!("{:?}", refused.params)
}

/// A report with one fact, ready but for the signatures.
fn with_a_fact(office: &mut Office, cases: &[CaseId]) -> RecordId {
    let mandate = under_mandate(office, cases);
    let content = draft(
        office,
        &cases[..1],
        vec![said("Visto.", Some(Category::Observed))],
    );
    signed(office, &content);
    started(&mut office.session, mandate)
}

#[test]
fn scenario_6_a_report_keeps_categories_apart_and_refuses_to_be_signed_mixed() {
    let mut office = Office::new(440).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let mandate = under_mandate(&mut office, &[anna]);
    let method = Some("colloquio".into());
    let paragraphs = vec![
        said("La casa è in ordine.", Some(Category::Observed)),
        said("Il padre non torna.", reported()),
        said("Legame saldo.", Some(Category::Assessment { method })),
        said("Frigorifero vuoto.", None),
    ];
    let content = draft(&office, &[anna], paragraphs);
    let entry = signed(&mut office, &content)[0];
    let session = &mut office.session;
    let id = started(session, mandate);
    let shown = read(session, id);
    let text = shown.text.clone().unwrap();
    assert_eq!(text.value.people[0].name, "Anna", "the family stands in it");
    assert_eq!(text.value.activities.len(), 1, "and what was done");
    let lengths = |text: &RelazioneTesto| (text.facts.len(), text.statements.len(), text.evaluations.len());
    assert_eq!(lengths(&text.value), (1, 1, 1));
    // A paragraph waits to be classified; classified here, it goes in.
    let waits = shown.waiting[0]
        .segments
        .iter()
        .find(|one| one.category.is_none())
        .unwrap();
    let kind = Classify {
        entry,
        segment: waits.id,
        category: Some(Category::Observed),
    };
    classify(session, kind).unwrap();
    let include = IncludeEntries {
        report: id,
        entries: vec![entry],
    };
    assert_eq!(include_entries(session, include).unwrap().taken, 1);
    let shown = read(session, id);
    assert!(shown.waiting.is_empty());
    let text = shown.text.clone().unwrap();
    assert_eq!(lengths(&text.value), (2, 1, 1));
    go(session, id, waived()).unwrap();
    // Somebody moves a statement under the facts: it is not signed.
    let mut mixed = text.value.clone();
    let statement = mixed.statements.remove(0);
    mixed.facts.push(statement);
    write(session, id, mixed, text.seen).unwrap();
    assert!(missing(&firm(session, id).unwrap_err()).contains("mixed"));
    let seen = read(session, id).text.unwrap().seen;
    write(session, id, text.value, seen).unwrap();
    firm(session, id).unwrap();
    let shown = read(session, id);
    assert_eq!(shown.signed.as_ref().unwrap().sources, [entry]);
    // Frozen: the text is not written any more, nor signed again.
    let frozen = write(session, id, shown.text.unwrap().value, Vec::new()).unwrap_err();
    assert_eq!(frozen.code, Code::AlreadySigned);
    assert_eq!(firm(session, id).unwrap_err().code, Code::AlreadySigned);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_draft_of_the_period_is_signed_and_included_and_what_is_for_few_stays_out() {
    let mut office = Office::new(441).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let mandate = under_mandate(&mut office, &[anna]);
    let mut content = draft(
        &office,
        &[anna],
        vec![said("Visto al parco.", Some(Category::Observed))],
    );
    content.texts[0].segments.push(DraftSegment {
        read_by: Some(Confidentiality::Private.into()),
        ..said("Solo per me.", Some(Category::Observed))
    });
    let draft = keep(&mut office, &content);
    let session = &mut office.session;
    let id = started(session, mandate);
    let shown = read(session, id);
    assert_eq!(shown.drafts.iter().map(|one| one.id).collect::<Vec<_>>(), [draft]);
    assert!(shown.findings.contains(&ReportFinding::NoFacts));
    let answer = sign(session, Sign { draft, content: None }).unwrap();
    let SignAnswer::Signed { entries, .. } = answer else {
        panic!("not signed")
    };
    let include = IncludeEntries { report: id, entries };
    assert_eq!(include_entries(session, include.clone()).unwrap().taken, 1);
    assert_eq!(include_entries(session, include).unwrap().taken, 0, "once");
    let text = read(session, id).text.unwrap().value;
    let words: Vec<_> = text.facts.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(words, ["Visto al parco."]);
    assert_eq!(text.activities.len(), 1);
}

#[test]
fn sending_meets_the_mandate_of_every_minor_and_the_segreteria_carries_without_reading() {
    let mut office = Office::new(442).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    let id = with_a_fact(&mut office, &[anna, luca]);
    let session = &mut office.session;
    let first = read(session, id);
    let minors: Vec<_> = first.minors.iter().map(|one| one.case).collect();
    assert_eq!(minors, [anna, luca], "one report, a card in each file");
    let operators = vec![paola];
    go(session, id, ReportMove::CoSigners { operators }).unwrap();
    go(session, id, waived()).unwrap();
    assert!(missing(&firm(session, id).unwrap_err()).contains("signature_missing"));
    let refused = go(session, id, co_sign(paola)).unwrap_err();
    assert_eq!(refused.code, Code::Forbidden, "nobody signs for another");
    let paper = ReportMove::CoSign {
        operator: paola,
        otherwise: Some(Assenso::SuCarta { on: session.today() }),
    };
    go(session, id, paper).unwrap();
    firm(session, id).unwrap();
    let on = session.today();
    let early = go(session, id, ReportMove::Send { on, means: None }).unwrap_err();
    assert_eq!(
        early.code,
        Code::NoSuchMove,
        "no report leaves without a protocol"
    );
    as_other(session, ada, |session| {
        let shown = read(session, id);
        assert!(shown.text.is_none() && shown.signed.is_none() && shown.carries && !shown.writes);
        let number = "77/2026".to_owned();
        go(session, id, ReportMove::Protocol { number, on }).unwrap();
        let means = Some(Mezzo::Pec);
        go(session, id, ReportMove::Send { on, means }).unwrap();
    });
    for case in [anna, luca] {
        let court = page(session, case);
        let state = court.orders[0].mandates[0].mandate.value.state.clone();
        assert_eq!(state, StatoMandato::Adempiuto { on, note: None });
        assert_eq!(court.reports[0].state, StatoRelazione::Inviata);
        // What was signed stands in each file.
        let shown = read(session, court.reports[0].report.id);
        let text = shown.signed.unwrap().text.unwrap();
        assert_eq!(text.facts[0].text, "Visto.");
        let met = met_by(session, case, court.orders[0].mandates[0].mandate.id);
        assert_eq!(
            met,
            Some(court.reports[0].report.id),
            "the term names what met it"
        );
    }
    go(session, id, ReportMove::Answered { on, order: None }).unwrap();
    let shown = read(session, id);
    assert_eq!(shown.state, StatoRelazione::Riscontrata);
    // Scenario 18: made for a judge, so who asks for a copy is sent to the court.
    assert!(shown.made_on_mandate);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

/// The record that met the first term of a mandate.
fn met_by(session: &mut Session, case: CaseId, mandate: RecordId) -> Option<RecordId> {
    let input = OneCase { case };
    let told = cartella_app::deadlines::of_case(session, input).unwrap();
    let of = |key: TermKey| key.record == mandate && key.nth == 0;
    let view = told.past.into_iter().find(|view| of(view.deadline.key)).unwrap();
    assert!(matches!(view.standing.state, State::Met | State::MetLate));
    view.deadline.met_by
}

#[test]
fn the_next_report_of_a_mandate_is_due_from_the_last() {
    let mut office = Office::new(443).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let again = Mandato {
        every_months: Some(6),
        ..mandate(Termine::Giorni { days: 60 })
    };
    let mandate = under(&mut office, &[anna], again);
    let content = draft(&office, &[anna], vec![said("Visto.", Some(Category::Observed))]);
    signed(&mut office, &content);
    let session = &mut office.session;
    let id = started(session, mandate);
    go(session, id, waived()).unwrap();
    firm(session, id).unwrap();
    let on = session.today();
    let number = "1/2026".to_owned();
    go(session, id, ReportMove::Protocol { number, on }).unwrap();
    go(session, id, ReportMove::Send { on, means: None }).unwrap();
    let view = &page(session, anna).orders[0].mandates[0];
    assert_eq!(view.mandate.value.state, StatoMandato::Aperto);
    assert_eq!(view.counted.from, Some(on));
    assert_eq!(view.counted.term, Termine::Mesi { months: 6 });
    let next = start_report(
        session,
        StartReport {
            mandate,
            kind: None,
            from: None,
            to: None,
        },
    );
    let next = read(session, next.unwrap().report).card.value;
    assert_eq!((next.nth, next.to), (1, Some(on)));
}

#[test]
fn a_minor_leaves_a_report_without_the_others() {
    let mut office = Office::new(444).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let id = with_a_fact(&mut office, &[anna, luca]);
    let session = &mut office.session;
    let of_luca = page(session, luca).reports[0].report.id;
    let leave = |reason: &str| ReportMove::Leave {
        reason: reason.into(),
    };
    let refused = go(session, of_luca, leave(" ")).unwrap_err();
    assert_eq!(refused.code, Code::ReasonMissing);
    go(session, of_luca, leave("ora lo segue un altro ente")).unwrap();
    let last = go(session, id, leave("anche lei")).unwrap_err();
    assert_eq!(last.code, Code::NoSuchMove, "a report is about somebody");
    refresh_report(session, ReportRef { report: id }).unwrap();
    let shown = read(session, id);
    let left: Vec<_> = shown.minors.iter().filter(|one| one.left.is_some()).collect();
    assert!(left.len() == 1 && left[0].case == luca && left[0].card == of_luca);
    let people: Vec<_> = shown.text.unwrap().value.people;
    assert_eq!(people.len(), 1);
    go(session, id, waived()).unwrap();
    firm(session, id).unwrap();
    let on = session.today();
    let number = "9".to_owned();
    go(session, id, ReportMove::Protocol { number, on }).unwrap();
    go(session, id, ReportMove::Send { on, means: None }).unwrap();
    assert_eq!(read(session, id).signed.unwrap().minors, ["Anna"]);
    let court = page(session, luca);
    assert_eq!(court.reports[0].state, StatoRelazione::InRedazione);
    assert_eq!(
        court.orders[0].mandates[0].mandate.value.state,
        StatoMandato::Aperto
    );
}

#[test]
fn two_who_sign_at_once_both_do_and_a_changed_text_is_signed_again() {
    let mut office = Office::new(445).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    let carla = office.colleague("Conti", Role::Pedagogista).unwrap();
    assign(&mut office, anna, paola, AssignmentRole::Psicologo);
    assign(&mut office, anna, carla, AssignmentRole::MiniEquipe);
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    let operators = vec![paola, carla];
    go(session, id, ReportMove::CoSigners { operators }).unwrap();
    go(session, id, waived()).unwrap();
    for who in [paola, carla] {
        as_other(session, who, |session| go(session, id, co_sign(who))).unwrap();
    }
    assert_eq!(read(session, id).findings, []);
    let text = read(session, id).text.unwrap();
    let changed = RelazioneTesto {
        proposals: Some("Si propone la conferma.".into()),
        ..text.value
    };
    write(session, id, changed, text.seen).unwrap();
    let refused = firm(session, id).unwrap_err();
    assert!(
        missing(&refused).contains("signature_missing"),
        "they signed another text"
    );
    let shown = read(session, id);
    assert_eq!(shown.signatures.iter().filter(|one| one.outdated).count(), 2);
    for who in [paola, carla] {
        as_other(session, who, |session| go(session, id, co_sign(who))).unwrap();
    }
    firm(session, id).unwrap();
    let signed = read(session, id).signed.unwrap();
    assert_eq!(signed.signatures.len(), 3);
    assert!(signed.names.values().any(|name| name.starts_with("Riva")));
}

#[test]
fn who_lost_the_right_signs_no_more() {
    let mut office = Office::new(446).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    assign(&mut office, anna, paola, AssignmentRole::MiniEquipe);
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    let operators = vec![paola];
    go(session, id, ReportMove::CoSigners { operators }).unwrap();
    as_other(session, paola, |session| {
        let text = read(session, id).text.unwrap();
        let mine = RelazioneTesto {
            resources: Some("La nonna.".into()),
            ..text.value
        };
        write(session, id, mine, text.seen).unwrap();
    });
    let cases = cartella_app::cases::get(session, OneCase { case: anna }).unwrap();
    let hers = cases
        .assignments
        .iter()
        .find(|one| one.operator == Some(paola))
        .unwrap();
    let end = EndAssignment {
        assignment: hers.id,
        to: session.today().plus_days(-1),
    };
    end_assignment(session, end).unwrap();
    as_other(session, paola, |session| {
        assert!(go(session, id, co_sign(paola)).is_err());
        assert!(report(session, ReportRef { report: id }).is_err());
        assert!(firm(session, id).is_err());
    });
    // What she wrote stands; her signature is had on paper, or not at all.
    let shown = read(session, id);
    assert_eq!(shown.text.unwrap().value.resources.as_deref(), Some("La nonna."));
    assert!(shown.findings.contains(&ReportFinding::SignatureMissing));
}

/// What is typed is a draft until it is saved: nothing is signed past it, and it ends with the saving.
#[test]
fn what_was_typed_and_not_saved_is_found_again_and_never_signed_past() {
    let mut office = Office::new(447).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    go(session, id, waived()).unwrap();
    let shown = read(session, id);
    let text = shown.text.unwrap();
    let typed = RelazioneTesto {
        living: Some("Dorme con la nonna.".into()),
        ..text.value.clone()
    };
    let draft: DraftId = shown.draft.unwrap().id;
    let input = SaveDraft {
        id: Some(draft),
        kind: FORM_REPORT.into(),
        subject: Some(id),
        content: serde_json::to_value(&typed).unwrap(),
        started_from: Some(serde_json::json!({ "seen": text.seen })),
    };
    save(session, input).unwrap();
    let again = read(session, id).draft.unwrap();
    assert_eq!((again.id, again.seen), (draft, text.seen.clone()));
    assert_eq!(again.text.unwrap().living.as_deref(), Some("Dorme con la nonna."));
    assert_eq!(firm(session, id).unwrap_err().code, Code::ReportNotSaved);
    let edit = EditReport {
        report: id,
        text: typed,
        seen: text.seen,
        draft: Some(draft),
    };
    edit_report(session, edit).unwrap();
    let shown = read(session, id);
    assert!(shown.draft.unwrap().text.is_none(), "the draft has ended");
    // The waiver was given for another text; a waiver holds all the same.
    firm(session, id).unwrap();
    let signed = read(session, id).signed.unwrap().text.unwrap();
    assert_eq!(signed.living.as_deref(), Some("Dorme con la nonna."));
}

#[test]
fn a_report_waits_for_whoever_has_the_next_step() {
    let mut office = Office::new(449).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    assign(&mut office, anna, paola, AssignmentRole::MiniEquipe);
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    let waits = |session: &mut Session| {
        let told = my_reports(session, Nothing {}).unwrap().reports;
        told.into_iter().map(|one| one.waits).collect::<Vec<_>>()
    };
    assert_eq!(waits(session), [ReportWaits::Writing]);
    let operators = vec![paola];
    go(session, id, ReportMove::CoSigners { operators }).unwrap();
    as_other(session, paola, |session| {
        assert_eq!(waits(session), [ReportWaits::CoSigning]);
        go(session, id, co_sign(paola)).unwrap();
        assert_eq!(waits(session), []);
    });
    go(session, id, waived()).unwrap();
    firm(session, id).unwrap();
    assert_eq!(as_other(session, ada, waits), [ReportWaits::Protocol]);
    let on = session.today();
    let number = "3".to_owned();
    go(session, id, ReportMove::Protocol { number, on }).unwrap();
    assert_eq!(waits(session), [ReportWaits::Sending]);
    go(session, id, ReportMove::Send { on, means: None }).unwrap();
    assert_eq!(waits(session), []);
}
