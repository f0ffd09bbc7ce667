//! Copies and going back to one, through the front door; and what a crash at any step leaves.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used
)]

mod world;

use std::fs;
use std::ops::ControlFlow;

use cartella_archive::backup::{
    self, BackupError, CopyOrder, CopyReport, Keep, RestoreOrder, SlotsFrom, make_copy, restore, rotate,
};
use cartella_archive::disk::{Disk, OsDisk};
use cartella_archive::files::Files;
use cartella_archive::keys::slots;
use cartella_archive::keys::{CheapKdf, KdfParams, OsRandom};
use cartella_archive::opening::{OpenMode, OpeningError, damaged_pages, open_database};
use cartella_archive::store::Store;
use cartella_domain::files::Sealed;
use cartella_domain::time::Instant;
use rusqlite::Connection;

use world::{
    CHEAP, DyingDisk, Notebook, SCHEMA, STORE, count_notes, folder, last_note, pass, put, write_note,
};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn noon() -> Instant {
    at("2026-11-22T12:00:00.000Z")
}

fn order<'a>(notebook: &'a Notebook, now: Instant, disk: &'a dyn Disk) -> CopyOrder<'a> {
    CopyOrder {
        store: &notebook.store,
        id: STORE,
        master: &notebook.master,
        newest_schema: SCHEMA,
        now,
        witness: &last_note,
        disk,
    }
}

fn copy(notebook: &Notebook, now: Instant) -> Result<CopyReport, BackupError> {
    make_copy(&order(notebook, now, &OsDisk), &mut |_| ControlFlow::Continue(()))
}

fn back<'a>(notebook: &'a Notebook, slots: SlotsFrom, disk: &'a dyn Disk) -> RestoreOrder<'a> {
    RestoreOrder {
        store: &notebook.store,
        id: STORE,
        master: &notebook.master,
        slots,
        newest_schema: SCHEMA,
        now: at("2026-11-22T18:30:00.000Z"),
        disk,
    }
}

fn notes_in(store: &Store, notebook: &Notebook) -> u32 {
    let key = notebook.master.database(STORE);
    count_notes(&open_database(&store.database(), &key, OpenMode::Copy, SCHEMA).unwrap()).unwrap()
}

fn names(store: &Store) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(store.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("archive.db-"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_copy_is_made_while_the_archive_is_written_and_holds_that_moment() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 0);
    let writer = notebook.open();
    // Larger than one step of the copying.
    writer.execute_batch("BEGIN").unwrap();
    (0..4_000).for_each(|_| write_note(&writer).unwrap());
    writer.execute_batch("COMMIT").unwrap();
    let mut steps = 0;
    let made = make_copy(&order(&notebook, noon(), &OsDisk), &mut |progress| {
        steps += 1;
        assert!(progress.done <= progress.all && progress.all > 2_000);
        // A copy that began again at each writing would never end: it is let to, and holds too much then.
        if steps <= 10 {
            write_note(&writer).unwrap();
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(steps > 1);
    assert_eq!(made.rows, 4_000);
    let copied = Store::at(&made.copy.folder);
    assert_eq!(notes_in(&copied, &notebook), 4_000);
    assert_eq!(count_notes(&writer).unwrap(), 4_000 + steps);
    assert_eq!(names(&copied), ["archive.db", "keyslots.cbor"], "nothing beside");
    assert_eq!(made.copy.folder.file_name().unwrap(), "copia-20261122T120000Z");
    // Encrypted under the same key, and its slots open with the same passphrase.
    let bytes = fs::read(copied.database()).unwrap();
    assert!(!bytes.windows(7).any(|window| window == b"parola "));
    assert_eq!(
        damaged_pages(&copied.database(), &notebook.master.database(STORE)).unwrap(),
        Vec::<u32>::new()
    );
    assert_eq!(
        slots::unlock(&copied.slots(), &pass("una frase"), &CheapKdf)
            .unwrap()
            .store,
        STORE
    );
}

#[test]
fn two_copies_in_a_second_are_two_copies() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 1);
    copy(&notebook, noon()).unwrap();
    copy(&notebook, noon().plus_millis(10)).unwrap();
    let taken: Vec<Instant> = backup::copies(&notebook.store)
        .unwrap()
        .iter()
        .map(|copy| copy.taken)
        .collect();
    assert_eq!(taken, [noon().plus_millis(1_000), noon()]);
}

#[test]
fn a_stopped_copy_leaves_nothing() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 3);
    let stopped = make_copy(
        &order(&notebook, noon(), &OsDisk),
        &mut |_| ControlFlow::Break(()),
    );
    assert!(matches!(stopped, Err(BackupError::Stopped)));
    assert_eq!(fs::read_dir(notebook.store.backups()).unwrap().count(), 0);
}

/// A copy that lacks something: here the witness sees in the copy another thing than in the archive.
#[test]
fn a_copy_that_differs_does_not_count() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 3);
    let asked = std::cell::Cell::new(0_u8);
    let witness = |_: &Connection| {
        asked.set(asked.get() + 1);
        Ok(vec![asked.get()])
    };
    let order = CopyOrder {
        witness: &witness,
        ..order(&notebook, noon(), &OsDisk)
    };
    assert!(matches!(
        make_copy(&order, &mut |_| ControlFlow::Continue(())),
        Err(BackupError::Differs)
    ));
    assert_eq!(backup::copies(&notebook.store).unwrap(), []);
}

#[test]
fn a_copy_of_a_damaged_archive_does_not_count_and_the_good_one_stays() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 40);
    let good = copy(&notebook, noon()).unwrap();
    let mut bytes = fs::read(notebook.store.database()).unwrap();
    let at = bytes.len() - 2_000;
    bytes[at] ^= 4;
    put(&notebook.store.database(), &bytes);
    assert!(copy(&notebook, noon().plus_millis(86_400_000)).is_err());
    assert_eq!(backup::copies(&notebook.store).unwrap(), [good.copy]);
}

#[test]
fn a_copy_is_not_made_with_slots_that_open_nothing() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 2);
    fs::write(notebook.store.slots(), b"rotto").unwrap();
    assert!(matches!(copy(&notebook, noon()), Err(BackupError::Slots(_))));
    assert_eq!(fs::read_dir(notebook.store.backups()).unwrap().count(), 0);
}

#[test]
fn a_crash_at_any_step_of_a_copy_harms_no_other() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 3);
    let first = copy(&notebook, noon()).unwrap();
    let mut finished = 0;
    for dies_at in 0..12 {
        for torn in [false, true] {
            let disk = DyingDisk::new(dies_at, torn);
            let now = noon().plus_millis(3_600_000);
            let made = make_copy(&order(&notebook, now, &disk), &mut |_| ControlFlow::Continue(()));
            let copies = backup::copies(&notebook.store).unwrap();
            assert!(copies.contains(&first.copy));
            for copy in &copies {
                assert_eq!(
                    notes_in(&Store::at(&copy.folder), &notebook),
                    3,
                    "step {dies_at}, torn {torn}"
                );
            }
            finished += u32::from(made.is_ok());
            for copy in copies.iter().filter(|copy| **copy != first.copy) {
                fs::remove_dir_all(&copy.folder).unwrap();
            }
        }
    }
    assert!(finished > 0, "no copy came to its end");
    copy(&notebook, noon().plus_millis(7_200_000)).unwrap();
    assert_eq!(
        fs::read_dir(notebook.store.backups()).unwrap().count(),
        2,
        "what crashes left is cleared"
    );
}

#[test]
fn rotation_removes_what_may_go_and_nothing_else() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 1);
    for hour in 0..3 {
        copy(&notebook, noon().plus_millis(hour * 3_600_000)).unwrap();
    }
    fs::create_dir(notebook.store.backups().join("mia cartella")).unwrap();
    let newest = noon().plus_millis(2 * 3_600_000);
    let gone = rotate(&notebook.store, newest, Keep::default(), &OsDisk).unwrap();
    assert_eq!(gone, [noon().plus_millis(3_600_000), noon()]);
    let left = backup::copies(&notebook.store).unwrap();
    assert_eq!(left.iter().map(|copy| copy.taken).collect::<Vec<_>>(), [newest]);
    assert!(notebook.store.backups().join("mia cartella").exists());
}

#[test]
fn restoring_brings_that_day_back_and_keeps_this_one() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 5);
    let made = copy(&notebook, noon()).unwrap();
    notebook.write(4);
    slots::set_passphrase(
        &notebook.store.slots(),
        &notebook.master,
        &pass("nuova"),
        KdfParams::FLOOR,
        CHEAP,
    )
    .unwrap();
    let restored = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy).unwrap();
    assert_eq!(notebook.notes(), 5);
    let before = Store::at(&restored.before);
    assert_eq!(
        restored.before.file_name().unwrap(),
        "prima-del-ripristino-20261122T183000Z"
    );
    let old = before
        .open(&notebook.master.database(STORE), SCHEMA, &OsDisk)
        .unwrap();
    assert_eq!(count_notes(&old).unwrap(), 9);
    // The present passphrase stays; the copy is still a copy; writing goes on.
    assert!(slots::unlock(&notebook.store.slots(), &pass("nuova"), &CheapKdf).is_ok());
    assert!(slots::unlock(&before.slots(), &pass("nuova"), &CheapKdf).is_ok());
    assert_eq!(
        backup::copies(&notebook.store).unwrap(),
        std::slice::from_ref(&made.copy)
    );
    notebook.write(1);
    assert_eq!(notebook.notes(), 6);
    // Once more in the same second: the first kept folder is not written over.
    let again = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy).unwrap();
    assert_ne!(again.before, restored.before);
    assert_eq!(notebook.notes(), 5);
}

#[test]
fn what_a_crash_left_in_the_log_is_kept_with_the_old_archive() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 5);
    let made = copy(&notebook, noon()).unwrap();
    // The log of a crash: four notes that are not in the database yet.
    let log = notebook.store.folder().join("archive.db-wal");
    let (database, logged) = {
        let connection = notebook.open();
        (0..4).for_each(|_| write_note(&connection).unwrap());
        (
            fs::read(notebook.store.database()).unwrap(),
            fs::read(&log).unwrap(),
        )
    };
    fs::write(notebook.store.database(), database).unwrap();
    fs::write(&log, logged).unwrap();
    let restored = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy).unwrap();
    assert_eq!(notebook.notes(), 5);
    let key = notebook.master.database(STORE);
    let old = Store::at(&restored.before).open(&key, SCHEMA, &OsDisk).unwrap();
    assert_eq!(count_notes(&old).unwrap(), 9);
}

#[test]
fn a_broken_archive_and_broken_slots_are_replaced_by_the_copys() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 5);
    let made = copy(&notebook, noon()).unwrap();
    fs::write(notebook.store.database(), b"non resta nulla").unwrap();
    fs::write(notebook.store.slots(), b"niente").unwrap();
    let refused = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy);
    assert!(matches!(refused, Err(BackupError::Slots(_))));
    // The key comes from the copy's own slots.
    let unlocked = slots::unlock(
        &Store::at(&made.copy.folder).slots(),
        &pass("una frase"),
        &CheapKdf,
    )
    .unwrap();
    let order = RestoreOrder {
        master: &unlocked.master,
        ..back(&notebook, SlotsFrom::Copy, &OsDisk)
    };
    let restored = restore(&order, &made.copy).unwrap();
    assert_eq!(notebook.notes(), 5);
    assert!(slots::unlock(&notebook.store.slots(), &pass("una frase"), &CheapKdf).is_ok());
    assert_eq!(
        fs::read(Store::at(restored.before).database()).unwrap(),
        b"non resta nulla"
    );
}

#[test]
fn a_bad_copy_is_never_put_in_place() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 30);
    let made = copy(&notebook, noon()).unwrap();
    notebook.write(2);
    let before = names(&notebook.store);
    let copied = Store::at(&made.copy.folder);
    let good = fs::read(copied.database()).unwrap();
    let mut flipped = good.clone();
    flipped[3 * 4_096 + 5] ^= 1;
    let cut = good[..good.len() - 4_096].to_vec();
    let other = folder();
    let foreign = Notebook::made(other.path(), "altra", 1);
    let foreign = fs::read(foreign.store.database()).unwrap();
    for (bytes, what) in [
        (flipped, "flipped"),
        (cut, "cut"),
        (foreign, "foreign"),
        (vec![], "empty"),
    ] {
        put(&copied.database(), &bytes);
        let refused = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy).unwrap_err();
        match what {
            "flipped" => assert!(
                matches!(refused, BackupError::Damaged { page: Some(4) }),
                "{refused:?}"
            ),
            "cut" => assert!(matches!(refused, BackupError::Damaged { .. }), "{refused:?}"),
            "foreign" => assert!(
                matches!(
                    refused,
                    BackupError::Opening(OpeningError::WrongKey | OpeningError::Foreign)
                ),
                "{refused:?}"
            ),
            _ => assert!(
                matches!(refused, BackupError::Opening(OpeningError::Foreign)),
                "{refused:?}"
            ),
        }
        assert_eq!(notebook.notes(), 32, "{what}");
        assert_eq!(names(&notebook.store), before, "{what}");
    }
    fs::remove_file(copied.database()).unwrap();
    let gone = restore(&back(&notebook, SlotsFrom::Present, &OsDisk), &made.copy);
    assert!(matches!(gone, Err(BackupError::Missing)));
    assert_eq!(notebook.notes(), 32);
}

/// The world ends before and within every step: the old archive or the restored one opens, with slots that fit, and when
/// it is the restored one the old one stands whole beside.
#[test]
fn a_crash_at_any_step_of_a_restore_leaves_the_old_or_the_new() {
    let (mut finished, mut old, mut new) = (0, 0, 0);
    for from in [SlotsFrom::Present, SlotsFrom::Copy] {
        for dies_at in 0..40 {
            for torn in [false, true] {
                let data = folder();
                let notebook = Notebook::made(data.path(), "una frase", 2);
                let made = copy(&notebook, noon()).unwrap();
                notebook.write(1);
                let disk = DyingDisk::new(dies_at, torn);
                let done = restore(&back(&notebook, from, &disk), &made.copy);
                finished += u32::from(done.is_ok());
                // The next start: the lock's page lists, the passphrase unlocks, the archive opens.
                let listed = cartella_archive::store::list(&notebook.data, &OsDisk).unwrap();
                assert_eq!(listed.len(), 1);
                let unlocked =
                    slots::unlock(&notebook.store.slots(), &pass("una frase"), &CheapKdf).expect("slots");
                let connection = notebook
                    .store
                    .open(&unlocked.master.database(STORE), SCHEMA, &OsDisk)
                    .expect("archive");
                let step = format!("{from:?}, step {dies_at}, torn {torn}");
                match count_notes(&connection).unwrap() {
                    3 => old += 1,
                    2 => {
                        new += 1;
                        let before = notebook
                            .store
                            .folder()
                            .join("prima-del-ripristino-20261122T183000Z");
                        assert_eq!(notes_in_open(&before, &notebook), 3, "{step}");
                    }
                    other => panic!("{step}: {other} notes"),
                }
                assert!(
                    !names(&notebook.store).iter().any(|name| name == ".ripristino"),
                    "{step}"
                );
                assert!(
                    !names(&notebook.store).iter().any(|name| name == "restore.cbor"),
                    "{step}"
                );
            }
        }
    }
    assert!(
        finished > 0 && old > 0 && new > finished,
        "{finished} finished, {old} old, {new} new"
    );
}

/// A file that a record names.
fn named(notebook: &Notebook, content: &[u8]) -> Sealed {
    let connection = notebook.open();
    connection
        .execute_batch(
            "CREATE TABLE IF NOT EXISTS allegato (file TEXT); CREATE TABLE IF NOT EXISTS file_left (file TEXT);",
        )
        .unwrap();
    let sealed = Files::of(notebook.store.folder())
        .keep(STORE, content, &OsRandom, &OsDisk)
        .unwrap();
    connection
        .execute("INSERT INTO allegato VALUES (?1)", [sealed.file.to_string()])
        .unwrap();
    sealed
}

fn reads(folder: &std::path::Path, sealed: &Sealed, content: &[u8]) -> bool {
    let read = Files::of(folder).read(sealed, &OsDisk);
    read.is_ok_and(|read| read.as_slice() == content)
}

/// The same with files: the archive that opens has all that it names, and what stands beside has its own.
#[test]
fn a_crash_at_any_step_of_a_restore_leaves_each_archive_its_files() {
    let (mut old, mut new) = (0, 0);
    for (dies_at, torn) in (0..50).flat_map(|at| [(at, false), (at, true)]) {
        let data = folder();
        let notebook = Notebook::made(data.path(), "una frase", 2);
        let first = named(&notebook, b"prima");
        let made = copy(&notebook, noon()).unwrap();
        let second = named(&notebook, b"dopo");
        notebook.write(1);
        let disk = DyingDisk::new(dies_at, torn);
        let _ = restore(&back(&notebook, SlotsFrom::Present, &disk), &made.copy);
        let store = notebook.store.folder();
        let step = format!("step {dies_at}, torn {torn}");
        if notebook.notes() == 3 {
            old += 1;
            fs::remove_dir_all(notebook.store.backups()).unwrap();
            assert!(
                reads(store, &first, b"prima") && reads(store, &second, b"dopo"),
                "{step}"
            );
        } else {
            new += 1;
            let before = store.join("prima-del-ripristino-20261122T183000Z");
            assert!(
                reads(&before, &first, b"prima") && reads(&before, &second, b"dopo"),
                "{step}"
            );
            fs::remove_dir_all(before).unwrap();
            fs::remove_dir_all(notebook.store.backups()).unwrap();
            assert!(reads(store, &first, b"prima"), "{step}");
        }
    }
    assert!(old > 10 && new > 10, "{old} old, {new} new");
}

/// A crash while a copy is made or a file is kept harms no file, and no half of one bears a name.
#[test]
fn a_crash_at_any_step_leaves_no_half_of_a_file() {
    let data = folder();
    let notebook = Notebook::made(data.path(), "una frase", 2);
    let first = named(&notebook, b"prima");
    let files = Files::of(notebook.store.folder());
    let whole = fs::metadata(notebook.store.files().join(first.file.to_string()))
        .unwrap()
        .len();
    for (dies_at, torn) in (0..24).flat_map(|at| [(at, false), (at, true)]) {
        let disk = DyingDisk::new(dies_at, torn);
        let _ = files.keep(STORE, b"dopo!", &OsRandom, &disk);
        for file in fs::read_dir(notebook.store.files()).unwrap() {
            let file = file.unwrap();
            let named = file.file_name().to_string_lossy().len() == 36;
            assert!(
                !named || file.metadata().unwrap().len() == whole,
                "step {dies_at}"
            );
        }
        let disk = DyingDisk::new(dies_at, torn);
        let _ = make_copy(&order(&notebook, noon(), &disk), &mut |_| {
            ControlFlow::Continue(())
        });
        for made in backup::copies(&notebook.store).unwrap() {
            let copied = Store::at(&made.folder).files().join(first.file.to_string());
            assert_eq!(fs::metadata(copied).unwrap().len(), whole, "step {dies_at}");
        }
    }
    assert!(reads(notebook.store.folder(), &first, b"prima"));
    assert!(!backup::copies(&notebook.store).unwrap().is_empty());
}

fn notes_in_open(folder: &std::path::Path, notebook: &Notebook) -> u32 {
    let opened = Store::at(folder)
        .open(&notebook.master.database(STORE), SCHEMA, &OsDisk)
        .unwrap();
    count_notes(&opened).unwrap()
}
