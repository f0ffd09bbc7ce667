//! Making an archive: keys, slots, the empty record, and its operator as the first member of staff.

use super::{
    opened::{Keys, open},
    passphrase::accept,
    unlock::Entered,
};
use crate::{Code, Error, Host, Result};
use cartella_archive::{
    Archive, Founding, audit,
    disk::OsDisk,
    keys::{
        MasterKey, MonotonicStopwatch, calibrate,
        slots::{OfficeRecipient, Passphrase, Ports},
        wrap_seed,
    },
    store::{self, Card, NewStore},
};
use cartella_domain::{ids::OperatorId, record::AddSet, rights::Role, services::Service, staff::Operator};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What an archive is made from.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CreateArchive {
    /// The operator's surname.
    pub surname: String,
    /// Her name.
    pub name: String,
    /// What she signs as.
    pub qualifica: Role,
    /// The services she works in; none means all.
    #[serde(default)]
    pub services: Vec<Service>,
    /// Her passphrase.
    pub passphrase: String,
    /// Public key of the office (`age1…`) that can recover the archive.
    pub office_key: Option<String>,
    /// She has read that without the office's key a forgotten passphrase loses the data.
    #[serde(default)]
    pub no_recovery_understood: bool,
}

/// Makes the archive and enters it.
///
/// # Errors
/// The passphrase is weak or empty, the office's key is none, neither key nor understanding was given, the
/// disk does not take it; then nothing is left behind.
pub fn create(host: &mut Host, input: CreateArchive) -> Result<Entered> {
    if input.surname.trim().is_empty() || input.name.trim().is_empty() {
        return Err(Error::field(Code::OperatorUnnamed, "surname"));
    }
    let office = office(&input)?;
    let passphrase = accepted(&input)?;
    let stopwatch = MonotonicStopwatch::default();
    let kdf = host.world.kdf.as_ref();
    let cost = calibrate(kdf, &stopwatch).map_err(|_| Error::new(Code::KeysFailed))?;
    let id = host.world.id();
    let card = Card::new(
        &initials(&input),
        &format!("{} {}", input.name.trim(), input.surname.trim()),
    )
    .map_err(|_| Error::field(Code::CardInvalid, "surname"))?;
    let new = NewStore {
        id,
        card: &card,
        passphrase: &passphrase,
        cost,
        office: &office,
    };
    let ports = Ports {
        kdf,
        random: host.world.random.as_ref(),
        disk: &OsDisk,
    };
    let operator = OperatorId(host.world.id());
    let (store, master) = store::create(&host.data, &new, ports, |connection, master| {
        let founding = founding(host, master, id, operator)?;
        Archive::lay(connection, &founding).map_err(Error::from)
    })?;
    let mut session = open(
        host,
        Keys { store, id, master },
        vec![audit::Event::new(audit::Act::Created)],
    )?;
    let record = Operator {
        surname: Some(input.surname.trim().to_owned()),
        name: Some(input.name.trim().to_owned()),
        qualifica: Some(input.qualifica),
        services: AddSet(input.services),
        ..Operator::default()
    };
    let org = session.org();
    session.write(|act| act.create(org, operator, &record))?;
    host.enter(session);
    Ok(Entered { failures_before: 0 })
}

/// What the empty record is laid with: fresh ids, and the device's signing seed sealed under the new key.
fn founding(host: &Host, master: &MasterKey, id: Uuid, operator: OperatorId) -> Result<Founding> {
    let mut seed = Zeroizing::new([0; 32]);
    let failed = |_| Error::new(Code::KeysFailed);
    host.world.random.fill(seed.as_mut()).map_err(failed)?;
    let sealed = wrap_seed(&seed, &master.device(), id, host.world.random.as_ref()).map_err(failed)?;
    Ok(Founding {
        store: id,
        office: host.world.id(),
        operator,
        seed: *seed,
        sealed_seed: sealed.0,
    })
}

fn office(input: &CreateArchive) -> Result<Vec<OfficeRecipient>> {
    match input
        .office_key
        .as_deref()
        .map(str::trim)
        .filter(|key| !key.is_empty())
    {
        Some(key) => {
            let recipient =
                OfficeRecipient::parse(key).map_err(|_| Error::field(Code::NotAnOfficeKey, "office_key"))?;
            Ok(vec![recipient])
        }
        None if input.no_recovery_understood => Ok(Vec::new()),
        None => Err(Error::field(Code::RecoveryUndecided, "office_key")),
    }
}

fn accepted(input: &CreateArchive) -> Result<Passphrase> {
    accept(&input.passphrase, &[input.surname.clone(), input.name.clone()])?;
    Passphrase::new(input.passphrase.clone()).map_err(|_| Error::field(Code::PassphraseSize, "passphrase"))
}

fn initials(input: &CreateArchive) -> String {
    [&input.name, &input.surname]
        .into_iter()
        .filter_map(|name| name.trim().chars().next())
        .flat_map(char::to_uppercase)
        .take(4)
        .collect()
}
