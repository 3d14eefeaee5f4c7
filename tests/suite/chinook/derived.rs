//! Subqueries in `from`, lateral joins, `distinct on`.

use chrono::NaiveDateTime;
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::{same, same_as};
use crate::tables::{Album, Customer, Genre, Invoice, Track};

questions!(
    two_largest_invoices_of_each_customer,
    genres_with_their_longest_track,
    last_invoice_of_each_customer,
    average_number_of_tracks_of_albums,
    customers_above_the_average,
);

#[derive(Selectable, Debug, PartialEq)]
struct Large {
    id: i32,
    total: Decimal,
    date: NaiveDateTime,
}

async fn two_largest_invoices_of_each_customer(db: &TestDb) {
    let large = Invoice
        .select()
        .correlate(Customer)
        .filter(Invoice.customer_id.eq(Customer.customer_id))
        .order_by((Invoice.total.desc(), Invoice.invoice_id))
        .limit(2)
        .columns(SelectLarge {
            id: Invoice.invoice_id,
            total: Invoice.total,
            date: Invoice.invoice_date,
        })
        .as_table();
    let customers = Customer
        .select()
        .inner_join_lateral(large)
        .order_by((Customer.customer_id, large.total.desc(), large.id))
        .columns((Customer.email, large.id, large.total, large.date));
    same(
        db,
        customers,
        "select c.email, l.* from customer c, lateral (
             select invoice_id, total, invoice_date from invoice i where i.customer_id = c.customer_id
             order by total desc, invoice_id limit 2
         ) l order by c.customer_id, l.total desc, l.invoice_id",
    )
    .await;
}

#[derive(Selectable, Debug, PartialEq)]
struct Longest {
    name: String,
    milliseconds: i32,
}

async fn genres_with_their_longest_track(db: &TestDb) {
    let longest = Track
        .select()
        .correlate(Genre)
        .filter(Track.genre_id.eq(Genre.genre_id))
        .filter(Track.milliseconds.gt(600_000))
        .order_by((Track.milliseconds.desc(), Track.track_id))
        .limit(1)
        .columns(SelectLongest {
            name: Track.name,
            milliseconds: Track.milliseconds,
        })
        .as_table();
    let genres = Genre
        .select()
        .left_join_lateral(longest)
        .order_by(Genre.genre_id);
    same_as(
        db,
        genres,
        "select g.genre_id, g.name, l.name, l.milliseconds from genre g left join lateral (
             select name, milliseconds from track t where t.genre_id = g.genre_id and milliseconds > 600000
             order by milliseconds desc, track_id limit 1
         ) l on true order by g.genre_id",
        |(genre_id, genre, name, milliseconds): (i32, _, Option<String>, Option<i32>)| {
            let longest = name.zip(milliseconds);
            let longest = longest.map(|(name, milliseconds)| Longest { name, milliseconds });
            (Genre { genre_id, name: genre }, longest)
        },
    )
    .await;
}

async fn last_invoice_of_each_customer(db: &TestDb) {
    let last = Invoice
        .select()
        .distinct_on(Invoice.customer_id)
        .order_by(Invoice.invoice_date.desc())
        .columns((
            Invoice.customer_id,
            Invoice.invoice_id,
            Invoice.invoice_date,
        ));
    same(
        db,
        last,
        "select distinct on (customer_id) customer_id, invoice_id, invoice_date
         from invoice order by customer_id, invoice_date desc",
    )
    .await;
}

#[derive(Selectable)]
struct Size {
    artist_id: i32,
    tracks: i64,
}

#[derive(Selectable)]
struct Average {
    tracks: Option<f64>,
}

async fn average_number_of_tracks_of_albums(db: &TestDb) {
    let sizes = Album
        .select()
        .inner_join(Track, Track.album_id.eq(Album.album_id))
        .group_by(Album.album_id)
        .columns(SelectSize {
            artist_id: Album.artist_id,
            tracks: count(),
        })
        .as_table();
    let averages = sizes
        .select()
        .group_by(sizes.artist_id)
        .columns(SelectAverage {
            tracks: avg(sizes.tracks),
        })
        .as_table();
    let ends = averages.select().columns((
        min(averages.tracks),
        max(averages.tracks),
        count_of(averages.tracks),
    ));
    same(
        db,
        ends,
        "select min(tracks)::float8, max(tracks)::float8, count(tracks) from (
             select avg(tracks) tracks from (
                 select b.artist_id, count(*) tracks from album b join track using (album_id) group by b.album_id
             ) sizes group by artist_id
         ) averages",
    )
    .await;
}

#[derive(Selectable)]
struct Spent {
    customer_id: i32,
    total: Option<Decimal>,
}

async fn customers_above_the_average(db: &TestDb) {
    let spent = Invoice
        .select()
        .group_by(Invoice.customer_id)
        .columns(SelectSpent {
            customer_id: Invoice.customer_id,
            total: sum(Invoice.total),
        });
    let average = Spent.select().columns(avg(Spent.total));
    let customers = with(spent).query(
        Customer
            .select()
            .inner_join(Spent, Spent.customer_id.eq(Customer.customer_id))
            .filter(Spent.total.gt(scalar(average)))
            .order_by(Customer.customer_id)
            .columns((Customer.email, Spent.total)),
    );
    same(
        db,
        customers,
        "with spent as (select customer_id, sum(total) as total from invoice group by 1)
         select c.email, s.total from customer c join spent s using (customer_id)
         where s.total > (select avg(total) from spent) order by c.customer_id",
    )
    .await;
}
