//! A line that counts: what goes over it to a server and back passes unchanged, and its bytes are counted, headers
//! and all.

use std::{
    io::{self, Read as _, Write as _},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

/// How much of a stream is passed on at once.
const PIECE: usize = 64 * 1024;

/// Bytes that went over a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bytes {
    /// To the server.
    pub sent: u64,
    /// From it.
    pub received: u64,
}

#[derive(Default)]
struct Counters {
    sent: AtomicU64,
    received: AtomicU64,
}

/// A line to one server. Its threads end with the process.
pub struct Line {
    address: SocketAddr,
    counters: Arc<Counters>,
}

impl Line {
    /// A line to the server at `to`.
    ///
    /// # Errors
    /// No port is free.
    pub fn to(to: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let counters = Arc::new(Counters::default());
        let counted = Arc::clone(&counters);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                // A server that is not there ends the connection, as it would without this line.
                if let Ok(server) = TcpStream::connect(to) {
                    let _ = pass(&client, &server, &counted);
                }
            }
        });
        Ok(Self { address, counters })
    }

    /// Where clients connect.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What went over it since the last time this was asked.
    #[must_use]
    pub fn take(&self) -> Bytes {
        Bytes {
            sent: self.counters.sent.swap(0, Ordering::SeqCst),
            received: self.counters.received.swap(0, Ordering::SeqCst),
        }
    }
}

fn pass(client: &TcpStream, server: &TcpStream, counters: &Arc<Counters>) -> io::Result<()> {
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let ways = [
        (client.try_clone()?, server.try_clone()?, true),
        (server.try_clone()?, client.try_clone()?, false),
    ];
    for (from, to, up) in ways {
        let counters = Arc::clone(counters);
        thread::spawn(move || {
            let counter = if up { &counters.sent } else { &counters.received };
            let _ = carry(from, to, counter);
        });
    }
    Ok(())
}

/// Carries one way until its end, and says the end on the other side. What is counted was counted before it arrives, so
/// that who has the answer finds all of it counted.
fn carry(mut from: TcpStream, mut to: TcpStream, counter: &AtomicU64) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    let done = loop {
        match from.read(&mut piece) {
            Ok(0) => break Ok(()),
            Ok(length) => {
                counter.fetch_add(length as u64, Ordering::SeqCst);
                if let Err(error) = to.write_all(piece.get(..length).unwrap_or_default()) {
                    break Err(error);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Err(error),
        }
    };
    let _ = to.shutdown(Shutdown::Write);
    if done.is_err() {
        let _ = from.shutdown(Shutdown::Both);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Line, PIECE};
    use std::{
        io::{Read as _, Write as _},
        net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
        thread,
    };

    /// A server that answers each byte with two, to the end of what it is sent.
    fn doubling() -> SocketAddr {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for mut client in listener.incoming().flatten() {
                let mut heard = Vec::new();
                client.read_to_end(&mut heard).unwrap();
                client.write_all(&[heard.as_slice(), &heard].concat()).unwrap();
            }
        });
        address
    }

    fn answer(line: &Line, text: &[u8]) -> Vec<u8> {
        let mut client = TcpStream::connect(line.address()).unwrap();
        client.write_all(text).unwrap();
        client.shutdown(Shutdown::Write).unwrap();
        let mut heard = Vec::new();
        client.read_to_end(&mut heard).unwrap();
        heard
    }

    #[test]
    fn what_passes_is_unchanged_and_counted_each_way_once() {
        let line = Line::to(doubling()).unwrap();
        let text: Vec<u8> = (0..3 * PIECE + 7).map(|n| (n % 251) as u8).collect();
        assert_eq!(answer(&line, &text), [text.as_slice(), &text].concat());
        let length = text.len() as u64;
        let counted = Bytes {
            sent: length,
            received: 2 * length,
        };
        assert_eq!(line.take(), counted);
        assert_eq!(line.take(), Bytes::default(), "counted once");
        answer(&line, b"abc");
        answer(&line, b"de");
        assert_eq!(
            line.take(),
            Bytes {
                sent: 5,
                received: 10
            },
            "of all connections"
        );
    }

    #[test]
    fn a_server_that_is_not_there_ends_the_connection() {
        let gone = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = gone.local_addr().unwrap();
        drop(gone);
        let line = Line::to(address).unwrap();
        let mut client = TcpStream::connect(line.address()).unwrap();
        // It is refused as by a server that went away: the connection ends, with nothing on it.
        assert_eq!(client.read(&mut [0; 10]).unwrap_or(0), 0);
        assert_eq!(line.take(), Bytes::default());
    }
}
