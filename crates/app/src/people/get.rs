//! A person's page, with everything that hangs on any of her records.

use super::{
    PersonRef, Shown, cards,
    page::{
        AddressView, ContactView, EnrolmentView, HouseholdView, MemberView, MergeView, PersonDetails,
        PersonPage, RelationView, ResponsibilityView,
    },
    same::is_protected,
};
use crate::{Code, Error, Result, Session, find::cases_of};
use cartella_archive::{
    audit,
    queries::people as query,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{OperatorId, PersonId},
    people::{Address, AddressKind, Alert, Contact, Household, Person, SocialTie, findings},
    places::{self, Place},
    rights::{Action, Decision, Office, PersonFields, person_fields},
    schools::{School, SchoolClass, SchoolEnrolment},
    staff::Operator,
};
use std::collections::BTreeMap;

/// Reads a person's page. The reading is in the audit before the answer, unless only the name is shown.
///
/// # Errors
/// `not_found` if she is not here or may not be known; the disk is full.
pub fn get(session: &mut Session, input: PersonRef) -> Result<PersonPage> {
    let same = session.same_person(input.id)?;
    let id = same.first().copied().unwrap_or(input.id);
    let row = rows::get::<Person>(session.archive().db(), &id.to_string())?
        .filter(|row| !row.deleted)
        .ok_or_else(|| Error::new(Code::NotFound))?;
    let fields = person_fields(&session.actor()?, session.person_subject(id)?.standing);
    if fields == PersonFields::Nothing {
        return Err(Code::NotFound.into());
    }
    let card = cards::of(session, id, Some(&row.value), fields);
    let details = if fields == PersonFields::Full {
        session.note(audit::Event::new(audit::Act::ReadPerson).about(id))?;
        Some(details(session, id, &same, row)?)
    } else {
        None
    };
    Ok(PersonPage {
        card,
        fields,
        details,
    })
}

fn details(session: &Session, id: PersonId, same: &[PersonId], row: Row<Person>) -> Result<PersonDetails> {
    let db = session.archive().db();
    let subject = session.person_subject(id)?;
    let may = |action| Ok::<_, Error>(session.decide(action, &subject)?.is_allowed());
    let protected = session.protected_decision(id)?;
    let reads = protected.is_allowed();
    let addresses = query::of_people::<Address>(db, same)?;
    let contacts = query::of_people::<Contact>(db, same)?;
    let hidden = addresses.iter().any(is_protected) || contacts.iter().any(is_protected);
    let writes_hidden = session.decide(Action::PersonWriteProtected, &session.protected_subject(id)?)?;
    let alerts = alerts(session, same)?;
    let merges = merges(session, id)?;
    let operators = operators(session, &alerts, &merges)?;
    let places = place_names(&row.value, &addresses);
    Ok(PersonDetails {
        findings: findings(&row.value, session.today()),
        writable: may(Action::PersonWrite)?,
        protected_writable: writes_hidden.is_allowed(),
        protected_hidden: hidden && matches!(protected, Decision::Stub),
        mergeable: may(Action::PersonMerge)?,
        asks_merge: session.office() == Office::Enrolled
            && !may(Action::PersonMerge)?
            && may(Action::OfficeAsk)?,
        addresses: address_views(session, addresses, reads)?,
        contacts: contact_views(session, contacts, reads)?,
        relations: relations(session, same)?,
        households: households(session, same)?,
        responsibilities: responsibilities(session, same)?,
        alerts,
        enrolments: enrolments(session, same)?,
        social_ties: social_ties(session, same)?,
        cases: cases_of(session, id, &row.value.display_name())?,
        merges,
        places,
        operators,
        person: Shown::of(session, row)?,
    })
}

fn place_names(person: &Person, addresses: &[Row<Address>]) -> BTreeMap<String, Place> {
    let birth = person.birth.map(|birth| birth.earliest());
    let born = person.birthplace.iter().map(|code| (code, birth));
    let lives = addresses
        .iter()
        .filter_map(|row| row.value.location.place.as_ref())
        .map(|code| (code, None));
    lives
        .chain(born)
        .filter_map(|(code, day)| Some((code.clone(), places::at(code, day)?)))
        .collect()
}

fn address_views(session: &Session, rows: Vec<Row<Address>>, reads: bool) -> Result<Vec<AddressView>> {
    let mut views = Vec::new();
    for row in rows {
        let protected = is_protected(&row);
        if protected && !reads {
            continue;
        }
        views.push(AddressView {
            protected,
            current: row.value.period.contains(session.today()),
            record: Shown::of(session, row)?,
        });
    }
    views.sort_by_key(|view| {
        let kind = view.record.value.kind.unwrap_or(AddressKind::Other);
        (!view.current, kind, view.record.id)
    });
    Ok(views)
}

fn contact_views(session: &Session, rows: Vec<Row<Contact>>, reads: bool) -> Result<Vec<ContactView>> {
    let mut views = Vec::new();
    for row in rows {
        let protected = is_protected(&row);
        if protected && !reads {
            continue;
        }
        views.push(ContactView {
            protected,
            current: row.value.period.contains(session.today()),
            whose: row
                .value
                .whose
                .person
                .map(|id| cards::card(session, id))
                .transpose()?,
            record: Shown::of(session, row)?,
        });
    }
    views.sort_by_key(|view| (!view.current, view.record.id));
    Ok(views)
}

fn relations(session: &Session, same: &[PersonId]) -> Result<Vec<RelationView>> {
    let mut views = Vec::new();
    for row in query::relations(session.archive().db(), same)? {
        let relation = &row.value;
        let end = same
            .iter()
            .copied()
            .find(|id| [relation.subject, relation.other].contains(id));
        let seen_from = end.and_then(|id| relation.seen_from(id));
        let other = match (seen_from, end) {
            (Some((other, _)), _) => other,
            (None, Some(end)) if end == relation.subject => relation.other,
            (None, _) => relation.subject,
        };
        if same.contains(&other) {
            continue;
        }
        let record = Shown::of(session, row)?;
        views.push(RelationView {
            id: record.id,
            other: cards::card(session, other)?,
            kind: seen_from.map(|(_, kind)| kind),
            bond: record.value.bond,
            period: record.value.period,
            current: record.value.period.contains(session.today()),
            caregiver: record.value.caregiver,
            closeness: record.value.closeness,
            note: record.value.note,
            seen: record.seen,
            clashed: record.clashes.is_some(),
        });
    }
    views.sort_by_key(|view| (!view.current, view.kind, view.id));
    Ok(views)
}

fn social_ties(session: &Session, same: &[PersonId]) -> Result<Vec<Shown<SocialTie>>> {
    let rows = query::of_people::<SocialTie>(session.archive().db(), same)?;
    let mut ties = rows
        .into_iter()
        .map(|row| Shown::of(session, row))
        .collect::<Result<Vec<_>>>()?;
    let today = session.today();
    ties.sort_by_key(|tie| (!tie.value.period.contains(today), tie.value.surrounding, tie.id));
    Ok(ties)
}

fn households(session: &Session, same: &[PersonId]) -> Result<Vec<HouseholdView>> {
    let mut views = Vec::new();
    for row in query::households(session.archive().db(), same)? {
        let record = Shown::of(session, row)?;
        views.push(HouseholdView {
            id: record.id,
            kind: record.value.kind,
            label: record.value.label.clone(),
            note: record.value.note.clone(),
            members: members(session, &record.value)?,
            seen: record.seen,
            clashed: record.clashes.is_some(),
        });
    }
    Ok(views)
}

fn members(session: &Session, household: &Household) -> Result<Vec<MemberView>> {
    let today = session.today();
    let mut members = Vec::new();
    for member in household.members.iter() {
        members.push(MemberView {
            person: member.person,
            card: cards::card(session, member.person)?,
            period: member.period,
            group: member.group,
            holder: member.holder,
            current: member.period.contains(today),
        });
    }
    members.sort_by_key(|member| (!member.current, !member.holder, member.group, member.person));
    Ok(members)
}

fn responsibilities(session: &Session, same: &[PersonId]) -> Result<Vec<ResponsibilityView>> {
    let mut views = Vec::new();
    for row in query::responsibilities(session.archive().db(), same)? {
        let held = &row.value;
        let of_minor = same.contains(&held.minor);
        let other = if of_minor { held.adult } else { held.minor };
        views.push(ResponsibilityView {
            other: cards::card(session, other)?,
            of_minor,
            current: held.period.contains(session.today()),
            record: Shown::of(session, row)?,
        });
    }
    views.sort_by_key(|view| (!view.current, !view.of_minor, view.record.id));
    Ok(views)
}

fn alerts(session: &Session, same: &[PersonId]) -> Result<Vec<Shown<Alert>>> {
    let today = session.today();
    let mut alerts = Vec::new();
    for row in query::of_people::<Alert>(session.archive().db(), same)? {
        alerts.push(Shown::of(session, row)?);
    }
    alerts.sort_by_key(|alert| (!alert.value.holds_on(today), alert.value.kind, alert.id));
    Ok(alerts)
}

fn enrolments(session: &Session, same: &[PersonId]) -> Result<Vec<EnrolmentView>> {
    let db = session.archive().db();
    let mut views = Vec::new();
    for row in query::of_people::<SchoolEnrolment>(db, same)? {
        let school = match row.value.school {
            Some(id) => rows::get::<School>(db, &id.to_string())?.map(|row| (id, row.value)),
            None => None,
        };
        let class = match row.value.class {
            Some(id) => rows::get::<SchoolClass>(db, &id.to_string())?.map(|row| (id, row.value)),
            None => None,
        };
        views.push(EnrolmentView {
            record: Shown::of(session, row)?,
            school: school.map(|(id, school)| (id, school.name.unwrap_or_default())),
            class: class.map(|(id, class)| (id, class.label())),
        });
    }
    views.sort_by_key(|view| (std::cmp::Reverse(view.record.value.year), view.record.id));
    Ok(views)
}

fn merges(session: &Session, id: PersonId) -> Result<Vec<MergeView>> {
    let db = session.archive().db();
    let mut views = Vec::new();
    for row in query::merges_around(db, id)? {
        let absorbed = rows::get::<Person>(db, &row.value.absorbed.to_string())?;
        let absorbed = absorbed.map(|row| row.value).unwrap_or_default();
        let codes = absorbed
            .identifiers
            .iter()
            .map(|identifier| identifier.value.clone());
        views.push(MergeView {
            id: row.typed_id()?,
            absorbed: row.value.absorbed,
            name: absorbed.display_name(),
            birth: absorbed.birth,
            codes: codes.filter(|code| !code.is_empty()).collect(),
            by: row.value.by,
            at: row.value.at,
            reason: row.value.reason,
        });
    }
    Ok(views)
}

/// What the colleagues on this page are called.
fn operators(
    session: &Session,
    alerts: &[Shown<Alert>],
    merges: &[MergeView],
) -> Result<BTreeMap<OperatorId, String>> {
    let authors = alerts.iter().map(|alert| alert.value.author);
    let enders = alerts
        .iter()
        .filter_map(|alert| alert.value.ended.as_ref().map(|ended| ended.by));
    let joined = merges.iter().map(|merge| merge.by);
    let mut names = BTreeMap::new();
    for id in authors.chain(enders).chain(joined) {
        if names.contains_key(&id) {
            continue;
        }
        if let Some(row) = rows::get::<Operator>(session.archive().db(), &id.to_string())? {
            let parts = [row.value.surname, row.value.name].into_iter().flatten();
            names.insert(id, parts.collect::<Vec<_>>().join(" "));
        }
    }
    Ok(names)
}
