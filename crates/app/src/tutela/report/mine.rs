//! Reports that wait for the operator: to be written, signed, approved, protocolled, sent.

use super::{
    loaded::{Loaded, allow_reading, hash_of, reads},
    sign::mandate_of,
    steps::may_approve,
};
use crate::{
    Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::queries::tutela as stored;
use cartella_domain::{
    codes::Coded,
    ids::{CaseId, RecordId},
    rights::Role,
    time::CivilDate,
    tutela::{Assenso, Relazione, RuoloFirma, StatoRelazione, counting},
};
use serde::Serialize;
use ts_rs::TS;

/// What a report waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportWaits {
    /// To be written and signed by her.
    Writing,
    /// For her signature beside the author's.
    CoSigning,
    /// For her approval.
    Approval,
    /// To be protocolled.
    Protocol,
    /// To be sent.
    Sending,
}

/// A report that waits for her.
#[derive(Clone, Serialize, TS)]
pub struct MyReport {
    /// Its card.
    pub report: RecordId,
    /// The file in which it is written.
    pub case: CaseId,
    /// What kind.
    pub kind: Option<Coded>,
    /// Where it stands.
    pub state: StatoRelazione,
    /// What it waits for.
    pub waits: ReportWaits,
    /// By when it is due.
    pub due: Option<CivilDate>,
}

/// Those reports.
#[derive(Clone, Serialize, TS)]
pub struct MyReports {
    /// The earliest due first.
    pub reports: Vec<MyReport>,
    /// What the cases are called.
    pub names: Names,
}

/// The reports that wait for the operator. Nothing of what they say is in the answer.
///
/// # Errors
/// The archive does not answer.
pub fn my_reports(session: &mut Session, _: Nothing) -> Result<MyReports> {
    let mut reports = Vec::new();
    for row in stored::reports_not_sent(session.archive().db())? {
        let (id, card): (RecordId, _) = (row.typed_id()?, row.value);
        let Some(case) = card.case else {
            continue;
        };
        if card.left.is_some() || allow_reading(session, case, &card).is_err() {
            continue;
        }
        if let Some(waits) = waits(session, id, case, &card)? {
            reports.push(MyReport {
                report: id,
                case,
                state: card.state(),
                waits,
                due: mandate_of(session, &card)?.due,
                kind: card.kind,
            });
        }
    }
    reports.sort_by_key(|one| (one.due.is_none(), one.due));
    let names = names(session, reports.iter().map(|one| one.case.uuid()))?;
    Ok(MyReports { reports, names })
}

/// What it waits for that she would do.
fn waits(session: &Session, id: RecordId, case: CaseId, card: &Relazione) -> Result<Option<ReportWaits>> {
    let me = session.operator();
    let own = card.author == Some(me);
    // The final report of a case need not leave the office.
    let leaves = !card.closes_case();
    let carries = leaves && (own || session.actor()?.roles.contains(&Role::Amministrativo));
    Ok(match card.state() {
        StatoRelazione::Firmata if carries => Some(ReportWaits::Protocol),
        StatoRelazione::Protocollata if carries => Some(ReportWaits::Sending),
        StatoRelazione::InRevisione if !own && may_approve(session, case)? => {
            unsigned(session, id, RuoloFirma::Approvazione)?.then_some(ReportWaits::Approval)
        }
        StatoRelazione::InRedazione | StatoRelazione::InRevisione if card.co_signers.0.contains(&me) => {
            unsigned(session, id, RuoloFirma::CoFirma)?.then_some(ReportWaits::CoSigning)
        }
        StatoRelazione::InRedazione | StatoRelazione::InRevisione if own => Some(ReportWaits::Writing),
        _ => None,
    })
}

/// Whether her signature under the text as it stands is missing, and the text may be read by her.
fn unsigned(session: &Session, id: RecordId, role: RuoloFirma) -> Result<bool> {
    let loaded = Loaded::of(session, id)?;
    if !reads(session, loaded.own.case)? {
        return Ok(false);
    }
    let Some(text) = loaded.text(session)? else {
        return Ok(false);
    };
    let hash = hash_of(&text.value)?;
    let signatures = loaded.signatures(session)?;
    let held = counting(&signatures).into_iter().any(|one| {
        let hers = role == RuoloFirma::Approvazione || one.operator == Some(session.operator());
        let same = match one.given {
            Some(Assenso::Qui { .. }) => one.text_hash.as_ref() == Some(&hash),
            _ => true,
        };
        one.role == Some(role) && hers && same
    });
    Ok(!held)
}
