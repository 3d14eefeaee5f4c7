//! Mistakes within one attribute.

use proc_macro2::TokenStream;
use quote::quote;

use super::{message, messages, on_field, on_struct, one};

#[track_caller]
fn in_table(args: TokenStream) -> String {
    one(messages(
        args,
        quote!(
            struct Account {
                id: i64,
            }
        ),
    ))
}

#[test]
fn unknown_key_of_table() {
    assert_eq!(
        in_table(quote!(nmae = "accounts")),
        "unknown key `nmae` in `#[table]`; did you mean `name`?"
    );
}

#[test]
fn unknown_key_lists_the_known_ones() {
    assert_eq!(
        in_table(quote!(database = "x")),
        "unknown key `database` in `#[table]`; expected one of `name`, `schema`, `insert`, `renamed_from`, `with`, …"
    );
}

#[test]
fn unknown_key_of_column() {
    assert_eq!(
        on_field(quote!(#[column(uniqe)])),
        "unknown key `uniqe` in `#[column]`; did you mean `unique`?"
    );
    assert_eq!(
        on_field(quote!(#[column(shape)])),
        "unknown key `shape` in `#[column]`; expected one of `name`, `primary_key`, `identity`, `default`, `unique`, …"
    );
}

#[test]
fn an_invalid_item_does_not_hide_the_next() {
    assert_eq!(
        messages(
            TokenStream::new(),
            quote!(
                struct Account {
                    #[column(uniqe, on_delete = vanish, name = 3)]
                    id: i64,
                }
            )
        ),
        [
            "unknown key `uniqe` in `#[column]`; did you mean `unique`?",
            "unknown action `vanish` for `on_delete`; expected one of `cascade`, `restrict`, `set_null`, \
             `set_default`, `no_action`",
            "the value of `name` must be a string; write `name = \"…\"`",
        ]
    );
}

#[test]
fn two_invalid_fields_give_two_errors() {
    let item = quote!(
        struct Account {
            #[column(uniqe)]
            id: i64,
            #[column(nam = "x")]
            name: String,
        }
    );
    assert_eq!(messages(TokenStream::new(), item).len(), 2);
}

#[test]
fn duplicate_key_in_one_attribute_and_in_two() {
    let text = "duplicate `name` in `#[column]`; remove one";
    assert_eq!(on_field(quote!(#[column(name = "a", name = "b")])), text);
    assert_eq!(
        on_field(quote!(#[column(name = "a")] #[column(name = "b")])),
        text
    );
}

#[test]
fn a_key_without_its_value() {
    assert_eq!(
        on_field(quote!(#[column(name)])),
        "`name` needs a value; write `name = \"…\"`"
    );
    assert_eq!(
        on_field(quote!(#[column(default)])),
        "`default` needs a value; write `default = 0`"
    );
    assert_eq!(
        on_field(quote!(#[column(references)])),
        "`references` needs a value; write `references = Table.column`"
    );
}

#[test]
fn a_flag_with_a_value() {
    assert_eq!(
        on_field(quote!(#[column(unique = true)])),
        "`unique` takes no value; write `unique`"
    );
    assert_eq!(
        on_field(quote!(#[column(identity(always))])),
        "`identity` takes no value; write `identity`"
    );
}

#[test]
fn a_value_on_the_attribute_itself() {
    assert_eq!(
        on_field(quote!(#[column = "x"])),
        "`#[column]` takes no value; write `#[column(…)]`"
    );
}

#[test]
fn items_without_a_comma() {
    assert_eq!(
        on_field(quote!(#[column(unique index)])),
        "unexpected token; separate the items with `,`"
    );
}

#[test]
fn strings_where_fields_are_expected() {
    assert_eq!(
        on_struct(quote!(#[unique("email")])),
        "unexpected string in `#[unique]`; write the field as `email`, without quotes"
    );
}

#[test]
fn punctuation_where_an_identifier_is_expected() {
    assert_eq!(
        on_struct(quote!(#[unique(*)])),
        "expected an identifier in `#[unique]`; write a key or a field name"
    );
}

#[test]
fn unknown_identity_kind() {
    let text = "unknown `identity` kind; write `always` or `by_default`";
    assert_eq!(on_field(quote!(#[column(identity = sometimes)])), text);
    assert_eq!(on_field(quote!(#[column(identity = "always")])), text);
}

#[test]
fn generated_without_an_expression() {
    let text = "`generated` expects an SQL expression; write `generated = \"…\"` or `generated(virtual, \"…\")`";
    assert_eq!(on_field(quote!(#[column(generated = lower)])), text);
    assert_eq!(on_field(quote!(#[column(generated("x"))])), text);
    assert_eq!(on_field(quote!(#[column(generated(stored))])), text);
    assert_eq!(
        on_field(quote!(#[column(generated(vitual, "x"))])),
        "unknown generated column kind `vitual`; did you mean `virtual`?"
    );
}

#[test]
fn empty_sql() {
    let text = |place| {
        format!(
            "the SQL of `{place}` is empty or contains a NUL character; write an SQL expression"
        )
    };
    assert_eq!(on_field(quote!(#[column(check = " ")])), text("check"));
    assert_eq!(on_field(quote!(#[column(sql_type = "")])), text("sql_type"));
    assert_eq!(
        on_field(quote!(#[column(default = sql(""))])),
        text("default")
    );
    assert_eq!(
        on_field(quote!(#[column(generated = "")])),
        text("generated")
    );
    assert_eq!(on_field(quote!(#[column(collate = "")])), text("collate"));
    assert_eq!(on_struct(quote!(#[check("")])), text("check"));
    assert_eq!(
        on_struct(quote!(#[index(email, where = "")])),
        text("where")
    );
    assert_eq!(on_struct(quote!(#[index(sql(""))])), text("sql"));
}

#[test]
fn default_sql_that_is_not_a_literal() {
    assert_eq!(
        on_field(quote!(#[column(default = sql(NOW))])),
        "`sql` expects one string literal; write `sql(\"…\")`"
    );
}

#[test]
fn references_without_a_column() {
    assert_eq!(
        on_field(quote!(#[column(references = clinic::Patient)])),
        "`references` names no column of `clinic::Patient`; write `references = clinic::Patient.column`"
    );
    assert_eq!(
        on_field(quote!(#[column(references = "patients")])),
        "`references` expects a column of a table; write `references = Table.column`"
    );
}

#[test]
fn references_to_two_tables() {
    assert_eq!(
        on_struct(quote!(#[foreign_key(id, email, references = (A.x, B.y))])),
        "`references` names both `A` and `B`; list columns of one table"
    );
}

#[test]
fn an_action_that_is_not_an_identifier() {
    assert_eq!(
        on_field(quote!(#[column(references = A.x, on_update = "cascade")])),
        "`on_update` expects an action; write one of `cascade`, `restrict`, `set_null`, `set_default`, `no_action`"
    );
    assert_eq!(
        on_field(quote!(#[column(references = A.x, on_update = casade)])),
        "unknown action `casade` for `on_update`; did you mean `cascade`?"
    );
}

#[test]
fn empty_struct_attributes() {
    assert_eq!(
        on_struct(quote!(#[primary_key])),
        "`#[primary_key]` names no column; write `#[primary_key(a, b)]`"
    );
    assert_eq!(
        on_struct(quote!(#[unique()])),
        "`#[unique]` names no column; write `#[unique(a, b)]`"
    );
    assert_eq!(
        on_struct(quote!(#[index])),
        "`#[index]` has no columns; write `#[index(a, b)]`"
    );
    assert_eq!(
        on_struct(quote!(#[check(name = "x")])),
        "`#[check]` has no condition; write `#[check(\"price > 0\")]`"
    );
    assert_eq!(
        on_struct(quote!(#[foreign_key(id)])),
        "`#[foreign_key]` has no `references`; add `references = Table.column`"
    );
    assert_eq!(
        on_struct(quote!(#[foreign_key(references = A.x)])),
        "`#[foreign_key]` names no column; write `#[foreign_key(a, references = Table.column)]`"
    );
}

#[test]
fn a_check_with_two_conditions() {
    assert_eq!(
        on_struct(quote!(#[check("a", "b")])),
        "duplicate `check` in `#[check]`; remove one"
    );
}

#[test]
fn unknown_keys_of_struct_attributes() {
    for (attribute, name) in [
        (quote!(#[primary_key(id, nam = "x")]), "primary_key"),
        (quote!(#[unique(id, nam = "x")]), "unique"),
        (quote!(#[index(id, nam = "x")]), "index"),
        (quote!(#[check("x", nam = "x")]), "check"),
        (
            quote!(#[foreign_key(id, references = A.x, nam = "x")]),
            "foreign_key",
        ),
    ] {
        let text = format!("unknown key `nam` in `#[{name}]`; did you mean `name`?");
        assert_eq!(on_struct(attribute), text);
    }
}

#[test]
fn unknown_fields_in_every_list() {
    let text = "no field `emial` in `Account`; did you mean `email`?";
    assert_eq!(on_struct(quote!(#[primary_key(emial)])), text);
    assert_eq!(on_struct(quote!(#[unique(emial, id)])), text);
    assert_eq!(on_struct(quote!(#[index(emial.desc())])), text);
    assert_eq!(on_struct(quote!(#[index(id, include(emial))])), text);
    assert_eq!(
        on_struct(quote!(#[foreign_key(emial, references = A.x)])),
        text
    );
}

#[test]
fn unknown_field_that_is_similar_to_a_flag() {
    assert_eq!(
        on_struct(quote!(#[index(email, uniqe)])),
        "no field `uniqe` in `Account`; did you mean `unique`?"
    );
}

#[test]
fn unknown_field_that_is_the_name_in_the_database() {
    assert_eq!(
        message(quote! {
            #[unique(mail)]
            struct Account { #[column(name = "mail")] email: String }
        }),
        "no field `mail` in `Account`; use the field name `email`"
    );
}

#[test]
fn options_without_references() {
    for (attribute, key) in [
        (quote!(#[column(on_delete = cascade)]), "on_delete"),
        (quote!(#[column(on_update = cascade)]), "on_update"),
    ] {
        let text = format!(
            "column `price` has `{key}` but no `references`; add `references = Table.column`"
        );
        assert_eq!(on_field(attribute), text);
    }
}

#[test]
fn conflicting_keys() {
    assert_eq!(
        on_field(quote!(#[column(identity, default = 1)])),
        "identity column `price` cannot have a default; remove `default`"
    );
    assert_eq!(
        on_field(quote!(#[column(generated = "1", default = 1)])),
        "generated column `price` cannot have a default; remove `default`"
    );
    assert_eq!(
        on_field(quote!(#[column(generated = "1", identity)])),
        "column `price` cannot be both `identity` and `generated`; remove one"
    );
}
