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

/// The clocks of a measure, in the order of the law.
#[must_use]
pub fn clocks(measure: &Misura403, steps: &[Passo403], office: &Office) -> Vec<Orologio> {
    let mut clocks = Vec::new();
    for from in STARTS {
        let start = match from {
            None => measure.placed,
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
mod tests {
    use super::*;

    /// A moment given in UTC, and the day that it is in Italy.
    fn moment(utc: &str, on: &str) -> Momento {
        Momento {
            at: utc.parse().unwrap(),
            on: on.parse().unwrap(),
            ..Momento::default()
        }
    }

    fn measure(placed: Momento) -> Misura403 {
        Misura403 {
            placed: Some(placed),
            ..Misura403::default()
        }
    }

    fn step(step: Passo, done: Momento) -> Passo403 {
        Passo403 {
            step: Some(step),
            done: Some(done),
            ..Passo403::default()
        }
    }

    fn clock(clocks: &[Orologio], step: Passo) -> Orologio {
        clocks.iter().find(|one| one.step == step).unwrap().clone()
    }

    fn at(utc: &str) -> Entro403 {
        Entro403::Ora {
            at: utc.parse().unwrap(),
        }
    }

    /// domain.md 14.1: placed Fri 13 March 2026 17:40, received by the prosecutor Sat 15:00, filed Mon 16 at 11:00,
    /// decree Wed 18 at 11:00, hearing by 2 April. Italy is an hour before UTC in winter.
    #[test]
    fn the_worked_example_of_the_law() {
        let measure = measure(moment("2026-03-13T16:40:00Z", "2026-03-13"));
        let steps = [
            step(Passo::Trasmissione, moment("2026-03-14T09:10:00Z", "2026-03-14")),
            step(Passo::Ricezione, moment("2026-03-14T14:00:00Z", "2026-03-14")),
            step(
                Passo::RichiestaConvalida,
                moment("2026-03-16T10:00:00Z", "2026-03-16"),
            ),
            step(Passo::Decreto, moment("2026-03-18T10:00:00Z", "2026-03-18")),
        ];
        let clocks = clocks(&measure, &steps, &Office::default());
        assert_eq!(clock(&clocks, Passo::Avviso).due, Entro403::Subito);
        assert_eq!(
            clock(&clocks, Passo::Trasmissione).due,
            at("2026-03-14T16:40:00Z")
        );
        assert_eq!(
            clock(&clocks, Passo::RichiestaConvalida).due,
            at("2026-03-17T14:00:00Z")
        );
        assert_eq!(clock(&clocks, Passo::Decreto).due, at("2026-03-18T10:00:00Z"));
        assert_eq!(
            clock(&clocks, Passo::Udienza).due,
            Entro403::Giorno {
                on: "2026-04-02".parse().unwrap()
            }
        );
        assert!(clocks.iter().all(|one| !one.late));
        assert_eq!(clock(&clocks, Passo::Collegio).due, Entro403::NonDecorre);
    }

    /// The clocks of Italy go forward on 29 March 2026 and back on 25 October 2026.
    #[test]
    fn a_change_of_the_clocks_moves_no_hour_term() {
        for (placed, due) in [
            ("2026-03-28T17:00:00Z", "2026-03-29T17:00:00Z"),
            ("2026-10-24T16:00:00Z", "2026-10-25T16:00:00Z"),
        ] {
            let found = clocks(&measure(moment(placed, "2026-03-28")), &[], &Office::default());
            assert_eq!(clock(&found, Passo::Trasmissione).due, at(due));
        }
    }

    #[test]
    fn a_minute_late_is_late_and_of_two_records_the_earlier_counts() {
        let measure = measure(moment("2026-03-13T16:40:00Z", "2026-03-13"));
        let late = step(Passo::Trasmissione, moment("2026-03-14T16:41:00Z", "2026-03-14"));
        let found = clocks(&measure, std::slice::from_ref(&late), &Office::default());
        assert!(clock(&found, Passo::Trasmissione).late);
        let in_time = step(Passo::Trasmissione, moment("2026-03-14T16:40:00Z", "2026-03-14"));
        let found = clocks(&measure, &[late, in_time], &Office::default());
        assert!(!clock(&found, Passo::Trasmissione).late);
    }

    #[test]
    fn steps_say_the_terms_of_others_and_meet_those_before_them() {
        let id = |n| RecordId(uuid::Uuid::from_u128(n));
        let made = |which, n| Passo403 {
            case: Some(CaseId::default()),
            misura: Some(id(1)),
            ..step(which, moment("2026-03-14T14:00:00Z", n))
        };
        let received = made(Passo::Ricezione, "2026-03-14");
        let codes: Vec<_> = received.terms(id(2)).iter().map(|term| term.key.code).collect();
        assert_eq!(codes, [Code::C403Richiesta]);
        assert_eq!(received.meets(id(2)), []);
        let asked = Passo403 {
            answers: vec![id(2)],
            ..made(Passo::RichiestaConvalida, "2026-03-14")
        };
        let met: Vec<_> = asked
            .meets(id(3))
            .iter()
            .map(|met| (met.key.record, met.key.code))
            .collect();
        assert_eq!(met, [(id(2), Code::C403Richiesta)]);
        let sent = made(Passo::Trasmissione, "2026-03-14");
        let met: Vec<_> = sent
            .meets(id(4))
            .iter()
            .map(|met| (met.key.record, met.key.code))
            .collect();
        assert_eq!(met, [(id(1), Code::C403Trasmissione)]);
        assert!(meets(Passo::Decreto, Passo::RichiestaConvalida) && !meets(Passo::Decreto, Passo::Udienza));
    }
}
