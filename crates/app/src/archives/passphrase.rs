//! Proposing a passphrase and judging one's own, before an archive is made.

use crate::{Code, Error, Host, Result, Session, World, commands::Nothing};
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
    /// 0 (nothing) to 4 (as good as five generated words).
    pub strength: u32,
    /// Why not: key of the Italian text.
    pub reason: Option<String>,
}

/// Five words for a new archive.
///
/// # Errors
/// The system gives no random bytes.
pub fn suggest_passphrase(host: &mut Host, _: Nothing) -> Result<SuggestedPassphrase> {
    suggest(&host.world)
}

/// Five words for a new passphrase of the open archive.
///
/// # Errors
/// The system gives no random bytes.
pub fn suggest_another(session: &mut Session, _: Nothing) -> Result<SuggestedPassphrase> {
    suggest(&session.world)
}

/// A few in a thousand generated phrases repeat a word or are otherwise refused: those are not offered.
fn suggest(world: &World) -> Result<SuggestedPassphrase> {
    loop {
        let words = generate(world.random.as_ref()).map_err(|_| Error::new(Code::KeysFailed))?;
        if judge(words.reveal(), &[]).accepted {
            return Ok(SuggestedPassphrase {
                passphrase: words.reveal().to_owned(),
            });
        }
    }
}

/// What there is to say against a passphrase.
///
/// # Errors
/// None.
pub fn check_passphrase(_: &mut Host, input: CheckPassphrase) -> Result<PassphraseVerdict> {
    Ok(judge(&input.passphrase, &input.personal))
}

/// The same with an archive open.
///
/// # Errors
/// None.
pub fn check_another(_: &mut Session, input: CheckPassphrase) -> Result<PassphraseVerdict> {
    Ok(judge(&input.passphrase, &input.personal))
}

/// Bits of five words of the list: full strength.
const FULL: u32 = 55;

fn judge(passphrase: &str, personal: &[String]) -> PassphraseVerdict {
    let personal: Vec<&str> = personal.iter().map(String::as_str).collect();
    let verdict = check(passphrase, &personal);
    PassphraseVerdict {
        accepted: verdict.accepted(),
        strength: (verdict.bits * 4 / FULL).min(4),
        reason: verdict.refused.first().map(|reason| reason.code().to_owned()),
    }
}

/// Refuses a weak passphrase, with the first reason.
pub(super) fn accept(passphrase: &str, personal: &[String]) -> Result<()> {
    match judge(passphrase, personal) {
        PassphraseVerdict {
            accepted: false,
            reason: Some(reason),
            ..
        } => Err(Error::field(Code::PassphraseWeak, "passphrase").with("reason", reason.as_str())),
        _ => Ok(()),
    }
}
