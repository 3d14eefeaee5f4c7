//! `regconfig`: <https://www.postgresql.org/docs/current/datatype-oid.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The object id of a text search configuration: `regconfig`. It differs between databases, except for those of
/// Postgres itself. The functions of full-text search name a configuration by its type instead, such as
/// [`English`](crate::expr::function::text_search::English).
///
/// ```
/// use schema_core::types::{RegConfig, SqlType};
///
/// assert_eq!(RegConfig::DATA_TYPE.sql(), "regconfig");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RegConfig(pub u32);

impl SqlType for RegConfig {
    const DATA_TYPE: DataType = DataType::builtin("regconfig", 3734, 3735);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&self.0.to_be_bytes());
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(Self(u32::from_be_bytes(wire::exactly(bytes)?)))
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{}'::regconfig", self.0));
    }
}

impl ArrayElement for RegConfig {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_length_is_checked, assert_round_trip, literal};

    #[test]
    fn round_trips() {
        assert_round_trip(&RegConfig(3748));
        assert_length_is_checked(&RegConfig(3748));
        assert_eq!(literal(&RegConfig(3748)), "'3748'::regconfig");
    }
}
