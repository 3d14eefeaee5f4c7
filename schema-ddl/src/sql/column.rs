//! A column in `create table` and `alter table`.

use super::{data_type, expression, quote, sequence};
use crate::model::{Column, Generated, Identity, Name, SequenceOptions};

/// Returns the definition of a column, as in `create table` and `add column`.
///
/// Its statistics target and its comment need statements of their own.
///
/// ```
/// use schema_ddl::model::{Column, DataType};
/// use schema_ddl::sql::column;
///
/// let column = Column {
///     default: Some("now()".into()),
///     ..Column::new("created_at", DataType::parse("timestamptz"))
/// };
/// assert_eq!(
///     column::definition(&column),
///     r#""created_at" timestamptz not null default now()"#
/// );
/// ```
pub fn definition(column: &Column) -> String {
    let data_type = data_type::short(&column.data_type);
    let mut clauses = vec![quote::name(&column.name), data_type];
    if let Some(storage) = &column.storage {
        clauses.push(format!("storage {storage}"));
    }
    if let Some(method) = &column.compression {
        clauses.push(format!("compression {method}"));
    }
    if let Some(collate) = &column.collate {
        clauses.push(format!("collate {collate}"));
    }
    if !column.nullable {
        clauses.push(String::from("not null"));
    }
    if let Some(one) = &column.identity {
        clauses.push(identity(one));
    }
    if let Some(one) = &column.generated {
        clauses.push(generated(one));
    }
    if let Some(expression) = &column.default {
        clauses.push(default(expression));
    }
    clauses.join(" ")
}

/// Returns `generated always as identity (…)`.
pub(crate) fn identity(identity: &Identity) -> String {
    let kind = identity_kind(identity);
    let options = sequence_options(&identity.sequence);
    if options.is_empty() {
        format!("generated {kind} as identity")
    } else {
        format!("generated {kind} as identity ({})", options.join(" "))
    }
}

/// Returns `always` or `by default`.
pub(crate) fn identity_kind(identity: &Identity) -> &'static str {
    if identity.always {
        "always"
    } else {
        "by default"
    }
}

fn sequence_options(options: &SequenceOptions) -> Vec<String> {
    let numbers = [
        ("start with", options.start),
        ("increment by", options.increment),
        ("minvalue", options.min),
        ("maxvalue", options.max),
        ("cache", options.cache),
    ];
    let numbers = numbers
        .into_iter()
        .filter_map(|(word, number)| Some(format!("{word} {}", number?)));
    let cycle = options.cycle.then(|| String::from("cycle"));
    numbers.chain(cycle).collect()
}

/// Returns the first value of a sequence.
pub(crate) fn sequence_start(options: &SequenceOptions) -> i64 {
    let descending = options.increment.is_some_and(|increment| increment < 0);
    let first = if descending {
        options.max.unwrap_or(-1)
    } else {
        options.min.unwrap_or(1)
    };
    options.start.unwrap_or(first)
}

/// Returns the clauses `set …` that change the options of an identity column's sequence.
pub(crate) fn change_sequence(from: &SequenceOptions, to: &SequenceOptions) -> Vec<String> {
    let mut set = Vec::new();
    if from.increment != to.increment {
        set.push(format!("set increment by {}", to.increment.unwrap_or(1)));
    }
    for (word, from, to) in [
        ("minvalue", from.min, to.min),
        ("maxvalue", from.max, to.max),
    ] {
        match to {
            Some(number) if from != to => set.push(format!("set {word} {number}")),
            None if from != to => set.push(format!("set no {word}")),
            _ => {}
        }
    }
    if sequence_start(from) != sequence_start(to) {
        set.push(format!("set start with {}", sequence_start(to)));
    }
    if sequence::is_elsewhere(from, to) {
        set.push(String::from("restart"));
    }
    if from.cache != to.cache {
        set.push(format!("set cache {}", to.cache.unwrap_or(1)));
    }
    if from.cycle != to.cycle {
        set.push(String::from(if to.cycle {
            "set cycle"
        } else {
            "set no cycle"
        }));
    }
    set
}

fn generated(generated: &Generated) -> String {
    let kind = if generated.stored {
        "stored"
    } else {
        "virtual"
    };
    format!("generated always as ({}) {kind}", generated.expression)
}

/// Returns the `default` clause. Postgres accepts only some expressions here without parentheses.
fn default(text: &str) -> String {
    let outside = [
        "and", "or", "not", "is", "in", "like", "ilike", "similar", "between", "at", "collate",
        "isnull", "notnull", "overlaps",
    ];
    if expression::has_word(text, &outside) {
        format!("default ({text})")
    } else {
        format!("default {text}")
    }
}

/// Returns a statement that changes a column.
pub(crate) fn alter(table: &Name, column: &str, change: &str) -> String {
    format!(
        "alter table {table} alter column {} {change}",
        quote::name(column)
    )
}

/// Returns the statement that adds a column.
pub(crate) fn add(table: &Name, column: &Column) -> String {
    format!("alter table {table} add column {}", definition(column))
}

/// Returns the statement that drops a column.
pub(crate) fn drop(table: &Name, column: &str) -> String {
    format!("alter table {table} drop column {}", quote::name(column))
}

/// Returns the statement that renames a column.
pub(crate) fn rename(table: &Name, from: &str, to: &str) -> String {
    let (from, to) = (quote::name(from), quote::name(to));
    format!("alter table {table} rename column {from} to {to}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DataType;

    #[test]
    fn clauses_are_in_the_order_of_the_grammar() {
        let column = Column {
            storage: Some("external".into()),
            compression: Some("lz4".into()),
            collate: Some("\"C\"".into()),
            default: Some("'a' collate \"C\"".into()),
            ..Column::new("c", DataType::parse("text"))
        };
        assert_eq!(
            definition(&column),
            r#""c" text storage external compression lz4 collate "C" not null default ('a' collate "C")"#
        );
    }

    #[test]
    fn a_default_is_in_parentheses_if_postgres_requires_them() {
        for (sql, expected) in [
            ("now()", "now()"),
            ("'this or that'", "'this or that'"),
            ("'{}'::jsonb", "'{}'::jsonb"),
            ("true or false", "(true or false)"),
            ("now() at time zone 'utc'", "(now() at time zone 'utc')"),
        ] {
            let column = Column {
                default: Some(sql.into()),
                ..Column::new("c", DataType::parse("text"))
            };
            assert_eq!(
                definition(&column),
                format!("\"c\" text not null default {expected}")
            );
        }
    }

    #[test]
    fn an_identity_has_options_and_a_generated_column_an_expression() {
        let sequence = SequenceOptions {
            start: Some(10),
            increment: Some(2),
            cycle: true,
            ..SequenceOptions::default()
        };
        let column = Column {
            identity: Some(Identity {
                always: false,
                sequence,
            }),
            ..Column::new("id", DataType::parse("bigint"))
        };
        assert_eq!(
            definition(&column),
            r#""id" bigint not null generated by default as identity (start with 10 increment by 2 cycle)"#
        );
        let column = Column {
            nullable: true,
            generated: Some(Generated {
                expression: "a + 1".into(),
                stored: true,
            }),
            ..Column::new("b", DataType::parse("int"))
        };
        assert_eq!(
            definition(&column),
            r#""b" integer generated always as (a + 1) stored"#
        );
    }

    #[test]
    fn options_of_a_sequence_return_to_their_defaults() {
        let options = SequenceOptions {
            start: Some(5),
            increment: Some(-1),
            min: Some(-9),
            max: Some(9),
            cache: Some(3),
            cycle: true,
        };
        assert_eq!(
            change_sequence(&options, &SequenceOptions::default()),
            [
                "set increment by 1",
                "set no minvalue",
                "set no maxvalue",
                "set start with 1",
                "set cache 1",
                "set no cycle"
            ]
        );
    }
}
