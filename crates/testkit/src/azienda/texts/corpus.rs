//! The sentences of `data/diari.txt`, by area, kind and part.

use super::Cast;
use std::{collections::BTreeMap, sync::OnceLock};

/// Which sort of case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Child protection.
    Protection,
    /// Supervised contact.
    Contact,
    /// Foster care.
    Foster,
    /// An educator at home.
    Educator,
    /// Help at school.
    School,
    /// Home care.
    Home,
    /// Adults and families in need.
    Basic,
}

impl Area {
    const fn name(self) -> &'static str {
        match self {
            Self::Protection => "tutela",
            Self::Contact => "neutro",
            Self::Foster => "affido",
            Self::Educator => "educativa",
            Self::School => "scuola",
            Self::Home => "casa",
            Self::Basic => "base",
        }
    }
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What a sentence is for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Part { $($(#[$doc])* $name),* }

        impl Part {
            /// Its name in the file.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Self::$name => $text),* } }
        }
    };
}

parts! {
    /// How it began, and why.
    Opening = "apertura";
    /// What was told.
    Reported = "riferito";
    /// What was seen.
    Observed = "osservato";
    /// The home.
    Setting = "ambiente";
    /// The child, seen.
    Child = "minore";
    /// What a call was about.
    Matter = "oggetto";
    /// What a paper says.
    Documented = "documentato";
    /// An evaluation.
    Assessment = "valutazione";
    /// A hypothesis.
    Hypothesis = "ipotesi";
    /// What was decided.
    Decision = "decisione";
    /// What was promised.
    Commitment = "impegno";
    /// A contact that failed.
    Failed = "fallito";
    /// What a correction says.
    Correction = "rettifica";
    /// What fewer people may read.
    Reserved = "riservato";
    /// The last words of a case.
    Farewell = "commiato";
}

/// What a sentence asks of the people and of the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs(u32);

const SMALL: u32 = 1;
const PUPIL: u32 = 1 << 1;
const TEENAGER: u32 = 1 << 2;
const CHILD: u32 = 1 << 3;
const SCHOOL_OPEN: u32 = 1 << 4;
const APART: u32 = 1 << 5;
const BEGINNING: u32 = 1 << 6;
const PLAN: u32 = 1 << 7;
const END: u32 = 1 << 8;
const OTHER: u32 = 1 << 9;
const SIBLING: u32 = 1 << 10;
const GRANDPARENT: u32 = 1 << 11;
const AT_SCHOOL: u32 = 1 << 12;
const HOMEWORK: u32 = 1 << 13;
const PARENT: u32 = 1 << 14;

/// Words that only the text of somebody who goes to school may have, and those that ask for an age of homework.
const SCHOOL_WORDS: [&str; 5] = ["scuola", "scolastic", "maestra", "insegnant", "docent"];
const HOMEWORK_WORDS: [&str; 7] = [
    "compiti",
    "pagella",
    "quadern",
    "doposcuola",
    "zaino",
    "legge ad alta",
    "matematica",
];

/// Words that speak of a parent alone.
const PARENT_WORDS: [&str; 5] = [
    "legale",
    "Tribunale",
    "genitorialità",
    "capacità {di r}",
    "{con g}",
];

impl Needs {
    /// What holds.
    #[must_use]
    pub fn of(cast: &Cast) -> Self {
        let point = cast.point;
        let flags = [
            (cast.age < 6, SMALL),
            ((6..14).contains(&cast.age), PUPIL),
            ((14..18).contains(&cast.age), TEENAGER),
            (cast.age < 11, CHILD),
            (point.school, SCHOOL_OPEN),
            (point.apart, APART),
            (point.beginning, BEGINNING),
            (point.plan, PLAN),
            (point.end, END),
            (cast.other.is_some(), OTHER),
            (cast.sibling.is_some(), SIBLING),
            (cast.grandparent.is_some(), GRANDPARENT),
            (cast.age >= 3, AT_SCHOOL),
            (cast.age >= 6, HOMEWORK),
            (cast.by_parent, PARENT),
        ];
        Self(
            flags
                .into_iter()
                .filter(|(holds, _)| *holds)
                .fold(0, |sum, (_, flag)| sum | flag),
        )
    }

    /// Whether all of it holds.
    #[must_use]
    pub const fn met_by(self, has: Self) -> bool {
        self.0 & !has.0 == 0
    }

    /// Whether it belongs to one moment of a case.
    #[must_use]
    pub const fn is_of_a_moment(self) -> bool {
        self.0 & (BEGINNING | END) != 0
    }

    /// Whether it fits always.
    #[cfg(test)]
    pub const fn asks_nothing(self) -> bool {
        self.0 == 0
    }

    fn read(conditions: &str, text: &str) -> Self {
        let said = conditions.split_whitespace().map(|word| match word {
            "piccolo" => SMALL,
            "scolare" => PUPIL,
            "ragazzo" => TEENAGER,
            "bimbo" => CHILD,
            "scuola" => SCHOOL_OPEN,
            "sep" => APART,
            "inizio" => BEGINNING,
            "progetto" => PLAN,
            "chiusura" => END,
            _ => 0,
        });
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let slot = |letter: char| {
            text.contains(&format!("{{{letter}}}"))
                || text.contains(&format!("{{{letter}:"))
                || text.contains(&format!(" {letter}}}"))
        };
        let found = [
            (slot('g'), OTHER),
            (slot('f'), SIBLING),
            (slot('n'), GRANDPARENT),
            (has(&SCHOOL_WORDS), AT_SCHOOL),
            (has(&HOMEWORK_WORDS), HOMEWORK),
            (has(&PARENT_WORDS), PARENT),
        ];
        let found = found
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, flag)| flag);
        Self(said.chain(found).fold(0, |sum, flag| sum | flag))
    }
}

/// One sentence.
#[derive(Debug)]
pub struct Sentence {
    /// Its number in the file.
    pub number: u16,
    /// What it asks.
    pub needs: Needs,
    /// Its text with slots.
    pub text: &'static str,
}

type Key = (&'static str, &'static str, &'static str);

fn corpus() -> &'static BTreeMap<Key, Vec<Sentence>> {
    static CORPUS: OnceLock<BTreeMap<Key, Vec<Sentence>>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let mut sections: BTreeMap<Key, Vec<Sentence>> = BTreeMap::new();
        let mut key = ("", "", "");
        let lines = include_str!("../../../data/diari.txt").lines();
        for (number, line) in lines.enumerate() {
            if let Some(head) = line.strip_prefix("== ") {
                let mut words = head.split_whitespace();
                let mut word = || words.next().unwrap_or_default();
                key = (word(), word(), word());
            } else if !line.is_empty() && !line.starts_with('#') {
                let conditions = line.strip_prefix('[').and_then(|line| line.split_once("] "));
                let (conditions, text) = conditions.unwrap_or(("", line));
                sections.entry(key).or_default().push(Sentence {
                    number: u16::try_from(number).unwrap_or(u16::MAX),
                    needs: Needs::read(conditions, text),
                    text,
                });
            }
        }
        sections
    })
}

/// The sentences of a part of an entry of a kind in an area, those for every kind or area included.
pub fn sentences(area: Area, kind: &'static str, part: Part) -> impl Iterator<Item = &'static Sentence> {
    let (area, part) = (area.name(), part.name());
    let keys = [
        (area, kind, part),
        (area, "*", part),
        ("*", kind, part),
        ("*", "*", part),
    ];
    keys.into_iter().filter_map(|key| corpus().get(&key)).flatten()
}
