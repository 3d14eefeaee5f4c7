//! Functions, procedures and aggregates.

use schema_ddl::model::{Model, Name, Routine, RoutineKind};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{again, comment};

fn routine(name: &str, arguments: &str, kind: RoutineKind, rest: &str) -> Routine {
    let word = match kind {
        RoutineKind::Function => "function",
        RoutineKind::Procedure => "procedure",
        RoutineKind::Aggregate => "aggregate",
    };
    Routine {
        name: Name::new(name),
        arguments: arguments.to_owned(),
        kind,
        definition: format!("create or replace {word} {name}({arguments}) {rest}"),
        uses: vec![],
        comment: None,
    }
}

pub(super) fn routines(c: &mut Choices, old: &Model, model: &mut Model) {
    let find = |name: &str| {
        let mut routines = old.routines.iter();
        routines.find(|routine| routine.name.name == name)
    };
    let twice = again(c, "function", find("twice"), |_| true, twice);
    let touch = again(
        c,
        "trigger function",
        find("touch"),
        |_| true,
        |c| trigger(c, "touch"),
    );
    let stamp = again(
        c,
        "trigger function",
        find("stamp"),
        |_| true,
        |c| trigger(c, "stamp"),
    );
    let procedure = again(
        c,
        "procedure",
        find("log"),
        |_| true,
        |c| {
            let body = c.one_of(&["select 1", "select 2"]);
            let rest = format!("language sql as '{body}'");
            let comment = comment(c);
            Routine {
                comment,
                ..routine("log", "text", RoutineKind::Procedure, &rest)
            }
        },
    );
    let aggregate = again(
        c,
        "aggregate",
        find("total"),
        |_| true,
        |c| {
            let rest = c.one_of(&[
                "(\n    sfunc = int4pl,\n    stype = integer,\n    initcond = '0'\n)",
                "(\n    sfunc = int4pl,\n    stype = integer,\n    initcond = '1'\n)",
                "(\n    sfunc = int4mul,\n    stype = integer\n)",
            ]);
            let comment = comment(c);
            Routine {
                comment,
                ..routine("total", "integer", RoutineKind::Aggregate, rest)
            }
        },
    );
    model.routines.extend(twice);
    model.routines.extend(touch);
    model.routines.extend(stamp);
    model.routines.extend(procedure);
    model.routines.extend(aggregate);
}

fn twice(c: &mut Choices) -> Routine {
    let rest = choose!(c, "body";
        "one body" => "returns integer language sql immutable as 'select $1 * 2'",
        "another body" => "returns integer language sql immutable as 'select $1 + $1'",
        "another result" => "returns bigint language sql immutable as 'select $1::bigint * 2'",
        ;
    );
    let kind = choose!(c, "kind of a routine";
        "a function" => RoutineKind::Function,
        "still a function" => RoutineKind::Function,
        "also a function" => RoutineKind::Function,
        "a procedure of the same name" => RoutineKind::Procedure,
        ;
    );
    let rest = match kind {
        RoutineKind::Procedure => "language sql as 'select $1'",
        _ => rest,
    };
    Routine {
        comment: comment(c),
        ..routine("twice", "integer", kind, rest)
    }
}

fn trigger(c: &mut Choices, name: &str) -> Routine {
    let body = c.one_of(&["", "perform 1; "]);
    let rest = format!("returns trigger language plpgsql as 'begin {body}return new; end'");
    routine(name, "", RoutineKind::Function, &rest)
}

/// A function that reads a table.
pub(super) fn readers(c: &mut Choices, model: &mut Model) {
    let Some(table) = model.tables.first().map(|table| table.name.to_string()) else {
        return;
    };
    let rest = choose!(c, "function that reads a table";
        "none" => return,
        "in a string" => format!("returns bigint language sql stable as 'select count(*) from {table}'"),
        "in standard SQL" => format!("returns bigint language sql stable begin atomic select count(*) from {table}; end"),
        ;
    );
    let reader = routine("rows_of", "", RoutineKind::Function, &rest);
    model.routines.push(reader);
}
