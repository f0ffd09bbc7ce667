//! What the lock's page shows of a store: initials and a name, as its owner chose them. Not secret.

use std::io;

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use super::Store;
use crate::disk::{self, Disk};

/// The name of the file in a store's folder.
pub(super) const FILE_NAME: &str = "card.cbor";
const LARGEST: u64 = 4_096;

/// The card. No `Debug`: it may hold a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    initials: String,
    name: String,
}

/// Why there is no card.
#[derive(Debug, Error)]
pub enum CardError {
    /// Initials are 1 to 4 characters, the name at most 80.
    #[error("initials or name of the wrong length")]
    Length,
    /// The disk refused.
    #[error("the card could not be written")]
    Io(#[from] io::Error),
}

impl Card {
    /// Initials (1 to 4 characters) and a name (at most 80, may be empty).
    pub fn new(initials: &str, name: &str) -> Result<Self, CardError> {
        let (initials, name) = (initials.trim(), name.trim());
        if (1..=4).contains(&initials.chars().count()) && name.chars().count() <= 80 {
            Ok(Self {
                initials: initials.to_owned(),
                name: name.to_owned(),
            })
        } else {
            Err(CardError::Length)
        }
    }

    /// The initials.
    pub fn initials(&self) -> &str {
        &self.initials
    }

    /// The name; may be empty.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Writes the card of a store, over an older one.
pub fn write_card(store: &Store, card: &Card, disk: &dyn Disk) -> Result<(), CardError> {
    Ok(disk::replace(disk, &store.card(), &encode(card))?)
}

/// The card of a store; none when it is missing or damaged, for a card is never a reason not to open.
pub(super) fn read(store: &Store) -> Option<Card> {
    let bytes = disk::read_small(&store.card(), LARGEST).ok()?;
    let mut decoder = Decoder::new(&bytes);
    decoder.array().ok().filter(|length| *length == Some(3))?;
    decoder.u8().ok().filter(|version| *version == 1)?;
    Card::new(decoder.str().ok()?, decoder.str().ok()?).ok()
}

pub(super) fn encode(card: &Card) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes);
    // Writing into memory cannot fail.
    let _ = encoder
        .array(3)
        .and_then(|e| e.u8(1))
        .and_then(|e| e.str(&card.initials))
        .and_then(|e| e.str(&card.name).map(drop));
    bytes
}
