//! Codes that people have before, or instead of, a codice fiscale.

use crate::{
    deadlines::{Code, usual_end},
    time::CivilDate,
};

/// Whether a normalised text is a provisional numeric code: eleven digits, the last a check digit as in a
/// partita IVA (given by the Sportello unico immigrazione until the sixteen characters come).
#[must_use]
pub fn is_provisional(code: &str) -> bool {
    let digits: Option<Vec<u32>> = code.chars().map(|sign| sign.to_digit(10)).collect();
    let Some((check, first)) = digits.as_deref().and_then(<[u32]>::split_last) else {
        return false;
    };
    let sum: u32 = first
        .iter()
        .enumerate()
        .map(|(index, digit)| match (index % 2, *digit) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum();
    first.len() == 10 && (10 - sum % 10) % 10 == *check
}

/// Whether a normalised text is an STP code (straniero temporaneamente presente): `STP`, region 3, ASL 3,
/// progressive 7 digits.
#[must_use]
pub fn is_stp(code: &str) -> bool {
    is_health_code(code, "STP")
}

/// Whether a normalised text is an ENI code (europeo non iscritto), of the same structure as an STP.
#[must_use]
pub fn is_eni(code: &str) -> bool {
    is_health_code(code, "ENI")
}

fn is_health_code(code: &str, prefix: &str) -> bool {
    code.strip_prefix(prefix)
        .is_some_and(|rest| rest.len() == 13 && rest.bytes().all(|sign| sign.is_ascii_digit()))
}

/// When an STP issued on a day expires unless renewed: six months later, on the last day of a shorter month.
#[must_use]
pub fn stp_expiry(issued: CivilDate) -> CivilDate {
    usual_end(Code::StpScadenza, issued)
}
