//! The model of the tables of a program.

mod keep;

use std::collections::BTreeSet;

use schema_core::ddl::{DdlError, Schema};
use schema_core::def::{
    Action as ActionDef, ColumnDef, DefaultDef, Deferrable as DeferrableDef, ForeignKeyDef,
    Identity as IdentityDef, IndexDef, IndexElement as IndexElementDef, IndexOn as IndexOnDef,
    TableDef, TableName,
};
use schema_core::types::{CompositeDef, DomainDef, EnumDef, TypeDef};
use schema_ddl::diff::Renames;
use schema_ddl::model::{
    Action, Check, Column, Composite, DataType, Deferrable, Domain, Enum, Extension, Field,
    ForeignKey, Generated, Identity, Index, IndexElement, IndexOn, Match, Model, Name, Namespace,
    PrimaryKey, SequenceOptions, Table, Unique,
};
use schema_ddl::sql::quote;

pub use keep::keep;

/// Returns the model of a program's tables, with expressions as they are written in the attributes.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     embedding: Vector<3>,
/// }
///
/// let model = schema_kit::tables::model(&schema![Note])?;
/// assert_eq!(model.extensions[0].name, "vector");
/// assert_eq!(model.tables[0].columns[1].data_type.to_string(), "vector(3)");
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
///
/// # Errors
///
/// If the tables contradict each other.
pub fn model(schema: &Schema) -> Result<Model, DdlError> {
    schema.check()?;
    let mut model = Model {
        extensions: extensions(schema),
        tables: schema.tables().iter().map(|def| table(def)).collect(),
        ..Model::default()
    };
    for def in schema.types() {
        match def {
            TypeDef::Enum(def) => model.enums.push(enumeration(def)),
            TypeDef::Composite(def) => model.composites.push(composite(def)),
            TypeDef::Domain(def) => model.domains.push(domain(def)),
        }
    }
    model.namespaces = namespaces(&model);
    Ok(model)
}

/// Returns the tables and columns that the attributes `renamed_from` name.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_ddl::model::Name;
///
/// #[table(name = "people", renamed_from = "users")]
/// struct Person {
///     #[column(renamed_from = "mail")]
///     email: String,
/// }
///
/// let renames = schema_kit::tables::renames(&schema![Person]);
/// assert_eq!(renames.tables, [(Name::new("users"), Name::new("people"))]);
/// assert_eq!(renames.columns, [(Name::new("people"), "mail".into(), "email".into())]);
/// ```
pub fn renames(schema: &Schema) -> Renames {
    let mut renames = Renames::default();
    for def in schema.tables() {
        let new = table_name(def.name);
        if let Some(old) = def.renamed_from {
            renames.tables.push((new.beside(old), new.clone()));
        }
        for column in def.columns {
            if let Some(old) = column.renamed_from {
                renames
                    .columns
                    .push((new.clone(), old.to_owned(), column.name.to_owned()));
            }
        }
    }
    renames
}

fn extensions(schema: &Schema) -> Vec<Extension> {
    let names = schema.extensions().into_iter();
    names
        .map(|name| Extension {
            name: name.to_owned(),
            version: None,
        })
        .collect()
}

/// Returns the Postgres schemas in the names of tables and types.
fn namespaces(model: &Model) -> Vec<Namespace> {
    let tables = model.tables.iter().map(|table| &table.name);
    let enums = model.enums.iter().map(|def| &def.name);
    let domains = model.domains.iter().map(|def| &def.name);
    let composites = model.composites.iter().map(|def| &def.name);
    let names: BTreeSet<&String> = tables
        .chain(enums)
        .chain(domains)
        .chain(composites)
        .filter_map(|name| name.schema.as_ref())
        .collect();
    names
        .into_iter()
        .map(|name| Namespace {
            name: name.clone(),
            comment: None,
        })
        .collect()
}

fn name(schema: Option<&str>, name: &str) -> Name {
    Name {
        schema: schema.map(str::to_owned),
        name: name.to_owned(),
    }
}

fn table_name(of: TableName) -> Name {
    name(of.schema, of.name)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn enumeration(def: &EnumDef) -> Enum {
    Enum {
        name: name(def.schema, def.name),
        labels: owned(def.labels),
        comment: None,
    }
}

fn composite(def: &CompositeDef) -> Composite {
    let fields = def.fields.iter().map(|field| Field {
        name: field.name.to_owned(),
        data_type: DataType::parse(&field.data_type.sql()),
        collate: None,
    });
    Composite {
        name: name(def.schema, def.name),
        fields: fields.collect(),
        comment: None,
    }
}

fn domain(def: &DomainDef) -> Domain {
    let checks = def.check.iter().map(|expression| Check {
        // As Postgres names it.
        name: format!("{}_check", def.name),
        expression: (*expression).to_owned(),
        no_inherit: false,
        not_valid: false,
        not_enforced: false,
        comment: None,
    });
    Domain {
        name: name(def.schema, def.name),
        base: DataType::parse(&def.base.sql()),
        collate: None,
        not_null: false,
        default: None,
        checks: checks.collect(),
        comment: None,
    }
}

fn table(def: &'static TableDef) -> Table {
    let names = def.names();
    let primary_key = names.primary_key.zip(def.primary_key);
    let uniques = names.uniques.into_iter().zip(def.uniques);
    let checks = names.checks.into_iter().zip(def.checks);
    let foreign_keys = names.foreign_keys.into_iter().zip(def.foreign_keys);
    let indexes = names.indexes.into_iter().zip(def.indexes);
    Table {
        columns: def.columns.iter().map(column).collect(),
        primary_key: primary_key.map(|(name, key)| PrimaryKey {
            name: name.into_owned(),
            columns: owned(key.columns),
            include: Vec::new(),
            deferrable: Deferrable::No,
            comment: None,
        }),
        uniques: uniques
            .map(|(name, unique)| Unique {
                name: name.into_owned(),
                columns: owned(unique.columns),
                include: Vec::new(),
                nulls_not_distinct: unique.nulls_not_distinct,
                deferrable: Deferrable::No,
                comment: None,
            })
            .collect(),
        checks: checks
            .map(|(name, check)| Check {
                name: name.into_owned(),
                expression: check.expression.to_owned(),
                no_inherit: false,
                not_valid: false,
                not_enforced: false,
                comment: None,
            })
            .collect(),
        foreign_keys: foreign_keys
            .map(|(name, key)| foreign_key(name.into_owned(), key))
            .collect(),
        indexes: indexes
            .map(|(name, def)| index(name.into_owned(), def))
            .collect(),
        comment: def.comment.map(str::to_owned),
        ..Table::new(table_name(def.name))
    }
}

fn column(def: &ColumnDef) -> Column {
    let data_type = match def.sql_type {
        Some(sql_type) => sql_type.to_owned(),
        None => def.data_type.sql(),
    };
    Column {
        nullable: def.nullable,
        default: def.default.map(|default| match default {
            DefaultDef::Sql(expression) => expression.to_owned(),
            DefaultDef::Value(value) => value(),
        }),
        identity: def.identity.map(|identity| Identity {
            always: identity == IdentityDef::Always,
            sequence: SequenceOptions::default(),
        }),
        generated: def.generated.map(|generated| Generated {
            expression: generated.expression.to_owned(),
            stored: generated.stored,
        }),
        collate: def.collate.map(quote::name),
        comment: def.comment.map(str::to_owned),
        ..Column::new(def.name, DataType::parse(&data_type))
    }
}

fn foreign_key(name: String, key: &ForeignKeyDef) -> ForeignKey {
    ForeignKey {
        name,
        columns: owned(key.columns),
        table: table_name(key.table),
        references: owned(key.references),
        match_type: Match::Simple,
        on_delete: action(key.on_delete),
        on_delete_columns: Vec::new(),
        on_update: action(key.on_update),
        deferrable: match key.deferrable {
            DeferrableDef::No => Deferrable::No,
            DeferrableDef::InitiallyImmediate => Deferrable::InitiallyImmediate,
            DeferrableDef::InitiallyDeferred => Deferrable::InitiallyDeferred,
        },
        not_valid: false,
        not_enforced: false,
        comment: None,
    }
}

fn action(action: ActionDef) -> Action {
    match action {
        ActionDef::NoAction => Action::NoAction,
        ActionDef::Restrict => Action::Restrict,
        ActionDef::Cascade => Action::Cascade,
        ActionDef::SetNull => Action::SetNull,
        ActionDef::SetDefault => Action::SetDefault,
    }
}

fn index(name: String, def: &IndexDef) -> Index {
    let with = def.with.iter();
    Index {
        name,
        method: def.method.to_owned(),
        elements: def.elements.iter().map(element).collect(),
        include: owned(def.include),
        unique: def.unique,
        nulls_not_distinct: def.nulls_not_distinct,
        with: with
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        filter: def.filter.map(str::to_owned),
        invalid: false,
        comment: None,
    }
}

fn element(def: &IndexElementDef) -> IndexElement {
    IndexElement {
        on: match def.on {
            IndexOnDef::Column(name) => IndexOn::Column(name.to_owned()),
            IndexOnDef::Expression(expression) => IndexOn::Expression(expression.to_owned()),
        },
        collate: def.collate.map(quote::name),
        operator_class: def.operator_class.map(str::to_owned),
        descending: def.descending,
        nulls_first: def.nulls_first,
    }
}
