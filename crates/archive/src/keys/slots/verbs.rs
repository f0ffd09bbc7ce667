//! What is done with a slots' file: create, unlock, change the passphrase, set and use the office's recovery.
//!
//! Every rewrite is staged beside, opened again from the disk to prove that it gives the same key, and only then takes
//! the name; so at every moment the name holds a file that opens.

use std::path::Path;

use zeroize::Zeroizing;

use super::encoding::{Content, LARGEST, SlotsFile, encode};
use super::office::OfficeSlot;
use super::passphrase_slot::PassphraseSlot;
use super::{NewSlots, OfficeIdentity, OfficeRecipient, Passphrase, Ports, SlotsCard, SlotsError, Unlocked};
use crate::disk;
use crate::keys::kdf::{Kdf, KdfParams};
use crate::keys::master::MasterKey;

/// Makes the master key of a new store and its slots' file at `path`, where nothing may stand.
pub fn create(path: &Path, new: &NewSlots<'_>, ports: Ports<'_>) -> Result<MasterKey, SlotsError> {
    if path.try_exists()? {
        return Err(SlotsError::AlreadyThere);
    }
    let master = MasterKey::generate(ports.random)?;
    let passphrase = seal(&master, new, ports)?;
    let office = seal_office(&master, new.office)?;
    let content = Content {
        store: new.store,
        passphrase: Some(passphrase),
        office,
    };
    write(path, &content, &master, Proof::Passphrase(new.passphrase), ports)?;
    Ok(master)
}

/// Opens the passphrase's slot. Takes as long as the slot's parameters say: about a second.
pub fn unlock(path: &Path, passphrase: &Passphrase, kdf: &dyn Kdf) -> Result<Unlocked, SlotsError> {
    open(&read(path)?, &Proof::Passphrase(passphrase), kdf)
}

/// Opens the office's slot. The caller asks for a new passphrase next and records the recovery in the audit.
pub fn recover(path: &Path, identity: &OfficeIdentity) -> Result<Unlocked, SlotsError> {
    let file = read(path)?;
    let slot = file.content.office.as_ref().ok_or(SlotsError::NoOffice)?;
    checked(&file, slot.open(identity)?)
}

/// Replaces the passphrase of one who knows it. The database is not touched.
pub fn change_passphrase(
    path: &Path,
    current: &Passphrase,
    new: &Passphrase,
    cost: KdfParams,
    ports: Ports<'_>,
) -> Result<(), SlotsError> {
    let unlocked = unlock(path, current, ports.kdf)?;
    set_passphrase(path, &unlocked.master, new, cost, ports)
}

/// Sets the passphrase with the master key in hand: after a recovery, or from an unlocked archive.
pub fn set_passphrase(
    path: &Path,
    master: &MasterKey,
    new: &Passphrase,
    cost: KdfParams,
    ports: Ports<'_>,
) -> Result<(), SlotsError> {
    let mut content = verified(path, master)?;
    let slots = NewSlots {
        store: content.store,
        passphrase: new,
        cost,
        office: &[],
    };
    content.passphrase = Some(seal(master, &slots, ports)?);
    write(path, &content, master, Proof::Passphrase(new), ports)
}

/// Sets who at the office can recover the archive; nobody takes recovery away.
pub fn set_office(
    path: &Path,
    master: &MasterKey,
    office: &[OfficeRecipient],
    ports: Ports<'_>,
) -> Result<(), SlotsError> {
    let mut content = verified(path, master)?;
    content.office = seal_office(master, office)?;
    write(path, &content, master, Proof::Master, ports)
}

/// What the file says of itself. It is not proven until it is unlocked.
pub fn describe(path: &Path) -> Result<SlotsCard, SlotsError> {
    let content = read(path)?.content;
    Ok(SlotsCard {
        store: content.store,
        cost: content.passphrase.map(|slot| slot.cost),
        office: content.office.map(|slot| slot.recipients).unwrap_or_default(),
    })
}

/// Whether the holder of this key wrote the file at `path` as it stands.
pub fn check(path: &Path, master: &MasterKey) -> Result<(), SlotsError> {
    verified(path, master).map(drop)
}

/// How a file just written is proven to open.
enum Proof<'a> {
    /// By the passphrase, from the disk, as tomorrow morning.
    Passphrase(&'a Passphrase),
    /// By its MAC under the key in hand: the passphrase's slot was carried over as it was.
    Master,
}

fn read(path: &Path) -> Result<SlotsFile, SlotsError> {
    SlotsFile::read(disk::read_small(path, LARGEST)?)
}

fn open(file: &SlotsFile, proof: &Proof<'_>, kdf: &dyn Kdf) -> Result<Unlocked, SlotsError> {
    let Proof::Passphrase(passphrase) = proof else {
        return Err(SlotsError::NoPassphrase);
    };
    let slot = file.content.passphrase.as_ref().ok_or(SlotsError::NoPassphrase)?;
    checked(file, slot.open(file.content.store, passphrase, kdf)?)
}

fn checked(file: &SlotsFile, master: MasterKey) -> Result<Unlocked, SlotsError> {
    file.verify(&master.slots())?;
    Ok(Unlocked {
        store: file.content.store,
        master,
    })
}

fn verified(path: &Path, master: &MasterKey) -> Result<Content, SlotsError> {
    let file = read(path)?;
    file.verify(&master.slots())?;
    Ok(file.content)
}

fn seal(master: &MasterKey, new: &NewSlots<'_>, ports: Ports<'_>) -> Result<PassphraseSlot, SlotsError> {
    PassphraseSlot::seal(
        master,
        new.store,
        new.passphrase,
        new.cost,
        ports.kdf,
        ports.random,
    )
}

fn seal_office(master: &MasterKey, office: &[OfficeRecipient]) -> Result<Option<OfficeSlot>, SlotsError> {
    if office.is_empty() {
        Ok(None)
    } else {
        OfficeSlot::seal(master, office).map(Some)
    }
}

fn write(
    path: &Path,
    content: &Content,
    master: &MasterKey,
    proof: Proof<'_>,
    ports: Ports<'_>,
) -> Result<(), SlotsError> {
    let bytes = encode(content, &master.slots());
    let beside = disk::stage(ports.disk, path, &bytes)?;
    prove(&beside, master, &proof, ports.kdf)?;
    disk::settle(ports.disk, &beside, path)?;
    if disk::read_small(path, LARGEST)? == bytes {
        Ok(())
    } else {
        Err(SlotsError::NotProven)
    }
}

fn prove(beside: &Path, master: &MasterKey, proof: &Proof<'_>, kdf: &dyn Kdf) -> Result<(), SlotsError> {
    let file = read(beside).map_err(|_| SlotsError::NotProven)?;
    let given = match proof {
        Proof::Master => return file.verify(&master.slots()).map_err(|_| SlotsError::NotProven),
        Proof::Passphrase(_) => open(&file, proof, kdf),
    };
    let given = given.map_err(|_| SlotsError::NotProven)?;
    if Zeroizing::new(*given.master.bytes()) == Zeroizing::new(*master.bytes()) {
        Ok(())
    } else {
        Err(SlotsError::NotProven)
    }
}
