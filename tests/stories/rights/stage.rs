//! The people, cases and operators among whom the walk takes place.

use super::commands::Ask;
use crate::files::{case, draft, paragraph, signed};
use cartella_app::{
    ErrorKind, Host,
    commands::{Run, all},
};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile, CaseMessage, Comuni, Episode, State},
    diary::ReadBy,
    ids::{CaseId, EntryId, EpisodeId, OperatorId, PersonId, RecordId},
    record::AddSet,
    rights::{Action, Confidentiality, Role, Subject, decide},
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
};
use cartella_testkit::Office;
use serde_json::Value;

/// How the actor of a scene stands to its case and person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    Responsible,
    Assigned,
    Service,
    Comune,
    Stranger,
}

const NEARNESSES: [Nearness; 5] = [
    Nearness::Responsible,
    Nearness::Assigned,
    Nearness::Service,
    Nearness::Comune,
    Nearness::Stranger,
];

/// One actor before one case.
#[derive(Clone)]
pub struct Scene {
    pub role: Role,
    pub nearness: Nearness,
    pub actor: OperatorId,
    pub case: CaseId,
    pub person: PersonId,
    pub assignment: RecordId,
    /// One entry a level, by somebody else; of the secret one the actor is a named reader.
    pub entries: Vec<(Confidentiality, EntryId)>,
}

pub struct Stage {
    /// Keeps the archive's folder.
    _office: cartella_testkit::Folder,
    pub host: Host,
    pub scenes: Vec<Scene>,
    /// Works everywhere.
    pub helper: OperatorId,
    /// A person of no case.
    pub free: PersonId,
}

impl Stage {
    pub fn new(seed: u64) -> Self {
        let mut office = Office::new(seed).unwrap();
        let writer = office.session.operator();
        let helper = office.colleague("Riva", Role::Psicologo).unwrap();
        let free = crate::cases::person(&mut office, "Libera", "Ada", "1980");
        let mut scenes = Vec::new();
        for role in Role::ALL {
            for nearness in NEARNESSES {
                office.session.act_as(writer);
                scenes.push(scene(&mut office, role, nearness));
            }
        }
        let (session, world, folder) = office.into_parts().unwrap();
        let mut host = Host::new(folder.path(), world);
        host.enter(session);
        Self {
            _office: folder,
            host,
            scenes,
            helper,
            free,
        }
    }

    /// What the table says of the actor who is on.
    pub fn decides(&mut self, action: Action, scene: &Scene, ask: &Ask) -> bool {
        let session = self.host.session().unwrap();
        let subject = ask.subject(session, scene);
        decide(&session.actor().unwrap(), action, &subject).is_allowed()
    }
}

fn scene(office: &mut Office, role: Role, nearness: Nearness) -> Scene {
    let actor = actor(office, role, nearness);
    let case_id = case(office, Service::TutelaMinori, "Rossi");
    let session = &mut office.session;
    let person = session.case_facts(case_id).unwrap().person;
    let (assignment, message): (RecordId, RecordId) = (session.id(), session.id());
    let (episode, of_actor): (EpisodeId, RecordId) = (session.id(), session.id());
    let core = ScopeId::new(case_id.uuid(), ScopeKind::CaseCore);
    let writer = session.operator();
    let private = ScopeId::private(case_id.uuid(), writer.uuid());
    let (file, open) = records(case_id, person);
    let working = |operator, role| Assignment {
        case: Some(case_id),
        operator: Some(operator),
        role,
        ..Assignment::default()
    };
    let left = CaseMessage {
        case: Some(case_id),
        by: Some(writer),
        text: Some("Richiamare".into()),
        ..CaseMessage::default()
    };
    session
        .write(|act| {
            act.edit(case_id, &file, None)?;
            act.create(core, episode, &open)?;
            act.create(
                core,
                assignment,
                &working(OperatorId::default(), AssignmentRole::Educatore),
            )?;
            act.scope_of(private, case_id.uuid());
            act.create(private, message, &left)?;
            match nearness {
                Nearness::Responsible => {
                    act.create(core, of_actor, &working(actor, AssignmentRole::Responsabile))
                }
                Nearness::Assigned => act.create(core, of_actor, &working(actor, AssignmentRole::MiniEquipe)),
                _ => Ok(()),
            }
        })
        .unwrap();
    let entries = entries(office, case_id, actor);
    Scene {
        role,
        nearness,
        actor,
        case: case_id,
        person,
        assignment,
        entries,
    }
}

/// The card and the running episode of a case of Legnano.
fn records(case: CaseId, person: PersonId) -> (CaseFile, Episode) {
    let file = CaseFile {
        person: Some(person),
        service: Some(Service::TutelaMinori),
        comuni: Some(Comuni {
            residence: Some("E514".into()),
            in_charge: Some("E514".into()),
            ..Comuni::default()
        }),
        ..CaseFile::default()
    };
    let open = Episode {
        case: Some(case),
        number: Some(1),
        state: State::InCarico { on: None },
        ..Episode::default()
    };
    (file, open)
}

/// A member of staff of a role, in the service and comune that the nearness says.
fn actor(office: &mut Office, role: Role, nearness: Nearness) -> OperatorId {
    let service = match nearness {
        Nearness::Service => Service::TutelaMinori,
        _ => Service::Sad,
    };
    let services = AddSet(vec![service]);
    let card = Operator {
        surname: Some(format!("{role:?}")),
        qualifica: Some(role),
        coordinates: services.clone(),
        services,
        comune: (nearness == Nearness::Comune).then(|| "E514".to_owned()),
        ..Operator::default()
    };
    let session = &mut office.session;
    let id: OperatorId = session.id();
    let org = session.org();
    session.write(|act| act.create(org, id, &card)).unwrap();
    id
}

fn entries(office: &mut Office, case: CaseId, reader: OperatorId) -> Vec<(Confidentiality, EntryId)> {
    Confidentiality::ALL
        .into_iter()
        .map(|level| {
            let mut content = draft(office, &[case], vec![paragraph("Testo dell’operatrice.")]);
            content.read_by = Some(ReadBy {
                level,
                readers: if level == Confidentiality::Secret {
                    vec![reader]
                } else {
                    Vec::new()
                },
            });
            (level, signed(office, &content)[0])
        })
        .collect()
}

/// How a command answered, as far as rights can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It was let through, whatever rule of the trade it met then.
    Yes,
    /// A calm no.
    No,
    /// As if there were nothing.
    Nothing,
}

/// Runs a command; an input of the wrong shape is a fault of the test.
pub fn asked(host: &mut Host, name: &str, input: Value) -> Heard {
    let command = all().iter().find(|command| command.name == name).unwrap();
    let Run::Held(run) = command.run else {
        panic!("{name} goes over the line");
    };
    match run(host, input) {
        Ok(_) => Heard::Yes,
        Err(error) => match error.kind {
            ErrorKind::Forbidden => Heard::No,
            ErrorKind::NotFound => Heard::Nothing,
            ErrorKind::Invalid | ErrorKind::Precondition | ErrorKind::Conflict => Heard::Yes,
            other => panic!("{name}: {other:?} {error:?}"),
        },
    }
}

/// The subject of a case, for a scene.
pub fn of_case(session: &cartella_app::Session, scene: &Scene) -> Subject {
    session.case_subject(scene.case).unwrap()
}
