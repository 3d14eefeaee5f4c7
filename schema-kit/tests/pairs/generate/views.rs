//! Views and privileges.

use schema_ddl::model::{Grant, Index, IndexOn, Kind, Model, Name, ObjectId, Privilege, View};
use schema_ddl::sql::quote;
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::comment;
use super::indexes::index;

pub(super) fn view(name: &str, query: String, materialized: bool) -> View {
    View {
        materialized,
        ..View::new(Name::new(name), query)
    }
}

pub(super) fn views(c: &mut Choices, old: &Model, model: &mut Model) {
    let Some(table) = model
        .tables
        .iter()
        .find(|table| table.column("id").is_some())
    else {
        return;
    };
    let source = table.name.to_string();
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| quote::name(&column.name))
        .collect();
    let all = format!("select {} from {source}", names.join(", "));
    let _ = old;
    let mut first = match c.pick(
        "view",
        &[
            "no view",
            "a view",
            "a view of all columns",
            "a view with a function",
        ],
        4,
    ) {
        "no view" => return,
        "a view of all columns" => view("rows", all, false),
        "a view with a function"
            if model
                .routines
                .iter()
                .any(|routine| routine.name.name == "twice") =>
        {
            view(
                "rows",
                format!("select id, twice(id::integer) as double from {source}"),
                false,
            )
        }
        _ => view(
            "rows",
            format!("select id from {source} where id > 1"),
            false,
        ),
    };
    first.comment = comment(c);
    if let Some(text) = comment(c) {
        first.column_comments.insert("id".to_owned(), text);
    }
    choose!(c, "options of a view";
        "no options" => (),
        "security_invoker" => { first.options.insert("security_invoker".to_owned(), "true".to_owned()); },
        "security_barrier" => { first.options.insert("security_barrier".to_owned(), "true".to_owned()); },
        ;
    );
    model.views.push(first);
    choose!(c, "view of a view";
        "no view of a view" => (),
        "view of a view" => model.views.push(view("fewer_rows", "select id from rows where id > 2".to_owned(), false)),
        "materialized view" => {
            let mut stored = view("stored_rows", "select id from rows".to_owned(), true);
            if c.flag() {
                stored.indexes.push(Index { unique: true, ..index("stored_rows_id".to_owned(), IndexOn::Column("id".to_owned())) });
            }
            model.views.push(stored);
        },
        ;
    );
}

pub(super) fn grants(c: &mut Choices, model: &mut Model) {
    let mut objects: Vec<ObjectId> = Vec::new();
    objects.extend(
        model
            .tables
            .first()
            .map(|table| ObjectId::new(Kind::Table, table.name.clone())),
    );
    objects.extend(
        model
            .views
            .first()
            .map(|view| ObjectId::new(Kind::View, view.name.clone())),
    );
    for on in objects {
        choose!(c, "grant";
            "no grant" => (),
            "a grant" => model.grants.push(Grant {
                on,
                role: "public".to_owned(),
                privilege: c.one_of(&[Privilege::Select, Privilege::Insert]),
                grantable: false,
            }),
            ;
        );
    }
}
