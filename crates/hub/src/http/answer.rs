//! Answers as HTTP: the body decides, the status is for proxies and logs.

use crate::Error;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use cartella_sync::{
    ids::DeviceId,
    messages::{Answer, Problem},
    packed,
};

/// An answer of the protocol, packed for who unpacks it. Every answer says that requests may come packed.
#[must_use]
pub fn of(answer: Answer, unpacks: bool) -> Response {
    let problem = match &answer {
        Answer::Problem(problem) => Some(*problem),
        _ => None,
    };
    let message = answer.encode();
    let coding = HeaderValue::from_static(packed::CODING);
    let small = unpacks.then(|| packed::pack(&message)).flatten();
    let is_packed = small.is_some();
    let mut response = with(problem, small.unwrap_or(message), "application/cbor");
    let headers = response.headers_mut();
    if is_packed {
        headers.insert(header::CONTENT_ENCODING, coding.clone());
    }
    headers.insert(header::ACCEPT_ENCODING, coding);
    response
}

/// An answer in JSON.
#[must_use]
pub fn json(answer: Result<serde_json::Value, Problem>) -> Response {
    let problem = answer.as_ref().err().copied();
    let body = answer.unwrap_or_else(|problem| serde_json::json!({ "problem": problem.number() }));
    with(problem, body.to_string().into_bytes(), "application/json")
}

/// Yes or no.
#[must_use]
pub fn plain(lives: bool) -> Response {
    let mut response = Response::new(Body::from(if lives { "ok\n" } else { "no database\n" }));
    if !lives {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    response
}

fn with(problem: Option<Problem>, body: Vec<u8>, kind: &'static str) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = problem.map_or(StatusCode::OK, status);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(Problem::Busy(ms)) = problem {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(ms.div_ceil(1_000)));
    }
    response
}

const fn status(problem: Problem) -> StatusCode {
    match problem {
        Problem::BadRequest => StatusCode::BAD_REQUEST,
        Problem::Unauthorised | Problem::Clock(_) => StatusCode::UNAUTHORIZED,
        Problem::EpochChanged(_) | Problem::Fork(_) | Problem::ChainGap(_) | Problem::DigestMismatch(_) => {
            StatusCode::CONFLICT
        }
        Problem::Suspended | Problem::CodeRefused | Problem::NotGranted(_) => StatusCode::FORBIDDEN,
        Problem::Revoked => StatusCode::GONE,
        Problem::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
        Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::Upgrade(_) => StatusCode::UPGRADE_REQUIRED,
        Problem::Other(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Writes to the log what went wrong: ids and numbers, nothing of what was sent.
pub fn log(device: &DeviceId, path: &str, error: &Error) {
    match error {
        Error::Problem(problem) => tracing::info!(%device, path, problem = problem.number(), "refused"),
        other => tracing::error!(%device, path, error = %other, "failed"),
    }
}
