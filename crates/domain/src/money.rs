//! Money: whole ten-thousandths of a euro, so that tariffs with four decimals are exact. It is rounded, half up to the
//! cent, only where a rule says so: once a line of a bill, never on the way to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in ten-thousandths of a euro: 98,7654 EUR is 987 654.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Euro(pub i64);

/// Ten-thousandths in a cent.
const CENT: i128 = 100;

impl Euro {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many times the amount, exactly.
    #[must_use]
    pub const fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count as i64))
    }

    /// The sum of two amounts.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left when another is taken off.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Rounded to the cent, half up.
    #[must_use]
    pub fn rounded(self) -> Self {
        in_cents(i128::from(self.0) * 10_000)
    }

    /// A percentage of the amount, in hundredths of a percent (22 % is 2 200), rounded to the cent, half up.
    #[must_use]
    pub fn percent(self, hundredths: u16) -> Self {
        in_cents(i128::from(self.0) * i128::from(hundredths))
    }
}

/// An amount in ten-thousandths of a ten-thousandth of a euro, in whole cents.
fn in_cents(fine: i128) -> Euro {
    let cents = (fine + 10_000 * CENT / 2).div_euclid(10_000 * CENT);
    Euro(i64::try_from(cents * CENT).unwrap_or(i64::MAX))
}

impl std::iter::Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::Euro;

    #[test]
    fn an_amount_is_exact_until_it_is_rounded_half_up() {
        // domain.md 14.1: 2 h at 24,9480 are 49,896 and come to 49,90; 33 x 6 h at 22,9950 are 4 553,01 exactly.
        assert_eq!(Euro(249_480).times(2), Euro(498_960));
        assert_eq!(Euro(498_960).rounded(), Euro(499_000));
        assert_eq!(Euro(229_950).times(198).rounded(), Euro(45_530_100));
        assert_eq!(Euro(50).rounded(), Euro(100), "half a cent goes up");
        assert_eq!(Euro(49).rounded(), Euro(0));
    }

    #[test]
    fn a_percentage_is_rounded_once() {
        assert_eq!(
            Euro(293_333_200).percent(500),
            Euro(14_666_700),
            "1 466,666 is 1 466,67"
        );
        assert_eq!(Euro(1_000_000).percent(10_000), Euro(1_000_000));
        assert_eq!(Euro(1_000_000).percent(0), Euro::ZERO);
    }
}
