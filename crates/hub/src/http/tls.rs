//! The server's certificate: one of its own for a trial, a real one by configuration.

use anyhow::{Context as _, Result};
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use sha2::{Digest as _, Sha256};
use std::{path::Path, sync::Arc};

/// A certificate of its own and its key, as PEM.
pub struct OwnCertificate {
    /// The certificate.
    pub certificate: String,
    /// Its private key.
    pub key: String,
    /// SHA-256 of the certificate in DER, hexadecimal: what laptops are told to expect.
    pub fingerprint: String,
}

/// Makes a certificate for these names and addresses.
///
/// # Errors
/// A name that no certificate can hold.
pub fn make(names: Vec<String>) -> Result<OwnCertificate> {
    let made = rcgen::generate_simple_self_signed(names).context("the certificate cannot be made")?;
    Ok(OwnCertificate {
        fingerprint: fingerprint(made.cert.der()),
        certificate: made.cert.pem(),
        key: made.signing_key.serialize_pem(),
    })
}

/// SHA-256 of a certificate, hexadecimal.
#[must_use]
pub fn fingerprint(certificate: &[u8]) -> String {
    Sha256::digest(certificate)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The fingerprint of the certificate in a file.
///
/// # Errors
/// The file holds none.
pub fn fingerprint_of(file: &Path) -> Result<String> {
    let certificate = CertificateDer::from_pem_file(file)
        .with_context(|| format!("no certificate in {}", file.display()))?;
    Ok(fingerprint(&certificate))
}

/// What a server needs to speak TLS 1.3, and nothing older.
///
/// # Errors
/// Files that hold no certificate or key, or do not belong together.
pub fn config(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .with_context(|| format!("{} cannot be read", certificate.display()))?
        .collect::<std::result::Result<Vec<_>, _>>()
        .with_context(|| format!("no certificate in {}", certificate.display()))?;
    let key = PrivateKeyDer::from_pem_file(key).with_context(|| format!("no key in {}", key.display()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13])?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .context("certificate and key do not belong together")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
