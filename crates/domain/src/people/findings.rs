//! What does not fit together in a person, to be looked at: never a refusal.
//!
//! A merge of two laptops may bring together fields that no form would have taken, and papers are wrong; so the
//! rules across fields are findings on what is there, shown beside the field until it is changed or acknowledged.

use super::{IdentifierKind, PermitStatus, Person};
use crate::{
    codice_fiscale::{CodiceFiscale, Known, Mismatch},
    places,
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// To be acknowledged or mended.
    Warning,
    /// Cannot be true.
    Error,
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    /// Neither surname nor name nor alias.
    NoName,
    /// A code without the shape of its kind or with a wrong check letter.
    IdentifierMalformed,
    /// Two different codes of a kind in use on the same day.
    IdentifierTwice,
    /// An STP or ENI past its last day, and no other code.
    IdentifierExpired,
    /// The codice fiscale says another surname.
    CfSurname,
    /// The codice fiscale says another name.
    CfName,
    /// The codice fiscale says another birth.
    CfBirth,
    /// The codice fiscale says another sex.
    CfSex,
    /// The codice fiscale says another birthplace.
    CfBirthplace,
    /// INPS does not take this omocodia; the code is right.
    CfOmocodiaInps,
    /// Surname or name is longer than the 36 letters that INPS takes.
    NameTooLongForInps,
    /// Born in the future.
    BirthInFuture,
    /// Died before birth.
    DeathBeforeBirth,
    /// Died in the future.
    DeathInFuture,
    /// No such Belfiore code.
    BirthplaceUnknown,
    /// More citizenships on one day than the two that an export holds.
    CitizenshipsOverTwo,
    /// Two days in the wrong order.
    PeriodReversed,
    /// The residence permit has expired.
    PermitExpired,
    /// The residence permit expires soon.
    PermitExpiring,
    /// Marked as unaccompanied minor, but of age.
    MsnaOfAge,
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonFinding")]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// The field beside which it is shown.
    pub field: &'static str,
    /// Someone has looked at it and left it so.
    pub acknowledged: bool,
}

/// Days before the expiry of a residence permit in which it is shown. Source: the product's own default.
pub const PERMIT_NOTICE_DAYS: i64 = 60;

/// Everything to look at in a person on a day.
#[must_use]
pub fn findings(person: &Person, today: CivilDate) -> Vec<Finding> {
    let mut found = Found(Vec::new());
    names(person, &mut found);
    life(person, today, &mut found);
    identifiers(person, today, &mut found);
    foreigner(person, today, &mut found);
    let code = person.codice_fiscale_on(today);
    let about = code.as_ref().map_or("", CodiceFiscale::as_str);
    for finding in &mut found.0 {
        let name = serde_json::to_value(finding.code).unwrap_or_default();
        finding.acknowledged = person
            .acknowledged
            .iter()
            .any(|seen| name == *seen.finding && seen.about == about);
    }
    found.0
}

struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, holds: bool, code: FindingCode, severity: Severity, field: &'static str) {
        if holds && self.0.iter().all(|finding| finding.code != code) {
            self.0.push(Finding {
                code,
                severity,
                field,
                acknowledged: false,
            });
        }
    }
}

fn names(person: &Person, found: &mut Found) {
    let nameless = person.display_name().is_empty();
    found.add(nameless, FindingCode::NoName, Severity::Error, "surname");
    let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.trim().chars().count() > 36);
    let code = FindingCode::NameTooLongForInps;
    found.add(long(&person.surname), code, Severity::Note, "surname");
    found.add(long(&person.name), code, Severity::Note, "name");
}

fn life(person: &Person, today: CivilDate, found: &mut Found) {
    let (birth, death) = (person.birth, person.death);
    let future = birth.is_some_and(|birth| birth.earliest() > today);
    found.add(future, FindingCode::BirthInFuture, Severity::Error, "birth");
    let future = death.is_some_and(|death| death.earliest() > today);
    found.add(future, FindingCode::DeathInFuture, Severity::Error, "death");
    let before = birth.zip(death).is_some_and(|(birth, death)| {
        (
            death.year,
            death.month.zip(birth.month).map(|(m, _)| m),
            death.day.zip(birth.day).map(|(d, _)| d),
        ) < (
            birth.year,
            birth.month.zip(death.month).map(|(m, _)| m),
            birth.day.zip(death.day).map(|(d, _)| d),
        )
    });
    found.add(before, FindingCode::DeathBeforeBirth, Severity::Error, "death");
    let unknown = person
        .birthplace
        .as_deref()
        .is_some_and(|code| !places::is_known(code));
    found.add(
        unknown,
        FindingCode::BirthplaceUnknown,
        Severity::Warning,
        "birthplace",
    );
    let of_age = person.age_on(today).is_some_and(|age| age >= 18);
    found.add(
        person.msna == Some(true) && of_age,
        FindingCode::MsnaOfAge,
        Severity::Note,
        "msna",
    );
}

fn identifiers(person: &Person, today: CivilDate, found: &mut Found) {
    let field = "identifiers";
    let malformed = person
        .identifiers
        .iter()
        .any(|identifier| !identifier.is_well_formed());
    found.add(
        malformed,
        FindingCode::IdentifierMalformed,
        Severity::Warning,
        field,
    );
    let reversed = person
        .identifiers
        .iter()
        .any(|identifier| identifier.period.is_reversed());
    found.add(reversed, FindingCode::PeriodReversed, Severity::Error, field);
    let current = person.identifiers_on(today);
    let twice = current.windows(2).any(|pair| match pair {
        [one, other] => one.kind == other.kind && one.value != other.value,
        _ => false,
    });
    found.add(twice, FindingCode::IdentifierTwice, Severity::Warning, field);
    let health_expired = person.identifiers.iter().any(|identifier| {
        matches!(identifier.kind, IdentifierKind::Stp | IdentifierKind::Eni)
            && identifier.period.until.is_some_and(|until| until < today)
    });
    found.add(
        current.is_empty() && health_expired,
        FindingCode::IdentifierExpired,
        Severity::Warning,
        field,
    );
    let Some(code) = person.codice_fiscale_on(today) else {
        return;
    };
    found.add(
        !code.fits_inps(),
        FindingCode::CfOmocodiaInps,
        Severity::Note,
        field,
    );
    let known = Known {
        surname: person.surname.as_deref(),
        name: person.name.as_deref(),
        birth: person.birth,
        sex: person.sex,
        belfiore: person.birthplace.as_deref(),
    };
    for mismatch in code.mismatches(&known) {
        let (code, field) = match mismatch {
            Mismatch::Surname => (FindingCode::CfSurname, "surname"),
            Mismatch::Name => (FindingCode::CfName, "name"),
            Mismatch::Birth => (FindingCode::CfBirth, "birth"),
            Mismatch::Sex => (FindingCode::CfSex, "sex"),
            Mismatch::Birthplace => (FindingCode::CfBirthplace, "birthplace"),
        };
        found.add(true, code, Severity::Warning, field);
    }
}

fn foreigner(person: &Person, today: CivilDate, found: &mut Found) {
    let field = "citizenships";
    let reversed = person
        .citizenships
        .iter()
        .any(|citizenship| citizenship.period.is_reversed());
    found.add(reversed, FindingCode::PeriodReversed, Severity::Error, field);
    let held = person
        .citizenships
        .iter()
        .filter(|held| held.period.contains(today))
        .count();
    found.add(held > 2, FindingCode::CitizenshipsOverTwo, Severity::Note, field);
    let Some(permit) = &person.residence_permit else {
        return;
    };
    let left = permit.expires.map(|expires| expires.days_since(today));
    let renewing = permit.status == Some(PermitStatus::Renewing);
    let expired =
        permit.status == Some(PermitStatus::Expired) || (left.is_some_and(|days| days < 0) && !renewing);
    let field = "residence_permit";
    found.add(expired, FindingCode::PermitExpired, Severity::Warning, field);
    let soon = left.is_some_and(|days| (0..=PERMIT_NOTICE_DAYS).contains(&days));
    found.add(
        soon && !expired && !renewing,
        FindingCode::PermitExpiring,
        Severity::Note,
        field,
    );
}

#[cfg(test)]
mod tests;
