//! Fields that are columns.

use schema_ddl::model::{Column, DataType, Kind, Name, ObjectId, Sequence, SequenceOptions};
use schema_ddl::sql::quote;

use super::ast::{Argument, Attribute, Block, Field, FieldType, Value, find};
use super::enumeration::label;
use super::schema::Context;
use crate::pull::PullError;

/// The name of the column.
pub(super) fn column_name(field: &Field) -> &str {
    let map = find(&field.attributes, "map");
    let map = map.and_then(|map| map.get("name")).and_then(Value::text);
    map.unwrap_or(&field.name)
}

/// Returns the column of a field, or `None` for the field of a relation.
pub(super) fn column(
    block: &Block,
    field: &Field,
    table: &Name,
    context: &mut Context<'_>,
) -> Result<Option<Column>, PullError> {
    let Some(declared) = &field.data_type else {
        let message = format!("the field `{}` has no type; write one", field.name);
        return Err(PullError::new(field.line, message));
    };
    if !declared.is_unsupported && context.models.contains_key(declared.name.as_str()) {
        return Ok(None);
    }
    let data_type = data_type(block, field, declared, context)?;
    let mut column = Column {
        // A list is `[]` by default for Prisma, but the column accepts NULL.
        nullable: declared.optional || declared.list,
        ..Column::new(column_name(field), data_type)
    };
    let id = ObjectId::part(Kind::Column, table.clone(), &column.name).to_string();
    if field.has_docs {
        context.leave_out(
            &id,
            "its documentation comment, which is not one of the database",
        );
    }
    if find(&field.attributes, "updatedAt").is_some() {
        context.leave_out(
            &id,
            "Prisma's client sets it on each update with `@updatedAt`; the program must do so",
        );
    }
    if let Some(default) = find(&field.attributes, "default") {
        set_default(&mut column, default, declared, table, context)?;
    }
    Ok(Some(column))
}

fn data_type(
    block: &Block,
    field: &Field,
    declared: &FieldType,
    context: &Context<'_>,
) -> Result<DataType, PullError> {
    let native = field.attributes.iter().find_map(|one| {
        let name = one.name.strip_prefix("db.")?;
        Some((name, one))
    });
    let element = if declared.is_unsupported {
        DataType::parse(&declared.name)
    } else if let Some(def) = context.enums.get(declared.name.as_str()) {
        DataType::parse(&def.name.to_string())
    } else if let Some((name, attribute)) = native {
        native_type(name, attribute)?
    } else {
        DataType::parse(match declared.name.as_str() {
            "String" => "text",
            "Boolean" => "boolean",
            "Int" => "integer",
            "BigInt" => "bigint",
            "Float" => "double precision",
            "Decimal" => "numeric(65,30)",
            "DateTime" => "timestamp(3)",
            "Json" => "jsonb",
            "Bytes" => "bytea",
            other => {
                let message = format!(
                    "`{other}`, the type of `{}.{}`, is not declared; add a model or an enum of this name",
                    block.name, field.name
                );
                return Err(PullError::new(field.line, message));
            }
        })
    };
    Ok(if declared.list {
        element.array_of()
    } else {
        element
    })
}

/// `@db.VarChar(20)`
fn native_type(name: &str, attribute: &Attribute) -> Result<DataType, PullError> {
    let sql = match name {
        "Text" => "text",
        "VarChar" => "varchar",
        "Char" => "char",
        "Bit" => "bit",
        "VarBit" => "varbit",
        "Uuid" => "uuid",
        "Xml" => "xml",
        "Inet" => "inet",
        "Citext" => "citext",
        "Boolean" => "boolean",
        "Integer" => "integer",
        "SmallInt" => "smallint",
        "Oid" => "oid",
        "BigInt" => "bigint",
        "DoublePrecision" => "double precision",
        "Real" => "real",
        "Decimal" => "numeric",
        "Money" => "money",
        "Timestamp" => "timestamp",
        "Timestamptz" => "timestamptz",
        "Date" => "date",
        "Time" => "time",
        "Timetz" => "timetz",
        "Json" => "json",
        "JsonB" => "jsonb",
        "ByteA" => "bytea",
        other => {
            let message = format!("`@db.{other}` is not a type of Postgres; write one that is");
            return Err(PullError::new(attribute.line, message));
        }
    };
    let numbers: Vec<&str> = attribute
        .arguments
        .iter()
        .filter_map(|argument| match &argument.value {
            Value::Number(number) => Some(number.as_str()),
            _ => None,
        })
        .collect();
    Ok(if numbers.is_empty() {
        DataType::parse(sql)
    } else {
        DataType::parse(&format!("{sql}({})", numbers.join(",")))
    })
}

fn set_default(
    column: &mut Column,
    attribute: &Attribute,
    declared: &FieldType,
    table: &Name,
    context: &mut Context<'_>,
) -> Result<(), PullError> {
    let Some(value) = attribute.get("value") else {
        return Err(PullError::new(
            attribute.line,
            "`@default` has no value; write one",
        ));
    };
    if let Value::Call(function, arguments) = value {
        call(column, function, arguments, table, context);
        return Ok(());
    }
    let sql = if declared.list {
        let elements: Option<Vec<String>> = value
            .list()
            .iter()
            .map(|one| literal(one, declared, context))
            .collect();
        elements.map(|elements| format!("array[{}]::{}", elements.join(", "), column.data_type))
    } else {
        literal(value, declared, context)
    };
    if sql.is_some() {
        column.default = sql;
        return Ok(());
    }
    let message = format!(
        "the default of `{}` is not a value of its type; correct it",
        column.name
    );
    Err(PullError::new(attribute.line, message))
}

/// A default that is a call of a function.
fn call(
    column: &mut Column,
    function: &str,
    arguments: &[Argument],
    table: &Name,
    context: &mut Context<'_>,
) {
    let id = ObjectId::part(Kind::Column, table.clone(), &column.name);
    let argument = arguments.first().and_then(|one| one.value.text());
    match (function, argument) {
        ("autoincrement", _) => {
            let name = table.beside(format!("{}_{}_seq", table.name, column.name));
            let text = quote::literal(&name.to_string());
            column.default = Some(format!("nextval({text}::regclass)"));
            context.sequences.push(Sequence {
                name,
                data_type: column.data_type.clone(),
                options: SequenceOptions::default(),
                owned_by: Some((table.clone(), column.name.clone())),
                comment: None,
            });
        }
        ("now", _) => column.default = Some("CURRENT_TIMESTAMP".into()),
        ("dbgenerated", Some(sql)) if !sql.trim().is_empty() => column.default = Some(sql.into()),
        ("dbgenerated", _) => {
            context.leave_out(
                id.to_string(),
                "its default, which the schema does not contain",
            );
        }
        (other, _) => {
            let reason =
                format!("Prisma's client makes its value with `{other}()`; the program must do so");
            context.leave_out(id.to_string(), reason);
        }
    }
}

fn literal(value: &Value, declared: &FieldType, context: &Context<'_>) -> Option<String> {
    if let Some(block) = context.enum_blocks.get(declared.name.as_str()) {
        let word = value.word()?;
        let variant = block.fields.iter().find(|field| field.name == word)?;
        let name = &context.enums.get(declared.name.as_str())?.name;
        return Some(format!("{}::{name}", quote::literal(label(variant))));
    }
    match (declared.name.as_str(), value) {
        ("Json", Value::Text(text)) => Some(format!("{}::jsonb", quote::literal(text))),
        ("DateTime" | "Bytes", Value::Text(text)) => Some(quote::literal(text)),
        ("String", Value::Text(text)) => Some(format!("{}::text", quote::literal(text))),
        (_, Value::Text(text)) if declared.is_unsupported => Some(quote::literal(text)),
        ("Int" | "BigInt" | "Float" | "Decimal", Value::Number(number)) => Some(number.clone()),
        ("Boolean", Value::Word(word)) if word == "true" || word == "false" => Some(word.clone()),
        _ => None,
    }
}
