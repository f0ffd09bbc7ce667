//! What the page of a case's courts shows.

use crate::{Names, people::Shown};
use cartella_domain::{
    diary::EntryKind,
    ids::{CaseId, EntryId, OperatorId, RecordId},
    people::ParentalResponsibility,
    time::CivilDate,
    tutela::{
        AffidamentoEnte, AuthorityKey, Autorita, Counted, CourtFinding, Mandato, Misura403, MisuraPenale,
        Orologio, Passo403, Prescrizione, Procedimento, Provvedimento, Relazione, StatoRelazione,
    },
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A diary entry that answers a mandate: what may be told of it.
#[derive(Clone, Serialize, TS)]
pub struct AnswerView {
    /// The entry.
    pub entry: EntryId,
    /// The day of the event; none for who may not see the diary.
    pub on: Option<CivilDate>,
    /// Who signed it.
    pub author: Option<OperatorId>,
    /// What kind of event.
    pub kind: Option<EntryKind>,
}

/// A mandate with its deadline and its answers.
#[derive(Clone, Serialize, TS)]
pub struct MandateView {
    /// The mandate.
    pub mandate: Shown<Mandato>,
    /// How its term is counted.
    pub counted: Counted,
    /// The last day.
    pub due: Option<CivilDate>,
    /// The entries that answer it, the oldest first.
    pub answers: Vec<AnswerView>,
}

/// An order with everything that hangs on it.
#[derive(Clone, Serialize, TS)]
pub struct OrderView {
    /// The order.
    pub order: Shown<Provvedimento>,
    /// It binds the service today.
    pub holds: bool,
    /// The cases in whose files it stands, as far as they are here.
    pub cases: Vec<CaseId>,
    /// What it asks of the service.
    pub mandates: Vec<MandateView>,
    /// What it asks of others.
    pub prescriptions: Vec<Shown<Prescrizione>>,
    /// The eight parts.
    pub affidamento: Option<Shown<AffidamentoEnte>>,
    /// The last day of the affidamento.
    pub affidamento_until: Option<CivilDate>,
    /// Who decides for the minor by it.
    pub responsibilities: Vec<ParentalResponsibility>,
    /// What does not fit or is missing.
    pub findings: Vec<CourtFinding>,
}

/// A report on the chain: its text is on its own page.
#[derive(Clone, Serialize, TS)]
pub struct ReportView {
    /// Its card in this file.
    pub report: Shown<Relazione>,
    /// Where it stands.
    pub state: StatoRelazione,
}

/// An emergency measure with its clocks.
#[derive(Clone, Serialize, TS)]
pub struct MeasureView {
    /// The measure.
    pub measure: Shown<Misura403>,
    /// Its clocks, in the order of the law.
    pub clocks: Vec<Orologio>,
    /// The steps that were made, the first first.
    pub steps: Vec<Shown<Passo403>>,
    /// The cases in whose files it stands, as far as they are here.
    pub cases: Vec<CaseId>,
}

/// The courts of a case.
#[derive(Clone, Serialize, TS)]
pub struct CourtPage {
    /// The case.
    pub case: CaseId,
    /// The operator may write here.
    pub writes: bool,
    /// She may change who decides for the minor.
    pub changes_responsibility: bool,
    /// Proceedings.
    pub proceedings: Vec<Shown<Procedimento>>,
    /// Orders: those that hold first, then the last first.
    pub orders: Vec<OrderView>,
    /// Emergency measures: open ones first.
    pub measures: Vec<MeasureView>,
    /// Reports: the last first.
    pub reports: Vec<ReportView>,
    /// Penal measures: open ones first.
    pub penal: Vec<Shown<MisuraPenale>>,
    /// The authorities that are named.
    pub authorities: BTreeMap<AuthorityKey, Autorita>,
    /// Names of cases and people.
    pub names: Names,
    /// The order by which each mandate's and prescription's answer is looked for: none are left without one.
    pub strays: Vec<RecordId>,
}
