//! Canonical JSON, as the record defines it.

pub use cartella_domain::canonical::json;
