//! `sql!`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::raw_sql::RawSql;

/// The text's pieces as a type, and the values between them.
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
