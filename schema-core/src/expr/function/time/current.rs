//! The current date and time, and dates and times that are made from numbers and texts.
//!
//! The context requires a type, of chrono or of time.

use std::marker::PhantomData;

use crate::expr::function::{Call, Function};
use crate::types::{DayType, LocalMoment, Moment, NeverNull, TimeOfDay};

/// Declares functions whose result is the type that the context requires.
macro_rules! of_context {
    ($($(#[$doc:meta])* $marker:ident $name:ident<$bound:ident>($($arg:ident: $param:ty),*) = $open:literal $close:literal;)*) => {$(
        #[doc = concat!("`", $open, "…`, as the type `T`.")]
        #[derive(Debug)]
        pub struct $marker<T>(PhantomData<T>);

        impl<T: $bound> Function<($($param,)*)> for $marker<T> {
            type Parameters = ($($param,)*);
            type Output = T;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = $close;
        }

        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", $open, $close, "` in SQL.")]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        #[schema_macros::hide_bounds]
        pub fn $name<T: $bound, $($arg: crate::expr::Expression),*>(
            $($arg: impl crate::expr::IntoArgument<$param, $marker<()>, $arg>),*
        ) -> Call<$marker<T>, ($(crate::expr::function::Argument<$arg>,)*)> {
            Call::new(($(crate::expr::function::Argument::new(
                crate::expr::IntoArgument::<$param, $marker<()>, $arg>::into_argument($arg),
            ),)*))
        }
    )*};
}

of_context! {
    /// The current time, which changes during a statement.
    ClockTimestamp clock_timestamp<Moment>() = "clock_timestamp(" ")";
    /// The date at the start of the transaction, in the session's time zone.
    CurrentDate current_date<DayType>() = "current_date" "";
    /// The time of day at the start of the transaction, in the session's time zone.
    Localtime localtime<TimeOfDay>() = "localtime" "";
    /// The local date and time at the start of the transaction, in the session's time zone.
    Localtimestamp localtimestamp<LocalMoment>() = "localtimestamp" "";
    /// The date of a year, a month and a day.
    MakeDate make_date<DayType>(year: i32, month: i32, day: i32) = "make_date(" ")";
    /// The time of an hour, a minute and a second.
    MakeTime make_time<TimeOfDay>(hour: i32, minute: i32, second: f64) = "make_time(" ")";
    /// The local date and time of these numbers.
    MakeTimestamp make_timestamp<LocalMoment>(year: i32, month: i32, day: i32, hour: i32, minute: i32, second: f64)
        = "make_timestamp(" ")";
    /// The time at which it is this local date and time in a zone.
    MakeTimestamptz make_timestamptz<Moment>(
        year: i32, month: i32, day: i32, hour: i32, minute: i32, second: f64, zone: String
    ) = "make_timestamptz(" ")";
    /// The time at which the current statement began.
    StatementTimestamp statement_timestamp<Moment>() = "statement_timestamp(" ")";
    /// The date that a text in a [format](https://www.postgresql.org/docs/current/functions-formatting.html) means.
    ToDate to_date<DayType>(text: String, format: String) = "to_date(" ")";
    /// The time that a text in a [format](https://www.postgresql.org/docs/current/functions-formatting.html) means, in the
    /// session's time zone.
    ToTimestamp to_timestamp<Moment>(text: String, format: String) = "to_timestamp(" ")";
    /// The time that is this number of seconds after 1970-01-01 00:00 UTC.
    ToTimestampEpoch to_timestamp_epoch<Moment>(seconds: f64) = "to_timestamp(" ")";
    /// The start of the transaction, as [`now`](super::now).
    TransactionTimestamp transaction_timestamp<Moment>() = "transaction_timestamp(" ")";
}
