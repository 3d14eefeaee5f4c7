//! Ranges and multiranges: <https://www.postgresql.org/docs/current/rangetypes.html>.

mod bounds;
mod element;
mod multirange;

use std::fmt;
use std::ops::Bound;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

pub use self::element::RangeElement;
pub use self::multirange::Multirange;
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A range of values: `int4range`, `int8range`, `numrange`, `tsrange`, `tstzrange` or `daterange`, by the type `T`.
///
/// ```
/// use schema_core::types::Range;
///
/// let week = Range::from(1..8);
/// assert!(week.contains(&7) && !week.contains(&8));
/// assert_eq!(week, Range::from(1..=7));
/// assert_eq!(week.to_string(), "[1,8)");
/// assert_eq!(Range::from(5..).to_string(), "[5,)");
/// assert!(Range::from(3..3).is_empty());
/// ```
///
/// Like Postgres, it stores a range of integers or dates with its lower bound included and its upper one excluded, and
/// a range that contains nothing as the empty range. So a value equals what the server returns for it. The server rejects
/// a range whose lower bound is above its upper one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Range<T>(Option<(Bound<T>, Bound<T>)>);

impl<T: RangeElement> Range<T> {
    /// Creates a range with these bounds. Rust's own ranges convert by `from`.
    ///
    /// ```
    /// # use schema_core::types::Range;
    /// use std::ops::Bound;
    ///
    /// let above = Range::new(Bound::Excluded(5), Bound::Unbounded);
    /// assert_eq!(above, Range::from(6..));
    /// ```
    pub fn new(lower: Bound<T>, upper: Bound<T>) -> Self {
        if bounds::are_empty(&lower, &upper) {
            return Self(None);
        }
        let (lower, upper) = bounds::canonical(lower, upper);
        if bounds::are_empty(&lower, &upper) {
            return Self(None);
        }
        Self(Some((lower, upper)))
    }

    /// Returns true if the range contains the value.
    ///
    /// ```
    /// # use schema_core::types::Range;
    /// assert!(Range::from(..=9_i64).contains(&9));
    /// ```
    pub fn contains(&self, value: &T) -> bool {
        use std::ops::RangeBounds as _;
        self.bounds().is_some_and(|bounds| bounds.contains(value))
    }
}

impl<T> Range<T> {
    /// Returns the range that contains nothing.
    ///
    /// ```
    /// # use schema_core::types::Range;
    /// assert_eq!(Range::<i32>::empty().to_string(), "empty");
    /// ```
    pub const fn empty() -> Self {
        Self(None)
    }

    /// Returns true if the range contains nothing.
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Returns the lower and the upper bound, or `None` if the range is empty.
    ///
    /// ```
    /// # use schema_core::types::Range;
    /// use std::ops::Bound;
    ///
    /// assert_eq!(Range::from(1..).bounds(), Some((Bound::Included(&1), Bound::Unbounded)));
    /// assert_eq!(Range::<i32>::empty().bounds(), None);
    /// ```
    pub fn bounds(&self) -> Option<(Bound<&T>, Bound<&T>)> {
        let (lower, upper) = self.0.as_ref()?;
        Some((lower.as_ref(), upper.as_ref()))
    }
}

impl<T: RangeElement> From<(Bound<T>, Bound<T>)> for Range<T> {
    fn from((lower, upper): (Bound<T>, Bound<T>)) -> Self {
        Self::new(lower, upper)
    }
}

/// Implements the conversion of one of Rust's ranges.
macro_rules! from_std {
    ($($name:ident |$range:ident| $lower:expr, $upper:expr;)*) => {$(
        impl<T: RangeElement> From<std::ops::$name<T>> for Range<T> {
            fn from($range: std::ops::$name<T>) -> Self {
                Self::new($lower, $upper)
            }
        }
    )*};
}

from_std! {
    Range |range| Bound::Included(range.start), Bound::Excluded(range.end);
    RangeFrom |range| Bound::Included(range.start), Bound::Unbounded;
    RangeTo |range| Bound::Unbounded, Bound::Excluded(range.end);
    RangeToInclusive |range| Bound::Unbounded, Bound::Included(range.end);
}

impl<T: RangeElement> From<std::ops::RangeInclusive<T>> for Range<T> {
    fn from(range: std::ops::RangeInclusive<T>) -> Self {
        let (lower, upper) = range.into_inner();
        Self::new(Bound::Included(lower), Bound::Included(upper))
    }
}

impl<T: RangeElement> From<std::ops::RangeFull> for Range<T> {
    fn from(_: std::ops::RangeFull) -> Self {
        Self::new(Bound::Unbounded, Bound::Unbounded)
    }
}

/// Writes the range as Postgres prints it: `[1,8)`, `(,5]`, `empty`.
impl<T: RangeElement> fmt::Display for Range<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bounds::text(self.bounds()))
    }
}

#[cfg(feature = "json")]
impl<'de, T: RangeElement + serde::Deserialize<'de>> serde::Deserialize<'de> for Range<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bounds = Option::<(Bound<T>, Bound<T>)>::deserialize(deserializer)?;
        Ok(bounds.map_or_else(Self::empty, Self::from))
    }
}

impl<T: RangeElement> SqlType for Range<T> {
    const DATA_TYPE: DataType = T::RANGE;

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        bounds::encode(self.bounds(), buffer)
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(bounds::decode(bytes)?.map_or_else(Self::empty, Self::from))
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.to_string(), T::RANGE.name);
    }
}

impl<T: RangeElement> ArrayElement for Range<T> {}

/// Appends a range of Rust in binary format.
pub(crate) fn encode_std<T: RangeElement>(
    range: &impl std::ops::RangeBounds<T>,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError> {
    bounds::encode(Some((range.start_bound(), range.end_bound())), buffer)
}

/// Returns a range of Rust as Postgres prints it.
pub(crate) fn std_text<T: RangeElement>(range: &impl std::ops::RangeBounds<T>) -> String {
    bounds::text(Some((range.start_bound(), range.end_bound())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };

    #[test]
    fn round_trips() {
        for range in [
            Range::from(1..5),
            Range::from(-7..=i32::MAX),
            Range::from(1..),
            Range::from(..=9),
            Range::new(Bound::Unbounded, Bound::Unbounded),
            Range::empty(),
        ] {
            assert_round_trip(&range);
            assert_length_is_checked(&range);
            assert_no_panic(&range);
        }
        assert_eq!(
            encoded(&Range::from(1..5)),
            [2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 5]
        );
        assert_eq!(encoded(&Range::<i32>::empty()), [1]);
        assert_eq!(encoded(&Range::from(..=9)), [8, 0, 0, 0, 4, 0, 0, 0, 10]);
    }

    #[test]
    fn ranges_of_integers_have_one_form() {
        let same = Range::from(2..5);
        assert_eq!(Range::from(2..=4), same);
        assert_eq!(Range::new(Bound::Excluded(1), Bound::Excluded(5)), same);
        assert_eq!(Range::new(Bound::Excluded(1), Bound::Included(4)), same);
        for empty in [
            Range::from(2..2),
            Range::new(Bound::Excluded(2), Bound::Excluded(2)),
            Range::new(Bound::Excluded(2), Bound::Excluded(3)),
        ] {
            assert_eq!(empty, Range::empty());
        }
        assert_eq!(Range::from(2..=i32::MAX).to_string(), "[2,2147483647]");
    }

    #[cfg(feature = "rust_decimal")]
    #[test]
    fn ranges_of_decimals_keep_their_bounds() {
        use rust_decimal::Decimal;
        let (one, two) = (Decimal::ONE, Decimal::TWO);
        assert_eq!(Range::from(one..=two).to_string(), "[1,2]");
        assert_eq!(Range::from(one..=one).to_string(), "[1,1]");
        assert_eq!(Range::from(one..one), Range::empty());
        assert_round_trip(&Range::new(Bound::Excluded(one), Bound::Included(two)));
    }

    #[test]
    fn rejects_unknown_flags() {
        assert_eq!(
            decode_error::<Range<i32>>(&[0xff]),
            "`0xff` are not valid flags of a range"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&Range::from(1..5)), "'[1,5)'::int4range");
        assert_eq!(literal(&Range::<i64>::empty()), "'empty'::int8range");
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn a_bound_with_special_characters_is_in_quotes() {
        let day = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 2).unwrap();
        assert_eq!(
            literal(&Range::from(day(-43)..day(2024))),
            "'[\"0044-01-02 BC\",2024-01-02)'::daterange"
        );
    }

    #[cfg(feature = "json")]
    #[test]
    fn a_deserialized_range_has_its_one_form() {
        let json = serde_json::to_string(&Range::from(1..=4)).unwrap();
        assert_eq!(json, r#"[{"Included":1},{"Excluded":5}]"#);
        let read = r#"[{"Included":1},{"Included":4}]"#;
        assert_eq!(
            serde_json::from_str::<Range<i32>>(read).unwrap(),
            Range::from(1..5)
        );
        assert_eq!(
            serde_json::from_str::<Range<i32>>("null").unwrap(),
            Range::empty()
        );
    }
}
