//! Messages packed for the way (RFC 1952, "gzip"): what people write is text, and a third of it says the same.
//!
//! A signature speaks of the message, not of its packing, so whoever stands between may pack it anew. An answer is
//! packed for who says that it unpacks; a request only once the office has said so. No packing costs more memory than
//! the message that is allowed.

use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use std::io::{Read as _, Write as _};

/// The name of this packing in the headers `content-encoding` and `accept-encoding`.
pub const CODING: &str = "gzip";

/// What is shorter goes as it is: most of it are ids, which do not pack.
const LEAST: usize = 1_024;

/// What came is not packed as it says, or is longer than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not packed, or too long")]
pub struct NotPacked;

/// A message packed; none where that is not worth it.
#[must_use]
pub fn pack(message: &[u8]) -> Option<Vec<u8>> {
    if message.len() < LEAST {
        return None;
    }
    let room = Vec::with_capacity(message.len() / 2);
    let mut packer = GzEncoder::new(room, Compression::new(3));
    packer.write_all(message).ok()?;
    let packed = packer.finish().ok()?;
    (packed.len() < message.len()).then_some(packed)
}

/// The message in what came, of at most so many bytes.
///
/// # Errors
/// What came is cut, damaged, followed by something else, or unpacks to more.
pub fn unpack(packed: &[u8], most: usize) -> Result<Vec<u8>, NotPacked> {
    let mut message = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let mut rest = packed;
    GzDecoder::new(&mut rest)
        .take(limit.saturating_add(1))
        .read_to_end(&mut message)
        .map_err(|_| NotPacked)?;
    if message.len() > most || !rest.is_empty() {
        return Err(NotPacked);
    }
    Ok(message)
}

/// Whether a header's list of codings names this one.
#[must_use]
pub fn named(codings: &str) -> bool {
    codings.split(',').any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case(CODING) && quality.replace(' ', "") != "q=0"
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn text() -> Vec<u8> {
        "La madre riferisce che dorme poco. ".repeat(100).into_bytes()
    }

    #[test]
    fn what_was_packed_is_smaller_and_comes_out_as_it_was() {
        let packed = pack(&text()).unwrap();
        assert!(packed.len() * 3 < text().len());
        assert_eq!(unpack(&packed, text().len()), Ok(text()));
    }

    #[test]
    fn what_is_short_or_does_not_pack_goes_as_it_is() {
        assert_eq!(pack(&text()[..LEAST - 1]), None);
        let packed = pack(&text()).unwrap();
        let noise: Vec<u8> = packed.iter().copied().cycle().take(2_000).collect();
        assert!(pack(&noise).is_none_or(|again| again.len() < noise.len()));
    }

    #[test]
    fn no_more_is_unpacked_than_is_allowed() {
        let bomb = pack(&vec![0; 10_000_000]).unwrap();
        assert!(bomb.len() < 60_000);
        assert_eq!(unpack(&bomb, 5_000_000), Err(NotPacked));
        assert_eq!(unpack(&bomb, 9_999_999), Err(NotPacked));
        assert!(unpack(&bomb, 10_000_000).is_ok());
    }

    #[test]
    fn what_is_cut_damaged_or_followed_by_something_is_refused() {
        let packed = pack(&text()).unwrap();
        for length in 0..packed.len() {
            assert_eq!(
                unpack(&packed[..length], 1 << 20),
                Err(NotPacked),
                "cut at {length}"
            );
        }
        assert_eq!(unpack(&[&packed[..], b"x"].concat(), 1 << 20), Err(NotPacked));
        for at in 10..packed.len() {
            let mut damaged = packed.clone();
            damaged[at] ^= 0x40;
            assert_ne!(unpack(&damaged, 1 << 20), Ok(Vec::new()));
            assert!(unpack(&damaged, 1 << 20).is_err(), "damaged at {at}");
        }
    }

    #[test]
    fn a_list_of_codings_is_read_as_it_is_written() {
        for yes in ["gzip", "br, GZIP", "gzip;q=0.5, br", " gzip "] {
            assert!(named(yes), "{yes}");
        }
        for no in ["", "br", "gzipped", "gzip;q=0", "gzip; q=0, br"] {
            assert!(!named(no), "{no}");
        }
    }
}
