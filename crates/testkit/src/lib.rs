//! What tests and generated archives share: a clock that stands, seeded randomness, an office to work in.

mod office;
mod world;

pub use office::Office;
pub use world::{FakeClock, SeededRandom, world};
