//! The folders of several operators on one laptop.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used
)]

mod world;

use std::fs;

use cartella_archive::disk::OsDisk;
use cartella_archive::keys::slots::{Ports, SlotsError};
use cartella_archive::keys::{Failures, KdfParams, MasterKey};
use cartella_archive::opening::OpeningError;
use cartella_archive::store::{self, Card, NewStore, StoreError, UnlockError};
use cartella_domain::time::Instant;
use rusqlite::Connection;
use uuid::Uuid;

use world::{CHEAP, DyingDisk, Notebook, SCHEMA, STORE, folder, lay, pass};

fn make(data: &std::path::Path, id: u128, card: &Card, ports: Ports<'_>) -> Result<store::Store, StoreError> {
    let passphrase = pass("una frase");
    let new = NewStore {
        id: Uuid::from_u128(id),
        card,
        passphrase: &passphrase,
        cost: KdfParams::FLOOR,
        office: &[],
    };
    let prepare = |connection: &mut Connection, _: &MasterKey| -> Result<(), StoreError> {
        lay(connection);
        Ok(())
    };
    store::create(data, &new, ports, prepare).map(|(store, _)| store)
}

#[test]
fn stores_are_listed_with_what_their_owners_chose_to_show() {
    let data = folder();
    assert_eq!(store::list(data.path(), &OsDisk).unwrap().len(), 0);
    make(data.path(), 2, &Card::new("MR", "").unwrap(), CHEAP).unwrap();
    make(data.path(), 1, &Card::new(" GB ", "Giulia B.").unwrap(), CHEAP).unwrap();
    fs::create_dir(data.path().join("archives/appunti")).unwrap();
    fs::write(
        data.path().join("archives").join(Uuid::from_u128(9).to_string()),
        b"a file",
    )
    .unwrap();
    let listed = store::list(data.path(), &OsDisk).unwrap();
    let shown: Vec<_> = listed
        .iter()
        .map(|listed| {
            (
                listed.id.as_u128(),
                listed.card.as_ref().map(|card| (card.initials(), card.name())),
            )
        })
        .collect();
    assert_eq!(shown, [(1, Some(("GB", "Giulia B."))), (2, Some(("MR", "")))]);
}

#[test]
fn a_damaged_card_hides_nobody() {
    let data = folder();
    let store = make(data.path(), 1, &Card::new("GB", "").unwrap(), CHEAP).unwrap();
    fs::write(store.card(), b"\x83\x01").unwrap();
    let listed = store::list(data.path(), &OsDisk).unwrap();
    assert!(listed.len() == 1 && listed[0].card.is_none());
    store::write_card(&store, &Card::new("GX", "Nuova").unwrap(), &OsDisk).unwrap();
    let listed = store::list(data.path(), &OsDisk).unwrap();
    assert_eq!(listed[0].card.as_ref().unwrap().initials(), "GX");
    assert!(
        Card::new("", "x").is_err()
            && Card::new("ABCDE", "").is_err()
            && Card::new("A", &"x".repeat(81)).is_err()
    );
}

#[test]
fn a_store_is_never_made_over_another() {
    let data = folder();
    let card = Card::new("GB", "").unwrap();
    let store = make(data.path(), 1, &card, CHEAP).unwrap();
    let before = fs::read(store.slots()).unwrap();
    assert!(matches!(
        make(data.path(), 1, &card, CHEAP),
        Err(StoreError::AlreadyThere)
    ));
    assert_eq!(fs::read(store.slots()).unwrap(), before);
}

#[test]
fn a_store_half_made_by_a_crash_is_not_there_and_in_nobodys_way() {
    let card = Card::new("GB", "").unwrap();
    let mut finished = 0;
    for dies_at in 0..16 {
        for torn in [false, true] {
            let data = folder();
            let disk = DyingDisk::new(dies_at, torn);
            let made = make(data.path(), 1, &card, Ports { disk: &disk, ..CHEAP });
            let listed = store::list(data.path(), &OsDisk).unwrap();
            match made {
                Ok(_) => finished += 1,
                Err(_) if listed.is_empty() => {
                    make(data.path(), 1, &card, CHEAP).unwrap();
                }
                Err(_) => {}
            }
            let store = store::list(data.path(), &OsDisk).unwrap().remove(0).store;
            let (unlocked, _) = store::unlock(&store, &pass("una frase"), Instant(1), CHEAP).unwrap();
            assert!(
                store
                    .open(&unlocked.master.database(unlocked.store), SCHEMA, &OsDisk)
                    .is_ok()
            );
            assert_eq!(
                fs::read_dir(data.path().join("archives")).unwrap().count(),
                1,
                "step {dies_at}"
            );
        }
    }
    assert!(finished > 0);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_computer_may_look() {
    use std::os::unix::fs::PermissionsExt;
    let data = folder();
    let store = make(data.path(), 1, &Card::new("GB", "").unwrap(), CHEAP).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data.path().join("archives")), 0o700);
    assert_eq!(mode(store.folder()), 0o700);
    for file in [store.database(), store.slots(), store.card()] {
        assert_eq!(mode(&file), 0o600, "{file:?}");
    }
}

#[test]
fn wrong_passphrases_slow_the_next_and_are_told_of_afterwards() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "giusta frase", 1);
    let unlock = |passphrase: &str, seconds: i64| {
        store::unlock(
            &notebook.store,
            &pass(passphrase),
            Instant(seconds * 1_000),
            CHEAP,
        )
    };
    for try_at in 0..5 {
        let refused = unlock("sbagliata", 100 + try_at).map(drop);
        assert!(matches!(
            refused,
            Err(UnlockError::Slots(SlotsError::WrongPassphrase))
        ));
    }
    // Even the right one waits now, for a second; then it opens and says what happened.
    assert!(matches!(
        unlock("giusta frase", 104).map(drop),
        Err(UnlockError::Wait { seconds: 1 })
    ));
    let (unlocked, failures) = unlock("giusta frase", 105).unwrap();
    assert_eq!(unlocked.store, STORE);
    assert_eq!(
        failures,
        Failures {
            count: 5,
            first: Instant(100_000),
            last: Instant(104_000)
        }
    );
    let (_, failures) = unlock("giusta frase", 106).unwrap();
    assert_eq!(failures, Failures::default());
}

#[test]
fn one_operators_key_does_not_open_anothers_store() {
    let data = folder();
    let (mine, hers) = (Notebook::made(data.path(), "una frase", 1), folder());
    let other = make(hers.path(), 7, &Card::new("MR", "").unwrap(), CHEAP).unwrap();
    let opened = other.open(&mine.master.database(STORE), SCHEMA, &OsDisk);
    assert!(matches!(opened, Err(StoreError::Opening(OpeningError::Foreign))));
}
