//! The courts of a case: proceedings, orders with mandates, deadlines and answers, emergency measures.

use super::{
    authorities::known,
    in_file::{InFile, allow},
    view::{AnswerView, CourtPage, MandateView, MeasureView, OrderView, ReportView},
};
use crate::{Result, Session, cases::OneCase, names::names, people::Shown};
use cartella_archive::{
    audit,
    queries::{self, tutela as stored},
    rows::Row,
};
use cartella_domain::{
    ids::{ActId, CaseId, EntryId, PersonId, RecordId},
    people::ParentalResponsibility,
    rights::Action,
    tutela::{
        AffidamentoEnte, AuthorityKey, Autorita, Beside, Mandato, Misura403, MisuraPenale, Prescrizione,
        Procedimento, Provvedimento, Relazione, clocks, of_order,
    },
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Reads it; the audit says so before anything is shown.
///
/// # Errors
/// `not_found`, `forbidden`, `case_not_under_court`; the disk is full.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<CourtPage> {
    let case = input.case;
    allow(session, case, Action::CourtRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let parts = Parts::of(session, case)?;
    let authorities = known(session)?;
    let mut orders = Vec::new();
    for row in stored::of_case::<Provvedimento>(session.archive().db(), case)? {
        orders.push(order(session, row, &parts)?);
    }
    orders.sort_by_key(|order| {
        let value = &order.order.value;
        (
            !order.holds,
            std::cmp::Reverse(value.received_on().or(value.issued_on)),
        )
    });
    let mut measures = Vec::new();
    for row in stored::of_case::<Misura403>(session.archive().db(), case)? {
        measures.push(measure(session, row)?);
    }
    measures.sort_by_key(|one| one.measure.value.closed.is_some());
    let mut reports = Vec::new();
    let written = stored::of_case::<Relazione>(session.archive().db(), case)?;
    for row in written.into_iter().filter(|row| !row.value.closes_case()) {
        reports.push(ReportView {
            state: row.value.state(),
            report: Shown::of(session, row)?,
        });
    }
    let mut proceedings = Vec::new();
    for row in stored::of_case::<Procedimento>(session.archive().db(), case)? {
        proceedings.push(Shown::of(session, row)?);
    }
    let mut penal = Vec::new();
    for row in stored::of_case::<MisuraPenale>(session.archive().db(), case)? {
        penal.push(Shown::of(session, row)?);
    }
    penal.sort_by_key(|one| !one.value.is_open());
    let person = session.case_facts(case)?.person;
    let named = named(&orders, &measures, &proceedings);
    let kept = kept(&authorities, &orders, &measures, &proceedings, &penal);
    Ok(CourtPage {
        case,
        writes: allow(session, case, Action::CourtWrite).is_ok(),
        changes_responsibility: session
            .decide(Action::PersonWrite, &session.person_subject(person)?)?
            .is_allowed(),
        names: names(session, named)?,
        strays: parts.strays(&orders)?,
        proceedings,
        orders,
        measures,
        penal,
        reports,
        authorities: kept,
    })
}

/// What hangs on the orders of a case.
struct Parts {
    mandates: Vec<Row<Mandato>>,
    prescriptions: Vec<Row<Prescrizione>>,
    affidamenti: Vec<Row<AffidamentoEnte>>,
}

impl Parts {
    fn of(session: &Session, case: CaseId) -> Result<Self> {
        let db = session.archive().db();
        let mut parts = Self {
            mandates: stored::of_case(db, case)?,
            prescriptions: stored::of_case(db, case)?,
            affidamenti: stored::of_case(db, case)?,
        };
        parts.mandates.reverse();
        parts.prescriptions.reverse();
        Ok(parts)
    }

    /// Mandates of orders that are not here.
    fn strays(&self, orders: &[OrderView]) -> Result<Vec<RecordId>> {
        let here = |order: Option<RecordId>| orders.iter().any(|one| Some(one.order.id) == order);
        let strays = self.mandates.iter().filter(|row| !here(row.value.provvedimento));
        Ok(strays
            .map(Row::typed_id)
            .collect::<cartella_archive::Result<_>>()?)
    }
}

fn order(session: &Session, row: Row<Provvedimento>, parts: &Parts) -> Result<OrderView> {
    let id: RecordId = row.typed_id()?;
    let office = queries::deadlines::office(session.archive().db())?;
    let of = |order: Option<RecordId>| order == Some(id);
    let mut mandates = Vec::new();
    for one in parts.mandates.iter().filter(|one| of(one.value.provvedimento)) {
        let counted = one.value.counted(&office);
        mandates.push(MandateView {
            counted,
            due: counted.due,
            answers: answers(session, &one.value)?,
            mandate: Shown::of(session, one.clone())?,
        });
    }
    let mut prescriptions = Vec::new();
    for one in parts
        .prescriptions
        .iter()
        .filter(|one| of(one.value.provvedimento))
    {
        prescriptions.push(Shown::of(session, one.clone())?);
    }
    let affidamento = parts
        .affidamenti
        .iter()
        .find(|one| of(one.value.provvedimento))
        .map(|one| Shown::of(session, one.clone()))
        .transpose()?;
    let responsibilities: Vec<ParentalResponsibility> =
        stored::responsibilities_by(session.archive().db(), &row.id)?
            .into_iter()
            .map(|row| row.value)
            .collect();
    let beside: Vec<&Mandato> = mandates.iter().map(|one| &one.mandate.value).collect();
    let findings = of_order(
        &row.value,
        &Beside {
            mandates: &beside,
            affidamento: affidamento.as_ref().map(|one| &one.value),
            changes_responsibility: !responsibilities.is_empty(),
        },
    );
    let until = affidamento.as_ref().and_then(|one| one.value.until(&office));
    Ok(OrderView {
        holds: row.value.holds_on(session.today()),
        cases: cases_of::<Provvedimento>(session, row.value.act)?,
        order: Shown::of(session, row)?,
        mandates,
        prescriptions,
        affidamento,
        affidamento_until: until,
        responsibilities,
        findings,
    })
}

/// The cases of an act that the operator may read.
fn cases_of<T: InFile>(session: &Session, act: Option<ActId>) -> Result<Vec<CaseId>> {
    let Some(act) = act else {
        return Ok(Vec::new());
    };
    let rows = stored::of_act::<T>(session.archive().db(), act)?;
    let cases = rows.iter().filter_map(|row| row.value.case());
    Ok(cases
        .filter(|case| allow(session, *case, Action::CourtRead).is_ok())
        .collect())
}

/// The entries that answer a mandate: their day and author for who sees the diary, else only that there are some.
fn answers(session: &Session, mandate: &Mandato) -> Result<Vec<AnswerView>> {
    let Some(case) = mandate.case else {
        return Ok(Vec::new());
    };
    let subject = session.case_subject(case)?;
    let sees = session.decide(Action::EntryRead, &subject)?.is_allowed();
    let mut answers = Vec::new();
    for entry in mandate.answers.iter().copied() {
        answers.push(answer(session, entry, sees)?);
    }
    answers.sort_by_key(|answer| (answer.on, answer.entry));
    Ok(answers)
}

fn answer(session: &Session, entry: EntryId, sees: bool) -> Result<AnswerView> {
    let row = match sees {
        true => stored::entry(session.archive().db(), &entry.to_string())?,
        false => None,
    };
    Ok(AnswerView {
        entry,
        on: row.as_ref().map(|row| row.value.occurred_on),
        author: row.as_ref().map(|row| row.value.author),
        kind: row.and_then(|row| row.value.header).map(|header| header.kind),
    })
}

fn measure(session: &Session, row: Row<Misura403>) -> Result<MeasureView> {
    let id: RecordId = row.typed_id()?;
    let mut steps = stored::steps(session.archive().db(), id)?;
    steps.sort_by_key(|step| step.value.done);
    let mut made = Vec::new();
    for step in &steps {
        made.extend(step.readings()?);
    }
    let office = queries::deadlines::office(session.archive().db())?;
    Ok(MeasureView {
        clocks: clocks(&row.readings()?, &made, &office),
        cases: cases_of::<Misura403>(session, row.value.act)?,
        measure: Shown::of(session, row)?,
        steps: steps
            .into_iter()
            .map(|step| Shown::of(session, step))
            .collect::<Result<_>>()?,
    })
}

/// The cases and people that the page names.
fn named(orders: &[OrderView], measures: &[MeasureView], proceedings: &[Shown<Procedimento>]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = Vec::new();
    let mut person = |person: Option<PersonId>| ids.extend(person.map(PersonId::uuid));
    for party in proceedings.iter().flat_map(|one| &one.value.parties) {
        person(party.person);
    }
    for order in orders {
        for told in &order.prescriptions {
            person(told.value.person);
        }
        for held in &order.responsibilities {
            person(Some(held.adult));
        }
    }
    for order in orders {
        ids.extend(order.cases.iter().map(|case| case.uuid()));
        for mandate in &order.mandates {
            ids.extend(mandate.answers.iter().filter_map(|one| Some(one.author?.uuid())));
        }
    }
    for measure in measures {
        ids.extend(measure.cases.iter().map(|case| case.uuid()));
    }
    ids
}

fn kept(
    all: &BTreeMap<AuthorityKey, Autorita>,
    orders: &[OrderView],
    measures: &[MeasureView],
    proceedings: &[Shown<Procedimento>],
    penal: &[Shown<MisuraPenale>],
) -> BTreeMap<AuthorityKey, Autorita> {
    let of_orders = orders.iter().filter_map(|one| one.order.value.autorita.as_ref());
    let of_measures = measures
        .iter()
        .filter_map(|one| one.measure.value.procura.as_ref());
    let of_proceedings = proceedings.iter().filter_map(|one| one.value.autorita.as_ref());
    let of_penal = penal.iter().filter_map(|one| one.value.autorita.as_ref());
    let keys = of_orders.chain(of_measures).chain(of_proceedings).chain(of_penal);
    keys.filter_map(|key| Some((key.clone(), all.get(key)?.clone())))
        .collect()
}
