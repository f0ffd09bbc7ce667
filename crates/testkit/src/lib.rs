//! What tests and generated archives share: a clock that stands, seeded randomness, an office to work in.

pub mod azienda;
mod office;
mod proven;
mod world;

pub use office::{Folder, Office, session_in};
pub use proven::Proven;
pub use world::{FakeClock, SeededRandom, world};
