//! A file that hangs on an order, looked at in the real window: its pages are really drawn there, under the window's own
//! policy of what may run, with the letters that the paper brings along.

use std::path::Path;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_documents::paper::{Block, Paper, pdf};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::keyboard::Key;
use crate::stage::Stage;

/// A picture of one red point.
const POINT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
/// Dark points on the page that is drawn: its letters.
const DRAWN: &str = "const canvas = document.querySelector('.files-sheet canvas');
    if (!canvas || !document.querySelector('[data-page-words]')) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200 && data[at] + data[at + 1] + data[at + 2] < 200) dark += 1;
    return dark > 500";
const PICTURE: &str = "const image = document.querySelector('.files-sheet img');
    return Boolean(image) && image.complete && image.naturalWidth === 1";

/// A paper of two pages, as the program makes them.
fn report() -> Vec<u8> {
    let line = |n: usize| Block::Paragraph(format!("Riga {n}: la casa è in ordine, l’età e le parole."));
    pdf::write(&Paper {
        title: "Relazione di aggiornamento".into(),
        page: "Pagina {n} di {total}".into(),
        blocks: (1..60).map(line).collect(),
        ..Paper::default()
    })
    .unwrap()
}

/// A case of Anna Rossi's under an order that came with these papers.
fn order_with(stage: &Stage, papers: &Value) {
    let person = json!({ "person": { "surname": "Ferri", "name": "Luca" }, "addresses": [], "contacts": [], "draft": null });
    let child = stage.ask("people.create", &person)["id"].clone();
    let operator = stage.ask("session.info", &json!({}))["operator"].clone();
    let case = json!({ "people": [child], "service": "TM", "responsible": operator, "running": { "is": "in_carico", "on": "2026-01-12" } });
    let cases = stage.ask("cases.open", &case)["cases"].clone();
    let kind = json!({ "list": "CARTELLA-TIPO-PROVVEDIMENTO", "version": "1", "code": "MONIT" });
    let order = json!({ "kind": kind, "arrived_on": "2026-03-02" });
    stage.ask(
        "tutela.register_order",
        &json!({ "cases": cases, "order": order, "mandates": [], "papers": papers }),
    );
}

/// The words of this page stand beside its picture.
fn shows(driver: &Driver, page: u8) {
    let there = format!("return document.querySelector('[data-page-words=\"{page}\"]') !== null");
    driver.comes_true("the words of the page", &there);
    driver.comes_true("the letters of the page", DRAWN);
}

#[test]
fn a_paper_and_a_picture_are_drawn_in_the_window() {
    let stage = Stage::open();
    stage.create_archive();
    order_with(
        &stage,
        &json!([
            { "name": "Relazione.pdf", "content": STANDARD.encode(report()) },
            { "name": "Foto.png", "content": POINT },
        ]),
    );
    let driver = &stage.driver;
    driver.click("Cartelle");
    driver.click("Apri la cartella di Ferri Luca");
    driver.see_title("Ferri Luca");
    driver.click("Autorità giudiziaria");
    driver.click("Apri Relazione.pdf");
    driver.see_title("Relazione.pdf");
    driver.see("Pagina 1 di 2");
    shows(driver, 1);
    driver.tab_to("Documento: Relazione.pdf");
    driver.press(&[Key::Right]);
    driver.see("Pagina 2 di 2");
    shows(driver, 2);
    driver.press(&[Key::Char('+')]);
    driver.see("125 %");
    shows(driver, 2);
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/window/file.png");
    stage.display.picture(&picture).unwrap();
    driver.click("Indietro");
    driver.see_title("Ferri Luca");
    driver.click("Apri Foto.png");
    driver.see_title("Foto.png");
    driver.comes_true("the picture", PICTURE);
}
