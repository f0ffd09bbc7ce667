//! An order comes in: once for all its minors, with its dates kept apart and its mandates one by one.

use super::{
    add::{Hanging, hang},
    edit::{EditInFile, plan},
    end::{Ending, ending},
    in_file::{court, files, moment},
    under::{Followers, authority_of},
};
use crate::{
    Code, Error, Result, Session,
    cases::OneCase,
    files::{self as attachments, Holder, NewFile, attach},
};
use cartella_archive::queries;
use cartella_domain::{
    cases::{AssignmentRole, holding_on},
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    record::Record as _,
    time::CivilDate,
    tutela::{AffidamentoEnte, Mandato, Prescrizione, Procedimento, Protocollo, Provvedimento, TIPI},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An order and for whom.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RegisterOrder {
    /// In the files of these cases.
    pub cases: Vec<CaseId>,
    /// The order; files and act are given here.
    pub order: Provvedimento,
    /// The proceeding that it belongs to, as such.
    #[serde(default)]
    pub proceeding: Option<ActId>,
    /// What it asks of the service.
    #[serde(default)]
    pub mandates: Vec<Mandato>,
    /// What it asks of others.
    #[serde(default)]
    pub prescriptions: Vec<Prescrizione>,
    /// The eight parts, where it entrusts the minors to the service.
    #[serde(default)]
    pub affidamento: Option<AffidamentoEnte>,
    /// Earlier orders, as such, that it ends in these files.
    #[serde(default)]
    pub ends: Vec<ActId>,
    /// Its files: they hang on it in the files of all its minors.
    #[serde(default)]
    pub papers: Vec<NewFile>,
}

/// What was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Registered {
    /// The order as such.
    pub act: ActId,
    /// Its records, in the order of the cases.
    pub orders: Vec<RecordId>,
}

/// Registers an order in the files of all its minors; all of it or nothing.
///
/// # Errors
/// `forbidden` or `not_found` for any of the files; `no_file_chosen`; `case_not_under_court`; `order_kind_missing`;
/// `unknown_code`; `hour_not_there`; for its files as `files.add`; the disk is full.
pub fn register_order(session: &mut Session, input: RegisterOrder) -> Result<Registered> {
    let cases = files(session, &input.cases)?;
    let act_id: ActId = session.id();
    let order = Provvedimento {
        act: Some(act_id),
        recorded_by: Some(session.operator()),
        recorded_at: Some(session.now()),
        ended: None,
        ..accepted(input.order)?
    };
    let hanging = Hanging::of(session, input.mandates, input.prescriptions, input.affidamento)?;
    let kind = authority_of(session, &order)?;
    let mut followers = Followers::default();
    let papers = input
        .papers
        .into_iter()
        .map(|file| attachments::accepted(session, file))
        .collect::<Result<Vec<_>>>()?;
    let mut hanging_papers = Vec::new();
    let mut registered = Vec::new();
    for case in cases {
        let id: RecordId = session.id();
        let procedimento = proceeding_in(session, case, input.proceeding)?;
        let ends = ended_in(session, case, &input.ends, &order, id)?;
        let order = Provvedimento {
            case: Some(case),
            procedimento,
            assigned_on: assigned(session, case)?,
            ..order.clone()
        };
        for (ended, record) in &ends {
            followers.add(session, *ended, record)?;
        }
        let hung = hanging.in_file(session, id, &order, kind);
        for paper in &papers {
            let holder = Holder::of_court(Provvedimento::KIND.number, id, case);
            hanging_papers.push((session.id(), holder, paper));
        }
        registered.push((case, id, order, hung, ends));
    }
    session.write(|act| {
        for (case, id, order, hung, ends) in &registered {
            act.create(court(*case), *id, order)?;
            hang(act, *case, hung)?;
            for (ended, record) in ends {
                act.edit(*ended, record, None)?;
            }
        }
        for (id, holder, paper) in &hanging_papers {
            attach(act, *id, holder, paper)?;
        }
        followers.write(act)?;
        if let [(case, ..)] = registered.as_slice() {
            act.about(*case);
        }
        Ok(())
    })?;
    Ok(Registered {
        act: act_id,
        orders: registered.iter().map(|(_, id, ..)| *id).collect(),
    })
}

/// Corrects an order.
///
/// # Errors
/// `forbidden`, `not_found`; `order_kind_missing`, `unknown_code`, `hour_not_there`; the disk is full.
pub fn edit_order(session: &mut Session, input: EditInFile<Provvedimento>) -> Result<OneCase> {
    let value = accepted(input.value)?;
    let plan = plan(session, EditInFile { value, ..input })?;
    let mut followers = Followers::default();
    followers.add(session, plan.here.0, &plan.here.1)?;
    for (id, order) in &plan.others {
        followers.add(session, *id, order)?;
    }
    session.write(|act| {
        plan.write(act)?;
        followers.write(act)
    })?;
    Ok(OneCase { case: plan.case })
}

/// Today, where somebody is responsible for the file already.
fn assigned(session: &Session, case: CaseId) -> Result<Option<CivilDate>> {
    let today = session.today();
    let rows = queries::cases::assignments(session.archive().db(), case)?;
    let team: Vec<_> = rows.into_iter().map(|row| row.value).collect();
    let mut responsible = holding_on(&team, today).filter(|one| one.role == AssignmentRole::Responsabile);
    Ok(responsible.next().map(|_| today))
}

fn accepted(order: Provvedimento) -> Result<Provvedimento> {
    let Some(kind) = &order.kind else {
        return Err(Error::field(Code::OrderKindMissing, "kind"));
    };
    // A code of a later list stays readable; only one of this list has to be in it.
    if kind.list == TIPI.list && kind.version == TIPI.version && !TIPI.has(kind) {
        return Err(Error::field(Code::UnknownCode, "kind"));
    }
    let pec = order.pec.map(|pec| moment(pec, "pec")).transpose()?;
    let protocol = order.protocol.map(|protocol| Protocollo {
        number: tidy::text(protocol.number),
        ..protocol
    });
    Ok(Provvedimento {
        pec,
        protocol: protocol.filter(|protocol| *protocol != Protocollo::default()),
        number: tidy::text(order.number),
        summary: tidy::lines(order.summary),
        ..order
    })
}

fn proceeding_in(session: &Session, case: CaseId, proceeding: Option<ActId>) -> Result<Option<RecordId>> {
    let Some(wanted) = proceeding else {
        return Ok(None);
    };
    let rows = queries::tutela::of_case::<Procedimento>(session.archive().db(), case)?;
    let found = rows.iter().find(|row| row.value.act == Some(wanted));
    Ok(found.map(cartella_archive::rows::Row::typed_id).transpose()?)
}

fn ended_in(
    session: &Session,
    case: CaseId,
    acts: &[ActId],
    by: &Provvedimento,
    id: RecordId,
) -> Result<Vec<(RecordId, Provvedimento)>> {
    let mut ends = Vec::new();
    for row in queries::tutela::of_case::<Provvedimento>(session.archive().db(), case)? {
        let meant = row.value.act.is_some_and(|act| acts.contains(&act));
        if meant && row.value.ended.is_none() {
            let how = Ending::by(by, id, session.today());
            ends.push((row.typed_id()?, ending(row.value, how)));
        }
    }
    Ok(ends)
}
