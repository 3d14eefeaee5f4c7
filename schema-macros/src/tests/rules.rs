//! Rules across attributes and columns.

use quote::quote;

use super::{message, messages, on_field, on_struct, one};

#[test]
fn primary_key_on_two_fields() {
    assert_eq!(
        message(quote!(
            struct Account {
                #[column(primary_key)]
                id: i64,
                #[column(primary_key)]
                tenant: i64,
            }
        )),
        "`primary_key` is on two fields; for a composite key write `#[primary_key(id, tenant)]` on the struct"
    );
}

#[test]
fn primary_key_on_a_field_and_on_the_struct() {
    assert_eq!(
        message(quote!(
            #[primary_key(id)]
            struct Account {
                #[column(primary_key)]
                id: i64,
            }
        )),
        "`primary_key` is on a field and on the struct; remove one"
    );
}

#[test]
fn primary_key_twice_on_the_struct() {
    assert_eq!(
        on_struct(quote!(#[primary_key(id)] #[primary_key(email)])),
        "duplicate `#[primary_key]`; list all key columns in one attribute"
    );
}

#[test]
fn unique_on_the_primary_key() {
    assert_eq!(
        on_field(quote!(#[column(primary_key, unique)])),
        "primary key `price` is already unique; remove `unique`"
    );
    assert_eq!(
        on_struct(quote!(#[primary_key(id, email)] #[unique(email, id)])),
        "primary key `email, id` is already unique; remove `unique`"
    );
}

#[test]
fn a_column_twice_in_a_key() {
    assert_eq!(
        on_struct(quote!(#[unique(id, email, id)])),
        "`#[unique]` names `id` twice; remove one"
    );
    assert_eq!(
        on_struct(quote!(#[foreign_key(id, id, references = (A.x, A.y))])),
        "`#[foreign_key]` names `id` twice; remove one"
    );
}

#[test]
fn foreign_key_with_unequal_sides() {
    assert_eq!(
        on_struct(quote!(#[foreign_key(id, email, references = A.x)])),
        "foreign key `id, email` has 2 columns but references 1; list the same number on both sides"
    );
}

#[test]
fn set_null_on_the_primary_key() {
    assert_eq!(
        on_field(quote!(#[column(primary_key, references = A.x, on_delete = set_null)])),
        "`set_null` would clear primary key column `price`; use `cascade` or `restrict`"
    );
}

#[test]
fn actions_that_write_to_a_generated_column() {
    assert_eq!(
        on_field(quote!(#[column(generated = "1", references = A.x, on_update = cascade)])),
        "`cascade` would write to generated column `price`; use `restrict` or `no_action`"
    );
}

#[test]
fn virtual_columns() {
    let text = |place| {
        format!("virtual column `price` cannot be in {place}; make it `generated(stored, …)`")
    };
    for (key, place) in [
        (quote!(primary_key), "a primary key"),
        (quote!(unique), "a unique constraint"),
        (quote!(index), "an index"),
        (quote!(references = A.x), "a foreign key"),
    ] {
        assert_eq!(
            on_field(quote!(#[column(generated(virtual, "1"), #key)])),
            text(place)
        );
    }
}

#[test]
fn two_columns_with_the_same_name() {
    assert_eq!(
        message(quote!(
            struct Account {
                id: i64,
                #[column(name = "id")]
                key: i64,
            }
        )),
        "two columns are named `id`; change one `name`"
    );
}

#[test]
fn renames_have_two_names() {
    assert_eq!(
        message(quote!(
            struct Account {
                #[column(renamed_from = "key")]
                key: i64,
            }
        )),
        "column `key` is renamed from itself; remove `renamed_from`"
    );
    assert_eq!(
        message(quote!(
            struct Account {
                id: i64,
                #[column(renamed_from = "id")]
                key: i64,
            }
        )),
        "column `key` is renamed from `id`, which is a column, too; remove one of them"
    );
}

#[test]
fn invalid_names() {
    let table = |name: &str| {
        one(messages(
            quote!(name = #name),
            quote!(
                struct Account {
                    id: i64,
                }
            ),
        ))
    };
    assert_eq!(
        table(""),
        "the table name is empty; write at least one character"
    );
    assert_eq!(
        table(&"long".repeat(16)),
        "the table name `longlonglonglonglonglong…` has 64 bytes, Postgres allows 63; choose a shorter name"
    );
    assert_eq!(
        table("a\"b"),
        "the table name `a\\\"b` contains a quote or a NUL character; remove it"
    );
    assert_eq!(
        one(messages(
            quote!(schema = ""),
            quote!(
                struct Account {
                    id: i64,
                }
            )
        )),
        "the schema name is empty; write at least one character"
    );
    assert_eq!(
        on_field(quote!(#[column(name = "")])),
        "the column name is empty; write at least one character"
    );
    assert_eq!(
        on_struct(quote!(#[unique(id, name = "")])),
        "the constraint name is empty; write at least one character"
    );
    assert_eq!(
        on_struct(quote!(#[index(id, name = "")])),
        "the index name is empty; write at least one character"
    );
}

#[test]
fn system_columns() {
    assert_eq!(
        message(quote!(
            struct Account {
                ctid: i64,
            }
        )),
        "column `ctid` has the name of a Postgres system column; choose another `name`"
    );
}

#[test]
fn two_constraints_with_the_same_name() {
    assert_eq!(
        on_struct(quote!(#[unique(id, name = "rule")] #[check(name = "rule", "id > 0")])),
        "two constraints are named `rule`; change one `name`"
    );
}

#[test]
fn two_indexes_with_the_same_name() {
    let text =
        |name| format!("index name `{name}` is already used in this table; change one `name`");
    assert_eq!(
        on_struct(quote!(#[index(id, name = "i")] #[index(email, name = "i")])),
        text("i")
    );
    assert_eq!(
        on_struct(quote!(#[unique(id, name = "i")] #[index(email, name = "i")])),
        text("i")
    );
    assert_eq!(
        on_struct(quote!(#[index(email, name = "account")])),
        text("account")
    );
}
