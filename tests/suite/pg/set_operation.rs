//! `union`, `intersect` and `except`: the rows, and NULLs among them.

use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "left_items")]
struct LeftItem {
    #[column(primary_key)]
    id: i32,
    label: Option<String>,
}

#[table(name = "right_items")]
struct RightItem {
    #[column(primary_key)]
    id: i32,
    label: String,
}

#[test]
fn rows_and_nulls() {
    db::run(async |db| {
        create!(db, LeftItem, RightItem);
        for (id, label) in [(1, Some("a")), (2, None), (3, Some("b")), (4, Some("b"))] {
            let new = LeftItem.insert(NewLeftItem { id });
            new.set(LeftItem.label, label)
                .execute(db.pool())
                .await
                .unwrap();
        }
        for (id, label) in [(1, "a"), (2, "c"), (3, "b")] {
            let new = RightItem.insert(NewRightItem {
                id,
                label: label.into(),
            });
            new.execute(db.pool()).await.unwrap();
        }
        let left = LeftItem.select().columns(LeftItem.label);
        let right = RightItem.select().columns(RightItem.label);
        let some = |label: &str| Some(label.to_owned());

        // Nullable in one of the queries: nullable in the result.
        let union: Vec<Option<String>> = left
            .union(right)
            .order_by(output::<1>())
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(union, [some("a"), some("b"), some("c"), None]);
        let all = left.union_all(right).fetch_all(db.pool()).await.unwrap();
        assert_eq!(all.len(), 7);

        // Never NULL in one of the queries: never NULL in what both have.
        let both: Vec<String> = left
            .intersect(right)
            .order_by(output::<1>().desc())
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(both, ["b", "a"]);
        let both_all = left
            .intersect_all(right)
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(both_all.len(), 2);

        // What only the first query has is as nullable as there.
        let rest: Vec<Option<String>> = left.except(right).fetch_all(db.pool()).await.unwrap();
        assert_eq!(rest, [None]);
        let rest_all: Vec<Option<String>> = left
            .except_all(right)
            .order_by(output::<1>())
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rest_all, [some("b"), None]);
        let other: Vec<String> = right.except(left).fetch_all(db.pool()).await.unwrap();
        assert_eq!(other, ["c"]);

        // Parentheses: (left except right) union right, and left except (right union left).
        let grouped = left.except(right).union(right);
        assert_eq!(grouped.fetch_all(db.pool()).await.unwrap().len(), 4);
        let nothing = left.except(right.union(left));
        assert_eq!(nothing.fetch_all(db.pool()).await.unwrap().len(), 0);

        // Limits of a part and of the whole.
        let first = left
            .order_by(LeftItem.id)
            .limit(1)
            .union_all(right.limit(2))
            .limit(2)
            .offset(1);
        assert_eq!(first.fetch_all(db.pool()).await.unwrap().len(), 2);

        let rows: Vec<LeftItem> = LeftItem
            .select()
            .filter(LeftItem.id.lt(2))
            .union(LeftItem.select().filter(LeftItem.label.eq("b")))
            .order_by((LeftItem.label.desc(), LeftItem.id.desc()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [4, 3, 1]);
    });
}

#[test]
fn a_result_is_a_list_and_a_table() {
    #[derive(Selectable, Debug, PartialEq)]
    struct Label {
        label: Option<String>,
    }

    db::run(async |db| {
        create!(db, LeftItem, RightItem);
        for id in 1..=3 {
            LeftItem
                .insert(NewLeftItem { id })
                .execute(db.pool())
                .await
                .unwrap();
        }
        let new = RightItem.insert(NewRightItem {
            id: 2,
            label: "x".into(),
        });
        new.execute(db.pool()).await.unwrap();

        let ids = LeftItem.select().columns(LeftItem.id);
        let shared = ids.intersect(RightItem.select().columns(RightItem.id));
        let rows = LeftItem
            .select()
            .filter(LeftItem.id.is_in(shared))
            .columns(LeftItem.id);
        assert_eq!(rows.fetch_all(db.pool()).await.unwrap(), [2]);

        let labels = LeftItem
            .select()
            .columns(SelectLabel {
                label: LeftItem.label,
            })
            .union(RightItem.select().columns(SelectLabel {
                label: RightItem.label.nullable(),
            }));
        let count: i64 = labels
            .as_table()
            .select()
            .columns(count())
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(count, 2);
        let named: Vec<Label> = with(labels)
            .query(Label.select().filter(Label.label.is_not_null()))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            named,
            [Label {
                label: Some("x".into())
            }]
        );
    });
}
