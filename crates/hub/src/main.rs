//! `cartella-hub`: the office's server and its desk.

use cartella_hub::cli::{Line, run};
use clap::Parser as _;
use std::{io::Write as _, process::ExitCode};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let line = Line::parse();
    let filter =
        EnvFilter::try_from_env("CARTELLA_HUB_LOG").unwrap_or_else(|_| EnvFilter::new("cartella_hub=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run(line)),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "cartella-hub: {error:#}");
            ExitCode::FAILURE
        }
    }
}
