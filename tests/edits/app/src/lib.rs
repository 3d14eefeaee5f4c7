//! A small clinic: patients, their orders, and notes that are searched by meaning.

pub mod orders;
pub mod patients;
pub mod reports;
pub mod schema;
pub mod search;
