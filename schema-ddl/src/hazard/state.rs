//! The schema while a script runs, as far as rules read it.

use super::model::is_same;
use super::statement::{
    AlterColumn, Change, ConstraintBody, DropKind, EnumAction, NewColumn, NewConstraint, NewIndex,
    RenameKind, TableAction, Value,
};
use super::swap;
use crate::model::{
    Action, Check, Column, DataType, Deferrable, Enum, ForeignKey, Generated, Index, IndexElement,
    IndexOn, Match, Model, Name, PrimaryKey, Table, Unique,
};
use crate::sql::lexer;

/// The schema after some statements of a script.
#[derive(Debug)]
pub(super) struct State {
    pub(super) model: Model,
    created: Vec<Name>,
}

impl State {
    pub(super) fn new(before: &Model) -> Self {
        Self {
            model: before.clone(),
            created: Vec::new(),
        }
    }

    /// True if the script created the table, so that it has no rows and no readers.
    pub(super) fn is_new(&self, table: &Name) -> bool {
        self.created.iter().any(|name| is_same(name, table))
    }

    /// Applies a change.
    pub(super) fn apply(&mut self, change: &Change) {
        match change {
            Change::CreateTable(new) => {
                let mut table = Table::new(new.name.clone());
                for one in &new.columns {
                    add_column(&mut table, one);
                }
                for constraint in &new.constraints {
                    add_constraint(&mut table, constraint, &[]);
                }
                self.created.push(new.name.clone());
                self.model.tables.push(table);
            }
            Change::AlterTable { table, actions } => {
                if let Some(table) = self.table(table) {
                    for action in actions {
                        alter(table, action);
                    }
                }
            }
            Change::CreateTrigger { name, table } => {
                if let Some(table) = self.table(table) {
                    swap::create_trigger(table, name);
                }
            }
            Change::CreateIndex(new) => {
                if let Some(table) = self.table(&new.table) {
                    table.indexes.push(index(new));
                }
            }
            Change::Drop { kind, names, .. } => self.drop(*kind, names),
            Change::Rename {
                kind,
                name,
                part,
                to,
                is_move,
            } => {
                let new = if *is_move && to.is_empty() {
                    Name::new(name.name.as_str())
                } else if *is_move {
                    Name::in_schema(to.as_str(), name.name.as_str())
                } else {
                    name.beside(to.as_str())
                };
                self.rename(*kind, name, part.as_deref(), &new);
            }
            Change::CreateType { name, labels } => {
                self.created.push(name.clone());
                self.model.enums.extend(labels.as_ref().map(|labels| Enum {
                    name: name.clone(),
                    labels: labels.clone(),
                    comment: None,
                }));
            }
            Change::CreateDomain { name, of } => {
                self.model.domains.push(of.domain(name));
            }
            Change::AlterEnum {
                name,
                action: EnumAction::Add { label, .. },
            } => {
                let mut enums = self.model.enums.iter_mut();
                if let Some(def) = enums.find(|def| is_same(&def.name, name)) {
                    def.labels.push(label.clone());
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, name: &Name) -> Option<&mut Table> {
        let mut tables = self.model.tables.iter_mut();
        tables.find(|table| is_same(&table.name, name))
    }

    fn drop(&mut self, kind: DropKind, names: &[Name]) {
        let model = &mut self.model;
        for name in names {
            match kind {
                DropKind::Table => model.tables.retain(|one| !is_same(&one.name, name)),
                DropKind::Type => {
                    model.enums.retain(|one| !is_same(&one.name, name));
                    model.domains.retain(|one| !is_same(&one.name, name));
                }
                DropKind::Index => {
                    for table in &mut model.tables {
                        table.indexes.retain(|one| one.name != name.name);
                    }
                }
                _ => {}
            }
        }
    }

    fn rename(&mut self, kind: RenameKind, name: &Name, part: Option<&str>, to: &Name) {
        match kind {
            RenameKind::Table => {
                for created in &mut self.created {
                    rename(created, name, to);
                }
                for table in &mut self.model.tables {
                    rename(&mut table.name, name, to);
                    table
                        .foreign_keys
                        .iter_mut()
                        .for_each(|key| rename(&mut key.table, name, to));
                }
            }
            RenameKind::Column => {
                let table = self.table(name);
                let column = table.and_then(|table| {
                    let mut columns = table.columns.iter_mut();
                    columns.find(|column| Some(column.name.as_str()) == part)
                });
                if let Some(column) = column {
                    to.name.clone_into(&mut column.name);
                }
            }
            RenameKind::Type => {
                self.rename_type(name, to);
                // No program knows the new name yet.
                self.created.push(to.clone());
            }
            _ => {}
        }
    }

    /// Columns keep their type under its new name.
    fn rename_type(&mut self, name: &Name, to: &Name) {
        let model = &mut self.model;
        model
            .enums
            .iter_mut()
            .for_each(|one| rename(&mut one.name, name, to));
        model
            .domains
            .iter_mut()
            .for_each(|one| rename(&mut one.name, name, to));
        model
            .composites
            .iter_mut()
            .for_each(|one| rename(&mut one.name, name, to));
        let tables = model.tables.iter_mut();
        for column in tables.flat_map(|table| &mut table.columns) {
            if !column.data_type.built_in {
                rename(&mut column.data_type.name, name, to);
            }
        }
    }
}

/// Replaces a name, if it is this one.
fn rename(one: &mut Name, from: &Name, to: &Name) {
    if is_same(one, from) {
        to.clone_into(one);
    }
}

fn alter(table: &mut Table, action: &TableAction) {
    match action {
        TableAction::AddColumn(new) => add_column(table, new),
        TableAction::DropColumn { column, .. } => swap::drop_column(table, column),
        TableAction::AlterColumn { column, action } => {
            let mut columns = table.columns.iter_mut();
            if let Some(column) = columns.find(|one| one.name == *column) {
                alter_column(column, action);
            }
        }
        TableAction::AddConstraint(new) => {
            let of_index = new.using_index.as_ref().map(|name| columns_of(table, name));
            add_constraint(table, new, &of_index.unwrap_or_default());
        }
        TableAction::DropConstraint { name, .. } => {
            table.checks.retain(|one| one.name != *name);
            table.foreign_keys.retain(|one| one.name != *name);
            table.uniques.retain(|one| one.name != *name);
            table.exclusions.retain(|one| one.name != *name);
            table.primary_key.take_if(|one| one.name == *name);
        }
        TableAction::ValidateConstraint(name) => {
            let checks = table.checks.iter_mut().filter(|one| one.name == *name);
            checks.for_each(|one| one.not_valid = false);
            let keys = table
                .foreign_keys
                .iter_mut()
                .filter(|one| one.name == *name);
            keys.for_each(|one| one.not_valid = false);
        }
        _ => {}
    }
}

fn columns_of(table: &Table, index: &str) -> Vec<String> {
    let found = table.indexes.iter().find(|one| one.name == index);
    let elements = found.into_iter().flat_map(|one| &one.elements);
    let columns = elements.filter_map(|element| match &element.on {
        IndexOn::Column(name) => Some(name.clone()),
        IndexOn::Expression(_) => None,
    });
    columns.collect()
}

fn alter_column(column: &mut Column, action: &AlterColumn) {
    match action {
        AlterColumn::Type { data_type, .. } => column.data_type = data_type.clone(),
        AlterColumn::SetNotNull => column.nullable = false,
        AlterColumn::DropNotNull => column.nullable = true,
        _ => {}
    }
}

fn add_column(table: &mut Table, new: &NewColumn) {
    let data_type: DataType = new.data_type.clone();
    table.columns.push(Column {
        nullable: !new.not_null,
        default: match &new.value {
            Value::Default(sql) => Some(sql.clone()),
            _ => None,
        },
        generated: match new.value {
            Value::Stored | Value::Virtual => Some(Generated {
                expression: String::new(),
                stored: new.value == Value::Stored,
            }),
            _ => None,
        },
        ..Column::new(new.name.clone(), data_type)
    });
    for constraint in &new.constraints {
        add_constraint(table, constraint, &[]);
    }
}

/// Adds a constraint. One without a name gets that of Postgres, as far as rules look for it.
fn add_constraint(table: &mut Table, new: &NewConstraint, of_index: &[String]) {
    let of = table.name.name.clone();
    let name = |middle: &[String], end: &str| {
        let mut parts = vec![of.as_str()];
        parts.extend(middle.iter().map(String::as_str));
        parts.push(end);
        new.name.clone().unwrap_or_else(|| parts.join("_"))
    };
    let on = |columns: &[String]| -> Vec<String> {
        if columns.is_empty() {
            of_index
        } else {
            columns
        }
        .to_vec()
    };
    match &new.body {
        ConstraintBody::Check(expression) => table.checks.push(Check {
            name: name(&[], "check"),
            expression: expression.clone(),
            no_inherit: false,
            not_valid: new.not_valid,
            not_enforced: new.not_enforced,
            comment: None,
        }),
        ConstraintBody::ForeignKey { columns, reference } => {
            table.foreign_keys.push(ForeignKey {
                name: name(columns, "fkey"),
                columns: columns.clone(),
                table: reference.table.clone(),
                references: reference.columns.clone(),
                match_type: Match::Simple,
                on_delete: Action::NoAction,
                on_delete_columns: Vec::new(),
                on_update: Action::NoAction,
                deferrable: Deferrable::No,
                not_valid: new.not_valid,
                not_enforced: new.not_enforced,
                comment: None,
            });
        }
        ConstraintBody::Unique {
            columns,
            nulls_not_distinct,
        } => table.uniques.push(Unique {
            name: name(columns, "key"),
            columns: on(columns),
            include: Vec::new(),
            nulls_not_distinct: *nulls_not_distinct,
            deferrable: Deferrable::No,
            comment: None,
        }),
        ConstraintBody::PrimaryKey { columns } => {
            table.primary_key = Some(PrimaryKey {
                name: name(&[], "pkey"),
                columns: on(columns),
                include: Vec::new(),
                deferrable: Deferrable::No,
                comment: None,
            });
        }
        ConstraintBody::Exclusion | ConstraintBody::NotNull(_) => {}
    }
}

fn index(new: &NewIndex) -> Index {
    let is_name = |key: &str| {
        key.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '"'))
    };
    let element = |key: &String| IndexElement {
        on: if is_name(key) {
            IndexOn::Column(
                lexer::code(key)
                    .first()
                    .and_then(lexer::Token::name)
                    .unwrap_or_default(),
            )
        } else {
            IndexOn::Expression(key.clone())
        },
        collate: None,
        operator_class: None,
        descending: false,
        nulls_first: None,
    };
    Index {
        name: new.name.clone().unwrap_or_default(),
        method: String::from("btree"),
        elements: new.keys.iter().map(element).collect(),
        include: Vec::new(),
        unique: new.unique,
        nulls_not_distinct: new.nulls_not_distinct,
        with: [].into(),
        filter: new.filter.clone(),
        invalid: false,
        comment: None,
    }
}
