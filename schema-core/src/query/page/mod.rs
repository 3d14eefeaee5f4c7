//! Pages: by the values of the last row (a *keyset*), or by a number of rows with the total.
//!
//! | | [`keyset`](crate::query::UnboxedSelect::keyset) | [`with_total`](crate::query::UnboxedSelect::with_total) |
//! |---|---|---|
//! | the next page begins | after the last row of this one | at an `offset` |
//! | cost of a late page | that of the first, with an index in this order | the server reads all rows before it |
//! | rows are inserted or deleted meanwhile | no row is skipped or repeated | rows move between pages |
//! | jump to page 7, show the number of pages | no | yes |
//!
//! <https://www.postgresql.org/docs/current/queries-limit.html>
//!

mod beyond;
mod cursor;
mod decoder;
mod key;
mod keys;
mod keyset;
mod total;
mod tuple_condition;
mod values;

pub use beyond::Beyond;
pub use cursor::{Cursor, IntoCursor};
pub use decoder::{Page, PageDecoder};
pub use key::{KeysetKey, Sink};
pub use keys::{KeysetColumns, KeysetKeys, KeysetOrder, ReversedKeys};
pub use keyset::{Keyset, KeysetPage, NoOrderYet, PagedRows, Position, WithKeys};
pub use total::{CountedPage, TotalDecoder, WithTotal};
pub use values::KeyValues;
