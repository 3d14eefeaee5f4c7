//! Diesel's `schema.rs`: <https://docs.diesel.rs/main/diesel/macro.table.html>.

mod parse;
mod schema;
mod types;

use schema_ddl::model::Model;

use super::{LeftOut, PullError};

/// Reads Diesel's `schema.rs` as a model.
///
/// It contains tables, columns and primary keys, and with `joinable!` some foreign keys. It does not contain defaults,
/// unique constraints, checks, indexes and the labels of enums. Pull from the database to have all of these.
///
/// ```
/// use schema_kit::pull;
///
/// let (model, left_out) = pull::diesel(
///     r#"
///     diesel::table! {
///         users (id) {
///             id -> Int4,
///             #[max_length = 80]
///             email -> Varchar,
///         }
///     }
///     diesel::table! {
///         posts (id) {
///             id -> Int8,
///             author_id -> Nullable<Int4>,
///             #[sql_name = "type"]
///             type_ -> Array<Text>,
///         }
///     }
///     diesel::joinable!(posts -> users (author_id));
///     diesel::allow_tables_to_appear_in_same_query!(posts, users);
///     "#,
/// )?;
/// assert_eq!(model.tables[0].columns[1].data_type.to_string(), "character varying(80)");
/// assert_eq!(model.tables[1].columns[2].name, "type");
/// assert_eq!(model.tables[1].foreign_keys[0].name, "posts_author_id_fkey");
/// assert!(left_out[0].reason.starts_with("it has no defaults"));
/// # Ok::<(), schema_kit::pull::PullError>(())
/// ```
///
/// # Errors
///
/// If the text is not Rust, or a macro of Diesel in it cannot be read.
pub fn diesel(text: &str) -> Result<(Model, Vec<LeftOut>), PullError> {
    schema::model(&parse::parse(text)?)
}
