//! The figures as they are printed, and the file of rows `{name, value, unit, plain, ratio}`.
#![expect(clippy::print_stdout, reason = "a measuring program says what it found")]

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::{fs, io::ErrorKind, path::PathBuf};

/// One figure of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// Ours.
    pub value: f64,
    /// Milliseconds, MiB, rows a second, a share.
    pub unit: &'static str,
    /// What it is measured against: the same without a key, a bare append or insert, PouchDB.
    pub plain: Option<f64>,
}

impl Figure {
    /// A figure of ours and what it is measured against.
    #[must_use]
    pub fn against(name: impl Into<String>, value: f64, unit: &'static str, plain: f64) -> Self {
        Self {
            plain: Some(plain),
            ..Self::alone(name, value, unit)
        }
    }

    /// A figure that is measured against nothing.
    #[must_use]
    pub fn alone(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            plain: None,
        }
    }

    /// Ours over plain.
    #[must_use]
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
    #[must_use]
    pub const fn new(file: Option<PathBuf>) -> Self {
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

    /// Writes the file. Rows of other names that are there stay: several benchmarks share one file.
    ///
    /// # Errors
    /// What is there is no report and would be lost; the disk does not take it.
    pub fn write(self) -> Result<()> {
        let Some(file) = self.file else { return Ok(()) };
        let mut rows: Vec<Value> = match fs::read_to_string(&file) {
            Ok(text) => serde_json::from_str(&text).context("the file holds something else")?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        rows.retain(|row| !self.rows.iter().any(|new| new.get("name") == row.get("name")));
        rows.extend(self.rows);
        fs::write(file, serde_json::to_string_pretty(&rows)?)?;
        Ok(())
    }
}

/// The value below which a share of the values lies; sorts them.
pub fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values
        .get(((last as f64) * share).round() as usize)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Figure, Report, percentile};
    use serde_json::{Value, json};

    fn written(file: &std::path::Path, value: f64, name: &str) -> anyhow::Result<Value> {
        let mut report = Report::new(Some(file.to_owned()));
        report.show("sync", &Figure::against(name, value, "ms", 2.0));
        report.write()?;
        Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
    }

    #[test]
    fn a_row_takes_the_place_of_the_one_of_its_name_and_the_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("figures.json");
        written(&file, 1.0, "push").unwrap();
        written(&file, 5.0, "pull").unwrap();
        let rows = written(&file, 3.0, "push").unwrap();
        let row = |name: &str, value: f64| json!({ "name": name, "value": value, "unit": "ms", "plain": 2.0, "ratio": value / 2.0 });
        assert_eq!(rows, json!([row("sync: pull", 5.0), row("sync: push", 3.0)]));
    }

    #[test]
    fn a_file_that_is_no_report_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("figures.json");
        std::fs::write(&file, "not a report").unwrap();
        assert!(written(&file, 1.0, "push").is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "not a report");
    }

    #[test]
    fn without_something_to_measure_against_there_is_no_ratio() {
        assert_eq!(Figure::alone("a", 3.0, "ms").ratio(), None);
        assert_eq!(Figure::against("a", 3.0, "ms", 0.0).ratio(), None);
        assert_eq!(Figure::against("a", 3.0, "ms", 2.0).ratio(), Some(1.5));
    }

    #[test]
    fn the_percentile_is_a_value_that_was_taken() {
        let mut values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&mut values, 0.5), 51.0);
        assert_eq!(percentile(&mut values, 0.99), 99.0);
        assert_eq!(percentile(&mut values, 1.0), 100.0);
        assert_eq!(percentile(&mut [], 0.5), 0.0);
    }
}
