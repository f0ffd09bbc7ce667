//! A database of one test.

use anyhow::Result;

use super::{
    Server,
    server::{Speaker, token},
};

/// Names of tests' databases begin so.
const PREFIX: &str = "test_";

/// A database that goes with this value.
pub struct Database {
    name: String,
    url: String,
    speaker: Speaker,
}

impl Database {
    pub(super) fn make(speaker: &Speaker) -> Result<Self> {
        let name = format!("{PREFIX}{}", token());
        speaker.sql("postgres", &format!("CREATE DATABASE {name}"))?;
        Ok(Self {
            url: speaker.url(&name),
            speaker: speaker.clone(),
            name,
        })
    }

    /// Its address, as clients take it: the role in it is a superuser.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs a statement in it as the superuser and gives what it answers, a row a line.
    ///
    /// # Errors
    /// The server does not answer, or refuses the statement.
    pub fn sql(&self, statement: &str) -> Result<String> {
        self.speaker.sql(&self.name, statement)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let _ = self.speaker.sql("postgres", &drop);
    }
}

/// Drops what tests left that were killed. Nobody uses the cluster while this runs.
pub(super) fn drop_remains(server: &Server) -> Result<()> {
    let names = server.sql(
        "postgres",
        &format!("SELECT datname FROM pg_database WHERE starts_with(datname, '{PREFIX}')"),
    )?;
    for name in names.lines().filter(|name| !name.is_empty()) {
        server.sql(
            "postgres",
            &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        )?;
    }
    Ok(())
}
