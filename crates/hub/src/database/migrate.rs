//! Brings a database to what this program expects: roles, then the numbered files of `migrations/hub`.

use super::{READS, WORKS};
use crate::{Error, Result};
use refinery::{Migration, Runner};
use tokio_postgres::{Client, NoTls};

/// The files in order. A released one is never edited: its checksum stands in the database.
const FILES: [(&str, &str); 19] = [
    ("V1__log", include_str!("../../../../migrations/hub/0001_log.sql")),
    (
        "V2__record",
        include_str!("../../../../migrations/hub/0002_record.sql"),
    ),
    (
        "V3__guards",
        include_str!("../../../../migrations/hub/0003_guards.sql"),
    ),
    (
        "V4__requests",
        include_str!("../../../../migrations/hub/0004_requests.sql"),
    ),
    (
        "V10__deadlines",
        include_str!("../../../../migrations/hub/0010_deadlines.sql"),
    ),
    (
        "V20__tutela",
        include_str!("../../../../migrations/hub/0020_tutela.sql"),
    ),
    (
        "V30__desk",
        include_str!("../../../../migrations/hub/0030_desk.sql"),
    ),
    (
        "V31__plans",
        include_str!("../../../../migrations/hub/0031_plans.sql"),
    ),
    (
        "V32__assessments",
        include_str!("../../../../migrations/hub/0032_assessments.sql"),
    ),
    (
        "V40__social_ties",
        include_str!("../../../../migrations/hub/0040_social_ties.sql"),
    ),
    (
        "V41__reports",
        include_str!("../../../../migrations/hub/0041_reports.sql"),
    ),
    (
        "V44__placements",
        include_str!("../../../../migrations/hub/0044_placements.sql"),
    ),
    (
        "V45__spazio_neutro",
        include_str!("../../../../migrations/hub/0045_spazio_neutro.sql"),
    ),
    (
        "V48__substitutions",
        include_str!("../../../../migrations/hub/0048_substitutions.sql"),
    ),
    (
        "V49__accesso_atti",
        include_str!("../../../../migrations/hub/0049_accesso_atti.sql"),
    ),
    (
        "V51__files",
        include_str!("../../../../migrations/hub/0051_files.sql"),
    ),
    (
        "V54__phases",
        include_str!("../../../../migrations/hub/0054_phases.sql"),
    ),
    (
        "V55__terms_change",
        include_str!("../../../../migrations/hub/0055_terms_change.sql"),
    ),
    (
        "V56__misura_penale",
        include_str!("../../../../migrations/hub/0056_misura_penale.sql"),
    ),
];

/// Brings the database up to date. The role in `url` owns it and may make roles, or they are there.
///
/// # Errors
/// The database does not answer, lacks a right, or was made by a newer program.
pub async fn migrate(url: &str) -> Result<()> {
    let (mut client, connection) = tokio_postgres::connect(url, NoTls).await?;
    let speaking = tokio::spawn(connection);
    let done = run(&mut client).await;
    drop(client);
    let _ = speaking.await;
    done
}

async fn run(client: &mut Client) -> Result<()> {
    for role in [WORKS, READS] {
        make_role(client, role).await?;
    }
    let migrations = FILES
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|_| Error::Inconsistent("a migration has no proper name"))?;
    Runner::new(&migrations)
        .set_grouped(true)
        .set_abort_divergent(true)
        .set_abort_missing(true)
        .run_async(client)
        .await
        .map_err(|error| Error::Refused(format!("the database cannot be brought up to date: {error}")))?;
    Ok(())
}

/// Roles belong to the whole cluster, so another database may be making the same one at this moment.
async fn make_role(client: &Client, role: &str) -> Result<()> {
    let sql = format!(
        "DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN
                BEGIN
                    CREATE ROLE {role} NOLOGIN NOBYPASSRLS;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END;
            END IF;
            IF NOT pg_has_role(current_user, '{role}', 'MEMBER') THEN
                EXECUTE format('GRANT {role} TO %I', current_user);
            END IF;
        END $$"
    );
    Ok(client.batch_execute(&sql).await?)
}
