//! How much is taken at once: work in flight, requests of an address and of a device, failed enrolments.

use cartella_sync::{
    ids::DeviceId,
    messages::{MAX_MESSAGE, Problem},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::{
    collections::HashMap,
    net::IpAddr,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The limits of one process.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Longest body, bytes.
    pub body: usize,
    /// How long a body may take to arrive.
    pub arrive: Duration,
    /// How long its work may take.
    pub work: Duration,
    /// Requests worked on at once.
    pub in_flight: usize,
    /// Requests of one device at once, and how many more each second. A first sync is several hundred in a row.
    pub device: (NonZeroU32, NonZeroU32),
    /// The same for one address, behind which a whole office may be.
    pub address: (NonZeroU32, NonZeroU32),
    /// Wrong codes of one address an hour.
    pub wrong_codes: u32,
}

const fn non_zero(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: MAX_MESSAGE,
            arrive: Duration::from_secs(60),
            work: Duration::from_secs(60),
            in_flight: 64,
            device: (non_zero(1_200), non_zero(20)),
            address: (non_zero(20_000), non_zero(1_000)),
            wrong_codes: 5,
        }
    }
}

/// After how many milliseconds who came too often should come again.
const AGAIN_MS: u64 = 2_000;
/// For how long wrong codes are counted.
const HOUR: Duration = Duration::from_secs(3_600);
/// Addresses remembered for wrong codes; beyond, the oldest are forgotten.
const ADDRESSES: usize = 10_000;

/// Counts.
pub struct Gate {
    work: Arc<Semaphore>,
    devices: DefaultKeyedRateLimiter<DeviceId>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    wrong_codes: Mutex<HashMap<IpAddr, (u32, Instant)>>,
    most_wrong: u32,
}

impl Gate {
    /// Counts under these limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let quota = |(burst, second): (NonZeroU32, NonZeroU32)| Quota::per_second(second).allow_burst(burst);
        Self {
            work: Arc::new(Semaphore::new(limits.in_flight)),
            devices: RateLimiter::keyed(quota(limits.device)),
            addresses: RateLimiter::keyed(quota(limits.address)),
            wrong_codes: Mutex::default(),
            most_wrong: limits.wrong_codes,
        }
    }

    /// Lets a request in; it counts as work until the permit is dropped.
    ///
    /// # Errors
    /// [`Problem::Busy`].
    pub fn enter(&self, from: IpAddr) -> Result<OwnedSemaphorePermit, Problem> {
        self.addresses
            .check_key(&from)
            .map_err(|_| Problem::Busy(AGAIN_MS))?;
        Arc::clone(&self.work)
            .try_acquire_owned()
            .map_err(|_| Problem::Busy(AGAIN_MS))
    }

    /// Counts a request that this device signed.
    ///
    /// # Errors
    /// [`Problem::Busy`].
    pub fn count(&self, device: &DeviceId) -> Result<(), Problem> {
        self.devices
            .check_key(device)
            .map_err(|_| Problem::Busy(AGAIN_MS))
    }

    /// Whether this address has not guessed too often.
    ///
    /// # Errors
    /// [`Problem::Busy`].
    pub fn may_enrol(&self, from: IpAddr) -> Result<(), Problem> {
        let wrong = self.wrong_codes.lock().unwrap_or_else(PoisonError::into_inner);
        match wrong.get(&from) {
            Some((count, since)) if *count >= self.most_wrong && since.elapsed() < HOUR => {
                let left = HOUR.saturating_sub(since.elapsed());
                Err(Problem::Busy(u64::try_from(left.as_millis()).unwrap_or(u64::MAX)))
            }
            _ => Ok(()),
        }
    }

    /// A code was wrong.
    pub fn enrol_failed(&self, from: IpAddr) {
        let mut wrong = self.wrong_codes.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.len() >= ADDRESSES {
            wrong.retain(|_, (_, since)| since.elapsed() < HOUR);
        }
        let entry = wrong.entry(from).or_insert_with(|| (0, Instant::now()));
        if entry.1.elapsed() >= HOUR {
            *entry = (0, Instant::now());
        }
        entry.0 += 1;
    }
}
