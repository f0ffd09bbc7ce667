//! The connection breaks at every 100th byte of one exchange in which everything happens: own work goes up, a
//! colleague's comes, a case comes whole, another goes. The next session needs no hand: nothing is lost, nothing comes
//! twice, both sides have the same sums.

use crate::{
    hub::Founded,
    laptop::{self, Wire, agreed, entry, exchange, paragraph},
    proxy::Proxy,
};
use cartella_app::people::{EditPerson, edit};
use cartella_archive::rows;
use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId, PersonId},
    people::Person,
    services::Service,
};
use cartella_testkit::Office;
use std::collections::BTreeSet;

/// So many pairs of laptops try at a time, each its share of the places.
const PAIRS: u64 = 4;

/// Two laptops and their office.
struct Pair {
    office: Founded,
    /// Her line breaks.
    one: Office,
    wire: Wire,
    staff: OperatorId,
    /// A colleague of another service, whose line does not.
    two: Office,
    other: Wire,
    proxy: Proxy,
    /// Both work on it.
    shared: CaseId,
    child: PersonId,
    written: BTreeSet<String>,
    /// The case that she has of her colleague's, until the next exchange.
    lent: Option<CaseId>,
}

fn pair(n: u64) -> Pair {
    let office = Founded::new();
    let server = office.serve().address;
    let proxy = Proxy::to(server);
    let certificate = office.fingerprint();
    let seed = |which| [u8::try_from(10 * n + which).unwrap(); 32];
    let mut one = Office::on_device(801 + 10 * n, seed(1)).unwrap();
    let mut two = Office::on_device(802 + 10 * n, seed(2)).unwrap();
    let (wire, other) = (
        Wire::to(proxy.address, &certificate),
        Wire::to(server, &certificate),
    );
    let child = laptop::person(&mut one.session, "Romano");
    let shared = laptop::case(&mut one.session, "Conti", Service::Aes);
    let first = entry(&mut one.session, shared, vec![paragraph("prima visita")]);
    laptop::works_in(&mut one.session, Service::Aes);
    laptop::works_in(&mut two.session, Service::TutelaMinori);
    let (staff, code) = office.staff("Neri", Service::Aes);
    laptop::join(&mut one.session, &wire, &code);
    let (colleague, code) = office.staff("Verdi", Service::TutelaMinori);
    laptop::join(&mut two.session, &other, &code);
    agreed(&mut one.session, &wire);
    office.assign(shared, staff, AssignmentRole::Responsabile);
    office.assign(shared, colleague, AssignmentRole::MiniEquipe);
    agreed(&mut two.session, &other);
    agreed(&mut one.session, &wire);
    Pair {
        office,
        one,
        wire,
        staff,
        two,
        other,
        proxy,
        shared,
        child,
        written: BTreeSet::from([first.to_string()]),
        lent: None,
    }
}

impl Pair {
    /// What the next exchange is about; says which case leaves her laptop with it.
    fn work(&mut self, round: u64) -> (CaseId, Option<CaseId>) {
        let text = format!("telefonata {round}");
        let theirs = entry(&mut self.two.session, self.shared, vec![paragraph(&text)]);
        let new = laptop::case(&mut self.two.session, "Gallo", Service::TutelaMinori);
        entry(&mut self.two.session, new, vec![paragraph("da conoscere")]);
        agreed(&mut self.two.session, &self.other);
        self.office.assign(new, self.staff, AssignmentRole::MiniEquipe);
        let gone = self.lent.replace(new);
        if let Some(gone) = gone {
            self.office.unassign(gone, self.staff);
        }
        for n in 0..2 {
            let text = format!("visita {round} {n}");
            let own = entry(&mut self.one.session, self.shared, vec![paragraph(&text)]);
            self.written.insert(own.to_string());
        }
        self.written.insert(theirs.to_string());
        self.rename(round);
        (new, gone)
    }

    fn card(&self) -> Person {
        let row = rows::get::<Person>(self.one.session.archive().db(), &self.child.to_string());
        row.unwrap().unwrap().value
    }

    fn rename(&mut self, round: u64) {
        let input = EditPerson {
            id: self.child,
            person: Person {
                note: Some(format!("nota {round}")),
                ..self.card()
            },
            seen: self
                .one
                .session
                .archive()
                .seen(&self.child.to_string())
                .unwrap()
                .0,
            draft: None,
        };
        edit(&mut self.one.session, input).unwrap();
    }

    /// After the session that was not cut.
    fn is_well(&self, round: u64, new: CaseId, gone: Option<CaseId>) {
        let session = &self.one.session;
        let here = laptop::entries(session, self.shared);
        assert_eq!(here.len(), self.written.len(), "round {round}");
        assert!(here.iter().all(|id| self.written.contains(id)), "round {round}");
        assert_eq!(laptop::entries(session, new).len(), 1, "round {round}");
        assert_eq!(
            gone.map_or(0, |gone| laptop::entries(session, gone).len()),
            0,
            "round {round}"
        );
        assert_eq!(self.card().note, Some(format!("nota {round}")));
    }
}

/// What a pair saw.
struct Cuts {
    /// In which messages the line broke.
    paths: BTreeSet<&'static str>,
    /// How often the first session had confirmed nothing.
    unheard: u64,
    /// How many bytes the first exchange had that was whole.
    whole: u64,
}

/// One pair's share of the places, up to the end of the exchange.
fn cuts(n: u64) -> Cuts {
    let mut pair = pair(n);
    let mut cuts = Cuts {
        paths: BTreeSet::new(),
        unheard: 0,
        whole: 0,
    };
    for round in (n + 1..).step_by(usize::try_from(PAIRS).unwrap()) {
        let (new, gone) = pair.work(round);
        pair.proxy.cut_after(round * 100);
        let report = exchange(&mut pair.one.session, &pair.wire);
        let (broke, carried) = pair.proxy.mend();
        assert_eq!(broke, report.trouble.is_some(), "round {round}: {report:?}");
        if broke {
            cuts.paths.insert(*pair.wire.last.borrow());
        }
        let again = agreed(&mut pair.one.session, &pair.wire);
        cuts.unheard += u64::from(broke && report.confirmed == 0 && again.confirmed > 0);
        pair.is_well(round, new, gone);
        if !broke {
            cuts.whole = carried;
            break;
        }
    }
    agreed(&mut pair.two.session, &pair.other);
    let quiet = agreed(&mut pair.one.session, &pair.wire);
    assert_eq!(
        (quiet.came, quiet.confirmed, quiet.entered, quiet.left),
        (0, 0, 0, 0)
    );
    let written: Vec<String> = pair.written.iter().cloned().collect();
    assert_eq!(laptop::entries(&pair.one.session, pair.shared), written);
    assert_eq!(laptop::entries(&pair.two.session, pair.shared), written);
    assert_eq!(pair.office.entries(pair.shared), written);
    let [changes, ids, places, heads] = pair.office.accepted();
    assert_eq!([ids, places, heads], [changes; 3]);
    pair.office.is_whole();
    cuts
}

#[test]
fn the_line_breaks_at_every_hundredth_byte_of_an_exchange() {
    let all: Vec<Cuts> = std::thread::scope(|scope| {
        let pairs: Vec<_> = (0..PAIRS).map(|n| scope.spawn(move || cuts(n))).collect();
        pairs.into_iter().map(|pair| pair.join().unwrap()).collect()
    });
    let every = [
        "/v1/backfill",
        "/v1/brief",
        "/v1/digests",
        "/v1/hello",
        "/v1/left",
        "/v1/pull",
        "/v1/push",
    ];
    let paths: BTreeSet<&str> = all.iter().flat_map(|cuts| &cuts.paths).copied().collect();
    assert_eq!(paths, BTreeSet::from(every), "it broke in every kind of message");
    for cuts in all {
        println!(
            "{} bytes; {} times nothing was confirmed at first",
            cuts.whole, cuts.unheard
        );
    }
}
