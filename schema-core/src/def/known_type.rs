//! The Postgres type of a column, as far as it is known during compilation.

use super::ColumnDef;
use crate::types::name::TypeName;
use crate::types::{DataType, TypeDef, builtin};

/// A type of Postgres itself or of pgvector, or an enum.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownType {
    /// The name in `pg_catalog`, such as `int8`, or that of an extension's type.
    pub(crate) name: &'static str,
    /// The first number in parentheses: a length, a precision or a number of dimensions.
    pub(crate) modifier: Option<u32>,
    pub(super) array: bool,
    pub(super) enumeration: bool,
}

impl KnownType {
    /// Returns the type of a column, or `None` if `sql_type` names a type that is not known.
    pub(crate) const fn of(column: &ColumnDef) -> Option<Self> {
        let own = match &column.data_type {
            // Postgres finds the operators of the type that a domain restricts.
            DataType {
                definition: Some(TypeDef::Domain(def)),
                array: false,
                ..
            } => &def.base,
            own => own,
        };
        let (oid, modifier, array) = match column.sql_type {
            None => (own.oid, own.modifier, own.array),
            Some(sql_type) => {
                let spelled = TypeName::parse(sql_type);
                match spelled.builtin() {
                    Some(builtin) => (Some(builtin.oid), spelled.modifier, spelled.array),
                    None => return None,
                }
            }
        };
        let name = match oid {
            Some(oid) => match builtin::with_oid(oid) {
                Some(name) => name,
                None => return None,
            },
            None => own.name,
        };
        Some(Self {
            name,
            modifier,
            array,
            enumeration: matches!(own.definition, Some(TypeDef::Enum(_)))
                && column.sql_type.is_none()
                && !array,
        })
    }

    /// Returns the smallest and the largest [modifier](Self::modifier) that the server accepts, if this one is outside.
    pub(crate) const fn violated_limits(&self) -> Option<(u32, u32)> {
        match (self.modifier, builtin::modifier_limits(self.name)) {
            (Some(given), Some((least, most))) if given < least || given > most => {
                Some((least, most))
            }
            _ => None,
        }
    }
}
