//! Operations as maps with integer keys. Known keys are read, keys above 4 that this program does not know are
//! kept raw, and an operation of unknown code is kept whole.

mod read;
mod write;

pub(crate) use read::decode;
pub(crate) use write::{blobs, encode};

use crate::{codec::CodecError, op::DELETION};

/// The five keys that mean the same in every operation.
const CODE: u64 = 0;
const RECORD: u64 = 1;
const FIELD: u64 = 2;
const REPLACES: u64 = 3;
const MAIN: u64 = 4;

/// Field 0 is the mark of deletion and belongs to Delete and Restore alone.
fn named(field: u16) -> Result<u16, CodecError> {
    if field == DELETION {
        Err(CodecError::OutOfRange)
    } else {
        Ok(field)
    }
}
