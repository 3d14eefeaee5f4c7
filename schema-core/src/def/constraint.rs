//! The constraints of a table with their columns, to explain a server's error.

use std::borrow::Cow;

use super::lexer::columns;
use super::names::Names;
use crate::def::{IndexOn, TableDef};

/// A constraint of a table, as found by the name in a server's error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraint {
    /// The name, without quotes.
    pub name: Cow<'static, str>,
    /// The type of constraint.
    pub kind: ConstraintType,
    /// The names of its columns, without quotes.
    pub columns: Vec<&'static str>,
}

/// The type of a constraint in a [`TableDef`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConstraintType {
    /// [`TableDef::primary_key`].
    PrimaryKey,
    /// One of [`TableDef::uniques`].
    Unique,
    /// One of [`TableDef::indexes`] that is unique.
    UniqueIndex,
    /// One of [`TableDef::foreign_keys`].
    ForeignKey,
    /// One of [`TableDef::checks`].
    Check,
    /// One of [`StorageDef::exclusions`](crate::def::StorageDef::exclusions).
    Exclusion,
}

impl TableDef {
    /// Returns all constraints, and the unique indexes, which act as constraints.
    pub fn constraints(&self) -> Vec<Constraint> {
        self.constraints_named(self.names())
    }

    fn constraints_named(&self, names: Names) -> Vec<Constraint> {
        let Names {
            primary_key,
            uniques,
            foreign_keys,
            checks,
            exclusions,
            indexes,
        } = names;
        let make = |name, kind, columns| Constraint {
            name,
            kind,
            columns,
        };
        let primary_key = primary_key
            .zip(self.primary_key)
            .into_iter()
            .map(|(name, key)| make(name, ConstraintType::PrimaryKey, key.columns.to_vec()));
        let uniques = uniques
            .into_iter()
            .zip(self.uniques)
            .map(|(name, unique)| make(name, ConstraintType::Unique, unique.columns.to_vec()));
        let foreign_keys = foreign_keys
            .into_iter()
            .zip(self.foreign_keys)
            .map(|(name, key)| make(name, ConstraintType::ForeignKey, key.columns.to_vec()));
        let checks = checks.into_iter().zip(self.checks).map(|(name, check)| {
            make(
                name,
                ConstraintType::Check,
                columns(check.expression, self.columns),
            )
        });
        let indexes = indexes
            .into_iter()
            .zip(self.indexes)
            .filter(|(_, index)| index.unique)
            .map(|(name, index)| {
                let elements = index.elements.iter().map(|element| element.on);
                make(name, ConstraintType::UniqueIndex, self.indexed(elements))
            });
        let exclusions = exclusions.into_iter().zip(self.storage.exclusions);
        let exclusions = exclusions.map(|(name, one)| {
            let elements = one.elements.iter().map(|element| element.on);
            make(name, ConstraintType::Exclusion, self.indexed(elements))
        });
        primary_key
            .chain(uniques)
            .chain(foreign_keys)
            .chain(checks)
            .chain(exclusions)
            .chain(indexes)
            .collect()
    }

    /// Returns the constraint with this name, such as the name in a server's error.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, #[column(unique)] email: String }
    /// let constraint = Patient::DEF.constraint("patients_email_key").unwrap();
    /// assert_eq!(constraint.columns, ["email"]);
    /// ```
    pub fn constraint(&self, name: &str) -> Option<Constraint> {
        self.constraints()
            .into_iter()
            .find(|constraint| constraint.name == name)
    }

    /// Returns the constraint that has this name in a partition of the table.
    pub(crate) fn constraint_of_partition(
        &self,
        partition: &str,
        name: &str,
    ) -> Option<Constraint> {
        self.constraints_named(self.names_in_partition(partition))
            .into_iter()
            .find(|constraint| constraint.name == name)
    }

    /// Returns true if the columns are a foreign key to the table itself.
    pub(crate) fn references_itself(&self, columns: &[&str]) -> bool {
        self.foreign_keys
            .iter()
            .any(|key| key.columns == columns && key.table.name == self.name.name)
    }

    /// Returns the columns of an index, including those in expressions.
    fn indexed(&self, elements: impl Iterator<Item = IndexOn>) -> Vec<&'static str> {
        let mut all = Vec::new();
        for on in elements {
            let mentioned = match on {
                IndexOn::Column(name) => vec![name],
                IndexOn::Expression(expression) => columns(expression, self.columns),
            };
            for column in mentioned {
                if !all.contains(&column) {
                    all.push(column);
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{CHECK, INDEX, INTEGER, TABLE, UNIQUE, by, column, expression};
    use crate::def::{CheckDef, IndexDef, TableName, UniqueDef};

    const T: TableDef = TableDef {
        name: TableName {
            schema: None,
            name: "t",
        },
        columns: &[
            column("a", INTEGER),
            column("b", INTEGER),
            column("c", INTEGER),
        ],
        ..TABLE
    };

    #[test]
    fn a_violated_constraint_is_found_by_its_name() {
        static DEF: TableDef = TableDef {
            uniques: &[UniqueDef {
                columns: &["b", "c"],
                ..UNIQUE
            }],
            checks: &[CheckDef {
                expression: "b < c",
                ..CHECK
            }],
            indexes: &[
                IndexDef {
                    elements: &[by("a"), expression("abs(b)")],
                    unique: true,
                    ..INDEX
                },
                IndexDef {
                    elements: &[by("c")],
                    ..INDEX
                },
            ],
            ..T
        };
        let unique = DEF.constraint("t_b_c_key").unwrap();
        assert_eq!(
            (unique.kind, &unique.columns[..]),
            (ConstraintType::Unique, &["b", "c"][..])
        );
        let check = DEF.constraint("t_check").unwrap();
        assert_eq!(
            (check.kind, &check.columns[..]),
            (ConstraintType::Check, &["b", "c"][..])
        );
        let index = DEF.constraint("t_a_abs_idx").unwrap();
        assert_eq!(
            (index.kind, &index.columns[..]),
            (ConstraintType::UniqueIndex, &["a", "b"][..])
        );
        assert_eq!(DEF.constraint("t_c_idx"), None);
    }
}
