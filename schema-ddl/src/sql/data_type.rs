//! Types of columns, as people write them.

use crate::model::DataType;

/// Returns the type with its short name: `timestamptz`, `varchar(20)`.
pub(crate) fn short(data_type: &DataType) -> String {
    let name = match data_type.name.name.as_str() {
        "timestamp with time zone" => "timestamptz",
        "timestamp without time zone" => "timestamp",
        "time with time zone" => "timetz",
        "time without time zone" => "time",
        "character varying" => "varchar",
        "character" => "char",
        "bit varying" => "varbit",
        _ => return data_type.to_string(),
    };
    if !data_type.built_in {
        return data_type.to_string();
    }
    let modifier = data_type.modifier.as_ref();
    let modifier = modifier
        .map(|modifier| format!("({modifier})"))
        .unwrap_or_default();
    let array = if data_type.array { "[]" } else { "" };
    format!("{name}{modifier}{array}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_another_spelling_of_the_type() {
        for (sql, expected) in [
            ("timestamp(3) with time zone", "timestamptz(3)"),
            ("timestamp[]", "timestamp[]"),
            ("time with time zone", "timetz"),
            ("time(0)", "time(0)"),
            ("character varying(20)[]", "varchar(20)[]"),
            ("character", "char(1)"),
            ("bit varying", "varbit"),
            ("numeric(10, 2)", "numeric(10,2)"),
            ("\"character varying\"", "\"character varying\""),
        ] {
            let data_type = DataType::parse(sql);
            assert_eq!(short(&data_type), expected);
            assert_eq!(DataType::parse(expected), data_type);
        }
    }
}
