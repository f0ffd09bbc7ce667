//! What waits is taken over or closed, by who is responsible for the scope or by the office itself.

use super::{Hub, reads};
use crate::{
    Error, Result,
    database::{self, Transaction},
    rights::{
        book::Book,
        compile,
        gather::{self, Wanted},
        touched::touched,
    },
    store::{
        self, devices, keep, load, office,
        quarantine::{self, Ending, Waiting},
    },
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    scope::ScopeKind,
    time::Instant,
};
use cartella_sync::{
    change::Change,
    hub::{NotAdopted, adopt_needs, decide_adopt},
    ids::{DeviceId, Hash32, ScopeRef},
    messages::{Code, Problem},
    op::Act,
};
use std::{collections::BTreeSet, sync::Arc};
use uuid::Uuid;

/// A change that waits, as the person who may settle it is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its key.
    pub header_hash: Hash32,
    /// Its id.
    pub change: ChangeId,
    /// Who wrote it.
    pub author: OperatorId,
    /// Where it would write.
    pub scope: ScopeRef,
    /// Why it waits.
    pub code: Code,
    /// When it came.
    pub received_at: Instant,
    /// The change, if she may read what is in its scope.
    pub bytes: Option<Vec<u8>>,
}

/// Whether she may settle what waits in a scope: she decides there, and where readers are named she is one of them.
fn settles(book: &Book, staff: OperatorId, scope: ScopeRef, of: Option<Uuid>) -> bool {
    let narrow = scope.known().is_some_and(|scope| {
        matches!(
            scope.kind,
            ScopeKind::Private | ScopeKind::Secret | ScopeKind::Draft
        )
    });
    book.settles(staff, scope, of, book.acl) && (!narrow || book.holds(staff, scope, book.acl))
}

fn of_change(bytes: &[u8]) -> Option<Uuid> {
    let change = Change::decode(bytes).ok()?;
    match change.ops().first().map(|op| &op.act) {
        Some(Act::OpenScope { of }) => *of,
        _ => None,
    }
}

/// What waits in the scopes for which the device's operator is responsible.
///
/// # Errors
/// A device that may not read; the database does not answer.
pub async fn waiting_for(hub: &Hub, id: &DeviceId) -> Result<Vec<Held>> {
    let mut client = hub.client().await?;
    let tx = database::snapshot(&mut client).await?;
    let device = reads(devices::get(&tx, id).await?)?;
    let staff = OperatorId(device.staff);
    let scopes = quarantine::scopes_waiting(&tx).await?;
    let book = book(&tx, staff, &scopes, None).await?;
    let mine = scopes
        .into_iter()
        .filter(|scope| settles(&book, staff, *scope, None))
        .collect();
    let waiting = quarantine::waiting(&tx, Some(&mine)).await?;
    tx.commit().await?;
    Ok(waiting
        .into_iter()
        .map(|it| Held {
            bytes: book.holds(staff, it.scope, book.acl).then_some(it.bytes),
            header_hash: it.header_hash,
            change: it.change,
            author: it.author,
            scope: it.scope,
            code: it.code,
            received_at: it.received_at,
        })
        .collect())
}

async fn book(
    tx: &Transaction<'_>,
    staff: OperatorId,
    scopes: &BTreeSet<ScopeRef>,
    of: Option<Uuid>,
) -> Result<Book> {
    let office = office::read(tx).await?;
    let wanted = Wanted {
        staff: BTreeSet::from([staff]),
        scopes: scopes.clone(),
        cases: of.into_iter().map(cartella_domain::ids::CaseId).collect(),
        ..Wanted::default()
    };
    gather::book(tx, &office, &wanted).await
}

/// The operator of a device takes a change over or closes it.
///
/// # Errors
/// [`Problem::NotGranted`] where she does not decide; [`Error::Refused`] where it cannot be adopted or is settled.
pub async fn settled_by_operator(hub: &Hub, id: &DeviceId, key: &Hash32, ending: &Ending) -> Result<()> {
    hub.new_day().await?;
    hub.again(|| async move {
        let mut client = hub.client().await?;
        let tx = database::begin(&mut client).await?;
        let device = reads(devices::lock(&tx, id).await?)?;
        store::rights_change(&tx).await?;
        let waiting = quarantine::lock(&tx, key)
            .await?
            .ok_or(Error::Problem(Problem::BadRequest))?;
        let staff = OperatorId(device.staff);
        let of = of_change(&waiting.bytes);
        let book = book(&tx, staff, &BTreeSet::from([waiting.scope]), of).await?;
        if !settles(&book, staff, waiting.scope, of) {
            return Err(Problem::NotGranted(waiting.scope).into());
        }
        settle(hub, &tx, &waiting, ending, device.row.operator).await?;
        database::commit(tx).await
    })
    .await
}

/// The office's desk does, for a named person.
///
/// # Errors
/// [`Error::Refused`] where it cannot be adopted or is settled.
pub async fn settled_by_office(hub: &Hub, key: &Hash32, ending: &Ending) -> Result<()> {
    hub.again(|| async move {
        let mut client = hub.client().await?;
        let tx = database::begin(&mut client).await?;
        store::rights_change(&tx).await?;
        let operator = office::read(&tx).await?.operator;
        let waiting = quarantine::lock(&tx, key)
            .await?
            .ok_or_else(|| refused("nessuna modifica in attesa con questa chiave"))?;
        settle(hub, &tx, &waiting, ending, operator).await?;
        database::commit(tx).await
    })
    .await
}

fn refused(text: &str) -> Error {
    Error::Refused(text.to_owned())
}

async fn settle(
    hub: &Hub,
    tx: &Transaction<'_>,
    waiting: &Waiting,
    ending: &Ending,
    by: OperatorId,
) -> Result<()> {
    if !waiting.open {
        return Err(refused("è già stata presa in carico o chiusa"));
    }
    let at = hub.world().now();
    if *ending == Ending::Adopted {
        adopt(tx, waiting, at).await?;
    }
    quarantine::settle(tx, &waiting.header_hash, ending, by.uuid(), at).await?;
    let act = if *ending == Ending::Adopted {
        "adopt"
    } else {
        "close"
    };
    office::note(tx, at, act, &format!("{} {by}", waiting.header_hash)).await
}

async fn adopt(tx: &Transaction<'_>, waiting: &Waiting, at: Instant) -> Result<()> {
    let never = || refused("non è leggibile o non è firmata dal suo autore: si può solo chiudere");
    let change = Arc::new(Change::decode(&waiting.bytes).map_err(|_| never())?);
    let taken = tx
        .query_opt(
            "SELECT 1 FROM change WHERE change_id = $1",
            &[&change.id().uuid()],
        )
        .await?;
    if taken.is_some() {
        return Err(never());
    }
    let needs = adopt_needs(&change);
    let scopes = load::lock_scopes(tx, &needs.scopes, &needs.scopes).await?;
    let registers = load::registers(tx, &needs.registers).await?;
    let (delta, _) = decide_adopt(&change, waiting.code, scopes, registers, at).map_err(|why| match why {
        NotAdopted::Never(_) => never(),
        NotAdopted::ScopeUnknown => refused("la cartella a cui appartiene non è ancora arrivata"),
    })?;
    keep::record(tx, &delta, at).await?;
    let office = office::read(tx).await?;
    let moved = touched(tx, &office, &delta).await?;
    compile::compile(tx, &office, &moved, at).await?;
    Ok(())
}
