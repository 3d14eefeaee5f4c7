//! Functions that a default can call: `#[column(default = now())]`.

use crate::__private::Default;
use crate::expr::functions::Moment;
use crate::types::ColumnType;

#[cfg(feature = "uuid")]
pub use crate::expr::functions::gen_random_uuid;

/// `now()`: when the transaction began.
pub const fn now() -> Now {
    Now
}

/// `now()`, of whichever type of time the column has. In a query, the type is known otherwise: see
/// [`functions::now`](crate::expr::functions::now).
#[derive(Debug, Clone, Copy)]
pub struct Now;

#[diagnostic::do_not_recommend]
impl<T: ColumnType<Base: Moment>, For> Default<T, For> for Now {
    fn sql(&self) -> String {
        "now()".to_owned()
    }
}
