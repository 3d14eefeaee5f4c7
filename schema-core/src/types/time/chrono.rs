//! Dates and times of the crate `chrono`: <https://www.postgresql.org/docs/current/datatype-datetime.html>.
//!
//! Postgres stores microseconds. Nanoseconds are truncated when a value is encoded. Postgres has no leap seconds: a time
//! within one is an error.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Utc};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::epoch::{self, EPOCH_MICROSECONDS, Literal, TimeError};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The day 2000-01-01, in days since the day before 0001-01-01.
const EPOCH_DAY: i32 = 730_120;

/// Nanoseconds are truncated. A leap second, and `infinity`, are errors.
impl SqlType for DateTime<Utc> {
    const DATA_TYPE: DataType = DataType::builtin("timestamptz", 1184, 1185);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let microseconds = microseconds(*self, "timestamptz")?;
        buffer.extend_from_slice(&microseconds.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let microseconds = i64::from_be_bytes(wire::exactly(bytes)?);
        timestamp(microseconds).ok_or_else(|| epoch::timestamp_error(microseconds, "DateTime<Utc>"))
    }

    fn literal(&self, sql: &mut String) {
        push_literal(*self, "Z", "timestamptz", sql);
    }
}

impl ArrayElement for DateTime<Utc> {}

/// Nanoseconds are truncated. A leap second, and `infinity`, are errors.
impl SqlType for NaiveDateTime {
    const DATA_TYPE: DataType = DataType::builtin("timestamp", 1114, 1115);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let microseconds = microseconds(self.and_utc(), "timestamp")?;
        buffer.extend_from_slice(&microseconds.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let microseconds = i64::from_be_bytes(wire::exactly(bytes)?);
        match timestamp(microseconds) {
            Some(timestamp) => Ok(timestamp.naive_utc()),
            None => Err(epoch::timestamp_error(microseconds, "NaiveDateTime")),
        }
    }

    fn literal(&self, sql: &mut String) {
        push_literal(self.and_utc(), "", "timestamp", sql);
    }
}

impl ArrayElement for NaiveDateTime {}

/// `infinity` is an error.
impl SqlType for NaiveDate {
    const DATA_TYPE: DataType = DataType::builtin("date", 1082, 1182);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let days = epoch::checked_date(self.num_days_from_ce() - EPOCH_DAY)?;
        buffer.extend_from_slice(&days.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let days = i32::from_be_bytes(wire::exactly(bytes)?);
        days.checked_add(EPOCH_DAY)
            .and_then(Self::from_num_days_from_ce_opt)
            .ok_or_else(|| epoch::date_error(days, "NaiveDate"))
    }

    fn literal(&self, sql: &mut String) {
        Literal {
            date: Some(calendar(*self)),
            data_type: "date",
            ..Literal::default()
        }
        .push(sql);
    }
}

impl ArrayElement for NaiveDate {}

/// Nanoseconds are truncated. A leap second, and `24:00:00`, which is valid in Postgres, are errors.
impl SqlType for NaiveTime {
    const DATA_TYPE: DataType = DataType::builtin("time", 1083, 1183);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        no_leap_second(self.nanosecond(), "time")?;
        let microseconds = since_midnight(*self);
        buffer.extend_from_slice(&microseconds.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let microseconds = i64::from_be_bytes(wire::exactly(bytes)?);
        time_of_day(microseconds).ok_or_else(|| epoch::time_error(microseconds, "NaiveTime"))
    }

    fn literal(&self, sql: &mut String) {
        if let Err(error) = no_leap_second(self.nanosecond(), "time") {
            return wire::push_quoted(sql, &error.to_string(), "time");
        }
        Literal {
            time: Some(since_midnight(*self)),
            data_type: "time",
            ..Literal::default()
        }
        .push(sql);
    }
}

impl ArrayElement for NaiveTime {}

/// Returns the microseconds since 2000, unless the type `postgres` cannot represent the time.
#[inline]
fn microseconds(timestamp: DateTime<Utc>, postgres: &'static str) -> Result<i64, TimeError> {
    no_leap_second(timestamp.timestamp_subsec_nanos(), postgres)?;
    // All of chrono's years fit into an `i64`.
    epoch::checked_timestamp(timestamp.timestamp_micros() - EPOCH_MICROSECONDS, postgres)
}

/// Checks the nanoseconds of a second. In chrono, a leap second follows as the second half of the one before it.
#[inline]
fn no_leap_second(nanoseconds: u32, postgres: &'static str) -> Result<(), TimeError> {
    if nanoseconds < 1_000_000_000 {
        Ok(())
    } else {
        Err(TimeError::LeapSecond { postgres })
    }
}

#[inline]
fn timestamp(microseconds: i64) -> Option<DateTime<Utc>> {
    microseconds
        .checked_add(EPOCH_MICROSECONDS)
        .and_then(DateTime::from_timestamp_micros)
}

#[inline]
fn since_midnight(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight()) * 1_000_000 + i64::from(time.nanosecond() / 1_000)
}

#[inline]
fn time_of_day(microseconds: i64) -> Option<NaiveTime> {
    let microseconds = u64::try_from(microseconds).ok()?;
    let seconds = u32::try_from(microseconds / 1_000_000).ok()?;
    let fraction = u32::try_from(microseconds % 1_000_000).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, fraction * 1_000)
}

fn calendar(date: NaiveDate) -> (i32, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    (date.year(), small(date.month()), small(date.day()))
}

/// Appends a literal. If a value has none, that is an invalid one with the reason, which the server rejects and shows.
fn push_literal(
    value: DateTime<Utc>,
    zone: &'static str,
    data_type: &'static str,
    sql: &mut String,
) {
    if let Err(error) = microseconds(value, data_type) {
        return wire::push_quoted(sql, &error.to_string(), data_type);
    }
    Literal {
        date: Some(calendar(value.date_naive())),
        time: Some(since_midnight(value.time())),
        zone,
        data_type,
    }
    .push(sql);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_round_trip, decode_error, decoded, encode_error, encoded,
        literal,
    };

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn round_trips() {
        for text in [
            "2024-02-29T23:59:59.999999Z",
            "2000-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "0001-01-01T00:00:00Z",
            "-4711-01-01T00:00:00Z",
        ] {
            let value = utc(text);
            assert_round_trip(&value);
            assert_round_trip(&value.naive_utc());
            assert_round_trip(&value.date_naive());
            assert_round_trip(&value.time());
        }
        assert_eq!(
            encoded(&utc("2000-01-01T00:00:00.000001Z")),
            1_i64.to_be_bytes()
        );
        assert_eq!(
            encoded(&utc("1999-12-31T00:00:00Z").date_naive()),
            (-1_i32).to_be_bytes()
        );
    }

    #[test]
    fn truncates_nanoseconds() {
        let read = decoded::<DateTime<Utc>>(&encoded(&utc("1969-12-31T23:59:59.123456789Z")));
        assert_eq!(read, utc("1969-12-31T23:59:59.123456Z"));
        let time = NaiveTime::from_hms_nano_opt(1, 2, 3, 123_456_789).unwrap();
        let cut = NaiveTime::from_hms_micro_opt(1, 2, 3, 123_456).unwrap();
        assert_eq!(decoded::<NaiveTime>(&encoded(&time)), cut);
    }

    #[test]
    fn rejects_values_that_do_not_fit() {
        let infinity = i64::MAX.to_be_bytes();
        let minus_infinity = i64::MIN.to_be_bytes();
        assert_eq!(
            decode_error::<DateTime<Utc>>(&infinity),
            "`DateTime<Utc>` cannot represent `infinity`"
        );
        assert_eq!(
            decode_error::<NaiveDateTime>(&minus_infinity),
            "`NaiveDateTime` cannot represent `-infinity`"
        );
        assert_eq!(
            decode_error::<NaiveDate>(&i32::MIN.to_be_bytes()),
            "`NaiveDate` cannot represent `-infinity`"
        );
        assert_eq!(
            decode_error::<NaiveDate>(&(i32::MAX - 1).to_be_bytes()),
            "the value is out of range for `NaiveDate`"
        );
        assert_eq!(
            decode_error::<DateTime<Utc>>(&(i64::MAX - 1).to_be_bytes()),
            "the value is out of range for `DateTime<Utc>`"
        );
        assert_eq!(
            decode_error::<NaiveTime>(&epoch::DAY_MICROSECONDS.to_be_bytes()),
            "`NaiveTime` cannot represent `24:00:00`"
        );
        assert_eq!(
            decode_error::<NaiveTime>(&(-1_i64).to_be_bytes()),
            "the value is out of range for `NaiveTime`"
        );
    }

    /// Finding A17.
    #[test]
    fn rejects_leap_seconds() {
        let day = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
        // chrono has leap seconds at the end of each minute, and everywhere in a parsed time.
        for (hour, minute) in [(23, 59), (12, 0)] {
            let leap = NaiveTime::from_hms_micro_opt(hour, minute, 59, 1_500_000).unwrap();
            let at = day.and_time(leap);
            assert_eq!(encode_error(&leap), "`time` cannot represent a leap second");
            assert_eq!(
                encode_error(&at),
                "`timestamp` cannot represent a leap second"
            );
            assert_eq!(
                encode_error(&at.and_utc()),
                "`timestamptz` cannot represent a leap second"
            );
            assert_eq!(
                literal(&leap),
                "'`time` cannot represent a leap second'::time"
            );
            assert_eq!(
                literal(&at),
                "'`timestamp` cannot represent a leap second'::timestamp"
            );
        }
        assert!("2016-12-31T23:59:60Z".parse::<DateTime<Utc>>().is_ok());
    }

    /// Finding D24.
    #[test]
    fn rejects_times_before_the_first_of_postgres() {
        let first = utc("-4713-11-24T00:00:00Z");
        assert_round_trip(&first);
        assert_round_trip(&first.date_naive());
        for early in [
            first - chrono::TimeDelta::microseconds(1),
            DateTime::<Utc>::MIN_UTC,
        ] {
            assert_eq!(
                encode_error(&early),
                "the value is out of range for `timestamptz`"
            );
            assert_eq!(
                encode_error(&early.naive_utc()),
                "the value is out of range for `timestamp`"
            );
            assert_eq!(
                encode_error(&early.date_naive()),
                "the value is out of range for `date`"
            );
        }
        assert_round_trip(&NaiveDate::MAX);
        let last = utc("+262142-12-31T23:59:59Z");
        assert_round_trip(&last);
    }

    #[test]
    fn rejects_a_wrong_length() {
        let value = utc("2024-01-01T00:00:00Z");
        assert_length_is_checked(&value);
        assert_length_is_checked(&value.naive_utc());
        assert_length_is_checked(&value.date_naive());
        assert_length_is_checked(&value.time());
    }

    #[test]
    fn writes_a_literal() {
        let value = utc("2024-01-02T03:04:05.060700Z");
        assert_eq!(literal(&value), "'2024-01-02T03:04:05.0607Z'::timestamptz");
        assert_eq!(
            literal(&value.naive_utc()),
            "'2024-01-02T03:04:05.0607'::timestamp"
        );
        assert_eq!(literal(&value.date_naive()), "'2024-01-02'::date");
        assert_eq!(literal(&value.time()), "'03:04:05.0607'::time");
        assert_eq!(
            literal(&utc("-0043-03-15T12:00:00Z")),
            "'0044-03-15T12:00:00Z BC'::timestamptz"
        );
        assert_eq!(
            literal(&utc("0000-03-15T12:00:00Z").date_naive()),
            "'0001-03-15 BC'::date"
        );
    }
}
