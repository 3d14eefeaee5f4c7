//! Subqueries in conditions and in columns.

use schema_core::expr::{all, any, array};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{
    Album, Artist, Customer, Genre, Invoice, InvoiceLine, OtherTrack, Playlist, PlaylistTrack,
    Track,
};

questions!(
    artists_of_classical_music,
    genres_with_the_number_of_unsold_tracks,
    customers_with_their_last_invoice,
    tracks_longer_than_twice_the_average_of_their_genre,
    tracks_of_the_playlist_grunge,
    tracks_in_no_playlist_but_the_complete_ones,
    invoices_larger_than_all_of_a_country,
    customers_who_bought_from_any_of_two_genres,
    playlists_of_a_track,
    longest_track_of_each_album,
);

async fn artists_of_classical_music(db: &TestDb) {
    let classical = Album
        .select()
        .correlate(Artist)
        .inner_join(Track, Track.album_id.eq(Album.album_id))
        .inner_join_on(Track.genre_id)
        .filter(Album.artist_id.eq(Artist.artist_id))
        .filter(Genre.name.eq("Classical"));
    let artists = Artist
        .select()
        .filter(exists(classical))
        .order_by(Artist.name)
        .columns((Artist.name,));
    same(
        db,
        artists,
        "select name from artist a where exists (
             select from album b join track t using (album_id) join genre g using (genre_id)
             where b.artist_id = a.artist_id and g.name = 'Classical'
         ) order by name",
    )
    .await;
}

async fn genres_with_the_number_of_unsold_tracks(db: &TestDb) {
    let sales = InvoiceLine
        .select()
        .correlate(Track)
        .filter(InvoiceLine.track_id.eq(Track.track_id));
    let genres = Track
        .select()
        .inner_join_on(Track.genre_id)
        .filter(exists(sales).not())
        .group_by(Genre.genre_id)
        .order_by(Genre.genre_id)
        .columns((Genre.name, count()));
    same(
        db,
        genres,
        "select g.name, count(*) from track t join genre g using (genre_id)
         where not exists (select from invoice_line l where l.track_id = t.track_id)
         group by g.genre_id order by g.genre_id",
    )
    .await;
}

async fn customers_with_their_last_invoice(db: &TestDb) {
    let own = Invoice
        .select()
        .correlate(Customer)
        .filter(Invoice.customer_id.eq(Customer.customer_id));
    let last = own.order_by(Invoice.invoice_date.desc()).limit(1);
    let customers = Customer.select().order_by(Customer.customer_id).columns((
        Customer.email,
        scalar(own.columns(count())),
        scalar(own.columns(sum(Invoice.total))),
        scalar(last.columns(Invoice.invoice_date)),
    ));
    same(
        db,
        customers,
        "select c.email,
             (select count(*) from invoice i where i.customer_id = c.customer_id),
             (select sum(total) from invoice i where i.customer_id = c.customer_id),
             (select invoice_date from invoice i where i.customer_id = c.customer_id
              order by invoice_date desc limit 1)
         from customer c order by c.customer_id",
    )
    .await;
}

async fn tracks_longer_than_twice_the_average_of_their_genre(db: &TestDb) {
    let average = OtherTrack
        .select()
        .correlate(Track)
        .filter(OtherTrack.genre_id.eq(Track.genre_id))
        .columns(avg(OtherTrack.milliseconds));
    let tracks = Track
        .select()
        .filter(Track.milliseconds.cast::<f64>().gt(scalar(average) * 2.0))
        .order_by(Track.track_id)
        .columns((Track.track_id, Track.name));
    same(
        db,
        tracks,
        "select track_id, name from track t
         where milliseconds > 2 * (select avg(milliseconds) from track o where o.genre_id = t.genre_id)
         order by track_id",
    )
    .await;
}

async fn tracks_of_the_playlist_grunge(db: &TestDb) {
    let grunge = PlaylistTrack
        .select()
        .inner_join_on(PlaylistTrack.playlist_id)
        .filter(Playlist.name.eq("Grunge"))
        .columns(PlaylistTrack.track_id);
    let tracks = Track
        .select()
        .filter(Track.track_id.is_in(grunge))
        .order_by(Track.track_id)
        .columns((Track.name, Track.composer));
    same(
        db,
        tracks,
        "select name, composer from track where track_id in (
             select track_id from playlist_track join playlist p using (playlist_id) where p.name = 'Grunge'
         ) order by track_id",
    )
    .await;
}

async fn tracks_in_no_playlist_but_the_complete_ones(db: &TestDb) {
    let others = PlaylistTrack
        .select()
        .filter(PlaylistTrack.playlist_id.eq_any([1, 8, 5]).not())
        .columns(PlaylistTrack.track_id);
    let tracks = Track
        .select()
        .filter(Track.track_id.is_not_in(others).and(Track.genre_id.eq(1)))
        .order_by(Track.track_id)
        .columns((Track.track_id,));
    same(
        db,
        tracks,
        "select track_id from track
         where genre_id = 1
             and track_id not in (select track_id from playlist_track where playlist_id not in (1, 8, 5))
         order by track_id",
    )
    .await;
}

alias!(French = Invoice);

async fn invoices_larger_than_all_of_a_country(db: &TestDb) {
    let french = French
        .select()
        .filter(French.billing_country.eq("France"))
        .columns(French.total);
    let invoices = Invoice
        .select()
        .filter(Invoice.total.gt(all(french)))
        .order_by(Invoice.invoice_id)
        .columns((Invoice.invoice_id, Invoice.total));
    same(
        db,
        invoices,
        "select invoice_id, total from invoice
         where total > all (select total from invoice where billing_country = 'France') order by invoice_id",
    )
    .await;
}

async fn customers_who_bought_from_any_of_two_genres(db: &TestDb) {
    let bought = InvoiceLine
        .select()
        .correlate(Customer)
        .inner_join_on(InvoiceLine.invoice_id)
        .inner_join_on(InvoiceLine.track_id)
        .inner_join_on(Track.genre_id)
        .filter(Invoice.customer_id.eq(Customer.customer_id))
        .columns(Genre.name);
    let customers = Customer
        .select()
        .filter(
            value("Blues")
                .eq(any(bought))
                .or(value("Soundtrack").eq(any(bought))),
        )
        .order_by(Customer.customer_id)
        .columns((Customer.email,));
    same(
        db,
        customers,
        "select email from customer c where exists (
             select from invoice_line l join invoice i using (invoice_id) join track t using (track_id)
                 join genre g using (genre_id)
             where i.customer_id = c.customer_id and g.name in ('Blues', 'Soundtrack')
         ) order by customer_id",
    )
    .await;
}

async fn playlists_of_a_track(db: &TestDb) {
    let playlists = PlaylistTrack
        .select()
        .correlate(Track)
        .filter(PlaylistTrack.track_id.eq(Track.track_id))
        .order_by(PlaylistTrack.playlist_id.desc())
        .columns(PlaylistTrack.playlist_id);
    let tracks = Track
        .select()
        .filter(Track.milliseconds.gt(1_000_000))
        .order_by(Track.track_id)
        .columns((Track.track_id, array(playlists)));
    same(
        db,
        tracks,
        "select track_id, array(
             select playlist_id from playlist_track p where p.track_id = t.track_id order by playlist_id desc
         ) from track t where milliseconds > 1000000 order by track_id",
    )
    .await;
}

async fn longest_track_of_each_album(db: &TestDb) {
    let longest = OtherTrack
        .select()
        .group_by(OtherTrack.album_id)
        .columns((OtherTrack.album_id, max(OtherTrack.milliseconds)));
    let tracks = Track
        .select()
        .filter(row((Track.album_id, Track.milliseconds)).is_in(longest))
        .order_by(Track.track_id)
        .limit(100)
        .columns((Track.album_id, Track.name, Track.milliseconds));
    same(
        db,
        tracks,
        "select album_id, name, milliseconds from track
         where (album_id, milliseconds) in (select album_id, max(milliseconds) from track group by 1)
         order by track_id limit 100",
    )
    .await;
}
