//! Provvedimento: an order or request of a judicial authority, in one minor's file.
//!
//! It comes in once for all its minors: one act, a record in each file with the same act id. Its dates are kept
//! apart, because each term runs from its own.

use super::{
    authority::AuthorityKey,
    codes::{Cessazione, Decorrenza, Natura},
};
use crate::{
    codes::{CodeList, Coded},
    deadlines::{Code, Term, Terms, Whose},
    ids::{ActId, CaseId, OperatorId, RecordId},
    record::Record,
    time::{CivilDate, ClockTime, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kinds of order there are. Source: the catalogue of practice in Lombardy, from common knowledge except where
/// [`inps_code`] gives the number of INPS's own list.
pub const TIPI: CodeList = CodeList {
    list: "CARTELLA-TIPO-PROVVEDIMENTO",
    version: "1",
    source: "practice of child protection in Lombardy; INPS SINBA for the types with a number",
    codes: &[
        "RICH_INFO",
        "IND_PSICOSOC",
        "MONIT",
        "SOST_SUPP",
        "AFF_ENTE",
        "ALLONT",
        "CONV_403",
        "COLL_COM",
        "AFF_FAM",
        "SN_INC",
        "PRESCR",
        "LIM_333",
        "SOSP_RESP",
        "DEC_330",
        "TUTELA",
        "CURATELA",
        "AFF_SEP",
        "ADOTT",
        "ADOZ_NAZ",
        "ADOZ_INT",
        "MAP",
        "ARCH",
        "REVOCA",
    ],
};

/// Orders that end what was ordered before.
const ENDING: [&str; 2] = ["ARCH", "REVOCA"];
/// Requests that order nothing by themselves: only their mandates hold.
const ASKING: [&str; 1] = ["RICH_INFO"];
/// Orders that change who decides for the minor.
const OF_RESPONSIBILITY: [&str; 6] = ["LIM_333", "SOSP_RESP", "DEC_330", "TUTELA", "CURATELA", "AFF_SEP"];

/// The number in INPS's list of orders (SINBA `TipoProvvedimento`), where it has one.
#[must_use]
pub fn inps_code(kind: &str) -> Option<u8> {
    Some(match kind {
        "ADOTT" => 1,
        "ADOZ_NAZ" => 2,
        "ADOZ_INT" => 3,
        "AFF_FAM" => 4,
        "AFF_ENTE" => 5,
        "AFF_SEP" => 6,
        "MONIT" => 7,
        "CONV_403" => 8,
        _ => return None,
    })
}

/// When the certified mail was delivered: the day and minute in Italy, and the same moment in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
pub struct Momento {
    /// The moment.
    pub at: Instant,
    /// The day, as the clocks in Italy had it.
    pub on: CivilDate,
    /// The minute, as the clocks in Italy had it.
    pub time: ClockTime,
}

const HOUR: i64 = 3_600_000;

impl Momento {
    /// The same with the moment that the clocks in Italy showed so. In the hour that comes twice in October, the moment
    /// given says which of the two is meant, else the first; `None` for a minute that March leaves out.
    #[must_use]
    pub fn in_italy(self) -> Option<Self> {
        let first = Instant::in_rome(self.on, self.time)?;
        let second = first.plus_millis(HOUR);
        let twice = (second.rome_date(), second.rome_time()) == (self.on, self.time);
        let at = if twice && second.minutes() == self.at.minutes() {
            second
        } else {
            first
        };
        Some(Self { at, ..self })
    }
}

/// A protocol: number and day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Protocollo {
    /// Number.
    pub number: Option<String>,
    /// Day.
    pub on: Option<CivilDate>,
}

/// How an order ended for a minor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Fine {
    /// Its last day.
    pub on: CivilDate,
    /// By what.
    pub how: Cessazione,
    /// By which order, where it is in the file.
    pub by: Option<RecordId>,
    /// In words.
    pub note: Option<String>,
}

/// An order, in one minor's file.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 122, name = "provvedimento")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Provvedimento {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The order as such: the same in the files of all its minors; counts are by act.
    #[field(2)]
    pub act: Option<ActId>,
    /// In which proceeding, as this file knows it.
    #[field(3)]
    pub procedimento: Option<RecordId>,
    /// By which authority.
    #[field(4)]
    pub autorita: Option<AuthorityKey>,
    /// What it orders, of [`TIPI`].
    #[field(5)]
    pub kind: Option<Coded>,
    /// Its form.
    #[field(6)]
    pub natura: Option<Natura>,
    /// Its number.
    #[field(7)]
    pub number: Option<String>,
    /// Its own date.
    #[field(8)]
    pub issued_on: Option<CivilDate>,
    /// Delivery of the certified mail that brought it.
    #[field(9)]
    pub pec: Option<Momento>,
    /// Protocol of the comune.
    #[field(10)]
    pub protocol: Option<Protocollo>,
    /// Arrival at the service.
    #[field(11)]
    pub arrived_on: Option<CivilDate>,
    /// Notification.
    #[field(12)]
    pub notified_on: Option<CivilDate>,
    /// First day on which it holds, where it says one.
    #[field(13)]
    pub effective_from: Option<CivilDate>,
    /// Last day on which it holds, where it says one.
    #[field(14)]
    pub effective_until: Option<CivilDate>,
    /// It can be carried out already.
    #[field(15)]
    pub enforceable: Option<bool>,
    /// The order that it takes the place of.
    #[field(16)]
    pub replaces: Option<RecordId>,
    /// It may not wait: coordinator and deputy first.
    #[field(17)]
    pub urgent: Option<bool>,
    /// What it says, in a few words.
    #[field(18)]
    pub summary: Option<String>,
    /// It no longer holds for this minor.
    #[field(19)]
    pub ended: Option<Fine>,
    /// Who registered it.
    #[field(20)]
    pub recorded_by: Option<OperatorId>,
    /// When.
    #[field(21)]
    pub recorded_at: Option<Instant>,
    /// The day on which somebody became responsible for the file, or was already when it came in.
    #[field(22)]
    pub assigned_on: Option<CivilDate>,
}

impl Terms for Provvedimento {
    /// An order that came in is assigned.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(received)) = (self.case, self.received_on()) else {
            return Vec::new();
        };
        vec![Term {
            act: self.act,
            met: self.assigned_on.map(|on| on.max(received).into()),
            lapsed: self.ended.is_some() || self.ends_others(),
            ..Term::new(Code::TmAssegnazione, id, Whose::Case(case), received)
        }]
    }
}

impl Provvedimento {
    /// The code of its kind.
    #[must_use]
    pub fn code(&self) -> &str {
        self.kind.as_ref().map_or("", |kind| kind.code.as_str())
    }

    /// Whether it ends what was ordered before (REVOCA, ARCH).
    #[must_use]
    pub fn ends_others(&self) -> bool {
        ENDING.contains(&self.code())
    }

    /// Whether it changes who decides for the minor.
    #[must_use]
    pub fn is_of_responsibility(&self) -> bool {
        OF_RESPONSIBILITY.contains(&self.code())
    }

    /// Whether it binds the service on a day: it orders something, nothing has ended it, its last day is not past. One
    /// whose last day nobody knows holds on.
    #[must_use]
    pub fn holds_on(&self, day: CivilDate) -> bool {
        let asks_only = ENDING.contains(&self.code()) || ASKING.contains(&self.code());
        !asks_only
            && self.ended.as_ref().is_none_or(|ended| ended.on > day)
            && self.effective_until.is_none_or(|until| until >= day)
    }

    /// The day that a term runs from, of the four that are kept apart; none where that day is not known.
    #[must_use]
    pub fn day_of(&self, from: Decorrenza) -> Option<CivilDate> {
        match from {
            Decorrenza::Emissione => self.issued_on,
            Decorrenza::Pec => self.pec.map(|pec| pec.on),
            Decorrenza::Protocollo => self.protocol.as_ref().and_then(|protocol| protocol.on),
            Decorrenza::Arrivo => self.arrived_on,
            Decorrenza::Notifica => self.notified_on,
        }
    }

    /// The day on which the office received it: arrival at the service, else protocol, else delivery.
    #[must_use]
    pub fn received_on(&self) -> Option<CivilDate> {
        [Decorrenza::Arrivo, Decorrenza::Protocollo, Decorrenza::Pec]
            .into_iter()
            .find_map(|from| self.day_of(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn order(code: &str) -> Provvedimento {
        Provvedimento {
            kind: TIPI.answer(code),
            ..Provvedimento::default()
        }
    }

    #[test]
    fn an_order_holds_until_it_is_ended_or_its_last_day_is_past() {
        let today = day("2026-05-04");
        assert!(order("MONIT").holds_on(today));
        for code in ["REVOCA", "ARCH", "RICH_INFO"] {
            assert!(!order(code).holds_on(today), "{code}");
        }
        let until = |text| Provvedimento {
            effective_until: Some(day(text)),
            ..order("AFF_ENTE")
        };
        assert!(until("2026-05-04").holds_on(today));
        assert!(!until("2026-05-03").holds_on(today));
        let ended = Provvedimento {
            ended: Some(Fine {
                on: today,
                how: Cessazione::Revoca,
                by: None,
                note: None,
            }),
            ..order("LIM_333")
        };
        assert!(ended.holds_on(day("2026-05-03")) && !ended.holds_on(today));
    }

    #[test]
    fn each_date_is_a_start_of_its_own() {
        let order = Provvedimento {
            issued_on: Some(day("2026-04-01")),
            pec: Some(Momento {
                on: day("2026-04-03"),
                ..Momento::default()
            }),
            protocol: Some(Protocollo {
                number: Some("812/2026".into()),
                on: Some(day("2026-04-07")),
            }),
            notified_on: Some(day("2026-04-20")),
            ..Provvedimento::default()
        };
        assert_eq!(order.day_of(Decorrenza::Emissione), Some(day("2026-04-01")));
        assert_eq!(order.day_of(Decorrenza::Notifica), Some(day("2026-04-20")));
        assert_eq!(order.day_of(Decorrenza::Arrivo), None);
        assert_eq!(order.received_on(), Some(day("2026-04-07")));
    }

    #[test]
    fn every_number_of_inps_is_given_once() {
        let mut numbers: Vec<u8> = TIPI.codes.iter().filter_map(|code| inps_code(code)).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    }

    /// Scenario 7: seven working days, without the weekends and Easter Monday.
    #[test]
    fn scenario_7_an_order_of_2_april_is_to_be_assigned_by_the_14th() {
        let office = crate::deadlines::Office::default();
        let order = Provvedimento {
            case: Some(CaseId::default()),
            arrived_on: Some(day("2026-04-02")),
            ..order("MONIT")
        };
        let terms = order.terms(RecordId::default());
        let due = crate::deadlines::compute(&terms[0], &office).unwrap().due;
        assert_eq!((due.date(), terms[0].met), (day("2026-04-14"), None));
        let assigned = Provvedimento {
            assigned_on: Some(day("2026-04-10")),
            ..order
        };
        assert_eq!(
            assigned.terms(RecordId::default())[0].met,
            Some(day("2026-04-10").into())
        );
    }
}
