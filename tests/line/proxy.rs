//! A bad line: passes bytes both ways, and breaks when it was told to, in the middle of whatever is under way.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

struct State {
    server: SocketAddr,
    /// How many more bytes pass, both ways together, before the line breaks.
    left: Option<u64>,
    carried: u64,
    broken: bool,
    /// What is connected now: broken off with the line.
    connected: Vec<TcpStream>,
}

/// The line. Its address stays the same, wherever the server behind it goes.
#[derive(Clone)]
pub struct Proxy {
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Proxy {
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0)).unwrap();
        let proxy = Self {
            address: listener.local_addr().unwrap(),
            state: Arc::new(Mutex::new(State {
                server,
                left: None,
                carried: 0,
                broken: false,
                connected: Vec::new(),
            })),
        };
        let accepting = proxy.clone();
        thread::spawn(move || {
            for laptop in listener.incoming().map_while(Result::ok) {
                accepting.connect(laptop);
            }
        });
        proxy
    }

    /// The server listens elsewhere now.
    pub fn server_is(&self, server: SocketAddr) {
        self.state().server = server;
    }

    /// The line breaks after so many bytes from now, and stays broken.
    pub fn cut_after(&self, bytes: u64) {
        let mut state = self.state();
        state.left = Some(bytes);
        state.carried = 0;
    }

    /// The line works again. Says whether it had broken, and how many bytes had passed.
    pub fn mend(&self) -> (bool, u64) {
        let mut state = self.state();
        state.left = None;
        (std::mem::take(&mut state.broken), state.carried)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connect(&self, laptop: TcpStream) {
        let mut state = self.state();
        // Who comes while the line is broken finds nobody.
        if state.broken {
            return;
        }
        let Ok(server) = TcpStream::connect(state.server) else {
            return;
        };
        let ends = [(&laptop, &server), (&server, &laptop)];
        for (from, to) in ends.map(|(from, to)| (from.try_clone().unwrap(), to.try_clone().unwrap())) {
            let proxy = self.clone();
            thread::spawn(move || proxy.pass(from, to));
        }
        state.connected = vec![laptop, server];
    }

    fn pass(&self, mut from: TcpStream, mut to: TcpStream) {
        let mut bytes = [0; 4096];
        while let Ok(came @ 1..) = from.read(&mut bytes) {
            let mut state = self.state();
            if state.broken {
                break;
            }
            let goes = state
                .left
                .map_or(came, |left| came.min(usize::try_from(left).unwrap()));
            let went = to.write_all(&bytes[..goes]).is_ok();
            state.carried += goes as u64;
            state.left = state.left.map(|left| left - goes as u64);
            if state.left == Some(0) {
                state.broken = true;
                for end in state.connected.drain(..) {
                    let _ = end.shutdown(Shutdown::Both);
                }
            }
            if !went {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
        let _ = from.shutdown(Shutdown::Both);
    }
}
