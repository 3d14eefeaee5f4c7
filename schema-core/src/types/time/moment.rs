//! Points in time, as kinds of types: <https://www.postgresql.org/docs/current/datatype-datetime.html>.

use crate::types::{Interval, SqlType};

/// A type that is stored as `timestamptz`, which `now()` returns.
#[diagnostic::on_unimplemented(
    message = "`now()` is not of type `{Self}`",
    label = "expected a type stored as `timestamptz`, such as `DateTime<Utc>`"
)]
pub trait Moment: SqlType + 'static {}

#[diagnostic::do_not_recommend]
#[cfg(feature = "chrono")]
impl Moment for chrono::DateTime<chrono::Utc> {}
#[diagnostic::do_not_recommend]
#[cfg(feature = "time")]
impl Moment for time::OffsetDateTime {}

/// A type that is stored as `timestamp`.
#[diagnostic::on_unimplemented(
    message = "this is of type `timestamp`, which is not stored as `{Self}`",
    label = "expected a type stored as `timestamp`, such as `NaiveDateTime`"
)]
pub trait LocalMoment: SqlType + 'static {}

/// A type that is stored as `date`.
#[diagnostic::on_unimplemented(
    message = "this is of type `date`, which is not stored as `{Self}`",
    label = "expected a type stored as `date`, such as `NaiveDate`"
)]
pub trait DayType: SqlType + 'static {
    /// The same crate's type for `timestamp`.
    type LocalMoment: LocalMoment;
    /// The same crate's type for `timestamptz`.
    type Moment: Moment;
}

/// A type that is stored as `time`.
#[diagnostic::on_unimplemented(
    message = "this is of type `time`, which is not stored as `{Self}`",
    label = "expected a type stored as `time`, such as `NaiveTime`"
)]
pub trait TimeOfDay: SqlType + 'static {}

/// A date, a time of day or both: a type that a period can start at.
#[diagnostic::on_unimplemented(
    message = "this is for dates and times, and the expression is of type `{Self}`",
    label = "neither a date nor a time"
)]
pub trait Temporal: SqlType {}

/// A date with a time of day: `timestamp` or `timestamptz`.
#[diagnostic::on_unimplemented(
    message = "this is for timestamps, and the expression is of type `{Self}`",
    label = "not a timestamp"
)]
pub trait Timestamp: SqlType {
    /// The other of the two, which `at time zone` converts into.
    type AtTimeZone: SqlType;
}

/// A type that `date_trunc` accepts: a timestamp, a date or an interval.
#[diagnostic::on_unimplemented(
    message = "`date_trunc` does not accept type `{Self}`",
    label = "neither a timestamp, a date nor an interval"
)]
pub trait Truncated: SqlType {
    /// The result: a date becomes a `timestamptz`.
    type Output: SqlType;
}

/// A type whose values can be subtracted from each other, which is an interval: a timestamp or a time of day.
#[diagnostic::on_unimplemented(
    message = "values of type `{Self}` have no interval between them; use `days_since` for dates",
    label = "neither a timestamp nor a time of day"
)]
pub trait Subtractable: SqlType {}

/// A type that may be infinite: a timestamp, a date or an interval.
#[diagnostic::on_unimplemented(
    message = "values of type `{Self}` are always finite",
    label = "neither a timestamp, a date nor an interval"
)]
pub trait Infinite: SqlType {}

macro_rules! implement {
    ($trait:ident: $($type:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl $trait for $type {}
    )*};
}

/// The kinds of a crate's four types.
#[cfg(any(feature = "chrono", feature = "time"))]
macro_rules! kinds {
    ($moment:ty, $local:ty, $day:ty, $time:ty) => {
        implement!(LocalMoment: $local);
        implement!(TimeOfDay: $time);
        implement!(Temporal: $moment, $local, $day, $time);
        implement!(Subtractable: $moment, $local, $time);
        implement!(Infinite: $moment, $local, $day);

        #[diagnostic::do_not_recommend]
        impl DayType for $day {
            type LocalMoment = $local;
            type Moment = $moment;
        }

        #[diagnostic::do_not_recommend]
        impl Timestamp for $moment {
            type AtTimeZone = $local;
        }

        #[diagnostic::do_not_recommend]
        impl Timestamp for $local {
            type AtTimeZone = $moment;
        }

        #[diagnostic::do_not_recommend]
        impl Truncated for $moment {
            type Output = Self;
        }

        #[diagnostic::do_not_recommend]
        impl Truncated for $local {
            type Output = Self;
        }

        #[diagnostic::do_not_recommend]
        impl Truncated for $day {
            type Output = $moment;
        }
    };
}

#[cfg(feature = "chrono")]
kinds!(
    chrono::DateTime<chrono::Utc>,
    chrono::NaiveDateTime,
    chrono::NaiveDate,
    chrono::NaiveTime
);
#[cfg(feature = "time")]
kinds!(
    time::OffsetDateTime,
    time::PrimitiveDateTime,
    time::Date,
    time::Time
);

implement!(Infinite: Interval);

#[diagnostic::do_not_recommend]
impl Truncated for Interval {
    type Output = Self;
}
