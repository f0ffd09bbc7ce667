//! A look at a server before it is trusted: which certificate it shows. Nothing is sent to it.

use crate::{
    address::Address,
    line::{CONNECT, trouble},
    pinned::{PinnedConnector, provider},
};
use cartella_sync::device::Trouble;
use rustls::{
    CertificateError, DigitallySignedStruct, Error as TlsError, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, Mutex, PoisonError};
use ureq::{
    Agent,
    config::Config,
    tls::{RootCerts, TlsConfig},
    unversioned::{
        resolver::DefaultResolver,
        transport::{Connector as _, TcpConnector},
    },
};

/// Looks which certificate answers at an address that names none: a public authority's, or one of the office's own,
/// whose SHA-256 comes back for a person to compare.
///
/// # Errors
/// `Line` or `Timeout` where nothing answers.
pub fn look(address: &Address) -> Result<Address, Trouble> {
    let url = format!("https://{}/", address.host);
    let public = TlsConfig::builder()
        .root_certs(RootCerts::WebPki)
        .unversioned_rustls_crypto_provider(provider())
        .build();
    let public: Agent = config().tls_config(public).build().into();
    if public.get(&url).call().is_ok() {
        return Ok(address.clone());
    }
    let seen = Arc::new(Seen::default());
    let connector = PinnedConnector::with(seen.clone()).map_err(|_| Trouble::Line)?;
    let connector = TcpConnector::default().chain(connector);
    let own = Agent::with_parts(config().build(), connector, DefaultResolver::default());
    let answer = own.get(&url).call();
    match (seen.take(), answer) {
        (Some(sha256), _) => Ok(Address {
            host: address.host.clone(),
            certificate: Some(sha256),
        }),
        (None, Err(error)) => Err(trouble(&error)),
        (None, Ok(_)) => Err(Trouble::Nonsense),
    }
}

fn config() -> ureq::config::ConfigBuilder<ureq::typestate::AgentScope> {
    Config::builder()
        .https_only(true)
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_connect(Some(CONNECT))
        .timeout_global(Some(CONNECT))
}

/// Keeps what it is shown and accepts nothing, so that nothing is ever sent.
#[derive(Debug, Default)]
struct Seen(Mutex<Option<[u8; 32]>>);

impl Seen {
    fn take(&self) -> Option<[u8; 32]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl ServerCertVerifier for Seen {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, TlsError> {
        let found: [u8; 32] = Sha256::digest(end_entity.as_ref()).into();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _certificate: &CertificateDer<'_>,
        _signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _certificate: &CertificateDer<'_>,
        _signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        provider().signature_verification_algorithms.supported_schemes()
    }
}
