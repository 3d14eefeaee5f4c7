//! Checks of a table's definition that generated code runs during compilation, for what depends on the type of a column.
//!
//! A check is a constant of its own, so that `cargo check` evaluates it, and only exists where it can fail.

use super::Definition;
use crate::def::{ColumnDef, KnownType, Message, class_type, same};
use crate::table::{ColumnMarker, Relation};
use crate::types::builtin;
use crate::types::name::TypeName;

/// Appends a column, as `` `orders.id` ``.
const fn column<C: ColumnMarker>(message: Message) -> Message {
    message
        .text("`")
        .text(<C::Table as Relation>::NAME.name)
        .text(".")
        .text(C::NAME)
        .text("`")
}

const fn quoted(message: Message, word: &str) -> Message {
    message.text("`").text(word).text("`")
}

/// Checks that the type of an enum without a Postgres schema is not one of Postgres's own, which would be used instead.
///
/// # Panics
/// If it is.
#[track_caller]
pub const fn check_enum_name(name: &str) {
    if builtin::named(name.as_bytes()).is_some() {
        let message = quoted(Message::new(), name)
            .text(" is a type of Postgres itself; write `#[pg_enum(name = \"…\")]`");
        message.fail();
    }
}

/// Checks that the name of a composite type or domain without a Postgres schema is not that of a type of Postgres itself.
///
/// # Panics
/// If it is.
#[track_caller]
pub const fn check_type_name(name: &str) {
    if builtin::named(name.as_bytes()).is_some() {
        let message =
            quoted(Message::new(), name).text(" is a type of Postgres itself; choose another name");
        message.fail();
    }
}

/// Checks that a column of the type `sql_type` can be read as the type of its field, and that the server accepts the number
/// in parentheses.
///
/// # Panics
/// If it cannot.
#[track_caller]
pub const fn check_sql_type<C: ColumnMarker>(sql_type: &'static str) {
    let own = &Definition::<C>::COLUMN.data_type;
    let spelled = TypeName::parse(sql_type);
    let message = quoted(column::<C>(Message::new()).text(" is "), sql_type);
    if spelled.is_serial() {
        let message = message.text(", an integer with a sequence; write `identity` instead");
        message.fail();
    }
    if builtin::reads_back(own, sql_type) {
        if let Some(known) = KnownType::of(&Definition::<C>::COLUMN.sql_type(sql_type))
            && let Some((least, most)) = known.violated_limits()
        {
            let message = message.text("; write a number from ").number(least);
            message.text(" to ").number(most).fail();
        }
        return;
    }
    let message = message.text(", the field `").text(own.name);
    let message =
        message
            .text(if own.array { "[]`; " } else { "`; " })
            .text(match spelled.builtin() {
                Some(builtin) if !spelled.array => rust_type(builtin.oid),
                _ => "change one of them",
            });
    message.fail();
}

/// The remedy for a column of a built-in type.
const fn rust_type(oid: u32) -> &'static str {
    match oid {
        16 => "use `bool`",
        17 => "use `Vec<u8>`",
        18 | 19 | 25 | 1042 | 1043 => "use `String`",
        20 => "use `i64`",
        21 => "use `i16`",
        23 => "use `i32`",
        114 | 3802 => "use `Json<…>`",
        650 => "use `Cidr`",
        700 => "use `f32`",
        701 => "use `f64`",
        774 => "use `MacAddr8`",
        829 => "use `MacAddr`",
        869 => "use `Inet`",
        1082 => "use `NaiveDate`",
        1083 => "use `NaiveTime`",
        1114 => "use `NaiveDateTime`",
        1184 => "use `DateTime<Utc>`",
        1186 => "use `Interval`",
        1560 => "use `Bits<N>`",
        1562 => "use `BitVec`",
        1700 => "use `Decimal`",
        2950 => "use `Uuid`",
        3904 | 3906 | 3908 | 3910 | 3912 | 3926 => "use `Range<…>`",
        _ => "remove `sql_type`",
    }
}

/// Checks that the server can number the values of a column.
///
/// # Panics
/// If it cannot.
#[track_caller]
pub const fn check_identity<C: ColumnMarker>() {
    let own = &Definition::<C>::COLUMN.data_type;
    if matches!(own.oid, Some(20 | 21 | 23)) {
        return;
    }
    let remedy = match own.oid {
        Some(2950) => "; write `default = gen_random_uuid()`",
        _ => "; use `i64`, `i32` or `i16`",
    };
    let message = quoted(
        column::<C>(Message::new()).text(" cannot be `identity` as "),
        own.name,
    );
    message.text(remedy).fail();
}

/// Checks that a column of the primary key cannot be NULL.
///
/// # Panics
/// If it can.
#[track_caller]
pub const fn check_primary_key<C: ColumnMarker>() {
    if Definition::<C>::COLUMN.nullable {
        let message = column::<C>(Message::new())
            .text(" is in the primary key, which is never NULL; remove `Option`");
        message.fail();
    }
}

/// Checks that a column that a foreign key's action sets to NULL can be NULL.
///
/// # Panics
/// If it cannot.
#[track_caller]
pub const fn check_set_null<C: ColumnMarker>(action: &str) {
    if Definition::<C>::COLUMN.nullable {
        return;
    }
    let message = column::<C>(Message::new()).text(match action.as_bytes() {
        b"set_default" => " has no default for `set_default`; add `default` or use `Option`",
        _ => " is not null, so `set_null` would fail; use `Option`",
    });
    message.fail();
}

/// Checks that an index method, with an operator class if there is one, supports a column. `sql_type` is the column's, or
/// empty.
///
/// # Panics
/// If it does not.
#[track_caller]
pub const fn check_index<C: ColumnMarker>(method: &str, class: &str, sql_type: &'static str) {
    let definition = if sql_type.is_empty() {
        Definition::<C>::COLUMN
    } else {
        Definition::<C>::COLUMN.sql_type(sql_type)
    };
    let Some(indexed) = KnownType::of(&definition) else {
        return;
    };
    if class.is_empty() {
        if !indexed.has_default_class(method) {
            missing_class::<C>(method, &definition, &indexed);
        }
    } else if indexed.contradicts(class) {
        wrong_class::<C>(class, &definition, &indexed);
    }
    let is_of_vectors = same(method, "hnsw") || same(method, "ivfflat");
    if is_of_vectors
        && let Some(dimensions) = indexed.modifier
        && dimensions > indexed.max_dimensions()
    {
        too_many_dimensions::<C>(method, &indexed, dimensions);
    }
}

#[track_caller]
const fn missing_class<C: ColumnMarker>(method: &str, column_def: &ColumnDef, indexed: &KnownType) {
    let message = quoted(Message::new(), method).text(" has no class for ");
    let message = quoted(
        column::<C>(message).text(", which is "),
        type_name(column_def, indexed),
    );
    let message = match (method.as_bytes(), indexed.name.as_bytes()) {
        (b"gin", b"text") => message.text("; add `.gin_trgm_ops`"),
        (b"gist", b"text") => message.text("; add `.gist_trgm_ops`"),
        (b"gist", b"inet" | b"cidr") => message.text("; add `.inet_ops`"),
        (_, b"json") => message.text("; use `jsonb`"),
        (b"btree", b"point" | b"circle") => message.text("; use `gist`"),
        (b"btree", _) => message.text("; index an expression"),
        (_, b"vector" | b"halfvec" | b"sparsevec") => message.text("; use `hnsw`"),
        _ => message.text("; name one or use `btree`"),
    };
    message.fail();
}

#[track_caller]
const fn wrong_class<C: ColumnMarker>(class: &str, column_def: &ColumnDef, indexed: &KnownType) {
    let wanted = class_type(class);
    let message = column::<C>(quoted(Message::new(), class).text(" does not fit "));
    let rest = class.split_at(wanted.len()).1;
    let has_same = match indexed.name.as_bytes() {
        b"vector" | b"halfvec" | b"sparsevec" => is_distance(rest),
        _ => false,
    };
    let message = if has_same {
        message
    } else {
        quoted(message.text(", which is "), type_name(column_def, indexed))
    };
    let message = if has_same {
        message
            .text("; use `")
            .text(indexed.name)
            .text(rest)
            .text("`")
    } else if same(indexed.name, "bit") {
        message.text("; use `bit_hamming_ops`")
    } else if same(rest, "_cosine_ops") || is_distance(rest) {
        message.text("; use a vector")
    } else {
        message.text("; remove it")
    };
    message.fail();
}

const fn is_distance(end: &str) -> bool {
    matches!(
        end.as_bytes(),
        b"_cosine_ops" | b"_l2_ops" | b"_ip_ops" | b"_l1_ops"
    )
}

#[track_caller]
const fn too_many_dimensions<C: ColumnMarker>(method: &str, indexed: &KnownType, dimensions: u32) {
    let message = column::<C>(Message::new())
        .text(" has ")
        .number(dimensions)
        .text(" dimensions, ");
    let message = quoted(message, method)
        .text(" allows ")
        .number(indexed.max_dimensions());
    let message = match indexed.name.as_bytes() {
        b"vector" if dimensions <= 4_000 => message.text("; use `HalfVector`"),
        _ => message.text("; use fewer dimensions"),
    };
    message.fail();
}

/// The name of a column's type in a message.
const fn type_name(column: &ColumnDef, indexed: &KnownType) -> &'static str {
    match column.sql_type {
        Some(_) => indexed.name,
        None => column.data_type.name,
    }
}
