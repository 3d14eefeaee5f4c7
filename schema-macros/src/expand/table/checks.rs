//! The checks of definitions that depend on the types of columns. Each is a constant that the compiler evaluates.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

use super::Expand;
use super::columns::is_common;
use crate::attr::{Method, Target};
use crate::model::{Action, ActionKind, Column, ForeignKey, Index, IndexPart};
use crate::util::names::unraw;

impl Expand<'_> {
    /// `const _: () = __p::check_…::<…>(…);` for each property that a type can contradict.
    pub(super) fn checks(&self) -> TokenStream {
        let table = self.table;
        let columns = table.columns.iter().flat_map(|column| {
            let identity = column.identity.as_ref().filter(|_| !is_number(column.ty));
            let sql_type = column.sql_type.as_ref();
            let identity = identity.map(|identity| {
                self.check(column, identity.key.span(), "check_identity", &quote!())
            });
            let sql_type =
                sql_type.map(|sql| self.check(column, sql.span(), "check_sql_type", &quote!(#sql)));
            identity.into_iter().chain(sql_type)
        });
        let keys = table.primary_key().into_iter();
        let keys = keys.flat_map(|key| table.columns_of(&key.columns));
        let keys = keys
            .filter(|column| !is_common(column.ty))
            .map(|column| self.check(column, column.ty.span(), "check_primary_key", &quote!()));
        let actions = table.foreign_keys.iter().flat_map(|key| self.actions(key));
        let indexes = table.indexes.iter().flat_map(|index| {
            let parts = index.parts.iter();
            parts.filter_map(|part| self.index_part(index, part))
        });
        columns.chain(keys).chain(actions).chain(indexes).collect()
    }

    /// Checks that columns which an action sets to NULL can be NULL.
    fn actions(&self, key: &ForeignKey) -> Vec<TokenStream> {
        let is_in_key = |column: &Column<'_>| {
            let keys = self.table.primary_key().into_iter();
            keys.flat_map(|key| self.table.columns_of(&key.columns))
                .any(|key| key.ident == column.ident)
        };
        let clears = |action: &Action, column: &Column<'_>| match action.kind {
            // The macro itself reports a column of the primary key.
            ActionKind::SetNull => !is_in_key(column),
            ActionKind::SetDefault => column.default.is_none() && column.identity.is_none(),
            ActionKind::Cascade | ActionKind::Restrict | ActionKind::NoAction => false,
        };
        let mut checks = Vec::new();
        for action in [&key.on_delete, &key.on_update].into_iter().flatten() {
            let word = action.word.to_string();
            let columns = self.table.columns_of(&key.columns);
            let cleared = columns
                .filter(|column| !column.written_optional && clears(action, column))
                .map(|column| {
                    self.check(column, action.word.span(), "check_set_null", &quote!(#word))
                });
            // One error for each action.
            checks.extend(cleared.take(1));
        }
        checks
    }

    /// Checks that an index method supports a column.
    fn index_part(&self, index: &Index, part: &IndexPart) -> Option<TokenStream> {
        let Target::Column(target) = &part.target else {
            return None;
        };
        let column = self.table.columns.get(target.index)?;
        let class = part.modifiers.class.as_ref();
        let is_default = index.method == Method::Btree && class.is_none();
        if is_default && column.sql_type.is_none() && !may_lack_order(column.ty) {
            return None;
        }
        let span = class.map_or_else(|| target.ident.span(), Ident::span);
        let (method, class) = (index.method.name(), class.map(unraw).unwrap_or_default());
        let sql_type = column
            .sql_type
            .as_ref()
            .map(syn::LitStr::value)
            .unwrap_or_default();
        Some(self.check(
            column,
            span,
            "check_index",
            &quote!(#method, #class, #sql_type),
        ))
    }

    /// A check of a column whose error is reported at `span`.
    fn check(
        &self,
        column: &Column<'_>,
        span: Span,
        check: &str,
        arguments: &TokenStream,
    ) -> TokenStream {
        let function = Ident::new(check, span);
        let module = Ident::new(&self.module.to_string(), span);
        let mut name = column.ident.clone();
        name.set_span(span);
        quote_spanned!(span=> const _: () = __p::#function::<#module::#name>(#arguments);)
    }
}

/// True for the names of the library's types without an order. The others need no check for an index without a method.
fn may_lack_order(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let Some(segment) = path.path.segments.last() else {
        return false;
    };
    if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
        return matches!(arguments.args.first(), Some(GenericArgument::Type(ty)) if may_lack_order(ty));
    }
    segment.ident == "Point" || segment.ident == "Circle"
}

/// True for the usual types of an identity column, which need no check.
fn is_number(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let numbers = ["i16", "i32", "i64"];
    numbers.iter().any(|number| path.path.is_ident(number))
}
