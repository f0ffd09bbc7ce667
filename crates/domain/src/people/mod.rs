//! People as the office knows them.
pub mod letters;
