//! Declares the two commands of the shell to the access list, embeds the screens, and hides SQLCipher's symbols.
//!
//! WebKitGTK links the system's SQLite; without `--exclude-libs` our executable would export `sqlite3_*` over it
//! and the web engine would run on our copy. `cargo xtask test` checks that nothing is exported.

use std::{env, fs, path::Path};

/// What stands in for the screens when they were not built, so that `cargo check` works on a fresh clone.
const NOT_BUILT: &str = "<!doctype html><html lang=\"it\"><meta charset=\"utf-8\"><title>Cartella</title>\
<p>Le schermate non sono state costruite: <code>npm run build</code> nella cartella <code>ui</code>.</p></html>\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let screens = Path::new("../ui/dist");
    if !screens.join("index.html").exists() {
        fs::create_dir_all(screens)?;
        fs::write(screens.join("index.html"), NOT_BUILT)?;
    }
    let commands = tauri_build::AppManifest::new().commands(&["lock_call", "main_call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
