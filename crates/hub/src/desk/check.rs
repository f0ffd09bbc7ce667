//! Everything that can be worked out again from the log is, and compared with what the tables say.

use crate::{
    Error, Result,
    database::{self, Transaction},
    store::{
        cells::{SCOPE, hash, number, read_bits, scope},
        load::scope_row,
    },
    verbs::Hub,
};
use cartella_sync::{
    change::Change,
    digest::Digest,
    hub::ScopeRow,
    ids::{ScopeRef, WriteId},
    registers::Registers,
};
use std::{collections::BTreeSet, fmt};

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub scope: ScopeRef,
    /// What.
    pub what: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}", self.scope.kind, self.scope.owner, self.what)
    }
}

/// Checks every scope in one moment: numbers without gaps, bytes that are what their row says, registers and digest
/// that follow from the log. Says how many scopes and changes there were, and what does not fit.
///
/// # Errors
/// The database does not answer.
pub async fn check(hub: &Hub) -> Result<(usize, usize, Vec<Finding>)> {
    let mut client = hub.client().await?;
    let tx = database::snapshot(&mut client).await?;
    let sql = format!("SELECT {SCOPE}, head, digest FROM scope WHERE opened_by IS NOT NULL ORDER BY 1, 2");
    let scopes: Vec<ScopeRow> = tx
        .query(&sql, &[])
        .await?
        .iter()
        .map(scope_row)
        .collect::<Result<_>>()?;
    let (mut changes, mut findings) = (0, Vec::new());
    for row in &scopes {
        changes += one(&tx, row, &mut findings).await?;
    }
    tx.commit().await?;
    Ok((scopes.len(), changes, findings))
}

async fn one(tx: &Transaction<'_>, row: &ScopeRow, findings: &mut Vec<Finding>) -> Result<usize> {
    let scope = row.scope;
    let mut find = |what| findings.push(Finding { scope, what });
    let rows = tx
        .query(
            "SELECT seq, bytes, header_hash, dead, stands FROM change
             WHERE scope_owner = $1 AND scope_kind = $2 ORDER BY seq",
            &[&scope.owner, &i16::from(scope.kind)],
        )
        .await?;
    let mut registers = Registers::default();
    let mut live = BTreeSet::new();
    for (at, stored) in (1_u64..).zip(&rows) {
        if number(stored, 0)? != at {
            find("numbers with a gap");
        }
        let Ok(change) = Change::decode(stored.try_get(1)?) else {
            find("bytes that are no change");
            continue;
        };
        if change.header_hash() != hash(stored, 2)? || change.header().scope != scope {
            find("a row that is not its change");
        }
        let standing = read_bits(stored, 4)? & !read_bits(stored, 3)?;
        live.extend(
            (0..64_u8)
                .filter(|op| standing >> op & 1 == 1)
                .map(|op| WriteId::new(change.id(), op)),
        );
        registers.accept(&change, 0);
    }
    if u64::try_from(rows.len()).ok() != Some(row.head) {
        find("a head that is not the last number");
    }
    if registers.digest(scope) != row.digest {
        find("a digest that does not follow from the log");
    }
    if Digest::of(live.iter().copied()) != row.digest {
        find("dead operations that do not follow from the log");
    }
    if stored_registers(tx, scope).await? != of_log(&registers) {
        find("registers that do not follow from the log");
    }
    Ok(rows.len())
}

fn of_log(registers: &Registers) -> BTreeSet<WriteId> {
    registers
        .all()
        .flat_map(|(_, live)| live.iter().copied())
        .collect()
}

async fn stored_registers(tx: &Transaction<'_>, of: ScopeRef) -> Result<BTreeSet<WriteId>> {
    let sql =
        format!("SELECT {SCOPE}, change_id, op FROM register WHERE scope_owner = $1 AND scope_kind = $2");
    let rows = tx.query(&sql, &[&of.owner, &i16::from(of.kind)]).await?;
    rows.iter()
        .map(|row| {
            scope(row, 0)?;
            let op =
                u8::try_from(row.try_get::<_, i16>(3)?).map_err(|_| Error::Inconsistent("a position"))?;
            Ok(WriteId::new(cartella_domain::ids::ChangeId(row.try_get(2)?), op))
        })
        .collect()
}
