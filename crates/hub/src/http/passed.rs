//! To whom a case passed, for an operator from whose laptop it went. JSON, signed like everything.

use super::{
    Door, answer,
    held::{checked, told},
};
use crate::verbs::passed_to;
use axum::{
    body::Body,
    extract::{ConnectInfo, State},
    http::HeaderMap,
    response::Response,
};
use cartella_domain::ids::CaseId;
use cartella_sync::messages::Problem;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{net::SocketAddr, sync::Arc};

#[derive(Deserialize)]
struct Asked {
    case: CaseId,
}

/// Who is responsible for a case now.
pub async fn passed(
    State(door): State<Arc<Door>>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    answer::json(answered(&door, from, &headers, body).await)
}

async fn answered(door: &Door, from: SocketAddr, headers: &HeaderMap, body: Body) -> Result<Value, Problem> {
    let path = "/v1/passed";
    let _working = door.gate.enter(from.ip())?;
    let (device, body) = checked(door, path, headers, body).await?;
    let asked: Asked = serde_json::from_slice(&body).map_err(|_| Problem::BadRequest)?;
    let operator = passed_to(&door.hub, &device, asked.case)
        .await
        .map_err(|error| told(&device, path, &error))?;
    Ok(json!({ "operator": operator }))
}
