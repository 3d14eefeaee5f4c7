//! A part of a query.

use sqlx::error::BoxDynError;

use crate::sql::{Arguments, SqlWriter, Token};

/// A part of a query: its text as a constant, and its values.
pub trait Fragment {
    /// The text, if the type determines it.
    const TOKENS: &'static [Token];
    /// True if the type determines the text. Otherwise the text is written at run time.
    const STATIC: bool = true;

    /// Writes the text. This works for static parts as well, so that a test can compare both renderings.
    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::TOKENS);
    }

    /// Appends the values, in the order of their parameters in the text.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

/// A [`Fragment`] whose type is erased, for boxed queries.
pub trait DynFragment: Send + Sync {
    /// Writes the text.
    fn write_dyn(&self, sql: &mut SqlWriter);

    /// Appends the values.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind_dyn(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

impl<F: Fragment + Send + Sync> DynFragment for F {
    fn write_dyn(&self, sql: &mut SqlWriter) {
        self.write(sql);
    }

    fn bind_dyn(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.bind(arguments)
    }
}

/// Declares a part of a query once, for both renderings.
///
/// `fragment!(impl[L: Fragment] Both<L> { "(", (left: L), " and ", (right: L), ")" })`: a literal is text,
/// `(field: Type)` is a part in a field, `[tokens]` is a constant expression of type `&'static [Token]`.
macro_rules! fragment {
    (impl[$($generics:tt)*] $type:ty { $($piece:tt),* $(,)? }) => {
        impl<$($generics)*> $crate::sql::Fragment for $type {
            const TOKENS: &'static [$crate::sql::Token] =
                &[$($crate::sql::fragment!(@token $piece)),*];
            const STATIC: bool = true $(&& $crate::sql::fragment!(@static $piece))*;

            #[allow(unused_variables, reason = "a part may be empty")]
            fn write(&self, sql: &mut $crate::sql::SqlWriter) {
                $($crate::sql::fragment!(@write self, sql, $piece);)*
            }

            #[allow(unused_variables, reason = "a part without values binds nothing")]
            #[inline]
            fn bind(
                &self,
                arguments: &mut $crate::sql::Arguments,
            ) -> ::core::result::Result<(), ::sqlx::error::BoxDynError> {
                $($crate::sql::fragment!(@bind self, arguments, $piece);)*
                ::core::result::Result::Ok(())
            }
        }
    };
    (@token ($field:tt: $type:ty)) => {
        $crate::sql::Token::Sub(<$type as $crate::sql::Fragment>::TOKENS)
    };
    (@token [$tokens:expr]) => { $crate::sql::Token::Sub($tokens) };
    (@token $text:literal) => { $crate::sql::Token::Text($text) };
    (@static ($field:tt: $type:ty)) => { <$type as $crate::sql::Fragment>::STATIC };
    (@static $other:tt) => { true };
    (@write $self:ident, $sql:ident, ($field:tt: $type:ty)) => {
        $crate::sql::Fragment::write(&$self.$field, $sql)
    };
    (@write $self:ident, $sql:ident, [$tokens:expr]) => { $sql.tokens($tokens) };
    (@write $self:ident, $sql:ident, $text:literal) => { $sql.text($text) };
    (@bind $self:ident, $arguments:ident, ($field:tt: $type:ty)) => {
        $crate::sql::Fragment::bind(&$self.$field, $arguments)?
    };
    (@bind $self:ident, $arguments:ident, $other:tt) => {};
}
pub(crate) use fragment;
