//! The sources of a query, as a tuple.

use sqlx::error::BoxDynError;

use super::{HasColumn, Here};
use crate::row::{ColumnList, DecodeRow, RowReader};
use crate::sql::{Expected, Token};
use crate::table::{Differs, Relation, Source, columns_of};
use crate::types::NeverNull;

/// The sources of a query, and the row that all of them make.
pub trait Scope: 'static {
    /// The row: the struct of the only source, or a tuple.
    type Row;
    /// The same sources, but each may have no row.
    type Nulled: Scope;
    /// All columns of all sources.
    const COLUMNS: &'static [Token];
    /// The columns of the row, for tools.
    #[doc(hidden)]
    const EXPECTED: Expected;
    /// Appends the types of the row's columns.
    fn describe(columns: &mut ColumnList<'_>);
    /// Reads a row.
    ///
    /// # Errors
    /// If a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

/// A scope with room for another source.
#[diagnostic::on_unimplemented(
    message = "a query reads from at most 12 tables",
    label = "this join is one too many"
)]
pub trait HasRoom {}

/// Adds a source to a scope. The largest scope stays as it is; it does not have [room](HasRoom).
pub trait AddSource<Entry>: Scope {
    /// The scope with the source.
    type Scope: Scope;
}

/// A source in a scope: `Patient`, or `Option<Patient>` if it may have no row.
pub trait ScopeEntry: 'static {
    /// The source's row.
    type Row;
    /// The same source, if it may have no row.
    type Nulled: ScopeEntry;
    /// All columns.
    const COLUMNS: &'static [Token];
    /// The columns of the row, for tools.
    #[doc(hidden)]
    const EXPECTED: Expected;
    /// Appends the types of the row's columns.
    fn describe(columns: &mut ColumnList<'_>);
    /// Reads a row.
    ///
    /// # Errors
    /// If a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

impl<S: Source> ScopeEntry for S {
    type Row = S::Relation;
    type Nulled = Option<S>;
    const COLUMNS: &'static [Token] = all_columns::<S>();
    const EXPECTED: Expected = <S::Relation as Relation>::EXPECTED;

    fn describe(columns: &mut ColumnList<'_>) {
        <S::Relation as Relation>::describe(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<S::Relation, BoxDynError> {
        <S::Relation as DecodeRow>::decode(row)
    }
}

impl<S: Source> ScopeEntry for Option<S> {
    type Row = Option<S::Relation>;
    type Nulled = Self;
    const COLUMNS: &'static [Token] = marked_columns::<S>();
    const EXPECTED: Expected =
        expected_marked::<S>(Expected::OrNone(&<S::Relation as Relation>::EXPECTED));

    fn describe(columns: &mut ColumnList<'_>) {
        describe_marked::<S>(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<Option<S::Relation>, BoxDynError> {
        let columns = <S::Relation as Relation>::COLUMNS.len();
        let missing = if const { <S::Relation as Relation>::ALL_NULLABLE } {
            row.skip_missing(columns)?
        } else {
            row.skip_nulls(columns)?
        };
        if missing {
            Ok(None)
        } else {
            Ok(Some(<S::Relation as DecodeRow>::decode(row)?))
        }
    }
}

/// All columns of a source: `"patients"."id", "patients"."name"`.
pub(crate) const fn all_columns<S: Source>() -> &'static [Token] {
    const {
        &[columns_of::<S>(
            const { &[Token::Sub(S::REFERENCE), Token::Text(".")] },
            <S::Relation as Relation>::COLUMNS,
        )]
    }
}

/// All columns of a source for which an outer join may find no row. If all of them are nullable, a row of NULLs must be
/// told from no row: `("patients".*) is distinct from null` is first then. Unlike `is not null`, that is true for any
/// row.
pub(crate) const fn marked_columns<S: Source>() -> &'static [Token] {
    const {
        if <S::Relation as Relation>::ALL_NULLABLE {
            const {
                &[
                    Token::Text("("),
                    Token::Sub(S::REFERENCE),
                    Token::Text(".*) is distinct from null, "),
                    Token::Sub(all_columns::<S>()),
                ]
            }
        } else {
            all_columns::<S>()
        }
    }
}

/// Returns the text of a column that is true if an outer join found a row of the source: `"patients"."id" is not null, `, for
/// a column that is never NULL otherwise.
pub(crate) const fn found<S: Source>() -> &'static [Token] {
    const {
        match <S::Relation as Relation>::NOT_NULL {
            Some(column) => &[
                Token::Sub(S::REFERENCE),
                Token::Text("."),
                Token::Name(column),
                Token::Text(" is not null, "),
            ],
            None => &[
                Token::Text("("),
                Token::Sub(S::REFERENCE),
                Token::Text(".*) is distinct from null, "),
            ],
        }
    }
}

/// Appends the types of [`marked_columns`].
pub(super) fn describe_marked<S: Source>(columns: &mut ColumnList<'_>) {
    if const { <S::Relation as Relation>::ALL_NULLABLE } {
        columns.column::<bool>(None);
    }
    <S::Relation as Relation>::describe(columns);
}

/// Returns the columns of [`marked_columns`], if those of the source are `columns`.
pub(super) const fn expected_marked<S: Source>(columns: Expected) -> Expected {
    if <S::Relation as Relation>::ALL_NULLABLE {
        // All of them are nullable, whether the row was found or not.
        const { Expected::List(&[Expected::BOOL, <S::Relation as Relation>::EXPECTED]) }
    } else {
        columns
    }
}

/// A scope that does not contain the source `T`.
#[diagnostic::on_unimplemented(
    message = "table `{T}` is in this query already; give it a second name: `alias!(Other = {T});`",
    label = "a second `{T}`"
)]
pub trait Lacks<T> {}

/// An entry of a scope other than the source `T`.
pub trait OtherThan<T> {}

#[diagnostic::do_not_recommend]
impl<S: Source<Id: Differs<T::Id>>, T: Source> OtherThan<T> for S {}

#[diagnostic::do_not_recommend]
impl<S: Source<Id: Differs<T::Id>>, T: Source> OtherThan<T> for Option<S> {}

/// The scope of a value to insert: there is no row whose columns it could read.
#[derive(Debug)]
pub enum NoTable {}

/// The scope of an aggregate's argument in a value to insert, where no aggregate is allowed: it has every column, so that
/// the aggregate is the only error.
#[derive(Debug)]
pub enum AnyTable {}

#[diagnostic::do_not_recommend]
impl<T, C> HasColumn<T, C, Here> for AnyTable {
    type Null = NeverNull;
}
