//! The write-ahead log that a crash left behind, read before SQLite is asked.
//!
//! SQLite takes the log up to the first frame whose checksum fails and drops the rest in silence: right for the torn
//! end of a transaction that nobody was told about, wrong when a broken disk changed an older frame. The two are told
//! apart here. Format: sqlite.org/fileformat2.html, section 4.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::OpeningError;
use super::pages::{PAGE, Seal, companion};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// A log, if it holds anything.
pub(super) struct WalFile {
    reader: BufReader<File>,
    header: Option<Header>,
}

struct Header {
    bytes: [u8; HEADER],
    /// Whether its own checksum holds. SQLite takes nothing from a log whose header does not.
    whole: bool,
}

impl Header {
    fn big_endian(&self) -> bool {
        word(&self.bytes, 0, true) & 1 == 1
    }

    fn salts(&self) -> &[u8] {
        self.bytes.get(16..24).unwrap_or_default()
    }

    fn sum(&self) -> Sum {
        Sum(word(&self.bytes, 24, true), word(&self.bytes, 28, true))
    }
}

struct Frame {
    header: [u8; FRAME_HEADER],
    page: [u8; PAGE],
}

impl Frame {
    fn number(&self) -> u32 {
        word(&self.header, 0, true)
    }

    fn commits(&self) -> bool {
        word(&self.header, 4, true) != 0
    }

    fn salts(&self) -> &[u8] {
        self.header.get(8..16).unwrap_or_default()
    }

    fn sum(&self) -> Sum {
        Sum(word(&self.header, 16, true), word(&self.header, 20, true))
    }

    /// Whether its checksum continues the chain that came to `before`.
    fn follows(&self, before: Sum, big_endian: bool) -> bool {
        before
            .over(&self.header, 8, big_endian)
            .over(&self.page, PAGE, big_endian)
            == self.sum()
    }
}

impl WalFile {
    /// The log beside a database; none when there is no file.
    pub(super) fn open(database: &Path) -> Result<Option<Self>, OpeningError> {
        match File::open(companion(database, "-wal")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
            Ok(file) => {
                let mut reader = BufReader::with_capacity(64 * PAGE, file);
                let header = read_header(&mut reader)?;
                Ok(Some(Self { reader, header }))
            }
        }
    }

    /// Whether SQLite would find nothing to take from it.
    pub(super) fn is_empty(&self) -> bool {
        self.header.as_ref().is_none_or(|header| !header.whole)
    }

    /// The numbers of the pages among the first frames that the holder of the key wrote.
    pub(super) fn pages_that_hold(
        &mut self,
        seal: &Seal,
        frames: u32,
    ) -> Result<Option<Vec<u32>>, OpeningError> {
        if self.is_empty() {
            return Ok(None);
        }
        self.rewind()?;
        let mut numbers = Vec::new();
        for _ in 0..frames {
            let Some(frame) = self.next()? else { break };
            if seal.holds(frame.number(), &frame.page) {
                numbers.push(frame.number());
            }
        }
        Ok(Some(numbers))
    }

    /// An error when acknowledged transactions are broken.
    ///
    /// A log whose header fails is as bad, when its frames belong to that header. After the first frame that fails, a crash can leave at most the rest of one transaction: one that ends in a commit
    /// at the very most. Two commits of this log after it, or one whose checksums continue the chain over the failing
    /// frame (only that frame's page was changed), were acknowledged.
    pub(super) fn check(&mut self, seal: &Seal) -> Result<(), OpeningError> {
        let Some(header) = self.header.take() else {
            return Ok(());
        };
        self.rewind()?;
        if !header.whole {
            // A header torn by a restart of the log leaves frames of the generation before, which are in the database.
            return match self.next()? {
                Some(first) if of_this_generation(&header, &first) => {
                    Err(OpeningError::DamagedLog { frame: 0 })
                }
                _ => Ok(()),
            };
        }
        let (mut number, mut commits, mut broken) = (0_u32, 0, None);
        let mut sum = header.sum();
        while let Some(frame) = self.next()? {
            number = number.saturating_add(1);
            let ours = frame.salts() == header.salts();
            let follows = frame.follows(sum, header.big_endian());
            sum = frame.sum();
            if broken.is_none() && !(ours && follows) {
                broken = Some(number);
            } else if broken.is_some() && ours && frame.commits() && seal.holds(frame.number(), &frame.page) {
                commits += if follows { 2 } else { 1 };
            }
        }
        match broken {
            Some(frame) if commits >= 2 => Err(OpeningError::DamagedLog { frame }),
            _ => Ok(()),
        }
    }

    fn rewind(&mut self) -> Result<(), OpeningError> {
        self.reader.seek(SeekFrom::Start(HEADER as u64))?;
        Ok(())
    }

    fn next(&mut self) -> Result<Option<Frame>, OpeningError> {
        let mut frame = Frame {
            header: [0; FRAME_HEADER],
            page: [0; PAGE],
        };
        let read = self
            .reader
            .read_exact(&mut frame.header)
            .and_then(|()| self.reader.read_exact(&mut frame.page));
        match read {
            Ok(()) => Ok(Some(frame)),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// The header, or none when the file is shorter.
fn read_header(reader: &mut impl Read) -> Result<Option<Header>, OpeningError> {
    let mut bytes = [0; HEADER];
    match reader.read_exact(&mut bytes) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let known = matches!(word(&bytes, 0, true), 0x377f_0682 | 0x377f_0683);
    let mut header = Header { bytes, whole: false };
    header.whole = known && Sum::default().over(&bytes, 24, header.big_endian()) == header.sum();
    Ok(Some(header))
}

/// Whether a frame was written after this header, of which some bit is wrong.
fn of_this_generation(header: &Header, first: &Frame) -> bool {
    first.salts() == header.salts() || first.follows(header.sum(), true) || first.follows(header.sum(), false)
}

/// The log's running checksum: a Fibonacci-weighted one over 32-bit words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum(u32, u32);

impl Sum {
    fn over(self, bytes: &[u8], length: usize, big_endian: bool) -> Self {
        let mut sum = self;
        for pair in bytes.get(..length).unwrap_or_default().chunks_exact(8) {
            sum.0 = sum.0.wrapping_add(word(pair, 0, big_endian)).wrapping_add(sum.1);
            sum.1 = sum.1.wrapping_add(word(pair, 4, big_endian)).wrapping_add(sum.0);
        }
        sum
    }
}

fn word(bytes: &[u8], at: usize, big_endian: bool) -> u32 {
    let four = bytes
        .get(at..)
        .and_then(<[u8]>::first_chunk::<4>)
        .copied()
        .unwrap_or_default();
    if big_endian {
        u32::from_be_bytes(four)
    } else {
        u32::from_le_bytes(four)
    }
}
