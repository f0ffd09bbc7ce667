//! The development bridge: the same commands as the window's, served on loopback to a browser, for the
//! browser tests and for looking at screens. It is a binary of the tests and no part of the product.
//!
//! `bridge --data DIR --ui DIR [--port N]` prints `listening on http://127.0.0.1:N` and serves until its
//! standard input closes.
#![expect(clippy::print_stdout, reason = "its address is what it says")]

#[path = "../../src-tauri/src/wire.rs"]
mod wire;

use anyhow::{Context as _, Result, bail};
use cartella_app::{
    Host, SystemClock, World,
    commands::{Window, answer_to},
    office::Post,
};
use cartella_archive::keys::{Argon2id, OsRandom};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tiny_http::{Header, Method, Request, Response, Server};

#[derive(Deserialize)]
struct Call {
    window: Window,
    name: String,
    #[serde(default)]
    input: Value,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut data, mut ui, mut port) = (None, None, 0_u16);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().context("an argument lacks its value")?;
        match argument.as_str() {
            "--data" => data = Some(PathBuf::from(value)),
            "--ui" => ui = Some(PathBuf::from(value)),
            "--port" => port = value.parse()?,
            other => bail!("unknown argument {other}"),
        }
    }
    let data = data.context("--data is missing")?;
    let ui = ui.context("--ui is missing")?;
    let world = World {
        clock: Arc::new(SystemClock::default()),
        random: Arc::new(OsRandom),
        kdf: Arc::new(Argon2id),
    };
    let desk = Arc::new(Desk::new(Host::new(data, world)));
    let (rounds, archive) = (desk.post.clone(), desk.host.clone());
    std::thread::spawn(move || rounds.run(&archive));
    let ui = Arc::new(ui);
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow::anyhow!("{error}"))?;
    println!("listening on http://{}", server.server_addr());
    end_with_stdin();
    for request in server.incoming_requests() {
        let (desk, ui) = (desk.clone(), ui.clone());
        std::thread::spawn(move || {
            let answered = match request.method() {
                Method::Post => call(&desk, request),
                _ => file(&ui, request),
            };
            // A browser that went away is no reason to stop.
            drop(answered);
        });
    }
    Ok(())
}

/// The bridge must not outlive the test that started it.
fn end_with_stdin() {
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
}

/// What the shell holds in the program.
struct Desk {
    host: Arc<Mutex<Host>>,
    post: Arc<Post>,
    /// What sessions with the office changed since the page last asked.
    news: Arc<Mutex<BTreeSet<&'static str>>>,
}

impl Desk {
    fn new(host: Host) -> Self {
        let news = Arc::new(Mutex::new(BTreeSet::new()));
        let told = news.clone();
        let post = Post::new(Box::new(wire::Network::default()), move |changed| {
            told.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend(changed);
        });
        Self {
            host: Arc::new(Mutex::new(host)),
            post: Arc::new(post),
            news,
        }
    }
}

fn call(desk: &Desk, mut request: Request) -> Result<()> {
    let mut text = String::new();
    request.as_reader().read_to_string(&mut text)?;
    let (status, answer) = match serde_json::from_str::<Call>(&text) {
        Ok(call) if call.name == "shell.lock" => {
            let closed = desk.host.lock().unwrap_or_else(PoisonError::into_inner).leave();
            (200, json!({ "value": closed.is_ok(), "changed": [] }))
        }
        // No session with the office by itself any more: a test that looks at what waits has all the time it needs.
        Ok(call) if call.name == "shell.rest" => {
            desk.post.end();
            (200, json!({ "value": {}, "changed": [] }))
        }
        Ok(call) if call.name == "shell.news" => {
            let news = std::mem::take(&mut *desk.news.lock().unwrap_or_else(PoisonError::into_inner));
            (200, json!({ "value": {}, "changed": news }))
        }
        Ok(call) => match answer_to(&desk.host, &desk.post, call.window, &call.name, call.input) {
            Ok(answer) => (200, serde_json::to_value(answer)?),
            Err(error) => (422, serde_json::to_value(error)?),
        },
        Err(_) => (
            400,
            json!({ "kind": "bug", "code": "bad_input", "params": {}, "retryable": false }),
        ),
    };
    let response = Response::from_string(answer.to_string()).with_status_code(status);
    request.respond(response.with_header(kind("application/json")?))?;
    Ok(())
}

fn file(ui: &Path, request: Request) -> Result<()> {
    let asked = request
        .url()
        .split(['?', '#'])
        .next()
        .unwrap_or("/")
        .trim_start_matches('/')
        .to_owned();
    let asked = if asked.is_empty() {
        "index.html"
    } else {
        asked.as_str()
    };
    let path = Path::new(asked);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    match inside.then(|| fs::read(ui.join(path))).transpose() {
        Ok(Some(bytes)) => {
            let mime = match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
                "html" => "text/html; charset=utf-8",
                "js" => "text/javascript",
                "css" => "text/css",
                "svg" => "image/svg+xml",
                "woff2" => "font/woff2",
                "png" => "image/png",
                _ => "application/octet-stream",
            };
            request.respond(Response::from_data(bytes).with_header(kind(mime)?))?;
        }
        _ => request.respond(Response::empty(404))?,
    }
    Ok(())
}

fn kind(mime: &str) -> Result<Header> {
    Header::from_bytes("Content-Type", mime).map_err(|()| anyhow::anyhow!("a header of the bridge is wrong"))
}
