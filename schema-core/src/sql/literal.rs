//! Values as literals, in the query of a view.
//!
//! Each has its type wherever it is, and needs no parentheses: `18::integer`, `'Ada'::text`.

use crate::types::{SqlType, Value, push_quoted};

/// The types whose values need no quotes. Without a type, a number would be the position of a column in `order by`.
const PLAIN: [&str; 4] = ["smallint", "integer", "bigint", "boolean"];

/// Returns one value.
pub(super) fn of<T: SqlType, V: Value<T>>(value: Option<&V>) -> String {
    let data_type = T::DATA_TYPE.sql();
    match value.map(V::text) {
        None => format!("null::{data_type}"),
        Some(text) if PLAIN.contains(&data_type.as_str()) && !text.starts_with('-') => {
            format!("{text}::{data_type}")
        }
        Some(text) => {
            let mut sql = String::new();
            push_quoted(&mut sql, &text, &data_type);
            sql
        }
    }
}

/// Returns an array of values, as an argument.
pub(super) fn of_list<'a, T, V, I>(values: I) -> String
where
    T: SqlType,
    V: Value<T> + 'a,
    I: Iterator<Item = Option<&'a V>>,
{
    let values: Vec<String> = values.map(of::<T, V>).collect();
    let data_type = T::DATA_TYPE.array_of().sql();
    format!("array[{}]::{data_type}", values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_has_its_type() {
        assert_eq!(of::<i64, i64>(Some(&18)), "18::bigint");
        assert_eq!(of::<i64, i64>(Some(&-18)), "'-18'::bigint");
        assert_eq!(of::<i32, i32>(None), "null::integer");
        assert_eq!(of::<bool, bool>(Some(&true)), "true::boolean");
        assert_eq!(of::<f64, f64>(Some(&0.1)), "'0.1'::double precision");
        assert_eq!(of::<String, &str>(Some(&"it's")), "'it''s'::text");
        assert_eq!(
            of::<Vec<i16>, [i16; 2]>(Some(&[1, 2])),
            r#"'{"1","2"}'::smallint[]"#
        );
    }

    #[test]
    fn a_list_is_an_array() {
        let texts = ["a", "b,c"];
        assert_eq!(
            of_list::<String, &str, _>(texts.iter().map(Some).chain([None])),
            "array['a'::text, 'b,c'::text, null::text]::text[]"
        );
        assert_eq!(of_list::<i64, i64, _>([].into_iter()), "array[]::bigint[]");
    }
}
