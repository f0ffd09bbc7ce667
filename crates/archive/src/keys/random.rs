//! Where randomness comes from: a port, so that a test can repeat a day and the product has the system's own.

use thiserror::Error;

/// The system would not give random bytes: nothing may be made with less.
#[derive(Debug, Error)]
#[error("the system gave no random bytes")]
pub struct RandomError;

/// Fills buffers with bytes that nobody can foresee.
pub trait Random {
    /// Fills the whole buffer or fails.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|_| RandomError)
    }
}

/// A fresh array of random bytes.
pub(crate) fn array<const N: usize>(random: &dyn Random) -> Result<[u8; N], RandomError> {
    let mut bytes = [0_u8; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}
