//! The bones: what is written is there after a restart, rows follow from the log, edits replace what was seen.

use cartella_app::{
    commands::Nothing,
    session::{ChangeSettings, change_settings, settings},
};
use cartella_archive::{audit, rows};
use cartella_domain::{
    cases::CaseFile,
    ids::CaseId,
    scope::{ScopeId, ScopeKind},
    settings::Setting,
};
use cartella_testkit::{Office, session_in};

fn minutes(n: u8) -> ChangeSettings {
    ChangeSettings {
        idle_minutes: Some(n),
        ..ChangeSettings::default()
    }
}

#[test]
fn a_write_is_there_after_a_restart_and_rows_follow_from_the_log() {
    let mut office = Office::new(1).unwrap();
    change_settings(&mut office.session, minutes(9)).unwrap();
    change_settings(
        &mut office.session,
        ChangeSettings {
            theme: Some("dark".into()),
            hint_read: Some("tour".into()),
            ..Default::default()
        },
    )
    .unwrap();
    assert_eq!(
        office.session.take_changed().into_iter().collect::<Vec<_>>(),
        ["setting"]
    );
    let mut office = office.restarted().unwrap();
    let now = settings(&mut office.session, Nothing {}).unwrap();
    assert_eq!((now.idle_minutes, now.theme.as_deref()), (Some(9), Some("dark")));
    assert_eq!(now.hints_read.0, ["tour"]);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
    assert!(matches!(
        audit::verify(office.session.archive().db()).unwrap(),
        audit::Verdict::Whole(3)
    ));
}

#[test]
fn an_edit_from_an_old_screen_shows_both_values() {
    let mut office = Office::new(2).unwrap();
    change_settings(&mut office.session, minutes(4)).unwrap();
    let id: uuid::Uuid = rows::select::<Setting>(office.session.archive().db(), "1 = 1", &[]).unwrap()[0]
        .typed_id()
        .unwrap();
    let seen = office.session.archive().seen(&id.to_string()).unwrap();
    let with = |minutes| Setting {
        idle_minutes: Some(minutes),
        ..Setting::default()
    };
    office
        .session
        .write(|act| act.edit(id, &with(6), Some(&seen)))
        .unwrap();
    office
        .session
        .write(|act| act.edit(id, &with(8), Some(&seen)))
        .unwrap();
    let row = rows::get::<Setting>(office.session.archive().db(), &id.to_string())
        .unwrap()
        .unwrap();
    assert_eq!(
        row.value.idle_minutes,
        Some(8),
        "the newest own write shows first"
    );
    assert_eq!(row.clashes.unwrap()["idle_minutes"].as_array().unwrap().len(), 2);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn the_log_and_the_audit_refuse_to_be_changed() {
    let mut office = Office::new(3).unwrap();
    change_settings(&mut office.session, minutes(9)).unwrap();
    let db = office.session.archive().db();
    for sql in [
        "UPDATE change SET payload = x'00'",
        "UPDATE change SET header = x'00'",
        "DELETE FROM change",
        "UPDATE audit SET at = 0",
        "DELETE FROM audit",
    ] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
}

/// The process dies after the new schema stands and before the rows for it do.
#[test]
fn an_upgrade_that_was_cut_short_is_taken_up_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session_in(folder.path(), 1).unwrap();
    let case: CaseId = session.id();
    let scope = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    session
        .write(|act| act.create(scope, case, &CaseFile::default()))
        .unwrap();
    let lines = |session: &cartella_app::Session| -> i64 {
        let sql = "SELECT count(*) FROM case_line";
        session
            .archive()
            .db()
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(lines(&session), 1);
    session
        .archive()
        .db()
        .execute_batch(
            "UPDATE meta SET migrations = json_remove(migrations, '$[#-1]'); DELETE FROM case_line;",
        )
        .unwrap();
    drop(session);
    let session = session_in(folder.path(), 2).unwrap();
    assert_eq!(lines(&session), 1);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}
