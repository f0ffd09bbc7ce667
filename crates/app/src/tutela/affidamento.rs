//! The eight parts of an affidamento all'ente, and prescriptions with what came of them, are corrected.

use super::{
    add::{accepted_affidamento, accepted_prescription},
    edit::{EditInFile, edit},
};
use crate::{Result, Session, cases::OneCase};
use cartella_domain::tutela::{AffidamentoEnte, Prescrizione};

/// Corrects the affidamento, or says to whom the responsible operator was named.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn edit_affidamento(session: &mut Session, input: EditInFile<AffidamentoEnte>) -> Result<OneCase> {
    let value = accepted_affidamento(input.value);
    edit(session, EditInFile { value, ..input })
}

/// Corrects a prescription, or says what came of it.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn edit_prescription(session: &mut Session, input: EditInFile<Prescrizione>) -> Result<OneCase> {
    let value = accepted_prescription(input.value);
    edit(session, EditInFile { value, ..input })
}
