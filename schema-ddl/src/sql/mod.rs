//! The SQL that creates, changes and drops each kind of object.

pub(crate) mod access;
pub(crate) mod comment;
pub(crate) mod composite;
pub(crate) mod data_type;
pub(crate) mod default_privileges;
pub(crate) mod domain;
pub(crate) mod enumeration;
pub(crate) mod namespace;
pub(crate) mod options;
pub(crate) mod policy;
pub(crate) mod role;
pub(crate) mod routine;
pub(crate) mod schemas;
pub(crate) mod sequence;
pub(crate) mod tokens;
pub(crate) mod view;

pub mod column;
pub mod constraint;
pub mod expression;
pub mod index;
mod keyword;
pub mod lexer;
pub mod quote;
pub mod table;
