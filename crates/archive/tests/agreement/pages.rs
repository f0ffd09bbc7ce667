//! The pages of an open archive, for tests that look for what must not be there.

use rusqlite::{Connection, ffi};

/// Every page of the database, decrypted, free ones included, as the library's own pager gives them.
#[allow(
    unsafe_code,
    reason = "the pager's pages are reached by one call of the library alone"
)]
pub fn pages(db: &Connection) -> Vec<u8> {
    let mut size = 0_i64;
    // SAFETY: the handle is open for the whole call, the name is a C string, and the buffer that the library gives
    // (size bytes, or null) is copied and given back to it.
    unsafe {
        let bytes = ffi::sqlite3_serialize(db.handle(), c"main".as_ptr(), &mut size, 0);
        assert!(!bytes.is_null());
        let copy = std::slice::from_raw_parts(bytes, usize::try_from(size).unwrap()).to_vec();
        ffi::sqlite3_free(bytes.cast());
        copy
    }
}
