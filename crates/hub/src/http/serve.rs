//! Listening: with TLS, or plain on the loopback address behind a proxy of the same machine.

use super::{Limits, router};
use crate::verbs::Hub;
use anyhow::{Context as _, Result, bail};
use axum_server::{Handle, tls_rustls::RustlsConfig};
use hyper_util::rt::TokioTimer;
use rustls::ServerConfig;
use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};

/// How long a connection may take to say what it wants.
const HEADERS: Duration = Duration::from_secs(10);
/// How long work in flight may go on when the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// A server that runs until it is stopped.
pub struct Serving {
    /// Where it listens.
    pub address: SocketAddr,
    handle: Handle<SocketAddr>,
    running: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Serving {
    /// Stops it: what is in flight is finished.
    pub fn stop(&self) {
        self.handle.graceful_shutdown(Some(GRACE));
    }

    /// Waits until it has stopped.
    ///
    /// # Errors
    /// It ended by itself, with an error.
    pub async fn ended(self) -> Result<()> {
        Ok(self.running.await??)
    }
}

/// Listens at `address`; without `tls` only for this machine itself.
///
/// # Errors
/// The address is taken, or reachable from outside without TLS.
pub fn serve(
    hub: Hub,
    limits: Limits,
    address: SocketAddr,
    tls: Option<Arc<ServerConfig>>,
) -> Result<Serving> {
    if tls.is_none() && !address.ip().is_loopback() {
        bail!("without TLS the server listens on the loopback address only");
    }
    let listener = TcpListener::bind(address).with_context(|| format!("{address} cannot be listened at"))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let app = router(hub, limits).into_make_service_with_connect_info::<SocketAddr>();
    let handle = Handle::new();
    let running = match tls {
        Some(config) => {
            let mut server = axum_server::from_tcp_rustls(listener, RustlsConfig::from_config(config))?
                .handle(handle.clone());
            server
                .http_builder()
                .http1()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADERS);
            server
                .http_builder()
                .http2()
                .timer(TokioTimer::new())
                .max_concurrent_streams(64);
            tokio::spawn(server.serve(app))
        }
        None => {
            let mut server = axum_server::from_tcp(listener)?.handle(handle.clone());
            server
                .http_builder()
                .http1()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADERS);
            tokio::spawn(server.serve(app))
        }
    };
    Ok(Serving {
        address,
        handle,
        running,
    })
}
