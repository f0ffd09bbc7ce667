//! The operator's own week in the demo: appointments, promises that fall due, drafts that wait for her.

use super::{
    Colleague, Grown, LivingCase,
    entries::{Deed, draft as written},
};
use crate::SeededRandom;
use cartella_app::{
    Code, Error, Result, Session,
    agenda::{self, AppointmentInput, CreateAction},
    cases::{self, OneCase},
    diary::{self, Start},
    drafts::{self, SaveDraft},
};
use cartella_domain::{
    agenda::Slot,
    diary::{DraftSegment, EntryKind, EntryPlace, EntryPlaceKind, FORM_ENTRY, Participant},
    time::ClockTime,
};

/// Fills the week around today.
///
/// # Errors
/// The disk does not take it.
pub fn write(session: &mut Session, grown: &Grown, seed: u64) -> Result<()> {
    let random = SeededRandom::new(seed);
    let mine: Vec<&LivingCase> = grown
        .cases
        .iter()
        .filter(|case| case.responsible == 0 && case.is_worked_on())
        .take(14)
        .collect();
    for ((days, minute, kind, what), case) in APPOINTMENTS.iter().zip(&mine) {
        agenda::create(
            session,
            appointment(session, case, (*days, *minute), (*kind, what)),
        )?;
    }
    for ((days, what), case) in PROMISES.iter().zip(mine.iter().rev()) {
        let due = Some(session.today().plus_days(*days));
        let promise = CreateAction {
            case: Some(case.id),
            what: (*what).to_owned(),
            who: None,
            due,
        };
        agenda::action_create(session, promise)?;
    }
    let kinds = [
        EntryKind::Telefonata,
        EntryKind::Colloquio,
        EntryKind::VisitaDomiciliare,
    ];
    for (kind, case) in kinds.into_iter().zip(mine.iter().skip(5)) {
        draft(session, &random, kind, Some(case))?;
    }
    draft(session, &random, EntryKind::Telefonata, None)?;
    for case in mine.iter().take(6) {
        cases::get(session, OneCase { case: case.id })?;
    }
    Ok(())
}

/// Days from today, minute of the day, what sort, what it says.
const APPOINTMENTS: [(i64, u16, EntryKind, &str); 8] = [
    (0, 9 * 60, EntryKind::Colloquio, "Colloquio con la madre"),
    (0, 11 * 60 + 30, EntryKind::Equipe, "Équipe con la psicologa"),
    (0, 15 * 60, EntryKind::VisitaDomiciliare, "Visita a casa"),
    (1, 10 * 60, EntryKind::Glo, "GLO a scuola"),
    (
        1,
        14 * 60 + 30,
        EntryKind::IncontroRete,
        "Rete con neuropsichiatria",
    ),
    (2, 9 * 60 + 30, EntryKind::Colloquio, "Colloquio con il padre"),
    (
        3,
        16 * 60,
        EntryKind::VisitaDomiciliare,
        "Visita a casa della nonna",
    ),
    (-1, 10 * 60, EntryKind::Colloquio, "Restituzione ai genitori"),
];

/// Days from today, what was promised.
const PROMISES: [(i64, &str); 5] = [
    (-2, "Mandare la relazione alla neuropsichiatria"),
    (0, "Chiamare la scuola per il calendario"),
    (1, "Sentire il legale sulle visite protette"),
    (4, "Chiedere il certificato del pediatra"),
    (6, "Verificare l'avvio dell'educativa domiciliare"),
];

fn appointment(
    session: &Session,
    case: &LivingCase,
    (days, minute): (i64, u16),
    (kind, what): (EntryKind, &str),
) -> AppointmentInput {
    AppointmentInput {
        slot: Slot {
            on: session.today().plus_days(days),
            starts: Some(ClockTime(minute)),
            ends: Some(ClockTime(minute + 60)),
        },
        kind,
        what: Some(what.to_owned()),
        place: Some(EntryPlace {
            kind: EntryPlaceKind::Office,
            detail: None,
        }),
        participants: vec![Participant::Person {
            person: case.person,
            role: None,
        }],
        cases: vec![case.id],
        operators: Vec::new(),
        note: None,
    }
}

fn draft(
    session: &mut Session,
    random: &SeededRandom,
    kind: EntryKind,
    case: Option<&&LivingCase>,
) -> Result<()> {
    let start = Start {
        kind: Some(kind),
        case: case.map(|case| case.id),
        appointment: None,
    };
    let mut started = diary::start(session, start)?;
    let segments: Vec<DraftSegment> = match case {
        Some(case) => {
            let deed = Deed {
                by: 0,
                case: 0,
                kind,
                day: session.today(),
                starts: 10 * 60,
                minutes: 30,
                travel: 0,
            };
            let mut case = (*case).clone();
            let own = Colleague::own(session.operator());
            let whole = written(random, (&mut case, &[]), (&own, own.id), &deed);
            whole.texts.into_iter().flat_map(|text| text.segments).collect()
        }
        None => vec![DraftSegment {
            text: "Chiama la signora del secondo piano: chiede a chi rivolgersi per il marito dimesso ieri."
                .into(),
            ..DraftSegment::default()
        }],
    };
    if let Some(text) = started.content.texts.first_mut() {
        text.segments = segments;
    }
    let content = serde_json::to_value(&started.content).map_err(|_| Error::new(Code::BadInput))?;
    let save = SaveDraft {
        id: Some(started.draft),
        kind: FORM_ENTRY.to_owned(),
        subject: None,
        content,
        started_from: None,
    };
    drafts::save(session, save).map(drop)
}
