//! What the operator of this session may do: every verb asks here, and here asks the table of rights.

use super::Session;
use crate::{Code, Result};
use cartella_archive::{audit, queries, rows};
use cartella_domain::{
    ids::{CaseId, OperatorId, PersonId},
    rights::{
        Action, Actor, CaseFacts, Confidentiality, Decision, Office, Role, Subject, decide, standing_in_case,
        standing_to_person, standing_to_protected,
    },
    staff::Operator,
};

impl Session {
    /// Whether the archive answers to an office. Until one enrols it, it is its own.
    #[must_use]
    pub const fn office(&self) -> Office {
        self.office
    }

    /// From now on the archive counts as its own office, or as one that answers to an office: set when it joins one.
    pub fn answer_to(&mut self, office: Office) {
        self.office = office;
    }

    /// How the operator acts today, from her own card among the staff. Without a card she has no role at all.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn actor(&self) -> Result<Actor> {
        self.actor_of(self.operator)
    }

    /// How any member of staff acts today.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn actor_of(&self, operator: OperatorId) -> Result<Actor> {
        let asking = (operator, self.office, self.today());
        self.known.actor(asking, || self.read_actor(operator))
    }

    fn read_actor(&self, operator: OperatorId) -> Result<Actor> {
        let row = rows::get::<Operator>(self.archive.db(), &operator.to_string())?;
        let card = row.filter(|row| !row.deleted).map(|row| row.value);
        let known = card.is_some();
        let mut actor = card
            .unwrap_or_default()
            .actor(operator, self.office, self.today());
        if !known {
            actor.services.clear();
            actor.coordinates.clear();
        }
        Ok(actor)
    }

    /// What the table of rights says.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn decide(&self, action: Action, subject: &Subject) -> Result<Decision> {
        Ok(decide(&self.actor()?, action, subject))
    }

    /// Goes on only if the operator may do this.
    ///
    /// # Errors
    /// `forbidden` if she may not and knows that the thing exists, `not_found` if nothing may show that it does.
    pub fn allow(&self, action: Action, subject: &Subject) -> Result<()> {
        match self.decide(action, subject)? {
            Decision::Allowed { .. } => Ok(()),
            Decision::Stub | Decision::Forbidden => Err(Code::Forbidden.into()),
            Decision::Hidden => Err(Code::NotFound.into()),
        }
    }

    /// A case as rights see it.
    ///
    /// # Errors
    /// `not_found` if it is not here.
    pub fn case_facts(&self, case: CaseId) -> Result<CaseFacts> {
        let facts = self
            .known
            .case(case, || queries::cases::facts(self.archive.db(), case))?;
        facts.ok_or_else(|| Code::NotFound.into())
    }

    /// How the operator stands to a case today.
    ///
    /// # Errors
    /// `not_found` if it is not here.
    pub fn case_subject(&self, case: CaseId) -> Result<Subject> {
        let facts = self.case_facts(case)?;
        Ok(Subject::of(standing_in_case(
            &self.actor()?,
            &facts,
            self.today(),
        )))
    }

    /// How the operator stands to a person today, by every case in which any record of the person stands.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn person_subject(&self, person: PersonId) -> Result<Subject> {
        let (person, cases) = self.facts_about(person)?;
        let standing = standing_to_person(&self.actor()?, &cases, person, self.today());
        Ok(Subject::of(standing))
    }

    /// How the operator stands to a person's hidden addresses and phones today.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn protected_subject(&self, person: PersonId) -> Result<Subject> {
        let (person, cases) = self.facts_about(person)?;
        let standing = standing_to_protected(&self.actor()?, &cases, person, self.today());
        Ok(Subject::of(standing))
    }

    /// The cases in which a person stands under any of her records, all of them named by the one that stands for her.
    fn facts_about(&self, person: PersonId) -> Result<(PersonId, Vec<CaseFacts>)> {
        let same = self.same_person(person)?;
        let Some(stands) = same.first().copied().filter(|_| same.len() > 1) else {
            return Ok((person, self.cases_about(person)?));
        };
        let mut cases: Vec<CaseFacts> = Vec::new();
        for record in &same {
            for mut facts in self.cases_about(*record)? {
                let named = std::iter::once(&mut facts.person)
                    .chain(&mut facts.involved)
                    .chain(&mut facts.protected);
                for person in named.filter(|person| same.contains(person)) {
                    *person = stands;
                }
                if cases.iter().all(|known| known.case != facts.case) {
                    cases.push(facts);
                }
            }
        }
        Ok((stands, cases))
    }

    /// The cases in which one record of a person stands, as rights see them: her own and those that concern her.
    pub(crate) fn cases_about(&self, person: PersonId) -> Result<Vec<CaseFacts>> {
        let mut found = Vec::new();
        for case in queries::cases::about(self.archive.db(), person)? {
            found.extend(
                self.known
                    .case(case, || queries::cases::facts(self.archive.db(), case))?,
            );
        }
        Ok(found)
    }

    /// Asks for the reading of a case and, when allowed, writes it in the audit before anything is shown.
    ///
    /// # Errors
    /// As [`Session::allow`]; the disk is full.
    pub fn open_case(&self, case: CaseId) -> Result<Subject> {
        let subject = self.case_subject(case)?;
        self.allow(Action::CaseRead, &subject)?;
        self.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
        Ok(subject)
    }

    /// The role in which the operator acts first: what she signs as.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn qualifica(&self) -> Result<Option<Role>> {
        let row = rows::get::<Operator>(self.archive.db(), &self.operator.to_string())?;
        Ok(row.and_then(|row| row.value.qualifica))
    }

    /// The level at which texts of a case start, by its service.
    ///
    /// # Errors
    /// `not_found` if the case is not here.
    pub fn level_of(&self, case: CaseId) -> Result<Confidentiality> {
        Ok(self.case_facts(case)?.service.area().confidentiality)
    }
}
