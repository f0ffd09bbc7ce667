//! In whose name a change writes, and whose records it speaks of.

use super::{
    super::{
        asked::{Asked, entry_of, entry_of_classification, speaks_of_an_entry},
        touched::person_of,
    },
    Asking,
};
use cartella_domain::{
    diary::{Classification, Confirmation, EntryHeader},
    ids::{OperatorId, RecordId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::op::{Act, Op};

impl Asking<'_> {
    /// Whether she wrote what the operation speaks about.
    pub(super) fn is_author(&self, asked: &Asked<'_>, op: &Op, record: Option<RecordId>) -> bool {
        let Some(record) = record else {
            return false;
        };
        let spoken_of = match &op.act {
            Act::Sign { content, .. } if speaks_of_an_entry(content.kind) => entry_of(&content.body),
            _ if self.kind_of(asked, Some(record)) == Some(Classification::KIND.number) => {
                entry_of_classification(asked.change, record)
                    .or_else(|| self.stored.entries.get(&(asked.scope, record)).copied())
            }
            _ if asked.begun.contains_key(&record) => return true,
            _ => Some(record),
        };
        spoken_of.is_some_and(|record| self.wrote(asked, record))
    }

    fn wrote(&self, asked: &Asked<'_>, record: RecordId) -> bool {
        if self.batch.borrow().signed.contains(&record) {
            return true;
        }
        let diary = asked
            .scope
            .known()
            .and_then(|scope| self.book.case_of(scope, asked.of))
            .map(|case| ScopeId::new(case.uuid(), ScopeKind::CaseDiary).into());
        [Some(asked.scope), diary].into_iter().flatten().any(|scope| {
            let authors = self.stored.authors.get(&(scope, record)).into_iter().flatten();
            authors
                .into_iter()
                .any(|author| self.book.staff_of(*author) == self.staff)
        })
    }

    /// Nobody signs in another's name.
    pub(super) fn signs_as_herself(&self, asked: &Asked<'_>) -> bool {
        asked.change.ops().iter().all(|op| match &op.act {
            Act::Sign { content, .. } => content.body.get("author").is_none_or(|author| {
                person_of(author).is_some_and(|id| self.book.staff_of(OperatorId(id.uuid())) == self.staff)
            }),
            _ => true,
        })
    }

    /// An entry is confirmed by a colleague whom it names, and by nobody else.
    pub(super) fn confirms_as_named(&self, asked: &Asked<'_>) -> bool {
        asked.change.ops().iter().all(|op| match &op.act {
            Act::Sign { content, .. } if content.kind == Confirmation::KIND.number => {
                let place = entry_of(&content.body).map(|entry| (asked.scope, entry));
                place
                    .and_then(|place| self.stored.headers.get(&place))
                    .is_some_and(|(header, author)| {
                        let named = header.co_authors.iter();
                        let header = EntryHeader {
                            co_authors: named.map(|named| self.book.staff_of(*named)).collect(),
                            ..EntryHeader::default()
                        };
                        header.awaits(self.staff, self.book.staff_of(*author))
                    })
            }
            _ => true,
        })
    }
}
