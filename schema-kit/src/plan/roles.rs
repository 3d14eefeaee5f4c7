//! Roles in migrations. They belong to the whole server, so another database may have created one already, or may need it.

use std::borrow::Cow;

use schema_ddl::diff::Verb;
use schema_ddl::model::{Kind, Model};
use schema_ddl::sql::quote;

use super::Plan;

/// Adds the roles of the old schema to the new one, so that none is dropped.
pub(crate) fn with_roles_of<'m>(from: &Model, to: &'m Model) -> Cow<'m, Model> {
    let is_new = |name: &str| to.roles.iter().all(|role| role.name != name);
    let mut kept = from
        .roles
        .iter()
        .filter(|role| is_new(&role.name))
        .peekable();
    if kept.peek().is_none() {
        return Cow::Borrowed(to);
    }
    let mut with_roles = to.clone();
    with_roles.roles.extend(kept.cloned());
    Cow::Owned(with_roles)
}

impl Plan {
    /// Lets the statements that create roles do nothing if the server has the role.
    pub(crate) fn create_missing_roles(&mut self) {
        let creates = self
            .changes
            .iter_mut()
            .filter(|change| change.object.kind == Kind::Role && change.verb == Verb::Create);
        for change in creates {
            let name = quote::literal(&change.object.name.name);
            if let Some(statement) = change.statements.first_mut() {
                *statement = format!(
                    "do $$\nbegin\n    if not exists (select from pg_roles where rolname = {name}) then\n        \
                     {statement};\n    end if;\nend\n$$"
                );
            }
        }
    }
}
