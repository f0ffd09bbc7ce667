//! What stands in an entry beside the account of what happened: papers, evaluations, promises, next actions, and who may
//! read it when fewer people than usual shall.

use super::{
    calendar::working_from,
    cases::{LivingCase, area},
    dice::Dice as _,
    entries::{Deed, paragraph, told},
    texts::{Area, Cast, Part, Writer},
};
use crate::SeededRandom;
use cartella_domain::{
    cases::StateName,
    diary::{Category, DraftAction, DraftSegment, EntryKind, ReadBy},
    ids::OperatorId,
    rights::Confidentiality,
};

/// What stands beside the account: papers read, evaluations, hypotheses, promises with a day.
pub(super) fn beside(
    writer: &Writer<'_>,
    case: &mut LivingCase,
    deed: &Deed,
    segments: &mut Vec<DraftSegment>,
) {
    let random = writer.random;
    let memory = &mut case.memory;
    if matches!(deed.kind, EntryKind::Telefonata | EntryKind::EmailPec) {
        return;
    }
    let mut add = |part: Part, category: Category, chance: i64| {
        if random.chance(chance)
            && let Some(text) = writer.sentence(part, memory)
        {
            segments.push(paragraph(text, Some(category)));
        }
    };
    add(Part::Documented, Category::Documented { document: None }, 8);
    let method = Some("colloquio e osservazione".to_owned());
    add(Part::Assessment, Category::Assessment { method }, 20);
    add(Part::Hypothesis, Category::Hypothesis, 8);
    let due = working_from(deed.day.plus_days(random.between(7, 30)));
    let promise = Category::Commitment {
        who: Some(writer.cast.relative.alone()),
        due: Some(due),
    };
    let before = segments.len();
    if random.chance(18)
        && let Some(text) = writer.sentence(Part::Commitment, memory)
    {
        segments.push(paragraph(text, Some(promise)));
    }
    if segments.len() > before {
        case.due.push(due);
    }
    let met = matches!(deed.kind, EntryKind::Colloquio | EntryKind::VisitaDomiciliare);
    if met && case.state == StateName::InMonitoraggio && random.chance(12) {
        let farewell = writer.sentence(Part::Farewell, &mut case.memory);
        segments.extend(farewell.map(|text| paragraph(text, Some(Category::Decision))));
    }
}

/// Once in a while a whole entry is for fewer people than its service proposes.
pub(super) fn close_to(
    random: &SeededRandom,
    case: &LivingCase,
    responsible: OperatorId,
    read_by: &mut Option<ReadBy>,
) {
    if area(case.service) != Area::Protection {
        return;
    }
    *read_by = match random.between(1, 200) {
        1..=3 => Some(ReadBy::from(Confidentiality::Private)),
        4 => Some(ReadBy {
            level: Confidentiality::Secret,
            readers: vec![responsible],
        }),
        _ => None,
    };
}

/// Where a service's texts are open to its people, a paragraph now and then is not.
pub(super) fn reserved(writer: &Writer<'_>, case: &mut LivingCase, segments: &mut Vec<DraftSegment>) {
    if case.service.area().confidentiality == Confidentiality::Service
        && writer.kind == "COLLOQUIO"
        && writer.random.chance(14)
        && let Some(text) = writer.sentence(Part::Reserved, &mut case.memory)
    {
        segments.push(DraftSegment {
            read_by: Some(Confidentiality::Reserved.into()),
            ..paragraph(text, told(writer.cast))
        });
    }
}

pub(super) fn actions(
    random: &SeededRandom,
    case: &mut LivingCase,
    cast: &Cast,
    deed: &Deed,
) -> Vec<DraftAction> {
    if !random.chance(16) {
        return Vec::new();
    }
    let (relative, colleague) = (&cast.relative, &cast.colleague);
    let what = match random.below(6) {
        0 => format!("Richiamare {}", relative.alone()),
        1 => format!("Fissare un incontro {}", colleague.after("con")),
        2 => format!("Scrivere {}", colleague.after("a")),
        3 => "Aggiornare il calendario degli incontri".to_owned(),
        4 => format!("Chiedere notizie {}", colleague.after("a")),
        _ => "Preparare la relazione di aggiornamento".to_owned(),
    };
    let due = working_from(deed.day.plus_days(random.between(3, 25)));
    case.due.push(due);
    vec![DraftAction {
        what,
        who: None,
        due: Some(due),
    }]
}
