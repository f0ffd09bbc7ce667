//! The bones: what is written is there after a restart, rows follow from the log, edits replace what was seen.

use cartella_app::{
    commands::Nothing,
    session::{ChangeSettings, change_settings, settings},
};
use cartella_archive::{audit, rows};
use cartella_domain::settings::Setting;
use cartella_testkit::Office;

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
