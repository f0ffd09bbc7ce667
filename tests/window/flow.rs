//! The first hour with the program, from the empty computer to the note that is still there after a lock: by hand,
//! and by keyboard alone. Everything goes through the page; no command is called beside it.

use serde_json::json;

use crate::driver::Driver;
use crate::keyboard::Key;
use crate::stage::Stage;

const NOTE: &str = "La maestra dice che Chiara arriva senza merenda.";
/// A word of the note, as she types it to find the note again.
const WORD: &str = "merend";

/// The five words that the page offers.
fn offered(driver: &Driver) -> String {
    let script = "return document.querySelectorAll('.phrase-words li').length === 5";
    driver.comes_true("five words", script);
    let script =
        "return [...document.querySelectorAll('.phrase-words li')].map((one) => one.textContent).join(' ')";
    driver.run(script, &[]).as_str().unwrap().to_owned()
}

fn is_gone(driver: &Driver, phrase: &str) {
    assert_eq!(
        driver.run(
            "return document.body.innerHTML.includes(arguments[0])",
            &[json!(phrase.split(' ').nth(2).unwrap())]
        ),
        json!(false),
        "the phrase is shown once"
    );
}

/// What must be there after the lock, on the page where she was.
fn is_still_there(driver: &Driver) {
    driver.see_title("De Luca Chiara");
    driver.see(NOTE);
    driver.see("Assistenza educativa scolastica");
}

#[test]
fn a_first_hour_by_hand() {
    let mut stage = Stage::open();
    let driver = &stage.driver;
    driver.see_title("Crea il tuo archivio");
    driver.type_into("Nome", "Elena");
    driver.type_into("Cognome", "Colombo");
    driver.click("Scegli…");
    driver.click("Assistente sociale");
    driver.click("Avanti");
    let phrase = offered(driver);
    driver.click("L’ho scritta");
    driver.field("Riscrivi la frase");
    is_gone(driver, &phrase);
    driver.type_into("Riscrivi la frase", &phrase);
    driver.click("Avanti");
    driver.click("Vado avanti senza");
    driver.click("Ho capito");
    driver.click("Crea l’archivio");
    driver.go_to("/");

    driver.see_title("Oggi");
    driver.click("Persone");
    driver.see_title("Persone");
    driver.click("Nuova persona");
    driver.see_title("Nuova persona");
    driver.type_into("Cognome", "De Luca");
    driver.type_into("Nome", "Chiara");
    driver.click("Salva la persona");
    driver.see_title("De Luca Chiara");
    driver.click("Apri cartella sociale");
    driver.see_title("Apri cartella sociale");
    driver.click("Scegli…");
    driver.click("Assistenza educativa scolastica");
    driver.click("Apri");
    driver.see_title("De Luca Chiara");

    driver.click("Scrivi nel diario");
    driver.type_into("Paragrafo «Chi chiama»", NOTE);
    driver.click("Firma nel diario");
    driver.see("Nota firmata nel diario.");
    driver.see_title("De Luca Chiara");
    driver.see(NOTE);

    driver.press(&[Key::Control, Key::Char('k')]);
    driver.type_into("Cerca persone", WORD);
    driver.comes_true("the note among the hits", HIT);
    driver.click_at(".search-hit");
    driver.comes_true("the palette closed", CLOSED);
    driver.see(NOTE);
    driver.click("Persone");
    driver.see("De Luca Chiara");
    driver.click("Cartelle");
    driver.click("Apri la cartella di De Luca Chiara");
    is_still_there(driver);

    let before = stage.process();
    stage.driver.click("Blocca");
    stage.after_lock(before);
    stage.unlock_with(&phrase);
    is_still_there(&stage.driver);
}

/// A hit of the palette shows the word that was looked for.
const HIT: &str =
    "return [...document.querySelectorAll('.search-hit')].some((one) => one.textContent.includes('merenda'))";
const CLOSED: &str = "return document.querySelector('[role=dialog]') === null";
/// The list of a choice is open, so that letters go to it.
const OPEN_LIST: &str = "return document.querySelector('[role=listbox]') !== null";
const IN_TEXT: &str = "return document.activeElement.tagName === 'TEXTAREA'";

/// Opens a list of choices that has the focus, and takes the one that begins so.
fn choose(driver: &Driver, letters: &str) {
    driver.press(&[Key::Down]);
    driver.comes_true("the list", OPEN_LIST);
    driver.keys(letters);
    driver.press(&[Key::Enter]);
    driver.comes_true(
        "the list closed",
        "return document.querySelector('[role=listbox]') === null",
    );
}

/// The archive, by keyboard; gives its passphrase.
fn created(driver: &Driver) -> String {
    driver.see_title("Crea il tuo archivio");
    driver.tab_to("Nome");
    driver.keys("Elena");
    driver.tab_to("Cognome");
    driver.keys("Colombo");
    driver.tab_to("Scegli");
    choose(driver, "Assistente");
    driver.press_on("Avanti");
    let phrase = offered(driver);
    driver.press_on("L’ho scritta");
    driver.tab_to("Riscrivi la frase");
    driver.keys(&phrase);
    driver.press(&[Key::Enter]);
    driver.tab_to("Uso la chiave");
    driver.press(&[Key::Down]);
    driver.tab_to("Ho capito");
    driver.press(&[Key::Space]);
    driver.press_on("Crea l’archivio");
    driver.go_to("/");
    phrase
}

#[test]
fn the_same_by_keyboard_alone() {
    let mut stage = Stage::open();
    let driver = &stage.driver;
    let phrase = created(driver);
    driver.see_title("Oggi");
    driver.press(&[Key::Alt, Key::Char('2')]);
    driver.see_title("Persone");
    driver.press(&[Key::Alt, Key::Char('p')]);
    driver.see_title("Nuova persona");
    driver.tab_to("Cognome");
    driver.keys("De Luca");
    driver.tab_to("Nome");
    driver.keys("Chiara");
    driver.press(&[Key::Control, Key::Enter]);
    driver.see_title("De Luca Chiara");
    driver.press_on("Apri cartella sociale");
    driver.see_title("Apri cartella sociale");
    driver.tab_to("Scegli");
    choose(driver, "Assistenza educativa");
    driver.press_on("Apri");
    driver.see_title("De Luca Chiara");
    driver.see("Assistenza educativa scolastica");

    driver.press(&[Key::Control, Key::Char('j')]);
    driver.comes_true("the cursor in the text", IN_TEXT);
    driver.keys(NOTE);
    driver.press(&[Key::Control, Key::Enter]);
    driver.see_title("De Luca Chiara");
    driver.see(NOTE);

    driver.press(&[Key::Control, Key::Char('k')]);
    driver.comes_true(
        "the palette",
        "return document.activeElement.matches('[role=dialog] input')",
    );
    driver.keys(WORD);
    driver.comes_true("the note among the hits", HIT);
    driver.press(&[Key::Down]);
    driver.press(&[Key::Enter]);
    driver.comes_true("the palette closed", CLOSED);
    driver.see(NOTE);

    let before = stage.process();
    stage.driver.press(&[Key::Control, Key::Char('l')]);
    stage.after_lock(before);
    let driver = &stage.driver;
    driver.see_title("Sblocca l’archivio");
    driver.tab_to("Frase di accesso");
    driver.keys(&phrase);
    driver.press(&[Key::Enter]);
    driver.go_to("/");
    driver.see(NOTE);
}
