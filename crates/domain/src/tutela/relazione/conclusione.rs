//! What only a report at the end of a case tells: the period, the plans and how their goals ended, what the service gave.

use super::super::codes::codes;
use crate::{
    codes::Coded,
    diary::EntryKind,
    ids::RecordId,
    placements::Collocamento,
    plans::{Goal, GoalTerm, Plan, PlanState},
    services::Service,
    spazio_neutro::{IncontroSn, PercorsoSn},
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the record already knew of a taking in charge when its final report was begun.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PercorsoConcluso {
    /// In which service.
    pub service: Option<Service>,
    /// First, second, … taking in charge.
    pub number: u32,
    /// When the person was pointed out.
    pub referred: Option<PartialDate>,
    /// Since when the service had the person in charge.
    pub since: Option<PartialDate>,
    /// The plans, the first first.
    pub plans: Vec<ProgettoConcluso>,
    /// What was given, the most frequent of a kind first.
    pub services: Vec<PrestazioneResa>,
}

/// A plan with its goals, as they ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ProgettoConcluso {
    /// The plan.
    pub plan: RecordId,
    /// What kind.
    pub kind: Option<Coded>,
    /// What it was about.
    pub subject: Option<String>,
    /// From this day.
    pub from: Option<CivilDate>,
    /// To this day; it is still at work without.
    pub to: Option<CivilDate>,
    /// Why it ended.
    pub ended: Option<Coded>,
    /// What was done, by whom, how often.
    pub measures: Option<String>,
    /// Its goals.
    pub goals: Vec<ObiettivoConcluso>,
}

/// A goal, and how it came out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ObiettivoConcluso {
    /// In what time it was to be reached.
    pub term: GoalTerm,
    /// What was to be reached.
    pub text: String,
    /// 1 no, 2 partly, 3 yes; nobody said without.
    pub outcome: Option<Coded>,
}

codes! {
    /// What the service gave.
    TipoPrestazione {
        /// Talks, visits and whatever else the diary tells of.
        Attivita = "ATTIVITA",
        /// Days in a facility.
        Collocamento = "COLLOCAMENTO",
        /// Meetings in spazio neutro.
        SpazioNeutro = "SPAZIO_NEUTRO",
    }
}

/// What was given, and how often.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct PrestazioneResa {
    /// What.
    pub what: TipoPrestazione,
    /// Which event of the diary.
    pub entry: Option<EntryKind>,
    /// Where, or with whom.
    pub name: Option<String>,
    /// How often it took place; of a stay, once.
    pub times: u32,
    /// The first day.
    pub from: Option<CivilDate>,
    /// The last day.
    pub to: Option<CivilDate>,
}

impl ProgettoConcluso {
    /// A plan that was signed once; a draft is none.
    #[must_use]
    pub fn of(id: RecordId, plan: &Plan, goals: &[Goal]) -> Option<Self> {
        let (to, ended) = match &plan.state {
            PlanState::Bozza | PlanState::Condiviso { .. } => return None,
            PlanState::Firmato { .. } | PlanState::InVerifica { .. } => (None, None),
            PlanState::Rinnovato { on, .. } => (Some(*on), None),
            PlanState::Chiuso { on, reason } => (Some(*on), Some(reason.clone())),
        };
        let goals = goals.iter().filter_map(|goal| {
            Some(ObiettivoConcluso {
                term: goal.term,
                text: goal.text.clone()?,
                outcome: goal.outcome.clone(),
            })
        });
        Some(Self {
            plan: id,
            kind: plan.kind.clone(),
            subject: plan.subject.clone(),
            from: plan.begun(),
            to,
            ended,
            measures: plan.measures.clone(),
            goals: goals.collect(),
        })
    }
}

impl PrestazioneResa {
    /// Events of the diary by kind: an act that stands in several files counts once, and its days are asked for once.
    #[must_use]
    pub fn of_diary(held: &[(EntryKind, CivilDate)]) -> Vec<Self> {
        let mut given: Vec<Self> = Vec::new();
        for (kind, on) in held {
            match given.iter_mut().find(|one| one.entry == Some(*kind)) {
                Some(one) => {
                    one.times = one.times.saturating_add(1);
                    one.from = one.from.min(Some(*on));
                    one.to = one.to.max(Some(*on));
                }
                None => given.push(Self {
                    what: TipoPrestazione::Attivita,
                    entry: Some(*kind),
                    name: None,
                    times: 1,
                    from: Some(*on),
                    to: Some(*on),
                }),
            }
        }
        given.sort_by_key(|one| (std::cmp::Reverse(one.times), one.from));
        given
    }

    /// A stay in a facility of this name; one that never began is none.
    #[must_use]
    pub fn of_placement(placement: &Collocamento, facility: Option<String>) -> Option<Self> {
        Some(Self {
            what: TipoPrestazione::Collocamento,
            entry: None,
            name: facility,
            times: 1,
            from: Some(placement.state.entered()?),
            to: placement.state.left(),
        })
    }

    /// The meetings of a path that took place; a path without any is none.
    #[must_use]
    pub fn of_path<'a>(
        path: &PercorsoSn,
        meetings: impl IntoIterator<Item = &'a IncontroSn>,
    ) -> Option<Self> {
        let held: Vec<CivilDate> = meetings.into_iter().filter_map(IncontroSn::held_on).collect();
        Some(Self {
            what: TipoPrestazione::SpazioNeutro,
            entry: None,
            name: path.visitors.clone(),
            times: u32::try_from(held.len()).unwrap_or(u32::MAX),
            from: Some(held.iter().copied().min()?),
            to: held.iter().copied().max(),
        })
    }
}

impl PercorsoConcluso {
    /// The goals that came out in these ways, a line each: what the report says of results begins with it.
    #[must_use]
    pub fn goals_with(&self, outcomes: &[&str]) -> Option<String> {
        let all = self.plans.iter().flat_map(|plan| &plan.goals);
        let with = all.filter(|goal| {
            let outcome = goal.outcome.as_ref();
            outcome.is_some_and(|outcome| outcomes.contains(&outcome.code.as_str()))
        });
        let lines: Vec<&str> = with.map(|goal| goal.text.as_str()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Whether a plan is still at work, or nobody said how one of its goals came out.
    #[must_use]
    pub fn leaves_open(&self) -> bool {
        self.plans
            .iter()
            .any(|plan| plan.to.is_none() || plan.goals.iter().any(|goal| goal.outcome.is_none()))
    }
}
