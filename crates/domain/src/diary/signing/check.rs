//! What is found about a draft before it is signed.

use super::{SigningContext, SigningFinding, SigningFindingCode};
use crate::{
    diary::{Category, DraftText, EntryDraft, ReadBy},
    ids::CaseId,
    rights::Confidentiality,
};

/// Text of one signature, in bytes: well under the 256 KiB that a change can hold.
const MOST_TEXT: usize = 120_000;

struct Found(Vec<SigningFinding>);

impl Found {
    fn add(
        &mut self,
        code: SigningFindingCode,
        text: Option<usize>,
        segment: Option<usize>,
        case: Option<CaseId>,
    ) {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let blocks = !matches!(
            code,
            SigningFindingCode::ReportedByNobody
                | SigningFindingCode::TimeProposed
                | SigningFindingCode::EndsBeforeStart
        );
        self.0.push(SigningFinding {
            code,
            blocks,
            text: text.map(number),
            segment: segment.map(number),
            case,
        });
    }

    fn whole(&mut self, code: SigningFindingCode) {
        self.add(code, None, None, None);
    }
}

pub(super) fn findings(draft: &EntryDraft, context: &SigningContext<'_>) -> Vec<SigningFinding> {
    let mut found = Found(Vec::new());
    check_time(draft, context, &mut found);
    check_whole(draft, &mut found);
    let mut seen: Vec<CaseId> = Vec::new();
    for (index, text) in draft.texts.iter().enumerate() {
        if draft.texts.len() > 1 && !belongs(draft, text) {
            found.add(SigningFindingCode::TextWithoutFile, Some(index), None, None);
        }
        for case in &text.files {
            if !context.files.iter().any(|file| file.case == *case) {
                found.add(SigningFindingCode::UnknownFile, Some(index), None, Some(*case));
            }
            if seen.contains(case) {
                found.add(SigningFindingCode::FileTwice, Some(index), None, Some(*case));
            }
            seen.push(*case);
        }
        check_text(draft, index, text, &mut found);
    }
    found.0
}

/// Whether a text among several has somewhere to go: files, a person who may have a file later, or the group, class
/// or school, of which one text speaks.
fn belongs(draft: &EntryDraft, text: &DraftText) -> bool {
    let of_collective = draft.texts.iter().find(|other| draft.is_of_collective(other));
    !text.files.is_empty()
        || !text.participants.is_empty()
        || of_collective.is_some_and(|first| std::ptr::eq(first, text))
}

fn check_time(draft: &EntryDraft, context: &SigningContext<'_>, found: &mut Found) {
    match draft.occurred_on {
        None => found.whole(SigningFindingCode::DateMissing),
        Some(day) if day > context.today => found.whole(SigningFindingCode::FutureDate),
        Some(day) => {
            if day == context.today && draft.starts.is_some_and(|hour| hour > context.hour) {
                found.whole(SigningFindingCode::FutureTime);
            }
        }
    }
    if let (Some(starts), Some(ends)) = (draft.starts, draft.header.ends)
        && ends < starts
    {
        found.whole(SigningFindingCode::EndsBeforeStart);
    }
    if draft.header.time.proposed && draft.header.time.minutes.is_some() {
        found.whole(SigningFindingCode::TimeProposed);
    }
}

fn check_whole(draft: &EntryDraft, found: &mut Found) {
    if draft.texts.is_empty() && !failed(draft, &DraftText::default()) {
        found.whole(SigningFindingCode::NothingWritten);
    }
    if let Some(read_by) = &draft.read_by {
        check_readers(read_by, None, None, found);
        let of_collective = draft.texts.iter().any(|text| draft.is_of_collective(text));
        if of_collective && read_by.level != Confidentiality::Service {
            found.whole(SigningFindingCode::LevelNeedsFile);
        }
    }
    if draft.collective.as_ref().is_some_and(|about| !about.is_named()) {
        found.whole(SigningFindingCode::CollectiveUnnamed);
    }
    if draft
        .transcribed
        .as_ref()
        .is_some_and(|t| t.author.trim().is_empty())
    {
        found.whole(SigningFindingCode::TranscriptionWithoutAuthor);
    }
    let length: usize = draft
        .texts
        .iter()
        .flat_map(|text| &text.segments)
        .map(|segment| segment.text.len())
        .sum();
    if length > MOST_TEXT {
        found.whole(SigningFindingCode::TooLong);
    }
}

fn failed(draft: &EntryDraft, text: &DraftText) -> bool {
    let outcome = text.outcome.as_ref().or(draft.header.outcome.as_ref());
    outcome.is_some_and(super::super::Outcome::failed)
}

fn check_text(draft: &EntryDraft, index: usize, text: &DraftText, found: &mut Found) {
    let written = |case: Option<CaseId>| {
        text.segments.iter().any(|segment| {
            !segment.text.trim().is_empty()
                && (segment.files.is_empty() || case.is_none_or(|case| segment.files.contains(&case)))
        })
    };
    if !failed(draft, text) {
        if !written(None) {
            found.add(SigningFindingCode::NothingWritten, Some(index), None, None);
        } else {
            for case in text.files.iter().filter(|case| !written(Some(**case))) {
                found.add(
                    SigningFindingCode::FileWithoutText,
                    Some(index),
                    None,
                    Some(*case),
                );
            }
        }
    }
    for (place, segment) in text.segments.iter().enumerate() {
        if segment.text.trim().is_empty() {
            continue;
        }
        let (index, place) = (Some(index), Some(place));
        if segment.files.iter().any(|case| !text.files.contains(case)) {
            found.add(SigningFindingCode::SegmentInNoFile, index, place, None);
        }
        if let Some(read_by) = &segment.read_by {
            check_readers(read_by, index, place, found);
            if draft.is_of_collective(text) && read_by.level != Confidentiality::Service {
                found.add(SigningFindingCode::LevelNeedsFile, index, place, None);
            }
        }
        if let Some(Category::Reported { by, .. }) = &segment.category
            && by.as_ref().is_none_or(|name| name.trim().is_empty())
        {
            found.add(SigningFindingCode::ReportedByNobody, index, place, None);
        }
    }
}

fn check_readers(read_by: &ReadBy, text: Option<usize>, segment: Option<usize>, found: &mut Found) {
    if read_by.level == Confidentiality::Secret && read_by.readers.is_empty() {
        found.add(SigningFindingCode::SecretWithoutReaders, text, segment, None);
    }
}
