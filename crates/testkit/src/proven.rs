//! A session that is proven at its end, whatever was done in it: the rows made again from the log are equal, byte
//! for byte, and every event of the audit fits the one before it. So each story proves both without saying so.

use cartella_app::Session;
use cartella_archive::audit::{self, Verdict};
use std::ops::{Deref, DerefMut};

/// A session of a test. When it goes, its archive must be whole.
pub struct Proven(Session);

impl Proven {
    /// Proves this session at its end.
    #[must_use]
    pub const fn new(session: Session) -> Self {
        Self(session)
    }

    /// What is wrong with the archive; nothing when it is whole.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn faults(&self) -> cartella_archive::Result<Vec<String>> {
        let differing = self.0.archive().compare_with_log()?.into_iter();
        let mut faults: Vec<String> = differing
            .map(|difference| format!("table {} does not follow from the log", difference.table))
            .collect();
        if let Verdict::BrokenAt(event) = audit::verify(self.0.archive().db())? {
            faults.push(format!("event {event} of the audit does not fit"));
        }
        Ok(faults)
    }
}

impl Deref for Proven {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.0
    }
}

impl DerefMut for Proven {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.0
    }
}

impl Drop for Proven {
    /// # Panics
    /// When the archive is not whole; not during another panic, whose message says more.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let faults = match self.faults() {
            Ok(faults) => faults,
            Err(error) => vec![format!("the archive does not answer: {error}")],
        };
        assert!(
            faults.is_empty(),
            "at the end of the session: {}",
            faults.join("; ")
        );
    }
}
