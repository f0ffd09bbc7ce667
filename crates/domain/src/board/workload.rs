//! How much an operator carries, by the time that she works.

/// Percent of working time of whom nobody said otherwise.
pub const FULL_TIME: u16 = 100;

/// Open cases of one responsible who works full time, from which her load is marked, where the office sets no other number
/// (So.Le., Programma 2025-2027, 8: "casi medi annui per AS FTE", target 1/90; how it is computed is not said there).
pub const CASES_PER_FTE: u16 = 90;

/// What one operator carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Open cases for which she is responsible.
    pub responsible: u32,
    /// Open cases on which she works beside that: psicologo, mini-équipe, educatore.
    pub others: u32,
    /// Open cases in which she stands in for somebody.
    pub standing_in: u32,
}

impl Load {
    /// Cases of a responsible as if she worked full time, in tenths. None for who works no time at all.
    #[must_use]
    pub fn tenths_per_fte(self, percent: u16) -> Option<u32> {
        let whole = u64::from(self.responsible) * 1_000;
        let percent = u64::from(percent);
        let tenths = (whole + percent / 2).checked_div(percent)?;
        u32::try_from(tenths).ok()
    }

    /// Whether that is more than the office's number.
    #[must_use]
    pub fn is_over(self, percent: u16, most: u16) -> bool {
        self.tenths_per_fte(percent)
            .is_some_and(|tenths| tenths > u32::from(most) * 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_working_time_counts_each_case_twice() {
        let load = Load {
            responsible: 46,
            others: 30,
            standing_in: 5,
        };
        assert_eq!(load.tenths_per_fte(FULL_TIME), Some(460));
        assert_eq!(load.tenths_per_fte(50), Some(920));
        assert_eq!(load.tenths_per_fte(60), Some(767));
        assert_eq!(load.tenths_per_fte(0), None);
        assert!(load.is_over(50, CASES_PER_FTE) && !load.is_over(FULL_TIME, CASES_PER_FTE));
        let just = Load {
            responsible: 90,
            ..Load::default()
        };
        assert!(
            !just.is_over(FULL_TIME, CASES_PER_FTE),
            "the number itself is no excess"
        );
    }
}
