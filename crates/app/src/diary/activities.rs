//! Activities: what was done with a group, a class or a school, and what left several texts at once. The list shows the
//! one header; a text shows to who reads the file that it stands in.

use super::{
    mentioned::mentioned,
    reading::{Reader, views},
    view::EntryView,
};
use crate::{
    Code, Error, ErrorKind, Result, Session,
    names::{Names, names},
};
use cartella_archive::queries::diary::{self as query, AfterAct};
use cartella_domain::{
    diary::{Activity, Collective, EntryKind, EntryPlace, TimeSpent},
    ids::{ActId, OperatorId, RecordId},
    rights::{Action, Subject},
    scope::{ScopeId, ScopeKind},
    time::{CivilDate, ClockTime},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// Activities on one page.
const PAGE: u32 = 50;

/// Which page of the activities.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct AskActivities {
    /// Where the last page ended.
    pub after: Option<String>,
}

/// One activity.
#[derive(Clone, Serialize, TS)]
pub struct ActivityLine {
    /// The act.
    pub act: ActId,
    /// The record that says so: its header, or its entry about the group, class or school.
    pub record: RecordId,
    /// What kind of event.
    pub kind: EntryKind,
    /// Who signed it.
    pub author: OperatorId,
    /// The day.
    pub occurred_on: CivilDate,
    /// The hour.
    pub starts: Option<ClockTime>,
    /// Where.
    pub place: Option<EntryPlace>,
    /// The group, class or school.
    pub collective: Option<Collective>,
    /// Time given in all, counted once.
    pub time: TimeSpent,
    /// How many texts it left.
    pub texts: u16,
    /// Its entry about the group, class or school no longer counts.
    pub annulled: bool,
}

/// A page of activities, the newest first.
#[derive(Clone, Serialize, TS)]
pub struct ActivityPage {
    /// The activities.
    pub lines: Vec<ActivityLine>,
    /// Where the next page begins; none at the end.
    pub next: Option<String>,
    /// What the schools, classes and colleagues in it are called.
    pub names: Names,
}

/// One activity.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ActivityRef {
    /// Its act.
    pub act: ActId,
}

/// An activity with those of its texts that the operator may see.
#[derive(Clone, Serialize, TS)]
pub struct ActivityView {
    /// Its header.
    pub line: ActivityLine,
    /// Its texts, in the order in which they were written.
    pub entries: Vec<EntryView>,
    /// What the people, colleagues, files, schools and classes in it are called.
    pub names: Names,
}

/// A page of the activities of the office.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn activities(session: &mut Session, input: AskActivities) -> Result<ActivityPage> {
    session.allow(Action::ActivityRead, &Subject::nobody())?;
    let after = input.after.as_deref().map(cursor).transpose()?;
    let found = query::activities(session.archive().db(), scope(session), after.as_ref(), PAGE)?;
    let next = found.last().filter(|_| found.len() == PAGE as usize);
    let next = next.map(|last| format!("{}|{}", last.day, last.act));
    let acts: Vec<String> = found.into_iter().map(|one| one.act).collect();
    let lines = lines(session, &acts)?;
    let names = names(session, lines.iter().flat_map(ids))?;
    Ok(ActivityPage { lines, next, names })
}

/// One activity and the texts of it that she may see, each as the reader of its own file.
///
/// # Errors
/// `forbidden` by her role, `not_found`; the archive does not answer.
pub fn activity(session: &mut Session, input: ActivityRef) -> Result<ActivityView> {
    session.allow(Action::ActivityRead, &Subject::nobody())?;
    let line = lines(session, &[input.act.to_string()])?;
    let line = line.into_iter().next().ok_or(Code::NotFound)?;
    let mut entries = Vec::new();
    for row in query::of_act(session.archive().db(), input.act)? {
        match Reader::of_entry(session, &row.value) {
            Ok(reader) => entries.extend(views(session, &reader, vec![row])?),
            Err(error) if matches!(error.kind, ErrorKind::Forbidden | ErrorKind::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let names = names(session, mentioned(&entries).into_iter().chain(ids(&line)))?;
    Ok(ActivityView { line, entries, names })
}

fn scope(session: &Session) -> ScopeId {
    ScopeId::new(session.archive().identity().office, ScopeKind::Activities)
}

fn cursor(text: &str) -> Result<AfterAct> {
    let (day, act) = text
        .split_once('|')
        .ok_or_else(|| Error::field(Code::BadInput, "after"))?;
    Ok(AfterAct {
        day: day.to_owned(),
        act: act.to_owned(),
    })
}

fn ids(line: &ActivityLine) -> Vec<Uuid> {
    let about = line.collective.iter().flat_map(Collective::ids);
    about.chain([line.author.uuid()]).collect()
}

/// The lines of these acts, in their order: the header of several texts, the entry about a group, class or school, or
/// both in one.
fn lines(session: &Session, acts: &[String]) -> Result<Vec<ActivityLine>> {
    let db = session.archive().db();
    let mut by_act: BTreeMap<ActId, ActivityLine> = BTreeMap::new();
    let entries = query::of_collectives(db, scope(session), acts)?;
    for view in views(session, &Reader::of_none(session)?, entries)? {
        let Some(header) = view.header else { continue };
        let line = ActivityLine {
            act: view.act,
            record: RecordId(view.id.uuid()),
            kind: header.kind,
            author: view.author,
            occurred_on: view.occurred_on,
            starts: view.starts,
            place: header.place,
            collective: view.collective,
            time: header.time,
            texts: 1,
            annulled: view.annulment.is_some(),
        };
        by_act.entry(line.act).or_insert(line);
    }
    for row in query::headers(db, acts)? {
        let of_entry = by_act.remove(&row.value.act);
        let record = row.typed_id()?;
        by_act.insert(row.value.act, of_header(record, row.value, of_entry));
    }
    let ids = acts.iter().filter_map(|act| Uuid::parse_str(act).ok().map(ActId));
    Ok(ids.filter_map(|act| by_act.remove(&act)).collect())
}

fn of_header(record: RecordId, activity: Activity, of_entry: Option<ActivityLine>) -> ActivityLine {
    let of_school = match (activity.school, activity.class) {
        (Some(school), Some(class)) => Some(Collective::Class { school, class }),
        (Some(school), None) => Some(Collective::School { school }),
        (None, _) => None,
    };
    ActivityLine {
        act: activity.act,
        record,
        kind: activity.kind,
        author: activity.author,
        occurred_on: activity.occurred_on,
        starts: activity.starts,
        place: activity.place,
        annulled: of_entry.as_ref().is_some_and(|line| line.annulled),
        collective: of_entry.and_then(|line| line.collective).or(of_school),
        time: activity.time,
        texts: activity.texts,
    }
}
