//! What of the phases goes into the interchange: code by code, in the order of the specification.

use super::{CodiceFase, DatumState, FaseView, Valore, interchange_list};
use crate::time::PartialDate;

/// One value on its way out.
#[derive(Clone, PartialEq, Eq)]
pub struct Exported {
    /// Of which phase.
    pub phase: CodiceFase,
    /// The element's key; its code where it has one.
    pub element: &'static str,
    /// The list and version of a code.
    pub list: Option<(String, String)>,
    /// The value: days as `ddMMyyyy`, money with a point, yes and no as `true` and `false`.
    pub value: String,
}

/// The mapping of the phases: a line a value, several for an element with several codes. A code of any list but the
/// region's is left out, and so is what the reader may not see: what lacks stays "da completare".
#[must_use]
pub fn export(phases: &[FaseView]) -> Vec<Exported> {
    let mut lines = Vec::new();
    for phase in phases {
        let mut line = |element, list, value| {
            lines.push(Exported {
                phase: phase.phase,
                element,
                list,
                value,
            });
        };
        for (element, on) in [("DATA_INIZIO", phase.starts), ("DATA_FINE", phase.ends)] {
            on.into_iter().for_each(|on| line(element, None, day(on)));
        }
        if let Some(outcome) = &phase.outcome {
            let list = (outcome.list.clone(), outcome.version.clone());
            line("ESITO", Some(list), outcome.code.clone());
        }
        let filled = phase.data.iter().filter(|one| one.state == DatumState::Filled);
        for datum in filled {
            let name = datum.code.unwrap_or(datum.key);
            match &datum.value {
                Some(Valore::Codes(codes)) => {
                    let wanted = datum.code.map(interchange_list);
                    for code in codes {
                        if wanted.as_ref().is_none_or(|list| *list == code.list) {
                            let list = (code.list.clone(), code.version.clone());
                            line(name, Some(list), code.code.clone());
                        }
                    }
                }
                Some(value) => line(name, None, written(value)),
                None => {}
            }
        }
    }
    lines
}

fn written(value: &Valore) -> String {
    match value {
        Valore::Text(text) | Valore::Place(text) | Valore::Country(text) => text.clone(),
        Valore::Day(on) => day(*on),
        Valore::Number(number) => number.to_string(),
        Valore::Euro(amount) => euro(*amount),
        Valore::YesNo(yes) => yes.to_string(),
        Valore::Operator(operator) => operator.to_string(),
        Valore::Codes(_) => String::new(),
    }
}

/// `ddMMyyyy`; of a day that is only half known, what is known, the rest as zeros.
fn day(on: PartialDate) -> String {
    format!(
        "{:02}{:02}{:04}",
        on.day.unwrap_or(0),
        on.month.unwrap_or(0),
        on.year
    )
}

/// Ten-thousandths of a euro with a point and as many decimals as it has, two at least.
fn euro(amount: i64) -> String {
    let (sign, amount) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
    let (whole, part) = (amount / 10_000, amount % 10_000);
    if part % 100 == 0 {
        format!("{sign}{whole}.{:02}", part / 100)
    } else {
        format!("{sign}{whole}.{part:04}")
    }
}
