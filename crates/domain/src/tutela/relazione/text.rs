//! The text of a report while it is written: headings that are never mixed.

use super::{super::codes::codes, PercorsoConcluso};
use crate::{
    codes::Coded,
    diary::{Category, EntryKind},
    ids::{ActId, CaseId, EntryId, PersonId, RecordId, SegmentId},
    record::Record,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// The headings of a report that are never mixed.
    Sezione {
        /// Fatti accertati.
        Fatti = "FATTI",
        /// Dichiarazioni.
        Dichiarazioni = "DICHIARAZIONI",
        /// Valutazioni.
        Valutazioni = "VALUTAZIONI",
    }
}

codes! {
    /// What somebody is to the minor, in the opening of a report.
    LegameRelazione {
        /// The minor of whom the report speaks.
        Minore = "MINORE",
        /// Her mother.
        Madre = "MADRE",
        /// Her father.
        Padre = "PADRE",
        /// Somebody who lives with her.
        Convivente = "CONVIVENTE",
        /// The person whom the case is about, in a service that is not for minors.
        Persona = "PERSONA",
    }
}

impl Sezione {
    /// The only heading under which a paragraph of this category may stand.
    #[must_use]
    pub const fn of(category: &Category) -> Self {
        match category {
            Category::Observed
            | Category::Documented { .. }
            | Category::Decision
            | Category::Commitment { .. } => Self::Fatti,
            Category::Reported { .. } => Self::Dichiarazioni,
            Category::Assessment { .. } | Category::Hypothesis => Self::Valutazioni,
        }
    }
}

/// A paragraph of a report: taken from a signed entry, or written here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Brano {
    /// The words.
    pub text: String,
    /// What it claims to be; of a paragraph taken from an entry, as it was classified there.
    pub category: Option<Category>,
    /// The signed entry that it comes from.
    pub entry: Option<EntryId>,
    /// The paragraph there.
    pub segment: Option<SegmentId>,
    /// The day of the event.
    pub on: Option<CivilDate>,
}

/// Somebody of the family, as the registry had her when the report was begun.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct PersonaRelazione {
    /// Who.
    pub person: PersonId,
    /// Surname and name.
    pub name: String,
    /// What she is to the minor.
    pub tie: LegameRelazione,
    /// Born on.
    pub birth: Option<PartialDate>,
    /// Born in.
    pub birthplace: Option<String>,
    /// Where she lives; never a hidden address.
    pub residence: Option<String>,
}

/// A signed entry of the period: what was done, when, with whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Attivita {
    /// The entry.
    pub entry: EntryId,
    /// The act: the same activity in the files of brothers and sisters stands here once.
    pub act: ActId,
    /// Day.
    pub on: CivilDate,
    /// What kind of event.
    pub kind: Option<EntryKind>,
    /// With whom, by name or capacity.
    pub with: Option<String>,
}

/// The text of a report while it is written, in the reserved scope of the file where it was begun.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 129, name = "relazione_testo")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct RelazioneTesto {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// Its card there.
    #[field(2)]
    pub relazione: Option<RecordId>,
    /// The family, one by one.
    #[field(3)]
    pub people: Vec<PersonaRelazione>,
    /// What else is to be said of the family.
    #[field(4)]
    pub family: Option<String>,
    /// What was done, the oldest first.
    #[field(5)]
    pub activities: Vec<Attivita>,
    /// Fatti accertati.
    #[field(6)]
    pub facts: Vec<Brano>,
    /// Dichiarazioni.
    #[field(7)]
    pub statements: Vec<Brano>,
    /// Valutazioni.
    #[field(8)]
    pub evaluations: Vec<Brano>,
    /// How the minor lives, as seen.
    #[field(9)]
    pub living: Option<String>,
    /// Resources and risks.
    #[field(10)]
    pub resources: Option<String>,
    /// What is proposed to the judge.
    #[field(11)]
    pub proposals: Option<String>,
    /// Of a final report: what the record knew of the taking in charge.
    #[field(12)]
    pub concluded: Option<PercorsoConcluso>,
    /// Of a final report: why the case is closed, of the list of its service.
    #[field(13)]
    pub reason: Option<Coded>,
    /// Of a final report: how the person lives at closing, of the list of its service.
    #[field(14)]
    pub situation: Option<Coded>,
    /// Of a final report: how it went.
    #[field(15)]
    pub course: Option<String>,
    /// Of a final report: what was reached.
    #[field(16)]
    pub reached: Option<String>,
    /// Of a final report: what was not.
    #[field(17)]
    pub not_reached: Option<String>,
    /// Of a final report: what the service makes of it (valutazione finale).
    #[field(18)]
    pub assessment: Option<String>,
}

impl RelazioneTesto {
    /// The paragraphs under a heading.
    #[must_use]
    pub fn under(&self, section: Sezione) -> &[Brano] {
        match section {
            Sezione::Fatti => &self.facts,
            Sezione::Dichiarazioni => &self.statements,
            Sezione::Valutazioni => &self.evaluations,
        }
    }

    /// Whether a paragraph of an entry stands in it, under whatever heading.
    #[must_use]
    pub fn holds(&self, segment: SegmentId) -> bool {
        self.all().any(|one| one.segment == Some(segment))
    }

    /// Puts a paragraph under the heading of its category, once; one without a category stays out. What stands word by word
    /// in the files of brothers and sisters is one paragraph.
    pub fn take(&mut self, paragraph: Brano) -> bool {
        let Some(category) = &paragraph.category else {
            return false;
        };
        let same = |one: &Brano| {
            (one.segment.is_some() && one.segment == paragraph.segment)
                || (one.on == paragraph.on
                    && one.text == paragraph.text
                    && one.category == paragraph.category)
        };
        if self.all().any(same) {
            return false;
        }
        let list = match Sezione::of(category) {
            Sezione::Fatti => &mut self.facts,
            Sezione::Dichiarazioni => &mut self.statements,
            Sezione::Valutazioni => &mut self.evaluations,
        };
        list.push(paragraph);
        list.sort_by_key(|one| one.on);
        true
    }

    /// Adds an activity to the list, once.
    pub fn did(&mut self, activity: Attivita) {
        if self.activities.iter().all(|known| known.act != activity.act) {
            self.activities.push(activity);
            self.activities.sort_by_key(|one| (one.on, one.act));
        }
    }

    /// The signed entries that it was made from, the oldest first.
    #[must_use]
    pub fn sources(&self) -> Vec<EntryId> {
        let mut dated: Vec<(Option<CivilDate>, EntryId)> =
            self.all().filter_map(|one| Some((one.on, one.entry?))).collect();
        dated.sort_unstable();
        dated.dedup_by_key(|(_, entry)| *entry);
        dated.into_iter().map(|(_, entry)| entry).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Brano> {
        Sezione::ALL.iter().flat_map(|section| self.under(*section))
    }
}

/// Statements by who made them, in the order in which each spoke first; what nobody is named for comes last.
#[must_use]
pub fn by_speaker(statements: &[Brano]) -> Vec<(Option<&str>, Vec<&Brano>)> {
    let mut groups: Vec<(Option<&str>, Vec<&Brano>)> = Vec::new();
    for one in statements {
        let speaker = match &one.category {
            Some(Category::Reported { by, .. }) => by.as_deref().map(str::trim).filter(|by| !by.is_empty()),
            _ => None,
        };
        match groups.iter_mut().find(|(known, _)| *known == speaker) {
            Some((_, said)) => said.push(one),
            None => groups.push((speaker, vec![one])),
        }
    }
    groups.sort_by_key(|(speaker, _)| speaker.is_none());
    groups
}
