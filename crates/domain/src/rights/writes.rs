//! Which action a write asks for: the kind of record and field written, to the verb that writes it.
//!
//! The laptop asks when its operator acts; the office asks again of every change that reaches it, and all it has is
//! what was written. So each kind and field names the actions whose verbs write it; any one of them is enough.

use super::{Action, Confidentiality};
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
    files::{self, Allegato},
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
    scope::ScopeKind,
    settings::Setting,
    spazio_neutro::{IncontroSn, PassoSn, PercorsoSn},
    staff::{Operator, Substitution},
    tutela::{
        AffidamentoEnte, Autorita, Mandato, Misura403, MisuraPenale, Passo403, Prescrizione, Procedimento,
        Provvedimento, Relazione, RelazioneFile, RelazioneFirma, RelazioneFirmata, RelazioneTesto,
    },
};

/// What a write does to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Written {
    /// It begins, or is signed.
    Begin,
    /// A field of this number gets a value, a set of this number a member more or less.
    Field(u16),
    /// It is marked as deleted or taken back, a document is attached, it is countersigned.
    Mark,
}

/// The actions of which the author must be allowed one. `kind` is none for a record of a kind that this program does
/// not know: then what is usually written in the scope is asked for.
#[must_use]
pub fn actions_of(kind: Option<&KindDef>, scope: ScopeKind, written: Written) -> &'static [Action] {
    if scope == ScopeKind::Draft {
        return &[Action::DraftWrite];
    }
    if scope == ScopeKind::PersonProtected {
        return &[Action::PersonWriteProtected];
    }
    let Some(kind) = kind else {
        return usually(scope);
    };
    match kind.number {
        n if n == Operator::KIND.number => &[Action::StaffWrite],
        n if n == RichiestaAccesso::KIND.number => &[Action::AccessoAttiWrite],
        n if n == Substitution::KIND.number => &[Action::SubstitutionWrite],
        n if n == Person::KIND.number && written == Written::Begin => &[Action::PersonCreate],
        n if of_person(n) => &[Action::PersonWrite],
        n if n == PersonMerge::KIND.number => &[Action::PersonMerge],
        n if n == School::KIND.number || n == SchoolClass::KIND.number => &[Action::SchoolWrite],
        n if n == CaseFile::KIND.number => case_file(written),
        n if n == Episode::KIND.number => episode(written),
        n if n == Assignment::KIND.number => &[Action::CaseAssign],
        n if n == Transition::KIND.number => MOVES,
        n if n == CaseMessage::KIND.number => case_message(written),
        n if n == DiaryEntry::KIND.number || n == ReservedSegment::KIND.number => &[Action::EntryWrite],
        n if n == Rectification::KIND.number => &[Action::EntryRectify],
        n if n == Annulment::KIND.number => &[Action::EntryAnnul],
        n if n == Classification::KIND.number => &[Action::EntryClassify],
        // A co-author confirms what she may read.
        n if n == Confirmation::KIND.number => &[Action::EntryRead],
        n if of_agenda(n) => &[Action::AgendaWrite],
        n if n == Activity::KIND.number => &[Action::ActivityWrite],
        n if of_import(n) => &[Action::ImportRun],
        // Who asks; what became of it is the office's word.
        n if n == OfficeRequest::KIND.number => match written {
            Written::Begin => &[Action::OfficeAsk],
            _ => &[Action::CaseAssign, Action::PersonMerge],
        },
        n if n == Accesso::KIND.number => accesso(written),
        // It goes into the case with its opening.
        n if n == ReferralNote::KIND.number => match written {
            Written::Begin => &[Action::CaseOpen],
            _ => &[Action::EntryWrite],
        },
        n => in_a_case(n, scope),
    }
}

/// Of what a case goes through, from its assessment to a court's orders, and of the office's lists for it.
fn in_a_case(kind: u16, scope: ScopeKind) -> &'static [Action] {
    match kind {
        n if n == Assessment::KIND.number => &[Action::AssessmentWrite],
        n if of_plan(n) => &[Action::PlanWrite],
        n if n == Fase::KIND.number || n == DatoFase::KIND.number => of_phase(scope),
        n if n == Autorita::KIND.number => &[Action::AuthorityWrite],
        // The final report of a case lives whole in the reserved scope: card and signatures are written by who writes there.
        n if of_report(n) && scope == ScopeKind::CaseReserved => &[Action::EntryWrite],
        n if of_court(n) => &[Action::CourtWrite],
        // What a report says is written by who writes in the case; its card and its signatures travel with the court's papers.
        n if [
            RelazioneTesto::KIND.number,
            RelazioneFirmata::KIND.number,
            RelazioneFile::KIND.number,
        ]
        .contains(&n) =>
        {
            &[Action::EntryWrite]
        }
        n if of_rules(n) && scope == ScopeKind::Org => &[Action::SettingsOffice],
        n if n == Allegato::KIND.number => file(scope),
        n if n == Struttura::KIND.number => &[Action::FacilityWrite],
        n if of_money(n) => &[Action::MoneyWrite],
        _ => usually(scope),
    }
}

/// The action that opens a scope of this kind; `None` where only the office does, or nobody yet.
#[must_use]
pub const fn opening(scope: ScopeKind) -> Option<Action> {
    match scope {
        ScopeKind::Person => Some(Action::PersonCreate),
        ScopeKind::PersonProtected => Some(Action::PersonWriteProtected),
        ScopeKind::Household => Some(Action::PersonWrite),
        ScopeKind::CaseCore => Some(Action::CaseOpen),
        ScopeKind::CaseDiary | ScopeKind::CaseReserved | ScopeKind::Secret => Some(Action::EntryWrite),
        ScopeKind::Private => Some(Action::CaseMessageLeave),
        ScopeKind::CaseCourt => Some(Action::CourtWrite),
        ScopeKind::CaseMoney => Some(Action::MoneyWrite),
        ScopeKind::CaseHealth | ScopeKind::ServiceSad => Some(Action::CasePaper),
        ScopeKind::Draft => Some(Action::DraftWrite),
        ScopeKind::Activities => Some(Action::ActivityWrite),
        ScopeKind::Foster | ScopeKind::Org | ScopeKind::Desk => None,
    }
}

/// The level of the texts in a scope.
#[must_use]
pub const fn level_of(scope: ScopeKind) -> Confidentiality {
    match scope {
        ScopeKind::CaseReserved => Confidentiality::Reserved,
        ScopeKind::Private => Confidentiality::Private,
        ScopeKind::Secret => Confidentiality::Secret,
        _ => Confidentiality::Service,
    }
}

/// A case moves to another state in all these verbs, and each writes the move in the history.
const MOVES: &[Action] = &[
    Action::CaseTransition,
    Action::CaseClose,
    Action::CaseReopen,
    Action::CaseAssign,
    Action::CaseOpen,
];

fn of_person(kind: u16) -> bool {
    [
        Person::KIND.number,
        Address::KIND.number,
        Contact::KIND.number,
        Relation::KIND.number,
        Household::KIND.number,
        ParentalResponsibility::KIND.number,
        Alert::KIND.number,
        SchoolEnrolment::KIND.number,
        SocialTie::KIND.number,
    ]
    .contains(&kind)
}

fn of_agenda(kind: u16) -> bool {
    [
        NextAction::KIND.number,
        Appointment::KIND.number,
        DeadlineChange::KIND.number,
    ]
    .contains(&kind)
}

fn of_plan(kind: u16) -> bool {
    [
        Plan::KIND.number,
        Goal::KIND.number,
        PlanReview::KIND.number,
        PlanSignature::KIND.number,
        PlanVersion::KIND.number,
    ]
    .contains(&kind)
}

fn of_court(kind: u16) -> bool {
    [
        Procedimento::KIND.number,
        Provvedimento::KIND.number,
        Mandato::KIND.number,
        Prescrizione::KIND.number,
        AffidamentoEnte::KIND.number,
        Misura403::KIND.number,
        Passo403::KIND.number,
        Relazione::KIND.number,
        RelazioneFirma::KIND.number,
        MisuraPenale::KIND.number,
        Collocamento::KIND.number,
        AssenzaCom::KIND.number,
        RichiestaDisponibilita::KIND.number,
        PercorsoSn::KIND.number,
        IncontroSn::KIND.number,
        PassoSn::KIND.number,
    ]
    .contains(&kind)
}

/// A report's card, and the signatures under it.
fn of_report(kind: u16) -> bool {
    [Relazione::KIND.number, RelazioneFirma::KIND.number].contains(&kind)
}

fn of_money(kind: u16) -> bool {
    [
        Retta::KIND.number,
        FatturaCom::KIND.number,
        SchedaBudget::KIND.number,
    ]
    .contains(&kind)
}

const fn case_file(written: Written) -> &'static [Action] {
    match written {
        // Comuni and those that were.
        Written::Field(3 | 4) => &[Action::CaseChangeComune],
        // Other people of the case, and those whose hidden contacts it works with.
        Written::Field(5 | 6) => &[Action::CaseInvolve],
        Written::Field(8 | 9) => &[Action::CasePaper],
        _ => &[Action::CaseOpen],
    }
}

const fn episode(written: Written) -> &'static [Action] {
    match written {
        Written::Begin => &[Action::CaseOpen, Action::CaseReopen],
        Written::Field(4) => MOVES,
        Written::Field(1 | 2 | 10 | 12 | 13) => &[Action::CaseOpen, Action::CaseReopen],
        // Papers and what a state asks for.
        _ => &[
            Action::CasePaper,
            Action::CaseTransition,
            Action::CaseClose,
            Action::CaseReopen,
        ],
    }
}

const fn case_message(written: Written) -> &'static [Action] {
    match written {
        // Read and settled.
        Written::Field(7) => &[Action::CaseMessageRead],
        _ => &[Action::CaseMessageLeave],
    }
}

/// What is said of a phase asks what its home asks.
const fn of_phase(scope: ScopeKind) -> &'static [Action] {
    match scope {
        ScopeKind::CaseHealth => &[Action::AssessmentWrite],
        ScopeKind::CaseMoney => &[Action::CasePaper],
        _ => &[Action::PhaseWrite],
    }
}

fn of_import(kind: u16) -> bool {
    [
        ImportBatch::KIND.number,
        ImportMapping::KIND.number,
        ImportPart::KIND.number,
    ]
    .contains(&kind)
}

/// What the office decides for everybody.
fn of_rules(kind: u16) -> bool {
    [
        Setting::KIND.number,
        ElencoCodici::KIND.number,
        TermsChange::KIND.number,
    ]
    .contains(&kind)
}

/// A file asks for what is asked to write beside it.
const fn file(scope: ScopeKind) -> &'static [Action] {
    match files::actions_in(scope) {
        Some((_, Action::CourtWrite)) => &[Action::CourtWrite],
        Some((_, Action::EntryWrite)) => &[Action::EntryWrite],
        Some((_, Action::AssessmentWrite)) => &[Action::AssessmentWrite],
        Some((_, Action::ActivityWrite)) => &[Action::ActivityWrite],
        Some((_, Action::CasePaper)) => &[Action::CasePaper],
        _ => usually(scope),
    }
}

const fn accesso(written: Written) -> &'static [Action] {
    match written {
        // Where it stands.
        Written::Field(20) => &[Action::DeskDecide],
        _ => &[Action::DeskWrite],
    }
}

/// What is asked for a record of an unknown kind.
const fn usually(scope: ScopeKind) -> &'static [Action] {
    match scope {
        ScopeKind::Person | ScopeKind::Household => &[Action::PersonWrite],
        ScopeKind::PersonProtected => &[Action::PersonWriteProtected],
        ScopeKind::CaseCore => &[Action::CaseTransition],
        ScopeKind::CaseDiary | ScopeKind::CaseReserved | ScopeKind::Private | ScopeKind::Secret => {
            &[Action::EntryWrite]
        }
        ScopeKind::CaseMoney => &[Action::MoneyWrite],
        ScopeKind::CaseCourt | ScopeKind::CaseHealth | ScopeKind::ServiceSad => &[Action::CasePaper],
        ScopeKind::Draft => &[Action::DraftWrite],
        ScopeKind::Activities => &[Action::ActivityWrite],
        ScopeKind::Desk => &[Action::DeskWrite],
        ScopeKind::Org | ScopeKind::Foster => &[Action::SettingsOffice],
    }
}

#[cfg(test)]
mod tests;
