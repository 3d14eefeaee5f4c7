//! Remedies for types that a column cannot have, chosen by the name of the type.
//!
//! The name only chooses the words of the message. The compiler checks every type in the same way, so that a type of the
//! user's own may have any of these names.

use syn::{GenericArgument, PathArguments, Type};

/// The function of `__private` that checks a type, and the type that it checks: the type itself, or what a `Json` contains.
pub(super) fn check_of(ty: &Type) -> (&'static str, &Type) {
    match content_of_json(ty) {
        Some(content) => ("column_json", content),
        None => (function_of(ty), ty),
    }
}

/// The `T` of a type that is written `Json<T>` or `Option<Json<T>>`.
fn content_of_json(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else {
        return None;
    };
    let segment = path.path.segments.last()?;
    let argument = argument(&segment.arguments)?;
    match segment.ident.to_string().as_str() {
        "Option" => content_of_json(argument),
        "Json" => Some(argument),
        _ => None,
    }
}

fn function_of(ty: &Type) -> &'static str {
    match ty {
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last() else {
                return GENERAL;
            };
            let argument = argument(&segment.arguments);
            match (segment.ident.to_string().as_str(), argument) {
                ("Option" | "Vec", Some(inner)) => function_of(inner),
                ("DateTime", Some(zone)) if !is_named(zone, "Utc") => "column_moment",
                ("Box" | "Arc" | "Rc" | "Cow", Some(Type::Path(inner)))
                    if inner.path.is_ident("str") =>
                {
                    "column_text"
                }
                ("Box" | "Arc" | "Rc", Some(Type::Slice(inner))) => bytes_or_list(&inner.elem),
                (name, _) => of_name(name),
            }
        }
        Type::Array(array) => bytes_or_list(&array.elem),
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(inner) if inner.path.is_ident("str") => "column_text",
            Type::Slice(inner) => bytes_or_list(&inner.elem),
            _ => GENERAL,
        },
        Type::Tuple(_) => "column_map",
        Type::Group(group) => function_of(&group.elem),
        Type::Paren(paren) => function_of(&paren.elem),
        _ => GENERAL,
    }
}

const GENERAL: &str = "column_type";

fn of_name(name: &str) -> &'static str {
    match name {
        "i8" | "u8" | "u16" | "u32" | "u64" | "u128" | "i128" | "usize" | "isize"
        | "NonZeroI32" | "NonZeroI64" | "NonZeroU32" | "NonZeroU64" => "column_number",
        "str" | "char" | "PathBuf" | "Url" | "OsString" | "SmolStr" | "CompactString" => {
            "column_text"
        }
        "Bytes" | "BytesMut" => "column_bytes",
        "HashMap" | "BTreeMap" | "HashSet" | "BTreeSet" | "IndexMap" | "Map" => "column_map",
        "VecDeque" | "SmallVec" | "ArrayVec" => "column_list",
        "SystemTime" | "Instant" | "Timestamp" | "Zoned" | "UtcDateTime" => "column_moment",
        "Duration" | "TimeDelta" | "PgInterval" | "SignedDuration" | "Span" => "column_duration",
        "IpAddr" | "Ipv4Addr" | "Ipv6Addr" | "IpNetwork" | "IpNet" | "MacAddress" => {
            "column_address"
        }
        "DateTime" | "NaiveDateTime" | "NaiveDate" | "NaiveTime" => "column_chrono",
        "OffsetDateTime" | "PrimitiveDateTime" | "Date" | "Time" => "column_time",
        "Decimal" => "column_decimal",
        "BigDecimal" => "column_big_decimal",
        "Uuid" => "column_uuid",
        "BitVec" => "column_bit_vec",
        "Value" | "JsonValue" => "column_value",
        "Multirange" => "column_multirange",
        "Box" | "Arc" | "Rc" | "Cow" | "Cell" | "RefCell" => "column_pointer",
        _ => GENERAL,
    }
}

fn bytes_or_list(element: &Type) -> &'static str {
    if is_named(element, "u8") {
        "column_bytes"
    } else {
        "column_list"
    }
}

fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

/// The first type argument.
fn argument(arguments: &PathArguments) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
