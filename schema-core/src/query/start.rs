//! The methods of a table's constant, with which statements begin.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::clause::Body;
use super::from::{From, Inner, JoinItem, JoinKind, TableRef};
use super::insert::{
    ColumnsOf, FilledColumns, Insert, InsertColumns, InsertFrom, InsertMany, InsertRow, Insertable,
    IntoRows,
};
use super::select::{FullRows, UnboxedSelect};
use super::{Delete, Merge, Refresh, Truncate, UpdateTable};
use crate::expr::{AllColumns, Condition, ConditionOn, IfFound, Inferred, KeyOf, Subquery};
use crate::row::Decoder;
use crate::scope::{Lacks, Require, RowLevel};
use crate::table::{NamedSource, PrimaryKey, Refreshable, Source, SourceColumns, Written};

/// The statements of a table, on its constant.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key, identity)]
///     id: i64,
///     name: String,
///     age: Option<i32>,
/// }
///
/// let insert = Patient
///     .insert(NewPatient { name: "Ana".into() })
///     .set(Patient.age, 41)
///     .returning(Patient.id);
/// assert_eq!(
///     insert.to_sql(),
///     r#"insert into "patients" ("name", "age") values ($1, $2) returning "patients"."id""#
/// );
/// let update = Patient.update().set(Patient.age, 42).filter(Patient.id.eq(7));
/// assert_eq!(update.to_sql(), r#"update "patients" set "age" = $1 where "patients"."id" = $2"#);
/// ```
#[hide_bounds]
pub trait TableMethods: SourceColumns {
    /// `select`: all columns, unless `columns` follows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// assert_eq!(Patient.select().to_sql(), r#"select "patients"."id", "patients"."name" from "patients""#);
    /// ```
    #[expect(
        clippy::type_complexity,
        reason = "the scope, and the only clause so far"
    )]
    fn select(
        self,
    ) -> UnboxedSelect<(Self::Source,), FullRows<(Self::Source,)>, Body<From<TableRef<Self::Source>>>>
    where
        Self::Source: NamedSource,
    {
        UnboxedSelect::TABLE
    }

    /// All columns of the table, for `columns` and `returning`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, age: i32 }
    /// assert_eq!(
    ///     Patient.select().columns((Patient.all(), Patient.age + 1)).to_sql(),
    ///     r#"select "patients"."id", "patients"."age", "patients"."age" + $1 from "patients""#
    /// );
    /// ```
    fn all(self) -> AllColumns<Self::Source> {
        AllColumns(PhantomData)
    }

    /// Some columns of a table that an outer join may not find, for `columns`: an `Option` of a tuple, or of a struct of
    /// yours. It is `None` if there is no row of this table, no matter which columns are selected.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String, phone: Option<String> }
    /// # #[table(name = "orders")]
    /// # struct Order {
    /// #     #[column(primary_key, identity)] id: i64,
    /// #     #[column(references = Patient.id)] patient_id: Option<i64>,
    /// # }
    /// #[derive(Selectable)]
    /// struct Contact {
    ///     name: String,
    ///     phone: Option<String>,
    /// }
    ///
    /// #[derive(Selectable)]
    /// struct OrderSummary {
    ///     id: i64,
    ///     patient: Option<Contact>,
    /// }
    ///
    /// let summaries = Order.select().left_join_on(Order.patient_id).columns(SelectOrderSummary {
    ///     id: Order.id,
    ///     patient: Patient.if_found(SelectContact { name: Patient.name, phone: Patient.phone }),
    /// });
    /// assert_eq!(
    ///     summaries.to_sql(),
    ///     concat!(
    ///         r#"select "orders"."id", "patients"."id" is not null, "patients"."name", "patients"."phone" "#,
    ///         r#"from "orders" left join "patients" on "orders"."patient_id" = "patients"."id""#,
    ///     )
    /// );
    /// ```
    fn if_found<E>(self, columns: E) -> IfFound<Self::Source, E> {
        IfFound {
            columns,
            source: PhantomData,
        }
    }

    /// The primary key of the table, for `group_by`: all columns of the table can then be selected. A key of a single
    /// column can also be named by its column.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// #[table(name = "visits")]
    /// #[primary_key(patient_id, day)]
    /// struct Visit {
    ///     patient_id: i64,
    ///     day: i32,
    ///     reason: String,
    /// }
    /// assert_eq!(
    ///     Visit.select().group_by(Visit.primary_key()).columns((Visit.reason, count())).to_sql(),
    ///     r#"select "visits"."reason", count(*) from "visits" group by "visits"."patient_id", "visits"."day""#
    /// );
    /// ```
    fn primary_key<K: KeyOf<Self::Source, N>, N>(self) -> N
    where
        Self::Source: Source<Relation: PrimaryKey<Key = K>>,
    {
        K::COLUMNS
    }

    /// `insert`: the required columns as a struct literal, `NewPatient { … }`, and others by `set`; or a struct of yours
    /// with `#[derive(Insertable)]`, whose fields can be optional columns too. A reference inserts a row that the program
    /// keeps.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// let new = NewPatient { name: "Ana".into() };
    /// assert_eq!(Patient.insert(&new).to_sql(), r#"insert into "patients" ("name") values ($1)"#);
    /// ```
    fn insert<V, R>(self, row: V) -> Insert<Self::Source, R>
    where
        Self::Source: Written,
        V: Insertable<Self::Source, Row = R>,
    {
        Insert::new(row.into_row())
    }

    /// `insert` of many rows in one statement, whose text is the same for any number of rows: a `Vec`, an array, a slice or
    /// an iterator, of rows or of references to them. An empty list inserts nothing.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// let patients = vec![NewPatient { name: "Ana".into() }, NewPatient { name: "Lee".into() }];
    /// assert_eq!(
    ///     Patient.insert_many(patients).to_sql(),
    ///     r#"insert into "patients" ("name") select "name" from unnest($1) as "rows" ("name")"#
    /// );
    /// ```
    fn insert_many<R: IntoRows<V, C, K>, V, W, C, K>(
        self,
        rows: R,
    ) -> InsertMany<Self::Source, W, C>
    where
        Self::Source: Written,
        V: Insertable<Self::Source, Row = W>,
    {
        InsertMany::new(rows.into_rows())
    }

    /// `insert` of the rows of a query, which selects into a struct with `#[derive(Insertable, Selectable)]`. See
    /// [`InsertFrom`].
    fn insert_from<
        Q: Subquery<Query = X, Decoder = D>
            + Inferred<D, Is: Decoder<Row: InsertRow<Self::Source, Row = R>>>,
        D,
        R,
        X,
    >(
        self,
        query: Q,
    ) -> InsertFrom<Self::Source, FilledColumns<R>, X>
    where
        Self::Source: Written,
    {
        InsertFrom::new(query.into_query())
    }

    /// `insert` of the rows of a query into these columns: one, or a tuple. The query follows:
    /// [`from`](InsertColumns::from). The compiler does not check that all required columns are among them; the server does.
    #[expect(unused_variables, reason = "the types of the columns are their names")]
    fn insert_columns<C: ColumnsOf<Self::Source>>(
        self,
        columns: C,
    ) -> InsertColumns<Self::Source, C>
    where
        Self::Source: Written,
    {
        InsertColumns::NEW
    }

    /// `update`. The columns to set follow.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// let update = Patient.update().set(Patient.name, "Ana").filter(Patient.id.eq(7));
    /// assert_eq!(update.to_sql(), r#"update "patients" set "name" = $1 where "patients"."id" = $2"#);
    /// ```
    fn update(self) -> UpdateTable<Self::Source>
    where
        Self::Source: Written,
    {
        UpdateTable::NEW
    }

    /// `delete`. The rows to delete follow: `filter`, or `all_rows`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// let delete = Patient.delete().filter(Patient.id.eq(7));
    /// assert_eq!(delete.to_sql(), r#"delete from "patients" where "patients"."id" = $1"#);
    /// ```
    fn delete(self) -> Delete<Self::Source>
    where
        Self::Source: Written,
    {
        Delete::new()
    }

    /// `merge into`: inserts, updates and deletes rows, according to the rows of a source. The condition tells which row of
    /// the source belongs to a row of the table; the branches follow. See [`Merge`].
    fn merge<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<(Self::Source,), Is: Lacks<R>>,
        R: Source,
        N,
        Y,
        S,
        P,
        E: Condition<And = X> + ConditionOn<S, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
    >(
        self,
        source: V,
        on: E,
    ) -> Merge<Self::Source, S, P, Y, X, ()>
    where
        Self::Source: Written,
        Inner: JoinKind<(Self::Source,), R, N, Scope = S>,
        (R,): Require<N, Scope = P>,
    {
        Merge::new(source.into_part(), on.into_and())
    }

    /// `truncate`: removes all rows at once. See [`Truncate`].
    fn truncate(self) -> Truncate<(Self::Source,)>
    where
        Self::Source: Written,
    {
        Truncate::NEW
    }

    /// `refresh materialized view`: computes the rows of a materialized view again. See [`Refresh`].
    fn refresh(self) -> Refresh<Self::Source>
    where
        Self::Source: Refreshable,
    {
        Refresh::NEW
    }
}

impl<V: SourceColumns> TableMethods for V {}
