//! What an assessment lacks for the flow that it answers: shown, counted, never exported in silence.

use super::{
    Assessment, QuestionSet,
    questions::{ORDERED, order_kinds, questions},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing that a flow asks for and is not there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "gap", rename_all = "snake_case")]
pub enum Gap {
    /// The answer to a question.
    Answer {
        /// Its key.
        key: String,
    },
    /// The date of the court's order.
    OrderDate,
    /// The authority that gave it.
    OrderAuthority,
    /// What kind of order it is.
    OrderKind,
    /// The day of the first referral (exported as month and year).
    FirstReferral,
    /// The year of birth.
    Birth,
}

/// What is known of the person and her case beside the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// The year of birth.
    pub birth: bool,
    /// The first referral.
    pub first_referral: bool,
}

const YES: &str = "1";

/// What an assessment lacks of the sets that it answers.
#[must_use]
pub fn gaps(assessment: &Assessment, known: Known) -> Vec<Gap> {
    let sets = assessment.sets.clone().unwrap_or_default();
    let mut gaps: Vec<Gap> = sets
        .iter()
        .flat_map(|set| questions(*set))
        .filter(|question| question.required && assessment.code(question.key).is_none())
        .map(|question| Gap::Answer {
            key: question.key.to_owned(),
        })
        .collect();
    if sets.contains(&QuestionSet::Sinba) {
        if assessment.code(ORDERED) == Some(YES) {
            let order = assessment.order.clone().unwrap_or_default();
            let authority = order.authority.is_some_and(|text| !text.trim().is_empty());
            let kind = order.kind.is_some_and(|kind| order_kinds().has(&kind));
            let missing = [
                (order.on.is_some(), Gap::OrderDate),
                (authority, Gap::OrderAuthority),
                (kind, Gap::OrderKind),
            ];
            gaps.extend(
                missing
                    .into_iter()
                    .filter(|(there, _)| !there)
                    .map(|(_, gap)| gap),
            );
        }
        let missing = [
            (known.first_referral, Gap::FirstReferral),
            (known.birth, Gap::Birth),
        ];
        gaps.extend(
            missing
                .into_iter()
                .filter(|(there, _)| !there)
                .map(|(_, gap)| gap),
        );
    }
    gaps
}

/// Keys whose answers are of another list, or more than one where one is asked for, or that no set asks for.
#[must_use]
pub fn unknown_answers(assessment: &Assessment) -> Vec<String> {
    let asked: Vec<_> = assessment
        .sets
        .iter()
        .flatten()
        .flat_map(|set| questions(*set))
        .collect();
    let answers = assessment.answers.iter().flatten();
    answers
        .filter(|(key, answers)| {
            asked
                .iter()
                .find(|question| question.key == key.as_str())
                .is_none_or(|question| {
                    answers.iter().any(|answer| !question.list.has(answer))
                        || (answers.len() > 1 && !question.many)
                })
        })
        .map(|(key, _)| key.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessments::CourtOrder;

    /// Every question of INPS's flow for minors answered with its first code.
    fn complete() -> Assessment {
        let answers = questions(QuestionSet::Sinba)
            .iter()
            .map(|question| (question.key.to_owned(), vec![question.list.answer("1").unwrap()]))
            .collect();
        Assessment {
            sets: Some(vec![QuestionSet::Sinba]),
            answers: Some(answers),
            order: Some(CourtOrder {
                on: Some("2026-01-15".parse().unwrap()),
                authority: Some("TM Milano".into()),
                kind: order_kinds().answer("5"),
            }),
            ..Assessment::default()
        }
    }

    const ALL: Known = Known {
        birth: true,
        first_referral: true,
    };

    #[test]
    fn scenario_23_an_order_without_its_date_is_a_gap_and_not_passed_in_silence() {
        assert_eq!(gaps(&complete(), ALL), []);
        let mut undated = complete();
        undated.order = Some(CourtOrder {
            on: None,
            ..undated.order.unwrap()
        });
        assert_eq!(gaps(&undated, ALL), [Gap::OrderDate]);
        undated.order = None;
        assert_eq!(
            gaps(&undated, ALL),
            [Gap::OrderDate, Gap::OrderAuthority, Gap::OrderKind]
        );
        let no = questions(QuestionSet::Sinba)
            .iter()
            .find(|question| question.key == ORDERED)
            .and_then(|question| question.list.answer("2"))
            .unwrap();
        undated.answers.as_mut().unwrap().insert(ORDERED.into(), vec![no]);
        assert_eq!(gaps(&undated, ALL), [], "no order, nothing of it to say");
    }

    #[test]
    fn what_a_flow_asks_for_is_named_by_its_question() {
        let mut lacking = complete();
        let answers = lacking.answers.as_mut().unwrap();
        answers.remove("SINBA_LUOGO_VITA");
        answers.remove("SINBA_TIPO_DISABILITA");
        let key = "SINBA_LUOGO_VITA".to_owned();
        let missing = gaps(&lacking, Known::default());
        assert_eq!(missing, [Gap::Answer { key }, Gap::FirstReferral, Gap::Birth]);
        let sina = Assessment {
            sets: Some(vec![QuestionSet::Sina, QuestionSet::Card]),
            ..Assessment::default()
        };
        assert_eq!(gaps(&sina, Known::default()).len(), 8);
    }

    #[test]
    fn an_answer_of_another_list_or_too_many_are_refused() {
        let mut strange = complete();
        assert_eq!(unknown_answers(&strange), Vec::<String>::new());
        let twice = vec![order_kinds().answer("1").unwrap()];
        strange
            .answers
            .as_mut()
            .unwrap()
            .insert("SINBA_LAVORO".into(), twice);
        assert_eq!(unknown_answers(&strange), ["SINBA_LAVORO"]);
        let mut many = complete();
        let both = |key: &str| {
            let all = questions(QuestionSet::Sinba);
            let question = all.iter().find(|question| question.key == key).unwrap();
            vec![
                question.list.answer("1").unwrap(),
                question.list.answer("2").unwrap(),
            ]
        };
        let answers = many.answers.as_mut().unwrap();
        answers.insert("SINBA_COLLABORAZIONI".into(), both("SINBA_COLLABORAZIONI"));
        answers.insert("SINBA_LAVORO".into(), both("SINBA_LAVORO"));
        answers.insert("ALTRO".into(), Vec::new());
        assert_eq!(unknown_answers(&many), ["ALTRO", "SINBA_LAVORO"]);
    }
}
