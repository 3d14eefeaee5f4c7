//! Columns by name, as a JSON object.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schema_macros::hide_bounds;
use serde_json::Value;
use sqlx::error::BoxDynError;

use super::{Listed, find, names};
use crate::error::Result;
use crate::expr::InScope;
use crate::expr::macros::expression;
use crate::scope::{PerRow, RowLevel, SubsetOf};
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token};
use crate::types::NeverNull;

type Part<'a> = Arc<dyn DynFragment + 'a>;

/// The expressions over the sources `S`, such as `(Patient,)`, that a request may select.
///
/// ```
/// # use schema_core::prelude::*;
/// # use schema_core::query::dynamic::Pickable;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
/// let pickable = Pickable::<(Patient,)>::new().by("id", Patient.id).by("name", Patient.name).by("age", Patient.age);
///
/// // `GET /patients?fields=name,id`: the rows are objects, such as `{"name": "Ana", "id": 7}`.
/// let query = Patient.select().columns(pickable.parse("name,id")?);
/// assert_eq!(
///     query.to_sql(),
///     r#"select jsonb_build_object($1::text, "patients"."name", $2::text, "patients"."id") from "patients""#
/// );
/// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
/// let rows: Vec<serde_json::Value> = query.fetch_all(pool).await?;
/// # Ok(())
/// # };
/// # Ok::<(), Error>(())
/// ```
pub struct Pickable<'a, S> {
    list: Vec<(&'static str, Part<'a>)>,
    sources: PhantomData<fn() -> S>,
}

impl<S> Default for Pickable<'_, S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Pickable<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.list.iter().map(|(name, _)| name))
            .finish()
    }
}

#[hide_bounds]
impl<'a, S> Pickable<'a, S> {
    /// Creates an empty list.
    pub fn new() -> Self {
        Self {
            list: Vec::new(),
            sources: PhantomData,
        }
    }

    /// Adds an expression under a name.
    pub fn by<E, I>(mut self, name: &'static str, expression: E) -> Self
    where
        E: Listed<S, I, Kind: RowLevel> + Send + Sync + 'a,
    {
        self.list.push((name, Arc::new(expression)));
        self
    }

    /// Returns the columns that a text names, such as `name,age`, as an object with these keys.
    ///
    /// # Errors
    /// [`Error::Request`](crate::Error::Request) if a name is not in the list, or occurs twice.
    pub fn parse(&self, text: &str) -> Result<Picked<'a, S>> {
        let mut members = Vec::new();
        for name in names(text)? {
            members.push(find(&self.list, name, "select")?.clone());
        }
        Ok(Picked {
            members,
            sources: PhantomData,
        })
    }
}

/// `jsonb_build_object(…)` of columns that a request names. [`Pickable::parse`] returns it.
pub struct Picked<'a, S> {
    members: Vec<(&'static str, Part<'a>)>,
    sources: PhantomData<fn() -> S>,
}

impl<S> Clone for Picked<'_, S> {
    fn clone(&self) -> Self {
        Self {
            members: self.members.clone(),
            sources: PhantomData,
        }
    }
}

impl<S> fmt::Debug for Picked<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.members.iter().map(|(name, _)| name))
            .finish()
    }
}

impl<S> Fragment for Picked<'_, S> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("jsonb_build_object(");
        sql.list(&self.members, |sql, (_, part)| {
            sql.parameter();
            sql.text("::text, ");
            part.write_dyn(sql);
        });
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        for (name, part) in &self.members {
            arguments.push::<String, &str>(Some(name))?;
            part.bind_dyn(arguments)?;
        }
        Ok(())
    }
}

expression!(impl[S] Picked<'_, S> { base: Value, kind: PerRow, precedence: ATOM });

impl<Q, I, S: SubsetOf<Q, I>> InScope<Q, (I,)> for Picked<'_, S> {
    type Null = NeverNull;
}
