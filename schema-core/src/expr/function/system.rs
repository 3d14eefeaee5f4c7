//! Functions about the session, the server and values as such.
//!
//! <https://www.postgresql.org/docs/current/functions-info.html>,
//! <https://www.postgresql.org/docs/current/functions-admin.html>
//!
//! Functions that return `void` are cast to text here, which is empty.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{current_setting, current_user, pg_typeof};
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, owner: String, tenant: String }
//! let query = Note
//!     .select()
//!     .filter(Note.owner.eq(current_user()).and(Note.tenant.eq(current_setting("app.tenant"))))
//!     .columns(pg_typeof(Note.id));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select pg_typeof("notes"."id")::text from "notes" where "notes"."owner" = current_user and "notes"."tenant" = current_setting($1::text)"#
//! );
//! ```

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::{Expression, IntoArgument};
use crate::types::{NeverNull, SqlType};

functions! {
    /// The name of the database.
    current_database() -> String;
    /// The name of the schema in which objects are created; NULL if the `search_path` has none.
    current_schema() -> Option<String>;
    /// The value of a setting of the session. The server rejects a name that it does not know.
    current_setting(name: String) -> String;
    /// The value of a setting of the session; NULL if `missing_ok` and the server does not know the name.
    current_setting_or_null(name: String, missing_ok: bool) -> Option<String> = "current_setting";
    /// A number for a text and a seed, for example as the key of an advisory lock.
    hashtextextended(text: String, seed: i64) -> i64;
    /// The process of the session on the server.
    pg_backend_pid() -> i32;
    /// True if the server is a standby.
    pg_is_in_recovery() -> bool;
    /// A number of bytes with a unit: `10 MB`.
    pg_size_pretty(bytes: i64) -> String;
    /// Acquires an advisory lock until the end of the transaction, and returns true, or false if it is held by another.
    pg_try_advisory_xact_lock(key: i64) -> bool;
    /// Changes a setting of the session, or of the transaction if `is_local`, and returns its new value.
    set_config(name: String, value: String, is_local: bool) -> String;
    /// The number of the transaction.
    txid_current() -> i64;
    /// The version of the server, as text.
    version() -> String;
}

/// Declares functions without parentheses.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        pub enum $name {}

        impl Function<()> for $name {
            type Parameters = ();
            type Output = String;
            type Null = NeverNull;
            const OPEN: &'static str = stringify!($name);
            const CLOSE: &'static str = "";
        }

        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", stringify!($name), "` in SQL.")]
        pub fn $name() -> Call<$name> {
            Call::new(())
        }
    )*};
}

names! {
    /// The name of the user whose permissions apply.
    current_user;
    /// The name of the user who connected.
    session_user;
}

/// Declares functions that return `void`.
macro_rules! void {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $param:ty),*);)*) => {$(
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        pub enum $name {}

        impl Function<($($param,)*)> for $name {
            type Parameters = ($($param,)*);
            type Output = String;
            type Null = NeverNull;
            const OPEN: &'static str = concat!(stringify!($name), "(");
            const CLOSE: &'static str = ")::text";
        }

        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", stringify!($name), "(…)::text` in SQL.")]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        #[hide_bounds]
        pub fn $name<$($arg: Expression),*>(
            $($arg: impl IntoArgument<$param, $name, $arg>),*
        ) -> Call<$name, ($(Argument<$arg>,)*)> {
            Call::new(($(Argument::new(IntoArgument::<$param, $name, $arg>::into_argument($arg)),)*))
        }
    )*};
}

void! {
    /// Acquires an advisory lock until the end of the transaction. Waits if it is held by another.
    pg_advisory_xact_lock(key: i64);
    /// Sends a payload to the sessions that listen on a channel.
    pg_notify(channel: String, payload: String);
    /// Waits for a number of seconds.
    pg_sleep(seconds: f64);
}

/// Functions of one argument of any type.
macro_rules! of_any {
    ($($(#[$doc:meta])* $name:ident -> $output:ty, $parameter:ident, $close:literal;)*) => {$(
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        pub enum $name {}

        impl<T: SqlType> Function<(T,)> for $name {
            type Parameters = (of_any!(@ $parameter),);
            type Output = $output;
            type Null = NeverNull;
            const OPEN: &'static str = concat!(stringify!($name), "(");
            const CLOSE: &'static str = $close;
        }

        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", stringify!($name), "(…", $close, "` in SQL.")]
        #[hide_bounds]
        pub fn $name<E: Expression>(value: E) -> Call<$name, (Argument<E>,)> {
            Call::new((Argument::new(value),))
        }
    )*};
    (@ strict) => { T };
    (@ nullable) => { Option<T> };
}

of_any! {
    /// The number of bytes that store a value, perhaps compressed.
    pg_column_size -> i32, strict, ")";
    /// The name of an expression's type.
    pg_typeof -> String, nullable, ")::text";
}
