//! `cargo xtask sim --seeds N [--from SEED]`: the seeded simulation of copies that must agree, longer than in the tests,
//! or one schedule again that failed.

use anyhow::{Context as _, Result, bail};
use xtask::run;

const USE: &str =
    "`cargo xtask sim --seeds 100000`, or one schedule again: `cargo xtask sim --seeds 1 --from 4711`";

/// Runs the simulation: the profile of the tests, where what it spends its time in is optimised, so that nothing is built twice.
///
/// # Errors
/// When an argument is wrong, or a schedule ends with copies that differ; then its seed is said.
pub fn sim(arguments: &[String]) -> Result<()> {
    let (seeds, from) = read(arguments)?;
    let line = [
        "test",
        "--package",
        "cartella-sim",
        "--",
        "--nocapture",
        "--exact",
        "tests::copies_agree_after_any_schedule",
    ];
    let (seeds, from) = (seeds.to_string(), from.to_string());
    run::run_with(
        "",
        "cargo",
        &line,
        &[("CARTELLA_SIM_SEEDS", &seeds), ("CARTELLA_SIM_FROM", &from)],
    )
}

/// How many schedules, and from which seed (0 when not said).
fn read(arguments: &[String]) -> Result<(u64, u64)> {
    let (mut seeds, mut from) = (None, None);
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let place = match name.as_str() {
            "--seeds" => &mut seeds,
            "--from" => &mut from,
            other => bail!("`{other}` is not known here: {USE}"),
        };
        let value = rest
            .next()
            .with_context(|| format!("{name} lacks its number: {USE}"))?;
        let number = value
            .parse::<u64>()
            .with_context(|| format!("{name} wants a whole number from 0, not `{value}`"))?;
        if place.replace(number).is_some() {
            bail!("{name} stands twice");
        }
    }
    let (seeds, from) = (
        seeds.with_context(|| format!("how many schedules? {USE}"))?,
        from.unwrap_or(0),
    );
    if seeds == 0 {
        bail!("--seeds 0 would try nothing");
    }
    from.checked_add(seeds)
        .context("--from and --seeds together go beyond the last seed")?;
    Ok((seeds, from))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn said(line: &str) -> Result<(u64, u64), String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&arguments).map_err(|error| error.to_string())
    }

    #[test]
    fn how_many_and_from_where_in_any_order() {
        assert_eq!(said("--seeds 5"), Ok((5, 0)));
        assert_eq!(said("--from 7 --seeds 1"), Ok((1, 7)));
    }

    #[test]
    fn every_wrong_line_says_what_is_wrong() {
        for (line, words) in [
            ("", "how many schedules?"),
            ("--from 7", "how many schedules?"),
            ("--seeds", "--seeds lacks its number"),
            ("--seeds many", "not `many`"),
            ("--seeds -1", "not `-1`"),
            ("--seeds 0", "nothing"),
            ("--seeds 1 --seeds 2", "stands twice"),
            ("1000", "`1000` is not known"),
            ("--seeds 2 --from 18446744073709551615", "beyond the last"),
        ] {
            let error = said(line).unwrap_err();
            assert!(error.contains(words), "{line}: {error}");
        }
    }
}
