//! Laptops that push and pull over HTTP, each on a thread and a connection of its own.

use super::{
    BATCH,
    clocks::{later, wall},
    office::Office,
    stage::{Laptop, chance, diary, id, sign},
};
use anyhow::{Result, bail, ensure};
use cartella_domain::{
    diary::{ContentHash, DiaryEntry, Segment, Wording},
    ids::{CaseId, SegmentId},
    services::Service,
};
use cartella_hub::world::World;
use cartella_sync::{
    change::Change,
    device::Pace,
    messages::{Answer, Have, Problem, Pull, Request, Verdict},
    request::{HEADER, Signed},
};
use std::{net::SocketAddr, sync::Barrier, thread};

/// How often a laptop tries one request before that counts as a failure.
const TRIES: u32 = 40;

/// A laptop that joined, with a case of its own.
pub struct Device {
    laptop: Laptop,
    case: CaseId,
}

/// A batch that is ready to go.
pub struct Batch(Vec<Change>);

impl Batch {
    /// Its changes as they are stored.
    pub fn bytes(&self) -> Vec<Vec<u8>> {
        self.0.iter().map(Change::encode).collect()
    }
}

/// What a block of laptops heard.
#[derive(Default)]
pub struct Heard {
    /// Changes that the office accepted and sent back.
    pub rows: usize,
    /// Milliseconds from the first request to the last answer.
    pub wall: f64,
    /// Milliseconds of each push that was answered.
    pub pushes: Vec<f64>,
    /// Milliseconds of each pull that was answered.
    pub pulls: Vec<f64>,
    /// How often one was told to come again later.
    pub later: usize,
    /// How often a connection broke, and the request was sent again.
    pub broken: usize,
    /// Requests that came to nothing.
    pub failures: usize,
}

impl Device {
    /// Joins, and opens a case with its diary.
    pub fn join(office: &Office) -> Result<Self> {
        let staff = office.staff(&[Service::TutelaMinori])?;
        let code = office.code(staff)?;
        let mut laptop = Laptop::new(office.hub.clone());
        let joined = office.desk(laptop.enrol(&code));
        joined.map_err(|problem| anyhow::anyhow!("not enrolled: {problem}"))?;
        let person = laptop.person();
        let case = laptop.case(person, &[]);
        laptop.entry(case, true);
        office.desk(laptop.sync());
        laptop.have.insert(diary(case).into(), 1);
        Ok(Self { laptop, case })
    }

    fn write(&mut self) -> Batch {
        let changes = (0..BATCH)
            .map(|number| {
                let record = entry(self.case, &self.laptop, number);
                let sign = sign(id(), self.laptop.operator, &record);
                self.laptop.write(diary(self.case), vec![sign])
            })
            .collect();
        self.laptop.pending.clear();
        Batch(changes)
    }

    /// Pushes a batch and pulls it back, over one connection.
    fn exchange(
        &mut self,
        agent: &ureq::Agent,
        address: SocketAddr,
        batch: &Batch,
        heard: &mut Heard,
    ) -> Result<()> {
        let push = self.laptop.pushing(&batch.0);
        let (answer, ms) = self.asked(agent, address, &push, heard)?;
        let Answer::Verdicts(verdicts) = answer else {
            bail!("another answer to a push");
        };
        let accepted = verdicts
            .verdicts
            .iter()
            .filter(|it| matches!(it.verdict, Verdict::Accepted(_)));
        ensure!(accepted.count() == batch.0.len(), "not all was accepted");
        heard.pushes.push(ms);
        let scope = diary(self.case).into();
        let seq = self.laptop.have[&scope];
        let pull = Request::Pull(Pull {
            epoch: self.laptop.epoch,
            scopes: vec![Have { scope, seq }],
            max_bytes: 1 << 20,
        });
        let (answer, ms) = self.asked(agent, address, &pull, heard)?;
        let Answer::Pages(pages) = answer else {
            bail!("another answer to a pull");
        };
        let came: Vec<_> = pages.pages.iter().flat_map(|page| &page.changes).collect();
        ensure!(came.len() == batch.0.len(), "not all came back");
        heard.pulls.push(ms);
        heard.rows += came.len();
        self.laptop.have.insert(scope, seq + came.len() as u64);
        Ok(())
    }

    /// Asks until there is an answer; waits as long as the office says, as the product does.
    fn asked(
        &self,
        agent: &ureq::Agent,
        address: SocketAddr,
        request: &Request,
        heard: &mut Heard,
    ) -> Result<(Answer, f64)> {
        let mut pace = Pace::default();
        let (body, url) = (request.encode(), format!("http://{address}{}", request.path()));
        for _ in 0..TRIES {
            let now = World::system().now();
            let header = Signed::post(request.path(), &body, now, chance(), &self.laptop.key).text();
            let began = wall();
            // Refused before its body was read, a request may find its connection closed: as the product does, it waits
            // and comes again.
            let Ok(mut response) = agent.post(&url).header(HEADER, header).send(&body[..]) else {
                heard.broken += 1;
                pace.failures += 1;
                later(pace.wait_ms(u64::from_le_bytes(chance())));
                continue;
            };
            let status = response.status().as_u16();
            let bytes = response.body_mut().with_config().limit(8 << 20).read_to_vec()?;
            let ms = wall() - began;
            match Answer::decode(&bytes).map_err(|_| anyhow::anyhow!("status {status} without an answer"))? {
                Answer::Problem(Problem::Busy(asked)) => {
                    heard.later += 1;
                    pace.failures += 1;
                    let wait = pace.wait_ms(u64::from_le_bytes(chance())).max(asked);
                    later(wait);
                }
                Answer::Problem(problem) => bail!("{problem}"),
                answer => return Ok((answer, ms)),
            }
        }
        bail!("told to come again {TRIES} times")
    }
}

/// An entry of about 600 characters.
fn entry(case: CaseId, laptop: &Laptop, number: usize) -> DiaryEntry {
    let text = format!(
        "{}Nota {number}.",
        "La madre riferisce che dorme poco. ".repeat(17)
    );
    let segment = Segment {
        id: SegmentId(id()),
        files: Vec::new(),
        wording: Wording::Open {
            heading: None,
            category: None,
            read_by: None,
            text,
            hash: ContentHash::default(),
        },
    };
    DiaryEntry {
        case: Some(case),
        author: laptop.operator,
        segments: vec![segment],
        ..DiaryEntry::default()
    }
}

/// Batches for every laptop, written and signed before anything is timed.
pub fn written(devices: &mut [Device], batches: usize) -> Vec<Vec<Batch>> {
    devices
        .iter_mut()
        .map(|device| (0..batches).map(|_| device.write()).collect())
        .collect()
}

/// All of them at once.
pub fn all(address: SocketAddr, devices: &mut [Device], batches: Vec<Vec<Batch>>) -> Result<Heard> {
    let ready = Barrier::new(devices.len() + 1);
    let mut all = Heard::default();
    thread::scope(|scope| {
        let working: Vec<_> = devices
            .iter_mut()
            .zip(batches)
            .map(|(device, batches)| {
                let ready = &ready;
                scope.spawn(move || {
                    let agent: ureq::Agent = ureq::Agent::config_builder()
                        .http_status_as_error(false)
                        .build()
                        .into();
                    let mut heard = Heard::default();
                    ready.wait();
                    for batch in &batches {
                        if let Err(error) = device.exchange(&agent, address, batch, &mut heard) {
                            println!("  a laptop failed: {error:#}");
                            heard.failures += 1;
                            // What follows in the chain would be refused, too.
                            break;
                        }
                    }
                    heard
                })
            })
            .collect();
        ready.wait();
        let began = wall();
        for one in working {
            let heard = one.join().map_err(|_| anyhow::anyhow!("a laptop fell"))?;
            all.rows += heard.rows;
            all.pushes.extend(heard.pushes);
            all.pulls.extend(heard.pulls);
            all.later += heard.later;
            all.broken += heard.broken;
            all.failures += heard.failures;
        }
        all.wall = wall() - began;
        Ok(all)
    })
}
