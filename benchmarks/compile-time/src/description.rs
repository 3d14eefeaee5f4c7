//! The description of tables and queries from which every driver's crate is generated.

/// The number of files for tables, and for queries.
pub(crate) const FILES: usize = 10;
/// The length of a ring of foreign keys. In longer rings, toasty and `SeaORM` overflow, because the type of a relation
/// contains the type of its target.
const RING: usize = 10;

/// Tables and queries.
#[derive(Debug, Clone)]
pub(crate) struct Description {
    pub(crate) tables: Vec<Table>,
    pub(crate) queries: Vec<Query>,
}

/// A table of 13 columns: the key `id` and 12 columns of alternating types.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) number: usize,
    pub(crate) columns: Vec<Column>,
    /// The number of the table referenced by the column [`Table::FOREIGN_KEY`].
    pub(crate) references: usize,
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    BigInt,
    Text,
    Integer,
    Boolean,
    OptionalText,
    Double,
    Timestamp,
}

/// A query for all columns of `table`, left-joined with `joined`, with four conditions.
#[derive(Debug, Clone)]
pub(crate) struct Query {
    pub(crate) number: usize,
    pub(crate) table: usize,
    pub(crate) joined: usize,
    pub(crate) conditions: [Condition; 4],
}

/// A comparison of a column of the query's table.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    pub(crate) column: &'static str,
    pub(crate) operator: Operator,
    pub(crate) value: Value,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Operator {
    Equal,
    Greater,
    Less,
}

#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    Integer(usize),
    Boolean(bool),
    BigInt(usize),
}

impl ColumnKind {
    const CYCLE: [Self; 7] = [
        Self::BigInt,
        Self::Text,
        Self::Integer,
        Self::Boolean,
        Self::OptionalText,
        Self::Double,
        Self::Timestamp,
    ];

    /// The type of a struct field. `timestamp` is the type for a point in time.
    pub(crate) const fn rust(self, timestamp: &'static str) -> &'static str {
        match self {
            Self::BigInt => "i64",
            Self::Text => "String",
            Self::Integer => "i32",
            Self::Boolean => "bool",
            Self::OptionalText => "Option<String>",
            Self::Double => "f64",
            Self::Timestamp => timestamp,
        }
    }
}

impl Operator {
    /// The method's name in all drivers except sqlx.
    pub(crate) const fn method(self) -> &'static str {
        match self {
            Self::Equal => "eq",
            Self::Greater => "gt",
            Self::Less => "lt",
        }
    }

    pub(crate) const fn sql(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Greater => ">",
            Self::Less => "<",
        }
    }
}

impl Value {
    /// A literal whose type is inferred from the comparison.
    pub(crate) fn literal(&self) -> String {
        match self {
            Self::Text(text) => format!("{text:?}"),
            Self::Integer(number) | Self::BigInt(number) => number.to_string(),
            Self::Boolean(value) => value.to_string(),
        }
    }

    /// A literal with an explicit type.
    pub(crate) fn typed_literal(&self) -> String {
        let literal = self.literal();
        match self {
            Self::Text(_) | Self::Boolean(_) => literal,
            Self::Integer(_) => literal + "i32",
            Self::BigInt(_) => literal + "i64",
        }
    }
}

impl Table {
    /// The column that references another table.
    pub(crate) const FOREIGN_KEY: &'static str = "c0";

    fn new(number: usize) -> Self {
        let id = Column {
            name: "id".to_owned(),
            kind: ColumnKind::BigInt,
        };
        let others = (0..12).map(|number| Column {
            name: format!("c{number}"),
            kind: ColumnKind::CYCLE[number % ColumnKind::CYCLE.len()],
        });
        Self {
            number,
            columns: std::iter::once(id).chain(others).collect(),
            references: number / RING * RING + (number + 1) % RING,
        }
    }
}

impl Query {
    /// Each round over all tables uses the next column of each type.
    fn new(number: usize, tables: &[Table]) -> Self {
        let table = number % tables.len();
        let round = number / tables.len();
        let condition = |column, operator, value| Condition {
            column,
            operator,
            value,
        };
        Self {
            number,
            table,
            joined: tables[table].references,
            conditions: [
                condition(
                    ["c1", "c8"][round % 2],
                    Operator::Equal,
                    Value::Text(format!("x{number}")),
                ),
                condition(
                    ["c2", "c9"][round / 2 % 2],
                    Operator::Greater,
                    Value::Integer(number),
                ),
                condition(
                    ["c3", "c10"][round % 2],
                    Operator::Equal,
                    Value::Boolean(true),
                ),
                condition(
                    ["c0", "c7"][(round + 1) % 2],
                    Operator::Less,
                    Value::BigInt(number),
                ),
            ],
        }
    }
}

impl Description {
    /// Describes this many tables, a multiple of ten, with three queries for each.
    pub(crate) fn new(tables: usize) -> Self {
        let tables: Vec<Table> = (0..tables).map(Table::new).collect();
        let queries = (0..tables.len() * 3).map(|number| Query::new(number, &tables));
        Self {
            queries: queries.collect(),
            tables,
        }
    }

    pub(crate) fn without_queries(mut self) -> Self {
        self.queries.clear();
        self
    }

    /// Renames column `c2` of the table `T5`, but not in the queries.
    pub(crate) fn with_renamed_column(mut self) -> Self {
        let columns = self.tables[5].columns.iter_mut();
        for column in columns.filter(|column| column.name == "c2") {
            "c2x".clone_into(&mut column.name);
        }
        self
    }

    /// Changes the value in a condition of one query. No type changes.
    pub(crate) fn with_other_value(mut self, edit: usize) -> Self {
        let query = self.query_to_edit();
        query.conditions[0].value = Value::Text(format!("edit {edit} of {}", query.number));
        self
    }

    /// Changes the operator in a condition of one query to one not used by the previous edit. This changes the type of
    /// a typed query.
    pub(crate) fn with_other_operator(mut self, edit: usize) -> Self {
        let operators = [Operator::Less, Operator::Equal];
        self.query_to_edit().conditions[1].operator = operators[edit % operators.len()];
        self
    }

    /// A query in the middle, both overall and in its file.
    fn query_to_edit(&mut self) -> &mut Query {
        let middle = self.queries.len() / 2 - 1;
        &mut self.queries[middle]
    }
}

/// The part of a list that belongs to a file.
pub(crate) fn in_file<T>(list: &[T], file: usize) -> &[T] {
    &list[file * list.len() / FILES..(file + 1) * list.len() / FILES]
}

#[cfg(test)]
mod tests {
    use super::{Description, FILES, in_file};

    #[test]
    fn a_query_joins_the_table_that_its_own_references() {
        let description = Description::new(100);
        assert_eq!(description.queries.len(), 300);
        assert!(
            description
                .queries
                .iter()
                .all(|query| query.joined == description.tables[query.table].references)
        );
    }

    #[test]
    fn foreign_keys_close_rings_of_ten() {
        let tables = Description::new(30).tables;
        assert_eq!((tables[0].references, tables[9].references), (1, 0));
        assert_eq!((tables[19].references, tables[29].references), (10, 20));
    }

    #[test]
    fn every_table_lies_in_one_file() {
        let tables = Description::new(30).tables;
        let numbers: Vec<usize> = (0..FILES)
            .flat_map(|file| in_file(&tables, file))
            .map(|table| table.number)
            .collect();
        assert_eq!(numbers, (0..30).collect::<Vec<_>>());
    }

    #[test]
    fn queries_use_the_column_that_is_renamed() {
        let description = Description::new(10);
        let mut of_table = description.queries.iter().filter(|query| query.table == 5);
        assert!(of_table.any(|query| query.conditions[1].column == "c2"));
    }
}
