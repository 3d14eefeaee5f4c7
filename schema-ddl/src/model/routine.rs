//! Functions, procedures and triggers, which are SQL as written.

use serde::{Deserialize, Serialize};

use super::{Kind, Name, ObjectId};
use crate::sql::quote;

/// The beginning of the names of the triggers, and of their functions, that set a column to `now()` with each update.
pub const UPDATED_AT_PREFIX: &str = "schema_touch_";

/// A [function](<https://www.postgresql.org/docs/current/sql-createfunction.html>) or procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// The name.
    pub name: Name,
    /// The types of the arguments, as the server prints them to identify the function: `bigint, text`.
    pub arguments: String,
    /// The kind.
    pub kind: RoutineKind,
    /// The whole statement `create or replace function …`, without a semicolon at its end.
    pub definition: String,
    /// The objects that the body uses, if they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<ObjectId>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl Routine {
    /// The function that sets a column to `now()`, unless the update sets it to another value. Its name follows from that of
    /// the column.
    ///
    /// ```
    /// use schema_ddl::model::Routine;
    ///
    /// let routine = Routine::updated_at(None, "changed_at");
    /// assert_eq!(routine.id().to_string(), r#"function "schema_touch_changed_at()""#);
    /// ```
    pub fn updated_at(schema: Option<&str>, column: &str) -> Self {
        let name = Name {
            schema: schema.map(str::to_owned),
            name: format!("{UPDATED_AT_PREFIX}{column}"),
        };
        let column = quote::name(column);
        let definition = format!(
            "create or replace function {name}() returns trigger language plpgsql as $$
begin
    if new.{column} is not distinct from old.{column} then
        new.{column} = now();
    end if;
    return new;
end
$$"
        );
        Self {
            name,
            arguments: String::new(),
            kind: RoutineKind::Function,
            definition,
            uses: Vec::new(),
            comment: None,
        }
    }

    /// Returns the routine as messages and privileges name it: with the types of its arguments.
    ///
    /// ```
    /// use schema_ddl::model::Routine;
    ///
    /// let routine = Routine { arguments: "bigint".into(), ..Routine::updated_at(Some("clinic"), "a") };
    /// assert_eq!(routine.id().name.name, "schema_touch_a(bigint)");
    /// ```
    pub fn id(&self) -> ObjectId {
        let name = format!("{}({})", self.name.name, self.arguments);
        ObjectId::new(Kind::Routine, self.name.beside(name))
    }
}

/// The kind of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineKind {
    /// A function.
    Function,
    /// A procedure.
    Procedure,
    /// An aggregate.
    Aggregate,
}

/// A [trigger](<https://www.postgresql.org/docs/current/sql-createtrigger.html>) of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// The name.
    pub name: String,
    /// The whole statement `create trigger …`, without a semicolon at its end.
    pub definition: String,
    /// The function that it calls, with its argument types: `touch()`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<Name>,
    /// True if the trigger does not fire.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl Trigger {
    /// The trigger that calls the [function](Routine::updated_at) of a column before each update of a row.
    ///
    /// ```
    /// use schema_ddl::model::{Name, Trigger};
    ///
    /// assert_eq!(
    ///     Trigger::updated_at(&Name::new("orders"), "changed_at").definition,
    ///     "create trigger \"schema_touch_changed_at\" before update on \"orders\" \
    ///      for each row execute function \"schema_touch_changed_at\"()"
    /// );
    /// ```
    pub fn updated_at(table: &Name, column: &str) -> Self {
        let name = format!("{UPDATED_AT_PREFIX}{column}");
        let function = table.beside(&*name);
        let trigger = quote::name(&name);
        Self {
            definition: format!(
                "create trigger {trigger} before update on {table} for each row execute function {function}()"
            ),
            function: Some(table.beside(format!("{name}()"))),
            name,
            disabled: false,
            comment: None,
        }
    }
}
