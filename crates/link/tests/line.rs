//! The line against a small server of its own: one certificate, answers whole, cut, too large.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use cartella_link::{Address, Line, Outgoing, Stop};
use cartella_sync::{device::Trouble, messages::MAX_MESSAGE, packed, request::HEADER};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use sha2::{Digest as _, Sha256};
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpListener,
    sync::Arc,
    thread::{self, JoinHandle},
};

/// What the server does with a request.
#[derive(Clone)]
enum Act {
    Answer(u16, Vec<u8>),
    /// An answer with these headers.
    With(&'static str, Vec<u8>),
    /// So many bytes of an answer, then the connection breaks.
    Cut(usize),
    /// The connection ends before the request was read.
    HangUp,
}

struct Server {
    address: Address,
    /// Header lines and body of each request heard.
    heard: JoinHandle<Vec<(Vec<String>, Vec<u8>)>>,
}

/// A server that does these things, one a request, then ends.
fn server(acts: Vec<Act>) -> Server {
    let made = rcgen::generate_simple_self_signed(vec!["ufficio.example".to_owned()]).unwrap();
    let certificate = made.cert.der().clone();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let heard = thread::spawn(move || serve(&listener, &Arc::new(config), acts));
    Server {
        address: Address {
            host,
            certificate: Some(Sha256::digest(&certificate).into()),
        },
        heard,
    }
}

fn serve(listener: &TcpListener, config: &Arc<ServerConfig>, acts: Vec<Act>) -> Vec<(Vec<String>, Vec<u8>)> {
    let mut heard = Vec::new();
    let mut acts = acts.into_iter().peekable();
    while acts.peek().is_some() {
        let (socket, _) = listener.accept().unwrap();
        let tls = ServerConnection::new(config.clone()).unwrap();
        let mut stream = BufReader::new(StreamOwned::new(tls, socket));
        while let Some(act) = acts.next_if(|_| true) {
            if matches!(act, Act::HangUp) {
                break;
            }
            let Some(request) = read(&mut stream) else {
                break;
            };
            heard.push(request);
            let (status, body, upto) = match act.clone() {
                Act::Answer(status, body) => (status, body, usize::MAX),
                Act::With(_, body) => (200, body, usize::MAX),
                Act::Cut(upto) => (200, vec![1; 10_000], upto),
                Act::HangUp => break,
            };
            let headers = if let Act::With(headers, _) = act {
                headers
            } else {
                ""
            };
            let mut answer = format!(
                "HTTP/1.1 {status} x\r\n{headers}content-length: {}\r\n\r\n",
                body.len()
            )
            .into_bytes();
            answer.extend(body);
            answer.truncate(upto);
            let _ = stream.get_mut().write_all(&answer);
            let _ = stream.get_mut().flush();
            if upto < usize::MAX {
                break;
            }
        }
    }
    heard
}

fn read<S: std::io::Read>(stream: &mut BufReader<S>) -> Option<(Vec<String>, Vec<u8>)> {
    let mut lines = Vec::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.parse().unwrap();
        }
        lines.push(line);
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    Some((lines, body))
}

fn hello() -> Outgoing {
    Outgoing {
        path: "/v1/hello",
        signature: "1 aa 5 bb cc".to_owned(),
        body: vec![7; 100_000],
    }
}

#[test]
fn a_signed_request_goes_and_its_answer_comes_whatever_the_status() {
    let server = server(vec![Act::Answer(200, vec![1, 2, 3]), Act::Answer(429, vec![4])]);
    let line = Line::new(&server.address, Stop::default()).unwrap();
    assert_eq!(line.post(&hello()), Ok(vec![1, 2, 3]));
    assert_eq!(line.post(&hello()), Ok(vec![4]));
    let heard = server.heard.join().unwrap();
    assert_eq!(heard.len(), 2);
    let (lines, body) = &heard[0];
    assert_eq!(lines[0], "POST /v1/hello HTTP/1.1");
    assert!(
        lines
            .iter()
            .any(|line| line.eq_ignore_ascii_case(&format!("{HEADER}: 1 aa 5 bb cc")))
    );
    assert_eq!(body, &hello().body);
}

#[test]
fn another_certificate_is_not_accepted_and_nothing_is_sent() {
    let server = server(vec![Act::HangUp]);
    let mut address = server.address.clone();
    address.certificate.as_mut().unwrap()[5] ^= 1;
    let line = Line::new(&address, Stop::default()).unwrap();
    assert_eq!(line.post(&hello()), Err(Trouble::Line));
    assert!(server.heard.join().unwrap().is_empty());
}

#[test]
fn a_certificate_of_the_offices_own_passes_for_no_public_one() {
    let server = server(vec![Act::HangUp]);
    let address = Address {
        certificate: None,
        ..server.address.clone()
    };
    let line = Line::new(&address, Stop::default()).unwrap();
    assert_eq!(line.post(&hello()), Err(Trouble::Line));
    assert!(server.heard.join().unwrap().is_empty());
}

#[test]
fn a_line_that_breaks_is_said_and_the_next_request_connects_anew() {
    for cut in [0, 10, 50, 5_000] {
        let server = server(vec![Act::Cut(cut), Act::Answer(200, vec![9])]);
        let line = Line::new(&server.address, Stop::default()).unwrap();
        assert!(line.post(&hello()).is_err(), "cut at {cut}");
        assert_eq!(line.post(&hello()), Ok(vec![9]));
        server.heard.join().unwrap();
    }
}

#[test]
fn an_answer_that_no_office_gives_is_nonsense() {
    let server = server(vec![Act::Answer(200, vec![0; MAX_MESSAGE + 2])]);
    let line = Line::new(&server.address, Stop::default()).unwrap();
    assert_eq!(line.post(&hello()), Err(Trouble::Nonsense));
    drop(line);
    server.heard.join().unwrap();
}

#[test]
fn nothing_goes_once_it_was_said_to_stop_and_nobody_answers_where_nobody_is() {
    let stop = Stop::default();
    let address = Address {
        host: "127.0.0.1:1".to_owned(),
        certificate: Some([0; 32]),
    };
    let line = Line::new(&address, stop.clone()).unwrap();
    assert_eq!(line.post(&hello()), Err(Trouble::Line));
    stop.stop();
    assert!(stop.is_stopped());
    assert_eq!(line.post(&hello()), Err(Trouble::Line));
}

#[test]
fn requests_are_packed_once_the_office_says_so_and_packed_answers_are_unpacked() {
    let says = "accept-encoding: gzip\r\n";
    let coded = "content-encoding: gzip\r\n";
    let message = vec![5; 50_000];
    let server = server(vec![
        Act::With(says, vec![1]),
        Act::With(coded, packed::pack(&message).unwrap()),
        Act::With(coded, vec![5; 100]),
        Act::With("content-encoding: br\r\n", vec![5; 100]),
        Act::With(coded, packed::pack(&vec![0; MAX_MESSAGE + 1]).unwrap()),
    ]);
    let line = Line::new(&server.address, Stop::default()).unwrap();
    assert_eq!(line.post(&hello()), Ok(vec![1]));
    assert_eq!(line.post(&hello()), Ok(message));
    for what in ["damaged", "packed otherwise", "too long"] {
        assert_eq!(line.post(&hello()), Err(Trouble::Nonsense), "{what}");
    }
    drop(line);
    let heard = server.heard.join().unwrap();
    assert_eq!(heard[0].1, hello().body, "the first goes as it is");
    let (lines, body) = &heard[1];
    assert!(
        lines
            .iter()
            .any(|line| line.eq_ignore_ascii_case("content-encoding: gzip"))
    );
    assert_eq!(packed::unpack(body, MAX_MESSAGE), Ok(hello().body));
}
