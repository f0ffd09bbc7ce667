//! What goes to the printer: the audit says so first, and what stands on top of the paper comes from here, so that no page goes
//! out without saying whose it is, of which case, when and by whom.

use crate::{Result, Session, names::names};
use cartella_archive::audit;
use cartella_domain::{cases::case_code, ids::CaseId, services::Service, time::Instant};
use serde::Serialize;
use ts_rs::TS;

/// What stands on top of a printed page.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperHead {
    /// Name and address of the office, a line each; empty until somebody wrote them.
    pub letterhead: Vec<String>,
    /// The service of the case; none for what is of no case, or of several.
    pub service: Option<Service>,
    /// Its code, which says nothing of the person.
    pub code: Option<String>,
    /// Who prints it.
    pub by: String,
    /// When.
    pub at: Instant,
}

impl Session {
    /// Says in the audit that something of this case is printed, and answers what stands on top of it.
    ///
    /// # Errors
    /// `not_found` if the case is not here; the disk is full: then nothing may be printed.
    pub(crate) fn print(&self, event: audit::Event, case: CaseId) -> Result<PaperHead> {
        let service = self.case_facts(case)?.service;
        let mut head = self.paper()?;
        head.code = Some(case_code(service, case));
        head.service = Some(service);
        self.note(event.about(case))?;
        Ok(head)
    }

    /// What stands on top of a paper of no case, or of several.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(crate) fn paper(&self) -> Result<PaperHead> {
        let letterhead = self.office_setting()?.letterhead.unwrap_or_default();
        let operator = self.operator();
        let called = names(self, [operator.uuid()])?;
        Ok(PaperHead {
            letterhead: letterhead.lines().map(str::to_owned).collect(),
            service: None,
            code: None,
            by: called
                .into_values()
                .next()
                .map(|who| who.name)
                .unwrap_or_default(),
            at: self.now(),
        })
    }
}
