//! Groups of up to 12 columns that are read or sent by one call, which costs the compiler a fraction of a call per
//! column.

use sqlx::error::BoxDynError;

use crate::row::RowReader;
use crate::table::{Binder, ColumnMarker};
use crate::tuples::for_each_scope;

/// A tuple of at most 12 columns of one table.
pub trait ColumnGroup {
    /// The values of the columns.
    type Values;
    /// References to their values.
    type Borrowed<'r>;

    /// Reads the next values of a row.
    ///
    /// # Errors
    /// If a value does not fit its column's type.
    fn read(row: &mut RowReader<'_>) -> Result<Self::Values, BoxDynError>;

    /// Sends the values of all rows.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind<'r, R: 'r>(
        binder: &mut Binder<'_>,
        rows: &(impl Iterator<Item = &'r R> + Clone),
        values: impl Fn(&R) -> Self::Borrowed<'_>,
    ) -> Result<(), BoxDynError>;
}

macro_rules! group {
    ($($marker:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($marker: ColumnMarker),+> ColumnGroup for ($($marker,)+) {
            type Values = ($($marker::Type,)+);
            type Borrowed<'r> = ($(&'r $marker::Type,)+);

            #[inline]
            fn read(row: &mut RowReader<'_>) -> Result<Self::Values, BoxDynError> {
                Ok(($(row.read::<$marker::Type>()?,)+))
            }

            #[inline]
            fn bind<'r, R: 'r>(
                binder: &mut Binder<'_>,
                rows: &(impl Iterator<Item = &'r R> + Clone),
                values: impl Fn(&R) -> Self::Borrowed<'_>,
            ) -> Result<(), BoxDynError> {
                $(binder.own::<$marker>(rows.clone().map(|row| values(row).$index))?;)+
                Ok(())
            }
        }
    };
}

for_each_scope!(group);
