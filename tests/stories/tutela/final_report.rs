//! Relazione finale: gathers what the record knows, is signed by the responsible, closes the case, and stays as it was signed.

use super::{
    as_other,
    report::{case, co_sign, firm, go, missing, read, write},
};
use crate::{
    files::{assign, draft, paragraph, signed},
    plans,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code, Error, Session,
    cases::{CloseCase, OneCase, close, get},
    commands::Nothing,
    drafts::{SaveDraft, save},
    plans::{GoalOutcome, PlanRef, ReviewPlan, get as plan, review},
    session::{ChangeOfficeSettings, change_office_settings},
    tutela::{
        FORM_REPORT, IncludeEntries, PaperFormat, ReportMove, ReportRef, ReportWaits, ReportsOfCase,
        SaveReport, StartFinalReport, include_entries, my_reports, of_case, refresh_report, report, reports,
        save_report, start_final_report,
    },
};
use cartella_documents::relazione::PaperWords;
use cartella_domain::{
    cases::{AssignmentRole, Paper, State, motivi_chiusura, situazioni_chiusura},
    ids::{CaseId, RecordId},
    plans::{ReviewResult, goal_outcomes, plan_closing_reasons},
    rights::{Confidentiality, Role},
    services::Service,
    tutela::{LegameRelazione, RelazioneTesto, ReportFinding, StatoRelazione},
};
use cartella_testkit::Office;

fn begin(session: &mut Session, case: CaseId) -> Result<RecordId, Error> {
    let service = session.case_facts(case).unwrap().service;
    let code = if service == Service::Sad {
        "CONCLUSIONE"
    } else {
        "4"
    };
    let input = StartFinalReport {
        case,
        reason: motivi_chiusura(service).answer(code),
        situation: None,
    };
    start_final_report(session, input).map(|done| done.report)
}

fn assess(session: &mut Session, report: RecordId) {
    let shown = read(session, report).text.unwrap();
    let text = RelazioneTesto {
        assessment: Some("Obiettivi raggiunti,\n  la rete tiene.".into()),
        ..shown.value
    };
    write(session, report, text, shown.seen).unwrap();
}

/// Begun, written and signed.
fn done(session: &mut Session, case: CaseId) -> RecordId {
    let id = begin(session, case).unwrap();
    assess(session, id);
    firm(session, id).unwrap();
    id
}

fn closing(case: CaseId, report: Option<RecordId>) -> CloseCase {
    CloseCase {
        case,
        on: None,
        reason: motivi_chiusura(Service::Sad).answer("CONCLUSIONE"),
        situation: situazioni_chiusura(Service::Sad).answer("DOMICILIO"),
        final_report: None,
        report,
        note: None,
    }
}

fn listed(session: &mut Session, case: CaseId) -> ReportsOfCase {
    reports(session, OneCase { case }).unwrap()
}

fn paper_of(session: &mut Session, case: CaseId) -> Option<Paper> {
    let page = get(session, OneCase { case }).unwrap();
    match &page.episodes[0].state {
        State::Chiuso { final_report, .. } => final_report.clone(),
        other => panic!("not closed: {:?}", other.name()),
    }
}

/// A plan whose goals came out in full and not at all, closed.
fn ended_plan(office: &mut Office, case: CaseId) {
    let id = plans::signed(office, case);
    let goals = plan(&mut office.session, PlanRef { id }).unwrap().goals;
    let outcome = |at: usize, code: &str| GoalOutcome {
        goal: goals[at].id,
        outcome: goal_outcomes().answer(code).unwrap(),
    };
    let input = ReviewPlan {
        id,
        on: None,
        present: None,
        text: None,
        outcomes: vec![outcome(0, "3"), outcome(1, "1")],
        result: ReviewResult::Closed {
            reason: plan_closing_reasons().answer("PARZIALE"),
        },
    };
    review(&mut office.session, input).unwrap();
}

#[test]
fn it_gathers_plan_goals_and_what_was_given_is_signed_and_closes_the_case() {
    let mut office = Office::new(460).unwrap();
    let case = case(&mut office, Service::Sad, "Anna");
    ended_plan(&mut office, case);
    for level in [Confidentiality::Service, Confidentiality::Private] {
        let mut content = draft(&office, &[case], vec![paragraph("Visita.")]);
        content.read_by = Some(level.into());
        signed(&mut office, &content);
    }
    let session = &mut office.session;
    let id = begin(session, case).unwrap();
    let text = read(session, id).text.unwrap().value;
    assert_eq!(text.people[0].tie, LegameRelazione::Persona, "no minor");
    let known = text.concluded.clone().unwrap();
    assert_eq!(
        (known.service, known.number, known.plans[0].goals.len()),
        (Some(Service::Sad), 1, 2)
    );
    assert_eq!(known.since.map(|since| since.year), Some(2020));
    assert_eq!(text.reached.as_deref(), Some("Frequenza regolare"));
    assert_eq!(text.not_reached.as_deref(), Some("Autonomia nello studio"));
    assert_eq!(known.services.len(), 1);
    assert_eq!(
        known.services[0].times, 1,
        "what is for author and responsible is not counted for the others"
    );
    // Nobody approves it; without its assessment it is not signed.
    let lacking = firm(session, id).unwrap_err();
    assert!(missing(&lacking).contains("final_assessment_missing"));
    let approve = ReportMove::Approve { otherwise: None };
    assert_eq!(go(session, id, approve).unwrap_err().code, Code::NoSuchMove);
    let unsigned = close(session, closing(case, Some(id))).unwrap_err();
    assert_eq!(unsigned.code, Code::FinalReportNotSigned);
    assess(session, id);
    firm(session, id).unwrap();
    let shown = read(session, id);
    let frozen = shown.signed.unwrap();
    assert_eq!(
        frozen.text.unwrap().assessment.as_deref(),
        Some("Obiettivi raggiunti,\n  la rete tiene.")
    );
    assert!(frozen.mandate.is_none() && frozen.file.is_some() && !shown.made_on_mandate);
    let again = write(session, id, shown.text.unwrap().value, Vec::new()).unwrap_err();
    assert_eq!(again.code, Code::AlreadySigned);
    let line = &listed(session, case).reports[0];
    assert!(line.answers && line.state == StatoRelazione::Firmata);
    assert_eq!(line.reason, motivi_chiusura(Service::Sad).answer("CONCLUSIONE"));
    close(session, closing(case, Some(id))).unwrap();
    let paper = paper_of(session, case).unwrap();
    assert_eq!(paper.on, Some(session.today()));
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn closing_takes_the_paper_one_or_none_where_the_office_says_so() {
    let mut office = Office::new(461).unwrap();
    let anna = case(&mut office, Service::Sad, "Anna");
    let luca = case(&mut office, Service::Sad, "Luca");
    let session = &mut office.session;
    let none = close(session, closing(anna, None)).unwrap_err();
    assert!(format!("{:?}", none.params).contains("final_report"));
    let of_luca = done(session, luca);
    let other = close(session, closing(anna, Some(of_luca))).unwrap_err();
    assert_eq!(other.code, Code::NotFound, "that of another case closes none");
    let decided = ChangeOfficeSettings {
        closes_without_report: Some(vec![Service::Sad]),
        ..ChangeOfficeSettings::default()
    };
    let office_says = change_office_settings(session, decided).unwrap();
    assert_eq!(office_says.closes_without_report, [Service::Sad]);
    assert!(!listed(session, anna).asked);
    close(session, closing(anna, None)).unwrap();
    assert_eq!(paper_of(session, anna), None);
    let input = CloseCase {
        final_report: Some(Paper {
            on: Some(session.today()),
            protocol: Some("9/2026".into()),
            waived: None,
        }),
        ..closing(luca, None)
    };
    close(session, input).unwrap();
    assert_eq!(
        paper_of(session, luca).unwrap().protocol.as_deref(),
        Some("9/2026")
    );
    // The office asks again: what was closed without lacks it, until it is signed here.
    let asked = ChangeOfficeSettings {
        closes_without_report: Some(Vec::new()),
        ..ChangeOfficeSettings::default()
    };
    change_office_settings(session, asked).unwrap();
    let lacks = |session: &mut Session| {
        let page = get(session, OneCase { case: anna }).unwrap();
        format!("{:?}", page.findings).contains("FinalReport")
    };
    assert!(lacks(session));
    done(session, anna);
    assert!(!lacks(session));
    assert_eq!(paper_of(session, anna).unwrap().on, Some(session.today()));
}

#[test]
fn who_works_on_the_case_reads_and_writes_it_and_only_the_responsible_signs() {
    let mut office = Office::new(462).unwrap();
    let case = case(&mut office, Service::TutelaMinori, "Anna");
    let paola = office.colleague("Riva", Role::Psicologo).unwrap();
    let (ada, outside) = (
        office.colleague("Galli", Role::Amministrativo).unwrap(),
        office.colleague("Corti", Role::AssistenteSociale).unwrap(),
    );
    assign(&mut office, case, paola, AssignmentRole::Psicologo);
    let session = &mut office.session;
    let id = begin(session, case).unwrap();
    assess(session, id);
    for operator in [ada, outside] {
        as_other(session, operator, |session| {
            let told = reports(session, OneCase { case });
            assert!(told.is_err() || told.unwrap().reports.is_empty());
            let refused = report(session, ReportRef { report: id }).err().unwrap();
            assert!(matches!(refused.code, Code::Forbidden | Code::NotFound));
            assert!(begin(session, case).is_err());
        });
    }
    // It stands with no court's papers.
    assert!(of_case(session, OneCase { case }).unwrap().reports.is_empty());
    let operators = vec![paola];
    go(session, id, ReportMove::CoSigners { operators }).unwrap();
    let lacking = firm(session, id).unwrap_err();
    assert!(missing(&lacking).contains("signature_missing"));
    as_other(session, paola, |session| {
        assert!(!read(session, id).signs);
        assert_eq!(firm(session, id).unwrap_err().code, Code::Forbidden);
        let waits = my_reports(session, Nothing {}).unwrap().reports;
        assert_eq!(waits[0].waits, ReportWaits::CoSigning);
        go(session, id, co_sign(paola)).unwrap();
    });
    firm(session, id).unwrap();
    let mine = my_reports(session, Nothing {}).unwrap().reports;
    assert!(mine.is_empty(), "it need not leave");
    let scope: String = session
        .archive()
        .db()
        .query_row("SELECT DISTINCT scope FROM relazione", [], |row| row.get(0))
        .unwrap();
    assert!(scope.starts_with("case.reserved:"), "{scope}");
    let firms: String = session
        .archive()
        .db()
        .query_row("SELECT DISTINCT scope FROM relazione_firma", [], |row| row.get(0))
        .unwrap();
    assert_eq!(scope, firms, "card and signatures live together");
}

#[test]
fn one_that_is_begun_is_gone_on_with_read_again_given_up_and_begun_anew() {
    let mut office = Office::new(463).unwrap();
    let case = case(&mut office, Service::Sad, "Anna");
    let id = begin(&mut office.session, case).unwrap();
    assess(&mut office.session, id);
    let content = draft(&office, &[case], vec![paragraph("Ultima visita.")]);
    let entries = signed(&mut office, &content);
    let session = &mut office.session;
    assert_eq!(begin(session, case).unwrap(), id, "no second one");
    refresh_report(session, ReportRef { report: id }).unwrap();
    let text = read(session, id).text.unwrap().value;
    assert_eq!(text.concluded.unwrap().services[0].times, 1);
    assert!(text.assessment.is_some(), "what was written stays");
    let include = IncludeEntries { report: id, entries };
    assert_eq!(
        include_entries(session, include).unwrap_err().code,
        Code::NoSuchMove
    );
    let leave = || ReportMove::Leave {
        reason: "resta in carico".into(),
    };
    go(session, id, leave()).unwrap();
    assert_eq!(firm(session, id).unwrap_err().code, Code::NoSuchMove);
    assert!(!read(session, id).writes && my_reports(session, Nothing {}).unwrap().reports.is_empty());
    let next = begin(session, case).unwrap();
    assert_ne!(next, id);
    let left: Vec<_> = listed(session, case).reports.iter().map(|one| one.left).collect();
    assert_eq!(left.iter().filter(|left| **left).count(), 1);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn it_leaves_as_pdf_and_docx_and_what_was_typed_is_kept_over_a_lock() {
    let mut office = Office::new(464).unwrap();
    let case = case(&mut office, Service::Sad, "Anna");
    let session = &mut office.session;
    let id = begin(session, case).unwrap();
    let typed = RelazioneTesto {
        course: Some("Scritto e non salvato".into()),
        ..read(session, id).text.unwrap().value
    };
    let content = serde_json::to_value(&typed).unwrap();
    let input = SaveDraft {
        id: None,
        kind: FORM_REPORT.into(),
        subject: Some(id),
        content,
        started_from: None,
    };
    save(session, input).unwrap();
    assert!(read(session, id).draft.unwrap().text == Some(typed));
    assess(session, id);
    let refused = firm(session, id).unwrap_err();
    assert_eq!(refused.code, Code::ReportNotSaved, "the draft is not left behind");
    for (format, head) in [(PaperFormat::Pdf, "%PDF"), (PaperFormat::Docx, "PK")] {
        let words = PaperWords::default();
        let input = SaveReport {
            report: id,
            format,
            words,
        };
        let content = save_report(session, input).unwrap().content;
        assert!(STANDARD.decode(content).unwrap().starts_with(head.as_bytes()));
    }
    let findings = read(session, id).findings;
    assert!(!findings.contains(&ReportFinding::ApprovalMissing));
}
