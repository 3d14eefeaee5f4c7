//! Composite types: <https://www.postgresql.org/docs/current/rowtypes.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;
use sqlx::postgres::types::PgRecordEncoder;

use crate::types::{ColumnType, DataType, SqlType, wire};

/// A Postgres composite type, from `#[derive(PgComposite)]`.
#[derive(Debug)]
pub struct CompositeDef {
    /// The Postgres schema. If it is `None`, the connection's `search_path` applies.
    pub schema: Option<&'static str>,
    /// The name, without quotes.
    pub name: &'static str,
    /// The fields, in order.
    pub fields: &'static [CompositeFieldDef],
}

/// A field of a composite type.
#[derive(Debug)]
pub struct CompositeFieldDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// The type.
    pub data_type: DataType,
}

/// A struct with `#[derive(PgComposite)]` whose field number `I` is a field of the composite type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a struct with `#[derive(PgComposite)]`",
    label = "not a composite type"
)]
#[schema_macros::hide_bounds]
pub trait HasField<const I: usize> {
    /// The type of the field.
    type Type: ColumnType;
    /// The name of the field in the database, without quotes.
    const NAME: &'static str;
}

/// A field whose value does not fit its type.
#[derive(Debug, thiserror::Error)]
enum FieldError {
    #[error("could not read the field `{field}` of the composite type")]
    Field {
        field: &'static str,
        source: BoxDynError,
    },
    #[error("the composite type has {got} fields in the database, but the struct has {expected}")]
    Count { expected: usize, got: i32 },
}

/// Writes the fields of a composite value in binary format. sqlx writes the object ids of their types, because only sqlx
/// can look up those of enums and extensions.
#[allow(missing_debug_implementations, reason = "sqlx's encoder has none")]
pub struct CompositeWriter<'b>(PgRecordEncoder<'b>);

impl<'b> CompositeWriter<'b> {
    /// Starts a value.
    pub fn new(buffer: &'b mut PgArgumentBuffer) -> Self {
        Self(PgRecordEncoder::new(buffer))
    }

    /// Appends the field number `I` of the struct `C`.
    ///
    /// # Errors
    /// If the value cannot be encoded.
    pub fn field<C: HasField<I>, const I: usize>(
        &mut self,
        value: &C::Type,
    ) -> Result<(), BoxDynError> {
        type Base<C, const I: usize> = <<C as HasField<I>>::Type as ColumnType>::Base;
        let bound = wire::Bound::<Base<C, I>, Base<C, I>>::new(value.value());
        self.0.encode(bound).map(|_| ())
    }

    /// Ends the value.
    pub fn finish(mut self) {
        self.0.finish();
    }
}

/// Reads the fields of a composite value from left to right.
#[derive(Debug)]
pub struct CompositeReader<'b> {
    bytes: &'b [u8],
}

impl<'b> CompositeReader<'b> {
    /// Starts at the first field of a value that has `expected` ones.
    ///
    /// # Errors
    /// If it has another number of fields.
    pub fn new(mut bytes: &'b [u8], expected: usize) -> Result<Self, BoxDynError> {
        let got = i32::from_be_bytes(wire::take(&mut bytes)?);
        if usize::try_from(got).ok() != Some(expected) {
            return Err(Box::new(FieldError::Count { expected, got }));
        }
        Ok(Self { bytes })
    }

    /// Reads the field number `I` of the struct `C`.
    ///
    /// # Errors
    /// If it is not a value of its type.
    pub fn field<C: HasField<I>, const I: usize>(&mut self) -> Result<C::Type, BoxDynError> {
        let _type: [u8; 4] = wire::take(&mut self.bytes)?;
        let value = wire::take_nullable(&mut self.bytes)?;
        C::Type::read(value).map_err(|source| {
            let field = C::NAME;
            FieldError::Field { field, source }.into()
        })
    }

    /// Checks that all fields were read.
    ///
    /// # Errors
    /// If bytes follow the last one.
    pub fn finish(self) -> Result<(), BoxDynError> {
        wire::assert_end(self.bytes)
    }
}

/// The description of the field number `I` of the struct `C`.
pub const fn composite_field<C: HasField<I>, const I: usize>() -> CompositeFieldDef {
    CompositeFieldDef {
        name: C::NAME,
        data_type: <<C::Type as ColumnType>::Base as SqlType>::DATA_TYPE,
    }
}

/// A field as a literal, and as Postgres prints it.
pub fn composite_value<C: HasField<I>, const I: usize>(
    value: &C::Type,
) -> (String, Option<String>) {
    match value.value() {
        Some(value) => {
            let mut literal = String::new();
            value.literal(&mut literal);
            (literal, Some(value.text()))
        }
        None => ("null".to_owned(), None),
    }
}

/// Appends a composite value as a literal: `row('Main Street', null)::"address"`.
pub fn composite_literal(fields: &[(String, Option<String>)], data_type: &str, sql: &mut String) {
    let literals: Vec<&str> = fields.iter().map(|(literal, _)| literal.as_str()).collect();
    wire::push(
        sql,
        format_args!("row({})::{data_type}", literals.join(", ")),
    );
}

/// Returns a composite value [as Postgres prints it](https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX):
/// `("Main Street",)`.
pub fn composite_text(fields: &[(String, Option<String>)]) -> String {
    let mut text = String::from("(");
    for (position, (_, value)) in fields.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        if let Some(value) = value {
            wire::push_in_quotes(&mut text, value);
        }
    }
    text.push(')');
    text
}
