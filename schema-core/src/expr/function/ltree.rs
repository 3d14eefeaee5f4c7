//! Functions of the extension [`ltree`](https://www.postgresql.org/docs/current/ltree.html).
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::ltree;
//! use schema_core::types::Ltree;
//!
//! # #[table(name = "topics")]
//! # struct Topic { #[column(primary_key)] id: i64, path: Ltree }
//! let parents = Topic.select().columns((
//!     ltree::nlevel(Topic.path),
//!     ltree::subpath(Topic.path, 0, -1),
//!     ltree::subltree(Topic.path, 0, 1),
//!     ltree::index(Topic.path, Topic.path),
//!     ltree::lca(Topic.path, Topic.path),
//!     ltree::ltree2text(Topic.path),
//!     ltree::text2ltree("Top"),
//! ));
//! assert_eq!(
//!     parents.to_sql(),
//!     concat!(
//!         r#"select nlevel("topics"."path"), subpath("topics"."path", $1::integer, $2::integer), "#,
//!         r#"subltree("topics"."path", $3::integer, $4::integer), index("topics"."path", "topics"."path"), "#,
//!         r#"lca("topics"."path", "topics"."path"), ltree2text("topics"."path"), text2ltree($5::text) from "topics""#,
//!     )
//! );
//! ```

use crate::types::Ltree;

functions! {
    /// The position of the first occurrence of `part` in the path, from 0 on; -1 if there is none.
    index(path: Ltree, part: Ltree) -> i32;
    /// The longest common ancestor of two paths, which is neither of them; NULL if there is none.
    lca(a: Ltree, b: Ltree) -> Option<Ltree>;
    /// The path as text.
    ltree2text(path: Ltree) -> String;
    /// The number of labels.
    nlevel(path: Ltree) -> i32;
    /// The labels from position `start`, counted from 0, up to but not including `end`.
    subltree(path: Ltree, start: i32, end: i32) -> Ltree;
    /// `count` labels from position `start` on. A negative start counts from the end, a negative count omits labels there.
    subpath(path: Ltree, start: i32, count: i32) -> Ltree;
    /// The text as a path. The server rejects one that is not.
    text2ltree(text: String) -> Ltree;
}
