//! Two laptops and an office agree: joining, synchronising over a bad line, clashes, a case that changes hands, refused
//! changes.

mod agree;
mod attached;
mod cut;
mod desk;
mod hub;
mod join;
mod moved;
mod nonsense;

use cartella_app::office::{JoinAnswer, JoinOffice, Server, ask_to_join, joined};
use cartella_testkit::Office;
use hub::{CODE, Hub, device};

pub fn joining(code: &str) -> JoinOffice {
    JoinOffice {
        server: Server {
            host: "ufficio.example:8443".to_owned(),
            certificate: "ab".repeat(32),
        },
        code: code.to_owned(),
        label: "portatile".to_owned(),
    }
}

/// A laptop of its own that has joined the office.
pub fn laptop(n: u8, hub: &Hub) -> Office {
    let mut office = Office::on_device(700 + u64::from(n), device(n)).unwrap();
    join(&mut office, hub);
    office
}

pub fn join(office: &mut Office, hub: &Hub) {
    use cartella_app::office::Carry as _;
    hub.clock(office.session.now());
    let input = joining(CODE);
    let request = ask_to_join(&mut office.session, &input, 0).unwrap();
    let answer = joined(&mut office.session, &input, hub.carry(&request)).unwrap();
    assert!(matches!(answer, JoinAnswer::Joined(_)));
}
