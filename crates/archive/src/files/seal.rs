//! How a file is sealed: XChaCha20-Poly1305 in chunks of 64 KiB, joined as the STREAM construction of Hoang, Reyhanitabar,
//! Rogaway and Vizár (2015) has it: the nonce of a chunk is 19 random bytes, its number, and whether it is the last. So
//! no chunk can be left out, doubled, moved, or taken from another file, and none can be cut off.
//!
//! What is authenticated besides: the archive it was sealed in, its name, the version. Before the content stands its
//! length; after it, zeros up to the next size of the Padmé scale (Nikitin and others, 2019), so that the size on the disk
//! tells at most an eighth of the truth.

use crate::keys::{Random, RandomError};
use cartella_domain::files::{LARGEST, Sealed};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use zeroize::Zeroizing;

/// How files are sealed now.
pub(super) const VERSION: u8 = 1;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const PREFIX: usize = 19;
const LENGTH: usize = 8;

/// The sealed bytes of a content.
pub(super) fn seal(sealed: &Sealed, content: &[u8], random: &dyn Random) -> Result<Vec<u8>, RandomError> {
    let mut prefix = [0; PREFIX];
    random.fill(&mut prefix)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(padded(content.len() + LENGTH)));
    plain.extend((content.len() as u64).to_le_bytes());
    plain.extend(content);
    let wide = padded(plain.len());
    plain.resize(wide, 0);
    let cipher = XChaCha20Poly1305::new((&sealed.key.0).into());
    let context = context(sealed);
    let chunks = plain.len().div_ceil(CHUNK);
    let mut out = Vec::with_capacity(PREFIX + plain.len() + chunks * TAG);
    out.extend(prefix);
    for (number, chunk) in plain.chunks(CHUNK).enumerate() {
        let nonce = nonce(&prefix, number, number + 1 == chunks).ok_or(RandomError)?;
        let payload = Payload {
            msg: chunk,
            aad: &context,
        };
        // The cipher refuses only texts of 256 GiB.
        out.extend(cipher.encrypt(&nonce, payload).map_err(|_| RandomError)?);
    }
    Ok(out)
}

/// The content of sealed bytes; none if they are not the whole of what was sealed under this key, name and archive.
pub(super) fn open(sealed: &Sealed, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if sealed.version != VERSION {
        return None;
    }
    let (prefix, rest) = bytes.split_first_chunk::<PREFIX>()?;
    let cipher = XChaCha20Poly1305::new((&sealed.key.0).into());
    let context = context(sealed);
    let chunks = rest.len().div_ceil(CHUNK + TAG);
    let mut plain = Zeroizing::new(Vec::with_capacity(rest.len()));
    for (number, chunk) in rest.chunks(CHUNK + TAG).enumerate() {
        let nonce = nonce(prefix, number, number + 1 == chunks)?;
        let payload = Payload {
            msg: chunk,
            aad: &context,
        };
        let opened = Zeroizing::new(cipher.decrypt(&nonce, payload).ok()?);
        plain.extend(opened.iter());
    }
    let (length, rest) = plain.split_first_chunk::<LENGTH>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    if length > LARGEST || plain.len() != padded(length + LENGTH) {
        return None;
    }
    Some(Zeroizing::new(rest.get(..length)?.to_vec()))
}

fn nonce(prefix: &[u8; PREFIX], number: usize, last: bool) -> Option<XNonce> {
    let number = u32::try_from(number).ok()?.to_be_bytes();
    let mut nonce = [0; 24];
    let parts = prefix.iter().chain(&number).copied().chain([u8::from(last)]);
    nonce.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
    Some(XNonce::from(nonce))
}

fn context(sealed: &Sealed) -> Vec<u8> {
    [
        b"cartella/file".as_slice(),
        &[sealed.version],
        sealed.store.as_bytes(),
        sealed.file.as_bytes(),
    ]
    .concat()
}

/// The next size of the Padmé scale: of a length of about 2^e, the last e - log2(e) - 1 bits are zero.
const fn padded(length: usize) -> usize {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1 << exponent.saturating_sub(kept)) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::OsRandom;
    use cartella_domain::{diary::ContentHash, files::FileKey};
    use uuid::Uuid;

    fn of(file: u128) -> Sealed {
        Sealed {
            store: Uuid::from_u128(1),
            file: Uuid::from_u128(file),
            version: VERSION,
            key: FileKey([7; 32]),
            hash: ContentHash::default(),
        }
    }

    #[test]
    fn every_length_around_a_chunk_comes_back() {
        for length in [
            0,
            1,
            15,
            CHUNK - 9,
            CHUNK - 8,
            CHUNK - 7,
            CHUNK,
            2 * CHUNK - 8,
            200_001,
        ] {
            let content: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let bytes = seal(&of(1), &content, &OsRandom).unwrap();
            assert_eq!(
                open(&of(1), &bytes).map(|it| it.to_vec()),
                Some(content),
                "{length}"
            );
        }
    }

    #[test]
    fn nothing_that_is_not_the_whole_of_it_opens() {
        let bytes = seal(&of(1), &[3; 3 * CHUNK], &OsRandom).unwrap();
        let step = CHUNK + TAG;
        let refused = |what: &str, bytes: &[u8], sealed: &Sealed| {
            assert!(open(sealed, bytes).is_none(), "{what}");
        };
        for at in [
            0,
            PREFIX - 1,
            PREFIX,
            PREFIX + step - 1,
            PREFIX + step,
            bytes.len() - 1,
        ] {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            refused("a flipped bit", &flipped, &of(1));
        }
        for length in [0, 5, PREFIX, PREFIX + step, PREFIX + 3 * step, bytes.len() - 1] {
            refused("cut", &bytes[..length], &of(1));
        }
        let mut swapped = bytes[..PREFIX].to_vec();
        swapped.extend(&bytes[PREFIX + step..PREFIX + 2 * step]);
        swapped.extend(&bytes[PREFIX..PREFIX + step]);
        swapped.extend(&bytes[PREFIX + 2 * step..]);
        refused("swapped chunks", &swapped, &of(1));
        refused("longer", &[bytes.as_slice(), &[0]].concat(), &of(1));
        refused("another name", &bytes, &of(2));
        refused(
            "another archive",
            &bytes,
            &Sealed {
                store: Uuid::from_u128(2),
                ..of(1)
            },
        );
        refused(
            "another key",
            &bytes,
            &Sealed {
                key: FileKey([8; 32]),
                ..of(1)
            },
        );
        refused("another version", &bytes, &Sealed { version: 2, ..of(1) });
    }

    #[test]
    fn a_size_is_padded_by_less_than_an_eighth_and_hides_its_neighbours() {
        for length in [9_usize, 100, 1_000, 65_544, 1_000_000, LARGEST] {
            let wide = padded(length);
            assert!(
                wide >= length && wide - length <= length / 8,
                "{length} -> {wide}"
            );
            assert_eq!(padded(wide), wide);
        }
        assert_eq!(padded(1_000_001), padded(1_000_100));
        let sizes: std::collections::BTreeSet<usize> = (990_000..1_000_000).map(padded).collect();
        assert!(sizes.len() < 3, "{sizes:?}");
    }
}
