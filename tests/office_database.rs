//! A database for an office that the browser tests found: prints its address and keeps it until its standard input closes.
#![expect(clippy::print_stdout, reason = "its address is what it says")]

fn main() -> anyhow::Result<()> {
    let database = xtask::postgres::shared()?.database()?;
    println!("{}", database.url());
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
    Ok(())
}
