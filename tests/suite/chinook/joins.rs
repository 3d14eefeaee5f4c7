//! Joins of up to seven tables.

use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::{same, same_as};
use crate::tables::{
    Album, Artist, Customer, Employee, Genre, Invoice, InvoiceLine, Manager, MediaType, Playlist,
    PlaylistTrack, Track,
};

questions!(
    artists_with_the_highest_revenue,
    customers_of_rock_by_country,
    playlists_with_the_number_of_their_tracks,
    artists_without_an_album,
    agents_their_managers_and_customers,
    customers_of_each_employee,
    cities_of_customers_and_employees,
    genres_that_a_media_type_lacks,
    customers_of_the_same_city,
    albums_with_their_artists,
    first_tracks_with_their_album_if_it_is_long,
    customers_in_the_city_of_their_agent,
);

async fn artists_with_the_highest_revenue(db: &TestDb) {
    let revenue = sum(InvoiceLine.unit_price * InvoiceLine.quantity.cast::<Decimal>());
    let artists = InvoiceLine
        .select()
        .inner_join_on(InvoiceLine.track_id)
        .inner_join_on(Track.album_id)
        .inner_join_on(Album.artist_id)
        .group_by(Artist.artist_id)
        .order_by((revenue.desc(), Artist.artist_id))
        .limit(10)
        .columns((Artist.name, revenue, count()));
    same(
        db,
        artists,
        "select a.name, sum(l.unit_price * l.quantity), count(*)
         from invoice_line l
         join track t on t.track_id = l.track_id
         join album b on b.album_id = t.album_id
         join artist a on a.artist_id = b.artist_id
         group by a.artist_id order by 2 desc, a.artist_id limit 10",
    )
    .await;
}

async fn customers_of_rock_by_country(db: &TestDb) {
    let customers = Customer
        .select()
        .inner_join(Invoice, Invoice.customer_id.eq(Customer.customer_id))
        .inner_join(InvoiceLine, InvoiceLine.invoice_id.eq(Invoice.invoice_id))
        .inner_join_on(InvoiceLine.track_id)
        .inner_join_on(Track.genre_id)
        .inner_join_on(Track.media_type_id)
        .inner_join_on(Customer.support_rep_id)
        .filter(Genre.name.eq("Rock").and(MediaType.name.ilike("%audio%")))
        .group_by((Customer.country, Employee.last_name))
        .order_by((Customer.country, Employee.last_name))
        .columns((
            Customer.country,
            Employee.last_name,
            count_distinct(Customer.customer_id),
        ));
    same(
        db,
        customers,
        "select c.country, e.last_name, count(distinct c.customer_id)
         from customer c
         join invoice i using (customer_id)
         join invoice_line l using (invoice_id)
         join track t using (track_id)
         join genre g using (genre_id)
         join media_type m using (media_type_id)
         join employee e on e.employee_id = c.support_rep_id
         where g.name = 'Rock' and m.name ilike '%audio%'
         group by 1, 2 order by 1, 2",
    )
    .await;
}

async fn playlists_with_the_number_of_their_tracks(db: &TestDb) {
    let playlists = Playlist
        .select()
        .left_join(
            PlaylistTrack,
            PlaylistTrack.playlist_id.eq(Playlist.playlist_id),
        )
        .group_by(Playlist.playlist_id)
        .order_by(Playlist.playlist_id)
        .columns((
            Playlist.playlist_id,
            Playlist.name,
            count_of(PlaylistTrack.track_id),
        ));
    same(
        db,
        playlists,
        "select p.playlist_id, p.name, count(pt.track_id)
         from playlist p left join playlist_track pt using (playlist_id)
         group by p.playlist_id order by p.playlist_id",
    )
    .await;
}

async fn artists_without_an_album(db: &TestDb) {
    let artists = Artist
        .select()
        .left_join(Album, Album.artist_id.eq(Artist.artist_id))
        .filter(Album.album_id.is_null())
        .order_by(Artist.artist_id)
        .columns((Artist.artist_id, Artist.name));
    same(
        db,
        artists,
        "select a.artist_id, a.name from artist a left join album b using (artist_id)
         where b.album_id is null order by 1",
    )
    .await;
}

async fn agents_their_managers_and_customers(db: &TestDb) {
    let agents = Employee
        .select()
        .left_join(Manager, Manager.employee_id.eq(Employee.reports_to))
        .left_join(Customer, Customer.support_rep_id.eq(Employee.employee_id))
        .group_by((Employee.employee_id, Manager.last_name))
        .order_by(Employee.employee_id)
        .columns((
            Employee.first_name.concat(" ").concat(Employee.last_name),
            Manager.last_name,
            count_of(Customer.customer_id),
        ));
    same(
        db,
        agents,
        "select e.first_name || ' ' || e.last_name, m.last_name, count(c.customer_id)
         from employee e
         left join employee m on m.employee_id = e.reports_to
         left join customer c on c.support_rep_id = e.employee_id
         group by e.employee_id, m.last_name order by e.employee_id",
    )
    .await;
}

async fn customers_of_each_employee(db: &TestDb) {
    let rows = Customer
        .select()
        .right_join(
            Employee,
            Customer
                .support_rep_id
                .eq(Employee.employee_id)
                .and(Customer.country.eq("Canada")),
        )
        .order_by((Employee.employee_id, Customer.customer_id))
        .columns((Customer.email, Employee.email));
    same(
        db,
        rows,
        "select c.email, e.email from customer c
         right join employee e on c.support_rep_id = e.employee_id and c.country = 'Canada'
         order by e.employee_id, c.customer_id",
    )
    .await;
}

async fn cities_of_customers_and_employees(db: &TestDb) {
    let cities = Customer
        .select()
        .full_join(Employee, Employee.city.eq(Customer.city))
        .filter(Customer.country.is_null().or(Customer.country.eq("Canada")))
        .order_by((Customer.customer_id, Employee.employee_id))
        .columns((Customer.last_name, Customer.city, Employee.last_name));
    same(
        db,
        cities,
        "select c.last_name, c.city, e.last_name from customer c
         full join employee e on e.city = c.city
         where c.country is null or c.country = 'Canada'
         order by c.customer_id, e.employee_id",
    )
    .await;
}

async fn genres_that_a_media_type_lacks(db: &TestDb) {
    let tracks = Track
        .select()
        .correlate(Genre)
        .correlate(MediaType)
        .filter(Track.genre_id.eq(Genre.genre_id))
        .filter(Track.media_type_id.eq(MediaType.media_type_id));
    let missing = Genre
        .select()
        .cross_join(MediaType)
        .filter(exists(tracks).not())
        .order_by((Genre.genre_id, MediaType.media_type_id))
        .columns((Genre.name, MediaType.name));
    same(
        db,
        missing,
        "select g.name, m.name from genre g cross join media_type m
         where not exists (
             select from track t where t.genre_id = g.genre_id and t.media_type_id = m.media_type_id
         )
         order by g.genre_id, m.media_type_id",
    )
    .await;
}

alias!(Neighbour = Customer);

async fn customers_of_the_same_city(db: &TestDb) {
    let pairs = Customer
        .select()
        .inner_join(
            Neighbour,
            Neighbour
                .city
                .eq(Customer.city)
                .and(Neighbour.country.eq(Customer.country))
                .and(Neighbour.customer_id.gt(Customer.customer_id)),
        )
        .order_by((Customer.customer_id, Neighbour.customer_id))
        .columns((Customer.city, Customer.email, Neighbour.email));
    same(
        db,
        pairs,
        "select a.city, a.email, b.email from customer a
         join customer b on (b.city, b.country) = (a.city, a.country) and b.customer_id > a.customer_id
         order by a.customer_id, b.customer_id",
    )
    .await;
}

async fn albums_with_their_artists(db: &TestDb) {
    let albums = Album
        .select()
        .inner_join_on(Album.artist_id)
        .filter(Artist.name.like("Deep%"))
        .order_by(Album.album_id);
    same_as(
        db,
        albums,
        "select b.*, a.* from album b join artist a using (artist_id)
         where a.name like 'Deep%' order by b.album_id",
        |(album_id, title, artist_id, id, name)| {
            let artist = Artist {
                artist_id: id,
                name,
            };
            (
                Album {
                    album_id,
                    title,
                    artist_id,
                },
                artist,
            )
        },
    )
    .await;
}

#[derive(Selectable, Debug, PartialEq)]
struct Placed {
    name: String,
    album: Option<Named>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Named {
    id: i32,
    title: String,
}

async fn first_tracks_with_their_album_if_it_is_long(db: &TestDb) {
    let tracks = Track
        .select()
        .left_join(
            Album,
            Album
                .album_id
                .eq(Track.album_id)
                .and(Track.milliseconds.gt(300_000)),
        )
        .order_by(Track.track_id)
        .limit(50)
        .columns(SelectPlaced {
            name: Track.name,
            album: Album.if_found(SelectNamed {
                id: Album.album_id,
                title: Album.title,
            }),
        });
    same_as(
        db,
        tracks,
        "select t.name, b.album_id, b.title from track t
         left join album b on b.album_id = t.album_id and t.milliseconds > 300000
         order by t.track_id limit 50",
        |(name, id, title): (String, Option<i32>, Option<String>)| Placed {
            name,
            album: id.zip(title).map(|(id, title)| Named { id, title }),
        },
    )
    .await;
}

async fn customers_in_the_city_of_their_agent(db: &TestDb) {
    let customers = Customer
        .select()
        .inner_join_on(Customer.support_rep_id)
        .filter(row((Customer.country, Customer.state)).ne((Employee.country, Employee.state)))
        .filter(Customer.country.eq(Employee.country))
        .order_by(Customer.customer_id)
        .columns((Customer.email, Customer.state, Employee.state));
    same(
        db,
        customers,
        "select c.email, c.state, e.state from customer c
         join employee e on e.employee_id = c.support_rep_id
         where (c.country, c.state) <> (e.country, e.state) and c.country = e.country
         order by c.customer_id",
    )
    .await;
}
