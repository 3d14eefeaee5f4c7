//! The versions of migrations.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

const FORMAT: &str = "%Y%m%d%H%M%S";

/// Returns a version for a migration after all others: the time in UTC as `YYYYMMDDHHMMSS`.
///
/// If the latest version is not older than that, for example because another computer's clock is ahead, it is the second
/// after the latest version.
pub(crate) fn next(latest: Option<i64>, now: DateTime<Utc>) -> i64 {
    let version = of(now.naive_utc());
    let Some(latest) = latest.filter(|latest| *latest >= version) else {
        return version;
    };
    NaiveDateTime::parse_from_str(&latest.to_string(), FORMAT)
        .ok()
        .and_then(|time| time.checked_add_signed(TimeDelta::seconds(1)))
        .map(of)
        .filter(|version| *version > latest)
        .unwrap_or_else(|| latest.saturating_add(1))
}

fn of(time: NaiveDateTime) -> i64 {
    time.format(FORMAT).to_string().parse().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_times_and_increase() {
        let now = DateTime::from_timestamp(1_796_083_199, 0).unwrap();
        assert_eq!(next(None, now), 20_261_130_235_959);
        assert_eq!(next(Some(3), now), 20_261_130_235_959);
        assert_eq!(next(Some(20_261_130_235_959), now), 20_261_201_000_000);
        assert_eq!(next(Some(20_261_130_999_999), now), 20_261_131_000_000);
    }
}
