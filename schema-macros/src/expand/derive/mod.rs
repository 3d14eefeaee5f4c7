//! EXPAND for the derives, one per file.

mod composite;
mod insertable;
mod json_paths;
mod json_table;
mod newtype;
mod params;
mod pg_enum;
mod selectable;

pub(crate) use self::composite::composite;
pub(crate) use self::insertable::insertable;
pub(crate) use self::json_paths::json_paths;
pub(crate) use self::json_table::json_table;
pub(crate) use self::newtype::newtype;
pub(crate) use self::params::params;
pub(crate) use self::pg_enum::pg_enum;
pub(crate) use self::selectable::{select_companion, selectable};
