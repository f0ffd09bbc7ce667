//! A report goes its way: who signs with the author, review, co-signatures, approval, protocol, sending, the court's answer.

use super::loaded::{Card, Loaded, allow_writing, hash_of, reads};
use crate::{Act, Code, Error, Result, Session, cases::OneCase};
use cartella_archive::{queries::tutela as stored, rows};
use cartella_domain::{
    ids::{CaseId, OperatorId, RecordId},
    people::tidy,
    record::AddSet,
    rights::{Role, Standing},
    scope::ScopeId,
    time::CivilDate,
    tutela::{
        AffidamentoEnte, Assenso, Invio, Mandato, Mezzo, NoSuchStep, Protocollo, Relazione, RelazioneFirma,
        Riscontro, RuoloFirma, SEMESTRALE_ENTE, Uscita,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a report. To sign it is a verb of its own.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum ReportMove {
    /// To the coordinator.
    ToReview,
    /// Back to its author.
    BackToWriting,
    /// Who signs with the author.
    CoSigners {
        /// The colleagues.
        operators: Vec<OperatorId>,
    },
    /// A co-signature: one's own here, or a colleague's on paper or waived.
    CoSign {
        /// Whose.
        operator: OperatorId,
        /// On paper or waived; here, by herself, without.
        otherwise: Option<Assenso>,
    },
    /// The coordinator's approval: hers here, or on paper or waived.
    Approve {
        /// On paper or waived; here, by herself, without.
        otherwise: Option<Assenso>,
    },
    /// The minor of this file leaves it.
    Leave {
        /// Why.
        reason: String,
    },
    /// Protocolled.
    Protocol {
        /// Number.
        number: String,
        /// Day.
        on: CivilDate,
    },
    /// Sent.
    Send {
        /// Day.
        on: CivilDate,
        /// By what means.
        means: Option<Mezzo>,
    },
    /// Answered by the court.
    Answered {
        /// Day.
        on: CivilDate,
        /// With which order, as this file knows it.
        order: Option<RecordId>,
    },
}

/// Which report goes which step.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct MoveReport {
    /// The report.
    pub report: RecordId,
    /// The step.
    #[serde(rename = "move")]
    #[ts(rename = "move")]
    pub step: ReportMove,
}

impl ReportMove {
    /// Whether only a report to a court takes it: the final report of a case is signed by its responsible, and nobody approves it
    /// or answers it.
    const fn asks_a_court(&self) -> bool {
        matches!(
            self,
            Self::ToReview | Self::BackToWriting | Self::Approve { .. } | Self::Answered { .. }
        )
    }
}

/// Whether the operator is who approves reports here: the coordinator of the service.
pub(super) fn may_approve(session: &Session, case: CaseId) -> Result<bool> {
    let coordinates = session.actor()?.roles.contains(&Role::Coordinatore);
    let subject = session.case_subject(case)?;
    Ok(coordinates && subject.standing.has(Standing::COORDINATES))
}

/// Makes the step, in the files of all its minors who have not left it.
///
/// # Errors
/// `forbidden`, `not_found`; `no_such_move` from where it stands; `already_signed`; `reason_missing` where a signature is
/// waived without one; `text_missing` for a protocol without number; `day_in_future`; the disk is full.
pub fn move_report(session: &mut Session, input: MoveReport) -> Result<OneCase> {
    let loaded = Loaded::writable(session, input.report)?;
    if loaded.own.card.closes_case() && input.step.asks_a_court() {
        return Err(Code::NoSuchMove.into());
    }
    match input.step {
        ReportMove::ToReview => {
            let home = loaded.home()?;
            allow_writing(session, home.case, &home.card)?;
            everywhere(session, &loaded, |card| card.reviewed(true))
        }
        ReportMove::BackToWriting => everywhere(session, &loaded, |card| card.reviewed(false)),
        ReportMove::CoSigners { operators } => co_signers(session, &loaded, &operators),
        ReportMove::CoSign { operator, otherwise } => co_sign(session, &loaded, operator, otherwise),
        ReportMove::Approve { otherwise } => approve(session, &loaded, otherwise),
        ReportMove::Leave { reason } => leave(session, &loaded, reason),
        ReportMove::Protocol { number, on } => {
            past(session, on)?;
            let number = tidy::text(Some(number)).ok_or_else(|| Error::field(Code::TextMissing, "number"))?;
            let protocol = Protocollo {
                number: Some(number),
                on: Some(on),
            };
            everywhere(session, &loaded, |card| card.protocolled(protocol.clone()))
        }
        ReportMove::Send { on, means } => send(session, &loaded, Invio { on, means }),
        ReportMove::Answered { on, order } => {
            past(session, on)?;
            let own = loaded.own.id;
            let answer = |id: RecordId| Riscontro {
                on,
                order: order.filter(|_| id == own),
            };
            let moved = moved(&loaded, |card| card.card.clone().answered(answer(card.id)))?;
            write(session, &loaded, &moved, |_| Ok(()))
        }
    }
}

fn past(session: &Session, on: CivilDate) -> Result<()> {
    if on > session.today() {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    Ok(())
}

/// The cards after a step: this file's must take it, the others do where they can.
pub(super) fn moved(
    loaded: &Loaded,
    step: impl Fn(&Card) -> std::result::Result<Relazione, NoSuchStep>,
) -> Result<Vec<Card>> {
    let mut moved = Vec::new();
    for card in loaded.staying() {
        match step(card) {
            Ok(next) => moved.push(Card {
                card: next,
                ..card.clone()
            }),
            Err(NoSuchStep) if card.id == loaded.own.id => return Err(Code::NoSuchMove.into()),
            Err(NoSuchStep) => {}
        }
    }
    if moved.is_empty() {
        return Err(Code::NoSuchMove.into());
    }
    Ok(moved)
}

/// Writes cards, and what `also` adds, as one act.
pub(super) fn write(
    session: &mut Session,
    loaded: &Loaded,
    cards: &[Card],
    also: impl FnOnce(&mut Act<'_>) -> Result<()>,
) -> Result<OneCase> {
    let case = loaded.own.case;
    session.write(|act| {
        for card in cards {
            act.edit(card.id, &card.card, None)?;
        }
        also(act)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}

fn everywhere(
    session: &mut Session,
    loaded: &Loaded,
    step: impl Fn(Relazione) -> std::result::Result<Relazione, NoSuchStep>,
) -> Result<OneCase> {
    let moved = moved(loaded, |card| step(card.card.clone()))?;
    write(session, loaded, &moved, |_| Ok(()))
}

/// Goes on only while its text may change.
fn open(loaded: &Loaded) -> Result<()> {
    if loaded.own.card.is_open() {
        Ok(())
    } else {
        Err(Code::AlreadySigned.into())
    }
}

/// Those who are named; the author signs anyway.
fn co_signers(session: &mut Session, loaded: &Loaded, operators: &[OperatorId]) -> Result<OneCase> {
    let home = loaded.home()?;
    allow_writing(session, home.case, &home.card)?;
    open(loaded)?;
    let mut named: Vec<OperatorId> = Vec::new();
    for operator in operators.iter().copied() {
        if Some(operator) != loaded.own.card.author && !named.contains(&operator) {
            named.push(operator);
        }
    }
    everywhere(session, loaded, |card| {
        Ok(Relazione {
            co_signers: AddSet(named.clone()),
            ..card
        })
    })
}

/// A signature here, now, or as it was had otherwise; a waiver says why.
fn assent(session: &Session, otherwise: Option<Assenso>) -> Result<Assenso> {
    match otherwise {
        None | Some(Assenso::Qui { .. }) => Ok(Assenso::Qui { at: session.now() }),
        Some(Assenso::Dispensato { reason }) => {
            let reason =
                tidy::text(Some(reason)).ok_or_else(|| Error::field(Code::ReasonMissing, "reason"))?;
            Ok(Assenso::Dispensato { reason })
        }
        Some(Assenso::SuCarta { on }) => {
            past(session, on)?;
            Ok(Assenso::SuCarta { on })
        }
    }
}

fn co_sign(
    session: &mut Session,
    loaded: &Loaded,
    operator: OperatorId,
    otherwise: Option<Assenso>,
) -> Result<OneCase> {
    open(loaded)?;
    if !loaded.own.card.co_signers.0.contains(&operator) {
        return Err(Code::NotFound.into());
    }
    let home = loaded.home()?;
    match &otherwise {
        // Nobody signs for another, nor what she may not read.
        None | Some(Assenso::Qui { .. }) => {
            if operator != session.operator() || !reads(session, home.case)? {
                return Err(Code::Forbidden.into());
            }
            // There it lies among texts, and is written by who writes them.
            if home.card.closes_case() {
                allow_writing(session, home.case, &home.card)?;
            }
        }
        // That she signed on paper, or need not, may say who writes the report.
        Some(_) => allow_writing(session, home.case, &home.card)?,
    }
    let given = assent(session, otherwise)?;
    signature(session, loaded, RuoloFirma::CoFirma, Some(operator), given)
}

fn approve(session: &mut Session, loaded: &Loaded, otherwise: Option<Assenso>) -> Result<OneCase> {
    open(loaded)?;
    let home = loaded.home()?;
    let here = matches!(otherwise, None | Some(Assenso::Qui { .. }));
    if here && !may_approve(session, home.case)? {
        return Err(Code::Forbidden.into());
    }
    if !here {
        allow_writing(session, home.case, &home.card)?;
    }
    let given = assent(session, otherwise)?;
    let who = here.then(|| session.operator());
    signature(session, loaded, RuoloFirma::Approvazione, who, given)
}

/// A signature is a record of its own: two who sign at once do not meet.
fn signature(
    session: &mut Session,
    loaded: &Loaded,
    role: RuoloFirma,
    operator: Option<OperatorId>,
    given: Assenso,
) -> Result<OneCase> {
    let text = loaded.text(session)?.ok_or(Error::new(Code::NotFound))?;
    let home = loaded.home()?.clone();
    let record = RelazioneFirma {
        case: Some(home.case),
        relazione: Some(home.id),
        role: Some(role),
        operator,
        given: Some(given),
        by: Some(session.operator()),
        at: session.now(),
        text_hash: Some(hash_of(&text.value)?),
    };
    let id: RecordId = session.id();
    write(session, loaded, &[], |act| {
        let scope = ScopeId::new(home.case.uuid(), home.card.home_kind());
        act.create(scope, id, &record)
    })
}

/// The minor of this file leaves it; the last one does not. The final report of a case is given up so: its text stays.
fn leave(session: &mut Session, loaded: &Loaded, reason: String) -> Result<OneCase> {
    let reason = tidy::text(Some(reason)).ok_or_else(|| Error::field(Code::ReasonMissing, "reason"))?;
    open(loaded)?;
    if loaded.staying().count() < 2 && !loaded.own.card.closes_case() {
        return Err(Code::NoSuchMove.into());
    }
    let left = Uscita {
        on: session.today(),
        reason,
    };
    let own = loaded.own.clone();
    let card = own
        .card
        .left(left)
        .map_err(|NoSuchStep| Error::new(Code::NoSuchMove))?;
    write(
        session,
        loaded,
        &[Card {
            card,
            ..loaded.own.clone()
        }],
        |_| Ok(()),
    )
}

/// Sends: the mandate of each minor is answered on that day, or its next term runs from it.
fn send(session: &mut Session, loaded: &Loaded, sent: Invio) -> Result<OneCase> {
    past(session, sent.on)?;
    let db = session.archive().db();
    let (mut cards, mut mandates, mut affidamenti) = (Vec::new(), Vec::new(), Vec::new());
    for mut card in moved(loaded, |card| card.card.clone().sent(sent))? {
        let mandate = match card.card.mandato {
            Some(id) => rows::get::<Mandato>(db, &id.to_string())?,
            None => None,
        };
        if let Some(row) = mandate {
            card.card.nth = row.value.next_term();
            affidamenti.extend(affidamento(session, &card, &row.value, sent.on)?);
            mandates.push((row.typed_id::<RecordId>()?, row.value.reported(sent.on)));
        }
        cards.push(card);
    }
    write(session, loaded, &cards, |act| {
        for (id, mandate) in &mandates {
            act.edit(*id, mandate, None)?;
        }
        for (id, affidamento) in &affidamenti {
            act.edit(*id, affidamento, None)?;
        }
        Ok(())
    })
}

/// A periodic report on an affidamento all'ente starts its next term too.
fn affidamento(
    session: &Session,
    card: &Card,
    mandate: &Mandato,
    on: CivilDate,
) -> Result<Option<(RecordId, AffidamentoEnte)>> {
    if card
        .card
        .kind
        .as_ref()
        .is_none_or(|kind| kind.code != SEMESTRALE_ENTE)
    {
        return Ok(None);
    }
    let rows = stored::of_case::<AffidamentoEnte>(session.archive().db(), card.case)?;
    let row = rows
        .into_iter()
        .find(|row| row.value.provvedimento == mandate.provvedimento);
    row.map(|row| {
        let mut reports = row.value.reports.clone();
        reports.push(on);
        reports.sort_unstable();
        Ok((row.typed_id()?, AffidamentoEnte { reports, ..row.value }))
    })
    .transpose()
}
