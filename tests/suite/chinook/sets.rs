//! `union`, `intersect` and `except`.

use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Customer, Employee, Genre, Invoice, InvoiceLine, MediaType, PlaylistTrack};

questions!(
    all_people,
    cities_with_customers_and_employees,
    countries_without_an_agent,
    tracks_in_two_playlists_but_not_sold,
    names_of_two_tables_with_their_kind,
);

#[derive(Selectable)]
struct Person {
    name: String,
    country: Option<String>,
}

async fn all_people(db: &TestDb) {
    let customers = Customer.select().columns(SelectPerson {
        name: Customer.last_name,
        country: Customer.country,
    });
    let employees = Employee.select().columns(SelectPerson {
        name: Employee.last_name,
        country: Employee.country,
    });
    let people = customers.union(employees).as_table();
    let people = people
        .select()
        .order_by((people.name, people.country))
        .columns((people.name, people.country));
    same(
        db,
        people,
        "select last_name, country from customer union select last_name, country from employee order by 1, 2",
    )
    .await;
}

async fn cities_with_customers_and_employees(db: &TestDb) {
    let customers = Customer.select().columns((Customer.city,));
    let employees = Employee.select().columns((Employee.city,));
    let cities = customers.intersect(employees).order_by(output::<1>());
    same(
        db,
        cities,
        "select city from customer intersect select city from employee order by 1",
    )
    .await;
}

async fn countries_without_an_agent(db: &TestDb) {
    let billed = Invoice.select().columns((Invoice.billing_country,));
    let staffed = Employee.select().columns((Employee.country,));
    let countries = billed
        .except(staffed)
        .order_by(output::<1>().desc())
        .limit(9);
    same(
        db,
        countries,
        "select billing_country from invoice except select country from employee order by 1 desc limit 9",
    )
    .await;
}

async fn tracks_in_two_playlists_but_not_sold(db: &TestDb) {
    let of = |playlist: i32| {
        PlaylistTrack
            .select()
            .filter(PlaylistTrack.playlist_id.eq(playlist))
            .columns((PlaylistTrack.track_id,))
    };
    let sold = InvoiceLine.select().columns((InvoiceLine.track_id,));
    let tracks = of(1).intersect(of(5)).except(sold).order_by(output::<1>());
    same(
        db,
        tracks,
        "(select track_id from playlist_track where playlist_id = 1
          intersect select track_id from playlist_track where playlist_id = 5)
         except select track_id from invoice_line order by 1",
    )
    .await;
}

async fn names_of_two_tables_with_their_kind(db: &TestDb) {
    let genres = Genre
        .select()
        .columns((value("genre"), Genre.name, Genre.genre_id));
    let types =
        MediaType
            .select()
            .columns((value("type"), MediaType.name, MediaType.media_type_id));
    let names = genres
        .union_all(types)
        .order_by((output::<1>().desc(), output::<3>()))
        .offset(2);
    same(
        db,
        names,
        "select 'genre', name, genre_id from genre union all select 'type', name, media_type_id from media_type
         order by 1 desc, 3 offset 2",
    )
    .await;
}
