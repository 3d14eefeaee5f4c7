//! `unnamed`: statements that are not kept on the server.

use super::{Executable, Query, Statement};
use crate::def::TableDef;
use crate::sql::{Fragment, fragment};

/// A statement that is prepared for one use. [`Statement::unnamed`] returns it.
#[derive(Debug, Clone, Copy)]
#[must_use = "a statement does nothing until it is run"]
pub struct Unnamed<Q> {
    pub(super) statement: Q,
}

fragment!(impl[Q: Fragment] Unnamed<Q> { (statement: Q) });

impl<Q: Statement> Statement for Unnamed<Q> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
    const NAMED: bool = false;
}

#[diagnostic::do_not_recommend]
impl<Q: Executable> Executable for Unnamed<Q> {}

impl<Q: Query> Query for Unnamed<Q> {
    type Row = Q::Row;
    type Decoder = Q::Decoder;

    fn decoder(&self) -> Q::Decoder {
        self.statement.decoder()
    }
}
