//! A table as its struct describes it: attributes read, columns found, every constraint in one list whether it is
//! written on a field or on the struct. The original nodes are kept for their spans.

use proc_macro2::{Ident, Span};
use syn::{Field, ItemStruct, LitStr, Path, Type};

pub(crate) use crate::attr::{Action, ActionKind};
use crate::attr::{
    DefaultValue, Deferrable, Direction, Generated, Identity, Keyed, Method, Modifiers,
    StorageParameter, Target,
};
use crate::names::Name;

/// A struct that is a table.
pub(crate) struct Table<'a> {
    pub(crate) original: &'a ItemStruct,
    /// The path of `schema_core`.
    pub(crate) krate: Path,
    pub(crate) sql_name: Name,
    /// The Postgres schema, where one is written.
    pub(crate) sql_schema: Option<Name>,
    /// The columns, in the order of the fields.
    pub(crate) columns: Vec<Column<'a>>,
    /// Every primary key that is written; after the checks there is at most one.
    pub(crate) primary_keys: Vec<PrimaryKey>,
    pub(crate) uniques: Vec<Unique>,
    pub(crate) indexes: Vec<Index>,
    pub(crate) foreign_keys: Vec<ForeignKey>,
    pub(crate) checks: Vec<Check>,
    /// The doc comment.
    pub(crate) comment: Option<String>,
}

impl Table<'_> {
    pub(crate) fn primary_key(&self) -> Option<&PrimaryKey> {
        self.primary_keys.first()
    }

    /// The columns that a list names, in the list's order.
    pub(crate) fn columns_of<'t>(
        &'t self,
        list: &'t [ColumnRef],
    ) -> impl Iterator<Item = &'t Column<'t>> {
        list.iter()
            .filter_map(|column| self.columns.get(column.index))
    }
}

/// A field that is a column.
pub(crate) struct Column<'a> {
    pub(crate) original: &'a Field,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) sql_name: Name,
    /// The SQL type, where it is not the one of the Rust type.
    pub(crate) sql_type: Option<LitStr>,
    pub(crate) identity: Option<Keyed<Identity>>,
    pub(crate) default: Option<Keyed<DefaultValue>>,
    pub(crate) generated: Option<Keyed<Generated>>,
    pub(crate) collate: Option<LitStr>,
    /// Whether the type is written `Option<…>`: such a column is optional in an insert.
    pub(crate) written_optional: bool,
    /// Whether an attribute that could not be read may have given the column a value.
    pub(crate) may_be_filled: bool,
    /// Whether the column references what could not be read.
    pub(crate) lost_reference: bool,
    /// The doc comment.
    pub(crate) comment: Option<String>,
}

impl Column<'_> {
    /// Whether every insert must give the column.
    pub(crate) fn is_required(&self) -> bool {
        let filled = self.default.is_some() || self.identity.is_some() || self.generated.is_some();
        !filled && !self.written_optional && !self.may_be_filled
    }

    /// Whether the value is computed at each read.
    pub(crate) fn is_virtual(&self) -> bool {
        self.generated
            .as_ref()
            .is_some_and(|generated| !generated.value.stored)
    }
}

/// A column that an attribute names.
#[derive(Clone)]
pub(crate) struct ColumnRef {
    /// Its place among the columns of the table.
    pub(crate) index: usize,
    /// The field's name, with the span of the place that names it.
    pub(crate) ident: Ident,
}

/// Where a constraint or an index is written.
pub(crate) struct Origin {
    /// The attribute's name, or the key of `#[column]`.
    pub(crate) key: Ident,
    /// Whether it is a key of `#[column]`.
    pub(crate) on_field: bool,
}

pub(crate) struct PrimaryKey {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    pub(crate) name: Option<Name>,
}

pub(crate) struct Unique {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    pub(crate) name: Option<Name>,
    pub(crate) nulls_not_distinct: bool,
}

pub(crate) struct Check {
    pub(crate) condition: LitStr,
    pub(crate) name: Option<Name>,
}

pub(crate) struct ForeignKey {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    /// The path of the other table.
    pub(crate) table: Path,
    /// Fields of the other table; as many as `columns`.
    pub(crate) references: Vec<Ident>,
    pub(crate) on_delete: Option<Action>,
    pub(crate) on_update: Option<Action>,
    pub(crate) deferrable: Deferrable,
    pub(crate) name: Option<Name>,
}

pub(crate) struct Index {
    pub(crate) method: Method,
    /// What is indexed, in order; never empty after the checks.
    pub(crate) parts: Vec<IndexPart>,
    pub(crate) include: Vec<ColumnRef>,
    pub(crate) include_key: Option<Ident>,
    /// The condition of a partial index.
    pub(crate) filter: Option<LitStr>,
    pub(crate) with: Vec<StorageParameter>,
    /// The key `unique`, where it is written.
    pub(crate) unique: Option<Ident>,
    /// The key `nulls_not_distinct`, where it is written.
    pub(crate) nulls_not_distinct: Option<Ident>,
    pub(crate) name: Option<Name>,
}

/// One column or expression of an index.
pub(crate) struct IndexPart {
    pub(crate) target: Target<ColumnRef>,
    pub(crate) modifiers: Modifiers,
}

impl IndexPart {
    pub(crate) fn is_descending(&self) -> bool {
        let direction = self.modifiers.direction.as_ref();
        direction.is_some_and(|direction| direction.value == Direction::Desc)
    }

    pub(crate) fn span(&self) -> Span {
        match &self.target {
            Target::Column(column) => column.ident.span(),
            Target::Sql(sql) => sql.span(),
        }
    }
}

/// Whether a type is written `Option<…>`. This is the one place that reads a type's tokens: it only decides whether
/// the column is optional in an insert; whether it is nullable is the type checker's to say.
pub(crate) fn is_written_optional(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|segment| segment.ident == "Option" && !segment.arguments.is_none())
        }
        Type::Group(group) => is_written_optional(&group.elem),
        Type::Paren(paren) => is_written_optional(&paren.elem),
        _ => false,
    }
}
