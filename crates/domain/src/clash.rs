//! Deciding between what two people wrote without seeing each other: which values a field can hold.

use crate::{
    agenda::Appointment,
    cases::{Assignment, CaseFile, CaseMessage, Episode, Transition},
    desk::{Accesso, ReferralNote},
    diary::{Activity, NextAction},
    people::{
        Address, Alert, Contact, Household, ParentalResponsibility, Person, PersonMerge, Relation, SocialTie,
    },
    placements::{AssenzaCom, Collocamento, FatturaCom, Retta, RichiestaDisponibilita, Struttura},
    plans::{Goal, Plan, PlanReview, PlanSignature},
    record::{Body, Record},
    registry,
    schools::{School, SchoolClass, SchoolEnrolment},
    settings::Setting,
    spazio_neutro::{IncontroSn, PassoSn, PercorsoSn},
    staff::Operator,
    tutela::{
        AffidamentoEnte, Autorita, Mandato, Misura403, Passo403, Prescrizione, Procedimento, Provvedimento,
        Relazione, RelazioneFirma, RelazioneTesto,
    },
};
use serde_json::Value;

/// A kind's number, and what cannot be read of a body.
type Reader = (u16, fn(&Body) -> Vec<&'static str>);

/// Kinds whose fields change after they began, each with what cannot be read of a body. Others can clash too (drafts,
/// imports), and are decided by keeping one value.
const READERS: &[Reader] = &[
    reader::<Operator>(),
    reader::<Person>(),
    reader::<Address>(),
    reader::<Contact>(),
    reader::<Relation>(),
    reader::<Household>(),
    reader::<ParentalResponsibility>(),
    reader::<Alert>(),
    reader::<PersonMerge>(),
    reader::<School>(),
    reader::<SchoolClass>(),
    reader::<SchoolEnrolment>(),
    reader::<SocialTie>(),
    reader::<CaseFile>(),
    reader::<Episode>(),
    reader::<Assignment>(),
    reader::<Transition>(),
    reader::<CaseMessage>(),
    reader::<NextAction>(),
    reader::<Appointment>(),
    reader::<Activity>(),
    reader::<Setting>(),
    reader::<Accesso>(),
    reader::<ReferralNote>(),
    reader::<Plan>(),
    reader::<Goal>(),
    reader::<PlanReview>(),
    reader::<PlanSignature>(),
    reader::<Autorita>(),
    reader::<Procedimento>(),
    reader::<Provvedimento>(),
    reader::<Mandato>(),
    reader::<Prescrizione>(),
    reader::<AffidamentoEnte>(),
    reader::<Misura403>(),
    reader::<Passo403>(),
    reader::<Relazione>(),
    reader::<RelazioneTesto>(),
    reader::<RelazioneFirma>(),
    reader::<Struttura>(),
    reader::<Collocamento>(),
    reader::<Retta>(),
    reader::<FatturaCom>(),
    reader::<AssenzaCom>(),
    reader::<RichiestaDisponibilita>(),
    reader::<PercorsoSn>(),
    reader::<IncontroSn>(),
    reader::<PassoSn>(),
];

const fn reader<T: Record>() -> Reader {
    (T::KIND.number, |body| T::decode(body).unread)
}

/// Whether a field of a kind can hold a value. `Null` empties any field.
#[must_use]
pub fn reads(kind: u16, field: &str, value: &Value) -> bool {
    let Some((_, unread)) = READERS.iter().find(|(number, _)| *number == kind) else {
        return false;
    };
    if registry::kind(kind).is_none_or(|kind| kind.field_named(field).is_none()) {
        return false;
    }
    let mut body = Body::new();
    body.insert(field.to_owned(), value.clone());
    unread(&body).is_empty()
}

/// Both values in one, the shown one first, where the field is a free text: dates, codes and choices cannot be joined.
#[must_use]
pub fn keeps_both<'a>(kind: u16, field: &str, values: impl IntoIterator<Item = &'a Value>) -> Option<Value> {
    // A text that is no date, no code and no choice: a field that can hold it holds any.
    let any = Value::from("\u{2020} testo libero \u{2020}");
    if !reads(kind, field, &any) {
        return None;
    }
    let texts: Vec<&str> = values.into_iter().filter_map(Value::as_str).collect();
    if texts.len() < 2 {
        return None;
    }
    let short = texts
        .iter()
        .all(|text| text.chars().count() <= 60 && !text.contains('\n'));
    let joined = Value::from(texts.join(if short { " / " } else { "\n\n" }));
    reads(kind, field, &joined).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_holds_only_what_its_record_can_read() {
        let person = Person::KIND.number;
        assert!(reads(person, "surname", &json!("Rossi")));
        assert!(reads(person, "birth", &json!("2016-03")));
        assert!(reads(person, "birth", &Value::Null));
        assert!(!reads(person, "birth", &json!("ieri")));
        assert!(!reads(person, "surname", &json!(7)));
        assert!(!reads(person, "no_such_field", &json!("x")));
        assert!(!reads(9_999, "surname", &json!("Rossi")));
    }

    #[test]
    fn texts_are_kept_both_and_dates_are_not() {
        let person = Person::KIND.number;
        let (one, two) = (json!("Rossi"), json!("Rosso"));
        assert_eq!(
            keeps_both(person, "surname", [&one, &two]),
            Some(json!("Rossi / Rosso"))
        );
        let (one, two) = (json!("2016-03-01"), json!("2016-03-02"));
        assert_eq!(keeps_both(person, "birth", [&one, &two]), None);
        assert_eq!(keeps_both(person, "surname", [&Value::Null, &two]), None);
    }

    #[test]
    fn long_texts_stand_in_paragraphs_of_their_own() {
        let long = json!("parola ".repeat(20));
        let both = keeps_both(Person::KIND.number, "surname", [&long, &json!("altro")]);
        assert!(both.is_some_and(|both| both.as_str().is_some_and(|text| text.contains("\n\n"))));
    }
}
