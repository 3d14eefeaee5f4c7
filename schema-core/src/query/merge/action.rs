//! The actions of a `merge`: `then update set …`, `then insert …`, `then delete`, `then do nothing`.

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Branch, Merge, MergeKind};
use crate::expr::macros::expression;
use crate::expr::{Assign, InScope, Inferred};
use crate::query::update::{Lack, NullFits, Set, SetColumns, SetFrom, SetList, set};
use crate::scope::{PerRow, RowLevel};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, SetIn, Settable};
use crate::types::NeverNull;

/// The action of a branch.
#[diagnostic::on_unimplemented(
    message = "this branch of the `merge` sets nothing; call `.set(Table.column, value)` first",
    label = "no `set` before this"
)]
pub trait BranchAction: Fragment {}

/// ` then update set …`
#[derive(Debug, Clone, Copy)]
pub struct ThenUpdate<A>(pub(super) A);

/// ` then insert (…) values (…)`
#[derive(Debug, Clone, Copy)]
pub struct ThenInsert<A>(pub(super) A);

/// ` then delete`
#[derive(Debug, Clone, Copy)]
pub struct ThenDelete;

/// ` then do nothing`
#[derive(Debug, Clone, Copy)]
pub struct ThenNothing;

fragment!(impl[] ThenDelete { " then delete" });
fragment!(impl[] ThenNothing { " then do nothing" });

// Not declared by `fragment!`: the list of assignments has three renderings.
impl<A: SetList> Fragment for ThenUpdate<A> {
    const TOKENS: &'static [Token] = &[Token::Text(" then update set "), Token::Sub(A::PAIRS)];
    const STATIC: bool = A::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" then update set ");
        self.0.write_pairs(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

impl<A: SetList> Fragment for ThenInsert<A> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" then insert ("),
        Token::Sub(A::NAMES),
        Token::Text(") values ("),
        Token::Sub(A::VALUES),
        Token::Text(")"),
    ];
    const STATIC: bool = A::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" then insert (");
        self.0.write_names(sql, &mut "");
        sql.text(") values (");
        self.0.write_values(sql, &mut "");
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

// An update or insert that sets nothing is no action.
#[diagnostic::do_not_recommend]
impl<A: SetList, C: ColumnMarker, E: Fragment> BranchAction for ThenUpdate<Set<A, C, E>> {}
#[diagnostic::do_not_recommend]
impl<A: SetList, C: ColumnMarker, E: Fragment> BranchAction for ThenInsert<Set<A, C, E>> {}
#[diagnostic::do_not_recommend]
impl BranchAction for ThenDelete {}
#[diagnostic::do_not_recommend]
impl BranchAction for ThenNothing {}

macro_rules! sets {
    ($action:ident $doc:literal) => {
        #[hide_bounds]
        impl<T, S, P, Y, On, B, K, W, A> Merge<T, S, P, Y, On, Branch<B, K, W, $action<A>>> {
            #[doc = $doc]
            pub fn set<
                N: SetIn<T, C>,
                C: ColumnMarker,
                E: Assign<C::Type, Column<C::Table, C>, Expr = X>
                    + Inferred<X, Is: SetFrom<Scope, I, Null>>
                    + Inferred<I, Is: RowLevel>
                    + Inferred<Null, Is: NullFits<Column<C::Table, C>>>,
                I,
                Null,
                X,
                Scope,
            >(
                self,
                _column: Column<N, C>,
                value: E,
            ) -> Merge<T, S, P, Y, On, Branch<B, K, W, $action<Set<A, C, X>>>>
            where
                K: MergeKind<T, S, P, Scope = Scope>,
                Column<N, C>: Settable,
                A: SetColumns<Columns: Lack<T, C>>,
            {
                self.with(|branch| Branch {
                    previous: branch.previous,
                    condition: branch.condition,
                    action: $action(set!(Set, branch.action.0, value.assign())),
                    kind: branch.kind,
                })
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
sets!(ThenUpdate "`set column = value`: the value can read the table, and the source if the branch has a row of it.");
sets!(ThenInsert "The value of a column of the new row, which can read the source.");

/// `merge_action()`: see [`merge_action`].
#[derive(Debug, Clone, Copy)]
pub struct MergeAction;

/// `merge_action()` in `returning`: what the statement did with the row, `INSERT`, `UPDATE` or `DELETE`. Requires Postgres
/// 17.
pub const fn merge_action() -> MergeAction {
    MergeAction
}

fragment!(impl[] MergeAction { "merge_action()" });

expression!(impl[] MergeAction { base: String, kind: PerRow, precedence: ATOM });

impl<S> InScope<S, ()> for MergeAction {
    type Null = NeverNull;
}
