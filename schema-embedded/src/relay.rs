//! The relay between the clients and Postgres. It serves one connection at a time and survives misbehaving clients.
//!
//! A `PgliteServer` starts a Postgres for each connection, one after another. After a connection ends with an error, it
//! accepts no more. A client that disconnects in the middle of an answer causes such an error. The relay therefore reads
//! every answer to its end on behalf of the client, and starts a new `PgliteServer` for each connection. It can also close
//! a client's connection; otherwise the server could not be stopped while a pool is open.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use pglite_oxide::PgliteServer;

use crate::Error;

/// Time to wait for a running query when stopping; it cannot be cancelled.
const STOP_TIMEOUT: Duration = Duration::from_secs(5);

/// A running relay. It stops on drop.
#[derive(Debug)]
pub(crate) struct Relay {
    address: SocketAddr,
    shared: Arc<Shared>,
    /// Receives nothing; it disconnects when the relay's thread ends.
    ended: Receiver<()>,
}

#[derive(Debug, Default)]
struct Shared {
    stopped: AtomicBool,
    client: Mutex<Option<TcpStream>>,
}

impl Relay {
    /// Serves the Postgres installed in `root`.
    pub(crate) fn start(root: PathBuf) -> Result<Self, Error> {
        let clients = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Error::Listen)?;
        let address = clients.local_addr().map_err(Error::Listen)?;
        let shared = Arc::<Shared>::default();
        let (end, ended) = mpsc::channel();
        let for_thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("schema-embedded".to_owned())
            .spawn(move || {
                serve(&clients, &root, &for_thread);
                drop(end);
            })
            .map_err(|source| Error::Thread(Some(source)))?;
        Ok(Self {
            address,
            shared,
            ended,
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        self.shared.close_client();
        // Wake the thread if it is waiting for a client.
        let _ = TcpStream::connect(self.address);
        match self.ended.recv_timeout(STOP_TIMEOUT) {
            Ok(()) | Err(RecvTimeoutError::Disconnected | RecvTimeoutError::Timeout) => {}
        }
    }
}

impl Shared {
    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    fn set_client(&self, client: Option<TcpStream>) {
        *self.client.lock().unwrap_or_else(PoisonError::into_inner) = client;
    }

    fn close_client(&self) {
        let client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = &*client {
            let _ = client.shutdown(Shutdown::Both);
        }
    }
}

/// Serves clients one after another until stopped.
fn serve(clients: &TcpListener, root: &Path, shared: &Shared) {
    for client in clients.incoming() {
        if shared.is_stopped() {
            return;
        }
        // A client that disconnects early must not stop the relay.
        let _ = client.and_then(|client| serve_client(&client, root, shared));
        shared.set_client(None);
    }
}

fn serve_client(client: &TcpStream, root: &Path, shared: &Shared) -> io::Result<()> {
    client.set_nodelay(true)?;
    shared.set_client(Some(client.try_clone()?));
    if shared.is_stopped() {
        return Ok(());
    }
    let postgres = start_postgres(root)?;
    let address = postgres.tcp_addr().ok_or(io::ErrorKind::AddrNotAvailable)?;
    let server = TcpStream::connect(address)?;
    server.set_nodelay(true)?;
    thread::scope(|scope| {
        scope.spawn(|| answer(&server, client));
        let _ = io::copy(&mut &*client, &mut &server);
        // Ends the session: Postgres rolls back and closes its side.
        server.shutdown(Shutdown::Write)
    })
}

/// Opens a port for one connection. Postgres starts when the connection is made.
fn start_postgres(root: &Path) -> io::Result<PgliteServer> {
    PgliteServer::builder()
        .path(root)
        .relaxed_durability(true)
        // The default of 128 MB is initialized for each connection, which doubles the time it takes to connect.
        .postgres_config("shared_buffers", "32MB")
        .start()
        .map_err(io::Error::other)
}

/// Copies the answers of Postgres to the client, and keeps reading if the client has disconnected.
fn answer(mut server: &TcpStream, mut client: &TcpStream) {
    let mut buffer = vec![0; 64 * 1024];
    let mut listening = true;
    while let Ok(length @ 1..) = server.read(&mut buffer) {
        listening = listening
            && buffer
                .get(..length)
                .is_some_and(|bytes| client.write_all(bytes).is_ok());
    }
    let _ = client.shutdown(Shutdown::Both);
}
