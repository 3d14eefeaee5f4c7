//! The names of objects.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::sql::quote;

/// The name of an object in a Postgres schema.
///
/// ```
/// use schema_ddl::model::Name;
///
/// assert_eq!(Name::new("patients").to_string(), r#""patients""#);
/// assert_eq!(Name::in_schema("clinic", "patients").to_string(), r#""clinic"."patients""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The Postgres schema. If it is `None`, it is the first one of the connection's `search_path`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The name, without quotes.
    pub name: String,
}

impl Name {
    /// A name in the first Postgres schema of the connection's `search_path`.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            schema: None,
            name: name.into(),
        }
    }

    /// A name in a Postgres schema.
    pub fn in_schema(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            schema: Some(schema.into()),
            name: name.into(),
        }
    }

    /// Another name in the same Postgres schema.
    pub fn beside(&self, name: impl Into<String>) -> Self {
        Self {
            schema: self.schema.clone(),
            name: name.into(),
        }
    }
}

/// Writes the name as SQL spells it, in quotes.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quote::qualified(self.schema.as_deref(), &self.name))
    }
}
