//! The kinds of diary entry (reference: domain.md 7.2) and what each proposes.

use super::header::EntryPlaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of event an entry tells. The codes are those of domain.md 7.2 and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EntryKind {
    /// An interview.
    Colloquio,
    /// A home visit.
    VisitaDomiciliare,
    /// A phone call.
    Telefonata,
    /// A video call.
    Videochiamata,
    /// An e-mail or a certified one.
    EmailPec,
    /// A team meeting.
    Equipe,
    /// Multidisciplinary evaluation unit.
    Uvm,
    /// Multidisciplinary evaluation unit, district.
    Uvmd,
    /// The school's working group on a pupil (gruppo di lavoro operativo).
    Glo,
    /// Joint review of the service and the comune.
    RicognizioneCongiunta,
    /// Meeting of the area.
    RiunioneDiArea,
    /// Meeting of the network around a family.
    IncontroRete,
    /// Direct observation.
    Osservazione,
    /// Supervised contact (spazio neutro).
    IncontroSn,
    /// Preventive action in a group, class or school.
    AzionePreventiva,
    /// Internal work: study of the file, writing.
    AttivitaInterna,
    /// A note on the process.
    #[default]
    NotaDiProcesso,
    /// Communication with the judicial authority.
    ComunicazioneAg,
}

impl EntryKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Colloquio,
        Self::VisitaDomiciliare,
        Self::Telefonata,
        Self::Videochiamata,
        Self::EmailPec,
        Self::Equipe,
        Self::Uvm,
        Self::Uvmd,
        Self::Glo,
        Self::RicognizioneCongiunta,
        Self::RiunioneDiArea,
        Self::IncontroRete,
        Self::Osservazione,
        Self::IncontroSn,
        Self::AzionePreventiva,
        Self::AttivitaInterna,
        Self::NotaDiProcesso,
        Self::ComunicazioneAg,
    ];

    /// Minutes proposed for it (users.md, default 5); `None` where nothing may be guessed.
    #[must_use]
    pub const fn proposed_minutes(self) -> Option<u16> {
        match self {
            Self::Telefonata => Some(10),
            Self::Colloquio => Some(60),
            Self::VisitaDomiciliare => Some(90),
            _ => None,
        }
    }

    /// The place that the kind itself implies.
    #[must_use]
    pub const fn proposed_place(self) -> Option<EntryPlaceKind> {
        match self {
            Self::Colloquio | Self::Equipe => Some(EntryPlaceKind::Office),
            Self::VisitaDomiciliare => Some(EntryPlaceKind::Home),
            Self::Glo => Some(EntryPlaceKind::School),
            _ => None,
        }
    }

    /// Whether the event is taken to happen now when the entry is started from nothing (users.md, default 3);
    /// for the others date and time are asked.
    #[must_use]
    pub const fn happens_now(self) -> bool {
        matches!(
            self,
            Self::Telefonata | Self::Videochiamata | Self::EmailPec | Self::NotaDiProcesso
        )
    }
}
