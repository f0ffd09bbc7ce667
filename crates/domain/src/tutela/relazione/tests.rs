use super::*;
use crate::{
    cases::motivi_chiusura,
    diary::Category,
    ids::{EntryId, SegmentId},
    plans::{Goal, Plan, PlanState, goal_outcomes, plan_closing_reasons},
    services::Service,
};
use uuid::Uuid;

const HASH: &str = "one";

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

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

fn closing() -> Relazione {
    Relazione {
        kind: TIPI_RELAZIONE.answer(FINALE),
        episode: Some(EpisodeId(Uuid::from_u128(5))),
        ..Relazione::default()
    }
}

#[test]
fn the_final_report_of_a_case_asks_for_reason_and_assessment_and_no_approval() {
    let card = closing();
    let blank = RelazioneTesto::default();
    assert_eq!(
        of_report(&card, &blank, HASH, &[]),
        [
            ReportFinding::ClosingReasonMissing,
            ReportFinding::FinalAssessmentMissing
        ]
    );
    let written = RelazioneTesto {
        reason: motivi_chiusura(Service::Sad).answer("CONCLUSIONE"),
        assessment: Some("Autonomia raggiunta.".into()),
        ..blank
    };
    assert_eq!(of_report(&card, &written, HASH, &[]), []);
    let colleague = OperatorId(Uuid::from_u128(8));
    let with = Relazione {
        co_signers: AddSet(vec![colleague]),
        ..card
    };
    assert_eq!(
        of_report(&with, &written, HASH, &[]),
        [ReportFinding::SignatureMissing]
    );
    let own = given(RuoloFirma::CoFirma, colleague, 1, here(1), HASH);
    assert_eq!(of_report(&with, &written, HASH, &[own]), []);
}

#[test]
fn a_plan_without_its_end_is_to_look_at_and_keeps_no_report_from_being_signed() {
    let id = RecordId(Uuid::from_u128(7));
    let goal = |text: &str, code: Option<&str>| Goal {
        text: Some(text.into()),
        outcome: code.and_then(|code| goal_outcomes().answer(code)),
        ..Goal::default()
    };
    let goals = [
        goal("Frequenza", Some("3")),
        goal("Pasti", Some("2")),
        goal("Rete", None),
    ];
    let mut plan = Plan {
        starts: Some(day("2026-01-10")),
        ..Plan::default()
    };
    assert!(
        ProgettoConcluso::of(id, &plan, &goals).is_none(),
        "a draft is no plan"
    );
    plan.state = PlanState::Chiuso {
        on: day("2026-05-10"),
        reason: plan_closing_reasons().answer("PARZIALE").unwrap(),
    };
    let ended = ProgettoConcluso::of(id, &plan, &goals).unwrap();
    assert_eq!(
        (ended.from, ended.to),
        (Some(day("2026-01-10")), Some(day("2026-05-10")))
    );
    let concluded = PercorsoConcluso {
        plans: vec![ended],
        ..PercorsoConcluso::default()
    };
    assert_eq!(concluded.goals_with(&["3"]).as_deref(), Some("Frequenza"));
    assert_eq!(concluded.goals_with(&["1", "2"]).as_deref(), Some("Pasti"));
    assert_eq!(concluded.goals_with(&["1"]), None);
    assert!(concluded.leaves_open(), "nobody said how one goal came out");
    assert!(!ReportFinding::PlanOpen.blocks());
    let all = ProgettoConcluso::of(id, &plan, &goals[..2]).unwrap();
    let concluded = PercorsoConcluso {
        plans: vec![all],
        ..concluded
    };
    assert!(!concluded.leaves_open());
}

#[test]
fn what_the_diary_gave_counts_by_kind_with_its_days() {
    use crate::diary::EntryKind::{Colloquio, VisitaDomiciliare};
    let held = [
        (VisitaDomiciliare, day("2026-02-01")),
        (Colloquio, day("2026-03-01")),
        (Colloquio, day("2026-01-01")),
    ];
    let given = PrestazioneResa::of_diary(&held);
    let told: Vec<_> = given.iter().map(|one| (one.entry, one.times)).collect();
    assert_eq!(told, [(Some(Colloquio), 2), (Some(VisitaDomiciliare), 1)]);
    assert_eq!(
        (given[0].from, given[0].to),
        (Some(day("2026-01-01")), Some(day("2026-03-01")))
    );
}

#[test]
fn a_closing_is_answered_by_a_signed_final_report_of_its_episode() {
    let (own, other) = (EpisodeId(Uuid::from_u128(5)), EpisodeId(Uuid::from_u128(6)));
    let card = closing();
    assert!(!card.answers_closing_of(own), "not signed yet");
    let signed = card.signed(Instant(1), RecordId::default()).unwrap();
    assert!(signed.answers_closing_of(own) && !signed.answers_closing_of(other));
    assert_eq!(signed.home_kind(), ScopeKind::CaseReserved);
    let of_court = Relazione {
        mandato: Some(RecordId::default()),
        episode: None,
        ..signed.clone()
    };
    assert!(of_court.answers_closing_of(own) && !of_court.closes_case());
    assert_eq!(of_court.home_kind(), ScopeKind::CaseCourt);
    let update = Relazione {
        kind: TIPI_RELAZIONE.answer("AGGIORNAMENTO"),
        ..signed
    };
    assert!(!update.answers_closing_of(own));
}
