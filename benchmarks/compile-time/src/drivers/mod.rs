//! The drivers: for each, how a table and a query are written as its own guide does.

mod diesel_async;
mod schema;
mod sea_orm;
mod sqlx;
mod sqlx_by_ordinal;
mod toasty;

use crate::description::{Description, Query, Table};

/// How a driver's crate is written.
pub(crate) trait Driver: Sync {
    /// As the results call it.
    fn name(&self) -> &'static str;
    /// The name of its crate, its directory and its lock file.
    fn package(&self) -> &'static str;
    /// The versions that crates of this driver are made with, as they are in `locks/`.
    fn lock(&self) -> &'static str;
    /// The lines of `[dependencies]`, and sections behind it.
    fn manifest(&self) -> String;
    /// Whether `lock` is complete: ours is not after a change of our own dependencies.
    fn locked(&self) -> bool {
        true
    }
    /// What stands at the top of each file of tables.
    fn tables_header(&self) -> &'static str {
        ""
    }
    fn table(&self, table: &Table) -> String;
    /// What stands beside the modules of all tables.
    fn all_tables(&self, _description: &Description) -> String {
        String::new()
    }
    /// What stands at the top of each file of queries.
    fn queries_header(&self) -> &'static str;
    fn query(&self, query: &Query) -> String;
    /// How queries are given the connection.
    fn connection(&self) -> Connection;
}

/// The connection, as code.
pub(crate) struct Connection {
    /// The parameter of each query's function.
    pub(crate) parameter: &'static str,
    /// The argument for it.
    pub(crate) argument: &'static str,
    /// The statement that makes one, called `connection`, from `url`.
    pub(crate) connect: &'static str,
    /// The argument for that.
    pub(crate) lend: &'static str,
}

/// All drivers, ours first.
pub(crate) const DRIVERS: [&dyn Driver; 6] = [
    &schema::Schema,
    &sqlx_by_ordinal::ByOrdinal,
    &sqlx::FromRow,
    &diesel_async::DieselAsync,
    &sea_orm::SeaOrm,
    &toasty::Toasty,
];
/// The driver that is ours.
pub(crate) const OURS: &str = "schema";
/// The driver whose dependencies are those that ours has too.
pub(crate) const SQLX: &str = "sqlx";
/// The peers that have tables and typed queries.
pub(crate) const TYPED_PEERS: [&str; 3] = ["diesel-async", "SeaORM", "toasty"];

/// A field for each column, each on a line of its own behind what `attributes` puts before it.
fn fields(
    table: &Table,
    indent: &str,
    timestamp: &'static str,
    attributes: impl Fn(&str) -> Option<String>,
) -> String {
    let mut text = String::new();
    for column in &table.columns {
        if let Some(attributes) = attributes(&column.name) {
            text += &format!("{indent}{attributes}\n");
        }
        let (name, kind) = (&column.name, column.kind.rust(timestamp));
        text += &format!("{indent}pub {name}: {kind},\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{DRIVERS, OURS, SQLX, TYPED_PEERS};
    use crate::description::Description;

    #[test]
    fn names_are_those_of_drivers() {
        let names: HashSet<&str> = DRIVERS.iter().map(|driver| driver.name()).collect();
        assert_eq!(names.len(), DRIVERS.len());
        assert!(
            TYPED_PEERS
                .iter()
                .chain([&OURS, &SQLX])
                .all(|name| names.contains(name))
        );
    }

    #[test]
    fn every_driver_writes_items() -> syn::Result<()> {
        let description = Description::new(10);
        for driver in DRIVERS {
            for table in &description.tables {
                syn::parse_file(&driver.table(table))?;
            }
            for query in &description.queries {
                let text = driver.query(query);
                syn::parse_file(&text)?;
                assert!(text.contains(&format!("\"x{}\"", query.number)));
            }
        }
        Ok(())
    }
}
