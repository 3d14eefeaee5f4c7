//! Prisma schemas: <https://www.prisma.io/docs/orm/reference/prisma-schema-reference>.

mod ast;
mod enumeration;
mod field;
mod index;
mod lexer;
mod many;
mod parse;
mod relation;
mod schema;
mod table;

use schema_ddl::model::Model;

use super::{LeftOut, PullError};

/// Reads a Prisma schema as the model of the database that Prisma creates for it.
///
/// What exists only in Prisma's client is listed: a value such as `@default(cuid())` or `@updatedAt` that the client makes,
/// documentation comments, and names of relations.
///
/// ```
/// use schema_kit::pull;
///
/// let (model, left_out) = pull::prisma(
///     r#"
///     datasource db {
///       provider = "postgresql"
///     }
///
///     model User {
///       id    Int     @id @default(autoincrement())
///       email String  @unique @db.VarChar(80)
///       posts Post[]
///       @@map("users")
///     }
///
///     model Post {
///       id       String @id @default(cuid())
///       author   User   @relation(fields: [authorId], references: [id], onDelete: Cascade)
///       authorId Int
///     }
///     "#,
/// )?;
/// assert_eq!(model.tables[0].name.name, "users");
/// assert_eq!(model.tables[0].columns[1].data_type.to_string(), "character varying(80)");
/// assert_eq!(model.tables[1].foreign_keys[0].name, "Post_authorId_fkey");
/// assert_eq!(
///     left_out[0].to_string(),
///     r#"column "id" of "Post": Prisma's client makes its value with `cuid()`; the program must do so"#
/// );
/// # Ok::<(), schema_kit::pull::PullError>(())
/// ```
///
/// # Errors
///
/// If the text is not a Prisma schema, has another provider than `postgresql`, or contradicts itself.
pub fn prisma(text: &str) -> Result<(Model, Vec<LeftOut>), PullError> {
    schema::model(&parse::parse(text)?)
}
