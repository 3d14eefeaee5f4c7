//! Columns of a table, as a tuple of their types: what the macro reads and sends with one call, which costs the compiler
//! a fraction of a call for each.

use sqlx::error::BoxDynError;

use super::ColumnMarker;
use crate::exec::RowReader;
use crate::query::Binder;

/// A tuple of at most 12 columns of one table.
pub trait Markers {
    /// Their values.
    type Values;
    /// Their values, in a row that is there.
    type Borrowed<'r>;

    /// Reads the next values of a row.
    ///
    /// # Errors
    /// Where one is not a value of its column's type.
    fn read(row: &mut RowReader<'_>) -> Result<Self::Values, BoxDynError>;

    /// Sends the values of all rows.
    ///
    /// # Errors
    /// Where one cannot be sent.
    fn bind<R>(
        binder: &mut Binder<'_>,
        rows: &[R],
        values: impl Fn(&R) -> Self::Borrowed<'_>,
    ) -> Result<(), BoxDynError>;
}

macro_rules! tuples {
    ($([$($marker:ident $index:tt)*])*) => {$(
        impl<$($marker: ColumnMarker),*> Markers for ($($marker,)*) {
            type Values = ($($marker::Type,)*);
            type Borrowed<'r> = ($(&'r $marker::Type,)*);

            #[inline]
            fn read(row: &mut RowReader<'_>) -> Result<Self::Values, BoxDynError> {
                Ok(($(row.read::<$marker::Type>()?,)*))
            }

            #[inline]
            fn bind<R>(
                binder: &mut Binder<'_>,
                rows: &[R],
                values: impl Fn(&R) -> Self::Borrowed<'_>,
            ) -> Result<(), BoxDynError> {
                $(binder.own::<$marker>(rows.iter().map(|row| values(row).$index))?;)*
                Ok(())
            }
        }
    )*};
}

tuples! {
    [A 0]
    [A 0 B 1]
    [A 0 B 1 C 2]
    [A 0 B 1 C 2 D 3]
    [A 0 B 1 C 2 D 3 E 4]
    [A 0 B 1 C 2 D 3 E 4 F 5]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11]
}
