//! Archives: made, locked, unlocked, recovered, copied, restored; each bad case its own code.

use cartella_app::{
    Code, Host,
    archives::{self, ChangePassphrase, CreateArchive, RecoverArchive, RestoreArchive, UnlockArchive},
    commands::Nothing,
    session::{ChangeSettings, change_settings, info, settings},
};
use cartella_archive::{audit, keys::slots::OfficeIdentity};
use cartella_domain::rights::Role;
use std::fs;
use tempfile::TempDir;
use uuid::Uuid;

const PASSPHRASE: &str = "ginestra sasso lampada cortile vento";

fn host() -> (Host, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (world, _) = cartella_testkit::world(9);
    (Host::new(folder.path().to_owned(), world), folder)
}

fn order(office_key: Option<String>) -> CreateArchive {
    CreateArchive {
        surname: "Colombo".into(),
        name: "Elena".into(),
        qualifica: Role::AssistenteSociale,
        services: Vec::new(),
        passphrase: PASSPHRASE.into(),
        no_recovery_understood: office_key.is_none(),
        office_key,
    }
}

fn id(host: &mut Host) -> Uuid {
    archives::list(host, Nothing {}).unwrap()[0].id
}

fn unlock(host: &mut Host, passphrase: &str) -> Result<archives::Entered, Code> {
    let id = id(host);
    archives::unlock(
        host,
        UnlockArchive {
            id,
            passphrase: passphrase.into(),
        },
    )
    .map_err(|error| error.code)
}

fn theme(host: &mut Host, theme: &str) {
    let input = ChangeSettings {
        theme: Some(theme.into()),
        ..ChangeSettings::default()
    };
    change_settings(host.session().unwrap(), input).unwrap();
}

#[test]
fn what_was_written_is_there_after_locking_and_only_the_passphrase_opens() {
    let (mut host, _folder) = host();
    archives::create(&mut host, order(None)).unwrap();
    theme(&mut host, "dark");
    host.leave().unwrap();
    assert!(host.session().is_err_and(|error| error.code == Code::Locked));
    let card = archives::list(&mut host, Nothing {}).unwrap().remove(0);
    assert_eq!(
        (card.initials.as_str(), card.name.as_str()),
        ("EC", "Elena Colombo")
    );
    assert_eq!(
        unlock(&mut host, "ginestra sasso lampada cortile venti"),
        Err(Code::WrongPassphrase)
    );
    assert_eq!(unlock(&mut host, PASSPHRASE).unwrap().failures_before, 1);
    let session = host.session().unwrap();
    assert_eq!(
        settings(session, Nothing {}).unwrap().theme.as_deref(),
        Some("dark")
    );
    assert!(matches!(
        audit::verify(session.archive().db()).unwrap(),
        audit::Verdict::Whole(_)
    ));
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn without_office_key_or_understanding_nothing_is_made() {
    let (mut host, folder) = host();
    let undecided = CreateArchive {
        no_recovery_understood: false,
        ..order(None)
    };
    assert_eq!(
        archives::create(&mut host, undecided).unwrap_err().code,
        Code::RecoveryUndecided
    );
    assert!(archives::list(&mut host, Nothing {}).unwrap().is_empty());
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let (mut host, _folder) = host();
    archives::create(&mut host, order(None)).unwrap();
    let change = |present: &str| ChangePassphrase {
        present: present.into(),
        new: "ruscello tavolo cicala merenda quercia".into(),
    };
    let session = host.session().unwrap();
    assert_eq!(
        archives::change_passphrase(session, change("sbagliata"))
            .unwrap_err()
            .code,
        Code::WrongPassphrase
    );
    archives::change_passphrase(session, change(PASSPHRASE)).unwrap();
    host.leave().unwrap();
    assert_eq!(unlock(&mut host, PASSPHRASE), Err(Code::WrongPassphrase));
    assert!(unlock(&mut host, "ruscello tavolo cicala merenda quercia").is_ok());
}

#[test]
fn the_office_recovers_an_archive_whose_passphrase_is_forgotten() {
    let (mut host, _folder) = host();
    let office = OfficeIdentity::generate();
    archives::create(&mut host, order(Some(office.recipient().text()))).unwrap();
    theme(&mut host, "light");
    host.leave().unwrap();
    let id = id(&mut host);
    let order = |key: &OfficeIdentity| RecoverArchive {
        id,
        office_key: key.reveal().to_string(),
        passphrase: "ombrello fiume candela pioggia maglione".into(),
    };
    let stranger = archives::recover(&mut host, order(&OfficeIdentity::generate())).unwrap_err();
    assert_eq!(stranger.code, Code::WrongOfficeKey);
    archives::recover(&mut host, order(&office)).unwrap();
    assert_eq!(
        settings(host.session().unwrap(), Nothing {})
            .unwrap()
            .theme
            .as_deref(),
        Some("light")
    );
    host.leave().unwrap();
    assert_eq!(unlock(&mut host, PASSPHRASE), Err(Code::WrongPassphrase));
    assert!(unlock(&mut host, "ombrello fiume candela pioggia maglione").is_ok());
}

#[test]
fn going_back_to_a_copy_brings_back_its_day() {
    let (mut host, _folder) = host();
    archives::create(&mut host, order(None)).unwrap();
    theme(&mut host, "dark");
    let done = archives::backup(host.session().unwrap(), Nothing {}).unwrap();
    theme(&mut host, "light");
    let id = id(&mut host);
    let restore = RestoreArchive {
        id,
        taken: done.copy.taken,
        passphrase: PASSPHRASE.into(),
    };
    archives::restore(&mut host, restore).unwrap();
    assert_eq!(
        settings(host.session().unwrap(), Nothing {})
            .unwrap()
            .theme
            .as_deref(),
        Some("dark")
    );
}

#[test]
fn bad_archives_are_told_apart_and_not_touched() {
    let (mut host, folder) = host();
    archives::create(&mut host, order(None)).unwrap();
    host.leave().unwrap();
    let id = id(&mut host);
    let path = folder
        .path()
        .join("archives")
        .join(id.to_string())
        .join("archive.db");
    let good = fs::read(&path).unwrap();
    let mut flipped = good.clone();
    flipped[5000] ^= 1;
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.extend(vec![0; 8192]);
    for (bytes, code) in [
        (flipped, Code::ArchiveDamaged),
        (plain, Code::ArchiveNotEncrypted),
        (b"un documento".to_vec(), Code::ArchiveForeign),
    ] {
        fs::write(&path, &bytes).unwrap();
        assert_eq!(unlock(&mut host, PASSPHRASE), Err(code));
        assert_eq!(fs::read(&path).unwrap(), bytes, "{code:?} touched the file");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(unlock(&mut host, PASSPHRASE), Err(Code::ArchiveMissing));
    fs::write(&path, good).unwrap();
    assert!(unlock(&mut host, PASSPHRASE).is_ok());
}

#[test]
fn the_window_knows_at_its_start_who_signs() {
    let (mut host, _folder) = host();
    archives::create(&mut host, order(None)).unwrap();
    let info = info(host.session().unwrap(), Nothing {}).unwrap();
    assert_eq!(info.operator_name.as_deref(), Some("Elena Colombo"));
    assert_eq!(info.qualifica, Some(Role::AssistenteSociale));
}
