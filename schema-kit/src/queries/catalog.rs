//! The facts about the scratch schema that are the same for all statements.

use std::collections::{BTreeSet, HashMap};

use sqlx::PgConnection;
use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

use super::{ExpectedType, Found, Missing, MissingKind, Problem};

/// The facts about the scratch schema that are the same for all statements.
#[derive(Debug)]
pub(super) struct Catalog {
    /// The Postgres schemas of the model.
    pub(super) schemas: BTreeSet<String>,
    /// Columns of tables, by the object id of the table and the number of the column: true if NULL is possible.
    nullable: HashMap<(Oid, i16), bool>,
    /// The names of the types of Postgres itself.
    types: HashMap<u32, String>,
    /// The other types that programs send, by their names.
    named: HashMap<String, NamedType>,
}

/// A type that a program sends by its name.
#[derive(Debug)]
struct NamedType {
    oid: Oid,
    /// The name of the type, or of the type that a domain restricts: NULL may not be a value of a domain.
    base: String,
}

const COLUMNS: &str = "
select attrelid, attnum, not attnotnull
from pg_attribute a
join pg_class c on c.oid = attrelid
join pg_namespace n on n.oid = relnamespace
where relkind in ('r', 'p') and attnum > 0 and nspname = any($1)";

/// sqlx could look up the names as well, but would remember those of another scratch schema.
const NAMED: &str = "
with recursive named (name, oid, base) as (
    select name, to_regtype(name)::oid, to_regtype(name)::oid from unnest($1) name
    union all
    select name, named.oid, typbasetype from named join pg_type t on t.oid = base where typtype = 'd'
)
select name, named.oid, format_type(base, null) from named join pg_type t on t.oid = base where typtype <> 'd'";

/// The first id of an object that is not part of Postgres itself.
const FIRST_OWN: u32 = 16_384;

impl Catalog {
    /// Reads the facts. `schemas` are the Postgres schemas of the model.
    pub(super) async fn read(
        connection: &mut PgConnection,
        schemas: BTreeSet<String>,
        found: &[&Found],
    ) -> sqlx::Result<Self> {
        let columns: Vec<(Oid, i16, bool)> = sqlx::query_as(COLUMNS)
            .bind(Vec::from_iter(&schemas))
            .persistent(false)
            .fetch_all(&mut *connection)
            .await?;
        let types: Vec<(Oid, String)> =
            sqlx::query_as("select oid, format_type(oid, null) from pg_type where oid < 16384")
                .persistent(false)
                .fetch_all(&mut *connection)
                .await?;
        let sent = found.iter().flat_map(|query| query.parameters.iter());
        let unresolved: BTreeSet<String> = sent
            .flatten()
            .flatten()
            .filter_map(|one| one.name().ok())
            .collect();
        let named: Vec<(String, Oid, String)> = sqlx::query_as(NAMED)
            .bind(Vec::from_iter(unresolved))
            .persistent(false)
            .fetch_all(connection)
            .await?;
        let nullable = |(table, column, nullable)| ((table, column), nullable);
        let of_name = |(name, oid, base)| (name, NamedType { oid, base });
        Ok(Self {
            schemas,
            nullable: columns.into_iter().map(nullable).collect(),
            types: types.into_iter().map(|(oid, name)| (oid.0, name)).collect(),
            named: named.into_iter().map(of_name).collect(),
        })
    }

    /// Returns true if a column of a table can be NULL.
    pub(super) fn is_nullable(&self, table: Oid, column: i16) -> bool {
        self.nullable.get(&(table, column)) == Some(&true)
    }

    /// Returns the name of a type.
    pub(super) fn type_name(&self, actual: &PgTypeInfo) -> String {
        match actual.oid() {
            Some(Oid(oid)) if oid < FIRST_OWN => self.built_in(oid),
            _ => actual.to_string(),
        }
    }

    /// Returns the name of a type that a program expects or sends.
    pub(super) fn name_of(&self, expected: &ExpectedType) -> String {
        expected.name().unwrap_or_else(|oid| self.built_in(oid))
    }

    fn built_in(&self, oid: u32) -> String {
        self.types.get(&oid).map_or_else(
            || format!("the type with the object id {oid}"),
            Clone::clone,
        )
    }

    /// Returns the types of parameters as the program declares them, or the problem that the schema lacks one.
    pub(super) fn declared(
        &self,
        sent: &[Option<ExpectedType>],
    ) -> Result<Vec<PgTypeInfo>, Problem> {
        let oid = |one: &Option<ExpectedType>| {
            // The server infers the type of a parameter whose type has the object id 0.
            let Some(one) = one else { return Ok(Oid(0)) };
            match one.name() {
                Ok(name) => match self.named.get(&name) {
                    Some(named) => Ok(named.oid),
                    None => Err(no_type(one, &name)),
                },
                Err(oid) => Ok(Oid(oid)),
            }
        };
        let oids = sent.iter().map(oid);
        oids.map(|oid| oid.map(PgTypeInfo::with_oid)).collect()
    }

    /// Returns the types of parameters for `prepare`, for which NULL is always a value.
    pub(super) fn sql_types(&self, sent: &[Option<ExpectedType>]) -> String {
        let names = sent.iter().map(|one| {
            let Some(one) = one else {
                return "unknown".to_owned();
            };
            match one.name() {
                Ok(name) => self
                    .named
                    .get(&name)
                    .map_or(name, |named| named.base.clone()),
                Err(oid) => self.built_in(oid),
            }
        });
        names.collect::<Vec<_>>().join(", ")
    }
}

/// The problem that the program sends a value of a type that the schema lacks.
fn no_type(sent: &ExpectedType, name: &str) -> Problem {
    let bare = match sent {
        ExpectedType::Named { name, .. } => name.as_str(),
        ExpectedType::BuiltIn(_) => name,
    };
    Problem::Refused {
        message: format!("type {name} does not exist"),
        hint: None,
        missing: Some(Missing {
            kind: MissingKind::Type,
            name: bare.replace('"', ""),
        }),
    }
}
