//! The operators and functions of ranges and multiranges, with NULLs.

use schema_core::expr::function::range;
use schema_core::prelude::*;
use schema_core::types::Range;
use schema_tests::db::{self, TestDb};

#[table(name = "blocks")]
#[index(gist(seats))]
struct Block {
    #[column(primary_key)]
    id: i32,
    seats: Option<Range<i32>>,
    free: Option<Vec<Range<i32>>>,
}

/// 1: seats 1 to 4; 2: no seats; 3: NULL; 4: from seat 7 on.
async fn blocks(db: &TestDb) {
    create!(db, Block);
    let seats = [
        Some(Range::from(1..5)),
        Some(Range::empty()),
        None,
        Some(Range::from(7..)),
    ];
    for (id, seats) in (1..).zip(seats) {
        let free = seats
            .is_some()
            .then(|| vec![Range::from(1..3), Range::from(8..9)]);
        let new = Block.insert(NewBlock { id });
        let new = new.set(Block.seats, seats).set(Block.free, free);
        new.execute(db.pool()).await.unwrap();
    }
}

/// The multirange of `free`.
macro_rules! free {
    () => {
        range::multirange_of(Block.free)
    };
}

/// A multirange of values.
macro_rules! multirange {
    ($($range:expr),*) => {
        range::multirange_of([$(Range::<i32>::from($range)),*])
    };
}

/// The ids of the rows for which a condition is true.
macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Block
            .select()
            .filter($condition)
            .order_by(Block.id)
            .columns(Block.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

/// The values of expressions in all rows.
macro_rules! values {
    ($db:ident, $expression:expr) => {
        Block
            .select()
            .order_by(Block.id)
            .columns($expression)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn ranges_contain_elements_and_ranges() {
    db::run(async |db| {
        blocks(&db).await;
        assert_eq!(ids!(db, Block.seats.contains_element(4)), [1]);
        assert_eq!(ids!(db, Block.seats.contains_element(Block.id + 3)), [1, 4]);
        assert_eq!(ids!(db, Block.seats.contains(2..3)), [1]);
        assert_eq!(ids!(db, Block.seats.contained_by(..6)), [1, 2]);
        assert_eq!(ids!(db, Block.id.within(2..=3)), [2, 3]);
        let contains: Vec<Option<bool>> = values!(db, Block.seats.contains_element(4));
        assert_eq!(contains, [Some(true), Some(false), None, Some(false)]);
    });
}

#[test]
fn multiranges_contain_elements_and_ranges() {
    db::run(async |db| {
        blocks(&db).await;
        assert_eq!(ids!(db, free!().contains_element(8)), [1, 2, 4]);
        assert_eq!(ids!(db, free!().contains_range(Block.seats)), [2]);
        assert_eq!(ids!(db, Block.id.within(free!())), [1, 2]);
        let parts = multirange!(1..2, 3..4);
        assert_eq!(ids!(db, Block.seats.contains_range(parts)), [1]);
        assert_eq!(ids!(db, Block.seats.within(multirange!(0..6))), [1, 2]);
        assert_eq!(
            ids!(db, free!().contained_by(multirange!(0..9))),
            [1, 2, 3, 4]
        );
        let contains: Vec<bool> = values!(db, free!().contains_element(8));
        assert_eq!(contains, [true, true, false, true]);
    });
}

#[test]
fn positions_of_ranges() {
    db::run(async |db| {
        blocks(&db).await;
        assert_eq!(ids!(db, Block.seats.overlaps_range(4..8)), [1, 4]);
        assert_eq!(ids!(db, Block.seats.overlaps_range(free!())), [1, 4]);
        assert_eq!(ids!(db, Block.seats.left_of(5..6)), [1]);
        assert_eq!(ids!(db, Block.seats.right_of(5..6)), [4]);
        assert_eq!(ids!(db, Block.seats.not_right_of(0..5)), [1]);
        assert_eq!(ids!(db, Block.seats.not_left_of(7..9)), [4]);
        assert_eq!(ids!(db, Block.seats.adjacent_to(5..7)), [1, 4]);
        assert_eq!(ids!(db, free!().left_of(9..)), [1, 2, 4]);
    });
}

#[test]
fn sets_of_ranges_are_null_for_null() {
    db::run(async |db| {
        blocks(&db).await;
        let common: Vec<Option<Range<i32>>> = values!(db, Block.seats.intersection(3..8));
        assert_eq!(
            common,
            [
                Some(Range::from(3..5)),
                Some(Range::empty()),
                None,
                Some(Range::from(7..8))
            ]
        );
        let rest: Vec<Option<Range<i32>>> = values!(db, Block.seats - Range::from(..3));
        assert_eq!(
            rest,
            [
                Some(Range::from(3..5)),
                Some(Range::empty()),
                None,
                Some(Range::from(7..))
            ]
        );
        let union: Vec<Option<Range<i32>>> = values!(db, Block.seats.union(Range::empty()));
        assert_eq!(union[3], Some(Range::from(7..)));
        let all: Vec<Vec<Range<i32>>> = values!(db, range::ranges(free!() + multirange!(3..4)));
        assert_eq!(all[0], [Range::from(1..4), Range::from(8..9)]);
        assert_eq!(all[2], [Range::from(3..4)]);
    });
}

#[test]
fn bounds_are_null_where_there_are_none() {
    db::run(async |db| {
        blocks(&db).await;
        let bounds: Vec<(Option<i32>, Option<i32>)> =
            values!(db, (range::lower(Block.seats), range::upper(Block.seats)));
        assert_eq!(
            bounds,
            [
                (Some(1), Some(5)),
                (None, None),
                (None, None),
                (Some(7), None)
            ]
        );
        let bounds: Vec<(Option<i32>, Option<i32>)> =
            values!(db, (range::lower(free!()), range::upper(free!())));
        assert_eq!((bounds[0], bounds[2]), ((Some(1), Some(9)), (None, None)));
        let empty: Vec<(Option<bool>, Option<bool>)> = values!(
            db,
            (range::isempty(Block.seats), range::upper_inf(Block.seats))
        );
        assert_eq!(
            empty[1..],
            [
                (Some(true), Some(false)),
                (None, None),
                (Some(false), Some(true))
            ]
        );
        let inclusive: Vec<(Option<bool>, Option<bool>, bool)> = values!(
            db,
            (
                range::lower_inc(Block.seats),
                range::upper_inc(Block.seats),
                range::lower_inf(free!())
            )
        );
        assert_eq!(inclusive[0], (Some(true), Some(false), false));
        assert_eq!(inclusive[2], (None, None, false));
    });
}

#[test]
fn ranges_are_made_and_merged() {
    db::run(async |db| {
        blocks(&db).await;
        let made: Vec<(Range<i32>, Range<i32>)> = values!(
            db,
            (
                range::range(Block.id, None::<i32>),
                range::range_with(Block.id, 5, "(]")
            )
        );
        assert_eq!(made[0], (Range::from(1..), Range::from(2..=5)));
        #[expect(clippy::type_complexity, reason = "the types are what is tested")]
        let merged: Vec<(Option<Range<i32>>, Range<i32>, Vec<Range<i32>>)> = values!(
            db,
            (
                range::range_merge(Block.seats, 9..10),
                range::range_merge_all(free!()),
                range::ranges(range::multirange(Block.seats)),
            )
        );
        assert_eq!(
            merged[0],
            (
                Some(Range::from(1..10)),
                Range::from(1..9),
                vec![Range::from(1..5)]
            )
        );
        assert_eq!(merged[2], (None, Range::empty(), vec![]));
    });
}

#[test]
fn aggregates_of_ranges_ignore_null() {
    db::run(async |db| {
        blocks(&db).await;
        let all = Block.select().columns((
            range::ranges(range::range_agg(Block.seats)),
            range::range_intersect_agg(Block.seats),
        ));
        let (union, common) = all.fetch_one(db.pool()).await.unwrap();
        assert_eq!(union, [Range::from(1..5), Range::from(7..)]);
        assert_eq!(common, Some(Range::empty()));
        let none = all
            .filter(Block.id.gt(9))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(none, (vec![], None));
    });
}
