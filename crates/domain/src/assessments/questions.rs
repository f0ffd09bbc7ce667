//! The questions of each set, with the list that answers each. The codes of SINA and SINBA are those of INPS; the regional
//! lists of the multidimensional card were not found, so its scales are this program's own.

use crate::{cases::referral_sources, codes::CodeList};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A set of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionSet {
    /// The multidimensional card.
    Card,
    /// Disability and loss of autonomy.
    Sina,
    /// Minors.
    Sinba,
}

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its key among the answers, for ever.
    pub key: &'static str,
    /// The list that answers it.
    pub list: CodeList,
    /// The flow asks for it.
    pub required: bool,
    /// It may have several answers.
    pub many: bool,
}

/// What the multidimensional card describes in words, beside its scales (SISO panel).
pub const AREAS: [&str; 9] = [
    "SALUTE_FISICA",
    "SALUTE_PSICHICA",
    "AUTONOMIA_PERSONALE",
    "AUTONOMIA_DOMESTICA",
    "AUTONOMIA_ESTERNA",
    "RETE_FAMILIARE",
    "RETE_SOCIALE",
    "SITUAZIONE_ECONOMICA",
    "ABITAZIONE",
];

const INPS_SINA: &str = "INPS, Casellario dell'assistenza, SINA";
const INPS_SINBA: &str = "INPS, Casellario dell'assistenza, SINBA";
const SISO: &str = "SISO, valutazione multidimensionale";

const ONE_TO: [&str; 13] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
];

const fn first(n: usize) -> &'static [&'static str] {
    ONE_TO.split_at(n).0
}

const fn list(list: &'static str, source: &'static str, codes: usize) -> CodeList {
    CodeList {
        list,
        version: "1",
        source,
        codes: first(codes),
    }
}

const fn asked(key: &'static str, list: CodeList) -> Question {
    Question {
        key,
        list,
        required: true,
        many: false,
    }
}

const fn optional(key: &'static str, list: CodeList) -> Question {
    Question {
        required: false,
        ..asked(key, list)
    }
}

const YES_NO: CodeList = list("INPS-SINBA-SI-NO", INPS_SINBA, 2);

const CARD: &[Question] = &[
    optional("RETE_FAMILIARE", list("SISO-RETE-FAMILIARE", SISO, 4)),
    optional("RETE_SOCIALE", list("SISO-RETE-SOCIALE", SISO, 3)),
    optional("ABITAZIONE", list("SISO-ABITAZIONE", SISO, 3)),
];

const SINA: &[Question] = &[
    asked("SINA_MOBILITA", list("INPS-SINA-MOBILITA", INPS_SINA, 3)),
    asked("SINA_ATTIVITA", list("INPS-SINA-ATTIVITA", INPS_SINA, 3)),
    optional("SINA_COGNITIVA", list("INPS-SINA-COGNITIVA", INPS_SINA, 3)),
    asked(
        "SINA_COMPORTAMENTO",
        list("INPS-SINA-COMPORTAMENTO", INPS_SINA, 2),
    ),
    asked("SINA_CURE", list("INPS-SINA-CURE", INPS_SINA, 3)),
    asked("SINA_REDDITO", list("INPS-SINA-REDDITO", INPS_SINA, 3)),
    asked("SINA_SUPPORTO", list("INPS-SINA-SUPPORTO", INPS_SINA, 3)),
    asked("SINA_FONTE", list("INPS-SINA-FONTE", INPS_SINA, 4)),
    asked("SINA_STRUMENTO", list("INPS-SINA-STRUMENTO", INPS_SINA, 7)),
];

fn sinba() -> Vec<Question> {
    vec![
        asked("SINBA_MSNA", YES_NO),
        asked("SINBA_CONDIZIONE", list("INPS-SINBA-CONDIZIONE", INPS_SINBA, 5)),
        asked("SINBA_LUOGO_VITA", list("INPS-SINBA-LUOGO-VITA", INPS_SINBA, 8)),
        asked("SINBA_SCUOLA", list("INPS-SINBA-SCUOLA", INPS_SINBA, 8)),
        asked("SINBA_LAVORO", list("INPS-SINBA-LAVORO", INPS_SINBA, 4)),
        asked("SINBA_DISABILITA", YES_NO),
        optional(
            "SINBA_TIPO_DISABILITA",
            list("INPS-SINBA-TIPO-DISABILITA", INPS_SINBA, 4),
        ),
        asked("SINBA_FONTE", referral_sources()),
        asked(
            "SINBA_MINORE",
            list("INPS-SINBA-VALUTAZIONE-MINORE", INPS_SINBA, 13),
        ),
        asked(
            "SINBA_FAMIGLIA",
            list("INPS-SINBA-VALUTAZIONE-FAMIGLIA", INPS_SINBA, 13),
        ),
        asked("SINBA_SEGNALAZIONE_AG", YES_NO),
        asked(ORDERED, YES_NO),
        Question {
            many: true,
            ..optional(
                "SINBA_COLLABORAZIONI",
                list("INPS-SINBA-COLLABORAZIONI", INPS_SINBA, 9),
            )
        },
    ]
}

/// Whether a court ordered something: then date, authority and kind of the order are asked for too.
pub(super) const ORDERED: &str = "SINBA_PROVVEDIMENTO";

/// The questions of a set, in the order in which they are asked.
#[must_use]
pub fn questions(set: QuestionSet) -> Vec<Question> {
    match set {
        QuestionSet::Card => CARD.to_vec(),
        QuestionSet::Sina => SINA.to_vec(),
        QuestionSet::Sinba => sinba(),
    }
}

/// Kinds of order of a court, as INPS counts them.
#[must_use]
pub fn order_kinds() -> CodeList {
    list("INPS-SINBA-TIPO-PROVVEDIMENTO", INPS_SINBA, 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_asked_once_and_every_list_has_its_codes() {
        let sets = [QuestionSet::Card, QuestionSet::Sina, QuestionSet::Sinba];
        let all: Vec<Question> = sets.into_iter().flat_map(questions).collect();
        for (index, question) in all.iter().enumerate() {
            assert!(all.iter().skip(index + 1).all(|other| other.key != question.key));
            assert!(question.list.codes.len() > 1, "{}", question.key);
        }
        let required = |set| questions(set).iter().filter(|question| question.required).count();
        assert_eq!(
            (required(QuestionSet::Sina), required(QuestionSet::Sinba)),
            (8, 11)
        );
        assert_eq!(order_kinds().codes.last(), Some(&"8"));
    }
}
