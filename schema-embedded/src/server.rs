//! The server in `DATABASE_URL`, or an embedded one.

use std::env;

use crate::{Embedded, Error};

/// The Postgres server to use: the one in `DATABASE_URL`, or an [`Embedded`] one.
///
/// The [crate documentation](crate) has an example.
#[derive(Debug)]
pub struct Server {
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    External(String),
    Embedded(Embedded),
}

impl Server {
    /// Uses the server in `DATABASE_URL`, or starts an embedded one if that is unset or empty.
    ///
    /// Does not connect, so a wrong `DATABASE_URL` fails at the first connection.
    ///
    /// # Errors
    ///
    /// Returns an error if `DATABASE_URL` is not valid Unicode or the embedded server does not [start](Embedded::start).
    pub async fn from_env_or_embedded() -> Result<Self, Error> {
        let kind = match env::var_os("DATABASE_URL") {
            Some(url) if !url.is_empty() => {
                Kind::External(url.into_string().map_err(|_| Error::DatabaseUrl)?)
            }
            _ => Kind::Embedded(Embedded::start().await?),
        };
        Ok(Self { kind })
    }

    /// The connection URL.
    pub fn url(&self) -> &str {
        match &self.kind {
            Kind::External(url) => url,
            Kind::Embedded(embedded) => embedded.url(),
        }
    }

    /// The maximum size of a connection pool: 10, or 1 for an embedded server.
    pub fn max_connections(&self) -> u32 {
        match self.kind {
            Kind::External(_) => 10,
            Kind::Embedded(_) => Embedded::MAX_CONNECTIONS,
        }
    }

    /// Returns true for an embedded server. It runs until this value is dropped.
    pub fn is_embedded(&self) -> bool {
        matches!(self.kind, Kind::Embedded(_))
    }

    /// Stops an embedded server; does nothing for any other.
    pub async fn stop(self) {
        if let Kind::Embedded(embedded) = self.kind {
            embedded.stop().await;
        }
    }
}
