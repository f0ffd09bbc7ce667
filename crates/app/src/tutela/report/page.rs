//! A report as its writers, its coordinator and the segreteria see it.

use super::{
    super::authorities::known,
    FORM_REPORT, ReportRef,
    edit::gathered,
    loaded::{Card, Loaded, allow_carrying, allow_writing, hash_of, reads},
    sign::mandate_of,
    steps::may_approve,
};
use crate::{
    Result, Session,
    commands::Nothing,
    diary::EntryView,
    drafts::{self, DraftSummary},
    names::{Names, names},
    people::Shown,
};
use cartella_archive::{audit, drafts as kept, rows};
use cartella_domain::{
    ids::{CaseId, DraftId, OperatorId, RecordId},
    rights::Action,
    time::Instant,
    tutela::{
        Assenso, MandatoRicevuto, Relazione, RelazioneFirma, RelazioneFirmata, RelazioneTesto, ReportFinding,
        StatoRelazione, Uscita, counting, of_report,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A signature that counts, and whether the text is still the one that was signed.
#[derive(Clone, Serialize, TS)]
pub struct SignatureView {
    /// The signature.
    pub signature: RelazioneFirma,
    /// The text changed since: it is asked for again.
    pub outdated: bool,
}

/// What she typed and did not save yet.
#[derive(Clone, Serialize, TS)]
pub struct ReportDraft {
    /// The draft.
    pub id: DraftId,
    /// What she typed; none for a draft that is to begin.
    pub text: Option<RelazioneTesto>,
    /// The writes that were on the screen when she began.
    pub seen: Vec<String>,
    /// When it was last kept.
    pub saved_at: Option<Instant>,
}

/// What a draft of a report was started from.
#[derive(Default, Deserialize)]
#[serde(default)]
struct StartedFrom {
    seen: Vec<String>,
}

/// A minor of a report.
#[derive(Clone, Serialize, TS)]
pub struct ReportMinor {
    /// The file.
    pub case: CaseId,
    /// The card there.
    pub card: RecordId,
    /// She left it.
    pub left: Option<Uscita>,
}

/// A report.
#[derive(Clone, Serialize, TS)]
pub struct ReportPage {
    /// The card in this file.
    pub card: Shown<Relazione>,
    /// Where it stands.
    pub state: StatoRelazione,
    /// Its minors, this file's first, as far as they are here.
    pub minors: Vec<ReportMinor>,
    /// The mandate that it answers.
    pub mandate: MandatoRicevuto,
    /// The text; none for who may not read it, or where the file in which it is written is not here.
    pub text: Option<Shown<RelazioneTesto>>,
    /// Her draft of it; none for who may not write.
    pub draft: Option<ReportDraft>,
    /// The signed text, once it is.
    pub signed: Option<RelazioneFirmata>,
    /// Who signed and who approved.
    pub signatures: Vec<SignatureView>,
    /// What keeps it from being signed, or should be looked at.
    pub findings: Vec<ReportFinding>,
    /// Signed entries of the period with paragraphs that are not in the text: to classify, or left out.
    pub waiting: Vec<EntryView>,
    /// Her drafts of the period in these files.
    pub drafts: Vec<DraftSummary>,
    /// What colleagues and cases are called.
    pub names: Names,
    /// She may write its text.
    pub writes: bool,
    /// She may do what the segreteria does: protocol, sending.
    pub carries: bool,
    /// She may approve it.
    pub approves: bool,
    /// Who asks the office for a copy is sent to the court: it was made for a judge.
    pub made_on_mandate: bool,
    /// It is the final report of the case itself: nobody approves it, no court asked for it.
    pub closes_case: bool,
    /// She may sign it: the final report of a case is signed by who may close the case.
    pub signs: bool,
}

/// Reads a report; the audit says so before anything is shown.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn report(session: &mut Session, input: ReportRef) -> Result<ReportPage> {
    let loaded = Loaded::of(session, input.report)?;
    let case = loaded.own.case;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let reads = reads(session, case)?;
    let home = loaded.home().ok().map(|home| home.case);
    let closes_case = loaded.own.card.closes_case();
    let open = loaded.own.card.is_open() && !(closes_case && loaded.own.card.left.is_some());
    let writes = open && home.is_some_and(|home| allow_writing(session, home, &loaded.own.card).is_ok());
    let text = if reads { loaded.text(session)? } else { None };
    let signed = match loaded.own.card.signed.filter(|_| reads) {
        Some(signed) => rows::get::<RelazioneFirmata>(session.archive().db(), &signed.record.to_string())?
            .map(|row| row.value),
        None => None,
    };
    let words = text.as_ref().map(|row| row.value.clone());
    let hash = words.as_ref().map(hash_of).transpose()?.unwrap_or_default();
    let signatures = loaded.signatures(session).unwrap_or_default();
    let findings = match (&words, open) {
        (Some(words), true) => of_report(&loaded.own.card, words, &hash, &signatures),
        _ => Vec::new(),
    };
    let (waiting, drafts) = match (&words, writes && !closes_case) {
        (Some(words), true) => still_in_period(session, &loaded, words)?,
        _ => (Vec::new(), Vec::new()),
    };
    Ok(ReportPage {
        state: loaded.own.card.state(),
        minors: minors(&loaded),
        mandate: mandate_of(session, &loaded.own.card)?,
        draft: if writes {
            Some(draft_of(session, &loaded)?)
        } else {
            None
        },
        text: text.map(|row| Shown::of(session, row)).transpose()?,
        signatures: counting(&signatures)
            .into_iter()
            .map(|one| SignatureView {
                outdated: open
                    && matches!(one.given, Some(Assenso::Qui { .. }))
                    && one.text_hash.as_ref().is_some_and(|signed| *signed != hash),
                signature: one.clone(),
            })
            .collect(),
        names: called(session, &loaded, &signatures)?,
        carries: allow_carrying(session, case, &loaded.own.card).is_ok(),
        approves: !closes_case && may_approve(session, case)?,
        made_on_mandate: loaded.own.card.made_on_mandate(),
        card: Shown::of(session, loaded.row)?,
        signed,
        findings,
        waiting,
        drafts,
        writes,
        closes_case,
        signs: writes && (!closes_case || may_close(session, case)?),
    })
}

/// Signed entries with paragraphs that are not in the text, and her drafts, of the period.
fn still_in_period(
    session: &mut Session,
    loaded: &Loaded,
    words: &RelazioneTesto,
) -> Result<(Vec<EntryView>, Vec<DraftSummary>)> {
    let waiting = gathered(session, loaded)?.waiting(words);
    Ok((waiting, drafts_of(session, loaded)?))
}

fn may_close(session: &Session, case: CaseId) -> Result<bool> {
    let subject = session.case_subject(case)?;
    Ok(session.decide(Action::CaseClose, &subject)?.is_allowed())
}

fn minors(loaded: &Loaded) -> Vec<ReportMinor> {
    let minor = |card: &Card| ReportMinor {
        case: card.case,
        card: card.id,
        left: card.card.left.clone(),
    };
    loaded.cards().map(minor).collect()
}

fn called(session: &Session, loaded: &Loaded, signatures: &[RelazioneFirma]) -> Result<Names> {
    let card = &loaded.own.card;
    let signers = signatures.iter().flat_map(|one| [one.operator, one.by]).flatten();
    let people = card.co_signers.iter().copied().chain(card.author).chain(signers);
    let cases = loaded.cards().map(|card| card.case.uuid());
    names(session, people.map(OperatorId::uuid).chain(cases))
}

/// Her drafts of the period that would go into these files.
fn drafts_of(session: &mut Session, loaded: &Loaded) -> Result<Vec<DraftSummary>> {
    let mut found = drafts::list(session, Nothing {})?;
    let card = &loaded.own.card;
    found.retain(|draft| {
        let day = draft.occurred_on;
        let after = card.from.is_none_or(|from| day.is_none_or(|day| from <= day));
        let before = card.to.is_none_or(|to| day.is_none_or(|day| day <= to));
        let here = loaded.staying().any(|card| draft.files.contains(&card.case));
        here && !draft.empty && after && before
    });
    Ok(found)
}

/// Her draft of the text, or the id of one that begins with her first key.
fn draft_of(session: &Session, loaded: &Loaded) -> Result<ReportDraft> {
    let home: RecordId = loaded.home()?.id;
    let open = kept::list(session.archive().db(), &session.operator().to_string())?;
    let own = open
        .into_iter()
        .filter(|draft| draft.kind == FORM_REPORT && draft.subject == Some(home.to_string()))
        .max_by_key(|draft| draft.saved_at);
    let Some(draft) = own else {
        return Ok(ReportDraft {
            id: session.id(),
            text: None,
            seen: Vec::new(),
            saved_at: None,
        });
    };
    let started: StartedFrom = serde_json::from_value(draft.started_from).unwrap_or_default();
    Ok(ReportDraft {
        id: uuid::Uuid::parse_str(&draft.id).unwrap_or_default().into(),
        text: serde_json::from_value(draft.content).ok(),
        seen: started.seen,
        saved_at: Some(draft.saved_at),
    })
}

/// What the authority is called.
pub(super) fn authority_name(session: &Session, card: &Relazione) -> Result<Option<String>> {
    let known = known(session)?;
    let authority = card.autorita.as_ref().and_then(|key| known.get(key));
    Ok(authority.and_then(|authority| authority.name.clone()))
}
