//! EXPAND for the derives, one per file.

mod insertable;
mod newtype;
mod pg_enum;
mod selectable;

pub(crate) use self::insertable::insertable;
pub(crate) use self::newtype::newtype;
pub(crate) use self::pg_enum::pg_enum;
pub(crate) use self::selectable::selectable;
