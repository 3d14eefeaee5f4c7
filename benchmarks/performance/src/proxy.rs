//! A proxy between a driver and the server that makes counts reproducible.
//!
//! Under callgrind a client is slow, so the answer may or may not have arrived when the client first polls for it. The
//! proxy delays each answer a little, so that it has never arrived, as with a client at full speed. It also forwards
//! each answer as a whole; otherwise the server would determine how often the client is woken.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

const DELAY: Duration = Duration::from_micros(500);
/// Time limit for the rest of an answer, because `Flush` lets a client request a partial answer.
const PATIENCE: Duration = Duration::from_millis(100);

/// Listens on a free port until the process exits.
pub(crate) fn start(server: SocketAddr) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for client in listener.incoming() {
            // The driver reports a failed connection itself.
            let _ = client.and_then(|client| connect(&client, server));
        }
    });
    Ok(address)
}

fn connect(client: &TcpStream, server: SocketAddr) -> io::Result<()> {
    let server = TcpStream::connect(server)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (mut from, mut to) = (client.try_clone()?, server.try_clone()?);
    thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        close(&from, &to);
    });
    let (mut from, mut to) = (server, client.try_clone()?);
    thread::spawn(move || {
        let _ = pass_answers(&mut from, &mut to);
        close(&from, &to);
    });
    Ok(())
}

fn close(from: &TcpStream, to: &TcpStream) {
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}

/// Forwards the answers of the server one at a time.
fn pass_answers(from: &mut TcpStream, to: &mut TcpStream) -> io::Result<()> {
    let mut answer = Vec::new();
    let mut part = vec![0; 1 << 16];
    loop {
        from.set_read_timeout((!answer.is_empty()).then_some(PATIENCE))?;
        match from.read(&mut part) {
            Ok(0) => return Ok(()),
            Ok(length) => {
                answer.extend_from_slice(&part[..length]);
                if !is_over(&answer) {
                    continue;
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(error) => return Err(error),
        }
        thread::sleep(DELAY);
        to.write_all(&answer)?;
        answer.clear();
    }
}

/// True if the server is waiting for the client: its last message is `ReadyForQuery` or a request.
///
/// <https://www.postgresql.org/docs/current/protocol-message-formats.html>
fn is_over(answer: &[u8]) -> bool {
    let mut rest = answer;
    let mut last = None;
    while let [kind, a, b, c, d, ..] = *rest {
        let length = u32::from_be_bytes([a, b, c, d]);
        let end = usize::try_from(length).map_or(usize::MAX, |length| length.saturating_add(1));
        let Some(after) = rest.get(end..) else {
            return false;
        };
        last = Some(kind);
        rest = after;
    }
    // The only answer that is not a message is the single byte that answers the request for TLS.
    let is_whole = rest.is_empty() || last.is_none();
    is_whole && !matches!(last, Some(kind) if !b"ZRE".contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::is_over;

    #[test]
    fn an_answer_is_over_where_the_server_waits() {
        let ready = b"Z\0\0\0\x05I".as_slice();
        let bound = b"2\0\0\0\x04".as_slice();
        assert!(is_over(ready));
        assert!(is_over(&[bound, ready].concat()));
        assert!(!is_over(bound));
        assert!(!is_over(&[bound, &ready[..4]].concat()));
        assert!(!is_over(&[bound, b"Z".as_slice()].concat()));
        assert!(is_over(b"N"));
    }
}
