//! Tables with their policies and triggers.

use schema_ddl::diff::Renames;
use schema_ddl::model::{Model, Name, Policy, PolicyCommand, RowSecurity, Table, Trigger};
use schema_ddl::sql::quote;
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::access::grantees;
use super::columns::columns;
use super::comment;
use super::constraints::{constraints, primary_key};
use super::indexes::indexes;

pub(super) fn table(
    c: &mut Choices,
    old: &Model,
    model: &Model,
    base: &str,
    renames: &mut Renames,
) -> Option<Table> {
    let mut places = old.tables.iter();
    let before = places.find(|table| table.name.name == base);
    let present = match before {
        Some(_) => c.pick("table", &["changed", "dropped"], 2) == "changed",
        None => c.pick("new table", &["created", "none"], 2) == "created",
    };
    if !present {
        return None;
    }
    let side = model.namespaces.first().map(|one| one.name.as_str());
    let mut name = Name {
        schema: side.filter(|_| base == "d").map(str::to_owned),
        name: base.to_owned(),
    };
    if let Some(before) = before {
        choose!(c, "name of a table";
            "the same name" => (),
            "still the same name" => (),
            "also the same name" => (),
            "another name" => name.name = format!("{base} renamed"),
            ;
        );
        if name != before.name {
            renames.tables.push((before.name.clone(), name.clone()));
        }
    }
    let mut table = Table {
        columns: columns(c, before, model, &name, renames),
        comment: comment(c),
        unlogged: base != "a" && c.pick("log", &["logged", "unlogged"], 2) == "unlogged",
        row_security: c.one_of(&[
            RowSecurity::Off,
            RowSecurity::Enabled,
            RowSecurity::Forced,
            RowSecurity::OffForced,
        ]),
        ..Table::new(name)
    };
    primary_key(c, &mut table);
    constraints(c, &mut table);
    indexes(c, before, &mut table);
    choose!(c, "options of a table";
        "none" => (),
        "a fill factor" => { table.options.insert("fillfactor".to_owned(), c.one_of(&["70", "80"]).to_owned()); },
        "vacuum" => { table.options.insert("autovacuum_enabled".to_owned(), "false".to_owned()); },
        ;
    );
    policies(c, &mut table, model);
    triggers(c, &mut table, model);
    Some(table)
}

fn policies(c: &mut Choices, table: &mut Table, model: &Model) {
    let policy = |using: &str| Policy {
        name: "own rows".to_owned(),
        permissive: true,
        command: PolicyCommand::All,
        roles: vec![],
        using: Some(using.to_owned()),
        with_check: None,
        comment: None,
    };
    let command = |command, using: Option<&str>, with_check: Option<&str>| Policy {
        command,
        using: using.map(str::to_owned),
        with_check: with_check.map(str::to_owned),
        ..policy("true")
    };
    let last = table
        .columns
        .last()
        .map_or("id", |column| column.name.as_str());
    let last = quote::name(last);
    let mut policy = choose!(c, "policy";
        "no policy" => return,
        "a policy" => policy("id > 0"),
        "a policy about a column" => policy(&format!("{last} is not null")),
        "a policy with a check" => Policy { with_check: Some("id < 1000".to_owned()), ..policy("true") },
        "a restrictive policy" => Policy { permissive: false, ..policy("id > 0") },
        "a policy for select" => command(PolicyCommand::Select, Some("id > 0"), None),
        "a policy for insert" => command(PolicyCommand::Insert, None, Some("id > 0")),
        "a policy for update" => command(PolicyCommand::Update, Some("id > 0"), Some("id > 1")),
        "a policy for delete" => command(PolicyCommand::Delete, Some("id > 0"), None),
        ;
    );
    policy.comment = comment(c);
    let roles = grantees(model);
    choose!(c, "policy for a role";
        "a policy for all" => (),
        "a policy for a role" => policy.roles = roles.into_iter().skip(1).take(1 + c.index(2)).collect(),
        ;
    );
    table.policies.push(policy);
}

fn triggers(c: &mut Choices, table: &mut Table, model: &Model) {
    let has = |name: &str| model.routines.iter().any(|one| one.name.name == name);
    let functions: Vec<&str> = ["touch", "stamp"]
        .into_iter()
        .filter(|one| has(one))
        .collect();
    if functions.is_empty() {
        return;
    }
    let function = c.one_of(&functions);
    let trigger = |event: &str, each: &str| Trigger {
        name: "touched".to_owned(),
        definition: format!(
            "create trigger touched {event} on {} for each {each} execute function {function}()",
            table.name
        ),
        function: Some(Name::new(format!("{function}()"))),
        disabled: false,
        comment: None,
    };
    let mut trigger = choose!(c, "trigger";
        "no trigger" => return,
        "a trigger" => trigger("before update", "row"),
        "another trigger" => trigger("before insert or update", "row"),
        "a disabled trigger" => Trigger { disabled: true, ..trigger("before update", "row") },
        "a trigger of a column" => trigger("before update of id", "row"),
        "a trigger with a condition" => trigger("after update", "row when (old.id > 1)"),
        "a trigger of a statement" => trigger("after delete", "statement"),
        ;
    );
    trigger.comment = comment(c);
    table.triggers.push(trigger);
}
