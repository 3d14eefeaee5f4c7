//! What [`Fetch`](crate::exec::Fetch) does, as a `select`'s own methods: most queries are one, and the compiler has less
//! to ask than of any statement whose rows can be read.

use schema_macros::hide_bounds;

use super::select::{Projection, Select};
use crate::exec::run::{fetch, fetch_all, fetch_optional};
use crate::exec::{
    ByFunctions, ByType, Decoder, Executor, FetchAll, FetchOne, FetchOptional, Rows, Statement,
};
use crate::sql::Fragment;

#[hide_bounds]
impl<S, P, C> Select<S, P, C> {
    /// Runs the query and reads the only row; of several the first.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound), where there is none; else [`Error`](crate::Error).
    pub fn fetch_one<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchOne<'e, ByType<D>>
    where
        P: Projection<S, Decoder = D>,
        C: Fragment,
    {
        FetchOne(self.fetch_optional(executor))
    }

    /// Runs the query and reads the row, if there is one; of several the first.
    ///
    /// # Errors
    /// [`Error`](crate::Error), by what the caller can do.
    pub fn fetch_optional<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchOptional<'e, ByType<D>>
    where
        P: Projection<S, Decoder = D>,
        C: Fragment,
    {
        fetch_optional(self.into_sqlx(), executor, Self::TABLE, ByType::NEW)
    }

    /// Runs the query and reads all rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let adults = Patient.select().filter(Patient.age.ge(18)).columns(Patient.name);
    /// assert_eq!(adults.to_sql(), r#"select "patients"."name" from "patients" where "patients"."age" >= $1"#);
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let names: Vec<String> = adults.fetch_all(pool).await?;
    /// # Ok(())
    /// # };
    /// ```
    ///
    /// # Errors
    /// [`Error`](crate::Error), by what the caller can do.
    pub fn fetch_all<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchAll<'e, ByType<D>>
    where
        P: Projection<S, Decoder = D>,
        C: Fragment,
    {
        fetch_all(self.into_sqlx(), executor, Self::TABLE, ByType::NEW)
    }

    /// Runs the query and reads row after row, as the server sends them.
    pub fn fetch<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> Rows<'e, D::Row>
    where
        P: Projection<S, Decoder = D>,
        C: Fragment,
    {
        let decoder = ByFunctions::of::<D>();
        fetch(self.into_sqlx(), executor, Self::TABLE, decoder)
    }
}
