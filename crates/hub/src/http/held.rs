//! What waits for a decision, for who is responsible: listed, taken over, closed. JSON, signed like everything.

use super::{Door, answer, signed};
use crate::{
    Error,
    store::quarantine::Ending,
    verbs::{Held, settled_by_operator, waiting_for},
};
use axum::{
    body::Body,
    extract::{ConnectInfo, State},
    http::HeaderMap,
    response::Response,
};
use cartella_sync::{
    ids::{DeviceId, Hash32},
    messages::Problem,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{net::SocketAddr, sync::Arc};

/// What becomes of one of them.
#[derive(Debug, Deserialize)]
struct Settle {
    /// Key of the change, hexadecimal.
    key: String,
    /// Taken over; else closed.
    adopt: bool,
    /// Why it is closed.
    #[serde(default)]
    reason: String,
}

/// What waits in her scopes.
pub async fn list(
    State(door): State<Arc<Door>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    answer::json(listed(&door, from, &headers, body).await)
}

async fn listed(door: &Door, from: SocketAddr, headers: &HeaderMap, body: Body) -> Result<Value, Problem> {
    let path = "/v1/held";
    let _working = door.gate.enter(from.ip())?;
    let (device, _) = checked(door, path, headers, body).await?;
    let held = waiting_for(&door.hub, &device)
        .await
        .map_err(|error| told(&device, path, &error))?;
    Ok(json!({ "held": held.iter().map(shown).collect::<Vec<_>>() }))
}

fn shown(held: &Held) -> Value {
    let hex = |bytes: &Vec<u8>| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    json!({
        "key": held.header_hash.to_string(),
        "change": held.change,
        "author": held.author,
        "scope": { "owner": held.scope.owner, "kind": held.scope.kind },
        "code": held.code.number(),
        "received_at": held.received_at,
        "bytes": held.bytes.as_ref().map(hex),
    })
}

/// She takes one over, or closes it.
pub async fn settle(
    State(door): State<Arc<Door>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    answer::json(settled(&door, from, &headers, body).await)
}

async fn settled(door: &Door, from: SocketAddr, headers: &HeaderMap, body: Body) -> Result<Value, Problem> {
    let path = "/v1/held/settle";
    let _working = door.gate.enter(from.ip())?;
    let (device, body) = checked(door, path, headers, body).await?;
    let asked: Settle = serde_json::from_slice(&body).map_err(|_| Problem::BadRequest)?;
    let key = key_of(&asked.key).ok_or(Problem::BadRequest)?;
    let ending = if asked.adopt {
        Ending::Adopted
    } else {
        Ending::Closed(asked.reason)
    };
    match settled_by_operator(&door.hub, &device, &key, &ending).await {
        Ok(()) => Ok(json!({ "settled": true })),
        Err(Error::Refused(why)) => Ok(json!({ "settled": false, "why": why })),
        Err(error) => Err(told(&device, path, &error)),
    }
}

/// A hash in hexadecimal.
#[must_use]
pub fn key_of(text: &str) -> Option<Hash32> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0_u8; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(Hash32(bytes))
}

pub(super) async fn checked(
    door: &Door,
    path: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<(DeviceId, axum::body::Bytes), Problem> {
    let said = signed::header(headers)?;
    let body = door.body(headers, body).await?;
    door.check(&said, path, &body).await?;
    signed::is_fresh(&said, door.hub.world().now())?;
    door.seen.first_time(&said, door.hub.world().now())?;
    Ok((said.device, body))
}

pub(super) fn told(device: &DeviceId, path: &str, error: &Error) -> Problem {
    answer::log(device, path, error);
    error.problem()
}
