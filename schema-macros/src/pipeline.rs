//! Parse, check, expand: each macro from tokens to tokens.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{DeriveInput, FieldsNamed, Item, ItemStruct};

use crate::check::shape;
use crate::derive::{
    Insertable, JsonPaths, JsonTable, Params, PgComposite, PgEnum, PgNewtype, Selectable,
};
use crate::lock::Check;
use crate::model::{Table, View, resolve};
use crate::recover::{fallback, salvage};
use crate::sql::RawSql;
use crate::util::errors::Errors;
use crate::util::symbol;
use crate::{check, expand, model};

/// `#[table]`.
pub(crate) fn table(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let (item, is_complete) = match syn::parse2::<Item>(tokens.clone()) {
        Ok(item) => (item, true),
        Err(error) => {
            let Some(item) = salvage(tokens.clone(), &mut errors) else {
                errors.discard();
                let error = error.into_compile_error();
                return quote!(#tokens #error);
            };
            (Item::Struct(item), false)
        }
    };
    let table = read_table(args.clone(), &item, &mut errors);
    let Err(error) = errors.finish() else {
        let expanded = table.map(|table| expand::table(&table));
        return emit(item, expanded.as_ref());
    };
    invalid_table(args, item, is_complete, error)
}

/// Parses and checks the table. Returns as much of it as could be parsed.
pub(crate) fn read_table<'a>(
    args: TokenStream,
    item: &'a Item,
    errors: &mut Errors,
) -> Option<Table<'a>> {
    let (item, fields) = read_shape(symbol::TABLE, item, errors)?;
    let table = resolve::table(args, item, fields, errors);
    check::check(&table, errors);
    Some(table)
}

/// `#[view]`.
pub(crate) fn view(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let item = match syn::parse2::<Item>(tokens.clone()) {
        Ok(item) => item,
        Err(error) => {
            errors.discard();
            let error = error.into_compile_error();
            return quote!(#tokens #error);
        }
    };
    let view = read_view(args.clone(), &item, &mut errors);
    let Err(error) = errors.finish() else {
        let expanded = view.map(|view| expand::view(&view));
        return emit(item, expanded.as_ref());
    };
    let simplified = fallback::simplify(&item);
    let mut reported = Errors::new();
    let view = read_view(args, simplified.as_ref().unwrap_or(&item), &mut reported);
    reported.discard();
    let error = fallback::report(error, &item, simplified.is_some());
    let expanded = view.map(|view| {
        let table = fallback::make_expandable(view.table);
        expand::view(&View { table, ..view })
    });
    let emitted = emit(simplified.unwrap_or(item), expanded.as_ref());
    quote!(#emitted #error)
}

/// Parses and checks the view. Returns as much of it as could be parsed.
pub(crate) fn read_view<'a>(
    args: TokenStream,
    item: &'a Item,
    errors: &mut Errors,
) -> Option<View<'a>> {
    let (item, fields) = read_shape(symbol::VIEW, item, errors)?;
    let before = errors.len();
    let view = model::view(args, item, fields, errors);
    if view.query.is_none() && errors.len() == before {
        let name = &item.ident;
        let message = format!(
            "view `{name}` has no query; write `#[view(query = Table.select().columns(Select{name} {{ … }}))]` or `sql = \"select …\"`"
        );
        errors.at(name, message);
    }
    check::check_view(&view, errors);
    Some(view)
}

/// Returns the struct and its fields. `attribute` is the name of the attribute.
fn read_shape<'a>(
    attribute: &str,
    item: &'a Item,
    errors: &mut Errors,
) -> Option<(&'a ItemStruct, &'a FieldsNamed)> {
    let item = shape::relation_struct(attribute, item, errors)?;
    shape::no_generics(&item.ident, &item.generics, errors);
    shape::misplaced_attributes(item, errors);
    let fields = shape::named_fields(attribute, item, errors)?;
    shape::is_plain(&item.generics).then_some((item, fields))
}

/// Expands a table with errors as far as possible, so that code that uses it gives no further errors.
fn invalid_table(
    args: TokenStream,
    item: Item,
    is_complete: bool,
    error: syn::Error,
) -> TokenStream {
    let simplified = fallback::simplify(&item);
    let mut reported = Errors::new();
    let table = read_table(args, simplified.as_ref().unwrap_or(&item), &mut reported);
    reported.discard();
    let needs_lost_type = !is_complete
        || simplified.is_some()
        || table.as_ref().is_some_and(fallback::needs_lost_type);
    let error = fallback::report(error, &item, needs_lost_type);
    let expanded = match table {
        Some(table) => Some(expand::table(&fallback::make_expandable(table))),
        None => fallback::intended_enum(&item).map(pg_enum),
    };
    let emitted = emit(simplified.unwrap_or(item), expanded.as_ref());
    quote!(#emitted #error)
}

/// The item without the attributes that `#[table]` reads, followed by its expansion.
fn emit(item: Item, expanded: Option<&TokenStream>) -> TokenStream {
    let allow_unread = matches!(item, Item::Struct(_)).then(|| {
        quote! {
            #[allow(dead_code, reason = "a field is a column, even if the program never reads it")]
        }
    });
    let item = fallback::strip_helpers(item);
    quote!(#allow_unread #item #expanded)
}

/// `#[index]` and its like above `#[table]` or `#[view]`: an error, and the item with the attribute below.
pub(crate) fn above_table(name: &str, args: &TokenStream, item: &TokenStream) -> TokenStream {
    let key = Ident::new(name, Span::call_site());
    let Ok(mut item) = syn::parse2::<ItemStruct>(item.clone()) else {
        let message = format!("`#[{name}]` is for a struct with `#[table]`; remove it");
        let error = syn::Error::new_spanned(args, message).into_compile_error();
        return quote!(#item #error);
    };
    let mut attributes = item.attrs.iter();
    let mut word = symbol::TABLE;
    let table = attributes.rposition(|attribute| {
        let last = attribute.path().segments.last();
        if last.is_some_and(|last| last.ident == symbol::VIEW) {
            word = symbol::VIEW;
        }
        last.is_some_and(|last| last.ident == word)
    });
    let message = match table {
        Some(_) => format!("`#[{name}]` is above `#[{word}]`; write it below"),
        None => format!("`#[{name}]` is for a struct with `#[table]`; add `#[table]` above it"),
    };
    if let Some(table) = table {
        let attribute = if args.is_empty() {
            syn::parse_quote!(#[#key])
        } else {
            syn::parse_quote!(#[#key(#args)])
        };
        item.attrs.insert(table + 1, attribute);
    }
    // Not at the attribute itself: the compiler would add that the error originates in a macro.
    let error = if args.is_empty() {
        syn::Error::new(item.ident.span(), message)
    } else {
        syn::Error::new_spanned(args, message)
    };
    let error = error.into_compile_error();
    quote!(#item #error)
}

/// `#[derive(PgComposite)]`.
pub(crate) fn pg_composite(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        PgComposite::parse(input, errors).map(|parsed| expand::composite(&parsed))
    })
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

/// `#[derive(Params)]`.
pub(crate) fn params(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        Params::parse(input, errors).map(|parsed| expand::params(&parsed))
    })
}

/// `#[derive(JsonPaths)]`.
pub(crate) fn json_paths(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        JsonPaths::parse(input, errors).map(|parsed| expand::json_paths(&parsed))
    })
}

/// `#[derive(JsonTable)]`.
pub(crate) fn json_table(item: TokenStream) -> TokenStream {
    derive(item, |input, errors| {
        JsonTable::parse(input, errors).map(|parsed| expand::json_table(&parsed))
    })
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

/// `check_migrations!`.
pub(crate) fn locked(tokens: TokenStream) -> TokenStream {
    match syn::parse2::<Check>(tokens).and_then(|check| check.expand()) {
        Ok(expanded) => expanded,
        Err(error) => error.into_compile_error(),
    }
}

/// Runs one derive. Returns its expansion, its errors, or both if the input can be expanded despite them.
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
