//! The slots' file through its front door: what opens it, what does not, and what a crash leaves.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    clippy::expect_used
)]

#[path = "../../sync/tests/support/mutation.rs"]
mod mutation;
#[path = "../../sync/tests/support/rng.rs"]
mod rng;
mod world;

use std::fs;
use std::path::PathBuf;

use cartella_archive::disk::OsDisk;
use cartella_archive::keys::slots::{
    self, NewSlots, OfficeIdentity, OfficeRecipient, Passphrase, Ports, SlotsError, Unlocked,
};
use cartella_archive::keys::{Argon2id, CheapKdf, KdfError, KdfParams, MasterKey, OsRandom};
use uuid::Uuid;

use world::{DyingDisk, folder, put};

const STORE: Uuid = Uuid::from_u128(0x0193_5a70_0000_7000_8000_0000_0000_0001);
const CHEAP: Ports<'static> = Ports {
    kdf: &CheapKdf,
    random: &OsRandom,
    disk: &OsDisk,
};

fn pass(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

struct Case {
    _folder: tempfile::TempDir,
    path: PathBuf,
    master: MasterKey,
}

fn made(passphrase: &str, office: &[OfficeRecipient]) -> Case {
    let folder = folder();
    let path = folder.path().join(slots::FILE_NAME);
    let passphrase = pass(passphrase);
    let new = NewSlots {
        store: STORE,
        passphrase: &passphrase,
        cost: KdfParams::FLOOR,
        office,
    };
    let master = slots::create(&path, &new, CHEAP).unwrap();
    Case {
        _folder: folder,
        path,
        master,
    }
}

/// Two keys are the same when what is derived from them is.
fn same(one: &MasterKey, other: &MasterKey) -> bool {
    one.attachments().bytes() == other.attachments().bytes()
}

fn unlock(case: &Case, passphrase: &str) -> Result<Unlocked, SlotsError> {
    slots::unlock(&case.path, &pass(passphrase), &CheapKdf)
}

#[test]
fn the_real_derivation_opens_what_it_closed() {
    let folder = folder();
    let path = folder.path().join(slots::FILE_NAME);
    let right = pass("cavallo lume sasso ponte riva");
    let ports = Ports {
        kdf: &Argon2id,
        ..CHEAP
    };
    let new = NewSlots {
        store: STORE,
        passphrase: &right,
        cost: KdfParams::FLOOR,
        office: &[],
    };
    let master = slots::create(&path, &new, ports).unwrap();
    let unlocked = slots::unlock(&path, &right, &Argon2id).unwrap();
    assert!(same(&master, &unlocked.master));
    assert_eq!(unlocked.store, STORE);
    let wrong = slots::unlock(&path, &pass("cavallo lume sasso ponte rive"), &Argon2id);
    assert!(matches!(wrong, Err(SlotsError::WrongPassphrase)));
}

#[test]
fn only_the_passphrase_opens_and_spaces_around_do_not_count() {
    let case = made("cavallo lume sasso ponte riva", &[]);
    assert!(same(
        &case.master,
        &unlock(&case, "  cavallo lume  sasso\tponte riva \n")
            .unwrap()
            .master
    ));
    for wrong in [
        "cavallo lume sasso ponte",
        "Cavallo lume sasso ponte riva",
        "cavallolume sasso ponte riva",
        "x",
    ] {
        assert!(
            matches!(unlock(&case, wrong), Err(SlotsError::WrongPassphrase)),
            "{wrong}"
        );
    }
    assert!(matches!(
        Passphrase::new(" \t ".to_owned()),
        Err(SlotsError::PassphraseSize)
    ));
    assert!(matches!(
        Passphrase::new("a".repeat(1_025)),
        Err(SlotsError::PassphraseSize)
    ));
}

#[test]
fn slots_are_never_made_over_others() {
    let case = made("prima", &[]);
    let before = fs::read(&case.path).unwrap();
    let passphrase = pass("seconda");
    let new = NewSlots {
        store: STORE,
        passphrase: &passphrase,
        cost: KdfParams::FLOOR,
        office: &[],
    };
    assert!(matches!(
        slots::create(&case.path, &new, CHEAP),
        Err(SlotsError::AlreadyThere)
    ));
    assert_eq!(fs::read(&case.path).unwrap(), before);
}

#[test]
fn missing_empty_and_huge_files_have_their_own_errors() {
    let folder = folder();
    let path = folder.path().join(slots::FILE_NAME);
    assert!(matches!(
        slots::unlock(&path, &pass("x"), &CheapKdf),
        Err(SlotsError::Missing)
    ));
    for bytes in [
        vec![],
        vec![0; 10],
        vec![0xa6; 70_000],
        b"SQLite format 3\0".to_vec(),
    ] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(
            slots::unlock(&path, &pass("x"), &CheapKdf),
            Err(SlotsError::Damaged)
        ));
    }
}

#[test]
fn a_newer_file_says_so() {
    let case = made("una", &[]);
    let mut bytes = fs::read(&case.path).unwrap();
    // The map's header, key 0, the magic (18 bytes with its header), key 1, then the version.
    assert_eq!(&bytes[20..22], [1, 1]);
    bytes[21] = 2;
    fs::write(&case.path, bytes).unwrap();
    assert!(matches!(
        unlock(&case, "una"),
        Err(SlotsError::Newer { version: 2 })
    ));
}

#[test]
fn a_new_passphrase_replaces_the_old_and_keeps_key_and_office() {
    let office = OfficeIdentity::generate();
    let case = made("la vecchia", &[office.recipient()]);
    let cost = KdfParams {
        passes: 4,
        ..KdfParams::FLOOR
    };
    slots::change_passphrase(&case.path, &pass("la vecchia"), &pass("la nuova"), cost, CHEAP).unwrap();
    assert!(matches!(
        unlock(&case, "la vecchia"),
        Err(SlotsError::WrongPassphrase)
    ));
    assert!(same(&case.master, &unlock(&case, "la nuova").unwrap().master));
    assert!(same(
        &case.master,
        &slots::recover(&case.path, &office).unwrap().master
    ));
    assert_eq!(slots::describe(&case.path).unwrap().cost, Some(cost));
    assert_eq!(
        fs::read_dir(case.path.parent().unwrap()).unwrap().count(),
        1,
        "nothing is left beside"
    );
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let case = made("la vecchia", &[]);
    let before = fs::read(&case.path).unwrap();
    let changed = slots::change_passphrase(
        &case.path,
        &pass("sbagliata"),
        &pass("la nuova"),
        KdfParams::FLOOR,
        CHEAP,
    );
    assert!(matches!(changed, Err(SlotsError::WrongPassphrase)));
    assert_eq!(fs::read(&case.path).unwrap(), before);
}

#[test]
fn the_office_recovers_and_a_new_passphrase_is_set() {
    let (head, dpo, stranger) = (
        OfficeIdentity::generate(),
        OfficeIdentity::generate(),
        OfficeIdentity::generate(),
    );
    let case = made("dimenticata", &[head.recipient(), dpo.recipient()]);
    let card = slots::describe(&case.path).unwrap();
    assert_eq!(card.office, [head.recipient().text(), dpo.recipient().text()]);
    assert!(matches!(
        slots::recover(&case.path, &stranger),
        Err(SlotsError::WrongOfficeKey)
    ));
    let paper = OfficeIdentity::parse(&head.reveal()).unwrap();
    for identity in [&paper, &dpo] {
        let recovered = slots::recover(&case.path, identity).unwrap();
        assert!(same(&case.master, &recovered.master));
    }
    let recovered = slots::recover(&case.path, &dpo).unwrap();
    slots::set_passphrase(
        &case.path,
        &recovered.master,
        &pass("ricordata"),
        KdfParams::FLOOR,
        CHEAP,
    )
    .unwrap();
    assert!(same(&case.master, &unlock(&case, "ricordata").unwrap().master));
    assert!(matches!(
        unlock(&case, "dimenticata"),
        Err(SlotsError::WrongPassphrase)
    ));
}

#[test]
fn recovery_can_be_given_later_and_taken_away() {
    let office = OfficeIdentity::generate();
    let case = made("mia", &[]);
    assert!(matches!(
        slots::recover(&case.path, &office),
        Err(SlotsError::NoOffice)
    ));
    slots::set_office(&case.path, &case.master, &[office.recipient()], CHEAP).unwrap();
    assert!(same(
        &case.master,
        &slots::recover(&case.path, &office).unwrap().master
    ));
    slots::set_office(&case.path, &case.master, &[], CHEAP).unwrap();
    assert!(matches!(
        slots::recover(&case.path, &office),
        Err(SlotsError::NoOffice)
    ));
    assert!(same(&case.master, &unlock(&case, "mia").unwrap().master));
    assert!(matches!(
        OfficeRecipient::parse("age1nonesiste"),
        Err(SlotsError::NotAnAgeKey)
    ));
    assert!(matches!(
        OfficeIdentity::parse("pippo"),
        Err(SlotsError::NotAnAgeKey)
    ));
}

#[test]
fn another_stores_key_may_not_rewrite_the_file() {
    let (mine, other) = (made("mia", &[]), made("sua", &[]));
    let before = fs::read(&mine.path).unwrap();
    let set = slots::set_passphrase(
        &mine.path,
        &other.master,
        &pass("rubata"),
        KdfParams::FLOOR,
        CHEAP,
    );
    assert!(matches!(set, Err(SlotsError::Damaged)));
    assert_eq!(fs::read(&mine.path).unwrap(), before);
}

/// Every byte, every bit of it: and once more with the file's plain sum made right again, as an attacker would.
#[test]
fn no_flipped_byte_is_accepted() {
    let office = OfficeIdentity::generate();
    let case = made("cavallo lume sasso", &[office.recipient()]);
    let good = fs::read(&case.path).unwrap();
    let tried = tries(&good);
    assert!(tried.len() > good.len() * 9);
    for (what, bytes) in tried {
        put(&case.path, &bytes);
        assert!(
            unlock(&case, "cavallo lume sasso").is_err(),
            "passphrase accepted: {what}"
        );
        // Curve arithmetic is slow without optimisation: one bit of each byte is enough for the office's key.
        let once = !what.contains(" bit ") || what.contains(" bit 0");
        assert!(
            !once || slots::recover(&case.path, &office).is_err(),
            "office accepted: {what}"
        );
        let set = slots::set_office(&case.path, &case.master, &[], CHEAP);
        assert!(set.is_err(), "rewritten although not ours: {what}");
    }
    fs::write(&case.path, &good).unwrap();
    assert!(unlock(&case, "cavallo lume sasso").is_ok());
}

/// The sum is the 32 bytes before the MAC's field of 35.
fn resummed(bytes: &[u8]) -> Option<Vec<u8>> {
    use sha2::{Digest, Sha256};
    let body = bytes.len().checked_sub(35 + 35)?;
    let mut out = bytes.to_vec();
    let sum = Sha256::digest(&out[..body]);
    out[body + 3..body + 35].copy_from_slice(&sum);
    Some(out)
}

fn tries(good: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut tried = Vec::new();
    let mut push = |what: String, bytes: Vec<u8>| {
        if let Some(again) = resummed(&bytes).filter(|again| *again != bytes && again != good) {
            tried.push((format!("{what}, sum made right"), again));
        }
        tried.push((what, bytes));
    };
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.to_vec();
            bytes[at] ^= 1 << bit;
            push(format!("byte {at} bit {bit}"), bytes);
        }
        push(format!("cut at {at}"), good[..at].to_vec());
        push(
            format!("byte {at} left out"),
            [&good[..at], &good[at + 1..]].concat(),
        );
        push(
            format!("a zero before {at}"),
            [&good[..at], &[0], &good[at..]].concat(),
        );
    }
    push("a byte more".to_owned(), [good, &[0]].concat());
    push("twice".to_owned(), [good, good].concat());
    tried
}

/// The slot of one store put into the file of another; an older passphrase's slot put back into a newer file.
/// The same mutations as every decoder bears, with a sum that fits where there is one.
#[test]
fn files_of_slots_bear_anything() {
    let office = OfficeIdentity::generate().recipient();
    let seeds =
        [made("una frase", &[office]), made("una frase", &[])].map(|case| fs::read(&case.path).unwrap());
    let folder = folder();
    let path = folder.path().join(slots::FILE_NAME);
    let understood = mutation::bear_mutations(&seeds, |input| {
        fs::write(&path, resummed(input).as_deref().unwrap_or(input)).unwrap();
        slots::describe(&path).ok().map(|_| true)
    });
    assert!(
        understood > mutation::inputs() / 500,
        "{understood} were understood"
    );
}

#[test]
fn slots_do_not_move_between_files() {
    let mine = made("mia", &[]);
    let old = fs::read(&mine.path).unwrap();
    slots::set_passphrase(&mine.path, &mine.master, &pass("altra"), KdfParams::FLOOR, CHEAP).unwrap();
    let new = fs::read(&mine.path).unwrap();
    assert_eq!(old.len(), new.len());
    let tail = old.len() - 70;
    let mixed = [&old[..tail], &new[tail..]].concat();
    fs::write(&mine.path, resummed(&mixed).unwrap()).unwrap();
    assert!(matches!(unlock(&mine, "mia"), Err(SlotsError::Damaged)));
}

#[test]
fn weak_and_monstrous_costs_are_refused_when_made_and_when_read() {
    let folder = folder();
    let path = folder.path().join(slots::FILE_NAME);
    let passphrase = pass("una frase");
    for cost in [
        KdfParams {
            memory_kib: 1_024,
            ..KdfParams::FLOOR
        },
        KdfParams {
            passes: 1,
            ..KdfParams::FLOOR
        },
        KdfParams {
            memory_kib: 2_097_152,
            ..KdfParams::FLOOR
        },
    ] {
        let new = NewSlots {
            store: STORE,
            passphrase: &passphrase,
            cost,
            office: &[],
        };
        let refused = slots::create(&path, &new, CHEAP);
        assert!(matches!(refused, Err(SlotsError::Kdf(KdfError::OutOfBounds))));
        assert!(!path.exists());
    }
    // A file that asks for 4 GiB, its sum right: refused without asking for the memory, even by the real derivation.
    let case = made("una frase", &[]);
    let mut bytes = fs::read(&case.path).unwrap();
    let floor = [0x1a, 0x00, 0x01, 0x00, 0x00];
    let at = bytes.windows(5).position(|window| window == floor).unwrap();
    bytes[at + 1..at + 5].fill(0xff);
    fs::write(&case.path, resummed(&bytes).unwrap()).unwrap();
    let refused = slots::unlock(&case.path, &pass("una frase"), &Argon2id);
    assert!(matches!(refused, Err(SlotsError::Kdf(KdfError::OutOfBounds))));
}

/// The world ends before each step of a change in turn, and within it: the old or the new passphrase opens, always.
#[test]
fn a_crash_at_any_step_of_a_change_leaves_a_file_that_opens() {
    let mut finished = false;
    for dies_at in 0..40 {
        for torn in [false, true] {
            let case = made("la vecchia", &[]);
            let disk = DyingDisk::new(dies_at, torn);
            let ports = Ports { disk: &disk, ..CHEAP };
            let changed = slots::set_passphrase(
                &case.path,
                &case.master,
                &pass("la nuova"),
                KdfParams::FLOOR,
                ports,
            );
            let opens =
                |text: &str| unlock(&case, text).is_ok_and(|unlocked| same(&unlocked.master, &case.master));
            assert!(
                opens("la vecchia") != opens("la nuova"),
                "step {dies_at}, torn {torn}"
            );
            if changed.is_ok() {
                assert!(opens("la nuova"));
                finished = true;
            }
            // The next attempt finds what the crash left and still works.
            slots::set_passphrase(
                &case.path,
                &case.master,
                &pass("la terza"),
                KdfParams::FLOOR,
                CHEAP,
            )
            .unwrap();
            assert!(opens("la terza"));
        }
    }
    assert!(finished, "the change never came to its end");
}

/// A disk that says it wrote and wrote something else.
#[test]
fn a_lying_disk_costs_nothing() {
    let case = made("la vecchia", &[]);
    let disk = DyingDisk::lying();
    let ports = Ports { disk: &disk, ..CHEAP };
    let changed = slots::set_passphrase(
        &case.path,
        &case.master,
        &pass("la nuova"),
        KdfParams::FLOOR,
        ports,
    );
    assert!(matches!(changed, Err(SlotsError::NotProven)));
    assert!(unlock(&case, "la vecchia").is_ok());
}
