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
//! | `()` | has no `from` |
//! | [`NoTable`] | is a value to insert, which can read no column |

mod changed;
mod decoder;
mod entry;
mod group;
mod level;
mod nested;
mod nothing;
mod place;
mod tuples;

pub use changed::{Deleted, Inserted, New, Old, Updated};
pub use decoder::{DecodeScope, DecodeTable};
pub use entry::{AddSource, AnyTable, HasRoom, Lacks, NoTable, OtherThan, Scope, ScopeEntry};
pub(crate) use entry::{all_columns, found, marked_columns};
pub use group::{
    GroupItem, GroupItems, Grouped, GroupedBy, GroupedColumn, GroupedExpression, HasGroupKey,
    LacksKey, ListsColumn, NotGrouped, RowScope, SetColumn, SetExpression, Ungrouped,
};
pub(crate) use level::kind_of;
pub use level::{
    Aggregate, AggregateArgument, AggregateOrder, Computes, Constant, GroupLevel, Kind, Mixed,
    OrderedAs, OrderedIn, Orders, OrdersResult, PerRow, Returned, RowLevel, SelectedIn, Selects,
    Unaggregated, Uncomputable, Unmixed, Windowed,
};
pub use nested::{
    Closed, DefinedIn, NameOf, NeedList, Needs, Nested, NoNames, NoOuter, Outer, OuterOf,
    OuterScope, Require, SuppliedBy, UsedName,
};
pub use place::{
    At, ByKey, EntryOf, FromOuter, HasColumn, Here, InAggregate, InGroup, InGroupExpression, InSet,
    Inner, NullableAt, SubsetOf, There, Through, WhereFound, WholeRow,
};
