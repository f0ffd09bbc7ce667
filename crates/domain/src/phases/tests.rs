//! The phases of paper cases: derived, written, exported.

use super::*;
use crate::{
    assessments::Assessment,
    cases::{Assignment, AssignmentRole, CaseFile, Comuni, Episode, Referral, State, StateName},
    codes::Coded,
    desk::{Caller, ReferralNote},
    ids::{EpisodeId, OperatorId},
    people::Person,
    plans::{Goal, GoalTerm, Plan, PlanReview, PlanState, goal_outcomes},
    services::Service,
    time::{CivilDate, Instant, PartialDate},
};
use std::collections::BTreeSet;
use uuid::Uuid;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn part(text: &str) -> Option<PartialDate> {
    text.parse().ok()
}

fn operator(n: u128) -> OperatorId {
    OperatorId(Uuid::from_u128(n))
}

fn list(code: &str, version: &str, codes: &[&str], at: i64) -> ElencoCodici {
    ElencoCodici {
        list: Some(interchange_list(code)),
        version: Some(version.into()),
        codes: codes
            .iter()
            .map(|code| Codice {
                code: (*code).into(),
                label: format!("Voce {code}"),
            })
            .collect(),
        signed_at: Some(Instant::default().plus_millis(at)),
        ..ElencoCodici::default()
    }
}

fn chosen(code: &str, version: &str, value: &str) -> Coded {
    Coded {
        code: value.into(),
        list: interchange_list(code),
        version: version.into(),
    }
}

/// A paper case with everything that the phases look at.
#[derive(Default)]
struct Paper {
    file: CaseFile,
    episode: Episode,
    reached: Vec<State>,
    team: Vec<Assignment>,
    person: Person,
    household: Vec<String>,
    heard: Vec<ReferralNote>,
    assessment: Option<Assessment>,
    plan: Option<Plan>,
    goals: Vec<Goal>,
    reviews: Vec<PlanReview>,
    phases: Vec<Fase>,
    data: Vec<DatoFase>,
    lists: Vec<ElencoCodici>,
}

fn all_homes() -> Sees {
    [
        Home::Case,
        Home::Person,
        Home::Diary,
        Home::Plan,
        Home::Health,
        Home::Money,
    ]
    .into()
}

impl Paper {
    fn seen(&self, sees: &Sees) -> Vec<FaseView> {
        phases(&Facts {
            today: day("2026-11-26"),
            sees,
            file: &self.file,
            id: EpisodeId(Uuid::from_u128(7)),
            episode: &self.episode,
            reached: &self.reached,
            team: &self.team,
            person: Some(&self.person),
            addresses: &[],
            contacts: &[],
            household: &self.household,
            heard: &self.heard,
            assessment: self.assessment.as_ref(),
            plan: self.plan.as_ref(),
            goals: &self.goals,
            reviews: &self.reviews,
            phases: &self.phases,
            data: &self.data,
            lists: &self.lists,
        })
    }

    fn all(&self) -> Vec<FaseView> {
        self.seen(&all_homes())
    }
}

fn datum<'a>(phases: &'a [FaseView], key: &str) -> &'a Datum {
    let mut all = phases.iter().flat_map(|phase| &phase.data);
    all.find(|datum| datum.key == key).unwrap()
}

/// A referral of January, closed in October.
fn closed() -> Episode {
    Episode {
        referral: Some(Referral {
            on: part("2026-01-10"),
            ..Referral::default()
        }),
        state: State::Chiuso {
            on: part("2026-10-30"),
            reason: crate::cases::motivi_chiusura(Service::TutelaMinori).answer("4"),
            situation: None,
            by: Some(operator(2)),
            final_report: None,
        },
        ..Episode::default()
    }
}

/// A plan that was closed with one goal reached and one in part.
fn planned() -> (Plan, Vec<Goal>, Vec<PlanReview>) {
    let plan = Plan {
        subject: Some("Sostegno".into()),
        starts: Some(day("2026-03-10")),
        state: PlanState::Chiuso {
            on: day("2026-10-20"),
            reason: Coded::default(),
        },
        ..Plan::default()
    };
    let goals = [("Frequenza", "3"), ("Autonomia", "2")].map(|(text, outcome)| Goal {
        term: GoalTerm::Short,
        text: Some(text.into()),
        outcome: goal_outcomes().answer(outcome),
        ..Goal::default()
    });
    let review = PlanReview {
        on: Some(day("2026-10-20")),
        text: Some("È andata bene".into()),
        last: Some(true),
        ..PlanReview::default()
    };
    (plan, goals.into(), vec![review])
}

fn heard() -> ReferralNote {
    ReferralNote {
        episode: Some(EpisodeId(Uuid::from_u128(7))),
        need: Some("Aiuto nei compiti".into()),
        caller: Some(Caller {
            name: Some("Maestra Verdi".into()),
            ..Caller::default()
        }),
        ..ReferralNote::default()
    }
}

/// A case from the desk to its closing.
fn whole() -> Paper {
    let (plan, goals, reviews) = planned();
    let on = |text: &str| part(text);
    let mut paper = Paper {
        episode: closed(),
        reached: vec![
            State::Segnalato { on: on("2026-01-12") },
            State::Assegnato { on: on("2026-01-19") },
            State::InValutazione { on: on("2026-01-26") },
            State::InCarico { on: on("2026-03-02") },
            State::ProgettoAttivo { on: on("2026-03-16") },
        ],
        team: vec![Assignment {
            operator: Some(operator(1)),
            role: AssignmentRole::Responsabile,
            ..Assignment::default()
        }],
        household: vec!["Rossi Anna".into(), "Bianchi Laura".into()],
        heard: vec![heard()],
        assessment: Some(Assessment {
            on: Some(day("2026-02-20")),
            author: Some(operator(3)),
            ..Assessment::default()
        }),
        plan: Some(plan),
        goals,
        reviews,
        ..Paper::default()
    };
    paper.file.comuni = Some(Comuni {
        residence: Some("E514".into()),
        ..Comuni::default()
    });
    paper.person.surname = Some("Rossi".into());
    paper.person.name = Some("Anna".into());
    paper.person.birth = on("2015-05-17");
    paper
}

#[test]
fn what_other_records_hold_fills_the_phases_and_says_where_it_comes_from() {
    let phases = whole().all();
    for (key, value, from) in [
        ("COGNOME", Valore::Text("Rossi".into()), Origin::Person),
        ("NUNF", Valore::Number(2), Origin::Household),
        ("RESIDENZA", Valore::Place("E514".into()), Origin::Case),
        (
            "SEGNALAZIONE_DATA",
            Valore::Day(part("2026-01-10").unwrap()),
            Origin::Referral,
        ),
        (
            "BISOGNO_ESPRESSO",
            Valore::Text("Aiuto nei compiti".into()),
            Origin::Desk,
        ),
        (
            "VALUTAZIONE_DATA",
            Valore::Day(part("2026-02-20").unwrap()),
            Origin::Assessment,
        ),
        ("CASE_MANAGER", Valore::Operator(operator(1)), Origin::Case),
        ("PROGETTO_OGGETTO", Valore::Text("Sostegno".into()), Origin::Plan),
        ("DAAS", Valore::Day(part("2026-03-16").unwrap()), Origin::Case),
        ("RIRA", Valore::Text("Frequenza".into()), Origin::Plan),
        ("RINR", Valore::Text("Autonomia".into()), Origin::Plan),
        ("DAVF", Valore::Day(part("2026-10-20").unwrap()), Origin::Plan),
        (
            "CHIUSURA_RESPONSABILE",
            Valore::Operator(operator(2)),
            Origin::Case,
        ),
        ("NUPR", Valore::YesNo(false), Origin::Plan),
    ] {
        let found = datum(&phases, key);
        assert!(
            found.value.as_ref() == Some(&value) && found.from == Some(from),
            "{key}"
        );
        assert_eq!(found.state, DatumState::Filled, "{key}");
    }
}

#[test]
fn the_states_of_the_case_say_where_each_phase_stands_and_since_when() {
    let closed: Vec<_> = whole()
        .all()
        .iter()
        .map(|phase| {
            let text = |on: Option<PartialDate>| on.map(|on| on.to_string()).unwrap_or_default();
            (phase.state, text(phase.starts), text(phase.ends))
        })
        .collect();
    let over = |from: &str, to: &str| (StatoFase::Conclusa, from.to_owned(), to.to_owned());
    assert_eq!(
        closed,
        [
            over("2026-01-10", "2026-01-19"),
            over("2026-01-26", "2026-03-02"),
            over("2026-03-02", "2026-03-16"),
            over("2026-03-16", "2026-10-30"),
            over("2026-10-20", "2026-10-30"),
        ]
    );
    // A case that was running before this program: what came before is over, without days.
    let running = Paper {
        episode: Episode {
            state: State::InCarico { on: part("2025") },
            already_running: Some(true),
            ..Episode::default()
        },
        ..Paper::default()
    };
    let states: Vec<_> = running.all().iter().map(|phase| phase.state).collect();
    use StatoFase::{Conclusa, DaIniziare, InCorso};
    assert_eq!(states, [Conclusa, Conclusa, InCorso, DaIniziare, DaIniziare]);
    assert!(running.all()[0].ends.is_none());
    let refused = Paper {
        episode: Episode {
            state: State::NonAccolto {
                on: part("2026-02-01"),
                reason: None,
                sent_to: None,
            },
            ..Episode::default()
        },
        ..Paper::default()
    };
    let states: Vec<_> = refused.all().iter().map(|phase| phase.state).collect();
    assert_eq!(states, [Conclusa, DaIniziare, DaIniziare, DaIniziare, DaIniziare]);
    assert_eq!(refused.episode.state.name(), StateName::NonAccolto);
}

#[test]
fn what_is_said_of_a_phase_counts_before_what_the_case_tells() {
    let said = Paper {
        phases: vec![Fase {
            phase: Some(CodiceFase::Valutazione),
            starts: Some(day("2026-01-20")),
            responsible: Some(operator(9)),
            notes: Some("Con la NPI".into()),
            ..Fase::default()
        }],
        ..whole()
    };
    let phases = said.all();
    assert!(phases[1].starts == part("2026-01-20") && phases[1].ends == part("2026-03-02"));
    assert_eq!(
        (phases[1].responsible, phases[0].responsible),
        (Some(operator(9)), Some(operator(1)))
    );
}

#[test]
fn until_its_list_is_loaded_a_code_is_neither_accepted_nor_missing() {
    let moaf = element("MOAF").unwrap();
    let value = |version: &str, code: &str| Valore::Codes(vec![chosen("MOAF", version, code)]);
    assert_eq!(accept(moaf, &value("1", "01"), &[]), Err(Refused::ListNotLoaded));
    assert_eq!(
        accept(moaf, &Valore::Text("Allontanamento".into()), &[]),
        Err(Refused::OtherKind)
    );
    assert_eq!(datum(&whole().all(), "MOAF").state, DatumState::ListNotLoaded);
    let lists = vec![
        list("MOAF", "1", &["01", "02"], 1),
        list("MOAF", "2", &["02", "03"], 2),
    ];
    assert_eq!(accept(moaf, &value("2", "03"), &lists), Ok(()));
    assert_eq!(accept(moaf, &value("1", "01"), &lists), Err(Refused::UnknownCode));
    let loaded = Paper { lists, ..whole() };
    assert_eq!(datum(&loaded.all(), "MOAF").state, DatumState::Missing);
    let derived = element("RIRA").unwrap();
    assert_eq!(
        accept(derived, &Valore::Text("x".into()), &loaded.lists),
        Err(Refused::Derived)
    );
    let isee = element("ISEE").unwrap();
    assert_eq!(accept(isee, &Valore::Euro(142_500_000), &[]), Ok(()));
}

#[test]
fn a_list_is_whole_or_not_loaded_and_a_version_is_taken_once() {
    let fits = |codes: &[&str]| list("MOAF", "1", codes, 1).fits(&[list("MOAF", "1", &["01"], 0)]);
    assert_eq!(fits(&["01"]), Ok(()));
    assert_eq!(fits(&[]), Err(ListRefused::Empty));
    assert_eq!(fits(&["01", "01"]), Err(ListRefused::Twice("01".into())));
    assert_eq!(fits(&["  "]), Err(ListRefused::Line("  ".into())));
    assert_eq!(fits(&["01", "02"]), Err(ListRefused::VersionTaken));
    assert_eq!(
        list("MOAF", "2", &["01", "02"], 1).fits(&[list("MOAF", "1", &["01"], 0)]),
        Ok(())
    );
}

#[test]
fn who_may_not_read_a_home_gets_no_value_of_it() {
    let sees: Sees = [Home::Case].into();
    let phases = whole().seen(&sees);
    for key in [
        "COGNOME",
        "BISOGNO_ESPRESSO",
        "VALUTAZIONE_DATA",
        "PROGETTO_OGGETTO",
        "ISEE",
    ] {
        let found = datum(&phases, key);
        assert!(found.value.is_none() && found.hint.is_none(), "{key}");
        assert_eq!(found.state, DatumState::Hidden, "{key}");
    }
    assert_eq!(datum(&phases, "RESIDENZA").state, DatumState::Filled);
    assert_eq!(phases[2].filled(), (0, 3));
}

#[test]
fn the_export_is_a_line_a_value_with_its_code_and_leaves_out_codes_of_other_lists() {
    let written = |element: &str, value| DatoFase {
        element: Some(element.into()),
        value: Some(value),
        ..DatoFase::default()
    };
    let paper = Paper {
        data: vec![
            written("MOAF", Valore::Codes(vec![chosen("MOAF", "2", "03")])),
            written(
                "AMIR_B",
                Valore::Codes(vec![chosen("AMIR", "1", "A"), chosen("AMIR", "1", "B")]),
            ),
            written("ISEE", Valore::Euro(142_505_000)),
            written("DSU0", Valore::YesNo(true)),
            written(
                "OCAS",
                Valore::Codes(vec![Coded {
                    code: "X".into(),
                    list: "ALTRO".into(),
                    version: "1".into(),
                }]),
            ),
        ],
        ..whole()
    };
    let lines = export(&paper.all());
    let values = |phase, element: &str| -> Vec<&str> {
        let mine = lines
            .iter()
            .filter(|line| line.phase == phase && line.element == element);
        mine.map(|line| line.value.as_str()).collect()
    };
    use CodiceFase::{Accesso, Conclusione, Valutazione};
    assert_eq!(values(Valutazione, "MOAF"), ["03"]);
    assert_eq!(values(Valutazione, "AMIR"), ["A", "B"]);
    assert!(values(Accesso, "AMIR").is_empty() && values(Accesso, "OCAS").is_empty());
    assert_eq!(values(Accesso, "ISEE"), ["14250.50"]);
    assert_eq!(values(Accesso, "DSU0"), ["true"]);
    assert_eq!(values(Accesso, "DATA_INIZIO"), ["10012026"]);
    assert_eq!(values(Conclusione, "DAVF"), ["20102026"]);
    assert_eq!(values(Conclusione, "VAFI"), ["È andata bene"]);
    // The reason of closing is of INPS's list: it helps to choose the region's, and is never sent as such.
    assert!(values(Conclusione, "MOCP").is_empty());
    assert!(datum(&paper.all(), "MOCP").hint.is_some());
}

#[test]
fn elements_have_a_key_each_and_one_record_an_episode() {
    let keys: BTreeSet<_> = ELEMENTS.iter().map(|element| element.key).collect();
    assert_eq!(keys.len(), ELEMENTS.len());
    let episode = |n| EpisodeId(Uuid::from_u128(n));
    let mut ids = BTreeSet::new();
    for n in [7, 8] {
        ids.extend(ELEMENTS.iter().map(|element| DatoFase::id(episode(n), element)));
        ids.extend(CodiceFase::ALL.iter().map(|phase| Fase::id(episode(n), *phase)));
    }
    assert_eq!(ids.len(), 2 * (ELEMENTS.len() + 5));
    assert_eq!(
        Fase::id(episode(7), CodiceFase::Accesso),
        Fase::id(episode(7), CodiceFase::Accesso)
    );
    assert!(lists_to_load().contains(&"CSI-ESITO".to_owned()));
    // A written code always has a list to be chosen from.
    assert!(
        ELEMENTS
            .iter()
            .all(|one| one.answer != Answer::Coded || one.code.is_some())
    );
}
