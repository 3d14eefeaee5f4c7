//! Functions that a default can call: `#[column(default = now())]`.

#[cfg(feature = "uuid")]
pub use crate::expr::functions::gen_random_uuid;
pub use crate::expr::functions::now;
