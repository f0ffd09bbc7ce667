//! Where the schedules run.

use crate::stage::{FakeClock, NOON, id};
use cartella_hub::{
    database::{self, Connections},
    verbs::{Hub, Rows},
    world::World,
};
use cartella_sync::signer::DeviceKey;
use std::{
    rc::Rc,
    sync::{Arc, atomic::AtomicI64, atomic::Ordering},
};
use tokio::runtime::Runtime;
use xtask::postgres::{Database, shared};

/// One database for all schedules: a new one each would cost more than its schedule.
pub struct Ground {
    pub runtime: Runtime,
    pub hub: Hub,
    database: Database,
    pub clock: Arc<FakeClock>,
}

impl Ground {
    pub fn new() -> Rc<Self> {
        let database = shared().unwrap().database().unwrap();
        let runtime = Runtime::new().unwrap();
        let clock = Arc::new(FakeClock(AtomicI64::new(NOON)));
        let rows = Rows {
            pull: 50,
            backfill: 20,
        };
        let hub = runtime.block_on(async {
            database::migrate(database.url()).await.unwrap();
            let pool = database::pool(
                database.url(),
                Connections {
                    most: 12,
                    ..Connections::default()
                },
            )
            .unwrap();
            Hub::new(pool, World::new(clock.clone()), DeviceKey::from_seed(&[9; 32])).reading(rows)
        });
        Rc::new(Self {
            runtime,
            hub,
            database,
            clock,
        })
    }

    /// An office without anything.
    pub fn cleared(&self) {
        let sql = format!(
            "SET session_replication_role = replica;
             DO $$ DECLARE name text; BEGIN
                 FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
                     AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'refinery_schema_history'
                 LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
             END $$;
             INSERT INTO office (id, name, epoch, acl, day, operator, device)
             VALUES ('{}', 'x', 1, 0, '9999-12-31', '{}', '\\x{}')",
            id(),
            id(),
            "00".repeat(32)
        );
        self.database.sql(&sql).unwrap();
        self.clock.0.store(NOON, Ordering::SeqCst);
    }
}
