//! What is wrong with a query.

use std::fmt;

use schema_ddl::model::Name;
use serde::Serialize;

/// Something that is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// The server refuses the statement.
    Refused {
        /// The server's message.
        message: String,
        /// The server's hint.
        #[serde(skip_serializing_if = "Option::is_none")]
        hint: Option<String>,
        /// The object that does not exist.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Missing>,
    },
    /// The types of the parameters are not in the compiled program, and the server cannot infer them. So nothing is known about
    /// the statement.
    Undetermined {
        /// The server's message.
        message: String,
    },
    /// The statement reads a table that the schema does not contain. The database has one of this name elsewhere.
    Outside {
        /// The table that it reads.
        table: Name,
    },
    /// The statement returns another number of columns.
    ColumnCount {
        /// The number that the program expects.
        expected: usize,
        /// The number that the statement returns.
        actual: usize,
    },
    /// A column has another type.
    ColumnType {
        /// The number of the column. The first one is 1.
        position: usize,
        /// The name of the column in the result.
        column: String,
        /// The type that the program expects.
        expected: String,
        /// The type of the column.
        actual: String,
    },
    /// A column can be NULL, but the Rust type is not an `Option`.
    ColumnNull {
        /// The number of the column. The first one is 1.
        position: usize,
        /// The name of the column in the result.
        column: String,
    },
    /// The statement searches a large table, and no index serves the condition.
    NoIndex {
        /// The table.
        table: Name,
        /// The condition, as the server prints it.
        condition: String,
    },
    /// The statement reads every row of a large table.
    ReadsAll {
        /// The table.
        table: Name,
    },
    /// The statement orders rows by a distance, and no index serves it.
    NoDistanceIndex {
        /// The distance, as the server prints it.
        distance: String,
        /// The operator class that an index needs, if the distance is one of a vector column.
        #[serde(skip_serializing_if = "Option::is_none")]
        operator_class: Option<String>,
        /// Indexes of the column for other distances.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        other_indexes: Vec<String>,
    },
}

impl Problem {
    /// Returns true if the query fails when the program runs it, or fails for some rows. The other problems make it slow.
    ///
    /// ```
    /// use schema_ddl::model::Name;
    /// use schema_kit::queries::Problem;
    ///
    /// let slow = Problem::ReadsAll { table: Name::new("orders") };
    /// assert!(!slow.is_failure());
    /// assert_eq!(slow.to_string(), "every row of `orders` is read");
    /// ```
    pub fn is_failure(&self) -> bool {
        match self {
            Self::Refused { .. }
            | Self::Outside { .. }
            | Self::ColumnCount { .. }
            | Self::ColumnType { .. }
            | Self::ColumnNull { .. } => true,
            Self::Undetermined { .. }
            | Self::NoIndex { .. }
            | Self::ReadsAll { .. }
            | Self::NoDistanceIndex { .. } => false,
        }
    }
}

/// An object that a statement names but the schema lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The kind.
    pub kind: MissingKind,
    /// The name as the statement has it, without quotes: `patients.age`.
    pub name: String,
}

/// The kind of a missing object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingKind {
    /// A table or a view.
    Table,
    /// A column.
    Column,
    /// A function or an operator for arguments of these types.
    Function,
    /// A type, or another object.
    Type,
    /// A Postgres schema.
    Schema,
}

/// A table as users write it: without quotes, and without the schema that is used if a name has none.
pub(super) fn bare(table: &Name) -> String {
    match &table.schema {
        Some(schema) => format!("{schema}.{}", table.name),
        None => table.name.clone(),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { message, hint, .. } => {
                write!(f, "the server refuses it: {message}")?;
                hint.iter().try_for_each(|hint| write!(f, " ({hint})"))
            }
            Self::Undetermined { message } => write!(
                f,
                "not checked, because the server does not know the types of its parameters: {message}"
            ),
            Self::Outside { table } => {
                write!(f, "the schema has no table `{}`", table.name)?;
                table
                    .schema
                    .iter()
                    .try_for_each(|schema| write!(f, "; `{schema}` of this database has one"))
            }
            Self::ColumnCount { expected, actual } => write!(
                f,
                "the program expects {expected} columns, and it returns {actual}"
            ),
            Self::ColumnType {
                position,
                column,
                expected,
                actual,
            } => write!(
                f,
                "the program expects `{expected}` for column {position}, and `{column}` is `{actual}`"
            ),
            Self::ColumnNull { position, column } => write!(
                f,
                "column {position}, `{column}`, can be NULL, but its Rust type is not an `Option`"
            ),
            Self::NoIndex { table, condition } => write!(
                f,
                "every row of `{}` is read, because no index serves `{condition}`",
                bare(table)
            ),
            Self::ReadsAll { table } => write!(f, "every row of `{}` is read", bare(table)),
            Self::NoDistanceIndex {
                distance,
                operator_class,
                other_indexes,
            } => {
                write!(f, "no index serves the order by `{distance}`")?;
                if let Some(class) = operator_class {
                    write!(f, "; it needs one with `{class}`")?;
                }
                match other_indexes.as_slice() {
                    [] => Ok(()),
                    others => write!(f, " ({} is for another distance)", others.join(", ")),
                }
            }
        }
    }
}
