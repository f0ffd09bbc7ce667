//! How one comes to each page, and its picture once nothing moves any more.

use std::path::PathBuf;

use crate::driver::{Driver, PATIENCE};
use crate::keyboard::Key;
use crate::stage::{Play, Stage};
use cartella_tests::grown;
use serde_json::json;
use xtask::{run, say, wait};

/// A size of the window and what it is called.
const SIZES: [(u32, u32, &str); 2] = [(1280, 800, "larga"), (900, 700, "stretta")];

/// How one comes to a page from any other, and its name.
type Way = (&'static str, fn(&Stage));

const FEW: [Way; 4] = [
    ("oggi", |stage| alt(stage, '1', "Oggi")),
    ("cartella", case),
    ("nota", note),
    ("trova", find),
];

const MORE: [Way; 14] = [
    ("persone", |stage| alt(stage, '2', "Persone")),
    ("persona", person),
    ("persona-nuova", |stage| {
        alt(stage, '2', "Persone");
        stage.driver.click("Nuova persona");
        stage.driver.see_title("Nuova persona");
    }),
    ("cartelle", |stage| alt(stage, '3', "Cartelle")),
    ("cartella-nuova", |stage| {
        alt(stage, '3', "Cartelle");
        stage.driver.click("Apri cartella sociale");
        stage.driver.see_title("Apri cartella sociale");
    }),
    ("cartella-accessi", |stage| {
        case(stage);
        stage.driver.click("Accessi alla cartella");
        stage
            .driver
            .comes_true("the accesses", "return document.querySelector('table') !== null");
    }),
    ("agenda-settimana", |stage| agenda(stage, "Settimana")),
    ("agenda-mese", |stage| agenda(stage, "Mese")),
    ("agenda-giorno", |stage| agenda(stage, "Giorno")),
    ("appuntamento", |stage| {
        agenda(stage, "Settimana");
        stage.driver.click("Nuovo appuntamento");
        stage.driver.see_title("Nuovo appuntamento");
    }),
    ("dati", |stage| alt(stage, '6', "I miei dati su questo computer")),
    ("frase", |stage| {
        alt(stage, '6', "I miei dati su questo computer");
        stage.driver.click("Cambia la frase");
        stage.driver.comes_true("the dialog", DIALOG);
    }),
    ("importa", |stage| {
        alt(stage, '6', "I miei dati su questo computer");
        stage.driver.click("Importa da un foglio");
        stage.driver.see_title("Importazioni");
    }),
    ("scorciatoie", |stage| {
        alt(stage, '1', "Oggi");
        stage.driver.click("Operatore");
        stage.driver.click("Scorciatoie da tastiera");
        stage.driver.comes_true("the dialog", DIALOG);
    }),
];

/// What the demonstration with an office shows.
const OFFICE: [Way; 3] = [
    ("ufficio", |stage| alt(stage, '5', "Invio all’ufficio")),
    ("ufficio-tenuto", |stage| {
        alt(stage, '5', "Invio all’ufficio");
        see(stage, ".office-held-text");
    }),
    ("ufficio-due-versioni", |stage| {
        alt(stage, '3', "Cartelle");
        stage.driver.click("Apri la cartella di Brambilla Luca");
        stage.driver.click("Confronta");
        see(stage, ".office-versions");
    }),
];

/// WebDriver's number for it.
const ESCAPE: Key = Key::Char('\u{E00C}');
const DIALOG: &str = "return document.querySelector('[role=dialog]') !== null";
const NO_DIALOG: &str = "return document.querySelector('[role=dialog], [role=menu]') === null";

/// Takes them.
pub fn take() {
    let mut arguments = std::env::args().skip(1);
    let archives = PathBuf::from(arguments.next().expect("which archives?"));
    let folder = PathBuf::from(arguments.next().expect("into which folder?"));
    let which = arguments.next();
    let all = which.is_some();
    let stage = Stage::play(Play {
        program: run::product(),
        archives: Some(archives),
        variables: Vec::new(),
    });
    stage.driver.see("Frase di accesso");
    let take = |name: &str, size: (u32, u32)| picture(&stage, &folder.join(format!("{name}.png")), size);
    take("porta", (1280, 800));
    stage.unlock_with(grown::PASSPHRASE);
    if which.as_deref() == Some("office") {
        // Keys are heard once the page is there.
        stage.driver.see_title("Oggi");
        for (name, way) in OFFICE {
            way(&stage);
            take(name, (1280, 800));
            leave(&stage);
        }
        return;
    }
    if !all {
        for (name, way) in FEW {
            way(&stage);
            take(name, (1280, 800));
            leave(&stage);
        }
        return;
    }
    for theme in ["Chiaro", "Scuro"] {
        stage.driver.click("Operatore");
        stage.driver.click(&format!("Aspetto: {theme}"));
        for (width, height, size) in SIZES {
            resize(&stage.driver, (width, height));
            for (name, way) in FEW.into_iter().chain(MORE) {
                way(&stage);
                take(
                    &format!("{name}-{size}-{}", theme.to_lowercase()),
                    (width, height),
                );
                leave(&stage);
            }
        }
        resize(&stage.driver, (1280, 800));
    }
}

/// Makes the window this large, in pixels.
fn resize(driver: &Driver, (width, height): (u32, u32)) {
    let size = json!({ "x": 0, "y": 0, "width": width, "height": height });
    driver.of_session("POST", "/window/rect", Some(&size)).unwrap();
    driver.comes_true("the size", &format!("return window.innerWidth === {width}"));
}

/// Waits until something is there and brings it into sight.
fn see(stage: &Stage, what: &str) {
    let script = format!(
        "const it = document.querySelector('{what}'); if (!it) return false; it.scrollIntoView({{ block: 'center' }}); return true"
    );
    stage.driver.comes_true(what, &script);
}

fn alt(stage: &Stage, key: char, title: &str) {
    stage.driver.press(&[Key::Alt, Key::Char(key)]);
    stage.driver.see_title(title);
}

/// The case that she had open last.
fn case(stage: &Stage) {
    alt(stage, '1', "Oggi");
    stage.driver.click_at(".today-cases li:last-child button");
    stage.driver.comes_true(
        "the diary",
        "return document.querySelector('.diary-entry') !== null",
    );
}

fn person(stage: &Stage) {
    alt(stage, '2', "Persone");
    stage.driver.click("Apri la scheda di");
    stage.driver.comes_true(
        "the person",
        "return document.querySelector('.people-columns') !== null",
    );
}

fn note(stage: &Stage) {
    case(stage);
    stage.driver.press(&[Key::Control, Key::Char('j')]);
    stage.driver.comes_true(
        "the cursor",
        "return document.activeElement.tagName === 'TEXTAREA'",
    );
    let empty = "return document.activeElement.value === ''";
    if stage.driver.run(empty, &[]) == json!(true) {
        stage.driver.keys("La madre riferisce che Luca dorme poco.");
        stage.driver.press(&[Key::Enter]);
        stage.driver.keys("Concordato un colloquio con la maestra.");
    }
}

fn find(stage: &Stage) {
    alt(stage, '1', "Oggi");
    stage.driver.press(&[Key::Control, Key::Char('k')]);
    stage.driver.comes_true("the palette", DIALOG);
    stage.driver.keys("madre");
    stage
        .driver
        .comes_true("hits", "return document.querySelector('.search-hit') !== null");
}

fn agenda(stage: &Stage, view: &str) {
    alt(stage, '4', "Agenda");
    stage.driver.click(view);
}

/// Closes what lies over the page.
fn leave(stage: &Stage) {
    for _ in 0..3 {
        if stage.driver.run(NO_DIALOG, &[]) == json!(true) {
            return;
        }
        stage.driver.press(&[ESCAPE]);
    }
}

/// A picture once nothing moves any more: two looks that are the same.
fn picture(stage: &Stage, file: &std::path::Path, size: (u32, u32)) {
    let drawn =
        json!({ "script": "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", "args": [] });
    stage
        .driver
        .of_session("POST", "/execute/async", Some(&drawn))
        .unwrap();
    let mut last = Vec::new();
    let still = wait::until("the page to stand still", PATIENCE, || {
        stage.display.picture_of(size, file)?;
        let now = std::fs::read(file)?;
        let same = now == last;
        last = now;
        Ok(same.then_some(()))
    });
    still.unwrap();
    say::line(&format!("   {}", file.display()));
}
