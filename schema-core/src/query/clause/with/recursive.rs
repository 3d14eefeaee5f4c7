//! `with recursive`: a query that reads its own result.
//!
//! <https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-RECURSIVE>

use schema_macros::hide_bounds;

use super::{CompletedBy, Cte, Defined, Defines, LacksName, NamedQuery, Recursive, With};
use crate::expr::Inferred;

/// Begins a statement with a query that reads its own result: `with recursive`.
///
/// The query is a `union` or `union_all`. Its first part starts the result; its second part reads from the constant of the
/// struct that the query selects into, and is repeated with the rows of the previous round until there are none. If that
/// may never be the case, as in a graph with cycles, use [`union`](crate::query::SetMethods::union), which drops rows that
/// are known already, or [`cycle`](With::cycle).
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "employees")]
/// struct Employee {
///     #[column(primary_key)]
///     id: i64,
///     manager_id: Option<i64>,
/// }
///
/// #[derive(Selectable)]
/// struct Report {
///     id: i64,
///     depth: i32,
/// }
///
/// let chief = Employee.select().filter(Employee.id.eq(1)).columns(SelectReport { id: Employee.id, depth: sql!(i32, "0") });
/// let below = Employee
///     .select()
///     .inner_join(Report, Employee.manager_id.eq(Report.id))
///     .columns(SelectReport { id: Employee.id, depth: Report.depth + 1 });
/// let all = with_recursive(chief.union_all(below)).query(Report.select().filter(Report.depth.le(3)));
/// assert_eq!(
///     all.to_sql(),
///     concat!(
///         r#"with recursive "Report" ("id", "depth") as "#,
///         r#"(select "employees"."id", 0 from "employees" where "employees"."id" = $1 "#,
///         r#"union all select "employees"."id", "Report"."depth" + $2 from "employees" "#,
///         r#"join "Report" on "employees"."manager_id" = "Report"."id") "#,
///         r#"select "Report"."id", "Report"."depth" from "Report" where "Report"."depth" <= $3"#,
///     )
/// );
/// ```
#[hide_bounds]
pub fn with_recursive<
    Q: NamedQuery<Row = R>
        + RecursiveQuery<First = First, Next = Next>
        + Inferred<First, Is: CompletedBy<(), I>>
        + Inferred<Next, Is: CompletedBy<Defined<R, ()>, J>>,
    R,
    First,
    Next,
    I,
    J,
>(
    query: Q,
) -> With<Recursive, Cte<(), R, Q>> {
    With::new(Cte::new((), query))
}

/// A query of a `with recursive`: a `union` whose second part may read the result.
#[diagnostic::on_unimplemented(
    message = "a recursive query is a `union` or `union_all` of a first part and a repeated part",
    label = "not a `union`"
)]
pub trait RecursiveQuery {
    /// The needs of the first part, which the statement around it supplies.
    type First;
    /// The needs of the repeated part.
    type Next;
}

#[hide_bounds]
impl<K, D: Defines> With<K, D> {
    /// Defines another query, which can refer to itself and to those before it. See [`with_recursive`].
    pub fn with_recursive<
        Q: NamedQuery<Row = R>
            + RecursiveQuery<First = First, Next = Next>
            + Inferred<First, Is: CompletedBy<D::Names, I>>
            + Inferred<Next, Is: CompletedBy<Defined<R, D::Names>, J>>,
        R,
        First,
        Next,
        I,
        J,
    >(
        self,
        query: Q,
    ) -> With<Recursive, Cte<D, R, Q>>
    where
        D::Names: LacksName<R>,
    {
        With::new(Cte::new(self.definitions, query))
    }
}
