//! The same schema in other Postgres schemas.

use std::collections::BTreeMap;

use super::{DataType, Index, IndexOn, Model, Name, ObjectId, Table};
use crate::sql::schemas;

impl Model {
    /// Moves all objects of some Postgres schemas into others, and changes every name and every expression that mentions
    /// them. `None` is the first schema of the search path, whose objects have names without a schema.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use schema_ddl::model::{Model, Name, Table, View};
    ///
    /// let mut model = Model {
    ///     tables: vec![Table::new(Name::in_schema("clinic", "orders"))],
    ///     views: vec![View::new(Name::new("all_orders"), r#"select id from clinic."orders""#)],
    ///     ..Model::default()
    /// };
    /// let schemas = BTreeMap::from([("clinic".to_owned(), "test".to_owned())]);
    /// model.rename_schemas(&schemas);
    /// assert_eq!(model.tables[0].name, Name::in_schema("test", "orders"));
    /// assert_eq!(model.views[0].query, r#"select id from test."orders""#);
    /// ```
    pub fn rename_schemas(&mut self, schemas: &BTreeMap<String, String>) {
        let renamed = &Renamed(schemas);
        for namespace in &mut self.namespaces {
            renamed.schema(&mut namespace.name);
        }
        for def in &mut self.enums {
            renamed.name(&mut def.name);
        }
        for def in &mut self.domains {
            renamed.name(&mut def.name);
            renamed.data_type(&mut def.base);
            renamed.optional(&mut def.default);
            renamed.optional(&mut def.collate);
            for check in &mut def.checks {
                renamed.text(&mut check.expression);
            }
        }
        for def in &mut self.composites {
            renamed.name(&mut def.name);
            for field in &mut def.fields {
                renamed.data_type(&mut field.data_type);
                renamed.optional(&mut field.collate);
            }
        }
        for sequence in &mut self.sequences {
            renamed.name(&mut sequence.name);
            if let Some((table, _)) = &mut sequence.owned_by {
                renamed.name(table);
            }
        }
        for routine in &mut self.routines {
            renamed.name(&mut routine.name);
            renamed.text(&mut routine.arguments);
            renamed.text(&mut routine.definition);
            renamed.objects(&mut routine.uses);
        }
        for table in &mut self.tables {
            renamed.table(table);
        }
        for view in &mut self.views {
            renamed.name(&mut view.name);
            renamed.text(&mut view.query);
            for field in &mut view.fields {
                renamed.data_type(&mut field.data_type);
            }
            renamed.objects(&mut view.reads);
            view.indexes
                .iter_mut()
                .for_each(|index| renamed.index(index));
        }
        for grant in &mut self.grants {
            renamed.object(&mut grant.on);
        }
        renamed.objects(&mut self.not_public);
        let defaults = self.default_privileges.iter_mut();
        for schema in defaults.filter_map(|one| one.schema.as_mut()) {
            renamed.schema(schema);
        }
    }
}

/// The new names of Postgres schemas.
struct Renamed<'a>(&'a BTreeMap<String, String>);

impl Renamed<'_> {
    fn schema(&self, schema: &mut String) {
        if let Some(new) = self.0.get(schema) {
            new.clone_into(schema);
        }
    }

    fn name(&self, name: &mut Name) {
        if let Some(schema) = &mut name.schema {
            self.schema(schema);
        }
    }

    fn data_type(&self, data_type: &mut DataType) {
        self.name(&mut data_type.name);
    }

    fn text(&self, sql: &mut String) {
        *sql = schemas::rename(sql, self.0);
    }

    fn optional(&self, sql: &mut Option<String>) {
        if let Some(sql) = sql {
            self.text(sql);
        }
    }

    fn object(&self, object: &mut ObjectId) {
        self.name(&mut object.name);
        self.text(&mut object.name.name);
    }

    fn objects(&self, objects: &mut [ObjectId]) {
        for object in objects {
            self.object(object);
        }
    }

    fn index(&self, index: &mut Index) {
        for element in &mut index.elements {
            if let IndexOn::Expression(expression) = &mut element.on {
                self.text(expression);
            }
            self.optional(&mut element.operator_class);
            self.optional(&mut element.collate);
        }
        self.optional(&mut index.filter);
    }

    fn table(&self, table: &mut Table) {
        self.name(&mut table.name);
        for column in &mut table.columns {
            self.data_type(&mut column.data_type);
            self.optional(&mut column.default);
            self.optional(&mut column.collate);
            if let Some(generated) = &mut column.generated {
                self.text(&mut generated.expression);
            }
        }
        for check in &mut table.checks {
            self.text(&mut check.expression);
        }
        for key in &mut table.foreign_keys {
            self.name(&mut key.table);
        }
        for exclusion in &mut table.exclusions {
            for element in &mut exclusion.elements {
                if let IndexOn::Expression(expression) = &mut element.on {
                    self.text(expression);
                }
                self.optional(&mut element.operator_class);
            }
            self.optional(&mut exclusion.filter);
        }
        table.indexes.iter_mut().for_each(|index| self.index(index));
        for trigger in &mut table.triggers {
            self.text(&mut trigger.definition);
            if let Some(function) = &mut trigger.function {
                self.name(function);
            }
        }
        for policy in &mut table.policies {
            self.optional(&mut policy.using);
            self.optional(&mut policy.with_check);
        }
        if let Some(by) = &mut table.partition_by {
            self.text(&mut by.key);
        }
        if let Some(of) = &mut table.partition_of {
            self.name(&mut of.parent);
            self.text(&mut of.bound);
        }
    }
}
