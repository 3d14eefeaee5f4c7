//! The models of a partitioned table's key and of its partitions.

use schema_ddl::model::{Column, PartitionBy, PartitionOf, PartitionStrategy as Strategy, Table};
use schema_ddl::sql::quote;

use crate::def::{
    IndexOn, KnownType, PartitionBound, PartitionByDef, PartitionDef, PartitionStrategy,
    PartitionValue, TableDef,
};

pub(super) fn partition_by(def: &PartitionByDef) -> PartitionBy {
    let key = def.key.iter().map(|on| match on {
        IndexOn::Column(name) => quote::name(name),
        IndexOn::Expression(expression) => format!("({expression})"),
    });
    PartitionBy {
        strategy: match def.strategy {
            PartitionStrategy::Range => Strategy::Range,
            PartitionStrategy::List => Strategy::List,
            PartitionStrategy::Hash => Strategy::Hash,
        },
        key: key.collect::<Vec<_>>().join(", "),
    }
}

/// Returns the declared partitions of a table, which get everything else from it.
pub(super) fn partitions(def: &'static TableDef, table: &Table) -> Vec<Table> {
    let partitions = def.storage.partitions.iter();
    let of = |partition: &PartitionDef| {
        let columns = table.columns.iter().map(|column| Column {
            comment: None,
            ..column.clone()
        });
        Table {
            columns: columns.collect(),
            partition_of: Some(PartitionOf {
                parent: table.name.clone(),
                bound: bound(def, partition.bound),
            }),
            ..Table::new(table.name.beside(partition.name))
        }
    };
    partitions.map(of).collect()
}

fn bound(def: &TableDef, bound: PartitionBound) -> String {
    let list = |values: &[PartitionValue]| {
        let values = values.iter().enumerate();
        let values = values.map(|(at, value)| value_sql(*value, is_instant(def, at)));
        values.collect::<Vec<_>>().join(", ")
    };
    match bound {
        PartitionBound::Range(from, to) => {
            format!("for values from ({}) to ({})", list(from), list(to))
        }
        PartitionBound::List(values) => {
            // All values are for the only part of the key.
            let is_instant = is_instant(def, 0);
            let values = values.iter().map(|value| value_sql(*value, is_instant));
            format!("for values in ({})", values.collect::<Vec<_>>().join(", "))
        }
        PartitionBound::Hash { modulus, remainder } => {
            format!("for values with (modulus {modulus}, remainder {remainder})")
        }
        PartitionBound::Default => String::from("default"),
    }
}

/// Returns true if a part of the key is a `timestamptz`, whose text means another time in another time zone.
fn is_instant(def: &TableDef, at: usize) -> bool {
    let key = def.storage.partition_by.map_or(&[][..], |by| by.key);
    let Some(IndexOn::Column(name)) = key.get(at) else {
        return false;
    };
    let column = def.column(name).and_then(KnownType::of);
    column.is_some_and(|known| known.name == "timestamptz")
}

fn value_sql(value: PartitionValue, is_instant: bool) -> String {
    match value {
        PartitionValue::Sql(sql) => sql.to_owned(),
        PartitionValue::Text(text) => match zone(text).filter(|_| is_instant) {
            Some(zone) => quote::literal(&format!("{text}{zone}")),
            None => quote::literal(text),
        },
    }
}

/// Returns what makes a date, or a date and a time, one in UTC, or `None` if the text is anything else.
fn zone(text: &str) -> Option<&'static str> {
    let shape: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let rest = shape.strip_prefix("0000-00-00")?;
    if rest.is_empty() {
        return Some(" 00:00:00+00");
    }
    let time = rest.strip_prefix([' ', 'T'])?;
    let time = time.strip_prefix("00:00")?;
    let seconds = time.strip_prefix(":00").unwrap_or(time);
    let fraction = seconds.strip_prefix('.').unwrap_or(seconds);
    fraction.chars().all(|c| c == '0').then_some("+00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_or_a_time_without_a_zone_is_in_utc() {
        assert_eq!(zone("2026-01-01"), Some(" 00:00:00+00"));
        assert_eq!(zone("2026-01-01 08:30"), Some("+00"));
        assert_eq!(zone("2026-01-01T08:30:00.25"), Some("+00"));
        assert_eq!(zone("2026-01-01 08:30+02"), None);
        assert_eq!(zone("2026-01-01 Europe/Berlin"), None);
        assert_eq!(zone("infinity"), None);
    }
}
