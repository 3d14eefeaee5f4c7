//! Mistakes in exclusion constraints, partitions, storage parameters, and the states of constraints.

use proc_macro2::TokenStream;
use quote::quote;

use super::{message, messages, on_field, on_struct, one};

/// The only message for a table that is partitioned by `created`, with these attributes.
#[track_caller]
fn partitioned(attributes: TokenStream) -> String {
    message(quote! {
        #attributes
        struct Event { id: i64, region: String, created: String }
    })
}

/// The only message for the arguments of `#[table(…)]`.
#[track_caller]
fn table(args: TokenStream) -> String {
    one(messages(
        args,
        quote!(
            struct T {
                a: i64,
            }
        ),
    ))
}

#[test]
fn an_exclusion_needs_columns_with_operators() {
    assert_eq!(
        on_struct(quote!(#[exclude])),
        "`#[exclude]` has no columns; write `#[exclude(room with \"=\", period with \"&&\")]`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id)])),
        "`id` has no operator; write `id with \"=\"`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id = "&&")])),
        "`id` is not a key of `#[exclude]`; write `id with \"&&\"`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id with "overlaps")])),
        "`overlaps` is not an operator; write one such as `\"=\"` or `\"&&\"`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id with =)])),
        "`with` expects an operator; write `with \"=\"`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(idd with "=")])),
        "no field `idd` in `Account`; did you mean `id`?"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id.desc() with "=")])),
        "`desc` has no effect in `#[exclude]`; remove it"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(id with "=", using = gist)])),
        "unknown key `using` in `#[exclude]`; expected one of `name`, `where`, `deferrable`, `initially_deferred`"
    );
}

#[test]
fn an_exclusion_needs_a_method_that_can_search() {
    assert_eq!(
        on_struct(quote!(#[exclude(gin(id with "="))])),
        "`gin` indexes cannot exclude rows; use `gist`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(hash(id with "=", email with "="))])),
        "`hash` indexes have a single column; use `gist`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(btree(id with "<>"))])),
        "`btree` indexes exclude rows only by `=`, not by `<>`; use `gist`"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(gits(id with "="))])),
        "unknown index method `gits`; did you mean `gist`?"
    );
    assert_eq!(
        on_struct(quote!(#[exclude(email with "=", gist(id with "="))])),
        "a column of this constraint is outside `gist(…)`; move all columns inside"
    );
    assert_eq!(
        message(quote! {
            #[exclude(double with "=")]
            struct T { id: i64, #[column(generated(virtual, "id * 2"))] double: i64 }
        }),
        "virtual column `double` cannot be in an exclusion constraint; make it `generated(stored, …)`"
    );
}

#[test]
fn an_exclusion_of_a_partitioned_table_contains_the_key() {
    assert_eq!(
        partitioned(
            quote!(#[partition_by(list(region))] #[exclude(id with "=", region with "<>")])
        ),
        "an exclusion constraint of a partitioned table needs the partition column `region`; add `region with \"=\"`"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(list(sql("lower(region)")))] #[exclude(id with "=")])),
        "an exclusion constraint cannot span partitions by an expression; partition by columns"
    );
}

#[test]
fn a_partition_key_has_a_strategy() {
    assert_eq!(
        partitioned(quote!(#[partition_by])),
        "`#[partition_by]` names no column; write `#[partition_by(range(a))]`"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(created)])),
        "`#[partition_by]` has no strategy `created`; write `range(created)`, `list(created)` or `hash(created)`"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(rage(created))])),
        "`#[partition_by]` has no strategy `rage`; did you mean `range`?"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(range(created), hash(id))])),
        "a table is partitioned in one way; remove one strategy"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(range(created.desc()))])),
        "a part of a partition key has no modifiers; write `created` alone"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(range(created))] #[partition_by(hash(id))])),
        "duplicate `#[partition_by]`; list all parts of the key in one attribute"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(list(region, created))])),
        "partitions by `list` have one column; use `range` or `hash` for several"
    );
    assert_eq!(
        message(quote! {
            #[partition_by(hash(double))]
            struct T { id: i64, #[column(generated = "id * 2")] double: i64 }
        }),
        "generated column `double` cannot be in a partition key; use another column"
    );
}

#[test]
fn keys_contain_the_partition_columns() {
    assert_eq!(
        message(quote! {
            #[partition_by(range(created))]
            struct T { #[column(primary_key)] id: i64, created: String }
        }),
        "a primary key must contain partition column `created`; \
         write `#[primary_key(id, created)]` on the struct"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(range(created))] #[unique(id, region)])),
        "a unique constraint must contain partition column `created`; add `created`"
    );
    assert_eq!(
        partitioned(quote!(#[partition_by(range(created))] #[index(id, unique)])),
        "a unique index must contain partition column `created`; add `created`"
    );
    assert_eq!(
        partitioned(
            quote!(#[partition_by(range(sql("date_trunc('day', created)")))] #[primary_key(id)])
        ),
        "a unique key cannot span partitions by an expression; partition by columns"
    );
}

#[test]
fn a_partition_has_a_name_and_one_bound() {
    let by = quote!(#[partition_by(range(created))]);
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a")])),
        "`#[partition]` has no bound; write `from = …, to = …`, `values(…)`, `default` or `hash(…)`"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(default)])),
        "`#[partition]` has no name; add `name = \"…\"`"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a", from = "x")])),
        "`#[partition]` has `from` but no `to`; add `to = maxvalue`"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a", to = "x")])),
        "`#[partition]` has `to` but no `from`; add `from = minvalue`"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a", from = "x", to = "y", default)])),
        "a partition has one bound, not both `from` and `default`; remove one"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a", from = x, to = 1)])),
        "`from` expects a string, a number, `minvalue`, `maxvalue`, `null` or `sql(\"…\")`; write one of them"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "a", from = 1, too = 2)])),
        "unknown key `too` in `#[partition]`; did you mean `to`?"
    );
    assert_eq!(
        partitioned(quote!(#[partition(name = "a", default)])),
        "a partition needs the key of its table; add `#[partition_by(range(a))]`"
    );
}

#[test]
fn the_bound_of_a_partition_fits_the_key() {
    let range = quote!(#[partition_by(range(created))]);
    let list = quote!(#[partition_by(list(region))]);
    let hash = quote!(#[partition_by(hash(id))]);
    assert_eq!(
        partitioned(quote!(#range #[partition(name = "a", values("x"))])),
        "the table is partitioned by `range`, which has no `values`; write `from = …, to = …`"
    );
    assert_eq!(
        partitioned(quote!(#range #[partition(name = "a", from(1, 2), to = 3)])),
        "`from` needs a value for each part of the partition key; write 1, not 2"
    );
    assert_eq!(
        partitioned(quote!(#list #[partition(name = "a", values())])),
        "`values` is empty; list the values of the partition"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(name = "a", modulus = 4, remainder = 4)])),
        "the remainder 4 does not occur with the modulus 4; write a smaller one"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(name = "a", modulus = 4)])),
        "`#[partition]` has `modulus` but no `remainder`; add `remainder = 0`"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(name = "a", remainder = 4)])),
        "`#[partition]` has `remainder` but no `modulus`; add `modulus = 4`"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(name = "a", default)])),
        "a table that is partitioned by `hash` has no `default` partition; remove it"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(hash(0))])),
        "`hash(0)` is out of range; write a number from 1 to 1024"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(hash = 4)])),
        "`hash` needs the number of partitions; write `hash(4)`"
    );
    assert_eq!(
        partitioned(quote!(#hash #[partition(hash(x))])),
        "the value of `hash` is not a number; write a small integer"
    );
}

#[test]
fn partitions_have_names_of_their_own() {
    let by = quote!(#[partition_by(list(region))]);
    assert_eq!(
        partitioned(quote! {
            #by #[partition(name = "a", values("x"))] #[partition(name = "a", values("y"))]
        }),
        "two partitions are named `a`; change one `name`"
    );
    assert_eq!(
        partitioned(quote!(#by #[partition(name = "", values("x"))])),
        "the partition name is empty; write at least one character"
    );
    assert_eq!(
        partitioned(quote! {
            #by #[partition(name = "a", default)] #[partition(name = "b", default)]
        }),
        "a table has one `default` partition; remove one"
    );
}

#[test]
fn a_constraint_is_deferred_or_not_checked_in_one_way() {
    assert_eq!(
        on_field(quote!(#[column(deferrable)])),
        "column `price` has `deferrable` but no `references`, `unique` or `primary_key`; add one of them"
    );
    assert_eq!(
        on_field(quote!(#[column(not_valid)])),
        "column `price` has `not_valid` but no `references` or `check`; add one of them"
    );
    assert_eq!(
        on_field(quote!(#[column(references = T.id, check = "price > 0", not_enforced)])),
        "`not_enforced` of column `price` can mean `references` or `check`; write `#[check(\"…\")]` on the struct"
    );
    assert_eq!(
        on_struct(quote!(#[check("price > 0", not_valid, not_enforced)])),
        "a constraint that is `not_enforced` is never valid; remove `not_valid`"
    );
    assert_eq!(
        on_struct(quote!(#[check("price > 0", unchecked)])),
        "unknown key `unchecked` in `#[check]`; expected one of `name`, `not_valid`, `not_enforced`"
    );
    assert_eq!(
        on_struct(quote!(#[unique(id, email, include(id))])),
        "`#[unique]` already has `id`; remove it from `include`"
    );
    assert_eq!(
        on_struct(quote!(#[unique(id, deferable)])),
        "no field `deferable` in `Account`; did you mean `deferrable`?"
    );
}

#[test]
fn storage_parameters() {
    assert_eq!(
        table(quote!(with(filfactor = 70))),
        "unknown table parameter `filfactor`; did you mean `fillfactor`?"
    );
    assert_eq!(
        table(quote!(with(fillfactor = 7))),
        "table parameter `fillfactor` is out of range; write an integer from 10 to 100"
    );
    assert_eq!(
        table(quote!(with = 3)),
        "`with` expects a list; write `with(fillfactor = 70)`"
    );
    assert_eq!(
        one(messages(
            quote!(unlogged),
            quote!(
                #[partition_by(hash(a))]
                struct T {
                    a: i64,
                }
            )
        )),
        "a partitioned table stores no rows itself; remove `unlogged`"
    );
}
