//! The order in which tables can be created.

use std::collections::HashMap;

use super::DdlError;
use crate::def::{ForeignKeyDef, TableDef, TableName};

/// Tables in an order in which each follows the tables that it references.
#[derive(Debug)]
pub(super) struct Order {
    /// The tables.
    pub(super) tables: Vec<&'static TableDef>,
    /// Foreign keys that close a cycle, by table and index. They can be added once all tables exist.
    pub(super) cyclic: Vec<(TableName, usize)>,
}

impl Order {
    /// Sorts the tables, keeping the given order where possible.
    pub(super) fn of(tables: &[&'static TableDef]) -> Result<Self, DdlError> {
        let mut visit = Visit {
            tables: tables
                .iter()
                .map(|table| (table.name, (*table, State::New)))
                .collect(),
            order: Self {
                tables: Vec::with_capacity(tables.len()),
                cyclic: Vec::new(),
            },
        };
        for table in tables {
            visit.visit(table)?;
        }
        Ok(visit.order)
    }

    /// Returns true if a foreign key can be added only once all tables exist.
    pub(super) fn is_cyclic(&self, table: &TableDef, foreign_key: usize) -> bool {
        self.cyclic.contains(&(table.name, foreign_key))
    }

    /// Returns the foreign keys of a table that close a cycle, with their indexes.
    pub(super) fn cyclic_of(
        &self,
        table: &'static TableDef,
    ) -> impl Iterator<Item = (usize, &'static ForeignKeyDef)> {
        table
            .foreign_keys
            .iter()
            .enumerate()
            .filter(|(i, _)| self.is_cyclic(table, *i))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

struct Visit {
    tables: HashMap<TableName, (&'static TableDef, State)>,
    order: Order,
}

impl Visit {
    /// Appends a table, after the tables that it references.
    fn visit(&mut self, table: &'static TableDef) -> Result<(), DdlError> {
        match self.tables.get_mut(&table.name) {
            Some((_, state @ State::New)) => *state = State::Open,
            _ => return Ok(()),
        }
        for (i, key) in table.foreign_keys.iter().enumerate() {
            match self.tables.get(&key.table) {
                // A table may reference itself in `create table`.
                _ if key.table == table.name => {}
                Some((_, State::Open)) => self.order.cyclic.push((table.name, i)),
                Some((referenced, _)) => self.visit(referenced)?,
                None => {
                    return Err(DdlError::MissingTable {
                        table: key.table,
                        referenced_by: table.name,
                    });
                }
            }
        }
        if let Some((_, state)) = self.tables.get_mut(&table.name) {
            *state = State::Done;
        }
        self.order.tables.push(table);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{FOREIGN_KEY, table};

    const fn to(name: &'static str) -> ForeignKeyDef {
        ForeignKeyDef {
            table: TableName { schema: None, name },
            columns: &["id"],
            ..FOREIGN_KEY
        }
    }

    static A: TableDef = TableDef {
        foreign_keys: &[to("b"), to("c")],
        ..table("a")
    };
    static B: TableDef = TableDef {
        foreign_keys: &[to("c")],
        ..table("b")
    };
    static C: TableDef = TableDef {
        foreign_keys: &[to("c")],
        ..table("c")
    };
    static LEFT: TableDef = TableDef {
        foreign_keys: &[to("right")],
        ..table("left")
    };
    static RIGHT: TableDef = TableDef {
        foreign_keys: &[to("c"), to("left")],
        ..table("right")
    };

    fn names(order: &Order) -> Vec<&str> {
        order.tables.iter().map(|table| table.name.name).collect()
    }

    #[test]
    fn a_table_follows_those_that_it_references() {
        let order = Order::of(&[&A, &B, &C]).unwrap();
        assert_eq!(names(&order), ["c", "b", "a"]);
        assert_eq!(order.cyclic, []);
    }

    #[test]
    fn a_possible_order_is_kept() {
        assert_eq!(names(&Order::of(&[&C, &B, &A]).unwrap()), ["c", "b", "a"]);
    }

    #[test]
    fn only_the_foreign_key_that_closes_a_cycle_is_deferred() {
        let order = Order::of(&[&LEFT, &RIGHT, &C]).unwrap();
        assert_eq!(names(&order), ["c", "right", "left"]);
        assert_eq!(order.cyclic, [(RIGHT.name, 1)]);
    }

    #[test]
    fn a_missing_table_is_an_error() {
        let error = Order::of(&[&B]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "table \"c\" is referenced by \"b\" but is not part of the schema; add it to `schema![…]`"
        );
    }
}
