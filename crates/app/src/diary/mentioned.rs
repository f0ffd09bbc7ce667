//! Whom and what entries mention, so that the answer says what they are called.

use super::view::EntryView;
use cartella_domain::{
    diary::{Collective, Participant},
    ids::{CaseId, OperatorId},
};
use uuid::Uuid;

/// Every id whose name the screen shows with these entries.
pub(super) fn mentioned(entries: &[EntryView]) -> Vec<Uuid> {
    let mut ids = Vec::new();
    for entry in entries {
        ids.push(entry.author.uuid());
        ids.extend(entry.case.map(CaseId::uuid));
        ids.extend(entry.annulment.as_ref().map(|annulment| annulment.author.uuid()));
        ids.extend(entry.rectifications.iter().map(|r| r.author.uuid()));
        ids.extend(
            entry
                .segments
                .iter()
                .flat_map(|s| s.files.iter().map(|case| case.uuid())),
        );
        ids.extend(
            entry
                .actions
                .iter()
                .filter_map(|a| a.action.who.map(OperatorId::uuid)),
        );
        ids.extend(entry.collective.iter().flat_map(Collective::ids));
        let Some(header) = &entry.header else { continue };
        ids.extend(header.co_authors.iter().map(|operator| operator.uuid()));
        ids.extend(header.mentioned.iter().map(|person| person.uuid()));
        ids.extend(
            header
                .participants
                .iter()
                .filter_map(|participant| match participant {
                    Participant::Person { person, .. } => Some(person.uuid()),
                    Participant::Operator { operator } => Some(operator.uuid()),
                    Participant::Other { .. } => None,
                }),
        );
    }
    ids
}
