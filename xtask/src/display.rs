//! A screen without a monitor: Xvfb, a private home for what runs on it, and pictures of it (Linux).

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::{run, wait};

/// A painted window has more colours than this; an empty screen has one.
const PAINTED: u32 = 12;

/// A virtual screen; it ends with this value.
pub struct Display {
    server: Child,
    name: String,
    home: TempDir,
}

impl Display {
    /// Starts a screen of this size (pixels) on a free display number, with a home folder of its own.
    ///
    /// # Errors
    /// When Xvfb is missing or does not start.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        let mut server = Command::new("Xvfb")
            // Without `-noreset` the server starts over when its last client goes, as the program does between two
            // locks, and who connects in that moment is turned away.
            .args(["-noreset", "-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started: is it installed? (`cargo xtask setup`)")?;
        let out = server.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number)?;
        if number.trim().is_empty() {
            let _ = server.kill();
            let _ = server.wait();
            bail!("Xvfb ended before it had a screen");
        }
        let home = TempDir::new()?;
        let runtime = home.path().join("run");
        std::fs::create_dir(&runtime)?;
        only_mine(&runtime)?;
        Ok(Self {
            server,
            name: format!(":{}", number.trim()),
            home,
        })
    }

    /// The private home folder of what runs on this screen.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Makes a command draw here and keep its files in the private home.
    pub fn dress<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let home = self.home.path();
        for name in [
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "WAYLAND_DISPLAY",
        ] {
            command.env_remove(name);
        }
        command
            .env("DISPLAY", &self.name)
            .env("HOME", home)
            .env("TMPDIR", home)
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
    }

    /// Waits until something is painted on the screen.
    ///
    /// # Errors
    /// When nothing is within the limit, or the picture tools are missing.
    pub fn painted(&self, limit: Duration) -> Result<()> {
        wait::until("the window to be painted", limit, || {
            let colours = run::read(
                "",
                "import",
                &[
                    "-display", &self.name, "-window", "root", "-format", "%k", "info:",
                ],
            )?;
            Ok(colours
                .trim()
                .parse::<u32>()
                .is_ok_and(|count| count > PAINTED)
                .then_some(()))
        })
    }

    /// Writes a picture of the whole screen as PNG.
    ///
    /// # Errors
    /// When the folder cannot be made or the picture tool is missing.
    pub fn picture(&self, file: &Path) -> Result<()> {
        self.import(&[], file)
    }

    /// Writes a picture of the screen's upper left corner, so many pixels wide and high, as PNG.
    ///
    /// # Errors
    /// When the folder cannot be made or the picture tool is missing.
    pub fn picture_of(&self, (width, height): (u32, u32), file: &Path) -> Result<()> {
        self.import(&["-crop", &format!("{width}x{height}+0+0")], file)
    }

    fn import(&self, part: &[&str], file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = file.to_string_lossy();
        let mut line = vec!["-display", &self.name, "-window", "root"];
        line.extend(part);
        // Without the time of day in it, so that equal pictures are equal files.
        line.extend(["-define", "png:exclude-chunks=date,time", &file]);
        run::read("", "import", &line)?;
        Ok(())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// GTK and D-Bus refuse a runtime folder that others may enter.
fn only_mine(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    let _ = folder;
    Ok(())
}
