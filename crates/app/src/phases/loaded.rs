//! A case as its phases need it: everything that the operator may read of it, and nothing else.

use crate::{Code, Error, Result, Session, names::names};
use cartella_archive::{
    queries::{self, family::Family},
    rows::{self, Row},
};
use cartella_domain::{
    assessments::Assessment,
    cases::{Assignment, CaseFile, Episode, State, Transition},
    desk::ReferralNote,
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    people::{Address, Contact, Person, living_together},
    phases::{DatoFase, ElencoCodici, Facts, Fase, FaseView, Home, Sees, phases},
    plans::{Goal, Plan, PlanReview},
    rights::{Action, Subject},
    scope::ScopeKind,
    time::CivilDate,
};
use uuid::Uuid;

/// Each home and the right that reads it.
const HOMES: [(Home, Action); 5] = [
    (Home::Case, Action::PhaseRead),
    (Home::Diary, Action::EntryRead),
    (Home::Plan, Action::PlanRead),
    (Home::Health, Action::HealthRead),
    (Home::Money, Action::MoneyRead),
];

/// A case in the hands of a verb.
pub(super) struct Loaded {
    pub case: CaseId,
    pub episode: EpisodeId,
    pub subject: Subject,
    pub fasi: Vec<Row<Fase>>,
    pub data: Vec<Row<DatoFase>>,
    pub lists: Vec<ElencoCodici>,
    sees: Sees,
    file: CaseFile,
    current: Episode,
    reached: Vec<State>,
    team: Vec<Assignment>,
    person: Option<Person>,
    addresses: Vec<Address>,
    contacts: Vec<Contact>,
    household: Vec<String>,
    heard: Vec<ReferralNote>,
    assessment: Option<Assessment>,
    plan: Option<Plan>,
    goals: Vec<Goal>,
    reviews: Vec<PlanReview>,
    today: CivilDate,
}

impl Loaded {
    /// Loads the current episode of a case.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; the archive does not answer.
    pub(super) fn of(session: &Session, case: CaseId, action: Action) -> Result<Self> {
        let subject = session.case_subject(case)?;
        session.allow(action, &subject)?;
        let db = session.archive().db();
        let file = rows::get::<CaseFile>(db, &case.to_string())?.ok_or(Error::new(Code::NotFound))?;
        let episodes = queries::cases::episodes(db, case)?;
        let row = episodes.into_iter().next().ok_or(Error::new(Code::NotFound))?;
        let episode: EpisodeId = row.typed_id()?;
        let reached = reached(session, case, episode)?;
        let team = queries::cases::assignments(db, case)?;
        let lists = queries::phases::lists(db)?;
        let mut loaded = Self {
            case,
            episode,
            subject,
            fasi: queries::phases::said(db, episode)?,
            data: queries::phases::written(db, episode)?,
            lists: lists.into_iter().map(|row| row.value).collect(),
            sees: Sees::new(),
            file: file.value,
            current: row.value,
            reached,
            team: team.into_iter().map(|row| row.value).collect(),
            person: None,
            addresses: Vec::new(),
            contacts: Vec::new(),
            household: Vec::new(),
            heard: Vec::new(),
            assessment: None,
            plan: None,
            goals: Vec::new(),
            reviews: Vec::new(),
            today: session.today(),
        };
        loaded.read(session)?;
        Ok(loaded)
    }

    /// Reads what she may.
    fn read(&mut self, session: &Session) -> Result<()> {
        let level = session.level_of(self.case)?;
        for (home, action) in HOMES {
            if session.decide(action, &self.subject.at(level))?.is_allowed() {
                self.sees.insert(home);
            }
        }
        let facts = session.case_facts(self.case)?;
        let person = session.standing_record(facts.person)?;
        if session
            .decide(Action::PersonRead, &session.person_subject(person)?)?
            .is_allowed()
        {
            self.sees.insert(Home::Person);
            self.read_person(session, person)?;
        }
        let db = session.archive().db();
        if self.sees.contains(&Home::Diary) {
            let heard = queries::desk::notes(db, self.case)?;
            self.heard = heard.into_iter().map(|row| row.value).collect();
        }
        if self.sees.contains(&Home::Health) {
            let assessments = queries::assessments::of_case(db, self.case)?;
            let mut of_episode = assessments.into_iter().map(|row| row.value);
            self.assessment = of_episode.find(|one| one.episode.is_none_or(|of| of == self.episode));
        }
        if self.sees.contains(&Home::Plan) {
            self.read_plan(session)?;
        }
        Ok(())
    }

    /// The person, those who live with her, how to reach her; what is hidden is left out.
    fn read_person(&mut self, session: &Session, person: PersonId) -> Result<()> {
        let db = session.archive().db();
        let same = session.same_person(person)?;
        self.person = rows::get::<Person>(db, &person.to_string())?.map(|row| row.value);
        let open = |scope: &str| scope.starts_with(&format!("{}:", ScopeKind::Person.name()));
        for row in queries::people::of_people::<Address>(db, &same)? {
            if open(&row.scope) {
                self.addresses.push(row.value);
            }
        }
        for row in queries::people::of_people::<Contact>(db, &same)? {
            if open(&row.scope) {
                self.contacts.push(row.value);
            }
        }
        let Family { households, .. } = queries::family::of(db, person)?;
        let members = living_together(&households, &same, self.today);
        let called = names(session, members.iter().map(|member| member.uuid()))?;
        let name = |member: &PersonId| called.get(&member.to_string()).map(|name| name.name.clone());
        self.household = members.iter().filter_map(name).collect();
        Ok(())
    }

    /// The plan at work in this episode, else its last, with goals and reviews.
    fn read_plan(&mut self, session: &Session) -> Result<()> {
        let db = session.archive().db();
        let mut plans = queries::plans::of_case(db, self.case)?;
        plans.retain(|row| row.value.episode.is_none_or(|of| of == self.episode));
        let at = plans
            .iter()
            .position(|row| row.value.state.at_work())
            .unwrap_or(0);
        let Some(row) = plans.into_iter().nth(at) else {
            return Ok(());
        };
        let id: RecordId = row.typed_id()?;
        let goals = queries::plans::goals(db, id)?;
        let reviews = queries::plans::reviews(db, id)?;
        self.plan = Some(row.value);
        self.goals = goals.into_iter().map(|row| row.value).collect();
        self.reviews = reviews.into_iter().map(|row| row.value).collect();
        Ok(())
    }

    /// The five phases.
    pub(super) fn phases(&self) -> Vec<FaseView> {
        let said: Vec<Fase> = self.fasi.iter().map(|row| row.value.clone()).collect();
        let data: Vec<DatoFase> = self.data.iter().map(|row| row.value.clone()).collect();
        phases(&Facts {
            today: self.today,
            sees: &self.sees,
            file: &self.file,
            id: self.episode,
            episode: &self.current,
            reached: &self.reached,
            team: &self.team,
            person: self.person.as_ref(),
            addresses: &self.addresses,
            contacts: &self.contacts,
            household: &self.household,
            heard: &self.heard,
            assessment: self.assessment.as_ref(),
            plan: self.plan.as_ref(),
            goals: &self.goals,
            reviews: &self.reviews,
            phases: &said,
            data: &data,
            lists: &self.lists,
        })
    }

    /// Operators whom the phases name.
    pub(super) fn named(&self, phases: &[FaseView]) -> Vec<Uuid> {
        use cartella_domain::phases::Valore;
        let values = phases.iter().flat_map(|phase| &phase.data);
        let of_values = values.filter_map(|datum| match datum.value {
            Some(Valore::Operator(operator)) => Some(operator),
            _ => None,
        });
        let responsible = phases.iter().filter_map(|phase| phase.responsible);
        of_values.chain(responsible).map(OperatorId::uuid).collect()
    }
}

/// The states that an episode reached, the first first.
fn reached(session: &Session, case: CaseId, episode: EpisodeId) -> Result<Vec<State>> {
    let found = queries::cases::transitions(session.archive().db(), case)?;
    let mut states: Vec<(String, Transition)> = found
        .into_iter()
        .filter(|row| row.value.episode == Some(episode))
        .map(|row| (row.id, row.value))
        .collect();
    states.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(states.into_iter().map(|(_, moved)| moved.to).collect())
}
