//! The questions that the form of an assessment asks.

use crate::{Result, Session, commands::Nothing};
use cartella_domain::{
    assessments::{self, QuestionSet},
    codes::Coded,
};
use serde::Serialize;
use ts_rs::TS;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskedQuestion {
    /// Its key among the answers.
    pub key: String,
    /// What may answer it.
    pub answers: Vec<Coded>,
    /// The flow asks for it.
    pub required: bool,
    /// It may have several answers.
    pub many: bool,
}

/// A set of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskedSet {
    /// Which.
    pub set: QuestionSet,
    /// Its questions, in the order in which they are asked.
    pub questions: Vec<AskedQuestion>,
    /// What is described in words beside them.
    pub areas: Vec<String>,
    /// Kinds of order of a court, where the set asks for one.
    pub order_kinds: Vec<Coded>,
}

/// The questions of all sets.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn questions(_: &mut Session, _: Nothing) -> Result<Vec<AskedSet>> {
    let all = |list: cartella_domain::codes::CodeList| -> Vec<Coded> {
        list.codes.iter().filter_map(|code| list.answer(code)).collect()
    };
    let sets = [QuestionSet::Card, QuestionSet::Sina, QuestionSet::Sinba];
    Ok(sets
        .into_iter()
        .map(|set| AskedSet {
            set,
            questions: assessments::questions(set)
                .into_iter()
                .map(|question| AskedQuestion {
                    key: question.key.to_owned(),
                    answers: all(question.list),
                    required: question.required,
                    many: question.many,
                })
                .collect(),
            areas: if set == QuestionSet::Card {
                assessments::AREAS.map(str::to_owned).to_vec()
            } else {
                Vec::new()
            },
            order_kinds: if set == QuestionSet::Sinba {
                all(assessments::order_kinds())
            } else {
                Vec::new()
            },
        })
        .collect())
}
