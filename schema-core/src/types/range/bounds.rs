//! The bounds of a range: their one form, their text and their binary format.

use std::ops::Bound;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::RangeElement;
use crate::types::{SqlType, wire};

/// The flags of the binary format.
mod flag {
    pub(super) const EMPTY: u8 = 0x01;
    pub(super) const LOWER_INCLUDED: u8 = 0x02;
    pub(super) const UPPER_INCLUDED: u8 = 0x04;
    pub(super) const LOWER_UNBOUNDED: u8 = 0x08;
    pub(super) const UPPER_UNBOUNDED: u8 = 0x10;
    pub(super) const ALL: u8 = 0x1f;
}

/// Flags that the server does not send.
#[derive(Debug, thiserror::Error)]
#[error("`{flags:#04x}` are not valid flags of a range")]
struct UnknownFlags {
    flags: u8,
}

/// Returns the form in which Postgres stores the bounds: those of integers and dates are `[lower, upper)`. The largest value
/// has no successor and stays included.
pub(super) fn canonical<T: RangeElement>(lower: Bound<T>, upper: Bound<T>) -> (Bound<T>, Bound<T>) {
    let lower = match lower {
        Bound::Excluded(value) => match value.successor() {
            Some(next) => Bound::Included(next),
            None => Bound::Excluded(value),
        },
        other => other,
    };
    let upper = match upper {
        Bound::Included(value) => match value.successor() {
            Some(next) => Bound::Excluded(next),
            None => Bound::Included(value),
        },
        other => other,
    };
    (lower, upper)
}

/// Returns true if both bounds are the same value and one of them is excluded.
pub(super) fn are_empty<T: PartialOrd>(lower: &Bound<T>, upper: &Bound<T>) -> bool {
    match (lower, upper) {
        (Bound::Included(lower), Bound::Excluded(upper))
        | (Bound::Excluded(lower), Bound::Included(upper) | Bound::Excluded(upper)) => {
            lower == upper
        }
        _ => false,
    }
}

fn value<T>(bound: Bound<&T>) -> Option<&T> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Some(value),
        Bound::Unbounded => None,
    }
}

/// Returns the range as Postgres prints it. `None` is the empty range.
pub(super) fn text<T: SqlType>(bounds: Option<(Bound<&T>, Bound<&T>)>) -> String {
    let Some((lower, upper)) = bounds else {
        return String::from("empty");
    };
    let mut text = String::from(if matches!(lower, Bound::Included(_)) {
        "["
    } else {
        "("
    });
    push_value(&mut text, lower);
    text.push(',');
    push_value(&mut text, upper);
    text.push(if matches!(upper, Bound::Included(_)) {
        ']'
    } else {
        ')'
    });
    text
}

/// Appends the value of a bound, in quotes if it has characters with a meaning in the text of ranges.
fn push_value<T: SqlType>(text: &mut String, bound: Bound<&T>) {
    let Some(value) = value(bound) else {
        return;
    };
    let value = value.text();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ':');
    if !value.is_empty() && value.chars().all(is_plain) {
        text.push_str(&value);
    } else {
        wire::push_in_quotes(text, &value);
    }
}

/// Appends a range in binary format. `None` is the empty range.
pub(super) fn encode<T: SqlType>(
    bounds: Option<(Bound<&T>, Bound<&T>)>,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError> {
    let Some((lower, upper)) = bounds else {
        buffer.push(flag::EMPTY);
        return Ok(());
    };
    let lower_flag = match lower {
        Bound::Included(_) => flag::LOWER_INCLUDED,
        Bound::Excluded(_) => 0,
        Bound::Unbounded => flag::LOWER_UNBOUNDED,
    };
    let upper_flag = match upper {
        Bound::Included(_) => flag::UPPER_INCLUDED,
        Bound::Excluded(_) => 0,
        Bound::Unbounded => flag::UPPER_UNBOUNDED,
    };
    buffer.push(lower_flag | upper_flag);
    for value in [value(lower), value(upper)].into_iter().flatten() {
        wire::push_sized(buffer, |buffer| value.encode(buffer))?;
    }
    Ok(())
}

/// The bounds of a range, or `None` if it is empty.
type Bounds<T> = Option<(Bound<T>, Bound<T>)>;

/// Decodes a range.
pub(super) fn decode<T: SqlType>(mut bytes: &[u8]) -> Result<Bounds<T>, BoxDynError> {
    let [flags] = wire::take(&mut bytes)?;
    if flags & !flag::ALL != 0 {
        return Err(Box::new(UnknownFlags { flags }));
    }
    let has = |flag| flags & flag != 0;
    let bounds = if has(flag::EMPTY) {
        None
    } else {
        let mut bound = |unbounded, included| -> Result<Bound<T>, BoxDynError> {
            if has(unbounded) {
                return Ok(Bound::Unbounded);
            }
            let value = T::decode(wire::take_sized(&mut bytes)?)?;
            Ok(if has(included) {
                Bound::Included(value)
            } else {
                Bound::Excluded(value)
            })
        };
        let lower = bound(flag::LOWER_UNBOUNDED, flag::LOWER_INCLUDED)?;
        Some((lower, bound(flag::UPPER_UNBOUNDED, flag::UPPER_INCLUDED)?))
    };
    wire::assert_end(bytes)?;
    Ok(bounds)
}
