//! Days, costs and the two-year budget against figures worked out by hand; the steps; the findings; the terms of bills.

use super::*;
use crate::{
    deadlines::{Office, Terms as _, compute},
    ids::{CaseId, RecordId},
    money::Euro,
    people::Period,
    record::AddSet,
    time::CivilDate,
};
use uuid::Uuid;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

fn entered(on: &str) -> Collocamento {
    Collocamento {
        case: Some(CaseId::default()),
        state: StatoCollocamento::Inserito { on: day(on) },
        ..Collocamento::default()
    }
}

fn left(on: &str, left: &str) -> Collocamento {
    let discharge = PlacementStep::Discharge {
        on: day(left),
        outcome: ESITI_DIMISSIONE.answer("1"),
        note: None,
    };
    Collocamento {
        state: step(&entered(on).state, discharge).unwrap(),
        ..entered(on)
    }
}

fn rate(from: &str, daily: i64) -> Retta {
    Retta {
        period: Period {
            from: Some(day(from)),
            until: None,
        },
        daily: Some(Euro(daily)),
        iva: Some(500),
        ..Retta::default()
    }
}

fn away(from: &str, until: &str) -> AssenzaCom {
    AssenzaCom {
        from: Some(day(from)),
        until: Some(day(until)),
        reduced: Some(true),
        ..AssenzaCom::default()
    }
}

#[test]
fn days_are_discharge_less_entry_and_one_more_where_the_contract_counts_the_last() {
    let whole = (day("2026-01-01"), day("2026-12-31"));
    let mut stay = left("2026-03-10", "2026-04-02");
    assert_eq!(stay.giornate(whole.0, whole.1), 23);
    stay.counts_last_day = Some(true);
    assert_eq!(stay.giornate(whole.0, whole.1), 24);
    // The parts of a stay are its whole.
    let parts = stay.giornate(whole.0, day("2026-03-31")) + stay.giornate(day("2026-04-01"), whole.1);
    assert_eq!(parts, 24);
    // In and out on one day.
    assert_eq!(left("2026-03-10", "2026-03-10").giornate(whole.0, whole.1), 0);
    // Who is still there is counted to the end of what is asked.
    assert_eq!(entered("2026-03-10").giornate(whole.0, whole.1), 297);
    assert_eq!(entered("2027-01-01").giornate(whole.0, whole.1), 0);
}

/// By hand: 297 days of 2026 at 98,7654 are 29 333,3238 = 29 333,32; IVA 5 % 1 466,666 = 1 466,67; 30 799,99.
/// 365 days of 2027 at 101,25 are 36 956,25; IVA 1 847,8125 = 1 847,81; 38 804,06.
#[test]
fn the_budget_sheet_has_this_year_and_the_next_and_january_leaves_december_alone() {
    let stay = entered("2026-03-10");
    let rates = [
        (id(1), rate("2026-03-01", 987_654)),
        (id(2), rate("2027-01-01", 1_012_500)),
    ];
    let years = budget(&stay, &rates, &[], 2026);
    let said: Vec<_> = years
        .iter()
        .map(|year| (year.days, year.lines.len(), year.net, year.iva, year.total))
        .collect();
    assert_eq!(
        said,
        [
            (297, 1, Euro(293_333_200), Euro(14_666_700), Euro(307_999_900)),
            (365, 1, Euro(369_562_500), Euro(18_478_100), Euro(388_040_600)),
        ]
    );
    assert_eq!((years[0].unrated, years[1].unrated), (0, 0));
    // Before the new rate was known, the next year was computed with the old one, and 2026 comes out the same.
    let before = budget(&stay, &rates[..1], &[], 2026);
    assert_eq!(before[0], years[0]);
    assert_eq!(before[1].lines[0].daily, Euro(987_654));
}

#[test]
fn a_sheet_for_a_minor_who_has_not_entered_yet_runs_from_the_expected_day_to_the_expected_end() {
    let expected = Collocamento {
        expected_on: Some(day("2026-12-22")),
        expected_until: Some(day("2027-01-11")),
        ..Collocamento::default()
    };
    let rates = [(id(1), rate("2026-01-01", 1_000_000))];
    let years = budget(&expected, &rates, &[], 2026);
    // 10 days of December, and 1 to 10 January: the day of the end does not count.
    assert_eq!((years[0].days, years[1].days), (10, 10));
    assert_eq!(years[0].total, Euro(10_500_000), "10 x 100 and 5 %");
}

/// By hand: March 2026 from the 10th has 22 days, four of them away at 50: 18 x 98,7654 = 1 777,7772 = 1 777,78 and
/// IVA 88,889 = 88,89; 4 x 50 = 200 and IVA 10. 2 076,67 in all; half of each line to the health service: 933,335 =
/// 933,34 and 105; to the comune the rest.
#[test]
fn a_month_with_an_absence_has_a_line_a_rate_and_a_line_of_the_reduced_one() {
    let stay = entered("2026-03-10");
    let reduced = Retta {
        reduced: Some(Euro(500_000)),
        health: RettaQuota::Percentuale { hundredths: 5_000 },
        ..rate("2026-03-01", 987_654)
    };
    let absences = [
        away("2026-03-14", "2026-03-15"),
        away("2026-03-28", "2026-03-29"),
        AssenzaCom {
            reduced: None,
            ..away("2026-03-20", "2026-03-20")
        },
    ];
    let march = cost(
        &stay,
        &[(id(1), reduced.clone())],
        &absences,
        day("2026-03-01"),
        day("2026-03-31"),
    );
    assert_eq!((march.days, march.away, march.unrated), (22, 5, 0));
    let lines: Vec<_> = march
        .lines
        .iter()
        .map(|line| (line.reduced, line.days, line.net, line.iva, line.health))
        .collect();
    assert_eq!(
        lines,
        [
            (false, 18, Euro(17_777_800), Euro(888_900), Euro(9_333_400)),
            (true, 4, Euro(2_000_000), Euro(100_000), Euro(1_050_000)),
        ]
    );
    assert_eq!(march.total, Euro(20_766_700));
    assert_eq!(march.comune, march.total.minus(march.health));
    // Without a reduced rate in the contract an absence costs the whole.
    let whole = Retta {
        reduced: None,
        ..reduced
    };
    let march = cost(
        &stay,
        &[(id(1), whole)],
        &absences,
        day("2026-03-01"),
        day("2026-03-31"),
    );
    assert_eq!((march.lines.len(), march.lines[0].days), (1, 22));
}

#[test]
fn parents_pay_by_day_and_the_comune_the_rest() {
    let rate = Retta {
        iva: None,
        parents: RettaQuota::Giornaliera { amount: Euro(66_667) },
        ..rate("2026-03-01", 1_000_000)
    };
    let three = cost(
        &entered("2026-03-01"),
        &[(id(1), rate)],
        &[],
        day("2026-03-01"),
        day("2026-03-03"),
    );
    // 3 x 6,6667 = 20,0001 = 20,00.
    assert_eq!((three.parents, three.comune), (Euro(200_000), Euro(2_800_000)));
}

#[test]
fn a_step_follows_the_phases_an_entry_may_come_first_and_each_can_be_taken_back() {
    let search = StatoCollocamento::default();
    let sent = PlacementStep::Transmit {
        on: day("2026-03-01"),
        to: None,
        protocol: Some("812/2026".into()),
    };
    let sent = step(&search, sent).unwrap();
    let enter = |on: &str| PlacementStep::Enter { on: day(on) };
    let inside = step(&sent, enter("2026-03-10")).unwrap();
    assert_eq!(
        step(&search, enter("2026-03-10")).unwrap(),
        inside,
        "in an emergency"
    );
    assert_eq!(
        step(&inside, enter("2026-03-11")).unwrap().entered(),
        Some(day("2026-03-11"))
    );
    let discharge = |on: &str, code: &str| PlacementStep::Discharge {
        on: day(on),
        outcome: ESITI_DIMISSIONE.answer(code),
        note: None,
    };
    assert_eq!(
        step(&inside, discharge("2026-03-09", "1")),
        Err(PlacementRefused::BeforeEntry)
    );
    assert_eq!(
        step(&inside, discharge("2026-04-09", "77")),
        Err(PlacementRefused::OutcomeMissing)
    );
    assert_eq!(
        step(&sent, discharge("2026-04-09", "1")),
        Err(PlacementRefused::NoSuchStep)
    );
    let out = step(&inside, discharge("2026-04-09", "4")).unwrap();
    let over = step(
        &out,
        PlacementStep::Conclude {
            on: day("2026-06-01"),
        },
    )
    .unwrap();
    assert_eq!(
        step(&over, enter("2026-07-01")),
        Err(PlacementRefused::NoSuchStep)
    );
    assert_eq!(step(&over, PlacementStep::Undo).unwrap(), out);
    assert_eq!(step(&out, PlacementStep::Undo).unwrap(), inside);
    let give_up = |reason: Option<&str>| PlacementStep::GiveUp {
        on: day("2026-03-05"),
        reason: reason.map(str::to_owned),
    };
    assert_eq!(step(&sent, give_up(None)), Err(PlacementRefused::ReasonMissing));
    assert!(step(&sent, give_up(Some("rientro in famiglia"))).is_ok());
    assert_eq!(
        step(&inside, give_up(Some("x"))),
        Err(PlacementRefused::NoSuchStep)
    );
}

#[test]
fn a_request_hears_the_facility_before_the_office() {
    let on = day("2026-03-02");
    let yes = answer(
        &StatoRichiesta::Inviata,
        StatoRichiesta::AccettataStruttura { on },
    )
    .unwrap();
    assert!(answer(&yes, StatoRichiesta::Accettata { on }).is_ok());
    assert_eq!(
        answer(&StatoRichiesta::Inviata, StatoRichiesta::Accettata { on }),
        Err(RequestRefused)
    );
    let no = StatoRichiesta::RifiutataStruttura { on, reason: None };
    assert!(answer(&StatoRichiesta::Inviata, no.clone()).is_ok());
    assert_eq!(answer(&no, StatoRichiesta::Accettata { on }), Err(RequestRefused));
}

fn bill(from: &str, until: &str, on: &str) -> BilledPeriod {
    BilledPeriod {
        from: day(from),
        until: day(until),
        on: day(on),
        fattura: id(9),
    }
}

fn bills_due(placement: &Collocamento) -> Vec<(u16, String, bool)> {
    let office = Office::default();
    placement
        .terms(id(1))
        .iter()
        .map(|term| {
            let due = compute(term, &office).unwrap().due.date().to_string();
            (term.key.nth, due, term.met.is_some())
        })
        .collect()
}

#[test]
fn a_bill_is_expected_a_month_after_each_month_and_nothing_after_the_last() {
    let mut stay = entered("2026-03-10");
    assert_eq!(bills_due(&stay), [(0, "2026-04-30".into(), false)]);
    stay.billed = AddSet(vec![bill("2026-03-10", "2026-03-31", "2026-04-12")]);
    assert_eq!(
        bills_due(&stay),
        [(0, "2026-04-30".into(), true), (1, "2026-05-31".into(), false)]
    );
    // Discharged on 2 April: one day of April is left to bill, and then nothing more.
    stay.state = left("2026-03-10", "2026-04-02").state;
    assert_eq!(bills_due(&stay).last().unwrap(), &(1, "2026-05-31".into(), false));
    stay.billed.0.push(bill("2026-04-01", "2026-04-01", "2026-05-10"));
    assert_eq!(bills_due(&stay).iter().filter(|(_, _, met)| !met).count(), 0);
    // Half a month is not the month.
    let half = Collocamento {
        billed: AddSet(vec![bill("2026-03-10", "2026-03-20", "2026-04-12")]),
        ..entered("2026-03-10")
    };
    assert_eq!(bills_due(&half), [(0, "2026-04-30".into(), false)]);
    let quarters = Collocamento {
        billing: Some(Fatturazione::Trimestrale),
        ..entered("2026-02-10")
    };
    let periods: Vec<_> = quarters
        .billing_periods()
        .take(2)
        .map(|period| (period.from.to_string(), period.until.to_string()))
        .collect();
    assert_eq!(
        periods,
        [
            ("2026-02-10".to_owned(), "2026-03-31".to_owned()),
            ("2026-04-01".to_owned(), "2026-06-30".to_owned())
        ]
    );
    assert_eq!(bills_due(&Collocamento::default()), []);
}

fn around<'a>(rates: &'a [(RecordId, Retta)], others: &'a [Stay]) -> Surroundings<'a> {
    Surroundings {
        rates: Some(rates),
        others,
        birth: "2012-05-07".parse().ok(),
        today: day("2026-06-15"),
    }
}

/// domain.md 12.1: one residential placement at a time; to move from one to the other on one day is not two.
#[test]
fn a_minor_is_in_one_facility_at_a_time() {
    let stay = |from: &str, left: Option<&str>| Stay {
        from: day(from),
        left: left.map(day),
    };
    let moved = [stay("2026-01-01", Some("2026-03-10"))];
    let both = [stay("2026-01-01", Some("2026-03-11"))];
    let rates = [(id(1), rate("2026-01-01", 1_000_000))];
    let has = |others: &[Stay]| {
        findings(&entered("2026-03-10"), &around(&rates, others)).contains(&CollocamentoFinding::TwoAtOnce)
    };
    assert!(!has(&moved));
    assert!(has(&both));
    assert!(has(&[stay("2026-05-01", None)]));
}

#[test]
fn what_is_missing_is_said_and_what_is_whole_says_nothing() {
    use CollocamentoFinding as F;
    let rates = [(id(1), rate("2026-03-15", 1_000_000))];
    let ordered = Collocamento {
        forma: FORME.answer("2"),
        ..entered("2026-03-10")
    };
    assert_eq!(
        findings(&ordered, &around(&rates, &[])),
        [
            F::OrderMissing,
            F::FacilityMissing,
            F::ConflictUndeclared,
            F::RateGap {
                from: day("2026-03-10"),
                days: 5
            }
        ]
    );
    let whole = Collocamento {
        provvedimento: Some(id(5)),
        struttura: Some(id(6)),
        no_conflict: Some(day("2026-03-09")),
        ..ordered
    };
    let rates = [(id(1), rate("2026-03-01", 1_000_000))];
    assert_eq!(findings(&whole, &around(&rates, &[])), []);
    assert_eq!(findings(&whole, &around(&[], &[])), [F::NoRate]);
    let mut closed = rate("2026-01-01", 900_000);
    closed.period.until = Some(day("2026-03-05"));
    let two = [rates[0].clone(), (id(2), closed)];
    assert_eq!(findings(&whole, &around(&two, &[])), [F::RatesOverlap]);
    let greedy = Retta {
        health: RettaQuota::Percentuale { hundredths: 7_000 },
        parents: RettaQuota::Percentuale { hundredths: 7_000 },
        ..rate("2026-03-01", 1_000_000)
    };
    assert_eq!(
        findings(&whole, &around(&[(id(1), greedy)], &[])),
        [F::SharesTooLarge]
    );
    let grown = Surroundings {
        birth: "2008-05-07".parse().ok(),
        ..around(&rates, &[])
    };
    assert_eq!(findings(&whole, &grown), [F::OfAge]);
    let goes_on = Collocamento {
        flags: AddSet(vec![SegnaleCollocamento::ProrogaDiciotto]),
        ..whole
    };
    assert_eq!(findings(&goes_on, &grown), []);
    assert_eq!(findings(&Collocamento::default(), &around(&[], &[])), []);
}

#[test]
fn of_two_open_rates_the_later_follows_the_earlier_and_of_two_that_begin_together_the_newer_counts() {
    let rates = [
        (id(1), rate("2026-01-01", 900_000)),
        (id(2), rate("2026-07-01", 950_000)),
        (id(3), rate("2026-07-01", 960_000)),
    ];
    assert!(!rates[0].1.overlaps(&rates[1].1));
    assert!(rates[1].1.overlaps(&rates[2].1));
    let mut first = rates[0].1.clone();
    for (until, touches) in [("2026-06-30", false), ("2026-07-01", true)] {
        first.period.until = Some(day(until));
        assert_eq!(first.overlaps(&rates[1].1), touches, "one day for both: {until}");
    }
    let daily = |on: &str| rate_on(&rates, day(on)).unwrap().1.daily;
    assert_eq!(daily("2026-06-30"), Some(Euro(900_000)));
    assert_eq!(daily("2026-07-01"), Some(Euro(960_000)));
    assert!(rate_on(&rates, day("2025-12-31")).is_none());
}
