//! Functions, procedures, aggregates and triggers.

use schema_ddl::model::{Kind, Name, ObjectId, Routine, RoutineKind, Trigger};

use crate::{Scope, introspection, model};

fn routine(name: &str, arguments: &str, definition: &str) -> Routine {
    Routine {
        name: Name::new(name),
        arguments: arguments.to_owned(),
        kind: RoutineKind::Function,
        definition: definition.to_owned(),
        uses: vec![],
        comment: None,
    }
}

#[test]
fn routines_have_no_schema_in_their_definition() {
    let model = model(
        r#"
        create table a (id bigint);
        create type status as enum ('new');
        create function "Total"(x bigint, variadic s status[]) returns bigint language sql as 'select x';
        create function body() returns bigint language sql begin atomic select max(id) from a; end;
        create procedure clean(n integer default 7) language plpgsql security definer set work_mem = '8MB'
            as 'begin delete from a where id = n; end';
        create function plus(x integer, y integer) returns integer language sql as 'select x + y';
        create function plus(x text, y integer) returns text language sql as 'select x';
        create aggregate sum_up(integer) (sfunc = plus, stype = integer, initcond = '0', parallel = safe);
        comment on function body() is 'Largest';
        "#,
    );
    let id = |kind, name: &str| ObjectId::new(kind, Name::new(name));
    let expected = vec![
        Routine {
            uses: vec![id(Kind::Enum, "status")],
            ..routine(
                "Total",
                "bigint, status[]",
                "create or replace function \"Total\"(x bigint, VARIADIC s status[])\n RETURNS bigint\n \
                 LANGUAGE sql\nAS $function$select x$function$",
            )
        },
        Routine {
            uses: vec![
                id(Kind::Table, "a"),
                ObjectId::part(Kind::Column, Name::new("a"), "id"),
            ],
            comment: Some("Largest".to_owned()),
            ..routine(
                "body",
                "",
                "create or replace function \"body\"()\n RETURNS bigint\n LANGUAGE sql\nBEGIN ATOMIC\n \
                 SELECT max(a.id) AS max\n    FROM a;\nEND",
            )
        },
        Routine {
            kind: RoutineKind::Procedure,
            ..routine(
                "clean",
                "integer",
                "create or replace procedure \"clean\"(IN n integer DEFAULT 7)\n LANGUAGE plpgsql\n \
                 SECURITY DEFINER\n SET work_mem TO '8MB'\nAS $procedure$begin delete from a where id = n; \
                 end$procedure$",
            )
        },
        routine(
            "plus",
            "integer, integer",
            "create or replace function \"plus\"(x integer, y integer)\n RETURNS integer\n LANGUAGE sql\nAS \
             $function$select x + y$function$",
        ),
        routine(
            "plus",
            "text, integer",
            "create or replace function \"plus\"(x text, y integer)\n RETURNS text\n LANGUAGE sql\nAS \
             $function$select x$function$",
        ),
        Routine {
            kind: RoutineKind::Aggregate,
            uses: vec![id(Kind::Routine, "plus(integer, integer)")],
            ..routine(
                "sum_up",
                "integer",
                "create or replace aggregate \"sum_up\"(integer) (\n    sfunc = plus,\n    stype = integer,\n    \
                 initcond = '0',\n    parallel = safe\n)",
            )
        },
    ];
    assert_eq!(model.routines, expected);
}

#[test]
fn triggers_have_no_schema_in_their_definition() {
    let sql = r#"
        create function touch() returns trigger language plpgsql as 'begin return new; end';
        create table "My a" (x integer, y integer);
        create trigger one before update of x on "My a" for each row when (old.x <> new.x) execute function touch('1');
        create constraint trigger two after insert on "My a" deferrable for each row execute function touch();
        alter table "My a" disable trigger two;
        comment on trigger one on "My a" is 'One';
    "#;
    let model = introspection(sql, &Scope::default()).model;
    let trigger = |name: &str, definition: &str| Trigger {
        name: name.to_owned(),
        definition: definition.to_owned(),
        function: Some(Name::new("touch()")),
        disabled: false,
        comment: None,
    };
    let expected = vec![
        Trigger {
            comment: Some("One".to_owned()),
            ..trigger(
                "one",
                "CREATE TRIGGER one BEFORE UPDATE OF x ON \"My a\" FOR EACH ROW WHEN ((old.x <> new.x)) EXECUTE \
                 FUNCTION touch('1')",
            )
        },
        Trigger {
            disabled: true,
            ..trigger(
                "two",
                "CREATE CONSTRAINT TRIGGER two AFTER INSERT ON \"My a\" DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW \
                 EXECUTE FUNCTION touch()",
            )
        },
    ];
    assert_eq!(model.tables[0].triggers, expected);
}
