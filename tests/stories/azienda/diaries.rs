//! Diaries of the generated azienda: in working hours, in the life of their case, by people who are in one place at a time, in
//! texts that read well.

use super::{Azienda, day};
use cartella_domain::{
    cases::{CaseFile, Episode, State},
    diary::{Annulment, DiaryEntry, EntryHeader, EntryKind, ReservedSegment, Wording},
    ids::CaseId,
    services::Service,
    time::CivilDate,
};
use cartella_testkit::azienda::{HOURS, school_is_kept, works};
use std::collections::{BTreeMap, BTreeSet};

struct Entry {
    id: String,
    entry: DiaryEntry,
    header: EntryHeader,
    text: String,
}

/// Every entry that counts, with its header and text, reserved parts included.
fn entries(azienda: &Azienda) -> Vec<Entry> {
    let annulled: BTreeSet<String> = azienda
        .all::<Annulment>()
        .into_iter()
        .map(|row| row.value.entry.to_string())
        .collect();
    let mut reserved: BTreeMap<String, Vec<ReservedSegment>> = BTreeMap::new();
    for row in azienda.all::<ReservedSegment>() {
        reserved
            .entry(row.value.entry.to_string())
            .or_default()
            .push(row.value);
    }
    let rows = azienda.all::<DiaryEntry>().into_iter();
    rows.filter(|row| !annulled.contains(&row.id))
        .map(|row| {
            let parts = reserved.remove(&row.id).unwrap_or_default();
            let header = row.value.header.clone();
            let header = header.or_else(|| parts.iter().find_map(|part| part.header.clone()));
            let open = row
                .value
                .segments
                .iter()
                .filter_map(|segment| match &segment.wording {
                    Wording::Open { text, .. } => Some(text.clone()),
                    Wording::Withheld { .. } => None,
                });
            let hidden = parts.iter().filter_map(|part| part.text.clone());
            Entry {
                id: row.id,
                text: open.chain(hidden).collect::<Vec<_>>().join("\n"),
                header: header.unwrap(),
                entry: row.value,
            }
        })
        .collect()
}

/// No entry before its case or after its end; none of a case that nobody has.
pub fn stand_in_their_case(azienda: &Azienda) {
    let episodes: BTreeMap<CaseId, Episode> = azienda
        .all::<Episode>()
        .into_iter()
        .map(|row| (row.value.case.unwrap(), row.value))
        .collect();
    let mut closed = 0;
    for found in entries(azienda) {
        let episode = &episodes[&found.entry.case.unwrap()];
        let on = found.entry.occurred_on;
        assert!(
            on >= episode.recorded_on.unwrap(),
            "an entry before its case was opened"
        );
        if let State::Chiuso { on: Some(end), .. } | State::NonAccolto { on: Some(end), .. } = &episode.state
        {
            closed += 1;
            assert!(on <= end.earliest(), "an entry of {on} after the end of {end}");
        }
    }
    assert!(closed > 20, "{closed} entries of closed cases");
}

/// Working days, working hours; schools are visited while they are open, and nothing is signed before it happened.
pub fn are_of_working_hours(azienda: &Azienda) {
    for found in entries(azienda) {
        let (on, starts) = (found.entry.occurred_on, found.entry.starts.unwrap());
        assert!(works(on), "{on} is no working day");
        let ends = found.header.ends.unwrap_or(starts);
        let within = |minute: u16| HOURS.contains(&i64::from(minute));
        assert!(within(starts.0) && within(ends.0), "{on} {starts:?}-{ends:?}");
        let file: CaseFile = azienda.one(found.entry.case.unwrap());
        let pupil = matches!(file.service, Some(Service::Aes | Service::AesSecondaria));
        let at_school =
            found.header.kind == EntryKind::Glo || (pupil && found.header.kind == EntryKind::Osservazione);
        assert!(!at_school || school_is_kept(on), "{on}: no school");
        let signed = cartella_app::rome_date(found.entry.signed_at);
        assert!(
            signed >= on && signed.days_since(on) <= 25,
            "{on} signed on {signed}"
        );
    }
    assert!(!works(day("2026-12-25")));
}

/// What one person did on one day does not overlap; an act in the files of two siblings is one.
pub fn nobody_is_in_two_places(azienda: &Azienda) {
    let mut busy: BTreeMap<(String, CivilDate), BTreeMap<(u16, u16), String>> = BTreeMap::new();
    for found in entries(azienda) {
        let Some(ends) = found.header.ends else { continue };
        let key = (found.entry.author.to_string(), found.entry.occurred_on);
        let span = (found.entry.starts.unwrap().0, ends.0);
        let act = found.entry.act.to_string();
        let before = busy.entry(key).or_default().insert(span, act.clone());
        assert!(
            before.is_none_or(|other| other == act),
            "{} at one time with another",
            found.id
        );
    }
    for ((author, on), spans) in busy {
        let spans: Vec<_> = spans.into_keys().collect();
        for pair in spans.windows(2) {
            assert!(pair[0].1 <= pair[1].0, "{author} on {on}: {pair:?}");
        }
    }
}

/// Sentences are whole, agree, and do not come back.
pub fn read_well(azienda: &Azienda) {
    let wrong = [
        "{", "}", "|", "  ", " .", " ,", "..", " di il ", " di la ", " di l'", " a il ", " a la ", " da il ",
        " da la ", " su la ", "il madre", "la padre", " a A", "sol ", "stat ", "content ",
    ];
    let mut of_case: BTreeMap<CaseId, Vec<String>> = BTreeMap::new();
    let mut written: Vec<_> = entries(azienda);
    written.sort_by_key(|one| one.entry.occurred_on);
    for found in written {
        for bad in wrong {
            assert!(!found.text.contains(bad), "{bad:?} in {}", found.text);
        }
        for line in found.text.lines() {
            assert!(
                line.chars().next().unwrap().is_uppercase() || line.starts_with('"'),
                "{line}"
            );
            assert!(line.ends_with(['.', '?', '!', '"']), "{line}");
        }
        of_case
            .entry(found.entry.case.unwrap())
            .or_default()
            .push(found.text);
    }
    let (mut texts, mut again) = (0, 0);
    for told in of_case.into_values() {
        texts += told.len();
        for (index, text) in told.iter().enumerate() {
            let near = told.iter().skip(index + 1).take(5);
            again += near.filter(|other| *other == text && text.len() > 60).count();
        }
    }
    assert!(
        again * 100 <= texts,
        "{again} of {texts} texts say the same as one near them"
    );
}

/// A bit of everything that an office has.
pub fn have_everything(azienda: &Azienda) {
    for (what, least) in [
        ("rectification", 1),
        ("annulment", 1),
        ("reserved_segment", 100),
        ("next_action WHERE state = 'open'", 5),
        ("next_action WHERE state = 'done'", 20),
        ("appointment WHERE state = 'planned'", 1),
        ("appointment WHERE state <> 'planned'", 5),
        (
            "(SELECT act FROM diary_entry GROUP BY act HAVING count(*) > 1)",
            5,
        ),
        ("episode WHERE state = 'chiuso'", 3),
        ("episode WHERE state = 'progetto_attivo'", 5),
        ("transition", 100),
        ("household", 60),
        ("school", 14),
        (
            "diary_entry WHERE kind = 'COLLOQUIO' AND body LIKE '%\"withheld\"%'",
            1,
        ),
    ] {
        let found = azienda.count(&format!("SELECT count(*) FROM {what}"));
        assert!(found >= least, "{what}: {found}");
    }
    let kinds = azienda.count("SELECT count(DISTINCT kind) FROM (SELECT kind FROM diary_entry UNION SELECT kind FROM reserved_segment)");
    assert!(kinds >= 9, "{kinds} kinds of entry");
    let open = azienda.count("SELECT count(*) FROM draft WHERE closed_at IS NULL");
    assert_eq!(open, 0);
}
