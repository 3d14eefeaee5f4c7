//! Creates the tables, and copies the rows of `data` into them.

use std::str::Split;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

use crate::tables::{
    Album, Artist, Customer, Employee, Genre, Invoice, InvoiceLine, MediaType, Playlist,
    PlaylistTrack, Track,
};

/// Copies the rows of a file, whose fields are in this order.
macro_rules! copy {
    ($db:expr, $file:literal => $table:ident { $($field:ident),+ $(,)? }) => {
        let rows = include_str!(concat!("data/", $file, ".tsv")).lines().map(|line| {
            let mut fields = line.split('\t');
            $table { $($field: field(&mut fields)),+ }
        });
        let rows: Vec<_> = rows.collect();
        let number = u64::try_from(rows.len()).unwrap();
        let copied = $table.copy_in(rows).execute($db.pool()).await.unwrap();
        assert_eq!(copied, number, $file);
    };
}

/// Runs a test on the database.
pub(crate) fn chinook(test: impl AsyncFnOnce(TestDb)) {
    db::run(async |db| {
        create(&db).await;
        copy_music(&db).await;
        copy_sales(&db).await;
        test(db).await;
    });
}

async fn create(db: &TestDb) {
    let tables = schema![
        Artist,
        Album,
        Genre,
        MediaType,
        Track,
        Playlist,
        PlaylistTrack,
        Employee,
        Customer,
        Invoice,
        InvoiceLine,
    ];
    let statements = tables.create().unwrap();
    statements.execute(db.pool()).await.unwrap();
}

async fn copy_music(db: &TestDb) {
    copy!(db, "artist" => Artist { artist_id, name });
    copy!(db, "album" => Album { album_id, title, artist_id });
    copy!(db, "genre" => Genre { genre_id, name });
    copy!(db, "media_type" => MediaType { media_type_id, name });
    copy!(db, "track" => Track {
        track_id, name, album_id, media_type_id, genre_id, composer, milliseconds, bytes, unit_price,
    });
    copy!(db, "playlist" => Playlist { playlist_id, name });
    copy!(db, "playlist_track" => PlaylistTrack { playlist_id, track_id });
}

async fn copy_sales(db: &TestDb) {
    copy!(db, "employee" => Employee {
        employee_id, last_name, first_name, title, reports_to, birth_date, hire_date, address, city, state, country,
        postal_code, phone, fax, email,
    });
    copy!(db, "customer" => Customer {
        customer_id, first_name, last_name, company, address, city, state, country, postal_code, phone, fax, email,
        support_rep_id,
    });
    copy!(db, "invoice" => Invoice {
        invoice_id, customer_id, invoice_date, billing_address, billing_city, billing_state, billing_country,
        billing_postal_code, total,
    });
    copy!(db, "invoice_line" => InvoiceLine { invoice_line_id, invoice_id, track_id, unit_price, quantity });
}

fn field<T: Field>(fields: &mut Split<'_, char>) -> T {
    T::parse(fields.next().unwrap())
}

/// A field in the text format of `copy`.
trait Field {
    fn parse(text: &str) -> Self;
}

impl Field for i32 {
    fn parse(text: &str) -> Self {
        text.parse().unwrap()
    }
}

impl Field for Decimal {
    fn parse(text: &str) -> Self {
        text.parse().unwrap()
    }
}

impl Field for NaiveDateTime {
    fn parse(text: &str) -> Self {
        let date: NaiveDate = text.parse().unwrap();
        date.into()
    }
}

/// The rows have neither tabs nor lines in them, so a backslash is the only character that is escaped.
impl Field for String {
    fn parse(text: &str) -> Self {
        text.replace(r"\\", r"\")
    }
}

impl<T: Field> Field for Option<T> {
    fn parse(text: &str) -> Self {
        (text != r"\N").then(|| T::parse(text))
    }
}
