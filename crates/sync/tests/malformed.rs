//! Input that is not what it should be: no decoder panics, none takes more memory than a small multiple of what came
//! in, and what is read has one form. `CARTELLA_FUZZ` says how many inputs each decoder is given (50,000).

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::too_many_lines
)]

#[path = "support/mutation.rs"]
mod mutation;
mod support;

use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use cartella_sync::{
    chain::{Tip, seal},
    change::Change,
    codec::{
        decode_header, decode_op, decode_payload, decode_value, encode_header, encode_op, encode_payload,
        encode_value,
    },
    digest::Digest,
    ids::{Hash32, Hlc, ScopeRef},
    messages::{
        Accepted, Answer, Backfill, BackfillPage, Bytes, Code, Compared, Delivered, Digests, Enrol, Enrolled,
        Enter, Have, Hello, Judged, Left, LeftNoted, Page, Pages, Problem, Pull, Push, Receipt, Request,
        Settled, Sum, Verdict, Verdicts, Welcome,
    },
    op::{Act, Op},
    packed::{pack, unpack},
    request::Signed,
};
use mutation::{bear_mutations, bear_mutations_holding, inputs};
use serde_json::json;
use support::{heading, key, record, rng, scope};
use uuid::Uuid;

/// Gives `read` mutations of these inputs; it says whether what it understood has one form.
fn bear(seeds: &[Vec<u8>], read: impl Fn(&[u8]) -> Option<bool>) {
    let understood = bear_mutations(seeds, &read);
    for seed in seeds {
        assert_eq!(read(seed), Some(true), "a sample is not understood");
    }
    // Mutations that are never understood would try only the first bytes.
    assert!(understood > inputs() / 500, "{understood} were understood");
}

fn sample_changes() -> Vec<Change> {
    let body = json!({"segments": [{"text": "visita", "n": [1, 2, {"a": null}]}], "long": "x".repeat(300)});
    let set = Act::Set {
        record: record(1),
        field: 3,
        value: body,
        replaces: Vec::new(),
    };
    let unknown = Act::Unknown {
        code: 900,
        record: Some(record(1)),
        field: Some(3),
        replaces: Vec::new(),
        value: Some(vec![0x82, 0x01, 0x18, 0x63]),
    };
    let ops: [Vec<Op>; 3] = [
        vec![Act::OpenScope { of: None }.into(), set.into()],
        vec![Op {
            act: unknown,
            extra: vec![(40, vec![0x61, 0x61])],
        }],
        vec![
            Act::Add {
                record: record(2),
                field: 4,
                item: json!("x")
            }
            .into();
            40
        ],
    ];
    let seal = |ops: &Vec<Op>| {
        seal(&Tip::start(1), &heading(1, scope(1)), ops, [7; 16], &key(1))
            .unwrap()
            .0
    };
    ops.iter().map(seal).collect()
}

fn place() -> Accepted {
    Accepted {
        seq: 300,
        eff_hlc: Hlc(1 << 40),
        received_at: Instant(1_800_000_000_000),
        flags: 1,
        dead: 5,
    }
}

fn scopes() -> [ScopeRef; 2] {
    [1, 200].map(|kind| ScopeRef {
        owner: Uuid::from_u128(77),
        kind,
    })
}

fn requests() -> Vec<Vec<u8>> {
    let [a, b] = scopes();
    let tip = Tip {
        incarnation: 1,
        seq: 70_000,
        hash: Hash32([9; 32]),
    };
    let changes = sample_changes()
        .iter()
        .map(|change| Bytes(change.encode()))
        .collect();
    let receipt = Receipt::seal(a, 3, Instant(-5), &key(1));
    [
        Request::Hello(Hello {
            protocol: 1,
            schema_ver: 4,
            tip,
            epoch: 0,
            acl_seen: 1 << 33,
            held: vec![Have { scope: a, seq: 0 }, Have { scope: b, seq: 24 }],
            flagged: vec![ChangeId(Uuid::from_u128(1))],
            sent_at: Instant(-1),
        }),
        Request::Push(Push { epoch: 1, changes }),
        Request::Pull(Pull {
            epoch: 1,
            scopes: vec![Have { scope: a, seq: 7 }],
            max_bytes: 1 << 20,
        }),
        Request::Backfill(Backfill {
            epoch: 1,
            scope: b,
            upto: Some(9),
            below: None,
            max_bytes: 65_536,
        }),
        Request::Left(Left {
            epoch: 1,
            receipts: vec![receipt],
        }),
        Request::Digests(Digests {
            epoch: 1,
            sums: vec![Sum {
                scope: a,
                seq: 9,
                digest: Digest([1; 32]),
            }],
        }),
        Request::Enrol(Enrol {
            protocol: 1,
            code: "ABCD-2345".into(),
            public_key: [8; 32],
            operator: OperatorId(Uuid::from_u128(5)),
            own_office: Uuid::from_u128(6),
            label: "portatile".into(),
            tip,
        }),
    ]
    .iter()
    .map(Request::encode)
    .collect()
}

fn answers() -> Vec<Vec<u8>> {
    let [a, b] = scopes();
    let change = ChangeId(Uuid::from_u128(1));
    let delivered: Vec<Delivered> = sample_changes()
        .iter()
        .map(|change| Delivered {
            bytes: Bytes(change.encode()),
            place: place(),
        })
        .collect();
    let judged = |verdict| Judged {
        change,
        dev_seq: 4,
        verdict,
    };
    let settled = |adopted| Settled {
        change,
        adopted,
        reason: "chiusa".into(),
    };
    let mut answers = vec![
        Answer::Welcome(Welcome {
            protocol: 1,
            oldest: 1,
            epoch: 1,
            chain: Tip::start(1),
            acl: 4,
            enter: vec![Enter { scope: a, head: 3 }],
            leave: vec![b],
            news: vec![Have { scope: a, seq: 9 }],
            settled: vec![settled(None), settled(Some(place()))],
            received_at: Instant(1),
            answered_at: Instant(2),
        }),
        Answer::Verdicts(Verdicts {
            chain: Tip::start(1),
            verdicts: vec![
                judged(Verdict::Accepted(place())),
                judged(Verdict::Quarantined(Code::Other(99))),
            ],
        }),
        Answer::Pages(Pages {
            pages: vec![Page {
                scope: a,
                after: 1,
                to: 4,
                head: 9,
                changes: delivered.clone(),
            }],
            refused: vec![b],
        }),
        Answer::Backfill(BackfillPage {
            scope: a,
            upto: 9,
            from: 1,
            to: 9,
            changes: delivered,
        }),
        Answer::Left(LeftNoted { scopes: vec![a] }),
        Answer::Compared(Compared {
            same: vec![a],
            differ: vec![Sum {
                scope: b,
                seq: 1,
                digest: Digest([2; 32]),
            }],
        }),
        Answer::Enrolled(Enrolled {
            epoch: 1,
            office: Uuid::from_u128(9),
            office_name: "Azienda".into(),
            operator: OperatorId(Uuid::from_u128(5)),
        }),
    ];
    answers.extend(problems().map(Answer::Problem));
    answers.iter().map(Answer::encode).collect()
}

fn problems() -> impl Iterator<Item = Problem> {
    let [a, _] = scopes();
    [
        Problem::BadRequest,
        Problem::Unauthorised,
        Problem::Clock(Instant(-7)),
        Problem::EpochChanged(2),
        Problem::Fork(3),
        Problem::ChainGap(4),
        Problem::Suspended,
        Problem::Revoked,
        Problem::Busy(5_000),
        Problem::DigestMismatch(a),
        Problem::TooLarge,
        Problem::Upgrade(2),
        Problem::CodeRefused,
        Problem::NotGranted(a),
        Problem::Other(700),
    ]
    .into_iter()
}

/// The same message with what a newer program appended taken off is the message's one form.
fn one_form(input: &[u8], again: &[u8]) -> bool {
    let appended = again.len() < input.len()
        && again.len() > 2
        && input.get(2) > again.get(2)
        && input.get(3..again.len()) == again.get(3..);
    input == again || appended
}

#[test]
fn requests_bear_anything() {
    bear(&requests(), |input| {
        Request::decode(input)
            .ok()
            .map(|message| one_form(input, &message.encode()))
    });
}

#[test]
fn answers_bear_anything() {
    bear(&answers(), |input| {
        let message = Answer::decode(input).ok()?;
        // Of a newer program's problem only the number is read.
        Some(matches!(message, Answer::Problem(Problem::Other(_))) || one_form(input, &message.encode()))
    });
}

/// The header of a request: the one text that is read before anybody has signed anything.
#[test]
fn signatures_bear_anything() {
    let signed = |at| Signed::post("/v1/push", b"body", Instant(at), [9; 16], &key(1));
    let seeds: Vec<Vec<u8>> = [0, -5, i64::MAX, 1_800_000_000_000]
        .map(|at| signed(at).text().into_bytes())
        .into();
    bear(&seeds, |input| {
        let text = std::str::from_utf8(input).ok()?;
        Signed::read(text).map(|read| Signed::read(&read.text()) == Some(read))
    });
}

#[test]
fn changes_bear_anything() {
    let seeds: Vec<Vec<u8>> = sample_changes().iter().map(Change::encode).collect();
    bear(&seeds, |input| {
        Change::decode(input).ok().map(|change| change.encode() == input)
    });
    bear(&seeds, |input| Change::header_of(input).ok().map(|_| true));
}

#[test]
fn parts_of_changes_bear_anything() {
    let changes = sample_changes();
    let headers: Vec<Vec<u8>> = changes
        .iter()
        .map(|change| change.header_bytes().to_vec())
        .collect();
    bear(&headers, |input| {
        let header = decode_header(input).ok()?;
        Some(header.version > 1 || encode_header(&header) == input)
    });
    let payloads: Vec<Vec<u8>> = changes
        .iter()
        .map(|change| change.payload().unwrap().to_vec())
        .collect();
    bear(&payloads, |input| {
        decode_payload(input)
            .ok()
            .map(|ops| encode_payload(&ops).unwrap() == input)
    });
    let ops: Vec<Vec<u8>> = changes
        .iter()
        .flat_map(|change| change.ops())
        .map(|op| encode_op(op).unwrap())
        .collect();
    bear(&ops, |input| {
        decode_op(input).ok().map(|op| encode_op(&op).unwrap() == input)
    });
    let value = json!({"a": [1, -2, "x", {"b": null, "cc": [true]}], "zz": 70_000});
    bear(&[encode_value(&value).unwrap()], |input| {
        decode_value(input)
            .ok()
            .map(|value| encode_value(&value).unwrap() == input)
    });
}

/// Bytes that an unpacked message may have here.
const MOST: usize = 8 * 1024;
/// Bytes of the unpacker's own: its window of 32 KiB, its tables, and twice the message while that grows.
const UNPACKER: usize = 128 * 1024;

#[test]
fn what_is_packed_wrong_is_refused_and_takes_little() {
    let text = "La madre riferisce che dorme poco. ".repeat(60).into_bytes();
    let ids: Vec<u8> = (0..3_000_u32)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes())
        .take(4_000)
        .collect();
    let zeros = vec![0; 60 * MOST];
    let seeds: Vec<Vec<u8>> = [text, ids.iter().map(|byte| byte & 0x3F).collect(), zeros]
        .iter()
        .filter_map(|message| pack(message))
        .collect();
    assert_eq!(seeds.len(), 3);
    assert!(
        unpack(&seeds[2], MOST).is_err(),
        "a small thing that unpacks to a large one"
    );
    let understood = bear_mutations_holding(&seeds, UNPACKER, |input| {
        let message = unpack(input, MOST).ok()?;
        Some(message.len() <= MOST)
    });
    // Its sum of check lets next to nothing through that was touched.
    assert!(understood < inputs() / 2);
}
