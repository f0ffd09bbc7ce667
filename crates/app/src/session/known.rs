//! What rights were last asked about: who acts, and how cases stand. Kept until anything is written, so that a list of a
//! hundred lines asks the archive once for each and not once for each question.

use cartella_domain::{
    ids::{CaseId, OperatorId},
    rights::{Actor, CaseFacts, Office},
    time::CivilDate,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Cases remembered at most; then all are forgotten and it begins anew.
const MOST: usize = 1_024;

/// Who asks, of which office, on which day: rights change with each.
pub(super) type Asking = (OperatorId, Office, CivilDate);

/// What is known since the last write.
#[derive(Default)]
pub(crate) struct Known {
    actors: RefCell<BTreeMap<Asking, Actor>>,
    cases: RefCell<BTreeMap<CaseId, CaseFacts>>,
}

impl Known {
    /// Forgets everything: something was written.
    pub fn forget(&mut self) {
        self.actors.get_mut().clear();
        self.cases.get_mut().clear();
    }

    /// The actor, asked for only when not known.
    pub(super) fn actor<E>(
        &self,
        asking: Asking,
        ask: impl FnOnce() -> Result<Actor, E>,
    ) -> Result<Actor, E> {
        if let Some(actor) = self.actors.borrow().get(&asking) {
            return Ok(actor.clone());
        }
        let actor = ask()?;
        self.actors.borrow_mut().insert(asking, actor.clone());
        Ok(actor)
    }

    /// The facts of a case, asked for only when not known; that it is not here is never remembered.
    pub(super) fn case<E>(
        &self,
        case: CaseId,
        ask: impl FnOnce() -> Result<Option<CaseFacts>, E>,
    ) -> Result<Option<CaseFacts>, E> {
        if let Some(facts) = self.cases.borrow().get(&case) {
            return Ok(Some(facts.clone()));
        }
        let facts = ask()?;
        if let Some(facts) = &facts {
            let mut cases = self.cases.borrow_mut();
            if cases.len() >= MOST {
                cases.clear();
            }
            cases.insert(case, facts.clone());
        }
        Ok(facts)
    }
}
