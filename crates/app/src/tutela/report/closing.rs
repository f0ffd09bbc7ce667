//! The final report of a case begins: what the record knows of the taking in charge stands already in it. And what a closing
//! asks of it.

use super::{
    ReportRef,
    family::family,
    gather::Gathered,
    loaded::{allow_reading, allow_text, reserved},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::{
    queries::{self, plans, spazio_neutro, tutela as stored},
    rows::{self, Row},
};
use cartella_domain::{
    cases::{Episode, Paper, State, Transition, motivi_chiusura, situazioni_chiusura},
    codes::Coded,
    diary::{EntryKind, Outcome},
    ids::{ActId, CaseId, EpisodeId, RecordId},
    placements::{Collocamento, Struttura},
    plans::Goal,
    rights::{Action, Confidentiality},
    spazio_neutro::{IncontroSn, PercorsoSn},
    time::{CivilDate, Instant, PartialDate},
    tutela::{
        FINALE, PercorsoConcluso, PrestazioneResa, ProgettoConcluso, Relazione, RelazioneTesto,
        TIPI_RELAZIONE,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The final report of a case begins.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct StartFinalReport {
    /// The case.
    pub case: CaseId,
    /// Why it is going to be closed.
    pub reason: Option<Coded>,
    /// How the person will live then.
    pub situation: Option<Coded>,
}

/// Begins it, in the last taking in charge; one that is begun and not signed is gone on with.
///
/// # Errors
/// `forbidden`, `not_found`; `unknown_code`; the disk is full.
pub fn start_final_report(session: &mut Session, input: StartFinalReport) -> Result<ReportRef> {
    let case = input.case;
    allow_text(session, case)?;
    listed(session, case, input.reason.as_ref(), input.situation.as_ref())?;
    let (episode, _) = last_episode(session, case)?;
    for row in stored::of_case::<Relazione>(session.archive().db(), case)? {
        let card = &row.value;
        if card.closes_case() && card.is_open() && card.left.is_none() && card.episode == Some(episode) {
            return Ok(ReportRef {
                report: row.typed_id()?,
            });
        }
    }
    let ((from, to), known) = concluded(session, case)?;
    let (id, text_id): (RecordId, RecordId) = (session.id(), session.id());
    let card = Relazione {
        case: Some(case),
        act: Some(session.id::<ActId>()),
        kind: TIPI_RELAZIONE.answer(FINALE),
        from: Some(from),
        to: Some(to),
        author: Some(session.operator()),
        home: Some(case),
        text: Some(text_id),
        episode: Some(episode),
        ..Relazione::default()
    };
    let text = RelazioneTesto {
        case: Some(case),
        relazione: Some(id),
        people: family(session, &[case])?,
        reason: input.reason,
        situation: input.situation,
        reached: known.goals_with(&["3"]),
        not_reached: known.goals_with(&["1", "2"]),
        concluded: Some(known),
        ..RelazioneTesto::default()
    };
    session.write(|act| {
        act.create(reserved(case), id, &card)?;
        act.create(reserved(case), text_id, &text)?;
        act.about(case);
        Ok(())
    })?;
    Ok(ReportRef { report: id })
}

/// Reason and situation are of the lists of the case's service.
pub(super) fn listed(
    session: &Session,
    case: CaseId,
    reason: Option<&Coded>,
    situation: Option<&Coded>,
) -> Result<()> {
    let service = session.case_facts(case)?.service;
    if reason.is_some_and(|code| !motivi_chiusura(service).has(code)) {
        return Err(Error::field(Code::UnknownCode, "reason"));
    }
    if situation.is_some_and(|code| !situazioni_chiusura(service).has(code)) {
        return Err(Error::field(Code::UnknownCode, "situation"));
    }
    Ok(())
}

/// The last taking in charge of a case.
pub(super) fn last_episode(session: &Session, case: CaseId) -> Result<(EpisodeId, Episode)> {
    let rows = queries::cases::episodes(session.archive().db(), case)?;
    let row = rows.into_iter().next().ok_or(Error::new(Code::NotFound))?;
    Ok((row.typed_id()?, row.value))
}

/// What the record knows of the last taking in charge, as far as she may read it, and the days that it lies between.
pub(super) fn concluded(
    session: &mut Session,
    case: CaseId,
) -> Result<((CivilDate, CivilDate), PercorsoConcluso)> {
    let (id, episode) = last_episode(session, case)?;
    let referred = episode.referral.as_ref().and_then(|referral| referral.on);
    let since = taken_on(session, case, id, &episode)?;
    let to = session.today();
    let first = since.or(referred).or(episode.state.since());
    let from = first.map_or(to, PartialDate::earliest).min(to);
    let mut services = given(session, case, from, to)?;
    services.extend(beside(session, case, from)?);
    let known = PercorsoConcluso {
        service: Some(session.case_facts(case)?.service),
        number: episode.ordinal(),
        referred,
        since,
        plans: planned(session, case, id)?,
        services,
    };
    Ok(((from, to), known))
}

/// The day on which the service took the person in charge.
fn taken_on(
    session: &Session,
    case: CaseId,
    id: EpisodeId,
    episode: &Episode,
) -> Result<Option<PartialDate>> {
    let moves: Vec<Row<Transition>> = queries::cases::transitions(session.archive().db(), case)?;
    let reached = moves
        .iter()
        .filter(|row| row.value.episode == Some(id))
        .map(|row| &row.value.to)
        .chain([&episode.state]);
    let taken = reached
        .filter(|state| state.running().is_some())
        .filter_map(State::since);
    Ok(taken.min_by_key(|since| since.earliest()))
}

/// The plans of that taking in charge, the first first.
fn planned(session: &Session, case: CaseId, episode: EpisodeId) -> Result<Vec<ProgettoConcluso>> {
    let subject = session.case_subject(case)?;
    if !session.decide(Action::PlanRead, &subject)?.is_allowed() {
        return Ok(Vec::new());
    }
    let db = session.archive().db();
    let mut told = Vec::new();
    for row in plans::of_case(db, case)?.into_iter().rev() {
        if row.value.episode.is_some_and(|own| own != episode) {
            continue;
        }
        let id: RecordId = row.typed_id()?;
        let goals: Vec<Goal> = plans::goals(db, id)?.into_iter().map(|goal| goal.value).collect();
        told.extend(ProgettoConcluso::of(id, &row.value, &goals));
    }
    Ok(told)
}

/// What the diary tells that took place. What only named persons, or author and responsible, may know of is not counted: the
/// report is read by all who work on the case.
fn given(
    session: &mut Session,
    case: CaseId,
    from: CivilDate,
    to: CivilDate,
) -> Result<Vec<PrestazioneResa>> {
    let gathered = Gathered::of(session, &[case], from, to)?;
    let held: Vec<(EntryKind, CivilDate)> = gathered
        .entries
        .iter()
        .filter(|entry| entry.level <= Confidentiality::Reserved)
        .filter_map(|entry| {
            let header = entry.header.as_ref()?;
            let failed = header.outcome.as_ref().is_some_and(Outcome::failed);
            (!failed).then_some((header.kind, entry.occurred_on))
        })
        .collect();
    Ok(PrestazioneResa::of_diary(&held))
}

/// Stays in facilities and meetings of spazio neutro, where the service works under courts.
fn beside(session: &Session, case: CaseId, from: CivilDate) -> Result<Vec<PrestazioneResa>> {
    let subject = session.case_subject(case)?;
    if !session.decide(Action::CourtRead, &subject)?.is_allowed() {
        return Ok(Vec::new());
    }
    let db = session.archive().db();
    let mut given = Vec::new();
    for row in stored::of_case::<Collocamento>(db, case)? {
        if row.value.state.left().is_some_and(|left| left < from) {
            continue;
        }
        let facility = match row.value.struttura {
            Some(id) => rows::get::<Struttura>(db, &id.to_string())?.and_then(|row| row.value.name),
            None => None,
        };
        given.extend(PrestazioneResa::of_placement(&row.value, facility));
    }
    for row in stored::of_case::<PercorsoSn>(db, case)? {
        let meetings = spazio_neutro::beside::<IncontroSn>(db, row.typed_id()?)?;
        let meetings = meetings.iter().map(|meeting| &meeting.value);
        let later = meetings.filter(|meeting| meeting.held_on().is_some_and(|on| from <= on));
        given.extend(PrestazioneResa::of_path(&row.value, later));
    }
    given.sort_by_key(|one| one.from);
    Ok(given)
}

/// A signed final report as the paper that a closing asks for.
///
/// # Errors
/// `forbidden`, `not_found`; `final_report_not_signed` for one that is not signed, or not of this taking in charge.
pub(crate) fn final_paper(session: &Session, case: CaseId, report: RecordId) -> Result<Paper> {
    let row = rows::get::<Relazione>(session.archive().db(), &report.to_string())?
        .filter(|row| !row.deleted && row.value.case == Some(case))
        .ok_or(Error::new(Code::NotFound))?;
    let card = row.value;
    allow_reading(session, case, &card)?;
    let (episode, _) = last_episode(session, case)?;
    let signed = card.signed.filter(|_| card.answers_closing_of(episode));
    let signed = signed.ok_or_else(|| Error::field(Code::FinalReportNotSigned, "report"))?;
    Ok(Paper {
        on: Some(signed.at.rome_date()),
        protocol: card.protocol.and_then(|protocol| protocol.number),
        waived: None,
    })
}

/// The taking in charge that a final report closes, with the paper that was missing, where it was closed without one.
pub(super) fn closed_without(
    session: &Session,
    card: &Relazione,
    case: CaseId,
    at: Instant,
) -> Result<Option<(EpisodeId, Episode)>> {
    if !card.closes_case() {
        return Ok(None);
    }
    let (id, mut episode) = last_episode(session, case)?;
    let State::Chiuso { final_report, .. } = &mut episode.state else {
        return Ok(None);
    };
    if card.episode != Some(id) || Paper::is_there(final_report.as_ref()) {
        return Ok(None);
    }
    *final_report = Some(Paper {
        on: Some(at.rome_date()),
        ..Paper::default()
    });
    Ok(Some((id, episode)))
}
