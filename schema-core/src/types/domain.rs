//! Domains: <https://www.postgresql.org/docs/current/domains.html>.

use crate::types::{DataType, SqlType};

/// A Postgres domain, from `#[derive(PgNewtype)]` with `#[pg_newtype(domain = "…")]`.
#[derive(Debug)]
pub struct DomainDef {
    /// The Postgres schema. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The name, without quotes.
    pub name: &'static str,
    /// The type that it restricts.
    pub base: DataType,
    /// The condition on a value, as SQL text.
    pub check: Option<&'static str>,
}

/// Appends a value of a domain as a literal: `('ana@example.org'::text)::"email"`.
pub fn domain_literal<T: SqlType>(value: &T, data_type: &str, sql: &mut String) {
    sql.push('(');
    value.literal(sql);
    sql.push_str(")::");
    sql.push_str(data_type);
}
