//! The server's folder: the address of the database, the office's key, the certificate. Readable by its owner only.

use crate::http::tls;
use anyhow::{Context as _, Result, bail};
use cartella_sync::signer::DeviceKey;
use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// The folder.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder of an office that was founded, or is about to be.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where the certificate is.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.0.join("certificato.pem")
    }

    /// Where its key is.
    #[must_use]
    pub fn certificate_key(&self) -> PathBuf {
        self.0.join("certificato-chiave.pem")
    }

    /// The address of the database.
    ///
    /// # Errors
    /// `init` was not run here.
    pub fn database(&self) -> Result<String> {
        let file = self.0.join("database");
        let text = fs::read_to_string(&file).with_context(|| {
            format!(
                "{} non si legge: è stato eseguito cartella-hub init?",
                file.display()
            )
        })?;
        Ok(text.trim().to_owned())
    }

    /// The key of the office's device.
    ///
    /// # Errors
    /// `init` was not run here.
    pub fn key(&self) -> Result<DeviceKey> {
        let file = self.0.join("chiave");
        let seed =
            Zeroizing::new(fs::read(&file).with_context(|| format!("{} non si legge", file.display()))?);
        let seed: Zeroizing<[u8; 32]> =
            Zeroizing::new(seed.as_slice().try_into().context("la chiave non ha 32 byte")?);
        Ok(DeviceKey::from_seed(&seed))
    }

    /// Makes the folder with its files; nothing that is there is written over.
    ///
    /// # Errors
    /// There is an office in it; the disk refuses.
    pub fn make(&self, database: &str, seed: &[u8; 32], hosts: Vec<String>) -> Result<String> {
        fs::create_dir_all(&self.0)?;
        only_owner(&self.0, 0o700)?;
        if self.0.join("chiave").exists() {
            bail!("{} contiene già un ufficio", self.0.display());
        }
        let own = tls::make(hosts)?;
        write(&self.0.join("database"), database.as_bytes())?;
        write(&self.certificate(), own.certificate.as_bytes())?;
        write(&self.certificate_key(), own.key.as_bytes())?;
        // Last: with it the folder counts as made.
        write(&self.0.join("chiave"), seed)?;
        Ok(own.fingerprint)
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut open = options
        .open(file)
        .with_context(|| format!("{} non si scrive", file.display()))?;
    open.write_all(bytes)?;
    open.sync_all()?;
    Ok(())
}

fn only_owner(path: &Path, mode: u32) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    }
    let _ = (path, mode);
    Ok(())
}
