//! A statement on its way to sqlx.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArguments, PgStatement};
use sqlx::{Execute, Postgres, SqlStr};

/// A statement as sqlx accepts it.
pub(super) struct Ready {
    sql: SqlStr,
    arguments: Option<PgArguments>,
    named: bool,
}

impl Ready {
    #[inline]
    pub(super) fn new((sql, arguments): (SqlStr, PgArguments), named: bool) -> Self {
        Self {
            sql,
            arguments: Some(arguments),
            named,
        }
    }
}

impl Execute<'static, Postgres> for Ready {
    #[inline]
    fn sql(self) -> SqlStr {
        self.sql
    }

    #[inline]
    fn statement(&self) -> Option<&PgStatement> {
        None
    }

    #[inline]
    fn take_arguments(&mut self) -> Result<Option<PgArguments>, BoxDynError> {
        Ok(self.arguments.take())
    }

    #[inline]
    fn persistent(&self) -> bool {
        self.named
    }
}
