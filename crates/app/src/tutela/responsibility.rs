//! Who decides for a minor changes by an order: what held ends the day before, what holds names the order.

use super::in_file::writable;
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::queries;
use cartella_domain::{
    ids::{PersonId, RecordId},
    people::{ParentalResponsibility, Period, ResponsibilityKind, tidy},
    rights::Action,
    scope::{ScopeId, ScopeKind},
    time::CivilDate,
    tutela::Provvedimento,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One adult's responsibility as the order makes it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ChangeResponsibility {
    /// The order, in the minor's file.
    pub order: RecordId,
    /// The adult.
    pub adult: PersonId,
    /// How it is held from now on.
    pub kind: ResponsibilityKind,
    /// The first day.
    pub from: CivilDate,
    /// What it is limited to or from, in the words of the order.
    pub limits: Option<String>,
}

/// Changes it. The history stays: nothing is overwritten but the last day of what held before.
///
/// # Errors
/// `forbidden`, `not_found` by the rights of the case and of the person; `relation_with_self`; the disk is full.
pub fn change_responsibility(session: &mut Session, input: ChangeResponsibility) -> Result<OneCase> {
    let (case, row) = writable::<Provvedimento>(session, input.order)?;
    let minor = session.case_facts(case)?.person;
    let minor = session.standing_record(minor)?;
    session.allow(Action::PersonWrite, &session.person_subject(minor)?)?;
    if session.same_person(minor)?.contains(&input.adult) {
        return Err(Error::field(Code::RelationWithSelf, "adult"));
    }
    let adults = session.same_person(input.adult)?;
    let mut ended = Vec::new();
    for one in session.same_person(minor)? {
        for held in queries::tutela::responsibilities_of(session.archive().db(), one)? {
            let before = held.value.period.from.is_none_or(|from| from < input.from);
            let still = held.value.period.until.is_none_or(|until| until >= input.from);
            if adults.contains(&held.value.adult) && before && still {
                let id: RecordId = held.typed_id()?;
                let period = Period {
                    until: Some(input.from.plus_days(-1)),
                    ..held.value.period
                };
                ended.push((id, ParentalResponsibility { period, ..held.value }));
            }
        }
    }
    let held = ParentalResponsibility {
        minor,
        adult: input.adult,
        kind: Some(input.kind),
        period: Period {
            from: Some(input.from),
            until: None,
        },
        limits: tidy::lines(input.limits),
        order: in_words(session, &row.value)?,
        provvedimento: Some(input.order),
    };
    let id: RecordId = session.id();
    session.write(|act| {
        for (id, before) in &ended {
            act.edit(*id, before, None)?;
        }
        act.create(ScopeId::new(minor.uuid(), ScopeKind::Person), id, &held)?;
        act.about(minor);
        Ok(())
    })?;
    Ok(OneCase { case })
}

/// Authority, number and date of an order, for those who read the person and not the court's papers.
fn in_words(session: &Session, order: &Provvedimento) -> Result<Option<String>> {
    let known = super::authorities::known(session)?;
    let authority = order.autorita.as_ref().and_then(|key| known.get(key));
    let words = [
        authority.and_then(|authority| authority.name.clone()),
        order.number.clone(),
        order.issued_on.map(|day| day.0.format("%d/%m/%Y").to_string()),
    ];
    Ok(tidy::text(Some(
        words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    )))
}
