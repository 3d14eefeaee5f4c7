use super::*;

const ONE: &str = "returns int language sql as 'select 1'";
const TWO: &str = "returns int language sql as 'select 2'";
const TEXT: &str = "returns text language sql as 'select 1'";

fn model(routine: Routine) -> Model {
    let mut orders = table("orders", &[("id", "int")]);
    orders.policies = vec![policy("own", "id::text = tenant()::text")];
    Model {
        tables: vec![orders],
        routines: vec![routine],
        views: vec![view("mine", "select tenant() as t")],
        ..Model::default()
    }
}

#[test]
fn another_body_is_a_replacement() {
    is(
        &model(function("tenant", "", ONE)),
        &model(Routine {
            comment: Some(String::from("c")),
            ..function("tenant", "", TWO)
        }),
        &[
            "create or replace function tenant() returns int language sql as 'select 2'",
            r#"comment on routine "tenant"() is 'c'"#,
        ],
    );
}

#[test]
fn a_new_policy_follows_the_function_that_is_replaced() {
    let mut to = model(function("tenant", "", TWO));
    to.tables[0].policies.push(policy("new", "tenant() > 0"));
    is(
        &model(function("tenant", "", ONE)),
        &to,
        &[
            "create or replace function tenant() returns int language sql as 'select 2'",
            r#"create policy "new" on "orders" using (tenant() > 0)"#,
        ],
    );
}

#[test]
fn another_result_recreates_the_function_and_what_uses_it() {
    let mut from = model(function("tenant", "", ONE));
    let mut to = model(function("tenant", "", TEXT));
    for model in [&mut from, &mut to] {
        model.tables[0].columns[0].default = Some(String::from("tenant()::int"));
    }
    is(
        &from,
        &to,
        &[
            r#"drop policy "own" on "orders""#,
            r#"drop view "mine""#,
            r#"alter table "orders" alter column "id" drop default"#,
            r#"drop function "tenant"()"#,
            "create or replace function tenant() returns text language sql as 'select 1'",
            r#"alter table "orders" alter column "id" set default tenant()::int"#,
            "create view \"mine\" as\nselect tenant() as t",
            r#"create policy "own" on "orders" using (id::text = tenant()::text)"#,
        ],
    );
}

#[test]
fn the_signature_ends_before_the_attributes() {
    let is_same = |a: &str, b: &str| {
        let signature = crate::sql::routine::signature;
        signature(a) == signature(b)
    };
    let stable = "CREATE FUNCTION f(a int) RETURNS int STABLE LANGUAGE sql RETURN 1";
    assert!(is_same(
        "create or replace function f(a int) returns int language sql return 2",
        stable
    ));
    assert!(!is_same(
        "create function f(b int) returns int language sql return 2",
        stable
    ));
    assert!(!is_same(
        "create function f(a int) returns setof int language sql return 2",
        stable
    ));
    assert!(!is_same(
        "create function f(a int = 1) returns int as '' language sql",
        stable
    ));
}

#[test]
fn bodies_determine_the_order_unless_they_form_a_cycle() {
    let body = |name: &str, calls: &str| {
        function(
            name,
            "",
            &format!("returns int language sql as $$ select {calls}() $$"),
        )
    };
    let model = |routines| Model {
        routines,
        ..Model::default()
    };
    let one = function("one", "", ONE);
    let statements = sql(
        &Model::default(),
        &model(vec![body("a", "b"), body("b", "one"), one]),
    );
    let order: Vec<&str> = statements
        .iter()
        .filter_map(|sql| sql.split(' ').nth(4))
        .collect();
    assert_eq!(order, ["one()", "b()", "a()"]);
    let statements = sql(
        &Model::default(),
        &model(vec![body("a", "b"), body("b", "a")]),
    );
    assert_eq!(statements.len(), 2);
}

fn with_trigger(trigger: Trigger) -> Model {
    let mut orders = table("orders", &[("id", "int")]);
    orders.triggers = vec![trigger];
    Model {
        tables: vec![orders],
        routines: vec![function(
            "touch",
            "",
            "returns trigger language plpgsql as 'begin end'",
        )],
        ..Model::default()
    }
}

#[test]
fn a_trigger_is_created_dropped_and_disabled() {
    let before = "create trigger t before insert on orders for each row execute function touch()";
    let after = "create trigger t after insert on orders for each row execute function touch()";
    let model = |sql: &str| with_trigger(trigger("t", sql, "touch()"));
    is(
        &model(before),
        &model(after),
        &[r#"drop trigger "t" on "orders""#, after],
    );
    let disabled = with_trigger(Trigger {
        disabled: true,
        comment: Some(String::from("off")),
        ..trigger("t", before, "touch()")
    });
    is(
        &model(before),
        &disabled,
        &[
            r#"alter table "orders" disable trigger "t""#,
            r#"comment on trigger "t" on "orders" is 'off'"#,
        ],
    );
    is(
        &disabled,
        &model(before),
        &[
            r#"alter table "orders" enable trigger "t""#,
            r#"comment on trigger "t" on "orders" is null"#,
        ],
    );
    assert_eq!(
        sql(&Model::default(), &disabled)[1..],
        [
            "create or replace function touch() returns trigger language plpgsql as 'begin end'",
            before,
            r#"alter table "orders" disable trigger "t""#,
            r#"comment on trigger "t" on "orders" is 'off'"#,
        ]
    );
    is(
        &model(before),
        &Model::default(),
        &[
            r#"drop trigger "t" on "orders""#,
            r#"drop table "orders""#,
            r#"drop function "touch"()"#,
        ],
    );
}

#[test]
fn a_call_cannot_choose_between_an_old_and_a_new_function() {
    is(
        &model(function("tenant", "", ONE)),
        &model(function("tenant", "a int default 1", ONE)),
        &[
            r#"drop policy "own" on "orders""#,
            r#"drop view "mine""#,
            r#"drop function "tenant"()"#,
            "create or replace function tenant(a int default 1) returns int language sql as 'select 1'",
            "create view \"mine\" as\nselect tenant() as t",
            r#"create policy "own" on "orders" using (id::text = tenant()::text)"#,
        ],
    );
}

#[test]
fn a_column_follows_what_the_check_of_its_domain_calls() {
    let body = "returns bool language plpgsql as 'begin return helper(v); end'";
    let from = Model {
        routines: vec![function("valid", "v text", body)],
        domains: vec![Domain {
            checks: vec![check("c", "valid(value)")],
            ..domain("email", "text")
        }],
        tables: vec![table("orders", &[("id", "int")])],
        ..Model::default()
    };
    let mut to = from.clone();
    to.routines
        .push(function("helper", "v text", "returns bool return true"));
    to.tables = vec![table("orders", &[("id", "int"), ("mail", "email")])];
    is(
        &from,
        &to,
        &[
            "create or replace function helper(v text) returns bool return true",
            r#"alter table "orders" add column "mail" "email" not null"#,
        ],
    );
}
