//! `fetch`: running a statement for its rows.

use schema_macros::hide_bounds;

use super::{Executor, FetchAll, FetchOne, FetchOptional, Rows, Statement};
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

/// The methods `fetch_one`, `fetch_optional`, `fetch_all` and `fetch`.
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
            self.into_sqlx(),
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
            self.into_sqlx(),
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
            self.into_sqlx(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        )
    }

    /// Runs the statement and returns a stream of its rows, as the server sends them.
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
            self.into_sqlx(),
            Self::NAMED,
            executor,
            Self::TABLE,
            decoder,
        )
    }
}

impl<Q: Statement> Fetch for Q {}
