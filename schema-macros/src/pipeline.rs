//! Parse, check, expand: what each macro does, from tokens to tokens.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Item};

use crate::derive::{Insertable, PgEnum, PgNewtype, Selectable};
use crate::errors::Errors;
use crate::raw_sql::RawSql;
use crate::salvage::salvage;
use crate::{ast, check, expand, fallback, resolve, shape};

/// `#[table]`.
pub(crate) fn table(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let parsed = syn::parse2::<Item>(tokens.clone());
    let whole = parsed.is_ok();
    let item = match parsed {
        Ok(item) => item,
        Err(error) => {
            let Some(item) = salvage(tokens.clone(), &mut errors) else {
                drop(errors.finish());
                let error = error.into_compile_error();
                return quote!(#tokens #error);
            };
            Item::Struct(item)
        }
    };
    let mut table = read_table(args.clone(), &item, &mut errors);
    let error = errors.finish().err();
    // With errors too: the rest of the crate uses the table, and shall give no error of its own.
    let plain = error.as_ref().and_then(|_| fallback::plain(&item));
    if let Some(plain) = &plain {
        let mut reported = Errors::new();
        table = read_table(args, plain, &mut reported);
        drop(reported.finish());
    }
    let lost = !whole || plain.is_some() || table.as_ref().is_some_and(fallback::lost_something);
    let error = error.map(|error| fallback::report(error, &item, lost));
    let expanded = match table {
        Some(table) => Some(expand::table(&fallback::mend(table))),
        None => fallback::meant_enum(&item).map(pg_enum),
    };
    let used = matches!(item, Item::Struct(_)).then(|| {
        quote! {
            #[allow(dead_code, reason = "a column is used by being in the table, even if no program reads the field")]
        }
    });
    let stripped = fallback::strip(plain.unwrap_or(item));
    quote!(#used #stripped #expanded #error)
}

/// Parse and check: the table as far as it can be read. It may be expanded if there are no errors.
pub(crate) fn read_table<'a>(
    args: TokenStream,
    item: &'a Item,
    errors: &mut Errors,
) -> Option<ast::Table<'a>> {
    let item = shape::table_struct(item, errors)?;
    shape::no_generics(&item.ident, &item.generics, errors);
    shape::misplaced_attributes(item, errors);
    let fields = shape::named_fields(item, errors)?;
    if !shape::is_plain(&item.generics) {
        return None;
    }
    let table = resolve::table(args, item, fields, errors);
    check::check(&table, errors);
    Some(table)
}

/// `#[derive(PgEnum)]`.
pub(crate) fn pg_enum(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        PgEnum::parse(input, errors).map(|parsed| expand::pg_enum(&parsed))
    })
}

/// `#[derive(PgNewtype)]`.
pub(crate) fn pg_newtype(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        PgNewtype::parse(input, errors).map(|parsed| expand::newtype(&parsed))
    })
}

/// `#[derive(Insertable)]`.
pub(crate) fn insertable(item: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::new();
    let parsed = Insertable::parse(&input, &mut errors);
    match (parsed, errors.finish()) {
        (Some(parsed), Ok(())) => expand::insertable(&parsed),
        (_, result) => {
            let error = result.err().map(syn::Error::into_compile_error);
            let fallback = fallback::insertable(&input, &Insertable::krate(&input));
            quote!(#fallback #error)
        }
    }
}

/// `#[derive(Selectable)]`.
pub(crate) fn selectable(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        Selectable::parse(input, errors).map(|parsed| expand::selectable(&parsed))
    })
}

/// `sql!`.
pub(crate) fn sql(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<RawSql>(tokens) {
        Ok(parsed) => expand::sql(&parsed),
        Err(error) => error.into_compile_error(),
    }
}

/// Runs one derive: what it expands to, or its problems.
fn derive(
    item: TokenStream,
    expand: impl FnOnce(&DeriveInput, &mut Errors) -> Option<TokenStream>,
) -> TokenStream {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::new();
    let expanded = expand(&input, &mut errors);
    match errors.finish() {
        Ok(()) => expanded.unwrap_or_default(),
        Err(error) => {
            let expanded = expanded.filter(|_| fallback::can_expand(&input));
            let error = error.into_compile_error();
            quote!(#expanded #error)
        }
    }
}
