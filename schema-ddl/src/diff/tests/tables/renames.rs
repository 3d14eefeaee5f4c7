use super::*;
use crate::model::Generated;

#[track_caller]
fn renames(from: &[Table], to: &[Table], renames: &Renames, expected: &[&str]) {
    assert_eq!(sql(&model(from), &model(to), renames), expected);
}

#[test]
fn everything_follows_a_rename_but_names_of_constraints() {
    let mut old = table("users", "id bigint, mail text");
    old.primary_key = Some(primary_key("users_pkey", &["id"]));
    old.uniques = vec![unique("users_mail_key", &["mail"])];
    old.checks = vec![check(
        "c",
        "((users.mail ~ 'mail'::text) AND (\"mail\" <> ''::text))",
    )];
    old.indexes = vec![index("i", &[by("mail"), expression("lower(mail)")])];
    old.columns.push(Column {
        generated: Some(Generated {
            expression: "lower(mail)".into(),
            stored: true,
        }),
        ..column("low", "text")
    });
    let mut orders = table("orders", "user_id bigint");
    orders.foreign_keys = vec![foreign_key("orders_fk", "user_id", "users", "id")];

    let mut new = old.clone();
    new.name = Name::new("people");
    new.primary_key = Some(primary_key("people_pkey", &["key"]));
    new.columns[0].name = "key".into();
    new.columns[1].name = "order".into();
    new.columns[1].nullable = true;
    new.uniques[0].columns = vec!["order".into()];
    new.checks[0].expression =
        "((people.\"order\" ~ 'mail'::text) AND (\"order\" <> ''::text))".into();
    new.indexes = vec![index("i", &[by("order"), expression("lower(\"order\")")])];
    new.columns[2].generated = Some(Generated {
        expression: "lower(\"order\")".into(),
        stored: true,
    });
    let mut new_orders = orders.clone();
    new_orders.foreign_keys[0].table = Name::new("people");
    new_orders.foreign_keys[0].references = vec!["key".into()];

    let names = Renames {
        tables: vec![(Name::new("users"), Name::new("people"))],
        columns: vec![
            (Name::new("people"), "mail".into(), "order".into()),
            (Name::new("people"), "id".into(), "key".into()),
        ],
    };
    renames(
        &[old, orders],
        &[new.clone(), new_orders.clone()],
        &names,
        &[
            r#"alter table "users" rename to "people""#,
            r#"alter table "people" rename column "mail" to "order""#,
            r#"alter table "people" rename column "id" to "key""#,
            r#"alter table "people" rename constraint "users_pkey" to "people_pkey""#,
            r#"alter table "people" alter column "order" drop not null"#,
        ],
    );
    // The same names after the change.
    renames(
        &[new.clone(), new_orders.clone()],
        &[new, new_orders],
        &names,
        &[],
    );
}

#[test]
fn names_move_on() {
    let names = Renames {
        tables: vec![
            (Name::new("a"), Name::new("b")),
            (Name::new("b"), Name::in_schema("x", "c")),
        ],
        columns: vec![(Name::new("b"), "a".into(), "b".into())],
    };
    renames(
        &[table("a", "a int"), table("b", "b int")],
        &[
            table("b", "b int"),
            Table {
                name: Name::in_schema("x", "c"),
                ..table("", "b int")
            },
        ],
        &names,
        &[
            r#"alter table "b" set schema "x""#,
            r#"alter table "x"."b" rename to "c""#,
            r#"alter table "a" rename to "b""#,
            r#"alter table "b" rename column "a" to "b""#,
        ],
    );
}

#[test]
fn a_name_that_is_in_use_is_not_a_rename() {
    let names = Renames {
        tables: vec![(Name::new("a"), Name::new("b"))],
        columns: vec![(Name::new("b"), "x".into(), "y".into())],
    };
    let both = [table("a", "x int"), table("b", "x int, y int")];
    renames(
        &both,
        &[table("b", "y int")],
        &names,
        &[r#"drop table "a""#, r#"alter table "b" drop column "x""#],
    );
}
