//! A code while it is being typed: which it is, and what it says of the birth.

use crate::{Result, Session};
use cartella_domain::{
    codice_fiscale::{CodiceFiscale, DecodedBirth, NotACodice, normalise},
    people::{Identifier, IdentifierKind},
    places::{self, Place},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code as typed so far.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TypedCode {
    /// As typed.
    pub text: String,
}

/// What a typed code is.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadCode {
    /// Capitals and digits without spaces.
    pub value: String,
    /// Which code it is, once it is whole.
    pub kind: Option<IdentifierKind>,
    /// Why it is no codice fiscale.
    pub error: Option<NotACodice>,
    /// What the codice fiscale says.
    pub birth: Option<DecodedBirth>,
    /// The birthplace under its name of that day.
    pub birthplace: Option<Place>,
    /// Digits were replaced because two people had the same code.
    pub omocodia: bool,
}

/// Reads a code.
///
/// # Errors
/// None.
pub fn read_code(session: &mut Session, input: TypedCode) -> Result<ReadCode> {
    let code = CodiceFiscale::parse(&input.text);
    let birth = code.as_ref().ok().and_then(|code| code.decode(session.today()));
    Ok(ReadCode {
        value: normalise(&input.text),
        kind: Identifier::recognise(&input.text),
        error: code.as_ref().err().copied(),
        birthplace: birth
            .as_ref()
            .and_then(|birth| places::at(&birth.belfiore, Some(birth.date))),
        birth,
        omocodia: code.is_ok_and(|code| code.is_omocodia()),
    })
}
