//! The reports of a case: what kind, where each stands, which one answers its closing. Nothing of what they say.

use super::{
    closing::last_episode,
    loaded::{allow_reading, allow_text, reads},
};
use crate::{
    Result, Session,
    cases::OneCase,
    names::{Names, names},
};
use cartella_archive::{audit, queries::tutela as stored, rows};
use cartella_domain::{
    codes::Coded,
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    time::CivilDate,
    tutela::{Relazione, RelazioneFirmata, StatoRelazione},
};
use serde::Serialize;
use ts_rs::TS;

/// A report of a case.
#[derive(Clone, Serialize, TS)]
pub struct ReportLine {
    /// Its card.
    pub report: RecordId,
    /// What kind.
    pub kind: Option<Coded>,
    /// Where it stands.
    pub state: StatoRelazione,
    /// Who began it.
    pub author: Option<OperatorId>,
    /// First day of the period that it tells of.
    pub from: Option<CivilDate>,
    /// Last day of the period.
    pub to: Option<CivilDate>,
    /// The day on which it was signed.
    pub signed_on: Option<CivilDate>,
    /// It was given up, or the minor of this file left it.
    pub left: bool,
    /// It answers what the closing of the present taking in charge asks for.
    pub answers: bool,
    /// Why the case is closed, as it says; of one that answers.
    pub reason: Option<Coded>,
    /// How the person lives then, as it says; of one that answers.
    pub situation: Option<Coded>,
}

/// The reports of a case that the operator may know of.
#[derive(Clone, Serialize, TS)]
pub struct ReportsOfCase {
    /// The last first.
    pub reports: Vec<ReportLine>,
    /// She may read reports of this case at all.
    pub reads: bool,
    /// She may begin the final one.
    pub begins: bool,
    /// The closing asks for one.
    pub asked: bool,
    /// What authors are called.
    pub names: Names,
}

/// Lists them.
///
/// # Errors
/// `not_found`, `forbidden`; the disk is full.
pub fn reports(session: &mut Session, input: OneCase) -> Result<ReportsOfCase> {
    let case = input.case;
    let subject = session.case_subject(case)?;
    session.allow(Action::CaseRead, &subject)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let mut lines = Vec::new();
    for row in stored::of_case::<Relazione>(session.archive().db(), case)? {
        if allow_reading(session, case, &row.value).is_ok() {
            lines.push(line(session, case, row.typed_id()?, row.value)?);
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.to, line.report)));
    let authors = lines.iter().filter_map(|line| line.author);
    let service = session.case_facts(case)?.service;
    Ok(ReportsOfCase {
        reads: reads(session, case)? || session.decide(Action::CourtRead, &subject)?.is_allowed(),
        begins: allow_text(session, case).is_ok(),
        asked: session.office_setting()?.asks_final_report(service),
        names: names(session, authors.map(OperatorId::uuid))?,
        reports: lines,
    })
}

fn line(session: &Session, case: CaseId, id: RecordId, card: Relazione) -> Result<ReportLine> {
    let answers = last_episode(session, case).is_ok_and(|(episode, _)| card.answers_closing_of(episode));
    let text = match card.signed.filter(|_| answers) {
        Some(signed) if reads(session, case)? => {
            let row = rows::get::<RelazioneFirmata>(session.archive().db(), &signed.record.to_string())?;
            row.and_then(|row| row.value.text)
        }
        _ => None,
    };
    let (reason, situation) = text.map_or((None, None), |text| (text.reason, text.situation));
    Ok(ReportLine {
        report: id,
        state: card.state(),
        author: card.author,
        from: card.from,
        to: card.to,
        signed_on: card.signed.map(|signed| signed.at.rome_date()),
        left: card.left.is_some(),
        answers,
        reason,
        situation,
        kind: card.kind,
    })
}
