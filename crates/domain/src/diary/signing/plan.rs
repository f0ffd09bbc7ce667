//! Which records a signature writes, in which scopes.

use super::{
    Fresh, Planned, PlannedRow, SigningContext, SigningFinding, SigningPlan,
    seal::{entry_hash, open, reserved_hash},
};
use crate::{
    diary::{
        Activity, Category, Collective, ContentHash, DiaryEntry, DraftSegment, DraftText, EntryDraft,
        EntryHeader, NextAction, ReadBy, ReservedSegment, Segment, TimeSpent, Wording, is_late, share_out,
    },
    ids::{ActId, CaseId, EntryId, RecordId, SegmentId},
    rights::Confidentiality,
    scope::{ScopeId, ScopeKind},
};
use uuid::Uuid;

/// Version of the form of a signed entry.
const VERSION: u16 = 1;

/// A text with what its act shares out to it.
struct Part<'a> {
    draft: &'a EntryDraft,
    text: &'a DraftText,
    act: ActId,
    several: bool,
    header: EntryHeader,
    segments: Vec<(SegmentId, &'a DraftSegment)>,
}

/// A reserved part as the entry remembers it.
struct Withheld {
    record: RecordId,
    hash: ContentHash,
}

/// The signature in the making.
struct Signature<'a, 'f> {
    context: &'a SigningContext<'a>,
    fresh: &'a mut Fresh<'f>,
    rows: Vec<PlannedRow>,
}

pub(super) fn plan(
    draft: &EntryDraft,
    context: &SigningContext<'_>,
    fresh: &mut Fresh<'_>,
    notices: Vec<SigningFinding>,
) -> SigningPlan {
    let act = draft.act.unwrap_or_else(|| ActId((fresh.id)()));
    let blank = [DraftText::default()];
    let texts = if draft.texts.is_empty() {
        &blank
    } else {
        draft.texts.as_slice()
    };
    let several = texts.len() > 1;
    let mut signature = Signature {
        context,
        fresh,
        rows: Vec::new(),
    };
    let minutes = shares(draft.header.time.minutes, texts.len());
    let travel = shares(draft.header.time.travel, texts.len());
    for ((text, minutes), travel) in texts.iter().zip(minutes).zip(travel) {
        let mut header = draft.header.clone();
        header.time = TimeSpent {
            minutes,
            travel,
            proposed: draft.header.time.proposed && minutes.is_some(),
        };
        header.participants.extend(text.participants.iter().cloned());
        if text.outcome.is_some() {
            header.outcome.clone_from(&text.outcome);
        }
        let segments = signature.numbered(text);
        signature.sign_text(&Part {
            draft,
            text,
            act,
            several,
            header,
            segments,
        });
    }
    if several {
        signature.activity(draft, act);
    }
    SigningPlan {
        act,
        rows: signature.rows,
        notices,
    }
}

fn shares(total: Option<u16>, texts: usize) -> Vec<Option<u16>> {
    match total {
        Some(total) => share_out(total, texts).into_iter().map(Some).collect(),
        None => vec![None; texts],
    }
}

impl Signature<'_, '_> {
    /// The paragraphs that say something, each with its id: one id in however many files it stands.
    fn numbered<'t>(&mut self, text: &'t DraftText) -> Vec<(SegmentId, &'t DraftSegment)> {
        text.segments
            .iter()
            .filter(|segment| !segment.text.trim().is_empty())
            .map(|segment| {
                let id = segment.id.unwrap_or_else(|| SegmentId((self.fresh.id)()));
                (id, segment)
            })
            .collect()
    }

    fn push(&mut self, scope: ScopeId, id: Uuid, record: Planned) {
        self.rows.push(PlannedRow { id, scope, record });
    }

    fn sign_text(&mut self, part: &Part<'_>) {
        let first = part.text.files.first().copied();
        let entry = self.sign_file(part, first);
        for case in part.text.files.iter().skip(1) {
            self.sign_file(part, Some(*case));
        }
        self.actions(part, entry, first);
        self.promises(part, entry, first);
    }

    /// Who reads the entry as a whole in one file.
    fn read_by(&self, part: &Part<'_>, case: Option<CaseId>) -> ReadBy {
        if let Some(read_by) = &part.draft.read_by {
            return read_by.clone();
        }
        let file = self.context.files.iter().find(|file| Some(file.case) == case);
        file.map_or_else(ReadBy::default, |file| file.default_level.into())
    }

    /// Where the entry itself lives: the diary of its file, the activities of the office, or its author's own
    /// scope while it waits to be placed.
    fn home(&self, part: &Part<'_>, case: Option<CaseId>) -> ScopeId {
        match case {
            Some(case) => ScopeId::new(case.uuid(), ScopeKind::CaseDiary),
            None if part.draft.is_of_collective(part.text) => {
                ScopeId::new(self.context.office, ScopeKind::Activities)
            }
            None => ScopeId::new(self.context.author.uuid(), ScopeKind::Draft),
        }
    }

    fn sign_file(&mut self, part: &Part<'_>, case: Option<CaseId>) -> EntryId {
        let id = EntryId((self.fresh.id)());
        let whole = self.read_by(part, case);
        let mut entry = self.unsealed(part, case);
        for (segment_id, segment) in &part.segments {
            let stands = segment.files.is_empty() || case.is_none_or(|case| segment.files.contains(&case));
            if !stands {
                continue;
            }
            let own = segment.read_by.as_ref().unwrap_or(&whole);
            let wanted = whole.narrower(own);
            let wording = match case {
                Some(case) if wanted.level != Confidentiality::Service => {
                    let kept = self.withhold(part, (id, case), wanted, Some((*segment_id, segment)));
                    Wording::Withheld {
                        level: wanted.level,
                        record: kept.record,
                        hash: kept.hash,
                    }
                }
                _ => open(segment, case),
            };
            entry.segments.push(Segment {
                id: *segment_id,
                files: segment.files.clone(),
                wording,
            });
        }
        match case {
            Some(case) if whole.level != Confidentiality::Service => {
                let kept = self.withhold(part, (id, case), &whole, None);
                entry.header_hash = Some(kept.hash);
            }
            _ => entry.header = Some(part.header.clone()),
        }
        entry.level = whole.level;
        entry.read_by = Some(whole).filter(|_| case.is_none());
        entry.hash = entry_hash(&entry);
        self.push(self.home(part, case), id.uuid(), Planned::Entry(Box::new(entry)));
        id
    }

    /// The entry without its text and circumstances.
    fn unsealed(&self, part: &Part<'_>, case: Option<CaseId>) -> DiaryEntry {
        let (draft, context) = (part.draft, self.context);
        let occurred_on = draft.occurred_on.unwrap_or_default();
        let transcribed = draft.transcribed.is_some();
        DiaryEntry {
            version: VERSION,
            act: part.act,
            case,
            collective: draft
                .collective
                .clone()
                .filter(|_| draft.is_of_collective(part.text)),
            author: context.author,
            qualification: context.qualification,
            occurred_on,
            starts: draft.starts,
            recorded_at: context.recorded_at,
            signed_at: context.now,
            late: is_late(
                context.recorded_on,
                occurred_on,
                context.late_after_days,
                transcribed,
            ),
            transcribed: draft.transcribed.clone(),
            placed_from: context.placed_from,
            several: part.several,
            files: u16::try_from(part.text.files.len()).unwrap_or(u16::MAX),
            ..DiaryEntry::default()
        }
    }

    /// Writes a paragraph, or the circumstances, into the scope of its readers.
    fn withhold(
        &mut self,
        part: &Part<'_>,
        (entry, case): (EntryId, CaseId),
        read_by: &ReadBy,
        segment: Option<(SegmentId, &DraftSegment)>,
    ) -> Withheld {
        let author = self.context.author;
        let id = (self.fresh.id)();
        let mut record = ReservedSegment {
            entry,
            act: part.act,
            case: Some(case),
            author,
            occurred_on: part.draft.occurred_on.unwrap_or_default(),
            starts: part.draft.starts,
            read_by: read_by.naming(author),
            salt: (self.fresh.salt)(),
            ..ReservedSegment::default()
        };
        match segment {
            Some((segment_id, segment)) => {
                record.segment = Some(segment_id);
                record.heading = segment.heading;
                record.category.clone_from(&segment.category);
                record.text = Some(segment.text.trim().to_owned());
            }
            None => record.header = Some(part.header.clone()),
        }
        let hash = reserved_hash(&record);
        self.push(
            read_by.scope(case, author),
            id,
            Planned::Reserved(Box::new(record)),
        );
        Withheld {
            record: RecordId(id),
            hash,
        }
    }

    /// Where something to be done lives: with the text that it came from.
    fn action_scope(&self, case: Option<CaseId>, read_by: &ReadBy) -> ScopeId {
        let author = self.context.author;
        case.map_or(ScopeId::new(author.uuid(), ScopeKind::Draft), |case| {
            read_by.scope(case, author)
        })
    }

    fn action_base(&self, part: &Part<'_>, entry: EntryId, case: Option<CaseId>) -> NextAction {
        NextAction {
            case,
            entry: Some(entry),
            act: Some(part.act),
            who: Some(self.context.author),
            author: self.context.author,
            ..NextAction::default()
        }
    }

    fn actions(&mut self, part: &Part<'_>, entry: EntryId, case: Option<CaseId>) {
        let whole = self.read_by(part, case);
        for action in part.text.actions.iter().filter(|a| !a.what.trim().is_empty()) {
            let base = self.action_base(part, entry, case);
            let id = (self.fresh.id)();
            let record = NextAction {
                what: action.what.trim().to_owned(),
                who: action.who.or(base.who),
                due: action.due,
                ..base
            };
            let scope = self.action_scope(case, &whole);
            self.push(scope, id, Planned::Action(Box::new(record)));
        }
    }

    /// A commitment with a day is something to be followed up.
    fn promises(&mut self, part: &Part<'_>, entry: EntryId, case: Option<CaseId>) {
        let whole = self.read_by(part, case);
        for (segment_id, segment) in &part.segments {
            let Some(Category::Commitment { who, due: Some(due) }) = &segment.category else {
                continue;
            };
            let own = segment.read_by.as_ref().unwrap_or(&whole);
            let scope = self.action_scope(case, whole.narrower(own));
            let id = (self.fresh.id)();
            let record = NextAction {
                segment: Some(*segment_id),
                what: segment.text.trim().to_owned(),
                promised_by: who.clone(),
                due: Some(*due),
                ..self.action_base(part, entry, case)
            };
            self.push(scope, id, Planned::Action(Box::new(record)));
        }
    }

    fn activity(&mut self, draft: &EntryDraft, act: ActId) {
        let (school, class) = match &draft.collective {
            Some(Collective::Class { school, class }) => (Some(*school), Some(*class)),
            Some(Collective::School { school }) => (Some(*school), None),
            _ => (None, None),
        };
        let record = Activity {
            act,
            kind: draft.header.kind,
            author: self.context.author,
            occurred_on: draft.occurred_on.unwrap_or_default(),
            starts: draft.starts,
            ends: draft.header.ends,
            place: draft.header.place.clone(),
            school,
            class,
            time: draft.header.time,
            texts: u16::try_from(draft.texts.len()).unwrap_or(u16::MAX),
        };
        let id = (self.fresh.id)();
        let scope = ScopeId::new(self.context.office, ScopeKind::Activities);
        self.push(scope, id, Planned::Activity(Box::new(record)));
    }
}
