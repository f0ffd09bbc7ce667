//! The archive and its office: joining one, synchronising with it, and what its operator is told of that.
//!
//! Nothing here touches a network. `ask_to_join` and `turn` say what to send and take what came; whoever holds the
//! line (`cartella-link` in the window, a memory in tests) carries it while the archive stays free for writing.
//! [`drive`] is that loop: it holds the host only for one step at a time.

mod ask;
mod beside;
mod clashes;
mod drive;
mod held;
mod join;
mod passed;
mod plain;
mod post;
mod refused;
mod requests;
mod settle_clash;
mod status;
mod subjects;
mod trouble;
mod turn;
mod waiting;

pub use ask::{AskMerge, Requested, ask_assignment, ask_merge};
pub use beside::{held_list, held_settle, passed_to};
pub use cartella_sync::device::Trouble;
pub use clashes::{AskClashes, ClashValue, ClashView, clashes};
pub use drive::{Carry, Driven, Progress, drive, join_over};
pub use held::{HeldView, SettleHeld, ask_held, ask_settle_held, held, settled_held};
pub use join::{JoinAnswer, JoinOffice, Joined, ask_to_join, joined};
pub use passed::{PassedTo, ask_passed, passed};
pub use post::{
    FindOffice, FoundOffice, JoinForm, OfficeNow, Post, Wire, find, join, now, stop, synchronise,
};
pub use refused::{AskRefused, RefusedPart, RefusedReason, RefusedView, refused};
pub use requests::{AskRequests, RequestView, requests};
pub use settle_clash::{ClashChoice, SettleClash, settle_clash};
pub use status::{OfficeStatus, OfficeView, SessionView, WaitingSubject, status};
pub use trouble::TroubleCode;
pub(crate) use turn::Running;
pub use turn::{SyncReport, Turn, turn};
pub use waiting::{AskWaiting, WaitingMarks, waiting};

/// Where the office's server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Host and port.
    pub host: String,
    /// SHA-256 of its certificate in hexadecimal; empty where a public authority vouches for it.
    pub certificate: String,
}

/// A signed request that is ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSend {
    /// To whom.
    pub server: Server,
    /// Where it is posted.
    pub path: &'static str,
    /// The header [`cartella_sync::request::HEADER`].
    pub signature: String,
    /// The body.
    pub body: Vec<u8>,
}

/// What came of it: the answer's bytes, or why there are none.
pub type Came = std::result::Result<Vec<u8>, cartella_sync::device::Trouble>;

impl crate::Session {
    /// Signs a request. `ahead_ms` is how far the office's clock is ahead of this one's.
    pub(crate) fn signed(
        &self,
        server: Server,
        request: &cartella_sync::messages::Request,
        ahead_ms: i64,
    ) -> ToSend {
        let body = request.encode();
        let at = self.now().plus_millis(ahead_ms);
        let signer = self.archive.identity().signer();
        let signed =
            cartella_sync::request::Signed::post(request.path(), &body, at, self.world.salt(), signer);
        ToSend {
            server,
            path: request.path(),
            signature: signed.text(),
            body,
        }
    }

    /// This moment for the archive.
    pub(crate) fn moment(&self) -> cartella_archive::agreement::Moment {
        cartella_archive::agreement::Moment {
            at: self.now(),
            monotonic: self.world.clock.monotonic(),
        }
    }
}
