//! Dates and times of the crate `time`: <https://www.postgresql.org/docs/current/datatype-datetime.html>.
//!
//! Postgres stores microseconds and no offset. Nanoseconds are truncated when a value is encoded, and decoded values
//! are in UTC. The crate has no leap seconds: it parses `23:59:60` as the last nanosecond of `23:59:59`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::epoch::{self, EPOCH_MICROSECONDS, Literal, TimeError};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The Julian day of 2000-01-01.
const EPOCH_DAY: i32 = 2_451_545;

/// Decoded in UTC. Nanoseconds are truncated, and `infinity` is an error.
impl SqlType for OffsetDateTime {
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
        timestamp(microseconds)
            .ok_or_else(|| epoch::timestamp_error(microseconds, "OffsetDateTime"))
    }

    fn literal(&self, sql: &mut String) {
        let utc = self.to_offset(UtcOffset::UTC);
        timestamp_literal(utc.date(), utc.time(), "Z", "timestamptz").push(sql);
    }
}

impl ArrayElement for OffsetDateTime {}

/// Nanoseconds are truncated, and `infinity` is an error.
impl SqlType for PrimitiveDateTime {
    const DATA_TYPE: DataType = DataType::builtin("timestamp", 1114, 1115);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let microseconds = microseconds(self.assume_utc(), "timestamp")?;
        buffer.extend_from_slice(&microseconds.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let microseconds = i64::from_be_bytes(wire::exactly(bytes)?);
        match timestamp(microseconds) {
            Some(timestamp) => Ok(Self::new(timestamp.date(), timestamp.time())),
            None => Err(epoch::timestamp_error(microseconds, "PrimitiveDateTime")),
        }
    }

    fn literal(&self, sql: &mut String) {
        timestamp_literal(self.date(), self.time(), "", "timestamp").push(sql);
    }
}

impl ArrayElement for PrimitiveDateTime {}

/// `infinity` is an error.
impl SqlType for Date {
    const DATA_TYPE: DataType = DataType::builtin("date", 1082, 1182);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let days = epoch::checked_date(self.to_julian_day() - EPOCH_DAY)?;
        buffer.extend_from_slice(&days.to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let days = i32::from_be_bytes(wire::exactly(bytes)?);
        days.checked_add(EPOCH_DAY)
            .and_then(|day| Self::from_julian_day(day).ok())
            .ok_or_else(|| epoch::date_error(days, "Date"))
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

impl ArrayElement for Date {}

/// Nanoseconds are truncated. `24:00:00`, which is valid in Postgres, is an error.
impl SqlType for Time {
    const DATA_TYPE: DataType = DataType::builtin("time", 1083, 1183);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&since_midnight(*self).to_be_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let microseconds = i64::from_be_bytes(wire::exactly(bytes)?);
        time_of_day(microseconds).ok_or_else(|| epoch::time_error(microseconds, "Time"))
    }

    fn literal(&self, sql: &mut String) {
        Literal {
            time: Some(since_midnight(*self)),
            data_type: "time",
            ..Literal::default()
        }
        .push(sql);
    }
}

impl ArrayElement for Time {}

/// Returns the microseconds since 2000, unless the type `postgres` cannot represent the time. With the feature
/// `large-dates` of `time`, they can exceed an `i64`.
#[inline]
fn microseconds(timestamp: OffsetDateTime, postgres: &'static str) -> Result<i64, TimeError> {
    let microseconds = timestamp.unix_timestamp_nanos().div_euclid(1_000);
    match i64::try_from(microseconds - i128::from(EPOCH_MICROSECONDS)) {
        Ok(microseconds) => epoch::checked_timestamp(microseconds, postgres),
        Err(_) => Err(TimeError::OutOfPostgresRange { postgres }),
    }
}

#[inline]
fn timestamp(microseconds: i64) -> Option<OffsetDateTime> {
    if matches!(microseconds, i64::MIN | i64::MAX) {
        return None;
    }
    let nanoseconds = (i128::from(microseconds) + i128::from(EPOCH_MICROSECONDS)) * 1_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()
}

#[inline]
fn since_midnight(time: Time) -> i64 {
    let (hour, minute, second, microsecond) = time.as_hms_micro();
    let seconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
    seconds * 1_000_000 + i64::from(microsecond)
}

#[inline]
fn time_of_day(microseconds: i64) -> Option<Time> {
    let seconds = microseconds / 1_000_000;
    let small = |number: i64| u8::try_from(number).ok();
    let fraction = u32::try_from(microseconds % 1_000_000).ok()?;
    let hour = small(seconds / 3600)?;
    Time::from_hms_micro(
        hour,
        small(seconds / 60 % 60)?,
        small(seconds % 60)?,
        fraction,
    )
    .ok()
}

fn calendar(date: Date) -> (i32, u8, u8) {
    (date.year(), u8::from(date.month()), date.day())
}

fn timestamp_literal(
    date: Date,
    time: Time,
    zone: &'static str,
    data_type: &'static str,
) -> Literal {
    Literal {
        date: Some(calendar(date)),
        time: Some(since_midnight(time)),
        zone,
        data_type,
    }
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_round_trip, decode_error, decoded, encode_error, encoded,
        literal,
    };

    fn at(year: i32, month: Month, day: u8, time: (u8, u8, u8, u32)) -> PrimitiveDateTime {
        let date = Date::from_calendar_date(year, month, day).unwrap();
        let (hour, minute, second, nanosecond) = time;
        date.with_hms_nano(hour, minute, second, nanosecond)
            .unwrap()
    }

    #[test]
    fn round_trips() {
        for value in [
            at(2024, Month::February, 29, (23, 59, 59, 999_999_000)),
            at(2000, Month::January, 1, (0, 0, 0, 0)),
            at(1969, Month::December, 31, (23, 59, 59, 999_999_000)),
            at(-4711, Month::January, 1, (0, 0, 0, 0)),
        ] {
            assert_round_trip(&value);
            assert_round_trip(&value.assume_utc());
            assert_round_trip(&value.date());
            assert_round_trip(&value.time());
        }
        assert_round_trip(&Date::MAX);
        let value = at(2000, Month::January, 1, (0, 0, 0, 1_000));
        assert_eq!(encoded(&value), 1_i64.to_be_bytes());
        let value = at(1999, Month::December, 31, (0, 0, 0, 0));
        assert_eq!(encoded(&value.date()), (-1_i32).to_be_bytes());
    }

    #[test]
    fn reads_in_utc() {
        let offset = UtcOffset::from_hms(2, 0, 0).unwrap();
        let value = at(2024, Month::January, 1, (1, 0, 0, 0)).assume_offset(offset);
        let read = decoded::<OffsetDateTime>(&encoded(&value));
        assert_eq!(read, value);
        assert_eq!(read.offset(), UtcOffset::UTC);
        assert_eq!(literal(&value), "'2023-12-31T23:00:00Z'::timestamptz");
    }

    #[test]
    fn truncates_nanoseconds() {
        let value = at(1969, Month::December, 31, (23, 59, 59, 123_456_789));
        let cut = at(1969, Month::December, 31, (23, 59, 59, 123_456_000));
        assert_eq!(decoded::<PrimitiveDateTime>(&encoded(&value)), cut);
        assert_eq!(decoded::<Time>(&encoded(&value.time())), cut.time());
        assert_eq!(literal(&value), "'1969-12-31T23:59:59.123456'::timestamp");
    }

    #[test]
    fn rejects_values_that_do_not_fit() {
        let infinity = i64::MAX.to_be_bytes();
        let minus_infinity = i64::MIN.to_be_bytes();
        assert_eq!(
            decode_error::<OffsetDateTime>(&infinity),
            "`OffsetDateTime` cannot represent `infinity`"
        );
        assert_eq!(
            decode_error::<PrimitiveDateTime>(&minus_infinity),
            "`PrimitiveDateTime` cannot represent `-infinity`"
        );
        assert_eq!(
            decode_error::<Date>(&i32::MAX.to_be_bytes()),
            "`Date` cannot represent `infinity`"
        );
        assert_eq!(
            decode_error::<OffsetDateTime>(&(i64::MAX - 1).to_be_bytes()),
            "the value is out of range for `OffsetDateTime`"
        );
        assert_eq!(
            decode_error::<Time>(&epoch::DAY_MICROSECONDS.to_be_bytes()),
            "`Time` cannot represent `24:00:00`"
        );
        assert_eq!(
            decode_error::<Time>(&(-1_i64).to_be_bytes()),
            "the value is out of range for `Time`"
        );
    }

    /// Finding D24.
    #[test]
    fn rejects_times_before_the_first_of_postgres() {
        let first = at(-4713, Month::November, 24, (0, 0, 0, 0));
        assert_round_trip(&first);
        assert_round_trip(&first.date());
        let early = first - time::Duration::MICROSECOND;
        assert_eq!(
            encode_error(&early),
            "the value is out of range for `timestamp`"
        );
        assert_eq!(
            encode_error(&early.assume_utc()),
            "the value is out of range for `timestamptz`"
        );
        assert_eq!(
            encode_error(&Date::MIN),
            "the value is out of range for `date`"
        );
    }

    /// Related to finding A17.
    #[test]
    fn has_no_leap_seconds() {
        use time::format_description::well_known::Rfc3339;

        let leap = OffsetDateTime::parse("2016-12-31T23:59:60Z", &Rfc3339).unwrap();
        assert_eq!(literal(&leap), "'2016-12-31T23:59:59.999999Z'::timestamptz");
    }

    #[test]
    fn rejects_a_wrong_length() {
        let value = at(2024, Month::January, 1, (0, 0, 0, 0));
        assert_length_is_checked(&value);
        assert_length_is_checked(&value.assume_utc());
        assert_length_is_checked(&value.date());
        assert_length_is_checked(&value.time());
    }

    #[test]
    fn writes_a_literal() {
        let value = at(2024, Month::January, 2, (3, 4, 5, 60_700_000));
        assert_eq!(
            literal(&value.assume_utc()),
            "'2024-01-02T03:04:05.0607Z'::timestamptz"
        );
        assert_eq!(literal(&value), "'2024-01-02T03:04:05.0607'::timestamp");
        assert_eq!(literal(&value.date()), "'2024-01-02'::date");
        assert_eq!(literal(&value.time()), "'03:04:05.0607'::time");
        let value = at(-43, Month::March, 15, (12, 0, 0, 0));
        assert_eq!(literal(&value), "'0044-03-15T12:00:00 BC'::timestamp");
    }
}
