//! The simulation at length: see `cargo xtask sim`.
use cartella_sim::{Fault, schedules};

fn main() {
    let number = |name: &str, default: u64| {
        let mut arguments = std::env::args().skip_while(|argument| argument != name);
        arguments
            .nth(1)
            .and_then(|text| text.parse().ok())
            .unwrap_or(default)
    };
    let (from, seeds) = (number("--from", 0), number("--seeds", 1000));
    match schedules(from, seeds, Fault::None) {
        Ok(tally) => println!("{seeds} schedules from {from}: {tally:?}"),
        Err((seed, found)) => println!("schedule {seed}: {found}"),
    }
}
