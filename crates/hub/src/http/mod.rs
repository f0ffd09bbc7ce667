//! The door: who asks is checked, how much is limited, and what is answered is told in numbers and ids only.
//!
//! A request is let in (limits of the address, work in flight), its body read (length, time), its signature checked
//! (device, freshness, not seen before), its device's rate counted, and only then decoded and done. An unknown device
//! and a wrong signature are one answer. What is too much is refused at once with "come again after", never queued.

mod answer;
mod held;
mod limits;
mod passed;
mod seen;
mod serve;
mod signed;
pub mod tls;

pub use held::key_of;
pub use limits::Limits;
pub use serve::{Serving, serve};

use crate::verbs::Hub;
use axum::{
    Router,
    body::{Body, HttpBody as _},
    extract::{ConnectInfo, State},
    http::{HeaderMap, Uri, header},
    response::Response,
    routing::{get, post},
};
use cartella_sync::{
    messages::{Answer, Problem, Request},
    packed,
};
use std::{future::poll_fn, net::SocketAddr, pin::Pin, sync::Arc};

/// What the handlers share in one process; nothing in it that another process would miss.
pub struct Door {
    hub: Hub,
    limits: Limits,
    gate: limits::Gate,
    seen: seen::Seen,
}

/// The routes.
pub fn router(hub: Hub, limits: Limits) -> Router {
    let door = Arc::new(Door {
        gate: limits::Gate::new(limits),
        seen: seen::Seen::default(),
        hub,
        limits,
    });
    let mut router = Router::new()
        .route("/v1/held", post(held::list))
        .route("/v1/held/settle", post(held::settle))
        .route("/v1/passed", post(passed::passed))
        .route("/health", get(health));
    for path in [
        "hello", "push", "pull", "backfill", "left", "digests", "enrol", "brief",
    ] {
        router = router.route(&format!("/v1/{path}"), post(protocol));
    }
    router.with_state(door)
}

/// A message of the protocol.
async fn protocol(
    State(door): State<Arc<Door>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answered = door.protocol(from, uri.path(), &headers, body).await;
    let unpacks = says(&headers, header::ACCEPT_ENCODING, packed::named);
    answer::of(answered.unwrap_or_else(Answer::Problem), unpacks)
}

/// Whether a header is there and holds what is looked for.
fn says(headers: &HeaderMap, name: header::HeaderName, looked_for: impl Fn(&str) -> bool) -> bool {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .is_some_and(looked_for)
}

impl Door {
    async fn protocol(
        &self,
        from: SocketAddr,
        path: &str,
        headers: &HeaderMap,
        body: Body,
    ) -> Result<Answer, Problem> {
        let _working = match self.gate.enter(from.ip()) {
            Ok(working) => working,
            Err(busy) => {
                self.discard(body).await;
                return Err(busy);
            }
        };
        let signed = signed::header(headers)?;
        let body = self.body(headers, body).await?;
        let request = if path == "/v1/enrol" {
            self.gate.may_enrol(from.ip())?;
            let request = decode(&body, path)?;
            signed::by_new_device(&signed, path, &body, &request)?;
            request
        } else {
            self.check(&signed, path, &body).await?;
            decode(&body, path)?
        };
        signed::is_fresh(&signed, self.hub.world().now())?;
        self.seen.first_time(&signed, self.hub.world().now())?;
        let asked = tokio::time::timeout(self.limits.work, self.hub.answer(&signed.device, request)).await;
        let done = asked.map_err(|_| Problem::Busy(crate::AGAIN_MS))?;
        done.map_err(|error| {
            let problem = error.problem();
            if problem == Problem::CodeRefused {
                self.gate.enrol_failed(from.ip());
            }
            answer::log(&signed.device, path, &error);
            problem
        })
    }

    /// The signature of an enrolled device, and its rate.
    async fn check(
        &self,
        signed: &cartella_sync::request::Signed,
        path: &str,
        body: &[u8],
    ) -> Result<(), Problem> {
        let device = self.hub.device(&signed.device).await.map_err(|error| {
            answer::log(&signed.device, path, &error);
            error.problem()
        })?;
        let device = device.ok_or(Problem::Unauthorised)?;
        signed::by(signed, path, body, &crate::store::devices::keys(&device))?;
        self.gate.count(&signed.device)
    }

    /// The message, unpacked; neither what came nor what comes out of it is longer than allowed.
    async fn body(&self, headers: &HeaderMap, body: Body) -> Result<axum::body::Bytes, Problem> {
        let came = self.came(body).await?;
        if !headers.contains_key(header::CONTENT_ENCODING) {
            return Ok(came);
        }
        if !says(headers, header::CONTENT_ENCODING, |coding| {
            coding == packed::CODING
        }) {
            return Err(Problem::BadRequest);
        }
        let unpacked = packed::unpack(&came, self.limits.body).map_err(|_| Problem::BadRequest)?;
        Ok(unpacked.into())
    }

    /// Lets a message pass that nobody works on, without keeping it: a laptop that is still sending would find its
    /// connection broken, and never read that it shall come again.
    async fn discard(&self, mut body: Body) {
        let passing = async {
            let mut left = self.limits.body;
            while let Some(Ok(frame)) = poll_fn(|task| Pin::new(&mut body).poll_frame(task)).await {
                let long = frame.data_ref().map_or(0, axum::body::Bytes::len);
                let Some(rest) = left.checked_sub(long) else {
                    break;
                };
                left = rest;
            }
        };
        // Whoever is slower has given up, or means no good.
        let _ = tokio::time::timeout(self.limits.arrive, passing).await;
    }

    async fn came(&self, body: Body) -> Result<axum::body::Bytes, Problem> {
        let read = axum::body::to_bytes(body, self.limits.body);
        match tokio::time::timeout(self.limits.arrive, read).await {
            Ok(Ok(bytes)) => Ok(bytes),
            // Longer than allowed, or cut off: then nobody hears this.
            Ok(Err(_)) => Err(Problem::TooLarge),
            Err(_) => Err(Problem::BadRequest),
        }
    }
}

fn decode(body: &[u8], path: &str) -> Result<Request, Problem> {
    let request = Request::decode(body).map_err(|_| Problem::BadRequest)?;
    if request.path() == path {
        Ok(request)
    } else {
        Err(Problem::BadRequest)
    }
}

/// For who watches over the server: whether this process reaches its database.
async fn health(State(door): State<Arc<Door>>) -> Response {
    let lives = match door.hub.client().await {
        Ok(client) => client.simple_query("SELECT 1").await.is_ok(),
        Err(_) => false,
    };
    answer::plain(lives)
}
