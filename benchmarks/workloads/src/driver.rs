//! What a driver does.

use std::fmt;
use std::future::ready;

use crate::input::{DIMENSIONS, NewItem, NewUser};
use crate::{Kind, Result, Shown};

/// A library, on one connection.
pub trait Driver: Sized {
    /// What the library cannot do, and why.
    const CANNOT: &'static [(Kind, &'static str)] = &[];

    /// Connects, and prepares where that is asked of the user.
    fn connect(url: &str) -> impl Future<Output = Result<Self>>;

    /// Begins a transaction: all that is measured on one connection is in one, since some libraries give a connection
    /// of one's own in no other way.
    fn begin(&mut self) -> impl Future<Output = Result<()>>;

    /// Commits it.
    fn commit(&mut self) -> impl Future<Output = Result<()>>;
}

/// The workloads of `diesel_bench`: <https://github.com/diesel-rs/diesel/tree/main/diesel_bench>.
pub trait Blog: Driver {
    /// Reads all users.
    fn trivial(&mut self) -> impl Future<Output = Result<impl Shown>>;

    /// Reads the users whose hair is black, each with one of their posts or none.
    fn medium(&mut self) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Reads all users, with their posts, and the comments on these.
    fn associations(&mut self) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Inserts users, in one statement if the library can.
    fn insert_users(&mut self, _users: Vec<NewUser>) -> impl Future<Output = Result<()>> {
        unsupported()
    }
}

/// What programs do most.
pub trait Shop: Driver {
    /// Reads all items.
    fn items(&mut self) -> impl Future<Output = Result<impl Shown>>;

    /// Reads one item by its key.
    fn find(&mut self, id: i64) -> impl Future<Output = Result<impl Shown>>;

    /// Reads the newest 50 active items of more than a quantity, each with its owner if there is one.
    fn list(&mut self, _quantity: i32) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Inserts one item, and reads its key.
    fn insert_one(&mut self, _item: NewItem) -> impl Future<Output = Result<i64>> {
        unsupported()
    }

    /// Inserts items, as the library's guide says to insert many.
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

/// What programs do whose data are documents and embeddings.
pub trait Documents: Driver {
    /// Reads the documents that an agent wrote: those whose JSON contains it.
    fn json(&mut self, _agent: &str) -> impl Future<Output = Result<impl Shown>> {
        unsupported::<()>()
    }

    /// Reads the ten embeddings that are nearest by cosine distance: their keys, and how far they are.
    fn nearest(
        &mut self,
        _query: &[f32; DIMENSIONS],
    ) -> impl Future<Output = Result<Vec<(i64, f64)>>> {
        unsupported()
    }
}

/// A library, with a pool of connections, as its guide says to make one.
pub trait Pool: Clone + Send + Sync + Sized + 'static {
    /// Connects.
    fn connect(url: &str, connections: u32) -> impl Future<Output = Result<Self>>;

    /// The same, of a pool that asks the server by default whether a connection still works, each time that it is
    /// taken; here it does not.
    fn connect_without_ping(_url: &str, _connections: u32) -> impl Future<Output = Result<Self>> {
        unsupported()
    }

    /// [`Shop::find`]
    fn find(&self, id: i64) -> impl Future<Output = Result<()>> + Send;

    /// [`Shop::list`]
    fn list(&self, quantity: i32) -> impl Future<Output = Result<()>> + Send;

    /// [`Shop::insert_one`]
    fn insert_one(&self, item: NewItem) -> impl Future<Output = Result<()>> + Send;
}

/// A driver that does not do this; [`Driver::CANNOT`] says why.
#[derive(Debug, Clone, Copy)]
pub struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this driver does not do that")
    }
}

impl std::error::Error for Unsupported {}

fn unsupported<T>() -> impl Future<Output = Result<T>> {
    ready(Err(Unsupported.into()))
}
