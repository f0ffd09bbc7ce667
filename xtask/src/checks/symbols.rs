//! The product must export no `sqlite3_*` symbol: the web engine links the system's SQLite and would run on ours.

use anyhow::{Result, bail};

use crate::run;

/// Looks at the product that was built.
///
/// # Errors
/// When it is not built, `nm` is missing, or a symbol is exported.
pub fn check() -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let product = run::product();
    let table = run::read("", "nm", &["-D", "--defined-only", &product.to_string_lossy()])?;
    let exported = exported(&table);
    if exported > 0 {
        bail!("{} exports {exported} sqlite3_* symbols", product.display());
    }
    Ok(())
}

/// How many lines of nm's table are SQLite's.
fn exported(table: &str) -> usize {
    table
        .lines()
        .filter(|line| {
            line.split_whitespace()
                .last()
                .is_some_and(|name| name.starts_with("sqlite3_"))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::exported;

    #[test]
    fn sqlite_is_counted_and_nothing_else() {
        let table = "000000000123 T sqlite3_open_v2\n0000000004 B sqlite3_temp_directory\n00001 T main\n";
        assert_eq!(exported(table), 2);
    }
}
