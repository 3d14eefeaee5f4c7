//! `sql!`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::sql::RawSql;

/// A local type that holds the pieces of the text, and a call with the values.
pub(crate) fn sql(parsed: &RawSql) -> TokenStream {
    let RawSql {
        krate,
        ty,
        pieces,
        arguments,
    } = parsed;
    quote! {
        {
            struct __Sql;
            impl #krate::__private::RawSql for __Sql {
                const PIECES: &'static [&'static str] = &[#(#pieces),*];
            }
            #krate::__private::raw::<#ty, __Sql, _>((#(#krate::__private::argument(#arguments),)*))
        }
    }
}
