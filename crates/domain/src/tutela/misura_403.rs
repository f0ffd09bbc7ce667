//! Art. 403 c.c.: a minor put in safety at once, and the clock in hours that starts there.
//!
//! Hour terms run in absolute time: no holiday stops them and no clock change moves them. Whatever is missed stays
//! overdue; only a person closes the measure.

use super::{authority::AuthorityKey, provvedimento::Momento};
use crate::{
    deadlines::{Code, Force, Met, Moment, Office, Term, TermKey, Terms, Whose, compute},
    ids::{ActId, CaseId, OperatorId, RecordId},
    record::{AddSet, Record},
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

super::codes::codes! {
    /// Who took the measure ("pubblica autorità").
    PubblicaAutorita {
        /// The mayor.
        Sindaco = "SINDACO",
        /// The social and health services.
        Servizi = "SERVIZI",
        /// The police.
        ForzePolizia = "FORZE_POLIZIA",
    }
}

super::codes::codes! {
    /// The steps of the measure, in the order of the law (L. 206/2021).
    Passo {
        /// Oral notice to the prosecutor at the juvenile court.
        Avviso = "403_AVVISO",
        /// Written order, documents and short report to the prosecutor.
        Trasmissione = "403_TRASMISSIONE",
        /// The prosecutor has received the file.
        Ricezione = "403_RICEZIONE",
        /// The prosecutor asks the court to confirm the measure.
        RichiestaConvalida = "403_RICHIESTA_CONVALIDA",
        /// The prosecutor revokes the measure.
        Revoca = "403_REVOCA",
        /// Decree of the court on the confirmation.
        Decreto = "403_DECRETO",
        /// Hearing before the judge in charge.
        Udienza = "403_UDIENZA",
        /// The decree is notified to the parents.
        Notifica = "403_NOTIFICA",
        /// Decree of the court as a panel.
        Collegio = "403_COLLEGIO",
    }
}

super::codes::codes! {
    /// By what means a step was made.
    Mezzo {
        /// Phone.
        Telefono = "TELEFONO",
        /// Certified mail.
        Pec = "PEC",
        /// Fax.
        Fax = "FAX",
        /// By hand.
        Mano = "A_MANO",
        /// Mail.
        Mail = "MAIL",
        /// Otherwise.
        Altro = "ALTRO",
    }
}

super::codes::codes! {
    /// How the measure ended.
    EsitoMisura {
        /// Confirmed by the court.
        Convalidata = "CONVALIDATA",
        /// Not confirmed.
        NonConvalidata = "NON_CONVALIDATA",
        /// Revoked by the prosecutor.
        Revocata = "REVOCATA",
        /// Without effect: a term was missed.
        Inefficace = "INEFFICACE",
    }
}

/// How the measure ended, in one minor's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Chiusura403 {
    /// The day.
    pub on: CivilDate,
    /// How.
    pub how: EsitoMisura,
    /// In words.
    pub note: Option<String>,
}

/// An emergency measure, in one minor's file; `act` is the same in the files of all its minors.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 126, name = "misura_403")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Misura403 {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The measure as such.
    #[field(2)]
    pub act: Option<ActId>,
    /// When the minor was put in safety: the 24 hours start here.
    #[field(3)]
    pub placed: Option<Momento>,
    /// Who took it.
    #[field(4)]
    pub authority: Option<PubblicaAutorita>,
    /// Name and office of who decided.
    #[field(5)]
    pub decided_by: Option<String>,
    /// Why at once: what the minor is exposed to.
    #[field(6)]
    pub reasons: Option<String>,
    /// Where the minor is.
    #[field(7)]
    pub place: Option<String>,
    /// The prosecutor at the juvenile court.
    #[field(8)]
    pub procura: Option<AuthorityKey>,
    /// Lines of the checklist that are done.
    #[field(9, set)]
    pub checked: AddSet<String>,
    /// Closed by a person, never by itself.
    #[field(10)]
    pub closed: Option<Chiusura403>,
    /// Who recorded it.
    #[field(11)]
    pub recorded_by: Option<OperatorId>,
    /// When.
    #[field(12)]
    pub recorded_at: Option<Instant>,
}

/// A step that was made. A wrong one is marked as deleted and written again.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 127, name = "passo_403")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Passo403 {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The measure, as this file knows it.
    #[field(2)]
    pub misura: Option<RecordId>,
    /// The step as such: the same in the files of all its minors.
    #[field(3)]
    pub act: Option<ActId>,
    /// Which step.
    #[field(4)]
    pub step: Option<Passo>,
    /// When (effettuato il).
    #[field(5)]
    pub done: Option<Momento>,
    /// By what means.
    #[field(6)]
    pub means: Option<Mezzo>,
    /// To whom.
    #[field(7)]
    pub recipient: Option<String>,
    /// Protocol number.
    #[field(8)]
    pub protocol: Option<String>,
    /// In words.
    #[field(9)]
    pub note: Option<String>,
    /// For a decree: the day of the hearing that it fixes.
    #[field(10)]
    pub hearing_on: Option<CivilDate>,
    /// Who recorded it.
    #[field(11)]
    pub by: Option<OperatorId>,
    /// The earlier steps of the measure whose terms it meets.
    #[field(12)]
    pub answers: Vec<RecordId>,
    /// The measure was closed: nothing is waited for any more.
    #[field(13)]
    pub lapsed: Option<bool>,
}

/// The lines of the checklist; their texts are the window's.
pub const CHECKLIST: &[&str] = &[
    "pericolo",
    "alternative",
    "avviso_pm",
    "ascolto",
    "genitori",
    "scuola_sanita",
    "provvedimento",
    "relazione",
    "trasmissione",
    "collocamento",
    "coordinatore",
    "diario",
];

/// Until when a step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Entro403 {
    /// At once.
    Subito,
    /// By a moment.
    Ora {
        /// The moment.
        at: Instant,
    },
    /// By a day.
    Giorno {
        /// The day.
        on: CivilDate,
    },
    /// What it starts from has not happened yet, or is not recorded.
    NonDecorre,
}

/// One clock of the measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Orologio {
    /// The step that is due.
    pub step: Passo,
    /// By when.
    pub due: Entro403,
    /// When it was made.
    pub done: Option<Momento>,
    /// It was made later than due.
    pub late: bool,
    /// Somebody else has to make it: prosecutor, court.
    pub other_actor: bool,
    /// The length is from common knowledge and not checked against the law's text.
    pub unverified: bool,
}

/// The terms that a step waits for, each with the step that meets it. Their lengths are the cookbook's.
const fn waits_for(step: Option<Passo>) -> &'static [(Code, Passo)] {
    match step {
        // The minor was put in safety.
        None => &[
            (Code::C403Avviso, Passo::Avviso),
            (Code::C403Trasmissione, Passo::Trasmissione),
        ],
        Some(Passo::Ricezione) => &[(Code::C403Richiesta, Passo::RichiestaConvalida)],
        Some(Passo::RichiestaConvalida) => &[(Code::C403Decreto, Passo::Decreto)],
        Some(Passo::Decreto) => &[
            (Code::C403Udienza, Passo::Udienza),
            (Code::C403Notifica, Passo::Notifica),
        ],
        Some(Passo::Udienza) => &[(Code::C403Collegio, Passo::Collegio)],
        Some(_) => &[],
    }
}

/// The steps, or the placement, whose clocks are shown, in the order of the law.
const STARTS: [Option<Passo>; 5] = [
    None,
    Some(Passo::Ricezione),
    Some(Passo::RichiestaConvalida),
    Some(Passo::Decreto),
    Some(Passo::Udienza),
];

/// Whether a step meets what another one waits for.
#[must_use]
pub fn meets(step: Passo, earlier: Passo) -> bool {
    waits_for(Some(earlier)).iter().any(|(_, by)| *by == step)
}

/// Of a step recorded twice the earlier counts.
fn made(steps: &[Passo403], step: Passo) -> Option<Momento> {
    let of_kind = steps.iter().filter(|one| one.step == Some(step));
    of_kind.filter_map(|one| one.done).min()
}

/// The clocks of a measure, in the order of the law. `measure` and `steps`: in each way in which they can be read while two
/// moments wait for somebody's choice; until then the earlier counts, as it does for every deadline.
#[must_use]
pub fn clocks(measure: &[Misura403], steps: &[Passo403], office: &Office) -> Vec<Orologio> {
    let placed = measure.iter().filter_map(|one| one.placed).min();
    let mut clocks = Vec::new();
    for from in STARTS {
        let start = match from {
            None => placed,
            Some(step) => made(steps, step),
        };
        for (code, step) in waits_for(from).iter().copied() {
            let rule = code.rule();
            let due = start.map_or(Entro403::NonDecorre, |start| due(code, start, office));
            let done = made(steps, step);
            clocks.push(Orologio {
                step,
                due,
                done,
                late: done.is_some_and(|done| is_past(due, done)),
                other_actor: rule.force == Force::OtherActor,
                unverified: !rule.source.verified(),
            });
        }
    }
    clocks
}

fn due(code: Code, start: Momento, office: &Office) -> Entro403 {
    let whose = Whose::Case(CaseId::default());
    let term = Term::new(code, RecordId::default(), whose, start.at);
    match compute(&term, office).map(|computed| computed.due) {
        Some(Moment::At(at)) if at <= start.at => Entro403::Subito,
        Some(Moment::At(at)) => Entro403::Ora { at },
        Some(Moment::Day(on)) => Entro403::Giorno { on },
        None => Entro403::NonDecorre,
    }
}

/// Whether a moment lies after what was due.
#[must_use]
pub fn is_past(due: Entro403, moment: Momento) -> bool {
    match due {
        Entro403::Subito | Entro403::NonDecorre => false,
        Entro403::Ora { at } => moment.at > at,
        Entro403::Giorno { on } => moment.on > on,
    }
}

impl Terms for Misura403 {
    /// The notice and the papers to the prosecutor.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(placed)) = (self.case, self.placed) else {
            return Vec::new();
        };
        let term = |(code, _): &(Code, Passo)| Term {
            act: self.act,
            lapsed: self.closed.is_some(),
            ..Term::new(*code, id, Whose::Case(case), placed.at)
        };
        waits_for(None).iter().map(term).collect()
    }
}

impl Terms for Passo403 {
    /// What others have to do from now on.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(done)) = (self.case, self.done) else {
            return Vec::new();
        };
        let term = |(code, _): &(Code, Passo)| Term {
            act: self.act,
            lapsed: self.lapsed == Some(true),
            ..Term::new(*code, id, Whose::Case(case), done.at)
        };
        match self.step {
            None => Vec::new(),
            step => waits_for(step).iter().map(term).collect(),
        }
    }

    /// The terms of the measure and of earlier steps that it meets.
    fn meets(&self, id: RecordId) -> Vec<Met> {
        let (Some(step), Some(done)) = (self.step, self.done) else {
            return Vec::new();
        };
        let met = |code, record| Met {
            key: TermKey { record, code, nth: 0 },
            at: done.at.into(),
            by: id,
        };
        let started: Vec<Code> = STARTS
            .into_iter()
            .flat_map(|from| waits_for(from))
            .filter(|(_, by)| *by == step)
            .map(|(code, _)| *code)
            .collect();
        let of_measure = waits_for(None).iter().any(|(_, by)| *by == step);
        let records = if of_measure {
            self.misura.into_iter().collect()
        } else {
            self.answers.clone()
        };
        records
            .into_iter()
            .flat_map(|record| started.iter().map(move |code| met(*code, record)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
