use super::*;
use crate::{
    diary::Category,
    ids::{EntryId, SegmentId},
};
use uuid::Uuid;

const HASH: &str = "one";

fn paragraph(text: &str, category: Option<Category>, n: u128) -> Brano {
    Brano {
        text: text.to_owned(),
        category,
        entry: Some(EntryId(Uuid::from_u128(n / 10))),
        segment: Some(SegmentId(Uuid::from_u128(n))),
        on: CivilDate::from_ymd(2026, 3, 1 + u32::try_from(n % 20).unwrap()),
    }
}

fn reported(by: &str) -> Category {
    Category::Reported {
        by: Some(by.into()),
        verbatim: false,
    }
}

fn given(role: RuoloFirma, operator: OperatorId, at: i64, how: Assenso, hash: &str) -> RelazioneFirma {
    RelazioneFirma {
        role: Some(role),
        operator: Some(operator),
        given: Some(how),
        at: Instant(at),
        text_hash: Some(hash.into()),
        ..RelazioneFirma::default()
    }
}

fn here(at: i64) -> Assenso {
    Assenso::Qui { at: Instant(at) }
}

fn approved() -> RelazioneFirma {
    given(RuoloFirma::Approvazione, OperatorId::default(), 1, here(1), HASH)
}

#[test]
fn scenario_6_categories_are_never_mixed_and_sources_are_listed() {
    let mut text = RelazioneTesto::default();
    assert!(text.take(paragraph("La casa è in ordine.", Some(Category::Observed), 21)));
    assert!(text.take(paragraph("«Non torno.»", Some(reported("la madre")), 22)));
    assert!(text.take(paragraph(
        "Legame saldo.",
        Some(Category::Assessment { method: None }),
        13
    )));
    assert!(!text.take(paragraph("Senza categoria.", None, 34)));
    assert!(!text.take(paragraph("La casa è in ordine.", Some(Category::Observed), 21)));
    let sister = Brano {
        segment: Some(SegmentId(Uuid::from_u128(99))),
        ..paragraph("La casa è in ordine.", Some(Category::Observed), 21)
    };
    assert!(!text.take(sister), "the same words in a sister's file");
    assert_eq!(
        (text.facts.len(), text.statements.len(), text.evaluations.len()),
        (1, 1, 1)
    );
    assert_eq!(text.sources().len(), 2);
    let card = Relazione::default();
    assert_eq!(
        of_report(&card, &text, HASH, &[approved()]),
        [ReportFinding::MethodMissing]
    );
    let moved = text.statements.remove(0);
    text.facts.push(moved);
    assert!(of_report(&card, &text, HASH, &[approved()]).contains(&ReportFinding::Mixed));
    assert!(ReportFinding::Mixed.blocks() && !ReportFinding::MethodMissing.blocks());
}

#[test]
fn statements_stand_by_who_made_them() {
    let mut text = RelazioneTesto::default();
    let nobody = Category::Reported {
        by: None,
        verbatim: false,
    };
    for (words, by, n) in [
        ("Chi lo sa.", nobody, 20),
        ("Sto bene qui.", reported("Anna"), 21),
        ("Torno tardi.", reported("la madre"), 32),
        ("Non voglio.", reported("Anna"), 43),
    ] {
        assert!(text.take(paragraph(words, Some(by), n)));
    }
    let groups = by_speaker(&text.statements);
    let said: Vec<_> = groups.iter().map(|(by, said)| (*by, said.len())).collect();
    assert_eq!(said, [(Some("Anna"), 2), (Some("la madre"), 1), (None, 1)]);
    assert!(of_report(&Relazione::default(), &text, HASH, &[]).contains(&ReportFinding::SpeakerMissing));
}

#[test]
fn a_signature_may_be_waived_with_a_reason_and_none_is_forgotten() {
    let text = RelazioneTesto {
        facts: vec![paragraph("Visto.", Some(Category::Observed), 21)],
        ..RelazioneTesto::default()
    };
    let colleague = OperatorId(Uuid::from_u128(7));
    let card = Relazione {
        co_signers: AddSet(vec![colleague]),
        ..Relazione::default()
    };
    let found = |signatures: &[RelazioneFirma]| of_report(&card, &text, HASH, signatures);
    assert_eq!(
        found(&[]),
        [ReportFinding::SignatureMissing, ReportFinding::ApprovalMissing]
    );
    let waived = Assenso::Dispensato {
        reason: "collega assente".into(),
    };
    let co = |at, how, hash| given(RuoloFirma::CoFirma, colleague, at, how, hash);
    assert_eq!(found(&[co(1, waived, "another"), approved()]), []);
    // She signed another text than this one: her signature is asked for again.
    assert_eq!(
        found(&[co(1, here(1), "another"), approved()]),
        [ReportFinding::SignatureMissing, ReportFinding::SignedBefore]
    );
    assert_eq!(
        found(&[co(1, here(1), "another"), co(2, here(2), HASH), approved()]),
        []
    );
    // Another's signature is not hers.
    let other = given(RuoloFirma::CoFirma, OperatorId::default(), 3, here(3), HASH);
    assert!(found(&[other, approved()]).contains(&ReportFinding::SignatureMissing));
}

#[test]
fn a_report_goes_one_step_at_a_time_and_never_back_from_its_signature() {
    use StatoRelazione as S;
    let on: CivilDate = "2026-03-20".parse().unwrap();
    let protocol = || Protocollo {
        number: Some("1".into()),
        on: Some(on),
    };
    let sent = Invio { on, means: None };
    let new = Relazione {
        mandato: Some(RecordId::default()),
        ..Relazione::default()
    };
    assert!(new.clone().protocolled(protocol()).is_err() && new.clone().sent(sent).is_err());
    assert!(new.clone().reviewed(false).is_err());
    let reviewed = new.clone().reviewed(true).unwrap();
    assert_eq!(reviewed.state(), S::InRevisione);
    assert!(reviewed.clone().reviewed(false).is_ok());
    let signed = reviewed.signed(Instant(0), RecordId::default()).unwrap();
    assert_eq!(signed.state(), S::Firmata);
    assert!(!signed.is_open() && signed.clone().reviewed(true).is_err());
    assert!(signed.clone().signed(Instant(1), RecordId::default()).is_err());
    assert!(
        signed.clone().sent(sent).is_err(),
        "no report leaves without a protocol"
    );
    let left = Uscita {
        on,
        reason: "maggiorenne".into(),
    };
    assert!(signed.clone().left(left.clone()).is_err() && new.clone().left(left).is_ok());
    assert!(!new.made_on_mandate() && signed.made_on_mandate());
    let protocolled = signed.protocolled(protocol()).unwrap();
    assert!(
        protocolled
            .clone()
            .answered(Riscontro { on, order: None })
            .is_err()
    );
    let sent = protocolled.sent(sent).unwrap();
    assert_eq!(sent.state(), S::Inviata);
    let answered = sent.answered(Riscontro { on, order: None }).unwrap();
    assert_eq!(answered.state(), S::Riscontrata);
}

/// domain.md 14.1: received on 20 January 2025, sent on 30 June: 161 days, over the target of five months.
#[test]
fn the_day_of_sending_stops_the_clock_of_the_indicator() {
    use crate::deadlines::{Office, deadline};
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let mandate_id = RecordId(Uuid::from_u128(5));
    let mandate = Mandato {
        case: Some(CaseId::default()),
        authority: Some(TipoAutorita::TribunaleOrdinario),
        starts_on: Some(day("2025-01-20")),
        ..Mandato::default()
    };
    let report = Relazione {
        mandato: Some(mandate_id),
        authority: Some(TipoAutorita::TribunaleOrdinario),
        sent: Some(Invio {
            on: day("2025-06-30"),
            means: None,
        }),
        ..Relazione::default()
    };
    let id = RecordId(Uuid::from_u128(6));
    let meets = report.meets(id);
    let term = mandate.terms(mandate_id).remove(0);
    let met = deadline(&term, &Office::default(), &[], &meets).unwrap();
    assert_eq!((met.met, met.met_by), (Some(day("2025-06-30").into()), Some(id)));
    assert_eq!(met.days_taken(day("2026-01-01")), 161);
    let left = Relazione {
        left: Some(Uscita {
            on: day("2025-06-01"),
            reason: "altro ente".into(),
        }),
        ..report
    };
    assert_eq!(
        left.meets(id),
        [],
        "a minor who left the report is not answered by it"
    );
}
