//! The optional headings that the commonest kinds propose (users.md, default 6).
//!
//! A heading left without text vanishes when the entry is signed.

use super::{kind::EntryKind, segment::Category};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a paragraph is about, when it was written under a heading of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Heading {
    /// Motivo.
    Reason,
    /// Presenti.
    Present,
    /// Riferito.
    Reported,
    /// Osservato.
    Observed,
    /// Accordi.
    Agreements,
    /// Prossimo passo.
    NextStep,
    /// Ambiente.
    Setting,
    /// Minore (visto da solo?).
    Child,
    /// Chi chiama.
    Caller,
    /// Oggetto.
    Subject,
    /// Casi.
    Cases,
    /// Decisioni.
    Decisions,
    /// Chi fa cosa entro.
    WhoDoesWhat,
    /// Accoglienza.
    Welcome,
    /// Incontro.
    Encounter,
    /// Congedo.
    Farewell,
    /// Eventi critici.
    CriticalEvents,
    /// Osservazioni.
    Remarks,
}

impl Heading {
    /// The category that the heading itself implies; the author may change it.
    #[must_use]
    pub fn category(self) -> Option<Category> {
        match self {
            Self::Reported => Some(Category::Reported {
                by: None,
                verbatim: false,
            }),
            Self::Observed
            | Self::Setting
            | Self::Child
            | Self::Welcome
            | Self::Encounter
            | Self::Farewell
            | Self::CriticalEvents => Some(Category::Observed),
            Self::Decisions => Some(Category::Decision),
            Self::WhoDoesWhat => Some(Category::Commitment { who: None, due: None }),
            _ => None,
        }
    }
}

/// The headings of a kind, in their order; none where the text runs free.
#[must_use]
pub const fn template(kind: EntryKind) -> &'static [Heading] {
    use Heading::{
        Agreements, Caller, Cases, Child, Decisions, NextStep, Observed, Present, Reason, Reported, Setting,
        Subject, WhoDoesWhat,
    };
    match kind {
        EntryKind::Colloquio => &[Reason, Present, Reported, Observed, Agreements, NextStep],
        EntryKind::VisitaDomiciliare => &[Present, Setting, Child, Reported, Observed, Agreements],
        EntryKind::Telefonata => &[Caller, Subject, Agreements],
        EntryKind::Equipe => &[Present, Cases, Decisions, WhoDoesWhat],
        _ => &[],
    }
}
