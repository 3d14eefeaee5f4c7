//! Builds a [`Table`] from the attributes of a struct: resolves column names, and turns keys on a field into
//! constraints of the table.

use proc_macro2::{Ident, TokenStream};
use syn::{FieldsNamed, ItemStruct, LitStr};

use super::{
    Check, Column, ColumnRef, ForeignKey, Index, IndexPart, Origin, PrimaryKey, Storage, Table,
    Unique, is_written_optional,
};
use crate::attr::{
    self, CheckAttr, ColumnAttr, DefaultValue, Deferrable, ExcludeAttr, ForeignKeyAttr, GrantAttr,
    IndexAttr, Keyed, Method, PartitionAttr, PartitionByAttr, PolicyAttr, PrimaryKeyAttr, Slot,
    TableAttr, Target, TriggerAttr, UniqueAttr, Validity,
};
use crate::util::errors::Errors;
use crate::util::names::{Name, snake_case, unraw};
use crate::util::{suggest, symbol, synonyms};

/// Parses every attribute of the struct.
pub(crate) fn table<'a>(
    args: TokenStream,
    original: &'a ItemStruct,
    fields: &'a FieldsNamed,
    errors: &mut Errors,
) -> Table<'a> {
    let attribute = TableAttr::parse(args, errors);
    relation(attribute, original, fields, errors)
}

/// Builds a table or the table-like part of a view.
pub(super) fn relation<'a>(
    attribute: TableAttr,
    original: &'a ItemStruct,
    fields: &'a FieldsNamed,
    errors: &mut Errors,
) -> Table<'a> {
    let TableAttr {
        name,
        schema,
        renamed_from,
        insert,
        row_level_security,
        with,
        unlogged,
        krate,
    } = attribute;
    let default_name = || Name {
        value: snake_case(&unraw(&original.ident)),
        span: original.ident.span(),
    };
    let insert = insert.value().unwrap_or_default();
    let mut table = Table {
        word: "table",
        original,
        krate: krate
            .value()
            .unwrap_or_else(|| syn::parse_quote!(::schema_core)),
        sql_name: name.value().map_or_else(default_name, Name::from),
        sql_schema: schema.value().map(Name::from),
        insert_name: insert.name.value(),
        insert_derives: insert.derives,
        columns: Vec::new(),
        primary_keys: Vec::new(),
        uniques: Vec::new(),
        indexes: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        row_security: row_level_security.value(),
        policies: Vec::new(),
        grants: Vec::new(),
        triggers: Vec::new(),
        storage: Storage::default(),
        renamed_from: renamed_from.value(),
        comment: attr::doc_comment(&original.attrs),
    };
    table.storage.set(with, &unlogged);
    let may_be_read = synonyms::has_unknown_derive(&original.attrs);
    for (index, field) in fields.named.iter().enumerate() {
        if let Some(ident) = &field.ident {
            let mut attribute = ColumnAttr::parse(field, errors);
            let is_foreign =
                |attribute: &syn::Attribute| synonyms::of_attribute(attribute, true).is_some();
            attribute.may_have_default |= !may_be_read && field.attrs.iter().any(is_foreign);
            table.add_column(
                ColumnRef {
                    index,
                    ident: ident.clone(),
                },
                field,
                ident,
                attribute,
            );
        }
    }
    table.add_attributes(errors);
    table
}

impl<'a> Table<'a> {
    /// Adds a column and the constraints declared on its field.
    fn add_column(
        &mut self,
        column: ColumnRef,
        field: &'a syn::Field,
        ident: &'a Ident,
        attribute: ColumnAttr,
    ) {
        // Both at once are an error, which was reported.
        let is_by_server = attribute.generated.is_set() || attribute.identity.is_set();
        let updated_at = attribute.updated_at.key().filter(|_| !is_by_server);
        let updated_at = updated_at.cloned();
        let now = updated_at.as_ref().map(now);
        self.columns.push(Column {
            original: field,
            ident,
            ty: &field.ty,
            sql_name: attribute
                .name
                .value()
                .map_or_else(|| Name::of(ident), Name::from),
            sql_type: attribute.sql_type.value(),
            identity: attribute.identity.keyed(),
            default: attribute.default.keyed().or(now),
            generated: attribute.generated.keyed(),
            collate: attribute.collate.value(),
            updated_at,
            renamed_from: attribute.renamed_from.value(),
            written_optional: is_written_optional(&field.ty),
            may_have_default: attribute.may_have_default,
            lost_reference: attribute.lost_reference,
            comment: attr::doc_comment(&field.attrs),
        });
        // The keys belong to the foreign key, if there is one.
        let is_reference = attribute.references.is_set() || attribute.lost_reference;
        let (of_key, of_check) = if is_reference {
            (Deferrable::No, Validity::default())
        } else {
            let options = &attribute.options;
            (options.time.time(), options.validity.validity())
        };
        if let Some(primary_key) = attribute.primary_key.keyed() {
            self.primary_keys.push(PrimaryKey {
                origin: Origin::field(primary_key.key),
                columns: vec![column.clone()],
                include: Vec::new(),
                deferrable: of_key,
                name: None,
            });
        }
        if let Some(unique) = attribute.unique.keyed() {
            self.uniques.push(Unique {
                origin: Origin::field(unique.key),
                columns: vec![column.clone()],
                name: None,
                nulls_not_distinct: false,
                include: Vec::new(),
                deferrable: of_key,
            });
        }
        if let Some(condition) = attribute.check.value() {
            self.checks.push(Check {
                condition,
                validity: of_check,
                name: None,
            });
        }
        if attribute.index.is_set() {
            self.indexes.push(Index::of_column(column.clone()));
        }
        if let Some(reference) = attribute.references.keyed() {
            let origin = Origin::field(reference.key);
            self.foreign_keys.push(ForeignKey::new(
                origin,
                vec![column],
                reference.value,
                attribute.options,
            ));
        }
    }

    /// Adds the constraints and indexes declared on the struct.
    fn add_attributes(&mut self, errors: &mut Errors) {
        for attribute in &self.original.attrs {
            match symbol::helper(attribute) {
                Some(symbol::PRIMARY_KEY) => {
                    let attribute = PrimaryKeyAttr::parse(attribute, errors);
                    self.add_primary_key(attribute, errors);
                }
                Some(symbol::UNIQUE) => {
                    let attribute = UniqueAttr::parse(attribute, errors);
                    self.add_unique(attribute, errors);
                }
                Some(symbol::INDEX) => {
                    let attribute = IndexAttr::parse(attribute, errors);
                    self.add_index(attribute, errors);
                }
                Some(symbol::CHECK) => self.add_check(CheckAttr::parse(attribute, errors)),
                Some(symbol::FOREIGN_KEY) => {
                    let attribute = ForeignKeyAttr::parse(attribute, errors);
                    self.add_foreign_key(attribute, errors);
                }
                Some(symbol::POLICY) => self.add_policy(PolicyAttr::parse(attribute, errors)),
                Some(symbol::GRANT) => {
                    let attribute = GrantAttr::parse(attribute, errors);
                    self.add_grant(attribute, errors);
                }
                Some(symbol::TRIGGER) => {
                    let attribute = TriggerAttr::parse(attribute, errors);
                    self.add_trigger(attribute, errors);
                }
                Some(symbol::EXCLUDE) => {
                    let attribute = ExcludeAttr::parse(attribute, errors);
                    self.add_exclusion(attribute, errors);
                }
                Some(symbol::PARTITION_BY) => {
                    let attribute = PartitionByAttr::parse(attribute, errors);
                    self.add_partition_by(attribute, errors);
                }
                Some(symbol::PARTITION) => {
                    let attribute = PartitionAttr::parse(attribute, errors);
                    self.add_partition(attribute, errors);
                }
                _ => {}
            }
        }
    }

    fn add_index(&mut self, attribute: IndexAttr, errors: &mut Errors) {
        if attribute.parts.is_empty() {
            return;
        }
        let flags = ["unique", "nulls_not_distinct"];
        let mut parts = Vec::new();
        let mut complete = true;
        for part in attribute.parts {
            let target = match part.target {
                Target::Sql(sql) => Some(Target::Sql(sql)),
                Target::Column(word) => self.resolve(&word, &flags, errors).map(Target::Column),
            };
            complete &= target.is_some();
            parts.extend(target.map(|target| IndexPart {
                target,
                modifiers: part.modifiers,
            }));
        }
        let include_key = attribute.include.key().cloned();
        let include = attribute.include.value().unwrap_or_default();
        let include = self.resolve_all(&include, &[], errors);
        let (true, Some(include)) = (complete, include) else {
            return;
        };
        let method = attribute
            .method
            .map_or(Method::Btree, |method| method.value);
        self.indexes.push(Index {
            method,
            parts,
            include,
            include_key,
            filter: attribute.filter.value(),
            with: attribute.with.value().unwrap_or_default(),
            unique: attribute.unique.key().cloned(),
            nulls_not_distinct: attribute.nulls_not_distinct.key().cloned(),
            name: name_in(attribute.name),
        });
    }

    /// Resolves a list that must not be empty. The parser reports an empty list.
    pub(super) fn resolve_non_empty(
        &self,
        words: &[Ident],
        flags: &[&str],
        errors: &mut Errors,
    ) -> Option<Vec<ColumnRef>> {
        self.resolve_all(words, flags, errors)
            .filter(|columns| !columns.is_empty())
    }

    /// Resolves all columns of a list. Returns `None` if one is unknown, so that checks of the list report nothing
    /// else.
    pub(super) fn resolve_all(
        &self,
        words: &[Ident],
        flags: &[&str],
        errors: &mut Errors,
    ) -> Option<Vec<ColumnRef>> {
        let found = words
            .iter()
            .filter_map(|word| self.resolve(word, flags, errors));
        let found: Vec<ColumnRef> = found.collect();
        (found.len() == words.len()).then_some(found)
    }

    /// Resolves a column by the name of its field; `flags` are the keys that are valid in the same position.
    pub(super) fn resolve(
        &self,
        word: &Ident,
        flags: &[&str],
        errors: &mut Errors,
    ) -> Option<ColumnRef> {
        let text = unraw(word);
        let position = self
            .columns
            .iter()
            .position(|column| unraw(column.ident) == text);
        if let Some((index, column)) = position.and_then(|i| Some((i, self.columns.get(i)?))) {
            let mut ident = column.ident.clone();
            ident.set_span(word.span());
            return Some(ColumnRef { index, ident });
        }
        let renamed = self
            .columns
            .iter()
            .find(|column| column.sql_name.value == text);
        let remedy = if let Some(column) = renamed {
            format!("use the field name `{}`", column.ident)
        } else {
            let fields = self.columns.iter().map(|column| unraw(column.ident));
            let fields: Vec<String> = fields
                .chain(flags.iter().map(ToString::to_string))
                .collect();
            suggest::remedy(&text, &fields)
        };
        let table = &self.original.ident;
        errors.at(word, format!("no field `{text}` in `{table}`; {remedy}"));
        None
    }
}

/// The default of a column that each update sets to `now()`.
fn now(key: &Ident) -> Keyed<DefaultValue> {
    Keyed {
        key: key.clone(),
        value: DefaultValue::Sql(LitStr::new("now()", key.span())),
    }
}

pub(super) fn name_in(slot: Slot<LitStr>) -> Option<Name> {
    slot.value().map(Name::from)
}
