//! Relazione all'autorità giudiziaria: gathered from signed entries, with facts, statements and evaluations kept apart.
//!
//! Art. 473-bis.27 c.p.c.: what was established, what was said by people and what operators make of it never stand under
//! one heading. One report may speak of several minors: it is one act, with a card in the court scope of each minor's file,
//! so that the segreteria can carry it; its text lives in the reserved scope of the file in which it was begun (`home`), with
//! the entries that it comes from; what was signed stands in every minor's file.
//!
//! The final report of a case (relazione finale) that answers no mandate is the same record with `kind` [`FINALE`]: it is of
//! one case and one episode, of any service, and all of it, its card too, lives in the case's reserved scope, so that it
//! asks one right: who writes reserved texts of the case. It gathers what the record knows ([`PercorsoConcluso`]), is
//! signed by the responsible and answers what a closing asks for.

mod conclusione;
mod signing;
mod text;

#[cfg(test)]
mod tests;

pub use conclusione::{
    ObiettivoConcluso, PercorsoConcluso, PrestazioneResa, ProgettoConcluso, TipoPrestazione,
};
pub use signing::{
    Assenso, MandatoRicevuto, RelazioneFile, RelazioneFirma, RelazioneFirmata, ReportFinding, RuoloFirma,
    counting, of_report,
};
pub use text::{Attivita, Brano, LegameRelazione, PersonaRelazione, RelazioneTesto, Sezione, by_speaker};

use super::{
    authority::AuthorityKey, codes::TipoAutorita, mandato::Mandato, misura_403::Mezzo,
    provvedimento::Protocollo,
};
use crate::{
    codes::{CodeList, Coded},
    deadlines::{Code, Met, TermKey, Terms},
    ids::{ActId, CaseId, EpisodeId, OperatorId, RecordId},
    record::{AddSet, Record},
    scope::ScopeKind,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kinds of report there are (`relazione.tipo`).
pub const TIPI_RELAZIONE: CodeList = CodeList {
    list: "CARTELLA-TIPO-RELAZIONE",
    version: "1",
    source: "practice of child protection in Lombardy",
    codes: &[
        "INDAGINE_SOCIALE",
        "INDAGINE_PSICOSOCIALE",
        "AGGIORNAMENTO",
        "SEMESTRALE_AFFIDO",
        "SEMESTRALE_ENTE",
        "SINTETICA_403",
        "SEGNALAZIONE_PROCURA",
        "SPAZIO_NEUTRO",
        "FAMIGLIA_AFFIDATARIA",
        "UVM",
        "GIUDICE_TUTELARE",
        "FINALE",
    ],
};

/// The kind that a periodic report of an affidamento all'ente has.
pub const SEMESTRALE_ENTE: &str = "SEMESTRALE_ENTE";

/// The kind of the report at the end of a case.
pub const FINALE: &str = "FINALE";

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatoRelazione {
    /// Being written.
    InRedazione,
    /// With the coordinator.
    InRevisione,
    /// Signed: frozen for ever.
    Firmata,
    /// Protocolled.
    Protocollata,
    /// Sent: the clock of the indicator stands still since that day.
    Inviata,
    /// The court answered.
    Riscontrata,
}

/// A report was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Firmata {
    /// When.
    pub at: Instant,
    /// What was signed, in this file.
    pub record: RecordId,
}

/// A report was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Invio {
    /// Day.
    pub on: CivilDate,
    /// By what means.
    pub means: Option<Mezzo>,
}

/// The court answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Riscontro {
    /// Day on which the answer came.
    pub on: CivilDate,
    /// The order, as this file knows it.
    pub order: Option<RecordId>,
}

/// A minor left the report while it was written: the others stay in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Uscita {
    /// Since which day.
    pub on: CivilDate,
    /// Why.
    pub reason: String,
}

/// The card of a report, in the court scope of one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 128, name = "relazione")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Relazione {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The report as such: the same in the files of all its minors; it counts once by act, and once a minor by card.
    #[field(2)]
    pub act: Option<ActId>,
    /// The mandate that it answers, as this file knows it.
    #[field(3)]
    pub mandato: Option<RecordId>,
    /// What kind, of [`TIPI_RELAZIONE`].
    #[field(4)]
    pub kind: Option<Coded>,
    /// To which authority.
    #[field(5)]
    pub autorita: Option<AuthorityKey>,
    /// What kind of authority that is: it says which term the report meets.
    #[field(6)]
    pub authority: Option<TipoAutorita>,
    /// Which of the mandate's terms: 0 the first, then one more with each report that was sent.
    #[field(7)]
    pub nth: u16,
    /// First day of the period that it tells of.
    #[field(8)]
    pub from: Option<CivilDate>,
    /// Last day of the period.
    #[field(9)]
    pub to: Option<CivilDate>,
    /// Who began it and signs first.
    #[field(10)]
    pub author: Option<OperatorId>,
    /// Who signs with her.
    #[field(11, set)]
    pub co_signers: AddSet<OperatorId>,
    /// The file in which its text is written.
    #[field(12)]
    pub home: Option<CaseId>,
    /// Its text, there.
    #[field(13)]
    pub text: Option<RecordId>,
    /// It lies with the coordinator.
    #[field(14)]
    pub in_review: bool,
    /// It was signed.
    #[field(15)]
    pub signed: Option<Firmata>,
    /// It was protocolled.
    #[field(16)]
    pub protocol: Option<Protocollo>,
    /// It was sent.
    #[field(17)]
    pub sent: Option<Invio>,
    /// The court answered.
    #[field(18)]
    pub answered: Option<Riscontro>,
    /// This minor left it.
    #[field(19)]
    pub left: Option<Uscita>,
    /// Of a final report that answers no mandate: the taking in charge that it closes.
    #[field(20)]
    pub episode: Option<EpisodeId>,
}

/// A step that a report does not take from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchStep;

impl Relazione {
    /// Whether it is a final report.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.code == FINALE)
    }

    /// Whether it is the final report of a case itself, asked for by no court.
    #[must_use]
    pub fn closes_case(&self) -> bool {
        self.is_final() && self.mandato.is_none()
    }

    /// The scope of its card and of the signatures under it: with the court's papers, or with its text.
    #[must_use]
    pub fn home_kind(&self) -> ScopeKind {
        if self.closes_case() {
            ScopeKind::CaseReserved
        } else {
            ScopeKind::CaseCourt
        }
    }

    /// Whether it answers what the closing of this episode asks for: a final report, signed, of that episode or, where a
    /// court asked for it, of no episode in particular.
    #[must_use]
    pub fn answers_closing_of(&self, episode: EpisodeId) -> bool {
        let of_episode = self.episode.is_none_or(|own| own == episode);
        self.is_final() && self.signed.is_some() && self.left.is_none() && of_episode
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> StatoRelazione {
        if self.answered.is_some() {
            StatoRelazione::Riscontrata
        } else if self.sent.is_some() {
            StatoRelazione::Inviata
        } else if self.protocol.is_some() {
            StatoRelazione::Protocollata
        } else if self.signed.is_some() {
            StatoRelazione::Firmata
        } else if self.in_review {
            StatoRelazione::InRevisione
        } else {
            StatoRelazione::InRedazione
        }
    }

    /// Whether its text may still change.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self.state(),
            StatoRelazione::InRedazione | StatoRelazione::InRevisione
        )
    }

    /// To the coordinator, or back to who writes it.
    ///
    /// # Errors
    /// It is signed, or stands there already.
    pub fn reviewed(self, in_review: bool) -> Result<Self, NoSuchStep> {
        if !self.is_open() || self.in_review == in_review {
            return Err(NoSuchStep);
        }
        Ok(Self { in_review, ..self })
    }

    /// Signed: nothing of its text changes any more.
    ///
    /// # Errors
    /// It is signed already.
    pub fn signed(self, at: Instant, record: RecordId) -> Result<Self, NoSuchStep> {
        if !self.is_open() {
            return Err(NoSuchStep);
        }
        Ok(Self {
            in_review: false,
            signed: Some(Firmata { at, record }),
            ..self
        })
    }

    /// Protocolled.
    ///
    /// # Errors
    /// It is not signed yet, or was protocolled.
    pub fn protocolled(self, protocol: Protocollo) -> Result<Self, NoSuchStep> {
        if self.state() != StatoRelazione::Firmata {
            return Err(NoSuchStep);
        }
        Ok(Self {
            protocol: Some(protocol),
            ..self
        })
    }

    /// Sent.
    ///
    /// # Errors
    /// It has no protocol yet, or was sent.
    pub fn sent(self, sent: Invio) -> Result<Self, NoSuchStep> {
        if self.state() != StatoRelazione::Protocollata {
            return Err(NoSuchStep);
        }
        Ok(Self {
            sent: Some(sent),
            ..self
        })
    }

    /// Answered by the court.
    ///
    /// # Errors
    /// It was not sent yet, or is answered.
    pub fn answered(self, answered: Riscontro) -> Result<Self, NoSuchStep> {
        if self.state() != StatoRelazione::Inviata {
            return Err(NoSuchStep);
        }
        Ok(Self {
            answered: Some(answered),
            ..self
        })
    }

    /// The minor of this file leaves it; the others stay.
    ///
    /// # Errors
    /// It is signed, or she has left.
    pub fn left(self, left: Uscita) -> Result<Self, NoSuchStep> {
        if !self.is_open() || self.left.is_some() {
            return Err(NoSuchStep);
        }
        Ok(Self {
            left: Some(left),
            ..self
        })
    }

    /// Whether a paper was made because a judge asked for it (domain.md 7.6): who asks the office for a copy of it is sent
    /// to the court, which alone says who may read what was written for it (TAR Parma, 10 November 2020).
    #[must_use]
    pub const fn made_on_mandate(&self) -> bool {
        self.mandato.is_some() && self.left.is_none() && !self.is_open()
    }

    /// The kind of term that it meets.
    #[must_use]
    pub fn code(&self) -> Code {
        let mandate = Mandato {
            authority: self.authority,
            ..Mandato::default()
        };
        mandate.code()
    }
}

impl Terms for Relazione {
    /// Sent, it meets the term of its mandate: the clock of the indicator stops on that day.
    fn meets(&self, id: RecordId) -> Vec<Met> {
        let sent = self.sent.filter(|_| self.left.is_none());
        let met = self.mandato.zip(sent).map(|(record, sent)| Met {
            key: TermKey {
                record,
                code: self.code(),
                nth: self.nth,
            },
            at: sent.on.into(),
            by: id,
        });
        met.into_iter().collect()
    }
}
