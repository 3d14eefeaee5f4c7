//! Groups and aggregates.

use rust_decimal::Decimal;
use schema_core::expr::function::{
    array_agg, bool_and, corr, date_trunc, extract, field, left, mode, percentile_cont,
    percentile_disc, stddev_pop, string_agg, upper,
};
use schema_core::expr::{cube, grouping, grouping_sets, rollup};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Album, Artist, Customer, Genre, Invoice, InvoiceLine, MediaType, Track};

questions!(
    revenue_by_year,
    customers_who_spent_much,
    revenue_of_countries_and_cities_with_totals,
    tracks_by_media_type_and_price_with_all_totals,
    sales_by_country_and_by_agent,
    lengths_of_genres,
    revenue_of_each_year_in_a_column,
    tracks_of_albums_as_one_text,
    lengths_of_an_album_as_an_array,
    prices_of_genres,
    size_and_length,
    composers_and_gaps,
    artists_by_first_letter,
);

async fn revenue_by_year(db: &TestDb) {
    let year = extract(field::Year, Invoice.invoice_date);
    let years = Invoice
        .select()
        .group_by(year)
        .order_by(grouped(year))
        .columns((
            grouped(year),
            count(),
            sum(Invoice.total),
            avg(Invoice.total),
            min(Invoice.total),
            max(Invoice.total),
        ));
    same(
        db,
        years,
        "select extract(year from invoice_date)::int, count(*), sum(total), avg(total), min(total), max(total)
         from invoice group by 1 order by 1",
    )
    .await;
}

async fn customers_who_spent_much(db: &TestDb) {
    let customers = Customer
        .select()
        .inner_join(Invoice, Invoice.customer_id.eq(Customer.customer_id))
        .group_by(Customer.customer_id)
        .having(sum(Invoice.total).gt(Decimal::from(40)).and(count().ge(7)))
        .order_by((sum(Invoice.total).desc(), Customer.customer_id))
        .columns((
            Customer.email,
            sum(Invoice.total),
            max(Invoice.invoice_date),
        ));
    same(
        db,
        customers,
        "select c.email, sum(i.total), max(i.invoice_date)
         from customer c join invoice i using (customer_id)
         group by c.customer_id having sum(i.total) > 40 and count(*) >= 7
         order by 2 desc, c.customer_id",
    )
    .await;
}

async fn revenue_of_countries_and_cities_with_totals(db: &TestDb) {
    let both = (Invoice.billing_country, Invoice.billing_city);
    let revenue = Invoice
        .select()
        .group_by(rollup(both))
        .order_by((
            Invoice.billing_country.asc().nulls_last(),
            Invoice.billing_city.asc().nulls_last(),
        ))
        .columns((both, grouping(both), sum(Invoice.total)));
    let rows =
        "select billing_country, billing_city, grouping(billing_country, billing_city), sum(total)
         from invoice group by rollup (billing_country, billing_city)
         order by 1 nulls last, 2 nulls last";
    crate::same::same_as(db, revenue, rows, |(country, city, level, total)| {
        ((country, city), level, total)
    })
    .await;
}

async fn tracks_by_media_type_and_price_with_all_totals(db: &TestDb) {
    let tracks = Track
        .select()
        .inner_join_on(Track.media_type_id)
        .group_by(cube((MediaType.name, Track.unit_price)))
        .having(count().gt(10))
        .order_by((
            grouping((MediaType.name, Track.unit_price)),
            MediaType.name,
            Track.unit_price,
        ))
        .columns((MediaType.name, Track.unit_price, count()));
    same(
        db,
        tracks,
        "select m.name, t.unit_price, count(*)
         from track t join media_type m using (media_type_id)
         group by cube (m.name, t.unit_price) having count(*) > 10
         order by grouping(m.name, t.unit_price), 1, 2",
    )
    .await;
}

async fn sales_by_country_and_by_agent(db: &TestDb) {
    let sets = grouping_sets(
        (Customer.country, Customer.support_rep_id),
        (Customer.country, Customer.support_rep_id, ()),
    );
    let sales = Customer
        .select()
        .inner_join(Invoice, Invoice.customer_id.eq(Customer.customer_id))
        .group_by(sets)
        .order_by((Customer.country, Customer.support_rep_id))
        .columns((
            Customer.country,
            Customer.support_rep_id,
            count_distinct(Customer.customer_id),
            sum(Invoice.total),
        ));
    same(
        db,
        sales,
        "select c.country, c.support_rep_id, count(distinct c.customer_id), sum(i.total)
         from customer c join invoice i using (customer_id)
         group by grouping sets ((c.country), (c.support_rep_id), ()) order by 1, 2",
    )
    .await;
}

async fn lengths_of_genres(db: &TestDb) {
    let lengths = Track
        .select()
        .inner_join_on(Track.genre_id)
        .group_by(Genre.genre_id)
        .order_by(Genre.genre_id)
        .columns((
            Genre.name,
            percentile_cont(0.5).within_group(Track.milliseconds),
            percentile_disc(0.9).within_group(Track.milliseconds),
            percentile_cont([0.25, 0.75]).within_group(Track.milliseconds),
            mode().within_group(Track.unit_price),
        ));
    same(
        db,
        lengths,
        "select g.name,
             percentile_cont(0.5) within group (order by milliseconds),
             percentile_disc(0.9) within group (order by milliseconds),
             percentile_cont(array[0.25, 0.75]) within group (order by milliseconds),
             mode() within group (order by unit_price)
         from track join genre g using (genre_id) group by g.genre_id order by g.genre_id",
    )
    .await;
}

async fn revenue_of_each_year_in_a_column(db: &TestDb) {
    let year = extract(field::Year, Invoice.invoice_date);
    let of = |number: i32| sum(case_when(year.eq(number), Invoice.total).otherwise(Decimal::ZERO));
    let revenue = Invoice
        .select()
        .group_by(Invoice.billing_country)
        .order_by(Invoice.billing_country)
        .columns((
            Invoice.billing_country,
            of(2021),
            of(2022),
            sum(Invoice.total).filter(year.ge(2023)),
            count().filter(Invoice.total.gt(Decimal::TEN)),
        ));
    same(
        db,
        revenue,
        "select billing_country,
             sum(case when extract(year from invoice_date) = 2021 then total else 0 end),
             sum(case when extract(year from invoice_date) = 2022 then total else 0 end),
             sum(total) filter (where extract(year from invoice_date) >= 2023),
             count(*) filter (where total > 10)
         from invoice group by 1 order by 1",
    )
    .await;
}

async fn tracks_of_albums_as_one_text(db: &TestDb) {
    let letter = upper(left(Track.name, param!(1)));
    let albums = Album
        .select()
        .inner_join(Track, Track.album_id.eq(Album.album_id))
        .filter(Album.artist_id.between(1, 5))
        .group_by(Album.album_id)
        .order_by(Album.title)
        .columns((
            Album.title,
            string_agg(Track.name, "; ").order_by(Track.track_id),
            string_agg(letter, "").distinct().order_by(letter.desc()),
        ));
    same(
        db,
        albums,
        "select b.title, string_agg(t.name, '; ' order by t.track_id),
             string_agg(distinct upper(left(t.name, 1)), '' order by upper(left(t.name, 1)) desc)
         from album b join track t using (album_id)
         where b.artist_id between 1 and 5 group by b.album_id order by b.title",
    )
    .await;
}

async fn lengths_of_an_album_as_an_array(db: &TestDb) {
    let albums = Track
        .select()
        .filter(Track.album_id.le(20))
        .group_by(Track.album_id)
        .order_by(Track.album_id)
        .columns((
            Track.album_id,
            array_agg(Track.milliseconds)
                .order_by(Track.milliseconds.desc())
                .filter(Track.milliseconds.gt(200_000)),
        ));
    same(
        db,
        albums,
        "select album_id, array_agg(milliseconds order by milliseconds desc) filter (where milliseconds > 200000)
         from track where album_id <= 20 group by 1 order by 1",
    )
    .await;
}

async fn prices_of_genres(db: &TestDb) {
    let genres = Genre
        .select()
        .inner_join(Track, Track.genre_id.eq(Genre.genre_id))
        .left_join(InvoiceLine, InvoiceLine.track_id.eq(Track.track_id))
        .group_by(Genre.genre_id)
        .having(bool_and(Track.unit_price.gt(Decimal::ONE)).not())
        .order_by((count_of(InvoiceLine.invoice_line_id).desc(), Genre.genre_id))
        .limit(7)
        .columns((
            Genre.name,
            count_of(InvoiceLine.invoice_line_id),
            count_distinct(Track.track_id),
            avg(InvoiceLine.unit_price),
        ));
    same(
        db,
        genres,
        "select g.name, count(l.invoice_line_id), count(distinct t.track_id), avg(l.unit_price)
         from genre g join track t using (genre_id) left join invoice_line l using (track_id)
         group by g.genre_id having not bool_and(t.unit_price > 1)
         order by 2 desc, g.genre_id limit 7",
    )
    .await;
}

async fn size_and_length(db: &TestDb) {
    let statistics = Track
        .select()
        .group_by(Track.media_type_id)
        .order_by(Track.media_type_id)
        .columns((
            Track.media_type_id,
            corr(Track.bytes, Track.milliseconds),
            stddev_pop(Track.milliseconds),
            avg(Track.bytes),
            sum(Track.milliseconds),
        ));
    same(
        db,
        statistics,
        "select media_type_id, corr(bytes, milliseconds), stddev_pop(milliseconds)::float8,
             avg(bytes)::float8, sum(milliseconds)
         from track group by 1 order by 1",
    )
    .await;
}

async fn composers_and_gaps(db: &TestDb) {
    let totals = Track.select().columns((
        count(),
        count_of(Track.composer),
        count_distinct(Track.composer),
        count().filter(Track.composer.is_null()),
        min(Track.name),
        max(Track.name),
    ));
    same(
        db,
        totals,
        "select count(*), count(composer), count(distinct composer),
             count(*) filter (where composer is null), min(name), max(name)
         from track",
    )
    .await;
}

async fn artists_by_first_letter(db: &TestDb) {
    let letter = upper(left(Artist.name, param!(1)));
    let month = date_trunc(field::Month, Invoice.invoice_date);
    let letters = Artist
        .select()
        .group_by(letter)
        .having(count().gt(5))
        .order_by((count().desc(), grouped(letter)))
        .columns((grouped(letter), count()));
    same(
        db,
        letters,
        "select upper(left(name, 1)), count(*) from artist
         group by 1 having count(*) > 5 order by 2 desc, 1",
    )
    .await;
    let months = Invoice
        .select()
        .group_by(month)
        .order_by(grouped(month))
        .columns((grouped(month), count()));
    same(
        db,
        months,
        "select date_trunc('month', invoice_date), count(*) from invoice group by 1 order by 1",
    )
    .await;
}
