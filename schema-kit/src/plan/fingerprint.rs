//! The fingerprint of a schema.

use std::borrow::Cow;
use std::fmt::Write as _;

use schema_ddl::model::Model;
use sha2::{Digest as _, Sha256};

/// Returns a hash of a model, in hexadecimal digits. Two models with the same hash are equal, except for their roles, which
/// belong to the whole server and change for other reasons.
///
/// ```
/// use schema_ddl::model::{Model, Name, Table};
/// use schema_kit::plan::fingerprint;
///
/// let empty = Model::default();
/// let other = Model { tables: vec![Table::new(Name::new("orders"))], ..Model::default() };
/// assert_eq!(fingerprint(&empty), fingerprint(&Model::default()));
/// assert_ne!(fingerprint(&empty), fingerprint(&other));
/// ```
pub fn fingerprint(model: &Model) -> String {
    let mut model = Cow::Borrowed(model);
    if !model.roles.is_empty() {
        model.to_mut().roles.clear();
    }
    // A model has no maps with keys that JSON does not allow, which is the only error.
    let json = serde_json::to_vec(&*model).unwrap_or_default();
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(json) {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
