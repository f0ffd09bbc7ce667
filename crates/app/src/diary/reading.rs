//! Decides, paragraph by paragraph, what of some entries the operator is shown. Everything that shows an entry goes
//! through here.

use super::{
    beside::Beside,
    view::{
        ActionView, AnnulmentView, ConfirmationView, EntryMay, EntryView, RectificationView, SegmentView,
    },
};
use crate::{ErrorKind, Result, Session};
use cartella_archive::{audit, queries, rows::Row};
use cartella_domain::{
    diary::{
        Annulment, AnnulmentReason, Classification, Confirmation, DiaryEntry, EntryHeader, Rectification,
        ReservedSegment, Segment, Wording,
    },
    ids::{CaseId, EntryId, OperatorId},
    record::Record as _,
    rights::{Action, Actor, Confidentiality, Decision, Role, Standing, Subject, decide},
};
use uuid::Uuid;

/// How the operator stands to the file whose entries she reads.
pub(super) struct Reader {
    actor: Actor,
    subject: Subject,
    case: Option<CaseId>,
}

impl Reader {
    /// The reader of a case's diary.
    ///
    /// # Errors
    /// `forbidden` or `not_found` if she reads no diary there.
    pub(super) fn of_case(session: &Session, case: CaseId) -> Result<Self> {
        let subject = session.case_subject(case)?;
        let written = subject.written_by_actor(true);
        // Who reads only what she wrote herself (an educatore of a body) is let in too; each entry asks again.
        if session.allow(Action::EntryRead, &written).is_err() {
            session.allow(Action::EntryRead, &subject)?;
        }
        Ok(Self {
            actor: session.actor()?,
            subject,
            case: Some(case),
        })
    }

    /// The reader of entries of no single case: activities, and her own that wait to be placed.
    ///
    /// # Errors
    /// The archive does not answer.
    pub(super) fn of_none(session: &Session) -> Result<Self> {
        Ok(Self {
            actor: session.actor()?,
            subject: Subject::nobody(),
            case: None,
        })
    }

    /// The reader of one entry, whatever file it stands in.
    pub(super) fn of_entry(session: &Session, entry: &DiaryEntry) -> Result<Self> {
        match entry.case {
            Some(case) => Self::of_case(session, case),
            None => Self::of_none(session),
        }
    }

    /// The subject that rights are asked about: the file, who wrote it, at which level, for which names.
    fn about(&self, level: Confidentiality, author: OperatorId, named: bool) -> Subject {
        self.subject
            .at(level)
            .written_by_actor(author == self.actor.operator)
            .naming_actor(named)
    }

    /// What the table of rights says of an action on a text.
    pub(super) fn decide(
        &self,
        action: Action,
        level: Confidentiality,
        author: OperatorId,
        named: bool,
    ) -> Decision {
        if self.case.is_none() {
            return self.decide_without_case(action, author);
        }
        decide(&self.actor, action, &self.about(level, author, named))
    }

    fn decide_without_case(&self, action: Action, author: OperatorId) -> Decision {
        let mine = author == self.actor.operator;
        let subject = Subject::nobody().written_by_actor(mine);
        let asked = match action {
            Action::EntryRead => Action::ActivityRead,
            _ if !mine => return Decision::Forbidden,
            _ => Action::ActivityWrite,
        };
        decide(&self.actor, asked, &subject)
    }

    pub(super) fn coordinates(&self) -> bool {
        self.actor.roles.contains(&Role::Coordinatore) && self.subject.standing.has(Standing::COORDINATES)
    }
}

/// The entries as she may see them, those that must not show left out; readings of reserved text by somebody else
/// are in the audit before this returns.
pub(super) fn views(
    session: &Session,
    reader: &Reader,
    entries: Vec<Row<DiaryEntry>>,
) -> Result<Vec<EntryView>> {
    let beside = Beside::of(session, &entries)?;
    let mut traces = 0;
    let mut shown = Vec::new();
    for row in entries {
        let id = row.typed_id::<EntryId>()?;
        if let Some((view, trace)) = view(reader, &beside, id, row.value) {
            traces += u64::from(trace);
            shown.push(view);
        }
    }
    if traces > 0 {
        let mut event = audit::Event::new(audit::Act::ReadReserved).counting(traces);
        if let Some(case) = reader.case {
            event = event.about(case);
        }
        if let [only] = shown.as_slice() {
            event = event.on(only.id, DiaryEntry::KIND.number);
        }
        session.note(event)?;
    }
    Ok(shown)
}

/// One entry in the making.
struct Showing<'a> {
    reader: &'a Reader,
    author: OperatorId,
    reserved: &'a [(Uuid, ReservedSegment)],
    classifications: &'a [Classification],
    withdrawn: bool,
    trace: bool,
}

fn view(reader: &Reader, beside: &Beside, id: EntryId, entry: DiaryEntry) -> Option<(EntryView, bool)> {
    let reserved = beside.reserved.get(&id).map_or(&[] as &[_], Vec::as_slice);
    let annulment = beside.annulments.get(&id);
    let mine = entry.author == reader.actor.operator;
    let withdrawn = annulment.is_some_and(|a| a.reason == AnnulmentReason::FascicoloSbagliato)
        && !mine
        && !reader.coordinates();
    let mut showing = Showing {
        reader,
        author: entry.author,
        reserved,
        classifications: beside.classifications.get(&id).map_or(&[], Vec::as_slice),
        withdrawn,
        trace: false,
    };
    if reader.case.is_none() && entry.collective.is_none() && !mine {
        return None;
    }
    let kept = reserved.iter().find(|(_, part)| part.header.is_some());
    let named = kept.is_some_and(|(_, part)| part.read_by.readers.contains(&reader.actor.operator));
    let decision = reader.decide(Action::EntryRead, entry.level, entry.author, named);
    if !decision.is_allowed() && decision != Decision::Stub {
        return None;
    }
    let open = decision.is_allowed() && !withdrawn;
    let header = entry
        .header
        .clone()
        .or_else(|| kept.and_then(|(_, part)| part.header.clone()));
    showing.trace |= open && matches!(decision, Decision::Allowed { log: true }) && kept.is_some();
    let segments = showing.segments(&entry, open);
    let rectifications = showing.rectifications(beside.rectifications.get(&id), &segments, open);
    let may = |action| {
        annulment.is_none()
            && reader
                .decide(action, entry.level, entry.author, named)
                .is_allowed()
    };
    let actions = beside.actions.get(&id).map_or(&[] as &[_], Vec::as_slice);
    let confirmations = beside.confirmations.get(&id).map_or(&[] as &[_], Vec::as_slice);
    let told = header.as_ref().filter(|_| open);
    let (confirmed, awaited) = co_authors(told, confirmations, (reader.actor.operator, entry.author));
    let view = EntryView {
        hidden: !open || header.is_none(),
        header: header.filter(|_| open),
        actions: readable_actions(actions, &segments, open),
        segments,
        rectifications,
        annulment: annulment.map(annulment_view),
        may: EntryMay {
            attach: open && may(Action::EntryWrite),
            confirm: annulment.is_none() && awaited,
            rectify: open && may(Action::EntryRectify),
            annul: may(Action::EntryAnnul),
            classify: open && may(Action::EntryClassify),
        },
        confirmed,
        ..EntryView::stub(id, &entry)
    };
    let view = if open { view.with_origin(entry) } else { view };
    Some((view, showing.trace))
}

/// What was agreed shows with what it was agreed in: a promise with its paragraph, an action with the entry.
fn readable_actions(all: &[ActionView], segments: &[SegmentView], open: bool) -> Vec<ActionView> {
    let readable = |view: &&ActionView| match view.action.segment {
        None => open,
        Some(segment) => segments.iter().any(|s| s.id == segment && s.text.is_some()),
    };
    all.iter().filter(readable).cloned().collect()
}

/// Who of the co-authors has confirmed, each once, and whether the entry waits for this operator.
fn co_authors(
    header: Option<&EntryHeader>,
    found: &[Confirmation],
    (operator, author): (OperatorId, OperatorId),
) -> (Vec<ConfirmationView>, bool) {
    let named = header
        .map(|header| header.co_authors.as_slice())
        .unwrap_or_default();
    let of = |operator: &OperatorId| found.iter().find(|confirmation| confirmation.author == *operator);
    let confirmed = named.iter().filter_map(of).map(|confirmation| ConfirmationView {
        author: confirmation.author,
        signed_at: confirmation.signed_at,
    });
    let awaited = header.is_some_and(|header| header.awaits(operator, author)) && of(&operator).is_none();
    (confirmed.collect(), awaited)
}

fn annulment_view(annulment: &Annulment) -> AnnulmentView {
    AnnulmentView {
        author: annulment.author,
        signed_at: annulment.signed_at,
        reason: annulment.reason,
        note: annulment.note.clone(),
    }
}

impl Showing<'_> {
    fn segments(&mut self, entry: &DiaryEntry, open: bool) -> Vec<SegmentView> {
        let segments = entry.segments.iter();
        segments
            .filter_map(|segment| self.segment(segment, entry, open))
            .collect()
    }

    fn segment(&mut self, segment: &Segment, entry: &DiaryEntry, open: bool) -> Option<SegmentView> {
        let mut view = SegmentView {
            id: segment.id,
            heading: None,
            category: None,
            classified_later: false,
            level: entry.level,
            files: segment.files.clone(),
            text: None,
        };
        match &segment.wording {
            Wording::Open {
                heading,
                category,
                read_by,
                text,
                ..
            } => {
                view.level = read_by.as_ref().map_or(entry.level, |read_by| read_by.level);
                if open {
                    view.heading = *heading;
                    view.category.clone_from(category);
                    view.text = Some(text.clone());
                }
            }
            Wording::Withheld { level, record, .. } => {
                view.level = *level;
                let part = self.reserved.iter().find(|(id, _)| *id == record.uuid());
                let me = self.reader.actor.operator;
                let named = part.is_some_and(|(_, part)| part.read_by.readers.contains(&me));
                let decision = self.reader.decide(Action::EntryRead, *level, self.author, named);
                if !decision.is_allowed() && decision != Decision::Stub {
                    return None;
                }
                if let Some((_, part)) = part.filter(|_| decision.is_allowed() && !self.withdrawn) {
                    self.trace |= matches!(decision, Decision::Allowed { log: true });
                    view.heading = part.heading;
                    view.category.clone_from(&part.category);
                    view.text.clone_from(&part.text);
                }
            }
        }
        self.classify(&mut view);
        Some(view)
    }

    fn classify(&self, view: &mut SegmentView) {
        let later = self.classifications.iter().rev().find(|c| c.segment == view.id);
        if let Some(later) = later.filter(|_| view.text.is_some()) {
            view.category.clone_from(&later.category);
            view.classified_later = true;
        }
    }

    /// The corrections of what she may read: one of a paragraph shows with the paragraph, one of the whole entry
    /// with the entry.
    fn rectifications(
        &self,
        found: Option<&Vec<(String, Rectification)>>,
        segments: &[SegmentView],
        open: bool,
    ) -> Vec<RectificationView> {
        let readable = |rectification: &Rectification| match rectification.segment {
            None => open,
            Some(segment) => segments
                .iter()
                .any(|view| view.id == segment && view.text.is_some()),
        };
        let found = found.into_iter().flatten();
        found
            .filter(|(_, rectification)| readable(rectification))
            .map(|(_, rectification)| RectificationView {
                segment: rectification.segment,
                author: rectification.author,
                signed_at: rectification.signed_at,
                reason: rectification.reason.clone(),
                text: rectification.text.clone(),
                occurred_on: rectification.occurred_on,
                starts: rectification.starts,
            })
            .collect()
    }
}

/// Whether she may read a text of an entry: of a case by her nearness, of a group, class or school as one of the office,
/// of none as its author.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn may_read(
    session: &Session,
    entry: &DiaryEntry,
    level: Confidentiality,
    named: bool,
) -> Result<bool> {
    let mine = entry.author == session.operator();
    if entry.case.is_none() && entry.collective.is_none() && !mine {
        return Ok(false);
    }
    match Reader::of_entry(session, entry) {
        Ok(reader) => Ok(reader
            .decide(Action::EntryRead, level, entry.author, named)
            .is_allowed()),
        Err(error) if matches!(error.kind, ErrorKind::Forbidden | ErrorKind::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Her signed entries that wait for their file, the oldest first.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn own_to_place(session: &Session) -> Result<Vec<EntryView>> {
    let rows = queries::diary::to_place(session.archive().db(), session.operator(), session.own())?;
    views(session, &Reader::of_none(session)?, rows)
}
