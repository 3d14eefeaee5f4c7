//! Dates, times and intervals: <https://www.postgresql.org/docs/current/datatype-datetime.html>.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg_attr(
    not(any(feature = "chrono", feature = "time")),
    expect(dead_code, reason = "an interval uses only the fraction of a second")
)]
mod epoch;
mod interval;
mod moment;
#[cfg(feature = "time")]
mod time_crate;

pub use self::interval::{Interval, IntervalError};
pub use self::moment::{
    DayType, Infinite, LocalMoment, Moment, Subtractable, Temporal, TimeOfDay, Timestamp, Truncated,
};
