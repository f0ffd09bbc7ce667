//! A believable azienda: comuni of the legnanese, operators, families, cases and their diaries.

pub mod texts;
