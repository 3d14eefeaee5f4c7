//! [`comment on`](https://www.postgresql.org/docs/current/sql-comment.html), and how a statement names an object.

use super::{quote, routine};
use crate::model::{Kind, ObjectId};

/// Returns the statement that sets the comment of an object, or removes it.
pub(crate) fn comment(object: &ObjectId, text: Option<&str>) -> String {
    let text = quote::comment(text);
    format!("comment on {} is {text}", target(object))
}

/// Returns the statement that sets the comment of a check of a domain, or removes it.
pub(crate) fn of_domain_check(domain: &ObjectId, check: &str, text: Option<&str>) -> String {
    let text = quote::comment(text);
    let check = quote::name(check);
    format!(
        "comment on constraint {check} on domain {} is {text}",
        domain.name
    )
}

/// Returns the kind and the name of an object: `table "patients"`, `column "patients"."email"`.
pub(crate) fn target(object: &ObjectId) -> String {
    let name = &object.name;
    let part = quote::name(object.part.as_deref().unwrap_or_default());
    match object.kind {
        Kind::Enum | Kind::Composite => format!("type {name}"),
        Kind::Routine => format!("routine {}", routine::name(name)),
        Kind::Column => format!("column {name}.{part}"),
        Kind::Constraint | Kind::Trigger | Kind::Policy => {
            format!("{} {part} on {name}", object.kind.word())
        }
        kind => format!("{} {name}", kind.word()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Name;

    #[track_caller]
    fn is(object: &ObjectId, sql: &str) {
        assert_eq!(comment(object, Some("it's")), format!("{sql} is 'it''s'"));
        assert_eq!(comment(object, None), format!("{sql} is null"));
    }

    #[test]
    fn each_kind_has_its_words() {
        let name = || Name::in_schema("clinic", "a");
        let object = |kind| ObjectId::new(kind, name());
        let part = |kind| ObjectId::part(kind, name(), "b");
        is(&object(Kind::Table), r#"comment on table "clinic"."a""#);
        is(&object(Kind::Enum), r#"comment on type "clinic"."a""#);
        is(&object(Kind::Composite), r#"comment on type "clinic"."a""#);
        is(&object(Kind::Domain), r#"comment on domain "clinic"."a""#);
        is(
            &object(Kind::MaterializedView),
            r#"comment on materialized view "clinic"."a""#,
        );
        is(&part(Kind::Column), r#"comment on column "clinic"."a"."b""#);
        is(
            &part(Kind::Constraint),
            r#"comment on constraint "b" on "clinic"."a""#,
        );
        is(
            &part(Kind::Trigger),
            r#"comment on trigger "b" on "clinic"."a""#,
        );
        is(
            &part(Kind::Policy),
            r#"comment on policy "b" on "clinic"."a""#,
        );
        is(
            &ObjectId::new(Kind::Namespace, Name::new("clinic")),
            r#"comment on schema "clinic""#,
        );
        is(
            &ObjectId::new(Kind::Routine, Name::new("total(bigint, text)")),
            r#"comment on routine "total"(bigint, text)"#,
        );
    }

    #[test]
    fn a_check_of_a_domain_names_the_domain() {
        let domain = ObjectId::new(Kind::Domain, Name::new("email"));
        assert_eq!(
            of_domain_check(&domain, "at", Some("has an @")),
            r#"comment on constraint "at" on domain "email" is 'has an @'"#
        );
    }
}
