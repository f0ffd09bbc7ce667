//! Orders: once for all their minors, dates apart, mandates one by one, what answers them, who may read them.

use super::{as_other, coming_in, day, mandate, order, page, registered};
use crate::files::{case, draft, paragraph, signed};
use cartella_app::{
    Code, ErrorKind,
    cases::OneCase,
    commands::Nothing,
    people::{CreatePerson, create},
    tutela::{
        AddToOrder, AnswerMandate, ChangeResponsibility, EditInFile, EndOrder, SaveAuthority, add_to_order,
        answer_mandate, authorities, change_responsibility, edit_mandate, edit_order, end_order, of_case,
        register_order, save_authority,
    },
};
use cartella_domain::{
    people::{Person, ResponsibilityKind},
    rights::Role,
    services::Service,
    time::{ClockTime, Instant},
    tutela::{
        AffidamentoEnte, Cessazione, CourtFinding, Decorrenza, Fonte, Momento, Prescrizione, Protocollo,
        Provvedimento, StatoMandato, Termine,
    },
};
use cartella_testkit::Office;

/// It came by PEC on Friday at 17:30, got its protocol on Sunday and was notified a week later.
fn of_friday() -> Provvedimento {
    Provvedimento {
        pec: Some(Momento {
            on: day("2026-02-27"),
            time: ClockTime(17 * 60 + 30),
            at: Instant(0),
        }),
        protocol: Some(Protocollo {
            number: Some(" 812/2026 ".into()),
            on: Some(day("2026-03-01")),
        }),
        notified_on: Some(day("2026-03-06")),
        urgent: Some(true),
        ..order("IND_PSICOSOC")
    }
}

/// Situation 5 of the users' week: Friday 17:30, one PDF, three minors, and it is the segreteria that registers it.
#[test]
fn an_order_comes_in_once_for_three_minors_with_its_four_dates_apart() {
    let mut office = Office::new(401).unwrap();
    let minors: Vec<_> = ["Anna", "Luca", "Sara"]
        .map(|name| case(&mut office, Service::TutelaMinori, name))
        .to_vec();
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let terms = vec![
        mandate(Termine::NonIndicato),
        cartella_domain::tutela::Mandato {
            from: Some(Decorrenza::Notifica),
            ..mandate(Termine::Giorni { days: 60 })
        },
    ];
    let done = as_other(&mut office.session, ada, |session| {
        registered(session, coming_in(&minors, of_friday(), terms))
    });
    assert_eq!(done.orders.len(), 3);
    for case in &minors {
        let page = page(&mut office.session, *case);
        let found = &page.orders[0];
        let value = &found.order.value;
        assert_eq!((value.act, value.case), (Some(done.act), Some(*case)));
        assert_eq!(value.recorded_by, Some(ada));
        assert_eq!(found.cases.len(), 3);
        // 17:30 in Italy in winter is 16:30 UTC.
        assert_eq!(value.pec.unwrap().at, "2026-02-27T16:30:00Z".parse().unwrap());
        assert_eq!(
            value.protocol.as_ref().unwrap().number.as_deref(),
            Some("812/2026")
        );
        let due: Vec<_> = found
            .mandates
            .iter()
            .map(|one| (one.due, one.counted.source))
            .collect();
        // Internal: eight months from the arrival at the service; the judge's: sixty days from the notification.
        assert_eq!(
            due,
            [
                (Some(day("2026-11-02")), Fonte::Interno),
                (Some(day("2026-05-05")), Fonte::Giudice)
            ]
        );
        assert_eq!(found.findings, []);
    }
    // A mandate is the same mandate in each file, so that a report counts once.
    let first = page(&mut office.session, minors[0]);
    let second = page(&mut office.session, minors[1]);
    let act = |page: &cartella_app::tutela::CourtPage| page.orders[0].mandates[0].mandate.value.act;
    assert!(act(&first).is_some() && act(&first) == act(&second));
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// All of it or nothing: one file in which she may not write, and no file has the order.
#[test]
fn an_order_for_a_file_of_somebody_else_comes_into_no_file() {
    let mut office = Office::new(402).unwrap();
    let mine = case(&mut office, Service::TutelaMinori, "Rossi");
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    let theirs = as_case_of(&mut office, other);
    let input = coming_in(
        &[mine, theirs],
        order("MONIT"),
        vec![mandate(Termine::NonIndicato)],
    );
    let refused = register_order(&mut office.session, input).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Forbidden);
    assert!(page(&mut office.session, mine).orders.is_empty());
    let school = case(&mut office, Service::Aes, "Bianchi");
    let refused = register_order(
        &mut office.session,
        coming_in(&[school], order("MONIT"), Vec::new()),
    )
    .unwrap_err();
    assert_eq!(refused.code, Code::CaseNotUnderCourt);
    let nobody = register_order(&mut office.session, coming_in(&[], order("MONIT"), Vec::new())).unwrap_err();
    assert_eq!(nobody.code, Code::NoFileChosen);
    let kindless = Provvedimento::default();
    let refused = register_order(&mut office.session, coming_in(&[mine], kindless, Vec::new())).unwrap_err();
    assert_eq!(refused.code, Code::OrderKindMissing);
}

fn as_case_of(office: &mut Office, who: cartella_domain::ids::OperatorId) -> cartella_domain::ids::CaseId {
    let me = office.session.operator();
    office.session.act_as(who);
    let theirs = case(office, Service::TutelaMinori, "Verdi");
    office.session.act_as(me);
    theirs
}

/// Each minor can leave a mandate without the others; a wrong date is put right for all of them at once.
#[test]
fn what_is_corrected_everywhere_changes_in_every_file_and_the_rest_stays_each_ones_own() {
    let mut office = Office::new(403).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let session = &mut office.session;
    registered(
        session,
        coming_in(&[anna, luca], order("MONIT"), vec![mandate(Termine::NonIndicato)]),
    );
    let of_anna = page(session, anna).orders.remove(0);
    let left = of_anna.mandates[0].mandate.clone();
    let mut value = left.value;
    value.state = StatoMandato::Cessato {
        on: day("2026-03-05"),
        note: Some("maggiore età".into()),
    };
    let edit = EditInFile {
        id: left.id,
        value,
        seen: left.seen,
        everywhere: false,
    };
    edit_mandate(session, edit).unwrap();
    // In Luca's file the order was summed up in the meantime: that stays when the number is put right from Anna's.
    let of_luca = page(session, luca).orders.remove(0).order;
    let summed = Provvedimento {
        summary: Some("Solo in questa cartella".into()),
        ..of_luca.value
    };
    let edit = EditInFile {
        id: of_luca.id,
        value: summed,
        seen: of_luca.seen,
        everywhere: false,
    };
    edit_order(session, edit).unwrap();
    let righted = Provvedimento {
        number: Some("R.G. 1451/2026".into()),
        case: Some(luca),
        ..of_anna.order.value.clone()
    };
    let edit = EditInFile {
        id: of_anna.order.id,
        value: righted,
        seen: of_anna.order.seen,
        everywhere: true,
    };
    edit_order(session, edit).unwrap();
    let (of_anna, of_luca) = (page(session, anna), page(session, luca));
    for (page, case) in [(&of_anna, anna), (&of_luca, luca)] {
        let value = &page.orders[0].order.value;
        assert_eq!(value.number.as_deref(), Some("R.G. 1451/2026"));
        assert_eq!(value.case, Some(case), "a record never changes its file");
    }
    assert_eq!(
        of_luca.orders[0].order.value.summary.as_deref(),
        Some("Solo in questa cartella")
    );
    assert!(!of_anna.orders[0].mandates[0].mandate.value.is_open());
    assert!(of_luca.orders[0].mandates[0].mandate.value.is_open());
}

/// Two of the segreteria correct one order from the same screen: both values stay, and somebody chooses.
#[test]
fn an_order_corrected_twice_from_one_screen_keeps_both_dates() {
    let mut office = Office::new(404).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    registered(session, coming_in(&[anna], order("MONIT"), Vec::new()));
    let shown = page(session, anna).orders.remove(0).order;
    for arrived in ["2026-03-03", "2026-03-04"] {
        let edit = EditInFile {
            id: shown.id,
            value: Provvedimento {
                arrived_on: Some(day(arrived)),
                ..shown.value.clone()
            },
            seen: shown.seen.clone(),
            everywhere: false,
        };
        edit_order(session, edit).unwrap();
    }
    let clashes = page(session, anna).orders.remove(0).order.clashes.unwrap();
    assert!(
        clashes["arrived_on"]
            .as_array()
            .is_some_and(|values| values.len() == 2)
    );
}

#[test]
fn the_entries_that_answer_a_mandate_are_named_and_the_segreteria_learns_nothing_of_them() {
    let mut office = Office::new(405).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    registered(
        &mut office.session,
        coming_in(
            &[anna],
            order("IND_PSICOSOC"),
            vec![mandate(Termine::NonIndicato)],
        ),
    );
    let content = draft(&office, &[anna], vec![paragraph("Colloquio con la madre.")]);
    let entry = signed(&mut office, &content)[0];
    let content = draft(&office, &[luca], vec![paragraph("Visita.")]);
    let of_luca = signed(&mut office, &content)[0];
    let session = &mut office.session;
    let mandate = page(session, anna).orders[0].mandates[0].mandate.id;
    let answer = |add, remove| AnswerMandate { mandate, add, remove };
    answer_mandate(session, answer(vec![entry], vec![])).unwrap();
    let foreign = answer_mandate(session, answer(vec![of_luca], vec![])).unwrap_err();
    assert_eq!(foreign.code, Code::NotFound);
    let mine = &page(session, anna).orders[0].mandates[0].answers[0];
    assert_eq!((mine.entry, mine.on), (entry, Some(session.today())));
    let theirs = as_other(session, ada, |session| page(session, anna));
    let theirs = &theirs.orders[0].mandates[0].answers[0];
    assert!(theirs.on.is_none() && theirs.author.is_none() && theirs.kind.is_none());
    answer_mandate(session, answer(vec![], vec![entry])).unwrap();
    assert!(page(session, anna).orders[0].mandates[0].answers.is_empty());
}

#[test]
fn who_may_not_read_the_courts_papers_is_told_so_and_reads_none() {
    let mut office = Office::new(406).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    registered(
        &mut office.session,
        coming_in(&[anna], order("MONIT"), Vec::new()),
    );
    for (role, heard) in [
        (Role::Psicologo, ErrorKind::Forbidden),
        (Role::EducatoreEnte, ErrorKind::NotFound),
        (Role::Direzione, ErrorKind::NotFound),
    ] {
        let who = office.colleague("Riva", role).unwrap();
        let refused = as_other(&mut office.session, who, |session| {
            of_case(session, OneCase { case: anna }).err().unwrap().kind
        });
        assert_eq!(refused, heard, "{role:?}");
    }
}

#[test]
fn a_parents_responsibility_changes_by_the_order_and_what_was_stays_as_history() {
    let mut office = Office::new(407).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    let father = CreatePerson {
        person: Person {
            surname: Some("Colombo".into()),
            ..Person::default()
        },
        ..CreatePerson::default()
    };
    let father = create(session, father).unwrap().id;
    let father = cartella_domain::ids::PersonId(father.uuid());
    let done = registered(session, coming_in(&[anna], order("LIM_333"), Vec::new()));
    let unchanged = CourtFinding::ResponsibilityUnchanged;
    assert!(page(session, anna).orders[0].findings.contains(&unchanged));
    let change = |kind, from| ChangeResponsibility {
        order: done.orders[0],
        adult: father,
        kind,
        from: day(from),
        limits: Some("Scelte sanitarie".into()),
    };
    change_responsibility(session, change(ResponsibilityKind::Limited, "2026-02-20")).unwrap();
    let second = registered(session, coming_in(&[anna], order("DEC_330"), Vec::new()));
    let lost = ChangeResponsibility {
        order: second.orders[0],
        ..change(ResponsibilityKind::Lost, "2026-03-02")
    };
    change_responsibility(session, lost).unwrap();
    let page = page(session, anna);
    let held: Vec<_> = page
        .orders
        .iter()
        .flat_map(|order| &order.responsibilities)
        .map(|held| (held.kind.unwrap(), held.period.until))
        .collect();
    assert!(held.contains(&(ResponsibilityKind::Limited, Some(day("2026-03-01")))));
    assert!(held.contains(&(ResponsibilityKind::Lost, None)));
    let words = page.orders[0].responsibilities[0].order.clone().unwrap();
    assert!(words.contains("Tribunale per i minorenni di Milano") && words.contains("20/02/2026"));
    assert!(
        !page
            .orders
            .iter()
            .any(|order| order.findings.contains(&unchanged))
    );
}

#[test]
fn the_eight_parts_of_an_affidamento_and_a_prescription_hang_on_the_order_in_each_file() {
    let mut office = Office::new(408).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let session = &mut office.session;
    let done = registered(
        session,
        coming_in(
            &[anna, luca],
            order("AFF_ENTE"),
            vec![mandate(Termine::NonIndicato)],
        ),
    );
    assert_eq!(
        page(session, luca).orders[0].findings,
        [CourtFinding::NoAffidamento]
    );
    let add = AddToOrder {
        order: done.orders[0],
        everywhere: true,
        mandates: Vec::new(),
        prescriptions: vec![Prescrizione {
            to: Some("La madre".into()),
            words: Some("Percorso al SerD".into()),
            ..Prescrizione::default()
        }],
        affidamento: Some(AffidamentoEnte {
            months: Some(24),
            report_months: Some(6),
            from: Some(day("2026-02-28")),
            ..AffidamentoEnte::default()
        }),
    };
    add_to_order(session, add).unwrap();
    let of_luca = page(session, luca).orders.remove(0);
    assert_eq!(of_luca.prescriptions.len(), 1);
    assert_eq!(of_luca.affidamento_until, Some(day("2028-02-28")));
    assert!(matches!(
        of_luca.findings.as_slice(),
        [CourtFinding::PartsMissing { parts }] if parts.len() == 6
    ));
    let nothing = AddToOrder {
        order: done.orders[0],
        everywhere: false,
        mandates: Vec::new(),
        prescriptions: Vec::new(),
        affidamento: None,
    };
    assert_eq!(
        add_to_order(session, nothing).unwrap_err().code,
        Code::TextMissing
    );
}

#[test]
fn an_order_of_revocation_ends_what_it_revokes_in_the_files_that_it_names() {
    let mut office = Office::new(409).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let session = &mut office.session;
    let first = registered(session, coming_in(&[anna, luca], order("MONIT"), Vec::new()));
    let mut revoking = coming_in(&[anna], order("REVOCA"), Vec::new());
    revoking.ends = vec![first.act];
    registered(session, revoking);
    let monit = |page: cartella_app::tutela::CourtPage| {
        let mut orders = page.orders.into_iter();
        orders.find(|one| one.order.value.code() == "MONIT").unwrap()
    };
    let of_anna = monit(page(session, anna));
    assert!(!of_anna.holds);
    assert_eq!(of_anna.order.value.ended.unwrap().how, Cessazione::Revoca);
    assert!(monit(page(session, luca)).holds);
    let end = EndOrder {
        order: first.orders[1],
        on: day("2026-03-01"),
        how: Cessazione::Trasferimento,
        note: None,
        everywhere: false,
    };
    end_order(session, end).unwrap();
    assert!(!monit(page(session, luca)).holds);
}

#[test]
fn the_office_keeps_its_own_list_of_authorities() {
    let mut office = Office::new(410).unwrap();
    let session = &mut office.session;
    let all = authorities(session, Nothing {}).unwrap();
    let mut milan = all.into_iter().find(|one| one.key == "TM-MI").unwrap();
    assert!(milan.id.is_none() && milan.works);
    milan.authority.period.until = Some(day("2026-02-28"));
    let save = SaveAuthority {
        id: None,
        authority: milan.authority.clone(),
        seen: Vec::new(),
    };
    let saved = save_authority(session, save).unwrap();
    let all = authorities(session, Nothing {}).unwrap();
    let milan = all.iter().find(|one| one.key == "TM-MI").unwrap();
    assert_eq!((milan.id, milan.works), (Some(saved.id), false));
    let nameless = SaveAuthority {
        id: None,
        authority: cartella_domain::tutela::Autorita::default(),
        seen: Vec::new(),
    };
    assert_eq!(
        save_authority(session, nameless).err().unwrap().code,
        Code::AuthorityNameless
    );
}

/// A date put right moves the term that runs from it, in the same act and in every file.
#[test]
fn a_notification_that_comes_later_starts_the_term_that_waited_for_it() {
    let mut office = Office::new(411).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let session = &mut office.session;
    let waits = cartella_domain::tutela::Mandato {
        from: Some(Decorrenza::Notifica),
        ..mandate(Termine::Giorni { days: 60 })
    };
    registered(session, coming_in(&[anna, luca], order("MONIT"), vec![waits]));
    let of_luca = page(session, luca).orders.remove(0);
    assert_eq!(of_luca.mandates[0].due, None);
    assert_eq!(of_luca.findings, [CourtFinding::TermWithoutStart]);
    let shown = page(session, anna).orders.remove(0).order;
    let edit = EditInFile {
        id: shown.id,
        value: Provvedimento {
            notified_on: Some(day("2026-03-06")),
            ..shown.value
        },
        seen: shown.seen,
        everywhere: true,
    };
    edit_order(session, edit).unwrap();
    for case in [anna, luca] {
        let found = page(session, case).orders.remove(0);
        assert_eq!(found.mandates[0].due, Some(day("2026-05-05")));
        assert_eq!(found.findings, []);
    }
}

#[test]
fn an_order_of_a_file_without_responsible_is_assigned_when_somebody_becomes_it() {
    let mut office = Office::new(412).unwrap();
    let child = crate::cases::person(&mut office, "Rossi", "Anna", "2015-05-17");
    let opening = crate::cases::opening(child, Service::TutelaMinori);
    let anna = cartella_app::cases::open(&mut office.session, opening)
        .unwrap()
        .cases[0];
    let me = office.session.operator();
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let session = &mut office.session;
    as_other(session, ada, |session| {
        registered(session, coming_in(&[anna], order("MONIT"), Vec::new()));
        assert_eq!(page(session, anna).orders[0].order.value.assigned_on, None);
    });
    let role = cartella_domain::cases::AssignmentRole::Responsabile;
    cartella_app::cases::assign(session, crate::cases::assigning(anna, me, role)).unwrap();
    let assigned = page(session, anna).orders[0].order.value.assigned_on;
    assert_eq!(assigned, Some(session.today()));
}
