//! A report is signed: its whole text becomes one signed record in each minor's file, with the PDF/A that was made of it, and
//! nothing can change it any more.

use super::{
    FORM_REPORT,
    closing::closed_without,
    loaded::{Loaded, allow_writing, hash_of, hex, reserved},
    page::authority_name,
    start::order_of,
    steps::{moved, write},
};
use crate::{Code, Error, MAX_TEXT, Result, Session, cases::OneCase, names::names};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::{drafts, rows};
use cartella_documents::{
    paper::pdf,
    relazione::{PaperWords, paper},
};
use cartella_domain::{
    deadlines::Office,
    ids::{CaseId, DraftId, OperatorId, RecordId},
    rights::Action,
    tutela::{
        Mandato, MandatoRicevuto, Provvedimento, Relazione, RelazioneFile, RelazioneFirma, RelazioneFirmata,
        RelazioneTesto, ReportFinding, counting, of_report,
    },
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A report to sign.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SignReport {
    /// The report.
    pub report: RecordId,
    /// The words of the paper that is made of it.
    pub words: PaperWords,
}

/// The mandate as the report's opening tells of it.
pub(super) fn mandate_of(session: &Session, card: &Relazione) -> Result<MandatoRicevuto> {
    let authority = authority_name(session, card)?;
    let mandate = match card.mandato {
        Some(id) => rows::get::<Mandato>(session.archive().db(), &id.to_string())?.map(|row| row.value),
        None => None,
    };
    let order = match &mandate {
        Some(mandate) => order_of(session, mandate)?,
        None => None,
    };
    let order = order.unwrap_or_default();
    let mandate = mandate.unwrap_or_default();
    Ok(MandatoRicevuto {
        authority,
        authority_kind: card.authority,
        received_on: Provvedimento::received_on(&order),
        number: order.number,
        issued_on: order.issued_on,
        due: mandate.counted(&Office::default()).due,
        activity: mandate.activity,
        words: mandate.words,
        term: mandate.term,
    })
}

/// A signed report in one minor's file.
struct Signed {
    case: CaseId,
    id: RecordId,
    record: RelazioneFirmata,
    file: Option<(RecordId, RelazioneFile)>,
}

/// Signs it. Records, files, cards and the end of her draft are one act: the power goes before it or after it, never between.
/// The final report of a case is signed by who may close it; where the case was closed without, it is what was missing.
///
/// # Errors
/// `forbidden`, `not_found`; `already_signed`; `report_not_ready` with what is missing; `report_not_saved` while what she
/// typed stands in her draft alone; `paper_failed`; the disk is full.
pub fn sign_report(session: &mut Session, input: SignReport) -> Result<OneCase> {
    let loaded = Loaded::writable(session, input.report)?;
    let (home, _, text) = loaded.open_text(session)?;
    if loaded.own.card.closes_case() {
        session.allow(Action::CaseClose, &session.case_subject(home)?)?;
    }
    let hash = hash_of(&text.value)?;
    let draft = saved(session, &loaded, &text.value)?;
    let signatures = loaded.signatures(session)?;
    ready(&of_report(&loaded.own.card, &text.value, &hash, &signatures))?;
    let record = RelazioneFirmata {
        author: Some(session.operator()),
        qualification: session.qualifica()?,
        text_hash: Some(hash),
        ..as_it_stands(session, &loaded, text.value, &signatures)?
    };
    let made = in_each_file(session, &loaded, &record, &input.words)?;
    let first = made
        .first()
        .map(|one| one.id)
        .ok_or(Error::new(Code::Forbidden))?;
    let at = record.signed_at;
    let cards = moved(&loaded, |card| {
        let own = made.iter().find(|one| one.case == card.case);
        card.card.clone().signed(at, own.map_or(first, |one| one.id))
    })?;
    let today = session.today().to_string();
    let episode = closed_without(session, &loaded.own.card, home, at)?;
    write(session, &loaded, &cards, |act| {
        for one in &made {
            act.sign(reserved(one.case), one.id, &one.record, &today)?;
            if let Some((id, file)) = &one.file {
                act.sign(reserved(one.case), *id, file, &today)?;
            }
        }
        if let Some((id, episode)) = &episode {
            act.edit(*id, episode, None)?;
        }
        if let Some(draft) = draft {
            act.end_draft(draft, first)?;
        }
        Ok(())
    })
}

/// A report as it stands, in the form in which it is signed; without an author it is a draft.
pub(super) fn as_it_stands(
    session: &Session,
    loaded: &Loaded,
    text: RelazioneTesto,
    signatures: &[RelazioneFirma],
) -> Result<RelazioneFirmata> {
    let minors: Vec<CaseId> = loaded.staying().map(|card| card.case).collect();
    let operators = signatures.iter().flat_map(|one| [one.operator, one.by]).flatten();
    let operators: Vec<OperatorId> = operators.chain([session.operator()]).collect();
    let named = called(session, minors.iter().copied())?;
    Ok(RelazioneFirmata {
        act: loaded.own.card.act,
        kind: loaded.own.card.kind.clone(),
        signed_at: session.now(),
        mandate: if loaded.own.card.closes_case() {
            None
        } else {
            Some(mandate_of(session, &loaded.own.card)?)
        },
        minors: minors
            .iter()
            .filter_map(|case| named.get(case).cloned())
            .collect(),
        sources: text.sources(),
        signatures: counting(signatures).into_iter().cloned().collect(),
        names: called(session, operators.into_iter())?,
        text: Some(text),
        ..RelazioneFirmata::default()
    })
}

/// What is signed, in the file of each minor in whose case she writes: elsewhere the card alone says that it was signed.
fn in_each_file(
    session: &Session,
    loaded: &Loaded,
    record: &RelazioneFirmata,
    words: &PaperWords,
) -> Result<Vec<Signed>> {
    let bytes = pdf::write(&paper(record, words, record.signed_at)).map_err(|_| Code::PaperFailed)?;
    let hash = hex(&Sha256::digest(&bytes));
    let content = STANDARD.encode(&bytes);
    let told = serde_json::to_string(record).map_err(cartella_archive::Error::from)?;
    // What one change cannot carry is made anew when it is asked for: its hash says whether it is the same.
    let kept = content.len() + told.len() < MAX_TEXT;
    let mut made = Vec::new();
    for card in loaded.staying() {
        if allow_writing(session, card.case, &card.card).is_err() {
            continue;
        }
        let (id, file): (RecordId, RecordId) = (session.id(), session.id());
        made.push(Signed {
            case: card.case,
            id,
            record: RelazioneFirmata {
                case: Some(card.case),
                relazione: Some(card.id),
                pdf_hash: Some(hash.clone()),
                file: kept.then_some(file),
                ..record.clone()
            },
            file: kept.then(|| {
                let file_record = RelazioneFile {
                    case: Some(card.case),
                    firmata: Some(id),
                    hash: Some(hash.clone()),
                    content: Some(content.clone()),
                };
                (file, file_record)
            }),
        });
    }
    Ok(made)
}

/// Nothing that she typed is left out of what she signs: her draft, if there is one, holds what was saved.
fn saved(session: &Session, loaded: &Loaded, text: &RelazioneTesto) -> Result<Option<DraftId>> {
    let home = loaded.home()?.id.to_string();
    let open = drafts::list(session.archive().db(), &session.operator().to_string())?;
    let own = open
        .into_iter()
        .find(|draft| draft.kind == FORM_REPORT && draft.subject.as_deref() == Some(home.as_str()));
    let Some(draft) = own else {
        return Ok(None);
    };
    let typed: Option<RelazioneTesto> = serde_json::from_value(draft.content).ok();
    if typed.as_ref() != Some(text) {
        return Err(Code::ReportNotSaved.into());
    }
    Ok(uuid::Uuid::parse_str(&draft.id).ok().map(DraftId))
}

fn ready(findings: &[ReportFinding]) -> Result<()> {
    let missing = findings.iter().filter(|finding| finding.blocks());
    let names: Vec<String> = missing
        .filter_map(|one| serde_json::to_value(one).ok()?.as_str().map(str::to_owned))
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    Err(Error::new(Code::ReportNotReady).with("findings", names.join(",").as_str()))
}

fn called<I>(session: &Session, ids: impl Iterator<Item = I>) -> Result<BTreeMap<I, String>>
where
    I: Copy + Ord + Into<uuid::Uuid>,
{
    let ids: Vec<I> = ids.collect();
    let names = names(session, ids.iter().map(|id| (*id).into()))?;
    let named = |id: I| {
        let uuid: uuid::Uuid = id.into();
        Some((id, names.get(&uuid.to_string())?.name.clone()))
    };
    Ok(ids.into_iter().filter_map(named).collect())
}
