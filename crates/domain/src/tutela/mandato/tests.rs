use super::*;

fn order() -> Provvedimento {
    Provvedimento {
        arrived_on: "2025-01-20".parse().ok(),
        notified_on: "2025-01-25".parse().ok(),
        ..Provvedimento::default()
    }
}

#[test]
fn a_term_that_is_not_said_is_the_offices_own_and_says_so() {
    let counted = |kind| {
        Mandato::default()
            .under(&order(), Some(kind))
            .counted(&Office::default())
    };
    let of_to = counted(TipoAutorita::TribunaleOrdinario);
    assert_eq!(
        (of_to.term, of_to.source),
        (Termine::Mesi { months: 5 }, Fonte::Interno)
    );
    assert_eq!(
        (of_to.from, of_to.due),
        ("2025-01-20".parse().ok(), "2025-06-20".parse().ok())
    );
    let of_pmm = counted(TipoAutorita::ProcuraMinorile);
    assert_eq!(of_pmm.due, "2025-09-20".parse().ok());
}

#[test]
fn the_judges_term_runs_from_the_date_that_it_names() {
    let mandate = Mandato {
        term: Termine::Giorni { days: 60 },
        from: Some(Decorrenza::Notifica),
        ..Mandato::default()
    };
    let counted = mandate.clone().under(&order(), None).counted(&Office::default());
    assert_eq!(
        (counted.from, counted.source, counted.due),
        (
            "2025-01-25".parse().ok(),
            Fonte::Giudice,
            "2025-03-26".parse().ok()
        )
    );
    let unknown = Mandato {
        from: Some(Decorrenza::Pec),
        ..mandate
    };
    let counted = unknown.under(&order(), None).counted(&Office::default());
    assert_eq!((counted.from, counted.due), (None, None));
}

#[test]
fn a_mandate_says_its_term_and_that_it_was_met_or_left() {
    let said = |state| {
        let mandate = Mandato {
            case: Some(CaseId::default()),
            state,
            ..Mandato::default()
        };
        let mut terms = mandate.under(&order(), None).terms(RecordId::default());
        terms.remove(0)
    };
    let on = "2025-06-30".parse().unwrap();
    assert!(said(StatoMandato::Aperto).met.is_none());
    let met = said(StatoMandato::Adempiuto { on, note: None });
    assert_eq!((met.met, met.lapsed), (Some(on.into()), false));
    assert!(said(StatoMandato::Cessato { on, note: None }).lapsed);
}

#[test]
fn each_report_of_a_mandate_that_asks_for_them_again_and_again_starts_the_next_term() {
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let mandate = Mandato {
        case: Some(CaseId::default()),
        term: Termine::Giorni { days: 60 },
        every_months: Some(6),
        ..Mandato::default()
    };
    let mandate = mandate.under(&order(), None).reported(day("2025-03-10"));
    assert!(mandate.is_open() && mandate.next_term() == 1);
    let said: Vec<_> = mandate
        .terms(RecordId::default())
        .iter()
        .map(|term| {
            let due = compute(term, &Office::default()).unwrap().due.date();
            (term.key.nth, due.to_string(), term.met.is_some())
        })
        .collect();
    assert_eq!(
        said,
        [
            (0, "2025-03-21".to_owned(), true),
            (1, "2025-09-10".to_owned(), false)
        ]
    );
    let counted = mandate.counted(&Office::default());
    assert_eq!(
        (counted.from, counted.due),
        (Some(day("2025-03-10")), Some(day("2025-09-10")))
    );
    let once = Mandato {
        every_months: None,
        ..mandate
    };
    assert!(!once.reported(day("2025-09-01")).is_open());
}

#[test]
fn a_report_that_is_noted_late_stands_in_its_place_and_one_on_an_ended_mandate_changes_nothing() {
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let mandate = Mandato {
        case: Some(CaseId::default()),
        term: Termine::Giorni { days: 60 },
        every_months: Some(6),
        ..Mandato::default()
    };
    let mandate = mandate.under(&order(), None).reported(day("2025-09-05"));
    let mandate = mandate.reported(day("2025-03-10"));
    assert_eq!(mandate.reports, [day("2025-03-10"), day("2025-09-05")]);
    let met: Vec<_> = mandate
        .terms(RecordId::default())
        .iter()
        .map(|term| term.met)
        .collect();
    let sent = |text| Some(day(text).into());
    assert_eq!(met, [sent("2025-03-10"), sent("2025-09-05"), None]);
    let ceased = Mandato {
        state: StatoMandato::Cessato {
            on: day("2025-10-01"),
            note: None,
        },
        ..mandate
    };
    assert!(ceased.clone().reported(day("2025-10-02")) == ceased);
}
