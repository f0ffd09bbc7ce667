//! The rules of the terms with their sources, and what the office sets in their place.

use crate::{Result, Session, commands::Nothing};
use cartella_archive::queries;
use cartella_domain::{
    deadlines::{Code, Event, Force, Length, Office, Source},
    rights::{Action, Subject},
};
use serde::Serialize;
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
}

/// The rules, and what the office decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineRules {
    /// What the office decides.
    pub office: Office,
    /// The rules.
    pub rules: Vec<DeadlineRule>,
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
        }
    });
    Ok(DeadlineRules {
        rules: rules.collect(),
        office,
        writable: session
            .decide(Action::SettingsOffice, &Subject::nobody())?
            .is_allowed(),
    })
}

/// Changes what the office decides; every term is computed anew.
///
/// # Errors
/// `forbidden` by her role; the disk is full.
pub fn change_rules(session: &mut Session, input: Office) -> Result<DeadlineRules> {
    session.keep_office_setting(|setting| setting.deadlines = Some(input))?;
    session.touch("deadline_change");
    rules(session, Nothing {})
}
