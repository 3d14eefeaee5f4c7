//! Lists of fragments, separated by commas.

use sqlx::error::BoxDynError;

use super::{Arguments, Fragment, SqlWriter, Token};
use crate::tuples::for_each_tuple;

macro_rules! tuple {
    ($first:ident $first_index:tt $first_place:ident $first_other:ident
     $(, $name:ident $index:tt $place:ident $other:ident)*) => {
        impl<$first: Fragment, $($name: Fragment),*> Fragment for ($first, $($name,)*) {
            const TOKENS: &'static [Token] =
                &[Token::Sub($first::TOKENS), $(Token::Text(", "), Token::Sub($name::TOKENS)),*];
            const STATIC: bool = $first::STATIC $(&& $name::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                self.$first_index.write(sql);
                $(
                    sql.text(", ");
                    self.$index.write(sql);
                )*
            }

            #[inline]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                self.$first_index.bind(arguments)?;
                $(self.$index.bind(arguments)?;)*
                Ok(())
            }
        }
    };
}

for_each_tuple!(tuple);

/// An absent part, or an empty list.
impl Fragment for () {
    const TOKENS: &'static [Token] = &[];

    #[inline]
    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}
