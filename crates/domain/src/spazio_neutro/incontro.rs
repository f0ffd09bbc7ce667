//! A supervised meeting: when, where, who, what became of it. What was seen stands in its signed diary entry.

use super::{lists::EsitoSn, percorso::PercorsoSn};
use crate::{
    agenda::Slot,
    codes::Coded,
    diary::{
        DraftSegment, DraftText, EntryDraft, EntryKind, EntryPlace, EntryPlaceKind, Heading, Participant,
        TimeSpent,
    },
    ids::{ActId, CaseId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sections of a meeting's diary.
const SECTIONS: [Heading; 5] = [
    Heading::Welcome,
    Heading::Encounter,
    Heading::Farewell,
    Heading::CriticalEvents,
    Heading::Remarks,
];

/// Operators who watch a meeting, at most: a second one in complex cases.
pub const MAX_OPERATORS: usize = 2;

/// A meeting, in the minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 158, name = "incontro_sn")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct IncontroSn {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The path.
    #[field(2)]
    pub percorso: Option<RecordId>,
    /// When.
    #[field(3)]
    pub slot: Option<Slot>,
    /// Where.
    #[field(4)]
    pub venue: Option<String>,
    /// Who watches: one operator or two.
    #[field(5)]
    pub operators: Vec<OperatorId>,
    /// Who meets the minor.
    #[field(6)]
    pub visitor: Option<String>,
    /// Who accompanies the minor.
    #[field(7)]
    pub companion: Option<String>,
    /// How it is watched, of [`super::MODALITA_SN`].
    #[field(8)]
    pub mode: Option<Coded>,
    /// What became of it; still to come without.
    #[field(9)]
    pub outcome: Option<EsitoSn>,
    /// Minutes that the visitor came late.
    #[field(10)]
    pub delay: Option<u16>,
    /// Something grave happened; what, says the entry.
    #[field(11)]
    pub critical: Option<bool>,
    /// Why it did not take place, what to remember for it.
    #[field(12)]
    pub note: Option<String>,
    /// The act of the diary that tells of it.
    #[field(13)]
    pub act: Option<ActId>,
    /// The meeting as such: the same in the paths of brothers and sisters who have it together.
    #[field(14)]
    pub together: Option<ActId>,
}

impl IncontroSn {
    /// The day on which it took place.
    #[must_use]
    pub fn held_on(&self) -> Option<CivilDate> {
        let held = self.outcome.is_some_and(EsitoSn::was_held);
        self.slot.filter(|_| held).map(|slot| slot.on)
    }

    /// The same meeting in the path of a brother or sister: `there` is what stood there before.
    #[must_use]
    pub fn in_path(&self, case: CaseId, percorso: RecordId, there: Option<&Self>) -> Self {
        Self {
            case: Some(case),
            percorso: Some(percorso),
            act: there.and_then(|there| there.act),
            ..self.clone()
        }
    }

    /// The draft of its diary entry: day, hours, place and people filled in, a paragraph a section. `with` are the files of
    /// the brothers and sisters who had it together.
    #[must_use]
    pub fn draft(&self, id: RecordId, author: OperatorId, with: &[CaseId]) -> EntryDraft {
        let slot = self.slot.unwrap_or_default();
        let minutes = slot.minutes();
        let others = || self.operators.iter().copied().filter(|one| *one != author);
        let mut participants: Vec<Participant> = others()
            .map(|operator| Participant::Operator { operator })
            .collect();
        let named = [(&self.visitor, "incontrante"), (&self.companion, "accompagnante")];
        participants.extend(named.into_iter().filter_map(|(name, role)| {
            Some(Participant::Other {
                name: name.clone()?,
                role: Some(role.to_owned()),
            })
        }));
        let mut draft = EntryDraft::of_kind(EntryKind::IncontroSn);
        draft.occurred_on = self.slot.map(|slot| slot.on);
        draft.starts = slot.starts;
        draft.meeting = Some(id);
        draft.header.ends = slot.ends;
        draft.header.place = Some(EntryPlace {
            kind: EntryPlaceKind::Office,
            detail: self.venue.clone(),
        });
        draft.header.participants = participants;
        draft.header.co_authors = others().collect();
        draft.header.operators = u8::try_from(others().count() + 1).ok();
        draft.header.time = TimeSpent {
            minutes,
            proposed: minutes.is_some(),
            travel: None,
        };
        draft.texts = vec![DraftText {
            files: self.case.into_iter().chain(with.iter().copied()).collect(),
            segments: SECTIONS.iter().map(section).collect(),
            ..DraftText::default()
        }];
        draft
    }
}

fn section(heading: &Heading) -> DraftSegment {
    DraftSegment {
        heading: Some(*heading),
        category: heading.category(),
        ..DraftSegment::default()
    }
}

/// The day of the first meeting of a path that took place.
#[must_use]
pub fn first_held<'a>(meetings: impl IntoIterator<Item = &'a IncontroSn>) -> Option<CivilDate> {
    meetings.into_iter().filter_map(IncontroSn::held_on).min()
}

impl PercorsoSn {
    /// A meeting as the path proposes it.
    #[must_use]
    pub fn proposed_meeting(&self, id: RecordId) -> IncontroSn {
        IncontroSn {
            case: self.case,
            percorso: Some(id),
            venue: self.venue.clone(),
            operators: self
                .assigned
                .as_ref()
                .map(|assigned| assigned.operators.clone())
                .unwrap_or_default(),
            visitor: self.visitors.clone(),
            companion: self.companions.clone(),
            mode: self.mode.clone(),
            ..IncontroSn::default()
        }
    }
}
