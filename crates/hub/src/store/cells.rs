//! Between the core's types and the columns of the tables.

use crate::{Error, Result};
use cartella_domain::{ids::OperatorId, time::Instant};
use cartella_sync::ids::{DeviceId, Hash32, Hlc, ScopeRef};
use tokio_postgres::Row;
use uuid::Uuid;

/// A scope's columns, in this order, wherever rows are read with [`scope`].
pub const SCOPE: &str = "scope_owner, scope_kind";

/// Owners and kinds of scopes as two arrays for `unnest`.
#[must_use]
pub fn scopes(scopes: impl IntoIterator<Item = ScopeRef>) -> (Vec<Uuid>, Vec<i16>) {
    scopes
        .into_iter()
        .map(|scope| (scope.owner, i16::from(scope.kind)))
        .unzip()
}

/// A scope from two neighbouring columns.
///
/// # Errors
/// The columns hold no scope.
pub fn scope(row: &Row, at: usize) -> Result<ScopeRef> {
    let kind: i16 = row.try_get(at + 1)?;
    Ok(ScopeRef {
        owner: row.try_get(at)?,
        kind: u8::try_from(kind).map_err(|_| Error::Inconsistent("a scope's kind is no byte"))?,
    })
}

/// A number that is never negative.
///
/// # Errors
/// It is.
pub fn number(row: &Row, at: usize) -> Result<u64> {
    u64::try_from(row.try_get::<_, i64>(at)?).map_err(|_| Error::Inconsistent("a number is negative"))
}

/// A number for a column; what does not fit cannot come from a counter.
#[must_use]
pub fn wide(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// 64 bits as a column holds them.
#[must_use]
pub const fn bits(bits: u64) -> i64 {
    bits.cast_signed()
}

/// 64 bits from a column.
///
/// # Errors
/// The column is missing.
pub fn read_bits(row: &Row, at: usize) -> Result<u64> {
    Ok(row.try_get::<_, i64>(at)?.cast_unsigned())
}

/// 32 bytes.
///
/// # Errors
/// The column holds another length.
pub fn thirty_two(row: &Row, at: usize) -> Result<[u8; 32]> {
    let bytes: &[u8] = row.try_get(at)?;
    bytes.try_into().map_err(|_| Error::Inconsistent("not 32 bytes"))
}

/// A hash.
///
/// # Errors
/// As [`thirty_two`].
pub fn hash(row: &Row, at: usize) -> Result<Hash32> {
    thirty_two(row, at).map(Hash32)
}

/// A device's id.
///
/// # Errors
/// As [`thirty_two`].
pub fn device(row: &Row, at: usize) -> Result<DeviceId> {
    thirty_two(row, at).map(DeviceId)
}

/// A stamp.
///
/// # Errors
/// As [`number`].
pub fn hlc(row: &Row, at: usize) -> Result<Hlc> {
    number(row, at).map(Hlc)
}

/// A moment.
///
/// # Errors
/// The column is missing.
pub fn instant(row: &Row, at: usize) -> Result<Instant> {
    Ok(Instant(row.try_get(at)?))
}

/// An operator.
///
/// # Errors
/// The column is missing.
pub fn operator(row: &Row, at: usize) -> Result<OperatorId> {
    Ok(OperatorId(row.try_get(at)?))
}
