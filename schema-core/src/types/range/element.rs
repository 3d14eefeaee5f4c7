//! The types that ranges have bounds of.

use crate::types::{DataType, SqlType};

/// A type that can be the bound of a [`Range`](super::Range): an integer, a decimal, a date or a timestamp.
///
/// A newtype becomes one in a few lines, and a range type of your own as well:
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::types::{DataType, Range, RangeElement, SqlType};
///
/// #[derive(PgNewtype, Debug, Clone, Copy, PartialEq, PartialOrd)]
/// struct Seat(i32);
///
/// impl RangeElement for Seat {
///     const RANGE: DataType = i32::RANGE;
///     const MULTIRANGE: DataType = i32::MULTIRANGE;
///     const RANGE_OPEN: &'static str = i32::RANGE_OPEN;
///
///     fn successor(&self) -> Option<Self> {
///         self.0.successor().map(Self)
///     }
/// }
///
/// assert_eq!(Range::<Seat>::DATA_TYPE.sql(), "int4range");
/// assert_eq!(Range::from(Seat(1)..=Seat(4)), Range::from(Seat(1)..Seat(5)));
/// ```
#[diagnostic::on_unimplemented(
    message = "Postgres has no ranges of `{Self}`; use `i32`, `i64`, a decimal, a date or a timestamp",
    label = "not the bound of a range"
)]
pub trait RangeElement: SqlType + PartialOrd {
    /// The type of the range.
    const RANGE: DataType;
    /// The type of the multirange.
    const MULTIRANGE: DataType;
    /// The name of the function that makes a range, with its parenthesis: `int4range(`.
    const RANGE_OPEN: &'static str;

    /// Returns the next value, or `None` if there is none. Only integers and dates have one.
    fn successor(&self) -> Option<Self> {
        None
    }
}

macro_rules! elements {
    ($($(#[$cfg:meta])* $type:ty => $range:literal $oids:tt, $multirange:literal $multirange_oids:tt
       $(, |$value:ident| $next:expr)?;)*) => {$(
        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl RangeElement for $type {
            const RANGE: DataType = elements!(@type $range $oids);
            const MULTIRANGE: DataType = elements!(@type $multirange $multirange_oids);
            const RANGE_OPEN: &'static str = concat!($range, "(");
            $(
                fn successor(&self) -> Option<Self> {
                    let $value = self;
                    $next
                }
            )?
        }
    )*};
    (@type $name:literal ($oid:literal $array_oid:literal)) => {
        DataType::builtin($name, $oid, $array_oid)
    };
}

elements! {
    i32 => "int4range" (3904 3905), "int4multirange" (4451 6150), |value| value.checked_add(1);
    i64 => "int8range" (3926 3927), "int8multirange" (4536 6157), |value| value.checked_add(1);
    #[cfg(feature = "rust_decimal")]
    rust_decimal::Decimal => "numrange" (3906 3907), "nummultirange" (4532 6151);
    #[cfg(feature = "bigdecimal")]
    bigdecimal::BigDecimal => "numrange" (3906 3907), "nummultirange" (4532 6151);
    #[cfg(feature = "chrono")]
    chrono::NaiveDateTime => "tsrange" (3908 3909), "tsmultirange" (4533 6152);
    #[cfg(feature = "chrono")]
    chrono::DateTime<chrono::Utc> => "tstzrange" (3910 3911), "tstzmultirange" (4534 6153);
    #[cfg(feature = "chrono")]
    chrono::NaiveDate => "daterange" (3912 3913), "datemultirange" (4535 6155), |day| day.succ_opt();
    #[cfg(feature = "time")]
    time::PrimitiveDateTime => "tsrange" (3908 3909), "tsmultirange" (4533 6152);
    #[cfg(feature = "time")]
    time::OffsetDateTime => "tstzrange" (3910 3911), "tstzmultirange" (4534 6153);
    #[cfg(feature = "time")]
    time::Date => "daterange" (3912 3913), "datemultirange" (4535 6155), |day| day.next_day();
}
