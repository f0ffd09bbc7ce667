//! Apri cartella sociale: for one person, or for several brothers and sisters at once; new, or already running.

use super::loaded::{core, transition};
use crate::{Act, Code, Error, Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    cases::{
        Assignment, AssignmentRole, CaseFile, CaseSituation, Comuni, Episode, Move, Paper, Referral, State,
        advance,
    },
    ids::{CaseId, EpisodeId, GroupId, OperatorId, PersonId, RecordId},
    record::AddSet,
    requests::Asked,
    rights::{Action, Office, Subject, standing_in_service},
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a case is opened with. Everything but people and service may come later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OpenCase {
    /// For whom: one, or several brothers and sisters, each with a case of her own.
    pub people: Vec<PersonId>,
    /// In which service.
    pub service: Service,
    /// How the office learnt of it.
    pub referral: Option<Referral>,
    /// Comune of residence and comune in charge.
    pub comuni: Option<Comuni>,
    /// Other people of the case.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonId>>")]
    pub involved: Vec<PersonId>,
    /// Of these, those whose hidden contacts the case works with.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonId>>")]
    pub protected: Vec<PersonId>,
    /// Who is responsible, if somebody is already.
    pub responsible: Option<OperatorId>,
    /// The psicologo of the pair.
    pub psychologist: Option<OperatorId>,
    /// Why it goes without a psicologo where a pair should work.
    pub without_psychologist: Option<Paper>,
    /// Since when they are assigned; today without.
    pub assigned_from: Option<CivilDate>,
    /// Already running: the real state, with its original date.
    pub running: Option<State>,
    /// Number of the paper file.
    pub paper_number: Option<String>,
}

/// The cases that were opened, in the order of the people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Opened {
    /// One a person.
    pub cases: Vec<CaseId>,
}

/// Opens them. Where she answers to an office and does not assign herself, the office is asked who works on each: until
/// it decides, she and those whom she names do.
///
/// # Errors
/// `forbidden` where she may not open cases of this service or does not know the person; `case_exists` where
/// the person has an open case in the service (`case`) or a closed one that would be reopened (`closed`);
/// `unknown_comune`; the disk is full.
pub fn open(session: &mut Session, input: OpenCase) -> Result<Opened> {
    let opening = Opening::of(session, &input)?;
    session.write(|act| opening.write(act))?;
    Ok(Opened {
        cases: opening.cases(),
    })
}

/// Cases about to be opened, judged and ready to be written: alone, or in one act with what they come from.
pub(crate) struct Opening {
    drafts: Vec<Draft>,
}

impl Opening {
    /// Judges it; as [`open`].
    pub(crate) fn of(session: &Session, input: &OpenCase) -> Result<Self> {
        let subject = allowed(session, input)?;
        if input.people.is_empty() {
            return Err(Error::field(Code::PersonMissing, "people"));
        }
        if let Some(since) = input.running.as_ref().and_then(State::since)
            && since.earliest() > session.today()
        {
            return Err(Error::field(Code::DayInFuture, "running"));
        }
        let mut people = input.people.clone();
        people.dedup();
        let group = (people.len() > 1).then(|| session.id::<GroupId>());
        let mut drafts: Vec<Draft> = people
            .iter()
            .map(|person| draft(session, input, *person, group))
            .collect();
        if is_asked(session, &subject)? {
            for draft in &mut drafts {
                draft.request = Some(session.id());
            }
        }
        Ok(Self { drafts })
    }

    /// The informativa privacy that was given before.
    pub(crate) fn informed(&mut self, notice: Option<&Paper>) {
        for draft in &mut self.drafts {
            draft.first.privacy_notice = notice.cloned();
        }
    }

    /// One a person.
    pub(crate) fn cases(&self) -> Vec<CaseId> {
        self.drafts.iter().map(|draft| draft.case).collect()
    }

    /// The cases with their first episodes.
    pub(crate) fn episodes(&self) -> impl Iterator<Item = (CaseId, EpisodeId)> {
        self.drafts.iter().map(|draft| (draft.case, draft.episode))
    }

    /// Writes them.
    pub(crate) fn write(&self, act: &mut Act<'_>) -> Result<()> {
        for draft in &self.drafts {
            let scope = core(draft.case);
            act.create(scope, draft.case, &draft.file)?;
            act.create(scope, draft.episode, &draft.first)?;
            act.create(scope, draft.history_id, &draft.history)?;
            for (id, assignment) in &draft.team {
                act.create(scope, *id, assignment)?;
            }
            if let Some(request) = draft.request {
                act.ask(scope, request, &Asked::Open { case: draft.case })?;
            }
        }
        if let [only] = self.drafts.as_slice() {
            act.about(only.case);
        }
        Ok(())
    }
}

/// Whether the office is to be asked who works on the new case: she answers to one, and does not assign herself.
fn is_asked(session: &Session, subject: &Subject) -> Result<bool> {
    let assigns = session.decide(Action::CaseAssign, subject)?.is_allowed();
    Ok(session.office() == Office::Enrolled && !assigns)
}

fn allowed(session: &Session, input: &OpenCase) -> Result<Subject> {
    let comuni = known_comuni(input.comuni.as_ref())?;
    let actor = session.actor()?;
    let standing = standing_in_service(&actor, input.service, &comuni);
    let subject = Subject::of(standing);
    session.allow(Action::CaseOpen, &subject)?;
    for person in input.people.iter().chain(&input.involved).chain(&input.protected) {
        session.allow(Action::PersonList, &session.person_subject(*person)?)?;
    }
    // Who names somebody's hidden address as the case's concern reads it from then on: she must have been able to before.
    for person in &input.protected {
        session.allow(Action::PersonReadProtected, &session.protected_subject(*person)?)?;
    }
    for person in &input.people {
        let same = session.same_person(*person)?;
        for one in &same {
            for facts in session.cases_about(*one)? {
                if same.contains(&facts.person) && facts.service == input.service {
                    return Err(exists(session, facts.case)?);
                }
            }
        }
    }
    Ok(subject)
}

/// The comuni's codes, each of a comune that exists.
fn known_comuni(comuni: Option<&Comuni>) -> Result<Vec<String>> {
    let codes: Vec<String> = comuni
        .iter()
        .flat_map(|comuni| [&comuni.residence, &comuni.in_charge, &comuni.costs])
        .flatten()
        .cloned()
        .collect();
    if codes.iter().all(|code| cartella_domain::places::is_known(code)) {
        Ok(codes)
    } else {
        Err(Error::field(Code::UnknownComune, "comuni"))
    }
}

fn exists(session: &Session, case: CaseId) -> Result<Error> {
    let episodes = queries::cases::episodes(session.archive().db(), case)?;
    let open = episodes
        .first()
        .is_none_or(|row| row.value.state.name().is_open());
    Ok(Error::new(Code::CaseExists)
        .with("case", case.uuid())
        .with("closed", i64::from(!open)))
}

struct Draft {
    case: CaseId,
    file: CaseFile,
    episode: EpisodeId,
    first: Episode,
    history_id: RecordId,
    history: cartella_domain::cases::Transition,
    team: Vec<(RecordId, Assignment)>,
    /// What asks the office who works on it.
    request: Option<RecordId>,
}

fn draft(session: &Session, input: &OpenCase, person: PersonId, group: Option<GroupId>) -> Draft {
    let case: CaseId = session.id();
    let episode: EpisodeId = session.id();
    let others = |people: &[PersonId]| AddSet(people.iter().copied().filter(|p| *p != person).collect());
    let mut involved: AddSet<PersonId> = others(&input.involved);
    for protected in &input.protected {
        if *protected != person && !involved.0.contains(protected) {
            involved.0.push(*protected);
        }
    }
    let file = CaseFile {
        person: Some(person),
        service: Some(input.service),
        comuni: input.comuni.clone(),
        involved,
        protected: others(&input.protected),
        opened_together: group,
        first_referral: input.referral.as_ref().and_then(|referral| referral.on),
        paper_number: input.paper_number.clone(),
        ..CaseFile::default()
    };
    let team = team(session, input, case, episode);
    let mut first = Episode {
        case: Some(case),
        number: Some(1),
        referral: input.referral.clone(),
        already_running: input.running.is_some().then_some(true),
        without_psychologist: input.without_psychologist.clone(),
        opened_by: Some(session.operator()),
        recorded_on: Some(session.today()),
        ..Episode::default()
    };
    first.state = state(session, input, &first, &team);
    Draft {
        case,
        file,
        episode,
        history_id: session.id(),
        history: transition(session, case, episode, None, first.state.clone(), None),
        first,
        team: team
            .into_iter()
            .map(|assignment| (session.id(), assignment))
            .collect(),
        request: None,
    }
}

/// The real state of a case that runs already; else "Assegnato" if its team is complete, else "Segnalato".
fn state(session: &Session, input: &OpenCase, first: &Episode, team: &[Assignment]) -> State {
    if let Some(running) = &input.running {
        return running.clone();
    }
    let today = session.today();
    let referred = State::Segnalato {
        on: input
            .referral
            .as_ref()
            .and_then(|referral| referral.on)
            .or(Some(cartella_domain::time::PartialDate::exact(today))),
    };
    let case = CaseSituation::of(input.service, team, today, 0);
    let waiting = Episode {
        state: referred.clone(),
        ..first.clone()
    };
    let on = input.assigned_from.unwrap_or(today);
    advance(&waiting, &Move::Assign, session.operator(), on, today, &case).unwrap_or(referred)
}

fn team(session: &Session, input: &OpenCase, case: CaseId, episode: EpisodeId) -> Vec<Assignment> {
    let from = match (&input.running, input.assigned_from) {
        (_, Some(from)) => Some(from),
        (Some(_), None) => None,
        (None, None) => Some(session.today()),
    };
    let member = |operator: Option<OperatorId>, role| {
        operator.map(|operator| Assignment {
            case: Some(case),
            episode: Some(episode),
            operator: Some(operator),
            role,
            from,
            assigned_by: Some(session.operator()),
            ..Assignment::default()
        })
    };
    [
        member(input.responsible, AssignmentRole::Responsabile),
        member(input.psychologist, AssignmentRole::Psicologo),
    ]
    .into_iter()
    .flatten()
    .collect()
}
