//! Times as Postgres counts them: microseconds, or days, since the start of 2000.

use sqlx::error::BoxDynError;

use super::wire;

/// Microseconds from 1970, where the crates' count starts, to 2000, where Postgres's does.
pub(super) const EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;

/// The length of a day; the Postgres type `time` holds it as `24:00:00`.
pub(super) const DAY_MICROSECONDS: i64 = 86_400_000_000;

/// A point in time that the Rust type has no place for.
#[derive(Debug, thiserror::Error)]
pub(super) enum TimeError {
    #[error("`{value}` has no place in `{rust}`")]
    Special {
        value: &'static str,
        rust: &'static str,
    },
    #[error("the value is out of the range of `{rust}`")]
    OutOfRange { rust: &'static str },
    #[cfg(feature = "time")]
    #[error("the value is out of the range of `{postgres}`")]
    OutOfPostgresRange { postgres: &'static str },
    #[cfg(feature = "chrono")]
    #[error("the leap second `23:59:60` has no place in `time`")]
    LeapSecond,
}

/// Why a number of microseconds is not a value of the type `rust`.
#[cold]
pub(super) fn timestamp_error(microseconds: i64, rust: &'static str) -> BoxDynError {
    Box::new(match microseconds {
        i64::MAX => special("infinity", rust),
        i64::MIN => special("-infinity", rust),
        _ => TimeError::OutOfRange { rust },
    })
}

/// Why a number of days is not a value of the type `rust`.
#[cold]
pub(super) fn date_error(days: i32, rust: &'static str) -> BoxDynError {
    Box::new(match days {
        i32::MAX => special("infinity", rust),
        i32::MIN => special("-infinity", rust),
        _ => TimeError::OutOfRange { rust },
    })
}

/// Why a number of microseconds since midnight is not a value of the type `rust`.
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

/// A calendar date and a time of day, as a literal spells them.
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
