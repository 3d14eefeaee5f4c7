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
        "an index has one method, here are `hash` and `gin`; write two `#[index]`"
    );
}

#[test]
fn columns_outside_of_the_method() {
    let text = "a column of this index stands outside of `gin(…)`; write all columns inside";
    assert_eq!(on_struct(quote!(#[index(gin(email), id)])), text);
    assert_eq!(on_struct(quote!(#[index(id, gin(email))])), text);
}

#[test]
fn keys_with_the_wrong_kind_of_value() {
    assert_eq!(
        on_struct(quote!(#[index(id, with = 3)])),
        "`with` takes a list; write `with(…)`"
    );
    assert_eq!(
        on_struct(quote!(#[index(id, include = email)])),
        "`include` takes a list; write `include(…)`"
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
        "`desc` is written as a method; write `desc()`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.asc().desc())])),
        "`desc` is the second modifier of its kind on this column; remove one"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.text_ops.varchar_ops)])),
        "`varchar_ops` is the second modifier of its kind on this column; remove one"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.desc(1))])),
        "unexpected argument of `desc`; remove it"
    );
    assert_eq!(
        on_struct(quote!(#[index(email.collate(C))])),
        "`collate` takes a string; write `collate(\"…\")`"
    );
}

#[test]
fn sql_that_is_no_literal() {
    assert_eq!(
        on_struct(quote!(#[index(sql(lower(email)))])),
        "`sql` takes one string literal; write `sql(\"…\")`"
    );
}

#[test]
fn unique_and_nulls() {
    assert_eq!(
        on_struct(quote!(#[index(hash(email), unique)])),
        "a `hash` index cannot be unique; remove `unique` or use `btree`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email, nulls_not_distinct)])),
        "`nulls_not_distinct` on an index that is not unique; add `unique` or remove it"
    );
}

#[test]
fn several_columns() {
    assert_eq!(
        on_struct(quote!(#[index(hash(email, id))])),
        "a `hash` index has one column; write an `#[index]` for each"
    );
}

#[test]
fn include() {
    assert_eq!(
        on_struct(quote!(#[index(gin(email), include(id))])),
        "a `gin` index cannot include columns; remove `include`"
    );
    assert_eq!(
        on_struct(quote!(#[index(email, include(email))])),
        "`#[index]` has `email` already; remove it from `include`"
    );
}

#[test]
fn order_of_an_unordered_method() {
    assert_eq!(
        on_struct(quote!(#[index(gin(email.desc()))])),
        "a `gin` index has no order; remove `desc()` or use `btree`"
    );
    assert_eq!(
        on_struct(quote!(#[index(brin(email.nulls_first()))])),
        "a `brin` index has no order; remove `nulls_first()` or use `btree`"
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
        "a `hnsw` index needs the distance it serves; add one of `vector_cosine_ops`, `vector_l2_ops`, \
         `vector_ip_ops`, … to the column"
    );
    assert_eq!(
        on_struct(quote!(#[index(ivfflat(email.vector_l1_ops))])),
        "unknown operator class `vector_l1_ops` for `ivfflat`; did you mean `vector_l2_ops`?"
    );
}

#[test]
fn storage_parameters() {
    let with =
        |parameters| on_struct(quote!(#[index(hnsw(email.vector_l2_ops), with(#parameters))]));
    assert_eq!(
        with(quote!(lists = 100)),
        "unknown parameter `lists` of a `hnsw` index; expected one of `m`, `ef_construction`"
    );
    assert_eq!(
        with(quote!(m = 1)),
        "`m` of a `hnsw` index is out of range; write an integer from 2 to 100"
    );
    assert_eq!(
        with(quote!(m = "16")),
        "`m` of a `hnsw` index is out of range; write an integer from 2 to 100"
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
        "`lists` of a `ivfflat` index is out of range; write an integer from 1 to 32768"
    );
}
