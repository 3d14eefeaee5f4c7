//! Turns the macros into a model.

use std::collections::HashMap;

use quote::ToTokens;
use schema_ddl::model::{
    Action, Column, Deferrable, ForeignKey, Kind, Match, Model, Name, Namespace, ObjectId,
    PrimaryKey, Table,
};

use super::parse::{File, Join, TableMacro, line, unraw};
use super::types::found;
use crate::pull::{LeftOut, PullError};

/// Returns the model.
pub(super) fn model(file: &File) -> Result<(Model, Vec<LeftOut>), PullError> {
    let mut left_out = vec![LeftOut {
        object: "schema.rs".into(),
        reason: "it has no defaults, unique constraints, checks, indexes, and no actions of \
                 foreign keys; pull from the database to have them"
            .into(),
    }];
    let mut tables = Vec::new();
    for one in &file.tables {
        tables.push(table(one, file, &mut left_out)?);
    }
    let idents = file.tables.iter().map(|one| unraw(&one.ident));
    let places: HashMap<String, usize> = idents.zip(0..).collect();
    for join in &file.joins {
        add_key(join, file, &places, &mut tables)?;
    }
    let mut namespaces: Vec<Namespace> = Vec::new();
    for schema in tables.iter().filter_map(|table| table.name.schema.clone()) {
        if !namespaces.iter().any(|one| one.name == schema) {
            namespaces.push(Namespace {
                name: schema,
                comment: None,
            });
        }
    }
    let model = Model {
        namespaces,
        tables,
        ..Model::default()
    };
    Ok((model, left_out))
}

fn table(one: &TableMacro, file: &File, left_out: &mut Vec<LeftOut>) -> Result<Table, PullError> {
    let name = Name {
        schema: one.schema.clone(),
        name: one.sql_name.clone().unwrap_or_else(|| unraw(&one.ident)),
    };
    let mut report = |object: ObjectId, reason: String| {
        left_out.push(LeftOut {
            object: object.to_string(),
            reason,
        });
    };
    let docs = "its documentation comment, which is not one of the database";
    if one.has_docs {
        report(ObjectId::new(Kind::Table, name.clone()), docs.into());
    }
    let mut table = Table::new(name.clone());
    for column in &one.columns {
        let column_name = column
            .sql_name
            .clone()
            .unwrap_or_else(|| unraw(&column.ident));
        let id = ObjectId::part(Kind::Column, name.clone(), &column_name);
        let written = || {
            column
                .data_type
                .to_token_stream()
                .to_string()
                .replace(' ', "")
        };
        match found(&column.data_type, &file.types, column.max_length) {
            None => report(
                id,
                format!("`{}` is not a type of Diesel for Postgres", written()),
            ),
            Some(found) if found.is_own => {
                let reason = format!(
                    "`{}` is a type of the database of which `schema.rs` has only the name",
                    written()
                );
                report(id, reason);
            }
            Some(found) => {
                if column.has_docs {
                    report(id, docs.into());
                }
                table.columns.push(Column {
                    nullable: found.nullable,
                    ..Column::new(column_name, found.data_type)
                });
            }
        }
    }
    let columns: Result<Vec<String>, PullError> =
        one.key.iter().map(|key| column_name(one, key)).collect();
    table.primary_key = Some(PrimaryKey {
        name: format!("{}_pkey", name.name),
        columns: columns?,
        include: Vec::new(),
        deferrable: Deferrable::No,
        comment: None,
    });
    Ok(table)
}

/// Returns the name in the database of a column that a macro names.
fn column_name(table: &TableMacro, ident: &syn::Ident) -> Result<String, PullError> {
    let name = unraw(ident);
    let column = table
        .columns
        .iter()
        .find(|column| unraw(&column.ident) == name);
    if let Some(column) = column {
        return Ok(column.sql_name.clone().unwrap_or(name));
    }
    let message = format!(
        "table `{}` has no column `{name}`; correct the name",
        unraw(&table.ident)
    );
    Err(PullError::new(line(ident.span()), message))
}

/// Adds the foreign key of a `joinable!`: to the primary key of the other table.
fn add_key(
    join: &Join,
    file: &File,
    places: &HashMap<String, usize>,
    tables: &mut [Table],
) -> Result<(), PullError> {
    let place = |ident: &syn::Ident| {
        let name = unraw(ident);
        places.get(&name).copied().ok_or_else(|| {
            let message =
                format!("there is no `table!` for `{name}`; add it or remove the `joinable!`");
            PullError::new(line(ident.span()), message)
        })
    };
    let (child, parent) = (place(&join.child)?, place(&join.parent)?);
    let column = match file.tables.get(child) {
        Some(table) => column_name(table, &join.column)?,
        None => return Ok(()),
    };
    let Some(target) = tables.get(parent) else {
        return Ok(());
    };
    let target_name = target.name.clone();
    let references = target.primary_key.as_ref().map(|key| key.columns.clone());
    if let Some(table) = tables.get_mut(child) {
        let name = format!("{}_{column}_fkey", table.name.name);
        table.foreign_keys.push(ForeignKey {
            name,
            columns: vec![column],
            table: target_name,
            references: references.unwrap_or_default(),
            match_type: Match::Simple,
            on_delete: Action::NoAction,
            on_delete_columns: Vec::new(),
            on_update: Action::NoAction,
            deferrable: Deferrable::No,
            not_valid: false,
            not_enforced: false,
            comment: None,
        });
    }
    Ok(())
}
