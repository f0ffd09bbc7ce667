//! Over HTTP: who asks is checked, how much is limited, nothing malformed breaks anything, nothing personal is logged.

use crate::stage::{Laptop, Stage, chance, of_person};
use cartella_domain::{rights::Role, time::Instant};
use cartella_hub::{
    desk,
    http::{Limits, Serving, serve, tls},
};
use cartella_sync::{
    messages::{Answer, Bytes, MAX_MESSAGE, Problem, Push, Request},
    packed,
    request::{FRESH_MS, HEADER, Signed},
};
use std::{num::NonZeroU32, time::Duration};

struct Sent {
    status: u16,
    again: Option<u64>,
    body: Vec<u8>,
}

impl Sent {
    fn problem(&self) -> Option<Problem> {
        match Answer::decode(&self.body) {
            Ok(Answer::Problem(problem)) => Some(problem),
            _ => None,
        }
    }
}

fn open(stage: &Stage, limits: Limits) -> Serving {
    serve(stage.hub.clone(), limits, "127.0.0.1:0".parse().unwrap(), None).unwrap()
}

async fn post(server: &Serving, path: &str, header: Option<String>, body: Vec<u8>) -> Sent {
    let url = format!("http://{}{path}", server.address);
    tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let mut request = agent.post(&url);
        if let Some(header) = header {
            request = request.header(HEADER, header);
        }
        let mut response = request.send(&body[..]).unwrap();
        let again = response
            .headers()
            .get("retry-after")
            .and_then(|it| it.to_str().ok()?.parse().ok());
        Sent {
            status: response.status().as_u16(),
            again,
            body: response.body_mut().read_to_vec().unwrap(),
        }
    })
    .await
    .unwrap()
}

async fn send(server: &Serving, laptop: &Laptop, request: &Request) -> Sent {
    let body = request.encode();
    let at = laptop.hub.world().now();
    let header = Signed::post(request.path(), &body, at, chance(), &laptop.key).text();
    post(server, request.path(), Some(header), body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_laptop_joins_and_pushes_over_the_network() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let staff = stage.staff(Role::AssistenteSociale).await;
    let (code, _) = desk::make_code(&stage.hub, staff).await.unwrap();
    let mut anna = Laptop::new(stage.hub.clone());
    let joined = send(&server, &anna, &Request::Enrol(anna.enrolling(&code))).await;
    assert_eq!(joined.status, 200);
    assert!(matches!(Answer::decode(&joined.body), Ok(Answer::Enrolled(_))));
    anna.person();
    let push = anna.pushing(&anna.pending.clone());
    assert!(matches!(
        Answer::decode(&send(&server, &anna, &push).await.body),
        Ok(Answer::Verdicts(_))
    ));
    let hello = Request::Hello(anna.greeting());
    assert!(matches!(
        Answer::decode(&send(&server, &anna, &hello).await.body),
        Ok(Answer::Welcome(_))
    ));
    server.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_signed_by_the_device_for_this_place_about_now_and_once_is_refused() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let anna = stage.laptop(Role::AssistenteSociale).await;
    let stranger = Laptop::new(stage.hub.clone());
    let request = Request::Hello(anna.greeting());
    let (path, body) = (request.path(), request.encode());
    let now = stage.hub.world().now();
    let signed = |path: &str, body: &[u8], at: Instant| Signed::post(path, body, at, chance(), &anna.key);
    let unauthorised = [
        None,
        Some("1 nonsense".to_owned()),
        Some(Signed::post(path, &body, now, chance(), &stranger.key).text()),
        Some(signed("/v1/pull", &body, now).text()),
        Some(signed(path, b"another", now).text()),
    ];
    let mut answers = Vec::new();
    for header in unauthorised {
        let sent = post(&server, path, header, body.clone()).await;
        assert_eq!((sent.status, sent.problem()), (401, Some(Problem::Unauthorised)));
        answers.push(sent.body);
    }
    answers.dedup();
    assert_eq!(
        answers.len(),
        1,
        "an unknown device and a wrong signature are one answer"
    );
    let stale = signed(path, &body, now.plus_millis(-FRESH_MS - 1)).text();
    assert_eq!(
        post(&server, path, Some(stale), body.clone()).await.problem(),
        Some(Problem::Clock(now))
    );
    let once = signed(path, &body, now).text();
    assert_eq!(
        post(&server, path, Some(once.clone()), body.clone()).await.status,
        200
    );
    assert_eq!(
        post(&server, path, Some(once), body.clone()).await.problem(),
        Some(Problem::Unauthorised)
    );
    // Signed for the right place, but another message.
    let elsewhere = Signed::post("/v1/pull", &body, now, chance(), &anna.key).text();
    assert_eq!(
        post(&server, "/v1/pull", Some(elsewhere), body).await.problem(),
        Some(Problem::BadRequest)
    );
    server.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_bodies_are_bad_requests_and_break_nothing() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    anna.person();
    let push = anna.pushing(&anna.pending.clone()).encode();
    let mut bodies = vec![
        vec![],
        vec![0xFF; 64],
        push[..push.len() / 2].to_vec(),
        [push.clone(), vec![0]].concat(),
    ];
    for at in (0..push.len()).step_by(push.len() / 24) {
        let mut body = push.clone();
        body[at] ^= 0x55;
        bodies.push(body);
    }
    let others = Laptop::new(stage.hub.clone());
    let foreign = Push {
        epoch: 1,
        changes: vec![Bytes({ others }.person_change())],
    };
    bodies.push(Request::Push(foreign).encode());
    for body in bodies {
        let now = stage.hub.world().now();
        let header = Signed::post("/v1/push", &body, now, chance(), &anna.key).text();
        let sent = post(&server, "/v1/push", Some(header), body).await;
        assert!(sent.status < 500, "{}", sent.status);
    }
    assert_eq!(
        send(&server, &anna, &Request::Hello(anna.greeting()))
            .await
            .status,
        200
    );
    stage.is_whole().await;
    server.stop();
}

impl Laptop {
    fn person_change(mut self) -> Vec<u8> {
        self.person();
        self.pending[0].encode()
    }
}

fn few(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_much_is_told_to_come_again() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let bea = stage.laptop(Role::AssistenteSociale).await;
    let limits = Limits {
        body: 4_096,
        device: (few(3), few(1)),
        ..Limits::default()
    };
    let server = open(&stage, limits);
    let hello = |laptop: &Laptop| Request::Hello(laptop.greeting());
    let mut busy = None;
    for _ in 0..20 {
        let sent = send(&server, &anna, &hello(&anna)).await;
        if sent.status == 429 {
            busy = Some(sent);
            break;
        }
    }
    let busy = busy.expect("a device that comes too often is told so");
    assert!(matches!(busy.problem(), Some(Problem::Busy(_))));
    assert!(busy.again.unwrap() >= 1);
    assert_eq!(
        send(&server, &bea, &hello(&bea)).await.status,
        200,
        "others are served"
    );
    let person = anna.person();
    for _ in 0..40 {
        anna.edit_person(person, 2, "a", vec![]);
    }
    let long = bea.pushing(&anna.pending.clone());
    let sent = send(&server, &bea, &long).await;
    assert_eq!((sent.status, sent.problem()), (413, Some(Problem::TooLarge)));
    server.stop();

    let none = open(
        &stage,
        Limits {
            in_flight: 0,
            ..Limits::default()
        },
    );
    let sent = send(&none, &bea, &hello(&bea)).await;
    assert_eq!(sent.status, 429, "no queue");
    let address = none.address;
    let heard = tokio::task::spawn_blocking(move || all_of_a_long_message(address));
    assert!(heard.await.unwrap().starts_with("HTTP/1.1 429"));
    none.stop();
}

/// Sends all of a message before it listens, as a simple client does.
fn all_of_a_long_message(address: std::net::SocketAddr) -> String {
    use std::io::{Read as _, Write as _};
    let mut line = std::net::TcpStream::connect(address).unwrap();
    let body = vec![7_u8; 4 * 1024 * 1024];
    let head = format!(
        "POST /v1/push HTTP/1.1\r\nhost: ufficio\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).unwrap();
    line.write_all(&body).unwrap();
    let mut heard = Vec::new();
    line.read_to_end(&mut heard).unwrap();
    String::from_utf8_lossy(&heard).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_codes_is_soon_not_listened_to() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let staff = stage.staff(Role::AssistenteSociale).await;
    let (code, _) = desk::make_code(&stage.hub, staff).await.unwrap();
    let guess = Laptop::new(stage.hub.clone());
    let mut statuses = Vec::new();
    for _ in 0..7 {
        statuses.push(
            send(&server, &guess, &Request::Enrol(guess.enrolling("00000-00000")))
                .await
                .status,
        );
    }
    assert_eq!(statuses, [403, 403, 403, 403, 403, 429, 429]);
    assert_eq!(
        send(&server, &guess, &Request::Enrol(guess.enrolling(&code)))
            .await
            .status,
        429
    );
    server.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_listed_and_settled_over_the_network() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    stage.assign(case, anna.operator).await;
    bea.hello().await.unwrap();
    bea.entry(case, false);
    bea.push().await;
    let ask = async |laptop: &Laptop, path: &str, body: String| {
        let body = body.into_bytes();
        let header = Signed::post(path, &body, stage.hub.world().now(), chance(), &laptop.key).text();
        let sent = post(&server, path, Some(header), body).await;
        (
            sent.status,
            serde_json::from_slice::<serde_json::Value>(&sent.body).unwrap(),
        )
    };
    let (status, list) = ask(&anna, "/v1/held", String::new()).await;
    assert_eq!((status, list["held"].as_array().unwrap().len()), (200, 1));
    let key = list["held"][0]["key"].as_str().unwrap();
    let settle = |adopt: bool| serde_json::json!({ "key": key, "adopt": adopt, "reason": "x" }).to_string();
    assert_eq!(ask(&bea, "/v1/held/settle", settle(true)).await.0, 403);
    assert_eq!(ask(&anna, "/v1/held/settle", "{".into()).await.0, 400);
    assert_eq!(
        ask(&anna, "/v1/held/settle", settle(false)).await.1["settled"],
        true
    );
    assert_eq!(
        ask(&anna, "/v1/held/settle", settle(true)).await.1["settled"],
        false
    );
    let _ = of_person(person);
    server.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_1_3_with_the_certificate_of_its_own() {
    use std::io::{Read as _, Write as _};
    let stage = Stage::new().await;
    let folder = tempfile::TempDir::new().unwrap();
    let own = tls::make(vec!["localhost".into()]).unwrap();
    let (certificate, key) = (folder.path().join("c.pem"), folder.path().join("k.pem"));
    std::fs::write(&certificate, &own.certificate).unwrap();
    std::fs::write(&key, &own.key).unwrap();
    assert_eq!(tls::fingerprint_of(&certificate).unwrap(), own.fingerprint);
    let config = tls::config(&certificate, &key).unwrap();
    let server = serve(
        stage.hub.clone(),
        Limits::default(),
        "127.0.0.1:0".parse().unwrap(),
        Some(config),
    )
    .unwrap();
    let address = server.address;
    let said = tokio::task::spawn_blocking(move || {
        use rustls::pki_types::{CertificateDer, pem::PemObject as _};
        let mut roots = rustls::RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_file(&certificate).unwrap())
            .unwrap();
        let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
        let client = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let mut tls =
            rustls::ClientConnection::new(std::sync::Arc::new(client), "localhost".try_into().unwrap())
                .unwrap();
        let mut tcp = std::net::TcpStream::connect(address).unwrap();
        tcp.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut stream = rustls::Stream::new(&mut tls, &mut tcp);
        stream
            .write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            .unwrap();
        let mut said = String::new();
        let _ = stream.read_to_string(&mut said);
        (said, tls.protocol_version())
    })
    .await
    .unwrap();
    assert!(
        said.0.starts_with("HTTP/1.1 200") && said.0.ends_with("ok\n"),
        "{}",
        said.0
    );
    assert_eq!(said.1, Some(rustls::ProtocolVersion::TLSv1_3));
    server.stop();
    let outside = serve(
        stage.hub.clone(),
        Limits::default(),
        "0.0.0.0:0".parse().unwrap(),
        None,
    );
    assert!(outside.is_err(), "plain only for this machine");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_packed_is_unpacked_within_the_same_limits_and_answers_are_packed_for_who_asks() {
    let stage = Stage::new().await;
    let server = open(&stage, Limits::default());
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    for number in 0..40 {
        anna.edit_person(person, 2, &format!("Nome {number}"), Vec::new());
    }
    let request = anna.pushing(&anna.pending.clone());
    let message = request.encode();
    let sent = |body: Vec<u8>, coding: &'static str| {
        let at = anna.hub.world().now();
        let header = Signed::post(request.path(), &message, at, chance(), &anna.key).text();
        let url = format!("http://{}{}", server.address, request.path());
        tokio::task::spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .build()
                .into();
            let asking = agent
                .post(&url)
                .header(HEADER, header)
                .header("accept-encoding", "gzip");
            let mut answer = asking.header("content-encoding", coding).send(&body[..]).unwrap();
            let says = |name: &str| {
                answer
                    .headers()
                    .get(name)
                    .map(|value| value.to_str().unwrap().to_owned())
            };
            let (coding, accepts) = (says("content-encoding"), says("accept-encoding"));
            assert_eq!(accepts.as_deref(), Some("gzip"));
            (coding, answer.body_mut().read_to_vec().unwrap())
        })
    };
    let packed = packed::pack(&message).unwrap();
    for (body, coding) in [
        (packed[..packed.len() - 1].to_vec(), "gzip"),
        (packed::pack(&vec![0; MAX_MESSAGE + 1]).unwrap(), "gzip"),
        (packed.clone(), "br"),
    ] {
        let (coding, answer) = sent(body, coding).await.unwrap();
        assert_eq!(
            (coding, Answer::decode(&answer)),
            (None, Ok(Answer::Problem(Problem::BadRequest)))
        );
    }
    let (coding, answer) = sent(packed, "gzip").await.unwrap();
    assert_eq!(coding.as_deref(), Some("gzip"));
    let answer = Answer::decode(&packed::unpack(&answer, MAX_MESSAGE).unwrap()).unwrap();
    assert!(matches!(answer, Answer::Verdicts(verdicts) if verdicts.verdicts.len() == 41));
}
