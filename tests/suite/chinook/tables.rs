//! The tables of Chinook, with the names of its columns.
#![allow(clippy::struct_field_names, reason = "the names of Chinook")]

use chrono::NaiveDateTime;
use rust_decimal::Decimal;
use schema_core::prelude::*;

#[table(name = "artist")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Artist)]
pub(crate) struct Artist {
    #[column(primary_key)]
    pub(crate) artist_id: i32,
    #[column(sql_type = "varchar(120)")]
    pub(crate) name: Option<String>,
}

#[table(name = "album")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Album)]
pub(crate) struct Album {
    #[column(primary_key)]
    pub(crate) album_id: i32,
    #[column(sql_type = "varchar(160)")]
    pub(crate) title: String,
    #[column(references = Artist.artist_id, index)]
    pub(crate) artist_id: i32,
}

#[table(name = "genre")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Genre)]
pub(crate) struct Genre {
    #[column(primary_key)]
    pub(crate) genre_id: i32,
    #[column(sql_type = "varchar(120)")]
    pub(crate) name: Option<String>,
}

#[table(name = "media_type")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(MediaType)]
pub(crate) struct MediaType {
    #[column(primary_key)]
    pub(crate) media_type_id: i32,
    #[column(sql_type = "varchar(120)")]
    pub(crate) name: Option<String>,
}

#[table(name = "track")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Track)]
pub(crate) struct Track {
    #[column(primary_key)]
    pub(crate) track_id: i32,
    #[column(sql_type = "varchar(200)")]
    pub(crate) name: String,
    #[column(references = Album.album_id, index)]
    pub(crate) album_id: Option<i32>,
    #[column(references = MediaType.media_type_id, index)]
    pub(crate) media_type_id: i32,
    #[column(references = Genre.genre_id, index)]
    pub(crate) genre_id: Option<i32>,
    #[column(sql_type = "varchar(220)")]
    pub(crate) composer: Option<String>,
    pub(crate) milliseconds: i32,
    pub(crate) bytes: Option<i32>,
    #[column(sql_type = "numeric(10, 2)")]
    pub(crate) unit_price: Decimal,
}

#[table(name = "playlist")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Playlist)]
pub(crate) struct Playlist {
    #[column(primary_key)]
    pub(crate) playlist_id: i32,
    #[column(sql_type = "varchar(120)")]
    pub(crate) name: Option<String>,
}

#[table(name = "playlist_track")]
#[primary_key(playlist_id, track_id)]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(PlaylistTrack)]
pub(crate) struct PlaylistTrack {
    #[column(references = Playlist.playlist_id)]
    pub(crate) playlist_id: i32,
    #[column(references = Track.track_id, index)]
    pub(crate) track_id: i32,
}

#[table(name = "employee")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Employee)]
pub(crate) struct Employee {
    #[column(primary_key)]
    pub(crate) employee_id: i32,
    #[column(sql_type = "varchar(20)")]
    pub(crate) last_name: String,
    #[column(sql_type = "varchar(20)")]
    pub(crate) first_name: String,
    #[column(sql_type = "varchar(30)")]
    pub(crate) title: Option<String>,
    #[column(references = Employee.employee_id, index)]
    pub(crate) reports_to: Option<i32>,
    pub(crate) birth_date: Option<NaiveDateTime>,
    pub(crate) hire_date: Option<NaiveDateTime>,
    #[column(sql_type = "varchar(70)")]
    pub(crate) address: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) city: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) state: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) country: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub(crate) postal_code: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub(crate) phone: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub(crate) fax: Option<String>,
    #[column(sql_type = "varchar(60)")]
    pub(crate) email: Option<String>,
}

#[table(name = "customer")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Customer)]
pub(crate) struct Customer {
    #[column(primary_key)]
    pub(crate) customer_id: i32,
    #[column(sql_type = "varchar(40)")]
    pub(crate) first_name: String,
    #[column(sql_type = "varchar(20)")]
    pub(crate) last_name: String,
    #[column(sql_type = "varchar(80)")]
    pub(crate) company: Option<String>,
    #[column(sql_type = "varchar(70)")]
    pub(crate) address: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) city: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) state: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) country: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub(crate) postal_code: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub(crate) phone: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub(crate) fax: Option<String>,
    #[column(sql_type = "varchar(60)")]
    pub(crate) email: String,
    #[column(references = Employee.employee_id, index)]
    pub(crate) support_rep_id: Option<i32>,
}

#[table(name = "invoice")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(Invoice)]
pub(crate) struct Invoice {
    #[column(primary_key)]
    pub(crate) invoice_id: i32,
    #[column(references = Customer.customer_id, index)]
    pub(crate) customer_id: i32,
    pub(crate) invoice_date: NaiveDateTime,
    #[column(sql_type = "varchar(70)")]
    pub(crate) billing_address: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) billing_city: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) billing_state: Option<String>,
    #[column(sql_type = "varchar(40)")]
    pub(crate) billing_country: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub(crate) billing_postal_code: Option<String>,
    #[column(sql_type = "numeric(10, 2)")]
    pub(crate) total: Decimal,
}

#[table(name = "invoice_line")]
#[derive(Debug, PartialEq, Insertable)]
#[insertable(InvoiceLine)]
pub(crate) struct InvoiceLine {
    #[column(primary_key)]
    pub(crate) invoice_line_id: i32,
    #[column(references = Invoice.invoice_id, index)]
    pub(crate) invoice_id: i32,
    #[column(references = Track.track_id, index)]
    pub(crate) track_id: i32,
    #[column(sql_type = "numeric(10, 2)")]
    pub(crate) unit_price: Decimal,
    pub(crate) quantity: i32,
}

alias!(pub(crate) Manager = Employee);
alias!(pub(crate) OtherTrack = Track);
