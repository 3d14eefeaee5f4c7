//! `fetch`: running a statement for its rows.

use schema_macros::hide_bounds;

use super::{Executor, FetchAll, FetchMap, FetchOne, FetchOptional, MapOf, Rows, Statement};
use crate::row::RowDecoder;
use crate::sql::Fragment;

/// A statement that returns rows: `select`, and the others with `returning`.
#[diagnostic::on_unimplemented(
    message = "this statement returns no rows; call `returning(…)` or `returning_all()` first, or `execute`",
    label = "nothing to fetch"
)]
pub trait Query: Statement + Fragment {
    /// The type of a row.
    type Row;
    /// Decodes the rows.
    type Decoder: RowDecoder<Row = Self::Row>;

    /// Returns the decoder.
    fn decoder(&self) -> Self::Decoder;
}

/// The methods `fetch_one`, `fetch_optional`, `fetch_all`, `fetch_map` and `fetch`.
#[hide_bounds]
pub trait Fetch: Statement {
    /// Runs the statement and returns its row; the first one, if there are several.
    ///
    /// ```no_run
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
    /// let patients: i64 = Patient.select().columns(count()).fetch_one(pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound) if there is no row. Another [`Error`](crate::Error) if a value cannot be
    /// encoded, the server rejects the statement, or the row cannot be decoded.
    fn fetch_one<'e, 'c: 'e, E: Executor<'c> + 'e, D: RowDecoder>(
        self,
        executor: E,
    ) -> FetchOne<'e, D>
    where
        Self: Query<Decoder = D>,
    {
        // Not `self.fetch_optional`: a debug build would generate that for this query too.
        let decoder = self.decoder();
        FetchOne(FetchOptional::new(
            self.into_sqlx_for::<D>(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        ))
    }

    /// Runs the statement and returns its row, or `None`; the first one, if there are several.
    ///
    /// ```no_run
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
    /// let patient: Option<Patient> = Patient.find(7).fetch_optional(pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded, the server rejects the statement, or the row cannot be
    /// decoded.
    fn fetch_optional<'e, 'c: 'e, E: Executor<'c> + 'e, D: RowDecoder>(
        self,
        executor: E,
    ) -> FetchOptional<'e, D>
    where
        Self: Query<Decoder = D>,
    {
        let decoder = self.decoder();
        FetchOptional::new(
            self.into_sqlx_for::<D>(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        )
    }

    /// Runs the statement and returns all rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// let adults = Patient.select().filter(Patient.age.ge(18)).columns(Patient.name);
    /// assert_eq!(adults.to_sql(), r#"select "patients"."name" from "patients" where "patients"."age" >= $1"#);
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let names: Vec<String> = adults.fetch_all(pool).await?;
    /// # Ok(())
    /// # };
    /// ```
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded, the server rejects the statement, or a row cannot be
    /// decoded.
    fn fetch_all<'e, 'c: 'e, E: Executor<'c> + 'e, D: RowDecoder>(
        self,
        executor: E,
    ) -> FetchAll<'e, D>
    where
        Self: Query<Decoder = D>,
    {
        let decoder = self.decoder();
        FetchAll::new(
            self.into_sqlx_for::<D>(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        )
    }

    /// Runs the statement, whose rows are pairs of a key and a value, and returns them as a map.
    ///
    /// The type of the map determines what becomes of rows with the same key: of a map with single values it contains
    /// the last one, and a map of `Vec` contains all, in the order of the query.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use std::collections::{BTreeMap, HashMap};
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, city: String }
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let query = Patient.select();
    /// let by_id: HashMap<i64, Patient> = query.columns((Patient.id, Patient.all())).fetch_map(pool).await?;
    /// let names: BTreeMap<String, Vec<String>> =
    ///     query.order_by(Patient.name).columns((Patient.city, Patient.name)).fetch_map(pool).await?;
    /// # Ok(())
    /// # };
    /// ```
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded, the server rejects the statement, or a row cannot be
    /// decoded.
    fn fetch_map<'e, 'c: 'e, M: MapOf<R>, E: Executor<'c> + 'e, D: RowDecoder<Row = R>, R>(
        self,
        executor: E,
    ) -> FetchMap<'e, D, M>
    where
        Self: Query<Decoder = D>,
    {
        FetchMap::new(self.fetch_all(executor))
    }

    /// Runs the statement and returns a stream of its rows, as the server sends them.
    ///
    /// Rows are read from the connection only as fast as the stream is polled: if the program is slower than the
    /// server, the server waits, and neither side collects the result. So a result of any size needs little memory.
    /// The stream occupies its connection. It can be dropped early; the rest of the result is then read and discarded
    /// before the connection runs the next statement.
    ///
    /// ```no_run
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
    /// use futures_util::TryStreamExt as _;
    ///
    /// let mut patients = Patient.select().fetch(pool);
    /// while let Some(patient) = patients.try_next().await? {
    ///     assert!(!patient.name.is_empty());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    fn fetch<'e, 'c: 'e, E: Executor<'c> + 'e, D: RowDecoder>(self, executor: E) -> Rows<'e, D>
    where
        Self: Query<Decoder = D>,
    {
        let decoder = self.decoder();
        Rows::new(
            self.into_sqlx_for::<D>(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        )
    }
}

impl<Q: Statement> Fetch for Q {}
