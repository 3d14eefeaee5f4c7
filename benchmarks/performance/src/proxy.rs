//! What stands between a driver and the server, so that a count is the same each time.
//!
//! Under callgrind a client is slow, and the answer may or may not be there when it looks for the first time. Here it
//! never is, as with a client at full speed: each answer waits a little.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const DELAY: Duration = Duration::from_micros(500);

/// Listens on a port of its own, for as long as the process lives.
pub(crate) fn start(server: SocketAddr) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for client in listener.incoming() {
            // A driver whose connection fails says so itself.
            let _ = client.and_then(|client| connect(&client, server));
        }
    });
    Ok(address)
}

fn connect(client: &TcpStream, server: SocketAddr) -> io::Result<()> {
    let server = TcpStream::connect(server)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (from, to) = (client.try_clone()?, server.try_clone()?);
    thread::spawn(move || pass(from, to, Duration::ZERO));
    let (from, to) = (server, client.try_clone()?);
    thread::spawn(move || pass(from, to, DELAY));
    Ok(())
}

fn pass(mut from: TcpStream, mut to: TcpStream, delay: Duration) {
    let mut buffer = vec![0; 1 << 16];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        if delay > Duration::ZERO {
            thread::sleep(delay);
        }
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
