//! Builds a [`View`] from the attributes of a struct.

use proc_macro2::TokenStream;
use syn::{FieldsNamed, ItemStruct};

use super::resolve::relation;
use super::{Index, View, ViewQuery};
use crate::attr::{Keyed, Slot, TableAttr, ViewAttr};
use crate::util::errors::Errors;
use crate::util::symbol;

/// Parses every attribute of a view's struct.
pub(crate) fn view<'a>(
    args: TokenStream,
    original: &'a ItemStruct,
    fields: &'a FieldsNamed,
    errors: &mut Errors,
) -> View<'a> {
    let attribute = ViewAttr::parse(args, errors);
    let of_table = TableAttr {
        name: attribute.name,
        schema: attribute.schema,
        krate: attribute.krate,
        ..TableAttr::default()
    };
    let mut table = relation(of_table, original, fields, errors);
    table.word = symbol::VIEW;
    // Nothing is inserted.
    for column in &mut table.columns {
        column.may_have_default = true;
    }
    let uniques = std::mem::take(&mut table.uniques);
    table
        .indexes
        .extend(uniques.into_iter().map(Index::of_unique));
    if let (Some(_), Some(key)) = (attribute.query.key(), attribute.sql.key()) {
        let name = &original.ident;
        let message = format!("view `{name}` has both `query` and `sql`; remove one");
        errors.at(key, message);
    }
    let typed = attribute.query.value().map(ViewQuery::Typed);
    let query = typed.or_else(|| attribute.sql.value().map(ViewQuery::Sql));
    let flag = |slot: Slot<()>| slot.keyed().map(|keyed| keyed.key);
    let enabled = |slot| flag(slot).map(|key| Keyed { key, value: "true" });
    let check_option = attribute.check_option.keyed().map(|keyed| Keyed {
        key: keyed.key,
        value: keyed.value.word(),
    });
    let security = [attribute.security_invoker, attribute.security_barrier];
    let options = security.into_iter().filter_map(enabled).chain(check_option);
    View {
        table,
        query,
        materialized: flag(attribute.materialized),
        no_data: flag(attribute.no_data),
        with_key: attribute.with.key().cloned(),
        with: attribute.with.value().unwrap_or_default(),
        options: options.collect(),
    }
}
