//! Fingerprints of definitions: numbers that differ if the definitions differ. They can be computed during compilation.

use super::{
    Action, CheckDef, ColumnDef, DefaultDef, Deferrable, ForeignKeyDef, Identity, IndexDef,
    IndexElement, IndexOn, PrimaryKeyDef, TableDef, TableName, UniqueDef,
};
use crate::types::{DataType, TypeDef};

impl TableDef {
    /// Returns a number that changes with everything that is compared with a database: names, types, nullability, keys,
    /// constraints, indexes, comments. [`check_migrations!`](crate::check_migrations) compares it during compilation.
    ///
    /// Three things do not count: the order of the columns, `renamed_from`, and the value of a default that is written as
    /// Rust, because only a running program can turn it into SQL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// mod before {
    /// #   use schema_core::prelude::*;
    ///     #[table(name = "patients")]
    ///     pub struct Patient { id: i64, age: i32 }
    /// }
    /// mod after {
    /// #   use schema_core::prelude::*;
    ///     #[table(name = "patients")]
    ///     pub struct Patient { id: i64, age: Option<i32> }
    /// }
    ///
    /// const { assert!(before::Patient::DEF.fingerprint() != after::Patient::DEF.fingerprint()) };
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let mut hash = Hash::new().table_name(self.name).option(self.comment);
        let mut columns = 0_u64;
        let mut i = 0;
        while i < self.columns.len() {
            columns = columns.wrapping_add(Hash::new().column(&self.columns[i]).0);
            i += 1;
        }
        hash = hash.word(self.columns.len() as u64).word(columns);
        hash = match self.primary_key {
            Some(key) => hash.word(1).primary_key(key),
            None => hash.word(0),
        };
        hash.uniques(self.uniques)
            .foreign_keys(self.foreign_keys)
            .checks(self.checks)
            .indexes(self.indexes)
            .0
    }
}

impl TypeDef {
    /// Returns a number that changes with the definition of the type.
    ///
    /// ```
    /// use schema_core::types::{EnumDef, TypeDef};
    ///
    /// const OLD: EnumDef = EnumDef { schema: None, name: "mood", labels: &["happy"] };
    /// const NEW: EnumDef = EnumDef { labels: &["happy", "sad"], ..OLD };
    /// assert_ne!(TypeDef::Enum(&OLD).fingerprint(), TypeDef::Enum(&NEW).fingerprint());
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let (schema, name) = self.name();
        let hash = Hash::new().option(schema).text(name);
        match self {
            Self::Enum(def) => hash.word(0).texts(def.labels).0,
            Self::Domain(def) => hash.word(1).data_type(&def.base).option(def.check).0,
            Self::Composite(def) => {
                let mut hash = hash.word(2).word(def.fields.len() as u64);
                let mut i = 0;
                while i < def.fields.len() {
                    let field = &def.fields[i];
                    hash = hash.text(field.name).data_type(&field.data_type);
                    i += 1;
                }
                hash.0
            }
        }
    }

    /// Returns the Postgres schema and the name.
    pub(crate) const fn name(&self) -> (Option<&'static str>, &'static str) {
        match self {
            Self::Enum(def) => (def.schema, def.name),
            Self::Composite(def) => (def.schema, def.name),
            Self::Domain(def) => (def.schema, def.name),
        }
    }
}

/// A hash of a sequence of words. The lock files of users contain the results, so the function must not change.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    const fn word(self, word: u64) -> Self {
        let hash = (self.0 ^ word).wrapping_mul(0x9fb2_1c65_1e98_df25);
        let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self(hash ^ (hash >> 29))
    }

    const fn flag(self, flag: bool) -> Self {
        self.word(flag as u64)
    }

    /// Takes eight bytes at a time: each step costs time during compilation.
    const fn text(self, text: &str) -> Self {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let mut hash = self.word(text.len() as u64);
        let mut i = 0;
        while i < words.len() {
            hash = hash.word(u64::from_le_bytes(words[i]));
            i += 1;
        }
        let mut last = 0;
        i = rest.len();
        while i > 0 {
            i -= 1;
            last = (last << 8) | rest[i] as u64;
        }
        hash.word(last)
    }

    const fn option(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.word(1).text(text),
            None => self.word(0),
        }
    }

    const fn texts(self, texts: &[&str]) -> Self {
        let mut hash = self.word(texts.len() as u64);
        let mut i = 0;
        while i < texts.len() {
            hash = hash.text(texts[i]);
            i += 1;
        }
        hash
    }

    const fn table_name(self, name: TableName) -> Self {
        self.option(name.schema).text(name.name)
    }

    const fn data_type(self, data_type: &DataType) -> Self {
        let hash = self.text(data_type.name).flag(data_type.array);
        let hash = match data_type.modifier {
            Some(modifier) => hash.word(1).word(modifier as u64),
            None => hash.word(0),
        };
        hash.option(data_type.extension)
    }

    const fn column(self, column: &ColumnDef) -> Self {
        let hash = self.text(column.name).flag(column.nullable);
        let hash = match column.sql_type {
            Some(sql_type) => hash
                .word(1)
                .text(sql_type)
                .option(column.data_type.extension),
            None => hash.word(0).data_type(&column.data_type),
        };
        let hash = match column.default {
            None => hash.word(0),
            Some(DefaultDef::Sql(expression)) => hash.word(1).text(expression),
            Some(DefaultDef::Value(_)) => hash.word(2),
        };
        let hash = hash.word(match column.identity {
            None => 0,
            Some(Identity::Always) => 1,
            Some(Identity::ByDefault) => 2,
        });
        let hash = match column.generated {
            None => hash.word(0),
            Some(generated) => hash
                .word(1)
                .text(generated.expression)
                .flag(generated.stored),
        };
        hash.option(column.collate).option(column.comment)
    }

    const fn primary_key(self, key: PrimaryKeyDef) -> Self {
        self.option(key.name).texts(key.columns)
    }

    const fn uniques(self, uniques: &[UniqueDef]) -> Self {
        let mut hash = self.word(uniques.len() as u64);
        let mut i = 0;
        while i < uniques.len() {
            let unique = uniques[i];
            hash = hash
                .option(unique.name)
                .texts(unique.columns)
                .flag(unique.nulls_not_distinct);
            i += 1;
        }
        hash
    }

    const fn foreign_keys(self, keys: &[ForeignKeyDef]) -> Self {
        let mut hash = self.word(keys.len() as u64);
        let mut i = 0;
        while i < keys.len() {
            let key = keys[i];
            hash = hash
                .option(key.name)
                .texts(key.columns)
                .table_name(key.table)
                .texts(key.references)
                .word(action(key.on_delete))
                .word(action(key.on_update))
                .word(match key.deferrable {
                    Deferrable::No => 0,
                    Deferrable::InitiallyImmediate => 1,
                    Deferrable::InitiallyDeferred => 2,
                });
            i += 1;
        }
        hash
    }

    const fn checks(self, checks: &[CheckDef]) -> Self {
        let mut hash = self.word(checks.len() as u64);
        let mut i = 0;
        while i < checks.len() {
            hash = hash.option(checks[i].name).text(checks[i].expression);
            i += 1;
        }
        hash
    }

    const fn indexes(self, indexes: &[IndexDef]) -> Self {
        let mut hash = self.word(indexes.len() as u64);
        let mut i = 0;
        while i < indexes.len() {
            hash = hash.index(indexes[i]);
            i += 1;
        }
        hash
    }

    const fn index(self, index: IndexDef) -> Self {
        let mut hash = self
            .option(index.name)
            .text(index.method)
            .texts(index.include)
            .flag(index.unique)
            .flag(index.nulls_not_distinct)
            .option(index.filter)
            .word(index.elements.len() as u64);
        let mut i = 0;
        while i < index.elements.len() {
            hash = hash.element(index.elements[i]);
            i += 1;
        }
        hash = hash.word(index.with.len() as u64);
        i = 0;
        while i < index.with.len() {
            hash = hash.text(index.with[i].0).text(index.with[i].1);
            i += 1;
        }
        hash
    }

    const fn element(self, element: IndexElement) -> Self {
        let hash = match element.on {
            IndexOn::Column(name) => self.word(0).text(name),
            IndexOn::Expression(expression) => self.word(1).text(expression),
        };
        hash.option(element.collate)
            .option(element.operator_class)
            .flag(element.descending)
            .word(match element.nulls_first {
                None => 0,
                Some(false) => 1,
                Some(true) => 2,
            })
    }
}

const fn action(action: Action) -> u64 {
    match action {
        Action::NoAction => 0,
        Action::Restrict => 1,
        Action::Cascade => 2,
        Action::SetNull => 3,
        Action::SetDefault => 4,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::ddl::testing::{
        BIGINT, CHECK, FOREIGN_KEY, INDEX, INTEGER, PRIMARY_KEY, TABLE, TEXT, UNIQUE, VECTOR, by,
        column, expression,
    };
    use crate::def::GeneratedDef;
    use crate::types::{CompositeDef, CompositeFieldDef, DomainDef, EnumDef};

    const A: ColumnDef = column("a", INTEGER);
    const B: ColumnDef = column("b", INTEGER);
    const KEY: ForeignKeyDef = FOREIGN_KEY;
    const BY_A: IndexElement = by("a");
    const EXPRESSION: IndexElement = expression("a");

    /// Asserts that all fingerprints differ.
    #[track_caller]
    fn assert_distinct(fingerprints: &[u64]) {
        let distinct: HashSet<_> = fingerprints.iter().collect();
        assert_eq!(distinct.len(), fingerprints.len(), "{fingerprints:#x?}");
    }

    const fn named(schema: Option<&'static str>, name: &'static str) -> TableName {
        TableName { schema, name }
    }

    #[test]
    fn each_part_of_a_table_counts() {
        let tables: [TableDef; 12] = [
            TABLE,
            TableDef {
                name: named(None, "t"),
                ..TABLE
            },
            TableDef {
                name: named(Some("t"), ""),
                ..TABLE
            },
            TableDef {
                comment: Some(""),
                ..TABLE
            },
            TableDef {
                columns: &[A],
                ..TABLE
            },
            TableDef {
                columns: &[A, B],
                ..TABLE
            },
            TableDef {
                primary_key: Some(PRIMARY_KEY),
                ..TABLE
            },
            TableDef {
                primary_key: Some(PrimaryKeyDef {
                    name: Some("k"),
                    ..PRIMARY_KEY
                }),
                ..TABLE
            },
            TableDef {
                uniques: &[UNIQUE],
                ..TABLE
            },
            TableDef {
                foreign_keys: &[KEY],
                ..TABLE
            },
            TableDef {
                checks: &[CHECK],
                ..TABLE
            },
            TableDef {
                indexes: &[INDEX],
                ..TABLE
            },
        ];
        assert_distinct(&tables.map(|table| table.fingerprint()));
    }

    #[test]
    fn the_order_of_columns_does_not_count() {
        let table = |columns| TableDef { columns, ..TABLE }.fingerprint();
        assert_eq!(table(&[A, B]), table(&[B, A]));
        assert_ne!(table(&[A, A]), table(&[B, B]));
    }

    #[test]
    fn each_part_of_a_column_counts() {
        let generated = |stored| {
            Some(GeneratedDef {
                expression: "1",
                stored,
            })
        };
        let columns = [
            A,
            B,
            column("a", BIGINT),
            column("a", VECTOR),
            column("a", VECTOR.with_modifier(3)),
            column("a", INTEGER.array_of()),
            ColumnDef {
                sql_type: Some("integer"),
                ..A
            },
            ColumnDef {
                nullable: true,
                ..A
            },
            ColumnDef {
                default: Some(DefaultDef::Sql("1")),
                ..A
            },
            ColumnDef {
                default: Some(DefaultDef::Sql("2")),
                ..A
            },
            ColumnDef {
                default: Some(DefaultDef::Value(String::new)),
                ..A
            },
            ColumnDef {
                identity: Some(Identity::Always),
                ..A
            },
            ColumnDef {
                identity: Some(Identity::ByDefault),
                ..A
            },
            ColumnDef {
                generated: generated(true),
                ..A
            },
            ColumnDef {
                generated: generated(false),
                ..A
            },
            ColumnDef {
                collate: Some("C"),
                ..A
            },
            ColumnDef {
                comment: Some("C"),
                ..A
            },
        ];
        assert_distinct(&columns.map(|column| Hash::new().column(&column).0));
        let renamed = ColumnDef {
            renamed_from: Some("c"),
            field: "r#a",
            required: true,
            ..A
        };
        assert_eq!(Hash::new().column(&renamed).0, Hash::new().column(&A).0);
    }

    #[test]
    fn each_part_of_a_constraint_counts() {
        let lists: [&[ForeignKeyDef]; 11] = [
            &[],
            &[KEY],
            &[KEY, KEY],
            &[ForeignKeyDef {
                name: Some("k"),
                ..KEY
            }],
            &[ForeignKeyDef {
                columns: &["a"],
                ..KEY
            }],
            &[ForeignKeyDef {
                table: named(None, "t"),
                ..KEY
            }],
            &[ForeignKeyDef {
                references: &["a"],
                ..KEY
            }],
            &[ForeignKeyDef {
                on_delete: Action::Cascade,
                ..KEY
            }],
            &[ForeignKeyDef {
                on_update: Action::Cascade,
                ..KEY
            }],
            &[ForeignKeyDef {
                deferrable: Deferrable::InitiallyImmediate,
                ..KEY
            }],
            &[ForeignKeyDef {
                deferrable: Deferrable::InitiallyDeferred,
                ..KEY
            }],
        ];
        assert_distinct(&lists.map(|list| Hash::new().foreign_keys(list).0));
        let lists: [&[UniqueDef]; 4] = [
            &[UNIQUE],
            &[UniqueDef {
                name: Some("k"),
                ..UNIQUE
            }],
            &[UniqueDef {
                columns: &["a"],
                ..UNIQUE
            }],
            &[UniqueDef {
                nulls_not_distinct: true,
                ..UNIQUE
            }],
        ];
        assert_distinct(&lists.map(|list| Hash::new().uniques(list).0));
        let lists: [&[CheckDef]; 3] = [
            &[CHECK],
            &[CheckDef {
                name: Some("k"),
                ..CHECK
            }],
            &[CheckDef {
                expression: "k",
                ..CHECK
            }],
        ];
        assert_distinct(&lists.map(|list| Hash::new().checks(list).0));
    }

    #[test]
    fn each_part_of_an_index_counts() {
        let indexes = [
            INDEX,
            IndexDef {
                name: Some("i"),
                ..INDEX
            },
            IndexDef {
                method: "hash",
                ..INDEX
            },
            IndexDef {
                elements: &[BY_A],
                ..INDEX
            },
            IndexDef {
                elements: &[EXPRESSION],
                ..INDEX
            },
            IndexDef {
                elements: &[IndexElement {
                    collate: Some("C"),
                    ..BY_A
                }],
                ..INDEX
            },
            IndexDef {
                elements: &[IndexElement {
                    operator_class: Some("C"),
                    ..BY_A
                }],
                ..INDEX
            },
            IndexDef {
                elements: &[IndexElement {
                    descending: true,
                    ..BY_A
                }],
                ..INDEX
            },
            IndexDef {
                elements: &[IndexElement {
                    nulls_first: Some(true),
                    ..BY_A
                }],
                ..INDEX
            },
            IndexDef {
                elements: &[IndexElement {
                    nulls_first: Some(false),
                    ..BY_A
                }],
                ..INDEX
            },
            IndexDef {
                include: &["a"],
                ..INDEX
            },
            IndexDef {
                unique: true,
                ..INDEX
            },
            IndexDef {
                nulls_not_distinct: true,
                ..INDEX
            },
            IndexDef {
                with: &[("a", "b")],
                ..INDEX
            },
            IndexDef {
                with: &[("ab", "")],
                ..INDEX
            },
            IndexDef {
                filter: Some("a"),
                ..INDEX
            },
        ];
        assert_distinct(&indexes.map(|index| Hash::new().index(index).0));
    }

    #[test]
    fn each_part_of_a_type_counts() {
        const ENUM: EnumDef = EnumDef {
            schema: None,
            name: "t",
            labels: &["a", "b"],
        };
        const SWAPPED: EnumDef = EnumDef {
            labels: &["b", "a"],
            ..ENUM
        };
        const ELSEWHERE: EnumDef = EnumDef {
            schema: Some("s"),
            ..ENUM
        };
        const DOMAIN: DomainDef = DomainDef {
            schema: None,
            name: "t",
            base: TEXT,
            check: None,
        };
        const CHECKED: DomainDef = DomainDef {
            check: Some("value > 1"),
            ..DOMAIN
        };
        const INTEGERS: DomainDef = DomainDef {
            base: INTEGER,
            ..DOMAIN
        };
        const EMPTY: CompositeDef = CompositeDef {
            schema: None,
            name: "t",
            fields: &[],
        };
        const FIELD: CompositeFieldDef = CompositeFieldDef {
            name: "a",
            data_type: INTEGER,
        };
        const ONE: CompositeDef = CompositeDef {
            fields: &[FIELD],
            ..EMPTY
        };
        assert_distinct(
            &[
                TypeDef::Enum(&ENUM),
                TypeDef::Enum(&SWAPPED),
                TypeDef::Enum(&ELSEWHERE),
                TypeDef::Domain(&DOMAIN),
                TypeDef::Domain(&CHECKED),
                TypeDef::Domain(&INTEGERS),
                TypeDef::Composite(&EMPTY),
                TypeDef::Composite(&ONE),
            ]
            .map(|def| def.fingerprint()),
        );
    }

    #[test]
    fn texts_of_each_length_differ() {
        let texts = [
            "",
            "\0",
            "a",
            "aaaaaaa",
            "aaaaaaaa",
            "aaaaaaaaa",
            "aaaaaaaab",
            "baaaaaaaa",
        ];
        assert_distinct(&texts.map(|text| Hash::new().text(text).0));
        // The lock files of users depend on it.
        assert_eq!(Hash::new().text("patients").0, 0x23af_fc9b_50cc_f99b);
    }
}
