//! Nested rows as JSON, read into structs.

use rust_decimal::Decimal;
use schema_core::expr::function::{
    jsonb_agg, jsonb_build_array, jsonb_build_object, jsonb_object_agg, jsonb_path_exists,
};
use schema_core::prelude::*;
use schema_core::types::JsonPath;
use schema_tests::db::TestDb;
use serde::{Deserialize, Serialize};
use serde_json::Value as JsonValue;

use crate::same::{same, same_as};
use crate::tables::{Album, Artist, Customer, Genre, Invoice, InvoiceLine, Track};

questions!(
    albums_with_their_tracks,
    artists_with_albums_with_tracks,
    genres_as_an_object,
    customers_as_a_document,
    tracks_whose_document_matches,
);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Song {
    name: String,
    seconds: i32,
    composer: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Record {
    title: String,
    songs: Vec<Song>,
}

/// The tracks of the album of the query around it, as JSON.
macro_rules! songs {
    () => {{
        let song = jsonb_build_object((
            ("name", Track.name),
            ("seconds", Track.milliseconds / 1000),
            ("composer", Track.composer),
        ));
        Track
            .select()
            .correlate(Album)
            .filter(Track.album_id.eq(Album.album_id))
            .columns(jsonb_agg(song).order_by(Track.track_id))
    }};
}

fn parsed<T: for<'a> Deserialize<'a>>(json: Option<JsonValue>) -> Option<Json<T>> {
    json.map(|json| Json(serde_json::from_value(json).unwrap()))
}

async fn albums_with_their_tracks(db: &TestDb) {
    let albums = Album
        .select()
        .filter(Album.album_id.lt(6))
        .order_by(Album.album_id)
        .columns((Album.title, scalar(songs!()).cast::<Json<Vec<Song>>>()));
    same_as(
        db,
        albums,
        "select b.title, (
             select jsonb_agg(
                 jsonb_build_object('name', name, 'seconds', milliseconds / 1000, 'composer', composer)
                 order by track_id
             ) from track t where t.album_id = b.album_id
         ) from album b where album_id < 6 order by album_id",
        |(title, songs)| (title, parsed(songs)),
    )
    .await;
}

async fn artists_with_albums_with_tracks(db: &TestDb) {
    let record = jsonb_build_object((("title", Album.title), ("songs", scalar(songs!()))));
    let artists = Artist
        .select()
        .inner_join(Album, Album.artist_id.eq(Artist.artist_id))
        .group_by(Artist.artist_id)
        .having(count().ge(5))
        .order_by(Artist.artist_id)
        .columns((
            Artist.name,
            jsonb_agg(record)
                .order_by(Album.album_id)
                .cast::<Json<Vec<Record>>>(),
        ));
    same_as(
        db,
        artists,
        "select a.name, jsonb_agg(jsonb_build_object('title', b.title, 'songs', (
             select jsonb_agg(
                 jsonb_build_object('name', name, 'seconds', milliseconds / 1000, 'composer', composer)
                 order by track_id
             ) from track t where t.album_id = b.album_id
         )) order by b.album_id)
         from artist a join album b using (artist_id)
         group by a.artist_id having count(*) >= 5 order by a.artist_id",
        |(name, records)| (name, parsed(records)),
    )
    .await;
}

async fn genres_as_an_object(db: &TestDb) {
    let genres = Genre.select().columns((jsonb_object_agg(
        Genre.name.assume_not_null(),
        Genre.genre_id,
    ),));
    same(
        db,
        genres,
        "select jsonb_object_agg(name, genre_id) from genre",
    )
    .await;
}

async fn customers_as_a_document(db: &TestDb) {
    let invoices = Invoice
        .select()
        .correlate(Customer)
        .filter(Invoice.customer_id.eq(Customer.customer_id))
        .columns(
            jsonb_agg(jsonb_build_array((Invoice.invoice_id, Invoice.total)))
                .order_by(Invoice.invoice_id),
        );
    let customers = Customer
        .select()
        .filter(Customer.country.eq("Germany"))
        .order_by(Customer.customer_id)
        .columns((jsonb_build_object((
            (
                "name",
                Customer.first_name.concat(" ").concat(Customer.last_name),
            ),
            ("company", Customer.company),
            ("invoices", scalar(invoices)),
        )),));
    same(
        db,
        customers,
        "select jsonb_build_object('name', first_name || ' ' || last_name, 'company', company, 'invoices', (
             select jsonb_agg(jsonb_build_array(invoice_id, total) order by invoice_id)
             from invoice i where i.customer_id = c.customer_id
         )) from customer c where country = 'Germany' order by customer_id",
    )
    .await;
}

async fn tracks_whose_document_matches(db: &TestDb) {
    let lines = jsonb_agg(jsonb_build_object((
        ("price", InvoiceLine.unit_price),
        ("quantity", InvoiceLine.quantity),
    )));
    let tracks = InvoiceLine
        .select()
        .inner_join_on(InvoiceLine.track_id)
        .group_by(Track.track_id)
        .having(
            jsonb_path_exists(lines, JsonPath::new("$[*] ? (@.price > 1)"))
                .and(sum(InvoiceLine.unit_price).gt(Decimal::from(3))),
        )
        .order_by(Track.track_id)
        .columns((Track.name, lines.get(0).get_text("price").cast::<Decimal>()));
    same(
        db,
        tracks,
        r"with documents as (
             select t.track_id, t.name, sum(l.unit_price) as sum,
                 jsonb_agg(jsonb_build_object('price', l.unit_price, 'quantity', quantity)) as lines
             from invoice_line l join track t using (track_id) group by t.track_id
         )
         select name, (lines -> 0 ->> 'price')::numeric from documents
         where lines @? '$[*] ? (@.price > 1)' and sum > 3 order by track_id",
    )
    .await;
}
