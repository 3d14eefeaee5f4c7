//! The recorded sources.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::pedantic,
    reason = "the sources are only compiled, and have the names of the databases"
)]

#[rustfmt::skip]
pub mod chinook;
#[rustfmt::skip]
pub mod kinds;
#[rustfmt::skip]
pub mod northwind;
#[rustfmt::skip]
pub mod oscar;
#[rustfmt::skip]
pub mod pagila;
#[rustfmt::skip]
pub mod supabase_auth;
#[rustfmt::skip]
pub mod shop;
#[rustfmt::skip]
pub mod diesel;
#[rustfmt::skip]
pub mod recent;
#[rustfmt::skip]
pub mod nautobot;
