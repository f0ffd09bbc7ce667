//! An office of these tests: founded as who installs one founds it, with its desk and, where a test wants it in this
//! process, its server.

use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId},
    rights::Role,
    services::Service,
    staff::Operator,
};
use cartella_hub::{
    cli::{self, Init, Line, Serve, Verb},
    database::{self, Connections},
    desk::{self, Assign},
    http::{self, Limits, Serving, tls},
    verbs::Hub,
    world::World,
};
use cartella_sync::signer::DeviceKey;
use std::{
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use xtask::postgres::{Database, shared};

/// An office.
pub struct Founded {
    pub database: Database,
    pub hub: Hub,
    runtime: Runtime,
    folder: TempDir,
}

pub fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

fn own(folder: &Path) -> PathBuf {
    folder.join("ufficio")
}

impl Founded {
    pub fn new() -> Self {
        let database = shared().unwrap().database().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let runtime = runtime();
        let init = Init {
            database: database.url().to_owned(),
            name: "Azienda di prova".to_owned(),
            hosts: vec!["127.0.0.1".to_owned()],
        };
        let line = Line {
            folder: own(folder.path()),
            verb: Verb::Init(init),
        };
        runtime.block_on(cli::run(line)).unwrap();
        let seed: [u8; 32] = std::fs::read(own(folder.path()).join("chiave"))
            .unwrap()
            .try_into()
            .unwrap();
        let pool =
            runtime.block_on(async { database::pool(database.url(), Connections::default()).unwrap() });
        Self {
            hub: Hub::new(pool, World::system(), DeviceKey::from_seed(&seed)),
            database,
            runtime,
            folder,
        }
    }

    /// The server's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What a laptop is told to expect.
    pub fn fingerprint(&self) -> String {
        tls::fingerprint_of(&own(self.folder()).join("certificato.pem")).unwrap()
    }

    /// The server, in this process; it goes with the office. It counts no requests, one laptop makes thousands here, and
    /// gives work all the time that a busy machine takes for it.
    pub fn serve(&self) -> Serving {
        let folder = own(self.folder());
        let config = tls::config(
            &folder.join("certificato.pem"),
            &folder.join("certificato-chiave.pem"),
        );
        let many = NonZeroU32::new(1_000_000).unwrap();
        let limits = Limits {
            device: (many, many),
            address: (many, many),
            work: Duration::from_mins(10),
            ..Limits::default()
        };
        let _inside = self.runtime.enter();
        let here = SocketAddr::from(([127, 0, 0, 1], 0));
        http::serve(self.hub.clone(), limits, here, Some(config.unwrap())).unwrap()
    }

    /// An assistente sociale of one service, and the code with which her laptop joins.
    pub fn staff(&self, surname: &str, service: Service) -> (OperatorId, String) {
        self.staff_as(surname, Role::AssistenteSociale, &[service])
    }

    /// The same for somebody of another role in some services; who coordinates coordinates all of them.
    pub fn staff_as(&self, surname: &str, role: Role, services: &[Service]) -> (OperatorId, String) {
        let coordinates = services.iter().filter(|_| role == Role::Coordinatore);
        let card = Operator {
            surname: Some(surname.to_owned()),
            qualifica: Some(role),
            coordinates: coordinates.copied().collect(),
            services: services.iter().copied().collect(),
            ..Operator::default()
        };
        self.runtime.block_on(async {
            let staff = desk::add(&self.hub, &card).await.unwrap();
            (staff, desk::make_code(&self.hub, staff).await.unwrap().0)
        })
    }

    /// She works on this case, whatever the clocks of laptops say.
    pub fn assign(&self, case: CaseId, operator: OperatorId, role: AssignmentRole) {
        let assign = Assign {
            stands_in_for: None,
            case,
            operator,
            role,
            from: "2026-01-01".parse().ok(),
            to: None,
            by: None,
        };
        self.runtime.block_on(desk::assign(&self.hub, &assign)).unwrap();
    }

    /// She does not work on this case any more.
    pub fn unassign(&self, case: CaseId, operator: OperatorId) {
        let last = "2026-01-31".parse().unwrap();
        self.runtime
            .block_on(desk::end_assignment(&self.hub, case, operator, last))
            .unwrap();
    }

    /// Numbers, sums and rows are what the log says.
    pub fn is_whole(&self) {
        let (_, _, findings) = self.runtime.block_on(desk::check(&self.hub)).unwrap();
        assert_eq!(findings, []);
    }

    /// The ids of the signed entries of a case, as the office has them.
    pub fn entries(&self, case: CaseId) -> Vec<String> {
        let sql = format!("SELECT id FROM diary_entry WHERE body ->> 'case' = '{case}' ORDER BY id");
        let said = self.database.sql(&sql).unwrap();
        said.lines().map(str::to_owned).collect()
    }

    /// How many changes the office accepted, and how many different ones those are: by id, by place in a chain, and by
    /// number in a scope.
    pub fn accepted(&self) -> [u64; 4] {
        let sql =
            "SELECT count(*), count(DISTINCT change_id), count(DISTINCT (scope_owner, scope_kind, seq)),
                          (SELECT sum(head) FROM scope) FROM change";
        let said = self.database.sql(sql).unwrap();
        let mut numbers = said.trim().split('|').map(|number| number.parse().unwrap());
        std::array::from_fn(|_| numbers.next().unwrap())
    }
}

/// The line that starts the server of an office's folder on a free port.
pub fn serving(folder: &Path) -> Line {
    Line {
        folder: own(folder),
        verb: Verb::Serve(Serve {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            certificate: None,
            key: None,
            plain: false,
        }),
    }
}
