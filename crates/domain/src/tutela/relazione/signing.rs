//! Signatures under a report, what keeps it from being signed, and what was signed.

use super::super::{
    codes::{TipoAutorita, codes},
    mandato::Termine,
};
use super::{PercorsoConcluso, Relazione, RelazioneTesto, Sezione};
use crate::{
    codes::Coded,
    diary::Category,
    ids::{ActId, CaseId, EntryId, OperatorId, RecordId},
    record::Record,
    rights::Role,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Why a report cannot be signed as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFinding {
    /// A paragraph stands under a heading that its category does not allow.
    Mixed,
    /// A paragraph has no category: "da classificare".
    Unclassified,
    /// A statement does not say whose it is.
    SpeakerMissing,
    /// An evaluation names no method.
    MethodMissing,
    /// Nothing is written under the facts.
    NoFacts,
    /// A colleague's signature is neither given, nor on paper, nor waived.
    SignatureMissing,
    /// The coordinator has not approved, nor on paper, nor was it waived.
    ApprovalMissing,
    /// Somebody signed or approved an earlier text.
    SignedBefore,
    /// A final report does not say why the case is closed.
    ClosingReasonMissing,
    /// A final report says nothing under the final assessment.
    FinalAssessmentMissing,
    /// A plan is still at work, or nobody said how a goal came out.
    PlanOpen,
}

impl ReportFinding {
    /// Whether the report is not signed while it stands.
    #[must_use]
    pub const fn blocks(self) -> bool {
        !matches!(
            self,
            Self::MethodMissing | Self::SpeakerMissing | Self::SignedBefore | Self::PlanOpen
        )
    }
}

/// How a signature or approval that is asked for was had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Assenso {
    /// Here, by herself.
    Qui {
        /// When.
        at: Instant,
    },
    /// On paper.
    SuCarta {
        /// Of which day.
        on: CivilDate,
    },
    /// Waived, with a reason; the report says so.
    Dispensato {
        /// Why.
        reason: String,
    },
}

codes! {
    /// What a signature under a report is.
    RuoloFirma {
        /// A colleague signs with the author.
        CoFirma = "CO_FIRMA",
        /// The coordinator approves.
        Approvazione = "APPROVAZIONE",
    }
}

/// A signature under a report, or what stands in its place: one record each, so that two who sign at once both do.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 131, name = "relazione_firma")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RelazioneFirma {
    /// The file in which the report is written.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The report's card there.
    #[field(2)]
    pub relazione: Option<RecordId>,
    /// What it is.
    #[field(3)]
    pub role: Option<RuoloFirma>,
    /// Whose; none for an approval on paper or waived.
    #[field(4)]
    pub operator: Option<OperatorId>,
    /// How it was had.
    #[field(5)]
    pub given: Option<Assenso>,
    /// Who recorded it.
    #[field(6)]
    pub by: Option<OperatorId>,
    /// When.
    #[field(7)]
    pub at: Instant,
    /// The SHA-256 of the text that was signed: another text asks for another signature.
    #[field(8)]
    pub text_hash: Option<String>,
}

/// A signed report: its whole text, never changed.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 130, name = "relazione_firmata", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RelazioneFirmata {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Its card.
    #[field(2)]
    pub relazione: Option<RecordId>,
    /// The report as such.
    #[field(3)]
    pub act: Option<ActId>,
    /// What kind.
    #[field(4)]
    pub kind: Option<Coded>,
    /// Who signed.
    #[field(5)]
    pub author: Option<OperatorId>,
    /// As what.
    #[field(6)]
    pub qualification: Option<Role>,
    /// When.
    #[field(7)]
    pub signed_at: Instant,
    /// The mandate that it answers.
    #[field(8)]
    pub mandate: Option<MandatoRicevuto>,
    /// The minors, by the name of their file.
    #[field(9)]
    pub minors: Vec<String>,
    /// The text.
    #[field(10)]
    pub text: Option<RelazioneTesto>,
    /// The signed entries that it was made from, the oldest first.
    #[field(11)]
    pub sources: Vec<EntryId>,
    /// Who signed with her and who approved, and how.
    #[field(12)]
    pub signatures: Vec<RelazioneFirma>,
    /// What the operators were called.
    #[field(13)]
    pub names: BTreeMap<OperatorId, String>,
    /// The SHA-256 of its text, as hexadecimal digits: what the signatures speak of.
    #[field(14)]
    pub text_hash: Option<String>,
    /// The SHA-256 of the PDF/A that was made of it when it was signed.
    #[field(15)]
    pub pdf_hash: Option<String>,
    /// That PDF/A, where it was kept.
    #[field(16)]
    pub file: Option<RecordId>,
}

/// The PDF/A of a signed report, as it was made when it was signed.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 132, name = "relazione_file", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RelazioneFile {
    /// The file in which it stands.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The signed report, there.
    #[field(2)]
    pub firmata: Option<RecordId>,
    /// Its SHA-256, as hexadecimal digits.
    #[field(3)]
    pub hash: Option<String>,
    /// Its bytes in base64.
    #[field(4)]
    pub content: Option<String>,
}

/// The mandate as the report's opening tells of it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct MandatoRicevuto {
    /// Name of the authority.
    pub authority: Option<String>,
    /// What kind it is.
    pub authority_kind: Option<TipoAutorita>,
    /// Number of the order.
    pub number: Option<String>,
    /// Day of the order.
    pub issued_on: Option<CivilDate>,
    /// Day on which it came to the service.
    pub received_on: Option<CivilDate>,
    /// What is asked.
    pub activity: Option<Coded>,
    /// In the words of the order.
    pub words: Option<String>,
    /// By when, as the order says it.
    pub term: Termine,
    /// The last day.
    pub due: Option<CivilDate>,
}

/// The signatures that count: the last of each signer, and the last approval.
#[must_use]
pub fn counting(signatures: &[RelazioneFirma]) -> Vec<&RelazioneFirma> {
    let mut counting: Vec<&RelazioneFirma> = Vec::new();
    let mut newest: Vec<&RelazioneFirma> = signatures.iter().filter(|one| one.given.is_some()).collect();
    newest.sort_by_key(|one| std::cmp::Reverse(one.at));
    for one in newest {
        let known = counting.iter().any(|known| {
            known.role == one.role
                && (one.role == Some(RuoloFirma::Approvazione) || known.operator == one.operator)
        });
        if !known {
            counting.push(one);
        }
    }
    counting
}

/// What keeps a report from being signed, or should be looked at before it is. A signature given here holds for the text
/// that was signed; one on paper, or a waiver, for any.
#[must_use]
pub fn of_report(
    card: &Relazione,
    text: &RelazioneTesto,
    text_hash: &str,
    signatures: &[RelazioneFirma],
) -> Vec<ReportFinding> {
    let mut found = Vec::new();
    for section in Sezione::ALL.iter().copied() {
        for paragraph in text.under(section) {
            found.extend(of_category(section, paragraph.category.as_ref()));
        }
    }
    if card.closes_case() {
        found.extend(of_closing(text));
    } else if text.facts.is_empty() {
        found.push(ReportFinding::NoFacts);
    }
    found.extend(of_signatures(card, text_hash, signatures));
    found.sort_unstable();
    found.dedup();
    found
}

/// What the final report of a case lacks.
fn of_closing(text: &RelazioneTesto) -> Vec<ReportFinding> {
    let mut found = Vec::new();
    if text.reason.is_none() {
        found.push(ReportFinding::ClosingReasonMissing);
    }
    if text
        .assessment
        .as_deref()
        .is_none_or(|words| words.trim().is_empty())
    {
        found.push(ReportFinding::FinalAssessmentMissing);
    }
    if text.concluded.as_ref().is_some_and(PercorsoConcluso::leaves_open) {
        found.push(ReportFinding::PlanOpen);
    }
    found
}

/// The signatures that are missing. The final report of a case asks for no approval: its responsible signs it.
fn of_signatures(card: &Relazione, text_hash: &str, signatures: &[RelazioneFirma]) -> Vec<ReportFinding> {
    let mut found = Vec::new();
    let counting = counting(signatures);
    let holds = |one: &&&RelazioneFirma| match one.given {
        Some(Assenso::Qui { .. }) => one.text_hash.as_deref() == Some(text_hash),
        Some(_) => true,
        None => false,
    };
    if counting.iter().any(|one| !holds(&one)) {
        found.push(ReportFinding::SignedBefore);
    }
    let co_signed = |operator: &OperatorId| {
        let own =
            |one: &&&RelazioneFirma| one.role == Some(RuoloFirma::CoFirma) && one.operator == Some(*operator);
        counting.iter().filter(own).any(|one| holds(&one))
    };
    if !card.co_signers.iter().all(co_signed) {
        found.push(ReportFinding::SignatureMissing);
    }
    let mut approvals = counting
        .iter()
        .filter(|one| one.role == Some(RuoloFirma::Approvazione));
    if !card.closes_case() && !approvals.any(|one| holds(&one)) {
        found.push(ReportFinding::ApprovalMissing);
    }
    found
}

fn of_category(section: Sezione, category: Option<&Category>) -> Option<ReportFinding> {
    let empty = |words: &Option<String>| words.as_deref().is_none_or(|words| words.trim().is_empty());
    match category {
        None => Some(ReportFinding::Unclassified),
        Some(category) if Sezione::of(category) != section => Some(ReportFinding::Mixed),
        Some(Category::Assessment { method }) if empty(method) => Some(ReportFinding::MethodMissing),
        Some(Category::Reported { by, .. }) if empty(by) => Some(ReportFinding::SpeakerMissing),
        Some(_) => None,
    }
}
