//! `#[derive(PgEnum)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::derive::PgEnum;
use crate::expand::option;

/// Implements `SqlType` for the enum.
pub(crate) fn pg_enum(parsed: &PgEnum<'_>) -> TokenStream {
    let (ident, krate) = (&parsed.original.ident, &parsed.krate);
    let name = &parsed.sql_name.value;
    let schema = parsed.sql_schema.as_ref().map(|schema| &schema.value);
    let quoted = match schema {
        Some(schema) => format!("\"{schema}\".\"{name}\""),
        None => format!("\"{name}\""),
    };
    let check = schema
        .is_none()
        .then(|| quote_spanned!(parsed.sql_name.span=> const _: () = __p::check_enum_name(#name);));
    let schema = option(schema);
    let variants = parsed.variants.iter().map(|(variant, _)| &variant.ident);
    // A variant with fields is an error, but its enum is expanded all the same.
    let units = parsed
        .variants
        .iter()
        .filter(|(variant, _)| variant.fields.is_empty());
    let (decoded, bytes): (Vec<_>, Vec<_>) = units
        .map(|(variant, label)| {
            let bytes = proc_macro2::Literal::byte_string(label.value.as_bytes());
            (&variant.ident, bytes)
        })
        .unzip();
    let labels: Vec<_> = parsed
        .variants
        .iter()
        .map(|(_, label)| &label.value)
        .collect();
    quote! {
        const _: () = {
            use #krate::__private as __p;

            fn __label(__value: &#ident) -> &'static str {
                match *__value {
                    #(#ident::#variants { .. } => #labels,)*
                }
            }

            #[automatically_derived]
            impl __p::SqlType for #ident {
                const DATA_TYPE: __p::DataType = __p::DataType::enumeration(
                    #quoted,
                    &__p::EnumDef { schema: #schema, name: #name, labels: &[#(#labels),*] },
                );
                fn encode(
                    &self,
                    __buffer: &mut __p::PgArgumentBuffer,
                ) -> ::core::result::Result<(), __p::BoxDynError> {
                    __p::encode_label(__label(self), __buffer)
                }
                fn decode(__bytes: &[u8]) -> ::core::result::Result<Self, __p::BoxDynError> {
                    match __bytes {
                        #(#bytes => ::core::result::Result::Ok(Self::#decoded),)*
                        __other => ::core::result::Result::Err(__p::unknown_label(#name, __other)),
                    }
                }
                fn literal(&self, __sql: &mut ::std::string::String) {
                    __p::literal_label(__label(self), #quoted, __sql);
                }
            }

            #[automatically_derived]
            impl __p::ArrayElement for #ident {}
            #[automatically_derived]
            impl __p::Ordered for #ident {}
            #[automatically_derived]
            impl __p::CastTo<::std::string::String> for #ident {
                type Null = __p::NeverNull;
                type Type = ::std::string::String;
            }
            #check
        };
    }
}
