//! An unlocked archive and who works in it. Every verb of the main window takes it.

mod info;
mod keep_view;
mod known;
mod rights;
mod settings;

pub use info::{Info, info};
pub(crate) use keep_view::VIEW;
pub use keep_view::{ViewState, keep_view};
pub(crate) use known::Known;
pub use settings::{
    ChangeOfficeSettings, ChangeSettings, OfficeSettings, change_office_settings, change_settings,
    office_settings, settings,
};

use crate::{Code, Result, World, archives::Keys};
use cartella_archive::{Archive, audit};
use cartella_domain::{
    ids::OperatorId,
    rights::Office,
    scope::{ScopeId, ScopeKind},
    time::{CivilDate, Instant},
};
use std::{collections::BTreeSet, sync::Arc};
use uuid::Uuid;

/// An unlocked archive, its operator, and the world's clock and ids.
pub struct Session {
    pub(crate) archive: Archive,
    pub(crate) world: World,
    pub(crate) operator: OperatorId,
    pub(crate) office: Office,
    pub(crate) changed: BTreeSet<&'static str>,
    pub(crate) known: Known,
    pub(crate) desk: Option<Box<crate::imports::Desk>>,
    pub(crate) sync: crate::office::Running,
    /// Messages whose reading stands in the audit since the archive was opened: Oggi shows them again and again.
    pub(crate) messages_read: BTreeSet<(OperatorId, Uuid)>,
    keys: Option<Arc<Keys>>,
}

impl Session {
    /// A session of the operator whose archive it is.
    #[must_use]
    pub fn new(archive: Archive, world: World) -> Self {
        let operator = archive.identity().operator;
        // An archive that does not answer is told by the first verb that asks it.
        let joined = archive.joined_office().is_ok_and(|office| office.is_some());
        Self {
            archive,
            world,
            operator,
            office: if joined { Office::Enrolled } else { Office::Own },
            changed: BTreeSet::new(),
            known: Known::default(),
            desk: None,
            sync: crate::office::Running::default(),
            messages_read: BTreeSet::new(),
            keys: None,
        }
    }

    /// The same session with the key it was opened with, for copies and a new passphrase.
    #[must_use]
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = Some(Arc::new(keys));
        self
    }

    /// The key that this session was opened with.
    ///
    /// # Errors
    /// `keys_failed` in a session that was given an open archive, as tests are.
    pub fn keys(&self) -> Result<&Keys> {
        self.keys.as_deref().ok_or_else(|| Code::KeysFailed.into())
    }

    /// The same, for a copy that is made beside this session.
    pub(crate) fn shared_keys(&self) -> Result<Arc<Keys>> {
        self.keys.clone().ok_or_else(|| Code::KeysFailed.into())
    }

    /// The operator who works here.
    #[must_use]
    pub const fn operator(&self) -> OperatorId {
        self.operator
    }

    /// Lets another operator of the office act in this archive. Only generated archives and tests do this: a
    /// laptop's archive has one operator, and no command leads here.
    pub fn act_as(&mut self, operator: OperatorId) {
        self.operator = operator;
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.world.now()
    }

    /// The civil day in Italy.
    #[must_use]
    pub fn today(&self) -> CivilDate {
        self.world.today()
    }

    /// A new id.
    #[must_use]
    pub fn id<I: From<Uuid>>(&self) -> I {
        I::from(self.world.id())
    }

    /// The office's scope that everybody sees.
    #[must_use]
    pub fn org(&self) -> ScopeId {
        self.archive.identity().org_scope()
    }

    /// The operator's own scope.
    #[must_use]
    pub fn own(&self) -> ScopeId {
        ScopeId::new(self.operator.uuid(), ScopeKind::Draft)
    }

    /// The archive, for questions.
    #[must_use]
    pub const fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The kinds changed since the last command; they go to the screen with its answer.
    pub fn take_changed(&mut self) -> BTreeSet<&'static str> {
        std::mem::take(&mut self.changed)
    }

    /// Says to the screen that something changed that is no record (`draft`, `archive`).
    pub fn touch(&mut self, cache: &'static str) {
        self.changed.insert(cache);
    }

    /// Writes in the audit that something was read, before it is shown.
    ///
    /// # Errors
    /// The disk is full or fails: then nothing may be shown.
    pub fn note(&self, event: audit::Event) -> Result<()> {
        Ok(self.archive.note(self.operator, self.now(), &[event])?)
    }

    /// Closes the archive, with copies of what she left open; keys and caches go with it.
    ///
    /// # Errors
    /// The archive does not close cleanly; it is closed all the same.
    pub fn close(mut self) -> Result<()> {
        // The drafts are safe in the archive whether or not their copies can be made.
        let _ = crate::drafts::keep_all(&mut self);
        self.archive.close().map_err(|_| Code::StorageFailed.into())
    }
}
