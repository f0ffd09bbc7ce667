//! A small WebDriver client (W3C WebDriver, JSON over loopback) for the web engine of the window.
//!
//! The driver is started in its mode of attaching to a running program, not of starting one: the program starts a
//! fresh process when it locks, and the same driver attaches to that one too.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use xtask::wait;

/// The key under which WebDriver gives an element's reference.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// How long anything on the screen may take; a development build on a busy machine is slow.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// An element of the page.
pub struct Element(String);

/// A driver, attached to the program's window or not.
pub struct Driver {
    process: Child,
    base: String,
    agent: ureq::Agent,
    session: String,
}

/// A port on loopback that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

impl Driver {
    /// Starts a driver for the program whose web engine listens on this port.
    pub fn start(engine: u16) -> Self {
        let port = free_port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .arg(format!("--target=127.0.0.1:{engine}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver: is webkit2gtk-driver installed? (`cargo xtask setup`)");
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let base = format!("http://127.0.0.1:{port}");
        Self {
            process,
            base,
            agent,
            session: String::new(),
        }
    }

    /// Attaches to the window that is there now; waits for it.
    pub fn attach(&mut self) {
        let wanted = json!({ "capabilities": { "alwaysMatch": {} } });
        self.session = wait::until("the window to be driven", PATIENCE, || {
            let answer = self.send("POST", "/session", Some(&wanted)).ok();
            Ok(answer.and_then(|value| value["sessionId"].as_str().map(str::to_owned)))
        })
        .unwrap();
    }

    /// Lets go of a window, which may be gone already.
    pub fn detach(&self) {
        let _ = self.of_session("DELETE", "", None);
    }

    /// Goes over to the window that shows this page; waits for it and for the screens to have started.
    pub fn go_to(&self, page: &str) {
        let there = wait::until(&format!("the page {page}"), PATIENCE, || {
            Ok(self.enter(page).then_some(()))
        });
        there.unwrap();
    }

    /// How many windows there are.
    pub fn windows(&self) -> usize {
        let handles = self.of_session("GET", "/window/handles", None);
        handles.map_or(0, |all| all.as_array().map_or(0, Vec::len))
    }

    /// Goes over to the window that shows this page, if there is one whose screens have started.
    pub fn enter(&self, page: &str) -> bool {
        let handles = self
            .of_session("GET", "/window/handles", None)
            .unwrap_or_default();
        let shows = |handle: &Value| {
            let there = self
                .of_session("POST", "/window", Some(&json!({ "handle": handle })))
                .is_ok();
            there
                && self.run("return location.pathname + document.readyState", &[])
                    == json!(format!("{page}complete"))
        };
        handles.as_array().is_some_and(|all| all.iter().any(shows))
    }

    /// Runs a script in the page and gives what it returns; null where it could not run.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.of_session("POST", "/execute/sync", Some(&body))
            .unwrap_or_default()
    }

    /// Calls a command of the shell from the page, as the screens do.
    pub fn call(&self, window: &str, name: &str, input: &Value) -> Result<Value, Value> {
        let script = "const [window_, name, input, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(`${window_}_call`, { name, input })
                .then((answer) => done({ answer }), (error) => done({ error }))";
        let body = json!({ "script": script, "args": [window, name, input] });
        let answer = self.of_session("POST", "/execute/async", Some(&body)).unwrap();
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["answer"].clone()),
        }
    }

    /// The same without waiting for the answer: the window may go away before it comes.
    pub fn call_and_leave(&self, window: &str, name: &str, input: &Value) {
        let script = "window.__TAURI_INTERNALS__.invoke(`${arguments[0]}_call`, { name: arguments[1], input: arguments[2] })
            .catch(() => undefined); return null";
        self.run(script, &[json!(window), json!(name), input.clone()]);
    }

    /// All text that the page shows.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText", &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The page's title, once it has one.
    pub fn title(&self) -> String {
        let script = "return document.querySelector('h1')?.textContent.trim() ?? null";
        let read = || Ok(self.run(script, &[]).as_str().map(str::to_owned));
        wait::until("the page's title", PATIENCE, read).unwrap()
    }

    /// Waits until the page has this title.
    pub fn see_title(&self, title: &str) {
        let seen = wait::until(title, PATIENCE, || Ok((self.title() == title).then_some(())));
        assert!(seen.is_ok(), "the page is not \"{title}\":\n{}", self.text());
    }

    /// Waits until the page shows this text.
    pub fn see(&self, text: &str) {
        let seen = wait::until(text, PATIENCE, || Ok(self.text().contains(text).then_some(())));
        assert!(seen.is_ok(), "\"{text}\" is not on the page:\n{}", self.text());
    }

    /// Waits until what a script tells of has come true.
    pub fn comes_true(&self, what: &str, script: &str) {
        let seen = wait::until(what, PATIENCE, || {
            Ok((self.run(script, &[]) == json!(true)).then_some(()))
        });
        assert!(seen.is_ok(), "{what} did not come:\n{}", self.text());
    }

    /// The button, link, tab, option or choice of this name; waits for it.
    pub fn named(&self, name: &str) -> Element {
        let script = "const name = arguments[0];
            const all = document.querySelectorAll('button, a, [role=option], [role=tab], [role=menuitem], [role=button], label');
            const of = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim();
            const shown = [...all].filter((one) => one.getClientRects().length > 0);
            return shown.find((one) => of(one) === name) ?? shown.find((one) => of(one).startsWith(name)) ?? null";
        self.element(name, script)
    }

    /// The field with this label; waits for it.
    pub fn field(&self, label: &str) -> Element {
        let script = "const name = arguments[0];
            const fields = [...document.querySelectorAll('input, textarea, [contenteditable=true], [role=combobox]')];
            const labelled = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(name));
            return fields.find((one) => one.getAttribute('aria-label')?.startsWith(name))
                ?? (labelled ? document.getElementById(labelled.htmlFor) ?? labelled.querySelector('input') : null)";
        self.element(label, script)
    }

    fn element(&self, name: &str, script: &str) -> Element {
        let found = wait::until(name, PATIENCE, || {
            let found = self.run(script, &[json!(name)]);
            Ok(found[ELEMENT].as_str().map(|id| Element(id.to_owned())))
        });
        found.unwrap_or_else(|_| panic!("\"{name}\" is not on the page:\n{}", self.text()))
    }

    /// Clicks, as a hand would.
    pub fn click(&self, name: &str) {
        self.click_on(name, || self.named(name));
    }

    /// Clicks the first element that this selector finds; waits for it.
    pub fn click_at(&self, selector: &str) {
        let script = "return document.querySelector(arguments[0])";
        self.click_on(selector, || self.element(selector, script));
    }

    fn click_on(&self, what: &str, find: impl Fn() -> Element) {
        let mut last = String::new();
        let clicked = wait::until(what, PATIENCE, || {
            let Element(id) = find();
            match self.of_session("POST", &format!("/element/{id}/click"), Some(&json!({}))) {
                Ok(_) => Ok(Some(())),
                // It moved or was drawn anew between the look and the click.
                Err(error) => {
                    last = error;
                    Ok(None)
                }
            }
        });
        assert!(clicked.is_ok(), "\"{what}\" cannot be clicked: {last}");
    }

    /// Types into a field, key by key.
    pub fn type_into(&self, label: &str, text: &str) {
        let Element(id) = self.field(label);
        self.of_session(
            "POST",
            &format!("/element/{id}/value"),
            Some(&json!({ "text": text })),
        )
        .unwrap();
    }

    /// A request of the session that is attached.
    pub fn of_session(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        self.send(method, &format!("/session/{}{path}", self.session), body)
    }

    /// One request; the error is WebDriver's own word for it.
    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let url = format!("{}{path}", self.base);
        let answered = match (method, body) {
            ("POST", Some(body)) => self.agent.post(&url).send_json(body),
            ("DELETE", _) => self.agent.delete(&url).call(),
            _ => self.agent.get(&url).call(),
        };
        let mut response = answered.map_err(|error| error.to_string())?;
        let mut answer: Value = response
            .body_mut()
            .read_json()
            .map_err(|error| error.to_string())?;
        let value = answer["value"].take();
        match value.get("error").and_then(Value::as_str) {
            Some(error) if response.status().as_u16() >= 400 => Err(error.to_owned()),
            _ => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
