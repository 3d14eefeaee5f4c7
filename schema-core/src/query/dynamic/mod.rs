//! Orderings, conditions and columns that a request names.
//!
//! The program lists what may be named. A name is looked up in the list and never becomes SQL, and a value is a
//! parameter. What is not in the list is [`Error::Request`](crate::Error::Request), whose message is fit for the answer.
//!
//! ```
//! use schema_core::prelude::*;
//! use schema_core::query::dynamic::{Comparison, Filterable, Sortable};
//!
//! #[table(name = "patients")]
//! struct Patient {
//!     #[column(primary_key)]
//!     id: i64,
//!     name: String,
//!     age: Option<i32>,
//! }
//!
//! let sortable = Sortable::<(Patient,)>::new().by("name", Patient.name).by("age", Patient.age);
//! let filterable = Filterable::<(Patient,)>::new().by("name", Patient.name).by("age", Patient.age);
//!
//! // `GET /patients?sort=-age,name&age.ge=18`
//! let adults = filterable.condition("age", Comparison::GreaterOrEqual, "18")?;
//! let query = Patient.select().filter(adults).order_by(sortable.parse("-age,name")?).columns(Patient.id);
//! assert_eq!(
//!     query.to_sql(),
//!     concat!(
//!         r#"select "patients"."id" from "patients" where ("patients"."age" >= $1) "#,
//!         r#"order by "patients"."age" desc, "patients"."name""#,
//!     )
//! );
//!
//! let error = sortable.parse("agee").unwrap_err();
//! assert_eq!(error.to_string(), "`agee` is not a name to sort by; use one of `name`, `age`");
//! let error = filterable.condition("age", Comparison::GreaterOrEqual, "x").unwrap_err();
//! assert_eq!(error.to_string(), "`x` is not a value for `age`; use a value of type `integer`");
//! # Ok::<(), Error>(())
//! ```

mod filterable;
#[cfg(feature = "json")]
mod pickable;
mod sortable;

pub use filterable::{Comparison, Filterable};
#[cfg(feature = "json")]
pub use pickable::{Pickable, Picked};
pub use sortable::Sortable;

use crate::error::RequestError;
use crate::expr::InScope;

/// An expression under a name, in the scope `S`.
///
/// With a single impl, the error for another table does not list the impls of [`InScope`].
pub trait Listed<S, I>: InScope<S, I> {}

impl<E: InScope<S, I>, S, I> Listed<S, I> for E {}

/// Finds a name in a list.
fn find<'l, T>(
    list: &'l [(&'static str, T)],
    name: &str,
    purpose: &'static str,
) -> Result<&'l (&'static str, T), RequestError> {
    list.iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| RequestError::Name {
            name: name.into(),
            purpose,
            known: list.iter().map(|(known, _)| *known).collect(),
        })
}

/// Splits a list at its commas. A name cannot occur twice.
fn names(text: &str) -> Result<Vec<&str>, RequestError> {
    let mut names: Vec<&str> = Vec::new();
    for name in text
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let bare = |name: &str| name.trim_start_matches(['-', '+']).to_owned();
        if names.iter().any(|other| bare(other) == bare(name)) {
            return Err(RequestError::Repeated {
                name: bare(name).into(),
            });
        }
        names.push(name);
    }
    Ok(names)
}
