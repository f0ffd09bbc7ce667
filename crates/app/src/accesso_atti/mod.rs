//! Accesso agli atti: a request for access to records is registered, once for all its files, and answered in time.

mod answer;
mod list;
mod of_case;
mod register;

pub use answer::{AnswerRichiesta, answer};
pub use list::{AskRichieste, RichiestaLine, Richieste, list};
pub use of_case::{RichiestaView, RichiesteOfCase, of_case};
pub use register::{EditRichiesta, RegisterRichiesta, edit, register};

use crate::{Code, Error, Result, Session};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
    accesso_atti::RichiestaAccesso,
    ids::{CaseId, RecordId},
    rights::Action,
};

/// One request and its case, for a verb that asks for this right there.
fn loaded(session: &Session, id: RecordId, action: Action) -> Result<(CaseId, Row<RichiestaAccesso>)> {
    let row = rows::get::<RichiestaAccesso>(session.archive().db(), &id.to_string())?
        .filter(|row| !row.deleted)
        .ok_or(Error::new(Code::NotFound))?;
    let case = row.value.case.ok_or(Error::new(Code::NotFound))?;
    session.allow(action, &session.case_subject(case)?)?;
    Ok((case, row))
}
