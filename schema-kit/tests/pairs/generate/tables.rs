//! Tables with their constraints, policies and triggers.

use schema_ddl::model::{
    Check, Deferrable, Exclusion, ExclusionElement, IndexOn, Model, Name, Policy, PolicyCommand,
    PrimaryKey, RowSecurity, Table, Trigger, Unique,
};
use schema_ddl::sql::quote;
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::columns::{Typed, columns, typed};
use super::indexes::indexes;
use super::{check, comment};

pub(super) fn table(c: &mut Choices, old: &Model, model: &Model, name: &str) -> Option<Table> {
    let before = old.table(&Name::new(name));
    let present = match before {
        Some(_) => c.pick("table", &["changed", "dropped"], 2) == "changed",
        None => c.pick("new table", &["created", "none"], 2) == "created",
    };
    present.then(|| {
        let columns = columns(c, before, model);
        let mut table = Table {
            columns,
            primary_key: Some(PrimaryKey {
                name: format!("{name}_{}", c.one_of(&["pkey", "key"])),
                columns: vec!["id".to_owned()],
                include: vec![],
                deferrable: Deferrable::No,
                comment: None,
            }),
            comment: comment(c),
            ..Table::new(Name::new(name))
        };
        constraints(c, &mut table);
        indexes(c, before, &mut table);
        choose!(c, "options of a table";
            "none" => (),
            "a fill factor" => { table.options.insert("fillfactor".to_owned(), "70".to_owned()); },
            "vacuum" => { table.options.insert("autovacuum_enabled".to_owned(), "false".to_owned()); },
            ;
        );
        table.row_security = c.one_of(&[
            RowSecurity::Off,
            RowSecurity::Enabled,
            RowSecurity::Forced,
            RowSecurity::OffForced,
        ]);
        policies(c, &mut table);
        if model.routines.iter().any(|routine| routine.name.name == "touch") {
            triggers(c, &mut table);
        }
        table
    })
}

pub(super) fn constraints(c: &mut Choices, table: &mut Table) {
    let name = table.name.name.clone();
    let usable: Vec<(String, &Typed)> = table
        .columns
        .iter()
        .filter(|column| column.name != "made" && column.name != "id")
        .filter_map(|column| Some((column.name.clone(), typed(&column.data_type)?)))
        .collect();
    let Some((column, typed)) = usable.first() else {
        return;
    };
    let quoted = quote::name(column);
    choose!(c, "check";
        "no check" => (),
        "a check" => table.checks.push(check(&format!("{name}_check"), &typed.check.replace("{}", &quoted))),
        "a check that is not valid" => table.checks.push(Check {
            not_valid: true,
            ..check(&format!("{name}_check"), &typed.check.replace("{}", &quoted))
        }),
        "another check" => table.checks.push(check("positive", "id > 0")),
        ;
    );
    let hashable = !["place", "int4range"].contains(&typed.sql);
    choose!(c, "unique constraint";
        "not unique" => (),
        "unique" => if hashable {
            table.uniques.push(Unique {
                name: format!("{name}_unique"),
                columns: vec![column.clone(), "id".to_owned()],
                include: vec![],
                nulls_not_distinct: c.flag(),
                deferrable: c.one_of(&[Deferrable::No, Deferrable::InitiallyDeferred]),
                comment: None,
            });
        },
        ;
    );
    let range = usable.iter().find(|(_, typed)| typed.sql == "int4range");
    if let Some((range, _)) = range {
        choose!(c, "exclusion";
            "no exclusion" => (),
            "exclusion" => table.exclusions.push(Exclusion {
                name: format!("{name}_excl"),
                method: "gist".to_owned(),
                elements: vec![ExclusionElement {
                    on: IndexOn::Column(range.clone()),
                    operator_class: None,
                    operator: "&&".to_owned(),
                }],
                filter: None,
                deferrable: Deferrable::No,
                comment: None,
            }),
            ;
        );
    }
}

pub(super) fn policies(c: &mut Choices, table: &mut Table) {
    let policy = |using: &str| Policy {
        name: "own rows".to_owned(),
        permissive: true,
        command: PolicyCommand::All,
        roles: vec![],
        using: Some(using.to_owned()),
        with_check: None,
        comment: None,
    };
    let last = table
        .columns
        .last()
        .map_or("id", |column| column.name.as_str());
    let last = quote::name(last);
    choose!(c, "policy";
        "no policy" => (),
        "a policy" => table.policies.push(policy("id > 0")),
        "a policy about a column" => table.policies.push(policy(&format!("{last} is not null"))),
        "a policy with a check" => table.policies.push(Policy { with_check: Some("id < 1000".to_owned()), ..policy("true") }),
        "a restrictive policy" => table.policies.push(Policy { permissive: false, ..policy("id > 0") }),
        "a policy for select" => table.policies.push(Policy { command: PolicyCommand::Select, ..policy("id > 0") }),
        ;
    );
}

pub(super) fn triggers(c: &mut Choices, table: &mut Table) {
    let trigger = |event: &str| Trigger {
        name: "touched".to_owned(),
        definition: format!(
            "create trigger touched before {event} on {} for each row execute function touch()",
            table.name
        ),
        function: Some(Name::new("touch()")),
        disabled: false,
        comment: None,
    };
    choose!(c, "trigger";
        "no trigger" => (),
        "a trigger" => table.triggers.push(trigger("update")),
        "another trigger" => table.triggers.push(trigger("insert or update")),
        "a disabled trigger" => table.triggers.push(Trigger { disabled: true, ..trigger("update") }),
        ;
    );
}
