//! The development bridge: the same commands as the window's, served on loopback to a browser, for the
//! browser tests and for looking at screens. It is a binary of the tests and no part of the product.
//!
//! `bridge --data DIR --ui DIR [--port N]` prints `listening on http://127.0.0.1:N` and serves until its
//! standard input closes.
#![expect(clippy::print_stdout, reason = "its address is what it says")]

#[path = "../../src-tauri/src/wire.rs"]
mod wire;

use anyhow::{Context as _, Result, bail};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{
        StatusCode, Uri,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
    routing::post,
};
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
use tokio::{net::TcpListener, task::spawn_blocking};

#[derive(Deserialize)]
struct Call {
    window: Window,
    name: String,
    #[serde(default)]
    input: Value,
}

#[tokio::main]
async fn main() -> Result<()> {
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
    let desk = Arc::new(Desk::new(Host::new(data, world), ui));
    let (rounds, archive) = (desk.post.clone(), desk.host.clone());
    std::thread::spawn(move || rounds.run(&archive));
    let app = Router::new()
        .route("/call", post(call))
        // A table to import comes in one piece.
        .layer(DefaultBodyLimit::disable())
        .fallback(page)
        .with_state(desk);
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    end_with_stdin();
    Ok(axum::serve(listener, app).await?)
}

/// A verb that panicked: the page shows what it shows for any defect.
fn gone(_: tokio::task::JoinError) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
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
    /// The built window.
    ui: PathBuf,
}

impl Desk {
    fn new(host: Host, ui: PathBuf) -> Self {
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
            ui,
        }
    }
}

/// Runs a verb where it may block.
async fn call(State(desk): State<Arc<Desk>>, text: String) -> Response {
    let answered = spawn_blocking(move || answer(&desk, &text)).await;
    answered.map_or_else(gone, |(status, answer)| {
        let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
        (status, headers, answer.to_string()).into_response()
    })
}

fn answer(desk: &Desk, text: &str) -> (StatusCode, Value) {
    match serde_json::from_str::<Call>(text) {
        Ok(call) if call.name == "shell.lock" => {
            let closed = desk.host.lock().unwrap_or_else(PoisonError::into_inner).leave();
            (StatusCode::OK, json!({ "value": closed.is_ok(), "changed": [] }))
        }
        // No session with the office by itself any more: a test that looks at what waits has all the time it needs.
        Ok(call) if call.name == "shell.rest" => {
            desk.post.end();
            (StatusCode::OK, json!({ "value": {}, "changed": [] }))
        }
        Ok(call) if call.name == "shell.news" => {
            let news = std::mem::take(&mut *desk.news.lock().unwrap_or_else(PoisonError::into_inner));
            (StatusCode::OK, json!({ "value": {}, "changed": news }))
        }
        Ok(call) => match answer_to(&desk.host, &desk.post, call.window, &call.name, call.input) {
            Ok(answer) => (StatusCode::OK, json!(answer)),
            Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, json!(error)),
        },
        Err(_) => (
            StatusCode::BAD_REQUEST,
            json!({ "kind": "bug", "code": "bad_input", "params": {}, "retryable": false }),
        ),
    }
}

async fn page(State(desk): State<Arc<Desk>>, uri: Uri) -> Response {
    let read = spawn_blocking(move || file(&desk.ui, uri.path())).await;
    read.unwrap_or_else(gone)
}

/// A file of the built window.
fn file(ui: &Path, asked: &str) -> Response {
    let asked = asked.trim_start_matches('/');
    let path = Path::new(if asked.is_empty() { "index.html" } else { asked });
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    match inside.then(|| fs::read(ui.join(path))).transpose() {
        Ok(Some(bytes)) => {
            let headers = [
                (CONTENT_TYPE, mime(path).to_owned()),
                (CONTENT_SECURITY_POLICY, policy()),
            ];
            (headers, bytes).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What the desktop's window may load, word for word, but for the way to the commands.
fn policy() -> String {
    let config: Value =
        serde_json::from_str(include_str!("../../src-tauri/tauri.conf.json")).unwrap_or_default();
    let rules = config.pointer("/app/security/csp").and_then(Value::as_object);
    let rule = |(name, sources): (&String, &Value)| match name.as_str() {
        "connect-src" => "connect-src 'self'".to_owned(),
        _ => format!("{name} {}", sources.as_str().unwrap_or_default()),
    };
    rules
        .into_iter()
        .flatten()
        .map(rule)
        .collect::<Vec<_>>()
        .join("; ")
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
