//! Who in the archive looks like the person of a line, as a form that is being typed would be told.

use super::lines::Twin;
use crate::people::{self, CreatePerson, SuggestDuplicates};
use crate::{Result, Session};

/// Those who look like it, the likest first.
pub(super) fn of(session: &mut Session, new: CreatePerson) -> Result<Vec<Twin>> {
    let input = SuggestDuplicates {
        person: new.person,
        addresses: new.addresses,
        contacts: new.contacts,
        except: None,
    };
    let suggestions = people::suggest_duplicates(session, input)?;
    let twins = suggestions.into_iter().map(|suggestion| Twin {
        certainty: suggestion.certainty,
        reasons: suggestion.reasons,
        card: suggestion.card,
    });
    Ok(twins.collect())
}
