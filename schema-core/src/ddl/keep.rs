//! Statements that create what is missing and leave what exists unchanged.

use schema_ddl::diff::{Action, Verb};
use schema_ddl::model::{Kind, Model, Name, ObjectId, RowSecurity};
use schema_ddl::sql::lexer::{self, TokenKind};
use schema_ddl::sql::quote;

/// Returns the statements of an action that creates an object, such that they can run again.
///
/// Comments and privileges are always set.
pub(super) fn statements(model: &Model, action: &Action) -> Vec<String> {
    let statements = action.statements.iter().cloned();
    let (comments, mut all): (Vec<String>, Vec<String>) =
        statements.partition(|sql| sql.starts_with("comment on "));
    if let [only] = &mut all[..]
        && let Some(kept) = if_not_exists(action, only)
    {
        *only = kept;
    } else if !all.is_empty()
        && let Some(found) = found(model, action)
    {
        all = vec![unless_exists(&found, &all)];
    }
    all.extend(comments);
    all
}

/// Adds `if not exists` to a statement that can have it.
fn if_not_exists(action: &Action, statement: &str) -> Option<String> {
    if action.verb != Verb::Create {
        return None;
    }
    let word = match action.object.kind {
        Kind::Namespace => " schema ",
        Kind::Sequence => " sequence ",
        Kind::Table => " table ",
        Kind::MaterializedView => " materialized view ",
        Kind::Index => " index ",
        _ => return None,
    };
    // Only keywords are before it.
    Some(statement.replacen(word, &format!("{word}if not exists "), 1))
}

/// Returns the query that finds the result of an action. It is `None` if the statements have no effect on what exists.
fn found(model: &Model, action: &Action) -> Option<String> {
    let object = &action.object;
    let name = &object.name;
    let part = quote::literal(object.part.as_deref().unwrap_or_default());
    let create = action.verb == Verb::Create;
    Some(match object.kind {
        Kind::Enum | Kind::Domain | Kind::Composite => of_name("pg_type", "typ", name),
        Kind::View | Kind::MaterializedView => of_name("pg_class", "rel", name),
        Kind::Table | Kind::Sequence if create => of_name("pg_class", "rel", name),
        Kind::Table if action.produces.is_empty() => row_security(model, name)?,
        Kind::Table => format!(
            "select from pg_inherits where inhrelid = {}",
            relation(name)
        ),
        Kind::Sequence => owned(name),
        Kind::Role if create => {
            let name = quote::literal(&name.name);
            format!("select from pg_roles where rolname = {name}")
        }
        Kind::Role => membership(action)?,
        Kind::Routine => routine(object),
        Kind::Constraint => of_table("pg_constraint", "con", name, &part),
        Kind::Trigger => of_table("pg_trigger", "tg", name, &part),
        Kind::Policy => of_table("pg_policy", "pol", name, &part),
        Kind::Namespace | Kind::Extension | Kind::Column | Kind::Index | Kind::Grant => {
            return None;
        }
    })
}

/// Finds a type or a relation in the Postgres schema in which it would be created.
fn of_name(catalog: &str, prefix: &str, name: &Name) -> String {
    format!(
        "select from {catalog} join pg_namespace on pg_namespace.oid = {prefix}namespace \
         where {prefix}name = {} and nspname = {}",
        quote::literal(&name.name),
        namespace(name)
    )
}

/// Finds a part of a table.
fn of_table(catalog: &str, prefix: &str, table: &Name, part: &str) -> String {
    let table = relation(table);
    format!("select from {catalog} where {prefix}name = {part} and {prefix}relid = {table}")
}

/// Finds a function in the Postgres schema in which it would be created.
fn routine(object: &ObjectId) -> String {
    let signature = object.sql();
    let signature = signature.strip_prefix("routine ").unwrap_or(&signature);
    let signature = quote::literal(signature);
    let signature = match object.name.schema {
        Some(_) => signature,
        None => format!("format('%I.%s', current_schema(), {signature})"),
    };
    format!("select from pg_proc where oid = to_regprocedure({signature})")
}

/// Finds a table whose policies are as much in force as those of the model.
fn row_security(model: &Model, table: &Name) -> Option<String> {
    let condition = match model.table(table)?.row_security {
        RowSecurity::Off => return None,
        RowSecurity::Enabled => "relrowsecurity",
        RowSecurity::Forced => "relrowsecurity and relforcerowsecurity",
        RowSecurity::OffForced => "relforcerowsecurity",
    };
    let table = relation(table);
    Some(format!(
        "select from pg_class where oid = {table} and {condition}"
    ))
}

/// Finds a sequence that belongs to a column.
fn owned(sequence: &Name) -> String {
    format!(
        "select from pg_depend where classid = 'pg_class'::regclass and objid = {} and deptype = 'a' \
         and refclassid = 'pg_class'::regclass and refobjsubid > 0",
        relation(sequence)
    )
}

/// Finds the membership of a role in another one.
fn membership(action: &Action) -> Option<String> {
    let [group, member, ..] = &action.requires[..] else {
        return None;
    };
    let role = |id: &ObjectId| quote::literal(&quote::name(&id.name.name));
    Some(format!(
        "select from pg_auth_members where roleid = {}::regrole and member = {}::regrole",
        role(group),
        role(member)
    ))
}

fn relation(name: &Name) -> String {
    format!("{}::regclass", quote::literal(&name.to_string()))
}

fn namespace(name: &Name) -> String {
    match &name.schema {
        Some(schema) => quote::literal(schema),
        None => String::from("current_schema()"),
    }
}

/// Returns a PL/pgSQL block that runs statements unless the query `found` returns a row.
///
/// The block checks first instead of catching the error, because the embedded Postgres cannot catch errors.
fn unless_exists(found: &str, statements: &[String]) -> String {
    let statements: Vec<String> = statements
        .iter()
        .map(|statement| format!("        {};\n", indented(statement)))
        .collect();
    let statements = statements.concat();
    let mut tag = String::from("$$");
    for number in 1.. {
        if !statements.contains(&tag) && !found.contains(&tag) {
            break;
        }
        tag = format!("$do{number}$");
    }
    format!(
        "do {tag}\nbegin\n    if not exists ({found}) then\n{statements}    end if;\nend\n{tag}"
    )
}

/// Indents the lines of a statement, but not those of its strings.
fn indented(statement: &str) -> String {
    let Ok(tokens) = lexer::tokens(statement) else {
        return statement.to_owned();
    };
    let tokens = tokens.iter().map(|token| match token.kind {
        TokenKind::Space => token.text.replace('\n', "\n        "),
        _ => token.text.to_owned(),
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use schema_ddl::model::Model;
    use serde_json::{Value, json};

    use crate::ddl::Script;

    /// Returns the statements for a model, from its snapshot.
    fn kept(model: Value) -> Vec<String> {
        let model: Model = serde_json::from_value(model).unwrap();
        let script = Script::create_if_not_exists(&model).unwrap();
        script.into_iter().collect()
    }

    #[track_caller]
    fn is(model: Value, expected: &[&str]) {
        assert_eq!(kept(model), expected);
    }

    #[test]
    fn types_are_found_in_the_schema_in_which_they_would_be_created() {
        is(
            json!({
                "namespaces": [{ "name": "clinic" }, { "name": "public", "comment": "Ours." }],
                "enums": [{ "name": { "name": "status" }, "labels": ["a", "b\nc"] }],
                "domains": [{ "name": { "schema": "clinic", "name": "zip" }, "base": "text", "checks": [] }],
            }),
            &[
                r#"comment on schema "public" is 'Ours.'"#,
                r#"create schema if not exists "clinic""#,
                "do $$\nbegin\n    if not exists (select from pg_type join pg_namespace on pg_namespace.oid = typnamespace \
                 where typname = 'status' and nspname = current_schema()) then\n        \
                 create type \"status\" as enum ('a', 'b\nc');\n    end if;\nend\n$$",
                "do $$\nbegin\n    if not exists (select from pg_type join pg_namespace on pg_namespace.oid = typnamespace \
                 where typname = 'zip' and nspname = 'clinic') then\n        \
                 create domain \"clinic\".\"zip\" as text;\n    end if;\nend\n$$",
            ],
        );
    }

    #[test]
    fn a_function_is_found_by_its_arguments_and_keeps_its_text() {
        let definition =
            "create or replace function f(a int) returns int language sql\nas $$\n  select 1\n$$";
        is(
            json!({ "routines": [{
                "name": { "name": "f" }, "arguments": "integer", "kind": "function", "definition": definition,
            }] }),
            &[
                "do $do1$\nbegin\n    if not exists (select from pg_proc where oid = \
                 to_regprocedure(format('%I.%s', current_schema(), '\"f\"(integer)'))) then\n        \
                 create or replace function f(a int) returns int language sql\n        \
                 as $$\n  select 1\n$$;\n    end if;\nend\n$do1$",
            ],
        );
    }

    #[test]
    fn a_table_with_several_statements_is_created_in_one_block() {
        is(
            json!({ "tables": [{
                "name": { "name": "t" },
                "columns": [{ "name": "a", "data_type": "bigint" }],
                "checks": [{ "name": "c", "expression": "a > 0", "not_valid": true }],
                "row_security": "enabled",
                "comment": "T.",
            }] }),
            &[
                "do $$\nbegin\n    if not exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace \
                 where relname = 't' and nspname = current_schema()) then\n        \
                 create table \"t\" (\n            \"a\" bigint not null\n        );\n        \
                 alter table \"t\" add constraint \"c\" check (a > 0) not valid;\n    end if;\nend\n$$",
                r#"comment on table "t" is 'T.'"#,
                "do $$\nbegin\n    if not exists (select from pg_class where oid = '\"t\"'::regclass and relrowsecurity) \
                 then\n        alter table \"t\" enable row level security;\n    end if;\nend\n$$",
            ],
        );
    }

    #[test]
    fn a_relation_is_created_if_it_does_not_exist() {
        is(
            json!({
                "sequences": [{ "name": { "name": "s" }, "data_type": "integer", "options": {} }],
                "views": [{ "name": { "name": "v" }, "query": "select 1 as a", "materialized": true, "indexes": [
                    { "name": "i", "method": "btree", "elements": [{ "on": { "column": "a" } }], "unique": true },
                ] }],
            }),
            &[
                r#"create sequence if not exists "s" as integer"#,
                "create materialized view if not exists \"v\" as\nselect 1 as a",
                r#"create unique index if not exists "i" on "v" ("a")"#,
            ],
        );
    }

    #[test]
    fn roles_are_kept_by_every_script() {
        let model = json!({ "roles": [
            { "name": "a", "attributes": ["inherit"] },
            { "name": "b", "attributes": ["inherit"], "member_of": ["a"] },
        ] });
        let create = |name: &str| {
            format!(
                "do $$\nbegin\n    if not exists (select from pg_roles where rolname = '{name}') then\n        \
                 create role \"{name}\";\n    end if;\nend\n$$"
            )
        };
        let join = "do $$\nbegin\n    if not exists (select from pg_auth_members where roleid = '\"a\"'::regrole and \
                    member = '\"b\"'::regrole) then\n        grant \"a\" to \"b\";\n    end if;\nend\n$$";
        is(model.clone(), &[&create("a"), &create("b"), join]);
        let model: Model = serde_json::from_value(model).unwrap();
        let always = Script::create(&model).unwrap();
        assert_eq!(always, Script::create_if_not_exists(&model).unwrap());
        assert_eq!(Script::drop(&model).unwrap().statements(), [""; 0]);
    }
}
