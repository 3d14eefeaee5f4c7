//! The sources of a comparison.

use std::collections::BTreeSet;
use std::path::Path;

use schema_ddl::model::Model;
use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

use super::Failure;
use super::context::{Context, connect};
use crate::introspect::{Others, Scope};
use crate::migrate::Snapshot;
use crate::plan::Database;

/// One side of a comparison.
#[derive(Debug)]
pub(super) enum Source {
    /// A model as it was written, whose expressions have not the server's form.
    Written(Box<Model>),
    /// A live database.
    Live(Box<Live>),
}

/// A live database.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) connection: PgConnection,
    pub(super) options: PgConnectOptions,
    pub(super) database: Database,
}

impl Source {
    /// Reads the source that an argument names.
    pub(super) async fn read(
        context: &Context,
        text: &str,
        scope: &Scope,
    ) -> Result<Self, Failure> {
        if is_url(text) {
            let options = context.parse(text)?;
            let mut connection = connect(&options).await?;
            let database = Database::read(&mut connection, scope).await?;
            return Ok(Self::Live(Box::new(Live {
                connection,
                options,
                database,
            })));
        }
        let model = match text {
            "empty" => Model::default(),
            "structs" => context.tables()?,
            "migrations" => match context.folder()?.head()? {
                Some(snapshot) => snapshot.model()?,
                None => Model::default(),
            },
            path if Path::new(path).is_file() => Snapshot::read(path)?.model()?,
            _ => {
                return Err(format!(
                    "`{text}` is no source; write a URL such as `postgres://host/database`, the path of a snapshot file, \
                     `migrations`, `structs` or `empty`"
                )
                .into());
            }
        };
        Ok(Self::Written(Box::new(model)))
    }

    pub(super) fn model(&self) -> &Model {
        match self {
            Self::Written(model) => model,
            Self::Live(live) => &live.database.model,
        }
    }
}

/// Returns the names of the roles of a source that is not a database.
pub(super) async fn roles(
    context: &Context,
    text: &str,
    scope: &Scope,
) -> Result<BTreeSet<String>, Failure> {
    if is_url(text) {
        return Ok(BTreeSet::new());
    }
    let source = Source::read(context, text, scope).await?;
    let roles = source.model().roles.iter();
    Ok(roles.map(|role| role.name.clone()).collect())
}

fn is_url(text: &str) -> bool {
    text.starts_with("postgres://") || text.starts_with("postgresql://")
}

/// The whole database.
pub(super) fn scope(context: &Context, roles: bool, grants: bool) -> Scope {
    Scope {
        first: context.global.schema.clone(),
        others: Others::All,
        roles,
        grants,
    }
}
