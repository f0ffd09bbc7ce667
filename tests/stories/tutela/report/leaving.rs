//! A report leaves: as PDF/A and DOCX, and whole when the power went in the middle.

use super::*;

/// It leaves as it was signed: the same bytes as then, by their hash; what is not signed says that it is a draft.
#[test]
fn a_report_leaves_as_pdf_and_docx_and_the_signed_pdf_is_the_one_that_was_signed() {
    let mut office = Office::new(448).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let id = with_a_fact(&mut office, &[anna]);
    let session = &mut office.session;
    let file = |session: &mut Session, format| {
        let words = PaperWords {
            letterhead: vec!["Azienda speciale".into()],
            ..PaperWords::default()
        };
        let input = SaveReport {
            report: id,
            format,
            words,
        };
        save_report(session, input).map(|file| STANDARD.decode(file.content).unwrap())
    };
    let exports = |session: &Session| {
        let action = Act::Export.number();
        let sql = format!("SELECT count(*) FROM audit WHERE action = {action}");
        session
            .archive()
            .db()
            .query_row(&sql, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    let before = exports(session);
    assert!(file(session, PaperFormat::Pdf).unwrap().starts_with(b"%PDF"));
    go(session, id, waived()).unwrap();
    firm(session, id).unwrap();
    let signed = read(session, id).signed.unwrap();
    let bytes = file(session, PaperFormat::Pdf).unwrap();
    let hash: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(signed.pdf_hash.as_deref(), Some(hash.as_str()));
    assert!(signed.file.is_some());
    assert!(file(session, PaperFormat::Docx).unwrap().starts_with(b"PK"));
    assert_eq!(exports(session), before + 3, "the audit says that it left");
    as_other(session, ada, |session| {
        let refused = file(session, PaperFormat::Pdf).unwrap_err();
        assert_eq!(refused.code, Code::Forbidden, "who may not read it takes no copy");
    });
}

/// The power goes right after the signature, in the middle of the next write: all of it is there, or nothing would be.
#[test]
fn power_lost_after_signing_leaves_record_card_and_draft_in_step() {
    let (before, after) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let unsigned = tempfile::tempdir().unwrap();
    let mut session = session_in(before.path(), 1 << 43).unwrap();
    let case = case_in(&mut session);
    let done = coming_in(&[case], order("MONIT"), vec![mandate(Termine::NonIndicato)]);
    registered(&mut session, done);
    let mandate = page(&mut session, case).orders[0].mandates[0].mandate.id;
    let id = started(&mut session, mandate);
    let text = read(&mut session, id).text.unwrap();
    let written = RelazioneTesto {
        facts: vec![Brano {
            text: "Visto a casa.".into(),
            category: Some(Category::Observed),
            entry: None,
            segment: None,
            on: None,
        }],
        ..text.value
    };
    write(&mut session, id, written, text.seen).unwrap();
    go(&mut session, id, waived()).unwrap();
    torn_copy(before.path(), unsigned.path());
    firm(&mut session, id).unwrap();
    torn_copy(before.path(), after.path());
    for (folder, state) in [
        (unsigned.path(), StatoRelazione::InRedazione),
        (after.path(), StatoRelazione::Firmata),
    ] {
        let mut restarted = session_in(folder, 1 << 44).unwrap();
        let shown = read(&mut restarted, id);
        assert_eq!(shown.state, state);
        assert_eq!(shown.signed.is_some(), state == StatoRelazione::Firmata);
        assert_eq!(shown.text.unwrap().value.facts[0].text, "Visto a casa.");
        assert_eq!(restarted.archive().compare_with_log().unwrap(), []);
    }
}
