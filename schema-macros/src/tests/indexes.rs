//! Mistakes in `#[index]`.

use quote::quote;

use super::on_struct;

#[test]
fn unknown_method() {
    assert_eq!(
        on_struct(quote!(#[index(hnws(email.vector_l2_ops))])),
        "unknown index method `hnws`; did you mean `hnsw`?"
    );
    assert_eq!(
        on_struct(quote!(#[index(rtree(email))])),
        "unknown index method `rtree`; did you mean `btree`?"
    );
    assert_eq!(
        on_struct(quote!(#[index(bitmapped(email))])),
        "unknown index method `bitmapped`; expected one of `btree`, `hash`, `gist`, `spgist`, `gin`, `brin`, `hnsw`, …"
    );
}

#[test]
fn two_methods() {
    assert_eq!(
        on_struct(quote!(#[index(hash(email), gin(id))])),
        "an index has one method, not both `hash` and `gin`; write two `#[index]` attributes"
    );
}

#[test]
fn columns_outside_the_method() {
    let text = "a column of this index is outside `gin(…)`; move all columns inside";
    assert_eq!(on_struct(quote!(#[index(gin(email), id)])), text);
    assert_eq!(on_struct(quote!(#[index(id, gin(email))])), text);
}

#[test]
fn keys_with_the_wrong_kind_of_value() {
    assert_eq!(
        on_struct(quote!(#[index(id, with = 3)])),
        "`with` expects a list; write `with(…)`"
    );
    assert_eq!(
        on_struct(quote!(#[index(id, include = email)])),
        "`include` expects a list; write `include(…)`"
    );
    assert_eq!(
        on_struct(quote!(#[index(id, where("x"))])),
        "`where` needs a value; write `where = \"…\"`"
    );
    assert_eq!(
        on_struct(quote!(#[index(id, unique = true)])),
        "`unique` takes no value; write `unique`"
    );
}

#[test]
fn modifiers() {
    assert_eq!(
        on_struct(quote!(#[index(email.dsc())])),
        "unknown modifier `dsc` in `#[index]`; did you mean `asc`?"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.lower())])),
        "unknown modifier `lower` in `#[index]`; expected one of `asc`, `desc`, `nulls_first`, `nulls_last`, `collate`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.desc)])),
        "`desc` is a method; write `desc()`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.asc().desc())])),
        "`desc` conflicts with an earlier modifier of this column; remove one"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.text_ops.varchar_ops)])),
        "`varchar_ops` conflicts with an earlier modifier of this column; remove one"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.desc(1))])),
        "unexpected argument to `desc`; remove it"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.collate(C))])),
        "`collate` expects a string; write `collate(\"…\")`"
    );
}

#[test]
fn sql_that_is_not_a_literal() {
    assert_eq!(
        on_struct(quote!(#[index(sql(lower(email)))])),
        "`sql` expects one string literal; write `sql(\"…\")`"
    );
}

#[test]
fn unique_and_nulls() {
    assert_eq!(
        on_struct(quote!(#[index(hash(email), unique)])),
        "`hash` indexes cannot be unique; remove `unique` or use `btree`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email, nulls_not_distinct)])),
        "`nulls_not_distinct` requires a unique index; add `unique` or remove it"
    );
}

#[test]
fn several_columns() {
    assert_eq!(
        on_struct(quote!(#[index(hash(email, id))])),
        "`hash` indexes have a single column; write one `#[index]` per column"
    );
}

#[test]
fn include() {
    assert_eq!(
        on_struct(quote!(#[index(gin(email), include(id))])),
        "`gin` indexes cannot include columns; remove `include`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email, include(email))])),
        "`#[index]` already has `email`; remove it from `include`"
    );
}

#[test]
fn order_of_an_unordered_method() {
    assert_eq!(
        on_struct(quote!(#[index(gin(email.desc()))])),
        "`gin` indexes have no order; remove `desc()` or use `btree`"
    );
    assert_eq!(
        on_struct(quote!(#[index(brin(email.nulls_first()))])),
        "`brin` indexes have no order; remove `nulls_first()` or use `btree`"
    );
}

#[test]
fn a_column_twice() {
    assert_eq!(
        on_struct(quote!(#[index(email, email)])),
        "`#[index]` names `email` twice; remove one"
    );
}

#[test]
fn vector_classes() {
    assert_eq!(
        on_struct(quote!(#[index(hnsw(email))])),
        "`hnsw` indexes need an operator class; add one of `vector_cosine_ops`, `vector_l2_ops`, \
         `vector_ip_ops`, … to the column"
    );
    assert_eq!(
        on_struct(quote!(#[index(ivfflat(email.vector_l1_ops))])),
        "operator class `vector_l1_ops` is not for `ivfflat`; write `hnsw(email.vector_l1_ops)`"
    );
}

#[test]
fn storage_parameters() {
    let with =
        |parameters| on_struct(quote!(#[index(hnsw(email.vector_l2_ops), with(#parameters))]));
    assert_eq!(
        with(quote!(lists = 100)),
        "unknown `hnsw` parameter `lists`; expected one of `m`, `ef_construction`"
    );
    assert_eq!(
        with(quote!(m = 1)),
        "`hnsw` parameter `m` is out of range; write an integer from 2 to 100"
    );
    assert_eq!(
        with(quote!(m = "16")),
        "`hnsw` parameter `m` is out of range; write an integer from 2 to 100"
    );
    assert_eq!(
        with(quote!(m = 16, m = 17)),
        "duplicate `m` in `with`; remove one"
    );
    assert_eq!(
        with(quote!(m = LINKS)),
        "the value of `m` in `with` is not a literal; write a number, a boolean or a string"
    );
    assert_eq!(with(quote!(m)), "`m` needs a value; write `m = …`");
    assert_eq!(
        with(quote!(m = 64, ef_construction = 100)),
        "`ef_construction` is less than twice `m`; write at least 128"
    );
    assert_eq!(
        on_struct(quote!(#[index(ivfflat(email.vector_l2_ops), with(lists = 0))])),
        "`ivfflat` parameter `lists` is out of range; write an integer from 1 to 32768"
    );
}
