//! Tutela minori: orders for several minors, mandates and what answers them, the emergency measure, closing.

mod closing;
mod endings;
mod final_report;
mod measure;
mod orders;
mod penal;
mod report;
mod terms;

use cartella_app::{
    Session,
    cases::OneCase,
    tutela::{CourtPage, RegisterOrder, Registered, of_case, register_order},
};
use cartella_domain::{
    ids::{CaseId, OperatorId},
    time::CivilDate,
    tutela::{Mandato, Provvedimento, TIPI, Termine},
};

pub(crate) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// An order of a kind by the juvenile court, as it came in.
pub(crate) fn order(kind: &str) -> Provvedimento {
    Provvedimento {
        kind: TIPI.answer(kind),
        autorita: Some("TM-MI".into()),
        number: Some("R.G. 1450/2026".into()),
        issued_on: Some(day("2026-02-20")),
        arrived_on: Some(day("2026-03-02")),
        ..Provvedimento::default()
    }
}

pub(crate) fn mandate(term: Termine) -> Mandato {
    Mandato {
        words: Some("Indagine sul nucleo e sulle condizioni dei minori".into()),
        addressee: Some("Servizio tutela minori".into()),
        term,
        ..Mandato::default()
    }
}

pub(crate) fn coming_in(cases: &[CaseId], order: Provvedimento, mandates: Vec<Mandato>) -> RegisterOrder {
    RegisterOrder {
        cases: cases.to_vec(),
        order,
        proceeding: None,
        mandates,
        prescriptions: Vec::new(),
        affidamento: None,
        ends: Vec::new(),
        papers: Vec::new(),
    }
}

pub(crate) fn registered(session: &mut Session, input: RegisterOrder) -> Registered {
    register_order(session, input).unwrap()
}

pub(crate) fn page(session: &mut Session, case: CaseId) -> CourtPage {
    of_case(session, OneCase { case }).unwrap()
}

/// Runs as another operator, and comes back.
pub(crate) fn as_other<T>(session: &mut Session, who: OperatorId, run: impl FnOnce(&mut Session) -> T) -> T {
    let me = session.operator();
    session.act_as(who);
    let done = run(session);
    session.act_as(me);
    done
}
