//! Ends that are said once: how an order ended, since when it is assigned, what a closed measure leaves.

use super::{
    as_other, coming_in, day,
    measure::{made, started, typed},
    order, page, registered,
};
use crate::files::case;
use cartella_app::{
    Code, Session,
    cases::OneCase,
    deadlines::of_case,
    tutela::{AddPenal, CloseMeasure, EditInFile, EndOrder, add_penal, close_measure, edit_penal, end_order},
};
use cartella_archive::rows;
use cartella_domain::{
    cases::AssignmentRole,
    ids::CaseId,
    rights::Role,
    services::Service,
    tutela::{
        Cessazione, Chiusura403, EsitoMisura, EsitoPenale, FinePenale, MisuraPenale, Passo, Provvedimento,
        TipoMisuraPenale,
    },
};
use cartella_testkit::Office;

fn ended(session: &mut Session, case: CaseId) -> Option<Cessazione> {
    let orders = page(session, case).orders;
    let monit = orders
        .iter()
        .find(|one| one.order.value.code() == "MONIT")
        .unwrap();
    monit.order.value.ended.as_ref().map(|ended| ended.how)
}

#[test]
fn what_ends_everywhere_leaves_alone_what_had_ended_before() {
    let mut office = Office::new(415).unwrap();
    let [anna, luca, ugo] =
        ["Anna", "Luca", "Ugo"].map(|name| case(&mut office, Service::TutelaMinori, name));
    let session = &mut office.session;
    let first = registered(session, coming_in(&[anna, luca, ugo], order("MONIT"), Vec::new()));
    let since = page(session, anna).orders[0].order.value.assigned_on;
    assert_eq!(since, Some(session.today()), "somebody is responsible already");
    let end = |at: usize, how, everywhere| EndOrder {
        order: first.orders[at],
        on: day("2026-03-01"),
        how,
        note: None,
        everywhere,
    };
    end_order(session, end(0, Cessazione::Trasferimento, false)).unwrap();
    let mut revoking = coming_in(&[anna, luca], order("REVOCA"), Vec::new());
    revoking.ends = vec![first.act];
    registered(session, revoking);
    assert_eq!(ended(session, anna), Some(Cessazione::Trasferimento));
    assert_eq!(ended(session, luca), Some(Cessazione::Revoca));
    end_order(session, end(2, Cessazione::Archiviazione, true)).unwrap();
    let all = [anna, luca, ugo].map(|case| ended(session, case));
    assert_eq!(
        all,
        [
            Cessazione::Trasferimento,
            Cessazione::Revoca,
            Cessazione::Archiviazione
        ]
        .map(Some)
    );
}

/// What is done everywhere is done where she may: the brother's file is somebody else's meanwhile.
#[test]
fn what_ends_everywhere_reaches_no_file_that_she_may_not_write() {
    let mut office = Office::new(416).unwrap();
    let other = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let first = registered(
        &mut office.session,
        coming_in(&[anna, luca], order("MONIT"), Vec::new()),
    );
    crate::files::assign(&mut office, anna, other, AssignmentRole::MiniEquipe);
    as_other(&mut office.session, other, |session| {
        let end = EndOrder {
            order: first.orders[0],
            on: day("2026-03-01"),
            how: Cessazione::Archiviazione,
            note: None,
            everywhere: true,
        };
        end_order(session, end).unwrap();
    });
    let session = &mut office.session;
    assert_eq!(ended(session, anna), Some(Cessazione::Archiviazione));
    assert_eq!(ended(session, luca), None);
}

#[test]
fn an_order_was_assigned_on_the_first_day_on_which_somebody_became_responsible() {
    let mut office = Office::new(417).unwrap();
    let next = office.colleague("Galli", Role::AssistenteSociale).unwrap();
    let child = crate::cases::person(&mut office, "Rossi", "Anna", "2015-05-17");
    let anna = crate::cases::open_one(&mut office, crate::cases::opening(child, Service::TutelaMinori));
    let me = office.session.operator();
    let ada = office.colleague("Sala", Role::Amministrativo).unwrap();
    let order = as_other(&mut office.session, ada, |session| {
        registered(session, coming_in(&[anna], order("MONIT"), Vec::new())).orders[0]
    });
    let becomes = |office: &mut Office, who| {
        let input = crate::cases::assigning(anna, who, AssignmentRole::Responsabile);
        cartella_app::cases::assign(&mut office.session, input).unwrap();
        let row = rows::get::<Provvedimento>(office.session.archive().db(), &order.to_string());
        row.unwrap().unwrap().value.assigned_on
    };
    let first = office.session.today();
    assert_eq!(becomes(&mut office, me), Some(first));
    office.clock.pass_minutes(3 * 24 * 60);
    let after = becomes(&mut office, next);
    assert_eq!(after, Some(first), "who follows her changes nothing of that");
}

#[test]
fn a_measure_that_is_closed_leaves_no_term_open() {
    let mut office = Office::new(418).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    let id = started(session, &[anna], typed("2026-03-13", "17:40"));
    made(session, id, Passo::Trasmissione, typed("2026-03-14", "10:10"));
    made(session, id, Passo::Ricezione, typed("2026-03-14", "15:00"));
    let open = |session: &mut Session| {
        let open = of_case(session, OneCase { case: anna }).unwrap().open;
        let of_measure = open.iter().map(|one| one.deadline.key.code.code());
        of_measure.filter(|code| code.starts_with("C403")).count()
    };
    assert_eq!(open(session), 2, "oral notice and request for confirmation");
    let closed = Chiusura403 {
        on: day("2026-03-15"),
        how: EsitoMisura::Revocata,
        note: None,
    };
    close_measure(session, CloseMeasure { measure: id, closed }).unwrap();
    assert_eq!(open(session), 0);
}

#[test]
fn a_penal_measure_ends_on_no_day_to_come() {
    let mut office = Office::new(419).unwrap();
    let minor = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    let measure = MisuraPenale {
        kind: Some(TipoMisuraPenale::MessaAllaProva),
        from: Some(day("2026-01-15")),
        ..MisuraPenale::default()
    };
    let cases = vec![minor];
    add_penal(session, AddPenal { cases, measure }).unwrap();
    let shown = page(session, minor).penal.remove(0);
    let mut ends = |on| {
        let ended = Some(FinePenale {
            on,
            how: EsitoPenale::Positivo,
            note: None,
        });
        let value = MisuraPenale {
            ended,
            ..shown.value.clone()
        };
        let input = EditInFile {
            id: shown.id,
            value,
            seen: shown.seen.clone(),
            everywhere: false,
        };
        edit_penal(session, input).map(|_| ()).map_err(|error| error.code)
    };
    assert_eq!(ends(day("2031-01-01")), Err(Code::DayInFuture));
    assert_eq!(ends(day("2026-03-01")), Ok(()));
}
