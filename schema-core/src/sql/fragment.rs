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

    /// Returns the truth value of an absent condition, which is the same for every row: `true` for `filter(None)`.
    /// Returns `None` for any other part.
    fn absent(&self) -> Option<bool> {
        None
    }
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

    /// See [`Fragment::absent`].
    fn absent_dyn(&self) -> Option<bool>;
}

impl<F: Fragment + Send + Sync> DynFragment for F {
    fn write_dyn(&self, sql: &mut SqlWriter) {
        self.write(sql);
    }

    fn bind_dyn(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.bind(arguments)
    }

    fn absent_dyn(&self) -> Option<bool> {
        self.absent()
    }
}

/// Declares a part of a query once, for both renderings.
///
/// `fragment!(impl[L: Fragment] Both<L> { "(", (left: L), " and ", (right: L), ")" })`: a literal is text,
/// `(field: Type)` is a part in a field, `[tokens]` is a constant expression of type `&'static [Token]`. A condition adds
/// `absent |this| …`, for [`Fragment::absent`].
macro_rules! fragment {
    (impl[$($generics:tt)*] $type:ty { $($piece:tt),* $(,)? } $(absent |$this:ident| $absent:expr)?) => {
        impl<$($generics)*> $crate::sql::Fragment for $type {
            const TOKENS: &'static [$crate::sql::Token] =
                &[$($crate::sql::piece!(token $piece)),*];
            const STATIC: bool = true $(&& $crate::sql::piece!(static $piece))*;

            #[allow(unused_variables, reason = "a part may be empty")]
            fn write(&self, sql: &mut $crate::sql::SqlWriter) {
                $($crate::sql::piece!(write self, sql, $piece);)*
            }

            #[allow(unused_variables, reason = "a part without values binds nothing")]
            #[inline]
            fn bind(
                &self,
                arguments: &mut $crate::sql::Arguments,
            ) -> ::core::result::Result<(), ::sqlx::error::BoxDynError> {
                $($crate::sql::piece!(bind self, arguments, $piece);)*
                ::core::result::Result::Ok(())
            }

            $(fn absent(&self) -> ::core::option::Option<bool> {
                let $this = self;
                $absent
            })?
        }
    };
}
pub(crate) use fragment;

/// Expands one piece of [`fragment!`].
macro_rules! piece {
    (token ($field:tt: $type:ty)) => {
        $crate::sql::Token::Sub(<$type as $crate::sql::Fragment>::TOKENS)
    };
    (token [$tokens:expr]) => {
        $crate::sql::Token::Sub($tokens)
    };
    (token $text:literal) => {
        $crate::sql::Token::Text($text)
    };
    (static ($field:tt: $type:ty)) => {
        <$type as $crate::sql::Fragment>::STATIC
    };
    (static $other:tt) => {
        true
    };
    (write $self:ident, $sql:ident, ($field:tt: $type:ty)) => {
        $crate::sql::Fragment::write(&$self.$field, $sql)
    };
    (write $self:ident, $sql:ident, [$tokens:expr]) => {
        $sql.tokens($tokens)
    };
    (write $self:ident, $sql:ident, $text:literal) => {
        $sql.text($text)
    };
    (bind $self:ident, $arguments:ident, ($field:tt: $type:ty)) => {
        $crate::sql::Fragment::bind(&$self.$field, $arguments)?
    };
    (bind $self:ident, $arguments:ident, $other:tt) => {};
}
pub(crate) use piece;
