//! Receipts of purges.

use super::hello::{Hold, HoldRow};
use crate::{
    ids::DeviceId,
    messages::{Left, LeftNoted, Problem},
    signer::Verifier,
};

/// Takes in receipts: the rows to be written (with the receipt beside them, as evidence) and the answer. `rows` are
/// the device's, read under lock. A receipt for a right that was given back meanwhile changes nothing but the
/// number of the leaving acknowledged; it is noted like any other.
///
/// # Errors
/// [`Problem::Unauthorised`] if a receipt's signature is not the device's.
pub fn note_left(
    left: &Left,
    device: &DeviceId,
    rows: &[HoldRow],
    verifier: &dyn Verifier,
) -> Result<(Vec<HoldRow>, LeftNoted), Problem> {
    let mut changed = Vec::new();
    for receipt in &left.receipts {
        receipt
            .verify(device, verifier)
            .map_err(|_| Problem::Unauthorised)?;
        let Some(row) = rows.iter().find(|row| row.scope == receipt.scope) else {
            continue;
        };
        let acknowledged = row.left.max(Some(receipt.acl));
        let hold = if row.hold == Hold::Leave && receipt.acl >= row.acl {
            Hold::Left
        } else {
            row.hold
        };
        if hold != row.hold || acknowledged != row.left {
            changed.push(HoldRow {
                hold,
                left: acknowledged,
                ..*row
            });
        }
    }
    let scopes = left.receipts.iter().map(|receipt| receipt.scope).collect();
    Ok((changed, LeftNoted { scopes }))
}
