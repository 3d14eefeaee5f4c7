//! Arrays: operators, subscripts, constructors, functions.

use schema_core::expr::array;
use schema_core::expr::function::{
    array_append, array_cat, array_dims, array_length, array_lower, array_ndims, array_position,
    array_positions, array_prepend, array_remove, array_replace, array_reverse, array_sample,
    array_shuffle, array_sort, array_to_string, array_upper, cardinality, string_to_array,
    trim_array,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "lists")]
struct List {
    #[column(primary_key)]
    id: i32,
    name: String,
    tags: Option<Vec<String>>,
    numbers: Vec<Option<i32>>,
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().copied().map(str::to_owned).collect()
}

async fn lists(db: &TestDb) {
    create!(db, List);
    for (id, tags, numbers) in [
        (
            1,
            Some(texts(&["a", "b", "a"])),
            vec![Some(3), None, Some(1)],
        ),
        (2, Some(vec![]), vec![]),
        (3, None, vec![None]),
    ] {
        let new = NewList {
            id,
            name: format!("list {id}"),
            numbers,
        };
        List.insert(new)
            .set(List.tags, tags)
            .execute(db.pool())
            .await
            .unwrap();
    }
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        List.select()
            .filter(List.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn elements_and_slices() {
    db::run(async |db| {
        lists(&db).await;
        let (t, n) = (List.tags, List.numbers);

        let parts = values!(
            db,
            1,
            t.element(1),
            t.element(9),
            n.element(2),
            t.slice(2, 9),
            t.slice_from(3),
            n.slice_to(2),
            string_to_array(List.name, " ").element(1)
        );
        assert_eq!(
            parts,
            (
                Some("a".into()),
                None,
                None,
                Some(texts(&["b", "a"])),
                Some(texts(&["a"])),
                vec![Some(3), None],
                Some("list".into())
            )
        );
        let of_null = values!(db, 3, t.element(1), t.slice(1, 2), t.concat(["x"]));
        // An array that is NULL is ignored by `||`.
        assert_eq!(of_null, (None, None, Some(texts(&["x"]))));
    });
}

#[test]
fn arrays_with_common_elements() {
    db::run(async |db| {
        lists(&db).await;

        let common: Vec<Option<bool>> = List
            .select()
            .order_by(List.id)
            .columns(List.tags.overlaps(["b", "z"]))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(common, [Some(true), Some(false), None]);
    });
}

#[test]
fn arrays_of_expressions_and_rows() {
    db::run(async |db| {
        lists(&db).await;
        alias!(Other = List);

        let made: (Vec<String>, Vec<i32>) = values!(
            db,
            1,
            array![List.name, "x", List.name.concat("!")],
            array![List.id, List.id + 1]
        );
        assert_eq!(made, (texts(&["list 1", "x", "list 1!"]), vec![1, 2]));
        let others = Other
            .select()
            .correlate(List)
            .filter(Other.id.gt(List.id))
            .order_by(Other.id);
        let ids: Vec<Vec<i32>> = List
            .select()
            .order_by(List.id)
            .columns(array(others.columns(Other.id)))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(ids, [vec![2, 3], vec![3], vec![]]);
        let elements: Vec<Option<String>> = values!(
            db,
            1,
            array(
                Other
                    .select()
                    .order_by(Other.id)
                    .columns(Other.tags.element(1))
            )
        )
        .0;
        assert_eq!(elements, [Some("a".to_owned()), None, None]);
    });
}

#[test]
fn elements_are_added_found_and_removed() {
    db::run(async |db| {
        lists(&db).await;
        let (t, n) = (List.tags, List.numbers);

        let changed = values!(
            db,
            1,
            array_append(t, "x"),
            array_prepend("x", t),
            array_cat(t, ["x"]),
            array_remove(t, "a"),
            array_replace(t, "a", "c"),
            array_append(n, None::<i32>),
            array_remove(n, None::<i32>),
        );
        assert_eq!(
            changed,
            (
                texts(&["a", "b", "a", "x"]),
                texts(&["x", "a", "b", "a"]),
                Some(texts(&["a", "b", "a", "x"])),
                Some(texts(&["b"])),
                Some(texts(&["c", "b", "c"])),
                vec![Some(3), None, Some(1), None],
                vec![Some(3), Some(1)]
            )
        );
        let found = values!(
            db,
            1,
            array_position(t, "a"),
            array_position(t, "z"),
            array_position(n, None::<i32>),
            array_positions(t, "a"),
        );
        assert_eq!(found, (Some(1), None, Some(2), Some(vec![1, 3])));
        let of_null = values!(
            db,
            3,
            array_append(t, "x"),
            array_remove(t, "x"),
            array_positions(t, "a")
        );
        assert_eq!(of_null, (texts(&["x"]), None, None));
    });
}

#[test]
fn sizes_and_orders() {
    db::run(async |db| {
        lists(&db).await;
        let (t, n) = (List.tags, List.numbers);

        let sizes = values!(
            db,
            1,
            array_dims(t),
            array_length(t, 1),
            array_lower(t, 1),
            array_upper(t, 1),
            array_ndims(t),
            cardinality(n),
            array_to_string(n, ","),
            trim_array(n, 1),
        );
        assert_eq!(
            sizes,
            (
                Some("[1:3]".into()),
                Some(3),
                Some(1),
                Some(3),
                Some(1),
                3,
                "3,1".into(),
                vec![Some(3), None]
            )
        );
        let empty = values!(
            db,
            2,
            array_dims(n),
            array_length(n, 1),
            cardinality(n),
            array_ndims(n)
        );
        assert_eq!(empty, (None, None, 0, None));
        let null = values!(
            db,
            3,
            array_dims(t),
            cardinality(t),
            array_to_string(t, ",")
        );
        assert_eq!(null, (None, None, None));
        let (sample, mut shuffled) = values!(db, 1, array_sample(t, 2), array_shuffle(t));
        assert_eq!(sample.unwrap().len(), 2);
        shuffled.as_mut().unwrap().sort();
        assert_eq!(shuffled, Some(texts(&["a", "a", "b"])));
        if db.server_version_num() >= 180_000 {
            let ordered = values!(db, 1, array_sort(t), array_reverse(n));
            assert_eq!(
                ordered,
                (Some(texts(&["a", "a", "b"])), vec![Some(1), None, Some(3)])
            );
        }
    });
}
