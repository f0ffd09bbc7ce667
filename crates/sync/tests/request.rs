//! A request's header: what was signed is what is read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use cartella_domain::time::Instant;
use cartella_sync::{
    ids::Hash32,
    request::{Line, Signed, check},
    signer::{DeviceKey, DeviceKeys},
};

#[test]
fn a_header_says_who_signed_what_and_nothing_else_passes() {
    let key = DeviceKey::from_seed(&[3; 32]);
    let mut keys = DeviceKeys::default();
    keys.add(&key.public_key()).unwrap();
    let signed = Signed::post("/v1/hello", b"body", Instant(-7), [9; 16], &key);
    let read = Signed::read(&signed.text()).unwrap();
    assert_eq!(read, signed);
    let line = |path, body: &[u8]| Line {
        method: "POST",
        path,
        body: Hash32::of(body),
        at: read.at,
        nonce: read.nonce,
    };
    let fine = |line: &Line<'_>| check(line, &read.device, &read.signature, &keys).is_ok();
    assert!(fine(&line("/v1/hello", b"body")));
    assert!(!fine(&line("/v1/push", b"body")));
    assert!(!fine(&line("/v1/hello", b"other")));
    let text = signed.text();
    let mut cut = text.clone();
    cut.pop();
    for wrong in [
        "",
        "1",
        "2 a b c d",
        cut.as_str(),
        &format!("{text} x"),
        &text.replace('0', "è"),
    ] {
        assert_eq!(Signed::read(wrong), None, "{wrong}");
    }
}
