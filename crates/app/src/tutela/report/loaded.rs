//! A report as the verbs need it: its card in this file, those of the other minors, its text, its signatures.

use super::super::in_file::{InFile as _, allow, beside};
use crate::{Code, Error, Result, Session};
use cartella_archive::{
    queries::tutela as stored,
    rows::{self, Row},
};
use cartella_domain::{
    ids::{CaseId, RecordId},
    record::Record as _,
    rights::{Action, Confidentiality},
    scope::{ScopeId, ScopeKind},
    tutela::{Relazione, RelazioneFirma, RelazioneTesto},
};
use sha2::{Digest as _, Sha256};

/// The scope of a report's text: the operators of the case and the coordinator.
pub(super) fn reserved(case: CaseId) -> ScopeId {
    ScopeId::new(case.uuid(), ScopeKind::CaseReserved)
}

/// Goes on only if the operator may read a report's card in this file: among the court's papers, or with its text.
pub(in crate::tutela) fn allow_reading(session: &Session, case: CaseId, card: &Relazione) -> Result<()> {
    if !card.closes_case() {
        return allow(session, case, Action::CourtRead);
    }
    let subject = session.case_subject(case)?.at(Confidentiality::Reserved);
    session.allow(Action::EntryRead, &subject)
}

/// The same, writing it: protocol and sending too.
pub(super) fn allow_carrying(session: &Session, case: CaseId, card: &Relazione) -> Result<()> {
    if card.closes_case() {
        allow_text(session, case)
    } else {
        allow(session, case, Action::CourtWrite)
    }
}

/// Goes on only if the operator may write reserved texts of the case.
pub(super) fn allow_text(session: &Session, case: CaseId) -> Result<()> {
    let subject = session.case_subject(case)?.at(Confidentiality::Reserved);
    session.allow(Action::EntryWrite, &subject)
}

/// Goes on only if the operator may write the text of a report in this file.
pub(super) fn allow_writing(session: &Session, case: CaseId, card: &Relazione) -> Result<()> {
    allow_carrying(session, case, card)?;
    allow_text(session, case)
}

/// Whether the operator may read texts of the case.
pub(super) fn reads(session: &Session, case: CaseId) -> Result<bool> {
    let subject = session.case_subject(case)?.at(Confidentiality::Reserved);
    Ok(session.decide(Action::EntryRead, &subject)?.is_allowed())
}

/// The SHA-256 of a text, over the form in which its record is stored.
pub(super) fn hash_of(text: &RelazioneTesto) -> Result<String> {
    let body = text.body().map_err(cartella_archive::Error::from)?;
    let bytes = serde_json::to_vec(&body).map_err(cartella_archive::Error::from)?;
    Ok(hex(&Sha256::digest(bytes)))
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A card with its place.
#[derive(Clone)]
pub(super) struct Card {
    /// The record.
    pub id: RecordId,
    /// The file.
    pub case: CaseId,
    /// The card.
    pub card: Relazione,
}

impl Card {
    fn of(row: &Row<Relazione>) -> Result<Self> {
        Ok(Self {
            id: row.typed_id()?,
            case: row.value.case().ok_or(Error::new(Code::NotFound))?,
            card: row.value.clone(),
        })
    }
}

/// A report in the hands of a verb.
pub(super) struct Loaded {
    /// The card that was asked for.
    pub own: Card,
    /// Its row.
    pub row: Row<Relazione>,
    /// The cards of the other minors that the operator may write, as far as they are here.
    pub others: Vec<Card>,
}

impl Loaded {
    /// Loads a report that the operator may read.
    pub(super) fn of(session: &Session, id: RecordId) -> Result<Self> {
        let row = rows::get::<Relazione>(session.archive().db(), &id.to_string())?
            .filter(|row| !row.deleted)
            .ok_or(Error::new(Code::NotFound))?;
        let own = Card::of(&row)?;
        allow_reading(session, own.case, &own.card)?;
        let others = beside(session, id, &row.value)?;
        Ok(Self {
            others: others
                .iter()
                .filter(|row| !row.deleted)
                .map(Card::of)
                .collect::<Result<_>>()?,
            own,
            row,
        })
    }

    /// The same, of one that she may write in this file.
    pub(super) fn writable(session: &Session, id: RecordId) -> Result<Self> {
        let loaded = Self::of(session, id)?;
        allow_carrying(session, loaded.own.case, &loaded.own.card)?;
        Ok(loaded)
    }

    /// All cards, this file's first.
    pub(super) fn cards(&self) -> impl Iterator<Item = &Card> {
        std::iter::once(&self.own).chain(&self.others)
    }

    /// The cards of the minors who have not left it.
    pub(super) fn staying(&self) -> impl Iterator<Item = &Card> {
        self.cards().filter(|card| card.card.left.is_none())
    }

    /// The card of the file in which it is written.
    pub(super) fn home(&self) -> Result<&Card> {
        let home = self.own.card.home.unwrap_or(self.own.case);
        self.cards()
            .find(|card| card.case == home)
            .ok_or(Error::new(Code::NotFound))
    }

    /// Its text.
    pub(super) fn text(&self, session: &Session) -> Result<Option<Row<RelazioneTesto>>> {
        match self.own.card.text {
            Some(id) => Ok(rows::get::<RelazioneTesto>(
                session.archive().db(),
                &id.to_string(),
            )?),
            None => Ok(None),
        }
    }

    /// Its text, of one that she may still write.
    pub(super) fn open_text(&self, session: &Session) -> Result<(CaseId, RecordId, Row<RelazioneTesto>)> {
        let home = self.home()?;
        allow_writing(session, home.case, &home.card)?;
        if !home.card.is_open() {
            return Err(Code::AlreadySigned.into());
        }
        if home.card.closes_case() && home.card.left.is_some() {
            return Err(Code::NoSuchMove.into());
        }
        let text = self.text(session)?.ok_or(Error::new(Code::NotFound))?;
        Ok((home.case, text.typed_id()?, text))
    }

    /// What was signed under it, by whom.
    pub(super) fn signatures(&self, session: &Session) -> Result<Vec<RelazioneFirma>> {
        let home = self.home()?;
        let rows = stored::signatures_of(session.archive().db(), home.id)?;
        Ok(rows.into_iter().map(|row| row.value).collect())
    }
}
