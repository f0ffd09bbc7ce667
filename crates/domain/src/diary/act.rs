//! One act, several files: counts and hours are by act.

/// The minutes of one activity shared out over its texts: whole minutes whose sum is the total, the first
/// ones carrying the rest.
#[must_use]
pub fn share_out(total: u16, texts: usize) -> Vec<u16> {
    let Ok(count) = u16::try_from(texts) else {
        return vec![0; texts];
    };
    if count == 0 {
        return Vec::new();
    }
    let (each, rest) = (total / count, total % count);
    (0..count).map(|index| each + u16::from(index < rest)).collect()
}

#[cfg(test)]
mod tests {
    use super::share_out;

    #[test]
    fn the_shares_of_an_activity_make_its_total() {
        assert_eq!(share_out(50, 4), [13, 13, 12, 12]);
        assert_eq!(share_out(3, 5), [1, 1, 1, 0, 0]);
        assert_eq!(share_out(90, 0), [] as [u16; 0]);
        for total in [0, 1, 59, 240] {
            for texts in 1..20 {
                assert_eq!(share_out(total, texts).iter().sum::<u16>(), total);
            }
        }
    }
}
