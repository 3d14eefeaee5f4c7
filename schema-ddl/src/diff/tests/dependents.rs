use super::*;

#[test]
fn policies_and_triggers_follow_their_columns() {
    let touch = "create trigger t before update of total on orders execute function touch()";
    let other = "create trigger o before update on orders execute function touch()";
    let model = |data_type: &str| {
        let mut orders = table("orders", &[("id", "int"), ("total", data_type)]);
        orders.policies = vec![policy("small", "total < 10"), policy("own", "id > 0")];
        orders.triggers = vec![
            trigger("t", touch, "touch()"),
            trigger("o", other, "touch()"),
        ];
        let mut members = table("members", &[("id", "int")]);
        members.policies = vec![policy(
            "rich",
            "id in (select o.id from orders o where total > 10)",
        )];
        Model {
            tables: vec![orders, members],
            routines: vec![function(
                "touch",
                "",
                "returns trigger language plpgsql as 'begin end'",
            )],
            ..Model::default()
        }
    };
    is(
        &model("int"),
        &model("bigint"),
        &[
            r#"drop trigger "t" on "orders""#,
            r#"drop policy "small" on "orders""#,
            r#"drop policy "rich" on "members""#,
            r#"alter table "orders" alter column "total" type bigint"#,
            touch,
            r#"create policy "small" on "orders" using (total < 10)"#,
            "create policy \"rich\" on \"members\" using (id in (select o.id from orders o where total > 10))",
        ],
    );
}

#[test]
fn policies_that_read_each_others_tables_are_dropped_before_them() {
    let mut a = table("a", &[("id", "int")]);
    a.policies = vec![policy("p", "id in (select id from b)")];
    let mut b = table("b", &[("id", "int")]);
    b.policies = vec![policy("q", "id in (select id from a)")];
    let model = Model {
        tables: vec![a, b],
        ..Model::default()
    };
    is(
        &model,
        &Model::default(),
        &[
            r#"drop policy "p" on "a""#,
            r#"drop policy "q" on "b""#,
            r#"drop table "a""#,
            r#"drop table "b""#,
        ],
    );
}

#[test]
fn a_function_over_a_view_follows_it() {
    let model = |query: &str| Model {
        views: vec![view("v", query), view("w", "select x from f()")],
        routines: vec![function(
            "f",
            "",
            "returns setof v begin atomic select * from v; end",
        )],
        ..Model::default()
    };
    let statements = sql(&model("select 1 as x"), &model("select 2 as x"));
    assert_eq!(
        statements[..3],
        [
            r#"drop view "w""#,
            r#"drop function "f"()"#,
            r#"drop view "v""#
        ]
    );
    assert!(statements[3].starts_with("create view \"v\""));
    assert!(statements[4].starts_with("create or replace function f()"));
    assert!(statements[5].starts_with("create view \"w\""));
}

#[test]
fn names_in_strings_are_not_reads() {
    let model = |data_type: &str| Model {
        tables: vec![table("orders", &[("id", data_type)])],
        views: vec![view("v", "select 'from orders' as id -- from orders\n")],
        ..Model::default()
    };
    is(
        &model("int"),
        &model("bigint"),
        &[r#"alter table "orders" alter column "id" type bigint"#],
    );
}

#[test]
fn a_guess_that_leads_to_a_cycle_is_ignored() {
    // The names of columns look like calls of the functions.
    let model = Model {
        domains: vec![Domain {
            default: Some(String::from("f()")),
            ..domain("d", "int")
        }],
        routines: vec![function(
            "f",
            "a d",
            "returns int language sql as 'select 1'",
        )],
        ..Model::default()
    };
    assert_eq!(sql(&Model::default(), &model).len(), 2);
}

#[test]
fn many_objects_are_compared_fast() {
    let model = |data_type: &str| {
        let mut model = Model::default();
        for number in 0..1000 {
            let name = format!("t{number}");
            let mut one = table(&name, &[("id", data_type), ("note", "text")]);
            one.policies = vec![policy("p", "id > 0")];
            model.tables.push(one);
            let query = format!("select id from {name}");
            model.views.push(view(&format!("v{number}"), &query));
        }
        model
    };
    let (from, to) = (model("int"), model("bigint"));
    let start = std::time::Instant::now();
    let statements = sql(&from, &to);
    assert_eq!(statements.len(), 5000);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
