//! The scope of a `select` without `from`: `()`.

use sqlx::error::BoxDynError;

use super::{Closed, Needs, Nested, Require, RowScope, Scope, Ungrouped};
use crate::row::{ColumnList, RowReader};
use crate::sql::{Expected, Token};

impl Ungrouped for () {}
impl Closed for () {}

impl RowScope for () {
    type Rows = Self;
}

impl Needs for () {
    type List = ();
}

impl<Item, Rest> Require<(Item, Rest)> for () {
    type Scope = Nested<Self, (Item, Rest)>;
}

impl Require<()> for () {
    type Scope = Self;
}

impl Scope for () {
    type Row = ();
    type Nulled = ();
    const COLUMNS: &'static [Token] = &[];
    const EXPECTED: Expected = Expected::List(&[]);

    fn describe(_columns: &mut ColumnList<'_>) {}

    fn decode(_row: &mut RowReader<'_>) -> Result<(), BoxDynError> {
        Ok(())
    }
}
