//! The diaries: entries spread over the life of each case, signed by who is responsible, through the domain's
//! own plan of a signature.

use super::{
    BULK, Grown, GrownCase,
    texts::{Area, paragraphs, pick},
};
use crate::{FakeClock, SeededRandom};
use cartella_app::{Act, Code, Result, Session, rome_date, rome_time};
use cartella_domain::{
    diary::{
        Category, DraftSegment, DraftText, EntryDraft, EntryKind, FileContext, Fresh, LATE_AFTER_DAYS,
        Outcome, Participant, Planned, PlannedRow, Salt, SigningContext, TimeSpent, prepare_signing,
    },
    rights::Role,
    services::Service,
    time::{CivilDate, ClockTime, Instant},
};
use std::sync::Arc;

const KINDS: &[EntryKind] = &[
    EntryKind::Colloquio,
    EntryKind::Colloquio,
    EntryKind::VisitaDomiciliare,
    EntryKind::Telefonata,
    EntryKind::Telefonata,
    EntryKind::Equipe,
    EntryKind::IncontroRete,
    EntryKind::EmailPec,
    EntryKind::Osservazione,
];

/// Writes `count` entries, spread over the cases.
pub fn write(
    session: &mut Session,
    clock: &Arc<FakeClock>,
    random: &SeededRandom,
    grown: &Grown,
    count: usize,
) -> Result<()> {
    let end = session.now();
    let mut written = 0;
    while written < count {
        session.bulk(|session| {
            for _ in 0..BULK.min(count - written) {
                let Some(case) = pick(random, &grown.cases) else {
                    return Ok(());
                };
                entry(session, clock, random, (case, end))?;
                written += 1;
            }
            Ok(())
        })?;
        if grown.cases.is_empty() {
            break;
        }
    }
    clock.set_to(end);
    Ok(())
}

fn entry(
    session: &mut Session,
    clock: &Arc<FakeClock>,
    random: &SeededRandom,
    (case, end): (&GrownCase, Instant),
) -> Result<()> {
    let span = rome_date(end).days_since(case.since).max(1);
    let day = case
        .since
        .plus_days(i64::try_from(random.next()).unwrap_or(i64::MAX).rem_euclid(span));
    let starts = ClockTime(u16::try_from(8 * 60 + (random.next() % 36) * 15).unwrap_or(540));
    let signed = signed_at(day, starts, random);
    clock.set_to(signed.min(end));
    session.act_as(case.responsible);
    let draft = draft(random, case, day, starts);
    let context = SigningContext {
        author: case.responsible,
        qualification: Some(Role::AssistenteSociale),
        now: session.now(),
        today: session.today(),
        hour: rome_time(session.now()),
        recorded_at: session.now(),
        recorded_on: session.today(),
        late_after_days: LATE_AFTER_DAYS,
        office: session.archive().identity().office,
        files: &[FileContext {
            case: case.id,
            default_level: case.service.area().confidentiality,
        }],
        placed_from: None,
    };
    let (id, salt) = (
        || session.id(),
        || Salt::from_bytes(*session.id::<uuid::Uuid>().as_bytes()),
    );
    let (mut id, mut salt) = (id, salt);
    let mut fresh = Fresh {
        id: &mut id,
        salt: &mut salt,
    };
    let plan = prepare_signing(&draft, &context, &mut fresh)
        .map_err(|_| cartella_app::Error::new(Code::BadInput))?;
    session.write(|act| {
        act.about(case.id);
        plan.rows.iter().try_for_each(|row| put(act, row))
    })
}

fn put(act: &mut Act<'_>, row: &PlannedRow) -> Result<()> {
    match &row.record {
        Planned::Entry(entry) => act.sign(row.scope, row.id, entry.as_ref(), &entry.occurred_on.to_string()),
        Planned::Reserved(part) => act.sign(row.scope, row.id, part.as_ref(), &part.occurred_on.to_string()),
        Planned::Action(action) => act.create(row.scope, row.id, action.as_ref()),
        Planned::Activity(activity) => act.create(row.scope, row.id, activity.as_ref()),
    }
}

/// Mostly the same evening, sometimes days later.
fn signed_at(day: CivilDate, starts: ClockTime, random: &SeededRandom) -> Instant {
    let days = match random.next() % 10 {
        0 => 1,
        1 => 5,
        _ => 0,
    };
    let minutes = i64::from(starts.0) + 150 + i64::try_from(random.next() % 120).unwrap_or(0);
    let epoch = CivilDate::from_ymd(1970, 1, 1).unwrap_or_default();
    Instant(((day.days_since(epoch) + days) * 1440 + minutes) * 60_000)
}

fn draft(random: &SeededRandom, case: &GrownCase, day: CivilDate, starts: ClockTime) -> EntryDraft {
    let kind = pick(random, KINDS).copied().unwrap_or_default();
    let mut draft = EntryDraft::of_kind(kind);
    draft.occurred_on = Some(day);
    draft.starts = Some(starts);
    draft.header.time = TimeSpent {
        minutes: draft.header.time.minutes.or(Some(45)),
        proposed: false,
        travel: (kind == EntryKind::VisitaDomiciliare).then_some(20),
    };
    let failed = random.next().is_multiple_of(14);
    draft.header.outcome = Some(if failed { Outcome::NoAnswer } else { Outcome::Held });
    draft.header.participants = vec![Participant::Person {
        person: case.person,
        role: None,
    }];
    let segments = if failed {
        vec![DraftSegment {
            text: "Nessuna risposta; si lascia un messaggio.".into(),
            ..DraftSegment::default()
        }]
    } else {
        paragraphs(random, area(case.service), &case.cast)
            .into_iter()
            .map(|paragraph| DraftSegment {
                category: category(paragraph.category, case),
                text: paragraph.text,
                ..DraftSegment::default()
            })
            .collect()
    };
    draft.texts = vec![DraftText {
        files: vec![case.id],
        segments,
        ..DraftText::default()
    }];
    draft
}

fn category(code: &str, case: &GrownCase) -> Option<Category> {
    Some(match code {
        "observed" => Category::Observed,
        "reported" => Category::Reported {
            by: Some(case.cast.relative.clone()),
            verbatim: false,
        },
        "evaluation" => Category::Assessment {
            method: Some("colloquio e osservazione".into()),
        },
        "hypothesis" => Category::Hypothesis,
        "decision" => Category::Decision,
        "commitment" => Category::Commitment {
            who: Some(case.cast.relative.clone()),
            due: None,
        },
        _ => return None,
    })
}

pub(super) const fn area(service: Service) -> Area {
    match service {
        Service::Aes | Service::AesSecondaria => Area::School,
        Service::Sad | Service::SadDimissioniProtette => Area::Home,
        Service::Affidi => Area::Foster,
        _ => Area::Minors,
    }
}
