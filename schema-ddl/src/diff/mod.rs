//! The difference of two models, as statements in an order in which they can run.

mod action;
mod attached;
mod cast;
mod column;
mod composite;
mod constraint;
mod context;
mod default_privileges;
mod dependents;
mod domain;
mod enumeration;
mod foreign_key;
mod grant;
mod graph;
mod identity;
mod ids;
mod index;
mod log;
mod lookup;
mod make;
mod matching;
mod model;
mod namespace;
mod order;
mod pairs;
mod partition;
mod partition_column;
mod policy;
mod renamed;
mod renames;
mod retype;
mod role;
mod routine;
mod scope;
mod sequence;
mod table;
#[cfg(test)]
mod tests;
mod trigger;
mod uses;
mod view;

pub use action::{Action, Transaction, Verb};
#[cfg(feature = "online")]
pub(crate) use cast::using as conversion;
pub use graph::{Cycle, sort};
pub use model::diff;
#[cfg(feature = "online")]
pub(crate) use renamed::own_columns as rename_own_columns;
pub use renames::Renames;
#[cfg(feature = "online")]
pub(crate) use scope::Scope;
#[cfg(feature = "online")]
pub(crate) use uses::readers;
