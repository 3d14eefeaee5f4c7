//! Configurations of full-text search, as types.

use std::marker::PhantomData;

use crate::expr::macros::expression;
use crate::expr::{InScope, Never};
use crate::scope::Constant;
use crate::sql::{Token, fragment};
use crate::table::Impossible;
use crate::types::{NeverNull, RegConfig};

/// A configuration of full-text search: a type such as [`English`], or one declared by
/// [`text_search_config!`](crate::text_search_config!).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a configuration of full-text search; use `English`, `Simple` or another one of `text_search`",
    label = "not a configuration"
)]
pub trait TextSearchConfig: Copy + 'static {
    /// The configuration in SQL: `'english'::regconfig`.
    const SQL: &'static str;
}

/// A configuration, which is converted into the expression `X`. That is a parameter rather than an associated type: see "One
/// error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a configuration of full-text search; use `English`, `Simple` or another one of `text_search`",
    label = "not a configuration"
)]
pub trait IntoConfiguration<X> {
    /// Converts the configuration into the expression.
    fn into_configuration(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<C: TextSearchConfig> IntoConfiguration<Configuration<C>> for C {
    fn into_configuration(self) -> Configuration<C> {
        Configuration(PhantomData)
    }
}

// With a single impl, the compiler would infer `X` from it, and report it again. See `never!`.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<C> IntoConfiguration<Impossible> for C
where
    for<'never> Impossible: Never<0>,
{
    fn into_configuration(self) -> Impossible {
        unreachable!("BUG: no type has this bound")
    }
}

/// A configuration as the argument of a function.
#[derive(Debug, Clone, Copy)]
pub struct Configuration<C>(PhantomData<fn() -> C>);

fragment!(impl[C: TextSearchConfig] Configuration<C> { [&[Token::Text(C::SQL)]] });

expression!(impl[C: TextSearchConfig] Configuration<C> { base: RegConfig, kind: Constant, precedence: ATOM });

#[diagnostic::do_not_recommend]
impl<C> crate::expr::Repeatable for Configuration<C> {}

impl<C: TextSearchConfig, S> InScope<S, ()> for Configuration<C> {
    type Null = NeverNull;
}

/// Declares configurations of full-text search, which the functions of
/// [`text_search`](crate::expr::function::text_search) accept.
///
/// ```
/// use schema_core::expr::function::text_search::to_tsvector;
/// use schema_core::prelude::*;
/// use schema_core::text_search_config;
///
/// text_search_config!(Medical = "clinic.medical");
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: String }
/// assert_eq!(
///     Note.select().columns(to_tsvector(Medical, Note.body)).to_sql(),
///     r#"select to_tsvector('clinic.medical'::regconfig, "notes"."body") from "notes""#
/// );
/// ```
#[macro_export]
macro_rules! text_search_config {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $sql:literal);+ $(;)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        $vis struct $name;

        impl $crate::expr::function::text_search::TextSearchConfig for $name {
            const SQL: &'static str = ::core::concat!("'", $sql, "'::regconfig");
        }
    )+};
}

text_search_config! {
    /// The configuration `arabic`.
    pub Arabic = "arabic";
    /// The configuration `armenian`.
    pub Armenian = "armenian";
    /// The configuration `basque`.
    pub Basque = "basque";
    /// The configuration `catalan`.
    pub Catalan = "catalan";
    /// The configuration `danish`.
    pub Danish = "danish";
    /// The configuration `dutch`.
    pub Dutch = "dutch";
    /// The configuration `english`.
    pub English = "english";
    /// The configuration `finnish`.
    pub Finnish = "finnish";
    /// The configuration `french`.
    pub French = "french";
    /// The configuration `german`.
    pub German = "german";
    /// The configuration `greek`.
    pub Greek = "greek";
    /// The configuration `hindi`.
    pub Hindi = "hindi";
    /// The configuration `hungarian`.
    pub Hungarian = "hungarian";
    /// The configuration `indonesian`.
    pub Indonesian = "indonesian";
    /// The configuration `irish`.
    pub Irish = "irish";
    /// The configuration `italian`.
    pub Italian = "italian";
    /// The configuration `lithuanian`.
    pub Lithuanian = "lithuanian";
    /// The configuration `nepali`.
    pub Nepali = "nepali";
    /// The configuration `norwegian`.
    pub Norwegian = "norwegian";
    /// The configuration `portuguese`.
    pub Portuguese = "portuguese";
    /// The configuration `romanian`.
    pub Romanian = "romanian";
    /// The configuration `russian`.
    pub Russian = "russian";
    /// The configuration `serbian`.
    pub Serbian = "serbian";
    /// The configuration `simple`, which changes words to lower case and nothing else.
    pub Simple = "simple";
    /// The configuration `spanish`.
    pub Spanish = "spanish";
    /// The configuration `swedish`.
    pub Swedish = "swedish";
    /// The configuration `tamil`.
    pub Tamil = "tamil";
    /// The configuration `turkish`.
    pub Turkish = "turkish";
    /// The configuration `yiddish`.
    pub Yiddish = "yiddish";
}
