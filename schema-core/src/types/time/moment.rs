//! Points in time: `timestamptz`, <https://www.postgresql.org/docs/current/datatype-datetime.html>.

use crate::types::SqlType;

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
