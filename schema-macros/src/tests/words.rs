//! Words and attributes of other libraries.

use proc_macro2::TokenStream;
use quote::quote;

use super::{message, messages, on_field, on_struct, one};
use crate::derive::PgEnum;

#[test]
fn words_for_keys_of_index() {
    for (key, remedy) in [
        (
            quote!(using = gin),
            "write the method around the columns: `gin(tags)`",
        ),
        (
            quote!(method = "gin"),
            "write the method around the columns: `gin(tags)`",
        ),
        (
            quote!(op_class = "x"),
            "write the class after the column: `hnsw(embedding.vector_cosine_ops)`",
        ),
        (
            quote!(order = "desc"),
            "write `column.asc()` or `column.desc()`",
        ),
        (
            quote!(columns = "id"),
            "write the columns alone: `#[index(a, b)]`",
        ),
        (quote!(predicate = "id > 1"), "write `where = \"…\"`"),
        (quote!(covering = "id"), "write `include(a, b)`"),
        (quote!(options = "m = 16"), "write `with(m = 16)`"),
        (quote!(index_name = "a"), "write `name = \"…\"`"),
    ] {
        let word = key.clone().into_iter().next().unwrap();
        assert_eq!(
            on_struct(quote!(#[index(id, #key)])),
            format!("unknown key `{word}` in `#[index]`; {remedy}")
        );
    }
}

#[test]
fn words_for_keys_of_column() {
    for (key, remedy) in [
        (quote!(pk), "write `primary_key`"),
        (quote!(id), "write `primary_key`"),
        (quote!(auto_increment), "write `identity`"),
        (quote!(autoincrement), "write `identity`"),
        (quote!(serial), "write `identity`"),
        (
            quote!(default_value = 7),
            "write `default = …`, or `default = sql(\"…\")`",
        ),
        (quote!(type = "text"), "write `sql_type = \"…\"`"),
        (quote!(column_type = "Text"), "write `sql_type = \"…\"`"),
        (quote!(column_name = "a"), "write `name = \"…\"`"),
        (quote!(rename = "a"), "write `name = \"…\"`"),
        (quote!(indexed), "write `index`"),
        (
            quote!(foreign_key = Other.id),
            "write `references = Table.column`",
        ),
        (
            quote!(belongs_to = "Other"),
            "write `references = Table.column`",
        ),
        (
            quote!(nullable),
            "make the type an `Option<…>`, which is nullable",
        ),
        (
            quote!(not_null),
            "remove it, since only an `Option<…>` is nullable",
        ),
        (quote!(max_length = 20), "write `sql_type = \"varchar(…)\"`"),
        (quote!(jsonb), "make the type a `Json<…>`"),
        (
            quote!(skip),
            "remove the field, since every field is a column",
        ),
    ] {
        let word = key.to_string();
        let word = word.split(' ').next().unwrap();
        assert_eq!(
            on_field(quote!(#[column(#key)])),
            format!("unknown key `{word}` in `#[column]`; {remedy}")
        );
    }
    assert_eq!(
        on_field(quote!(#[column(references = Other.id, onDelete: cascade)])),
        "unknown key `onDelete` in `#[column]`; write `on_delete = cascade`"
    );
}

#[test]
fn words_for_keys_of_table() {
    let on_table = |args: TokenStream| {
        one(messages(
            args,
            quote!(
                struct User {
                    id: i64,
                }
            ),
        ))
    };
    for (args, expected) in [
        (
            quote!("users"),
            "`#[table]` has no unnamed value; write `name = \"users\"`",
        ),
        (
            quote!(users),
            "unknown key `users` in `#[table]`; write `name = \"users\"`",
        ),
        (
            quote!(table_name = "users"),
            "unknown key `table_name` in `#[table]`; write `name = \"…\"`",
        ),
        (
            quote!(schema_name = "app"),
            "unknown key `schema_name` in `#[table]`; write `schema = \"…\"`",
        ),
        (
            quote!(primary_key(a, b)),
            "unknown key `primary_key` in `#[table]`; write `#[primary_key(a, b)]` below `#[table]`",
        ),
        (
            quote!(comment = "people"),
            "unknown key `comment` in `#[table]`; write a doc comment, which becomes the table's comment",
        ),
    ] {
        assert_eq!(on_table(args), expected);
    }
}

#[test]
fn words_for_keys_of_enums() {
    let on_enum = |item| one(messages!(PgEnum, item));
    assert_eq!(
        on_enum(quote!(
            #[pg_enum(type_name = "state")]
            enum State {
                A,
            }
        )),
        "unknown key `type_name` in `#[pg_enum]`; write `name = \"…\"`"
    );
    assert_eq!(
        on_enum(quote!(
            enum State {
                #[pg_enum(string_value = "a")]
                A,
            }
        )),
        "unknown key `string_value` in `#[pg_enum]`; write `rename = \"…\"`"
    );
}

#[test]
fn attributes_of_other_libraries() {
    for (attribute, name, remedy) in [
        (
            quote!(#[sea_orm(unique)]),
            "sea_orm",
            "write `#[column(…)]`",
        ),
        (
            quote!(#[diesel(column_name = a)]),
            "diesel",
            "write `#[column(…)]`",
        ),
        (
            quote!(#[sqlx(rename = "a")]),
            "sqlx",
            "write `#[column(…)]`",
        ),
        (quote!(#[id]), "id", "write `#[column(primary_key)]`"),
        (quote!(#[key]), "key", "write `#[column(primary_key)]`"),
        (quote!(#[auto]), "auto", "write `#[column(identity)]`"),
        (
            quote!(#[identity]),
            "identity",
            "write `#[column(identity)]`",
        ),
        (
            quote!(#[default(7)]),
            "default",
            "write `#[column(default = …)]`",
        ),
        (
            quote!(#[references(Other)]),
            "references",
            "write `#[column(references = …)]`",
        ),
        (
            quote!(#[belongs_to(Other)]),
            "belongs_to",
            "write `#[column(references = Table.column)]`",
        ),
        (
            quote!(#[nullable]),
            "nullable",
            "make the type an `Option<…>`, which is nullable",
        ),
    ] {
        assert_eq!(
            on_field(attribute),
            format!("`#[{name}]` means nothing to `#[table]`; {remedy}")
        );
    }
    assert_eq!(
        on_struct(quote!(#[diesel(table_name = users)])),
        "`#[diesel]` means nothing to `#[table]`; write `#[table(name = \"…\")]`"
    );
    assert_eq!(
        on_struct(quote!(#[table_name = "users"])),
        "`#[table_name]` means nothing to `#[table]`; write `#[table(name = \"…\")]`"
    );
}

#[test]
fn an_attribute_that_a_derive_may_read_is_left_alone() {
    let none = |item| assert_eq!(messages(TokenStream::new(), item), [""; 0]);
    none(quote! {
        #[derive(Debug, sqlx::FromRow)]
        struct User { #[sqlx(rename = "a")] id: i64, #[default(7)] b: i32 }
    });
    none(quote! {
        #[derive(SmartDefault)]
        struct User { #[default(7)] id: i64 }
    });
    none(quote! {
        #[serde_with::serde_as]
        struct User { #[default(7)] id: i64 }
    });
}

#[test]
fn references_as_other_libraries_write_them() {
    for (value, expected) in [
        (
            quote!(Other::id),
            "`Other::id` is not a column; write `references = Other.id`",
        ),
        (
            quote!(app::Other::id),
            "`app::Other::id` is not a column; write `references = app::Other.id`",
        ),
        (
            quote!(app::Other),
            "`references` names no column of `app::Other`; write `references = app::Other.column`",
        ),
        (
            quote!(others(id)),
            "`others(…)` is not a column; write `references = Table.column` with the table's struct",
        ),
    ] {
        assert_eq!(on_field(quote!(#[column(references = #value)])), expected);
    }
}

#[test]
fn defaults_that_are_not_constants() {
    let of = |value: TokenStream| {
        message(quote!(
            struct User {
                #[column(default = #value)]
                id: i64,
            }
        ))
    };
    for (value, expected) in [
        (
            quote!(Local::now()),
            "`Local::now()` is not a constant; write `default = now()`",
        ),
        (
            quote!(chrono::Utc::now().date_naive()),
            "`chrono::Utc::now().date_naive()` is not a constant; write `default = now()`",
        ),
        (
            quote!(OffsetDateTime::now_utc() + DAY),
            "`OffsetDateTime::now_utc()+DAY` is not a constant; write `default = now()`",
        ),
        (
            quote!(SystemTime::now()),
            "`SystemTime::now()` is not a constant; write `default = now()`",
        ),
        (
            quote!(Uuid::now_v7()),
            "`Uuid::now_v7()` is not a constant; write `default = sql(\"uuidv7()\")`",
        ),
        (
            quote!(State::default()),
            "`State::default()` is not a constant; write the value itself",
        ),
        (
            quote!(String::from("a")),
            "`String::from(\"a\")` is not a constant; write the text without the conversion",
        ),
    ] {
        assert_eq!(of(value), expected);
    }
    for value in [
        quote!(now()),
        quote!(vec![code()]),
        quote!(State::A),
        quote!(Money::new(7)),
    ] {
        assert_eq!(
            messages(
                TokenStream::new(),
                quote!(
                    struct User {
                        #[column(default = #value)]
                        id: i64,
                    }
                )
            ),
            [""; 0]
        );
    }
}
