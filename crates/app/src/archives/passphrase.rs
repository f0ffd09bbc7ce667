//! Proposing a passphrase and judging one's own, before an archive is made.

use crate::{Code, Error, Host, Result, commands::Nothing};
use cartella_archive::keys::passphrase::{check, generate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Five generated words.
#[derive(Clone, Serialize, TS)]
pub struct SuggestedPassphrase {
    /// The words, with spaces between.
    pub passphrase: String,
}

/// A passphrase of her own, to be judged.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CheckPassphrase {
    /// The passphrase.
    pub passphrase: String,
    /// Surname, name, comune: words that a passphrase must not lean on.
    #[serde(default)]
    pub personal: Vec<String>,
}

/// The judgement.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PassphraseVerdict {
    /// Whether it may be used.
    pub accepted: bool,
    /// Estimated bits of what has to be guessed.
    pub bits: u32,
    /// Why not: keys of Italian texts.
    pub refused: Vec<String>,
}

/// Five words for a new archive.
///
/// # Errors
/// The system gives no random bytes.
pub fn suggest_passphrase(host: &mut Host, _: Nothing) -> Result<SuggestedPassphrase> {
    let words = generate(host.world.random.as_ref()).map_err(|_| Error::new(Code::KeysFailed))?;
    Ok(SuggestedPassphrase { passphrase: words.reveal().to_owned() })
}

/// What there is to say against a passphrase.
///
/// # Errors
/// None.
pub fn check_passphrase(_: &mut Host, input: CheckPassphrase) -> Result<PassphraseVerdict> {
    Ok(judge(&input.passphrase, &input.personal))
}

pub(super) fn judge(passphrase: &str, personal: &[String]) -> PassphraseVerdict {
    let personal: Vec<&str> = personal.iter().map(String::as_str).collect();
    let verdict = check(passphrase, &personal);
    PassphraseVerdict {
        accepted: verdict.accepted(),
        bits: verdict.bits,
        refused: verdict.refused.iter().map(|reason| reason.code().to_owned()).collect(),
    }
}

/// Refuses a weak passphrase, with the first reason.
pub(super) fn accept(passphrase: &str, personal: &[String]) -> Result<()> {
    let verdict = judge(passphrase, personal);
    match verdict.refused.first() {
        Some(reason) if !verdict.accepted => {
            Err(Error::field(Code::PassphraseWeak, "passphrase").with("reason", reason.as_str()))
        }
        _ => Ok(()),
    }
}
