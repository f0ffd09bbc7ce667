//! The clock of art. 403: hours that no holiday stops and no clock change moves.

use super::*;

/// A moment given in UTC, and the day that it is in Italy.
fn moment(utc: &str, on: &str) -> Momento {
    Momento {
        at: utc.parse().unwrap(),
        on: on.parse().unwrap(),
        ..Momento::default()
    }
}

fn measure(placed: Momento) -> Misura403 {
    Misura403 {
        placed: Some(placed),
        ..Misura403::default()
    }
}

fn step(step: Passo, done: Momento) -> Passo403 {
    Passo403 {
        step: Some(step),
        done: Some(done),
        ..Passo403::default()
    }
}

fn clock(clocks: &[Orologio], step: Passo) -> Orologio {
    clocks.iter().find(|one| one.step == step).unwrap().clone()
}

fn at(utc: &str) -> Entro403 {
    Entro403::Ora {
        at: utc.parse().unwrap(),
    }
}

/// domain.md 14.1: placed Fri 13 March 2026 17:40, received by the prosecutor Sat 15:00, filed Mon 16 at 11:00,
/// decree Wed 18 at 11:00, hearing by 2 April. Italy is an hour before UTC in winter.
#[test]
fn the_worked_example_of_the_law() {
    let measure = measure(moment("2026-03-13T16:40:00Z", "2026-03-13"));
    let steps = [
        step(Passo::Trasmissione, moment("2026-03-14T09:10:00Z", "2026-03-14")),
        step(Passo::Ricezione, moment("2026-03-14T14:00:00Z", "2026-03-14")),
        step(
            Passo::RichiestaConvalida,
            moment("2026-03-16T10:00:00Z", "2026-03-16"),
        ),
        step(Passo::Decreto, moment("2026-03-18T10:00:00Z", "2026-03-18")),
    ];
    let clocks = clocks(&[measure], &steps, &Office::default());
    assert_eq!(clock(&clocks, Passo::Avviso).due, Entro403::Subito);
    assert_eq!(
        clock(&clocks, Passo::Trasmissione).due,
        at("2026-03-14T16:40:00Z")
    );
    assert_eq!(
        clock(&clocks, Passo::RichiestaConvalida).due,
        at("2026-03-17T14:00:00Z")
    );
    assert_eq!(clock(&clocks, Passo::Decreto).due, at("2026-03-18T10:00:00Z"));
    assert_eq!(
        clock(&clocks, Passo::Udienza).due,
        Entro403::Giorno {
            on: "2026-04-02".parse().unwrap()
        }
    );
    assert!(clocks.iter().all(|one| !one.late));
    assert_eq!(clock(&clocks, Passo::Collegio).due, Entro403::NonDecorre);
}

/// The clocks of Italy go forward on 29 March 2026 and back on 25 October 2026.
#[test]
fn a_change_of_the_clocks_moves_no_hour_term() {
    for (placed, due) in [
        ("2026-03-28T17:00:00Z", "2026-03-29T17:00:00Z"),
        ("2026-10-24T16:00:00Z", "2026-10-25T16:00:00Z"),
    ] {
        let found = clocks(&[measure(moment(placed, "2026-03-28"))], &[], &Office::default());
        assert_eq!(clock(&found, Passo::Trasmissione).due, at(due));
    }
}

#[test]
fn a_minute_late_is_late_and_of_two_records_the_earlier_counts() {
    let measure = measure(moment("2026-03-13T16:40:00Z", "2026-03-13"));
    let late = step(Passo::Trasmissione, moment("2026-03-14T16:41:00Z", "2026-03-14"));
    let measure = [measure];
    let found = clocks(&measure, std::slice::from_ref(&late), &Office::default());
    assert!(clock(&found, Passo::Trasmissione).late);
    let in_time = step(Passo::Trasmissione, moment("2026-03-14T16:40:00Z", "2026-03-14"));
    let found = clocks(&measure, &[late, in_time], &Office::default());
    assert!(!clock(&found, Passo::Trasmissione).late);
}

#[test]
fn steps_say_the_terms_of_others_and_meet_those_before_them() {
    let id = |n| RecordId(uuid::Uuid::from_u128(n));
    let made = |which, n| Passo403 {
        case: Some(CaseId::default()),
        misura: Some(id(1)),
        ..step(which, moment("2026-03-14T14:00:00Z", n))
    };
    let received = made(Passo::Ricezione, "2026-03-14");
    let codes: Vec<_> = received.terms(id(2)).iter().map(|term| term.key.code).collect();
    assert_eq!(codes, [Code::C403Richiesta]);
    assert_eq!(received.meets(id(2)), []);
    let asked = Passo403 {
        answers: vec![id(2)],
        ..made(Passo::RichiestaConvalida, "2026-03-14")
    };
    let met: Vec<_> = asked
        .meets(id(3))
        .iter()
        .map(|met| (met.key.record, met.key.code))
        .collect();
    assert_eq!(met, [(id(2), Code::C403Richiesta)]);
    let sent = made(Passo::Trasmissione, "2026-03-14");
    let met: Vec<_> = sent
        .meets(id(4))
        .iter()
        .map(|met| (met.key.record, met.key.code))
        .collect();
    assert_eq!(met, [(id(1), Code::C403Trasmissione)]);
    assert!(meets(Passo::Decreto, Passo::RichiestaConvalida) && !meets(Passo::Decreto, Passo::Udienza));
}
