//! The parsed table: columns are resolved, and each constraint is in one list whether it was written on a field or on
//! the struct. The original syntax nodes are kept for their spans.

use proc_macro2::{Ident, Span};
use syn::{Expr, Field, ItemStruct, LitStr, Path, Type};

pub(crate) use crate::attr::{Action, ActionKind};
use crate::attr::{
    DefaultValue, Deferrable, Direction, Generated, Identity, Keyed, Method, Modifiers, PolicyAttr,
    RowSecurity, StorageParameter, Target, Validity,
};
use crate::model::Storage;
use crate::util::names::Name;

/// A struct that is a view.
pub(crate) struct View<'a> {
    /// The parts that it shares with a table: names, columns, comments, indexes.
    pub(crate) table: Table<'a>,
    pub(crate) query: Option<ViewQuery>,
    /// The key `materialized`, if present.
    pub(crate) materialized: Option<Ident>,
    /// The key `no_data`, if present.
    pub(crate) no_data: Option<Ident>,
    /// The key `with`, if present.
    pub(crate) with_key: Option<Ident>,
    pub(crate) with: Vec<StorageParameter>,
    /// The keys of the options of a view that is not materialized, with their values.
    pub(crate) options: Vec<Keyed<&'static str>>,
}

/// The query of a view.
pub(crate) enum ViewQuery {
    Typed(Expr),
    Sql(LitStr),
}

/// A struct that is a table.
pub(crate) struct Table<'a> {
    /// The word for it in messages and documentation.
    pub(crate) word: &'static str,
    pub(crate) original: &'a ItemStruct,
    /// The path of `schema_core`.
    pub(crate) krate: Path,
    pub(crate) sql_name: Name,
    /// The Postgres schema, if specified.
    pub(crate) sql_schema: Option<Name>,
    /// The name of the struct of required columns, if it is not `New…`.
    pub(crate) insert_name: Option<Ident>,
    /// The derives of that struct in addition to the copied ones.
    pub(crate) insert_derives: Vec<Path>,
    /// The columns, in the order of the fields.
    pub(crate) columns: Vec<Column<'a>>,
    /// Every primary key in the source; a valid table has at most one.
    pub(crate) primary_keys: Vec<PrimaryKey>,
    pub(crate) uniques: Vec<Unique>,
    pub(crate) indexes: Vec<Index>,
    pub(crate) foreign_keys: Vec<ForeignKey>,
    pub(crate) checks: Vec<Check>,
    /// The use of policies, if it is specified.
    pub(crate) row_security: Option<RowSecurity>,
    pub(crate) policies: Vec<PolicyAttr>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) triggers: Vec<Trigger>,
    /// Exclusion constraints, partitions and storage parameters.
    pub(crate) storage: Storage,
    /// The name that the table had before.
    pub(crate) renamed_from: Option<LitStr>,
    /// The doc comment.
    pub(crate) comment: Option<String>,
}

impl Table<'_> {
    pub(crate) fn primary_key(&self) -> Option<&PrimaryKey> {
        self.primary_keys.first()
    }

    /// The columns of a list, in the list's order.
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
    /// The SQL type, if it is not the default for the Rust type.
    pub(crate) sql_type: Option<LitStr>,
    pub(crate) identity: Option<Keyed<Identity>>,
    pub(crate) default: Option<Keyed<DefaultValue>>,
    pub(crate) generated: Option<Keyed<Generated>>,
    pub(crate) collate: Option<LitStr>,
    /// The key `updated_at`, if each update sets the column to `now()`.
    pub(crate) updated_at: Option<Ident>,
    /// The name that the column had before.
    pub(crate) renamed_from: Option<LitStr>,
    /// True if the type is written as `Option<…>`; such a column is optional in an insert.
    pub(crate) written_optional: bool,
    /// True if an invalid attribute may have been meant as `default`, `identity` or `generated`.
    pub(crate) may_have_default: bool,
    /// True if the value of `references` could not be parsed.
    pub(crate) lost_reference: bool,
    /// The doc comment.
    pub(crate) comment: Option<String>,
}

impl Column<'_> {
    /// True if every insert must set the column.
    pub(crate) fn is_required(&self) -> bool {
        let has_default =
            self.default.is_some() || self.identity.is_some() || self.generated.is_some();
        !has_default && !self.written_optional && !self.may_have_default
    }

    /// True if the value is computed on each read.
    pub(crate) fn is_virtual(&self) -> bool {
        self.generated
            .as_ref()
            .is_some_and(|generated| !generated.value.stored)
    }
}

/// A column that an attribute names.
#[derive(Clone)]
pub(crate) struct ColumnRef {
    /// The index of the column in its table.
    pub(crate) index: usize,
    /// The field's name, with the span of the reference.
    pub(crate) ident: Ident,
}

/// The attribute or key that declares a constraint or an index.
pub(crate) struct Origin {
    /// The attribute's name, or the key of `#[column]`.
    pub(crate) key: Ident,
    /// True if it is a key of `#[column]`.
    pub(crate) on_field: bool,
}

impl Origin {
    pub(super) fn field(key: Ident) -> Self {
        Self {
            key,
            on_field: true,
        }
    }

    pub(super) fn table(key: Ident) -> Self {
        Self {
            key,
            on_field: false,
        }
    }
}

pub(crate) struct PrimaryKey {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    pub(crate) include: Vec<ColumnRef>,
    pub(crate) deferrable: Deferrable,
    pub(crate) name: Option<Name>,
}

pub(crate) struct Unique {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    pub(crate) name: Option<Name>,
    pub(crate) nulls_not_distinct: bool,
    pub(crate) include: Vec<ColumnRef>,
    pub(crate) deferrable: Deferrable,
}

pub(crate) struct Check {
    pub(crate) condition: LitStr,
    pub(crate) validity: Validity,
    pub(crate) name: Option<Name>,
}

pub(crate) struct ForeignKey {
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<ColumnRef>,
    /// The path of the other table.
    pub(crate) table: Path,
    /// Fields of the other table; a valid key has as many as `columns`.
    pub(crate) references: Vec<Ident>,
    pub(crate) on_delete: Option<Action>,
    pub(crate) on_update: Option<Action>,
    pub(crate) deferrable: Deferrable,
    pub(crate) validity: Validity,
    pub(crate) name: Option<Name>,
}

pub(crate) struct Index {
    pub(crate) method: Method,
    /// The indexed columns and expressions, in order; never empty.
    pub(crate) parts: Vec<IndexPart>,
    pub(crate) include: Vec<ColumnRef>,
    pub(crate) include_key: Option<Ident>,
    /// The condition of a partial index.
    pub(crate) filter: Option<LitStr>,
    pub(crate) with: Vec<StorageParameter>,
    /// The key `unique`, if present.
    pub(crate) unique: Option<Ident>,
    /// The key `nulls_not_distinct`, if present.
    pub(crate) nulls_not_distinct: Option<Ident>,
    pub(crate) name: Option<Name>,
}

/// Privileges on the table or on some of its columns.
pub(crate) struct Grant {
    /// Each privilege with its columns; none for the whole table.
    pub(crate) privileges: Vec<(Ident, Vec<ColumnRef>)>,
    pub(crate) to: Vec<LitStr>,
    pub(crate) grantable: bool,
}

/// A trigger of the table.
pub(crate) struct Trigger {
    pub(crate) name: Name,
    /// True if it fires before the change.
    pub(crate) before: bool,
    /// Each change with the columns of an update.
    pub(crate) events: Vec<(Ident, Vec<ColumnRef>)>,
    pub(crate) for_each_row: bool,
    pub(crate) when: Option<LitStr>,
    pub(crate) execute: LitStr,
}

impl Index {
    /// A unique index, as a view has in the place of a unique constraint.
    pub(super) fn of_unique(unique: Unique) -> Self {
        let parts = unique.columns.into_iter().map(|column| IndexPart {
            target: Target::Column(column),
            modifiers: Modifiers::default(),
        });
        let key = unique.origin.key;
        Self {
            parts: parts.collect(),
            nulls_not_distinct: unique.nulls_not_distinct.then(|| key.clone()),
            unique: Some(key),
            name: unique.name,
            ..Self::new()
        }
    }

    fn new() -> Self {
        Self {
            method: Method::Btree,
            parts: Vec::new(),
            include: Vec::new(),
            include_key: None,
            filter: None,
            with: Vec::new(),
            unique: None,
            nulls_not_distinct: None,
            name: None,
        }
    }

    /// The index of `#[column(index)]`.
    pub(super) fn of_column(column: ColumnRef) -> Self {
        Self {
            parts: vec![IndexPart {
                target: Target::Column(column),
                modifiers: Modifiers::default(),
            }],
            ..Self::new()
        }
    }
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

/// True if a type is written as `Option<…>`. This only decides whether the column is optional in an insert; the type
/// checker decides whether it is nullable.
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
