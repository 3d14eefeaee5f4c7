//! The `Table` impl and the fields of its `TableDef`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Lit, LitStr};

use super::Expand;
use crate::attr::{DefaultValue, Deferrable, Identity, Nulls, StorageParameter, Target, Validity};
use crate::expand::{columns_of, name_id, name_id_in, option};
use crate::model::{ActionKind, Check, Column, ColumnRef, ForeignKey, Index, IndexPart, Unique};
use crate::util::names::{Name, unraw};

impl<'a> Expand<'a> {
    pub(super) fn table_impl(&self) -> TokenStream {
        let row = self.row;
        let relation = self.relation_items();
        quote! {
            impl __p::Relation for #row {
                #relation
            }
            impl __p::Table for #row {}
            impl __p::Written for #row {}
        }
    }

    /// The items of the `Relation` impl.
    pub(super) fn relation_items(&self) -> TokenStream {
        let columns = &self.columns;
        let table_name = &self.table.sql_name.value;
        let schema = option(self.table.sql_schema.as_ref().map(|schema| &schema.value));
        let names = self
            .table
            .columns
            .iter()
            .map(|column| &column.sql_name.value);
        let id = match &self.table.sql_schema {
            Some(schema) => name_id_in(&schema.value, table_name),
            None => name_id(table_name),
        };
        quote! {
            type Columns<__S: __p::Source> = #columns<__S>;
            type Id = #id;
            type Needs = ();
            const NAME: __p::TableName = __p::TableName { schema: #schema, name: #table_name };
            const COLUMNS: &'static [&'static str] = &[#(#names),*];
        }
    }

    /// The fields of `TableDef` without the name and the columns, which `__p::table!` adds.
    pub(super) fn def(&self) -> TokenStream {
        let table = self.table;
        let renamed_from = option(table.renamed_from.as_ref());
        let comment = option(table.comment.as_ref());
        let primary_key = option(table.primary_key().map(|key| {
            let (name, columns) = (name(key.name.as_ref()), self.names(&key.columns));
            let (include, time) = (self.names(&key.include), deferrable(key.deferrable));
            quote!(__p::PrimaryKeyDef { name: #name, columns: #columns, include: #include, deferrable: #time })
        }));
        let uniques = table.uniques.iter().map(|unique| self.unique(unique));
        let checks = table.checks.iter().map(check);
        let foreign_keys = table.foreign_keys.iter().map(|key| self.foreign_key(key));
        let indexes = table.indexes.iter().map(|index| self.index(index));
        let access = self.access();
        let storage = self.storage();
        quote! {
            renamed_from: #renamed_from,
            comment: #comment,
            primary_key: #primary_key,
            uniques: &[#(#uniques),*],
            checks: &[#(#checks),*],
            foreign_keys: &[#(#foreign_keys),*],
            indexes: &[#(#indexes),*],
            access: #access,
            storage: #storage,
        }
    }

    /// The calls that complete a column definition: `.identity(…)`. `Definition` already has its name and type.
    pub(super) fn definition_setters(&self, column: &'a Column<'_>) -> Option<TokenStream> {
        let mut setters = None;
        let mut set = |key: &str, value: Option<TokenStream>| {
            if let Some(value) = value {
                let key = Ident::new(key, Span::call_site());
                setters
                    .get_or_insert_with(TokenStream::new)
                    .extend(quote!(.#key(#value)));
            }
        };
        let field = unraw(column.ident);
        let is_renamed = field != column.sql_name.value;
        set("field", is_renamed.then(|| quote!(#field)));
        set("sql_type", column.sql_type.as_ref().map(text));
        set(
            "default",
            column
                .default
                .as_ref()
                .map(|default| self.default(column, &default.value)),
        );
        set(
            "identity",
            column
                .identity
                .as_ref()
                .map(|identity| match identity.value {
                    Identity::Always => quote!(__p::Identity::Always),
                    Identity::ByDefault => quote!(__p::Identity::ByDefault),
                }),
        );
        set(
            "generated",
            column.generated.as_ref().map(|generated| {
                let (sql, stored) = (text(&generated.value.sql), generated.value.stored);
                quote!(__p::GeneratedDef { expression: #sql, stored: #stored })
            }),
        );
        set("collate", column.collate.as_ref().map(text));
        set("renamed_from", column.renamed_from.as_ref().map(text));
        set(
            "comment",
            column.comment.as_ref().map(|comment| quote!(#comment)),
        );
        setters
    }

    /// The default of a column. `default_sql` checks a Rust value against the column's type and writes it as SQL.
    fn default(&self, column: &'a Column<'_>, default: &DefaultValue) -> TokenStream {
        let krate = &self.table.krate;
        match default {
            DefaultValue::Sql(sql) => {
                let sql = text(sql);
                quote!(__p::DefaultDef::Sql(#sql))
            }
            DefaultValue::Value(value) | DefaultValue::Constant(value) => {
                let is_constant = matches!(default, DefaultValue::Constant(_));
                let written = if is_constant {
                    quote_spanned!(value.span()=> const { #value })
                } else {
                    value.to_token_stream()
                };
                let marker = self.marker(column.ident);
                let call = quote_spanned!(value.span()=> __p::default_sql::<#marker, _>(#written));
                quote! {
                    __p::DefaultDef::Value(|| {
                        #[allow(unused_imports, reason = "only defaults that call a function use it")]
                        use #krate::__private::default_functions::*;
                        #call
                    })
                }
            }
        }
    }

    fn unique(&self, unique: &Unique) -> TokenStream {
        let (name, columns) = (name(unique.name.as_ref()), self.names(&unique.columns));
        let nulls_not_distinct = unique.nulls_not_distinct;
        let (include, time) = (self.names(&unique.include), deferrable(unique.deferrable));
        quote! {
            __p::UniqueDef {
                name: #name,
                columns: #columns,
                nulls_not_distinct: #nulls_not_distinct,
                include: #include,
                deferrable: #time,
            }
        }
    }

    fn foreign_key(&self, key: &ForeignKey) -> TokenStream {
        let (name, columns) = (name(key.name.as_ref()), self.names(&key.columns));
        let (table, references) = (columns_of(&key.table), &key.references);
        let first = references.first();
        let on_delete = action(key.on_delete.as_ref().map(|action| action.kind));
        let on_update = action(key.on_update.as_ref().map(|action| action.kind));
        let deferrable = deferrable(key.deferrable);
        let Validity {
            not_valid,
            not_enforced,
        } = key.validity;
        quote! {
            __p::ForeignKeyDef {
                name: #name,
                columns: #columns,
                table: __p::table_of(&#table.#first),
                references: &[#(__p::name_of(&#table.#references)),*],
                on_delete: #on_delete,
                on_update: #on_update,
                deferrable: #deferrable,
                not_valid: #not_valid,
                not_enforced: #not_enforced,
            }
        }
    }

    fn index(&self, index: &Index) -> TokenStream {
        let (name, include) = (name(index.name.as_ref()), self.names(&index.include));
        let method = index.method.name();
        let elements = index.parts.iter().map(|part| self.index_element(part));
        let unique = index.unique.is_some();
        let nulls_not_distinct = index.nulls_not_distinct.is_some();
        let with = index.with.iter().map(storage_parameter);
        let filter = option(index.filter.as_ref().map(text));
        quote! {
            __p::IndexDef {
                name: #name,
                method: #method,
                elements: &[#(#elements),*],
                include: #include,
                unique: #unique,
                nulls_not_distinct: #nulls_not_distinct,
                with: &[#(#with),*],
                filter: #filter,
            }
        }
    }

    /// `index_column("name")`, with a struct update for the modifiers that are present.
    fn index_element(&self, part: &IndexPart) -> TokenStream {
        let plain = match &part.target {
            Target::Column(column) => {
                let columns = self.table.columns_of(std::slice::from_ref(column));
                let name = columns.map(|column| &column.sql_name.value);
                quote!(__p::index_column(#(#name)*))
            }
            Target::Sql(sql) => {
                let sql = text(sql);
                quote!(__p::index_expression(#sql))
            }
        };
        let modifiers = &part.modifiers;
        let mut fields: Vec<TokenStream> = Vec::new();
        if let Some(collate) = &modifiers.collate {
            let collate = text(&collate.value);
            fields.push(quote!(collate: ::core::option::Option::Some(#collate)));
        }
        if let Some(class) = modifiers.class.as_ref().map(unraw) {
            fields.push(quote!(operator_class: ::core::option::Option::Some(#class)));
        }
        if part.is_descending() {
            fields.push(quote!(descending: true));
        }
        if let Some(nulls) = &modifiers.nulls {
            let first = nulls.value == Nulls::First;
            fields.push(quote!(nulls_first: ::core::option::Option::Some(#first)));
        }
        if fields.is_empty() {
            return plain;
        }
        quote!(__p::IndexElement { #(#fields,)* ..#plain })
    }

    /// `&["id", "patient_id"]`
    pub(super) fn names(&self, list: &[ColumnRef]) -> TokenStream {
        let names = self
            .table
            .columns_of(list)
            .map(|column| &column.sql_name.value);
        quote!(&[#(#names),*])
    }
}

fn check(check: &Check) -> TokenStream {
    let (name, condition) = (name(check.name.as_ref()), text(&check.condition));
    let Validity {
        not_valid,
        not_enforced,
    } = check.validity;
    quote! {
        __p::CheckDef {
            name: #name,
            expression: #condition,
            not_valid: #not_valid,
            not_enforced: #not_enforced,
        }
    }
}

pub(super) fn deferrable(time: Deferrable) -> TokenStream {
    let variant = match time {
        Deferrable::No => quote!(No),
        Deferrable::InitiallyImmediate => quote!(InitiallyImmediate),
        Deferrable::InitiallyDeferred => quote!(InitiallyDeferred),
    };
    quote!(__p::Deferrable::#variant)
}

fn action(kind: Option<ActionKind>) -> TokenStream {
    let variant = match kind {
        None | Some(ActionKind::NoAction) => quote!(NoAction),
        Some(ActionKind::Cascade) => quote!(Cascade),
        Some(ActionKind::Restrict) => quote!(Restrict),
        Some(ActionKind::SetNull) => quote!(SetNull),
        Some(ActionKind::SetDefault) => quote!(SetDefault),
    };
    quote!(__p::Action::#variant)
}

/// `("m", "16")`
pub(super) fn storage_parameter(parameter: &StorageParameter) -> TokenStream {
    let key = unraw(&parameter.key);
    let value = match &parameter.value {
        Lit::Int(number) => number.base10_digits().to_owned(),
        Lit::Float(number) => number.base10_digits().to_owned(),
        Lit::Bool(boolean) => boolean.value.to_string(),
        Lit::Str(text) => text.value(),
        // The parser rejects other literals.
        _ => String::new(),
    };
    quote!((#key, #value))
}

pub(super) fn name(name: Option<&Name>) -> TokenStream {
    option(name.map(|name| &name.value))
}

pub(super) fn text(literal: &LitStr) -> TokenStream {
    let text = literal.value();
    quote!(#text)
}
