//! Functions that generate UUIDs.
//!
//! <https://www.postgresql.org/docs/current/functions-uuid.html>

crate::sql_function! {
    /// A random UUID, version 4.
    ///
    /// ```
    /// # use schema_core::expr::function::gen_random_uuid;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: uuid::Uuid, title: String }
    /// let renewed = Note.update().set(Note.id, gen_random_uuid()).filter(Note.title.eq("Intake"));
    /// assert_eq!(
    ///     renewed.to_sql(),
    ///     r#"update "notes" set "id" = gen_random_uuid() where "notes"."title" = $1"#
    /// );
    /// ```
    pub fn gen_random_uuid() -> uuid::Uuid;
}
