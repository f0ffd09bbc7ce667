//! Messa alla prova: written down with its project, followed with the USSM, ended; its terms among the deadlines.

use super::{as_other, day, page};
use crate::files::case;
use cartella_app::{
    Code, Session,
    cases::OneCase,
    deadlines,
    tutela::{AddPenal, EditInFile, add_penal, edit_penal},
};
use cartella_domain::{
    deadlines::{Code as Term, State},
    ids::CaseId,
    rights::Role,
    services::Service,
    tutela::{
        AttivitaPenale, Difensore, EsitoPenale, FinePenale, MisuraPenale, TipoAttivita, TipoMisuraPenale,
        VerificaPenale,
    },
};
use cartella_testkit::Office;

fn test() -> MisuraPenale {
    MisuraPenale {
        kind: Some(TipoMisuraPenale::MessaAllaProva),
        autorita: Some("TM-MI".into()),
        number: Some("  N. 210/2025  R.G. ".into()),
        ussm: Some(Difensore {
            name: Some("Galli Marta".into()),
            ..Difensore::default()
        }),
        activities: vec![AttivitaPenale {
            kind: TipoAttivita::Volontariato,
            words: Some("Alla mensa, il sabato".into()),
        }],
        from: Some(day("2026-01-15")),
        ..MisuraPenale::default()
    }
}

fn adding(case: CaseId, measure: MisuraPenale) -> AddPenal {
    AddPenal {
        cases: vec![case],
        measure,
    }
}

fn terms(session: &mut Session, case: CaseId) -> Vec<(Term, String, State)> {
    let found = deadlines::of_case(session, OneCase { case }).unwrap();
    let all = found.open.into_iter().chain(found.past);
    let mine = all.filter(|view| matches!(view.deadline.key.code, Term::MapFine | Term::MapVerifica));
    mine.map(|view| {
        let due = view.deadline.due.date().to_string();
        (view.deadline.key.code, due, view.standing.state)
    })
    .collect()
}

#[test]
fn a_test_is_followed_from_its_project_to_its_outcome() {
    let mut office = Office::new(450).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    add_penal(session, adding(minor, test())).unwrap();
    let shown = page(session, minor).penal.remove(0);
    assert_eq!(shown.value.number.as_deref(), Some("N. 210/2025 R.G."));
    assert_eq!(
        terms(session, minor),
        [
            (Term::MapVerifica, "2026-04-15".to_owned(), State::InTime),
            (Term::MapFine, "2027-01-15".to_owned(), State::InTime),
        ]
    );
    let edit = |session: &mut Session, change: &dyn Fn(&mut MisuraPenale)| {
        let shown = page(session, minor).penal.remove(0);
        let mut value = shown.value;
        change(&mut value);
        let input = EditInFile {
            id: shown.id,
            value,
            seen: shown.seen,
            everywhere: false,
        };
        edit_penal(session, input).map(|_| ()).map_err(|error| error.code)
    };
    let reviewed = |on: &'static str| {
        move |measure: &mut MisuraPenale| {
            measure.reviews.push(VerificaPenale {
                on: day(on),
                note: Some("Costante".into()),
            });
        }
    };
    assert_eq!(edit(session, &reviewed("2031-01-01")), Err(Code::DayInFuture));
    assert_eq!(edit(session, &reviewed("2026-02-20")), Ok(()));
    assert_eq!(terms(session, minor)[0].1, "2026-05-20");
    let reversed = edit(session, &|measure| measure.until = Some(day("2025-12-31")));
    assert_eq!(reversed, Err(Code::PeriodReversed));
    let ended = edit(session, &|measure| {
        measure.ended = Some(FinePenale {
            on: day("2026-03-01"),
            how: EsitoPenale::Positivo,
            note: None,
        });
    });
    assert_eq!(ended, Ok(()));
    let after = terms(session, minor);
    assert!(
        after
            .iter()
            .all(|(_, _, state)| matches!(state, State::Lapsed | State::Met)),
        "{after:?}"
    );
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn it_stands_among_the_courts_papers_and_only_those_who_read_them_see_it() {
    let mut office = Office::new(451).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Anna");
    let stranger = office.colleague("Gatti", Role::Psicologo).unwrap();
    let session = &mut office.session;
    let without = MisuraPenale { kind: None, ..test() };
    let refused = add_penal(session, adding(minor, without)).unwrap_err();
    assert_eq!(refused.code, Code::OrderKindMissing);
    as_other(session, stranger, |session| {
        assert!(add_penal(session, adding(minor, test())).is_err());
    });
    let other = case(&mut office, Service::Sad, "Bruno");
    let refused = add_penal(&mut office.session, adding(other, test())).unwrap_err();
    assert_eq!(refused.code, Code::CaseNotUnderCourt);
}
