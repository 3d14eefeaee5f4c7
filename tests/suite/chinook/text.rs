//! Patterns, text functions, full-text search and trigrams.

use schema_core::expr::function::text_search::{
    English, Simple, plainto_tsquery, setweight, to_tsvector, ts_headline, ts_rank,
    websearch_to_tsquery,
};
use schema_core::expr::function::trigram::similarity;
use schema_core::expr::function::{
    coalesce, initcap, left, length, lower, regexp_count, regexp_replace, split_part,
    string_to_array, strpos, upper,
};
use schema_core::prelude::*;
use schema_core::types::Weight;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Album, Artist, Customer, Track};

questions!(
    tracks_about_love_or_night,
    tracks_named_with_a_number,
    domains_of_customers,
    initials,
    tracks_with_many_composers,
    live_albums_by_rank,
    artists_like_a_misspelt_one,
    titles_with_remarks,
);

async fn tracks_about_love_or_night(db: &TestDb) {
    let tracks = Track
        .select()
        .filter(Track.name.ilike("%love%").or(Track.name.like("%Night%")))
        .filter(Track.name.not_like("%(%"))
        .order_by((lower(Track.name), Track.track_id))
        .columns((Track.track_id, lower(Track.name), length(Track.name)));
    same(
        db,
        tracks,
        "select track_id, lower(name), length(name) from track
         where (name ilike '%love%' or name like '%Night%') and name not like '%(%' order by 2, 1",
    )
    .await;
}

async fn tracks_named_with_a_number(db: &TestDb) {
    let tracks = Track
        .select()
        .filter(
            Track
                .name
                .matches("^[0-9]+ ")
                .and(Track.name.not_imatches("minutes")),
        )
        .order_by(Track.track_id)
        .columns((Track.name, regexp_count(Track.name, "[aeiou]")));
    same(
        db,
        tracks,
        "select name, regexp_count(name, '[aeiou]') from track
         where name ~ '^[0-9]+ ' and name !~* 'minutes' order by track_id",
    )
    .await;
}

async fn domains_of_customers(db: &TestDb) {
    let domain = split_part(Customer.email, param!("@"), param!(2));
    let domains = Customer
        .select()
        .group_by(domain)
        .having(count().gt(1))
        .order_by((count().desc(), grouped(domain)))
        .columns((grouped(domain), count()));
    same(
        db,
        domains,
        "select split_part(email, '@', 2), count(*) from customer group by 1 having count(*) > 1 order by 2 desc, 1",
    )
    .await;
}

async fn initials(db: &TestDb) {
    let customers = Customer.select().order_by(Customer.customer_id).columns((
        upper(left(Customer.first_name, 1)).concat(left(Customer.last_name, 1)),
        initcap(split_part(Customer.email, "@", 1)),
        strpos(Customer.email, "."),
        coalesce(Customer.company, Customer.last_name),
    ));
    same(
        db,
        customers,
        "select upper(left(first_name, 1)) || left(last_name, 1), initcap(split_part(email, '@', 1)),
             strpos(email, '.'), coalesce(company, last_name)
         from customer order by customer_id",
    )
    .await;
}

async fn tracks_with_many_composers(db: &TestDb) {
    let composers = string_to_array(Track.composer, ", ");
    let number = schema_core::expr::function::cardinality(composers);
    let tracks = Track
        .select()
        .filter(number.ge(6))
        .order_by((number.desc(), Track.track_id))
        .columns((Track.track_id, number, composers.element(1)));
    same(
        db,
        tracks,
        "select track_id, cardinality(string_to_array(composer, ', ')), (string_to_array(composer, ', '))[1]
         from track where cardinality(string_to_array(composer, ', ')) >= 6 order by 2 desc, 1",
    )
    .await;
}

async fn live_albums_by_rank(db: &TestDb) {
    let document = setweight(to_tsvector(English, Album.title), Weight::A)
        .concat_vector(to_tsvector(Simple, Artist.name));
    let words = websearch_to_tsquery(English, "live -unplugged");
    let albums = Album
        .select()
        .inner_join_on(Album.artist_id)
        .filter(document.matches_query(words))
        .order_by((ts_rank(document, words).desc(), Album.album_id))
        .columns((
            Album.title,
            Artist.name,
            ts_rank(document, words),
            ts_headline(English, Album.title, plainto_tsquery(English, "live")),
        ));
    same(
        db,
        albums,
        "with documents as (
             select *, setweight(to_tsvector('english', title), 'A') || to_tsvector('simple', name) as document
             from album join artist using (artist_id)
         ), words as (select websearch_to_tsquery('english', 'live -unplugged') as words)
         select title, name, ts_rank(document, words), ts_headline('english', title, plainto_tsquery('english', 'live'))
         from documents, words where document @@ words order by 3 desc, album_id",
    )
    .await;
}

async fn artists_like_a_misspelt_one(db: &TestDb) {
    let artists = Artist
        .select()
        .filter(similarity(Artist.name, "Red Zeppelins").gt(0.3))
        .order_by((Artist.name.text_distance("Red Zeppelins"), Artist.artist_id))
        .columns((Artist.name, similarity(Artist.name, "Red Zeppelins")));
    same(
        db,
        artists,
        "select name, similarity(name, 'Red Zeppelins') from artist
         where similarity(name, 'Red Zeppelins') > 0.3 order by name <-> 'Red Zeppelins', artist_id",
    )
    .await;
}

async fn titles_with_remarks(db: &TestDb) {
    let titles = Album
        .select()
        .filter(Album.title.similar_to("%[[](Live|Disc [0-9])[]]%"))
        .order_by(Album.album_id)
        .columns((regexp_replace(Album.title, r"\s*\[.*?\]", "", "g"),));
    same(
        db,
        titles,
        r"select regexp_replace(title, '\s*\[.*?\]', '', 'g') from album
          where title similar to '%[[](Live|Disc [0-9])[]]%' order by album_id",
    )
    .await;
}
