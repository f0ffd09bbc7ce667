//! A disk with no room left: a small file system in memory, filled to the last byte. Needs the right to mount one (root on
//! Linux); elsewhere each test says that it was skipped.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    clippy::print_stderr
)]

mod small_disk;
mod world;

use std::fs;
use std::ops::ControlFlow;

use cartella_archive::Error;
use cartella_archive::backup::{self, BackupError, CopyOrder, RestoreOrder, SlotsFrom, make_copy, restore};
use cartella_archive::disk::OsDisk;
use cartella_archive::files::Files;
use cartella_archive::keys::slots::{self, SlotsError};
use cartella_archive::keys::{CheapKdf, KdfParams, OsRandom};
use cartella_archive::opening::{OpeningError, check_integrity};
use cartella_archive::store::StoreError;
use cartella_domain::time::Instant;

use small_disk::SmallDisk;
use world::{CHEAP, Notebook, SCHEMA, STORE, count_notes, last_note, pass, write_note};

fn order(notebook: &Notebook) -> CopyOrder<'_> {
    CopyOrder {
        store: &notebook.store,
        id: STORE,
        master: &notebook.master,
        newest_schema: SCHEMA,
        now: Instant(1_800_000_000_000),
        witness: &last_note,
        disk: &OsDisk,
    }
}

fn small_disk() -> Option<SmallDisk> {
    let disk = SmallDisk::mounted(4 * 1024);
    if disk.is_none() {
        eprintln!("skipped: no right to mount a small file system");
    }
    disk
}

#[test]
fn writing_on_a_full_disk_loses_nothing_and_goes_on_when_there_is_room() {
    let Some(disk) = small_disk() else { return };
    let notebook = Notebook::made(disk.path(), "una frase", 5);
    let connection = notebook.open();
    disk.fill();
    let mut written = 5;
    let refused = loop {
        match write_note(&connection) {
            Ok(()) => written += 1,
            Err(error) => break OpeningError::from(error),
        }
        assert!(written < 10_000, "the disk never got full");
    };
    assert!(matches!(refused, OpeningError::Full), "{refused:?}");
    assert_eq!(
        count_notes(&connection).unwrap(),
        written,
        "what was acknowledged is there"
    );
    disk.make_room();
    write_note(&connection).unwrap();
    drop(connection);
    assert_eq!(notebook.notes(), written + 1);
    assert_eq!(check_integrity(&notebook.open()).unwrap(), []);
}

#[test]
fn an_archive_on_a_full_disk_is_not_called_damaged() {
    let Some(disk) = small_disk() else { return };
    let notebook = Notebook::made(disk.path(), "una frase", 5);
    disk.fill();
    match notebook
        .store
        .open(&notebook.master.database(STORE), SCHEMA, &OsDisk)
    {
        Ok(connection) => assert_eq!(count_notes(&connection).unwrap(), 5),
        Err(StoreError::Opening(OpeningError::Full)) => {}
        Err(other) => panic!("{other:?}"),
    }
    disk.make_room();
    assert_eq!(notebook.notes(), 5);
}

#[test]
fn a_copy_that_finds_no_room_leaves_the_others() {
    let Some(disk) = small_disk() else { return };
    let notebook = Notebook::made(disk.path(), "una frase", 100);
    let good = make_copy(&order(&notebook), &mut |_| ControlFlow::Continue(())).unwrap();
    let connection = notebook.open();
    disk.fill_but(64 * 1024);
    let refused = make_copy(&order(&notebook), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(BackupError::Full)), "{refused:?}");
    assert_eq!(
        backup::copies(&notebook.store).unwrap(),
        std::slice::from_ref(&good.copy)
    );
    assert_eq!(
        fs::read_dir(notebook.store.backups()).unwrap().count(),
        1,
        "the attempt gave its room back"
    );
    assert_eq!(count_notes(&connection).unwrap(), 100);
}

#[test]
fn a_restore_that_finds_no_room_changes_nothing() {
    let Some(disk) = small_disk() else { return };
    let notebook = Notebook::made(disk.path(), "una frase", 100);
    let good = make_copy(&order(&notebook), &mut |_| ControlFlow::Continue(())).unwrap();
    notebook.write(1);
    disk.fill_but(64 * 1024);
    let back = RestoreOrder {
        store: &notebook.store,
        id: STORE,
        master: &notebook.master,
        slots: SlotsFrom::Present,
        newest_schema: SCHEMA,
        now: Instant(1_800_000_000_000),
        disk: &OsDisk,
    };
    let refused = restore(&back, &good.copy);
    assert!(matches!(refused, Err(BackupError::Full)), "{refused:?}");
    assert_eq!(notebook.notes(), 101);
    disk.make_room();
    restore(&back, &good.copy).unwrap();
    assert_eq!(notebook.notes(), 100);
}

#[test]
fn a_file_that_finds_no_room_is_not_kept_and_takes_none() {
    let Some(disk) = small_disk() else { return };
    let files = Files::of(disk.path());
    let keep = |content: &[u8]| files.keep(STORE, content, &OsRandom, &OsDisk);
    let first = keep(&[1; 100_000]).unwrap();
    disk.fill_but(64 * 1024);
    for size in [100_000, 1_000_000] {
        let refused = keep(&vec![2; size]);
        assert!(matches!(refused, Err(Error::DiskFull)), "{size}");
    }
    let there = || fs::read_dir(disk.path().join("files")).unwrap().count();
    assert_eq!(there(), 1, "the attempts gave their room back");
    assert_eq!(files.read(&first, &OsDisk).unwrap().to_vec(), [1; 100_000]);
    disk.make_room();
    keep(&[2; 1_000_000]).unwrap();
    assert_eq!(there(), 2);
}

#[test]
fn a_new_passphrase_that_finds_no_room_leaves_the_old() {
    let Some(disk) = small_disk() else { return };
    let notebook = Notebook::made(disk.path(), "la vecchia", 1);
    disk.fill();
    let set = || {
        slots::set_passphrase(
            &notebook.store.slots(),
            &notebook.master,
            &pass("la nuova"),
            KdfParams::FLOOR,
            CHEAP,
        )
    };
    assert!(matches!(set(), Err(SlotsError::Io(error)) if error.kind() == std::io::ErrorKind::StorageFull));
    assert!(slots::unlock(&notebook.store.slots(), &pass("la vecchia"), &CheapKdf).is_ok());
    disk.make_room();
    set().unwrap();
    assert!(slots::unlock(&notebook.store.slots(), &pass("la nuova"), &CheapKdf).is_ok());
}
