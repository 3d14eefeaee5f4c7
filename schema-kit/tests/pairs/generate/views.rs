//! Views and materialized views.

use schema_ddl::model::{Index, IndexOn, Model, Name, Table, View};
use schema_ddl::sql::quote;
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::comment;
use super::indexes::index;

pub(super) fn views(c: &mut Choices, old: &Model, model: &mut Model) {
    let mut tables: Vec<&Table> = model.tables.iter().collect();
    tables.retain(|table| table.column("id").is_some());
    let is_kept = |table: &&&Table| old.table(&table.name).is_some();
    let Some(table) = tables.iter().find(is_kept).or_else(|| tables.first()) else {
        return;
    };
    let source = table.name.to_string();
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| quote::name(&column.name))
        .collect();
    let all = format!("select {} from {source}", names.join(", "));
    let mut routines = model.routines.iter();
    let has_twice = routines.any(|one| {
        one.name.name == "twice" && one.kind == schema_ddl::model::RoutineKind::Function
    });
    let view = |query: String| View::new(Name::new("rows"), query);
    let plain = || view(format!("select id from {source} where id > 1"));
    let before = kept(c, old, &plain());
    let mut first = choose!(c, "view";
        "no view" => return,
        "a view" => plain(),
        "a view of all columns" => view(all),
        "a view with a function" => if has_twice {
            view(format!("select id, twice(id::integer) as double from {source}"))
        } else {
            plain()
        },
        "a view with names" => View { columns: vec!["number".to_owned()], ..plain() },
        ;
    );
    if let Some(before) = before {
        first = View {
            columns: before.columns.clone(),
            ..plain()
        };
    }
    let id = first.columns.first().cloned();
    let id = id.unwrap_or_else(|| "id".to_owned());
    first.comment = comment(c);
    if let Some(text) = comment(c) {
        first.column_comments.insert(id.clone(), text);
    }
    choose!(c, "options of a view";
        "no options" => (),
        "security_invoker" => { first.options.insert("security_invoker".to_owned(), "true".to_owned()); },
        "security_barrier" => { first.options.insert("security_barrier".to_owned(), "true".to_owned()); },
        "check_option" => { first.options.insert("check_option".to_owned(), c.one_of(&["local", "cascaded"]).to_owned()); },
        ;
    );
    model.views.push(first);
    of_view(c, old, model, &id);
}

/// A view that reads the first one.
fn of_view(c: &mut Choices, old: &Model, model: &mut Model, id: &str) {
    let reads = format!("select {id} from rows");
    let before = View {
        materialized: true,
        ..View::new(Name::new("stored_rows"), reads.clone())
    };
    if kept(c, old, &before).is_some() {
        model.views.push(stored(c, reads, id));
        return;
    }
    choose!(c, "view of a view";
        "no view of a view" => (),
        "view of a view" => model.views.push(View::new(Name::new("fewer_rows"), format!("{reads} where {id} > 2"))),
        "materialized view" => model.views.push(stored(c, reads, id)),
        "materialized view with a condition" => model.views.push(stored(c, format!("{reads} where {id} > 3"), id)),
        "materialized view with the name of a view" => {
            let name = Name::new("fewer_rows");
            model.views.push(View { name, ..stored(c, reads, id) });
        },
        ;
    );
}

/// Some views with the same query stay, and only their other properties change.
fn kept<'a>(c: &mut Choices, old: &'a Model, view: &View) -> Option<&'a View> {
    let mut views = old.views.iter();
    let before = views.find(|before| before.name == view.name && before.query == view.query)?;
    c.flag().then_some(before)
}

fn stored(c: &mut Choices, query: String, id: &str) -> View {
    let mut view = View {
        materialized: true,
        comment: comment(c),
        no_data: c.pick(
            "rows of a materialized view",
            &["with data", "with no data"],
            2,
        ) == "with no data",
        ..View::new(Name::new("stored_rows"), query)
    };
    if c.flag() {
        let unique = c.flag();
        view.indexes.push(Index {
            unique,
            comment: comment(c),
            ..index("stored_rows_id".to_owned(), IndexOn::Column(id.to_owned()))
        });
    }
    choose!(c, "options of a materialized view";
        "no options" => (),
        "a fill factor" => { view.options.insert("fillfactor".to_owned(), c.one_of(&["60", "70"]).to_owned()); },
        ;
    );
    view
}
