//! The operators of points and circles: `<->`, `<@`, `@>`, `~=`.
//!
//! <https://www.postgresql.org/docs/current/functions-geometry.html>

use schema_macros::hide_bounds;

use super::binary::{binary, operator};
use super::contain::{ContainedBy, Contains};
use super::vector::L2Distance;
use super::{Addable, Containment, Expression, Fits, IntoExpr, Op, Operand, OperandOf};
use crate::types::{Circle, Point, SqlType};

operator! {
    /// `~=`
    SameAs " ~= " OTHER;
}

/// A geometric type: [`Point`] or [`Circle`]. `O` is always the operator `D`; it is a parameter so that another type produces
/// a single error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "this is for a `Point` or a `Circle`, and the expression is of type `{Self}`",
    label = "not a geometric type"
)]
pub trait GeometricType<D, O>: SqlType {
    /// The type itself.
    type Shape: SqlType;
}

#[diagnostic::do_not_recommend]
impl<D> GeometricType<D, D> for Point {
    type Shape = Self;
}
#[diagnostic::do_not_recommend]
impl<D> GeometricType<D, D> for Circle {
    type Shape = Self;
}

macro_rules! fits {
    ($($operator:ident: $left:ident $right:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Fits<$operator, $left> for $right {}
    )*};
}

fits! {
    L2Distance: Point Point;
    L2Distance: Point Circle;
    L2Distance: Circle Point;
    L2Distance: Circle Circle;
    ContainedBy: Point Circle;
    Contains: Circle Point;
}

/// `contains` and `contained_by` compare circles.
#[diagnostic::do_not_recommend]
impl Containment for Circle {
    type Part = Self;
}

/// `+` and `-` move a point.
#[diagnostic::do_not_recommend]
impl Addable for Point {
    type Right = Self;
}

/// The operators of points and circles.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::types::Point;
///
/// #[table(name = "places")]
/// #[index(gist(location))]
/// struct Place {
///     #[column(primary_key)]
///     id: i64,
///     location: Point,
/// }
///
/// let here = Point { x: 13.4, y: 52.5 };
/// let nearest = Place.select().order_by(Place.location.distance(here).asc()).limit(3).columns(Place.id);
/// assert_eq!(
///     nearest.to_sql(),
///     r#"select "places"."id" from "places" order by "places"."location" <-> $1::point limit $2"#
/// );
/// ```
#[hide_bounds]
pub trait GeometryMethods: Expression {
    /// `self <-> other`: the distance of the two; 0 if they touch.
    fn distance<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>, f64>
    where
        Self::Base: GeometricType<L2Distance, O>,
        R: OperandOf<O, <Self::Base as GeometricType<L2Distance, O>>::Shape, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self <@ circle`: true if the point is in the circle.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::{Circle, Point};
    /// # #[table(name = "places")]
    /// # struct Place { #[column(primary_key)] id: i64, location: Point }
    /// let area = Circle { center: Point { x: 13.4, y: 52.5 }, radius: 0.1 };
    /// assert_eq!(
    ///     Place.select().filter(Place.location.inside(area)).columns(Place.id).to_sql(),
    ///     r#"select "places"."id" from "places" where "places"."location" <@ $1::circle"#
    /// );
    /// ```
    fn inside<R, O, N, X>(self, circle: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: GeometricType<ContainedBy, O>,
        R: OperandOf<O, <Self::Base as GeometricType<ContainedBy, O>>::Shape, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(circle.into_expr()))
    }

    /// `self @> point`: true if the point is in the circle.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::{Circle, Point};
    /// # #[table(name = "zones")]
    /// # struct Zone { #[column(primary_key)] id: i64, area: Circle }
    /// let here = Point { x: 13.4, y: 52.5 };
    /// assert_eq!(
    ///     Zone.select().filter(Zone.area.contains_point(here)).columns(Zone.id).to_sql(),
    ///     r#"select "zones"."id" from "zones" where "zones"."area" @> $1::point"#
    /// );
    /// ```
    fn contains_point<R, O, N, X>(self, point: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: GeometricType<Contains, O>,
        R: OperandOf<O, <Self::Base as GeometricType<Contains, O>>::Shape, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(point.into_expr()))
    }

    /// `self ~= other`: true if both are the same.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Point;
    /// # #[table(name = "places")]
    /// # struct Place { #[column(primary_key)] id: i64, location: Point }
    /// let here = Point { x: 13.4, y: 52.5 };
    /// assert_eq!(
    ///     Place.select().filter(Place.location.same_as(here)).columns(Place.location + here).to_sql(),
    ///     r#"select "places"."location" + $1 from "places" where "places"."location" ~= $2"#
    /// );
    /// ```
    fn same_as<R, O, X>(self, other: R) -> Op<O, Self, X>
    where
        Self::Base: GeometricType<SameAs, O>,
        R: IntoExpr<<Self::Base as GeometricType<SameAs, O>>::Shape, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> GeometryMethods for E {}
