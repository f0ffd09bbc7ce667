//! Deciding between what two people wrote without seeing each other: which values a field can hold.

use crate::{
    accesso_atti::RichiestaAccesso,
    agenda::Appointment,
    cases::{Assignment, CaseFile, CaseMessage, Episode, Transition},
    desk::{Accesso, ReferralNote},
    diary::{Activity, Classification, NextAction},
    drafts::DraftCopy,
    files::Allegato,
    imports::{ImportBatch, ImportMapping, ImportPart},
    people::{
        Address, Alert, Contact, Household, ParentalResponsibility, Person, PersonMerge, Relation, SocialTie,
    },
    phases::{DatoFase, Fase},
    placements::{AssenzaCom, Collocamento, FatturaCom, Retta, RichiestaDisponibilita, Struttura},
    plans::{Goal, Plan, PlanReview, PlanSignature},
    record::{Body, Record},
    registry,
    requests::OfficeRequest,
    schools::{School, SchoolClass, SchoolEnrolment},
    settings::Setting,
    spazio_neutro::{IncontroSn, PassoSn, PercorsoSn},
    staff::{Operator, Substitution},
    tutela::{
        AffidamentoEnte, Autorita, Mandato, Misura403, MisuraPenale, Passo403, Prescrizione, Procedimento,
        Provvedimento, Relazione, RelazioneFirma, RelazioneTesto,
    },
};
use serde_json::Value;

/// A kind's number, and what cannot be read of a body.
type Reader = (u16, fn(&Body) -> Vec<&'static str>);

/// Every kind whose fields change after they began, each with what cannot be read of a body.
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
    reader::<Substitution>(),
    reader::<RichiestaAccesso>(),
    reader::<MisuraPenale>(),
    reader::<Fase>(),
    reader::<DatoFase>(),
    reader::<Allegato>(),
    reader::<Classification>(),
    reader::<ImportBatch>(),
    reader::<ImportMapping>(),
    reader::<ImportPart>(),
    reader::<DraftCopy>(),
    reader::<OfficeRequest>(),
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
    fn whatever_can_clash_can_be_decided_by_a_third_value() {
        let without = registry::KINDS
            .iter()
            .filter(|kind| !kind.signed && !READERS.iter().any(|(number, _)| *number == kind.number));
        assert_eq!(
            without.map(|kind| kind.name).collect::<Vec<_>>(),
            Vec::<&str>::new()
        );
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
