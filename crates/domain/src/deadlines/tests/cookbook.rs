//! Every row of the cookbook with an example of its own.

use super::{
    super::{Force, Length, Stated},
    *,
};

/// Code, start, end by the defaults, how binding, whether it was read at its source.
const ROWS: &[(&str, &str, &str, Force, bool)] = &[
    ("TM_ASSEGNAZIONE", "2026-04-02", "2026-04-14", Force::Kpi, true),
    ("TM_REL_TO", "2025-01-20", "2025-06-20", Force::Kpi, true),
    ("TM_REL_TM", "2025-01-20", "2025-09-20", Force::Kpi, true),
    (
        "C403_AVVISO",
        "2026-03-13 17:40",
        "2026-03-13 17:40",
        Force::Law,
        true,
    ),
    (
        "C403_24H",
        "2026-03-13 17:40",
        "2026-03-14 17:40",
        Force::Law,
        true,
    ),
    (
        "C403_PM_72H",
        "2026-03-14 15:00",
        "2026-03-17 15:00",
        Force::OtherActor,
        true,
    ),
    (
        "C403_TM_48H",
        "2026-03-16 11:00",
        "2026-03-18 11:00",
        Force::OtherActor,
        true,
    ),
    (
        "C403_UDIENZA_15G",
        "2026-03-18 11:00",
        "2026-04-02",
        Force::OtherActor,
        true,
    ),
    (
        "C403_NOTIFICA_48H",
        "2026-03-18 11:00",
        "2026-03-20 11:00",
        Force::OtherActor,
        false,
    ),
    (
        "C403_COLLEGIO_15G",
        "2026-04-02",
        "2026-04-17",
        Force::OtherActor,
        false,
    ),
    (
        "C403_RECLAMO_10G",
        "2026-04-20",
        "2026-04-30",
        Force::OtherActor,
        false,
    ),
    (
        "C403_APPELLO_60G",
        "2026-04-30",
        "2026-06-29",
        Force::OtherActor,
        false,
    ),
    (
        "AFFENTE_RESPONSABILE",
        "2026-03-03",
        "2026-03-18",
        Force::Law,
        false,
    ),
    ("AFFENTE_RELAZIONE", "2025-08-31", "2026-02-28", Force::Law, true),
    ("AFFENTE_SCADENZA", "2025-09-15", "2027-09-15", Force::Law, true),
    ("AFFIDO_SEMESTRALE", "2025-09-15", "2026-03-15", Force::Law, false),
    ("AFFIDO_SCADENZA", "2025-09-15", "2027-09-15", Force::Law, true),
    (
        "AFFIDO_PROROGA_SEGNALAZIONE",
        "2027-09-15",
        "2027-07-17",
        Force::Practice,
        false,
    ),
    ("SN_SEMESTRALE", "2026-01-12", "2026-07-12", Force::Contract, true),
    (
        "PEI_APPROVAZIONE",
        "2025-09-01",
        "2025-10-31",
        Force::School,
        false,
    ),
    ("PEI_FINALE", "2025-09-01", "2026-06-30", Force::School, true),
    ("ISEE_SCADENZA", "2026-01-15", "2026-12-31", Force::Law, false),
    ("STP_SCADENZA", "2026-08-31", "2027-02-28", Force::Law, true),
    (
        "PERMESSO_SOGGIORNO",
        "2026-12-31",
        "2026-11-01",
        Force::Practice,
        false,
    ),
    ("PAI_VERIFICA", "2026-01-31", "", Force::Plan, true),
    ("ACCESSO_ATTI", "2026-03-09", "2026-04-08", Force::Law, false),
    (
        "ACCESSO_ATTI_OPPOSIZIONE",
        "2026-03-09",
        "2026-03-19",
        Force::OtherActor,
        false,
    ),
    (
        "SAD_RENDICONTO",
        "2026-01-31",
        "2026-02-10",
        Force::Contract,
        false,
    ),
    (
        "SAD_REPORT_SEMESTRALE",
        "2026-01-01",
        "2026-07-01",
        Force::Contract,
        true,
    ),
    ("BUDGET_SAL", "2026-06-30", "2026-07-31", Force::Contract, true),
    ("COM_FATTURA", "2026-03-31", "2026-04-30", Force::Contract, true),
    ("MAGGIORE_ETA", "2008-05-17", "2026-05-17", Force::Law, false),
    ("PROSIEGUO_FINE", "2008-05-17", "2029-05-17", Force::Law, false),
    ("MAP_FINE", "2026-01-15", "2027-01-15", Force::Judge, false),
    ("MAP_VERIFICA", "2026-01-15", "2026-04-15", Force::Practice, false),
];

fn moment(text: &str) -> Moment {
    if text.contains(' ') {
        at(text).into()
    } else {
        day(text).into()
    }
}

#[test]
fn every_row_ends_when_its_example_says_with_its_force_and_its_source() {
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(ROWS.iter().map(|row| row.0).collect::<Vec<_>>(), codes);
    for ((code, start, end, force, read), kind) in ROWS.iter().zip(Code::ALL) {
        let found = compute(&term(*kind, moment(start)), &Office::default());
        let ends = found.as_ref().map_or(String::new(), |found| shown(found.due));
        assert_eq!(ends, *end, "{code}");
        assert_eq!(kind.rule().force, *force, "{code}");
        assert_eq!(kind.rule().source.verified(), *read, "{code}");
        assert!(!kind.rule().source.text().is_empty(), "{code}");
        assert_eq!(serde_json::to_value(kind).unwrap(), *code);
    }
}

#[test]
fn the_budget_of_30_september_is_said_in_october_and_a_bill_may_be_of_three_months() {
    assert_eq!(due(Code::BudgetSal, "2026-09-30"), "2026-10-31");
    let quarterly = Term {
        stated: Some(Stated::For(Length::MonthlyOn { months: 3, day: 31 })),
        ..term(Code::ComFattura, day("2026-03-31"))
    };
    assert_eq!(shown(computed(&quarterly).due), "2026-06-30");
}

#[test]
fn a_plan_says_when_it_is_reviewed() {
    let plan = Term {
        stated: Some(Stated::For(Length::Months(3))),
        ..term(Code::PaiVerifica, day("2026-01-31"))
    };
    let found = computed(&plan);
    assert_eq!(
        (shown(found.due), found.explanation.end_of_month, found.force),
        ("2026-04-30".into(), true, Force::Plan)
    );
}

#[test]
fn what_an_order_states_is_the_judges_and_a_day_that_it_names_is_not_moved() {
    let within = |stated| Term {
        stated: Some(stated),
        ..term(Code::TmRelTo, day("2026-01-15"))
    };
    // 15 March 2026 is a Sunday: a term of a proceeding moves, the office's own target does not.
    let ordered = computed(&within(Stated::For(Length::Months(2))));
    assert_eq!(
        (shown(ordered.due), ordered.force, ordered.explanation.moved_from),
        ("2026-03-16".into(), Force::Judge, Some(day("2026-03-15")))
    );
    let named = computed(&within(Stated::Until(day("2026-03-15").into())));
    assert_eq!(
        (shown(named.due), named.force),
        ("2026-03-15".into(), Force::Judge)
    );
    // 15 November 2026 is a Sunday.
    let target = computed(&term(Code::TmRelTo, day("2026-06-15")));
    assert_eq!(
        (shown(target.due), target.force),
        ("2026-11-15".into(), Force::Kpi)
    );
}

#[test]
fn no_order_makes_an_affidamento_longer_than_the_law_or_its_reports_rarer() {
    for (code, stated, end, capped) in [
        (Code::AffenteScadenza, 30, "2027-09-15", true),
        (Code::AffenteScadenza, 12, "2026-09-15", false),
        (Code::AffenteRelazione, 9, "2026-03-15", true),
        (Code::AffenteRelazione, 3, "2025-12-15", false),
        (Code::AffidoScadenza, 36, "2027-09-15", true),
    ] {
        let ordered = Term {
            stated: Some(Stated::For(Length::Months(stated))),
            ..term(code, day("2025-09-15"))
        };
        let found = computed(&ordered);
        assert_eq!((shown(found.due), found.explanation.capped), (end.into(), capped));
        assert!(found.explanation.stated);
    }
    let until = Term {
        stated: Some(Stated::Until(day("2028-01-01").into())),
        ..term(Code::AffenteScadenza, day("2025-09-15"))
    };
    assert_eq!(shown(computed(&until).due), "2027-09-15");
}

#[test]
fn an_office_sets_lengths_of_its_own() {
    let office = Office {
        lengths: [
            (Code::TmAssegnazione, Length::WorkingDays(3)),
            (Code::SadRendiconto, Length::MonthlyOn { months: 1, day: 15 }),
        ]
        .into(),
        ..Office::default()
    };
    let ends = |code, start| shown(compute(&term(code, day(start)), &office).unwrap().due);
    assert_eq!(ends(Code::TmAssegnazione, "2026-04-02"), "2026-04-08");
    assert_eq!(ends(Code::SadRendiconto, "2026-01-31"), "2026-02-15");
    assert_eq!(ends(Code::StpScadenza, "2026-08-31"), "2027-02-28");
    let stored = serde_json::to_value(&office).unwrap();
    assert_eq!(serde_json::from_value::<Office>(stored).unwrap(), office);
    assert_eq!(
        serde_json::from_str::<Office>("{}").unwrap(),
        Office::default(),
        "settings of an older program"
    );
}
