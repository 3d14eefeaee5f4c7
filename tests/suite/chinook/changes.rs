//! Statements that insert, delete and merge rows.

use rust_decimal::Decimal;
use schema_core::expr::function::upper;
use schema_core::prelude::*;
use schema_core::query::merge_action;
use schema_tests::db::TestDb;

use crate::same::{same_changed_rows, same_effect};
use crate::tables::{
    Artist, Genre, Invoice, InvoiceLine, NewArtist, NewPlaylist, NewPlaylistTrack, Playlist,
    PlaylistTrack, Track,
};

questions!(
    genres_are_inserted_or_renamed,
    a_playlist_of_a_genre,
    lines_of_a_customer_are_deleted,
    unsold_tracks_leave_a_playlist,
    playlists_are_merged,
    artists_are_inserted_if_new,
    a_playlist_and_its_tracks,
);

async fn genres_are_inserted_or_renamed(db: &TestDb) {
    let genres = vec![
        Genre {
            genre_id: 1,
            name: Some("Rock & Roll".into()),
        },
        Genre {
            genre_id: 2,
            name: Some("Jazz".into()),
        },
        Genre {
            genre_id: 26,
            name: Some("Polka".into()),
        },
    ];
    let upsert = Genre
        .insert_many(genres)
        .on_conflict(Genre.genre_id)
        .do_update()
        .set(Genre.name, excluded(Genre.name))
        .filter(Genre.name.is_distinct_from(excluded(Genre.name)))
        .returning((Genre.genre_id, Genre.name));
    same_changed_rows(
        db,
        upsert,
        "insert into genre values (1, 'Rock & Roll'), (2, 'Jazz'), (26, 'Polka')
         on conflict (genre_id) do update set name = excluded.name where genre.name is distinct from excluded.name
         returning genre_id, name",
        "select * from genre",
    )
    .await;
}

async fn a_playlist_of_a_genre(db: &TestDb) {
    let tracks = Track
        .select()
        .inner_join_on(Track.genre_id)
        .filter(Genre.name.eq("Blues"))
        .columns((value(2), Track.track_id));
    let insert = PlaylistTrack
        .insert_columns((PlaylistTrack.playlist_id, PlaylistTrack.track_id))
        .from(tracks)
        .on_conflict_do_nothing();
    same_effect(
        db,
        insert,
        "insert into playlist_track (playlist_id, track_id)
         select 2, t.track_id from track t join genre g using (genre_id) where g.name = 'Blues'
         on conflict do nothing",
        "select * from playlist_track where playlist_id = 2",
    )
    .await;
}

async fn lines_of_a_customer_are_deleted(db: &TestDb) {
    let delete = InvoiceLine
        .delete()
        .using(Invoice)
        .filter(InvoiceLine.invoice_id.eq(Invoice.invoice_id))
        .filter(
            Invoice
                .customer_id
                .eq(7)
                .and(InvoiceLine.unit_price.gt(Decimal::ZERO)),
        )
        .returning((InvoiceLine.invoice_line_id, Invoice.invoice_date));
    same_changed_rows(
        db,
        delete,
        "delete from invoice_line l using invoice i
         where l.invoice_id = i.invoice_id and i.customer_id = 7 and l.unit_price > 0
         returning l.invoice_line_id, i.invoice_date",
        "select * from invoice_line",
    )
    .await;
}

async fn unsold_tracks_leave_a_playlist(db: &TestDb) {
    let sales = InvoiceLine
        .select()
        .correlate(PlaylistTrack)
        .filter(InvoiceLine.track_id.eq(PlaylistTrack.track_id));
    let delete = PlaylistTrack
        .delete()
        .filter(PlaylistTrack.playlist_id.eq(16))
        .filter(exists(sales).not());
    same_effect(
        db,
        delete,
        "delete from playlist_track p where playlist_id = 16
         and not exists (select from invoice_line l where l.track_id = p.track_id)",
        "select * from playlist_track where playlist_id = 16",
    )
    .await;
}

#[derive(Selectable)]
struct Merged {
    id: i32,
    name: Option<String>,
}

alias!(Source = Playlist);

async fn playlists_are_merged(db: &TestDb) {
    let playlists = Source
        .select()
        .filter(Source.playlist_id.lt(9))
        .columns(SelectMerged {
            id: Source.playlist_id + 4,
            name: Source.name,
        })
        .as_table();
    let merge = Playlist
        .merge(playlists, Playlist.playlist_id.eq(Merged.id + 7))
        .when_matched()
        .and(Merged.name.eq("Music"))
        .then_do_nothing()
        .when_matched()
        .then_update()
        .set(Playlist.name, upper(Merged.name))
        .when_not_matched()
        .then_insert()
        .set(Playlist.playlist_id, Merged.id + 7)
        .set(Playlist.name, Merged.name)
        .returning((merge_action(), Playlist.playlist_id));
    same_changed_rows(
        db,
        merge,
        "merge into playlist p
         using (select playlist_id + 4 as id, name from playlist where playlist_id < 9) m
             on p.playlist_id = m.id + 7
         when matched and m.name = 'Music' then do nothing
         when matched then update set name = upper(m.name)
         when not matched then insert (playlist_id, name) values (m.id + 7, m.name)
         returning merge_action(), p.playlist_id",
        "select * from playlist",
    )
    .await;
}

async fn artists_are_inserted_if_new(db: &TestDb) {
    let new = |id| {
        Artist
            .insert(NewArtist { artist_id: id })
            .set(Artist.name, "Ana")
    };
    let insert = new(276).on_conflict(Artist.artist_id).do_nothing();
    same_effect(
        db,
        insert,
        "insert into artist values (276, 'Ana') on conflict (artist_id) do nothing",
        "select * from artist",
    )
    .await;
    // There is an artist with this number.
    let insert = new(275).on_conflict(Artist.artist_id).do_nothing();
    let inserted = insert.execute(db.pool()).await.unwrap();
    assert_eq!(inserted, 0);
}

#[derive(Selectable)]
struct Created {
    id: i32,
}

async fn a_playlist_and_its_tracks(db: &TestDb) {
    let playlist = Playlist
        .insert(NewPlaylist { playlist_id: 19 })
        .set(Playlist.name, "Long ones")
        .returning(SelectCreated {
            id: Playlist.playlist_id,
        });
    let tracks = Track
        .select()
        .cross_join(Created)
        .filter(Track.milliseconds.gt(2_900_000))
        .columns((Created.id, Track.track_id));
    let insert = with(playlist).query(
        PlaylistTrack
            .insert_columns((PlaylistTrack.playlist_id, PlaylistTrack.track_id))
            .from(tracks)
            .returning((PlaylistTrack.playlist_id, PlaylistTrack.track_id)),
    );
    same_changed_rows(
        db,
        insert,
        "with created as (insert into playlist values (19, 'Long ones') returning playlist_id as id)
         insert into playlist_track select created.id, track_id from track, created where milliseconds > 2900000
         returning playlist_id, track_id",
        "select name, track_id from playlist left join playlist_track using (playlist_id)",
    )
    .await;
    let rows = [1, 2].map(|track_id| NewPlaylistTrack {
        playlist_id: 2,
        track_id,
    });
    same_effect(
        db,
        PlaylistTrack.insert_many(rows),
        "insert into playlist_track values (2, 1), (2, 2)",
        "select * from playlist_track",
    )
    .await;
}
