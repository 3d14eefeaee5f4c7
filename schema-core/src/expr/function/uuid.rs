//! Functions that generate UUIDs.
//!
//! <https://www.postgresql.org/docs/current/functions-uuid.html>

use std::marker::PhantomData;

use schema_macros::hide_bounds;
use uuid::Uuid;

use super::{Argument, Call, Function};
use crate::expr::IntoArgument;
use crate::types::{Interval, Moment, Nullable};

crate::sql_function! {
    /// A random UUID, version 4.
    ///
    /// ```
    /// # use schema_core::expr::function::gen_random_uuid;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: uuid::Uuid, title: String }
    /// let renewed = Note.update().set(Note.id, gen_random_uuid()).filter(Note.title.eq("Intake"));
    /// assert_eq!(
    ///     renewed.to_sql(),
    ///     r#"update "notes" set "id" = gen_random_uuid() where "notes"."title" = $1"#
    /// );
    /// ```
    pub fn gen_random_uuid() -> Uuid;

    /// A random UUID, version 4. Postgres 18; [`gen_random_uuid`] is the same on older servers.
    pub fn uuidv4() -> Uuid;
    /// A UUID of version 7: UUIDs that are generated later sort later. Postgres 18.
    pub fn uuidv7() -> Uuid;
}

functions! {
    /// The version of a UUID; NULL if it is of another variant than RFC 9562 defines. Postgres 17.
    uuid_extract_version(id: Uuid) -> Option<i16>;
    /// A UUID of version 7, as if it was generated an interval later. Postgres 18.
    uuidv7_shifted(shift: Interval) -> Uuid = "uuidv7";
}

/// [`uuid_extract_timestamp(id)`](uuid_extract_timestamp), as the type `T`.
#[derive(Debug)]
pub struct UuidExtractTimestamp<T>(PhantomData<T>);

impl<T: Moment> Function<(Uuid,)> for UuidExtractTimestamp<T> {
    type Parameters = (Uuid,);
    type Output = T;
    type Null = Nullable;
    const OPEN: &'static str = "uuid_extract_timestamp(";
    const CLOSE: &'static str = ")";
}

/// `uuid_extract_timestamp(id)`: the time at which a UUID of version 1 or 7 was generated, as the type that the context
/// requires; NULL if the UUID has another version. Postgres 17, version 7 since Postgres 18.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// # use schema_core::expr::function::uuid_extract_timestamp;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: uuid::Uuid, at: DateTime<Utc> }
/// assert_eq!(
///     Note.select().filter(Note.at.lt(uuid_extract_timestamp(Note.id))).columns(Note.id).to_sql(),
///     r#"select "notes"."id" from "notes" where "notes"."at" < uuid_extract_timestamp("notes"."id")"#
/// );
/// ```
#[hide_bounds]
pub fn uuid_extract_timestamp<T: Moment, V: IntoArgument<Uuid, UuidExtractTimestamp<()>, X>, X>(
    id: V,
) -> Call<UuidExtractTimestamp<T>, (Argument<X>,)> {
    Call::new((Argument::new(id.into_argument()),))
}
