//! Periods of time, and the names and bounds of their partitions. Pure.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use schema_ddl::model::Name;
use schema_ddl::sql::quote;

use super::PartitionError;

/// The longest name that Postgres keeps, in bytes.
const LONGEST_NAME: usize = 63;

/// The length of each partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Every {
    /// A day: `orders_2026_12_31`.
    Day,
    /// A week from Monday to Sunday, with its ISO number: `orders_2026_w53`.
    Week,
    /// A month: `orders_2026_12`.
    Month,
    /// A year: `orders_2026`.
    Year,
}

impl Every {
    /// Returns the first day of the period that contains the day.
    fn start(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => Some(day),
            Self::Week => {
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
            }
            Self::Month => day.with_day(1),
            Self::Year => day.with_day(1)?.with_month(1),
        }
    }

    /// Returns the first day of the next period. The day must be the first one of a period.
    fn next(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => start.succ_opt(),
            Self::Week => start.checked_add_days(Days::new(7)),
            Self::Month => start.checked_add_months(Months::new(1)),
            Self::Year => start.checked_add_months(Months::new(12)),
        }
    }

    /// Returns the end of the partition's name.
    fn suffix(self, start: NaiveDate) -> String {
        match self {
            Self::Day => start.format("_%Y_%m_%d").to_string(),
            Self::Week => start.format("_%G_w%V").to_string(),
            Self::Month => start.format("_%Y_%m").to_string(),
            Self::Year => start.format("_%Y").to_string(),
        }
    }
}

/// The type of a partition key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyType {
    Date,
    Timestamp,
    Timestamptz,
}

impl KeyType {
    /// Returns the type with this name in `pg_type`.
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "date" => Some(Self::Date),
            "timestamp" => Some(Self::Timestamp),
            "timestamptz" => Some(Self::Timestamptz),
            _ => None,
        }
    }

    /// Returns the beginning of a day as a literal. With a time zone it is the one of UTC.
    pub(super) fn literal(self, day: NaiveDate) -> String {
        match self {
            Self::Date => format!("'{day}'"),
            Self::Timestamp => format!("'{day} 00:00:00'"),
            Self::Timestamptz => format!("'{day} 00:00:00+00'"),
        }
    }
}

/// A partition that should exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    /// The name.
    pub(super) name: Name,
    /// The first day.
    pub(super) from: NaiveDate,
    /// The day after the last one.
    pub(super) to: NaiveDate,
}

impl Period {
    /// Returns the statement that creates the partition.
    pub(super) fn create(&self, table: &Name, key: KeyType) -> String {
        format!(
            "create table {} partition of {table} for values from ({}) to ({})",
            self.name,
            key.literal(self.from),
            key.literal(self.to)
        )
    }
}

/// Returns the period that contains the day and as many after it.
pub(super) fn periods(
    table: &Name,
    every: Every,
    ahead: u32,
    from: NaiveDate,
) -> Result<Vec<Period>, PartitionError> {
    let out_of_range = || PartitionError::OutOfRange { from, ahead };
    let mut periods = Vec::new();
    let mut start = every.start(from).ok_or_else(out_of_range)?;
    for _ in 0..=ahead {
        let to = every.next(start).ok_or_else(out_of_range)?;
        if start.year() < 1 || to.year() > 9999 {
            return Err(out_of_range());
        }
        periods.push(Period {
            name: partition_name(table, &every.suffix(start)),
            from: start,
            to,
        });
        start = to;
    }
    Ok(periods)
}

/// Appends the suffix to the table's name. A long name is shortened, because Postgres would cut off the suffix.
fn partition_name(table: &Name, suffix: &str) -> Name {
    let mut end = table.name.len().min(LONGEST_NAME - suffix.len());
    while !table.name.is_char_boundary(end) {
        end -= 1;
    }
    table.beside(format!("{}{suffix}", &table.name[..end]))
}

/// Returns the query that counts the rows of the default partition in a period.
pub(super) fn count(default: &Name, column: &str, key: KeyType, period: &Period) -> String {
    let column = quote::name(column);
    format!(
        "select count(*) from {default} where {column} >= {} and {column} < {}",
        key.literal(period.from),
        key.literal(period.to)
    )
}

/// Returns the statement that detaches a partition.
pub(super) fn detach(table: &Name, partition: &Name) -> String {
    format!("alter table {table} detach partition {partition}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sql(every: Every, ahead: u32, from: &str) -> Vec<String> {
        let table = Name::new("orders");
        let periods = periods(&table, every, ahead, day(from)).unwrap();
        let create = |period: &Period| period.create(&table, KeyType::Date);
        periods.iter().map(create).collect()
    }

    #[test]
    fn months_are_whole_and_cross_the_year() {
        assert_eq!(
            sql(Every::Month, 1, "2026-12-31"),
            [
                r#"create table "orders_2026_12" partition of "orders" for values from ('2026-12-01') to ('2027-01-01')"#,
                r#"create table "orders_2027_01" partition of "orders" for values from ('2027-01-01') to ('2027-02-01')"#,
            ]
        );
    }

    #[test]
    fn weeks_begin_on_monday_and_have_the_iso_year() {
        assert_eq!(
            sql(Every::Week, 0, "2027-01-02"),
            [
                r#"create table "orders_2026_w53" partition of "orders" for values from ('2026-12-28') to ('2027-01-04')"#
            ]
        );
    }

    #[test]
    fn days_and_years() {
        assert_eq!(
            sql(Every::Day, 1, "2028-02-28"),
            [
                r#"create table "orders_2028_02_28" partition of "orders" for values from ('2028-02-28') to ('2028-02-29')"#,
                r#"create table "orders_2028_02_29" partition of "orders" for values from ('2028-02-29') to ('2028-03-01')"#,
            ]
        );
        assert_eq!(
            sql(Every::Year, 0, "2028-02-29"),
            [
                r#"create table "orders_2028" partition of "orders" for values from ('2028-01-01') to ('2029-01-01')"#
            ]
        );
    }

    #[test]
    fn bounds_have_the_type_of_the_key() {
        let first = day("2026-01-01");
        assert_eq!(KeyType::Date.literal(first), "'2026-01-01'");
        assert_eq!(KeyType::Timestamp.literal(first), "'2026-01-01 00:00:00'");
        assert_eq!(
            KeyType::Timestamptz.literal(first),
            "'2026-01-01 00:00:00+00'"
        );
    }

    #[test]
    fn a_long_name_keeps_its_suffix() {
        let table = Name::in_schema("clinic", "ü".repeat(31));
        let period = periods(&table, Every::Day, 0, day("2026-01-01")).unwrap();
        let name = &period[0].name;
        assert_eq!(name.schema.as_deref(), Some("clinic"));
        assert_eq!(name.name, format!("{}_2026_01_01", "ü".repeat(26)));
        assert!(name.name.len() <= 63);
    }

    #[test]
    fn years_that_a_literal_cannot_express_are_an_error() {
        let table = Name::new("orders");
        assert!(periods(&table, Every::Year, 1, day("9998-01-01")).is_err());
        assert!(periods(&table, Every::Day, 0, NaiveDate::MIN).is_err());
        assert!(periods(&table, Every::Week, 0, NaiveDate::MIN).is_err());
    }

    #[test]
    fn names_are_quoted() {
        let table = Name::new("Order \"s");
        let period = &periods(&table, Every::Year, 0, day("2026-01-01")).unwrap()[0];
        assert_eq!(
            count(&period.name, "a\"t", KeyType::Date, period),
            "select count(*) from \"Order \"\"s_2026\" where \"a\"\"t\" >= '2026-01-01' and \"a\"\"t\" < '2027-01-01'"
        );
        assert_eq!(
            detach(&table, &period.name),
            "alter table \"Order \"\"s\" detach partition \"Order \"\"s_2026\""
        );
    }
}
