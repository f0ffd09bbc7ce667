//! The keyboard alone: keys as the web engine gets them from a hand, and what has the focus.

use serde_json::{Value, json};

use crate::driver::Driver;

/// A key that writes nothing, by WebDriver's number for it.
#[derive(Clone, Copy)]
pub enum Key {
    Control,
    Alt,
    Enter,
    Tab,
    Space,
    Down,
    Right,
    Char(char),
}

impl Key {
    fn value(self) -> String {
        match self {
            Self::Control => '\u{E009}',
            Self::Alt => '\u{E00A}',
            Self::Enter => '\u{E007}',
            Self::Tab => '\u{E004}',
            Self::Space => ' ',
            Self::Down => '\u{E015}',
            Self::Right => '\u{E014}',
            Self::Char(letter) => letter,
        }
        .to_string()
    }
}

/// So many steps reach anything on a page.
const STEPS: usize = 80;

impl Driver {
    /// Presses keys together: down in this order, up in the other.
    pub fn press(&self, keys: &[Key]) {
        let down = keys.iter().map(|key| action("keyDown", *key));
        let up = keys.iter().rev().map(|key| action("keyUp", *key));
        self.act(down.chain(up).collect());
    }

    /// Types into what has the focus.
    pub fn keys(&self, text: &str) {
        let of = |letter| {
            [
                action("keyDown", Key::Char(letter)),
                action("keyUp", Key::Char(letter)),
            ]
        };
        self.act(text.chars().flat_map(of).collect());
    }

    fn act(&self, actions: Vec<Value>) {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.of_session("POST", "/actions", Some(&json!({ "actions": [keyboard] })))
            .unwrap();
    }

    /// What has the focus, by the name that a screen reader says.
    pub fn focused(&self) -> String {
        let script = "const active = document.activeElement;
            const by = active.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
            const label = active.id ? document.querySelector(`label[for=\"${CSS.escape(active.id)}\"]`)?.textContent : null;
            const name = active.getAttribute('aria-label') ?? by ?? label ?? active.closest('label')?.textContent ?? active.textContent ?? '';
            return name.replace(/\\s+/g, ' ').trim()";
        self.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Tab until what is called so has the focus; a keyboard that cannot reach it fails here.
    pub fn tab_to(&self, name: &str) {
        for _ in 0..STEPS {
            if self.focused().starts_with(name) {
                return;
            }
            self.press(&[Key::Tab]);
        }
        panic!(
            "no way to \"{name}\" by keyboard, the focus is on \"{}\":\n{}",
            self.focused(),
            self.text()
        );
    }

    /// Tab to it and press Enter.
    pub fn press_on(&self, name: &str) {
        self.tab_to(name);
        self.press(&[Key::Enter]);
    }
}

fn action(what: &str, key: Key) -> Value {
    json!({ "type": what, "value": key.value() })
}
