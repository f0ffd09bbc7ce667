//! The one call that gives SQLCipher its key, as bytes: an SQL string would be copied, traced and kept.

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use super::OpeningError;
use crate::keys::DatabaseKey;

/// Sets key, page authentication key and salt of a connection. Nothing is read yet: a wrong key shows at the first read.
#[expect(unsafe_code, reason = "rusqlite has no call for the key but an SQL string")]
pub(super) fn set_key(connection: &Connection, key: &DatabaseKey) -> Result<(), OpeningError> {
    let raw = raw_key(key);
    let length = i32::try_from(raw.len()).map_err(|_| OpeningError::Unfit("key"))?;
    // SAFETY: the handle is open for as long as `connection` is borrowed, and SQLCipher copies `length` bytes of `raw`
    // before it returns.
    let answer = unsafe { ffi::sqlite3_key(connection.handle(), raw.as_ptr().cast(), length) };
    if answer == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(OpeningError::Unfit("key"))
    }
}

/// Extensions can never be loaded into the process that holds the archive: the library was built with that switched on.
#[expect(unsafe_code, reason = "rusqlite gives this switch only together with loading")]
pub(super) fn forbid_extensions(connection: &Connection) -> Result<(), OpeningError> {
    // SAFETY: the handle is open for as long as `connection` is borrowed; the call keeps nothing.
    let answer = unsafe { ffi::sqlite3_enable_load_extension(connection.handle(), 0) };
    if answer == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(OpeningError::Unfit("extensions"))
    }
}

/// SQLCipher's raw form, `x'<key><page authentication key><salt>'` in hexadecimal.
fn raw_key(key: &DatabaseKey) -> Zeroizing<Vec<u8>> {
    let parts = [key.cipher.as_slice(), key.mac.as_slice(), key.salt.as_slice()];
    // With its whole size at once: growing would leave copies behind.
    let mut raw = Zeroizing::new(Vec::with_capacity(3 + 2 * (32 + 32 + 16)));
    raw.extend(b"x'");
    for byte in parts.into_iter().flatten() {
        raw.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    raw.push(b'\'');
    raw
}

fn digit(nibble: u8) -> u8 {
    if nibble < 10 {
        b'0' + nibble
    } else {
        b'a' + nibble - 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "asks the library for what the product never does")]
    fn no_extension_is_loaded_even_by_the_library_itself() {
        let connection = Connection::open_in_memory().unwrap();
        forbid_extensions(&connection).unwrap();
        let mut complaint: *mut std::ffi::c_char = std::ptr::null_mut();
        // SAFETY: the handle is open, the name ends in a zero, the complaint is the library's own text until it is freed.
        let (answer, text) = unsafe {
            let name = c"no-such-library".as_ptr();
            let answer =
                ffi::sqlite3_load_extension(connection.handle(), name, std::ptr::null(), &raw mut complaint);
            let text = std::ffi::CStr::from_ptr(complaint).to_owned();
            ffi::sqlite3_free(complaint.cast());
            (answer, text)
        };
        assert_eq!((answer, text.to_str()), (ffi::SQLITE_ERROR, Ok("not authorized")));
    }
}
