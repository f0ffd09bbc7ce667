//! What a row of the cookbook says.

use crate::services::{Audience, Service};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
pub enum Length {
    /// Hours on absolute time: holidays and changes of the clock do not move them.
    Hours(u16),
    /// Days of the calendar; negative ones lie before the start.
    Days(i16),
    /// Days from Monday to Friday that are no holidays.
    WorkingDays(u16),
    /// Months: the same day of the month, or its last.
    Months(u16),
    /// A birthday; who was born on 29 February has it as the office decides.
    Birthday(u16),
    /// The first such day of a year on or after the start.
    Yearly {
        /// 1 to 12.
        month: u8,
        /// Day of the month; past its end its last.
        day: u8,
    },
    /// A day of the month so many months after that of the start.
    MonthlyOn {
        /// Months after that of the start.
        months: u16,
        /// Day of the month; past its end its last.
        day: u8,
    },
}

/// How binding a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// A law says it, to us.
    Law,
    /// A law says it, to somebody else (prosecutor, court): we watch it.
    OtherActor,
    /// An order of a court says it.
    Judge,
    /// The office's own target.
    Kpi,
    /// Good practice.
    Practice,
    /// The school's.
    School,
    /// A contract.
    Contract,
    /// The plan says it.
    Plan,
}

/// Where a rule comes from, in the words of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", content = "text", rename_all = "snake_case")]
pub enum Source {
    /// Read in this source.
    Read(&'static str),
    /// Not verified: known from memory. The office checks it.
    Memory(&'static str),
    /// Not verified: assumed at the outset.
    Brief(&'static str),
    /// A choice of this program, the office's to change.
    Design(&'static str),
}

impl Source {
    /// Its words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Read(text) | Self::Memory(text) | Self::Brief(text) | Self::Design(text) => text,
        }
    }

    /// Whether somebody read it where it stands.
    #[must_use]
    pub const fn verified(self) -> bool {
        matches!(self, Self::Read(_))
    }
}

/// What a term starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It came to the service.
    Receipt,
    /// The PEC was delivered.
    PecDelivery,
    /// The comune's protocol.
    Protocol,
    /// It was notified.
    Notification,
    /// The order or decree was made, or takes effect.
    Decree,
    /// The minor was brought to safety, or placed.
    Placement,
    /// The prosecutor received the papers.
    PmReceipt,
    /// The prosecutor asked the court.
    PmRequest,
    /// The hearing.
    Hearing,
    /// It was filed with a court.
    Filing,
    /// The last report that was sent.
    LastReport,
    /// The first meeting.
    FirstMeeting,
    /// Something (an affido) began.
    Start,
    /// The school year began.
    SchoolYear,
    /// A declaration (DSU) was made.
    Dsu,
    /// A code or paper was issued.
    Issue,
    /// A paper or measure ends.
    Expiry,
    /// A plan was put into practice.
    Activation,
    /// The last review of a plan.
    LastReview,
    /// A request was registered.
    Request,
    /// The month's last day.
    EndOfMonth,
    /// The semester's first day.
    Semester,
    /// The last day of a period.
    Period,
    /// Birth.
    Birth,
}

/// One row of the cookbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What it may start with, the usual one first.
    pub starts: &'static [Event],
    /// How long, unless the office sets or an order states another; none where only a plan or an order can say it.
    pub length: Option<Length>,
    /// What no order or plan may exceed.
    pub at_most: Option<Length>,
    /// How binding; a target becomes [`Force::Judge`] where an order states the term.
    pub force: Force,
    /// A term of a proceeding: its last day moves off a day that is not worked (art. 155 c.p.c.; from memory).
    pub procedural: bool,
    /// Days before its end on which to think of it, the earliest first.
    pub alerts: &'static [u16],
    /// It belongs to services for minors only.
    pub minors_only: bool,
    /// Where it comes from.
    pub source: Source,
}

/// A row as most are.
pub(super) const fn row(
    starts: &'static [Event],
    length: Option<Length>,
    force: Force,
    source: Source,
) -> Rule {
    Rule {
        starts,
        length,
        at_most: None,
        force,
        procedural: false,
        alerts: &[],
        minors_only: false,
        source,
    }
}

impl Rule {
    pub(super) const fn at_most(self, limit: Length) -> Self {
        Self {
            at_most: Some(limit),
            ..self
        }
    }

    pub(super) const fn procedural(self) -> Self {
        Self {
            procedural: true,
            ..self
        }
    }

    pub(super) const fn minors_only(self) -> Self {
        Self {
            minors_only: true,
            ..self
        }
    }

    pub(super) const fn alerts(self, alerts: &'static [u16]) -> Self {
        Self { alerts, ..self }
    }
}

impl super::Code {
    /// Whether a term of this kind matters in a case of a service, with or without a prosieguo ordered by a court: coming of
    /// age ends the care that no prosieguo prolongs.
    #[must_use]
    pub fn concerns(self, service: Service, prosieguo: bool) -> bool {
        let minors = service.area().audience == Audience::Minors;
        let at_its_time = match self {
            Self::MaggioreEta => !prosieguo,
            Self::ProsieguoFine => prosieguo,
            _ => true,
        };
        at_its_time && (minors || !self.rule().minors_only)
    }
}

/// The cookbook: the codes as an enum, and their rows.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $rule:expr;)*) => {
        /// A kind of term (`termine_codice`).
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        #[ts(rename = "DeadlineCode")]
        pub enum Code { $($(#[$doc])* #[serde(rename = $code)] $name),* }

        impl Code {
            /// Every kind of term, in the order of the cookbook.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code on paper and in exports; the key of its Italian name among the window's texts.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What a code stands for; `None`: one of a newer program.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }

            /// Its row of the cookbook.
            #[must_use]
            pub const fn rule(self) -> &'static Rule {
                match self { $(Self::$name => { const RULE: Rule = $rule; &RULE }),* }
            }
        }
    };
}
pub(super) use rules;
