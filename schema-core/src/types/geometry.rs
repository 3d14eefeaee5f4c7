//! Points and circles: <https://www.postgresql.org/docs/current/datatype-geometric.html>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A point in the plane: `point`.
///
/// ```
/// use schema_core::types::Point;
///
/// let point = Point { x: 1.0, y: -0.5 };
/// assert_eq!(point.to_string(), "(1,-0.5)");
/// assert_eq!(Point::from((1.0, -0.5)), point);
/// ```
///
/// Postgres has no `=` for points: compare them by [`same_as`](crate::expr::GeometryMethods::same_as).
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
pub struct Point {
    /// The first coordinate: a longitude, for example.
    pub x: f64,
    /// The second coordinate.
    pub y: f64,
}

/// A circle in the plane: `circle`.
///
/// ```
/// use schema_core::types::{Circle, Point};
///
/// let circle = Circle { center: Point { x: 0.0, y: 0.0 }, radius: 2.5 };
/// assert_eq!(circle.to_string(), "<(0,0),2.5>");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
pub struct Circle {
    /// The center.
    pub center: Point,
    /// The radius, which is not negative.
    pub radius: f64,
}

impl From<(f64, f64)> for Point {
    fn from((x, y): (f64, f64)) -> Self {
        Self { x, y }
    }
}

/// Writes the point as Postgres prints it: `(1,-0.5)`.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::from("(");
        wire::push_f64(&mut text, self.x);
        text.push(',');
        wire::push_f64(&mut text, self.y);
        text.push(')');
        f.write_str(&text)
    }
}

/// Writes the circle as Postgres prints it: `<(0,0),2.5>`.
impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut radius = String::new();
        wire::push_f64(&mut radius, self.radius);
        write!(f, "<{},{radius}>", self.center)
    }
}

fn take_f64(bytes: &mut &[u8]) -> Result<f64, BoxDynError> {
    Ok(f64::from_be_bytes(wire::take(bytes)?))
}

fn take_point(bytes: &mut &[u8]) -> Result<Point, BoxDynError> {
    Ok(Point {
        x: take_f64(bytes)?,
        y: take_f64(bytes)?,
    })
}

impl SqlType for Point {
    const DATA_TYPE: DataType = DataType::builtin("point", 600, 1017);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&self.x.to_be_bytes());
        buffer.extend_from_slice(&self.y.to_be_bytes());
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let point = take_point(&mut bytes)?;
        wire::assert_end(bytes)?;
        Ok(point)
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{self}'::point"));
    }
}

impl ArrayElement for Point {}

/// The server rejects a negative radius.
impl SqlType for Circle {
    const DATA_TYPE: DataType = DataType::builtin("circle", 718, 719);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        self.center.encode(buffer)?;
        buffer.extend_from_slice(&self.radius.to_be_bytes());
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let center = take_point(&mut bytes)?;
        let radius = take_f64(&mut bytes)?;
        wire::assert_end(bytes)?;
        Ok(Self { center, radius })
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{self}'::circle"));
    }
}

impl ArrayElement for Circle {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_length_is_checked, assert_round_trip, encoded, literal};

    #[test]
    fn round_trips() {
        let point = Point { x: 1.5, y: -2e20 };
        assert_round_trip(&point);
        assert_length_is_checked(&point);
        assert_eq!(
            encoded(&point),
            [1.5_f64.to_be_bytes(), (-2e20_f64).to_be_bytes()].concat()
        );
        let circle = Circle {
            center: point,
            radius: 0.25,
        };
        assert_round_trip(&circle);
        assert_length_is_checked(&circle);
    }

    #[test]
    fn writes_a_literal() {
        let center = Point { x: 1.5, y: -2e20 };
        assert_eq!(literal(&center), "'(1.5,-2e20)'::point");
        let circle = Circle {
            center,
            radius: 0.25,
        };
        assert_eq!(literal(&circle), "'<(1.5,-2e20),0.25>'::circle");
    }
}
