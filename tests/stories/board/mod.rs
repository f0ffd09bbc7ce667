//! The board of a service: what a coordinator is shown, by her services, with what waits and who carries how much.

mod orders;
mod paper;
mod silent;

use cartella_app::{
    Session,
    board::{AskBoard, Board, get},
};
use cartella_domain::{ids::OperatorId, record::AddSet, rights::Role, services::Service, staff::Operator};
use cartella_testkit::Office;

/// Somebody who coordinates these services and works in none.
pub(crate) fn coordinator(office: &mut Office, services: &[Service]) -> OperatorId {
    let id: OperatorId = office.session.id();
    let card = Operator {
        surname: Some("Sala".into()),
        name: Some("Ada".into()),
        qualifica: Some(Role::Coordinatore),
        services: AddSet(services.to_vec()),
        coordinates: AddSet(services.to_vec()),
        ..Operator::default()
    };
    let org = office.session.org();
    office.session.write(|act| act.create(org, id, &card)).unwrap();
    id
}

/// The board as somebody sees it.
pub(crate) fn seen_by(session: &mut Session, who: OperatorId, ask: AskBoard) -> Board {
    crate::tutela::as_other(session, who, |session| get(session, ask)).unwrap()
}
