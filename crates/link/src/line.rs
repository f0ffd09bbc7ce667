//! One line: requests go one after the other over a connection that is kept.

use crate::{
    address::Address,
    pinned::{PinnedConnector, provider},
};
use cartella_sync::{device::Trouble, messages::MAX_MESSAGE, packed, request::HEADER};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use ureq::{
    Agent, Body, Error,
    http::Response,
    tls::{RootCerts, TlsConfig},
    unversioned::{
        resolver::DefaultResolver,
        transport::{Connector as _, TcpConnector},
    },
};

/// How long a connection may take to come about.
pub(crate) const CONNECT: Duration = Duration::from_secs(15);
/// How long one exchange may take in all: 4 MiB over a line of 64 kilobytes a second, twice.
const EXCHANGE: Duration = Duration::from_secs(150);

/// A request that is ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Where it is posted: `/v1/hello`.
    pub path: &'static str,
    /// [`cartella_sync::request::Signed::text`].
    pub signature: String,
    /// [`cartella_sync::messages::Request::encode`].
    pub body: Vec<u8>,
}

/// Says that no further request shall go. An exchange that runs is not cut: its answer is thrown away, and the next
/// session is told the same again.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From now on.
    pub fn stop(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was said.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The line to one server.
pub struct Line {
    agent: Agent,
    base: String,
    stop: Stop,
    /// The office said that requests may come packed.
    packs: AtomicBool,
}

impl Line {
    /// A line to an address; nothing goes over it yet.
    ///
    /// # Errors
    /// `Line` if this machine cannot speak TLS.
    pub fn new(address: &Address, stop: Stop) -> Result<Self, Trouble> {
        let config = Agent::config_builder()
            .https_only(true)
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("cartella/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(EXCHANGE));
        let agent = match address.certificate {
            Some(sha256) => {
                let pinned = PinnedConnector::new(sha256).map_err(|_| Trouble::Line)?;
                let connector = TcpConnector::default().chain(pinned);
                Agent::with_parts(config.build(), connector, DefaultResolver::default())
            }
            None => {
                let tls = TlsConfig::builder()
                    .root_certs(RootCerts::WebPki)
                    .unversioned_rustls_crypto_provider(provider())
                    .build();
                config.tls_config(tls).build().into()
            }
        };
        Ok(Self {
            agent,
            base: format!("https://{}", address.host),
            stop,
            packs: AtomicBool::new(false),
        })
    }

    /// Posts a request and waits for the bytes of its answer.
    ///
    /// # Errors
    /// `Timeout` when none came in time, `Line` when the server was not reached, the connection broke or it was said to
    /// stop, `Nonsense` when what came is no answer of an office.
    pub fn post(&self, request: &Outgoing) -> Result<Vec<u8>, Trouble> {
        if self.stop.is_stopped() {
            return Err(Trouble::Line);
        }
        let url = format!("{}{}", self.base, request.path);
        let mut post = self
            .agent
            .post(&url)
            .header(HEADER, &request.signature)
            .header("accept-encoding", packed::CODING)
            .content_type("application/cbor");
        let small = self
            .packs
            .load(Ordering::Relaxed)
            .then(|| packed::pack(&request.body))
            .flatten();
        if small.is_some() {
            post = post.header("content-encoding", packed::CODING);
        }
        let posted = post.send(small.as_deref().unwrap_or(&request.body));
        posted
            .map_err(|error| trouble(&error))
            .and_then(|answer| self.read(answer))
            .inspect_err(|trouble| tracing::debug!(path = request.path, %trouble, "no answer"))
    }

    /// The message of an answer; notes whether the next request may be packed.
    fn read(&self, mut answer: Response<Body>) -> Result<Vec<u8>, Trouble> {
        let says = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok());
        if says("accept-encoding").is_some_and(packed::named) {
            self.packs.store(true, Ordering::Relaxed);
        }
        let coding = says("content-encoding").map(str::to_owned);
        let came = answer
            .body_mut()
            .with_config()
            .limit(MAX_MESSAGE as u64 + 1)
            .read_to_vec()
            .map_err(|error| trouble(&error))?;
        match coding.as_deref() {
            None => Ok(came),
            Some(packed::CODING) => packed::unpack(&came, MAX_MESSAGE).map_err(|_| Trouble::Nonsense),
            Some(_) => Err(Trouble::Nonsense),
        }
    }
}

pub(crate) fn trouble(error: &Error) -> Trouble {
    match error {
        Error::Timeout(_) => Trouble::Timeout,
        Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => Trouble::Timeout,
        Error::Protocol(_) | Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => Trouble::Nonsense,
        _ => Trouble::Line,
    }
}
