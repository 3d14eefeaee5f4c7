//! The drivers. Each defines how a table and a query are written, following the library's guide.

mod diesel_async;
mod schema;
mod sea_orm;
mod sqlx;
mod sqlx_by_ordinal;
mod toasty;

use crate::description::{Description, Query, Table};

/// The code of a driver's crate.
pub(crate) trait Driver: Sync {
    /// The name in the results.
    fn name(&self) -> &'static str;
    /// The name of the crate, its directory and its lock file.
    fn package(&self) -> &'static str;
    /// The lock file, from `locks/`.
    fn lock(&self) -> &'static str;
    /// The lines of `[dependencies]` and the sections after it.
    fn manifest(&self) -> String;
    /// True if `lock` is complete. Schema's is not after a change of its own dependencies.
    fn locked(&self) -> bool {
        true
    }
    /// The header of each file of tables.
    fn tables_header(&self) -> &'static str {
        ""
    }
    fn table(&self, table: &Table) -> String;
    /// The code next to the modules of the tables.
    fn all_tables(&self, _description: &Description) -> String {
        String::new()
    }
    /// The header of each file of queries.
    fn queries_header(&self) -> &'static str;
    fn query(&self, query: &Query) -> String;
    /// The code that passes the connection to the queries.
    fn connection(&self) -> Connection;
}

/// The code that handles the connection.
pub(crate) struct Connection {
    /// The parameter of each query function.
    pub(crate) parameter: &'static str,
    /// The argument for that parameter.
    pub(crate) argument: &'static str,
    /// The statement that opens a connection named `connection` to `url`.
    pub(crate) connect: &'static str,
    /// The argument that `main` passes to `run`.
    pub(crate) lend: &'static str,
}

/// All drivers; schema is the first.
pub(crate) const DRIVERS: [&dyn Driver; 6] = [
    &schema::Schema,
    &sqlx_by_ordinal::ByOrdinal,
    &sqlx::FromRow,
    &diesel_async::DieselAsync,
    &sea_orm::SeaOrm,
    &toasty::Toasty,
];
/// The driver of this library.
pub(crate) const OURS: &str = "schema";
/// The driver whose dependencies are a subset of schema's.
pub(crate) const SQLX: &str = "sqlx";
/// The peers with tables and typed queries.
pub(crate) const TYPED_PEERS: [&str; 3] = ["diesel-async", "SeaORM", "toasty"];

/// Writes a field for each column on its own line, after the lines added by `attributes`.
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
