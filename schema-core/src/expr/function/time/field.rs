//! The fields of dates and times, for [`extract`](super::extract), [`date_part`](super::date_part) and
//! [`date_trunc`](super::date_trunc).

use crate::types::{Interval, SqlType};

/// A field of a date, a time or an interval: [`Year`], [`Month`], [`Hour`] …
pub trait Field: Copy + std::fmt::Debug + 'static {
    /// The type that `extract` returns.
    type Type: SqlType;
    /// The text of `extract` up to the source.
    const EXTRACT: &'static str;
    /// The text of `extract` after the source.
    const CAST: &'static str;
    /// The text of `date_part` up to the source.
    const PART: &'static str;
    /// The text of `date_trunc` up to the source.
    const TRUNC: &'static str;
}

/// A field that values of type `T` have. `F` is always the field itself; it is a parameter so that an unsupported field
/// produces a single error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a field of type `{T}`",
    label = "expected a field such as `field::Year`",
    note = "the fields are in `schema_core::expr::function::field`"
)]
pub trait FieldIn<T, F> {}

/// A field that a date or time can be truncated to. `F` is always the field itself: see [`FieldIn`].
#[diagnostic::on_unimplemented(
    message = "`date_trunc` does not accept the field `{Self}`",
    label = "expected a unit such as `field::Month`",
    note = "the fields are in `schema_core::expr::function::field`"
)]
pub trait Unit<F> {}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $text:literal $type:ty, $cast:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Field for $name {
            type Type = $type;
            const EXTRACT: &'static str = concat!("extract(", $text, " from ");
            const CAST: &'static str = concat!(")::", $cast);
            const PART: &'static str = concat!("date_part('", $text, "', ");
            const TRUNC: &'static str = concat!("date_trunc('", $text, "', ");
        }
    )*};
}

fields! {
    /// The century; the year 2000 is in the 20th.
    Century "century" i32, "integer";
    /// The day of the month, or the number of days of an interval.
    Day "day" i32, "integer";
    /// The year divided by ten.
    Decade "decade" i32, "integer";
    /// The day of the week, Sunday as 0.
    Dow "dow" i32, "integer";
    /// The day of the year, from 1.
    Doy "doy" i32, "integer";
    /// The number of seconds since 1970-01-01, or of an interval.
    Epoch "epoch" f64, "double precision";
    /// The hour.
    Hour "hour" i32, "integer";
    /// The day of the week, Monday as 1 and Sunday as 7.
    Isodow "isodow" i32, "integer";
    /// The year of the [`Week`].
    Isoyear "isoyear" i32, "integer";
    /// The Julian day, with the time as its fraction.
    Julian "julian" f64, "double precision";
    /// The seconds with their fraction, in microseconds.
    Microseconds "microseconds" i32, "integer";
    /// The millennium; the year 2000 is in the second.
    Millennium "millennium" i32, "integer";
    /// The seconds with their fraction, in milliseconds.
    Milliseconds "milliseconds" f64, "double precision";
    /// The minute.
    Minute "minute" i32, "integer";
    /// The month, from 1, or the number of months of an interval without its years.
    Month "month" i32, "integer";
    /// The quarter of the year, from 1.
    Quarter "quarter" i32, "integer";
    /// The second with its fraction.
    Second "second" f64, "double precision";
    /// The offset from UTC in seconds, in the session's time zone.
    Timezone "timezone" i32, "integer";
    /// The hours of the offset from UTC.
    TimezoneHour "timezone_hour" i32, "integer";
    /// The minutes of the offset from UTC.
    TimezoneMinute "timezone_minute" i32, "integer";
    /// The week of the year, as ISO 8601 counts them. See [`Isoyear`].
    Week "week" i32, "integer";
    /// The year.
    Year "year" i32, "integer";
}

macro_rules! units {
    ($($name:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Unit<Self> for $name {}
    )*};
}

units! {
    Century Day Decade Hour Microseconds Millennium Milliseconds Minute Month Quarter Second Week Year
}

/// The fields of each type.
macro_rules! fields_of {
    (@ [$type:ty] $($name:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl FieldIn<$type, Self> for $name {}
    )*};
    ($($type:ty: $($name:ident)*;)*) => {$(
        fields_of!(@ [$type] $($name)*);
    )*};
}

/// The fields of the four types of a crate.
#[cfg(any(feature = "chrono", feature = "time"))]
macro_rules! fields_of_crate {
    ($moment:ty, $local:ty, $day:ty, $time:ty) => {
        fields_of! {
            $moment: Century Day Decade Dow Doy Epoch Hour Isodow Isoyear Julian Microseconds Millennium
                Milliseconds Minute Month Quarter Second Timezone TimezoneHour TimezoneMinute Week Year;
            $local: Century Day Decade Dow Doy Epoch Hour Isodow Isoyear Julian Microseconds Millennium
                Milliseconds Minute Month Quarter Second Week Year;
            $day: Century Day Decade Dow Doy Epoch Isodow Isoyear Julian Millennium Month Quarter Week Year;
            $time: Epoch Hour Microseconds Milliseconds Minute Second;
        }
    };
}

#[cfg(feature = "chrono")]
fields_of_crate!(
    chrono::DateTime<chrono::Utc>,
    chrono::NaiveDateTime,
    chrono::NaiveDate,
    chrono::NaiveTime
);
#[cfg(feature = "time")]
fields_of_crate!(
    time::OffsetDateTime,
    time::PrimitiveDateTime,
    time::Date,
    time::Time
);

fields_of! {
    Interval: Century Day Decade Epoch Hour Microseconds Millennium Milliseconds Minute Month Quarter Second Year;
}
