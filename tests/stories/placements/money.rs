//! What a placement costs: rates that never touch the past, the budget sheet as it was sent, bills and their term.

use super::{day, discharge, only, placed, rate, rated, stepped};
use crate::{files::case, tutela::as_other};
use cartella_app::{
    Code,
    cases::{OneCase, OpenCase},
    deadlines::of_case as deadlines,
    placements::{
        AskBudget, AskPlacements, PlacementRef, RemoveFromPlacement, SaveBeside, SignBudget, budget,
        print_budget, register, remove, save_bill, save_rate, sign_budget,
    },
};
use cartella_domain::{
    deadlines::{Code as Term, State},
    ids::{CaseId, OperatorId},
    money::Euro,
    placements::{CollocamentoFinding, FatturaCom, Retta},
    rights::Role,
    services::Service,
    staff::Operator,
};
use cartella_testkit::Office;

fn office_in(seed: u64, now: &str) -> (Office, CaseId) {
    let mut office = Office::new(seed).unwrap();
    office.clock.set(now);
    let case = case(&mut office, Service::TutelaMinori, "Rossi");
    (office, case)
}

fn ask(id: cartella_domain::ids::RecordId) -> AskBudget {
    AskBudget { id, year: None }
}

/// The figures of the domain's worked example, through the front door: 30 799,99 in 2026, 38 804,06 in 2027; a rate of
/// January changes nothing of December, and what was signed stays as it was sent.
#[test]
fn the_budget_sheet_is_signed_with_its_figures_and_a_new_rate_changes_only_the_next() {
    let (mut office, case) = office_in(711, "2026-06-15T08:00:00Z");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let nothing = SignBudget {
        id,
        year: None,
        note: None,
    };
    assert_eq!(
        sign_budget(&mut office.session, nothing.clone())
            .unwrap_err()
            .code,
        Code::RateUnsaid
    );
    rated(&mut office, id, rate("2026-03-01", 987_654));
    let before = budget(&mut office.session, ask(id)).unwrap();
    assert_eq!(before.years[0].total, Euro(307_999_900));
    let sheet = sign_budget(&mut office.session, nothing).unwrap().id;
    rated(&mut office, id, rate("2027-01-01", 1_012_500));
    let after = budget(&mut office.session, ask(id)).unwrap();
    let totals: Vec<_> = after.years.iter().map(|year| year.total).collect();
    assert_eq!(totals, [Euro(307_999_900), Euro(388_040_600)]);
    assert_eq!(after.sheets[0].id, sheet);
    let signed = &after.sheets[0].sheet;
    assert_eq!(signed.years.as_ref().unwrap()[..], before.years[..]);
    assert_eq!(signed.struttura.as_deref(), Some("Casa Aurora"));
    let refused = remove(
        &mut office.session,
        RemoveFromPlacement {
            placement: id,
            id: sheet,
        },
    );
    assert_eq!(
        refused.map(|_| ()).unwrap_err().code,
        Code::NotFound,
        "what is signed stays"
    );
    print_budget(&mut office.session, PlacementRef { id }).unwrap();
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_rate_says_its_amount_and_its_first_day_and_gaps_and_overlaps_are_shown() {
    let (mut office, case) = office_in(712, "2026-06-15T08:00:00Z");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let refused = |office: &mut Office, value: Retta| {
        save_rate(&mut office.session, SaveBeside::new(id, value))
            .unwrap_err()
            .code
    };
    assert_eq!(refused(&mut office, rate("2026-03-01", 0)), Code::RateUnsaid);
    assert_eq!(
        refused(
            &mut office,
            Retta {
                period: Default::default(),
                ..rate("2026-03-01", 1)
            }
        ),
        Code::RateUnsaid
    );
    let late = rated(&mut office, id, rate("2026-03-15", 1_000_000)).id;
    let gap = CollocamentoFinding::RateGap {
        from: day("2026-03-10"),
        days: 5,
    };
    assert_eq!(only(&mut office, case).findings, [gap]);
    let mut until = rate("2026-03-01", 900_000);
    until.period.until = Some(day("2026-03-31"));
    rated(&mut office, id, until);
    assert_eq!(
        only(&mut office, case).findings,
        [CollocamentoFinding::RatesOverlap]
    );
    remove(
        &mut office.session,
        RemoveFromPlacement {
            placement: id,
            id: late,
        },
    )
    .unwrap();
    let money = only(&mut office, case).money.unwrap();
    assert_eq!((money.rates.len(), money.so_far.unwrap().unrated), (1, 76));
}

fn bill(from: &str, until: &str, days: u32, amount: i64) -> FatturaCom {
    FatturaCom {
        from: Some(day(from)),
        until: Some(day(until)),
        number: Some(" 41/2026 ".into()),
        on: Some(day("2026-04-12")),
        days: Some(days),
        amount: Some(Euro(amount)),
        ..FatturaCom::default()
    }
}

fn due(office: &mut Office, case: CaseId) -> Vec<(String, bool)> {
    let shown = deadlines(&mut office.session, OneCase { case }).unwrap();
    let bills = shown.open.iter().chain(&shown.past);
    bills
        .filter(|line| line.deadline.key.code == Term::ComFattura)
        .map(|line| {
            let met = matches!(line.standing.state, State::Met | State::MetLate);
            (line.deadline.due.date().to_string(), met)
        })
        .collect()
}

#[test]
fn a_bill_meets_the_term_of_its_month_stands_against_what_is_computed_and_can_be_taken_back() {
    let (mut office, case) = office_in(713, "2026-04-20T08:00:00Z");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    rated(&mut office, id, rate("2026-03-01", 1_000_000));
    assert_eq!(due(&mut office, case), [("2026-04-30".to_owned(), false)]);
    let money = only(&mut office, case).money.unwrap();
    let next = money.next_bill.unwrap();
    assert_eq!(
        (next.from, next.until, next.days),
        (day("2026-03-10"), day("2026-03-31"), 22)
    );
    // 22 days at 100 and 5 %: 2 310.
    let recorded = save_bill(
        &mut office.session,
        SaveBeside::new(id, bill("2026-03-10", "2026-03-31", 22, 23_100_000)),
    )
    .unwrap()
    .id;
    let money = only(&mut office, case).money.unwrap();
    assert_eq!(money.bills[0].bill.value.number.as_deref(), Some("41/2026"));
    assert_eq!(money.bills[0].computed.as_ref().unwrap().total, Euro(23_100_000));
    assert!(due(&mut office, case).contains(&("2026-05-31".to_owned(), false)));
    let open = |office: &mut Office| due(office, case).into_iter().filter(|(_, met)| !met).count();
    stepped(&mut office, id, discharge("2026-04-02")).unwrap();
    save_bill(
        &mut office.session,
        SaveBeside::new(id, bill("2026-04-01", "2026-04-01", 1, 1_050_000)),
    )
    .unwrap();
    assert_eq!(open(&mut office), 0, "everything is billed");
    remove(
        &mut office.session,
        RemoveFromPlacement {
            placement: id,
            id: recorded,
        },
    )
    .unwrap();
    assert_eq!(due(&mut office, case), [("2026-04-30".to_owned(), false)]);
    let unsaid = FatturaCom {
        until: None,
        ..bill("2026-04-01", "2026-04-01", 1, 1)
    };
    assert_eq!(
        save_bill(&mut office.session, SaveBeside::new(id, unsaid))
            .unwrap_err()
            .code,
        Code::BillUnsaid
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// domain.md 3.8: days of the placements of a year are a figure of their own.
#[test]
fn the_register_counts_the_days_and_the_cost_of_a_year_for_who_may_read_each_case() {
    let (mut office, first) = office_in(715, "2026-06-15T08:00:00Z");
    let id = placed(&mut office, first, "Casa Aurora", "2025-12-01");
    rated(&mut office, id, rate("2025-12-01", 1_000_000));
    stepped(&mut office, id, discharge("2026-01-11")).unwrap();
    let second = crate::files::case(&mut office, Service::TutelaMinori, "Bianchi");
    placed(&mut office, second, "Il Ponte", "2026-06-01");
    let asked = |from: &str, until: &str| AskPlacements {
        from: day(from),
        until: day(until),
    };
    let year = asked("2026-01-01", "2026-12-31");
    let seen = register(&mut office.session, year).unwrap();
    let lines: Vec<_> = seen
        .lines
        .iter()
        .map(|line| {
            (
                line.facility.as_deref().unwrap(),
                line.days,
                line.unrated,
                line.total,
            )
        })
        .collect();
    // 1 to 10 January at 100 and 5 %: 1 050; 1 to 15 June without a rate.
    assert_eq!(
        lines,
        [
            ("Il Ponte", 15, 15, Some(Euro::ZERO)),
            ("Casa Aurora", 10, 0, Some(Euro(10_500_000)))
        ]
    );
    let before = register(&mut office.session, asked("2025-12-01", "2025-12-31")).unwrap();
    assert_eq!((before.lines.len(), before.lines[0].days), (1, 31));
    let reversed = register(&mut office.session, asked("2026-02-01", "2026-01-01"));
    assert_eq!(reversed.map(|_| ()).unwrap_err().code, Code::PeriodReversed);
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    as_other(&mut office.session, other, |session| {
        assert!(register(session, year).unwrap().lines.is_empty());
    });
}

/// domain.md 9.3: the segreteria keeps rates and bills and reads no diary; who does not work on the case sees neither.
#[test]
fn the_segreteria_keeps_rates_and_bills_and_a_colleague_who_does_not_follow_the_case_sees_none() {
    let (mut office, case) = office_in(714, "2026-06-15T08:00:00Z");
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    as_other(&mut office.session, ada, |session| {
        save_rate(session, SaveBeside::new(id, rate("2026-03-01", 1_000_000))).unwrap();
        save_bill(
            session,
            SaveBeside::new(id, bill("2026-03-10", "2026-03-31", 22, 23_100_000)),
        )
        .unwrap();
        assert!(budget(session, ask(id)).unwrap().may_sign);
    });
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    as_other(&mut office.session, other, |session| {
        let refused = budget(session, ask(id)).map(|_| ()).unwrap_err();
        assert_eq!(refused.code, Code::Forbidden);
        let refused = save_rate(session, SaveBeside::new(id, rate("2026-03-01", 1)))
            .map(|_| ())
            .unwrap_err();
        assert_eq!(refused.code, Code::Forbidden);
    });
}

/// Who is of the case's comune reads what it costs; the sheet is signed by who works on the case.
#[test]
fn the_colleague_of_the_comune_reads_the_sheet_and_signs_none() {
    let mut office = Office::new(716).unwrap();
    office.clock.set("2026-06-15T08:00:00Z");
    let (me, org) = (office.session.operator(), office.session.org());
    let child = crate::cases::person(&mut office, "Rossi", "Anna", "2015-05-17");
    let input = OpenCase {
        responsible: Some(me),
        ..crate::cases::opening(child, Service::TutelaMinori)
    };
    let case = crate::cases::open_one(&mut office, input);
    let id = placed(&mut office, case, "Casa Aurora", "2026-03-10");
    rated(&mut office, id, rate("2026-03-01", 1_000_000));
    let of_comune: OperatorId = office.session.id();
    let card = Operator {
        surname: Some("Villa".into()),
        qualifica: Some(Role::AssistenteSocialeComune),
        comune: Some("E514".into()),
        ..Operator::default()
    };
    office
        .session
        .write(|act| act.create(org, of_comune, &card))
        .unwrap();
    let sign = || SignBudget {
        id,
        year: None,
        note: None,
    };
    as_other(&mut office.session, of_comune, |session| {
        assert!(!budget(session, ask(id)).unwrap().may_sign);
        let refused = sign_budget(session, sign()).map(|_| ()).unwrap_err();
        assert_eq!(refused.code, Code::Forbidden);
    });
    sign_budget(&mut office.session, sign()).unwrap();
}
