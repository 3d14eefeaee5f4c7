//! `interval`: <https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT>.

use std::fmt;
use std::time::Duration;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::epoch;
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A Postgres `interval`: separate numbers of months, days and microseconds.
///
/// ```
/// use std::time::Duration;
///
/// use schema_core::prelude::*;
///
/// let interval = Interval::new(14, 3, 4_500_000);
/// assert_eq!(interval.to_string(), "1 year 2 mons 3 days 00:00:04.5");
///
/// let timeout = Interval::try_from(Duration::from_secs(90))?;
/// assert_eq!(timeout, Interval::from_seconds(90));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A month has no fixed number of days, and a day has no fixed number of hours. Two intervals are therefore equal if
/// all three parts are equal: `1 day` and `24:00:00` differ in Rust, although Postgres's `=` considers them equal.
///
/// An interval without months and days converts to and from the durations of the standard library, `chrono` and `time`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// Months. A year is twelve of them.
    pub months: i32,
    /// Days. A week is seven of them.
    pub days: i32,
    /// Hours, minutes and seconds, in microseconds.
    pub microseconds: i64,
}

/// A conversion between an interval and a duration that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntervalError {
    /// The duration is longer than 2⁶³ microseconds.
    #[error("the duration is out of range for `interval`")]
    OutOfRange,
    /// The interval has months or days, which have no fixed length.
    #[error("an interval with months or days has no fixed duration")]
    NoFixedDuration,
    /// The interval is negative, but the duration type is unsigned.
    #[error("`Duration` cannot represent a negative interval")]
    Negative,
}

impl Interval {
    /// The empty interval.
    pub const ZERO: Self = Self::new(0, 0, 0);
    /// `infinity`, in Postgres 17 and later.
    pub const INFINITY: Self = Self::new(i32::MAX, i32::MAX, i64::MAX);
    /// `-infinity`, in Postgres 17 and later.
    pub const NEG_INFINITY: Self = Self::new(i32::MIN, i32::MIN, i64::MIN);

    /// Creates an interval from its three parts.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let interval = Interval::new(1, -2, 3_000_000);
    /// assert_eq!(interval.to_string(), "1 mon -2 days +00:00:03");
    /// ```
    pub const fn new(months: i32, days: i32, microseconds: i64) -> Self {
        Self {
            months,
            days,
            microseconds,
        }
    }

    /// Creates an interval from a number of months.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_months(14).to_string(), "1 year 2 mons");
    /// ```
    pub const fn from_months(months: i32) -> Self {
        Self::new(months, 0, 0)
    }

    /// Creates an interval from a number of days.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_days(7).to_string(), "7 days");
    /// ```
    pub const fn from_days(days: i32) -> Self {
        Self::new(0, days, 0)
    }

    /// Creates an interval from a number of hours. They do not become days.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_hours(36).to_string(), "36:00:00");
    /// ```
    pub const fn from_hours(hours: i32) -> Self {
        Self::from_microseconds(hours as i64 * 3_600_000_000)
    }

    /// Creates an interval from a number of minutes.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_minutes(-90).to_string(), "-01:30:00");
    /// ```
    pub const fn from_minutes(minutes: i32) -> Self {
        Self::from_microseconds(minutes as i64 * 60_000_000)
    }

    /// Creates an interval from a number of seconds.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_seconds(90).to_string(), "00:01:30");
    /// ```
    pub const fn from_seconds(seconds: i32) -> Self {
        Self::from_microseconds(seconds as i64 * 1_000_000)
    }

    /// Creates an interval from a number of microseconds.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Interval::from_microseconds(1_500_000).to_string(), "00:00:01.5");
    /// ```
    pub const fn from_microseconds(microseconds: i64) -> Self {
        Self::new(0, 0, microseconds)
    }

    /// Returns the microseconds if the interval has neither months nor days.
    fn fixed(self) -> Result<i64, IntervalError> {
        match self {
            Self {
                months: 0,
                days: 0,
                microseconds,
            } => Ok(microseconds),
            _ => Err(IntervalError::NoFixedDuration),
        }
    }
}

impl SqlType for Interval {
    const DATA_TYPE: DataType = DataType::builtin("interval", 1186, 1187);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&self.microseconds.to_be_bytes());
        buffer.extend_from_slice(&self.days.to_be_bytes());
        buffer.extend_from_slice(&self.months.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let mut parts: &[u8] = &wire::exactly::<16>(bytes)?;
        Ok(Self {
            microseconds: i64::from_be_bytes(wire::take(&mut parts)?),
            days: i32::from_be_bytes(wire::take(&mut parts)?),
            months: i32::from_be_bytes(wire::take(&mut parts)?),
        })
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{self}'::interval"));
    }
}

impl ArrayElement for Interval {}

/// Writes the interval as Postgres prints it: `1 year 2 mons -3 days +04:05:06.7`.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::INFINITY => return f.pad("infinity"),
            Self::NEG_INFINITY => return f.pad("-infinity"),
            _ => {}
        }
        let mut text = String::new();
        let mut after_negative = false;
        let parts = [
            (self.months / 12, "year"),
            (self.months % 12, "mon"),
            (self.days, "day"),
        ];
        for (number, unit) in parts {
            if number == 0 {
                continue;
            }
            let space = if text.is_empty() { "" } else { " " };
            let sign = if after_negative && number > 0 {
                "+"
            } else {
                ""
            };
            let plural = if number == 1 { "" } else { "s" };
            wire::push(
                &mut text,
                format_args!("{space}{sign}{number} {unit}{plural}"),
            );
            after_negative = number < 0;
        }
        if text.is_empty() || self.microseconds != 0 {
            let space = if text.is_empty() { "" } else { " " };
            let sign = match (self.microseconds < 0, after_negative) {
                (true, _) => "-",
                (false, true) => "+",
                (false, false) => "",
            };
            let seconds = (self.microseconds / 1_000_000).unsigned_abs();
            let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            wire::push(
                &mut text,
                format_args!("{space}{sign}{hours:02}:{minutes:02}:{seconds:02}"),
            );
            epoch::push_fraction(&mut text, (self.microseconds % 1_000_000).abs());
        }
        f.pad(&text)
    }
}

/// Nanoseconds are truncated.
impl TryFrom<Duration> for Interval {
    type Error = IntervalError;

    fn try_from(duration: Duration) -> Result<Self, IntervalError> {
        let microseconds = i64::try_from(duration.as_micros());
        microseconds
            .map(Self::from_microseconds)
            .map_err(|_| IntervalError::OutOfRange)
    }
}

impl TryFrom<Interval> for Duration {
    type Error = IntervalError;

    fn try_from(interval: Interval) -> Result<Self, IntervalError> {
        let microseconds = u64::try_from(interval.fixed()?);
        microseconds
            .map(Self::from_micros)
            .map_err(|_| IntervalError::Negative)
    }
}

/// Nanoseconds are truncated.
#[cfg(feature = "chrono")]
impl TryFrom<chrono::TimeDelta> for Interval {
    type Error = IntervalError;

    fn try_from(duration: chrono::TimeDelta) -> Result<Self, IntervalError> {
        let microseconds = duration.num_microseconds();
        microseconds
            .map(Self::from_microseconds)
            .ok_or(IntervalError::OutOfRange)
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<Interval> for chrono::TimeDelta {
    type Error = IntervalError;

    fn try_from(interval: Interval) -> Result<Self, IntervalError> {
        interval.fixed().map(Self::microseconds)
    }
}

/// Nanoseconds are truncated.
#[cfg(feature = "time")]
impl TryFrom<time::Duration> for Interval {
    type Error = IntervalError;

    fn try_from(duration: time::Duration) -> Result<Self, IntervalError> {
        let microseconds = i64::try_from(duration.whole_microseconds());
        microseconds
            .map(Self::from_microseconds)
            .map_err(|_| IntervalError::OutOfRange)
    }
}

#[cfg(feature = "time")]
impl TryFrom<Interval> for time::Duration {
    type Error = IntervalError;

    fn try_from(interval: Interval) -> Result<Self, IntervalError> {
        interval.fixed().map(Self::microseconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_length_is_checked, assert_round_trip, encoded, literal};

    #[test]
    fn round_trips() {
        assert_round_trip(&Interval::ZERO);
        assert_round_trip(&Interval::new(-14, 3, -4_500_000));
        assert_round_trip(&Interval::INFINITY);
        assert_round_trip(&Interval::NEG_INFINITY);
        assert_eq!(
            encoded(&Interval::new(1, 2, 3)),
            [0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1]
        );
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&Interval::new(1, 2, 3));
    }

    #[test]
    fn displays_like_postgres() {
        let cases = [
            (Interval::ZERO, "00:00:00"),
            (Interval::new(12, 0, 0), "1 year"),
            (
                Interval::new(14, -3, 14_706_700_000),
                "1 year 2 mons -3 days +04:05:06.7",
            ),
            (
                Interval::new(-14, 3, -1),
                "-1 years -2 mons +3 days -00:00:00.000001",
            ),
            (Interval::from_hours(36), "36:00:00"),
            (Interval::from_minutes(-90), "-01:30:00"),
            (
                Interval::from_microseconds(i64::MIN),
                "-2562047788:00:54.775808",
            ),
            (Interval::from_months(i32::MIN), "-178956970 years -8 mons"),
            (Interval::NEG_INFINITY, "-infinity"),
        ];
        for (interval, text) in cases {
            assert_eq!(interval.to_string(), text);
        }
    }

    #[test]
    fn converts_durations() {
        let duration = Duration::new(90, 1_999);
        let interval = Interval::from_microseconds(90_000_001);
        assert_eq!(Interval::try_from(duration), Ok(interval));
        assert_eq!(Duration::try_from(interval), Ok(Duration::new(90, 1_000)));
        assert_eq!(
            Interval::try_from(Duration::MAX),
            Err(IntervalError::OutOfRange)
        );
        assert_eq!(
            Duration::try_from(Interval::from_days(1)),
            Err(IntervalError::NoFixedDuration)
        );
        assert_eq!(
            Duration::try_from(Interval::from_seconds(-1)),
            Err(IntervalError::Negative)
        );
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn converts_chrono_durations() {
        let duration = chrono::TimeDelta::milliseconds(-1_500);
        let interval = Interval::from_microseconds(-1_500_000);
        assert_eq!(Interval::try_from(duration), Ok(interval));
        assert_eq!(chrono::TimeDelta::try_from(interval), Ok(duration));
        assert_eq!(
            Interval::try_from(chrono::TimeDelta::MAX),
            Err(IntervalError::OutOfRange)
        );
    }

    #[cfg(feature = "time")]
    #[test]
    fn converts_time_durations() {
        let duration = time::Duration::milliseconds(-1_500);
        let interval = Interval::from_microseconds(-1_500_000);
        assert_eq!(Interval::try_from(duration), Ok(interval));
        assert_eq!(time::Duration::try_from(interval), Ok(duration));
        assert_eq!(
            Interval::try_from(time::Duration::MAX),
            Err(IntervalError::OutOfRange)
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&Interval::from_days(-1)), "'-1 days'::interval");
    }
}
