//! From what an edit changed to the operations that say so.

use crate::{
    canonical,
    derive::{LiveWrite, members},
    ids::WriteId,
    op::{Act, DELETION},
    registers::reach,
};
use cartella_domain::{ids::RecordId, record::Difference};

/// The operations of an edit of `record`. `shown` are the live writes that the operator had on screen when she
/// began (not those of the moment she saves); `pending` gives the `replaces` of an own pending write: see [`reach`].
#[must_use]
pub fn edit<'a>(
    record: RecordId,
    differences: Vec<Difference>,
    shown: &[LiveWrite],
    pending: impl Fn(WriteId) -> Option<&'a [WriteId]>,
) -> Vec<Act> {
    let of = |field: u16| shown.iter().filter(move |write| write.field() == Some(field));
    differences
        .into_iter()
        .filter_map(|difference| match difference {
            Difference::Set(field, value) => Some(Act::Set {
                record,
                field,
                value,
                replaces: reach(of(field).map(LiveWrite::id), &pending),
            }),
            Difference::Added(field, item) => Some(Act::Add { record, field, item }),
            Difference::Removed(field, item) => {
                let member = members(of(field)).remove(&canonical::json(&item))?;
                Some(Act::Remove {
                    record,
                    field,
                    adds: member.adds,
                })
            }
        })
        .collect()
}

/// The deletion of `record` as its operator sees it.
#[must_use]
pub fn delete<'a>(
    record: RecordId,
    reason: String,
    shown: &[LiveWrite],
    pending: impl Fn(WriteId) -> Option<&'a [WriteId]>,
) -> Act {
    let marks = |write: &&LiveWrite| write.field() == Some(DELETION);
    let fields = |write: &&LiveWrite| write.field().is_some_and(|field| field != DELETION);
    Act::Delete {
        record,
        reason,
        replaces: reach(shown.iter().filter(marks).map(LiveWrite::id), &pending),
        saw: reach(shown.iter().filter(fields).map(LiveWrite::id), &pending),
    }
}
