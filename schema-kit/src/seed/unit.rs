//! Values with an order, as whole numbers: cents of a price, days of a date, seconds of a time.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};

const DAY: i128 = 86_400;

/// The unit of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Ones, in so many bytes.
    Integer(u32),
    /// Ones, divided by ten to the power of the scale.
    Decimal { precision: Option<u32>, scale: u32 },
    /// Days since 1970.
    Date,
    /// Seconds since 1970.
    Timestamp,
    /// Seconds since 1970, in UTC.
    Timestamptz,
    /// Seconds since midnight.
    Time,
    /// Seconds since midnight, in UTC.
    Timetz,
    /// Seconds.
    Interval,
}

impl Unit {
    /// Returns the smallest and the largest number of the type.
    pub(super) fn limits(self) -> (i128, i128) {
        match self {
            Self::Integer(bytes) => {
                let max = (1_i128 << (bytes * 8 - 1)) - 1;
                (-max - 1, max)
            }
            Self::Decimal { precision, .. } => {
                let digits = precision.unwrap_or(30).clamp(1, 30);
                let max = 10_i128.pow(digits) - 1;
                (-max, max)
            }
            // The years 1 to 9999.
            Self::Date => (-719_162, 2_932_896),
            Self::Timestamp | Self::Timestamptz => (-719_162 * DAY, 2_932_897 * DAY - 1),
            Self::Time | Self::Timetz => (0, DAY - 1),
            Self::Interval => (-1000 * 365 * DAY, 1000 * 365 * DAY),
        }
    }

    /// Writes a number as Postgres reads it.
    pub(super) fn format(self, ticks: i128) -> String {
        match self {
            Self::Integer(_) => ticks.to_string(),
            Self::Decimal { scale, .. } => decimal(ticks, scale),
            Self::Date => date(ticks).to_string(),
            Self::Timestamp => time(ticks).to_string(),
            Self::Timestamptz => format!("{}+00", time(ticks)),
            Self::Time => time(ticks).time().to_string(),
            Self::Timetz => format!("{}+00", time(ticks).time()),
            Self::Interval => format!("{ticks} seconds"),
        }
    }

    /// Reads a constant. Returns the number at or before it, and true if it is exactly that one.
    pub(super) fn parse(self, text: &str) -> Option<(i128, bool)> {
        let text = text.trim();
        match self {
            Self::Integer(_) => parse_decimal(text, 0),
            Self::Decimal { scale, .. } => parse_decimal(text, scale),
            Self::Date => {
                let (seconds, exact) = parse_time(text)?;
                let days = seconds.div_euclid(DAY);
                Some((days, exact && days * DAY == seconds))
            }
            Self::Timestamp | Self::Timestamptz => parse_time(text),
            Self::Time | Self::Timetz => {
                let time: NaiveTime = text.get(..8).unwrap_or(text).parse().ok()?;
                Some((time.num_seconds_from_midnight().into(), text.len() <= 8))
            }
            Self::Interval => None,
        }
    }
}

fn decimal(ticks: i128, scale: u32) -> String {
    if scale == 0 {
        return ticks.to_string();
    }
    let base = 10_i128.pow(scale.min(30));
    let sign = if ticks < 0 { "-" } else { "" };
    let (whole, part) = (ticks.abs() / base, ticks.abs() % base);
    format!("{sign}{whole}.{part:0width$}", width = scale as usize)
}

fn parse_decimal(text: &str, scale: u32) -> Option<(i128, bool)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits.trim_start()),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || whole.len() + part.len() == 0 || whole.len() > 30 {
        return None;
    }
    let scale = scale as usize;
    let kept: String = part
        .chars()
        .chain("0".repeat(scale).chars())
        .take(scale)
        .collect();
    let exact = part.chars().skip(scale).all(|digit| digit == '0');
    let ticks: i128 = format!("{whole}{kept}").parse().ok()?;
    Some(match (negative, exact) {
        (false, _) => (ticks, exact),
        (true, true) => (-ticks, true),
        (true, false) => (-ticks - 1, false),
    })
}

/// Returns the seconds since 1970 of a date or a time, in UTC if there is a time zone.
fn parse_time(text: &str) -> Option<(i128, bool)> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some((
            i128::from(date.and_time(NaiveTime::MIN).and_utc().timestamp()),
            true,
        ));
    }
    let with_zone = ["%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M:%S%.f%#z"];
    let without = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"];
    let zoned = with_zone
        .iter()
        .find_map(|format| DateTime::parse_from_str(text, format).ok())
        .map(|time| time.naive_utc());
    let time = zoned.or_else(|| {
        let mut formats = without.iter();
        formats.find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
    })?;
    Some((
        i128::from(time.and_utc().timestamp()),
        time.nanosecond() == 0,
    ))
}

fn date(days: i128) -> NaiveDate {
    let epoch = NaiveDate::default();
    let distance = Days::new(u64::try_from(days.abs()).unwrap_or_default());
    let date = if days < 0 {
        epoch.checked_sub_days(distance)
    } else {
        epoch.checked_add_days(distance)
    };
    date.unwrap_or(epoch)
}

fn time(seconds: i128) -> NaiveDateTime {
    let distance = i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds);
    let epoch = NaiveDateTime::default();
    distance
        .and_then(|distance| epoch.checked_add_signed(distance))
        .unwrap_or(epoch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICE: Unit = Unit::Decimal {
        precision: Some(10),
        scale: 2,
    };

    #[test]
    fn numbers_are_written_as_postgres_reads_them() {
        assert_eq!(Unit::Integer(4).format(-3), "-3");
        assert_eq!(PRICE.format(-5), "-0.05");
        assert_eq!(PRICE.format(12_345), "123.45");
        assert_eq!(Unit::Date.format(-1), "1969-12-31");
        assert_eq!(Unit::Timestamptz.format(86_401), "1970-01-02 00:00:01+00");
        assert_eq!(Unit::Time.format(3661), "01:01:01");
    }

    #[test]
    fn a_constant_between_two_numbers_is_not_exact() {
        assert_eq!(Unit::Integer(4).parse("2.5"), Some((2, false)));
        assert_eq!(Unit::Integer(4).parse("-2.5"), Some((-3, false)));
        assert_eq!(PRICE.parse("1.5"), Some((150, true)));
        assert_eq!(PRICE.parse("- 1.505"), Some((-151, false)));
        assert_eq!(Unit::Date.parse("1970-01-02 12:00:00"), Some((1, false)));
        assert_eq!(
            Unit::Timestamptz.parse("1970-01-01 01:00:00+01"),
            Some((0, true))
        );
        for wrong in ["", "-", "infinity", "1e5", "."] {
            assert_eq!(Unit::Integer(4).parse(wrong), None, "{wrong}");
            assert_eq!(Unit::Date.parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for unit in [
            Unit::Integer(8),
            PRICE,
            Unit::Date,
            Unit::Timestamp,
            Unit::Timestamptz,
        ] {
            let (low, high) = unit.limits();
            for ticks in [low, -12_345, 0, 7, high] {
                assert_eq!(
                    unit.parse(&unit.format(ticks)),
                    Some((ticks, true)),
                    "{unit:?}"
                );
            }
        }
    }
}
