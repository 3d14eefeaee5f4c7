//! Rust source from a schema that exists: a database, a Prisma schema or a Diesel `schema.rs`.
//!
//! [`rust`] writes the structs of a [`Model`]. [`prisma`] and [`diesel`] read the schemas of those libraries as models. None
//! of them needs a server. What cannot be written as attributes is listed by name, with the reason.

mod case;
mod diesel;
mod error;
mod names;
mod partition;
mod prisma;
mod reduce;
mod rust_type;
mod trigger;
mod updated_at;
mod view;
mod write;

use std::fmt;

use schema_ddl::model::Model;

pub use self::diesel::diesel;
pub use self::error::PullError;
pub use self::prisma::prisma;

/// Source code, and what it does not contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulled {
    /// The source of a Rust module: structs, enums, and a function `schema` that lists the tables.
    pub source: String,
    /// The part of the model that the source describes. The tables of the source have this model, apart from the form of
    /// expressions.
    pub model: Model,
    /// Everything else.
    pub left_out: Vec<LeftOut>,
}

/// An object, or a property of an object, that the source does not contain.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LeftOut {
    /// The object, as messages name it: `view "active_patients"`.
    pub object: String,
    /// The missing objects, with the reasons.
    pub reason: String,
}

/// Writes the object and the reason, as messages do.
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.object, self.reason)
    }
}

/// The crates whose types the source uses.
///
/// ```
/// use schema_kit::pull::{DecimalCrate, PullOptions, TimeCrate};
///
/// let options = PullOptions::default();
/// assert_eq!(options.time, TimeCrate::Chrono);
/// assert_eq!(options.decimal, DecimalCrate::RustDecimal);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PullOptions {
    /// The crate for dates and times.
    pub time: TimeCrate,
    /// The crate for `numeric`.
    pub decimal: DecimalCrate,
}

/// A crate with types for dates and times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TimeCrate {
    /// `chrono`.
    #[default]
    Chrono,
    /// `time`.
    Time,
}

/// A crate with a type for decimal numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DecimalCrate {
    /// `rust_decimal`, with up to 28 digits.
    #[default]
    RustDecimal,
    /// `bigdecimal`, with any number of digits.
    BigDecimal,
}

/// Writes the tables and types of a model as Rust source.
///
/// ```
/// use schema_ddl::model::{Column, DataType, Model, Name, PrimaryKey, Table};
/// use schema_kit::pull::{self, PullOptions};
///
/// let mut table = Table::new(Name::new("patients"));
/// table.columns = vec![
///     Column::new("id", DataType::parse("bigint")),
///     Column { nullable: true, ..Column::new("firstName", DataType::parse("varchar(80)")) },
/// ];
/// table.primary_key = Some(PrimaryKey {
///     name: "patients_pkey".into(),
///     columns: vec!["id".into()],
///     include: vec![],
///     deferrable: Default::default(),
///     comment: None,
/// });
/// let model = Model { tables: vec![table], ..Model::default() };
///
/// let pulled = pull::rust(&model, &PullOptions::default());
/// assert!(pulled.left_out.is_empty());
/// assert_eq!(
///     pulled.source,
///     r#"//! Tables of a database, written by `pull`.
/// //!
/// //! They need in `Cargo.toml`:
/// //!
/// //! ```toml
/// //! [dependencies]
/// //! schema-core = "0.1"
/// //! ```
///
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// #[derive(Debug, Clone)]
/// pub struct Patient {
///     #[column(primary_key)]
///     pub id: i64,
///     #[column(name = "firstName", sql_type = "varchar(80)")]
///     pub first_name: Option<String>,
/// }
///
/// /// All tables of this file.
/// pub fn schema() -> Schema {
///     schema![Patient]
/// }
/// "#
/// );
/// ```
///
/// A struct has the singular of the table's name. Names of Rust that are taken, or that are not names in Rust, are changed;
/// an attribute then has the name of the database. A `serial` column becomes an identity column, which programs use in the
/// same way.
pub fn rust(model: &Model, options: &PullOptions) -> Pulled {
    let (model, left_out) = reduce::reduce(model, *options);
    Pulled {
        source: write::file(&model, &left_out, *options),
        model,
        left_out,
    }
}
