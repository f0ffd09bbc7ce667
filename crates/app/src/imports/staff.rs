//! Colleagues named in a file: found among the staff by surname and name in either order, or by a surname that
//! only one of them has.

use crate::{Result, Session};
use cartella_archive::rows;
use cartella_domain::ids::OperatorId;
use cartella_domain::people::letters::fold;
use cartella_domain::staff::Operator;

/// Titles that stand before names and say nothing.
const TITLES: [&str; 12] = [
    "AS", "A S", "ASS SOC", "DOTT", "DOTT SSA", "DOTTSSA", "DR", "DR SSA", "DRSSA", "PSIC", "EDUC", "SIG RA",
];

/// The colleague of a name; none if nobody, or more than one, has it.
pub(super) fn named(session: &Session, text: Option<&str>) -> Result<Option<OperatorId>> {
    let Some(name) = text.map(bare).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let staff = rows::select::<Operator>(session.archive.db(), "NOT deleted", &[])?;
    let mut whole = Vec::new();
    let mut by_surname = Vec::new();
    for row in &staff {
        let surname = fold(row.value.surname.as_deref().unwrap_or_default());
        let given = fold(row.value.name.as_deref().unwrap_or_default());
        if name == format!("{surname} {given}") || name == format!("{given} {surname}") {
            whole.push(row);
        } else if name == surname {
            by_surname.push(row);
        }
    }
    let found = if whole.is_empty() { by_surname } else { whole };
    match found.as_slice() {
        [only] => Ok(Some(only.typed_id()?)),
        _ => Ok(None),
    }
}

/// A name without titles, folded. The longest title counts: "DOTT" is the beginning of "DOTT SSA".
fn bare(text: &str) -> String {
    let mut name = fold(text);
    while let Some(rest) = TITLES
        .iter()
        .filter_map(|title| name.strip_prefix(title)?.strip_prefix(' '))
        .min_by_key(|rest| rest.len())
    {
        name = rest.to_owned();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn titles_before_a_name_do_not_matter() {
        for text in [
            "dott.ssa Bianchi Ada",
            "A.S. Bianchi Ada",
            "Bianchi  Ada",
            "AS dr.ssa bianchi ada",
        ] {
            assert_eq!(bare(text), "BIANCHI ADA", "{text}");
        }
        assert_eq!(bare("Asti Drusilla"), "ASTI DRUSILLA");
    }
}
