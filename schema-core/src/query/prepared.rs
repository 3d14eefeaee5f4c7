//! Prepared queries: built and checked once, and run with other values each time.

use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use crate::def::TableDef;
use crate::error::{Error, Result};
use crate::exec::{Executable, Query, Statement};
use crate::expr::Params;
use crate::sql::{Arguments, Fragment, PlaceholderValues, SqlWriter, Token};

/// The method `prepare` of every statement.
#[hide_bounds]
pub trait PrepareMethods: Statement {
    /// Checks that the statement has the placeholders of the struct `P`, all of them and no others. It can then be run with
    /// values for them, as often as needed.
    ///
    /// The text is that of the same query with values in their place, and a constant in the same cases. The server prepares
    /// it at its first use on a connection, as it does for all statements.
    ///
    /// ```
    /// use schema_core::prelude::*;
    ///
    /// #[table(name = "patients")]
    /// struct Patient {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     age: Option<i32>,
    /// }
    ///
    /// #[derive(Params)]
    /// struct ByAge {
    ///     min: i32,
    /// }
    ///
    /// let query = Patient.select().filter(Patient.age.ge(ByAge.min)).prepare::<ByAge>()?;
    /// assert_eq!(
    ///     query.bind(ByAge { min: 18 }).to_sql(),
    ///     r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" >= $1"#
    /// );
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let adults: Vec<Patient> = query.bind(ByAge { min: 18 }).fetch_all(pool).await?;
    /// # Ok(())
    /// # };
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] if the statement lacks a placeholder of the struct, or has one of another struct.
    fn prepare<P: Params>(self) -> Result<Prepared<Self, P>>
    where
        Self: Fragment,
    {
        let mut arguments = Arguments::with_capacity(0);
        arguments.set_placeholders(PlaceholderValues::recorded());
        self.bind(&mut arguments).map_err(Error::encode)?;
        let found = arguments.recorded_placeholders();
        if let Some(other) = found.iter().find(|other| other.of != TypeId::of::<P>()) {
            return Err(invalid(format!(
                "it has a placeholder of `{other}`, and is prepared for `{own}`; use fields of one struct",
                other = other.name,
                own = P::NAME
            )));
        }
        let missing =
            (0..P::FIELDS.len()).find(|index| found.iter().all(|own| own.index != *index));
        if let Some(index) = missing {
            return Err(invalid(format!(
                "it lacks the placeholder `{own}.{field}`; use it, or remove the field",
                own = P::NAME,
                field = P::FIELDS[index]
            )));
        }
        Ok(Prepared {
            statement: self,
            params: PhantomData,
        })
    }
}

impl<Q: Statement> PrepareMethods for Q {}

fn invalid(message: String) -> Error {
    Error::Invalid {
        message: message.into(),
    }
}

/// A statement with the placeholders of the struct `P`. [`PrepareMethods::prepare`] returns it.
#[must_use = "nothing is sent until it is bound and run"]
pub struct Prepared<Q, P> {
    statement: Q,
    params: PhantomData<fn(P)>,
}

impl<Q: Clone, P> Clone for Prepared<Q, P> {
    fn clone(&self) -> Self {
        Self {
            statement: self.statement.clone(),
            params: PhantomData,
        }
    }
}

impl<Q: fmt::Debug, P> fmt::Debug for Prepared<Q, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Prepared").field(&self.statement).finish()
    }
}

impl<Q, P: Params> Prepared<Q, P> {
    /// Returns the statement with values for its placeholders.
    pub fn bind(&self, values: P) -> BoundStatement<'_, Q> {
        BoundStatement {
            statement: &self.statement,
            values: Arc::new(values),
        }
    }
}

/// A prepared statement with its values. [`Prepared::bind`] returns it.
#[must_use = "a statement does nothing until it is run"]
pub struct BoundStatement<'q, Q> {
    statement: &'q Q,
    values: Arc<dyn std::any::Any + Send + Sync>,
}

impl<Q: fmt::Debug> fmt::Debug for BoundStatement<'_, Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BoundStatement")
            .field(self.statement)
            .finish()
    }
}

impl<Q: Fragment> Fragment for BoundStatement<'_, Q> {
    const TOKENS: &'static [Token] = Q::TOKENS;
    const STATIC: bool = Q::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.statement.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> std::result::Result<(), BoxDynError> {
        arguments.set_placeholders(PlaceholderValues::Given(Arc::clone(&self.values)));
        self.statement.bind(arguments)
    }

    fn absent(&self) -> Option<bool> {
        self.statement.absent()
    }
}

impl<Q: Statement> Statement for BoundStatement<'_, Q> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
    const NAMED: bool = Q::NAMED;
}

#[diagnostic::do_not_recommend]
impl<Q: Executable> Executable for BoundStatement<'_, Q> {}

#[diagnostic::do_not_recommend]
impl<Q: Query> Query for BoundStatement<'_, Q> {
    type Row = Q::Row;
    type Decoder = Q::Decoder;

    fn decoder(&self) -> Q::Decoder {
        self.statement.decoder()
    }
}
