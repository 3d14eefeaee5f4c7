use super::*;
use crate::diff::tests::is;
use crate::model::{Exclusion, ExclusionElement, Model, Routine, RoutineKind};

fn patients() -> Table {
    Table {
        primary_key: Some(primary_key("patients_pkey", &["id"])),
        ..table("patients", "id bigint, email text, a bigint")
    }
}

fn orders() -> Table {
    Table {
        foreign_keys: vec![foreign_key("orders_fk", "patient_id", "patients", "id")],
        ..table("orders", "patient_id bigint, a bigint")
    }
}

#[test]
fn a_primary_key_is_replaced_between_the_foreign_keys_that_reference_it() {
    let mut new = patients();
    new.primary_key = Some(primary_key("patients_pkey", &["id", "a"]));
    new.uniques = vec![unique("patients_id_key", &["id"])];
    changes(
        &[orders(), patients()],
        &[orders(), new],
        &[
            r#"alter table "orders" drop constraint "orders_fk""#,
            r#"alter table "patients" drop constraint "patients_pkey""#,
            r#"alter table "patients" add constraint "patients_pkey" primary key ("id", "a")"#,
            r#"alter table "patients" add constraint "patients_id_key" unique ("id")"#,
            r#"alter table "orders" add constraint "orders_fk" foreign key ("patient_id") references "patients" ("id")"#,
        ],
    );
}

#[test]
fn a_foreign_key_is_added_again_if_a_column_in_the_index_of_its_key_changes() {
    let with = |data_type| {
        let mut patients = patients();
        patients.primary_key.as_mut().unwrap().include = vec!["a".to_owned()];
        patients.columns[2].data_type = DataType::parse(data_type);
        patients
    };
    changes(
        &[orders(), with("integer")],
        &[orders(), with("bigint")],
        &[
            r#"alter table "orders" drop constraint "orders_fk""#,
            r#"alter table "patients" alter column "a" type bigint"#,
            r#"alter table "orders" add constraint "orders_fk" foreign key ("patient_id") references "patients" ("id")"#,
        ],
    );
}

#[test]
fn an_old_primary_key_is_dropped_before_one_of_another_name_is_added() {
    let mut new = patients();
    new.primary_key = Some(primary_key("patients_key", &["id", "a"]));
    // The function keeps the orders, and they keep the old key.
    let from = Model {
        tables: vec![orders(), patients()],
        routines: vec![Routine {
            name: Name::new("count_orders"),
            arguments: String::new(),
            kind: RoutineKind::Function,
            definition: "create or replace function count_orders() returns bigint language sql as 'select count(*) from orders'".to_owned(),
            uses: vec![],
            comment: None,
        }],
        ..Model::default()
    };
    let to = Model {
        tables: vec![new],
        ..Model::default()
    };
    is(
        &from,
        &to,
        &[
            r#"drop function "count_orders"()"#,
            r#"drop table "orders""#,
            r#"alter table "patients" drop constraint "patients_pkey""#,
            r#"alter table "patients" add constraint "patients_key" primary key ("id", "a")"#,
        ],
    );
}

#[test]
fn foreign_keys_are_dropped_before_and_added_after_a_change_of_the_log() {
    let unlogged = |table: Table| Table {
        unlogged: true,
        ..table
    };
    let loose = Table {
        foreign_keys: vec![],
        ..orders()
    };
    changes(
        &[orders(), patients()],
        &[loose.clone(), unlogged(patients())],
        &[
            r#"alter table "orders" drop constraint "orders_fk""#,
            r#"alter table "patients" set unlogged"#,
        ],
    );
    changes(
        &[loose.clone(), unlogged(patients())],
        &[orders(), patients()],
        &[
            r#"alter table "patients" set logged"#,
            r#"alter table "orders" add constraint "orders_fk" foreign key ("patient_id") references "patients" ("id")"#,
        ],
    );
    // The table that goes away holds the other one in the log.
    changes(
        &[orders(), patients()],
        &[unlogged(patients())],
        &[
            r#"drop table "orders""#,
            r#"alter table "patients" set unlogged"#,
        ],
    );
}

#[test]
fn a_foreign_key_is_added_again_if_its_columns_change() {
    let (mut old, mut new) = (patients(), patients());
    old.columns[0].data_type = DataType::parse("text");
    new.columns[0].data_type = DataType::parse("uuid");
    let (mut old_orders, mut new_orders) = (orders(), orders());
    old_orders.columns[0].data_type = DataType::parse("text");
    new_orders.columns[0].data_type = DataType::parse("uuid");
    changes(
        &[old, old_orders],
        &[new, new_orders],
        &[
            r#"alter table "orders" drop constraint "orders_fk""#,
            r#"alter table "patients" alter column "id" type uuid using "id"::uuid"#,
            r#"alter table "orders" alter column "patient_id" type uuid using "patient_id"::uuid"#,
            r#"alter table "orders" add constraint "orders_fk" foreign key ("patient_id") references "patients" ("id")"#,
        ],
    );
}

#[test]
fn equal_constraints_and_indexes_are_renamed() {
    let mut from = patients();
    from.uniques = vec![unique("a", &["email"])];
    from.checks = vec![check("c", "(id > 0)")];
    from.indexes = vec![index("i", &[by("email")])];
    let change = |to: &mut Table| {
        to.primary_key = Some(primary_key("pk", &["id"]));
        to.uniques[0].name = "b".into();
        to.checks[0].name = "d".into();
        to.checks[0].comment = Some("positive".into());
        to.indexes[0].name = "j".into();
    };
    changes(
        &[orders(), from.clone()],
        &[orders(), {
            let mut to = from;
            change(&mut to);
            to
        }],
        &[
            r#"alter table "patients" rename constraint "patients_pkey" to "pk""#,
            r#"alter table "patients" rename constraint "a" to "b""#,
            r#"alter table "patients" rename constraint "c" to "d""#,
            r#"comment on constraint "d" on "patients" is 'positive'"#,
            r#"alter index "i" rename to "j""#,
        ],
    );
}

#[test]
fn names_of_indexes_are_exchanged_between_tables() {
    let with = |name: &str, index_name: &str| Table {
        indexes: vec![index(index_name, &[by("a")])],
        ..table(name, "a bigint")
    };
    changes(
        &[with("s", "i"), with("t", "j")],
        &[with("s", "j"), with("t", "i")],
        &[
            r#"drop index "i""#,
            r#"drop index "j""#,
            r#"create index "j" on "s" ("a")"#,
            r#"create index "i" on "t" ("a")"#,
        ],
    );
}

#[test]
fn constraints_that_are_not_valid_are_validated() {
    let mut from = orders();
    from.foreign_keys[0].not_valid = true;
    from.checks = vec![Check {
        not_valid: true,
        ..check("c", "(a > 0)")
    }];
    let mut to = from.clone();
    to.foreign_keys[0].not_valid = false;
    to.checks[0].not_valid = false;
    changes(
        &[patients(), from.clone()],
        &[patients(), to.clone()],
        &[
            r#"alter table "orders" validate constraint "c""#,
            r#"alter table "orders" validate constraint "orders_fk""#,
        ],
    );
    changes(
        &[patients(), to],
        &[patients(), from],
        &[
            r#"alter table "orders" drop constraint "orders_fk""#,
            r#"alter table "orders" drop constraint "c""#,
            r#"alter table "orders" add constraint "c" check ((a > 0)) not valid"#,
            "alter table \"orders\" add constraint \"orders_fk\" foreign key (\"patient_id\") \
             references \"patients\" (\"id\") not valid",
        ],
    );
}

#[test]
fn a_foreign_key_is_altered_in_place() {
    let mut to = orders();
    to.foreign_keys[0].deferrable = Deferrable::InitiallyDeferred;
    changes(
        &[patients(), orders()],
        &[patients(), to.clone()],
        &[r#"alter table "orders" alter constraint "orders_fk" deferrable initially deferred"#],
    );
    changes(
        &[patients(), to.clone()],
        &[patients(), orders()],
        &[r#"alter table "orders" alter constraint "orders_fk" not deferrable"#],
    );
    let mut relaxed = to.clone();
    relaxed.foreign_keys[0].not_enforced = true;
    changes(
        &[patients(), to.clone()],
        &[patients(), relaxed.clone()],
        &[r#"alter table "orders" alter constraint "orders_fk" not enforced"#],
    );
    changes(
        &[patients(), relaxed],
        &[patients(), to],
        &[r#"alter table "orders" alter constraint "orders_fk" enforced"#],
    );
}

#[test]
fn other_constraints_are_dropped_and_added() {
    let mut from = patients();
    from.uniques = vec![unique("u", &["email"])];
    from.checks = vec![check("c", "(a > 0)")];
    from.exclusions = vec![Exclusion {
        name: "e".into(),
        method: "gist".into(),
        elements: vec![ExclusionElement {
            on: expression("int8range(id, a)"),
            operator_class: None,
            operator: "&&".into(),
        }],
        filter: None,
        deferrable: Deferrable::No,
        comment: Some("no overlap".into()),
    }];
    let change = |to: &mut Table| {
        to.uniques[0].deferrable = Deferrable::InitiallyImmediate;
        to.checks[0].not_enforced = true;
        to.exclusions[0].filter = Some("id > 0".into());
    };
    changes_one(
        &from,
        change,
        &[
            r#"alter table "patients" drop constraint "u""#,
            r#"alter table "patients" drop constraint "c""#,
            r#"alter table "patients" drop constraint "e""#,
            r#"alter table "patients" add constraint "u" unique ("email") deferrable"#,
            r#"alter table "patients" add constraint "c" check ((a > 0)) not enforced"#,
            "alter table \"patients\" add constraint \"e\" exclude using gist ((int8range(id, a)) with &&) \
             where (id > 0)",
            r#"comment on constraint "e" on "patients" is 'no overlap'"#,
        ],
    );
}

#[test]
fn a_column_of_a_dropped_key_can_be_null() {
    changes_one(
        &patients(),
        |to| {
            to.primary_key = None;
            to.columns[0].nullable = true;
        },
        &[
            r#"alter table "patients" drop constraint "patients_pkey""#,
            r#"alter table "patients" alter column "id" drop not null"#,
        ],
    );
}

#[test]
fn an_index_that_changes_or_is_invalid_is_created_again() {
    let mut from = patients();
    from.indexes = vec![index("i", &[by("email")]), index("j", &[by("a")])];
    from.indexes[1].invalid = true;
    let change = |to: &mut Table| {
        to.indexes[0].unique = true;
        to.indexes[0].comment = Some("fast".into());
        to.indexes[1].invalid = false;
    };
    changes_one(
        &from,
        change,
        &[
            r#"drop index "i""#,
            r#"drop index "j""#,
            r#"create unique index "i" on "patients" ("email")"#,
            r#"comment on index "i" is 'fast'"#,
            r#"create index "j" on "patients" ("a")"#,
        ],
    );
}
