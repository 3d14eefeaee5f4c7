//! Parses the macros of Diesel.

use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Item, ItemMod, ItemStruct, Lit, LitStr, Meta, Token, Type};

use crate::pull::PullError;

/// The contents of `schema.rs`.
#[derive(Default)]
pub(super) struct File {
    pub(super) tables: Vec<TableMacro>,
    pub(super) joins: Vec<Join>,
    /// The types in `sql_types`.
    pub(super) types: Vec<SqlTypeStruct>,
}

/// `table! { clinic.patients (id) { … } }`
pub(super) struct TableMacro {
    pub(super) schema: Option<String>,
    pub(super) ident: Ident,
    pub(super) sql_name: Option<String>,
    pub(super) has_docs: bool,
    pub(super) key: Vec<Ident>,
    pub(super) columns: Vec<ColumnLine>,
}

/// `#[max_length = 80] email -> Nullable<Varchar>,`
pub(super) struct ColumnLine {
    pub(super) ident: Ident,
    pub(super) sql_name: Option<String>,
    pub(super) max_length: Option<u32>,
    pub(super) has_docs: bool,
    pub(super) data_type: Type,
}

/// `joinable!(posts -> users (author_id));`
pub(super) struct Join {
    pub(super) child: Ident,
    pub(super) parent: Ident,
    pub(super) column: Ident,
}

/// `#[diesel(postgres_type(name = "order_status"))] pub struct OrderStatus;`
pub(super) struct SqlTypeStruct {
    pub(super) ident: Ident,
    pub(super) name: String,
    pub(super) schema: Option<String>,
}

/// Parses the whole file.
pub(super) fn parse(text: &str) -> Result<File, PullError> {
    let parsed = syn::parse_file(text);
    let source = parsed.map_err(|source| error(&source))?;
    let mut file = File::default();
    for item in source.items {
        add(item, &mut file).map_err(|source| error(&source))?;
    }
    if file.tables.is_empty() {
        return Err(PullError::new(
            1,
            "there is no `table!`; pass the text of Diesel's `schema.rs`",
        ));
    }
    Ok(file)
}

/// The line of a place in the source.
pub(super) fn line(span: Span) -> usize {
    span.start().line.max(1)
}

fn error(source: &syn::Error) -> PullError {
    PullError::new(line(source.span()), source.to_string())
}

fn add(item: Item, file: &mut File) -> syn::Result<()> {
    match item {
        Item::Macro(item) => {
            let path = &item.mac.path;
            let name = path
                .segments
                .last()
                .map(|segment| segment.ident.to_string());
            match name.as_deref() {
                Some("table") => file.tables.push(syn::parse2(item.mac.tokens)?),
                Some("joinable") => file.joins.push(syn::parse2(item.mac.tokens)?),
                _ => {}
            }
        }
        Item::Mod(ItemMod {
            content: Some((_, items)),
            ..
        }) => {
            for item in items {
                add(item, file)?;
            }
        }
        Item::Struct(item) => file.types.extend(sql_type(&item)?),
        _ => {}
    }
    Ok(())
}

fn sql_type(item: &ItemStruct) -> syn::Result<Option<SqlTypeStruct>> {
    for attribute in &item.attrs {
        let name = attribute.path().get_ident().map(ToString::to_string);
        let Some("diesel" | "postgres") = name.as_deref() else {
            continue;
        };
        let (mut type_name, mut schema) = (None, None);
        let is_old = name.as_deref() == Some("postgres");
        let mut read = |meta: &syn::meta::ParseNestedMeta<'_>| -> syn::Result<()> {
            let value: LitStr = meta.value()?.parse()?;
            if meta.path.is_ident("name") || meta.path.is_ident("type_name") {
                type_name = Some(value.value());
            } else if meta.path.is_ident("schema") || meta.path.is_ident("type_schema") {
                schema = Some(value.value());
            }
            Ok(())
        };
        attribute.parse_nested_meta(|meta| {
            if is_old {
                read(&meta)
            } else if meta.path.is_ident("postgres_type") {
                meta.parse_nested_meta(|meta| read(&meta))
            } else {
                skip(meta.input)
            }
        })?;
        if let Some(name) = type_name {
            let ident = item.ident.clone();
            return Ok(Some(SqlTypeStruct {
                ident,
                name,
                schema,
            }));
        }
    }
    Ok(None)
}

/// Skips the rest of a key, such as `mysql_type(name = "Enum")`.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

impl Parse for TableMacro {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        while input.peek(Token![use]) {
            input.parse::<syn::ItemUse>()?;
        }
        let attributes = input.call(Attribute::parse_outer)?;
        let mut ident: Ident = input.parse()?;
        let mut schema = None;
        if input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            schema = Some(unraw(&ident)).filter(|schema| schema != "public");
            ident = input.parse()?;
        }
        let key = if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            let list = Punctuated::<Ident, Token![,]>::parse_terminated(&content)?;
            list.into_iter().collect()
        } else {
            vec![Ident::new("id", ident.span())]
        };
        let content;
        syn::braced!(content in input);
        let columns = Punctuated::<ColumnLine, Token![,]>::parse_terminated(&content)?;
        Ok(Self {
            schema,
            ident,
            sql_name: text(&attributes, "sql_name"),
            has_docs: has_docs(&attributes),
            key,
            columns: columns.into_iter().collect(),
        })
    }
}

impl Parse for ColumnLine {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let ident = input.parse()?;
        input.parse::<Token![->]>()?;
        let max_length = value(&attributes, "max_length").and_then(|literal| match literal {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        });
        Ok(Self {
            ident,
            sql_name: text(&attributes, "sql_name"),
            max_length,
            has_docs: has_docs(&attributes),
            data_type: input.parse()?,
        })
    }
}

impl Parse for Join {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let child = input.parse()?;
        input.parse::<Token![->]>()?;
        let parent = input.parse()?;
        let content;
        syn::parenthesized!(content in input);
        let column = content.parse()?;
        content.parse::<TokenStream>()?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Self {
            child,
            parent,
            column,
        })
    }
}

/// A name without `r#`.
pub(super) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").unwrap_or(&text).to_owned()
}

fn value(attributes: &[Attribute], name: &str) -> Option<Lit> {
    attributes
        .iter()
        .find_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident(name) => match &pair.value {
                Expr::Lit(literal) => Some(literal.lit.clone()),
                _ => None,
            },
            _ => None,
        })
}

fn text(attributes: &[Attribute], name: &str) -> Option<String> {
    match value(attributes, name)? {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

/// True if there is documentation other than the one that Diesel generates.
fn has_docs(attributes: &[Attribute]) -> bool {
    let docs = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    let text = docs.filter_map(|attribute| text(std::slice::from_ref(attribute), "doc"));
    let text = text
        .map(|line| line.trim().to_owned())
        .collect::<Vec<_>>()
        .join(" ");
    !text.is_empty() && !text.starts_with("The `") && !text.starts_with("Representation of the `")
}
