//! The scope of a query: the sources that its expressions can read, and which of them may have no row.
//!
//! A scope is a tuple with an entry for each source, in the order of `from`: `(MedicalOrder, Option<Patient>)`. It looks
//! like the row that the query returns: `Option` marks a source for which an outer join may find no row.
//!
//! | scope | the query |
//! |---|---|
//! | `(A, Option<B>)` | reads `A`, and `B` by a left join |
//! | [`Nested<(A,), E>`](Nested) | is part of another statement, and reads what `E` lists from it |
//! | [`Grouped<S, G>`](Grouped) | reads `S`, grouped by the expressions `G` |
//! | [`NoTable`] | is a value to insert, which can read no column |

mod decoder;
mod entry;
mod group;
mod level;
mod nested;
mod place;
mod tuples;

pub use decoder::{DecodeScope, DecodeTable};
pub use entry::{AddSource, AnyTable, HasRoom, Lacks, NoTable, OtherThan, Scope, ScopeEntry};
pub(crate) use entry::{all_columns, found, marked_columns};
pub use group::{
    GroupItem, GroupItems, Grouped, GroupedBy, GroupedColumn, GroupedExpression, HasKey, LacksKey,
    ListsColumn, NotGrouped, RowScope, Ungrouped,
};
pub(crate) use level::kind_of;
pub use level::{
    Aggregate, AggregateArgument, Constant, Kind, Mixed, OrderedAs, OrderedIn, Orders,
    OrdersResult, PerRow, Returned, RowLevel, SelectedIn, Selects, Unaggregated, Unmixed, Windowed,
};
pub use nested::{
    Closed, DefinedIn, NameOf, Named, NeedList, Needs, Nested, NoNames, NoOuter, Outer, OuterOf,
    OuterScope, Require, SuppliedBy,
};
pub use place::{
    At, ByKey, FromOuter, HasColumn, Here, InAggregate, InGroup, InGroupExpression, Inner,
    NullableAt, SubsetOf, There, WhereFound, WholeRow,
};
