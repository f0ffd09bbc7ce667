//! A laptop joins with a one-time code. Its operator becomes a member of the staff: her card goes on under the id that
//! her archive has for her, for all that she wrote names it.

use super::{Act, Hub, office_writes_in};
use crate::{
    Error, Result,
    database::{self, Transaction},
    rights::grants,
    store::{
        self,
        cells::{device as device_at, instant},
        devices::{self, Device},
        office::{self, OfficeRow},
    },
};
use cartella_domain::{
    ids::OperatorId,
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    staff::Operator,
};
use cartella_sync::{
    hub::{CodeRow, EnrolDelta, OLDEST, Office, decide_enrol},
    ids::DeviceId,
    messages::{Enrol, Enrolled, Problem},
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The hash under which a code is kept. Letters that look alike are one, blanks and dashes nothing.
#[must_use]
pub fn code_hash(code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"cartella enrolment code 1\n");
    for letter in code.chars().filter(char::is_ascii_alphanumeric) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        hash.update(letter.to_string().as_bytes());
    }
    hash.finalize().into()
}

impl Hub {
    pub(super) async fn enrol(&self, id: &DeviceId, enrol: &Enrol) -> Result<Enrolled> {
        if enrol.protocol < OLDEST {
            return Err(Problem::Upgrade(OLDEST).into());
        }
        let mut client = self.client().await?;
        let tx = database::begin(&mut client).await?;
        let known = devices::lock(&tx, id).await?;
        let office = office::read(&tx).await?;
        if office.device == *id || office.operator == enrol.operator {
            return Err(Problem::CodeRefused.into());
        }
        devices::lock(&tx, &office.device).await?;
        store::rights_change(&tx).await?;
        let hash = code_hash(&enrol.code);
        let code = code_row(&tx, &hash).await?;
        // The code was made for her under whatever name the office had for her then.
        let staff = match &code {
            Some((_, named)) => Some(
                devices::staff_of(&tx, OperatorId(*named))
                    .await?
                    .unwrap_or(*named),
            ),
            None => None,
        };
        let is = devices::staff_of(&tx, enrol.operator).await?;
        if is.is_some() && is != staff {
            return Err(Problem::CodeRefused.into());
        }
        let introduced = Office {
            epoch: office.epoch,
            id: office.id,
            name: office.name.clone(),
        };
        let code = code.map(|(row, _)| row);
        let (delta, answer) = decide_enrol(
            enrol,
            code,
            known.as_ref().map(|device| &device.row),
            &introduced,
            self.world.now(),
        )?;
        if let (Some(delta), Some(staff)) = (delta, staff) {
            self.join(&tx, delta, &hash, OperatorId(staff)).await?;
        }
        database::commit(tx).await?;
        Ok(answer)
    }

    async fn join(
        &self,
        tx: &Transaction<'_>,
        delta: EnrolDelta,
        hash: &[u8; 32],
        staff: OperatorId,
    ) -> Result<()> {
        let at = self.world.now();
        let operator = delta.device.operator;
        let id = delta.device.device;
        tx.execute(
            "UPDATE enrol_code SET used_by = $2, used_at = $3 WHERE hash = $1 AND used_by IS NULL",
            &[&hash.as_slice(), &id.0.as_slice(), &at.0],
        )
        .await?;
        let staff = self.name(tx, staff, operator).await?;
        let device = Device {
            row: delta.device,
            staff: staff.uuid(),
            own_office: delta.own_office,
            public_key: delta.public_key,
            label: delta
                .label
                .chars()
                .filter(|letter| !letter.is_control())
                .take(80)
                .collect(),
            last_contact: None,
        };
        devices::insert(tx, &device, at).await?;
        let office = office::read(tx).await?;
        grants::regrant_staff(tx, &office, staff).await?;
        office::note(tx, at, "enrol", &id.to_string()).await?;
        tracing::info!(device = %id, operator = %operator, "enrolled");
        Ok(())
    }

    /// Makes `operator` a name of the member of the staff, the one by which the office knows her if it is the first;
    /// says which that is.
    async fn name(
        &self,
        tx: &Transaction<'_>,
        staff: OperatorId,
        operator: OperatorId,
    ) -> Result<OperatorId> {
        if staff == operator {
            return Ok(staff);
        }
        let office = office::read(tx).await?;
        let org = ScopeId::new(office.id, ScopeKind::Org);
        let Some(card) = card(tx, &office, staff).await? else {
            return Err(Error::Problem(Problem::CodeRefused));
        };
        let laptops = tx
            .query("SELECT 1 FROM device WHERE staff = $1 LIMIT 1", &[&staff.uuid()])
            .await?;
        let first = laptops.is_empty();
        let stands = if first { operator } else { staff };
        tx.execute(
            "INSERT INTO identity (operator, staff) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            &[&operator.uuid(), &stands.uuid()],
        )
        .await?;
        let mut acts = vec![Act::create(org, operator, &card)?];
        if first {
            tx.execute(
                "UPDATE identity SET staff = $2 WHERE staff = $1",
                &[&staff.uuid(), &operator.uuid()],
            )
            .await?;
            acts.push(Act::delete(tx, org, staff.uuid(), "enrolled").await?);
        }
        office_writes_in(self, tx, &acts).await?;
        Ok(stands)
    }
}

async fn card(tx: &Transaction<'_>, office: &OfficeRow, staff: OperatorId) -> Result<Option<Operator>> {
    let row = tx
        .query_opt(
            "SELECT body FROM operator WHERE scope_owner = $1 AND scope_kind = $2 AND id = $3",
            &[&office.id, &i16::from(ScopeKind::Org.number()), &staff.uuid()],
        )
        .await?;
    row.map(|row| Ok(Operator::decode(&crate::rights::gather::body(&row, 0)?).value))
        .transpose()
}

async fn code_row(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<Option<(CodeRow, Uuid)>> {
    let row = tx
        .query_opt(
            "SELECT until, used_by, staff FROM enrol_code WHERE hash = $1 FOR NO KEY UPDATE",
            &[&hash.as_slice()],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let used: Option<&[u8]> = row.try_get(1)?;
    let code = CodeRow {
        until: instant(&row, 0)?,
        used_by: used.is_some().then(|| device_at(&row, 1)).transpose()?,
    };
    Ok(Some((code, row.try_get(2)?)))
}
