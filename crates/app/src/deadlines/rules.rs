//! The rules of the terms with their sources, and what the office sets in their place.

use crate::{
    Code as Refusal, Error, Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::queries;
use cartella_domain::{
    deadlines::{Code, Event, Force, Length, Office, OfficeRefused, Source, TermsChange},
    ids::{OperatorId, RecordId},
    people::tidy,
    rights::{Action, Subject},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineRule {
    /// Which.
    pub code: Code,
    /// What it may start with.
    pub starts: Vec<Event>,
    /// How long by the cookbook.
    pub usual: Option<Length>,
    /// How long here.
    pub length: Option<Length>,
    /// What no order exceeds.
    pub at_most: Option<Length>,
    /// How binding.
    pub force: Force,
    /// A last day that is not worked moves.
    pub procedural: bool,
    /// Where it comes from.
    pub source: Source,
    /// Somebody read it at its source; else the office checks it.
    pub verified: bool,
    /// Its length is the office's to change: no law says it where somebody read it.
    pub editable: bool,
    /// Days before its end on which to think of it.
    pub alerts: Vec<u16>,
}

/// The rules, and what the office decides.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineRules {
    /// What the office decides.
    pub office: Office,
    /// The rules.
    pub rules: Vec<DeadlineRule>,
    /// What was decided before, the last first.
    pub history: Vec<TermsChange>,
    /// Who decided it.
    pub names: Names,
    /// She may change them.
    pub writable: bool,
}

/// The rules of the terms.
///
/// # Errors
/// The archive does not answer.
pub fn rules(session: &mut Session, _: Nothing) -> Result<DeadlineRules> {
    let office = queries::deadlines::office(session.archive().db())?;
    let rules = Code::ALL.iter().map(|code| {
        let rule = code.rule();
        DeadlineRule {
            code: *code,
            starts: rule.starts.to_vec(),
            usual: rule.length,
            length: office.length(*code),
            at_most: rule.at_most,
            force: rule.force,
            procedural: rule.procedural,
            source: rule.source,
            verified: rule.source.verified(),
            editable: rule.is_the_offices(),
            alerts: rule.alerts.to_vec(),
        }
    });
    let history = queries::phases::terms_changes(session.archive().db())?;
    let history: Vec<TermsChange> = history.into_iter().map(|row| row.value).collect();
    let authors = history.iter().filter_map(|change| change.author);
    Ok(DeadlineRules {
        names: names(session, authors.map(OperatorId::uuid))?,
        rules: rules.collect(),
        history,
        office,
        writable: session
            .decide(Action::SettingsOffice, &Subject::nobody())?
            .is_allowed(),
    })
}

/// What the office decides from now on, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangeRules {
    /// All of it.
    pub office: Office,
    /// Why; it stays in the history.
    pub reason: String,
}

/// Changes what the office decides, with a record that says what held before and why; every term is computed anew.
///
/// # Errors
/// `forbidden` by her role; `reason_missing`; `rule_is_law` for a length that a law says, `length_unfit` for one that nobody
/// means (`code` in both); the disk is full.
pub fn change_rules(session: &mut Session, input: ChangeRules) -> Result<DeadlineRules> {
    session.allow(Action::SettingsOffice, &Subject::nobody())?;
    let reason =
        tidy::lines(Some(input.reason)).ok_or_else(|| Error::field(Refusal::ReasonMissing, "reason"))?;
    input.office.fits().map_err(|refused| match refused {
        OfficeRefused::Law(code) => Error::field(Refusal::RuleIsLaw, "lengths").with("code", code.code()),
        OfficeRefused::Length(code) => {
            Error::field(Refusal::LengthUnfit, "lengths").with("code", code.code())
        }
        OfficeRefused::SoonDays => Error::field(Refusal::LengthUnfit, "soon_days"),
    })?;
    let after = input.office.plain();
    let change = TermsChange {
        before: Some(queries::deadlines::office(session.archive().db())?),
        after: Some(after.clone()),
        reason: Some(reason),
        author: Some(session.operator()),
        signed_at: Some(session.now()),
    };
    let (id, today): (RecordId, String) = (session.id(), session.today().to_string());
    session.keep_office_setting_beside(
        |setting| setting.deadlines = Some(after),
        |act, org| act.sign(org, id, &change, &today),
    )?;
    session.touch("deadline_change");
    rules(session, Nothing {})
}
