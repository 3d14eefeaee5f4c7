//! `sql_function!`: declaring a function in one line.

/// Declares functions of the database, so that queries can call them with checked types.
///
/// ```
/// use schema_core::prelude::*;
///
/// sql_function! {
///     /// The number of edits between two texts, from the extension `fuzzystrmatch`.
///     pub fn levenshtein(a: String, b: String) -> i32;
///     fn concat_ws(separator: String, first: Option<String>, second: Option<String>) -> String;
///     aggregate fn bit_and(value: i32) -> Option<i32>;
///     window fn ntile(buckets: i32) -> i32;
///     fn soundex_of(text: String) -> String = "public.soundex";
/// }
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
///     age: Option<i32>,
/// }
///
/// let similar = Patient.select().filter(levenshtein(Patient.name, "Ana").le(2)).columns(Patient.id);
/// assert_eq!(
///     similar.to_sql(),
///     r#"select "patients"."id" from "patients" where levenshtein("patients"."name", $1::text) <= $2"#
/// );
/// let bits = Patient.select().columns(bit_and(Patient.age));
/// assert_eq!(bits.to_sql(), r#"select bit_and("patients"."age") from "patients""#);
/// let quarters = Patient.select().columns((Patient.id, ntile(4).over(order_by(Patient.age))));
/// assert_eq!(
///     quarters.to_sql(),
///     r#"select "patients"."id", ntile($1::integer) over (order by "patients"."age") from "patients""#
/// );
/// ```
///
/// The signature determines the types and the nullability:
///
/// - A parameter of type `T` is strict: if the argument is NULL, the result is NULL. A parameter of type `Option<T>`
///   accepts NULL, and does not make the result NULL.
/// - A result of type `Option<T>` can be NULL even if no argument is.
/// - `aggregate fn` declares an aggregate and `window fn` a window function. The result of an aggregate is never NULL
///   unless it is an `Option`.
/// - `set fn` declares a function that returns rows. Its result is the type of the column, or a tuple of the types of the
///   columns. A query reads it by [`as_alias`](crate::expr::function::SetCall::as_alias). Of a function that returns
///   records, such as `crosstab`, the result is `record`: the columns are the fields of the struct that it is read as.
///
/// The SQL name is the function's name, or the text after `=`, which is not quoted.
///
/// An argument of another type does not compile:
///
/// ```compile_fail,E0277
/// # use schema_core::prelude::*;
/// sql_function!(fn levenshtein(a: String, b: String) -> i32;);
/// levenshtein("Ana", 7);
/// ```
#[macro_export]
macro_rules! sql_function {
    () => {};
    ($(#[$meta:meta])* $vis:vis set fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> record
     $(= $sql:literal)?; $($rest:tt)*) => {
        $crate::__set_function! {
            [$(#[$meta])*] [$vis] $name($($arg: $type),*) -> $crate::__private::Record, $(= $sql)?
        }
        $crate::sql_function! { $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis set fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> ($($output:ty),+ $(,)?)
     $(= $sql:literal)?; $($rest:tt)*) => {
        $crate::__set_function! {
            [$(#[$meta])*] [$vis] $name($($arg: $type),*) -> ($($output,)+), $(= $sql)?
        }
        $crate::sql_function! { $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis set fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $output:ty
     $(= $sql:literal)?; $($rest:tt)*) => {
        $crate::__set_function! {
            [$(#[$meta])*] [$vis] $name($($arg: $type),*) -> ($output,), $(= $sql)?
        }
        $crate::sql_function! { $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $output:ty
     $(= $sql:literal)?; $($rest:tt)*) => {
        $crate::__sql_function! {
            Call Expression [$(#[$meta])*] [$vis] $name($($arg: $type),*) -> $output $(= $sql)?
        }
        $crate::sql_function! { $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis $kind:ident fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $output:ty
     $(= $sql:literal)?; $($rest:tt)*) => {
        $crate::__sql_function! {
            @$kind [$(#[$meta])*] [$vis] $name($($arg: $type),*) -> $output $(= $sql)?
        }
        $crate::sql_function! { $($rest)* }
    };
}

/// The items of one function: a type that represents it, and the function that builds the call.
#[doc(hidden)]
#[macro_export]
macro_rules! __sql_function {
    (@aggregate $($function:tt)*) => { $crate::__sql_function! { AggregateCall Aggregated $($function)* } };
    (@window $($function:tt)*) => { $crate::__sql_function! { WindowCall Expression $($function)* } };
    ($call:ident $bound:ident [$($meta:tt)*] [$vis:vis] $name:ident($($arg:ident: $type:ty),*) -> $output:ty $(= $sql:literal)?) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        $vis enum $name {}

        impl $crate::__private::Function<($(<$type as $crate::__private::ColumnType>::Base,)*)> for $name {
            type Parameters = ($($type,)*);
            type Output = <$output as $crate::__private::ColumnType>::Base;
            type Null = <$output as $crate::__private::ColumnType>::Null;
            const OPEN: &'static str = ::core::concat!($crate::__sql_function!(@name $name $($sql)?), "(");
            const CLOSE: &'static str = ")";
        }

        $($meta)*
        #[doc = ""]
        #[doc = ::core::concat!("`", $crate::__sql_function!(@name $name $($sql)?), "(…)` in SQL.")]
        // The type parameters are the expressions into which the arguments are converted.
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        $vis fn $name<$($arg: $crate::__private::$bound),*>(
            $($arg: impl $crate::__private::IntoArgument<$type, $name, $arg>),*
        ) -> $crate::__private::$call<$name, ($($crate::__private::Argument<$arg>,)*)> {
            $crate::__private::$call::new(($($crate::__private::Argument::new(
                $crate::__private::IntoArgument::<$type, $name, $arg>::into_argument($arg),
            ),)*))
        }
    };
    (@name $name:ident) => { ::core::stringify!($name) };
    (@name $name:ident $sql:literal) => { $sql };
}

/// The items of one function that returns rows.
#[doc(hidden)]
#[macro_export]
macro_rules! __set_function {
    ([$($meta:tt)*] [$vis:vis] $name:ident($($arg:ident: $type:ty),*) -> $rows:ty, $(= $sql:literal)?) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        $vis enum $name {}

        impl $crate::__private::SetFunction<($(<$type as $crate::__private::ColumnType>::Base,)*)> for $name {
            type Parameters = ($($type,)*);
            type Rows = $rows;
            const OPEN: &'static str = ::core::concat!($crate::__sql_function!(@name $name $($sql)?), "(");
        }

        $($meta)*
        #[doc = ""]
        #[doc = ::core::concat!("`", $crate::__sql_function!(@name $name $($sql)?), "(…)` in SQL.")]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        $vis fn $name<$($arg: $crate::__private::Expression),*>(
            $($arg: impl $crate::__private::IntoArgument<$type, $name, $arg>),*
        ) -> $crate::__private::SetCall<$name, ($($crate::__private::Argument<$arg>,)*)> {
            $crate::__private::SetCall::new(($($crate::__private::Argument::new(
                $crate::__private::IntoArgument::<$type, $name, $arg>::into_argument($arg),
            ),)*))
        }
    };
}
