//! Pages: by keyset, by number with the total, and with ties.

use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Artist, Invoice, Track};

questions!(
    pages_of_invoices_by_total,
    a_page_with_the_total,
    longest_tracks_with_ties,
    a_page_by_offset,
);

type Row = (i32, rust_decimal::Decimal);

async fn pages_of_invoices_by_total(db: &TestDb) {
    let keyset = Invoice
        .select()
        .filter(Invoice.billing_country.eq("USA"))
        .columns((Invoice.invoice_id, Invoice.total))
        .keyset((Invoice.total.desc(), Invoice.invoice_id));
    let mut cursor = None;
    let mut typed: Vec<Row> = Vec::new();
    let mut pages = 0;
    loop {
        let page = keyset.clone().at(cursor.as_ref()).unwrap().page(20);
        let page = page.fetch_one(db.pool()).await.unwrap();
        assert!(page.rows.len() <= 20);
        typed.extend(page.rows);
        pages += 1;
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let sql = "select invoice_id, total from invoice where billing_country = 'USA' order by total desc, invoice_id";
    let by_hand: Vec<Row> = sqlx::query_as(sql).fetch_all(db.pool()).await.unwrap();
    assert_eq!(pages, by_hand.len().div_ceil(20));
    assert!(pages > 3, "{pages}");
    assert_eq!(typed, by_hand);

    // The page after the second, by hand.
    let values = (by_hand[39].1, by_hand[39].0);
    let cursor = keyset.cursor_after(&values).unwrap();
    let third = keyset.at(&cursor).unwrap().page(20);
    let third = third.fetch_one(db.pool()).await.unwrap();
    let sql = "select invoice_id, total from invoice
               where billing_country = 'USA' and (total < $1 or total = $1 and invoice_id > $2)
               order by total desc, invoice_id limit 20";
    let by_hand = sqlx::query_as(sql).bind(values.0).bind(values.1);
    let by_hand: Vec<Row> = by_hand.fetch_all(db.pool()).await.unwrap();
    assert_eq!(third.rows, by_hand);
}

async fn a_page_with_the_total(db: &TestDb) {
    let artists = Artist
        .select()
        .filter(Artist.name.ilike("%the%"))
        .order_by(Artist.name)
        .limit(5)
        .offset(10)
        .columns((Artist.artist_id, Artist.name))
        .with_total();
    let page = artists.fetch_one(db.pool()).await.unwrap();
    let sql = "select artist_id, name, count(*) over () from artist where name ilike '%the%'
               order by name limit 5 offset 10";
    let by_hand: Vec<(i32, Option<String>, i64)> =
        sqlx::query_as(sql).fetch_all(db.pool()).await.unwrap();
    assert_eq!(by_hand.len(), 5);
    assert_eq!(page.total, by_hand[0].2);
    let by_hand: Vec<_> = by_hand.into_iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(page.rows, by_hand);
}

async fn longest_tracks_with_ties(db: &TestDb) {
    let seconds = Track.milliseconds / 100_000;
    let tracks = Track
        .select()
        .order_by(seconds.desc())
        .columns((seconds,))
        .limit_with_ties(20);
    same(
        db,
        tracks,
        "select milliseconds / 100000 from track order by 1 desc fetch first 20 rows with ties",
    )
    .await;
}

async fn a_page_by_offset(db: &TestDb) {
    let tracks = Track
        .select()
        .filter(Track.composer.is_not_null())
        .order_by((Track.composer, Track.name.desc(), Track.track_id))
        .limit(25)
        .offset(100)
        .columns((Track.composer, Track.name));
    same(
        db,
        tracks,
        "select composer, name from track where composer is not null
         order by composer, name desc, track_id limit 25 offset 100",
    )
    .await;
}
