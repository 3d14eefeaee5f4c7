//! Values of the program in a query: rows, lists, optional conditions.

use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Artist, Customer, Genre, Invoice, Track};

questions!(
    tracks_within_limits_of_their_genre,
    names_without_an_artist,
    invoices_of_a_list_of_customers,
    filters_of_a_search_form,
    pairs_of_country_and_city,
);

#[derive(Selectable)]
struct Limit {
    genre: String,
    least: i32,
    most: i32,
}

async fn tracks_within_limits_of_their_genre(db: &TestDb) {
    let limit = |genre: &str, least, most| Limit {
        genre: genre.to_owned(),
        least,
        most,
    };
    let limits = values(vec![
        limit("Rock", 60_000, 100_000),
        limit("Jazz", 500_000, 600_000),
        limit("Polka", 0, 1),
    ]);
    let tracks = Track
        .select()
        .inner_join_on(Track.genre_id)
        .inner_join(limits, Genre.name.eq(Limit.genre))
        .filter(Track.milliseconds.between(Limit.least, Limit.most))
        .order_by(Track.track_id)
        .columns((Genre.name, Track.name, Limit.most - Track.milliseconds));
    same(
        db,
        tracks,
        "select g.name, t.name, v.most - t.milliseconds from track t join genre g using (genre_id)
         join (values ('Rock', 60000, 100000), ('Jazz', 500000, 600000), ('Polka', 0, 1)) v (genre, least, most)
             on v.genre = g.name
         where t.milliseconds between v.least and v.most order by t.track_id",
    )
    .await;
}

async fn names_without_an_artist(db: &TestDb) {
    let names = unnest(["AC/DC", "Ana and the Others", "U2", "Nobody"]);
    let missing = names
        .select()
        .left_join(Artist, Artist.name.eq(names.value))
        .filter(Artist.artist_id.is_null())
        .order_by(names.value)
        .columns((names.value,));
    same(
        db,
        missing,
        "select n from unnest(array['AC/DC', 'Ana and the Others', 'U2', 'Nobody']) n
         where not exists (select from artist where name = n) order by n",
    )
    .await;
}

async fn invoices_of_a_list_of_customers(db: &TestDb) {
    let invoices = Invoice
        .select()
        .filter(Invoice.customer_id.eq_any(vec![3, 14, 15, 92]))
        .order_by(Invoice.invoice_id)
        .columns((Invoice.invoice_id, Invoice.customer_id, Invoice.total));
    same(
        db,
        invoices,
        "select invoice_id, customer_id, total from invoice where customer_id in (3, 14, 15, 92) order by 1",
    )
    .await;
}

async fn filters_of_a_search_form(db: &TestDb) {
    let search = |country: Option<&'static str>, least: Option<Decimal>, reverse: bool| {
        let invoices = Invoice
            .select()
            .filter(country.map(|country| Invoice.billing_country.eq(country)))
            .filter(least.map(|least| Invoice.total.ge(least)))
            .columns((Invoice.invoice_id, Invoice.total))
            .boxed();
        if reverse {
            invoices.order_by(Invoice.invoice_id.desc())
        } else {
            invoices.order_by(Invoice.invoice_id.asc())
        }
    };
    same(
        db,
        search(Some("Brazil"), None, false),
        "select invoice_id, total from invoice where billing_country = 'Brazil' order by 1",
    )
    .await;
    same(
        db,
        search(None, Some(Decimal::from(15)), true),
        "select invoice_id, total from invoice where total >= 15 order by 1 desc",
    )
    .await;
    same(
        db,
        search(Some("Canada"), Some(Decimal::TEN), true),
        "select invoice_id, total from invoice where billing_country = 'Canada' and total >= 10 order by 1 desc",
    )
    .await;
}

async fn pairs_of_country_and_city(db: &TestDb) {
    let customers = Customer
        .select()
        .filter(row((Customer.country, Customer.city)).is_in([
            ("Brazil", "São Paulo"),
            ("France", "Paris"),
            ("USA", "Paris"),
        ]))
        .order_by(Customer.customer_id)
        .columns((Customer.customer_id, Customer.country, Customer.city));
    same(
        db,
        customers,
        "select customer_id, country, city from customer
         where (country, city) in (('Brazil', 'São Paulo'), ('France', 'Paris'), ('USA', 'Paris')) order by 1",
    )
    .await;
}
