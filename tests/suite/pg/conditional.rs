//! `coalesce`, `nullif`, `greatest` and `least`.

use schema_core::expr::function::{coalesce, greatest, least, nullif};
use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "offers")]
struct Offer {
    #[column(primary_key)]
    id: i32,
    price: i32,
    discount: Option<i32>,
    limit: Option<i32>,
}

#[test]
fn null_is_replaced_ignored_or_made() {
    db::run(async |db| {
        create!(db, Offer);
        let rows = [
            (1, 10, None, None),
            (2, 20, Some(5), None),
            (3, 30, Some(30), Some(7)),
        ];
        for (id, price, discount, limit) in rows {
            let new = Offer.insert(NewOffer { id, price });
            let new = new.set(Offer.discount, discount).set(Offer.limit, limit);
            new.execute(db.pool()).await.unwrap();
        }
        let offers = Offer.select().order_by(Offer.id);

        let replaced: Vec<(i32, i32, Option<i32>)> = offers
            .columns((
                coalesce(Offer.discount, 0),
                coalesce(Offer.limit, (Offer.discount, Offer.price)),
                coalesce(Offer.limit, (Offer.discount, None::<i32>)),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(replaced, [(0, 10, None), (5, 5, Some(5)), (30, 7, Some(7))]);

        let made = offers
            .columns((
                nullif(Offer.price, Offer.discount),
                greatest(Offer.price, 15),
                least(Offer.price, (15, 12)),
                greatest(Offer.price, Offer.discount),
                least(Offer.limit, Offer.discount),
            ))
            .fetch_all(db.pool())
            .await
            .unwrap();
        assert_eq!(
            made,
            [
                (Some(10), 15, 10, 10, None),
                (Some(20), 20, 12, 20, Some(5)),
                (None, 30, 12, 30, Some(7))
            ]
        );
    });
}

#[test]
fn a_column_of_a_left_join_gets_a_value() {
    #[table(name = "reviews")]
    struct Review {
        #[column(primary_key)]
        id: i32,
        offer_id: i32,
        text: String,
    }

    db::run(async |db| {
        create!(db, Offer, Review);
        let new = [1, 2].map(|id| NewOffer { id, price: 1 });
        Offer.insert_many(new).execute(db.pool()).await.unwrap();
        let review = NewReview {
            id: 1,
            offer_id: 2,
            text: "good".into(),
        };
        Review.insert(review).execute(db.pool()).await.unwrap();

        let texts: Vec<String> = Offer
            .select()
            .left_join(Review, Review.offer_id.eq(Offer.id))
            .filter(coalesce(Review.text, "").ne("bad"))
            .order_by(coalesce(Review.text, "").desc())
            .columns(coalesce(Review.text, "none"))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(texts, ["good", "none"]);
    });
}
