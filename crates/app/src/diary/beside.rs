//! What stands beside some entries: reserved parts, corrections, annulments, confirmations, categories given later,
//! next actions.

use super::view::ActionView;
use crate::{Result, Session};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    diary::{
        Annulment, Classification, Confirmation, DiaryEntry, NextAction, Rectification, ReservedSegment,
    },
    ids::{ActionId, EntryId},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What stands beside some entries, by entry.
#[derive(Default)]
pub(super) struct Beside {
    pub reserved: BTreeMap<EntryId, Vec<(Uuid, ReservedSegment)>>,
    pub rectifications: BTreeMap<EntryId, Vec<(String, Rectification)>>,
    pub annulments: BTreeMap<EntryId, Annulment>,
    pub confirmations: BTreeMap<EntryId, Vec<Confirmation>>,
    pub classifications: BTreeMap<EntryId, Vec<Classification>>,
    pub actions: BTreeMap<EntryId, Vec<ActionView>>,
}

impl Beside {
    /// Everything beside these entries.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(super) fn of(session: &Session, entries: &[Row<DiaryEntry>]) -> Result<Self> {
        let db = session.archive().db();
        let ids: Vec<String> = entries.iter().map(|row| row.id.clone()).collect();
        let mut beside = Self::default();
        for row in queries::diary::beside::<ReservedSegment>(db, &ids)? {
            let id = row.typed_id()?;
            let of = beside.reserved.entry(row.value.entry).or_default();
            of.push((id, row.value));
        }
        for row in queries::diary::beside::<Rectification>(db, &ids)? {
            let of = beside.rectifications.entry(row.value.entry).or_default();
            of.push((row.scope, row.value));
        }
        for row in queries::diary::beside::<Annulment>(db, &ids)? {
            beside.annulments.entry(row.value.entry).or_insert(row.value);
        }
        for row in queries::diary::beside::<Confirmation>(db, &ids)? {
            let of = beside.confirmations.entry(row.value.entry).or_default();
            of.push(row.value);
        }
        for row in queries::diary::beside::<Classification>(db, &ids)? {
            let of = beside.classifications.entry(row.value.entry).or_default();
            of.push(row.value);
        }
        for row in queries::diary::beside::<NextAction>(db, &ids)? {
            if let Some(entry) = row.value.entry {
                let id = row.typed_id::<ActionId>()?;
                let action = row.value;
                beside
                    .actions
                    .entry(entry)
                    .or_default()
                    .push(ActionView { id, action });
            }
        }
        Ok(beside)
    }
}
