//! What the signed entries of a period give to a report: activities, and paragraphs under the heading of their category.

use crate::{
    Result, Session,
    diary::{EntryView, ListEntries, list},
    names::Names,
};
use cartella_domain::{
    diary::Participant,
    ids::CaseId,
    rights::Confidentiality,
    time::CivilDate,
    tutela::{Attivita, Brano, RelazioneTesto},
};

/// Signed entries of the period, with what people in them are called.
pub(super) struct Gathered {
    /// The entries that the operator may read, the oldest first; annulled ones are left out.
    pub entries: Vec<EntryView>,
    names: Names,
}

impl Gathered {
    /// Reads them in the files of these minors.
    pub(super) fn of(
        session: &mut Session,
        cases: &[CaseId],
        from: CivilDate,
        to: CivilDate,
    ) -> Result<Self> {
        let mut gathered = Self {
            entries: Vec::new(),
            names: Names::new(),
        };
        for case in cases {
            let mut ask = ListEntries {
                case: Some(*case),
                from: Some(from),
                to: Some(to),
                ..ListEntries::default()
            };
            loop {
                let page = list(session, ask.clone())?;
                gathered.names.extend(page.names);
                let told = page.entries.into_iter();
                gathered
                    .entries
                    .extend(told.filter(|entry| entry.annulment.is_none() && !entry.hidden));
                if page.next.is_none() {
                    break;
                }
                ask.after = page.next;
            }
        }
        gathered
            .entries
            .sort_by_key(|entry| (entry.occurred_on, entry.starts, entry.id));
        Ok(gathered)
    }

    /// The list of activities, in place of the one that the text has.
    pub(super) fn activities(&self, text: &mut RelazioneTesto) {
        text.activities.clear();
        for entry in &self.entries {
            text.did(Attivita {
                entry: entry.id,
                act: entry.act,
                on: entry.occurred_on,
                kind: entry.header.as_ref().map(|header| header.kind),
                with: self.with(entry),
            });
        }
    }

    fn with(&self, entry: &EntryView) -> Option<String> {
        let participants = entry.header.iter().flat_map(|header| &header.participants);
        let called = |id: String, role: &Option<String>| {
            let name = self.names.get(&id).map(|name| name.name.clone());
            match (name, role) {
                (Some(name), Some(role)) => Some(format!("{name} ({role})")),
                (name, role) => name.or_else(|| role.clone()),
            }
        };
        let names: Vec<String> = participants
            .filter_map(|participant| match participant {
                Participant::Person { person, role } => called(person.to_string(), role),
                Participant::Operator { operator } => called(operator.to_string(), &None),
                Participant::Other { name, role } => Some(match role {
                    Some(role) => format!("{name} ({role})"),
                    None => name.clone(),
                }),
            })
            .collect();
        Some(names.join(", ")).filter(|names| !names.is_empty())
    }

    /// The entries with a paragraph that could go into a text and is not there: to classify, or left out.
    pub(super) fn waiting(self, text: &RelazioneTesto) -> Vec<EntryView> {
        let mut entries = self.entries;
        entries.retain(|entry| {
            let unclassified = entry.segments.iter().any(|segment| {
                let open = segment.level <= Confidentiality::Reserved && segment.text.is_some();
                open && segment.category.is_none() && !text.holds(segment.id)
            });
            unclassified || take(&mut text.clone(), entry)
        });
        entries
    }
}

/// Puts what an entry says under the headings of its categories. What only its author and the responsible, or named
/// persons, may read never goes into a report by itself.
pub(super) fn take(text: &mut RelazioneTesto, entry: &EntryView) -> bool {
    let mut taken = false;
    for segment in &entry.segments {
        let open = segment.level <= Confidentiality::Reserved;
        if let Some(words) = segment.text.clone().filter(|_| open) {
            taken |= text.take(Brano {
                text: words,
                category: segment.category.clone(),
                entry: Some(entry.id),
                segment: Some(segment.id),
                on: Some(entry.occurred_on),
            });
        }
    }
    taken
}
