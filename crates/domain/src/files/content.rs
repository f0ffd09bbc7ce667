//! What a file is, by what is in it: its name may say anything.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file, in bytes: 20 MB.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// The largest picture: one of more pixels fills a laptop's memory when it is shown (security.md 1.10: 50 megapixels).
pub const PIXELS: u64 = 50_000_000;
/// A PDF may begin with a little of something else.
const PDF_WITHIN: usize = 1_024;
/// Where the object identifier of a signed envelope stands at the latest.
const P7M_WITHIN: usize = 32;
/// signedData, 1.2.840.113549.1.7.2.
const SIGNED_ENVELOPE: [u8; 11] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// What files are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// A PDF.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// A signed envelope (.p7m): kept as it was sent, not shown.
    P7m,
}

impl Media {
    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::P7m => "application/pkcs7-mime",
        }
    }

    /// Whether it is a picture.
    #[must_use]
    pub const fn is_image(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp)
    }
}

/// Why a file is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileRefused {
    /// There is nothing in it.
    #[error("an empty file")]
    Empty,
    /// It is larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// It is none of [`Media`], whatever its name says.
    #[error("of a kind that is not taken")]
    UnknownKind,
    /// A picture whose size cannot be read.
    #[error("a broken picture")]
    Broken,
    /// A picture of more than [`PIXELS`].
    #[error("a picture too large to show")]
    TooManyPixels,
}

/// What a file is.
///
/// # Errors
/// It is not taken in, and why.
pub fn recognise(content: &[u8]) -> Result<Media, FileRefused> {
    if content.is_empty() {
        return Err(FileRefused::Empty);
    }
    if content.len() > LARGEST {
        return Err(FileRefused::TooLarge);
    }
    let media = sniffed(content).ok_or(FileRefused::UnknownKind)?;
    if media.is_image() {
        let size = imagesize::blob_size(content).map_err(|_| FileRefused::Broken)?;
        let pixels = (size.width as u64).saturating_mul(size.height as u64);
        if pixels == 0 {
            return Err(FileRefused::Broken);
        }
        if pixels > PIXELS {
            return Err(FileRefused::TooManyPixels);
        }
    }
    Ok(media)
}

fn sniffed(content: &[u8]) -> Option<Media> {
    if content.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(Media::Png);
    }
    if content.starts_with(&[0xff, 0xd8, 0xff]) {
        return Some(Media::Jpeg);
    }
    if content.starts_with(b"RIFF") && content.get(8..12) == Some(b"WEBP") {
        return Some(Media::Webp);
    }
    let head = |within: usize| content.get(..within).unwrap_or(content);
    if head(PDF_WITHIN).windows(5).any(|five| five == b"%PDF-") {
        return Some(Media::Pdf);
    }
    let der = content.starts_with(&[0x30])
        && head(P7M_WITHIN)
            .windows(SIGNED_ENVELOPE.len())
            .any(|some| some == SIGNED_ENVELOPE);
    let pem = content.starts_with(b"-----BEGIN PKCS7-----") || content.starts_with(b"-----BEGIN CMS-----");
    (der || pem).then_some(Media::P7m)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG that says it has this size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_file_is_what_is_in_it() {
        let jpeg = [&[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 10, 0, 10, 3][..], &[0; 16]].concat();
        let envelope = [&[0x30, 0x82, 1, 0][..], &SIGNED_ENVELOPE, b"..."].concat();
        for (content, expected) in [
            (b"%PDF-1.7 ...".to_vec(), Media::Pdf),
            ([&[0; 900][..], b"%PDF-1.4"].concat(), Media::Pdf),
            (png(100, 100), Media::Png),
            (jpeg, Media::Jpeg),
            (envelope, Media::P7m),
            (b"-----BEGIN PKCS7-----\n".to_vec(), Media::P7m),
        ] {
            assert_eq!(recognise(&content), Ok(expected));
        }
    }

    #[test]
    fn what_only_calls_itself_so_is_refused() {
        for content in [
            &b"MZ\x90\0 a program"[..],
            b"<html><script>alert(1)</script></html>",
            b"PK\x03\x04 a workbook",
            b"\x30\x82 something else in DER",
            b"GIF89a",
        ] {
            assert_eq!(recognise(content), Err(FileRefused::UnknownKind));
        }
        assert_eq!(recognise(b""), Err(FileRefused::Empty));
        assert_eq!(recognise(b"\x89PNG\r\n\x1a\nno header"), Err(FileRefused::Broken));
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused_by_its_header() {
        assert_eq!(recognise(&png(10_000, 5_000)), Ok(Media::Png));
        assert_eq!(recognise(&png(10_000, 5_001)), Err(FileRefused::TooManyPixels));
        assert_eq!(
            recognise(&png(u32::MAX, u32::MAX)),
            Err(FileRefused::TooManyPixels)
        );
        assert_eq!(recognise(&png(0, 5)), Err(FileRefused::Broken));
    }

    #[test]
    fn twenty_megabytes_are_taken_and_one_byte_more_is_not() {
        let mut content = b"%PDF-1.7".to_vec();
        content.resize(LARGEST, b' ');
        assert_eq!(recognise(&content), Ok(Media::Pdf));
        content.push(b' ');
        assert_eq!(recognise(&content), Err(FileRefused::TooLarge));
    }
}
