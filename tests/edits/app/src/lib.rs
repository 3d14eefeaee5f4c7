//! A small clinic: patients, their orders, and notes with semantic search; its staff, sites, invoices and measurements.

pub mod billing;
pub mod measurements;
pub mod orders;
pub mod patients;
pub mod reports;
pub mod schema;
pub mod search;
pub mod sites;
pub mod staff;
pub mod visits;
