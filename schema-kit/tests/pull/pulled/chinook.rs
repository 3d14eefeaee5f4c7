//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! rust_decimal = "1"
//! schema-core = { version = "0.1", features = ["rust_decimal"] }
//! ```

use chrono::NaiveDateTime;
use rust_decimal::Decimal;
use schema_core::prelude::*;

#[table(name = "Album")]
#[primary_key(album_id, name = "PK_Album")]
#[foreign_key(artist_id, references = Artist.artist_id, name = "FK_AlbumArtistId")]
#[index(artist_id, name = "IFK_AlbumArtistId")]
#[derive(Debug, Clone)]
pub struct Album {
    #[column(name = "AlbumId")]
    pub album_id: i32,
    #[column(name = "Title", sql_type = "varchar(160)")]
    pub title: String,
    #[column(name = "ArtistId")]
    pub artist_id: i32,
}

#[table(name = "Artist")]
#[primary_key(artist_id, name = "PK_Artist")]
#[derive(Debug, Clone)]
pub struct Artist {
    #[column(name = "ArtistId")]
    pub artist_id: i32,
    #[column(name = "Name", sql_type = "varchar(120)")]
    pub name: Option<String>,
}

#[table(name = "Customer")]
#[primary_key(customer_id, name = "PK_Customer")]
#[foreign_key(support_rep_id, references = Employee.employee_id, name = "FK_CustomerSupportRepId")]
#[index(support_rep_id, name = "IFK_CustomerSupportRepId")]
#[derive(Debug, Clone)]
pub struct Customer {
    #[column(name = "CustomerId")]
    pub customer_id: i32,
    #[column(name = "FirstName", sql_type = "varchar(40)")]
    pub first_name: String,
    #[column(name = "LastName", sql_type = "varchar(20)")]
    pub last_name: String,
    #[column(name = "Company", sql_type = "varchar(80)")]
    pub company: Option<String>,
    #[column(name = "Address", sql_type = "varchar(70)")]
    pub address: Option<String>,
    #[column(name = "City", sql_type = "varchar(40)")]
    pub city: Option<String>,
    #[column(name = "State", sql_type = "varchar(40)")]
    pub state: Option<String>,
    #[column(name = "Country", sql_type = "varchar(40)")]
    pub country: Option<String>,
    #[column(name = "PostalCode", sql_type = "varchar(10)")]
    pub postal_code: Option<String>,
    #[column(name = "Phone", sql_type = "varchar(24)")]
    pub phone: Option<String>,
    #[column(name = "Fax", sql_type = "varchar(24)")]
    pub fax: Option<String>,
    #[column(name = "Email", sql_type = "varchar(60)")]
    pub email: String,
    #[column(name = "SupportRepId")]
    pub support_rep_id: Option<i32>,
}

#[table(name = "Employee")]
#[primary_key(employee_id, name = "PK_Employee")]
#[foreign_key(reports_to, references = Employee.employee_id, name = "FK_EmployeeReportsTo")]
#[index(reports_to, name = "IFK_EmployeeReportsTo")]
#[derive(Debug, Clone)]
pub struct Employee {
    #[column(name = "EmployeeId")]
    pub employee_id: i32,
    #[column(name = "LastName", sql_type = "varchar(20)")]
    pub last_name: String,
    #[column(name = "FirstName", sql_type = "varchar(20)")]
    pub first_name: String,
    #[column(name = "Title", sql_type = "varchar(30)")]
    pub title: Option<String>,
    #[column(name = "ReportsTo")]
    pub reports_to: Option<i32>,
    #[column(name = "BirthDate")]
    pub birth_date: Option<NaiveDateTime>,
    #[column(name = "HireDate")]
    pub hire_date: Option<NaiveDateTime>,
    #[column(name = "Address", sql_type = "varchar(70)")]
    pub address: Option<String>,
    #[column(name = "City", sql_type = "varchar(40)")]
    pub city: Option<String>,
    #[column(name = "State", sql_type = "varchar(40)")]
    pub state: Option<String>,
    #[column(name = "Country", sql_type = "varchar(40)")]
    pub country: Option<String>,
    #[column(name = "PostalCode", sql_type = "varchar(10)")]
    pub postal_code: Option<String>,
    #[column(name = "Phone", sql_type = "varchar(24)")]
    pub phone: Option<String>,
    #[column(name = "Fax", sql_type = "varchar(24)")]
    pub fax: Option<String>,
    #[column(name = "Email", sql_type = "varchar(60)")]
    pub email: Option<String>,
}

#[table(name = "Genre")]
#[primary_key(genre_id, name = "PK_Genre")]
#[derive(Debug, Clone)]
pub struct Genre {
    #[column(name = "GenreId")]
    pub genre_id: i32,
    #[column(name = "Name", sql_type = "varchar(120)")]
    pub name: Option<String>,
}

#[table(name = "Invoice")]
#[primary_key(invoice_id, name = "PK_Invoice")]
#[foreign_key(customer_id, references = Customer.customer_id, name = "FK_InvoiceCustomerId")]
#[index(customer_id, name = "IFK_InvoiceCustomerId")]
#[derive(Debug, Clone)]
pub struct Invoice {
    #[column(name = "InvoiceId")]
    pub invoice_id: i32,
    #[column(name = "CustomerId")]
    pub customer_id: i32,
    #[column(name = "InvoiceDate")]
    pub invoice_date: NaiveDateTime,
    #[column(name = "BillingAddress", sql_type = "varchar(70)")]
    pub billing_address: Option<String>,
    #[column(name = "BillingCity", sql_type = "varchar(40)")]
    pub billing_city: Option<String>,
    #[column(name = "BillingState", sql_type = "varchar(40)")]
    pub billing_state: Option<String>,
    #[column(name = "BillingCountry", sql_type = "varchar(40)")]
    pub billing_country: Option<String>,
    #[column(name = "BillingPostalCode", sql_type = "varchar(10)")]
    pub billing_postal_code: Option<String>,
    #[column(name = "Total", sql_type = "numeric(10,2)")]
    pub total: Decimal,
}

#[table(name = "InvoiceLine")]
#[primary_key(invoice_line_id, name = "PK_InvoiceLine")]
#[foreign_key(invoice_id, references = Invoice.invoice_id, name = "FK_InvoiceLineInvoiceId")]
#[foreign_key(track_id, references = Track.track_id, name = "FK_InvoiceLineTrackId")]
#[index(invoice_id, name = "IFK_InvoiceLineInvoiceId")]
#[index(track_id, name = "IFK_InvoiceLineTrackId")]
#[derive(Debug, Clone)]
pub struct InvoiceLine {
    #[column(name = "InvoiceLineId")]
    pub invoice_line_id: i32,
    #[column(name = "InvoiceId")]
    pub invoice_id: i32,
    #[column(name = "TrackId")]
    pub track_id: i32,
    #[column(name = "UnitPrice", sql_type = "numeric(10,2)")]
    pub unit_price: Decimal,
    #[column(name = "Quantity")]
    pub quantity: i32,
}

#[table(name = "MediaType")]
#[primary_key(media_type_id, name = "PK_MediaType")]
#[derive(Debug, Clone)]
pub struct MediaType {
    #[column(name = "MediaTypeId")]
    pub media_type_id: i32,
    #[column(name = "Name", sql_type = "varchar(120)")]
    pub name: Option<String>,
}

#[table(name = "Playlist")]
#[primary_key(playlist_id, name = "PK_Playlist")]
#[derive(Debug, Clone)]
pub struct Playlist {
    #[column(name = "PlaylistId")]
    pub playlist_id: i32,
    #[column(name = "Name", sql_type = "varchar(120)")]
    pub name: Option<String>,
}

#[table(name = "PlaylistTrack")]
#[primary_key(playlist_id, track_id, name = "PK_PlaylistTrack")]
#[foreign_key(playlist_id, references = Playlist.playlist_id, name = "FK_PlaylistTrackPlaylistId")]
#[foreign_key(track_id, references = Track.track_id, name = "FK_PlaylistTrackTrackId")]
#[index(track_id, name = "IFK_PlaylistTrackTrackId")]
#[derive(Debug, Clone)]
pub struct PlaylistTrack {
    #[column(name = "PlaylistId")]
    pub playlist_id: i32,
    #[column(name = "TrackId")]
    pub track_id: i32,
}

#[table(name = "Track")]
#[primary_key(track_id, name = "PK_Track")]
#[foreign_key(album_id, references = Album.album_id, name = "FK_TrackAlbumId")]
#[foreign_key(genre_id, references = Genre.genre_id, name = "FK_TrackGenreId")]
#[foreign_key(media_type_id, references = MediaType.media_type_id, name = "FK_TrackMediaTypeId")]
#[index(album_id, name = "IFK_TrackAlbumId")]
#[index(genre_id, name = "IFK_TrackGenreId")]
#[index(media_type_id, name = "IFK_TrackMediaTypeId")]
#[derive(Debug, Clone)]
pub struct Track {
    #[column(name = "TrackId")]
    pub track_id: i32,
    #[column(name = "Name", sql_type = "varchar(200)")]
    pub name: String,
    #[column(name = "AlbumId")]
    pub album_id: Option<i32>,
    #[column(name = "MediaTypeId")]
    pub media_type_id: i32,
    #[column(name = "GenreId")]
    pub genre_id: Option<i32>,
    #[column(name = "Composer", sql_type = "varchar(220)")]
    pub composer: Option<String>,
    #[column(name = "Milliseconds")]
    pub milliseconds: i32,
    #[column(name = "Bytes")]
    pub bytes: Option<i32>,
    #[column(name = "UnitPrice", sql_type = "numeric(10,2)")]
    pub unit_price: Decimal,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        Album,
        Artist,
        Customer,
        Employee,
        Genre,
        Invoice,
        InvoiceLine,
        MediaType,
        Playlist,
        PlaylistTrack,
        Track,
    ]
}
