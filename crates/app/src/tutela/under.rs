//! What mandates and the affidamento take from their order: when it changes, they do in the same act.

use super::{authorities::known, in_file::InFile};
use crate::{Act, Result, Session};
use cartella_archive::queries::tutela::of_case;
use cartella_domain::{
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    time::CivilDate,
    tutela::{AffidamentoEnte, Mandato, Provvedimento, TipoAutorita, kind_of},
};

/// What an order's authority is.
pub(super) fn authority_of(session: &Session, order: &Provvedimento) -> Result<Option<TipoAutorita>> {
    Ok(kind_of(&known(session)?, order.autorita.as_ref()))
}

/// What follows an order that changed.
#[derive(Default)]
pub(super) struct Followers {
    mandates: Vec<(RecordId, Mandato)>,
    affidamenti: Vec<(RecordId, AffidamentoEnte)>,
}

impl Followers {
    /// Adds those of an order as it will be, in its file.
    pub(super) fn add(&mut self, session: &Session, id: RecordId, order: &Provvedimento) -> Result<()> {
        let Some(case) = order.case() else {
            return Ok(());
        };
        let (db, kind) = (session.archive().db(), authority_of(session, order)?);
        for row in of_case::<Mandato>(db, case)? {
            if row.value.provvedimento == Some(id) {
                let after = row.value.clone().under(order, kind);
                if after != row.value {
                    self.mandates.push((row.typed_id()?, after));
                }
            }
        }
        for row in of_case::<AffidamentoEnte>(db, case)? {
            if row.value.provvedimento == Some(id) {
                let after = row.value.clone().under(order);
                if after != row.value {
                    self.affidamenti.push((row.typed_id()?, after));
                }
            }
        }
        Ok(())
    }

    /// Writes them.
    pub(super) fn write(&self, act: &mut Act<'_>) -> Result<()> {
        for (id, mandate) in &self.mandates {
            act.edit(*id, mandate, None)?;
        }
        for (id, affidamento) in &self.affidamenti {
            act.edit(*id, affidamento, None)?;
        }
        Ok(())
    }
}

/// The orders of a case that nobody was responsible for until now, as they are once somebody is. Empty for who may not
/// write there and does not become it herself.
///
/// # Errors
/// The archive does not answer.
pub(crate) fn assigned_orders(
    session: &Session,
    case: CaseId,
    to: OperatorId,
    on: CivilDate,
) -> Result<Vec<(RecordId, Provvedimento)>> {
    let writes = super::in_file::allow(session, case, Action::CourtWrite).is_ok();
    let under_court = session.case_facts(case)?.service.area().under_court;
    if !under_court || !(writes || to == session.operator()) {
        return Ok(Vec::new());
    }
    let mut orders = Vec::new();
    for row in of_case::<Provvedimento>(session.archive().db(), case)? {
        if row.value.assigned_on.is_none() && row.value.ended.is_none() {
            let assigned_on = Some(on);
            let order = Provvedimento {
                assigned_on,
                ..row.value.clone()
            };
            orders.push((row.typed_id()?, order));
        }
    }
    Ok(orders)
}
