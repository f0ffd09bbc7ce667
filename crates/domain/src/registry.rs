//! The registry of every kind of record: what a number in a change means. It only ever grows.
//!
//! `registry.lock` is its printed form, committed; a test compares them, so that a number cannot be taken
//! back or given a new meaning unnoticed.

use crate::{
    accesso_atti::RichiestaAccesso,
    agenda::Appointment,
    assessments::Assessment,
    cases::{Assignment, CaseFile, CaseMessage, Episode, Transition},
    deadlines::{DeadlineChange, TermsChange},
    desk::{Accesso, ReferralNote},
    diary::{
        Activity, Annulment, Classification, Confirmation, DiaryEntry, NextAction, Rectification,
        ReservedSegment,
    },
    drafts::DraftCopy,
    files::Allegato,
    imports::{ImportBatch, ImportMapping, ImportPart},
    people::{
        Address, Alert, Contact, Household, ParentalResponsibility, Person, PersonMerge, Relation, SocialTie,
    },
    phases::{DatoFase, ElencoCodici, Fase},
    placements::{
        AssenzaCom, Collocamento, FatturaCom, Retta, RichiestaDisponibilita, SchedaBudget, Struttura,
    },
    plans::{Goal, Plan, PlanReview, PlanSignature, PlanVersion},
    record::{KindDef, Record},
    requests::OfficeRequest,
    schools::{School, SchoolClass, SchoolEnrolment},
    settings::Setting,
    spazio_neutro::{IncontroSn, PassoSn, PercorsoSn},
    staff::{Operator, Substitution},
    tutela::{
        AffidamentoEnte, Autorita, Mandato, Misura403, MisuraPenale, Passo403, Prescrizione, Procedimento,
        Provvedimento, Relazione, RelazioneFile, RelazioneFirma, RelazioneFirmata, RelazioneTesto,
    },
};

/// Version of the registry, written into every change's header.
pub const VERSION: u32 = 1;

/// Every kind, in the order of their numbers. One line a kind.
pub const KINDS: &[&KindDef] = &[
    Operator::KIND,               // 1
    Person::KIND,                 // 2
    Address::KIND,                // 3
    Contact::KIND,                // 4
    Relation::KIND,               // 5
    Household::KIND,              // 6
    ParentalResponsibility::KIND, // 7
    Alert::KIND,                  // 8
    PersonMerge::KIND,            // 9
    School::KIND,                 // 10
    SchoolClass::KIND,            // 11
    SchoolEnrolment::KIND,        // 12
    CaseFile::KIND,               // 20
    Episode::KIND,                // 21
    Assignment::KIND,             // 22
    Transition::KIND,             // 23
    CaseMessage::KIND,            // 24
    DiaryEntry::KIND,             // 30
    ReservedSegment::KIND,        // 31
    Rectification::KIND,          // 32
    Annulment::KIND,              // 33
    Classification::KIND,         // 34
    NextAction::KIND,             // 35
    Appointment::KIND,            // 36
    Activity::KIND,               // 37
    Confirmation::KIND,           // 38
    ImportBatch::KIND,            // 40
    ImportMapping::KIND,          // 41
    ImportPart::KIND,             // 42
    Setting::KIND,                // 50
    DraftCopy::KIND,              // 51
    OfficeRequest::KIND,          // 60
    DeadlineChange::KIND,         // 110
    Autorita::KIND,               // 120
    Procedimento::KIND,           // 121
    Provvedimento::KIND,          // 122
    Mandato::KIND,                // 123
    Prescrizione::KIND,           // 124
    AffidamentoEnte::KIND,        // 125
    Misura403::KIND,              // 126
    Passo403::KIND,               // 127
    Relazione::KIND,              // 128
    RelazioneTesto::KIND,         // 129
    RelazioneFirmata::KIND,       // 130
    RelazioneFirma::KIND,         // 131
    RelazioneFile::KIND,          // 132
    MisuraPenale::KIND,           // 135
    Accesso::KIND,                // 140
    ReferralNote::KIND,           // 141
    Plan::KIND,                   // 142
    Goal::KIND,                   // 143
    PlanReview::KIND,             // 144
    PlanSignature::KIND,          // 145
    PlanVersion::KIND,            // 146
    Assessment::KIND,             // 147
    Struttura::KIND,              // 150
    Collocamento::KIND,           // 151
    Retta::KIND,                  // 152
    FatturaCom::KIND,             // 153
    SchedaBudget::KIND,           // 154
    AssenzaCom::KIND,             // 155
    RichiestaDisponibilita::KIND, // 156
    PercorsoSn::KIND,             // 157
    IncontroSn::KIND,             // 158
    PassoSn::KIND,                // 159
    SocialTie::KIND,              // 160
    Substitution::KIND,           // 165
    RichiestaAccesso::KIND,       // 166
    Allegato::KIND,               // 170
    Fase::KIND,                   // 175
    DatoFase::KIND,               // 176
    ElencoCodici::KIND,           // 177
    TermsChange::KIND,            // 178
];

/// The kind of a number, if this program knows it.
#[must_use]
pub fn kind(number: u16) -> Option<&'static KindDef> {
    KINDS.iter().copied().find(|kind| kind.number == number)
}

/// The registry as text: a line a kind, a line a field.
#[must_use]
pub fn printed() -> String {
    let mut text = String::new();
    for kind in KINDS {
        let signed = if kind.signed { " signed" } else { "" };
        text.push_str(&format!("kind {} {}{signed}\n", kind.number, kind.name));
        for field in kind.fields {
            let shape = format!("{:?}", field.shape).to_lowercase();
            text.push_str(&format!(
                "field {}.{} {}.{} {shape}\n",
                kind.number, field.number, kind.name, field.name
            ));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = include_str!("../registry.lock");

    #[test]
    fn numbers_of_kinds_and_fields_only_grow_and_are_all_in_the_lock() {
        let printed = printed();
        let now: Vec<&str> = printed.lines().collect();
        for line in LOCK.lines() {
            assert!(
                now.contains(&line),
                "the lock has {line:?} and the program has not: numbers are never changed or taken back"
            );
        }
        assert!(
            now == LOCK.lines().collect::<Vec<_>>(),
            "new lines are missing in crates/domain/registry.lock; write it anew:\n{printed}"
        );
    }

    #[test]
    fn kinds_stand_in_the_order_of_their_numbers() {
        assert!(KINDS.windows(2).all(|pair| pair[0].number < pair[1].number));
    }
}
