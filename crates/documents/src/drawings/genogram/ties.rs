//! What holds between the members on the day: couples, parents with their children, brothers and sisters, other kin.

use super::Family;
use crate::drawings::StrokeSign;
use cartella_domain::{
    ids::PersonId,
    people::{Bond, Closeness, Relation, RelationKind as Kind},
    time::CivilDate,
};
use std::collections::{BTreeMap, BTreeSet};

/// Two who are or were a couple, or have children together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Couple {
    pub one: PersonId,
    pub other: PersonId,
    pub sign: StrokeSign,
    /// Bars through the line: 0 together, 1 parted, 2 a marriage that ended.
    pub bars: u8,
}

/// Children of the same parents by the same bond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Brood {
    /// None (brothers and sisters of unknown parents), one or two.
    pub parents: Vec<PersonId>,
    pub children: Vec<PersonId>,
    pub sign: StrokeSign,
}

/// Relatives further apart, with the rows between them: 2 is a grandparent two rows above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kin {
    pub subject: PersonId,
    pub other: PersonId,
    pub above: i32,
}

/// How two feel about each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Feeling {
    pub one: PersonId,
    pub other: PersonId,
    pub sign: StrokeSign,
}

#[derive(Debug, Default)]
pub(super) struct Ties {
    pub couples: Vec<Couple>,
    pub broods: Vec<Brood>,
    pub kin: Vec<Kin>,
    pub feelings: Vec<Feeling>,
}

/// The sign of a feeling between two people, here and in the ecomap.
pub(in crate::drawings) const fn sign_of(closeness: Closeness) -> StrokeSign {
    match closeness {
        Closeness::Strong => StrokeSign::Strong,
        Closeness::Weak => StrokeSign::Weak,
        Closeness::Conflict => StrokeSign::Conflict,
        Closeness::Broken => StrokeSign::Broken,
        Closeness::Violent => StrokeSign::Violent,
    }
}

pub(super) fn read(family: &Family<'_>) -> Ties {
    let known: BTreeSet<PersonId> = family.people.iter().map(|member| member.id).collect();
    let among = |relation: &&Relation| {
        known.contains(&relation.subject)
            && known.contains(&relation.other)
            && relation.subject != relation.other
    };
    let mut parents: BTreeMap<(PersonId, StrokeSign), BTreeSet<PersonId>> = BTreeMap::new();
    let mut siblings: Vec<(PersonId, PersonId)> = Vec::new();
    let mut ties = Ties::default();
    for relation in family.relations.iter().filter(among) {
        let Some(kind) = relation.kind else { continue };
        let holds = relation.period.contains(family.day);
        let was_couple = couple(kind).is_some() && has_ended(relation, family.day);
        if !holds && !was_couple {
            continue;
        }
        let (subject, other) = (relation.subject, relation.other);
        if let Some(closeness) = relation.closeness.filter(|_| holds) {
            let sign = sign_of(closeness);
            ties.feelings.push(Feeling {
                one: subject,
                other,
                sign,
            });
        }
        if let Some(sign) = parent(kind, relation.bond) {
            parents.entry((subject, sign)).or_default().insert(other);
        } else if let Some(sign) = couple(kind) {
            let bars = bars(kind, holds);
            put_couple(
                &mut ties.couples,
                Couple {
                    one: subject,
                    other,
                    sign,
                    bars,
                },
            );
        } else if kind == Kind::Sibling {
            siblings.push((subject, other));
        } else if let Some(above) = rows_above(kind) {
            ties.kin.push(Kin {
                subject,
                other,
                above,
            });
        }
    }
    ties.broods = broods(parents);
    parents_are_couples(&mut ties);
    unknown_parents(&mut ties.broods, &siblings);
    ties
}

fn has_ended(relation: &Relation, day: CivilDate) -> bool {
    relation.period.until.is_some_and(|until| until < day)
}

/// The sign of a parent's tie, or none for another kind.
const fn parent(kind: Kind, bond: Option<Bond>) -> Option<StrokeSign> {
    match (kind, bond) {
        (Kind::Mother | Kind::Father | Kind::Parent, Some(Bond::Adoptive)) => Some(StrokeSign::Adopted),
        (Kind::FosterParent, _) | (Kind::Mother | Kind::Father | Kind::Parent, Some(Bond::Foster)) => {
            Some(StrokeSign::Fostered)
        }
        (Kind::Mother | Kind::Father | Kind::Parent, _) => Some(StrokeSign::Child),
        _ => None,
    }
}

/// The sign of a couple, or none for another kind.
const fn couple(kind: Kind) -> Option<StrokeSign> {
    match kind {
        Kind::Spouse | Kind::CivilPartner | Kind::ExPartner => Some(StrokeSign::Union),
        Kind::Cohabitant => Some(StrokeSign::Cohabitation),
        _ => None,
    }
}

const fn bars(kind: Kind, holds: bool) -> u8 {
    match (kind, holds) {
        (Kind::ExPartner, _) => 1,
        (_, true) => 0,
        (Kind::Spouse | Kind::CivilPartner, false) => 2,
        (_, false) => 1,
    }
}

/// How many rows the other stands above, for kin whose ties in between may not be known.
const fn rows_above(kind: Kind) -> Option<i32> {
    match kind {
        Kind::Grandparent => Some(2),
        Kind::Uncle | Kind::ParentsPartner => Some(1),
        Kind::Cousin => Some(0),
        _ => None,
    }
}

/// One couple a pair: what is so today outweighs what was.
fn put_couple(couples: &mut Vec<Couple>, new: Couple) {
    match couples.iter_mut().find(|old| old.joins(new.one, new.other)) {
        Some(old) if new.bars < old.bars => *old = new,
        Some(_) => {}
        None => couples.push(new),
    }
}

fn broods(parents: BTreeMap<(PersonId, StrokeSign), BTreeSet<PersonId>>) -> Vec<Brood> {
    let mut by_parents: BTreeMap<(Vec<PersonId>, StrokeSign), Vec<PersonId>> = BTreeMap::new();
    for ((child, sign), parents) in parents {
        // More than two of one bond cannot be a couple: each is drawn alone.
        let groups: Vec<Vec<PersonId>> = if parents.len() > 2 {
            parents.into_iter().map(|one| vec![one]).collect()
        } else {
            vec![parents.into_iter().collect()]
        };
        for group in groups {
            by_parents.entry((group, sign)).or_default().push(child);
        }
    }
    let brood = |((parents, sign), children)| Brood {
        parents,
        children,
        sign,
    };
    by_parents.into_iter().map(brood).collect()
}

/// Two parents without a tie of their own still need a line to hang their children on.
fn parents_are_couples(ties: &mut Ties) {
    for brood in &ties.broods {
        if let [one, other] = brood.parents[..]
            && !ties.couples.iter().any(|couple| couple.joins(one, other))
        {
            let sign = StrokeSign::Parents;
            ties.couples.push(Couple {
                one,
                other,
                sign,
                bars: 0,
            });
        }
    }
}

impl Couple {
    /// The other of the two; none if it is not hers.
    pub(super) fn partner_of(&self, id: PersonId) -> Option<PersonId> {
        let other = if self.one == id { self.other } else { self.one };
        (self.one == id || self.other == id).then_some(other)
    }

    /// Whether it is of these two.
    pub(super) fn joins(&self, one: PersonId, other: PersonId) -> bool {
        (self.one, self.other) == (one, other) || (self.other, self.one) == (one, other)
    }
}

/// Brothers and sisters that no known parent joins hang on a bar without parents.
fn unknown_parents(broods: &mut Vec<Brood>, siblings: &[(PersonId, PersonId)]) {
    for &(one, other) in siblings {
        let joined = |brood: &&mut Brood| brood.children.contains(&one) || brood.children.contains(&other);
        let share = broods
            .iter()
            .any(|brood| brood.children.contains(&one) && brood.children.contains(&other));
        if share {
            continue;
        }
        let without = |brood: &&mut Brood| brood.parents.is_empty() && joined(brood);
        if let Some(brood) = broods.iter_mut().find(without) {
            for id in [one, other] {
                if !brood.children.contains(&id) {
                    brood.children.push(id);
                }
            }
        } else {
            broods.push(Brood {
                parents: Vec::new(),
                children: vec![one, other],
                sign: StrokeSign::Child,
            });
        }
    }
}
