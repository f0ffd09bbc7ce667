//! The figures as they are printed, and the file of rows `{name, value, unit, plain, ratio}`.

use anyhow::Result;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

/// One figure of the report.
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// Ours.
    pub value: f64,
    /// Milliseconds, MiB, a share.
    pub unit: &'static str,
    /// The same without a key; for the wall time of a write a bare append with its fsync.
    pub plain: Option<f64>,
}

impl Figure {
    /// Ours over plain.
    pub fn ratio(&self) -> Option<f64> {
        self.plain
            .filter(|plain| *plain > 0.0)
            .map(|plain| self.value / plain)
    }

    fn print(&self) {
        let or_dash = |value: Option<f64>, digits: usize| {
            value.map_or("-".to_owned(), |value| format!("{value:.digits$}"))
        };
        println!(
            "  {:<58} {:>10.3} {:<7} plain {:>10} ratio {}",
            self.name,
            self.value,
            self.unit,
            or_dash(self.plain, 3),
            or_dash(self.ratio(), 2)
        );
    }
}

/// The rows so far, and where they go.
pub struct Report {
    /// The file, if one is wanted.
    pub file: Option<PathBuf>,
    rows: Vec<Value>,
}

impl Report {
    /// An empty report.
    pub fn new(file: Option<PathBuf>) -> Self {
        let rows = Vec::new();
        Self { file, rows }
    }

    /// Prints a figure and takes it in, under the name of what it is about.
    pub fn show(&mut self, about: &str, figure: &Figure) {
        figure.print();
        self.rows.push(json!({
            "name": format!("{about}: {}", figure.name),
            "value": figure.value,
            "unit": figure.unit,
            "plain": figure.plain,
            "ratio": figure.ratio(),
        }));
    }

    /// Writes the file. Rows of other names that are there stay: archive and window share one file.
    pub fn write(self) -> Result<()> {
        let Some(file) = self.file else { return Ok(()) };
        let mut rows: Vec<Value> = match fs::read_to_string(&file) {
            Ok(text) => serde_json::from_str(&text)?,
            Err(_) => Vec::new(),
        };
        rows.retain(|row| !self.rows.iter().any(|new| new["name"] == row["name"]));
        rows.extend(self.rows);
        fs::write(file, serde_json::to_string_pretty(&rows)?)?;
        Ok(())
    }
}
