//! One entry: from what was done, with whom and when, to a draft as she would type it.

use super::{
    asides,
    calendar::{hour, school},
    cases::{LivingCase, area},
    dice::Dice as _,
    kinds,
    staff::Colleague,
    texts::{Area, Cast, Part, Point, Writer},
};
use crate::SeededRandom;
use cartella_domain::{
    cases::StateName,
    diary::{
        Category, DraftSegment, DraftText, EntryDraft, EntryKind, EntryPlace, EntryPlaceKind, Heading,
        Outcome, Participant, TimeSpent,
    },
    ids::{OperatorId, PersonId},
    rights::Role,
    time::CivilDate,
};

/// Something that was done and is to be written of.
#[derive(Debug, Clone, Copy)]
pub struct Deed {
    /// By whom, by her place in the staff.
    pub by: usize,
    /// For which case.
    pub case: usize,
    /// What.
    pub kind: EntryKind,
    /// On which day.
    pub day: CivilDate,
    /// At which minute of it.
    pub starts: i64,
    /// For how long.
    pub minutes: i64,
    /// Travel, there and back.
    pub travel: i64,
}

/// The people of a case as an entry calls them, and the person spoken with.
pub fn cast(
    random: &SeededRandom,
    case: &LivingCase,
    author: Role,
    deed: &Deed,
) -> (Cast, Option<(PersonId, String)>) {
    let area = area(case.service);
    let with: Vec<_> = case.kin.iter().filter(|(_, kin)| kin.spoken_with).collect();
    let chosen = random.pick(&with).copied();
    let noun_of = |role: &str| {
        let found = case.kin.iter().find(|(_, kin)| kin.role == role);
        found.map(|(_, kin)| kin.noun.clone())
    };
    let role = chosen.map_or("", |(_, kin)| kin.role);
    let other = match role {
        "madre" => noun_of("padre"),
        "padre" => noun_of("madre"),
        _ => None,
    };
    let age = u32::try_from(deed.day.days_since(case.born) / 365).unwrap_or(0);
    let cast = Cast {
        subject: case.subject.clone(),
        relative: chosen.map_or_else(|| case.subject.clone(), |(_, kin)| kin.noun.clone()),
        other,
        sibling: noun_of("sorella").or_else(|| noun_of("fratello")),
        grandparent: noun_of("nonna").filter(|_| role != "nonna"),
        colleague: kinds::colleague(random, area, age),
        team: kinds::team(area, author),
        place: kinds::place(random),
        age,
        by_parent: chosen.is_some_and(|(_, kin)| kin.parent),
        point: Point {
            beginning: case.entries < 2 && deed.day.days_since(case.since) < 60,
            plan: matches!(case.state, StateName::ProgettoAttivo | StateName::InMonitoraggio),
            end: case.state == StateName::InMonitoraggio,
            school: school(deed.day),
            apart: case.apart,
        },
    };
    let with = chosen.map(|(person, kin)| (*person, kin.role.to_owned()));
    (cast, with)
}

/// The draft of a deed, in the files of its case and of the brothers and sisters who were there.
pub fn draft(
    random: &SeededRandom,
    (case, siblings): (&mut LivingCase, &[&LivingCase]),
    (author, responsible): (&Colleague, OperatorId),
    deed: &Deed,
) -> EntryDraft {
    let (cast, with) = cast(random, case, author.role, deed);
    let area = area(case.service);
    let mut draft = EntryDraft::of_kind(deed.kind);
    draft.occurred_on = Some(deed.day);
    draft.starts = Some(hour(deed.starts));
    let failed = failure(random, deed.kind);
    draft.header.outcome = Some(failed.clone().unwrap_or(Outcome::Held));
    if failed.is_none() {
        draft.header.ends = Some(hour(deed.starts + deed.minutes));
    }
    let number = |minutes: i64| u16::try_from(minutes).ok().filter(|minutes| *minutes > 0);
    draft.header.time = TimeSpent {
        minutes: number(if failed.is_some() { 5 } else { deed.minutes }),
        proposed: false,
        travel: number(deed.travel),
    };
    draft.header.place = place(deed.kind, area, &cast);
    draft.header.participants = participants(deed.kind, area, case, (&cast, with));
    let writer = Writer {
        random,
        area,
        kind: kinds::code(deed.kind),
        cast: &cast,
    };
    let mut text = DraftText {
        files: std::iter::once(case.id)
            .chain(siblings.iter().map(|sibling| sibling.id))
            .collect(),
        ..DraftText::default()
    };
    if failed.is_some() {
        let said = writer.sentence(Part::Failed, &mut case.memory);
        text.segments = said.map(|said| paragraph(said, None)).into_iter().collect();
    } else {
        let headed = author.headings && random.chance(80);
        let template = draft
            .texts
            .first()
            .map(|text| text.segments.clone())
            .unwrap_or_default();
        text.segments = if headed && template.len() > 1 {
            under_headings(&writer, template, case, (deed, author.role))
        } else {
            free(&writer, case, deed)
        };
        asides::beside(&writer, case, deed, &mut text.segments);
        asides::close_to(random, case, responsible, &mut draft.read_by);
        asides::reserved(&writer, case, &mut text.segments);
        text.actions = asides::actions(random, case, &cast, deed);
    }
    draft.texts = vec![text];
    draft
}

fn failure(random: &SeededRandom, kind: EntryKind) -> Option<Outcome> {
    let outcome = match kind {
        EntryKind::Telefonata => Outcome::NoAnswer,
        EntryKind::Colloquio | EntryKind::VisitaDomiciliare => Outcome::Absent,
        EntryKind::IncontroSn => Outcome::Cancelled { by: None },
        _ => return None,
    };
    random.chance(6).then_some(outcome)
}

fn place(kind: EntryKind, area: Area, cast: &Cast) -> Option<EntryPlace> {
    let (kind, detail) = match kind {
        EntryKind::Osservazione if area == Area::School => (EntryPlaceKind::School, None),
        EntryKind::Glo => (EntryPlaceKind::School, None),
        EntryKind::IncontroRete => (EntryPlaceKind::Elsewhere, Some(cast.place.alone())),
        EntryKind::VisitaDomiciliare => (EntryPlaceKind::Home, None),
        EntryKind::Telefonata | EntryKind::EmailPec => return None,
        _ => (EntryPlaceKind::Office, None),
    };
    Some(EntryPlace { kind, detail })
}

fn participants(
    kind: EntryKind,
    area: Area,
    case: &LivingCase,
    (cast, with): (&Cast, Option<(PersonId, String)>),
) -> Vec<Participant> {
    let own = Participant::Person {
        person: case.person,
        role: None,
    };
    let relative = with
        .filter(|(person, _)| *person != case.person)
        .map(|(person, role)| Participant::Person {
            person,
            role: Some(role),
        });
    let colleague = Participant::Other {
        name: cast.colleague.alone(),
        role: None,
    };
    match kind {
        EntryKind::Colloquio | EntryKind::Telefonata if area == Area::Basic => vec![own],
        EntryKind::Colloquio | EntryKind::Telefonata => relative.into_iter().collect(),
        EntryKind::VisitaDomiciliare | EntryKind::IncontroSn => relative.into_iter().chain([own]).collect(),
        EntryKind::Osservazione if area == Area::School => vec![own, colleague],
        EntryKind::Osservazione => relative.into_iter().chain([own]).collect(),
        EntryKind::Glo => relative.into_iter().chain([colleague]).collect(),
        EntryKind::IncontroRete => vec![colleague],
        _ => Vec::new(),
    }
}

pub(super) fn paragraph(text: String, category: Option<Category>) -> DraftSegment {
    DraftSegment {
        text,
        category,
        ..DraftSegment::default()
    }
}

pub(super) fn told(by: &Cast) -> Option<Category> {
    Some(Category::Reported {
        by: Some(by.relative.alone()),
        verbatim: false,
    })
}

/// A text under the headings of its kind; those without a word stay empty and vanish at the signature.
fn under_headings(
    writer: &Writer<'_>,
    template: Vec<DraftSegment>,
    case: &mut LivingCase,
    (deed, author): (&Deed, Role),
) -> Vec<DraftSegment> {
    let (random, cast) = (writer.random, writer.cast);
    let memory = &mut case.memory;
    let mut segments = Vec::new();
    if deed.kind == EntryKind::VisitaDomiciliare {
        let opening = writer.paragraph(Part::Opening, 1, memory);
        segments.extend(opening.map(|text| paragraph(text, None)));
    }
    for mut segment in template {
        let said = match segment.heading {
            Some(Heading::Reason | Heading::Cases) => writer.paragraph(Part::Opening, 1, memory),
            Some(Heading::Present) => Some(present(writer, deed.kind, author)),
            Some(Heading::Reported) => writer.paragraph(Part::Reported, 2, memory),
            Some(Heading::Observed) if random.chance(70) => writer.paragraph(Part::Observed, 1, memory),
            Some(Heading::Setting) => writer.paragraph(Part::Setting, 1, memory),
            Some(Heading::Child) => writer.paragraph(Part::Child, 1, memory),
            Some(Heading::Caller) => Some(format!("{}.", capital(&cast.relative.alone()))),
            Some(Heading::Subject) => writer.paragraph(Part::Matter, 1, memory),
            Some(Heading::Agreements | Heading::Decisions) if random.chance(agreed(deed.kind)) => {
                writer.paragraph(Part::Decision, 1, memory)
            }
            Some(Heading::NextStep | Heading::WhoDoesWhat) if random.chance(45) => {
                writer.paragraph(Part::Commitment, 1, memory)
            }
            _ => None,
        };
        if let Some(Category::Reported { .. }) = &segment.category {
            segment.category = told(cast);
        }
        if let Some(text) = said {
            segment.text = text;
            segments.push(segment);
        }
    }
    segments
}

/// Of a hundred entries of a kind, how many end with something agreed.
const fn agreed(kind: EntryKind) -> i64 {
    match kind {
        EntryKind::EmailPec => 0,
        EntryKind::NotaDiProcesso | EntryKind::AttivitaInterna => 8,
        EntryKind::Telefonata => 18,
        _ => 50,
    }
}

fn present(writer: &Writer<'_>, kind: EntryKind, author: Role) -> String {
    let cast = writer.cast;
    let own = match author {
        Role::Psicologo => "la psicologa",
        Role::Pedagogista => "la pedagogista",
        _ => "l'assistente sociale",
    };
    let said = match kind {
        EntryKind::Equipe => format!("{own}, {}", cast.team.alone()),
        EntryKind::VisitaDomiciliare if cast.relative != cast.subject => {
            format!("{}, {}", cast.relative.alone(), cast.subject.alone())
        }
        _ => cast.relative.alone(),
    };
    format!("{}.", capital(&said))
}

/// A text that runs free, paragraph by paragraph; one in four is left to be classified.
fn free(writer: &Writer<'_>, case: &mut LivingCase, deed: &Deed) -> Vec<DraftSegment> {
    let (random, cast) = (writer.random, writer.cast);
    let memory = &mut case.memory;
    let mut segments = Vec::new();
    let mut add = |text: Option<String>, category: Option<Category>| {
        let category = category.filter(|_| random.chance(75));
        segments.extend(text.map(|text| paragraph(text, category)));
    };
    if deed.kind == EntryKind::Telefonata {
        let matter = writer.sentence(Part::Matter, memory);
        add(
            matter.map(|matter| format!("Telefona {}. {matter}", cast.relative.alone())),
            told(cast),
        );
    } else {
        add(writer.paragraph(Part::Opening, 1, memory), None);
    }
    if deed.kind == EntryKind::VisitaDomiciliare {
        add(
            writer.paragraph(Part::Setting, 1, memory),
            Some(Category::Observed),
        );
        add(writer.paragraph(Part::Child, 1, memory), Some(Category::Observed));
    }
    add(writer.paragraph(Part::Reported, 2, memory), told(cast));
    if deed.kind != EntryKind::Telefonata {
        let most = if deed.kind == EntryKind::Osservazione || deed.kind == EntryKind::IncontroSn {
            3
        } else {
            1
        };
        add(
            writer.paragraph(Part::Observed, most, memory),
            Some(Category::Observed),
        );
    }
    if random.chance(agreed(deed.kind)) {
        add(
            writer.paragraph(Part::Decision, 1, memory),
            Some(Category::Decision),
        );
    }
    segments
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
