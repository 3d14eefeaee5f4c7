//! The traits that a driver implements.

use std::fmt;
use std::future::ready;

use crate::input::{DIMENSIONS, NewItem, NewUser};
use crate::{Kind, Result, Shown};

/// A library on one connection.
pub trait Driver: Sized {
    /// Workloads that the library does not support, with the reason.
    const CANNOT: &'static [(Kind, &'static str)] = &[];

    /// Connects, and prepares statements if the library leaves that to the user.
    fn connect(url: &str) -> impl Future<Output = Result<Self>>;

    /// Begins a transaction. All measurements on one connection run in one, because some libraries provide a dedicated
    /// connection in no other way.
    fn begin(&mut self) -> impl Future<Output = Result<()>>;

    /// Commits the transaction.
    fn commit(&mut self) -> impl Future<Output = Result<()>>;
}

/// The workloads of `diesel_bench`: <https://github.com/diesel-rs/diesel/tree/main/diesel_bench>.
pub trait Blog: Driver {
    /// Reads all users.
    fn trivial(&mut self) -> impl Future<Output = Result<impl Shown>>;

    /// Reads the users with black hair, each with one of their posts or none.
    fn medium(&mut self) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Reads all users with their posts and the comments on these.
    fn associations(&mut self) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Inserts users, with a single statement if the library supports it.
    fn insert_users(&mut self, _users: Vec<NewUser>) -> impl Future<Output = Result<()>> {
        unsupported()
    }
}

/// The most common operations.
pub trait Shop: Driver {
    /// Reads all items.
    fn items(&mut self) -> impl Future<Output = Result<impl Shown>>;

    /// Reads one item by its key.
    fn find(&mut self, id: i64) -> impl Future<Output = Result<impl Shown>>;

    /// Reads the newest 50 active items above a quantity, each with its owner, if any.
    fn list(&mut self, _quantity: i32) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Inserts one item and reads its key.
    fn insert_one(&mut self, _item: NewItem) -> impl Future<Output = Result<i64>> {
        unsupported()
    }

    /// Inserts many items in the way recommended by the library's guide.
    fn insert_many(&mut self, _items: Vec<NewItem>) -> impl Future<Output = Result<()>> {
        unsupported()
    }

    /// Changes the quantity and the description of one item.
    fn update(
        &mut self,
        _id: i64,
        _quantity: i32,
        _description: String,
    ) -> impl Future<Output = Result<()>> {
        unsupported()
    }
}

/// Operations on documents and embeddings.
pub trait Documents: Driver {
    /// Reads the documents of an agent, by JSON containment.
    fn json(&mut self, _agent: &str) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Reads the keys and distances of the ten nearest embeddings by cosine distance.
    fn nearest(
        &mut self,
        _query: &[f32; DIMENSIONS],
    ) -> impl Future<Output = Result<Vec<(i64, f64)>>> {
        unsupported()
    }
}

/// A library with a connection pool, set up as recommended by its guide.
pub trait Pool: Clone + Send + Sync + Sized + 'static {
    /// Connects.
    fn connect(url: &str, connections: u32) -> impl Future<Output = Result<Self>>;

    /// See [`Shop::find`].
    fn find(&self, id: i64) -> impl Future<Output = Result<()>> + Send;

    /// See [`Shop::list`].
    fn list(&self, quantity: i32) -> impl Future<Output = Result<()>> + Send;

    /// See [`Shop::insert_one`].
    fn insert_one(&self, item: NewItem) -> impl Future<Output = Result<()>> + Send;
}

/// An unsupported workload; [`Driver::CANNOT`] has the reason.
#[derive(Debug, Clone, Copy)]
pub struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this driver does not support the workload")
    }
}

impl std::error::Error for Unsupported {}

fn unsupported<T>() -> impl Future<Output = Result<T>> {
    ready(Err(Unsupported.into()))
}
