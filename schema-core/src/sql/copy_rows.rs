//! Rows in the binary format of `copy`.
//!
//! <https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS>

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{SqlType, Value};

/// The size of a length, and of an object id.
const LENGTH: usize = size_of::<i32>();
/// The position of the element type in an array, after the number of dimensions and the flags.
const ELEMENT_TYPE: usize = 2 * LENGTH;
/// The first bytes of the header.
pub(crate) const SIGNATURE: &[u8; 11] = b"PGCOPY\n\xff\r\n\0";

/// Rows on their way to the server.
#[derive(Debug)]
pub struct CopyRows {
    buffer: PgArgumentBuffer,
    /// The element types of the columns that are arrays of a type whose object id differs between servers.
    elements: Vec<Option<u32>>,
    column: usize,
}

impl CopyRows {
    /// Begins with the header. `elements` has the object id of each column's element type, if it must be looked up.
    pub fn new(elements: Vec<Option<u32>>) -> Self {
        let mut buffer = PgArgumentBuffer::default();
        buffer.extend_from_slice(SIGNATURE);
        // No flags, and no extension of the header.
        buffer.extend_from_slice(&[0; 2 * LENGTH]);
        Self {
            buffer,
            elements,
            column: 0,
        }
    }

    /// Begins a row.
    ///
    /// # Errors
    /// If the row has too many fields.
    pub fn begin(&mut self, fields: usize) -> Result<(), BoxDynError> {
        self.column = 0;
        self.buffer
            .extend_from_slice(&i16::try_from(fields)?.to_be_bytes());
        Ok(())
    }

    /// Appends the next field of the row; `None` is NULL.
    ///
    /// # Errors
    /// If the value cannot be encoded.
    pub fn push<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        let length_at = self.buffer.len();
        self.buffer.extend_from_slice(&(-1_i32).to_be_bytes());
        let element = self.elements.get(self.column).copied().flatten();
        self.column += 1;
        let Some(value) = value else { return Ok(()) };
        value.encode(&mut self.buffer)?;
        let value_at = length_at + LENGTH;
        let length = i32::try_from(self.buffer.len() - value_at)?;
        self.buffer[length_at..value_at].copy_from_slice(&length.to_be_bytes());
        if let Some(element) = element
            && let Some(bytes) = self
                .buffer
                .get_mut(value_at + ELEMENT_TYPE..value_at + ELEMENT_TYPE + LENGTH)
        {
            bytes.copy_from_slice(&element.to_be_bytes());
        }
        Ok(())
    }

    /// Ends the rows.
    pub fn end(&mut self) {
        self.buffer.extend_from_slice(&(-1_i16).to_be_bytes());
    }

    /// Returns the number of bytes that are not taken yet.
    pub fn pending(&self) -> usize {
        self.buffer.len()
    }

    /// Returns the bytes so far, and begins again with none.
    pub fn take(&mut self) -> PgArgumentBuffer {
        // Not only the bytes: the buffer also remembers the types that sqlx would look up.
        std::mem::take(&mut self.buffer)
    }
}
