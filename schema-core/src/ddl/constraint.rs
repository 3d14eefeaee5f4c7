//! Table constraints, as written in `create table` and `alter table`.

use super::quote;
use crate::def::{Action, Deferrable, ForeignKeyDef, PrimaryKeyDef, UniqueDef};

/// `constraint "…" primary key (…)`.
pub(super) fn primary_key(name: &str, key: &PrimaryKeyDef) -> String {
    format!(
        "constraint {} primary key ({})",
        quote::name(name),
        quote::names(key.columns)
    )
}

/// `constraint "…" unique (…)`.
pub(super) fn unique(name: &str, unique: &UniqueDef) -> String {
    let nulls = if unique.nulls_not_distinct {
        " nulls not distinct"
    } else {
        ""
    };
    format!(
        "constraint {} unique{nulls} ({})",
        quote::name(name),
        quote::names(unique.columns)
    )
}

/// `constraint "…" check (…)`.
pub(super) fn check(name: &str, expression: &str) -> String {
    format!("constraint {} check ({expression})", quote::name(name))
}

/// `constraint "…" foreign key (…) references …`.
pub(super) fn foreign_key(name: &str, key: &ForeignKeyDef) -> String {
    let mut sql = format!(
        "constraint {} foreign key ({}) references {} ({})",
        quote::name(name),
        quote::names(key.columns),
        key.table,
        quote::names(key.references)
    );
    for (event, action) in [
        (" on delete ", key.on_delete),
        (" on update ", key.on_update),
    ] {
        let action = match action {
            // The default.
            Action::NoAction => continue,
            Action::Restrict => "restrict",
            Action::Cascade => "cascade",
            Action::SetNull => "set null",
            Action::SetDefault => "set default",
        };
        sql.push_str(event);
        sql.push_str(action);
    }
    sql.push_str(match key.deferrable {
        Deferrable::No => "",
        Deferrable::InitiallyImmediate => " deferrable",
        Deferrable::InitiallyDeferred => " deferrable initially deferred",
    });
    sql
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{FOREIGN_KEY, UNIQUE};
    use crate::def::TableName;

    #[test]
    fn a_unique_constraint_can_treat_nulls_as_equal() {
        let def = UniqueDef {
            columns: &["a", "b"],
            ..UNIQUE
        };
        assert_eq!(unique("u", &def), r#"constraint "u" unique ("a", "b")"#);
        let def = UniqueDef {
            nulls_not_distinct: true,
            ..def
        };
        assert_eq!(
            unique("u", &def),
            r#"constraint "u" unique nulls not distinct ("a", "b")"#
        );
    }

    #[test]
    fn a_foreign_key_has_actions_and_a_time_of_check() {
        let key = ForeignKeyDef {
            columns: &["tenant_id", "patient_id"],
            table: TableName {
                schema: Some("clinic"),
                name: "patients",
            },
            references: &["tenant_id", "id"],
            ..FOREIGN_KEY
        };
        let start = "constraint \"f\" foreign key (\"tenant_id\", \"patient_id\") \
                     references \"clinic\".\"patients\" (\"tenant_id\", \"id\")";
        assert_eq!(foreign_key("f", &key), start);
        for (on_delete, on_update, deferrable, end) in [
            (
                Action::Cascade,
                Action::NoAction,
                Deferrable::No,
                " on delete cascade",
            ),
            (
                Action::SetNull,
                Action::Restrict,
                Deferrable::No,
                " on delete set null on update restrict",
            ),
            (
                Action::NoAction,
                Action::SetDefault,
                Deferrable::No,
                " on update set default",
            ),
            (
                Action::NoAction,
                Action::NoAction,
                Deferrable::InitiallyImmediate,
                " deferrable",
            ),
            (
                Action::NoAction,
                Action::NoAction,
                Deferrable::InitiallyDeferred,
                " deferrable initially deferred",
            ),
        ] {
            let key = ForeignKeyDef {
                on_delete,
                on_update,
                deferrable,
                ..key
            };
            assert_eq!(foreign_key("f", &key), format!("{start}{end}"));
        }
    }
}
