//! From a passphrase to a key: Argon2id, its bounds, and how much of it this laptop can afford in a second.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

use super::master::{Secret32, empty_secret};

/// The cost of deriving a key. It stands in the slot, in clear and authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl KdfParams {
    /// The least that is ever accepted: RFC 9106's second recommended option.
    pub const FLOOR: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 4,
    };
    /// The most memory that is ever accepted: above it a slots' file would be a bomb, not a lock.
    pub const MEMORY_CAP_KIB: u32 = 512 * 1024;
    /// The most passes that are ever accepted.
    pub const PASSES_CAP: u32 = 10;
    /// The most lanes that are ever accepted.
    pub const LANES_CAP: u32 = 16;

    /// Refuses what is under the floor or over the caps, before any work is done.
    pub fn check(self) -> Result<Self, KdfError> {
        let memory = (Self::FLOOR.memory_kib..=Self::MEMORY_CAP_KIB).contains(&self.memory_kib);
        let passes = (Self::FLOOR.passes..=Self::PASSES_CAP).contains(&self.passes);
        let lanes = (1..=Self::LANES_CAP).contains(&self.lanes);
        if memory && passes && lanes {
            Ok(self)
        } else {
            Err(KdfError::OutOfBounds)
        }
    }
}

/// Why no key was derived.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum KdfError {
    /// The parameters are weaker than the floor or heavier than the caps.
    #[error("key derivation parameters out of bounds")]
    OutOfBounds,
    /// The computer has not the memory that the parameters ask for at this moment.
    #[error("not enough memory to derive the key")]
    OutOfMemory,
}

mod sealed {
    pub trait Sealed {}
}

/// Derives a key from a passphrase. Sealed: the product has [`Argon2id`] alone, tests a cheap one besides.
pub trait Kdf: sealed::Sealed {
    /// The key for this passphrase, salt and cost. Parameters out of bounds are refused before any work.
    fn derive(&self, passphrase: &[u8], salt: &[u8; 16], params: KdfParams) -> Result<SlotKey, KdfError>;
}

/// The key that opens one slot.
pub struct SlotKey(pub(crate) Secret32);

/// Argon2id, version 0x13.
#[derive(Debug, Clone, Copy, Default)]
pub struct Argon2id;

impl sealed::Sealed for Argon2id {}

impl Kdf for Argon2id {
    fn derive(&self, passphrase: &[u8], salt: &[u8; 16], params: KdfParams) -> Result<SlotKey, KdfError> {
        let KdfParams {
            memory_kib,
            passes,
            lanes,
        } = params.check()?;
        let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(|_| KdfError::OutOfBounds)?;
        let mut memory = wiped_memory(params.block_count())?;
        let mut key = empty_secret();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(passphrase, salt, key.as_mut_slice(), memory.as_mut_slice())
            .map_err(|_| KdfError::OutOfBounds)?;
        Ok(SlotKey(key))
    }
}

/// Half a gibibyte may not be there: then an error, never an abort. It is wiped when dropped, for the key can be
/// computed from its last blocks.
fn wiped_memory(blocks: usize) -> Result<Zeroizing<Blocks>, KdfError> {
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| KdfError::OutOfMemory)?;
    memory.resize(blocks, Block::default());
    Ok(Zeroizing::new(Blocks(memory)))
}

struct Blocks(Vec<Block>);

impl Blocks {
    fn as_mut_slice(&mut self) -> &mut [Block] {
        &mut self.0
    }
}

impl Zeroize for Blocks {
    fn zeroize(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}

/// Measures time that only goes forward. A port, so that calibration can be tested without measuring anything.
pub trait Stopwatch {
    /// Time since some fixed moment.
    fn elapsed(&self) -> Duration;
}

/// The computer's own monotonic clock.
#[derive(Debug, Clone, Copy)]
pub struct MonotonicStopwatch(Instant);

impl Default for MonotonicStopwatch {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Stopwatch for MonotonicStopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// What unlocking should take on this laptop.
const AIM: Duration = Duration::from_secs(1);

/// The dearest parameters with which unlocking takes about a second here: more memory first, as a graphics card feels
/// that most, then more passes. Never under the floor, however slow the laptop; never over the caps.
pub fn calibrate(kdf: &dyn Kdf, stopwatch: &dyn Stopwatch) -> Result<KdfParams, KdfError> {
    let mut best = KdfParams::FLOOR;
    let mut took = measure(kdf, stopwatch, best)?;
    // Cost is linear in memory times passes: the estimate is checked by measuring what it gave.
    for _ in 0..3 {
        let next = scaled(best, took);
        if next == best {
            break;
        }
        let next_took = match measure(kdf, stopwatch, next) {
            Err(KdfError::OutOfMemory) => break,
            other => other?,
        };
        (best, took) = (next, next_took);
        if took >= AIM.mul_f64(0.8) && took <= AIM.mul_f64(1.2) {
            break;
        }
    }
    Ok(best)
}

fn measure(kdf: &dyn Kdf, stopwatch: &dyn Stopwatch, params: KdfParams) -> Result<Duration, KdfError> {
    let start = stopwatch.elapsed();
    kdf.derive(b"how long does it take", &[0; 16], params)?;
    Ok(stopwatch.elapsed().saturating_sub(start))
}

/// Parameters that should take the aim, if `params` took `took`; memory in steps of 16 MiB.
fn scaled(params: KdfParams, took: Duration) -> KdfParams {
    const STEP_KIB: u128 = 16 * 1024;
    let floor = KdfParams::FLOOR;
    let work = u128::from(params.memory_kib) * u128::from(params.passes) * AIM.as_micros();
    let affordable = work / took.as_micros().max(1);
    let memory = affordable / u128::from(floor.passes) / STEP_KIB * STEP_KIB;
    let memory = clamp(memory, floor.memory_kib, KdfParams::MEMORY_CAP_KIB);
    let passes = clamp(
        affordable / u128::from(memory),
        floor.passes,
        KdfParams::PASSES_CAP,
    );
    KdfParams {
        memory_kib: memory,
        passes,
        lanes: floor.lanes,
    }
}

fn clamp(value: u128, low: u32, high: u32) -> u32 {
    u32::try_from(value).unwrap_or(high).clamp(low, high)
}

/// A derivation that costs nothing, for tests that derive thousands of keys. It keeps the bounds.
#[cfg(any(test, feature = "testing"))]
#[derive(Debug, Clone, Copy, Default)]
pub struct CheapKdf;

#[cfg(any(test, feature = "testing"))]
impl sealed::Sealed for CheapKdf {}

#[cfg(any(test, feature = "testing"))]
impl Kdf for CheapKdf {
    fn derive(&self, passphrase: &[u8], salt: &[u8; 16], params: KdfParams) -> Result<SlotKey, KdfError> {
        let KdfParams {
            memory_kib,
            passes,
            lanes,
        } = params.check()?;
        let mut input = Vec::from(salt);
        for cost in [memory_kib, passes, lanes] {
            input.extend(cost.to_be_bytes());
        }
        let mut key = empty_secret();
        let expanded =
            hkdf::Hkdf::<sha2::Sha256>::new(Some(&input), passphrase).expand(b"cheap", key.as_mut_slice());
        debug_assert!(expanded.is_ok());
        Ok(SlotKey(key))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A laptop that takes `nanos` for each KiB of each pass.
    struct Laptop {
        nanos: u64,
        memory_kib: u32,
        clock: Cell<Duration>,
        derived: Cell<u32>,
    }

    impl Laptop {
        fn new(nanos: u64) -> Self {
            let clock = Cell::new(Duration::from_secs(90));
            Self {
                nanos,
                memory_kib: u32::MAX,
                clock,
                derived: Cell::new(0),
            }
        }
    }

    impl sealed::Sealed for Laptop {}

    impl Kdf for Laptop {
        fn derive(&self, passphrase: &[u8], salt: &[u8; 16], params: KdfParams) -> Result<SlotKey, KdfError> {
            if params.memory_kib > self.memory_kib {
                return Err(KdfError::OutOfMemory);
            }
            let work = u64::from(params.memory_kib) * u64::from(params.passes);
            self.clock
                .set(self.clock.get() + Duration::from_nanos(self.nanos * work));
            self.derived.set(self.derived.get() + 1);
            CheapKdf.derive(passphrase, salt, params)
        }
    }

    impl Stopwatch for Laptop {
        fn elapsed(&self) -> Duration {
            self.clock.get()
        }
    }

    fn cost(laptop: &Laptop, params: KdfParams) -> Duration {
        measure(laptop, laptop, params).unwrap()
    }

    #[test]
    fn a_usual_laptop_gets_about_a_second() {
        let laptop = Laptop::new(1_000);
        let params = calibrate(&laptop, &laptop).unwrap();
        assert_eq!(params.passes, 3);
        let took = cost(&laptop, params);
        assert!(
            took > Duration::from_millis(900) && took <= Duration::from_secs(1),
            "{params:?} {took:?}"
        );
    }

    #[test]
    fn a_fast_laptop_gets_the_memory_cap_and_more_passes() {
        let laptop = Laptop::new(300);
        let params = calibrate(&laptop, &laptop).unwrap();
        assert_eq!(
            params,
            KdfParams {
                memory_kib: KdfParams::MEMORY_CAP_KIB,
                passes: 6,
                lanes: 4
            }
        );
    }

    #[test]
    fn no_laptop_is_so_fast_that_the_caps_are_passed() {
        let laptop = Laptop::new(0);
        let params = calibrate(&laptop, &laptop).unwrap();
        assert_eq!(params.check(), Ok(params));
        assert_eq!(
            (params.memory_kib, params.passes),
            (KdfParams::MEMORY_CAP_KIB, KdfParams::PASSES_CAP)
        );
    }

    #[test]
    fn a_slow_laptop_keeps_the_floor() {
        let laptop = Laptop::new(50_000);
        assert_eq!(calibrate(&laptop, &laptop).unwrap(), KdfParams::FLOOR);
        assert_eq!(laptop.derived.get(), 1, "a slow laptop is not made to work twice");
    }

    #[test]
    fn a_laptop_short_of_memory_keeps_what_it_could_do() {
        let laptop = Laptop {
            memory_kib: 128 * 1024,
            ..Laptop::new(1_000)
        };
        assert_eq!(calibrate(&laptop, &laptop).unwrap(), KdfParams::FLOOR);
    }

    #[test]
    fn out_of_bounds_is_refused_before_any_work() {
        let floor = KdfParams::FLOOR;
        let refused = [
            KdfParams {
                memory_kib: floor.memory_kib - 1,
                ..floor
            },
            KdfParams {
                memory_kib: KdfParams::MEMORY_CAP_KIB + 1,
                ..floor
            },
            KdfParams {
                memory_kib: u32::MAX,
                ..floor
            },
            KdfParams { passes: 2, ..floor },
            KdfParams { passes: 11, ..floor },
            KdfParams { lanes: 0, ..floor },
            KdfParams { lanes: 17, ..floor },
        ];
        for params in refused {
            assert_eq!(
                Argon2id.derive(b"x", &[0; 16], params).err(),
                Some(KdfError::OutOfBounds),
                "{params:?}"
            );
        }
    }

    /// From the reference implementation: `argon2.low_level.hash_secret_raw`, the floor's parameters.
    #[test]
    fn argon2id_gives_the_reference_implementations_key() {
        let key = Argon2id
            .derive(b"cavallo lume", b"sedici byte qui!", KdfParams::FLOOR)
            .unwrap();
        let hex: String = key.0.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(
            hex,
            "997ef841124cc0e85556a59e25574e4e6305951cb7323b4b14a4128c3165db81"
        );
    }
}
