//! Conversions to and from Postgres's representation: microseconds or days since the start of 2000.

use sqlx::error::BoxDynError;

use crate::types::wire;

/// Microseconds from the Unix epoch to the Postgres epoch, the start of 2000.
pub(super) const EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;

/// The first timestamp of Postgres, the Julian day 0: 4714-11-24 BC in the Gregorian calendar.
const FIRST_MICROSECONDS: i64 = FIRST_DAY as i64 * DAY_MICROSECONDS;

/// The first timestamp that is too late for Postgres: the start of the year 294277.
const END_MICROSECONDS: i64 = 9_223_371_331_200_000_000;

/// The first date of Postgres, the Julian day 0.
const FIRST_DAY: i32 = -2_451_545;

/// The length of a day. In the Postgres type `time`, this is `24:00:00`.
pub(super) const DAY_MICROSECONDS: i64 = 86_400_000_000;

/// A time that only one of Postgres and the Rust type can represent.
#[derive(Debug, thiserror::Error)]
pub(super) enum TimeError {
    #[error("`{rust}` cannot represent `{value}`")]
    Special {
        value: &'static str,
        rust: &'static str,
    },
    #[error("the value is out of range for `{rust}`")]
    OutOfRange { rust: &'static str },
    #[error("the value is out of range for `{postgres}`")]
    OutOfPostgresRange { postgres: &'static str },
    #[cfg(feature = "chrono")]
    #[error("`{postgres}` cannot represent a leap second")]
    LeapSecond { postgres: &'static str },
}

/// Checks that the server accepts a timestamp.
#[inline]
pub(super) fn checked_timestamp(
    microseconds: i64,
    postgres: &'static str,
) -> Result<i64, TimeError> {
    if (FIRST_MICROSECONDS..END_MICROSECONDS).contains(&microseconds) {
        Ok(microseconds)
    } else {
        Err(TimeError::OutOfPostgresRange { postgres })
    }
}

/// Checks that the server accepts a date. Its last date is later than any of Rust's.
#[inline]
pub(super) fn checked_date(days: i32) -> Result<i32, TimeError> {
    if days >= FIRST_DAY {
        Ok(days)
    } else {
        Err(TimeError::OutOfPostgresRange { postgres: "date" })
    }
}

/// Returns the error for a timestamp that the type `rust` cannot represent.
#[cold]
pub(super) fn timestamp_error(microseconds: i64, rust: &'static str) -> BoxDynError {
    Box::new(match microseconds {
        i64::MAX => special("infinity", rust),
        i64::MIN => special("-infinity", rust),
        _ => TimeError::OutOfRange { rust },
    })
}

/// Returns the error for a date that the type `rust` cannot represent.
#[cold]
pub(super) fn date_error(days: i32, rust: &'static str) -> BoxDynError {
    Box::new(match days {
        i32::MAX => special("infinity", rust),
        i32::MIN => special("-infinity", rust),
        _ => TimeError::OutOfRange { rust },
    })
}

/// Returns the error for a time of day that the type `rust` cannot represent.
#[cold]
pub(super) fn time_error(microseconds: i64, rust: &'static str) -> BoxDynError {
    Box::new(match microseconds {
        DAY_MICROSECONDS => special("24:00:00", rust),
        _ => TimeError::OutOfRange { rust },
    })
}

fn special(value: &'static str, rust: &'static str) -> TimeError {
    TimeError::Special { value, rust }
}

/// The parts of a date or time literal.
#[derive(Default)]
pub(super) struct Literal {
    pub(super) date: Option<(i32, u8, u8)>,
    pub(super) time: Option<i64>,
    pub(super) zone: &'static str,
    pub(super) data_type: &'static str,
}

impl Literal {
    pub(super) fn push(&self, sql: &mut String) {
        sql.push('\'');
        if let Some((year, month, day)) = self.date {
            // There is no year 0: the year before 1 is 1 BC.
            let year = if year > 0 { year } else { 1 - year };
            wire::push(sql, format_args!("{year:04}-{month:02}-{day:02}"));
        }
        if let Some(time) = self.time {
            if self.date.is_some() {
                sql.push('T');
            }
            push_time(sql, time);
        }
        sql.push_str(self.zone);
        if self.date.is_some_and(|(year, ..)| year <= 0) {
            sql.push_str(" BC");
        }
        sql.push_str("'::");
        sql.push_str(self.data_type);
    }
}

fn push_time(sql: &mut String, microseconds: i64) {
    let (seconds, fraction) = (microseconds / 1_000_000, microseconds % 1_000_000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    wire::push(sql, format_args!("{hour:02}:{minute:02}:{second:02}"));
    push_fraction(sql, fraction);
}

/// Appends a fraction of a second without its trailing zeros.
pub(super) fn push_fraction(sql: &mut String, microseconds: i64) {
    if microseconds != 0 {
        wire::push(sql, format_args!(".{microseconds:06}"));
        sql.truncate(sql.trim_end_matches('0').len());
    }
}
