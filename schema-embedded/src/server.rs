//! The server that the environment names, or an embedded one.

use std::env;

use crate::{Embedded, Error};

/// The Postgres to work with: the one that `DATABASE_URL` names, or an [`Embedded`] one.
///
/// See the [crate's documentation](crate) for an example.
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
    /// Takes the server in `DATABASE_URL`, or starts an embedded one where that is unset or empty.
    ///
    /// No connection is made: a wrong `DATABASE_URL` shows when the first one is.
    ///
    /// # Errors
    ///
    /// When `DATABASE_URL` is not Unicode, or the embedded server does not [start](Embedded::start).
    pub async fn from_env_or_embedded() -> Result<Self, Error> {
        let kind = match env::var_os("DATABASE_URL") {
            Some(url) if !url.is_empty() => {
                Kind::External(url.into_string().map_err(|_| Error::DatabaseUrl)?)
            }
            _ => Kind::Embedded(Embedded::start().await?),
        };
        Ok(Self { kind })
    }

    /// The URL to connect to.
    pub fn url(&self) -> &str {
        match &self.kind {
            Kind::External(url) => url,
            Kind::Embedded(embedded) => embedded.url(),
        }
    }

    /// How large a pool of connections may be: 10, or 1 on an embedded server.
    pub fn max_connections(&self) -> u32 {
        match self.kind {
            Kind::External(_) => 10,
            Kind::Embedded(_) => Embedded::MAX_CONNECTIONS,
        }
    }

    /// Whether it is an embedded server, which this value keeps alive.
    pub fn is_embedded(&self) -> bool {
        matches!(self.kind, Kind::Embedded(_))
    }

    /// Stops the server, if it is an embedded one.
    pub async fn stop(self) {
        if let Kind::Embedded(embedded) = self.kind {
            embedded.stop().await;
        }
    }
}
