//! One-time codes with which a laptop joins: 50 bits, for a day, kept as a hash.

use crate::{
    Error, Result, database,
    store::{devices, office},
    verbs::{Hub, code_hash},
};
use cartella_domain::{ids::OperatorId, time::Instant};

/// How long a code may be used.
pub const CODE_HOURS: i64 = 24;

/// Letters that are not mistaken for one another when read aloud (Crockford's 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Makes a code for a member of the staff; it is told this once. Says until when it may be used.
///
/// # Errors
/// [`Error::Refused`] if nobody has this id; the database does not answer.
pub async fn make_code(hub: &Hub, operator: OperatorId) -> Result<(String, Instant)> {
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let staff = devices::staff_of(&tx, operator)
        .await?
        .ok_or_else(|| Error::Refused(format!("nessun operatore ha il codice {operator}")))?;
    let code = random(hub);
    let at = hub.world().now();
    let until = at.plus_millis(CODE_HOURS * 3_600_000);
    tx.execute(
        "INSERT INTO enrol_code (hash, staff, until, made_at) VALUES ($1, $2, $3, $4)",
        &[&code_hash(&code).as_slice(), &staff, &until.0, &at.0],
    )
    .await?;
    office::note(&tx, at, "code", &staff.to_string()).await?;
    database::commit(tx).await?;
    Ok((code, until))
}

/// Ten letters of five bits, in two groups.
fn random(hub: &Hub) -> String {
    let bytes: [u8; 10] = hub.world().bytes();
    let mut code = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        if at == 5 {
            code.push('-');
        }
        let letter = LETTERS.get(usize::from(byte & 31)).copied().unwrap_or(b'0');
        code.push(char::from(letter));
    }
    code
}
