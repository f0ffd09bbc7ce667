//! Waiting for something outside this process that cannot tell us: asked again at short intervals, never for ever.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How often the question is asked.
const EVERY: Duration = Duration::from_millis(50);

/// Asks until the answer is there, at most for `limit`.
///
/// # Errors
/// The question's own error, or that `what` did not happen within the limit.
pub fn until<T>(what: &str, limit: Duration, ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    until_every(EVERY, what, limit, ask)
}

/// The same with an interval of its own, for what is measured.
///
/// # Errors
/// The question's own error, or that `what` did not happen within the limit.
pub fn until_every<T>(
    every: Duration,
    what: &str,
    limit: Duration,
    mut ask: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if start.elapsed() > limit {
            bail!("waited {} s in vain for {what}", limit.as_secs());
        }
        #[allow(
            clippy::disallowed_methods,
            reason = "another process's screen gives no event; the loop is bounded"
        )]
        std::thread::sleep(every);
    }
}

#[cfg(test)]
mod tests {
    use super::until;
    use std::time::Duration;

    #[test]
    fn the_answer_ends_the_wait_and_the_limit_ends_the_patience() {
        let mut asked = 0;
        let answer = until("three", Duration::from_secs(5), || {
            asked += 1;
            Ok((asked == 3).then_some(asked))
        });
        assert_eq!(answer.unwrap(), 3);
        let vain = until::<()>("nothing", Duration::ZERO, || Ok(None));
        assert!(vain.unwrap_err().to_string().contains("in vain for nothing"));
    }
}
