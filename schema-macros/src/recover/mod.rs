//! RECOVER: what a macro emits for an invalid input, so that the rest of the crate compiles without further errors.
//!
//! # One error per mistake
//!
//! The struct, the table's constant and its methods are emitted even if the input has errors. Code that uses them then
//! reports nothing of its own.
//!
//! # The lost type
//!
//! A type that could not be parsed is replaced by an alias, `type __PatientLost = [(); compile_error!("…")]`. When the
//! length of an array type fails to evaluate, the compiler marks the type as an error that was already reported. It
//! then stays silent about everything that contains the type: fields, bounds, method calls. The column types in
//! `expand/table/columns.rs` use the same rule.

pub(crate) mod fallback;
mod salvage;

pub(crate) use self::salvage::salvage;
