//! Compares the columns that a program expects with those of a statement.

use sqlx::TypeInfo as _;
use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

use super::catalog::Catalog;
use super::prepare::ActualColumn;
use super::{ExpectedColumn, ExpectedType, Null, Problem};

/// Returns the differences.
pub(super) fn mismatches(
    catalog: &Catalog,
    expected: &[ExpectedColumn],
    actual: &[ActualColumn],
) -> Vec<Problem> {
    if expected.len() != actual.len() {
        return vec![Problem::ColumnCount {
            expected: expected.len(),
            actual: actual.len(),
        }];
    }
    let mut problems = Vec::new();
    for (i, (expected, actual)) in expected.iter().zip(actual).enumerate() {
        let column = || actual.name.clone();
        if !accepts(&expected.data_type, &actual.data_type) {
            problems.push(Problem::ColumnType {
                position: i + 1,
                column: column(),
                expected: catalog.name_of(&expected.data_type),
                actual: catalog.type_name(&actual.data_type),
            });
        } else if expected.null == Null::Never && actual.nullable {
            problems.push(Problem::ColumnNull {
                position: i + 1,
                column: column(),
            });
        }
    }
    problems
}

/// The object id of a type and that of its array.
type Oids = (u32, u32);

const TEXT: Oids = (25, 1009);

/// Types that are also read from others with the same binary format.
const ALSO: [(Oids, &[Oids]); 4] = [
    // varchar, bpchar, name
    (TEXT, &[(1043, 1015), (1042, 1014), (19, 1003)]),
    // inet: cidr
    ((869, 1041), &[(650, 651)]),
    // jsonb: json
    ((3802, 3807), &[(114, 199)]),
    // varbit: bit
    ((1562, 1563), &[(1560, 1561)]),
];

/// The types of extensions that are read as `text`.
const ALSO_TEXT: &str = "citext";

/// Returns true if a column of type `actual` can be read as `expected`, as `DataType::accepts` of `schema-core` does.
fn accepts(expected: &ExpectedType, actual: &PgTypeInfo) -> bool {
    match expected {
        ExpectedType::BuiltIn(expected) => {
            let is_actual = |oid: u32| actual.oid() == Some(Oid(oid));
            let also = |((element, array), others): &(Oids, &[Oids])| {
                if expected == element {
                    others.iter().any(|(other, _)| is_actual(*other))
                } else {
                    expected == array && others.iter().any(|(_, other)| is_actual(*other))
                }
            };
            is_actual(*expected)
                || ALSO.iter().any(also)
                || *expected == TEXT.0 && is_named(ALSO_TEXT, false, actual.name())
                || *expected == TEXT.1 && is_named(ALSO_TEXT, true, actual.name())
        }
        ExpectedType::Named { name, array } => is_named(name, *array, actual.name()),
    }
}

fn is_named(name: &str, array: bool, actual: &str) -> bool {
    match actual.strip_suffix("[]") {
        Some(element) => array && bare(element) == bare(name),
        None if array => actual.strip_prefix('_') == Some(bare(name)),
        None => bare(actual) == bare(name),
    }
}

/// Returns a type's name without its schema and quotes.
fn bare(name: &str) -> &str {
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
    name.trim_matches('"')
}

#[cfg(test)]
mod tests {
    use schema_core::types::{DataType, Inet, SqlType};

    use super::*;

    #[test]
    fn a_type_accepts_what_the_program_accepts() {
        for data_type in [String::DATA_TYPE, Inet::DATA_TYPE, i32::DATA_TYPE] {
            same(&data_type);
            same(&data_type.array_of());
        }
    }

    /// Asserts that both implementations accept the same types.
    fn same(data_type: &DataType) {
        let expected = ExpectedType::BuiltIn(data_type.oid.unwrap());
        for oid in 1..6_200 {
            let actual = PgTypeInfo::with_oid(Oid(oid));
            assert_eq!(
                accepts(&expected, &actual),
                data_type.accepts(&actual),
                "{} from {oid}",
                data_type.sql()
            );
        }
        for name in ["citext", "citext[]", "_citext", "public.citext", "ltree"] {
            let actual = PgTypeInfo::with_name(name);
            assert_eq!(accepts(&expected, &actual), data_type.accepts(&actual));
        }
    }

    #[test]
    fn a_named_type_is_compared_without_schema_and_quotes() {
        let mood = |array| ExpectedType::Named {
            name: "\"clinic\".\"mood\"".to_owned(),
            array,
        };
        assert!(accepts(&mood(false), &PgTypeInfo::with_name("mood")));
        assert!(!accepts(&mood(false), &PgTypeInfo::with_name("mood[]")));
        assert!(accepts(&mood(true), &PgTypeInfo::with_name("mood[]")));
        assert!(!accepts(&mood(false), &PgTypeInfo::with_name("status")));
    }
}
