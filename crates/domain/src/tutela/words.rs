//! What people look for in the papers of a court: numbers, judges, what is ordered.

use super::{Mandato, MisuraPenale, Prescrizione, Procedimento, Provvedimento, RelazioneFirmata};
use crate::{
    record::{Body, Record as _},
    search::{Class, Indexed},
};
use uuid::Uuid;

const MINUTES_A_DAY: i64 = 1440;

fn indexed(
    subject: Option<Uuid>,
    day: Option<crate::time::CivilDate>,
    words: Vec<Option<String>>,
) -> Option<Indexed> {
    let text = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let epoch = crate::time::CivilDate::from_ymd(1970, 1, 1)?;
    (!text.trim().is_empty()).then_some(Indexed {
        class: Class::Text,
        subject: subject?,
        minutes: day.map_or(0, |day| day.days_since(epoch) * MINUTES_A_DAY),
        text,
    })
}

/// The words of an order.
#[must_use]
pub fn provvedimento_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let order = Provvedimento::decode(body).value;
    let protocol = order.protocol.and_then(|protocol| protocol.number);
    indexed(
        order.case.map(Into::into),
        order.arrived_on.or(order.issued_on),
        vec![order.number, protocol, order.summary],
    )
}

/// The words of a proceeding.
#[must_use]
pub fn procedimento_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let case = Procedimento::decode(body).value;
    let lawyers = case.parties.into_iter().flat_map(|party| {
        let lawyer = party.lawyer.and_then(|lawyer| lawyer.name);
        [party.name, lawyer]
    });
    let curatore = case.curatore.and_then(|curatore| curatore.name);
    let mut words = vec![case.number, case.judge, curatore];
    words.extend(lawyers);
    indexed(case.case.map(Into::into), None, words)
}

/// The words of a mandate.
#[must_use]
pub fn mandato_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let mandate = Mandato::decode(body).value;
    indexed(mandate.case.map(Into::into), None, vec![mandate.words])
}

/// The words of a prescription.
#[must_use]
pub fn prescrizione_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let told = Prescrizione::decode(body).value;
    indexed(told.case.map(Into::into), told.due, vec![told.words, told.to])
}

/// The words of a signed report.
#[must_use]
pub fn relazione_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let report = RelazioneFirmata::decode(body).value;
    let text = report.text.unwrap_or_default();
    let paragraphs = [&text.facts, &text.statements, &text.evaluations];
    let mut words: Vec<Option<String>> = paragraphs
        .into_iter()
        .flatten()
        .map(|paragraph| Some(paragraph.text.clone()))
        .collect();
    words.extend([text.family, text.living, text.resources, text.proposals]);
    words.extend([text.course, text.reached, text.not_reached, text.assessment]);
    indexed(
        report.case.map(Into::into),
        Some(report.signed_at.rome_date()),
        words,
    )
}

/// The words of a penal measure: its number, its project, what was seen.
#[must_use]
pub fn misura_penale_words(_: Uuid, body: &Body) -> Option<Indexed> {
    let measure = MisuraPenale::decode(body).value;
    let mut words = vec![measure.number, measure.note];
    words.extend(measure.activities.into_iter().map(|activity| activity.words));
    words.extend(measure.reviews.into_iter().map(|review| review.note));
    words.push(measure.ussm.and_then(|ussm| ussm.name));
    indexed(
        measure.case.map(Into::into),
        measure.from.or(measure.asked_on),
        words,
    )
}
