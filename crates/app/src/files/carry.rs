//! Files go along when what they hang on becomes something else: the photos of a draft to the entries that it becomes, those
//! of an entry that waited to the ones in its files. The bytes stay where they are; each new record names them.

use super::{add::attach, holder::Holder};
use crate::{Act, Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    diary::{DiaryEntry, Planned, SigningPlan},
    drafts::DraftCopy,
    files::{Allegato, AttachedTo},
    ids::{DraftId, EntryId, RecordId},
    record::Record as _,
};

/// What is to be written so that files go along.
pub(crate) struct Carried {
    come: Vec<(RecordId, Holder, Allegato)>,
    go: Vec<RecordId>,
}

impl Carried {
    /// From a record to the entries of a plan: those of its first `files` alone, for of several texts each is another
    /// family's.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(crate) fn to_entries(
        session: &Session,
        from: AttachedTo,
        plan: &SigningPlan,
        files: usize,
    ) -> Result<Self> {
        let mut carried = Self {
            come: Vec::new(),
            go: Vec::new(),
        };
        let rows = queries::files::of_record(session.archive().db(), &from.id.to_string())?;
        for row in rows {
            carried.go.push(row.typed_id()?);
            // What was taken off does not go along.
            if row.value.removed.is_some() {
                continue;
            }
            for (entry, _) in plan.entries().take(files.max(1)) {
                if let Some(holder) = home(plan, entry) {
                    carried.come.push((session.id(), holder, row.value.clone()));
                }
            }
        }
        Ok(carried)
    }

    /// From a note that is withdrawn to the draft that its text opens again as; they stay on the note too.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(crate) fn to_draft(session: &Session, from: RecordId, draft: DraftId) -> Result<Self> {
        let holder = Holder {
            on: AttachedTo {
                kind: DraftCopy::KIND.number,
                id: RecordId(draft.uuid()),
            },
            case: None,
            scope: session.own(),
            writes: true,
        };
        let rows = queries::files::of_record(session.archive().db(), &from.to_string())?;
        let still = rows.into_iter().filter(|row| row.value.removed.is_none());
        Ok(Self {
            come: still.map(|row| (session.id(), holder, row.value)).collect(),
            go: Vec::new(),
        })
    }

    /// Writes it; where the files came from they hang no more.
    ///
    /// # Errors
    /// A value that cannot be encoded.
    pub(crate) fn write(&self, act: &mut Act<'_>) -> Result<()> {
        for (id, holder, file) in &self.come {
            attach(act, *id, holder, file)?;
        }
        for id in &self.go {
            act.delete(*id, "")?;
        }
        Ok(())
    }
}

/// Where the files of a planned entry live: with its circumstances, which stand apart when all of it is reserved.
fn home(plan: &SigningPlan, entry: EntryId) -> Option<Holder> {
    let row = plan.rows.iter().find(|row| row.id == entry.uuid())?;
    let Planned::Entry(planned) = &row.record else {
        return None;
    };
    let apart = plan.rows.iter().find(|row| match &row.record {
        Planned::Reserved(part) => part.entry == entry && part.header.is_some(),
        _ => false,
    });
    Some(Holder {
        on: AttachedTo {
            kind: DiaryEntry::KIND.number,
            id: RecordId(entry.uuid()),
        },
        case: planned.case,
        scope: apart.map_or(row.scope, |apart| apart.scope),
        writes: true,
    })
}
