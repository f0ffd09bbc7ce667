//! Columns of a row, read where they lie: lists of thousands of rows keep no copy of a text that is only parsed.

use crate::Result;
use rusqlite::Row;
use std::str::FromStr;
use uuid::Uuid;

/// The text of a column; `None`: there is none.
///
/// # Errors
/// The column holds something else.
pub(super) fn text<'row>(row: &'row Row<'_>, column: usize) -> Result<Option<&'row str>> {
    let text = row.get_ref(column)?.as_str_or_null();
    Ok(text.map_err(rusqlite::Error::from)?)
}

/// What the text of a column says; `None`: nothing, or nothing that this program knows.
///
/// # Errors
/// The column holds something else.
pub(super) fn parsed<T: FromStr>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    Ok(text(row, column)?.and_then(|text| text.parse().ok()))
}

/// The id in a column.
///
/// # Errors
/// The column holds something else.
pub(super) fn id<T: From<Uuid>>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    Ok(parsed::<Uuid>(row, column)?.map(T::from))
}
