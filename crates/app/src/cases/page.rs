//! What the page of a case shows.

use super::header::{CaseHeader, Named};
use cartella_domain::{
    cases::{AssignmentRole, Comuni, Finding, Paper, Referral, State, StateName},
    ids::{CaseId, EpisodeId, OperatorId, PersonId},
    people::Alert,
    rights::{CaseFields, Confidentiality},
    services::Service,
    time::{CivilDate, PartialDate},
};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// The person as the page of her case shows her.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonInCase {
    /// Her id.
    pub id: PersonId,
    /// Surname and name.
    pub label: String,
    /// Birth; only the year where the operator may know no more.
    pub birth: Option<PartialDate>,
    /// Whole years today.
    pub age: Option<u32>,
}

/// Comuni with their names.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComuniView {
    /// The codes.
    pub codes: Comuni,
    /// Name of the comune of residence.
    pub residence: Option<String>,
    /// Name of the comune in charge.
    pub in_charge: Option<String>,
    /// Name of the comune that bears the costs of a placement.
    pub costs: Option<String>,
}

/// An episode.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct EpisodeView {
    /// Its id.
    pub id: EpisodeId,
    /// 1 for the first taking in charge.
    pub number: u32,
    /// The year in its title.
    pub year: Option<i32>,
    /// Where it stands or ended.
    pub state: State,
    /// Its state's name.
    pub state_name: StateName,
    /// How it began.
    pub referral: Option<Referral>,
    /// Informativa privacy.
    pub privacy_notice: Option<Paper>,
    /// Consent.
    pub consent: Option<Paper>,
    /// Order of the court.
    pub court_mandate: Option<Paper>,
    /// The act that ended it.
    pub mandate_ended: Option<Paper>,
    /// The signed plan.
    pub plan: Option<Paper>,
    /// Prosieguo.
    pub prosieguo: Option<Paper>,
    /// Why without a psicologo.
    pub without_psychologist: Option<Paper>,
    /// It was running before this program.
    pub already_running: bool,
}

/// One operator of the case.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssignmentView {
    /// Id of the assignment.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Who.
    pub operator: Option<OperatorId>,
    /// Her name.
    pub name: String,
    /// As what.
    pub role: AssignmentRole,
    /// First day.
    pub from: Option<CivilDate>,
    /// Last day.
    pub to: Option<CivilDate>,
    /// Holds today.
    pub current: bool,
    /// For whom she stands in.
    pub stands_in_for: Option<String>,
}

/// One move of the history.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransitionView {
    /// The state that was left.
    pub from: Option<StateName>,
    /// The state that was reached.
    pub to: StateName,
    /// On which day.
    pub on: Option<PartialDate>,
    /// Who moved it.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
    /// On which day it was recorded.
    pub recorded_on: Option<CivilDate>,
}

/// Who reads texts of a level.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelReaders {
    /// The level.
    pub level: Confidentiality,
    /// Whoever works in the service, later too.
    pub whole_service: bool,
    /// Names of those of today's staff.
    pub names: Vec<String>,
}

/// Another case beside this one.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct RelatedCase {
    /// The case.
    pub case: CaseId,
    /// Whose.
    pub label: String,
}

/// Something that the operator may do on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseRight {
    /// Write in the diary.
    Write,
    /// Assign operators.
    Assign,
    /// Move it.
    Move,
    /// Record papers.
    Paper,
    /// Close it.
    Close,
    /// Reopen it.
    Reopen,
    /// Change comuni.
    Comune,
    /// Say whom it concerns.
    Involve,
    /// Leave a message.
    Message,
    /// See who has seen it.
    Accesses,
    /// Read what courts ordered.
    Court,
    /// Read where the minor is placed.
    Placements,
    /// Read the path of supervised contact.
    Contact,
    /// Ask the office to assign somebody.
    AskAssignment,
    /// Read the requests for access to its records.
    AccessoAtti,
}

/// The page of a case. What the operator may not see is empty.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct CasePage {
    /// The case.
    pub case: CaseId,
    /// What stands on paper in place of a name.
    pub code: String,
    /// The service.
    pub service: Service,
    /// How much is shown.
    pub fields: CaseFields,
    /// Whose.
    pub person: PersonInCase,
    /// The header in one line.
    pub header: CaseHeader,
    /// Comuni today.
    pub comuni: Option<ComuniView>,
    /// Comuni that were, the last first.
    pub past_comuni: Vec<ComuniView>,
    /// Episodes, the last first.
    pub episodes: Vec<EpisodeView>,
    /// Operators, the last first.
    pub assignments: Vec<AssignmentView>,
    /// The history of the states, the last first.
    pub transitions: Vec<TransitionView>,
    /// Da completare.
    pub findings: Vec<Finding>,
    /// The states that may follow.
    pub next: Vec<StateName>,
    /// Who reads what.
    pub readers: Vec<LevelReaders>,
    /// The level at which entries start.
    pub level: Confidentiality,
    /// Other people of the case.
    pub involved: Vec<Named>,
    /// Of these, those whose hidden contacts the case works with.
    pub protected: Vec<PersonId>,
    /// Cases opened together with this one: brothers and sisters.
    pub together: Vec<RelatedCase>,
    /// What to know before going there.
    pub alerts: Vec<Alert>,
    /// What the operator may do here.
    pub may: Vec<CaseRight>,
    /// Number of the paper file.
    pub paper_number: Option<String>,
    /// First referral ever.
    pub first_referral: Option<PartialDate>,
    /// Two people wrote its card, a state or an assignment without seeing each other, and somebody still has to choose.
    pub clashed: bool,
    /// The desk heard of it first, and what it heard came into the case.
    pub from_desk: bool,
    /// The assessment in use, where she may read it.
    pub assessed: Option<Assessed>,
}

/// That a case was assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Assessed {
    /// The day.
    pub on: Option<CivilDate>,
    /// How much it lacks for the flows that it answers.
    pub gaps: u32,
}
