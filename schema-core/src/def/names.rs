//! The names of a table's constraints and indexes: explicit, or as Postgres itself would choose them.

use std::borrow::Cow;

use super::lexer::{called_function, columns};
use crate::def::{IndexDef, IndexOn, TableDef};

/// The maximum length of a name in Postgres, in bytes. Longer names are truncated.
pub(crate) const MAX_NAME: usize = 63;

/// The names of all constraints and indexes of a table, from [`TableDef::names`].
///
/// A name is the one in the definition, or else the one that Postgres would choose: `{table}_pkey`,
/// `{table}_{columns}_key`, `{table}_{columns}_fkey`, `{table}_check` or `{table}_{column}_check`,
/// `{table}_{columns}_excl`, `{table}_{columns}_idx`. It is truncated to 63 bytes, and followed by a number if the table already uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The primary key's name.
    pub primary_key: Option<Cow<'static, str>>,
    /// The names of [`TableDef::uniques`].
    pub uniques: Vec<Cow<'static, str>>,
    /// The names of [`TableDef::foreign_keys`].
    pub foreign_keys: Vec<Cow<'static, str>>,
    /// The names of [`TableDef::checks`].
    pub checks: Vec<Cow<'static, str>>,
    /// The names of [`StorageDef::exclusions`](super::StorageDef::exclusions).
    pub exclusions: Vec<Cow<'static, str>>,
    /// The names of [`TableDef::indexes`].
    pub indexes: Vec<Cow<'static, str>>,
}

impl Names {
    /// Returns all names: those of constraints, then those of indexes.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.primary_key
            .iter()
            .chain(&self.uniques)
            .chain(&self.foreign_keys)
            .chain(&self.checks)
            .chain(&self.exclusions)
            .chain(&self.indexes)
            .map(Cow::as_ref)
    }

    /// Returns the names that are also names of indexes, and so must be unique in the Postgres schema.
    pub(crate) fn relations(&self) -> impl Iterator<Item = &Cow<'static, str>> {
        self.primary_key
            .iter()
            .chain(&self.uniques)
            .chain(&self.exclusions)
            .chain(&self.indexes)
    }
}

impl TableDef {
    /// Returns the names of all constraints and indexes, each list in the order of the definitions.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// #[table(name = "patients")]
    /// struct Patient {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     #[column(unique)]
    ///     email: String,
    /// }
    ///
    /// let names = Patient::DEF.names();
    /// assert_eq!(names.all().collect::<Vec<_>>(), ["patients_pkey", "patients_email_key"]);
    /// ```
    pub fn names(&self) -> Names {
        self.names_in(self.name.name, |given| given)
    }

    /// Returns the names in a partition of the table: Postgres chooses those of indexes again, and keeps the others.
    pub(crate) fn names_in_partition(&self, partition: &str) -> Names {
        Names {
            foreign_keys: self.names().foreign_keys,
            checks: self.names().checks,
            ..self.names_in(partition, |_| None)
        }
    }

    /// Returns the names for a table. `given` decides whether an explicit name is kept.
    fn names_in(
        &self,
        table: &str,
        given: fn(Option<&'static str>) -> Option<&'static str>,
    ) -> Names {
        let mut chooser = Chooser {
            table,
            taken: self.given_names(),
        };
        Names {
            primary_key: self
                .primary_key
                .map(|key| chooser.choose(given(key.name), None, "pkey")),
            uniques: self
                .uniques
                .iter()
                .map(|unique| {
                    chooser.choose(given(unique.name), Some(&joined(unique.columns)), "key")
                })
                .collect(),
            foreign_keys: self
                .foreign_keys
                .iter()
                .map(|key| chooser.choose(given(key.name), Some(&joined(key.columns)), "fkey"))
                .collect(),
            checks: self
                .checks
                .iter()
                .map(|check| match columns(check.expression, self.columns)[..] {
                    [column] => chooser.choose(given(check.name), Some(column), "check"),
                    _ => chooser.choose(given(check.name), None, "check"),
                })
                .collect(),
            exclusions: self
                .storage
                .exclusions
                .iter()
                .map(|one| {
                    let columns = element_names(one.elements.iter().map(|element| element.on), &[]);
                    chooser.choose(given(one.name), Some(&columns), "excl")
                })
                .collect(),
            indexes: self
                .indexes
                .iter()
                .map(|index| chooser.choose(given(index.name), Some(&index_columns(index)), "idx"))
                .collect(),
        }
    }

    /// Returns the identity columns, each with the name that Postgres prefers for its sequence.
    pub(crate) fn sequences(&self) -> impl Iterator<Item = (&'static str, String)> {
        let identities = self
            .columns
            .iter()
            .filter(|column| column.identity.is_some());
        identities.map(|column| {
            let sequence = object_name(self.name.name, Some(column.name), "seq");
            (column.name, sequence)
        })
    }

    /// Returns the explicit names.
    pub(crate) fn given_names(&self) -> Vec<Cow<'static, str>> {
        let primary_key = self.primary_key.iter().filter_map(|key| key.name);
        let uniques = self.uniques.iter().filter_map(|unique| unique.name);
        let foreign_keys = self.foreign_keys.iter().filter_map(|key| key.name);
        let checks = self.checks.iter().filter_map(|check| check.name);
        let exclusions = self.storage.exclusions.iter().filter_map(|one| one.name);
        let indexes = self.indexes.iter().filter_map(|index| index.name);
        primary_key
            .chain(uniques)
            .chain(foreign_keys)
            .chain(checks)
            .chain(exclusions)
            .chain(indexes)
            .map(Cow::Borrowed)
            .collect()
    }
}

/// Chooses names as Postgres does in `ChooseConstraintName` and `ChooseRelationName`.
struct Chooser<'a> {
    table: &'a str,
    taken: Vec<Cow<'static, str>>,
}

impl Chooser<'_> {
    fn choose(
        &mut self,
        given: Option<&'static str>,
        columns: Option<&str>,
        label: &str,
    ) -> Cow<'static, str> {
        if let Some(given) = given {
            return Cow::Borrowed(given);
        }
        let mut name = object_name(self.table, columns, label);
        for number in 1.. {
            if !self.taken.iter().any(|taken| *taken == name) {
                break;
            }
            name = object_name(self.table, columns, &format!("{label}{number}"));
        }
        self.taken.push(Cow::Owned(name.clone()));
        Cow::Owned(name)
    }
}

/// Returns `{table}_{columns}_{label}`, truncating the longer of the first two until the name fits, as Postgres does in
/// `makeObjectName`.
fn object_name(table: &str, columns: Option<&str>, label: &str) -> String {
    let overhead = label.len() + 1 + usize::from(columns.is_some());
    let available = MAX_NAME.saturating_sub(overhead);
    let mut table_length = table.len();
    let mut columns_length = columns.map_or(0, str::len);
    while table_length + columns_length > available {
        if table_length > columns_length {
            table_length -= 1;
        } else {
            columns_length -= 1;
        }
    }
    let mut name = String::with_capacity(MAX_NAME);
    name.push_str(clip(table, table_length));
    if let Some(columns) = columns {
        name.push('_');
        name.push_str(clip(columns, columns_length));
    }
    name.push('_');
    name.push_str(label);
    name
}

/// Returns the first `length` bytes, or fewer if that would split a character.
fn clip(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length)]
}

/// Joins the names of columns with `_`. Stops once the result is longer than a name can be.
fn joined<N: AsRef<str>>(columns: &[N]) -> String {
    let mut all = String::new();
    for column in columns {
        if !all.is_empty() {
            all.push('_');
        }
        all.push_str(column.as_ref());
        if all.len() > MAX_NAME {
            break;
        }
    }
    all
}

/// Returns the part of an index's name that is made from its elements. Like Postgres, it includes the `include`
/// columns.
fn index_columns(index: &IndexDef) -> String {
    element_names(
        index.elements.iter().map(|element| element.on),
        index.include,
    )
}

fn element_names(elements: impl Iterator<Item = IndexOn>, include: &[&'static str]) -> String {
    let elements = elements.map(|on| match on {
        IndexOn::Column(name) => Cow::Borrowed(name),
        IndexOn::Expression(expression) => {
            called_function(expression).map_or(Cow::Borrowed("expr"), Cow::Owned)
        }
    });
    let include = include.iter().map(|name| Cow::Borrowed(*name));
    let mut all: Vec<Cow<'_, str>> = Vec::new();
    for original in elements.chain(include) {
        let mut name = original.clone();
        for number in 1.. {
            if !all.contains(&name) {
                break;
            }
            let number = number.to_string();
            name = Cow::Owned(format!(
                "{}{number}",
                clip(&original, MAX_NAME - number.len())
            ));
        }
        all.push(name);
    }
    joined(&all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{
        CHECK, FOREIGN_KEY, INDEX, INTEGER, PRIMARY_KEY, TABLE, UNIQUE, by, column, expression,
    };
    use crate::def::{CheckDef, ForeignKeyDef, PrimaryKeyDef, TableName, UniqueDef};

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
    fn names_match_those_of_postgres() {
        static DEF: TableDef = TableDef {
            primary_key: Some(PrimaryKeyDef {
                columns: &["a"],
                ..PRIMARY_KEY
            }),
            uniques: &[
                UniqueDef {
                    columns: &["b"],
                    ..UNIQUE
                },
                UniqueDef {
                    columns: &["b", "c"],
                    ..UNIQUE
                },
            ],
            foreign_keys: &[ForeignKeyDef {
                columns: &["b", "c"],
                ..FOREIGN_KEY
            }],
            checks: &[
                CheckDef {
                    expression: "b > 0 and b < 9",
                    ..CHECK
                },
                CheckDef {
                    expression: "b < c",
                    ..CHECK
                },
                CheckDef {
                    expression: "1 < 2",
                    ..CHECK
                },
            ],
            indexes: &[
                IndexDef {
                    elements: &[by("b"), by("c")],
                    ..INDEX
                },
                IndexDef {
                    elements: &[expression("abs(b)"), expression("b + c")],
                    ..INDEX
                },
                IndexDef {
                    elements: &[by("b")],
                    include: &["c"],
                    ..INDEX
                },
            ],
            ..T
        };
        let names = DEF.names();
        assert_eq!(
            names.all().collect::<Vec<_>>(),
            [
                "t_pkey",
                "t_b_key",
                "t_b_c_key",
                "t_b_c_fkey",
                "t_b_check",
                "t_check",
                "t_check1",
                "t_b_c_idx",
                "t_abs_expr_idx",
                "t_b_c_idx1",
            ]
        );
    }

    #[test]
    fn a_chosen_name_avoids_explicit_ones() {
        static DEF: TableDef = TableDef {
            checks: &[
                CheckDef {
                    expression: "b > 0",
                    ..CHECK
                },
                CheckDef {
                    name: Some("t_b_check"),
                    expression: "b < 9",
                    ..CHECK
                },
            ],
            ..T
        };
        assert_eq!(DEF.names().checks, ["t_b_check1", "t_b_check"]);
    }

    #[test]
    fn equal_elements_of_an_index_are_numbered() {
        static DEF: IndexDef = IndexDef {
            elements: &[expression("a + b"), by("a"), expression("c + b")],
            ..INDEX
        };
        assert_eq!(index_columns(&DEF), "expr_a_expr1");
    }

    #[test]
    fn the_longer_part_of_a_long_name_is_truncated() {
        let long = "x".repeat(60);
        assert_eq!(
            object_name(&long, Some("patient_id"), "fkey"),
            format!("{}_patient_id_fkey", "x".repeat(47))
        );
        assert_eq!(
            object_name(&long, Some(&"y".repeat(60)), "key1"),
            format!("{}_{}_key1", "x".repeat(29), "y".repeat(28))
        );
        assert_eq!(
            object_name(&long, None, "pkey"),
            format!("{}_pkey", "x".repeat(58))
        );
    }

    #[test]
    fn truncation_never_splits_a_character() {
        let long = "ä".repeat(31);
        let name = object_name(&long, None, "pkey");
        assert_eq!(name, format!("{}_pkey", "ä".repeat(29)));
    }
}
