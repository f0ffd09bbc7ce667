//! The key of an act's Italian text. The screens' type names every key, so that a missing text does not compile there.

use cartella_archive::audit::Act;
use serde::{Serialize, Serializer};
use std::path::PathBuf;
use ts_rs::{Config, TS};

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActKey(pub Act);

impl Serialize for ActKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.key())
    }
}

impl TS for ActKey {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        "AccessAct".to_owned()
    }

    fn inline(_: &Config) -> String {
        let keys: Vec<_> = Act::ALL.iter().map(|act| format!("\"{}\"", act.key())).collect();
        keys.join(" | ")
    }

    fn decl(config: &Config) -> String {
        format!("type {} = {};", Self::name(config), Self::inline(config))
    }

    fn output_path() -> Option<PathBuf> {
        Some(PathBuf::from("AccessAct.ts"))
    }
}
