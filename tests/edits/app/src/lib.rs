//! A small clinic: patients, their orders, and notes with semantic search.

pub mod orders;
pub mod patients;
pub mod reports;
pub mod schema;
pub mod search;
pub mod visits;
