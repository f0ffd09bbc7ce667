//! What the page cannot do, tried from inside the page.

use serde_json::{Value, json};

use crate::stage::Stage;

/// Runs the attempt in the page and gives its result or the error's text.
fn attempt(stage: &Stage, expression: &str) -> Value {
    let script =
        format!("try {{ return String({expression}) }} catch (error) {{ return 'refused ' + error.name }}");
    stage.driver.run(&script, &[])
}

#[test]
fn the_lock_window_reaches_neither_the_record_nor_the_world() {
    let stage = Stage::open();
    let refused = stage.driver.call("main", "session.info", &json!({})).unwrap_err();
    assert!(
        refused.as_str().is_some_and(|text| text.contains("not allowed")),
        "{refused}"
    );
    let other = stage.driver.call("lock", "session.info", &json!({})).unwrap_err();
    assert_eq!(other["code"], "unknown_command");

    assert_eq!(attempt(&stage, "window.__TAURI__"), "undefined");
    assert_eq!(attempt(&stage, "eval('1 + 1')"), "refused EvalError");
    assert_eq!(attempt(&stage, "window.open('https://example.org')"), "null");
    assert_eq!(attempt(&stage, "Object.isFrozen(Object.prototype)"), "true");

    stage
        .driver
        .run("location.href = 'https://example.org/'; return null", &[]);
    stage.driver.run(
        "const frame = document.createElement('iframe'); frame.src = 'https://example.org/';
        frame.id = 'frame'; document.body.append(frame); return null",
        &[],
    );
    assert_eq!(
        stage.driver.run("return location.href", &[]),
        "tauri://localhost/lock.html"
    );
}

#[test]
fn the_policy_allows_no_inline_style_or_script_and_our_own_screens_need_none() {
    let stage = Stage::open();
    stage.driver.see("Crea il tuo archivio");
    // A rule that takes effect only if inline styles were allowed.
    let script = "const style = document.createElement('style');
        style.textContent = 'body { outline-width: 7px; outline-style: solid }';
        document.head.append(style); return getComputedStyle(document.body).outlineWidth";
    assert_ne!(stage.driver.run(script, &[]), "7px");
    let script = "const code = document.createElement('script'); code.textContent = 'window.ran = true';
        document.head.append(code); return window.ran === true";
    assert_eq!(stage.driver.run(script, &[]), false);
    let loaded = stage.driver.run(
        "return [...document.styleSheets].filter((one) => one.href).length > 0",
        &[],
    );
    assert_eq!(loaded, true);
}
