//! Views and materialized views.

use schema_ddl::model::{
    DataType, Field, Index, IndexElement, IndexOn, Kind, Name, ObjectId, View,
};

use crate::{model, pairs};

fn fields(columns: &[(&str, &str)]) -> Vec<Field> {
    let columns = columns.iter().map(|(name, data_type)| Field {
        name: (*name).to_owned(),
        data_type: DataType::parse(data_type),
        collate: None,
    });
    columns.collect()
}

#[test]
fn views_have_options_indexes_and_what_they_read() {
    let model = model(
        "create type status as enum ('new', 'done');
        create table a (id integer, s text, unused text);
        create function twice(x integer) returns integer language sql immutable as 'select 2 * x';
        create view v (one, two) with (security_invoker = true, check_option = local) as
            select id, s from a where s::status = 'new';
        create materialized view m with (fillfactor = 70) as select twice(v.one) as x, count(*) from v group by 1;
        create unique index m_x on m (x);
        create view n as select 1 as one;
        comment on view v is 'Rows';
        comment on column v.two is 'Status';
        comment on materialized view m is 'Sums'",
    );
    let id = |kind, name: &str| ObjectId::new(kind, Name::new(name));
    let column = |name: &str| ObjectId::part(Kind::Column, Name::new("a"), name);
    let view = |name: &str, query: &str| View::new(Name::new(name), query.to_owned());
    let expected = vec![
        View {
            materialized: true,
            options: pairs(&[("fillfactor", "70")]),
            indexes: vec![Index {
                name: "m_x".to_owned(),
                method: "btree".to_owned(),
                elements: vec![IndexElement {
                    on: IndexOn::Column("x".to_owned()),
                    collate: None,
                    operator_class: None,
                    descending: false,
                    nulls_first: None,
                }],
                include: vec![],
                unique: true,
                nulls_not_distinct: false,
                with: pairs(&[]),
                filter: None,
                invalid: false,
                comment: None,
            }],
            reads: vec![id(Kind::Routine, "twice(integer)"), id(Kind::View, "v")],
            comment: Some("Sums".to_owned()),
            fields: fields(&[("x", "integer"), ("count", "bigint")]),
            ..view(
                "m",
                "SELECT twice(one) AS x,\n    count(*) AS count\n   FROM v\n  GROUP BY (twice(one))",
            )
        },
        View {
            fields: fields(&[("one", "integer")]),
            ..view("n", "SELECT 1 AS one")
        },
        View {
            options: pairs(&[("check_option", "local"), ("security_invoker", "true")]),
            reads: vec![
                id(Kind::Enum, "status"),
                id(Kind::Table, "a"),
                column("id"),
                column("s"),
            ],
            comment: Some("Rows".to_owned()),
            column_comments: pairs(&[("two", "Status")]),
            fields: fields(&[("one", "integer"), ("two", "text")]),
            ..view(
                "v",
                "SELECT id AS one,\n    s AS two\n   FROM a\n  WHERE ((s)::status = 'new'::status)",
            )
        },
    ];
    assert_eq!(model.views, expected);
}
